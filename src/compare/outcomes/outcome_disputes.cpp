#include "compare/outcomes/outcome_disputes.h"

#include <algorithm>

namespace synoptic::compare {
namespace {

constexpr double kOfOneMatter = 0.2;  // how alike clauses of two accounts are

// Its words say for sure what it is about.
bool may_be_disputed(std::string_view matter) {
  return !has_flag(matter, MatterFlag::kLoose) && !has_flag(matter, MatterFlag::kCertainty) &&
         !has_flag(matter, MatterFlag::kRival);
}

bool told_side_by_side(const OutcomeSpot& a, const OutcomeSpot& b) {
  return a.article == b.article &&
         std::max(a.sentence, b.sentence) - std::min(a.sentence, b.sentence) <= 1;
}

class Disputes {
 public:
  Disputes(const Input& input, OutcomeContest& contest)
      : input_(input),
        contest_(contest),
        is_one_(has_flag(contest.spots()[0].matter, MatterFlag::kSole)) {}

  std::optional<OutcomeDispute> find() {
    const auto& spots = contest_.spots();
    if (!may_be_disputed(spots[0].matter)) return std::nullopt;
    for (size_t i = 0; i < spots.size(); ++i) {
      for (size_t j = 0; j < spots.size(); ++j) {
        if (!are_disputed(spots[i], spots[j])) continue;
        if (!is_one_ && contest_.tie(i, j) < kOfOneMatter) continue;
        OutcomeDispute out{i, j, others(i, j)};
        if (!out.others.empty()) return out;
      }
    }
    return std::nullopt;
  }

 private:
  bool are_disputed(const OutcomeSpot& yes, const OutcomeSpot& no) const {
    if (!is_yes(yes) || no.outcome != Outcome::kNo || !told_side_by_side(yes, no)) return false;
    if (std::min(yes.sure, no.sure) < 1) return false;
    const auto one = outcome_voice(input_, yes), other = outcome_voice(input_, no);
    return !one.empty() && !other.empty() && one != other;
  }

  // What the other accounts say of it; the likest.
  std::map<uint32_t, size_t> others(size_t yes, size_t no) {
    const auto& spots = contest_.spots();
    std::map<uint32_t, std::pair<double, size_t>> found;
    for (size_t i = 0; i < spots.size(); ++i) {
      if (spots[i].account == spots[yes].account || spots[i].sentence == 0) continue;
      if (spots[i].outcome == Outcome::kOpen) continue;
      const double alike = std::max(contest_.tie(i, yes), contest_.tie(i, no));
      if (alike < kOfOneMatter && !is_one_) continue;
      const auto [kept, fresh] = found.try_emplace(spots[i].account, alike, i);
      if (!fresh && alike > kept->second.first) kept->second = {alike, i};
    }
    std::map<uint32_t, size_t> out;
    for (const auto& [account, kept] : found) out.emplace(account, kept.second);
    return out;
  }

  const Input& input_;
  OutcomeContest& contest_;
  bool is_one_;  // a story has one of it at most
};

}  // namespace

std::string_view outcome_voice(const Input& input, const OutcomeSpot& spot) {
  const auto& telling = input.tellings[spot.article];
  const uint32_t block = telling.sentences[spot.sentence].block;
  for (const auto& quote : telling.annotated->quotes) {
    if (!quote.speaker || quote.at.block != block || !quote.at.range.overlaps(spot.word)) continue;
    return quote.speaker->entity.empty() ? quote.speaker->name : quote.speaker->entity;
  }
  return {};
}

std::optional<OutcomeDispute> find_outcome_dispute(const Input& input, OutcomeContest& contest) {
  return Disputes(input, contest).find();
}

}  // namespace synoptic::compare
