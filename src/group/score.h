// Every weight and threshold of the room, in one place. Set by hand; the sum of the evidence for
// two articles is compared with kJoin. Private to the room.
#pragma once

#include <cstddef>
#include <cstdint>

namespace synoptic::group {

// What a shared entity is worth at full salience. Countries stand in every other article; a person
// or an organisation is seldom in two stories of one week.
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
constexpr double kMaxFigures = 1.6;
constexpr double kTopic = 0.12;
constexpr double kMaxTopics = 0.3;
constexpr double kLexical = 2.4;  // times the cosine of the words, within one language
constexpr double kToken = 0.22;   // Latin-script token in texts of different scripts
constexpr double kMaxTokens = 0.8;

// What speaks against: specifics of the same kind that exclude each other.
constexpr double kOtherPlaces = 0.5;
constexpr double kOtherCountries = 0.6;
constexpr double kOtherDays = 0.5;     // the event's own dates lie apart
constexpr double kOtherFigure = 0.15;  // per class with other values
constexpr double kMaxOtherFigures = 0.45;
constexpr int64_t kDaySlack = 1;  // zones, and "last night"

constexpr double kJoin = 1.45;       // an article joins a story
constexpr double kMerge = 1.45;      // two stories become one
constexpr double kLink = 0.55;       // a like event elsewhere: linked
constexpr double kFollow = 1.2;      // nearly the same, nothing against it: linked
constexpr double kLinkDeeds = 0.1;   // links need a common action
constexpr double kBestShare = 0.65;  // of the nearest article; the rest is the mean of the story

// Time: full weight for kFreshDays, then 1 / (1 + (days / kFadeDays)^2).
constexpr double kFreshDays = 2.0;
constexpr double kFadeDays = 10.0;
constexpr double kUndated = 0.9;
constexpr double kCopyWindowDays = 90.0;

// How rare a feature is: log((N + kPrior) / (df + 1)), against the rarest. The prior stands for the
// articles we have not seen, so that the first ones are weighed like the thousandth.
constexpr double kPrior = 40.0;
constexpr double kCountryFloor = 0.5;

// Copies: share of the shorter text's phrases that the other one has.
constexpr double kCopyShare = 0.5;
constexpr size_t kCopyPhrases = 8;  // fewer shared phrases prove nothing

// Bounds that keep the work per article constant.
constexpr size_t kMaxPosting = 400;  // latest articles kept per feature
constexpr size_t kMaxCandidates = 48;
constexpr size_t kMaxMembers = 12;  // members of a story that an article is compared with
constexpr size_t kMaxLinks = 8;     // near misses kept per article
constexpr size_t kMaxPhrases = 600;
constexpr size_t kMaxWords = 160;

}  // namespace synoptic::group
