#include "flow/deliver.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <thread>

#include "base/clock.h"
#include "base/hash.h"
#include "base/strings.h"
#include "url/url.h"

namespace synoptic::flow {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kFirstPause{500};
constexpr size_t kMostSecret = 4096;

struct CloseEasy {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CloseList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, CloseList>;

void append(Headers& headers, const std::string& line) {
  headers.reset(curl_slist_append(headers.release(), line.c_str()));
}

// A receiver's answer: its head says all; what it says beyond that is read for politeness, and not
// for long.
struct Reading {
  size_t bytes = 0;
  std::optional<Clock::time_point> since;  // the head was read
};
constexpr size_t kMostAnswer = 64 << 10;
constexpr std::chrono::seconds kLongestAnswer{2};

size_t forget(char*, size_t size, size_t count, void* reading) {
  auto& answer = *static_cast<Reading*>(reading);
  answer.bytes += size * count;
  return answer.bytes > kMostAnswer ? 0 : size * count;
}

size_t read_head(char* line, size_t size, size_t count, void* reading) {
  const std::string_view text(line, size * count);
  auto& since = static_cast<Reading*>(reading)->since;
  if (text.starts_with("HTTP/")) since.reset();  // one of 1xx stood before it
  if (text == "\r\n" || text == "\n") since = Clock::now();
  return size * count;
}

int goes_on(void* reading, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& since = static_cast<Reading*>(reading)->since;
  return since && Clock::now() - *since > kLongestAnswer ? 1 : 0;
}

struct Answer {
  std::string error;   // empty: taken
  bool again = false;  // worth another try in this run
};

// What a receiver's status means (RFC 9110, 15): only 2xx is taken; 408, 425, 429 and 5xx may pass.
Answer judge(long status) {
  if (status >= 200 && status < 300) return {};
  if (status >= 300 && status < 400) {
    return {fmt::format("answered {}; redirects are not followed", status), false};
  }
  const bool passing = status == 408 || status == 425 || status == 429 || status >= 500;
  return {fmt::format("answered {}", status), passing};
}

// "t=1773482400,v1=…": the HMAC of "1773482400." and the body.
std::string signature_of(std::string_view secret, std::string_view body, long long unix_seconds) {
  const std::string signed_text = fmt::format("{}.{}", unix_seconds, body);
  return fmt::format("t={},v1={}", unix_seconds, hmac_sha256_hex(secret, signed_text));
}

class Sender {
 public:
  explicit Sender(const Delivery& delivery)
      : delivery_(delivery), end_(Clock::now() + std::chrono::seconds(delivery.seconds)) {
    static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (kStarted == CURLE_OK) curl_.reset(curl_easy_init());
  }

  // The error is empty: the receiver has it. `tries`: how often it was asked.
  std::string send(const store::Parcel& parcel, int64_t& tries) {
    tries = 0;
    if (!curl_) return "libcurl could not be started";
    Answer answer;
    milliseconds pause = kFirstPause;
    for (unsigned i = 0; i < std::max(delivery_.tries, 1u); ++i) {
      if (i > 0) {
        if (Clock::now() + pause >= end_) break;
        std::this_thread::sleep_for(pause);
        pause *= 2;
      }
      answer = try_once(parcel);
      ++tries;
      if (!answer.again) break;
    }
    return answer.error;
  }

 private:
  Answer try_once(const store::Parcel& parcel) {
    const auto left = std::chrono::duration_cast<milliseconds>(end_ - Clock::now());
    if (left.count() <= 0) return {"no time was left", false};
    const auto limit = std::min(left, milliseconds(1000 * delivery_.seconds_a_try));
    Headers headers;
    append(headers, "Content-Type: application/json");
    append(headers, "Expect:");
    append(headers, "X-Synoptic-Delivery: " + parcel.id);
    append(headers,
           "X-Synoptic-Signature: " + signature_of(delivery_.secret, parcel.body, unix_now()));
    CURL* curl = curl_.get();
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, parcel.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "synoptic/" SYNOPTIC_VERSION);
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, parcel.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(parcel.body.size()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limit.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limit.count()));
    Reading reading;
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, forget);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reading);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, read_head);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &reading);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, goes_on);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &reading);
    const CURLcode code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    // A body that does not end takes nothing back of what the head said.
    const bool has_head = reading.since && status >= 200;
    if (code != CURLE_OK && !has_head) return {curl_easy_strerror(code), true};
    return judge(status);
  }

  const Delivery& delivery_;
  Clock::time_point end_;
  std::unique_ptr<CURL, CloseEasy> curl_;
};

}  // namespace

Result<Delivered> deliver(store::Store& store, const Delivery& delivery) {
  const auto parcels = store.outbox(delivery.url);
  if (!parcels) return tl::unexpected(parcels.error());
  Delivered out;
  if (parcels->empty()) return out;
  Sender sender(delivery);
  std::set<std::string> held_up;  // receivers that did not take an earlier one
  for (const auto& parcel : *parcels) {
    if (held_up.contains(parcel.url)) {
      ++out.waiting;
      continue;
    }
    int64_t tries = 1;
    const std::string error =
        url::is_web(parcel.url) ? sender.send(parcel, tries) : "is no http: or https: address";
    auto noted = error.empty() ? store.delivered(parcel.number) : Result<void>{};
    while (!error.empty() && noted && tries-- > 0) {
      noted = store.not_delivered(parcel.number, error);
    }
    if (!noted) return tl::unexpected(noted.error());
    if (error.empty()) {
      ++out.sent;
      continue;
    }
    held_up.insert(parcel.url);
    ++out.waiting;
    if (out.error.empty()) out.error = parcel.url + ": " + error;
  }
  return out;
}

Result<std::string> read_secret(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(ErrorCode::kNotFound, path, "cannot be read");
  std::string line;
  std::getline(file, line);
  const std::string secret(trim(line));
  if (secret.empty()) return failure(ErrorCode::kEmpty, path, "holds no secret");
  if (secret.size() > kMostSecret) return failure(ErrorCode::kTooLarge, path, "is no secret");
  return secret;
}

}  // namespace synoptic::flow
