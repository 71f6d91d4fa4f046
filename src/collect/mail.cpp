#include "collect/mail.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "collect/capture.h"
#include "collect/charset.h"
#include "collect/mime.h"

namespace synoptic::collect {
namespace {

bool is_plain(const MimeHead& head) {
  return !head.is_attached && (head.media_type == "text/plain" || head.media_type.empty());
}

bool is_html(const MimeHead& head) { return !head.is_attached && is_page_type(head.media_type); }

// Do the lines below the head have to be undone before they can be read?
bool is_coded(const MimeHead& head) {
  return head.media_type.starts_with("multipart/") || is_html(head) ||
         head.coding == "quoted-printable" || head.coding == "base64";
}

// Browsers save pages in the same form, from nobody. What is called a mail may lack a part of its
// head: drafts have no day.
bool is_mail(const MimeHead& head, bool named) {
  const bool from = head.from.find('@') != std::string::npos;
  const bool told = !head.subject.empty() || head.mime;
  if (!head.snapshot.empty()) return false;
  return named ? int{from} + int{!head.date.empty()} + int{told} >= 2
               : from && !head.date.empty() && told;
}

// "Name <address>": the name; of an address alone, its host.
std::string sender_of(const std::string& from) {
  std::string name(trim(std::string_view(from).substr(0, from.find('<'))));
  std::erase(name, '"');
  name = decode_words(trim(name));
  if (!name.empty() && name.find('@') == std::string::npos) return name;
  const std::string_view host = std::string_view(from).substr(from.find('@') + 1);
  return std::string(host.substr(0, host.find_first_of("> ,;")));
}

std::string subject_of(const std::string& coded) {
  const std::string whole = decode_words(coded);
  std::string_view subject = trim(whole);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view prefix : {"fwd:", "fw:", "re:"}) {
      if (!ascii_lower(subject.substr(0, prefix.size())).starts_with(prefix)) continue;
      subject = trim(subject.substr(prefix.size()));
      again = true;
    }
  }
  return std::string(subject);
}

struct Body {
  MimePart part;
  std::string bytes;
};

std::optional<Body> body_of(const MimeHead& head, std::string_view text,
                            bool (*is)(const MimeHead&)) {
  auto part = find_part(head, text, is);
  auto bytes = part ? bytes_of(*part) : std::nullopt;
  if (!bytes) return std::nullopt;
  return Body{std::move(*part), std::move(*bytes)};
}

}  // namespace

std::optional<Result<model::Capture>> capture_mail(std::string_view bytes, std::string_view kind,
                                                   const std::string& path) {
  constexpr size_t kLeastPlain = 200;  // less says where the page can be read
  const std::string_view text = bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  const auto head = read_mime_head(text);
  if (!head || !is_mail(*head, kind == "eml") || (kind != "eml" && !is_coded(*head)))
    return std::nullopt;
  auto body = body_of(*head, text.substr(head->size), is_plain);
  if (!body || trim(body->bytes).size() < kLeastPlain) {
    auto page = body_of(*head, text.substr(head->size), is_html);
    if (page) body = std::move(page);
  }
  if (!body) {
    return Result<model::Capture>(
        failure(ErrorCode::kUnsupported, path, "is a mail without a text"));
  }
  if (auto good = check_text(body->bytes, path); !good) {
    return Result<model::Capture>(tl::unexpected(good.error()));
  }
  model::Capture capture;
  capture.path = path;
  const bool html = is_html(body->part.head);
  decode_to_utf8(std::move(body->bytes), html, capture, body->part.head.charset);
  if (html) {
    capture.format = model::Format::kHtml;
  } else {
    tell_format("", capture);
  }
  const auto add = [&](const char* key, std::string value) {
    if (!value.empty()) capture.front_matter.push_back({key, std::move(value), {}});
  };
  add("title", subject_of(head->subject));
  add("date", iso_of_mail_date(head->date));
  add("publisher", sender_of(head->from));
  if (body->part.cut) capture.warnings.emplace_back("the file ends in the middle of the mail");
  // The file is what was received; its text is a part of it, maybe in another coding.
  capture.sha256 = sha256_hex(bytes);
  capture.record = bytes;
  return Result<model::Capture>(std::move(capture));
}

}  // namespace synoptic::collect
