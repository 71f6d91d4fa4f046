#include "collect/twice_read.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace synoptic::collect {
namespace {

constexpr int kMostTimes = 3;           // wrong readings one upon another
constexpr size_t kFewestSequences = 3;  // of several bytes, so that it is no example in a text
constexpr size_t kTolerated = 50;       // one bad character in so many is damage

// The charsets in which anything can be read, as the characters of their bytes from 0x80 on.
enum class Reading : uint8_t { kLatin1, kWindows1252, kLatin9 };
using Characters = std::array<char32_t, 128>;

Characters characters_of(Reading reading) {
  Characters made{};
  for (size_t i = 0; i < made.size(); ++i) made[i] = static_cast<char32_t>(0x80 + i);
  const auto put = [&](size_t byte, char32_t value) { made[byte - 0x80] = value; };
  if (reading == Reading::kWindows1252) {
    // 0: the byte means nothing, and was kept as it stood.
    constexpr std::array<char32_t, 32> kSigns{
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    for (size_t i = 0; i < kSigns.size(); ++i) {
      if (kSigns[i] != 0) put(0x80 + i, kSigns[i]);
    }
  } else if (reading == Reading::kLatin9) {
    put(0xA4, 0x20AC), put(0xA6, 0x0160), put(0xA8, 0x0161), put(0xB4, 0x017D);
    put(0xB8, 0x017E), put(0xBC, 0x0152), put(0xBD, 0x0153), put(0xBE, 0x0178);
  }
  return made;
}

// A text, and where each of its bytes began at first; one more entry for its end.
struct Stage {
  std::string text;
  std::vector<uint32_t> from;
};

// The bytes that were read so; nullopt: there is a character that such a reading never gives.
std::optional<Stage> bytes_of(const Stage& read, Reading reading) {
  const Characters characters = characters_of(reading);
  Stage bytes;
  bytes.text.reserve(read.text.size());
  bytes.from.reserve(read.from.size());
  for (size_t at = 0; at < read.text.size();) {
    const text::CodePoint c = text::decode(read.text, at);
    char byte = static_cast<char>(c.value);
    if (c.value >= 0x80) {
      // As a rule the characters are those of Latin-1.
      const size_t own = c.value - 0x80;
      const bool same = own < characters.size() && characters[own] == c.value;
      const auto found = same ? characters.begin() + static_cast<std::ptrdiff_t>(own)
                              : std::find(characters.begin(), characters.end(), c.value);
      if (found == characters.end()) return std::nullopt;
      byte = static_cast<char>(0x80 + (found - characters.begin()));
    }
    bytes.text.push_back(byte);
    bytes.from.push_back(read.from[at]);
    at += c.length;
  }
  bytes.from.push_back(read.from.back());
  return bytes;
}

// The first character beyond ASCII would begin a sequence, and another one follows it: next to no
// text that was read rightly gets past this.
bool may_be_utf8(std::string_view text) {
  const auto is_high = [](char c) { return static_cast<signed char>(c) < 0; };
  const auto first = std::find_if(text.begin(), text.end(), is_high);
  if (text.end() - first < 3 || !is_high(first[2])) return false;
  return first[0] == '\xC3' && first[1] >= '\x82' && first[1] <= '\xB4';
}

// The first character beyond ASCII is one that a reading as Latin letters gives.
bool may_be_latin(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(),
                                  [](char c) { return static_cast<signed char>(c) < 0; });
  return first != text.end() &&
         std::string_view("\xC2\xC3\xC5\xC6\xCB\xE2").find(*first) != std::string_view::npos;
}

std::optional<Stage> as_utf8(const Stage& stage) {
  for (const Reading reading : {Reading::kLatin1, Reading::kWindows1252, Reading::kLatin9}) {
    auto bytes = bytes_of(stage, reading);
    if (!bytes || !text::is_valid_utf8(bytes->text)) continue;
    const auto sequences = std::count_if(bytes->text.begin(), bytes->text.end(), [](char c) {
      return static_cast<unsigned char>(c) >= 0xC0;
    });
    if (static_cast<size_t>(sequences) >= kFewestSequences) return bytes;
  }
  return std::nullopt;
}

bool may_be_legacy(const std::optional<html::Encoding>& declared) {
  return declared && !declared->converter.empty() && declared->name != "UTF-8" &&
         declared->name != "windows-1252" && declared->name != "ISO-8859-15" &&
         !declared->name.starts_with("UTF-16");
}

// In another script most characters stand in rows; so they do not in Latin ones.
bool is_in_rows(std::string_view bytes) {
  constexpr size_t kRow = 4, kLeast = 32;
  size_t high = 0, in_rows = 0, row = 0;
  for (const char c : bytes) {
    row = static_cast<signed char>(c) < 0 ? row + 1 : 0;
    high += row > 0;
    in_rows += row == kRow ? kRow : row > kRow ? 1 : 0;
  }
  return high >= kLeast && 2 * in_rows > high;
}

std::optional<Stage> as_declared(const Stage& stage, const html::Encoding& declared) {
  // Signs that only windows-1252 has tell it; where there are none it was not that.
  for (const Reading reading : {Reading::kLatin1, Reading::kLatin9, Reading::kWindows1252}) {
    const auto bytes = bytes_of(stage, reading);
    if (!bytes || !is_in_rows(bytes->text)) continue;
    auto decoded = decode_bytes(bytes->text, 0, declared);
    if (!decoded || decoded->replaced * kTolerated > decoded->non_ascii) continue;
    model::Capture inner;
    inner.raw_offsets = std::move(decoded->raw_offsets);
    Stage out;
    out.text = std::move(decoded->text);
    for (size_t at = 0; at < out.text.size();) {
      const size_t length = text::decode(out.text, at).length;
      const uint32_t raw = model::raw_offset(inner, static_cast<uint32_t>(at));
      for (size_t i = 0; i < length; ++i) out.from.push_back(bytes->from[raw]);
      at += length;
    }
    out.from.push_back(bytes->from.back());
    return out;
  }
  return std::nullopt;
}

DecodedBytes decoded_of(Stage stage) {
  DecodedBytes decoded;
  for (size_t at = 0; at < stage.text.size();) {
    const text::CodePoint c = text::decode(stage.text, at);
    const auto width = static_cast<uint8_t>(c.length);
    const uint32_t raw = stage.from[at];
    const auto raw_width = static_cast<uint8_t>(stage.from[at + c.length] - raw);
    const auto* last = decoded.raw_offsets.empty() ? nullptr : &decoded.raw_offsets.back();
    if (last == nullptr || last->text_width != width || last->raw_width != raw_width) {
      decoded.raw_offsets.push_back({static_cast<uint32_t>(at), raw, width, raw_width});
    }
    decoded.non_ascii += c.value >= 0x80;
    decoded.replaced += c.value == text::kReplacement;
    at += c.length;
  }
  decoded.text = std::move(stage.text);
  return decoded;
}

}  // namespace

std::optional<DecodedBytes> undo_wrong_reading(std::string_view text,
                                               const std::optional<html::Encoding>& declared) {
  const bool legacy = may_be_legacy(declared) && may_be_latin(text);
  if (!legacy && !may_be_utf8(text)) return std::nullopt;
  Stage stage{std::string(text), std::vector<uint32_t>(text.size() + 1)};
  for (size_t i = 0; i < stage.from.size(); ++i) stage.from[i] = static_cast<uint32_t>(i);
  int times = 0;
  for (; times < kMostTimes; ++times) {
    auto mended = may_be_utf8(stage.text) ? as_utf8(stage) : std::nullopt;
    if (!mended && legacy) mended = as_declared(stage, *declared);
    if (!mended) break;
    stage = std::move(*mended);
  }
  if (times == 0) return std::nullopt;
  return decoded_of(std::move(stage));
}

std::optional<html::Encoding> label_in_page(std::string_view page) {
  const auto sniffed = html::sniff_encoding(page, {}, html::LateMeta::kIgnore);
  if (!sniffed || sniffed->basis != html::EncodingBasis::kMeta) return std::nullopt;
  return sniffed->encoding;
}

bool take_twice_read(std::string_view text, size_t mark,
                     const std::optional<html::Encoding>& declared, model::Capture& capture) {
  auto mended = undo_wrong_reading(text, declared);
  if (!mended) return false;
  for (model::RawOffset& run : mended->raw_offsets) run.raw += static_cast<uint32_t>(mark);
  capture.charset = kTwiceRead;
  capture.charset_by = "detected";
  capture.text = std::move(mended->text);
  capture.raw_offsets = std::move(mended->raw_offsets);
  capture.warnings.push_back("was read in a wrong charset and written so; mended");
  return true;
}

}  // namespace synoptic::collect
