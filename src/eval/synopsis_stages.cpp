// Where on the way from the text to the synopsis a difference of the gold is lost.
#include <algorithm>

#include "eval/synopsis.h"

namespace synoptic::eval {
namespace {

bool overlaps(const Piece& piece, const Span& span) {
  return std::any_of(piece.places.begin(), piece.places.end(),
                     [&](const Span& place) { return place.overlaps(span); });
}

template <typename Items>
bool has(const Items& items, const Piece& piece) {
  return std::any_of(items.begin(), items.end(),
                     [&](const auto& item) { return overlaps(piece, item.at.span); });
}

bool is_figure(std::string_view slot) {
  return slot == "quantity" || slot == "money" || slot == "rank";
}

class Stages {
 public:
  Stages(const SynopsisGold& gold, const AnnotatedStory& story, const model::Synopsis& synopsis)
      : gold_(gold), story_(story) {
    for (const auto* list :
         {&synopsis.agree, &synopsis.differ, &synopsis.updates, &synopsis.only}) {
      for (const auto& fact : *list) facts_.push_back(&fact);
    }
  }

  Stage of(const GoldFact& gold) const {
    bool otherwise = false;
    for (const auto* fact : facts_) {
      if (!is_of_sort(fact->slot, gold.slot) || sides_in(*fact, gold) < 2) continue;
      if (fact->verdict == "differ") return Stage::kTold;
      otherwise = true;
    }
    if (otherwise) return Stage::kJudged;
    const auto count = [&](auto&& test) {
      return std::count_if(gold.sides.begin(), gold.sides.end(), test);
    };
    if (count([&](const GoldSide& side) { return is_read(side, gold.slot); }) < 2) {
      return Stage::kUnread;
    }
    const auto in_a_fact = [&](const GoldSide& side) {
      return std::any_of(facts_.begin(), facts_.end(), [&](const model::Fact* fact) {
        return is_of_sort(fact->slot, gold.slot) && holds(*fact, side);
      });
    };
    return count(in_a_fact) < 2 ? Stage::kUnused : Stage::kApart;
  }

 private:
  bool holds(const model::Fact& fact, const GoldSide& side) const {
    return std::any_of(fact.values.begin(), fact.values.end(), [&](const model::FactValue& value) {
      return std::any_of(side.pieces.begin(), side.pieces.end(), [&](const Piece& piece) {
        return gold_.articles[piece.article].key == value.article && overlaps(piece, value.span);
      });
    });
  }

  size_t sides_in(const model::Fact& fact, const GoldFact& gold) const {
    return static_cast<size_t>(
        std::count_if(gold.sides.begin(), gold.sides.end(),
                      [&](const GoldSide& side) { return holds(fact, side); }));
  }

  // Annotation has something there that could fill the slot.
  bool is_read(const GoldSide& side, std::string_view slot) const {
    return std::any_of(side.pieces.begin(), side.pieces.end(), [&](const Piece& piece) {
      const auto& read = story_.articles[piece.article];
      if (is_figure(slot)) return has(read.quantities, piece);
      if (slot == "date") return has(read.times, piece);
      if (slot == "outcome" || slot == "certainty") return has(read.events, piece);
      return has(read.mentions, piece);
    });
  }

  const SynopsisGold& gold_;
  const AnnotatedStory& story_;
  std::vector<const model::Fact*> facts_;
};

}  // namespace

std::string_view stage_name(Stage stage) {
  constexpr std::string_view kNames[] = {"told", "other verdict", "apart", "in no fact", "unread"};
  return kNames[static_cast<size_t>(stage)];
}

StageTable stages_of(const SynopsisGold& gold, const AnnotatedStory& story,
                     const model::Synopsis& synopsis) {
  StageTable out;
  const Stages stages(gold, story, synopsis);
  for (const auto& fact : gold.facts) {
    if (fact.verdict == "differ") ++out[fact.slot][static_cast<size_t>(stages.of(fact))];
  }
  return out;
}

}  // namespace synoptic::eval
