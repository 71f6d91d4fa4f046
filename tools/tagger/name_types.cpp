#include "tagger/name_types.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::tools {
namespace {

constexpr uint32_t kFeatures = 1u << 22;
constexpr float kRate = 0.15F;

void add(std::vector<uint32_t>& out, std::string_view kind, std::string_view text) {
  out.push_back(static_cast<uint32_t>(fnv1a(text, fnv1a(kind)) % kFeatures));
}

void read_name(const std::string& name, std::vector<uint32_t>& out) {
  const auto words = text::words(name);
  size_t lower = 0, spaceless = 0;
  std::vector<std::string> folded;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i].range.of(name);
    const char32_t first = text::decode(word, 0).value;
    if (words[i].spaceless) {
      ++spaceless;
      folded.emplace_back(word);
      continue;
    }
    folded.push_back(text::fold_copy(word));
    if (i > 0 && word.size() > 3 && text::is_letter(first) && !text::is_upper(first)) ++lower;
    const std::string& f = folded.back();
    add(out, "word", f);
    if (f.size() > 4) add(out, "end", std::string_view(f).substr(f.size() - 4));
  }
  if (folded.empty()) return;
  add(out, "first", folded.front());
  add(out, "last", folded.back());
  if (folded.size() > 1) add(out, "last2", folded[folded.size() - 2] + " " + folded.back());
  if (spaceless > 1) {
    add(out, "first2", folded[0] + folded[1]);
    for (size_t i = 0; i + 1 < folded.size(); ++i) add(out, "pair", folded[i] + folded[i + 1]);
  }
  const bool cased = text::is_upper(text::decode(name, words[0].range.begin).value);
  add(out, "count",
      std::to_string(std::min<size_t>(words.size(), 6)) + (cased ? "c" : "n") +
          (lower > 0 ? "l" : "u") + (spaceless > 0 ? "s" : "w"));
  if (lower > 0) add(out, "lower", std::to_string(std::min<size_t>(lower, 3)));
  if (name.find("·") != std::string::npos || name.find("・") != std::string::npos) {
    add(out, "dot", "");
  }
}

}  // namespace

TypeModel::TypeModel() : weights_(kFeatures), squares_(kFeatures) {}

std::vector<uint32_t> TypeModel::features(const NamedThing& thing) {
  std::vector<uint32_t> out;
  add(out, "bias", "");
  for (size_t i = 0; i < thing.names.size(); ++i) {
    const auto& name = thing.names[i];
    if (name.empty()) continue;
    const auto same =
        std::find(thing.names.begin(), thing.names.begin() + static_cast<long>(i), name);
    if (same == thing.names.begin() + static_cast<long>(i)) read_name(name, out);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

TypeShares TypeModel::shares(const NamedThing& thing) const {
  const auto found = features(thing);
  TypeShares score{};
  for (const uint32_t f : found) {
    for (size_t t = 0; t < kTypeCount; ++t) score[t] += weights_[f][t];
  }
  const float most = *std::max_element(score.begin(), score.end());
  float sum = 0;
  for (float& s : score) sum += s = std::exp(s - most);
  for (float& s : score) s /= sum;
  return score;
}

void TypeModel::train(const std::vector<NamedThing>& things, int epochs) {
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < things.size(); ++i) {
    if (things[i].type >= 0) order.push_back(i);
  }
  uint64_t state = 88172645463325252ULL;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) {
      state ^= state << 13, state ^= state >> 7, state ^= state << 17;
      std::swap(order[i - 1], order[state % i]);
    }
    for (const uint32_t index : order) {
      const NamedThing& thing = things[index];
      const TypeShares now = shares(thing);
      TypeShares step{};
      for (size_t t = 0; t < kTypeCount; ++t) {
        step[t] = (static_cast<int>(t) == thing.type ? 1.0F : 0.0F) - now[t];
      }
      for (const uint32_t f : features(thing)) {
        for (size_t t = 0; t < kTypeCount; ++t) {
          squares_[f][t] += step[t] * step[t];
          weights_[f][t] += kRate * step[t] / (0.1F + std::sqrt(squares_[f][t]));
        }
      }
    }
  }
}

}  // namespace synoptic::tools
