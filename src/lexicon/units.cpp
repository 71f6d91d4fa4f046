#include "lexicon/units.h"

#include <unicode/uchar.h>

#include <array>

#include "lexicon/stemmer.h"
#include "text/fold_dots.h"
#include "text/utf8.h"

namespace synoptic::lexicon {
namespace {

constexpr size_t kLongestGram = 4;
constexpr size_t kLongestWord = 80;  // bytes; longer ones are codes, not words
constexpr size_t kWideLength = 5;    // characters of a stem's front
constexpr uint32_t kLongestGap = 3;  // bytes between the words of a pair
constexpr char32_t kZeroWidthNonJoiner = 0x200C;

uint64_t mix(uint64_t hash) {
  hash ^= hash >> 33;
  hash *= 0xFF51AFD7ED558CCDULL;
  hash ^= hash >> 33;
  hash *= 0xC4CEB9FE1A85EC53ULL;
  return hash ^ (hash >> 33);
}

uint64_t hash_bytes(std::string_view bytes, uint64_t seed) {
  for (const char byte : bytes) {
    seed ^= static_cast<unsigned char>(byte);
    seed *= 1099511628211ULL;
  }
  return mix(seed);
}

enum class Class : uint8_t { kOther, kLetter, kDigit, kSpaceless, kKatakana, kHangul };

Class class_of(char32_t c) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Class::kLetter;
    return c >= '0' && c <= '9' ? Class::kDigit : Class::kOther;
  }
  if (c == kZeroWidthNonJoiner) return Class::kOther;  // parts the affixes of a Persian word
  if (text::is_digit(c)) return Class::kDigit;
  if (text::is_katakana(c)) return Class::kKatakana;
  if (text::is_spaceless(c)) return Class::kSpaceless;
  if (text::is_hangul(c)) return Class::kHangul;
  return text::is_word(c) ? Class::kLetter : Class::kOther;
}

uint64_t pair_key(uint64_t first, uint64_t second) {
  return mix(first * 0x9E3779B97F4A7C15ULL + second);
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view language, Units& out)
      : text_(text), stemmer_(stemmer_of(language)), out_(out) {}

  void read() {
    uint32_t at = 0;
    while (at < text_.size()) {
      const text::CodePoint c = text::decode(text_, at);
      switch (class_of(c.value)) {
        case Class::kOther:
          at += c.length;
          break;
        case Class::kLetter:
          at = word(at);
          break;
        case Class::kDigit:
          at = number(at);
          break;
        case Class::kKatakana:
          at = katakana(at);
          break;
        case Class::kSpaceless:
          at = grams(at, Class::kSpaceless);
          break;
        case Class::kHangul:
          at = grams(at, Class::kHangul);
          break;
      }
    }
  }

 private:
  // End of the run of one class; the run's lower-case characters go to run_.
  uint32_t take(uint32_t at, Class wanted) {
    return take(at, wanted, [](uint32_t) {});
  }

  // begin(at): a character begins there in the text.
  template <typename Begin>
  uint32_t take(uint32_t at, Class wanted, Begin&& begin) {
    run_.clear();
    while (at < text_.size()) {
      if (wanted == Class::kLetter) {
        const char letter = static_cast<char>(text_[at] | 0x20);
        if (letter >= 'a' && letter <= 'z') {
          begin(at++);
          run_ += letter;
          continue;
        }
      }
      const text::CodePoint c = text::decode(text_, at);
      if (class_of(c.value) != wanted) break;
      begin(at);
      if (c.value < 0x80) {
        run_ += static_cast<char>(c.value >= 'A' && c.value <= 'Z' ? c.value + 32 : c.value);
      } else {
        text::append_utf8(run_, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
      }
      at += c.length;
    }
    return at;
  }

  uint32_t keep(std::string_view text) {
    const auto at = static_cast<uint32_t>(out_.texts.size());
    out_.texts += text;
    return at;
  }

  uint32_t word(uint32_t at) {
    const char32_t first = text::decode(text_, at).value;
    const uint32_t end = take(at, Class::kLetter);
    if (run_.size() > kLongestWord) return end;
    add_word(run_, {at, end}, first);
    return end;
  }

  void add_word(std::string_view lower, Range source, char32_t first) {
    Unit unit;
    unit.latin = text::is_latin(first);
    unit.capital = text::is_upper(first);
    unit.source = source;
    const Stemmer::Word word = stemmer_.word(lower);
    unit.form_at = keep(word.folded);
    unit.form_size = static_cast<uint32_t>(word.folded.size());
    if (word.stem.empty()) return;
    unit.text_at = keep(word.stem);
    unit.text_size = static_cast<uint32_t>(word.stem.size());
    unit.key = word.key;
    unit.length = word.length;
    unit.wide_key = word.wide_key;
    add_pair(unit);
    out_.list.push_back(unit);
  }

  // With the word before it, when no more than a blank or a mark stands between.
  void add_pair(const Unit& second) {
    if (out_.list.empty()) return;
    const Unit first = out_.list.back();
    const bool adjacent =
        first.kind == UnitKind::kWord && second.source.begin <= first.source.end + kLongestGap;
    if (!adjacent) return;
    Unit pair;
    pair.kind = UnitKind::kPair;
    pair.length = 2;
    pair.key = pair_key(first.key, second.key);
    pair.source = {first.source.begin, second.source.end};
    out_.list.push_back(pair);
  }

  uint32_t katakana(uint32_t at) {
    const uint32_t end = take(at, Class::kKatakana);
    if (run_.size() <= kLongestWord * 2) add_word(run_, {at, end}, U'ア');
    return end;
  }

  uint32_t grams(uint32_t at, Class wanted) {
    starts_.clear();
    sources_.clear();
    const auto begin = [&](uint32_t source) {
      starts_.push_back(static_cast<uint32_t>(run_.size()));
      sources_.push_back(source);
    };
    const uint32_t end = take(at, wanted, begin);
    begin(end);
    const size_t count = starts_.size() - 1;
    const auto run = static_cast<uint32_t>(out_.list.size());
    folded_starts_.clear();
    const auto base = static_cast<uint32_t>(out_.texts.size());
    for (size_t i = 0; i < count; ++i) {
      folded_starts_.push_back(static_cast<uint32_t>(out_.texts.size()));
      out_.texts += text::fold_with_dots(
          std::string_view(run_).substr(starts_[i], starts_[i + 1] - starts_[i]));
    }
    folded_starts_.push_back(static_cast<uint32_t>(out_.texts.size()));
    const auto whole = static_cast<uint32_t>(out_.texts.size()) - base;
    for (size_t i = 0; i < count; ++i) {
      for (size_t n = 1; n <= kLongestGram && i + n <= count; ++n) {
        Unit unit;
        unit.kind = UnitKind::kGram;
        unit.length = static_cast<uint8_t>(n);
        unit.whole = n == count;
        unit.run = run;
        unit.text_at = folded_starts_[i];
        unit.text_size = folded_starts_[i + n] - folded_starts_[i];
        unit.form_at = base;
        unit.form_size = whole;
        unit.key = unit_key(out_.text(unit));
        unit.source = {sources_[i], sources_[i + n]};
        out_.list.push_back(unit);
      }
    }
    return end;
  }

  // 1,012 and 1.012 are one number, 2,5 and 2.5 another.
  uint32_t number(uint32_t at) {
    Unit unit;
    unit.kind = UnitKind::kNumber;
    unit.text_at = static_cast<uint32_t>(out_.texts.size());
    uint32_t end = at;
    bool grouped = false;
    while (end < text_.size()) {
      const text::CodePoint c = text::decode(text_, end);
      if (class_of(c.value) == Class::kDigit) {
        out_.texts += static_cast<char>('0' + text::digit_value(c.value));
        end += c.length;
        continue;
      }
      if (!is_separator(c.value)) break;
      const size_t group = digits_after(end + c.length);
      if (group == 0) break;
      const bool short_front = out_.texts.size() - unit.text_at <= 3;
      if (c.value == ' ' && !(group == 3 && (short_front || grouped))) break;
      grouped = grouped || group == 3;
      if (group != 3) {
        if (c.value != '.' && c.value != ',' && c.value != 0x066B) break;
        out_.texts += '.';
      }
      end += c.length;
    }
    unit.text_size = static_cast<uint32_t>(out_.texts.size()) - unit.text_at;
    unit.form_at = unit.text_at;
    unit.form_size = unit.text_size;
    unit.key = unit_key(out_.text(unit));
    unit.length = static_cast<uint8_t>(std::min<uint32_t>(unit.text_size, 255));
    unit.source = {at, end};
    if (unit.text_size <= kLongestWord) out_.list.push_back(unit);
    return end;
  }

  static bool is_separator(char32_t c) {
    return c == '.' || c == ',' || c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009 ||
           c == 0x066B || c == 0x066C;
  }

  size_t digits_after(size_t at) const {
    size_t count = 0;
    while (at < text_.size()) {
      const text::CodePoint c = text::decode(text_, at);
      if (class_of(c.value) != Class::kDigit) break;
      ++count;
      at += c.length;
    }
    return count;
  }

  std::string_view text_;
  Stemmer& stemmer_;
  Units& out_;
  std::string run_;  // lower case
  std::vector<uint32_t> starts_, sources_, folded_starts_;
};

}  // namespace

void read_units(std::string_view text, std::string_view language, Units& out) {
  out.clear();
  Reader(text, language, out).read();
}

uint64_t unit_key(std::string_view folded) { return hash_bytes(folded, 14695981039346656037ULL); }

uint64_t wide_key_of(std::string_view stem) {
  size_t end = 0;
  for (size_t length = 0; length < kWideLength; ++length) {
    if (end >= stem.size()) return 0;
    end += text::decode(stem, end).length;
  }
  return hash_bytes(stem.substr(0, end), 0x9E3779B97F4A7C15ULL);
}

}  // namespace synoptic::lexicon
