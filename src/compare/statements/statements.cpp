#include "compare/statements/statements.h"

#include <algorithm>
#include <bitset>
#include <numeric>

#include "compare/outcomes/outcomes.h"
#include "compare/outcomes/stances.h"
#include "compare/rules.h"
#include "compare/statements/gather.h"
#include "compare/statements/same_statement.h"
#include "compare/statements/sure_statement.h"
#include "compare/told_words.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr double kLeastOdds = 1.0;       // that two sentences state the same
constexpr double kMostContrary = -2.5;   // … and that they contradict each other in something
constexpr double kLeastLikeness = 0.17;  // below it the model is hardly ever so sure
constexpr uint32_t kMostAsked = 12;      // accounts; the model has learnt from stories of six
constexpr double kSameSentence = 0.20;   // in larger stories: mutual twins below this may be chance
constexpr double kSameContent = 0.10;    // … of their words, names and figures left out
constexpr double kSaidWithin = 0.28;     // … one sentence says what the other says, and more
constexpr double kSameStance = 0.19;     // mutual twins that both deny, or both leave open
constexpr double kSameClause = 0.22;     // the clauses alone
constexpr double kMostContraryStance = -1.0;  // that clauses that both deny contradict each other
constexpr double kMaybeSame = 0.06;  // clauses that may say the same: neither is told as single
constexpr double kAnswered = 0.20;   // of a clause's words, said in one sentence elsewhere
constexpr size_t kMostFacts = 60;
constexpr size_t kMostTogether = 60;  // accounts of which every pair is remembered

using Item = StanceClause;

class Comparer {
 public:
  Comparer(const Input& input, const Passages& passages, const Contradictions& contradictions,
           const SameStatement& same, const std::vector<StanceClause>& stances,
           const std::vector<OutcomeSpot>& outcomes)
      : input_(input),
        passages_(passages),
        outcomes_(outcomes),
        contradictions_(contradictions),
        same_(same),
        items_(stances) {
    for (const auto& telling : input.tellings) {
      out_.told.emplace_back(telling.sentences.size(), false);
    }
  }

  Statements compare() {
    stances();
    sentences();
    return std::move(out_);
  }

 private:
  const Sentence& at(uint32_t article, uint32_t sentence) const {
    return input_.tellings[article].sentences[sentence];
  }

  const Twin* twin_in(uint32_t article, uint32_t sentence, uint32_t other) const {
    for (const Twin& twin : passages_.twins(article, sentence)) {
      if (twin.article == other) return &twin;
    }
    return nullptr;
  }

  double tie(const Item& a, const Item& b) const {
    if (a.account == b.account || a.side != b.side) return 0;
    double best = Passages::likeness(a.bag, b.bag);
    if (best < kSameClause) best = 0;
    const Twin* twin = twin_in(a.article, a.sentence, b.article);
    if (twin != nullptr && twin->sentence == b.sentence && twin->mutual &&
        twin->likeness >= kSameStance) {
      best = std::max(best, twin->likeness);
    }
    if (best == 0 || speak_of_others(input_, a, b)) return 0;
    if (a.side == Side::kNo && !share_words(a, b)) return 0;
    // "No exemptions", "hospitals will not be affected": both deny, and say the contrary.
    if (come_out_otherwise(outcomes_, {a.article, a.sentence, a.clause},
                           {b.article, b.sentence, b.clause})) {
      return 0;
    }
    return may_contradict(a, b) ? 0 : best;
  }

  // "Will not appeal" and "has not decided whether to appeal" both deny.
  bool may_contradict(const Item& a, const Item& b) const {
    if (input_.accounts > kMostAsked) return false;
    const auto says_otherwise = [&](const Item& one, const Item& other) {
      const Twin* twin = twin_in(one.article, one.sentence, other.article);
      return twin != nullptr && twin->sentence == other.sentence &&
             same_.contrary_odds({one.article, one.sentence}, *twin) >= kMostContraryStance;
    };
    return says_otherwise(a, b) || says_otherwise(b, a);
  }

  void stances() {
    std::vector<Pairing> links;
    for (uint32_t i = 0; i < items_.size(); ++i) {
      for (uint32_t j = i + 1; j < items_.size(); ++j) {
        const double likeness = tie(items_[i], items_[j]);
        if (likeness > 0) links.push_back({likeness, i, j});
      }
    }
    std::vector<uint32_t> accounts;
    for (const Item& item : items_) accounts.push_back(item.account);
    const auto groups = gather(links, accounts, [](const Pairing&) { return true; });
    for (const auto& group : groups) {
      if (group.size() > 1) {
        agree(group);
      } else {
        alone(group[0]);
      }
    }
  }

  model::FactValue cell_of(uint32_t article, uint32_t sentence, Range range,
                           std::string norm) const {
    Claim claim = claim_of_words(input_, article, sentence, range);
    claim.norm = claim.name = std::move(norm);
    return cell(input_, claim);
  }

  static std::string_view norm_of(Stance stance) {
    switch (stance) {
      case Stance::kNot:
        return "no";
      case Stance::kDeny:
        return "denied";
      case Stance::kMaybe:
        return "possible";
      case Stance::kFirst:
        return "preliminary";
      case Stance::kOpen:
        break;
    }
    return "open";
  }

  model::FactValue cell_of(const Item& item) const {
    auto value =
        cell_of(item.article, item.sentence, item.clause, std::string(norm_of(item.stance)));
    if (item.stance == Stance::kDeny) value.certainty = "denied";
    return value;
  }

  std::string about_of(uint32_t article, uint32_t sentence, Range range) const {
    const auto& telling = input_.tellings[article];
    const std::string deed = deed_at(telling, sentence, {at(article, sentence).block, range, {}});
    return deed.empty() ? "statement" : deed;
  }

  void emit(std::string slot, std::string about, std::string verdict,
            std::vector<model::FactValue> values, double confidence, std::string rule,
            double salience) {
    // The deed that stands nearest to a denial is not always what is denied: the words say it.
    if (slot == "outcome") {
      about = "statement";
      for (auto& value : values) value.name = beginning_of(value.text);
    }
    out_.facts.push_back({make_fact(std::move(slot), std::move(about), std::move(verdict),
                                    std::move(values), confidence, std::move(rule)),
                          salience});
  }

  void agree(const std::vector<uint32_t>& group) {
    std::vector<model::FactValue> values;
    double salience = 0;
    for (const uint32_t index : group) {
      const Item& item = items_[index];
      values.push_back(cell_of(item));
      values.back().norm = items_[group[0]].side == Side::kNo ? "no" : values[0].norm;
      out_.told[item.article][item.sentence] = true;
      salience = std::max(salience, salience_at(input_.tellings[item.article], item.sentence));
    }
    const Item& first = items_[group[0]];
    emit(first.side == Side::kNo ? "outcome" : "certainty",
         about_of(first.article, first.sentence, first.clause), "agree", std::move(values),
         std::min(0.9, 0.5 + 0.1 * static_cast<double>(group.size())),
         first.side == Side::kNo ? rules::kDeniedAlike : "sentences that leave it open alike",
         salience);
  }

  // An account denies something with words that are not known to say the same, or not.
  bool may_be_answered(uint32_t index) const {
    return std::any_of(items_.begin(), items_.end(), [&](const Item& other) {
      return other.account != items_[index].account && other.side == items_[index].side &&
             !speak_of_others(input_, items_[index], other) &&
             Passages::likeness(items_[index].bag, other.bag) >= kMaybeSame;
    });
  }

  // Another account says in words of its own that the same kind of matter did not come about.
  bool comes_out_alike(const Item& item) const {
    return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const OutcomeSpot& own) {
      if (own.sure < 1) return false;
      if (own.article != item.article || own.sentence != item.sentence) return false;
      if (!own.clause.overlaps(item.clause)) return false;
      return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const OutcomeSpot& other) {
        return other.sure == 1 && other.account != own.account && other.matter == own.matter &&
               other.outcome == own.outcome;
      });
    });
  }

  void alone(uint32_t index) {
    const Item& item = items_[index];
    if (input_.accounts < 2 || may_be_answered(index) || comes_out_alike(item)) return;
    if (is_said_elsewhere(input_, passages_, item.article, item.sentence, item.clause, kAnswered)) {
      return;
    }
    const double salience = salience_at(input_.tellings[item.article], item.sentence);
    emit(item.side == Side::kNo ? "outcome" : "certainty",
         about_of(item.article, item.sentence, item.clause), "only", {cell_of(item)},
         0.3 + 0.4 * salience,
         item.side == Side::kNo ? "denied here, and spoken of nowhere else"
                                : "left open here, and spoken of nowhere else",
         0.3 + 0.4 * salience);
  }

  // Sentences of which each is the other's nearest.
  void sentences() {
    std::vector<std::pair<uint32_t, uint32_t>> all;
    std::vector<uint32_t> first;  // per article: where its first sentence stands in all
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      first.push_back(static_cast<uint32_t>(all.size()));
      for (uint32_t j = 1; j < passages_.read_of(i); ++j) all.emplace_back(i, j);
    }
    const auto index_of = [&](const Twin& twin) { return first[twin.article] + twin.sentence - 1; };
    std::vector<Pairing> links;
    for (uint32_t i = 0; i < all.size(); ++i) {
      for (const Twin& twin : passages_.twins(all[i].first, all[i].second)) {
        if (!twin.mutual || twin.likeness < kLeastLikeness) continue;
        if (twin.sentence == 0) continue;  // an article that is a title alone
        const uint32_t j = index_of(twin);
        if (i < j) links.push_back({twin.likeness, i, j});
      }
    }
    std::vector<uint32_t> accounts;
    for (const auto& place : all) accounts.push_back(input_.tellings[place.first].account);
    const auto holds = [&](const Pairing& link) {
      const auto [article, sentence] = all[link.a];
      return says_same({article, sentence}, *twin_in(article, sentence, all[link.b].first));
    };
    auto groups = gather(links, accounts, holds);
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    const bool few = input_.accounts <= kMostTogether;
    Together together(few ? all.size() : 0);
    for (const auto& group : groups) {
      if (group.size() > 1) tell_group(group, all, together);
    }
    if (!few) return;
    // What one account says in a sentence of its own may be half a sentence of another.
    for (uint32_t i = 0; i < all.size(); ++i) {
      std::vector<uint32_t> group{i};
      for (const Twin& twin : passages_.twins(all[i].first, all[i].second)) {
        if (twin.mutual || twin.sentence == 0 || twin.likeness < kLeastLikeness) continue;
        if (together[i][input_.tellings[twin.article].account]) continue;
        if (says_same({all[i].first, all[i].second}, twin)) group.push_back(index_of(twin));
      }
      if (group.size() > 1) tell_group(group, all, together);
    }
  }

  bool says_same(Contradictions::Where where, const Twin& twin) const {
    if (input_.accounts > kMostAsked) {
      return twin.likeness >= (twin.mutual ? kSameSentence : kSaidWithin) &&
             twin.content >= kSameContent;
    }
    return same_.odds(where, twin) >= kLeastOdds &&
           same_.contrary_odds(where, twin) < kMostContrary;
  }

  using Where = std::vector<std::pair<uint32_t, uint32_t>>;
  using Together =
      std::vector<std::bitset<kMostTogether>>;  // of each sentence: with which accounts

  // "TEHRAN, 3 November.": names and days, and nothing said of them. What stands below a picture
  // says what it shows.
  bool is_bare(uint32_t article, uint32_t sentence) const {
    constexpr size_t kLeastLetters = 4;  // of other words
    const auto& annotated = *input_.tellings[article].annotated;
    const Sentence& whole = at(article, sentence);
    const auto& blocks = annotated.article.blocks;
    if (whole.block < blocks.size() && blocks[whole.block].kind == model::BlockKind::kCaption) {
      return true;
    }
    size_t letters = 0;
    for (size_t i = 0; i < whole.text.size() && letters < kLeastLetters;) {
      const auto c = text::decode(whole.text, i);
      const auto place = static_cast<uint32_t>(whole.range.begin + i);
      const auto holds = [&](const model::Place& other) {
        return other.block == whole.block && other.range.begin <= place && place < other.range.end;
      };
      const auto is_of = [&](const auto& items) {
        return std::any_of(items.begin(), items.end(),
                           [&](const auto& item) { return holds(item.at); });
      };
      if (text::is_letter(c.value) && !is_of(annotated.mentions) && !is_of(annotated.times)) {
        ++letters;
      }
      i += c.length;
    }
    return letters < kLeastLetters;
  }

  void tell_group(std::vector<uint32_t> group, const Where& all, Together& together) {
    std::erase_if(group, [&](uint32_t i) { return is_bare(all[i].first, all[i].second); });
    if (group.size() < 2) return;
    const bool told = std::all_of(group.begin(), group.end(), [&](uint32_t i) {
      return out_.told[all[i].first][all[i].second];
    });
    for (const uint32_t i : group) {
      out_.told[all[i].first][all[i].second] = true;
      if (group.size() > kMostTogether || input_.accounts > kMostTogether) continue;
      for (const uint32_t j : group) {
        if (i != j) together[i].set(input_.tellings[all[j].first].account);
      }
    }
    if (!told && ++shown_ <= kMostFacts) tell_sentences(group, all);
  }

  void tell_sentences(const std::vector<uint32_t>& group, const Where& all) {
    std::vector<Contradictions::Where> where;
    for (const uint32_t i : group) where.push_back({all[i].first, all[i].second});
    contradictions_.settle(where);
    if (input_.accounts > kMostAsked) return tell_row(where);
    // One sentence that says two things must not make one of what two others say.
    const auto says = [&](Contradictions::Where from, Contradictions::Where to) {
      const Twin* twin = twin_in(from.article, from.sentence, to.article);
      return twin != nullptr && twin->sentence == to.sentence && says_same(from, *twin);
    };
    std::vector<uint32_t> order(where.size());
    std::iota(order.begin(), order.end(), 0);
    const auto tied = [&](uint32_t a, uint32_t b) {
      return says(where[a], where[b]) || says(where[b], where[a]);
    };
    for (const auto& row : parted(std::move(order), tied)) {
      std::vector<Contradictions::Where> told;
      for (const uint32_t i : row) told.push_back(where[i]);
      drop_unsure(input_, passages_, same_, told);
      tell_row(told);
    }
  }

  void tell_row(const std::vector<Contradictions::Where>& where) {
    if (where.size() < 2) return;
    std::vector<model::FactValue> values;
    double salience = 0;
    for (const auto [article, sentence] : where) {
      values.push_back(cell_of(article, sentence, at(article, sentence).range, "yes"));
      salience = std::max(salience, salience_at(input_.tellings[article], sentence));
    }
    emit("outcome", "statement", "agree", std::move(values),
         std::min(0.85, 0.4 + 0.1 * static_cast<double>(where.size())),
         "sentences that say the same", 0.6 * salience);
  }

  const Input& input_;
  const Passages& passages_;
  const std::vector<OutcomeSpot>& outcomes_;
  const Contradictions& contradictions_;
  const SameStatement& same_;
  const std::vector<Item>& items_;
  size_t shown_ = 0;
  Statements out_;
};

}  // namespace

bool is_said_elsewhere(const Input& input, const Passages& passages, uint32_t article,
                       uint32_t sentence, Range in_block, double least) {
  for (const Twin& twin : passages.twins(article, sentence)) {
    if (twin.mutual && twin.likeness >= 0.6 * least) return true;
  }
  return passages.said_elsewhere(passages.bag_of(article, sentence, in_block),
                                 input.tellings[article].account) >= least;
}

Statements compare_statements(const Input& input, const Passages& passages,
                              const Contradictions& contradictions, const SameStatement& same,
                              const std::vector<StanceClause>& stances,
                              const std::vector<OutcomeSpot>& outcomes) {
  return Comparer(input, passages, contradictions, same, stances, outcomes).compare();
}

}  // namespace synoptic::compare
