// What goes over the wire, and back.
#include <fmt/format.h>
#include <simdjson.h>

#include <cmath>

#include "base/hash.h"
#include "base/json.h"
#include "embed/embed.h"

namespace synoptic::embed {
namespace {

namespace dom = simdjson::dom;

constexpr size_t kMostDimensions = 1 << 16;

tl::unexpected<Error> broken(std::string why) {
  return failure(ErrorCode::kMalformed, "", std::move(why));
}

Result<Vector> vector_of(const dom::element& row) {
  dom::array numbers;
  if (row["embedding"].get(numbers) != simdjson::SUCCESS) {
    return broken("an item of the answer has no list \"embedding\"");
  }
  Vector out;
  out.reserve(numbers.size());
  double square = 0;
  for (const auto number : numbers) {
    double value = 0;
    if (number.get(value) != simdjson::SUCCESS || !std::isfinite(value)) {
      return broken("a vector holds what is no number");
    }
    out.push_back(static_cast<float>(value));
    square += value * value;
  }
  if (out.empty() || out.size() > kMostDimensions || square == 0) {
    return broken(out.empty() || square == 0 ? "a vector is empty" : "a vector is too long");
  }
  return out;
}

}  // namespace

std::string request_of(std::string_view model, const std::string* texts, size_t count) {
  JsonWriter json;
  json.begin_object().field("model", model).key("input").begin_array();
  for (size_t i = 0; i < count; ++i) json.value(std::string_view(texts[i]));
  json.end_array().end_object();
  return json.take();
}

Result<std::vector<Vector>> vectors_of(std::string_view answer, size_t count) {
  dom::parser parser;
  dom::element root;
  dom::array data;
  if (parser.parse(simdjson::padded_string(answer)).get(root) != simdjson::SUCCESS) {
    return broken("the answer is no JSON");
  }
  if (root["data"].get(data) != simdjson::SUCCESS) {
    std::string_view why;
    if (root["error"]["message"].get(why) == simdjson::SUCCESS ||
        root["error"].get(why) == simdjson::SUCCESS) {
      return broken(fmt::format("the server says: {}", why.substr(0, 200)));
    }
    return broken("the answer has no list \"data\"");
  }
  if (data.size() != count) {
    return broken(fmt::format("{} texts were asked, {} answered", count, data.size()));
  }
  std::vector<Vector> out(count);
  size_t position = 0;
  for (const auto row : data) {
    uint64_t index = 0;
    // Servers that leave it out keep the order.
    if (row["index"].get(index) != simdjson::SUCCESS) index = position;
    ++position;
    if (index >= count || !out[index].empty()) return broken("the answer's indices are wrong");
    auto vector = vector_of(row);
    if (!vector) return tl::unexpected(vector.error());
    out[index] = std::move(*vector);
  }
  for (const auto& vector : out) {
    if (vector.size() != out[0].size()) return broken("the vectors are not of one length");
  }
  return out;
}

std::string cache_key(std::string_view model, std::string_view text) {
  std::string whole(model);
  whole += '\0';
  whole += text;
  return sha256_hex(whole);
}

}  // namespace synoptic::embed
