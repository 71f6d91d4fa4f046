#include "compare/outcomes/outcome_contest.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/data.h"
#include "compare/trees.h"
#include "text/characters.h"

namespace synoptic::compare {
namespace {

constexpr size_t kFewCharacters = 16;
constexpr size_t kFewSpots = 120;  // of more, only sentences that are near each other are compared
constexpr uint32_t kLateFirst = 8, kLateLast = 12;  // sentences behind them are as late
constexpr float kNotAsked = -1;

const Trees& model_of() {
  static const Trees trees(embedded_data("compare/outcome_contest.tsv"), OutcomeContest::names());
  return trees;
}

// 1: something in common; -1: both have some, and none in common; 0: one has none.
float in_common(const std::set<double>& a, const std::set<double>& b) {
  if (a.empty() || b.empty()) return 0;
  return std::any_of(a.begin(), a.end(), [&](double one) { return b.contains(one); }) ? 1 : -1;
}

float length_of(const Range& range) { return static_cast<float>(range.end - range.begin); }

}  // namespace

const std::array<std::string_view, OutcomeContest::kFeatures>& OutcomeContest::names() {
  static constexpr std::array<std::string_view, kFeatures> kNames{
      "tie",          "twin",          "content",    "mutual",     "lead",          "said_most",
      "said_least",   "both",          "yes",        "no",         "others",        "accounts",
      "support_most", "support_least", "sole",       "denial",     "loose",         "rival",
      "bound",        "denied",        "figures",    "first",      "last",          "short",
      "spots",        "sure_most",     "sure_least", "else_alike", "else_contrary", "word",
      "one_denied",   "word_denied"};
  return kNames;
}

OutcomeContest::OutcomeContest(const Input& input, const Passages& passages,
                               std::vector<OutcomeSpot> spots, const std::vector<OutcomeSpot>& all)
    : input_(input),
      passages_(passages),
      spots_(std::move(spots)),
      else_(spots_.size()),
      words_(spots_.size()),
      rests_(spots_.size()),
      ties_(spots_.size() * spots_.size(), kNotAsked),
      nearest_(spots_.size(), kNotAsked),
      support_(spots_.size(), kNotAsked) {
  for (const auto& spot : spots_) (is_yes(spot) ? yes_ : no_).insert(spot.account);
  std::map<std::pair<uint32_t, uint32_t>, std::vector<const OutcomeSpot*>> by_sentence;
  for (const auto& spot : all) by_sentence[{spot.article, spot.sentence}].push_back(&spot);
  for (size_t i = 0; i < spots_.size(); ++i) {
    for (const OutcomeSpot* other : by_sentence[{spots_[i].article, spots_[i].sentence}]) {
      if (other->matter != spots_[i].matter && other->clause.overlaps(spots_[i].clause)) {
        else_[i].push_back(other);
      }
    }
  }
}

bool OutcomeContest::may_differ(size_t yes, size_t no) const {
  const auto& x = spots_[yes];
  const auto& y = spots_[no];
  if (!is_yes(x) || is_yes(y) || x.account == y.account || is_title(x) || is_title(y)) return false;
  return spots_.size() <= kFewSpots || twin(yes, no) != nullptr;
}

OutcomeContest::Features OutcomeContest::features(size_t yes, size_t no) {
  Features out{};
  out[kTie] = static_cast<float>(tie(yes, no));
  if (const Twin* near = twin(yes, no)) {
    out[kTwin] = static_cast<float>(near->likeness);
    out[kContent] = static_cast<float>(near->content);
    out[kMutual] = near->mutual ? 1 : 0;
  }
  out[kLead] = out[kTie] - static_cast<float>(std::max(nearest(yes), nearest(no)));
  const double said[2] = {said_by_other(yes, no), said_by_other(no, yes)};
  out[kSaidMost] = static_cast<float>(std::max(said[0], said[1]));
  out[kSaidLeast] = static_cast<float>(std::min(said[0], said[1]));
  const double backed[2] = {support(yes), support(no)};
  out[kSupportMost] = static_cast<float>(std::max(backed[0], backed[1]));
  out[kSupportLeast] = static_cast<float>(std::min(backed[0], backed[1]));
  count(yes, no, out);
  read_kind(yes, no, out);
  read_clauses(yes, no, out);
  read_words(yes, no, out);
  read_else(yes, no, out);
  return out;
}

double OutcomeContest::odds(size_t yes, size_t no) { return model_of().odds(features(yes, no)); }

// How many accounts say what.
void OutcomeContest::count(size_t yes, size_t no, Features& out) {
  for (const uint32_t account : yes_) ++out[no_.contains(account) ? kOthersBoth : kYes];
  for (const uint32_t account : no_) out[kNo] += yes_.contains(account) ? 0 : 1;
  for (const size_t one : {yes, no}) out[kBoth] += says_both(spots_[one].account) ? 1 : 0;
  out[kAccounts] = static_cast<float>(input_.accounts);
  out[kSpots] = std::log1p(static_cast<float>(spots_.size()));
}

void OutcomeContest::read_kind(size_t yes, size_t no, Features& out) const {
  const auto flag = [&](Feature feature, MatterFlag of) {
    out[feature] = has_flag(spots_[yes].matter, of) ? 1 : 0;
  };
  flag(kSole, MatterFlag::kSole);
  flag(kLoose, MatterFlag::kLoose);
  flag(kRival, MatterFlag::kRival);
  flag(kBound, MatterFlag::kBound);
  flag(kSoleDenied, MatterFlag::kDenied);
  for (const size_t one : {yes, no}) out[kDenied] += spots_[one].denied ? 1 : 0;
}

void OutcomeContest::read_clauses(size_t yes, size_t no, Features& out) const {
  const auto& x = spots_[yes];
  const auto& y = spots_[no];
  out[kFigures] = in_common(figures_in(x), figures_in(y));
  const std::pair<uint32_t, uint32_t> order = std::minmax({x.sentence, y.sentence});
  out[kFirst] = static_cast<float>(std::min(order.first, kLateFirst));
  out[kLast] = static_cast<float>(std::min(order.second, kLateLast));
  out[kSureMost] = std::max(x.sure, y.sure);
  out[kSureLeast] = std::min(x.sure, y.sure);
  out[kShort] = std::log1p(std::min(length_of(x.clause), length_of(y.clause)));
}

// Another word, or the same one denied.
void OutcomeContest::read_words(size_t yes, size_t no, Features& out) {
  for (const size_t one : {yes, no}) {
    if (words_[one]) continue;
    const auto& spot = spots_[one];
    const auto& telling = input_.tellings[spot.article];
    const auto& sentence = telling.sentences[spot.sentence];
    words_[one] = terms_of(sentence.text.substr(spot.word.begin - sentence.range.begin,
                                                spot.word.end - spot.word.begin),
                           telling.annotated->article.lang);
  }
  out[kWord] = static_cast<float>(likeness(*words_[yes], *words_[no]));
  out[kOneDenied] = spots_[yes].denied != spots_[no].denied ? 1 : 0;
  out[kWordDenied] = out[kOneDenied] > 0 ? out[kWord] : -out[kWord];
}

// What both clauses say of other matters.
void OutcomeContest::read_else(size_t yes, size_t no, Features& out) const {
  for (const OutcomeSpot* one : else_[yes]) {
    for (const OutcomeSpot* other : else_[no]) {
      if (one->matter != other->matter) continue;
      out[is_yes(*one) == is_yes(*other) ? kElseAlike : kElseContrary] +=
          std::min(one->sure, other->sure);
    }
  }
}

bool OutcomeContest::is_title(const OutcomeSpot& spot) const {
  return spot.sentence == 0 && input_.tellings[spot.article].sentences.size() > 1;
}

const Twin* OutcomeContest::twin(size_t a, size_t b) const {
  for (const Twin& one : passages_.twins(spots_[a].article, spots_[a].sentence)) {
    if (one.article == spots_[b].article && one.sentence == spots_[b].sentence) return &one;
  }
  return nullptr;
}

// How much the account of one clause says elsewhere what the other says.
double OutcomeContest::said_by_other(size_t spot, size_t other) {
  double most = 0;
  for (size_t i = 0; i < spots_.size(); ++i) {
    if (spots_[i].account != spots_[spot].account || is_yes(spots_[i]) != is_yes(spots_[other])) {
      continue;
    }
    most = std::max(most, tie(i, other));
  }
  return most;
}

// The nearest of the clauses that count; kept in `most`.
template <typename Counts>
double OutcomeContest::nearest_of(size_t spot, float& most, const Counts& counts) {
  if (most >= 0) return most;
  most = 0;
  for (size_t i = 0; i < spots_.size(); ++i) {
    if (counts(i)) most = std::max(most, static_cast<float>(tie(i, spot)));
  }
  return most;
}

// How clearly another account says the same.
double OutcomeContest::support(size_t spot) {
  return nearest_of(spot, support_[spot], [&](size_t i) {
    return spots_[i].account != spots_[spot].account && is_yes(spots_[i]) == is_yes(spots_[spot]) &&
           (spots_.size() <= kFewSpots || twin(spot, i) != nullptr);
  });
}

// The most that any other account says the contrary.
double OutcomeContest::nearest(size_t spot) {
  return nearest_of(spot, nearest_[spot],
                    [&](size_t i) { return may_differ(spot, i) || may_differ(i, spot); });
}

std::set<double> OutcomeContest::figures_in(const OutcomeSpot& spot) const {
  std::set<double> out;
  const auto& telling = input_.tellings[spot.article];
  const uint32_t block = telling.sentences[spot.sentence].block;
  for (const Claim& claim : telling.claims) {
    const bool counts = claim.slot == "quantity" || claim.slot == "money";
    if (counts && claim.at.block == block && spot.clause.contains(claim.at.range)) {
      out.insert(claim.value);
    }
  }
  return out;
}

// "But they reached no agreement": of what, the rest of the sentence says.
Range OutcomeContest::told_around(const OutcomeSpot& spot) const {
  const auto& sentence = input_.tellings[spot.article].sentences[spot.sentence];
  size_t characters = 0;
  for (uint32_t at = spot.clause.begin; at < spot.clause.end; ++at) {
    const bool begins = !text::is_trail(sentence.text[at - sentence.range.begin]);
    if (begins && !spot.word.contains(Range{at, at + 1})) ++characters;
  }
  return characters < kFewCharacters ? sentence.range : spot.clause;
}

const Passages::Bag& OutcomeContest::rest_of(size_t spot) {
  if (!rests_[spot]) {
    const auto& of = spots_[spot];
    rests_[spot] = passages_.bag_without(of.article, of.sentence, told_around(of), of.word);
  }
  return *rests_[spot];
}

double OutcomeContest::tie(size_t a, size_t b) {
  float& known = ties_[std::min(a, b) * spots_.size() + std::max(a, b)];
  if (known < 0) {
    const auto& x = spots_[a];
    const auto& y = spots_[b];
    known = static_cast<float>(
        passages_.tie({x.article, x.sentence, rest_of(a)}, {y.article, y.sentence, rest_of(b)}));
  }
  return known;
}

}  // namespace synoptic::compare
