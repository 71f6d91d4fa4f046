// What the room keeps of an article: weighted features that two accounts of one event share in any
// language, the specifics that tell two like events apart, and its phrases for finding copies.
// Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::group {

enum class FeatureKind : uint8_t {
  kEntity,
  kCountry,
  kName,
  kDeed,
  kFigure,
  kTopic,
  kWord,
  kToken,
  kPhrase
};

struct Feature {
  uint64_t key = 0;
  FeatureKind kind = FeatureKind::kWord;
  float weight = 0;  // before rarity
};

using Keys = std::vector<uint64_t>;  // sorted, each once

struct Fingerprint {
  std::string article, title, published, lang;       // lang: primary subtag
  std::optional<int64_t> minutes;                    // of `published`, in UTC where that is known
  std::vector<Feature> features;                     // sorted by key; phrases are not among them
  Keys phrases;                                      // the smallest hashes
  Keys places, countries;                            // of the title and the lead
  std::vector<int64_t> days;                         // the event's own dates, as days since 1970
  std::vector<std::pair<uint64_t, double>> figures;  // class and value, sorted
};

// Names of features for explain; filled as fingerprints are made.
using Labels = std::unordered_map<uint64_t, std::string>;

Fingerprint fingerprint(const model::Annotated& annotated, const knowledge::Knowledge& knowledge,
                        Labels& labels);

// The lexical half (lexical.cpp): words, Latin tokens and phrases of the title and the body.
void add_words(const model::Annotated& annotated, const knowledge::Knowledge& knowledge,
               Fingerprint& out, Labels& labels);
Keys phrases_of(const model::Article& article);

}  // namespace synoptic::group
