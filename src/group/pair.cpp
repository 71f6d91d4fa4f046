#include "group/pair.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>

#include "group/bounds.h"

namespace synoptic::group {
namespace {

constexpr std::array<std::string_view, kEvidences> kNames = {"bias",
                                                             "title",
                                                             "lead",
                                                             "all",
                                                             "title_in_text",
                                                             "rarest",
                                                             "term_count",
                                                             "words",
                                                             "entities",
                                                             "parties",
                                                             "names",
                                                             "deeds",
                                                             "figures",
                                                             "topics",
                                                             "tokens",
                                                             "other_places",
                                                             "other_countries",
                                                             "other_actors",
                                                             "other_strangers",
                                                             "other_days",
                                                             "other_event",
                                                             "other_figures",
                                                             "days_apart",
                                                             "week_apart",
                                                             "undated",
                                                             "short",
                                                             "strange",
                                                             "strange_title",
                                                             "strange_all",
                                                             "bare",
                                                             "bare_entities",
                                                             "bare_deeds",
                                                             "bare_parties",
                                                             "long",
                                                             "long_all",
                                                             "long_lead",
                                                             "long_parties",
                                                             "long_apart",
                                                             "whole",
                                                             "whole_undated",
                                                             "shared",
                                                             "texts",
                                                             "mould"};

constexpr size_t kFewestTerms = 4;
constexpr float kBlurbWords = 60;                   // twice as many are an article
constexpr size_t kCountedTerms = 16;                // of more the breadth is not asked
constexpr double kScrapTerms = 8;                   // a headline has about ten
constexpr float kFewShared = 15, kManyShared = 20;  // terms of two short items
constexpr float kHeaviestOfMany = 0.75F, kHeaviestOfFew = 0.65F;  // shared terms: kRarest
constexpr float kNamesInCommon = 0.35F, kNamesAcross = 0.5F;      // of the names and figures of one
constexpr size_t kEnoughNames = 3;

float damped(double sum) { return sum == 0 ? 0.0F : static_cast<float>(std::log1p(sum)); }

// Of a count, which no list of an article exceeds.
float damped_count(size_t count) {
  static const auto values = [] {
    std::array<float, 256> out;
    for (size_t i = 0; i < out.size(); ++i) out[i] = damped(static_cast<double>(i));
    return out;
  }();
  return values[count];
}

struct Sums {
  std::array<double, kFeatureKinds> both{};

  double& both_of(FeatureKind kind) { return both[static_cast<size_t>(kind)]; }
};

float cosine_of(double both, float x, float y) {
  return x > 0 && y > 0 ? static_cast<float>(both / std::sqrt(static_cast<double>(x) * y)) : 0.0F;
}

bool exclude(std::span<const uint32_t> a, std::span<const uint32_t> b) {
  if (a.empty() || b.empty()) return false;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return false;
    a[i] < b[j] ? ++i : ++j;
  }
  return true;
}

bool days_apart(std::span<const int32_t> a, std::span<const int32_t> b) {
  if (a.empty() || b.empty()) return false;
  int64_t nearest = std::numeric_limits<int64_t>::max();
  for (const int64_t x : a) {
    for (const int64_t y : b) nearest = std::min<int64_t>(nearest, std::abs(x - y));
  }
  return nearest > kDaySlack;
}

// Classes that both count and never count alike.
float other_figures(std::span<const Figure> a, std::span<const Figure> b) {
  float against = 0;
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    const uint32_t sort = a[i].sort;
    if (sort != b[j].sort) {
      sort < b[j].sort ? ++i : ++j;
      continue;
    }
    bool same = false;
    const size_t first = j;
    for (; i < a.size() && a[i].sort == sort; ++i) {
      for (j = first; j < b.size() && b[j].sort == sort; ++j) same |= a[i].value == b[j].value;
    }
    if (!same) ++against;
  }
  return std::min(against, 3.0F);
}

void compare_times(const Fingerprint& a, const Fingerprint& b, Pair& pair) {
  const auto left = a.minutes(), right = b.minutes();
  if (!left || !right) {
    pair[Evidence::kUndated] = 1;
    return;
  }
  const double days =
      std::abs(static_cast<double>(*left - *right)) / static_cast<double>(kMinutesPerDay);
  pair[Evidence::kDaysApart] = damped(std::min(days, 30.0));
  pair[Evidence::kWeekApart] = static_cast<float>(std::clamp((days - 5.0) / 5.0, 0.0, 2.0));
}

// How many terms of one weight would be as many as these.
double breadth(std::span<const uint8_t> weights) {
  double sum = 0, squares = 0;
  for (const uint8_t weight : weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? sum * sum / squares : 0;
}

// Of a text of a few words each is much of the whole, and any two such texts that share one would
// be alike: what they share counts the less, the fewer words there are and the more of them differ.
// Where both have names or deeds, it is these that tell.
void doubt_scraps(double terms, double shared, Pair& pair) {
  if (terms == 0 || terms >= kScrapTerms) return;
  if (pair[Evidence::kEntities] + pair[Evidence::kDeeds] > 0) return;
  const double power = 3 * std::min(kScrapTerms - terms, kScrapTerms - kFewestTerms);
  const auto trust = static_cast<float>(std::pow(shared, power));
  for (const Evidence evidence :
       {Evidence::kTitle, Evidence::kLead, Evidence::kAll, Evidence::kTitleInText,
        Evidence::kRarest, Evidence::kTermCount, Evidence::kWords, Evidence::kBare}) {
    pair[evidence] *= trust;
  }
}

// Match reports, warnings of the weather, results of companies: short items of one mould share most
// of their words, and what tells one event from another is who, where and how many. `terms`,
// `shared`: how many terms both have, and how many names and figures. A name is the heaviest term
// of a text mostly, also where no table has it: if the heaviest ones are not shared, the shared
// words are those of the mould. Other letters write names otherwise.
float mould_of(const Fingerprint& a, const Fingerprint& b, size_t terms, size_t shared,
               const Pair& pair) {
  const float brief = 1 - 2 * pair[Evidence::kWhole];
  if (brief <= 0) return 0;
  const float many = (static_cast<float>(terms) - kFewShared) / (kManyShared - kFewShared);
  const float much = std::clamp(many, 0.0F, 1.0F);
  const size_t least = std::min(a.specifics(), b.specifics());
  const float share = static_cast<float>(shared) / static_cast<float>(std::max<size_t>(least, 1));
  const auto lacking = [&](float enough) { return std::max(1 - share / enough, 0.0F); };
  const auto below = [&](float heaviest, float by) {
    return std::clamp((heaviest - pair[Evidence::kRarest]) / by, 0.0F, 1.0F);
  };
  const bool one_language = a.lang_key() == b.lang_key();
  float out = one_language && least >= kEnoughNames ? much * lacking(kNamesInCommon) : 0;
  if (one_language || (a.latin() && b.latin())) {
    const float length = pair[Evidence::kLong];
    const float light = std::max(much * below(kHeaviestOfMany, 0.2F),
                                 length * length * below(kHeaviestOfFew, 0.1F));
    out = std::max(out, light * lacking(kNamesAcross));
  }
  return brief * out;
}

}  // namespace

std::string_view evidence_name(Evidence evidence) { return kNames[static_cast<size_t>(evidence)]; }

// The terms of the lexicon are counted from 0, so that the low bits are spread as evenly.
void Subject::Table::fill(std::span<const uint32_t> keys) {
  first.fill(kNone);
  for (size_t i = 0; i < std::min(keys.size(), next.size()); ++i) {
    uint8_t& head = first[keys[i] % kPlaces];
    next[i] = head;
    head = static_cast<uint8_t>(i);
  }
}

size_t Subject::Table::find(std::span<const uint32_t> keys, uint32_t key) const {
  uint8_t place = first[key % kPlaces];
  while (place != kNone && keys[place] != key) place = next[place];
  return place;
}

std::span<const uint8_t> Subject::Table::likely(std::span<const uint32_t> keys, Hits& hits) const {
  size_t count = 0;
  for (size_t i = 0; i < std::min(keys.size(), hits.size()); ++i) {
    hits[count] = static_cast<uint8_t>(i);
    count += first[keys[i] % kPlaces] != kNone ? 1U : 0U;
  }
  return {hits.data(), count};
}

Subject::Subject(const Fingerprint& article) : article_(article), lists_(article.lists()) {
  features_.fill(lists_.feature_keys);
  terms_.fill(lists_.terms);
  for (const uint8_t weight : lists_.in_all) term_weight_ += weight;
}

size_t Subject::compare_features(const Fingerprint& other, const Fingerprint::Lists& lists,
                                 Pair& pair) const {
  Sums sums;
  size_t specifics = 0;
  double parties = 0, words = 0;
  const auto left = lists_.feature_keys, right = lists.feature_keys;
  const auto left_values = lists_.feature_values, right_values = lists.feature_values;
  Table::Hits hits;
  for (const size_t j : features_.likely(right, hits)) {
    const size_t i = features_.find(left, right[j]);
    if (i == kNone) continue;
    const FeatureKind kind = Fingerprint::kind_of(left_values[i]);
    const double product =
        Fingerprint::weight_of(left_values[i]) * Fingerprint::weight_of(right_values[j]);
    if (kind == FeatureKind::kWord) {
      words += product;
      continue;
    }
    sums.both_of(kind) += std::sqrt(product);
    if (is_party(kind)) parties += product;
    specifics += is_specific(kind) ? 1U : 0U;
  }
  pair[Evidence::kWords] = cosine_of(words, article_.word_square(), other.word_square());
  pair[Evidence::kParties] = cosine_of(parties, article_.party_square(), other.party_square());
  pair[Evidence::kEntities] =
      damped(sums.both_of(FeatureKind::kEntity) + sums.both_of(FeatureKind::kCountry));
  pair[Evidence::kNames] = damped(sums.both_of(FeatureKind::kName));
  pair[Evidence::kDeeds] = damped(sums.both_of(FeatureKind::kDeed));
  pair[Evidence::kFigures] = damped(sums.both_of(FeatureKind::kFigure));
  pair[Evidence::kTopics] = damped(sums.both_of(FeatureKind::kTopic));
  pair[Evidence::kTokens] = damped(sums.both_of(FeatureKind::kToken));
  return specifics;
}

size_t Subject::compare_terms(const Fingerprint& other, const Fingerprint::Lists& lists,
                              Pair& pair) const {
  const auto left = lists_.terms, right = lists.terms;
  const auto left_title = lists_.in_title, right_title = lists.in_title;
  const auto left_lead = lists_.in_lead, right_lead = lists.in_lead;
  const auto left_all = lists_.in_all, right_all = lists.in_all;
  uint32_t title = 0, lead = 0, all = 0, a_in_b = 0, b_in_a = 0, count = 0, rarest = 0;
  uint32_t shared_a = 0, shared_b = 0, all_b = 0;
  const float unit_a = 1 / std::max(article_.all_norm(), 1.0F);
  const float unit_b = 1 / std::max(other.all_norm(), 1.0F);
  float both = 0;
  for (const uint8_t weight : right_all) all_b += weight;
  Table::Hits hits;
  for (const size_t j : terms_.likely(right, hits)) {
    const size_t i = terms_.find(left, right[j]);
    if (i == kNone) continue;
    title += left_title[i] * right_title[j];
    lead += left_lead[i] * right_lead[j];
    all += left_all[i] * right_all[j];
    a_in_b += left_title[i] * left_title[i];
    b_in_a += right_title[j] * right_title[j];
    rarest = std::max<uint32_t>(rarest, left_all[i] * right_all[j]);
    shared_a += left_all[i];
    shared_b += right_all[j];
    both += std::min(unit_a * left_all[i], unit_b * right_all[j]);
    ++count;
  }
  const auto share = [](uint32_t both, float x, float y) {
    return x > 0 && y > 0 ? static_cast<float>(both) / (x * y) : 0.0F;
  };
  const Fingerprint &a = article_, &b = other;
  pair[Evidence::kTitle] = share(title, a.title_norm(), b.title_norm());
  pair[Evidence::kLead] = share(lead, a.lead_norm(), b.lead_norm());
  pair[Evidence::kAll] = share(all, a.all_norm(), b.all_norm());
  pair[Evidence::kTitleInText] = 0.5F * (share(a_in_b, a.title_norm(), a.title_norm()) +
                                         share(b_in_a, b.title_norm(), b.title_norm()));
  pair[Evidence::kRarest] = std::sqrt(static_cast<float>(rarest)) / 255.0F;
  pair[Evidence::kTermCount] = damped_count(count);
  const float either =
      unit_a * static_cast<float>(term_weight_) + unit_b * static_cast<float>(all_b) - both;
  pair[Evidence::kShared] = either > 0 ? both / either : 0.0F;
  pair[Evidence::kShort] =
      1.0F / std::sqrt(1.0F + static_cast<float>(std::min(left.size(), right.size())));
  if (std::min(left.size(), right.size()) < kFewestTerms) {
    pair[Evidence::kBare] = 1;
    pair[Evidence::kBareEntities] = pair[Evidence::kEntities];
    pair[Evidence::kBareDeeds] = pair[Evidence::kDeeds];
    pair[Evidence::kBareParties] = pair[Evidence::kParties];
  }
  const bool strange = !a.lexical() || !b.lexical();
  if (!strange && std::min(left.size(), right.size()) < kCountedTerms) {
    const double of_a = breadth(left_all), of_b = breadth(right_all);
    const auto share_of = [](uint32_t shared, std::span<const uint8_t> weights) {
      return shared / std::max(std::accumulate(weights.begin(), weights.end(), 0.0), 1.0);
    };
    const double of_left = share_of(shared_a, left_all), of_right = share_of(shared_b, right_all);
    const bool scraps = std::max(of_a, of_b) < kScrapTerms;
    const double shared = scraps ? std::min(of_left, of_right) : of_a <= of_b ? of_left : of_right;
    doubt_scraps(std::min(of_a, of_b), shared, pair);
  }
  pair[Evidence::kStrange] = strange ? 1.0F : 0.0F;
  pair[Evidence::kStrangeTitle] = strange ? pair[Evidence::kTitle] : 0.0F;
  pair[Evidence::kStrangeAll] = strange ? pair[Evidence::kAll] : 0.0F;
  return count;
}

Pair Subject::compare(const Fingerprint& b) const {
  const Fingerprint& a = article_;
  Pair pair;
  pair[Evidence::kBias] = 1;
  const Fingerprint::Lists &left = lists_, right = b.lists();
  const size_t specifics = compare_features(b, right, pair);
  const size_t terms = compare_terms(b, right, pair);
  compare_times(a, b, pair);
  const bool one_language = a.lang_key() == b.lang_key();
  if (!one_language) pair[Evidence::kWords] = 0;
  pair[Evidence::kOtherPlaces] = exclude(left.places, right.places) ? 1.0F : 0.0F;
  pair[Evidence::kOtherCountries] = exclude(left.countries, right.countries) ? 1.0F : 0.0F;
  pair[Evidence::kOtherActors] = exclude(left.actors, right.actors) ? 1.0F : 0.0F;
  if (one_language) {
    pair[Evidence::kOtherStrangers] = exclude(left.strangers, right.strangers) ? 1.0F : 0.0F;
  }
  pair[Evidence::kOtherDays] = days_apart(left.days, right.days) ? 1.0F : 0.0F;
  pair[Evidence::kOtherEvent] =
      pair[Evidence::kOtherDays] *
      std::max(pair[Evidence::kOtherPlaces], pair[Evidence::kOtherCountries]);
  pair[Evidence::kOtherFigures] = other_figures(left.figures, right.figures);
  const auto shorter = static_cast<float>(std::min(left.terms.size(), right.terms.size()));
  const float length = std::clamp((shorter - 32.0F) / 22.0F, 0.0F, 1.0F);
  pair[Evidence::kLong] = length;
  pair[Evidence::kLongAll] = length * pair[Evidence::kAll];
  pair[Evidence::kLongLead] = length * pair[Evidence::kLead];
  pair[Evidence::kLongParties] = length * pair[Evidence::kParties];
  pair[Evidence::kLongApart] = length * (pair[Evidence::kDaysApart] + pair[Evidence::kWeekApart]);
  // Phrases are about as many as words.
  const auto words = static_cast<float>(std::min(a.phrase_count(), b.phrase_count()));
  const float whole = std::clamp((words - kBlurbWords) / kBlurbWords, 0.0F, 1.0F);
  pair[Evidence::kWhole] = whole;
  pair[Evidence::kWholeUndated] = whole * pair[Evidence::kUndated];
  pair[Evidence::kTexts] = one_language ? whole * length : 0.0F;
  pair[Evidence::kMould] = mould_of(a, b, terms, specifics, pair);
  return pair;
}

bool are_near(const Fingerprint& a, const Fingerprint& b, const Pair& pair) {
  const auto left = a.minutes(), right = b.minutes();
  if (!left || !right || std::abs(*left - *right) > kWindowDays * kMinutesPerDay) return false;
  const float names = pair[Evidence::kEntities] + pair[Evidence::kNames];
  return pair[Evidence::kAll] >= kNearWords &&
         (names >= kNearNames || pair[Evidence::kTitle] >= kNearTitles);
}

}  // namespace synoptic::group
