// What a name is a name of, learnt from names whose type is known and applied to those of an
// encyclopedia in all languages: a person, an organisation, a place or anything else.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace synoptic::tools {

constexpr size_t kTypeCount = 4;  // PER ORG LOC OTH
using TypeShares = std::array<float, kTypeCount>;

// The types of things: people, organisations, places, and what is none of these.
constexpr int kPer = 0, kOrg = 1, kLoc = 2, kOth = 3;

// One thing with its names in some languages; the order of the languages is always the same.
struct NamedThing {
  std::vector<std::string> names;  // empty: none in that language
  std::string bracket;             // "(footballer)" behind the English title
  int type = -1;                   // index in PER ORG LOC OTH; -1: not known
};

// Multinomial logistic regression over hashed words, endings and beginnings of the names.
class TypeModel {
 public:
  TypeModel();
  void train(const std::vector<NamedThing>& things, int epochs);
  TypeShares shares(const NamedThing& thing) const;

 private:
  static std::vector<uint32_t> features(const NamedThing& thing);
  std::vector<TypeShares> weights_, squares_;
};

}  // namespace synoptic::tools
