#include "compare/statements/contraries.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/trees.h"

namespace synoptic::compare {
namespace {

constexpr double kLeastOdds = 1.0;
constexpr uint32_t kMostAccounts = 12;       // of the stories that it is learnt from there are six
constexpr size_t kShownOfSentence = 240;     // code points: what differs may stand at its end
constexpr Calibration kContrary{0.8, -0.6};  // of facts, in stories that it has no part in

using Where = Contradictions::Where;

struct Pair {
  double odds = 0;
  Where a, b;
};

class Contraries {
 public:
  Contraries(const Input& input, const Passages& passages, const Contradictions& contradictions,
             const SameStatement& same, const std::vector<Ranked>& told)
      : input_(input), passages_(passages), contradictions_(contradictions), same_(same) {
    for (const auto& ranked : told) mark(ranked.fact);
  }

  std::vector<Ranked> compare() {
    collect();
    std::vector<Ranked> out;
    for (const Pair& pair : pairs_) {
      if (is_told(pair) || used_.contains(key(pair.a)) || used_.contains(key(pair.b))) continue;
      out.push_back(fact_of(pair));
    }
    return out;
  }

 private:
  using Key = std::pair<uint32_t, uint32_t>;
  static Key key(Where where) { return {where.article, where.sentence}; }

  const Sentence& at(Where where) const {
    return input_.tellings[where.article].sentences[where.sentence];
  }

  // The sentences that a difference is told of, or that they deny the same.
  void mark(const model::Fact& fact) {
    const bool denied = fact.slot == "outcome" && fact.values.front().norm == "no";
    if (fact.verdict == "only" || (fact.verdict == "agree" && !denied)) return;
    std::set<Key> sentences;
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      const auto& telling = input_.tellings[i];
      for (const auto& value : fact.values) {
        if (value.article != telling.annotated->article.id) continue;
        for (uint32_t j = 0; j < telling.sentences.size(); ++j) {
          const Sentence& sentence = telling.sentences[j];
          if (span_in_capture(telling, sentence.block, sentence.range).overlaps(value.span)) {
            sentences.insert({i, j});
          }
        }
      }
    }
    told_.push_back(std::move(sentences));
  }

  bool is_told(const Pair& pair) const {
    return std::any_of(told_.begin(), told_.end(), [&](const std::set<Key>& sentences) {
      return sentences.contains(key(pair.a)) && sentences.contains(key(pair.b));
    });
  }

  void collect() {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      for (uint32_t j = 1; j < passages_.read_of(i); ++j) {
        for (const Twin& twin : passages_.twins(i, j)) {
          if (twin.sentence == 0 || (twin.mutual && twin.article < i)) continue;
          const Where a{i, j}, b{twin.article, twin.sentence};
          if (!contradictions_.between(a, b)) continue;
          const double odds = same_.contrary_odds(a, twin);
          if (odds >= kLeastOdds) pairs_.push_back({odds, a, b});
        }
      }
    }
    std::sort(pairs_.begin(), pairs_.end(), [](const Pair& x, const Pair& y) {
      if (x.odds != y.odds) return x.odds > y.odds;
      return std::pair(key(x.a), key(x.b)) < std::pair(key(y.a), key(y.b));
    });
  }

  model::FactValue cell_of(Where where, uint32_t side) const {
    const auto& telling = input_.tellings[where.article];
    const Sentence& sentence = at(where);
    Claim claim = claim_at(
        telling, where.article,
        {sentence.block, sentence.range, span_in_capture(telling, sentence.block, sentence.range)});
    claim.sentence = where.sentence;
    claim.text = std::string(sentence.text);
    claim.norm = claim.text;
    claim.name = beginning_of(claim.text, kShownOfSentence);
    auto value = cell(input_, claim);
    value.side = side;
    return value;
  }

  // Sentences of further accounts that contradict one of the two stand with the other, unless they
  // contradict that as well.
  Ranked fact_of(const Pair& pair) {
    std::vector<model::FactValue> values{cell_of(pair.a, 0), cell_of(pair.b, 1)};
    double salience = std::max(salience_of(pair.a), salience_of(pair.b));
    std::set<uint32_t> accounts{account(pair.a), account(pair.b)};
    use(pair.a), use(pair.b);
    uint32_t next = 2;
    for (const Pair& other : pairs_) {
      const auto join = [&](Where known, Where fresh) {
        const bool first = key(known) == key(pair.a), second = key(known) == key(pair.b);
        if ((!first && !second) || used_.contains(key(fresh))) return;
        if (!accounts.insert(account(fresh)).second) return;
        const bool apart = contradictions_.between(fresh, first ? pair.b : pair.a);
        values.push_back(cell_of(fresh, apart ? next++ : first ? 1 : 0));
        salience = std::max(salience, salience_of(fresh));
        use(fresh);
      };
      join(other.a, other.b);
      join(other.b, other.a);
    }
    return {make_fact("outcome", "statement", "differ", std::move(values),
                      kContrary.right(pair.odds), "sentences on one point that say it otherwise"),
            0.6 * salience};
  }

  uint32_t account(Where where) const { return input_.tellings[where.article].account; }
  double salience_of(Where where) const {
    return salience_at(input_.tellings[where.article], where.sentence);
  }
  void use(Where where) { used_.insert(key(where)); }

  const Input& input_;
  const Passages& passages_;
  const Contradictions& contradictions_;
  const SameStatement& same_;
  std::vector<std::set<Key>> told_;
  std::vector<Pair> pairs_;  // the surest first
  std::set<Key> used_;
};

}  // namespace

std::vector<Ranked> compare_contraries(const Input& input, const Passages& passages,
                                       const Contradictions& contradictions,
                                       const SameStatement& same, const std::vector<Ranked>& told) {
  if (input.accounts > kMostAccounts) return {};
  return Contraries(input, passages, contradictions, same, told).compare();
}

}  // namespace synoptic::compare
