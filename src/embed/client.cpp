// Asks a model server for the vectors of texts, some at a time.
#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "embed/embed.h"
#include "url/url.h"

namespace synoptic::embed {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirstPause{500};
constexpr long kConnectMilliseconds = 5000;
constexpr size_t kMostAnswer = size_t{64} << 20;
constexpr size_t kMostTold = 200;  // bytes of what a server says of its error

struct CloseEasy {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CloseList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, CloseList>;

size_t take(char* bytes, size_t size, size_t count, void* into) {
  auto& answer = *static_cast<std::string*>(into);
  if (answer.size() + size * count > kMostAnswer) return 0;  // aborts
  answer.append(bytes, size * count);
  return size * count;
}

// Whether another try may do better (RFC 9110, 15).
bool passes(long status) {
  return status == 408 || status == 425 || status == 429 || status >= 500;
}

struct Try {
  std::string answer;
  std::string error;   // empty: `answer` is one
  bool again = false;  // worth another try
};

}  // namespace

Result<std::string> endpoint_of(std::string_view given) {
  if (!url::is_web(std::string(given)) || !url::parse(std::string(given))) {
    return failure(ErrorCode::kUsage, std::string(given), "is no http: or https: address");
  }
  std::string out(given);
  while (out.ends_with('/')) out.pop_back();
  if (out.ends_with("/embeddings")) return out;
  return out + (out.ends_with("/v1") ? "/embeddings" : "/v1/embeddings");
}

struct Client::Impl {
  Options options;
  std::string endpoint;
  std::unique_ptr<CURL, CloseEasy> curl;
  size_t dimensions = 0;  // of all vectors so far

  Try ask(const std::string& body) const;
  Result<std::string> ask_patiently(const std::string& body) const;
};

Client::Client(Options options) : impl_(std::make_unique<Impl>()) {
  impl_->options = std::move(options);
  static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (kStarted == CURLE_OK) impl_->curl.reset(curl_easy_init());
}
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;
Client::~Client() = default;

const Options& Client::options() const { return impl_->options; }

Try Client::Impl::ask(const std::string& body) const {
  Headers headers;
  const auto add = [&](const std::string& line) {
    headers.reset(curl_slist_append(headers.release(), line.c_str()));
  };
  add("Content-Type: application/json");
  add("Accept: application/json");
  add("Expect:");
  if (!options.key.empty()) add("Authorization: Bearer " + options.key);
  Try out;
  CURL* handle = curl.get();
  curl_easy_reset(handle);  // the connection stays open
  curl_easy_setopt(handle, CURLOPT_URL, endpoint.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "synoptic/" SYNOPTIC_VERSION);
  curl_easy_setopt(handle, CURLOPT_POST, 1L);
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  const long limit = 1000L * static_cast<long>(std::max(options.seconds_a_try, 1U));
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, std::min(limit, kConnectMilliseconds));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, limit);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &out.answer);
  if (const CURLcode code = curl_easy_perform(handle); code != CURLE_OK) {
    const bool too_long = code == CURLE_WRITE_ERROR;
    out.error = too_long ? "its answer is too long" : curl_easy_strerror(code);
    out.again = !too_long;
    return out;
  }
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  if (status >= 200 && status < 300) return out;
  out.error = fmt::format("answered {}", status);
  if (status >= 300 && status < 400) out.error += "; redirects are not followed";
  out.again = passes(status);
  if (const auto said = vectors_of(out.answer, 0); !said && said.error().why.starts_with("the s")) {
    out.error += ": " + said.error().why.substr(0, kMostTold);
  }
  return out;
}

Result<std::string> Client::Impl::ask_patiently(const std::string& body) const {
  Try last;
  milliseconds pause = kFirstPause;
  for (unsigned i = 0; i < std::max(options.tries, 1U); ++i) {
    if (i > 0) {
      std::this_thread::sleep_for(pause);
      pause *= 2;
    }
    last = ask(body);
    if (last.error.empty()) return std::move(last.answer);
    if (!last.again) break;
  }
  return failure(ErrorCode::kNetwork, endpoint, last.error);
}

Result<std::vector<Vector>> Client::embed(const std::vector<std::string>& texts) {
  Impl& impl = *impl_;
  if (!impl.curl) return failure(ErrorCode::kNetwork, "", "libcurl could not be started");
  if (impl.endpoint.empty()) {
    auto endpoint = endpoint_of(impl.options.url);
    if (!endpoint) return tl::unexpected(endpoint.error());
    impl.endpoint = std::move(*endpoint);
  }
  std::vector<Vector> out;
  const size_t batch = std::max<size_t>(impl.options.batch, 1);
  for (size_t from = 0; from < texts.size(); from += batch) {
    const size_t count = std::min(batch, texts.size() - from);
    const auto answer = impl.ask_patiently(request_of(impl.options.model, &texts[from], count));
    if (!answer) return tl::unexpected(answer.error());
    auto vectors = vectors_of(*answer, count);
    if (!vectors) return failure(vectors.error().code, impl.endpoint, vectors.error().why);
    for (auto& vector : *vectors) {
      if (impl.dimensions == 0) impl.dimensions = vector.size();
      if (vector.size() != impl.dimensions) {
        return failure(ErrorCode::kMalformed, impl.endpoint, "the vectors are not of one length");
      }
      out.push_back(std::move(vector));
    }
  }
  return out;
}

}  // namespace synoptic::embed
