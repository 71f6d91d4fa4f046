// A trigger with its roles as an event: its object, time, content and confidence.
#include <algorithm>

#include "annotate/events/denied_charges.h"
#include "annotate/events/events_reader.h"
#include "annotate/events/party_cases.h"
#include "annotate/events/party_heads.h"
#include "annotate/events/persons.h"
#include "annotate/events/told_deeds.h"
#include "annotate/steps.h"

namespace synoptic::annotate {

using namespace syntax;

namespace {

constexpr size_t kLongestObject = 300;  // bytes

// "Rief X auf, Y zu entschädigen": the infinitive behind the comma is what is asked for.
bool asks_behind_comma(const Sentence& s, const Trigger& trigger, size_t comma) {
  if (!s.grammar->verb_second || !trigger.action->controls) return false;
  for (size_t at = comma + 1; at < s.end; ++at) {
    const TokenKind kind = s.token(at).kind;
    const Mark& mark = s.mark(at);
    if (kind == TokenKind::kStop || kind == TokenKind::kComma || mark.boundary) return false;
    if (mark.trigger >= 0) return s.mark(at - 1).content;
  }
  return false;
}

// "X, who in 2024 …, accused": a relative word stands before it.
bool is_in_aside(const Sentence& s, Range range) {
  for (size_t at = s.begin; at < s.end && s.token(at).at.begin < range.begin; ++at) {
    if (s.mark(at).relative) return true;
  }
  return false;
}

// "The director last week", "the port and": when it was, and what joins the next clause, are none
// of the object.
size_t before_loose_end(const Sentence& s, size_t begin, size_t end) {
  size_t at = end;
  while (at > begin && s.mark(at - 1).name < 0 &&
         (s.mark(at - 1).conjunction || s.mark(at - 1).when ||
          s.token(at - 1).kind == TokenKind::kComma || Persons::opens_time(s, at - 1, end))) {
    --at;
  }
  return at > begin ? at : end;
}

}  // namespace

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

double EventReader::confidence(const Sentence& s, const Trigger& trigger, const model::Event& event,
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
  // "Some 500 people protested": words that are somebody's are none.
  const bool somebody = trigger.form == TriggerForm::kVerb && roles.actor_rule == "phrase" &&
                        !event.actor.empty() &&
                        is_somebody(s, annotated_.article.lang, event.actor.front());
  if (alone && weak && !somebody && !trigger.action->natural &&
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
  } else if (trigger.action->has_content || trigger.action->controls || trigger.action->tells) {
    // What is ordered or denied runs on over its own verbs, to the end of the sentence's part.
    if (trigger.action->tells && end == begin && end < s.end &&
        s.token(end).kind == TokenKind::kComma) {
      ++end;  // "dementierte, dass …"
    }
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
    PhraseMatch title;  // 大統領: without blanks a word is several tokens
    const bool whole = s.token(begin).spaceless && s.mark(begin).skip &&
                       s.match(WordClass::kSkip, begin, end, title);
    begin = whole ? title.end : begin + 1;
  }
  end = before_loose_end(s, begin, end);
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
      const bool opens = time.at.range.begin <= from + 30 && time.at.range.end <= first &&
                         !(bounds.resumes && is_in_aside(s, time.at.range));
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
         (s.token(limit).kind != TokenKind::kComma || asks_behind_comma(s, trigger, limit))) {
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

}  // namespace synoptic::annotate
