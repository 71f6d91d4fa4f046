#include "eval/synopsis.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "text/fold.h"

namespace synoptic::eval {
namespace {

enum class Sort { kFigure, kDate, kParty, kDeed };

Sort sort_of(std::string_view slot) {
  if (slot == "quantity" || slot == "money" || slot == "rank") return Sort::kFigure;
  if (slot == "date") return Sort::kDate;
  return slot == "outcome" || slot == "certainty" ? Sort::kDeed : Sort::kParty;
}

std::string_view verdict_in_gold(std::string_view verdict) {
  if (verdict == "broader_narrower") return "broader";
  return verdict == "attributed_difference" ? "attributed" : verdict;
}

enum class Relation { kAbsent, kApart, kSame, kBroader, kAttributed, kUpdate, kDiffer };

Relation relation_named(std::string_view verdict) {
  if (verdict == "differ") return Relation::kDiffer;
  if (verdict == "update") return Relation::kUpdate;
  if (verdict == "attributed") return Relation::kAttributed;
  return verdict == "broader" ? Relation::kBroader : Relation::kSame;
}

class Scorer {
 public:
  Scorer(const SynopsisGold& gold, const model::Synopsis& synopsis,
         std::vector<std::string>& misses)
      : gold_(gold), misses_(misses) {
    for (const auto* list : {&synopsis.agree, &synopsis.differ, &synopsis.updates}) {
      for (const auto& fact : *list) facts_.push_back(&fact);
    }
    for (const auto& fact : synopsis.only) facts_.push_back(&fact);
    figures_.stories = 1;
    for (size_t i = 0; i < gold.articles.size(); ++i) {
      figures_.accounts += gold.articles[i].account == i ? 1 : 0;
    }
  }

  SynopsisFigures score(const model::Provenance& provenance) {
    contradictions("differ", figures_.differ);
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
  bool covers(const model::FactValue& value, const Piece& piece) const {
    return value.article == gold_.articles[piece.article].key &&
           std::any_of(piece.places.begin(), piece.places.end(),
                       [&](const Span& place) { return value.span.overlaps(place); });
  }

  bool covers(const model::Fact& fact, const Piece& piece) const {
    return std::any_of(fact.values.begin(), fact.values.end(),
                       [&](const auto& value) { return covers(value, piece); });
  }

  // Who says it may stand as "she said": the sentence that names the speaker will do.
  bool names_speaker(const model::Fact& fact, const Piece& piece) const {
    if (fact.slot != "attribution" || fact.verdict != "differ") return false;
    return std::any_of(fact.values.begin(), fact.values.end(), [&](model::FactValue value) {
      value.span = value.evidence_span;
      return covers(value, piece);
    });
  }

  bool covers(const model::Fact& fact, const GoldSide& side) const {
    const auto tells_again = [&](const Piece& piece) {
      return std::any_of(fact.values.begin(), fact.values.end(), [&](const auto& value) {
        return value.article == gold_.articles[piece.article].key &&
               std::any_of(piece.again.begin(), piece.again.end(),
                           [&](const Span& place) { return value.span.overlaps(place); });
      });
    };
    return std::any_of(side.pieces.begin(), side.pieces.end(), [&](const Piece& piece) {
      return covers(fact, piece) || tells_again(piece) || names_speaker(fact, piece);
    });
  }

  static bool is_like(const model::Fact& fact, const GoldFact& gold) {
    return is_of_sort(fact.slot, gold.slot);
  }

  // Values of two sides of the gold are in the fact.
  bool tells(const model::Fact& fact, const GoldFact& gold) const {
    if (!is_like(fact, gold)) return false;
    return std::count_if(gold.sides.begin(), gold.sides.end(),
                         [&](const GoldSide& side) { return covers(fact, side); }) >= 2;
  }

  void contradictions(std::string_view verdict, Tally& tally) {
    std::set<const GoldFact*> found;
    for (const auto* fact : facts_) {
      if (verdict_in_gold(fact->verdict) != verdict) continue;
      ++tally.told;
      bool right = false;
      for (const auto& gold : gold_.facts) {
        if (gold.verdict != verdict || !tells(*fact, gold)) continue;
        right = true;
        found.insert(&gold);
      }
      tally.right += right ? 1 : 0;
      if (verdict == "differ") {
        Tally& slot = figures_.by_slot["differ " + fact->slot];
        ++slot.told;
        slot.right += right ? 1 : 0;
      }
      if (!right) miss(fmt::format("{} wrong", verdict), shown(*fact) + gold_around(*fact));
    }
    for (const auto& gold : gold_.facts) {
      if (gold.verdict != verdict) continue;
      ++tally.gold;
      tally.found += found.contains(&gold) ? 1 : 0;
      if (verdict == "differ") {
        Tally& slot = figures_.by_slot["differ " + gold.slot];
        ++slot.gold;
        slot.found += found.contains(&gold) ? 1 : 0;
      }
      if (!found.contains(&gold)) {
        miss(fmt::format("{} missed", verdict), shown(gold) + told_of(gold));
      }
    }
  }

  void singles() {
    std::set<const GoldFact*> found;
    for (const auto* fact : facts_) {
      if (fact->verdict != "only") continue;
      const GoldFact* shared = nullptr;
      bool right = false;
      for (const auto& gold : gold_.facts) {
        if (!is_like(*fact, gold)) continue;
        const bool here = std::any_of(gold.sides.begin(), gold.sides.end(),
                                      [&](const GoldSide& side) { return covers(*fact, side); });
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
      if (!right) miss("only wrong", shown(*fact) + "\n        gold " + shown(*shared));
    }
    for (const auto& gold : gold_.facts) {
      if (gold.verdict != "only") continue;
      ++figures_.only.gold;
      figures_.only.found += found.contains(&gold) ? 1 : 0;
      Tally& slot = figures_.by_slot["only " + gold.slot];
      ++slot.gold;
      slot.found += found.contains(&gold) ? 1 : 0;
      if (!found.contains(&gold)) miss("only missed", shown(gold) + told_of(gold));
    }
  }

  std::set<size_t> accounts_of(const GoldFact& gold) const {
    std::set<size_t> out;
    for (const auto& side : gold.sides) {
      for (const auto& piece : side.pieces) out.insert(gold_.articles[piece.article].account);
    }
    return out;
  }

  // What the synopsis says of two pieces; `like`: facts of its sort only.
  Relation relation(const Piece& a, const Piece& b, const GoldFact* like) const {
    bool has_a = false, has_b = false;
    Relation strongest = Relation::kApart;
    for (const auto* fact : facts_) {
      if (like != nullptr && !is_like(*fact, *like)) continue;
      const bool in_a = covers(*fact, a), in_b = covers(*fact, b);
      has_a |= in_a;
      has_b |= in_b;
      if (!in_a || !in_b || fact->verdict == "only") continue;
      strongest = std::max(strongest, relation_within(*fact, a, b));
    }
    return has_a && has_b ? strongest : Relation::kAbsent;
  }

  Relation relation_within(const model::Fact& fact, const Piece& a, const Piece& b) const {
    for (const auto& x : fact.values) {
      for (const auto& y : fact.values) {
        if (&x != &y && x.side == y.side && covers(x, a) && covers(y, b)) return Relation::kSame;
      }
    }
    return relation_named(verdict_in_gold(fact.verdict));
  }

  bool are_independent(const Piece& a, const Piece& b) const {
    return gold_.articles[a.article].account != gold_.articles[b.article].account;
  }

  // The gold itself says that one of the two is the broader.
  bool is_broader(const Piece& a, const Piece& b) const {
    const auto has = [](const GoldSide& side, const Piece& piece) {
      return std::any_of(side.pieces.begin(), side.pieces.end(), [&](const Piece& other) {
        return other.article == piece.article && overlap(other, piece);
      });
    };
    return std::any_of(gold_.facts.begin(), gold_.facts.end(), [&](const GoldFact& fact) {
      if (fact.verdict != "broader" || fact.sides.size() < 2) return false;
      return (has(fact.sides[0], a) && has(fact.sides[1], b)) ||
             (has(fact.sides[0], b) && has(fact.sides[1], a));
    });
  }

  static bool overlap(const Piece& a, const Piece& b) {
    return std::any_of(a.places.begin(), a.places.end(), [&](const Span& place) {
      return std::any_of(b.places.begin(), b.places.end(),
                         [&](const Span& other) { return place.overlaps(other); });
    });
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
      if (!told) miss("agree missed", shown(fact) + told_of(fact));
    }
  }

  // What differs, told as one. A statement as a whole may have what differs within it.
  void false_agreements() {
    for (const auto* fact : facts_) {
      if (fact->verdict != "agree") continue;
      const bool statement = fact->about == "statement" && fact->slot == "outcome";
      const auto gold = std::find_if(gold_.facts.begin(), gold_.facts.end(), [&](const auto& one) {
        if (one.verdict != "differ" || (!statement && !is_like(*fact, one))) return false;
        return std::count_if(one.sides.begin(), one.sides.end(), [&](const GoldSide& side) {
                 return std::any_of(side.pieces.begin(), side.pieces.end(),
                                    [&](const Piece& piece) { return covers(*fact, piece); });
               }) >= 2;
      });
      if (gold == gold_.facts.end()) continue;
      ++figures_.false_agreements;
      miss("agree wrong", shown(*fact) + "\n        gold " + shown(*gold));
    }
  }

  // True when the two are told as agreeing.
  bool judge_alike(const GoldFact& fact, const Piece& a, const Piece& b) {
    if (!are_independent(a, b)) return false;
    const Relation told = relation(a, b, &fact);
    if (a.text != b.text && told != Relation::kAbsent) {
      const bool right =
          told == Relation::kSame || (told == Relation::kBroader && is_broader(a, b));
      figures_.alike.add(right ? 1 : 0);
      if (!right) {
        miss(told == Relation::kApart ? "alike apart" : "alike wrong",
             fmt::format("{} {}: {} | {}{}", fact.slot, fact.about, shown(a), shown(b),
                         facts_on(a, b)));
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
        const Relation told = relation(*a, *b, nullptr);
        if (told == Relation::kAbsent) continue;
        figures_.alike.add(told == Relation::kDiffer ? 0 : 1);
        if (told != Relation::kDiffer) continue;
        miss("alike differ",
             fmt::format("{} ({}): {} | {}", item.about, item.why, shown(*a), shown(*b)) +
                 facts_on(*a, *b));
      }
    }
  }

  std::string id_of(const std::string& key) const {
    for (const auto& article : gold_.articles) {
      if (article.key == key) return article.id;
    }
    return key;
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
    const bool first = same_name(id_of(provenance.first), gold.first);
    figures_.first.add(first ? 1 : 0);
    if (!first) miss("first wrong", id_of(provenance.first) + ", not " + gold.first);
    std::vector<std::pair<std::string, std::string>> cites, copies;
    for (const auto& edge : provenance.edges) {
      if (edge.kind == "cites") cites.emplace_back(id_of(edge.from), id_of(edge.to));
      if (edge.kind == "copies") copies.emplace_back(id_of(edge.from), id_of(edge.to));
    }
    std::vector<std::string> unattributed;
    for (const auto& key : provenance.unattributed) unattributed.push_back(id_of(key));
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

  std::string shown(const Piece& piece) const {
    return gold_.articles[piece.article].id + " «" + piece.text + "»";
  }

  std::string shown(const GoldFact& fact) const {
    std::string out = fmt::format("{} {} {}:", fact.verdict, fact.slot, fact.about);
    for (const auto& side : fact.sides) {
      out += " [" + side.norm + "]";
      for (const auto& piece : side.pieces) out += " " + shown(piece);
    }
    return out;
  }

  std::string shown(const model::Fact& fact) const {
    std::string out =
        fmt::format("{} {} {} {:.2f}:", fact.verdict, fact.slot, fact.about, fact.confidence);
    for (const auto& value : fact.values) {
      out += fmt::format(" [{}{}{}] {}{} «{}»", value.norm, value.modifier.empty() ? "" : " ",
                         value.modifier, id_of(value.article), value.side, value.text);
    }
    return out + " (" + fact.rule + ")";
  }

  std::string gold_around(const model::Fact& fact) const {
    std::string out;
    for (const auto& gold : gold_.facts) {
      if (std::any_of(gold.sides.begin(), gold.sides.end(),
                      [&](const GoldSide& side) { return covers(fact, side); })) {
        out += "\n        gold " + shown(gold);
      }
    }
    return out;
  }

  std::string told_of(const GoldFact& gold) const {
    std::string out;
    for (const auto* fact : facts_) {
      if (std::any_of(gold.sides.begin(), gold.sides.end(),
                      [&](const GoldSide& side) { return covers(*fact, side); })) {
        out += "\n        told " + shown(*fact);
      }
    }
    return out;
  }

  std::string facts_on(const Piece& a, const Piece& b) const {
    std::string out;
    for (const auto* fact : facts_) {
      if (covers(*fact, a) || covers(*fact, b)) out += "\n        told " + shown(*fact);
    }
    return out;
  }

  const SynopsisGold& gold_;
  std::vector<std::string>& misses_;
  std::vector<const model::Fact*> facts_;
  SynopsisFigures figures_;
};

double share(size_t part, size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

bool is_of_sort(std::string_view slot, std::string_view other) {
  return sort_of(slot) == sort_of(other);
}

void Tally::add(const Tally& other) {
  told += other.told;
  right += other.right;
  gold += other.gold;
  found += other.found;
}

double Tally::precision() const { return share(right, told); }

double Tally::recall() const { return share(found, gold); }

void SynopsisFigures::add(const SynopsisFigures& other) {
  stories += other.stories;
  accounts += other.accounts;
  only_unlisted += other.only_unlisted;
  false_agreements += other.false_agreements;
  constexpr Tally SynopsisFigures::*kTallies[] = {
      &SynopsisFigures::differ,  &SynopsisFigures::update,      &SynopsisFigures::attributed,
      &SynopsisFigures::broader, &SynopsisFigures::only,        &SynopsisFigures::cites,
      &SynopsisFigures::copies,  &SynopsisFigures::unattributed};
  for (const auto tally : kTallies) (this->*tally).add(other.*tally);
  for (const auto& [slot, tally] : other.by_slot) by_slot[slot].add(tally);
  dates.add(other.dates);
  alike.add(other.alike);
  alike_found.add(other.alike_found);
  first.add(other.first);
}

std::vector<std::pair<std::string_view, double>> SynopsisFigures::named() const {
  const double wrong = static_cast<double>(differ.told - differ.right);
  const double all = static_cast<double>(std::max<size_t>(1, stories));
  return {{"diff_precision", differ.precision()},
          {"diff_recall", differ.recall()},
          {"false_alarms", wrong / all},
          {"alike", alike.value()},
          {"alike_found", alike_found.value()},
          {"only_precision", only.precision()},
          {"only_recall", only.recall()},
          {"only_unlisted", static_cast<double>(only_unlisted) / all},
          {"false_agreements", static_cast<double>(false_agreements) / all},
          {"update_precision", update.precision()},
          {"update_recall", update.recall()},
          {"attributed_precision", attributed.precision()},
          {"attributed_recall", attributed.recall()},
          {"broader_precision", broader.precision()},
          {"broader_recall", broader.recall()},
          {"first", first.value()},
          {"cites_precision", cites.precision()},
          {"cites_recall", cites.recall()},
          {"copies_precision", copies.precision()},
          {"copies_recall", copies.recall()},
          {"unattributed_precision", unattributed.precision()},
          {"unattributed_recall", unattributed.recall()},
          {"dates_read", dates.all.count == 0 ? 1 : dates.all.value()}};
}

SynopsisFigures score(const SynopsisGold& gold, const model::Synopsis& synopsis,
                      std::vector<std::string>& misses) {
  return Scorer(gold, synopsis, misses).score(synopsis.provenance);
}

}  // namespace synoptic::eval
