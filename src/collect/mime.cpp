#include "collect/mime.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "collect/collect.h"
#include "collect/warc_http.h"
#include "model/stamp.h"
#include "text/ascii.h"

namespace synoptic::collect {
namespace {

constexpr size_t kLongestHead = 1 << 16;
constexpr size_t kLongestBoundary = 200;  // RFC 2046, 5.1.1 allows 70
constexpr int kDeepest = 3;               // parts within parts

bool is_field_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return c > ' ' && c < 0x7F && c != ':';  // RFC 5322, 2.2
  });
}

// The value of a parameter, as in `multipart/related; boundary="x"`; names are in small letters.
std::string parameter(std::string_view value, std::string_view name) {
  for (size_t at = value.find(';'); at < value.size();) {
    const std::string_view rest = trim(value.substr(at + 1));
    const size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return {};
    const std::string_view content = trim(rest.substr(equals + 1));
    const bool quoted = content.starts_with('"');
    const std::string_view inner = content.substr(quoted ? 1 : 0);
    const size_t end = std::min(inner.find(quoted ? '"' : ';'), inner.size());
    if (ascii_lower(trim(rest.substr(0, equals))) == name) {
      return std::string(trim(inner.substr(0, end)));
    }
    const auto behind = static_cast<size_t>(inner.data() - value.data()) + end;
    at = value.find(';', behind);
  }
  return {};
}

void take_field(std::string_view name, std::string_view value, MimeHead& head) {
  const std::string key = ascii_lower(name);
  if (key == "content-type") {
    read_media_type(value, head.media_type, head.charset);
    head.boundary = parameter(value, "boundary");
  } else if (key == "content-transfer-encoding") {
    head.coding = ascii_lower(value);
  } else if (key == "content-location") {
    head.location = value;
  } else if (key == "snapshot-content-location") {
    head.snapshot = value;
  } else if (key == "date") {
    head.date = value;
  } else if (key == "from") {
    head.from = value;
  } else if (key == "subject") {
    head.subject = value;
  } else if (key == "content-disposition") {
    head.is_attached = ascii_lower(value).starts_with("attachment");
  } else if (key == "mime-version") {
    head.mime = true;
  }
}

// Where a line is the delimiter `mark`, from `at` on; another one may begin like it.
size_t find_delimiter(std::string_view text, std::string_view mark, size_t at) {
  for (at = text.find(mark, at); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    const std::string_view rest = text.substr(at + mark.size());
    const bool ends = rest.empty() || std::string_view("\r\n \t").find(rest[0]) < 4;
    if ((at == 0 || text[at - 1] == '\n') && (ends || rest.starts_with("--"))) return at;
  }
  return std::string_view::npos;
}

// The line end before the boundary belongs to the boundary (RFC 2046, 5.1.1).
std::string_view without_line_end(std::string_view body) {
  if (body.ends_with('\n')) body.remove_suffix(1);
  if (body.ends_with('\r')) body.remove_suffix(1);
  return body;
}

std::optional<MimePart> find_below(const MimeHead& head, std::string_view body,
                                   const std::function<bool(const MimeHead&)>& is_wanted,
                                   int depth) {
  if (is_wanted(head)) return MimePart{head, body};
  if (!head.media_type.starts_with("multipart/") || head.boundary.empty() ||
      head.boundary.size() > kLongestBoundary || depth == kDeepest) {
    return std::nullopt;
  }
  const std::string mark = "--" + head.boundary;
  size_t at = find_delimiter(body, mark, 0);
  while (at != std::string_view::npos) {
    const size_t line = body.find('\n', at);
    if (line == std::string_view::npos || body.substr(at + mark.size()).starts_with("--")) break;
    const size_t end = find_delimiter(body, mark, line + 1);
    const bool cut = end == std::string_view::npos;
    const std::string_view part = body.substr(line + 1, cut ? end : end - line - 1);
    if (const auto inner = read_mime_head(part)) {
      const std::string_view content = part.substr(inner->size);
      auto found =
          find_below(*inner, cut ? content : without_line_end(content), is_wanted, depth + 1);
      if (found) {
        found->cut = found->cut || cut;
        return found;
      }
    }
    at = end;
  }
  return std::nullopt;
}

}  // namespace

// RFC 5322, 2.2: fields, a line that begins with a blank goes on with the one above.
std::optional<MimeHead> read_mime_head(std::string_view text) {
  MimeHead head;
  std::string name, value;
  for (size_t at = 0; at < std::min(text.size(), kLongestHead);) {
    const size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1;
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (name.empty()) return std::nullopt;
      value += " " + std::string(trim(line));
      continue;
    }
    if (!name.empty()) take_field(name, value, head);
    if (line.empty()) {
      head.size = at;
      return head;
    }
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_field_name(line.substr(0, colon))) {
      return std::nullopt;
    }
    name = line.substr(0, colon);
    value = trim(line.substr(colon + 1));
  }
  return std::nullopt;
}

std::optional<MimePart> find_part(const MimeHead& head, std::string_view body,
                                  const std::function<bool(const MimeHead&)>& is_wanted) {
  return find_below(head, body, is_wanted, 0);
}

std::string iso_of_mail_date(std::string_view date) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (const size_t comma = date.find(','); comma != std::string_view::npos) {
    date.remove_prefix(comma + 1);
  }
  const auto parts = split_trimmed(date, ' ');
  std::vector<std::string> words(parts.begin(), parts.end());
  if (words.size() < 4) return {};
  const size_t month = kMonths.find(ascii_lower(words[1]));
  if (words[1].size() != 3 || month == std::string_view::npos || month % 3 != 0) return {};
  if (words[0].size() == 1) words[0].insert(0, "0");
  std::string zone = words.size() > 4 ? words[4] : "";
  if (zone == "GMT" || zone == "UT" || zone == "-0000" || zone == "+0000") zone = "Z";
  const std::string iso =
      fmt::format("{}-{:02}-{}T{}{}", words[2], month / 3 + 1, words[0], words[3], zone);
  const auto value = model::parse_iso(iso);
  return value ? model::stamp_of(*value) : "";
}

bool is_page_type(std::string_view media_type) {
  return media_type == "text/html" || media_type == "application/xhtml+xml";
}

std::optional<std::string> bytes_of(const MimePart& part) {
  const std::string& coding = part.head.coding;
  if (coding == "quoted-printable") return decode_quoted_printable(part.body);
  if (coding == "base64") return decode_base64(part.body);
  const bool bare = coding.empty() || coding == "7bit" || coding == "8bit" || coding == "binary";
  return bare ? std::optional(std::string(part.body)) : std::nullopt;
}

std::string decode_quoted_printable(std::string_view coded) {
  std::string out;
  out.reserve(coded.size());
  for (size_t at = 0; at < coded.size();) {
    const char c = coded[at];
    if (c != '=') {
      out += c;
      ++at;
      continue;
    }
    const int high = at + 2 < coded.size() ? text::hex_value(coded[at + 1]) : -1;
    const int low = high < 0 ? -1 : text::hex_value(coded[at + 2]);
    if (low >= 0) {
      out += static_cast<char>(high << 4 | low);
      at += 3;
      continue;
    }
    // A soft line break; blanks may have been added behind its sign on the way.
    const size_t behind = coded.find_first_not_of(" \t", at + 1);
    const std::string_view rest =
        behind == std::string_view::npos ? std::string_view() : coded.substr(behind);
    if (rest.empty()) break;
    if (rest.starts_with("\r\n") || rest.starts_with('\n')) {
      at = behind + (rest[0] == '\r' ? 2 : 1);
    } else {
      out += c;
      ++at;
    }
  }
  return out;
}

std::string decode_base64(std::string_view coded) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve(coded.size() / 4 * 3);
  uint32_t bits = 0;
  int count = 0;
  for (const char c : coded) {
    if (c == '=') break;
    const size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = (bits << 6 | static_cast<uint32_t>(digit)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

namespace {

// "=?charset?Q?text?=" at the front; the size of it, 0: no such word.
size_t take_word(std::string_view text, std::string& out) {
  if (!text.starts_with("=?")) return 0;
  const size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size()) return 0;
  const size_t begin = charset_end + 3;
  if (text[charset_end + 2] != '?') return 0;
  const size_t end = text.find("?=", begin);
  if (end == std::string_view::npos) return 0;
  const char coding = static_cast<char>(text[charset_end + 1] | 0x20);
  std::string coded(text.substr(begin, end - begin)), bytes;
  if (coding == 'b') {
    bytes = decode_base64(coded);
  } else if (coding == 'q') {
    std::replace(coded.begin(), coded.end(), '_', ' ');
    bytes = decode_quoted_printable(coded);
  } else {
    return 0;
  }
  std::string_view charset = text.substr(2, charset_end - 2);
  charset = charset.substr(0, charset.find('*'));  // a language may follow (RFC 2231)
  const auto decoded = decode_as(bytes, charset);
  if (!decoded) return 0;
  out += *decoded;
  return end + 2;
}

}  // namespace

std::string decode_words(std::string_view coded) {
  std::string out;
  bool behind_word = false;
  for (size_t at = 0; at < coded.size();) {
    // Blanks between two such words are none of the text.
    const size_t next = coded.find_first_not_of(" \t", at);
    std::string word;
    const size_t from = behind_word && next != std::string_view::npos ? next : at;
    if (const size_t size = take_word(coded.substr(from), word); size > 0) {
      out += word;
      at = from + size;
      behind_word = true;
    } else {
      out += coded[at++];
      behind_word = false;
    }
  }
  return out;
}

}  // namespace synoptic::collect
