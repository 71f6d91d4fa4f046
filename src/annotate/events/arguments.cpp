#include "annotate/events/arguments.h"

#include <algorithm>

#include "annotate/events/arguments_finder.h"
#include "annotate/events/party_phrases.h"
#include "annotate/events/told_deeds.h"
#include "annotate/steps.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kNearAgent = 2;  // words between a participle and "by"

bool is_place(const Name& name) {
  const model::EntityType type = name.mention->type;
  return type == model::EntityType::kCity || type == model::EntityType::kRegion ||
         type == model::EntityType::kFacility;
}

}  // namespace

// Indexes of the names that lie in tokens [begin, end).
std::pair<size_t, size_t> Finder::names_between(size_t begin, size_t end) const {
  const auto from = std::partition_point(s_.names.begin(), s_.names.end(),
                                         [&](const Name& n) { return n.begin < begin; });
  const auto to =
      std::partition_point(from, s_.names.end(), [&](const Name& n) { return n.begin < end; });
  return {static_cast<size_t>(from - s_.names.begin()), static_cast<size_t>(to - s_.names.begin())};
}

void Finder::take(size_t i, std::vector<model::Argument>& into) {
  taken_[i] = true;
  roles_.used.push_back(i);
  model::Argument argument = argument_of(s_.names[i]);
  const bool known = std::any_of(into.begin(), into.end(), [&](const model::Argument& other) {
    return argument.entity.empty() ? other.text == argument.text : other.entity == argument.entity;
  });
  if (!known) into.push_back(std::move(argument));
}

// The name with the others of its list, on both sides.
void Finder::take_list(size_t i, std::vector<model::Argument>& into) {
  size_t first = i, last = i;
  while (first > 0 && s_.names[first].joined && !taken_[first - 1] &&
         s_.names[first - 1].begin >= s_.begin) {
    --first;
  }
  while (last + 1 < s_.names.size() &&
         (s_.names[last + 1].joined || s_.names[last + 1].bracketed) && !taken_[last + 1]) {
    ++last;
  }
  for (size_t at = first; at <= last; ++at) {
    if (!s_.names[at].bracketed && !s_.names[at].negated) take(at, into);
  }
}

void Finder::put(size_t i, Slot slot) {
  // "Mis en examen à Lund": no town is charged.
  if (slot == Slot::kRecipient && action().of_people && s_.names[i].part == Part::kTo &&
      is_place(s_.names[i])) {
    slot = Slot::kPlace;
  }
  switch (slot) {
    case Slot::kActor:
      take_list(i, agents_);
      break;
    case Slot::kRecipient:
      person_only_ =
          s_.names[i].mention->type == model::EntityType::kPerson && s_.names[i].part == Part::kTo;
      take_list(i, roles_.recipient);
      break;
    case Slot::kPartner:
      take_list(i, roles_.partner);
      break;
    case Slot::kPlace:
      if (!roles_.place) roles_.place = argument_of(s_.names[i]);
      break;
    case Slot::kNothing:
      break;
  }
}

void Finder::find_object() {
  const Slot slot = action().slot(Part::kObject);
  if (trigger_.form == TriggerForm::kNoun && s_.grammar->order == WordOrder::kVerbLast) return;
  if (s_.grammar->order == WordOrder::kVerbLast) return;
  if (slot == Slot::kNothing || (slot == Slot::kRecipient && !roles_.recipient.empty())) return;
  size_t begin = trigger_.match.end;
  if (trigger_.match.has_gap() && s_.grammar->order != WordOrder::kVerbFirst) {
    begin = trigger_.match.gap_begin;
  }
  // "Condenou nesta terça-feira (11) o ex-deputado X": a day is none of the object.
  const auto is_day = [&](size_t at) {
    return s_.mark(at).when || s_.mark(at).time || s_.mark(at).depth > 0 ||
           s_.token(at).kind == TokenKind::kOpen || s_.token(at).kind == TokenKind::kClose;
  };
  while (begin < bounds_.end && s_.mark(begin).name < 0 && is_day(begin)) ++begin;
  const auto [from, to] = names_between(begin, bounds_.end);
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    if (!usable(i) || name.adjective || is_owner_of_object(begin, name)) continue;
    if (name.part != Part::kNone && name.part != Part::kAs) return;
    if (name.begin - begin > 8 || is_object_owner(i)) return;
    for (size_t at = begin; at < name.full_begin; ++at) {
      const Mark& mark = s_.mark(at);
      if (mark.marker != Part::kNone && mark.name < 0 && !mark.time &&
          !Persons::opens_time(s_, at, bounds_.end)) {
        return;
      }
    }
    put(i, slot);
    return;
  }
}

// "Led 13-6 after three turnovers by the Texans": far behind a verb that has its subject right
// before it, and no auxiliary, "by" belongs to a noun between them.
bool Finder::is_agent_of_noun() const {
  if (trigger_.form != TriggerForm::kVerb || agents_.empty() || roles_.actor_rule != "named") {
    return false;
  }
  size_t before = trigger_.match.begin;
  while (before > s_.begin && s_.mark(before - 1).adverb) --before;
  if (before == s_.begin || s_.mark(before - 1).copula || s_.mark(before - 1).name < 0)
    return false;
  for (const Name& name : s_.names) {
    if (name.part != Part::kBy || name.begin < trigger_.match.end) continue;
    size_t between = 0;
    for (size_t at = trigger_.match.end; at < name.begin; ++at) {
      if (s_.mark(at).copula) return false;
      if (s_.token(at).kind == TokenKind::kWord && s_.mark(at).marker == Part::kNone) ++between;
    }
    return between > kNearAgent;
  }
  return false;
}

void Finder::turn_passive() {
  if (is_agent_of_noun()) agents_.clear();
  if (!passive() && agents_.empty()) return;
  if (acts_in_passive()) return;
  const bool thing = action().slot(Part::kObject) == Slot::kNothing && !action().takes_phrase;
  if (trigger_.passive && thing) roles_.actor.clear();
  // "Signed it after mediation by Lund": a noun has no subject that it befell.
  if (trigger_.form == TriggerForm::kNoun && s_.grammar->order == WordOrder::kSubjectFirst &&
      roles_.actor_rule == "named") {
    roles_.actor.clear();
  }
  // The grammatical subject is whom it was done to, where it is done to anybody.
  const bool befalls = action().takes_phrase || action().slot(Part::kObject) == Slot::kRecipient;
  if (roles_.recipient.empty() && befalls) roles_.recipient = std::move(roles_.actor);
  roles_.actor = std::move(agents_);
  roles_.actor_rule = roles_.actor.empty() ? "" : "by";
}

// Two sides joined by "and" meet each other.
void Finder::split_mutual() {
  if (!action().mutual) return;
  if (roles_.recipient.empty() && !roles_.partner.empty()) roles_.recipient = roles_.partner;
  if (!roles_.recipient.empty() || roles_.actor.size() < 2) return;
  roles_.recipient.assign(roles_.actor.begin() + 1, roles_.actor.end());
  roles_.actor.resize(1);
}

// The content starts behind those it is addressed to, and behind what stands in brackets there.
void Finder::find_content_begin() {
  size_t begin = std::max(roles_.content_begin, trigger_.match.end);
  if (s_.grammar->order == WordOrder::kVerbFirst && roles_.actor_rule == "phrase") {
    begin = behind_actor(begin);
  }
  for (const size_t i : roles_.used) {
    const Name& name = s_.names[i];
    const auto is_it = [&](const model::Argument& argument) {
      return argument.at.range == name.mention->at.range;
    };
    if (name.begin >= trigger_.match.end &&
        (std::any_of(roles_.recipient.begin(), roles_.recipient.end(), is_it) ||
         std::any_of(roles_.actor.begin(), roles_.actor.end(), is_it))) {
      begin = std::max(begin, name.end);
    }
  }
  if (begin < bounds_.end && s_.token(begin).kind == TokenKind::kOpen) {
    while (begin < bounds_.end && s_.token(begin).kind != TokenKind::kClose) ++begin;
  }
  roles_.content_begin = begin;
}

// "A quake shook Lund": nobody does it; a place named as its subject is where it was.
void Finder::find_of_nobody(std::optional<size_t> who) {
  if (who && s_.names[*who].mention->type != model::EntityType::kPerson &&
      s_.names[*who].mention->type != model::EntityType::kOrg) {
    roles_.place = argument_of(s_.names[*who]);
    taken_[*who] = true;
  }
  find_marked();
  roles_.actor.clear();
  roles_.recipient.clear();
}

void Finder::take_subject(size_t who, std::optional<size_t> about) {
  // Right before a relative verb that takes nothing up, the antecedent is who does it.
  const bool subject_is_object =
      about && s_.grammar->order == WordOrder::kVerbFirst && who != *about &&
      s_.names[who].begin >= trigger_.match.end && !trigger_.match.has_gap() &&
      s_.grammar->ending(WordClass::kResumptive, s_.token(trigger_.match.end - 1).folded) ==
          nullptr;
  take_list(subject_is_object ? *about : who, roles_.actor);
  roles_.actor_rule = "named";
}

// Behind an aside the clause goes on with the subject that stands before it.
void Finder::resume(const std::vector<model::Argument>& last_actor) {
  roles_.actor = last_actor;
  const bool named = std::ranges::any_of(s_.names, [&](const Name& name) {
    return !last_actor.empty() && name.mention->at.range == last_actor.front().at.range;
  });
  roles_.actor_rule = last_actor.empty() ? "" : named ? "named" : "phrase";
}

void Finder::settle_antecedent(std::optional<size_t> about, Part relative) {
  if (relative != Part::kNone) {
    take_antecedent(about);
  } else if (about && !taken_[*about]) {
    // Inside a relative clause a subject of its own makes the antecedent the object.
    if (roles_.actor_rule == "named" && trigger_.form == TriggerForm::kVerb) {
      take_list(*about, roles_.recipient);
    } else if (roles_.actor.empty()) {
      take_list(*about, roles_.actor);
      roles_.actor_rule = "antecedent";
    }
  }
}

// No name is the subject: it is whose clause goes on, or somebody who is only described. `may_be`:
// the words before the verb may be he.
void Finder::find_unnamed_actor(const std::vector<model::Argument>& last_actor, Part relative,
                                bool may_be) {
  // "rejects X and chooses this one": the second verb goes on with the first one's subject.
  const bool goes_on = s_.grammar->order == WordOrder::kVerbFirst && bounds_.after_verb &&
                       (!trigger_.match.prefix.empty() || is_told_deed()) && !last_actor.empty();
  if (goes_on || trigger_.goes_on) {
    roles_.actor = last_actor;
    roles_.actor_rule = "carried";
  }
  const bool pronoun_before =
      trigger_.match.begin > s_.begin && s_.mark(trigger_.match.begin - 1).pronoun;
  if (may_be && !pronoun_before && !goes_on && !trigger_.goes_on) find_phrase_actor();
  find_subject_before_comma();
  if (!pronoun_before && !goes_on) find_somebody_inverted();
  if (trigger_.form == TriggerForm::kNoun && s_.grammar->order == WordOrder::kSubjectFirst) {
    find_agent_phrase();
  }
  // "Lund said that strangers attacked": a clause of its own, whoever its subject is.
  const bool own = unread_subject_ && bounds_.begin > s_.begin &&
                   s_.mark(bounds_.begin - 1).boundary && s_.is_word(bounds_.begin - 1);
  const bool joined = joins_verbs_ || joins_verb();
  const bool goes_on_here =
      joined || goes_on_behind_and() || (begins_clause() && !own && !is_object_of_other());
  if (roles_.actor.empty() && !last_actor.empty() && may_go_on() && goes_on_here &&
      relative == Part::kNone) {
    roles_.actor = last_actor;
    roles_.actor_rule = "carried";
  }
}

// "the visit of the president": a noun's "to" may only say whose it is.
void Finder::turn_owner_of_noun() {
  const bool owner = trigger_.form == TriggerForm::kNoun && !roles_.recipient.empty() &&
                     roles_.partner.empty() && person_only_ &&
                     (roles_.actor.empty() || roles_.actor_rule == "carried");
  if (!owner) return;
  roles_.actor = std::move(roles_.recipient);
  roles_.recipient.clear();
  roles_.actor_rule = "named";
}

Roles Finder::find(const std::vector<model::Argument>& last_actor) {
  const Order order = second_order();
  std::optional<size_t> who = order.known ? order.subject : subject();
  if (who && trigger_.form == TriggerForm::kVerb &&
      is_owner_of_subject(s_, s_.names[*who], trigger_.match.begin)) {
    who.reset();
  }
  const std::optional<size_t> about = antecedent();
  if (action().natural) {
    find_of_nobody(who);
    find_content_begin();
    return std::move(roles_);
  }
  const bool beaten_before = who && is_beaten_before(*who);
  if (beaten_before) {
    const size_t beaten = *who;
    who = winner_before(beaten);
    take_list(beaten, roles_.recipient);
  }
  if (!who) who = winner_behind();
  who = loser(who);
  if (trigger_.form == TriggerForm::kNoun) find_adjectives();
  if (roles_.actor.empty() && who) take_subject(*who, about);
  if (bounds_.resumes) resume(last_actor);
  for (const size_t i : order.objects) put(i, action().slot(Part::kObject));
  find_marked();
  find_described_agent();
  const Part relative = relative_part();
  settle_antecedent(about, relative);
  turn_passive();
  const bool object_before = relative == Part::kObject || relative == Part::kTo;
  if (roles_.actor.empty() && !object_before) find_subject_of_fronted();
  if (!trigger_.passive && !object_before) find_object();
  if (roles_.actor.empty() && !passive()) {
    find_unnamed_actor(last_actor, relative, !beaten_before && !bounds_.resumes);
  }
  if (!object_before) find_phrase_object();
  find_phrases_of_passive();
  settle_parties(last_actor);
  find_phrase_object_before();
  find_phrase_of_last_passive();
  find_agent_of_last_passive();
  find_somebody();
  split_mutual();
  turn_owner_of_noun();
  if (action().swapped) std::swap(roles_.actor, roles_.recipient);
  find_content_begin();
  return std::move(roles_);
}

model::Argument argument_of(const Name& name) {
  const model::Mention& mention = *name.mention;
  model::Argument argument{mention.text, mention.entity, mention.name, mention.at};
  if (argument.name.empty()) argument.name = mention.text;
  // A capital that speaks for its government acts as it.
  if (!mention.stands_for.empty()) argument.entity = mention.stands_for;
  return argument;
}

model::Argument argument_of(const Sentence& sentence, Range range, const model::Article& article) {
  model::Argument argument;
  argument.text = range.of(sentence.passage->text);
  argument.name = argument.text;
  argument.at = place_of(article, sentence.passage->block, range);
  return argument;
}

model::Argument argument_of(const Sentence& sentence, size_t begin, size_t end,
                            const model::Article& article) {
  return argument_of(sentence, bytes_of(sentence.passage->tokens, begin, end), article);
}

Roles find_roles(const Sentence& sentence, const Trigger& trigger, const Bounds& bounds,
                 const model::Article& article, const std::vector<model::Argument>& last_actor) {
  return Finder(sentence, trigger, bounds, article).find(last_actor);
}

}  // namespace synoptic::annotate::syntax
