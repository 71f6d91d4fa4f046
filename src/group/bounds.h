// Weights of single features and the bounds that keep the work per article constant. What the
// features of two articles are worth together is learnt (data/group/weights.tsv). Private to the
// room.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace synoptic::group {

// What an entity is worth at full salience. Countries stand in every other article; a person or an
// organisation is seldom in two stories of one week.
constexpr double kPerson = 1.0;
constexpr double kOrganisation = 0.9;
constexpr double kPlace = 0.9;        // city, region, facility that lies in a country
constexpr double kWideRegion = 0.35;  // "Europe", "the West"
constexpr double kThing = 0.8;        // product, work
constexpr double kConcept = 0.6;
constexpr double kCountry = 0.45;
constexpr double kUnknownName = 0.7;  // NIL, compared by its letters

// Salience of an entity in its article: named at all, more often, in the title, in the lead.
constexpr double kNamed = 0.25;
constexpr double kPerDoubling = 0.12;
constexpr double kInTitle = 0.4;
constexpr double kInLead = 0.2;

constexpr double kDoneByWhom = 0.8;   // same action, same party
constexpr double kDone = 0.2;         // same action alone
constexpr double kKindOfDeed = 0.05;  // same PLOVER type alone
constexpr double kFigure = 0.35;      // same number of the same class; more for telling digits
constexpr double kTopic = 0.12;
constexpr double kToken = 0.22;  // Latin-script token in texts of different scripts

// Rarity in the stream: log((N + prior) / (df + 1)) against the rarest. The priors stand for the
// articles we have not seen, so that the first ones are weighed like the thousandth.
constexpr double kPrior = 40.0;
constexpr double kTermPrior =
    400.0;  // a term's rarity in language as such is in its weight already
constexpr double kCountryFloor = 0.5;
constexpr double kTermFloor = 0.25;

// An article keeps so much.
constexpr size_t kMaxTerms = 56;
constexpr size_t kMaxFeatures = 48;
constexpr size_t kMaxWords = 40;
constexpr size_t kMaxPhrases = 216;   // of up to twice as many; of a longer text half of them, but
constexpr size_t kMostPhrases = 384;  // at most so many
constexpr size_t kMaxOpening = 12;    // of the phrases with which it begins
constexpr size_t kMaxSpecifics = 12;  // places, countries, days, figures each

// The index.
constexpr size_t kIndexedTerms = 20;    // of an article, heaviest first
constexpr size_t kIndexedPhrases = 16;  // smallest first; of a text of many phrases, in which a
constexpr size_t kMostIndexed = 48;     // shorter one may stand, one in so many:
constexpr size_t kPhrasesForOne = 16;
constexpr size_t kMaxPosting = 64;  // latest articles kept per key
constexpr size_t kMaxSamePhrase = 16;
constexpr size_t kMaxCandidates = 40;
constexpr float kLateShare = 0.1F;  // nobody is found by keys that together weigh less
// So far below the bar with the best of those that were found, a story is not asked further.
constexpr float kHopeless = 0.7F;
constexpr size_t kMaxCopyCandidates = 96;
constexpr double kSameText = 0.85;    // Jaccard from which an article adds nothing to the index
constexpr size_t kMaxOfOneStory = 8;  // among the candidates
constexpr size_t kMaxMembers = 8;     // members of a story that an article is compared with
// Sizes at which it is asked whether a young story is two, and how many articles each then has; two
// are enough where the halves are so far apart.
constexpr std::array<size_t, 6> kSplitAt = {4, 5, 6, 8, 12, 16};
constexpr size_t kLeastHalf = 3;
constexpr double kGapOfTwo = 5;
constexpr double kSharedLanguages = 0.25;    // of the halves
constexpr size_t kMaxLinks = 4;              // near misses kept per article
constexpr float kNearWords = 0.2F;           // of a near miss: cosine of all terms,
constexpr float kNearNames = 0.3F;           // names both have,
constexpr float kNearTitles = 0.25F;         // … or cosine of the titles
constexpr size_t kWindowArticles = 200'000;  // kept, and at most so many more:
constexpr size_t kDroppedTogether = 512;
constexpr int64_t kWindowDays = 60;  // further apart, a candidate counts half
constexpr int64_t kCopyWindowDays = 90;
constexpr int64_t kMinutesPerDay = 24 * 60;
constexpr int64_t kDaySlack = 1;  // zones, and "last night"

}  // namespace synoptic::group
