#include "compare/outcomes/outcomes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "compare/answers.h"
#include "compare/figures/turns.h"
#include "compare/outcomes/outcome_disputes.h"
#include "compare/outcomes/outcome_persons.h"
#include "compare/outcomes/outcome_table.h"
#include "compare/outcomes/outlooks.h"
#include "compare/told_words.h"
#include "compare/trees.h"

namespace synoptic::compare {
namespace {

constexpr double kTold = 1.3;        // log-odds that two clauses contradict each other
constexpr double kToldInTitles = 0;  // … where the titles of both accounts do, too
constexpr Calibration kRight{1.0, -0.6};
constexpr double kSameSide = 0.2;  // how alike clauses of accounts that say alike are
constexpr double kItself = 2;
constexpr size_t kMostSpots = 200;
constexpr double kNamesOfTwo = 0.7;  // how likely two names tell one matter otherwise
constexpr double kSettled = 10;      // log-odds of what the account itself sets side by side

using Spot = OutcomeSpot;

class Reader {
 public:
  Reader(const Input& input, const Passages& passages) : input_(input), passages_(passages) {}

  std::vector<Spot> read() {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i);
    }
    return std::move(spots_);
  }

 private:
  void read(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto lang = model::table_language(telling.annotated->article.lang);
    const auto end = std::min<size_t>(telling.sentences.size(), passages_.read_of(index));
    for (uint32_t j = 0; j < end; ++j) {
      const auto& sentence = telling.sentences[j];
      if (sentence.past) continue;
      for (const auto& cue : outcome_cues(sentence.text, lang, &sentence.terms)) {
        Spot spot{index,      telling.account, j,        cue.matter, cue.outcome,
                  cue.denied, false,           cue.sure, cue.range,  cue.clause};
        for (Range* range : {&spot.word, &spot.clause}) {
          range->begin += sentence.range.begin;
          range->end += sentence.range.begin;
        }
        spot.quoted = is_quoted(spot);
        // "It has not decided whether to …": neither the one nor the other.
        const model::Place place{sentence.block, spot.word, {}};
        if (outlook_at(telling, place) == "undecided") spot.outcome = Outcome::kOpen;
        spots_.push_back(std::move(spot));
      }
    }
  }

  bool is_quoted(const Spot& spot) const {
    const auto& telling = input_.tellings[spot.article];
    const uint32_t block = telling.sentences[spot.sentence].block;
    return std::any_of(telling.annotated->quotes.begin(), telling.annotated->quotes.end(),
                       [&](const auto& quote) {
                         return quote.form == "direct" && quote.at.block == block &&
                                quote.at.range.contains(spot.word);
                       });
  }

  const Input& input_;
  const Passages& passages_;
  std::vector<Spot> spots_;
};

struct Contraries {
  size_t yes = 0, no = 0;
  double odds = 0;
};

// The account's title says of the matter what the clause says, and not the contrary.
bool is_in_title(const std::vector<Spot>& spots, const Spot& of) {
  bool out = false;
  for (const Spot& spot : spots) {
    if (spot.account != of.account || spot.sentence != 0) continue;
    if (is_yes(spot) != is_yes(of)) return false;
    out = true;
  }
  return out;
}

using Where = std::pair<uint32_t, uint32_t>;  // article, sentence

Where where_of(const Spot& spot) { return {spot.article, spot.sentence}; }

// The two clauses that say the contrary of one thing most likely; none of the sentences in `told`.
std::optional<Contraries> contraries_of(OutcomeContest& contest, const std::set<Where>& told) {
  std::optional<Contraries> best;
  const auto is_told = [&](size_t i) { return told.contains(where_of(contest.spots()[i])); };
  for (size_t i = 0; i < contest.spots().size(); ++i) {
    if (is_told(i)) continue;
    for (size_t j = 0; j < contest.spots().size(); ++j) {
      if (!contest.may_differ(i, j) || is_told(j)) continue;
      const double odds = contest.odds(i, j);
      if (odds < kToldInTitles || (best && odds <= best->odds)) continue;
      const auto& spots = contest.spots();
      if (odds < kTold && !(is_in_title(spots, spots[i]) && is_in_title(spots, spots[j]))) continue;
      best = Contraries{i, j, odds};
    }
  }
  return best;
}

// One clause of each account that says the one or the other; the likest.
std::map<uint32_t, size_t> witnesses(OutcomeContest& contest, const Contraries& pair) {
  const auto& spots = contest.spots();
  const bool sole = has_flag(spots[pair.yes].matter, MatterFlag::kSole) ||
                    has_flag(spots[pair.yes].matter, MatterFlag::kDenied);
  std::map<uint32_t, std::pair<double, size_t>> found;
  std::set<uint32_t> both;
  for (size_t i = 0; i < spots.size(); ++i) {
    const Spot& spot = spots[i];
    const size_t own = is_yes(spot) ? pair.yes : pair.no;
    const size_t other = is_yes(spot) ? pair.no : pair.yes;
    if (spot.account == spots[other].account) continue;
    if (spot.account == spots[own].account && i != own) continue;
    double alike = i == own ? kItself : std::max(contest.tie(i, own), contest.tie(i, other));
    if (alike < kSameSide && (!sole || contest.says_both(spot.account))) continue;
    if (spot.sentence == 0) alike /= 2;  // the body tells it in full
    const auto [kept, fresh] = found.try_emplace(spot.account, alike, i);
    if (fresh) continue;
    if (is_yes(spots[kept->second.second]) != is_yes(spot)) both.insert(spot.account);
    if (alike > kept->second.first) kept->second = {alike, i};
  }
  std::map<uint32_t, size_t> out;
  for (const auto& [account, kept] : found) {
    if (!both.contains(account)) out.emplace(account, kept.second);
  }
  return out;
}

class Outcomes {
 public:
  Outcomes(const Input& input, const Passages& passages, const std::vector<Spot>& spots)
      : input_(input), passages_(passages), spots_(spots) {}

  std::vector<Ranked> compare() {
    for (auto& spots : matters_of(spots_)) {
      std::set<Where> told;  // "the captain lives, the mate does not": a matter of each
      for (auto& of_one : outcomes_by_person(input_, spots)) {
        OutcomeContest own(input_, passages_, std::move(of_one), spots_);
        if (const auto pair = contraries_of(own, told)) {
          judge(own, *pair);
          found_.back().odds = kTold;  // what all say of the whole matter goes before
          told.insert(found_.back().all.begin(), found_.back().all.end());
        }
      }
      OutcomeContest contest(input_, passages_, std::move(spots), spots_);
      if (const auto dispute = find_outcome_dispute(input_, contest)) {
        tell(contest, *dispute);
        told.insert(found_.back().all.begin(), found_.back().all.end());
      }
      const bool disputed = has_flag(contest.spots()[0].matter, MatterFlag::kDisputed);
      while (const auto pair = disputed ? std::nullopt : contraries_of(contest, told)) {
        judge(contest, *pair);
        told.insert(found_.back().all.begin(), found_.back().all.end());
      }
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.odds > b.odds; });
    std::vector<Ranked> out;
    std::vector<const Found*> told;
    for (Found& found : found_) {
      if (std::any_of(told.begin(), told.end(),
                      [&](const Found* other) { return is_within(found, *other); })) {
        continue;
      }
      told.push_back(&found);
      out.push_back(std::move(found.fact));
    }
    return out;
  }

 private:
  struct Found {
    double odds = 0;
    std::set<Where> pair, all;  // of the two that say the contrary; of every cell
    Ranked fact;
  };

  // "Stopped", "ended": two words for one matter.
  static bool is_within(const Found& found, const Found& other) {
    return found.pair == other.pair ||
           std::includes(other.all.begin(), other.all.end(), found.all.begin(), found.all.end());
  }

  void judge(OutcomeContest& contest, const Contraries& pair) {
    const auto& spots = contest.spots();
    const auto said = witnesses(contest, pair);
    std::vector<model::FactValue> values;
    double salience = 0;
    std::map<uint32_t, const Spot*> witnesses;
    for (const auto& [account, index] : said) {
      const Spot& spot = spots[index];
      witnesses.emplace(account, &spot);
      const bool of_pair = index == pair.yes || index == pair.no;
      const Spot& contrary = spots[index == pair.yes ? pair.no : pair.yes];
      values.push_back(cell_of(spot, of_pair ? told_against(spot, contrary) : spot.clause));
      values.back().side = is_yes(spot) == is_yes(spots[said.begin()->second]) ? 0 : 1;
      salience = std::max(salience, salience_at(input_.tellings[spot.article], spot.sentence));
    }
    const std::string_view name = spots[0].matter;
    const bool update = is_turn(name, witnesses);
    const bool certainty = has_flag(name, MatterFlag::kCertainty);
    Found found;
    found.odds = pair.odds;
    for (const size_t one : {pair.yes, pair.no}) {
      found.pair.insert(where_of(spots[one]));
    }
    for (const auto& [account, spot] : witnesses) {
      found.all.insert(where_of(*spot));
    }
    found.fact = {
        make_fact(certainty ? "certainty" : "outcome", std::string(name),
                  update ? "update" : "differ", std::move(values), kRight.right(pair.odds),
                  update ? "a state that changed from the earlier accounts to the later"
                         : "one matter, and it came out otherwise"),
        salience};
    found_.push_back(std::move(found));
  }

  void tell(OutcomeContest& contest, const OutcomeDispute& dispute) {
    const auto& spots = contest.spots();
    std::vector<size_t> said{dispute.yes, dispute.no};
    for (const auto& [account, index] : dispute.others) said.push_back(index);
    std::vector<model::FactValue> values;
    Found found;
    found.odds = kSettled;
    double salience = 0;
    for (const size_t index : said) {
      const Spot& spot = spots[index];
      values.push_back(cell_of(spot, spot.clause));
      values.back().side = is_yes(spot) ? 0 : 1;
      values.back().claimant = outcome_voice(input_, spot);
      salience = std::max(salience, salience_at(input_.tellings[spot.article], spot.sentence));
      found.all.insert(where_of(spot));
    }
    for (const size_t one : {dispute.yes, dispute.no}) found.pair.insert(where_of(spots[one]));
    found.fact = {make_fact("outcome", std::string(spots[0].matter), "attributed_difference",
                            std::move(values), kNamesOfTwo, std::string(kTwoNames)),
                  salience};
    found_.push_back(std::move(found));
  }

  // All accounts that say it one way are earlier than all that say it the other, and one of them
  // says that it changes, or what is done once is done hours later.
  bool is_turn(std::string_view matter, const std::map<uint32_t, const Spot*>& said) const {
    const bool once = has_flag(matter, MatterFlag::kOnce);
    if (!once && !has_flag(matter, MatterFlag::kState)) return false;
    constexpr int64_t kLaterMinutes = 30;
    std::optional<int64_t> first[2], last[2];
    for (const auto& [account, spot] : said) {
      const auto& minutes = input_.tellings[spot->article].minutes;
      if (!minutes) return false;
      const size_t side = spot->outcome == Outcome::kYes ? 1 : 0;
      first[side] = std::min(first[side].value_or(*minutes), *minutes);
      last[side] = std::max(last[side].value_or(*minutes), *minutes);
    }
    const int64_t till_yes = *first[1] - *last[0], till_no = *first[0] - *last[1];
    if (till_yes < kLaterMinutes && (once || till_no < kLaterMinutes)) return false;
    if (once && till_yes >= kLongAfterMinutes) return true;
    // "Open again" tells of a change before it, and not that it was closed once more.
    const bool from_yes = till_yes < kLaterMinutes;
    std::vector<Where> where;
    for (const auto& [account, spot] : said) {
      if (!from_yes || spot->outcome != Outcome::kYes) where.push_back(where_of(*spot));
    }
    return tells_state_turn(input_, where);
  }

  // All that the sentence says contrary to the other's, of whatever matter: "he fled, and is looked
  // for".
  Range told_against(const Spot& spot, const Spot& contrary) const {
    const auto is_in = [](const Spot& one, const Spot& of) {
      return one.article == of.article && one.sentence == of.sentence;
    };
    Range out = spot.clause;
    for (const Spot& own : spots_) {
      if (!is_in(own, spot) || out.contains(own.clause)) continue;
      const bool against = std::any_of(spots_.begin(), spots_.end(), [&](const Spot& other) {
        return is_in(other, contrary) && other.matter == own.matter && is_yes(other) != is_yes(own);
      });
      if (against) {
        out = {std::min(out.begin, own.clause.begin), std::max(out.end, own.clause.end)};
      }
    }
    return out;
  }

  model::FactValue cell_of(const Spot& spot, Range told) const {
    Claim claim = claim_of_words(input_, spot.article, spot.sentence, told);
    claim.norm = spot.outcome == Outcome::kYes  ? "yes"
                 : spot.outcome == Outcome::kNo ? "no"
                                                : "open";
    // By its own words: "yes" says little of a matter like "arrested or fled".
    const std::string_view words = claim.text;
    claim.name = beginning_of(words.substr(0, words.find_last_not_of(" .;:!?") + 1));
    return cell(input_, claim);
  }

  const Input& input_;
  const Passages& passages_;
  const std::vector<Spot>& spots_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<OutcomeSpot> read_outcomes(const Input& input, const Passages& passages) {
  return Reader(input, passages).read();
}

bool exclude_each_other(const OutcomeSpot& a, const OutcomeSpot& b) {
  const auto& against = outcome_table().against;
  const auto contraries = against.find(a.matter);
  if (contraries == against.end()) return false;
  const MatterSide other(b.matter, b.outcome);
  return std::any_of(
      contraries->second.begin(), contraries->second.end(),
      [&](const auto& contrary) { return contrary.own == a.outcome && contrary.other == other; });
}

bool come_out_otherwise(const std::vector<OutcomeSpot>& spots, const ToldAt& a, const ToldAt& b) {
  const auto spots_at = [&](const ToldAt& at) {
    std::vector<const Spot*> out;
    const Where where{at.article, at.sentence};
    const auto first =
        std::lower_bound(spots.begin(), spots.end(), where,
                         [](const Spot& spot, Where wanted) { return where_of(spot) < wanted; });
    for (auto spot = first; spot != spots.end() && where_of(*spot) == where; ++spot) {
      if (spot->outcome != Outcome::kOpen && at.range.overlaps(spot->word)) out.push_back(&*spot);
    }
    return out;
  };
  bool otherwise = false;
  const auto left = spots_at(a), right = spots_at(b);
  for (const Spot* x : left) {
    for (const Spot* y : right) {
      if (x->matter == y->matter && x->outcome == y->outcome) return false;
      otherwise |= x->matter == y->matter || exclude_each_other(*x, *y);
    }
  }
  return otherwise;
}

std::vector<std::vector<OutcomeSpot>> matters_of(const std::vector<OutcomeSpot>& spots) {
  std::map<std::string_view, std::vector<OutcomeSpot>> matters;
  for (const auto& spot : spots) matters[spot.matter].push_back(spot);
  std::vector<std::vector<OutcomeSpot>> out;
  for (auto& [name, told] : matters) {
    const bool yes = std::any_of(told.begin(), told.end(), is_yes);
    const bool no = !std::all_of(told.begin(), told.end(), is_yes);
    if (yes && no && told.size() <= kMostSpots) out.push_back(std::move(told));
  }
  return out;
}

std::vector<Ranked> compare_outcomes(const Input& input, const Passages& passages,
                                     const std::vector<OutcomeSpot>& spots) {
  return Outcomes(input, passages, spots).compare();
}

}  // namespace synoptic::compare
