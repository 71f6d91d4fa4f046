#include "serve/negotiate.h"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>

#include "base/json.h"
#include "base/strings.h"
#include "serve/page.h"

namespace synoptic::serve {
namespace {

constexpr size_t kSmallestCompressed = 1000;
constexpr int kLevel = 5, kGzip = 16 + 15, kMemory = 8;

struct Choice {
  std::string name;  // lower case
  double quality = 1;
};

// "a;q=0.5, b": what is not a number counts as 1.
std::vector<Choice> choices_of(std::string_view header) {
  std::vector<Choice> out;
  for (const auto item : split_trimmed(header, ',')) {
    Choice choice;
    bool first = true;
    for (const auto part : split_trimmed(item, ';')) {
      if (first) choice.name = ascii_lower(part);
      first = false;
      if (part.starts_with("q=") || part.starts_with("Q=")) {
        const std::string number(part.substr(2));
        char* end = nullptr;
        const double quality = std::strtod(number.c_str(), &end);
        if (end != number.c_str()) choice.quality = quality;
      }
    }
    out.push_back(std::move(choice));
  }
  return out;
}

}  // namespace

bool prefers_json(std::string_view accept) {
  double json = 0, html = 0;
  for (const Choice& choice : choices_of(accept)) {
    const bool is_json = choice.name == "application/json" || choice.name.ends_with("+json");
    const bool is_html = choice.name == "text/html" || choice.name == "text/*" ||
                         choice.name == "application/xhtml+xml";
    if (is_json) json = std::max(json, choice.quality);
    if (is_html) html = std::max(html, choice.quality);
  }
  return json > html;
}

bool accepts_gzip(std::string_view accept_encoding) {
  double any = 0;
  for (const Choice& choice : choices_of(accept_encoding)) {
    if (choice.name == "gzip" || choice.name == "x-gzip") return choice.quality > 0;
    if (choice.name == "*") any = choice.quality;
  }
  return any > 0;
}

bool is_compressible(const Response& response) {
  return response.body.size() >= kSmallestCompressed;  // all that is served here is text
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    return "";
  }
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  std::string in(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

Response in_form(Response response, const Request& request) {
  const bool json = request.path.starts_with("/api/") || prefers_json(request.accept);
  if (response.error.empty()) return response;
  if (!json && request.path.starts_with("/feed/")) {  // a feed reader shows no page
    if (!response.type.starts_with("text/plain")) response.body = response.error + "\n";
    response.type = "text/plain; charset=utf-8";
  }
  if (!json) return response;
  JsonWriter out;
  out.begin_object().field("title", response.error).field("status", response.status).end_object();
  response.type = kProblemType;
  response.body = out.take();
  return response;
}

}  // namespace synoptic::serve
