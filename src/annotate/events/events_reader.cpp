// Who did what to whom. Words of the event lexicon are the triggers; grammar and frame put the
// names around them into their places; status says how certain the text is.
#include "annotate/events/events_reader.h"

#include <algorithm>

#include "annotate/events/appositions.h"
#include "annotate/events/courts.h"
#include "annotate/events/denied_charges.h"
#include "annotate/events/figures_of_speech.h"
#include "annotate/events/marked_passives.h"
#include "annotate/events/mishaps.h"
#include "annotate/events/speaker_behind.h"
#include "annotate/events/told_deeds.h"
#include "annotate/events/won_contests.h"
#include "annotate/steps.h"

namespace synoptic::annotate {

using namespace syntax;

namespace {

// "Ben Holt", "Main Road Ben Holt": one is all of the other's first or last words.
bool is_part(std::string_view part, std::string_view whole) {
  if (part.empty() || part.size() > whole.size()) return false;
  const size_t rest = whole.size() - part.size();
  if (rest == 0) return whole == part;
  return (whole.ends_with(part) && whole[rest - 1] == ' ') ||
         (whole.starts_with(part) && whole[part.size()] == ' ');
}

// Nobody does a deed to himself: such a pair was read wrongly.
// Of an actor that is only a phrase the names inside it are told apart from it.
void drop_self(model::Event& event, bool named) {
  std::erase_if(event.recipient, [&](const model::Argument& recipient) {
    return std::ranges::any_of(event.actor, [&](const model::Argument& actor) {
      if (!actor.entity.empty() && !recipient.entity.empty()) {
        return actor.entity == recipient.entity;
      }
      return actor.text == recipient.text || (named && (is_part(actor.text, recipient.text) ||
                                                        is_part(recipient.text, actor.text)));
    });
  });
}

}  // namespace

EventReader::EventReader(const model::Annotated& annotated, const knowledge::Knowledge& knowledge,
                         const Grammar& grammar, const EventLexicon& lexicon)
    : annotated_(annotated),
      knowledge_(knowledge),
      grammar_(grammar),
      lexicon_(lexicon),
      times_by_block_(annotated.times),
      quotes_by_block_(annotated.quotes),
      quantities_by_block_(annotated.quantities),
      say_(quote_cues(annotated.article.lang)) {}

void EventReader::enter(const Passage& passage) {
  const auto times = times_by_block_.of(passage.block);
  times_.assign(times.begin(), times.end());
  std::ranges::stable_sort(times_, {}, [](const auto* time) { return time->at.range.begin; });
  quotes_.enter(quotes_by_block_.of(passage.block));
}

Sentence EventReader::sentence(const Passage& passage, Range range) const {
  Sentence read = read_sentence(passage, range, grammar_, &lexicon_, knowledge_, times_);
  for (Name& name : read.names) {
    if (is_reporter(read, name) || is_label(read, name)) name.bracketed = true;
  }
  drop_counted(read);
  if (const auto* words = party_words(annotated_.article.lang)) read_passives(read, *words);
  return read;
}

// "Egypt: eleven dead in a fire": a headline that says first of which land it is. "Trump: I won"
// has a speaker there.
bool EventReader::is_label(const Sentence& s, const Name& name) const {
  if (s.passage->kind != model::BlockKind::kHeading || name.begin != s.begin || name.end >= s.end ||
      !model::is_land(name.mention->type)) {
    return false;
  }
  const std::string_view mark = s.token(name.end).at.of(s.passage->text);
  return mark == ":" || mark == "：";
}

// "One million pounds": what is the unit of a figure is no deed.
void EventReader::drop_counted(Sentence& s) const {
  const auto figures = quantities_by_block_.of(s.passage->block);
  if (figures.empty()) return;
  const auto is_unit = [&](const Trigger& trigger) {
    const Range word = bytes_of(s.passage->tokens, trigger.match.begin, trigger.match.end);
    return std::ranges::any_of(figures, [&](const model::Quantity* figure) {
      const Range range = figure->at.range;
      return !figure->unit.empty() && range.contains(word) && range.begin < word.begin;
    });
  };
  std::vector<int> numbers;
  std::vector<Trigger> kept;
  for (Trigger& trigger : s.triggers) {
    const bool unit = is_unit(trigger);
    numbers.push_back(unit ? -1 : static_cast<int>(kept.size()));
    if (!unit) kept.push_back(std::move(trigger));
  }
  if (kept.size() < s.triggers.size()) {
    for (Mark& mark : s.marks) {
      if (mark.trigger >= 0) mark.trigger = numbers[static_cast<size_t>(mark.trigger)];
    }
  }
  s.triggers = std::move(kept);
}

// "Which the agency X reports was bound for …", "X报道，…": an outlet that only tells of it.
bool EventReader::is_reporter(const Sentence& s, const Name& name) const {
  if (say_ == nullptr || name.mention->entity.empty() ||
      name.mention->type != model::EntityType::kOrg) {
    return false;
  }
  const auto* entity = knowledge_.find(name.mention->entity);
  const auto kinds = knowledge_.cues("origin_kind");
  const bool outlet = entity != nullptr && std::ranges::any_of(kinds, [&](const auto& kind) {
                        return kind.text == entity->kind;
                      });
  if (!outlet) return false;
  const auto& tokens = s.passage->tokens;
  PhraseMatch found;
  const auto reports = [&](size_t at, size_t end) {
    return say_->match(CueClass::kReport, tokens, at, end, found) ||
           say_->match(CueClass::kSay, tokens, at, end, found);
  };
  if (name.end < s.end && reports(name.end, s.end)) return true;
  if (grammar_.order != WordOrder::kVerbLast || name.begin > s.begin + 2) return false;
  constexpr size_t kLast = 3;  // tokens: the verb and its mark
  for (size_t at = s.end - std::min(s.end - name.end, kLast); at < s.end; ++at) {
    if (tokens[at].kind == TokenKind::kWord && reports(at, s.end)) return true;
  }
  return false;
}

// Whom a clause without a subject goes on with.
std::vector<model::Argument> EventReader::carried_into(const Sentence& s, const Trigger& trigger,
                                                       const Bounds& bounds,
                                                       const Told& before) const {
  // "Accused the government of this, saying that it …": the pronoun is the accused one.
  const bool of_accused = !before.accused.empty() && bounds.begin > s.begin &&
                          s.mark(bounds.begin - 1).boundary && bounds.begin < s.end &&
                          s.mark(bounds.begin).pronoun;
  const auto& carried = of_accused ? before.accused : before.sentence_actor;
  return carried.empty() ? carried_over(s, trigger, bounds) : carried;
}

// What other words of the sentence tell better than where the names stand.
void EventReader::settle_roles(const Sentence& s, const Trigger& trigger, const Bounds& bounds,
                               const std::optional<model::Argument>& speaker, Roles& roles) const {
  drop_charges(s, trigger, roles);
  take_court_of_verb(s, trigger, annotated_.article, roles);
  take_befallen(s, trigger, bounds, annotated_.article, roles);
  name_described(s, trigger, roles);
  if (speaker) {
    roles.actor = {*speaker};
    roles.actor_rule = "named";
    std::erase_if(roles.recipient, [&](const model::Argument& other) {
      return other.at.range.overlaps(speaker->at.range);
    });
  }
  take_speaker(s, trigger, roles);
  take_agreed(s, trigger, roles);
  drop_contest(s, trigger, roles);
  take_court_of_headline(s, trigger, annotated_.article, roles);
}

// "战胜乙队夺得冠军", "A'yı yenerek kupayı kazandı": neither whom the verb before befell nor what
// was won does the next one.
void EventReader::take_winner(const Trigger& trigger, Told& before, Roles& roles) {
  const auto was_beaten = [&](const model::Argument& who) {
    return std::ranges::any_of(before.beaten, [&](const model::Argument& other) {
      return other.at.range == who.at.range;
    });
  };
  const bool loser = roles.actor_rule == "named" && !roles.actor.empty() &&
                     std::ranges::all_of(roles.actor, was_beaten);
  const bool prize =
      !before.beaten.empty() && !before.sentence_actor.empty() && roles.actor_rule == "phrase";
  if (loser || prize) {
    roles.actor = before.sentence_actor;
    roles.actor_rule = "carried";
  }
  if (trigger.action->versus) {
    before.beaten.insert(before.beaten.end(), roles.recipient.begin(), roles.recipient.end());
  }
}

// Is it a deed that is to be told? What strikes without an attacker becomes an accident on the way.
bool EventReader::is_told(const Sentence& s, const Trigger& trigger, const Bounds& bounds,
                          model::Event& event, bool has_thing, bool has_speaker) const {
  const bool has_side = !event.actor.empty() || !event.recipient.empty() ||
                        !event.partner.empty() || trigger.action->natural || has_thing;
  const bool both = !event.actor.empty() && !event.recipient.empty();
  return has_side && !(has_speaker && !tells_by_saying(*trigger.action)) &&
         (!trigger.action->wants_both || both) && is_deed(s, trigger, bounds, event) &&
         !rules_nothing_out(s, trigger) && !only_confirms(s, trigger) &&
         !is_figure_of_speech(s, trigger, bounds, event) && !is_peaceful(event, knowledge_);
}

// Whom the sentence is about from here on. `rule`: how the actor was found; `is_owner`: it only
// says whose the deed is.
void EventReader::go_on_from(const Sentence& s, const Trigger& trigger, const model::Event& event,
                             std::string_view rule, bool told, bool is_owner, Told& before) {
  if (told && event.type == "ACCUSE") before.accused = event.recipient;
  auto& about = before.sentence_actor;
  if ((told || rules_nothing_out(s, trigger)) && !is_owner && !event.actor.empty() &&
      (about.empty() || (rule != "phrase" && rule != "carried"))) {
    about = event.actor;
  }
  // "A man of 34 was charged and denies it": whom it befell the sentence is about.
  const bool befell = trigger.form == TriggerForm::kPassive || trigger.passive;
  if (told && befell && event.actor.empty() && about.empty() && event.recipient.size() == 1 &&
      event.recipient.front().at.range.begin < s.token(trigger.match.begin).at.begin) {
    about = event.recipient;
  }
}

Reading EventReader::read_trigger(const Sentence& s, size_t i, Told& before) {
  const Trigger& trigger = s.triggers[i];
  Bounds bounds = clause_around(s, trigger);
  before.asides.pass(s, trigger, bounds, before.sentence_actor);
  Roles roles =
      find_roles(s, trigger, bounds, annotated_.article, carried_into(s, trigger, bounds, before));
  const auto speaker = speaker_behind(s, trigger, quotes_by_block_.of(s.passage->block));
  settle_roles(s, trigger, bounds, speaker, roles);
  const auto teller = drop_teller(s, trigger, say_, roles);
  if (before.sentence_actor.empty()) before.sentence_actor = teller;
  take_winner(trigger, before, roles);
  const Roles kept = roles;
  model::Event event = build(s, trigger, bounds, std::move(roles));
  convict_by_court(s, event);
  if (speaker) event.object.clear();  // what was said stands before
  if (trigger.action->has_content || trigger.action->controls)
    add_content(s, i, bounds, kept, event);
  // "for a visit to it": a pronoun behind the word stands for who was just spoken of.
  if (event.recipient.empty() && trigger.match.end < bounds.end && !before.sentence_actor.empty()) {
    for (size_t at = trigger.match.end; at < bounds.end && at < trigger.match.end + 3; ++at) {
      const auto* clitic = grammar_.exact(WordClass::kPronoun, s.token(at).folded);
      if (clitic != nullptr && clitic->part == Part::kTo) event.recipient = before.sentence_actor;
    }
  }
  event.confidence = confidence(s, trigger, event, kept);
  drop_self(event, kept.actor_rule != "phrase");
  drop_measures(s, event);
  const bool told = is_told(s, trigger, bounds, event, !kept.thing.empty(), speaker.has_value());
  go_on_from(s, trigger, event, kept.actor_rule, told,
             kept.actor_rule == "adjective" || !teller.empty(), before);
  const Mark* opening = bounds.begin > s.begin ? &s.mark(bounds.begin - 1) : nullptr;
  Reading reading;
  reading.trigger = i;
  reading.aside = opening != nullptr && (opening->boundary || opening->relative);
  reading.claimed = told && event.confidence >= kLeastConfidence;
  reading.event = std::move(event);
  return reading;
}

std::vector<Reading> EventReader::readings(Sentence& s) {
  std::vector<Reading> found;
  swallowed_.assign(s.triggers.size(), false);
  Told told{Asides(annotated_.article), {}, {}, {}};
  for (size_t i = 0; i < s.triggers.size(); ++i) {
    const Trigger& trigger = s.triggers[i];
    if (swallowed_[i] || trigger.asked_for) {
      Reading reading;
      reading.trigger = i;
      reading.event.type = trigger.action->type;
      reading.event.action = trigger.action->name;
      reading.swallowed = true;
      found.push_back(std::move(reading));
      continue;
    }
    found.push_back(read_trigger(s, i, told));
  }
  tell_deniers(s, told, found);
  if (!told.sentence_actor.empty()) last_actor_ = told.sentence_actor;
  // A sentence that begins with an unmarked name is about it, events or not.
  if (s.triggers.empty() && !s.names.empty()) {
    const Name* first = &s.names.front();
    // 日本首相石破茂: behind the land and the title stands who it is.
    if (first->adjective && s.names.size() > 1 && first->begin == s.begin &&
        s.names[1].full_begin <= first->end + 1) {
      first = &s.names[1];
    }
    if (first->part == Part::kNone && !first->adjective && !first->bracketed &&
        (first->begin <= s.begin + 2 || first != &s.names.front())) {
      last_actor_ = {argument_of(*first)};
    }
  }
  return found;
}

model::Event EventReader::untold(const Sentence& s, size_t at, std::string_view type) const {
  Trigger trigger;
  static const Action kNone;
  trigger.action = &kNone;
  trigger.match.begin = trigger.match.gap_begin = trigger.match.gap_end = at;
  trigger.match.end = at + 1;
  const Bounds bounds = clause_around(s, trigger);
  model::Event event;
  event.type = type;
  event.time = time_in(s, bounds, trigger);
  const Status status = status_of(s, trigger, bounds, event.time, annotated_, quotes_);
  event.polarity = status.polarity;
  event.modality = status.modality;
  event.claimant = status.claimant;
  const auto& tokens = s.passage->tokens;
  const uint32_t block = s.passage->block;
  event.at =
      place_of(annotated_.article, block,
               bytes_of(tokens, std::min(bounds.part_begin, at), std::max(bounds.end, at + 1)));
  event.trigger = place_of(annotated_.article, block, tokens[at].at);
  event.rule = "classifier";
  return event;
}

}  // namespace synoptic::annotate
