#include "compare/outcomes/outcome_persons.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace synoptic::compare {
namespace {

// Who alone is named in the clause, else in its sentence; empty: nobody, or two.
std::string_view person_of(const Input& input, const OutcomeSpot& spot) {
  const Telling& telling = input.tellings[spot.article];
  const Sentence& sentence = telling.sentences[spot.sentence];
  const auto& mentions = telling.annotated->mentions;
  const auto persons_in = [&](Range range) {
    std::set<std::string_view> out;
    for (size_t i = 0; i < mentions.size(); ++i) {
      const auto& mention = mentions[i];
      if (mention.type == model::EntityType::kPerson && mention.form != "adjective" &&
          mention.at.block == sentence.block && range.contains(mention.at.range)) {
        out.insert(telling.keys[i]);
      }
    }
    return out;
  };
  auto persons = persons_in(spot.clause);
  if (persons.empty()) persons = persons_in(sentence.range);
  return persons.size() == 1 ? *persons.begin() : std::string_view();
}

// Which accounts tell it one way and which the other.
struct BothSides {
  std::set<uint32_t> yes, no;

  void add(const OutcomeSpot& spot) { (is_yes(spot) ? yes : no).insert(spot.account); }
  bool any_says_both() const {
    return std::any_of(yes.begin(), yes.end(), [&](uint32_t one) { return no.contains(one); });
  }
};

}  // namespace

std::vector<std::vector<OutcomeSpot>> outcomes_by_person(const Input& input,
                                                         const std::vector<OutcomeSpot>& spots) {
  BothSides all;
  for (const OutcomeSpot& spot : spots) all.add(spot);
  if (!all.any_says_both() || has_flag(spots[0].matter, MatterFlag::kLoose)) return {};
  std::map<std::string_view, std::vector<OutcomeSpot>> people;
  for (const OutcomeSpot& spot : spots) {
    if (spot.sure < 1 || spot.sentence == 0) continue;
    if (spot.outcome == Outcome::kOpen) continue;
    const auto person = person_of(input, spot);
    if (!person.empty()) people[person].push_back(spot);
  }
  std::vector<std::vector<OutcomeSpot>> out;
  for (auto& [person, own] : people) {
    BothSides sides;
    for (const OutcomeSpot& spot : own) sides.add(spot);
    if (sides.yes.empty() || sides.no.empty() || sides.any_says_both()) continue;
    out.push_back(std::move(own));
  }
  return out;
}

}  // namespace synoptic::compare
