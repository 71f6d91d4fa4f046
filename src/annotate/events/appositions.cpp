#include "annotate/events/appositions.h"

#include "annotate/events/asides.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kReach = 8;     // tokens between a description and the name
constexpr size_t kOfItsOwn = 3;  // words of them that are no names: "of the port of Lund"
constexpr size_t kBodyReach = 3;  // tokens before the name of a body: "директор компании «"

const Name* name_at(const Sentence& s, size_t begin, size_t end) {
  for (size_t at = begin; at < end; ++at) {
    if (s.mark(at).name >= 0) return &s.names[static_cast<size_t>(s.mark(at).name)];
  }
  return nullptr;
}

bool is_quote(const Sentence& s, size_t at) { return s.token(at).kind == TokenKind::kQuote; }
bool is_comma(const Sentence& s, size_t at) { return s.token(at).kind == TokenKind::kComma; }

bool is_person(const Name& name) {
  return name.mention->type == model::EntityType::kPerson && !name.adjective && !name.bracketed &&
         !name.negated && !name.joined && name.mention->form != "role" &&
         (name.part == Part::kNone || name.part == Part::kSubject || name.part == Part::kObject);
}

// Closed by a comma, a stop or a marker: no verb of the person's own follows.
bool is_closed(const Sentence& s, const Name& name) {
  const size_t at = name.full_end;
  return at >= s.end || is_comma(s, at) || s.token(at).kind == TokenKind::kStop ||
         s.mark(at).marker != Part::kNone;
}

// The person named behind the description that ends at `end`; nullptr: none is.
const Name* person_behind(const Sentence& s, size_t end, bool by_comma) {
  bool comma = false;
  size_t own = 0;
  for (size_t at = end; at < s.end && at < end + kReach; ++at) {
    const Mark& mark = s.mark(at);
    if (mark.name >= 0) {
      const Name& name = s.names[static_cast<size_t>(mark.name)];
      if (is_person(name)) {
        return comma == by_comma && (!comma || is_closed(s, name)) ? &name : nullptr;
      }
      if (comma || name.part == Part::kSubject) return nullptr;
      at = name.end - 1;
      continue;
    }
    if (is_comma(s, at)) {
      if (comma || !by_comma) return nullptr;
      comma = true;
      continue;
    }
    if (is_quote(s, at)) continue;
    const bool ends = !s.is_word(at) || mark.trigger >= 0 || mark.boundary || mark.relative ||
                      mark.conjunction || mark.negation || mark.copula || mark.when || mark.pronoun;
    if (ends || comma) return nullptr;
    if (mark.marker != Part::kNone || mark.skip) continue;
    if (!by_comma || ++own > kOfItsOwn) return nullptr;
  }
  return nullptr;
}

// "Директор компании «Заря»": a noun stands before the body's name.
bool is_behind_head(const Sentence& s, const Name& name, size_t from) {
  for (size_t at = name.full_begin; at-- > from && name.full_begin - at <= kBodyReach;) {
    const Mark& mark = s.mark(at);
    if (is_quote(s, at)) continue;
    if (!s.is_word(at) || mark.name >= 0 || mark.trigger >= 0 || mark.marker != Part::kNone ||
        mark.adverb || mark.when || mark.conjunction || mark.boundary) {
      return false;
    }
    if (!mark.skip) return true;
  }
  return false;
}

void name_side(const Sentence& s, const Trigger& trigger, std::vector<model::Argument>& side) {
  if (side.size() != 1 || s.token(trigger.match.begin).spaceless) return;
  const Range range = side.front().at.range;
  const auto& tokens = s.passage->tokens;
  const size_t begin = token_at(tokens, range.begin), end = token_at(tokens, range.end);
  if (begin < s.begin || end > s.end || begin >= end) return;
  const Name* known = name_at(s, begin, end);
  const Name* person = nullptr;
  const bool verb_last = s.grammar->order == WordOrder::kVerbLast;
  if (known == nullptr && !verb_last) {
    person = person_behind(s, end, true);
    // "El alcalde de Lund Ben Holt"
    const bool owned =
        end < s.end && (s.mark(end).marker == Part::kFrom || s.mark(end).marker == Part::kOf);
    if (person == nullptr && owned) person = person_behind(s, end, false);
  } else if (known != nullptr &&
             (known->mention->type == model::EntityType::kOrg || known->mention->form == "role")) {
    const bool behind = begin >= trigger.match.end;
    if (is_behind_head(s, *known, behind ? trigger.match.end : s.begin)) {
      if (behind && !verb_last) person = person_behind(s, end, false);
      if (person == nullptr && known->mention->type == model::EntityType::kOrg) {
        person = person_behind(s, end, true);
      }
    }
  }
  if (person != nullptr) side = {argument_of(*person)};
}

}  // namespace

void name_described(const Sentence& s, const Trigger& trigger, Roles& roles) {
  if (trigger.form == TriggerForm::kNoun) return;
  name_side(s, trigger, roles.recipient);
  if (roles.actor_rule == "named" || roles.actor_rule == "phrase") {
    name_side(s, trigger, roles.actor);
  }
  if (!roles.actor.empty()) {
    std::erase_if(roles.recipient, [&](const model::Argument& whom) {
      return whom.at.range == roles.actor.front().at.range;
    });
  }
}

void take_befallen(const Sentence& s, const Trigger& trigger, const Bounds& bounds,
                   const model::Article& article, Roles& roles) {
  const bool passive = trigger.passive || trigger.form == TriggerForm::kPassive;
  if (!passive || !roles.recipient.empty() || !trigger.action->takes_phrase ||
      s.grammar->order != WordOrder::kSubjectFirst) {
    return;
  }
  const size_t part = bounds.part_begin;
  if (part <= s.begin + 1 || !is_comma(s, part - 1)) return;
  for (size_t at = part; at < trigger.match.begin; ++at) {
    const Mark& mark = s.mark(at);
    const bool place = mark.name >= 0 || mark.marker == Part::kIn;  // "wurde in Lund verurteilt"
    if (!only_small(s, at, at + 1) && !place) return;
  }
  for (size_t at = part - 1; at-- > s.begin;) {
    const Mark& mark = s.mark(at);
    if (s.token(at).kind == TokenKind::kStop || mark.boundary || mark.relative) return;
    if (!is_comma(s, at) || mark.depth > 0) continue;
    if (at > s.begin) roles.recipient = subject_before_aside(s, at, article, {});
    return;
  }
}

}  // namespace synoptic::annotate::syntax
