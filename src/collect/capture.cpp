// Bytes -> Capture: what format it is, and what its front matter says of the address.
#include "collect/capture.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/strings.h"
#include "collect/charset.h"
#include "collect/collect.h"
#include "collect/foreign.h"
#include "collect/front_matter.h"
#include "collect/mail.h"
#include "collect/mhtml.h"
#include "collect/records.h"
#include "text/scan.h"

namespace synoptic::collect {
namespace {

bool looks_binary(std::string_view bytes) {
  if (!utf16_without_mark(bytes).empty() || !utf32_by_mark(bytes).empty()) return false;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;  // UTF-16
  const std::string_view head = bytes.substr(0, 1 << 16);
  size_t control = 0, zeros = 0;
  const auto next_control = [&](size_t at) { return text::next_at_most(head, at, '\x1F'); };
  for (size_t at = next_control(0); at < head.size(); at = next_control(at + 1)) {
    const char c = head[at];
    zeros += c == '\0';
    control += c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B && c != 0x08;
  }
  // A stray zero byte is damage that browsers read over; files that are no text have many.
  return zeros * 100 > head.size() || control * 20 > head.size();
}

bool looks_like_html(std::string_view bytes) {
  std::string head = ascii_lower(bytes.substr(0, 4096));
  const std::string_view start = trim(std::string_view(head));
  if (start.starts_with("<!doctype html") || start.starts_with("<html")) return true;
  if (!start.starts_with("<")) return false;
  return head.find("<html") != std::string::npos || head.find("<body") != std::string::npos ||
         head.find("<div") != std::string::npos || head.find("<p>") != std::string::npos;
}

// "# Title" and an empty line: nothing else begins so.
bool begins_with_heading(std::string_view text) {
  bool heading = false;
  for (const auto line : lines(text.substr(0, 1 << 12))) {
    const bool empty = trim(line).empty();
    if (heading) return empty;
    if (empty) continue;
    if (!line.starts_with("# ")) return false;
    heading = true;
  }
  return false;
}

// Markdown shows in its links, headings and front matter; one sign further down may be chance.
bool looks_like_markdown(std::string_view text, bool has_front_matter) {
  size_t signs = has_front_matter || begins_with_heading(text) ? 2 : 0;
  for (const auto line : lines(text.substr(0, 1 << 16))) {
    if (line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ")) ++signs;
    if (line.find("](") != std::string_view::npos) ++signs;
    if (signs >= 2) return true;
  }
  return false;
}

// The name without what says how it is packed: "page.html" of "page.html.gz".
std::string_view unpacked_name(std::string_view path) {
  for (const std::string_view packing : {".gz", ".bz2", ".zst"}) {
    if (ascii_lower(path).ends_with(packing)) path.remove_suffix(packing.size());
  }
  return path;
}

// A carriage return alone ends a line too (CommonMark 0.31, 2.1); written as a line feed it takes
// the same byte, so that all offsets stay.
void mend_line_ends(model::Capture& capture) {
  std::string& text = capture.text;
  bool kept = !capture.raw.empty();
  for (size_t at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] == '\n') continue;
    if (!std::exchange(kept, true)) capture.raw = text;
    text[at] = '\n';
  }
}

}  // namespace

std::string kind_of(std::string_view path) {
  const std::string_view whole = path.substr(path.rfind('/') + 1);
  const std::string_view name = unpacked_name(whole);
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return name == whole ? "" : "packed";
  return ascii_lower(name.substr(dot + 1));
}

Result<void> check_text(std::string_view bytes, const std::string& path) {
  if (trim(bytes).empty()) return failure(ErrorCode::kEmpty, path, "is empty");
  if (looks_binary(bytes)) return failure(ErrorCode::kUnsupported, path, "is binary, not text");
  return {};
}

void tell_format(std::string_view kind, model::Capture& capture) {
  read_front_matter(capture);
  const bool named_markdown = kind == "md" || kind == "markdown";
  const std::string_view body = std::string_view(capture.text).substr(capture.body_begin);
  if (looks_like_html(body)) {
    capture.format = model::Format::kHtml;
  } else if (named_markdown || looks_like_markdown(body, !capture.front_matter.empty())) {
    capture.format = model::Format::kMarkdown;
  }
}

void take_address(model::Capture& capture) {
  for (const auto* key : {"url", "link", "source_url", "canonical"}) {
    const auto* field = model::find_front_matter(capture, key);
    if (field != nullptr && field->value.starts_with("http")) {
      capture.url = field->value;
      break;
    }
  }
  for (const auto* key : {"fetch_date", "fetched", "fetched_at", "crawled", "retrieved",
                          "crawl_date", "download_date", "accessed"}) {
    if (const auto* field = model::find_front_matter(capture, key)) {
      capture.fetched = field->value;
      break;
    }
  }
}

Result<model::Capture> capture_bytes(std::string bytes, const std::string& path) {
  const std::string kind = kind_of(path);
  const bool named_html = kind == "html" || kind == "htm" || kind == "xhtml";
  if (std::string why = why_foreign(bytes, named_html); !why.empty()) {
    return failure(ErrorCode::kUnsupported, path, std::move(why));
  }
  if (auto good = check_text(bytes, path); !good) return tl::unexpected(good.error());
  if (auto mail = capture_mail(bytes, kind, path)) return std::move(*mail);
  if (auto saved = capture_mhtml(bytes, path)) return std::move(*saved);
  if (auto json = capture_json(bytes, kind, path)) return std::move(*json);
  model::Capture capture;
  capture.path = path;
  capture.sha256 = sha256_hex(bytes);
  const bool html = named_html || looks_like_html(bytes);
  decode_to_utf8(std::move(bytes), html, capture);
  if (html) {
    capture.format = model::Format::kHtml;
    return capture;
  }
  mend_line_ends(capture);
  tell_format(kind, capture);
  take_address(capture);
  return capture;
}

}  // namespace synoptic::collect
