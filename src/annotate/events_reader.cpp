// Who did what to whom. Words of the event lexicon are the triggers; grammar and frame put the
// names around them into their places; status says how certain the text is.
#include "annotate/events_reader.h"

#include <algorithm>

#include "annotate/courts.h"
#include "annotate/denied_charges.h"
#include "annotate/figures_of_speech.h"
#include "annotate/marked_passives.h"
#include "annotate/mishaps.h"
#include "annotate/party_cases.h"
#include "annotate/party_heads.h"
#include "annotate/speaker_behind.h"
#include "annotate/steps.h"
#include "annotate/told_deeds.h"

namespace synoptic::annotate {

using namespace syntax;

namespace {

constexpr size_t kLongestObject = 300;  // bytes

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

// "Demanded ten years": a figure with its measure is nobody.
void EventReader::drop_measures(const Sentence& s, model::Event& event) const {
  const auto figures = quantities_by_block_.of(s.passage->block);
  for (auto* const side : {&event.actor, &event.recipient, &event.partner}) {
    std::erase_if(*side, [&](const model::Argument& who) {
      return who.entity.empty() && std::ranges::any_of(figures, [&](const model::Quantity* figure) {
               return !figure->unit.empty() && figure->kind != "count" &&
                      figure->at.range.contains(who.at.range);
             });
    });
  }
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

double EventReader::confidence(const Trigger& trigger, const model::Event& event,
                               const Roles& roles) const {
  double score = trigger.form == TriggerForm::kNoun ? 0.3 : 0.4;
  if (roles.actor_rule == "named" || roles.actor_rule == "by") score += 0.3;
  if (roles.actor_rule == "antecedent") score += 0.25;
  if (roles.actor_rule == "phrase" || roles.actor_rule == "carried") score += 0.1;
  if (!event.recipient.empty() || !event.partner.empty()) score += 0.2;
  if (event.time || event.place) score += 0.05;
  if (roles.actor_rule == "adjective") score += 0.2;
  if (trigger.action->natural) score += 0.2;
  const bool alone = event.recipient.empty() && event.partner.empty();
  // Without a second side, a weakly found subject of a noun or of a verb-first clause is a guess.
  const bool weak =
      roles.actor_rule == "carried" || roles.actor_rule == "phrase" || roles.actor_rule.empty();
  if (alone && weak && !trigger.action->natural &&
      (trigger.form == TriggerForm::kNoun || grammar_.order == WordOrder::kVerbFirst)) {
    score -= 0.2;
  }
  return std::min(score, 0.95);
}

std::string EventReader::object_text(const Sentence& s, const Trigger& trigger,
                                     const Bounds& bounds, const Roles& roles) const {
  size_t begin = roles.content_begin, end = bounds.end;
  if (s.grammar->order == WordOrder::kVerbLast) {
    begin = bounds.part_begin;
    end = trigger.match.begin;
    for (const size_t i : roles.used) {
      if (s.names[i].end <= end) begin = std::max(begin, s.names[i].end);
    }
    begin = behind_subject(s, roles.actor, begin, end);
  } else if (trigger.action->has_content || trigger.action->controls) {
    // What is ordered runs on over its own verbs, to the end of the sentence's part.
    while (end < s.end && s.token(end).kind != TokenKind::kStop &&
           s.token(end).kind != TokenKind::kComma) {
      ++end;
    }
  }
  if (party_words(annotated_.article.lang) != nullptr) {
    trim_object(s, roles.actor, begin, end);
  }
  while (begin < end &&
         (s.token(begin).kind != TokenKind::kWord ||
          (s.mark(begin).skip && s.mark(begin).name < 0) ||
          (begin + 1 == end && (s.mark(begin).conjunction || s.mark(begin).negation)))) {
    ++begin;
  }
  if (begin >= end) return {};
  const Range range = bytes_of(s.passage->tokens, begin, end);
  if (range.size() > kLongestObject) return {};
  return std::string(range.of(s.passage->text));
}

// "…, the minister said on Wednesday", "wie er am Mittwoch mitteilte": when it was told, not when
// it came about. What is said itself, "announced on Monday", has its day from there.
bool EventReader::is_day_of_saying(const Sentence& s, Range time, const Trigger& trigger) const {
  if (say_ == nullptr) return false;
  constexpr size_t kWordsBetween = 2;  // "said late on Wednesday"
  const auto& tokens = s.passage->tokens;
  const size_t first = token_at(tokens, time.begin), behind = token_at(tokens, time.end);
  const auto is_saying = [&](size_t begin, size_t end) {
    const bool own = begin < trigger.match.end && trigger.match.begin < end;
    return !own;
  };
  PhraseMatch found;
  const auto matches = [&](size_t at, size_t end) {
    return say_->match(CueClass::kSay, tokens, at, end, found) ||
           say_->match(CueClass::kReport, tokens, at, end, found);
  };
  const size_t low = first - std::min(first - s.begin, kWordsBetween + 1);
  for (size_t at = first; at-- > low;) {
    if (tokens[at].kind != TokenKind::kWord) break;
    if (matches(at, first)) return is_saying(at, found.end);
  }
  return behind < s.end && tokens[behind].kind == TokenKind::kWord && matches(behind, s.end) &&
         is_saying(behind, found.end);
}

std::optional<model::TimeMention> EventReader::time_in(const Sentence& s, const Bounds& bounds,
                                                       const Trigger& trigger) const {
  const uint32_t from = s.token(s.begin).at.begin;
  const uint32_t to = s.token(s.end - 1).at.end;
  const uint32_t clause_from = s.token(bounds.begin).at.begin;
  const uint32_t clause_to = s.token(std::max(bounds.end, bounds.begin + 1) - 1).at.end;
  const uint32_t word = s.token(trigger.match.begin).at.begin;
  // What the classifier alone sees may stand in a sentence without triggers.
  const uint32_t first =
      s.triggers.empty() ? word : s.token(s.triggers.front().match.begin).at.begin;
  // What stands between the two words of a trigger belongs to it only when it is short.
  const bool wide = trigger.match.gap_end - trigger.match.gap_begin > 6;
  const uint32_t gap_from = wide ? s.token(trigger.match.gap_begin).at.begin : 1;
  const uint32_t gap_to = wide ? s.token(trigger.match.gap_end - 1).at.end : 0;
  const model::TimeMention* best = nullptr;
  uint32_t best_distance = 0;
  const auto begins = [](const auto* time) { return time->at.range.begin; };
  for (auto at = std::ranges::lower_bound(times_, from, {}, begins);
       at != times_.end() && begins(*at) <= to; ++at) {
    const model::TimeMention& time = **at;
    if (time.at.range.end > to) continue;
    if (time.at.range.begin >= gap_from && time.at.range.end <= gap_to) continue;
    if (is_day_of_saying(s, time.at.range, trigger)) continue;
    const bool in_clause = time.at.range.begin >= clause_from && time.at.range.end <= clause_to;
    uint32_t distance =
        word > time.at.range.begin ? word - time.at.range.begin : time.at.range.begin - word;
    if (!in_clause) {
      // A time that opens the sentence is that of all it tells.
      const bool opens = time.at.range.begin <= from + 30 && time.at.range.end <= first;
      if (s.triggers.size() > 1 && !opens) continue;
      distance += 1000;
    }
    if (best == nullptr || distance < best_distance ||
        (distance == best_distance && &time < best)) {
      best = &time;
      best_distance = distance;
    }
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

// What is ordered or announced is an action: it gives the event its type and its partner.
void EventReader::add_content(const Sentence& s, size_t index, const Bounds& bounds,
                              const Roles& roles, model::Event& event) {
  const Trigger& trigger = s.triggers[index];
  size_t limit = bounds.end;
  while (limit < s.end && s.token(limit).kind != TokenKind::kStop &&
         s.token(limit).kind != TokenKind::kComma) {
    ++limit;
  }
  bool typed = false;
  for (size_t i = 0; i < s.triggers.size(); ++i) {
    const Trigger& inner = s.triggers[i];
    if (i == index || inner.match.begin < trigger.match.begin || inner.match.begin >= limit)
      continue;
    if (inner.match.begin < trigger.match.end && !trigger.match.has_gap()) continue;
    const bool addressed = trigger.action->slot(Part::kObject) == Slot::kRecipient;
    if (s.grammar->order != WordOrder::kVerbLast && addressed && !trigger.match.has_gap() &&
        inner.match.begin < roles.content_begin) {
      continue;
    }
    if (!typed && trigger.action->has_content && !inner.action->type.empty() &&
        !is_told_of(s, trigger, inner)) {
      event.type = inner.action->type;
      typed = true;
    }
    const Bounds inner_bounds = clause_around(s, inner);
    const Roles inner_roles = find_roles(s, inner, inner_bounds, annotated_.article, {});
    for (const auto* list : {&inner_roles.partner, &inner_roles.recipient}) {
      for (const auto& argument : *list) {
        const auto same = [&](const model::Argument& other) {
          return other.at.range == argument.at.range ||
                 (!argument.entity.empty() && other.entity == argument.entity);
        };
        const auto in = [&](const std::vector<model::Argument>& others) {
          return std::any_of(others.begin(), others.end(), same);
        };
        if (argument.at.range.begin < s.token(trigger.match.begin).at.begin &&
            s.grammar->order != WordOrder::kVerbLast) {
          continue;
        }
        if (in(event.actor) || in(event.recipient) || in(event.partner)) continue;
        event.partner.push_back(argument);
      }
    }
    if (trigger.action->controls || trigger.action->slot(Part::kObject) == Slot::kRecipient) {
      swallowed_[i] = true;
    }
    break;
  }
  // An announced partnership is with someone: the other side receives it.
  if (event.recipient.empty() && trigger.action->slot(Part::kObject) == Slot::kNothing) {
    event.recipient = event.partner;
  }
}

model::Event EventReader::build(const Sentence& s, const Trigger& trigger, const Bounds& bounds,
                                Roles roles) {
  model::Event event;
  event.type = trigger.action->type;
  event.action = trigger.action->name;
  event.object =
      roles.thing.empty() ? object_text(s, trigger, bounds, roles) : std::move(roles.thing);
  event.place = std::move(roles.place);
  event.time = time_in(s, bounds, trigger);
  const Status status = status_of(s, trigger, bounds, event.time, annotated_, quotes_);
  event.polarity = status.polarity;
  event.modality = status.modality;
  // "Western sanctions": spoken of as known.
  if (roles.actor_rule == "adjective" && trigger.action->type == "SANCTION" &&
      event.modality == "asserted") {
    event.modality = "background";
  }
  event.claimant = status.claimant;
  if (status.part_denied && is_denier(s, *status.part_denied, roles)) {
    event.polarity = model::Polarity::kNegative;
    event.modality = "denied";
  }
  const auto& tokens = s.passage->tokens;
  const size_t begin = std::min(bounds.part_begin, trigger.match.begin);
  const size_t end = std::max(bounds.end, trigger.match.end);
  size_t first = begin;
  while (first < trigger.match.begin && tokens[first].kind != TokenKind::kWord) ++first;
  event.at = place_of(annotated_.article, s.passage->block, bytes_of(tokens, first, end));
  event.trigger = place_of(annotated_.article, s.passage->block,
                           bytes_of(tokens, trigger.match.begin, trigger.match.end));
  event.rule = trigger.form == TriggerForm::kNoun                         ? "noun"
               : trigger.form == TriggerForm::kPassive || trigger.passive ? "passive"
                                                                          : "verb";
  if (!roles.actor_rule.empty()) event.rule += ", actor " + roles.actor_rule;
  event.actor = std::move(roles.actor);
  event.recipient = std::move(roles.recipient);
  event.partner = std::move(roles.partner);
  return event;
}

std::vector<Reading> EventReader::readings(const Sentence& s) {
  std::vector<Reading> found;
  swallowed_.assign(s.triggers.size(), false);
  std::vector<model::Argument> sentence_actor, beaten, accused;
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
    const Bounds bounds = clause_around(s, trigger);
    const Mark* opening = bounds.begin > s.begin ? &s.mark(bounds.begin - 1) : nullptr;
    // "Accused the government of this, saying that it …": the pronoun is the accused one.
    const bool of_accused = !accused.empty() && opening != nullptr && opening->boundary &&
                            bounds.begin < s.end && s.mark(bounds.begin).pronoun;
    std::vector<model::Argument> carried = of_accused ? accused : sentence_actor;
    if (carried.empty()) carried = carried_over(s, trigger, bounds);
    Roles roles = find_roles(s, trigger, bounds, annotated_.article, carried);
    drop_charges(s, trigger, roles);
    const auto speaker = speaker_behind(s, trigger, quotes_by_block_.of(s.passage->block));
    if (speaker) {
      roles.actor = {*speaker};
      roles.actor_rule = "named";
      std::erase_if(roles.recipient, [&](const model::Argument& other) {
        return other.at.range.overlaps(speaker->at.range);
      });
    }
    take_speaker(s, trigger, roles);
    const auto teller = drop_teller(s, trigger, say_, roles);
    if (sentence_actor.empty()) sentence_actor = teller;
    // "战胜乙队夺得冠军", "A'yı yenerek kupayı kazandı": neither whom the verb before befell nor
    // what was won does the next one.
    const bool was_beaten = roles.actor_rule == "named" && !roles.actor.empty() &&
                            std::ranges::all_of(roles.actor, [&](const model::Argument& who) {
                              return std::ranges::any_of(beaten, [&](const model::Argument& other) {
                                return other.at.range == who.at.range;
                              });
                            });
    const bool was_won = !beaten.empty() && !sentence_actor.empty() && roles.actor_rule == "phrase";
    if (was_beaten || was_won) {
      roles.actor = sentence_actor;
      roles.actor_rule = "carried";
    }
    if (trigger.action->versus) {
      beaten.insert(beaten.end(), roles.recipient.begin(), roles.recipient.end());
    }
    const Roles kept = roles;
    model::Event event = build(s, trigger, bounds, std::move(roles));
    convict_by_court(s, event);
    if (speaker) event.object.clear();  // what was said stands before
    if (trigger.action->has_content || trigger.action->controls)
      add_content(s, i, bounds, kept, event);
    // "for a visit to it": a pronoun behind the word stands for who was just spoken of.
    if (event.recipient.empty() && trigger.match.end < bounds.end && !sentence_actor.empty()) {
      for (size_t at = trigger.match.end; at < bounds.end && at < trigger.match.end + 3; ++at) {
        const auto* clitic = grammar_.exact(WordClass::kPronoun, s.token(at).folded);
        if (clitic != nullptr && clitic->part == Part::kTo) event.recipient = sentence_actor;
      }
    }
    event.confidence = confidence(trigger, event, kept);
    drop_self(event, kept.actor_rule != "phrase");
    drop_measures(s, event);
    const bool has_side = !event.actor.empty() || !event.recipient.empty() ||
                          !event.partner.empty() || trigger.action->natural || !kept.thing.empty();
    const bool both = !event.actor.empty() && !event.recipient.empty();
    const bool told = has_side && !(speaker && !tells_by_saying(*trigger.action)) &&
                      (!trigger.action->wants_both || both) && is_deed(s, trigger, bounds, event) &&
                      !rules_nothing_out(s, trigger) && !only_confirms(s, trigger) &&
                      !is_figure_of_speech(s, trigger, bounds, event) &&
                      !is_peaceful(event, knowledge_);
    if (told && event.type == "ACCUSE") accused = event.recipient;
    if (told || rules_nothing_out(s, trigger)) {
      if (kept.actor_rule == "adjective" || !teller.empty()) {
        // says whose it is, not whom the sentence is about
      } else if (!event.actor.empty() && kept.actor_rule != "phrase" &&
                 kept.actor_rule != "carried") {
        sentence_actor = event.actor;
      } else if (!event.actor.empty() && sentence_actor.empty()) {
        sentence_actor = event.actor;
      }
    }
    Reading reading;
    reading.trigger = i;
    reading.aside = opening != nullptr && (opening->boundary || opening->relative);
    reading.claimed = told && event.confidence >= kLeastConfidence;
    reading.event = std::move(event);
    found.push_back(std::move(reading));
  }
  if (!sentence_actor.empty()) last_actor_ = sentence_actor;
  // A sentence that begins with an unmarked name is about it, events or not.
  if (s.triggers.empty() && !s.names.empty()) {
    const Name& first = s.names.front();
    if (first.part == Part::kNone && !first.adjective && !first.bracketed &&
        first.begin <= s.begin + 2) {
      last_actor_ = {argument_of(first)};
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
