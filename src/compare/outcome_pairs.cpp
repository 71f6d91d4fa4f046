#include "compare/outcome_pairs.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/hash.h"
#include "compare/figures.h"
#include "compare/verdict.h"

namespace synoptic::compare {
namespace {

constexpr size_t kFewCharacters = 16;
constexpr double kSupports = 0.2;  // clauses more alike say one thing

bool agree(Outcome a, Outcome b) { return (a == Outcome::kYes) == (b == Outcome::kYes); }

}  // namespace

OutcomePairs::OutcomePairs(const Input& input, const Passages& passages,
                           std::vector<OutcomeSpot> spots)
    : input_(input),
      passages_(passages),
      spots_(std::move(spots)),
      rests_(spots_.size()),
      has_rest_(spots_.size(), false) {}

// "But they reached no agreement": of what, the rest of the sentence says.
Range OutcomePairs::told_around(const OutcomeSpot& spot) const {
  const auto& sentence = input_.tellings[spot.article].sentences[spot.sentence];
  size_t characters = 0;
  for (uint32_t at = spot.clause.begin; at < spot.clause.end; ++at) {
    const bool begins = (sentence.text[at - sentence.range.begin] & 0xC0) != 0x80;
    if (begins && !spot.word.contains(Range{at, at + 1})) ++characters;
  }
  return characters < kFewCharacters ? sentence.range : spot.clause;
}

const Passages::Bag& OutcomePairs::rest_of(size_t spot) const {
  if (!has_rest_[spot]) {
    has_rest_[spot] = true;
    const OutcomeSpot& of = spots_[spot];
    rests_[spot] = passages_.bag_without(of.article, of.sentence, told_around(of), of.word);
  }
  return rests_[spot];
}

double OutcomePairs::tie(size_t a, size_t b) const {
  const OutcomeSpot& x = spots_[a];
  const OutcomeSpot& y = spots_[b];
  return passages_.tie({x.article, x.sentence, rest_of(a)}, {y.article, y.sentence, rest_of(b)});
}

// The places and parties of its clause; sorted.
std::vector<uint64_t> OutcomePairs::named_in(const OutcomeSpot& spot) const {
  std::vector<uint64_t> out;
  const auto& telling = input_.tellings[spot.article];
  const uint32_t block = telling.sentences[spot.sentence].block;
  for (const auto& mention : telling.annotated->mentions) {
    if (mention.at.block == block && !mention.entity.empty() &&
        spot.clause.contains(mention.at.range)) {
      out.push_back(fnv1a(mention.entity));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

// How much the account of one clause says elsewhere what the other says.
double OutcomePairs::contrary_tie(size_t spot, size_t other) const {
  double most = 0;
  for (size_t i = 0; i < spots_.size(); ++i) {
    if (spots_[i].account != spots_[spot].account) continue;
    if (!agree(spots_[i].outcome, spots_[other].outcome)) continue;
    most = std::max(most, tie(i, other));
  }
  return most;
}

// How many further accounts say alike what this one says, or say it of what the other speaks of.
double OutcomePairs::support(size_t spot, size_t other) const {
  std::set<uint32_t> accounts;
  for (size_t i = 0; i < spots_.size(); ++i) {
    const OutcomeSpot& one = spots_[i];
    if (one.account == spots_[spot].account || one.account == spots_[other].account) continue;
    if (!agree(one.outcome, spots_[spot].outcome)) continue;
    if (tie(i, spot) >= kSupports || tie(i, other) >= kSupports) accounts.insert(one.account);
  }
  return static_cast<double>(accounts.size());
}

OutcomePairs::Features OutcomePairs::features(size_t a, size_t b) const {
  const OutcomeSpot& x = spots_[a];
  const OutcomeSpot& y = spots_[b];
  Features out{};
  out[0] = tie(a, b);
  const Twin* twin = nullptr;
  for (const Twin& one : passages_.twins(x.article, x.sentence)) {
    if (one.article == y.article && one.sentence == y.sentence) twin = &one;
  }
  out[1] = twin != nullptr && twin->mutual ? 1 : 0;
  out[2] = twin != nullptr ? twin->likeness : 0;
  out[3] = Passages::likeness(rest_of(a), rest_of(b));
  std::set<uint32_t> yes, no;
  double own_x = 0, own_y = 0;
  for (const OutcomeSpot& one : spots_) {
    (agree(one.outcome, Outcome::kYes) ? yes : no).insert(one.account);
    if (one.account == x.account && !agree(one.outcome, x.outcome)) own_x = 1;
    if (one.account == y.account && !agree(one.outcome, y.outcome)) own_y = 1;
  }
  size_t both = 0;
  for (const uint32_t account : yes) both += no.contains(account) ? 1 : 0;
  out[4] = own_x + own_y;
  out[5] = static_cast<double>(both) / static_cast<double>(input_.accounts);
  out[6] = static_cast<double>(yes.size() + no.size() - both) /
           static_cast<double>(input_.accounts);
  out[7] = std::max(contrary_tie(a, b), contrary_tie(b, a));
  const double left = support(a, b), right = support(b, a);
  out[8] = std::max(left, right) / static_cast<double>(input_.accounts);
  out[9] = std::min(left, right) / static_cast<double>(input_.accounts);
  out[10] = std::log(static_cast<double>(spots_.size()) / static_cast<double>(input_.accounts));
  out[11] = x.denied || y.denied ? 1 : 0;
  out[12] = x.quoted || y.quoted ? 1 : 0;
  out[13] = x.sentence == 0 || y.sentence == 0 ? 1 : 0;
  const auto names_x = named_in(x), names_y = named_in(y);
  std::vector<uint64_t> shared;
  std::set_intersection(names_x.begin(), names_x.end(), names_y.begin(), names_y.end(),
                        std::back_inserter(shared));
  out[14] = static_cast<double>(std::min<size_t>(3, shared.size()));
  out[15] = !names_x.empty() && !names_y.empty() && shared.empty() ? 1 : 0;
  out[16] = x.outcome == Outcome::kOpen || y.outcome == Outcome::kOpen ? 1 : 0;
  const double size_x = static_cast<double>(rest_of(a).size());
  const double size_y = static_cast<double>(rest_of(b).size());
  out[17] = std::log(1 + std::min(size_x, size_y));
  out[18] = std::min(salience_at(input_.tellings[x.article], x.sentence),
                     salience_at(input_.tellings[y.article], y.sentence));
  const auto& at_x = input_.tellings[x.article].minutes;
  const auto& at_y = input_.tellings[y.article].minutes;
  out[19] = at_x && at_y ? std::min(48.0, std::abs(static_cast<double>(*at_x - *at_y)) / 60) : 12;
  return out;
}

}  // namespace synoptic::compare
