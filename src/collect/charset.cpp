#include "collect/charset.h"

#include <fmt/format.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::collect {
namespace {

constexpr size_t kMetaWindow = 4096;  // the standard asks for 1024; real pages are later

struct Charset {
  std::string name, by;
  size_t skip = 0;  // byte order mark
};

// What `charset=` says in the first bytes of an HTML page; empty when it says nothing.
std::string meta_charset(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, kMetaWindow));
  for (size_t at = head.find("charset"); at != std::string::npos;
       at = head.find("charset", at + 7)) {
    size_t i = at + 7;
    while (i < head.size() && (head[i] == ' ' || head[i] == '"' || head[i] == '\'')) ++i;
    if (i >= head.size() || head[i] != '=') continue;
    ++i;
    while (i < head.size() && (head[i] == ' ' || head[i] == '"' || head[i] == '\'')) ++i;
    size_t end = i;
    while (end < head.size() && (std::isalnum(static_cast<unsigned char>(head[end])) ||
                                 head[end] == '-' || head[end] == '_')) {
      ++end;
    }
    if (end > i) return head.substr(i, end - i);
  }
  return {};
}

// The labels of the Encoding Standard that mean another charset than their name says.
std::string converter_name(std::string_view label) {
  if (label == "gb2312" || label == "gbk" || label == "x-gbk") return "gb18030";
  if (label == "iso-8859-1" || label == "latin1" || label == "ascii" || label == "us-ascii") {
    return "windows-1252";
  }
  if (label == "iso-8859-9") return "windows-1254";
  if (label == "shift-jis" || label == "shift_jis" || label == "sjis") return "windows-31j";
  if (label == "euc-kr" || label == "ks_c_5601-1987" || label == "uhc") return "windows-949";
  if (label == "big5") return "windows-950";
  if (label == "utf8") return "utf-8";
  return std::string(label);
}

std::string detected_charset(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min<size_t>(bytes.size(), 256 << 10));
  uchardet_data_end(detector.get());
  return ascii_lower(uchardet_get_charset(detector.get()));
}

bool has_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(name.c_str(), &status), ucnv_close);
  return U_SUCCESS(status) && converter != nullptr;
}

// A sequence that was cut at the end, or a few stray bytes, do not make a page another charset.
bool is_nearly_utf8(std::string_view bytes, size_t& bad, size_t& first_bad) {
  bad = 0;
  size_t multibyte = 0;
  for (size_t at = 0; at < bytes.size();) {
    const text::CodePoint c = text::decode(bytes, at);
    if (c.value == text::kReplacement && c.length == 1) {
      if (bad++ == 0) first_bad = at;
    } else if (c.length > 1) {
      ++multibyte;
    }
    at += c.length;
  }
  return bad == 0 || multibyte >= 8 * bad;
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

Charset find_charset(std::string_view bytes, bool is_html, model::Capture& capture) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"UTF-8", "bom", 3};
  if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE", "bom", 2};
  if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE", "bom", 2};
  if (const auto name = utf16_without_mark(bytes); !name.empty()) {
    return {std::string(name), "detected", 0};
  }
  size_t bad = 0, first_bad = 0;
  const std::string label = is_html ? meta_charset(bytes) : std::string();
  const bool labelled_utf8 = label == "utf-8" || label == "utf8";
  if (is_nearly_utf8(bytes, bad, first_bad)) {
    if (bad > 0) {
      capture.warnings.push_back(
          fmt::format("byte {}: not UTF-8; {} bad bytes were replaced", first_bad, bad));
    }
    return {"UTF-8", labelled_utf8 ? "meta" : "valid", 0};
  }
  if (!label.empty() && !labelled_utf8) {
    const std::string name = converter_name(label);
    if (has_converter(name)) return {name, "meta", 0};
  }
  const std::string guess = converter_name(detected_charset(bytes));
  const bool known = !guess.empty() && guess != "utf-8" && has_converter(guess);
  const std::string chosen = known ? guess : "windows-1252";
  if (labelled_utf8) {
    capture.warnings.push_back(
        fmt::format("labelled {} but its bytes are not; read as {}", label, chosen));
  }
  return {chosen, known ? "detected" : "default", 0};
}

// Converts and notes where each run of characters began. One entry per code point that is not a
// plain continuation keeps the table small: ASCII runs need none.
void convert(std::string_view bytes, const Charset& charset, model::Capture& capture) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(charset.name.c_str(), &status), ucnv_close);
  std::string& out = capture.text;
  size_t replaced = 0;
  const char* source = bytes.data() + charset.skip;
  const char* const limit = bytes.data() + bytes.size();
  int64_t drift = INT64_MIN;  // raw offset minus text offset of the last entry
  while (source < limit && U_SUCCESS(status)) {
    const char* const before = source;
    UErrorCode step = U_ZERO_ERROR;
    UChar32 c = ucnv_getNextUChar(converter.get(), &source, limit, &step);
    if (U_FAILURE(step)) {
      c = text::kReplacement;
      if (source == before) ++source;
    }
    replaced += c == static_cast<UChar32>(text::kReplacement);
    const auto raw = static_cast<int64_t>(before - bytes.data());
    const auto at = static_cast<int64_t>(out.size());
    if (raw - at != drift) {
      capture.raw_offsets.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(raw)});
      drift = raw - at;
    }
    text::append_utf8(out, static_cast<char32_t>(c));
  }
  if (replaced > 0) {
    capture.warnings.push_back(
        fmt::format("{} characters are not {}; they were replaced", replaced, charset.name));
  }
}

}  // namespace

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

void decode_to_utf8(std::string bytes, bool is_html, model::Capture& capture) {
  const Charset charset = find_charset(bytes, is_html, capture);
  capture.charset = charset.name;
  capture.charset_by = charset.by;
  if (charset.name != "UTF-8") {
    convert(bytes, charset, capture);
    capture.raw = std::move(bytes);
    return;
  }
  capture.raw_shift = static_cast<uint32_t>(charset.skip);
  if (charset.skip == 0 && text::is_valid_utf8(bytes)) {
    capture.text = std::move(bytes);
    return;
  }
  const std::string_view rest = std::string_view(bytes).substr(charset.skip);
  if (text::is_valid_utf8(rest)) {
    capture.text = std::string(rest);
  } else {
    convert(bytes, {"utf-8", charset.by, charset.skip}, capture);
    if (capture.warnings.size() > 1) capture.warnings.resize(1);  // the one with the place
  }
  capture.raw = std::move(bytes);
}

}  // namespace synoptic::collect
