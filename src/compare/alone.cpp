#include "compare/alone.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/data.h"
#include "compare/trees.h"
#include "model/article.h"
#include "text/characters.h"

namespace synoptic::compare {
namespace {

constexpr double kLeastOdds = 1.35;
constexpr uint32_t kFewestAccounts = 3;  // of the stories that it is learnt from
constexpr Calibration kAlone{1.70, -1.56};
constexpr size_t kNearClaims = 8;    // of the sort, on either side of the value
constexpr uint32_t kNearBytes = 60;  // around a value
constexpr float kNothingNear = 9;    // no value of that sort elsewhere

const Trees& model_of() {
  static const Trees trees(embedded_data("compare/alone.tsv"), Alone::names());
  return trees;
}

// How far two numbers are apart, as the logarithm of their ratio.
float apart(double a, double b) {
  const double x = std::abs(a) + 1e-9, y = std::abs(b) + 1e-9;
  return static_cast<float>(std::min(8.0, std::abs(std::log(x / y))));
}

float number_of_sort(const model::Fact& fact, const Claim* claim) {
  if (fact.slot == "money") return 1;
  if (fact.slot == "rank") return 2;
  if (fact.slot == "date") return 3;
  if (claim == nullptr) return 0;
  if (claim->sort == "percent") return 4;
  if (claim->sort == "percent_points") return 5;
  if (claim->sort == "score") return 6;
  if (claim->sort == "duration") return 7;
  return claim->sort == "count" ? 8 : 9;
}

float length_of(const Telling& telling) {
  size_t bytes = 0;
  for (const Sentence& sentence : telling.sentences) bytes += sentence.text.size();
  return std::log1p(static_cast<float>(bytes));
}

}  // namespace

const std::array<std::string_view, Alone::kFeatures>& Alone::names() {
  static constexpr std::array<std::string_view, kFeatures> kNames{
      "accounts",      "figure",    "words",      "sort",      "known",  "worth",   "position",
      "twin",          "content",   "said",       "said_near", "longer", "rival",   "nearest",
      "nearest_about", "same_sort", "same_about", "names",     "named",  "numbers", "numbered"};
  return kNames;
}

Alone::Alone(const Input& input, const Passages& passages) : input_(input), passages_(passages) {
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    article_.emplace(input.tellings[i].annotated->article.id, i);
    const Telling& telling = input.tellings[i];
    for (const double number : telling.all_numbers) {
      const auto [found, fresh] = numbers_.try_emplace(number, telling.account);
      if (!fresh && found->second != telling.account) found->second = kSeveral;
    }
    const float length = telling.original ? length_of(telling) : 0;
    if (length > longest_) {
      second_ = longest_;
      longest_ = length;
      longest_account_ = telling.account;
    } else {
      second_ = std::max(second_, length);
    }
    for (const Claim& claim : telling.claims) {
      sorts_[{claim.slot, claim.sort}].push_back(&claim);
    }
  }
  for (auto& [sort, claims] : sorts_) std::ranges::stable_sort(claims, {}, &Claim::value);
}

Alone::Spot Alone::spot_of(const model::FactValue& value) const {
  Spot out;
  const auto found = article_.find(value.article);
  if (found == article_.end()) return out;
  out.article = found->second;
  const auto& telling = input_.tellings[out.article];
  for (uint32_t i = 0; i < telling.sentences.size(); ++i) {
    const Sentence& sentence = telling.sentences[i];
    if (!span_in_capture(telling, sentence.block, sentence.range).overlaps(value.span)) continue;
    out.sentence = i;
    const size_t at = sentence.text.find(value.text);
    out.at = sentence.range;
    if (at != std::string_view::npos) {
      out.at.begin += static_cast<uint32_t>(at);
      out.at.end = out.at.begin + static_cast<uint32_t>(value.text.size());
    }
    break;
  }
  return out;
}

const Claim* Alone::claim_at(const Spot& spot, const model::FactValue& value) const {
  const auto& claims = input_.tellings[spot.article].claims;
  const auto found = std::ranges::find_if(claims, [&](const Claim& claim) {
    return claim.at.span.begin == value.span.begin && claim.norm == value.norm;
  });
  return found == claims.end() ? nullptr : &*found;
}

// The words beside a value.
Range Alone::around(const Spot& spot) const {
  const Sentence& sentence = input_.tellings[spot.article].sentences[spot.sentence];
  const auto is_inside = [&](uint32_t at) {
    return text::is_trail(sentence.text[at - sentence.range.begin]);
  };
  Range out{std::max(sentence.range.begin, spot.at.begin - std::min(spot.at.begin, kNearBytes)),
            std::min(sentence.range.end, spot.at.end + kNearBytes)};
  while (out.begin < spot.at.begin && is_inside(out.begin)) ++out.begin;
  while (out.end > spot.at.end && out.end < sentence.range.end && is_inside(out.end)) --out.end;
  return out;
}

Alone::Features Alone::features(const model::Fact& only) const {
  Features out{};
  const auto& value = only.values.front();
  const Spot spot = spot_of(value);
  const Claim* const claim = claim_at(spot, value);
  read_kind(only, out);
  out[kSort] = number_of_sort(only, claim);
  out[kNearest] = out[kNearestAbout] = kNothingNear;
  if (claim != nullptr) read_figure(*claim, spot, out);
  read_words(spot, out);
  read_lengths(spot, out);
  read_company(spot, out);
  return out;
}

double Alone::odds(const model::Fact& only) const { return model_of().odds(features(only)); }

void Alone::read_kind(const model::Fact& fact, Features& out) const {
  const auto& value = fact.values.front();
  const bool figure =
      fact.slot == "quantity" || fact.slot == "money" || fact.slot == "rank" || fact.slot == "date";
  const bool words = !figure && value.norm == value.text;  // as they stand: a worry
  const bool deed = fact.slot == "outcome" && fact.about != "statement";
  out[kFigure] = figure ? 1 : 0;
  out[kWords] = words ? 2 : deed ? 1 : 0;
  out[kWorth] = static_cast<float>(fact.confidence);
}

// What the others have of that sort, and how near they come to it.
void Alone::read_figure(const Claim& claim, const Spot& spot, Features& out) const {
  out[kKnown] = claim.about.empty() ? 0 : static_cast<float>(class_of(claim.about).weight);
  const auto found = sorts_.find({claim.slot, claim.sort});
  if (found == sorts_.end()) return;
  std::set<uint32_t> accounts, of_class;
  for (const Claim* other : found->second) {
    if (other->account == claim.account) continue;
    accounts.insert(other->account);
    out[kNearest] = std::min(out[kNearest], apart(other->value, claim.value));
    if (claim.about.empty() || other->about != claim.about) continue;
    of_class.insert(other->account);
    out[kNearestAbout] = std::min(out[kNearestAbout], apart(other->value, claim.value));
  }
  out[kSameSort] = static_cast<float>(accounts.size());
  out[kSameAbout] = static_cast<float>(of_class.size());
  const auto own = passages_.bag_without(spot.article, spot.sentence, around(spot), spot.at);
  const auto& claims = found->second;
  const auto place = std::ranges::lower_bound(claims, claim.value, {}, &Claim::value);
  const auto first = place - std::min<std::ptrdiff_t>(kNearClaims, place - claims.begin());
  const auto last = place + std::min<std::ptrdiff_t>(kNearClaims, claims.end() - place);
  for (auto at = first; at != last; ++at) {
    const Claim& other = **at;
    if (other.account == claim.account || !input_.tellings[other.article].original) continue;
    const Spot there{other.article, other.sentence, other.at.range};
    const auto bag = passages_.bag_without(other.article, other.sentence, around(there), there.at);
    out[kRival] = std::max(out[kRival], static_cast<float>(Passages::likeness(own, bag)));
  }
}

void Alone::read_words(const Spot& spot, Features& out) const {
  const auto& twins = passages_.twins(spot.article, spot.sentence);
  if (!twins.empty()) {
    out[kTwin] = static_cast<float>(twins[0].likeness);
    out[kContent] = static_cast<float>(twins[0].content);
  }
  const auto& telling = input_.tellings[spot.article];
  const Range whole = telling.sentences[spot.sentence].range;
  const bool part = out[kFigure] > 0;
  const auto all = part ? passages_.bag_without(spot.article, spot.sentence, whole, spot.at)
                        : passages_.bag_of(spot.article, spot.sentence, whole);
  const auto near = part ? passages_.bag_without(spot.article, spot.sentence, around(spot), spot.at)
                         : passages_.bag_of(spot.article, spot.sentence, spot.at);
  out[kSaid] = static_cast<float>(passages_.said_elsewhere(all, telling.account));
  out[kSaidNear] = static_cast<float>(passages_.said_elsewhere(near, telling.account));
  out[kPosition] = static_cast<float>(telling.sentences[spot.sentence].position);
}

void Alone::read_lengths(const Spot& spot, Features& out) const {
  const auto& own = input_.tellings[spot.article];
  out[kAccounts] = static_cast<float>(input_.accounts);
  const float longest = longest_account_ == own.account ? second_ : longest_;
  out[kLonger] = longest - length_of(own);
}

// Names and numbers of the sentence, and how many of them others have.
void Alone::read_company(const Spot& spot, Features& out) const {
  const auto& telling = input_.tellings[spot.article];
  const Sentence& sentence = telling.sentences[spot.sentence];
  std::set<std::string_view> entities;
  for (const auto& mention : telling.annotated->mentions) {
    if (mention.at.block == sentence.block && sentence.range.contains(mention.at.range) &&
        !mention.entity.empty()) {
      entities.insert(mention.entity);
    }
  }
  for (const auto entity : entities) {
    const auto found = input_.named_by.find(entity);
    if (found != input_.named_by.end() && found->second.size() > 1) ++out[kNamesShared];
  }
  out[kNames] = static_cast<float>(entities.size());
  for (const auto& quantity : telling.annotated->quantities) {
    if (quantity.at.block != sentence.block || !sentence.range.contains(quantity.at.range))
      continue;
    ++out[kNumbers];
    const auto found = numbers_.find(quantity.value);
    const bool elsewhere = found != numbers_.end() && found->second != telling.account;
    out[kNumbersShared] += elsewhere ? 1.0F : 0.0F;
  }
}

bool is_asked(const model::Fact& fact) {
  return fact.verdict == "only" && fact.slot != "attribution" && fact.about != "list";
}

void drop_doubtful_singles(const Input& input, const Passages& passages,
                           std::vector<Ranked>& facts) {
  if (model_of().empty() || input.accounts < kFewestAccounts) return;
  const Alone alone(input, passages);
  std::erase_if(facts, [&](Ranked& ranked) {
    if (!is_asked(ranked.fact)) return false;
    const double odds = alone.odds(ranked.fact);
    ranked.fact.confidence = kAlone.right(odds);
    return odds < kLeastOdds;
  });
}

}  // namespace synoptic::compare
