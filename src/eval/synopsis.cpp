#include "eval/synopsis.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "eval/synopsis_lines.h"
#include "eval/synopsis_match.h"
#include "sheet/sheet.h"
#include "text/fold.h"

namespace synoptic::eval {
namespace {

enum class Sort { kFigure, kDate, kParty, kDeed };

Sort sort_of(std::string_view slot) {
  if (slot == "quantity" || slot == "money" || slot == "rank") return Sort::kFigure;
  if (slot == "date") return Sort::kDate;
  return slot == "outcome" || slot == "certainty" ? Sort::kDeed : Sort::kParty;
}

class Scorer {
 public:
  Scorer(const GoldMatch& match, std::vector<std::string>& misses)
      : match_(match), gold_(match.gold()), lines_(match), misses_(misses) {
    figures_.stories = 1;
    for (size_t i = 0; i < gold_.articles.size(); ++i) {
      figures_.accounts += gold_.articles[i].account == i ? 1 : 0;
    }
  }

  SynopsisFigures score(const model::Provenance& provenance) {
    contradictions("differ", figures_.differ);
    figures_.sure.gold = figures_.differ.gold;
    contradictions("update", figures_.update);
    contradictions("attributed", figures_.attributed);
    contradictions("broader", figures_.broader);
    singles();
    agreements();
    false_agreements();
    lookalikes();
    trace(provenance);
    return figures_;
  }

 private:
  void contradictions(std::string_view verdict, Tally& tally) {
    std::set<const GoldFact*> found, found_surely;
    for (const auto* fact : match_.facts()) {
      if (verdict_in_gold(fact->verdict) != verdict) continue;
      ++tally.told;
      bool right = false;
      for (const auto& gold : gold_.facts) {
        if (gold.verdict != verdict || !match_.tells(*fact, gold)) continue;
        right = true;
        found.insert(&gold);
        if (!sheet::is_doubtful(*fact)) found_surely.insert(&gold);
      }
      tally.right += right ? 1 : 0;
      if (verdict == "differ") {
        Tally& slot = figures_.by_slot["differ " + fact->slot];
        ++slot.told;
        slot.right += right ? 1 : 0;
        Tally& rule =
            figures_.by_rule[fact->rule + (sheet::is_doubtful(*fact) ? ", doubtful" : "")];
        ++rule.told;
        rule.right += right ? 1 : 0;
        if (!sheet::is_doubtful(*fact)) {
          ++figures_.sure.told;
          figures_.sure.right += right ? 1 : 0;
        }
      }
      if (!right) {
        miss(fmt::format("{} wrong", verdict), lines_.shown(*fact) + lines_.gold_around(*fact));
      }
    }
    for (const auto& gold : gold_.facts) {
      if (gold.verdict != verdict) continue;
      ++tally.gold;
      tally.found += found.contains(&gold) ? 1 : 0;
      if (verdict == "differ") figures_.sure.found += found_surely.contains(&gold) ? 1 : 0;
      if (verdict == "differ") {
        Tally& slot = figures_.by_slot["differ " + gold.slot];
        ++slot.gold;
        slot.found += found.contains(&gold) ? 1 : 0;
      }
      if (!found.contains(&gold)) {
        miss(fmt::format("{} missed", verdict), lines_.shown(gold) + lines_.told_of(gold));
      }
    }
  }

  void singles() {
    std::set<const GoldFact*> found;
    for (const auto* fact : match_.facts()) {
      if (fact->verdict != "only") continue;
      const GoldFact* shared = nullptr;
      bool right = false;
      for (const auto& gold : gold_.facts) {
        if (!is_like(*fact, gold)) continue;
        const bool here =
            std::any_of(gold.sides.begin(), gold.sides.end(),
                        [&](const GoldSide& side) { return match_.covers(*fact, side); });
        if (!here) continue;
        if (gold.verdict == "only") {
          right = true;
          found.insert(&gold);
        } else if (accounts_of(gold).size() > 1) {
          shared = &gold;
        }
      }
      if (!right && shared == nullptr) {
        ++figures_.only_unlisted;
        continue;
      }
      ++figures_.only.told;
      figures_.only.right += right ? 1 : 0;
      Tally& slot = figures_.by_slot["only " + fact->slot];
      ++slot.told;
      slot.right += right ? 1 : 0;
      if (!right) {
        miss("only wrong", lines_.shown(*fact) + "\n        gold " + lines_.shown(*shared));
      }
    }
    for (const auto& gold : gold_.facts) {
      if (gold.verdict != "only") continue;
      ++figures_.only.gold;
      figures_.only.found += found.contains(&gold) ? 1 : 0;
      Tally& slot = figures_.by_slot["only " + gold.slot];
      ++slot.gold;
      slot.found += found.contains(&gold) ? 1 : 0;
      if (!found.contains(&gold)) miss("only missed", lines_.shown(gold) + lines_.told_of(gold));
    }
  }

  std::set<size_t> accounts_of(const GoldFact& gold) const {
    std::set<size_t> out;
    for (const auto& side : gold.sides) {
      for (const auto& piece : side.pieces) out.insert(gold_.articles[piece.article].account);
    }
    return out;
  }

  void agreements() {
    for (const auto& fact : gold_.facts) {
      if (fact.verdict != "agree") continue;
      bool told = false;
      for (const auto& side : fact.sides) {
        for (size_t i = 0; i < side.pieces.size(); ++i) {
          for (size_t j = i + 1; j < side.pieces.size(); ++j) {
            told |= judge_alike(fact, side.pieces[i], side.pieces[j]);
          }
        }
      }
      figures_.alike_found.add(told ? 1 : 0);
      if (!told) miss("agree missed", lines_.shown(fact) + lines_.told_of(fact));
    }
  }

  // What differs, told as one. A statement as a whole may have what differs within it.
  void false_agreements() {
    for (const auto* fact : match_.facts()) {
      if (fact->verdict != "agree") continue;
      const bool statement = is_statement(*fact);
      const auto gold = std::find_if(gold_.facts.begin(), gold_.facts.end(), [&](const auto& one) {
        if (one.verdict != "differ" || (!statement && !is_like(*fact, one))) return false;
        return std::count_if(one.sides.begin(), one.sides.end(), [&](const GoldSide& side) {
                 return std::any_of(
                     side.pieces.begin(), side.pieces.end(),
                     [&](const Piece& piece) { return match_.covers(*fact, piece); });
               }) >= 2;
      });
      if (gold == gold_.facts.end()) continue;
      ++figures_.false_agreements;
      miss("agree wrong", lines_.shown(*fact) + "\n        gold " + lines_.shown(*gold));
    }
  }

  // True when the two are told as agreeing.
  bool judge_alike(const GoldFact& fact, const Piece& a, const Piece& b) {
    if (!match_.are_independent(a, b)) return false;
    const Relation told = match_.relation(a, b, &fact);
    if (a.text != b.text && told != Relation::kAbsent) {
      const bool right =
          told == Relation::kSame || (told == Relation::kBroader && match_.is_broader(a, b));
      figures_.alike.add(right ? 1 : 0);
      if (!right) {
        miss(told == Relation::kApart ? "alike apart" : "alike wrong",
             fmt::format("{} {}: {} | {}{}", fact.slot, fact.about, lines_.shown(a),
                         lines_.shown(b), lines_.told_on(a, b)));
      }
    }
    return told == Relation::kSame;
  }

  void lookalikes() {
    for (const auto& item : gold_.lookalikes) {
      std::vector<std::pair<const Piece*, const Piece*>> pairs;
      for (size_t i = 0; i < item.in.size(); ++i) {
        for (size_t j = i + 1; j < item.in.size(); ++j)
          pairs.emplace_back(&item.in[i], &item.in[j]);
        for (const auto& other : item.against) pairs.emplace_back(&item.in[i], &other);
      }
      for (const auto& [a, b] : pairs) {
        const Relation told = match_.relation(*a, *b, nullptr);
        if (told == Relation::kAbsent) continue;
        figures_.alike.add(told == Relation::kDiffer ? 0 : 1);
        if (told != Relation::kDiffer) continue;
        miss("alike differ", fmt::format("{} ({}): {} | {}", item.about, item.why, lines_.shown(*a),
                                         lines_.shown(*b)) +
                                 lines_.told_on(*a, *b));
      }
    }
  }

  static bool same_name(const std::string& a, const std::string& b) {
    return text::fold_copy(a) == text::fold_copy(b);
  }

  template <typename Items, typename Same>
  void tally(std::string_view what, const Items& told, const Items& gold, Tally& out, Same&& same) {
    out.told += told.size();
    out.gold += gold.size();
    for (const auto& item : told) {
      const bool right =
          std::any_of(gold.begin(), gold.end(), [&](const auto& g) { return same(item, g); });
      out.right += right ? 1 : 0;
      if (!right) miss(fmt::format("{} wrong", what), text_of(item));
    }
    for (const auto& item : gold) {
      const bool found =
          std::any_of(told.begin(), told.end(), [&](const auto& t) { return same(t, item); });
      out.found += found ? 1 : 0;
      if (!found) miss(fmt::format("{} missed", what), text_of(item));
    }
  }

  static std::string text_of(const std::string& item) { return item; }
  static std::string text_of(const std::pair<std::string, std::string>& item) {
    return item.first + " -> " + item.second;
  }

  void trace(const model::Provenance& provenance) {
    const auto& gold = gold_.provenance;
    const bool first = same_name(match_.id_of(provenance.first), gold.first);
    figures_.first.add(first ? 1 : 0);
    if (!first) miss("first wrong", match_.id_of(provenance.first) + ", not " + gold.first);
    std::vector<std::pair<std::string, std::string>> cites, copies;
    for (const auto& edge : provenance.edges) {
      if (edge.kind == "cites") cites.emplace_back(match_.id_of(edge.from), match_.id_of(edge.to));
      if (edge.kind == "copies") {
        copies.emplace_back(match_.id_of(edge.from), match_.id_of(edge.to));
      }
    }
    std::vector<std::string> unattributed;
    for (const auto& key : provenance.unattributed) unattributed.push_back(match_.id_of(key));
    const auto same_edge = [](const auto& a, const auto& b) {
      return a.first == b.first && same_name(a.second, b.second);
    };
    tally("cites", cites, gold.cites, figures_.cites, same_edge);
    tally("copies", copies, gold.copies, figures_.copies, same_edge);
    tally("unattributed", unattributed, gold.unattributed, figures_.unattributed, same_name);
  }

  // For people.
  void miss(std::string_view what, std::string text) {
    misses_.push_back(fmt::format("{:<14} {}", what, std::move(text)));
  }

  const GoldMatch& match_;
  const SynopsisGold& gold_;
  const MissLines lines_;
  std::vector<std::string>& misses_;
  SynopsisFigures figures_;
};

}  // namespace

bool is_of_sort(std::string_view slot, std::string_view other) {
  return sort_of(slot) == sort_of(other);
}

SynopsisFigures score(const SynopsisGold& gold, const model::Synopsis& synopsis,
                      std::vector<std::string>& misses) {
  const GoldMatch match(gold, synopsis);
  return Scorer(match, misses).score(synopsis.provenance);
}

}  // namespace synoptic::eval
