// How much speaks for two articles reporting one event, and how much against: a few numbers per
// pair, which pair_model.h weighs. Private to the room.
#pragma once

#include <array>
#include <string_view>

#include "group/bounds.h"
#include "group/fingerprint.h"

namespace synoptic::group {

enum class Evidence : uint8_t {
  kBias,
  kTitle,        // cosine of the titles' terms
  kLead,         // of the openings' terms
  kAll,          // of all terms
  kTitleInText,  // how much of one's title stands in the other's text
  kRarest,       // weight of the heaviest term that both have
  kTermCount,    // how many terms both have, damped
  kWords,        // cosine of the words, within one language
  kEntities,     // entities both name, by salience and rarity, damped
  kParties,      // cosine of the entities
  kNames,        // unknown names, damped
  kDeeds,        // the same actions by the same parties, damped
  kFigures,
  kTopics,
  kTokens,
  kOtherPlaces,  // both name places in title or lead, and no common one
  kOtherCountries,
  kOtherActors,     // known people and organisations of title and lead
  kOtherStrangers,  // unknown ones, within one language
  kOtherDays,       // the event's own dates lie apart
  kOtherEvent,      // so do they, and places or countries exclude each other
  kOtherFigures,    // classes that both count and never count alike
  kDaysApart,       // between the dates of publishing, damped
  kWeekApart,
  kUndated,
  kShort,         // how little text the shorter has
  kStrange,       // the lexicon does not read one of the languages
  kStrangeTitle,  // kTitle where it does not
  kStrangeAll,    // kAll where it does not
  kBare,          // one has no terms to compare: names and deeds have to do
  kBareEntities,
  kBareDeeds,
  kBareParties,
  kLong,  // how much text the shorter has, beyond a paragraph; and with it:
  kLongAll,
  kLongLead,
  kLongParties,
  kLongApart,     // a wrong date weighs less where the texts say much
  kWhole,         // both are whole articles, not blurbs; and with it:
  kWholeUndated,  // nothing is known of how near in time they are
  kShared,        // weight of the common terms by that of all terms of both
  kTexts,         // both are whole articles of one language
  kMould,         // short items that share much, but no names and figures
};
constexpr size_t kEvidences = static_cast<size_t>(Evidence::kMould) + 1;

std::string_view evidence_name(Evidence evidence);

struct Pair {
  std::array<float, kEvidences> evidence{};
  float& operator[](Evidence e) { return evidence[static_cast<size_t>(e)]; }
  float operator[](Evidence e) const { return evidence[static_cast<size_t>(e)]; }
};

// May the stories of two articles be shown beside each other, though they are none? Both are dated
// and not far apart, and they share a good part of their words and a name, or of their titles.
bool are_near(const Fingerprint& a, const Fingerprint& b, const Pair& pair);

// An article that is compared with many: where each of its keys stands is noted once.
class Subject {
 public:
  explicit Subject(const Fingerprint& article);
  Pair compare(const Fingerprint& other) const;

 private:
  // By the low bits of a key, which are spread evenly: its place, and that of the next key with the
  // same bits; kNone: there is no more. So large that few keys which it lacks meet another's bits.
  static constexpr size_t kPlaces = 1024;
  static constexpr uint8_t kNone = 255;
  struct Table {
    std::array<uint8_t, kPlaces> first;
    std::array<uint8_t, 2 * kMaxFeatures> next;
    void fill(std::span<const uint32_t> keys);
    size_t find(std::span<const uint32_t> keys, uint32_t key) const;
    // Which of the keys have bits that stand here. Most have not, and which ones cannot be guessed:
    // they are sorted out without a branch.
    using Hits = std::array<uint8_t, 256>;
    std::span<const uint8_t> likely(std::span<const uint32_t> keys, Hits& hits) const;
  };
  // Return how many names and figures both have, and how many terms.
  size_t compare_features(const Fingerprint& other, const Fingerprint::Lists& lists,
                          Pair& pair) const;
  size_t compare_terms(const Fingerprint& other, const Fingerprint::Lists& lists, Pair& pair) const;

  const Fingerprint& article_;
  Fingerprint::Lists lists_;
  Table features_, terms_;
  uint32_t term_weight_ = 0;  // of all its terms
};

inline Pair compare(const Fingerprint& a, const Fingerprint& b) { return Subject(a).compare(b); }

}  // namespace synoptic::group
