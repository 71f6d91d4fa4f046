#include "eval/synopsis_match.h"

#include <algorithm>

namespace synoptic::eval {
namespace {

Relation relation_named(std::string_view verdict) {
  if (verdict == "differ") return Relation::kDiffer;
  if (verdict == "update") return Relation::kUpdate;
  if (verdict == "attributed") return Relation::kAttributed;
  return verdict == "broader" ? Relation::kBroader : Relation::kSame;
}

bool overlap(const Piece& a, const Piece& b) {
  return std::any_of(a.places.begin(), a.places.end(), [&](const Span& place) {
    return std::any_of(b.places.begin(), b.places.end(),
                       [&](const Span& other) { return place.overlaps(other); });
  });
}

}  // namespace

std::string_view verdict_in_gold(std::string_view verdict) {
  if (verdict == "broader_narrower") return "broader";
  return verdict == "attributed_difference" ? "attributed" : verdict;
}

GoldMatch::GoldMatch(const SynopsisGold& gold, const model::Synopsis& synopsis) : gold_(gold) {
  for (const auto* list : {&synopsis.agree, &synopsis.differ, &synopsis.updates, &synopsis.only}) {
    for (const auto& fact : *list) facts_.push_back(&fact);
  }
}

bool GoldMatch::covers(const model::FactValue& value, const Piece& piece) const {
  return value.article == gold_.articles[piece.article].key &&
         std::any_of(piece.places.begin(), piece.places.end(),
                     [&](const Span& place) { return value.span.overlaps(place); });
}

bool GoldMatch::covers(const model::Fact& fact, const Piece& piece) const {
  return std::any_of(fact.values.begin(), fact.values.end(),
                     [&](const auto& value) { return covers(value, piece); });
}

// Who says it may stand as "she said": the sentence that names the speaker will do.
bool GoldMatch::names_speaker(const model::Fact& fact, const Piece& piece) const {
  if (fact.slot != "attribution" || (fact.verdict != "differ" && fact.verdict != "only")) {
    return false;
  }
  return std::any_of(fact.values.begin(), fact.values.end(), [&](model::FactValue value) {
    value.span = value.evidence_span;
    return covers(value, piece);
  });
}

bool GoldMatch::covers(const model::Fact& fact, const GoldSide& side) const {
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

bool is_like(const model::Fact& fact, const GoldFact& gold) {
  return is_of_sort(fact.slot, gold.slot);
}

bool is_statement(const model::Fact& fact) {
  return fact.slot == "outcome" && fact.about == "statement";
}

bool GoldMatch::tells(const model::Fact& fact, const GoldFact& gold) const {
  if (!is_like(fact, gold) && !is_statement(fact)) return false;
  return std::count_if(gold.sides.begin(), gold.sides.end(),
                       [&](const GoldSide& side) { return covers(fact, side); }) >= 2;
}

Relation GoldMatch::relation(const Piece& a, const Piece& b, const GoldFact* like) const {
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

Relation GoldMatch::relation_within(const model::Fact& fact, const Piece& a, const Piece& b) const {
  for (const auto& x : fact.values) {
    for (const auto& y : fact.values) {
      if (&x != &y && x.side == y.side && covers(x, a) && covers(y, b)) return Relation::kSame;
    }
  }
  return relation_named(verdict_in_gold(fact.verdict));
}

bool GoldMatch::are_independent(const Piece& a, const Piece& b) const {
  return gold_.articles[a.article].account != gold_.articles[b.article].account;
}

bool GoldMatch::is_broader(const Piece& a, const Piece& b) const {
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

std::string GoldMatch::id_of(const std::string& key) const {
  for (const auto& article : gold_.articles) {
    if (article.key == key) return article.id;
  }
  return key;
}

}  // namespace synoptic::eval
