#include "collect/warc_capture.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/strings.h"
#include "collect/capture.h"
#include "collect/charset.h"
#include "collect/mime.h"
#include "collect/warc_http.h"

namespace synoptic::collect {
namespace {

constexpr int kOk = 200;

// Not told what it is: a page begins with a tag.
bool looks_like_page(std::string_view body) { return trim(body.substr(0, 1024)).starts_with('<'); }

bool is_http(std::string_view media_type) { return media_type.starts_with("application/http"); }

}  // namespace

bool holds_page(const WarcRecord& record) {
  std::string media_type, charset;
  if (record.type == "resource") {
    read_media_type(record.media_type, media_type, charset);
    return is_page_type(media_type);
  }
  if (record.type != "response" || !is_http(record.media_type)) return false;
  const auto response = read_http_head(record.block);
  if (!response || response->status != kOk) return false;
  if (!response->media_type.empty()) return is_page_type(response->media_type);
  return looks_like_page(std::string_view(record.block).substr(response->body));
}

Source source_of(WarcRecord record, const std::string& file) {
  Source source{fmt::format("{}:{}", file, record.offset), std::move(record.block)};
  source.archived = Source::Archived{std::move(record.url), std::move(record.date),
                                     std::move(record.media_type), std::move(record.truncated)};
  return source;
}

Result<model::Capture> capture_archived(Source source, const Limits& limits) {
  const Source::Archived& archived = *source.archived;
  std::string media_type, charset;
  Payload payload;
  const auto response =
      is_http(archived.media_type) ? read_http_head(source.bytes) : std::optional<HttpResponse>();
  if (response) {
    auto made = payload_of(*response, source.bytes, limits.max_bytes, source.path);
    if (!made) return tl::unexpected(made.error());
    payload = std::move(*made);
    media_type = response->media_type;
    charset = response->charset;
  } else {
    read_media_type(archived.media_type, media_type, charset);
    payload.bytes = std::move(source.bytes);
  }
  if (auto good = check_text(payload.bytes, source.path); !good) {
    return tl::unexpected(good.error());
  }
  model::Capture capture;
  capture.path = source.path;
  capture.sha256 = sha256_hex(payload.bytes);
  const bool html =
      is_page_type(media_type) || (media_type.empty() && looks_like_page(payload.bytes));
  decode_to_utf8(std::move(payload.bytes), html, capture, charset);
  if (html) {
    capture.format = model::Format::kHtml;
  } else {
    tell_format(media_type == "text/markdown" ? "md" : "", capture);
    take_address(capture);
  }
  if (!archived.url.empty()) capture.url = archived.url;
  if (!archived.date.empty()) capture.fetched = archived.date;
  if (!payload.warning.empty()) capture.warnings.push_back(std::move(payload.warning));
  if (!archived.truncated.empty()) {
    capture.warnings.push_back(fmt::format("was cut by the crawler ({})", archived.truncated));
  }
  return capture;
}

}  // namespace synoptic::collect
