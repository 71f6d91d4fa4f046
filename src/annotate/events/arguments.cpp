#include "annotate/events/arguments.h"

#include <algorithm>

#include "annotate/events/arguments_finder.h"
#include "annotate/events/party_phrases.h"
#include "annotate/events/told_deeds.h"
#include "annotate/steps.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kNearVerb = 4;    // words between a verb and the subject behind it
constexpr size_t kBeforeVerb = 3;  // words between a subject and its verb
constexpr size_t kNearAgent = 2;   // words between a participle and "by"

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

std::optional<size_t> Finder::subject_before() const {
  const auto [from, to] = names_between(bounds_.part_begin, trigger_.match.begin);
  for (size_t i = to; i-- > from;) {
    if (s_.names[i].part == Part::kSubject && usable(i)) return i;
  }
  const bool joined = bounds_.joined > 0 && !bounds_.after_verb;
  if (joined) {
    if (const auto first = subject_of_joined()) return first;
  }
  for (size_t i = to; i-- > from && !joined;) {
    if (!plain(i) || s_.names[i].inflected) continue;
    // "rejects X and chooses Y": X belongs to the verb before.
    if (bounds_.after_verb) {
      for (size_t at = s_.names[i].full_end; at < trigger_.match.begin; ++at) {
        if (s_.mark(at).conjunction) return std::nullopt;
      }
    }
    if (is_of_other_verb(i)) continue;
    if (is_behind_counted(s_.names[i])) return std::nullopt;
    if (is_owner(i)) {
      if (s_.grammar->order != WordOrder::kVerbLast) return std::nullopt;
      break;
    }
    return i;
  }
  if (bounds_.after_verb || has_own_party()) return std::nullopt;
  // "Selon Lund, dix hommes sont arrêtés": only a clause that was opened ends at the comma.
  const bool opened = bounds_.begin > s_.begin && s_.mark(bounds_.begin - 1).boundary;
  if (opened && has_own_subject(s_, bounds_.part_begin, trigger_.match.begin)) return std::nullopt;
  // Behind a comma the subject is the first name of what stands before it.
  const auto [early, late] = names_between(bounds_.begin, bounds_.part_begin);
  for (size_t i = early; i < late; ++i) {
    if (plain(i) && !s_.names[i].inflected) return is_owner(i) ? std::nullopt : std::optional(i);
  }
  return std::nullopt;
}

// Of a verb-first clause: the name close behind the verb, or in the gap of a two-part one.
std::optional<size_t> Finder::subject_behind() const {
  const bool gap = trigger_.match.has_gap();
  const size_t begin = gap ? trigger_.match.gap_begin : trigger_.match.end;
  const size_t end = gap ? trigger_.match.gap_end : bounds_.end;
  const auto [from, to] = names_between(begin, end);
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    if (name.adjective) continue;
    if (!plain(i) || is_owner(i)) return std::nullopt;
    size_t between = 0;
    for (size_t at = begin; at < name.full_begin; ++at) {
      const Mark& mark = s_.mark(at);
      if (mark.marker != Part::kNone || mark.relative || mark.boundary) return std::nullopt;
      if (s_.is_word(at) && !mark.skip && !mark.adverb && mark.name < 0) ++between;
    }
    if (between > kNearVerb || is_behind_body(begin, name.full_begin)) return std::nullopt;
    return i;
  }
  return std::nullopt;
}

std::optional<size_t> Finder::subject() const {
  if (trigger_.owned) {
    if (const auto doer = doer_of_noun()) return doer;
  }
  if (bounds_.resumes || trigger_.goes_on || is_behind_preposition() || is_of_others())
    return std::nullopt;
  if (trigger_.form == TriggerForm::kNoun || s_.grammar->order != WordOrder::kVerbFirst) {
    if (s_.grammar->order == WordOrder::kVerbFirst && trigger_.match.has_gap()) {
      if (const auto behind = subject_behind()) return behind;
    }
    return subject_before();
  }
  if (trigger_.match.has_gap()) {
    if (const auto behind = subject_behind()) return behind;
  }
  // A name right before the verb, with nothing that begins a clause between, is its subject too.
  const bool opened = !trigger_.match.prefix.empty() &&
                      s_.grammar->exact(WordClass::kClitic, trigger_.match.prefix) != nullptr;
  if (!opened) {
    const auto [from, to] = names_between(bounds_.part_begin, trigger_.match.begin);
    for (size_t i = to; i-- > from;) {
      if (s_.names[i].adjective || s_.names[i].bracketed) continue;
      size_t between = 0;
      for (size_t at = s_.names[i].full_end; at < trigger_.match.begin; ++at) {
        if (s_.is_word(at) && !s_.mark(at).adverb && !s_.mark(at).negation) ++between;
      }
      if (plain(i) && between <= kBeforeVerb && !is_owner(i)) return i;
      break;
    }
    if (has_front_subject()) return std::nullopt;
  }
  if (is_told_deed()) return std::nullopt;
  return subject_behind();
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

Roles Finder::find(const std::vector<model::Argument>& last_actor) {
  const Order order = second_order();
  std::optional<size_t> who = order.known ? order.subject : subject();
  if (who && trigger_.form == TriggerForm::kVerb &&
      is_owner_of_subject(s_, s_.names[*who], trigger_.match.begin)) {
    who.reset();
  }
  const std::optional<size_t> about = antecedent();
  if (action().natural) {
    // Nobody does it; a place named as its subject is where it was.
    if (who && s_.names[*who].mention->type != model::EntityType::kPerson &&
        s_.names[*who].mention->type != model::EntityType::kOrg) {
      roles_.place = argument_of(s_.names[*who]);
      taken_[*who] = true;
    }
    find_marked();
    roles_.actor.clear();
    roles_.recipient.clear();
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
  if (roles_.actor.empty() && who) {
    // Right before a relative verb that takes nothing up, the antecedent is who does it.
    const bool subject_is_object =
        about && s_.grammar->order == WordOrder::kVerbFirst && *who != *about &&
        s_.names[*who].begin >= trigger_.match.end && !trigger_.match.has_gap() &&
        s_.grammar->ending(WordClass::kResumptive, s_.token(trigger_.match.end - 1).folded) ==
            nullptr;
    take_list(subject_is_object ? *about : *who, roles_.actor);
    roles_.actor_rule = "named";
  }
  if (bounds_.resumes) {
    roles_.actor = last_actor;
    const bool named = std::ranges::any_of(s_.names, [&](const Name& name) {
      return !last_actor.empty() && name.mention->at.range == last_actor.front().at.range;
    });
    roles_.actor_rule = last_actor.empty() ? "" : named ? "named" : "phrase";
  }
  for (const size_t i : order.objects) put(i, action().slot(Part::kObject));
  find_marked();
  find_described_agent();
  const Part relative = relative_part();
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
  turn_passive();
  const bool object_before = relative == Part::kObject || relative == Part::kTo;
  if (roles_.actor.empty() && !object_before) find_subject_of_fronted();
  if (!trigger_.passive && !object_before) find_object();
  if (roles_.actor.empty() && !action().natural && !passive()) {
    // "rejects X and chooses this one": the second verb goes on with the first one's subject.
    const bool goes_on = s_.grammar->order == WordOrder::kVerbFirst && bounds_.after_verb &&
                         (!trigger_.match.prefix.empty() || is_told_deed()) && !last_actor.empty();
    if (goes_on || trigger_.goes_on) {
      roles_.actor = last_actor;
      roles_.actor_rule = "carried";
    }
    const bool pronoun_before =
        trigger_.match.begin > s_.begin && s_.mark(trigger_.match.begin - 1).pronoun;
    if (!pronoun_before && !goes_on && !trigger_.goes_on && !beaten_before && !bounds_.resumes) {
      find_phrase_actor();
    }
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
  if (!object_before) find_phrase_object();
  find_phrases_of_passive();
  settle_parties(last_actor);
  find_phrase_object_before();
  find_phrase_of_last_passive();
  find_agent_of_last_passive();
  find_somebody();
  split_mutual();
  // "the visit of the president": a noun's "to" may only say whose it is.
  if (trigger_.form == TriggerForm::kNoun && !roles_.recipient.empty() && roles_.partner.empty() &&
      (roles_.actor.empty() || roles_.actor_rule == "carried") && person_only_) {
    roles_.actor = std::move(roles_.recipient);
    roles_.recipient.clear();
    roles_.actor_rule = "named";
  }
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
