#include "collect/records.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <unordered_set>

#include "base/hash.h"
#include "base/strings.h"
#include "collect/capture.h"
#include "collect/collect.h"
#include "collect/lenient_json.h"
#include "collect/mime.h"
#include "collect/twice_read.h"
#include "model/date.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::collect {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr size_t kLongestFact = 4096;  // more is another text, not a fact of this one

std::string_view string_at(const object& record, std::string_view key) {
  std::string_view text;
  return record.at_key(key).get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// "latin-1-bytes": each code point is a byte of the page, so that a page in any charset fits in
// JSON. False when a code point is no byte.
bool bytes_of_code_points(std::string_view text, std::string& bytes) {
  bytes.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      bytes += text[i];
    } else if ((lead == 0xC2 || lead == 0xC3) && i + 1 < text.size()) {
      bytes += static_cast<char>(((lead & 3) << 6) | (text[++i] & 0x3F));
    } else {
      return false;
    }
  }
  return true;
}

constexpr std::string_view kIsFeed =
    "is a feed, no page: fetch the pages that it names (curl -O, wget) and read these";

// https://www.jsonfeed.org/version/1.1/
bool is_feed(const object& record) {
  return string_at(record, "version").find("//jsonfeed.org/version/") != std::string_view::npos;
}

// The value as a line of front matter would have it; empty where it is no such thing.
std::string fact_of(const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    std::vector<std::string> items;
    for (const element item : list) {
      if (item.get(text) == simdjson::SUCCESS) items.emplace_back(text);
    }
    return join(items, "; ");
  }
  int64_t number = 0;
  return value.get(number) == simdjson::SUCCESS ? std::to_string(number) : std::string();
}

// A page speaks for itself; beside a bare text the record's other keys are its front matter. They
// have no bytes in the text: their spans are empty.
void take_facts(const object& record, model::Capture& capture) {
  for (const auto field : record) {
    if (field.key == "text" || field.key == "html") continue;
    std::string fact = fact_of(field.value);
    if (fact.empty() || fact.size() > kLongestFact) continue;
    capture.front_matter.push_back({std::string(field.key), std::move(fact), {}});
  }
}

Result<model::Capture> page_of(const object& record, std::string_view html,
                               const std::string& where) {
  if (string_at(record, "html_encoding") == "latin-1-bytes") {
    std::string bytes;
    if (!bytes_of_code_points(html, bytes)) {
      return failure(ErrorCode::kMalformed, where, "has an \"html\" that is not latin-1-bytes");
    }
    if (auto good = check_text(bytes, where); !good) return tl::unexpected(good.error());
    return capture_bytes(std::move(bytes), "page.html");
  }
  model::Capture capture;
  const std::string_view page = html.substr(html.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  if (take_twice_read(page, 0, label_in_page(page), capture)) {
    capture.raw = page;
  } else {
    capture.text = page;
  }
  capture.format = model::Format::kHtml;
  return capture;
}

}  // namespace

namespace {

// As it stands there, for people; short.
std::string shown(const element& value) {
  constexpr size_t kLongest = 80;
  std::string json = simdjson::minify(value);
  if (json.size() <= kLongest) return json;
  return std::string(text::first_bytes(json, kLongest)) + "…";
}

// Where from and when. A value that is no address or no time is left out, and told.
void take_place(const object& record, model::Capture& capture) {
  element value;
  const auto refuse = [&](const char* key, const char* why) {
    capture.warnings.push_back(fmt::format("\"{}\" {}: {}", key, why, shown(value)));
  };
  if (record.at_key("url").get(value) == simdjson::SUCCESS && !value.is_null()) {
    const std::string url(trim(string_at(record, "url")));
    const auto parsed = url::is_web(url) ? url::parse(url) : std::nullopt;
    if (parsed && !parsed->host.empty()) {
      capture.url = url;
    } else if (!url.empty() || !value.is_string()) {
      refuse("url", "is no address of the web and is left out");
      std::erase_if(capture.front_matter, [](const auto& field) { return field.key == "url"; });
      if (capture.url == url) capture.url.clear();
    }
  }
  for (const auto* key : {"fetched", "fetch_date", "fetched_at"}) {
    if (record.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) continue;
    const std::string time(string_at(record, key));
    if (time.empty() && value.is_string()) continue;
    if (model::parse_iso(time) || !iso_of_mail_date(time).empty()) {
      if (model::parse_iso(capture.fetched)) continue;
      capture.fetched = model::parse_iso(time) ? time : iso_of_mail_date(time);
      continue;
    }
    refuse(key, "is no time (2026-03-01T10:00:00Z) and is left out");
    std::erase_if(capture.front_matter, [&](const auto& field) { return field.key == key; });
    if (capture.fetched == time) capture.fetched.clear();
  }
}

}  // namespace

bool looks_like_record(std::string_view head) {
  if (!head.starts_with('{')) return false;
  head = trim(head.substr(1));
  return head.empty() || head.starts_with('"') || head.starts_with('}');
}

namespace {

// `line`: the whole of it, as received.
Result<model::Capture> capture_object(const object& record, std::string_view line,
                                      const std::string& where) {
  std::unordered_set<std::string_view> keys;
  for (const auto field : record) {
    // Readers take the first or the last: such a record says two things (RFC 7493, 2.3).
    if (!keys.insert(field.key).second) {
      return failure(ErrorCode::kMalformed, where, fmt::format("has \"{}\" twice", field.key));
    }
  }
  std::string_view html, text;
  const bool has_html = record.at_key("html").get(html) == simdjson::SUCCESS;
  const bool has_text = record.at_key("text").get(text) == simdjson::SUCCESS;
  if (!has_html && !has_text && is_feed(record)) {
    return failure(ErrorCode::kUnsupported, where, std::string(kIsFeed));
  }
  for (const auto* key : {"html", "text"}) {
    element value;
    const bool told = record.at_key(key).get(value) == simdjson::SUCCESS && !value.is_null();
    if (has_html || has_text || !told) continue;
    return failure(ErrorCode::kMalformed, where,
                   fmt::format("\"{}\" is no string: {}", key, shown(value)));
  }
  if (!has_html && !has_text) {
    return failure(ErrorCode::kMalformed, where, "has neither \"html\" nor \"text\"");
  }
  if (auto good = check_text(has_html ? html : text, where); !good) {
    return tl::unexpected(good.error());
  }
  model::Capture capture;
  if (has_html) {
    auto page = page_of(record, html, where);
    if (!page) return page;
    capture = std::move(*page);
  } else {
    capture.text = text.substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    std::erase(capture.text, '\0');  // damage that nobody sees
    tell_format("", capture);
    take_facts(record, capture);
  }
  if (capture.charset.empty()) {
    capture.charset = "UTF-8";  // RFC 8259, 8.1
    capture.charset_by = "json";
  }
  take_address(capture);
  capture.path = where;
  // Two outlets may print the very same words: what was received is the whole line.
  capture.sha256 = sha256_hex(line);
  capture.record = line;
  take_place(record, capture);
  element coding;
  const std::string_view named = string_at(record, "html_encoding");
  const bool known = named == "latin-1-bytes" || ascii_lower(named) == "utf-8";
  if (has_html && !known && record.at_key("html_encoding").get(coding) == simdjson::SUCCESS &&
      !coding.is_null()) {
    capture.warnings.push_back(
        fmt::format("\"html_encoding\" is none that is known and is left out: {}", shown(coding)));
  }
  return capture;
}

// How a JSON document begins that is no sentence in brackets; what follows shows what it is.
bool may_be_json(std::string_view bytes, std::string_view kind) {
  bytes = trim(bytes);
  if (kind == "json") return true;
  if (looks_like_record(bytes.substr(0, 64))) return true;
  if (!bytes.starts_with('[')) return false;
  bytes = trim(bytes.substr(1, 64));
  return bytes.starts_with('{') || bytes.starts_with('[') || bytes.starts_with('"');
}

// Files of pages are often named .json.
bool is_record_a_line(std::string_view bytes) {
  const std::string_view first = trim(bytes.substr(0, bytes.find('\n')));
  simdjson::dom::parser parser;
  element root;
  return first.size() < bytes.size() && looks_like_record(first.substr(0, 64)) &&
         parse_lenient(parser, first).get(root) == simdjson::SUCCESS;
}

}  // namespace

Result<model::Capture> capture_record(std::string_view line, const std::string& where) {
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  simdjson::dom::parser parser;
  element root;
  if (const auto code = parse_lenient(parser, line).get(root); code != simdjson::SUCCESS) {
    return failure(ErrorCode::kMalformed, where,
                   fmt::format("is not JSON ({})", simdjson::error_message(code)));
  }
  object record;
  if (root.get(record) != simdjson::SUCCESS) {
    return failure(ErrorCode::kMalformed, where, "is not a JSON object");
  }
  return capture_object(record, line, where);
}

std::optional<Result<model::Capture>> capture_json(std::string_view bytes, std::string_view kind,
                                                   const std::string& path) {
  const std::string_view json = bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  if (!may_be_json(json, kind)) return std::nullopt;
  const auto refused = [&](std::string why) {
    return Result<model::Capture>(failure(ErrorCode::kUnsupported, path, std::move(why)));
  };
  simdjson::dom::parser parser;
  element root;
  if (const auto code = parse_lenient(parser, json).get(root); code != simdjson::SUCCESS) {
    if (is_record_a_line(json)) {
      return refused(
          "holds a JSON object a line: it is read under a name that ends in .jsonl or .ndjson, or "
          "on standard input");
    }
    if (kind != "json") return std::nullopt;
    return Result<model::Capture>(
        failure(ErrorCode::kMalformed, path,
                fmt::format("is not JSON ({})", simdjson::error_message(code))));
  }
  object record;
  if (root.get(record) == simdjson::SUCCESS) {
    const bool page = !string_at(record, "html").empty() || !string_at(record, "text").empty();
    if (page || is_feed(record)) return capture_object(record, bytes, path);
    return refused("is JSON, no page: of an object with \"html\" or \"text\" these are read");
  }
  if (root.is_array()) {
    return refused(
        "is a JSON list, no page: pages are read from a file with one object in every line "
        "(jq -c '.[]' pages.json > pages.jsonl)");
  }
  return kind == "json" ? std::optional(refused("is JSON, no page")) : std::nullopt;
}

}  // namespace synoptic::collect
