// Why the articles of a story belong together: what they share, with its weight.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "group/bounds.h"
#include "group/fingerprint.h"
#include "group/group.h"
#include "group/sketch.h"
#include "group/window.h"

namespace synoptic::group {
namespace {

constexpr size_t kEvidenceLines = 10;

constexpr std::string_view kKindNames[kFeatureKinds] = {"entity", "country", "name", "event",
                                                        "figure", "topic",   "word", "token"};

struct Shared {
  FeatureKind kind = FeatureKind::kWord;
  float weight = 0;
  size_t articles = 0;
};

}  // namespace

std::vector<std::string> evidence(const std::vector<const model::Annotated*>& members,
                                  const knowledge::Knowledge& knowledge) {
  std::vector<std::string> sketches;
  for (const auto* member : members) {
    Labels labels;
    const Draft made = draft(*member, knowledge, &labels);
    sketches.push_back(sketch_of(made, labels));
  }
  return evidence(sketches);
}

std::vector<std::string> evidence(const std::vector<std::string>& sketches) {
  std::map<uint32_t, Shared> shared;
  Labels labels;
  std::vector<Fingerprint> prints;
  for (const auto& bytes : sketches) {
    auto sketch = read_sketch(bytes);
    if (!sketch) continue;
    for (const auto& feature : sketch->features) {
      Shared& entry = shared[feature.key];
      entry.kind = feature.kind;
      entry.weight =
          entry.articles++ == 0 ? feature.weight : std::min(entry.weight, feature.weight);
    }
    std::move(sketch->labels.begin(), sketch->labels.end(), std::back_inserter(labels));
    prints.push_back(std::move(sketch->print));
  }
  std::stable_sort(labels.begin(), labels.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::pair<double, uint32_t>> ranked;
  for (const auto& [key, entry] : shared) {
    if (entry.articles < 2) continue;
    const double weight = entry.kind == FeatureKind::kWord ? 0.1 * entry.weight : entry.weight;
    ranked.emplace_back(-weight * static_cast<double>(entry.articles), key);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> out;
  for (const auto& [rank, key] : ranked) {
    if (out.size() == kEvidenceLines) break;
    const Shared& entry = shared[key];
    const auto label = std::lower_bound(labels.begin(), labels.end(), key,
                                        [](const auto& a, uint32_t b) { return a.first < b; });
    out.push_back(fmt::format("{} {}: {} of {} articles, weight {:.2f}",
                              kKindNames[static_cast<size_t>(entry.kind)],
                              label == labels.end() ? "?" : label->second, entry.articles,
                              prints.size(), -rank / static_cast<double>(entry.articles)));
  }
  for (size_t i = 0; i < prints.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (!is_copy(prints[i], prints[j])) continue;
      out.push_back(fmt::format("copy: {} has {:.0f} % of the phrases of {}", prints[i].article(),
                                100 * overlap(prints[i], prints[j]).contained,
                                prints[j].article()));
      break;
    }
  }
  return out;
}

}  // namespace synoptic::group
