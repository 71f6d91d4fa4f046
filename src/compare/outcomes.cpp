#include "compare/outcomes.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace synoptic::compare {
namespace {

constexpr double kOneThing = 0.26;  // clauses less alike speak of two things
constexpr size_t kMostSpots = 200;

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
    const auto lang = model::primary_language(telling.annotated->article.lang);
    const auto end = std::min<size_t>(telling.sentences.size(), passages_.read_of(index));
    for (uint32_t j = 0; j < end; ++j) {
      const auto& sentence = telling.sentences[j];
      if (sentence.past) continue;
      for (const auto& cue : outcome_cues(sentence.text, lang)) {
        Spot spot{index, telling.account, j, cue.matter, cue.outcome, cue.denied, false, cue.range,
                  cue.clause};
        for (Range* range : {&spot.word, &spot.clause}) {
          range->begin += sentence.range.begin;
          range->end += sentence.range.begin;
        }
        spot.quoted = is_quoted(spot);
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

class Outcomes {
 public:
  Outcomes(const Input& input, const Passages& passages, std::vector<Spot> spots)
      : input_(input), passages_(passages), spots_(std::move(spots)) {}

  std::vector<Ranked> compare() {
    std::set<std::string_view> matters;
    for (const Spot& spot : spots_) matters.insert(spot.matter);
    for (const auto matter : matters) {
      const OutcomePairs pairs(input_, passages_, contested(matter));
      if (!pairs.spots().empty()) group(pairs);
    }
    return std::move(facts_);
  }

 private:
  // Only of matters that some say to be so and some not.
  std::vector<Spot> contested(std::string_view matter) const {
    std::vector<Spot> out;
    bool yes = false, no = false;
    for (const Spot& spot : spots_) {
      if (spot.matter != matter) continue;
      (spot.outcome == Outcome::kYes ? yes : no) = true;
      out.push_back(spot);
    }
    if (!yes || !no || out.size() > kMostSpots) out.clear();
    return out;
  }

  // Clauses about one thing, whatever they say of it.
  void group(const OutcomePairs& pairs) {
    const auto& of = pairs.spots();
    std::vector<size_t> root(of.size());
    std::iota(root.begin(), root.end(), 0);
    const auto root_of = [&](size_t i) {
      while (root[i] != i) i = root[i] = root[root[i]];
      return i;
    };
    for (size_t i = 0; i < of.size(); ++i) {
      for (size_t j = i + 1; j < of.size(); ++j) {
        if (of[i].account == of[j].account || pairs.tie(i, j) < kOneThing) continue;
        const size_t x = root_of(i), y = root_of(j);
        root[std::max(x, y)] = std::min(x, y);
      }
    }
    std::map<size_t, std::vector<const Spot*>> groups;
    for (size_t i = 0; i < of.size(); ++i) groups[root_of(i)].push_back(&of[i]);
    for (const auto& [first, spots] : groups) judge(spots);
  }

  // One clause for each account that says it one way only; the body's.
  std::map<uint32_t, const Spot*> witnesses(const std::vector<const Spot*>& spots) const {
    std::map<uint32_t, const Spot*> out;
    std::set<uint32_t> both;
    for (const Spot* spot : spots) {
      const auto [kept, fresh] = out.try_emplace(spot->account, spot);
      if (fresh) continue;
      if (kept->second->outcome != spot->outcome) both.insert(spot->account);
      if (kept->second->sentence == 0) kept->second = spot;
    }
    for (const uint32_t account : both) out.erase(account);
    return out;
  }

  void judge(const std::vector<const Spot*>& spots) {
    const auto said = witnesses(spots);
    size_t yes = 0, no = 0, open = 0;
    for (const auto& [account, spot] : said) {
      ++(spot->outcome == Outcome::kYes ? yes : spot->outcome == Outcome::kNo ? no : open);
    }
    // What is not decided yet is not done, either.
    const size_t others = no + open;
    if (yes == 0 || others == 0 || (no > 0 && open > 0)) return;
    if (std::max(yes, others) < 2 && input_.accounts > 2) return;
    std::vector<model::FactValue> values;
    double salience = 0;
    for (const auto& [account, spot] : said) {
      values.push_back(cell_of(*spot));
      values.back().side = spot->outcome == said.begin()->second->outcome ? 0 : 1;
      salience = std::max(salience, salience_at(input_.tellings[spot->article], spot->sentence));
    }
    const bool update = is_state(spots[0]->matter) && is_turn(said);
    facts_.push_back(
        {make_fact(input_, "outcome", std::string(spots[0]->matter), update ? "update" : "differ",
                   std::move(values), 0.65,
                   update ? "a state that changed from the earlier accounts to the later"
                          : "one matter, and it came out otherwise"),
         salience});
  }

  // All accounts that say it one way are earlier than all that say it the other.
  bool is_turn(const std::map<uint32_t, const Spot*>& said) const {
    constexpr int64_t kLaterMinutes = 30;
    std::optional<int64_t> first[2], last[2];
    for (const auto& [account, spot] : said) {
      const auto& minutes = input_.tellings[spot->article].minutes;
      if (!minutes) return false;
      const size_t side = spot->outcome == Outcome::kYes ? 1 : 0;
      first[side] = std::min(first[side].value_or(*minutes), *minutes);
      last[side] = std::max(last[side].value_or(*minutes), *minutes);
    }
    return *first[1] - *last[0] >= kLaterMinutes || *first[0] - *last[1] >= kLaterMinutes;
  }

  model::FactValue cell_of(const Spot& spot) const {
    const auto& telling = input_.tellings[spot.article];
    const auto& sentence = telling.sentences[spot.sentence];
    Claim claim;
    claim.article = spot.article;
    claim.account = spot.account;
    claim.sentence = spot.sentence;
    claim.at = {sentence.block, spot.clause, span_in_capture(telling, sentence.block, spot.clause)};
    claim.text = std::string(slice(telling.annotated->article, claim.at));
    claim.norm = claim.name = spot.outcome == Outcome::kYes  ? "yes"
                              : spot.outcome == Outcome::kNo ? "no"
                                                             : "open";
    return cell(input_, claim);
  }

  const Input& input_;
  const Passages& passages_;
  std::vector<Spot> spots_;
  std::vector<Ranked> facts_;
};

}  // namespace

std::vector<OutcomeSpot> read_outcomes(const Input& input, const Passages& passages) {
  return Reader(input, passages).read();
}

std::vector<Ranked> compare_outcomes(const Input& input, const Passages& passages,
                                     const std::vector<OutcomeSpot>& spots) {
  return Outcomes(input, passages, spots).compare();
}

}  // namespace synoptic::compare
