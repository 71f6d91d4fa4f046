#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <numeric>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "base/data.h"
#include "base/strings.h"
#include "text/alike.h"
#include "text/ascii.h"
#include "text/three_bytes.h"
#include "text/utf8.h"

namespace synoptic::text {
namespace {

constexpr char32_t kBmpEnd = 0x10000;
constexpr char32_t kFirstMark = 0x0300, kLastMark = 0x036F;  // accents of letters before them
constexpr char32_t kHanBegin = 0x3400;
constexpr char32_t kNukta = 0x093C;  // a dot that many write and many leave out
constexpr char32_t kHanEnd = 0xA000;

std::u16string simplified_table() {
  std::u16string table(kHanEnd - kHanBegin, u'\0');
  for (char32_t c = kHanBegin; c < kHanEnd; ++c) table[c - kHanBegin] = static_cast<char16_t>(c);
  for (const std::string_view line : lines(embedded_data("text/simplified.txt"))) {
    if (line.starts_with('#')) continue;
    for (const std::string_view pair : split_trimmed(line, ' ')) {
      const CodePoint from = decode(pair, 0);
      if (from.length >= pair.size() || from.value < kHanBegin || from.value >= kHanEnd) continue;
      table[from.value - kHanBegin] = static_cast<char16_t>(decode(pair, from.length).value);
    }
  }
  return table;
}

const std::u16string& simplified() {
  static const std::u16string table = simplified_table();
  return table;
}

char32_t unify(char32_t c) {
  switch (c) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;  // alef forms
    case 0x0649:
    case 0x06CC:
    case 0x0626:
      return 0x064A;  // yeh forms
    case 0x0624:
      return 0x0648;
    case 0x0629:
    case 0x06C0:
    case 0x06C1:
    case 0x06D5:
      return 0x0647;  // heh forms
    case 0x06A9:
      return 0x0643;  // keheh
    case 0x0451:
      return 0x0435;  // ё
    case 0x0131:
      return 'i';
    case 0x0929:
    case 0x0931:
    case 0x0934:
      return c - 1;  // Devanagari letters that hold a nukta
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x02B9:
    case 0x0060:
    case 0x00B4:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      return c;
  }
}

bool is_dropped(char32_t c) {
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 ||  // Arabic marks, tatweel
         (c >= 0x0591 && c <= 0x05C7) ||                                // Hebrew points
         c == kNukta || c == 0x00AD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

bool loses_accents(char32_t base) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(base), &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

std::string fold_one(char32_t c, const icu::Normalizer2& nfkc, const icu::Normalizer2& nfd) {
  if (is_dropped(c)) return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString own(static_cast<UChar32>(c));
  const bool stays = nfkc.isInert(static_cast<UChar32>(c)) != 0;
  const icu::UnicodeString form = stays ? own : nfkc.normalize(own, status);
  std::string out;
  for (int32_t i = 0; i < form.length();) {
    const auto part = static_cast<char32_t>(form.char32At(i));
    i += U16_LENGTH(part);
    icu::UnicodeString decomposed;
    char32_t kept = unify(part);
    if (kept == part && loses_accents(part) &&
        nfd.getDecomposition(static_cast<UChar32>(part), decomposed)) {
      kept = static_cast<char32_t>(decomposed.char32At(0));
    }
    if (is_dropped(kept)) continue;
    const int digit = is_digit(kept) ? digit_value(kept) : -1;
    if (digit >= 0) kept = U'0' + static_cast<char32_t>(digit);
    if (is_space(kept)) kept = U' ';
    append_utf8(out, simplified_han(kept));
  }
  return out;
}

// Folded form of every code point of the BMP, packed: begin offsets into one string.
struct FoldTable {
  std::string bytes;
  std::vector<uint32_t> begin;
  std::array<char, 128> ascii{};  // ASCII folds to one byte each
  // What nearly all characters become: up to three bytes, and in the fourth how many. kOther: more
  // of them, or a mark that may be dropped.
  std::vector<uint32_t> short_forms;
  static constexpr uint32_t kOther = 0xFF;

  FoldTable() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    begin.reserve(kBmpEnd + 1);
    for (char32_t c = 0; c < kBmpEnd; ++c) {
      begin.push_back(static_cast<uint32_t>(bytes.size()));
      const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
      if (surrogate) continue;
      if (is_like_the_last(c) || nfkc == nullptr || nfd == nullptr) {
        append_utf8(bytes, simplified_han(c));  // else itself
      } else {
        bytes += fold_one(c, *nfkc, *nfd);
      }
    }
    begin.push_back(static_cast<uint32_t>(bytes.size()));
    for (size_t c = 0; c < ascii.size(); ++c) ascii[c] = bytes[begin[c]];
    short_forms.reserve(kBmpEnd);
    for (char32_t c = 0; c < kBmpEnd; ++c) short_forms.push_back(short_form(c));
    bytes.append(kWide, '\0');
  }

  static constexpr size_t kWide = 8;  // so many bytes can be read wherever a form begins

  std::string_view of(char32_t c) const {
    return {bytes.data() + begin[c], begin[c + 1] - begin[c]};
  }

 private:
  uint32_t short_form(char32_t c) const {
    const std::string_view form = of(c);
    if (form.size() > 3 || (c >= kFirstMark && c <= kLastMark)) return kOther << 24;
    auto packed = static_cast<uint32_t>(form.size()) << 24;
    for (size_t i = 0; i < form.size(); ++i) {
      packed |= static_cast<uint32_t>(static_cast<unsigned char>(form[i])) << 8 * i;
    }
    return packed;
  }
};

const FoldTable& fold_table() {
  static const FoldTable table;
  return table;
}

size_t ascii_run(std::string_view text, size_t at) {
  const size_t begin = at;
  constexpr uint64_t kHighBits = 0x8080808080808080u;
  uint64_t eight = 0;
  for (; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at - begin;
}

// Eight bytes at a time where they have neither control characters nor '`': of all others only
// capitals change.
void fold_ascii(std::string_view run, char* out) {
  constexpr uint64_t kOnes = 0x0101010101010101, kHigh = 0x80 * kOnes;
  const char* const ascii = fold_table().ascii.data();
  size_t at = 0;
  for (uint64_t eight; at + sizeof eight <= run.size(); at += sizeof eight) {
    std::memcpy(&eight, run.data() + at, sizeof eight);
    const uint64_t control = eight - ' ' * kOnes;
    const uint64_t no_tick = (eight ^ ('`' * kOnes)) + 0x7F * kOnes;
    if (((control | ~no_tick) & kHigh) != 0) {
      for (size_t i = at; i < at + sizeof eight; ++i) {
        out[i] = ascii[static_cast<unsigned char>(run[i])];
      }
      continue;
    }
    const uint64_t from_a = eight + (0x80 - 'A') * kOnes, behind_z = eight + (0x7F - 'Z') * kOnes;
    eight |= (from_a & ~behind_z & kHigh) >> 2;
    std::memcpy(out + at, &eight, sizeof eight);
  }
  for (; at < run.size(); ++at) out[at] = ascii[static_cast<unsigned char>(run[at])];
}

// What comes out, with the way back where it is asked for. Room is made ahead and cut off at the
// end: an append for each character costs more than folding it.
class Output {
 public:
  Output(std::string& text, std::vector<uint32_t>* origin, size_t expected)
      : text_(text), origin_(origin) {
    make_room(expected);
  }

  void add_ascii(std::string_view run, size_t at) {
    make_room(run.size());
    fold_ascii(run, text_.data() + size_);
    if (origin_ != nullptr) {
      uint32_t* const to = origin_->data() + size_;
      std::iota(to, to + run.size(), static_cast<uint32_t>(at));
    }
    size_ += run.size();
  }

#if defined(__SSE2__)
  // The ASCII bytes that sixteen bytes from `at` on begin with; returns how many these are. What is
  // written behind them the next one writes over. Needs room for sixteen.
  size_t add_sixteen(std::string_view utf8, size_t at, const FoldTable& table) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(utf8.data() + at));
    const auto beyond = static_cast<uint32_t>(_mm_movemask_epi8(bytes)) | 0x10000u;
    const auto count = static_cast<size_t>(std::countr_zero(beyond));
    char* const out = text_.data() + size_;
    const __m128i capital = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('A' - 1)),
                                          _mm_cmplt_epi8(bytes, _mm_set1_epi8('Z' + 1)));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out),
                     _mm_or_si128(bytes, _mm_and_si128(capital, _mm_set1_epi8(0x20))));
    const __m128i odd = _mm_or_si128(_mm_cmplt_epi8(bytes, _mm_set1_epi8(' ')),
                                     _mm_cmpeq_epi8(bytes, _mm_set1_epi8('`')));
    auto odds = static_cast<uint32_t>(_mm_movemask_epi8(odd)) & ((1u << count) - 1u);
    for (; odds != 0; odds &= odds - 1) {
      const auto i = static_cast<size_t>(std::countr_zero(odds));
      out[i] = table.ascii[static_cast<unsigned char>(utf8[at + i])];
    }
    if (origin_ != nullptr) {
      uint32_t* const to = origin_->data() + size_;
      std::iota(to, to + count, static_cast<uint32_t>(at));
    }
    size_ += count;
    return count;
  }
#endif
  bool has_room(size_t bytes) const { return size_ + bytes <= text_.size(); }

  // Of the basic plane.
  void add(const FoldTable& table, char32_t c, size_t at) {
    const std::string_view form = table.of(c);
    if (form.size() > FoldTable::kWide || size_ + FoldTable::kWide > text_.size()) {
      return add(form, at);
    }
    std::memcpy(text_.data() + size_, form.data(), FoldTable::kWide);
    if (origin_ != nullptr) {
      std::fill_n(origin_->data() + size_, form.size(), static_cast<uint32_t>(at));
    }
    size_ += form.size();
  }

  // The characters beyond ASCII from `at` on, and the single signs between them, as far as each is
  // of the basic plane, no mark that may be dropped, and in room that there is; returns where they
  // end. What is written byte by byte would have to be asked for its size after each: all is held
  // at hand meanwhile.
  size_t add_beyond(std::string_view utf8, size_t at, const FoldTable& table, char32_t& previous) {
    const uint32_t* const forms = table.short_forms.data();
    char* const begin = text_.data();
    uint32_t* const origin = origin_ == nullptr ? nullptr : origin_->data();
    const size_t room = text_.size();
    size_t size = size_;
    CodePoint c{previous, 0};
    while (at < utf8.size() && size + sizeof(uint32_t) <= room) {
      CodePoint next{three_byte_character(utf8, at), 3};
      if (next.value == 0) {
        if (is_ascii(utf8[at]) && (at + 1 >= utf8.size() || is_ascii(utf8[at + 1]))) break;
        next = decode(utf8, at);
        if (next.value >= kBmpEnd) break;
      }
      const uint32_t form = forms[next.value], length = form >> 24;
      if (length == FoldTable::kOther) break;
      c = next;
      for (uint32_t i = 0; i < sizeof form; ++i) begin[size + i] = static_cast<char>(form >> 8 * i);
      if (origin != nullptr) std::fill_n(origin + size, length, static_cast<uint32_t>(at));
      size += length;
      at += c.length;
    }
    size_ = size;
    previous = c.value;
    return at;
  }

  void add(std::string_view bytes, size_t at) {
    make_room(bytes.size());
    for (const char byte : bytes) {
      text_[size_] = byte;
      if (origin_ != nullptr) (*origin_)[size_] = static_cast<uint32_t>(at);
      ++size_;
    }
  }

  void finish() {
    text_.resize(size_);
    if (origin_ != nullptr) origin_->resize(size_);
  }

 private:
  void make_room(size_t bytes) {
    if (size_ + bytes <= text_.size()) return;
    const size_t room = std::max(size_ + bytes, 2 * text_.size());
    text_.resize(room);
    if (origin_ != nullptr) origin_->resize(room);
  }

  std::string& text_;
  std::vector<uint32_t>* const origin_;
  size_t size_ = 0;
};

void fold_to(std::string_view utf8, Output& out) {
  const FoldTable& table = fold_table();
  char32_t previous = 0;
  for (size_t at = 0; at < utf8.size();) {
#if defined(__SSE2__)
    if (at + 16 <= utf8.size() && text::is_ascii(utf8[at]) && out.has_room(16)) {
      at += out.add_sixteen(utf8, at, table);
      previous = static_cast<unsigned char>(utf8[at - 1]);
      continue;
    }
#endif
    if (const size_t run = ascii_run(utf8, at); run > 0) {
      out.add_ascii(utf8.substr(at, run), at);
      at += run;
      previous = static_cast<unsigned char>(utf8[at - 1]);
      continue;
    }
    if (const size_t next = out.add_beyond(utf8, at, table, previous); next > at) {
      at = next;
      continue;
    }
    const CodePoint c = decode(utf8, at);
    if (c.value >= kBmpEnd) {
      out.add(utf8.substr(at, c.length), at);
      previous = c.value;
    } else if (c.value < kFirstMark || c.value > kLastMark || !loses_accents(previous)) {
      out.add(table, c.value, at);
      previous = c.value;
    }
    at += c.length;
  }
  out.finish();
}

}  // namespace

char32_t simplified_han(char32_t c) {
  return c >= kHanBegin && c < kHanEnd ? simplified()[c - kHanBegin] : c;
}

Range Folded::to_source(Range folded) const {
  if (folded.empty()) return {origin[folded.begin], origin[folded.begin]};
  // The last folded byte's character ends where the next character's bytes begin.
  const uint32_t last = origin[folded.end - 1];
  uint32_t next = folded.end;
  while (next < text.size() && origin[next] == last) ++next;
  return {origin[folded.begin], origin[next]};
}

Folded fold(std::string_view utf8) {
  Folded folded;
  folded.origin.reserve(utf8.size() + 1);
  Output out(folded.text, &folded.origin, utf8.size());
  fold_to(utf8, out);
  folded.origin.push_back(static_cast<uint32_t>(utf8.size()));
  return folded;
}

std::string fold_copy(std::string_view utf8) {
  std::string folded;
  Output out(folded, nullptr, utf8.size());
  fold_to(utf8, out);
  return folded;
}

}  // namespace synoptic::text
