#include "clean/page.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "text/ascii.h"
#include "text/scan.h"
#include "text/three_bytes.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

constexpr uint32_t kSpacelessWidth = 3;  // a Han character says about as much as three letters
constexpr uint32_t kHangulWidth = 2;
constexpr uint32_t kProseWidth = 45;
constexpr uint32_t kLongWidth = 170;
constexpr uint32_t kStrongWidth = 80;
constexpr uint32_t kTitleWidth = 230;

bool is_closer(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x00BB:
    case 0x201D:
    case 0x2019:
    case 0x201C:
    case 0x300D:
    case 0x300F:
    case 0xFF09:
    case 0x3011:
    case 0x300B:
      return true;
    default:
      return false;
  }
}

bool is_full_stop(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF0E:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
    case ';':
    case 0x061B:
      return true;
    default:
      return false;
  }
}

char32_t last_sign(std::string_view text) {
  while (!text.empty()) {
    const text::CodePoint c = text::decode_before(text, text.size());
    if (!is_closer(c.value) && !text::is_space(c.value)) return c.value;
    text.remove_suffix(c.length);
  }
  return 0;
}

// "A sentence. (Its writer)", "句子。（編輯：…）1150708", "文。【名】": what stands in front of the
// brackets; else empty.
std::string_view before_brackets(std::string_view text) {
  constexpr size_t kWidestCredit = 150, kLongestNumber = 8;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kBrackets{
      {{"(", ")"}, {"（", "）"}, {"【", "】"}, {"〔", "〕"}}};
  text = text::trim_space(text);
  const size_t number = text.find_last_not_of("0123456789") + 1;
  if (text.size() - number <= kLongestNumber && text.substr(0, number).ends_with("）")) {
    text = text.substr(0, number);
  }
  for (const auto& [open, close] : kBrackets) {
    if (!text.ends_with(close)) continue;
    const size_t at = text.rfind(open);
    return at == text.npos || text.size() - at > kWidestCredit ? std::string_view()
                                                               : text.substr(0, at);
  }
  return {};
}

// "句子。 J208", "句子。完": an ideographic full stop, and behind it the paper's own sign.
bool stops_before_sign(std::string_view text) {
  constexpr std::string_view kStop = "。";
  constexpr size_t kLongestSign = 6;
  const size_t looked = kStop.size() + 1 + kLongestSign;
  return text.substr(text.size() - std::min(text.size(), looked)).find(kStop) != text.npos;
}

// Of the run of ASCII bytes from `at` on; eight at a time.
size_t end_of_ascii(std::string_view text, size_t at) {
  constexpr uint64_t kHigh = 0x8080808080808080;
  for (uint64_t eight; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & kHigh) != 0) break;
  }
  while (at < text.size() && text::is_ascii(text[at])) ++at;
  return at;
}

// Bytes of ASCII as keys have them: letters small, 0 for what is no letter or digit.
constexpr std::array<char, 128> kKeyBytes = [] {
  std::array<char, 128> bytes{};
  for (size_t c = 0; c < bytes.size(); ++c) {
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
    const bool counts = upper || lower || (c >= '0' && c <= '9');
    bytes[c] = static_cast<char>(!counts ? 0 : upper ? c + 32 : c);
  }
  return bytes;
}();

// Sixteen bytes word by word; false: not all of them are ASCII. Reads up to eight bytes behind
// them, and writes up to fifteen behind the last.
bool append_sixteen(const char* at, char*& out) {
  const text::SixteenBytes seen = text::look_at_sixteen(at);
  if (seen.beyond != 0) return false;
  const auto copy_eight = [&](int from, int to) {
    constexpr uint64_t kSmall = 0x2020202020202020;  // digits have the bit that makes letters small
    uint64_t eight;
    std::memcpy(&eight, at + from, sizeof eight);
    eight |= kSmall;
    std::memcpy(out + to, &eight, sizeof eight);
  };
  for (uint32_t words = seen.words; words != 0;) {
    const int begin = std::countr_zero(words), size = std::countr_one(words >> begin);
    copy_eight(begin, 0);
    if (size > 8) copy_eight(begin + 8, 8);
    out += size;
    words &= ~uint32_t{0} << (begin + size);
  }
  return true;
}

// The letters and digits of a folded text, or of one in ASCII.
void append_key(std::string_view folded, std::string& key) {
  const size_t begin = key.size();
  constexpr size_t kBlock = text::SixteenBytes::kSize;
  key.resize(begin + folded.size() + kBlock);
  char* out = key.data() + begin;
  for (size_t at = 0; at < folded.size();) {
    if (at + kBlock + sizeof(uint64_t) <= folded.size() &&
        append_sixteen(folded.data() + at, out)) {
      at += kBlock;
      continue;
    }
    for (const size_t end = end_of_ascii(folded, at); at < end; ++at) {
      const char byte = kKeyBytes[static_cast<unsigned char>(folded[at])];
      *out = byte;
      out += byte != 0;
    }
    while (at < folded.size() && !text::is_ascii(folded[at])) {
      const text::CodePoint c = text::decode(folded, at);
      if (text::is_word(c.value)) out = std::copy_n(folded.data() + at, c.length, out);
      at += c.length;
    }
  }
  key.resize(static_cast<size_t>(out - key.data()));
}

uint32_t width_of_character(char32_t c) {
  return text::is_spaceless(c) ? kSpacelessWidth : text::is_hangul(c) ? kHangulWidth : 1;
}

}  // namespace

uint32_t width_of(std::string_view utf8) {
  uint32_t width = 0;
  for (size_t at = 0; at < utf8.size();) {
    if (text::is_ascii(utf8[at])) {
      ++width;
      ++at;
      continue;
    }
    const text::CodePoint c = text::decode(utf8, at);
    width += width_of_character(c.value);
    at += c.length;
  }
  return width;
}

std::string key_of(std::string_view utf8) {
  std::string key;
  const bool ascii = end_of_ascii(utf8, 0) == utf8.size();
  if (ascii)
    append_key(utf8, key);
  else
    append_key(text::fold_copy(utf8), key);
  return key;
}

namespace {

// Told by their length first: each piece of a page is asked several times.
bool is_quiet_reason(std::string_view reason) {
  switch (reason.size()) {
    case 4:
      return reason == "code";
    case 5:
      return reason == "style" || reason == "image" || reason == "share";
    case 6:
      return reason == "script" || reason == "teaser";
    case 7:
      return reason == "control" || reason == "related" || reason == "sidebar" ||
             reason == "consent";
    case 8:
      return reason == "comments";
    case 10:
      return reason == "navigation" || reason == "newsletter";
    case 13:
      return reason == "advertisement";
    default:
      return false;
  }
}

}  // namespace

bool is_quiet(const Piece& piece) {
  constexpr size_t kLongestFact = 1600;
  return piece.outside && (piece.text.size() > kLongestFact || is_quiet_reason(piece.reason));
}

namespace {

bool is_ascii(std::string_view text) { return end_of_ascii(text, 0) == text.size(); }

void take_words(std::string_view text, Line& line) {
  uint32_t width = 0, words = 0;
  bool in_word = false;
  for (size_t at = 0; at < text.size();) {
    text::SixteenBytes seen;
    const uint32_t size = text::is_ascii(text[at]) ? text::look_ahead(text, at, seen) : 0;
    if (size > 0 && seen.beyond == 0) {
      const uint32_t begun = seen.words & ~(seen.words << 1 | (in_word ? 1u : 0u));
      width += size;
      words += text::count_bits(begun);
      in_word = (seen.words >> (size - 1) & 1) != 0;
      at += size;
      continue;
    }
    if (text::is_ascii(text[at])) {
      const bool word = text::is_ascii_word(text[at++]);
      ++width;
      words += word && !in_word;
      in_word = word;
      continue;
    }
    text::CodePoint c{text::three_byte_character(text, at), 3};
    if (c.value == 0) c = text::decode(text, at);
    at += c.length;
    const bool spaceless = text::is_spaceless(c.value);
    width += width_of_character(c.value);
    const bool word = !spaceless && text::is_word(c.value);
    words += spaceless || (word && !in_word);
    in_word = word;
  }
  line.width = width;
  line.words = words;
}

}  // namespace

const std::string& Line::key() const {
  if (!key_) append_key(folded, key_.emplace());
  return *key_;
}

bool Line::has_key() const {
  if (key_) return !key_->empty();
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    if (text::is_word(c.value)) return true;
    at += c.length;
  }
  return false;
}

bool Line::has_key(std::string_view other) const {
  if (key_) return *key_ == other;
  if (folded.size() < other.size()) return false;
  size_t same = 0;
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    if (text::is_word(c.value)) {
      const std::string_view sign = std::string_view(folded).substr(at, c.length);
      if (!other.substr(same).starts_with(sign)) return false;
      same += c.length;
    }
    at += c.length;
  }
  return same == other.size();
}

void Line::release_folded(size_t longest_key) {
  if (!key_ && folded.size() <= 2 * longest_key) append_key(folded, key_.emplace());
  if (!key_ || key_->size() > longest_key) key_.emplace();
  std::string().swap(folded);
  cues.front = {};  // no words, no cue in front of them
  cues.knows_front = true;
}

const text::Folded* Line::way_back() const {
  if (!way_back_) {
    if (is_ascii(piece.text)) return nullptr;
    way_back_ = std::make_unique<text::Folded>(text::fold(piece.text));
  }
  return way_back_.get();
}

Range Line::to_source(Range in_folded) const {
  const text::Folded* way = way_back();
  return way == nullptr ? in_folded : way->to_source(in_folded);
}

uint32_t Line::to_source(uint32_t at_in_folded) const {
  const text::Folded* way = way_back();
  return way == nullptr ? at_in_folded : way->origin[at_in_folded];
}

namespace {

void measure_into(Line& line, Piece&& piece) {
  const char32_t last = last_sign(piece.text);
  line.lead_in = last == ':' || last == 0xFF1A;
  line.piece = std::move(piece);
  if (is_quiet(line.piece)) return;
  const std::string_view text = line.piece.text;
  line.folded = text::fold_copy(text);
  take_words(text, line);
  // An ideographic full stop stands in no headline.
  line.full_stop = is_full_stop(last) || before_brackets(text).ends_with("。") ||
                   (line.width >= kProseWidth &&
                    (is_full_stop(last_sign(before_brackets(text))) || stops_before_sign(text)));
  line.prose =
      line.width >= kLongWidth || (line.width >= kProseWidth && line.full_stop && line.words >= 4);
}

}  // namespace

Line measure(Piece piece) {
  Line line;
  measure_into(line, std::move(piece));
  return line;
}

Line line_of_words(std::string_view words) {
  Piece piece;
  piece.text = words;
  return measure(std::move(piece));
}

Line line_for_cues(std::string_view text) {
  Line line;
  line.piece.text = text;
  line.folded = text::fold_copy(text);
  return line;
}

std::vector<Line> measure_all(std::vector<Piece> pieces) {
  std::vector<Line> lines;
  lines.reserve(pieces.size());
  for (Piece& piece : pieces) measure_into(lines.emplace_back(), std::move(piece));
  return lines;
}

bool is_title_like(const Line& line) {
  if (!line.has_key() || line.width < 4 || line.width > kTitleWidth || line.lead_in) return false;
  const char32_t last = last_sign(line.piece.text);
  // A headline may ask or shout, but does not end with a full stop; two or three dots are style.
  if (last == '.' || last == 0x3002 || last == 0x06D4 || last == 0x0964 || last == 0xFF0E) {
    return line.piece.text.ends_with("..");
  }
  return !before_brackets(line.piece.text).ends_with("。");
}

bool is_strong_prose(const Line& line) {
  return line.prose && line.full_stop && line.width >= kStrongWidth;
}

}  // namespace synoptic::clean
