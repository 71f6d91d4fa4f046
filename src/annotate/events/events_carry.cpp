// Whom a clause without a subject of its own goes on with.
#include "annotate/events/events_reader.h"
#include "annotate/events/parties.h"

namespace synoptic::annotate {

using namespace syntax;

namespace {

constexpr size_t kOpeningWords = 2;  // words before the name that a sentence begins with

// "The judge of X called …": a subject that is no known name.
bool opens_with_noun(const Sentence& s) {
  const Mark& first = s.mark(s.begin);
  if (first.name >= 0 || !s.is_word(s.begin)) return false;
  return first.skip ||
         s.grammar->beginning(WordClass::kNounPrefix, s.token(s.begin).folded) != nullptr;
}

// "X, who came on Monday, urges …": the name that the sentence begins with.
const Name* opening_name(const Sentence& s, size_t clause) {
  using model::EntityType;
  for (const Name& name : s.names) {
    if (name.full_begin > s.begin + kOpeningWords || name.full_end > clause) break;
    if (name.adjective || name.bracketed || name.negated) continue;
    const EntityType type = name.mention->type;
    const bool side =
        type == EntityType::kPerson || type == EntityType::kOrg || type == EntityType::kCountry;
    if (side && (name.part == Part::kNone || name.part == Part::kSubject)) return &name;
    break;
  }
  return nullptr;
}

}  // namespace

std::vector<model::Argument> EventReader::carried_over(const Sentence& s, const Trigger& trigger,
                                                       const Bounds& bounds) const {
  const size_t verb = trigger.match.begin;
  const bool pronoun = verb > s.begin && s.mark(verb - 1).pronoun;
  if (!grammar_.drops_subject && !pronoun) return {};
  // A noun of doing leaves no subject out.
  if (trigger.form == TriggerForm::kNoun && Parties::of(annotated_.article.lang) != nullptr)
    return {};
  if (bounds.begin > s.begin) {
    if (const Name* own = opening_name(s, bounds.begin)) {
      if (trigger.form == TriggerForm::kNoun) return {};
      return {argument_of(*own)};
    }
    if (!pronoun && opens_with_noun(s)) return {};
  }
  PhraseMatch found;
  if (!pronoun || last_actor_.size() != 1 ||
      !s.match(WordClass::kPronoun, verb - 1, s.end, found)) {
    return last_actor_;
  }
  // "They" is nobody alone, and "he" no country.
  const auto* known = knowledge_.find(last_actor_.front().entity);
  const std::string& value = grammar_.word(WordClass::kPronoun, found.id).value;
  const bool person = known != nullptr && known->type == model::EntityType::kPerson;
  if (value == "many" && person) return {};
  if (value == "person" && known != nullptr && !person) return {};
  return last_actor_;
}

}  // namespace synoptic::annotate
