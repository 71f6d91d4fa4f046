// Texts to vectors by a model server of the user's choice, over the embeddings call that local
// model servers speak: POST /v1/embeddings {"model","input":[…]} ->
// {"data":[{"index","embedding"}]}. Off unless an address is given; nothing of the program needs
// it. docs/embeddings.md.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::embed {

struct Options {
  std::string url;     // "http://localhost:8080", ".../v1" or the whole ".../v1/embeddings"
  std::string model;   // as the server calls it
  std::string key;     // sent as "Authorization: Bearer"; empty: none
  size_t batch = 32;   // texts of one request
  unsigned tries = 3;  // of a request, with pauses of a half, one, two … seconds
  unsigned seconds_a_try = 30;  // for one answer
};

using Vector = std::vector<float>;

// Errors: kUsage for what is no http: or https: address.
Result<std::string> endpoint_of(std::string_view url);

class Client {
 public:
  explicit Client(Options options);
  Client(Client&&) noexcept;
  Client& operator=(Client&&) noexcept;
  ~Client();

  const Options& options() const;

  // A vector a text, in their order, all of one length. Errors: kUsage, kNetwork (no connection, no
  // answer in time, a status that is no success), kMalformed (an answer that is none).
  Result<std::vector<Vector>> embed(const std::vector<std::string>& texts);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The body of a request, and what an answer to it says. Errors: kMalformed.
std::string request_of(std::string_view model, const std::string* texts, size_t count);
Result<std::vector<Vector>> vectors_of(std::string_view answer, size_t count);

// Under what a text's vector is kept: SHA-256 of the model's name, a zero byte and the text.
std::string cache_key(std::string_view model, std::string_view text);

}  // namespace synoptic::embed
