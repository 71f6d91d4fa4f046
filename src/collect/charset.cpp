#include "collect/charset.h"

#include <fmt/format.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/strings.h"
#include "collect/charset_decoder.h"
#include "collect/collect.h"
#include "collect/turkish_letters.h"
#include "collect/twice_read.h"
#include "html/encoding.h"
#include "text/utf8.h"

namespace synoptic::collect {
namespace {

using html::Encoding;
using html::EncodingBasis;

constexpr size_t kUtf32Mark = 4;  // bytes

struct Declared {
  Encoding encoding;
  std::string by;  // bom, header or meta
  size_t mark_size = 0;
};

// What the bytes or their bearer say; only pages say it inside.
std::optional<Declared> declared_charset(std::string_view bytes, bool is_html,
                                         std::string_view transport_charset,
                                         html::LateMeta late_meta) {
  const auto sniffed = html::sniff_encoding(bytes, transport_charset, late_meta);
  if (!sniffed) return std::nullopt;
  switch (sniffed->basis) {
    case EncodingBasis::kByteOrderMark:
      return Declared{sniffed->encoding, "bom", sniffed->mark_size};
    case EncodingBasis::kTransport:
      return Declared{sniffed->encoding, "header"};
    default:
      return is_html ? std::optional(Declared{sniffed->encoding, "meta"}) : std::nullopt;
  }
}

// Words tell the charset, markup does not: the text between tags, without scripts and styles. No
// charset has the brackets as second bytes.
std::string words_of(std::string_view page) {
  constexpr size_t kEnough = 64 << 10;
  std::string words;
  for (size_t at = 0; at < page.size() && words.size() < kEnough;) {
    const size_t tag = std::min(page.find('<', at), page.size());
    words.append(page.substr(at, tag - at));
    const std::string name = ascii_lower(page.substr(tag, 7));
    at = page.find('>', tag);
    if (name.starts_with("<script") || name.starts_with("<style")) {
      at = page.find(name[2] == 'c' ? "</script" : "</style", tag);
    } else if (name.starts_with("<!--")) {
      at = page.find("-->", tag);
    }
    if (at == std::string_view::npos) break;
    at += page[at] != '<';
    words.push_back(' ');
  }
  return words;
}

// The two Greek charsets differ in their signs and in one capital letter, which begins words:
// 0xA2 in windows-1253, 0xB6 in ISO-8859-7; the other's byte there is a sign that does not.
std::optional<Encoding> greek_charset(std::string_view bytes) {
  int windows = 0;
  for (size_t i = 0; i + 1 < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    windows += c >= 0x80 && c < 0xA0;  // quotes and dashes that ISO-8859-7 does not have
    if (static_cast<unsigned char>(bytes[i + 1]) >= 0xC0) windows += (c == 0xA2) - (c == 0xB6);
  }
  return html::encoding_of_label(windows > 0 ? "windows-1253" : "iso-8859-7");
}

std::optional<Encoding> detected_charset(std::string_view bytes, bool is_html) {
  std::string words;
  if (is_html) words = words_of(bytes);
  const std::string_view sample =
      std::any_of(words.begin(), words.end(), [](char c) { return (c & 0x80) != 0 || c == '\x1B'; })
          ? std::string_view(words)
          : bytes.substr(0, 256 << 10);
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       uchardet_delete);
  uchardet_handle_data(detector.get(), sample.data(), sample.size());
  uchardet_data_end(detector.get());
  const std::string_view name = uchardet_get_charset(detector.get());
  if (name.empty() || name == "ASCII" || name == "UTF-8") return std::nullopt;
  if (name == "ISO-8859-7" || name == "WINDOWS-1253") return greek_charset(bytes);
  if (const auto known = html::encoding_of_label(name); known && !known->converter.empty()) {
    return known;
  }
  // Names of the detector's own, and charsets that ICU reads though browsers do not.
  if (name == "UHC") return html::encoding_of_label("euc-kr");
  if (name == "MAC-CYRILLIC") return html::encoding_of_label("x-mac-cyrillic");
  for (const std::string_view other : {"HZ-GB-2312", "ISO-2022-KR", "ISO-2022-CN", "EUC-TW",
                                       "IBM737", "IBM850", "IBM852", "IBM855", "IBM858"}) {
    if (name == other) return Encoding{other, other, {}};
  }
  return std::nullopt;
}

// How far bytes are UTF-8: characters beyond ASCII, and bytes that are none.
struct Utf8Count {
  size_t multibyte = 0, bad = 0, first_bad = 0;

  // A sequence that was cut at the end, or a few stray bytes, do not make a page another charset.
  // Where UTF-8 is declared its own sequences are evidence enough, as for browsers: by chance few
  // stand in text of another charset, and many bytes beside them are bad.
  bool is_nearly_utf8(bool declared) const {
    constexpr size_t kFew = 3;
    if (multibyte >= 8 * bad) return true;
    return declared && multibyte > 0 && bad <= std::max(multibyte, kFew);
  }
};

Utf8Count count_utf8(std::string_view bytes) {
  constexpr size_t kHopeless = 1000;  // so many bad bytes and not as many good: look no further
  Utf8Count count;
  for (size_t at = 0; at < bytes.size();) {
    if (static_cast<signed char>(bytes[at]) >= 0) {
      ++at;
      continue;
    }
    const text::CodePoint c = text::decode(bytes, at);
    if (c.value == text::kReplacement && c.length == 1) {
      if (count.bad++ == 0) count.first_bad = at;
      if (count.bad > kHopeless && count.multibyte < count.bad) break;
    } else if (c.length > 1) {
      ++count.multibyte;
    }
    at += c.length;
  }
  return count;
}

// How much of the head reads as text in UTF-16 of one byte order: letters, digits, punctuation and
// blanks of scripts in use. Half of the bytes of another file make rare signs, or none.
double share_of_text(std::string_view head, size_t high) {
  size_t good = 0, units = 0;
  for (size_t at = 0; at + 1 < head.size(); at += 2) {
    const auto unit = static_cast<char32_t>(static_cast<unsigned char>(head[at + high]) << 8 |
                                            static_cast<unsigned char>(head[at + 1 - high]));
    ++units;
    const bool latin = (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' ||
                       unit == '\t' || (unit >= 0xA0 && unit < 0x250);
    const bool other = (unit >= 0x0370 && unit < 0x1200) || (unit >= 0x1E00 && unit < 0x2070) ||
                       (unit >= 0x3000 && unit < 0x3100) || (unit >= 0x4E00 && unit < 0xA000) ||
                       (unit >= 0xAC00 && unit < 0xD7A4) || (unit >= 0xFF00 && unit < 0xFF66);
    good += latin || other;
  }
  return units == 0 ? 0 : static_cast<double>(good) / static_cast<double>(units);
}

// In texts of Latin letters those beyond ASCII stand among ASCII ones; a page where most stand in
// rows is in another script or charset.
bool is_hardly_latin(std::string_view bytes) {
  constexpr size_t kRow = 4, kLeast = 16;
  size_t high = 0, in_rows = 0, row = 0;
  for (const char c : bytes) {
    if (static_cast<signed char>(c) >= 0) {
      row = 0;
      continue;
    }
    ++high;
    if (++row == kRow) in_rows += kRow;
    in_rows += row > kRow;
  }
  return high >= kLeast && 2 * in_rows > high;
}

bool is_single_byte(const Encoding& encoding) {
  constexpr std::string_view kFamilies[] = {"ISO-8859", "windows-", "KOI8", "IBM", "mac", "x-mac"};
  return std::any_of(std::begin(kFamilies), std::end(kFamilies),
                     [&](auto family) { return encoding.name.starts_with(family); });
}

// Is what was decoded under a label such that another charset should be tried?
bool is_doubtful(const DecodedBytes& decoded, const Encoding& encoding, std::string_view bytes) {
  constexpr size_t kTolerated = 50;  // one bad character in so many is damage, not a wrong label
  if (decoded.replaced * kTolerated > decoded.non_ascii) return true;
  // The label that servers and editors write without being asked; no byte contradicts it.
  return encoding.name == "windows-1252" && is_hardly_latin(bytes);
}

// Nearly every byte means something in a charset of single bytes, so that a clean reading in it
// says little.
bool is_better(const DecodedBytes& other, const Encoding& other_encoding,
               const DecodedBytes& labelled) {
  if (is_single_byte(other_encoding) && labelled.replaced * 5 < labelled.non_ascii &&
      labelled.replaced > 0) {
    return false;
  }
  return labelled.replaced == 0 ? other.replaced * 100 <= other.non_ascii
                                : other.replaced * 10 <= labelled.replaced;
}

void take(DecodedBytes decoded, const Encoding& encoding, std::string_view by,
          model::Capture& capture) {
  capture.charset = encoding.name;
  capture.charset_by = by;
  capture.text = std::move(decoded.text);
  capture.raw_offsets = std::move(decoded.raw_offsets);
  if (decoded.replaced > 0) {
    capture.warnings.push_back(fmt::format("{} characters are not {}; they were replaced",
                                           decoded.replaced, encoding.name));
  }
}

// Bytes that are not UTF-8: by their label if they bear it out, else by what they look like.
void decode_legacy(std::string_view bytes, bool is_html, const std::optional<Declared>& declared,
                   model::Capture& capture) {
  std::optional<DecodedBytes> labelled;
  if (declared && declared->encoding.name != "UTF-8") {
    labelled = decode_bytes(bytes, declared->mark_size, declared->encoding);
    const bool sure =
        labelled && (declared->by == "bom" || !is_doubtful(*labelled, declared->encoding, bytes));
    if (sure && declared->by != "bom" && declared->encoding.name == "windows-1252" &&
        is_rather_windows_1254(bytes)) {
      const Encoding chosen = *html::encoding_of_label("windows-1254");
      capture.warnings.push_back(
          fmt::format("labelled {} but its letters are those of {}; read as that",
                      declared->encoding.name, chosen.name));
      return take(*decode_bytes(bytes, declared->mark_size, chosen), chosen, "detected", capture);
    }
    if (sure) return take(std::move(*labelled), declared->encoding, declared->by, capture);
  }
  const auto guess = detected_charset(bytes, is_html);
  auto guessed = guess ? decode_bytes(bytes, 0, *guess) : std::nullopt;
  if (labelled && (!guessed || guess->name == declared->encoding.name ||
                   !is_better(*guessed, *guess, *labelled))) {
    return take(std::move(*labelled), declared->encoding, declared->by, capture);
  }
  const Encoding chosen = guessed ? *guess : *html::encoding_of_label("windows-1252");
  if (declared) {
    capture.warnings.push_back(fmt::format("labelled {} but its bytes are not; read as {}",
                                           declared->encoding.name, chosen.name));
  }
  const char* by = guessed ? "detected" : "default";
  if (!guessed) guessed = decode_bytes(bytes, 0, chosen);
  take(std::move(*guessed), chosen, by, capture);
}

// ISO-2022-JP, -KR and -CN and HZ are ASCII bytes, so valid UTF-8 too. Escapes begin the signs of
// the former; the tildes of HZ are too common to be looked for where no label names it.
std::optional<Encoding> charset_of_escapes(std::string_view bytes, bool is_html,
                                           const std::optional<Declared>& declared) {
  const bool may_be_hz = declared && declared->encoding.name == "replacement";
  if (!may_be_hz && bytes.find('\x1B') == std::string_view::npos) return std::nullopt;
  if (std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; })) {
    return std::nullopt;
  }
  if (declared && declared->encoding.name == "ISO-2022-JP") return declared->encoding;
  const auto guess = detected_charset(bytes, is_html);
  const bool fits = guess && (guess->name.starts_with("ISO-2022") || guess->name == "HZ-GB-2312");
  return fits ? guess : std::nullopt;
}

// Text that is UTF-8 but for stray bytes.
void decode_damaged_utf8(std::string_view bytes, size_t skip, const Utf8Count& count,
                         model::Capture& capture) {
  auto decoded = decode_bytes(bytes, skip, *html::encoding_of_label("utf-8"));
  capture.text = std::move(decoded->text);
  capture.raw_offsets = std::move(decoded->raw_offsets);
  capture.warnings.push_back(
      fmt::format("byte {}: not UTF-8; {} bad bytes were replaced", count.first_bad, count.bad));
}

// Zero bytes in a text are damage, and no sign that anybody sees; HTML has rules of its own for
// them.
void take_without_zeros(std::string_view unmarked, size_t mark, model::Capture& capture) {
  for (size_t at = 0; at < unmarked.size(); ++at) {
    const size_t end = std::min(unmarked.find('\0', at), unmarked.size());
    if (end > at) {
      // Byte by byte the same, as far as the next one.
      capture.raw_offsets.push_back(
          {static_cast<uint32_t>(capture.text.size()), static_cast<uint32_t>(mark + at), 1, 1});
      capture.text += unmarked.substr(at, end - at);
    }
    at = end;
  }
  capture.warnings.push_back(
      fmt::format("{} zero bytes were left out", unmarked.size() - capture.text.size()));
}

}  // namespace

std::optional<std::string> decode_as(std::string_view bytes, std::string_view charset) {
  auto encoding = html::encoding_of_label(charset);
  if (!encoding) encoding = Encoding{charset, charset, {}};  // read by ICU, not by browsers
  if (utf32_by_mark(bytes) == charset && !charset.empty()) {
    return std::move(decode_bytes(bytes, kUtf32Mark, *encoding)->text);
  }
  const auto sniffed = html::sniff_encoding(bytes, {}, html::LateMeta::kIgnore);
  if (charset == kTwiceRead) {
    const auto page = bytes.substr(sniffed ? sniffed->mark_size : 0);
    auto mended = undo_wrong_reading(page, label_in_page(page));
    return mended ? std::optional(std::move(mended->text)) : std::nullopt;
  }
  const bool marked = sniffed && sniffed->basis == EncodingBasis::kByteOrderMark &&
                      sniffed->encoding.name == encoding->name;
  auto decoded = decode_bytes(bytes, marked ? sniffed->mark_size : 0, *encoding);
  return decoded ? std::optional(std::move(decoded->text)) : std::nullopt;
}

std::string_view utf32_by_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
  return {};
}

std::string_view utf16_without_mark(std::string_view bytes) {
  constexpr size_t kHead = 1 << 14, kLeast = 8;
  constexpr double kText = 0.97;
  const std::string_view head = bytes.substr(0, kHead);
  // Text has blanks or line ends as a rule, and those have a zero byte.
  if (head.size() < kLeast || head.find('\0') == std::string_view::npos) {
    return {};
  }
  const double little = share_of_text(head, 1), big = share_of_text(head, 0);
  if (std::max(little, big) < kText || little == big) return {};
  return little > big ? "UTF-16LE" : "UTF-16BE";
}

void decode_to_utf8(std::string bytes, bool is_html, model::Capture& capture,
                    std::string_view transport_charset) {
  if (const auto name = utf32_by_mark(bytes); !name.empty()) {
    const Encoding encoding{name, name, {}};
    take(*decode_bytes(bytes, kUtf32Mark, encoding), encoding, "bom", capture);
    capture.raw = std::move(bytes);
    return;
  }
  auto declared = declared_charset(bytes, is_html, transport_charset, html::LateMeta::kIgnore);
  const size_t mark = declared ? declared->mark_size : 0;
  const bool marked_otherwise = mark > 0 && declared->encoding.name != "UTF-8";
  bool says_utf8 = declared && declared->encoding.name == "UTF-8";
  const std::string_view unmarked = std::string_view(bytes).substr(mark);
  const auto page_label = [&]() -> std::optional<Encoding> {
    if (!declared || declared->by == "bom") return std::nullopt;
    return declared->by == "meta" ? declared->encoding : label_in_page(unmarked);
  };
  const auto take_utf8 = [&] {
    capture.charset = "UTF-8";
    capture.charset_by = says_utf8 ? declared->by : "valid";
    capture.raw_shift = static_cast<uint32_t>(mark);
  };
  if (const auto name = utf16_without_mark(bytes); mark == 0 && !name.empty()) {
    const Encoding encoding = *html::encoding_of_label(name);
    take(*decode_bytes(bytes, 0, encoding), encoding, "detected", capture);
  } else if (!marked_otherwise && text::is_valid_utf8(unmarked)) {
    if (const auto escaped = charset_of_escapes(bytes, is_html, declared); escaped && mark == 0) {
      take(*decode_bytes(bytes, 0, *escaped), *escaped, "detected", capture);
    } else if (!take_twice_read(unmarked, mark, page_label(), capture)) {
      take_utf8();
      if (!is_html && unmarked.find('\0') != std::string_view::npos) {
        take_without_zeros(unmarked, mark, capture);
        capture.raw = std::move(bytes);
        return;
      }
      if (mark == 0) {
        capture.text = std::move(bytes);
        return;  // nothing was copied: the raw bytes are the text
      }
      capture.text = std::string(unmarked);
    }
  } else {
    const Utf8Count count = marked_otherwise ? Utf8Count{} : count_utf8(bytes);
    bool is_utf8 = !marked_otherwise && (mark > 0 || count.is_nearly_utf8(says_utf8));
    if (!is_utf8 && !declared && is_html) {
      declared = declared_charset(bytes, is_html, {}, html::LateMeta::kFind);
      says_utf8 = declared && declared->encoding.name == "UTF-8";
      is_utf8 = says_utf8 && count.is_nearly_utf8(true);
    }
    if (is_utf8) {
      take_utf8();
      decode_damaged_utf8(bytes, mark, count, capture);
    } else {
      decode_legacy(bytes, is_html, declared, capture);
    }
  }
  capture.raw = std::move(bytes);
}

}  // namespace synoptic::collect
