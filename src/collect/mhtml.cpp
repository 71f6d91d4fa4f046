#include "collect/mhtml.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/strings.h"
#include "collect/capture.h"
#include "collect/charset.h"
#include "collect/mime.h"

namespace synoptic::collect {
namespace {

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

}  // namespace

std::optional<Result<model::Capture>> capture_mhtml(std::string_view bytes,
                                                    const std::string& path) {
  const std::string_view text = bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  const auto head = read_mime_head(text);
  if (!head || !head->mime) return std::nullopt;
  if (head->media_type != "multipart/related" && !is_page_type(head->media_type))
    return std::nullopt;
  const auto page = find_part(*head, text.substr(head->size),
                              [](const MimeHead& part) { return is_page_type(part.media_type); });
  auto payload = page ? bytes_of(*page) : std::nullopt;
  if (!payload) {
    return Result<model::Capture>(
        failure(ErrorCode::kUnsupported, path,
                page ? fmt::format("is a saved page in an unknown coding ({})", page->head.coding)
                     : "is MIME without a part that is HTML"));
  }
  if (auto good = check_text(*payload, path); !good) {
    return Result<model::Capture>(tl::unexpected(good.error()));
  }
  model::Capture capture;
  capture.path = path;
  capture.format = model::Format::kHtml;
  decode_to_utf8(std::move(*payload), true, capture, page->head.charset);
  for (const std::string& address : {page->head.location, head->snapshot}) {
    if (capture.url.empty() && is_address(address)) capture.url = address;
  }
  capture.fetched = iso_of_mail_date(head->date);
  if (page->cut) capture.warnings.emplace_back("the file ends in the middle of the page");
  // The file is what was received; the page's own bytes are a part of it in another coding.
  capture.sha256 = sha256_hex(bytes);
  capture.record = bytes;
  return Result<model::Capture>(std::move(capture));
}

}  // namespace synoptic::collect
