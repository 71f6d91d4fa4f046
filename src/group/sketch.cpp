#include "group/sketch.h"

#include <cstring>
#include <unordered_set>

namespace synoptic::group {
namespace {

template <typename T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  T take() {
    T out{};
    if (bytes_.size() < sizeof out) return good_ = false, out;
    std::memcpy(&out, bytes_.data(), sizeof out);
    bytes_.remove_prefix(sizeof out);
    return out;
  }
  std::string_view text() {
    const auto size = take<uint32_t>();
    if (bytes_.size() < size) return good_ = false, std::string_view();
    const auto out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return out;
  }
  bool good() const { return good_; }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

}  // namespace

std::string sketch_of(const Draft& draft, const Labels& labels) {
  std::string out;
  put(out, static_cast<uint32_t>(draft.features.size()));
  for (const auto& feature : draft.features) {
    put(out, feature.key);
    put(out, feature.kind);
    put(out, feature.weight);
  }
  std::unordered_set<uint32_t> named;  // of several names for a key the first is told
  std::string texts;
  for (const auto& [key, label] : labels) {
    if (!named.insert(key).second) continue;
    put(texts, key);
    put(texts, static_cast<uint32_t>(label.size()));
    texts += label;
  }
  put(out, static_cast<uint32_t>(named.size()));
  out += texts;
  Draft bare;
  bare.article = draft.article;
  bare.lang = draft.lang;
  bare.minutes = draft.minutes;
  bare.phrases = draft.phrases;
  bare.opening = draft.opening;
  bare.publisher = draft.publisher;
  const Fingerprint print(bare);
  put(out, static_cast<uint32_t>(print.bytes().size()));
  out += print.bytes();
  return out;
}

std::optional<Sketch> read_sketch(std::string_view bytes) {
  Reader reader(bytes);
  Sketch out;
  for (auto left = reader.take<uint32_t>(); left > 0 && reader.good(); --left) {
    Feature feature;
    feature.key = reader.take<uint32_t>();
    feature.kind = reader.take<FeatureKind>();
    feature.weight = reader.take<float>();
    out.features.push_back(feature);
  }
  for (auto left = reader.take<uint32_t>(); left > 0 && reader.good(); --left) {
    const auto key = reader.take<uint32_t>();
    out.labels.emplace_back(key, reader.text());
  }
  auto print = Fingerprint::from_bytes(reader.text());
  if (!reader.good() || !print) return std::nullopt;
  out.print = std::move(*print);
  return out;
}

}  // namespace synoptic::group
