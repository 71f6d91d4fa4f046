// A text cut into numbers, words of dates and everything else.
#include <array>
#include <bit>

#include "knowledge/calendar_words.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

constexpr uint32_t kMostDigits = 17;

constexpr char32_t kArabicComma = 0x060C;
constexpr char32_t kFirstHanDigit = U'〇';

int han_digit(char32_t c) {
  if (c < kFirstHanDigit) return -1;
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  if (c == U'零') return 0;
  if (c == U'十') return 10;
  const size_t at = kDigits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

// How many of the eight bytes at their front are ASCII letters.
size_t front_letters(uint64_t bytes) {
  constexpr uint64_t kOnes = 0x0101010101010101, kHigh = kOnes * 0x80;
  const uint64_t small = (bytes | kOnes * 0x20) & ~kHigh;
  const uint64_t from_a = small + kOnes * (0x80 - 'a'), behind_z = small + kOnes * (0x80 - 'z' - 1);
  const uint64_t letters = from_a & ~behind_z & ~bytes & kHigh;
  return static_cast<size_t>(std::countr_zero(~letters & kHigh)) / 8;
}

// Where the letters of a script with blanks end that begin at the byte.
size_t letters_end(std::string_view text, size_t at) {
  while (at < text.size()) {
    if (text.size() - at >= sizeof(uint64_t)) {
      const size_t run = front_letters(load_bytes<uint64_t>(text.data() + at));
      at += run;
      if (run == sizeof(uint64_t)) continue;
      if (static_cast<unsigned char>(text[at]) < 0x80) break;
    }
    const text::CodePoint c = text::decode(text, at);
    if (!text::is_letter(c.value) || text::is_spaceless(c.value)) break;
    at += c.length;
  }
  return at;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const text::Folded& folded, std::vector<DateToken>& out)
      : text_(text), folded_(folded), words_(CalendarWords::get()), out_(out) {}

  void run() {
    const std::string_view all = folded_.text;
    out_.clear();
    while (at_ < all.size()) {
      if (all[at_] == ' ') {
        space_ = true;
        in_word_ = false;
        ++at_;
        continue;
      }
      const size_t end = in_word_ ? at_ : letters_end(all, at_);
      if (end > at_ && words_.is_plain(all.substr(at_, end - at_))) {
        plain_word(end);
        continue;
      }
      const text::CodePoint c = text::decode(all, at_);
      if (text::is_space(c.value)) {
        space_ = true;
        in_word_ = false;
        at_ += c.length;
        continue;
      }
      if (!number() && !han_number(c) && !word(c)) other(c);
    }
  }

 private:
  // A date neither begins at such words nor goes on over one behind a blank, so that what follows
  // the first says nothing more, nor do the marks between.
  void plain_word(size_t end) {
    if (space_ && behind_plain_ > 0) {
      out_.resize(behind_plain_);
      at_ = end;
      space_ = false;
    } else {
      const char32_t first = text::decode(folded_.text, at_).value;
      DateToken& token = push(DateToken::Kind::kWord, end);
      token.mark = first;
      if (token.space_before) behind_plain_ = out_.size();
    }
    in_word_ = true;
  }

  bool number() {
    const std::string_view all = folded_.text;
    size_t end = at_;
    int64_t value = 0;
    uint32_t digits = 0;
    for (; end < all.size() && text::is_ascii_digit(all[end]); ++end, ++digits) {
      if (digits < kMostDigits) value = value * 10 + (all[end] - '0');
    }
    if (digits == 0) return false;
    DateToken& token = push(DateToken::Kind::kNumber, end);
    token.value = value;
    token.digits = digits;
    in_word_ = false;
    return true;
  }

  // 二〇二五年, 十二月: only in front of a mark, elsewhere these are ordinary words.
  bool han_number(text::CodePoint first) {
    if (han_digit(first.value) < 0) return false;
    const std::string_view all = folded_.text;
    size_t end = at_;
    int64_t value = 0;
    uint32_t digits = 0;
    bool tens = false;
    while (end < all.size() && digits < 5) {
      const text::CodePoint c = text::decode(all, end);
      const int digit = han_digit(c.value);
      if (digit < 0) break;
      if (digit == 10) {
        value = (value == 0 ? 1 : value) * 10;
        tens = true;
      } else {
        value = tens ? value + digit : value * 10 + digit;
      }
      ++digits;
      end += c.length;
    }
    if (digits == 0 || end >= all.size() || !words_.is_date_mark(text::decode(all, end).value)) {
      return false;
    }
    DateToken& token = push(DateToken::Kind::kNumber, end);
    token.value = value;
    token.digits = value >= 1000 ? 4 : value >= 10 ? 2 : 1;
    token.han_number = true;
    return true;
  }

  bool word(text::CodePoint c) {
    const bool letter = text::is_letter(c.value);
    const bool free = text::is_spaceless(c.value);
    if (letter && in_word_ && !free) return false;
    size_t prefix = 0;
    CalendarWords::Found found = words_.longest(folded_.text, at_);
    if (found.length == 0 && letter && !free) {
      found = words_.behind_prefix(folded_.text, at_, prefix);
    }
    if (found.length == 0) return false;
    at_ += prefix;
    const char32_t first = text::decode(text_, folded_.origin[at_]).value;
    DateToken& token = push(DateToken::Kind::kWord, at_ + found.length);
    token.readings = found.readings;
    token.kinds = found.kinds;
    token.capital = text::is_upper(first);
    token.one_letter = text::decode(folded_.text, at_ - found.length).length == found.length;
    in_word_ = false;
    return true;
  }

  // One mark, or the rest of a word that says nothing about time.
  void other(text::CodePoint c) {
    const bool letter = text::is_letter(c.value);
    const bool in_word = letter && !text::is_spaceless(c.value);
    if (in_word && in_word_ && !out_.empty()) {
      at_ += c.length;
    } else {
      DateToken& token =
          push(letter ? DateToken::Kind::kWord : DateToken::Kind::kMark, at_ + c.length);
      token.mark = c.value == kArabicComma ? U',' : c.value;
      in_word_ = in_word;
      if (!in_word) return;
    }
    const std::string_view all = folded_.text;
    while (at_ < all.size()) {
      const text::CodePoint next = text::decode(all, at_);
      if (!text::is_letter(next.value) || text::is_spaceless(next.value)) break;
      at_ += next.length;
    }
    out_.back().range.end = source_end(at_);
  }

  uint32_t source_end(size_t folded_end) const {
    return folded_
        .to_source({static_cast<uint32_t>(folded_end - 1), static_cast<uint32_t>(folded_end)})
        .end;
  }

  DateToken& push(DateToken::Kind kind, size_t end) {
    const bool first = out_.empty();
    DateToken& token = out_.emplace_back();
    token.kind = kind;
    token.range = folded_.to_source({static_cast<uint32_t>(at_), static_cast<uint32_t>(end)});
    token.space_before = space_ || first;
    space_ = false;
    if (kind != DateToken::Kind::kMark) behind_plain_ = 0;
    at_ = end;
    return token;
  }

  std::string_view text_;
  const text::Folded& folded_;
  const CalendarWords& words_;
  std::vector<DateToken>& out_;
  size_t at_ = 0;
  bool space_ = false;
  bool in_word_ = false;
  // How many tokens there are up to the last plain word behind a blank, if it has but marks behind
  // it; else 0.
  size_t behind_plain_ = 0;
};

}  // namespace

void date_tokens(std::string_view text, const text::Folded& folded,
                 std::vector<DateToken>& tokens) {
  Tokenizer(text, folded, tokens).run();
}

bool holds_han_date(std::string_view folded) {
  const CalendarWords& words = CalendarWords::get();
  bool behind_numeral = false;
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    at += c.length;
    if (c.value < kFirstHanDigit) {
      behind_numeral = false;
      continue;
    }
    if (words.is_first_year(c.value)) return true;
    if (behind_numeral && words.is_date_mark(c.value)) return true;
    behind_numeral = han_digit(c.value) >= 0;
  }
  return false;
}

}  // namespace synoptic::knowledge
