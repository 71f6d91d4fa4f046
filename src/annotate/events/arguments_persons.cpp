// Whom a deed befalls, or to whom it is addressed, where nobody is named: common nouns of persons
// and bodies, behind the verb, behind a marker or before one.
#include <algorithm>

#include "annotate/events/arguments_finder.h"
#include "annotate/events/party_cases.h"
#include "annotate/events/party_heads.h"
#include "annotate/quotes/quote_cues.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kReach = 9;        // words between a verb and a marked recipient
constexpr size_t kReachBefore = 8;  // tokens before a verb that ends the clause

bool is_noun_of_doing(const Sentence& s, size_t at) {
  const int trigger = s.mark(at).trigger;
  return trigger >= 0 && s.triggers[static_cast<size_t>(trigger)].form == TriggerForm::kNoun;
}

}  // namespace

// "واعتقلت الشرطة سامي": what stands before the name is a body of its own, and no title.
bool Finder::is_behind_body(size_t begin, size_t name) const {
  const QuoteCues* cues = quote_cues(article_.lang);
  PhraseMatch body;
  return cues != nullptr && action().slot(Part::kObject) == Slot::kRecipient && begin < name &&
         cues->match(CueClass::kBody, s_.passage->tokens, begin, name, body) && body.end == name;
}

// "Задержали вице-мэра Твери": the town right behind somebody's noun tells whose he is.
bool Finder::is_owner_of_object(size_t begin, const Name& name) const {
  if (persons_ == nullptr || !model::is_land(name.mention->type) || name.part != Part::kNone ||
      name.full_begin <= begin) {
    return false;
  }
  const auto who = persons_->at(s_, begin, name.full_begin);
  return who && who->end == name.full_begin;
}

// May the words with that part be a recipient of the deed? "Demanded pay for teachers": of whom
// something is asked stands behind other markers.
bool Finder::befalls_by(Part part, size_t marker) const {
  const bool may =
      part == Part::kTo || part == Part::kOn || part == Part::kFrom || part == Part::kWith;
  if (!may) return part == Part::kObject && action().slot(part) == Slot::kRecipient;
  const bool gives = action().type == "AID" || action().type == "AGREE";
  if (!gives && persons_->is_for(s_.token(marker).folded)) return false;
  if (action().befalls && part != Part::kTo) return false;
  return action().slot(part) == Slot::kRecipient;
}

// "Entließ die Stadt den Leiter": behind the subject, where that stands behind the verb.
size_t Finder::behind_actor(size_t begin) const {
  for (const model::Argument& who : roles_.actor) {
    if (who.at.block != s_.passage->block) continue;
    const size_t behind = token_at(s_.passage->tokens, who.at.range.end);
    if (behind > begin && behind < bounds_.end) begin = behind;
  }
  return begin;
}

bool Finder::take_somebody(size_t begin, size_t end) {
  model::Argument who = argument_of(s_, begin, end, article_);
  const bool known = std::ranges::any_of(roles_.actor, [&](const model::Argument& other) {
    return other.at.range.overlaps(who.at.range);
  });
  if (known) return false;
  roles_.recipient.push_back(std::move(who));
  return true;
}

// "A court in Lund fined the firm": where who did it is, behind a verb that stands first.
size_t Finder::behind_scene(size_t begin, size_t end) const {
  if (s_.grammar->order != WordOrder::kVerbFirst || begin + 1 >= end) return begin;
  const int name = s_.mark(begin).marker == Part::kIn ? s_.mark(begin + 1).name : -1;
  return name >= 0 ? std::min(end, s_.names[static_cast<size_t>(name)].full_end) : begin;
}

// "To rebuild schools": one word may open what is to be done as well as whom it is done to.
bool Finder::is_what_to_do(size_t who) const {
  return s_.grammar->order == WordOrder::kSubjectFirst && who > s_.begin &&
         s_.mark(who - 1).content && !persons_->is_noun(s_, who) && !persons_->counts(s_, who);
}

bool Finder::find_somebody_behind() {
  if (action().slot(Part::kObject) != Slot::kRecipient || roles_.actor.empty()) return false;
  const bool gap = trigger_.match.has_gap();
  for (const bool inside : {true, false}) {
    if (inside && !gap) continue;
    const size_t begin = behind_actor(inside ? trigger_.match.gap_begin : trigger_.match.end);
    const size_t end = inside ? trigger_.match.gap_end : bounds_.end;
    const auto who = persons_->at(s_, behind_scene(begin, end), end);
    if (who && !is_what_to_do(who->begin) && take_somebody(who->begin, who->end)) {
      if (!inside) roles_.content_begin = who->end;
      return true;
    }
  }
  return false;
}

bool Finder::find_somebody_at_marker(size_t begin, size_t end) {
  size_t words = 0;
  for (size_t at = begin; at < end && words <= kReach; ++at) {
    const Mark& mark = s_.mark(at);
    if (is_noun_of_doing(s_, at) || mark.copula) return false;
    const bool first = words == 0;  // but for times and articles
    if (s_.is_word(at) && !mark.skip && !mark.when && !Persons::opens_time(s_, at, end)) ++words;
    if (mark.name >= 0 || mark.marker == Part::kNone || mark.when || mark.time) continue;
    PhraseMatch found;
    if (Persons::opens_time(s_, at, end) || !s_.match(WordClass::kMarkerBefore, at, end, found)) {
      continue;
    }
    const Part part = s_.grammar->word(WordClass::kMarkerBefore, found.id).part;
    if (part == Part::kIn || part == Part::kBy || part == Part::kAs) return false;
    if (!befalls_by(part, at)) continue;
    const auto who = persons_->at(s_, found.end, end);
    if (!who || is_what_to_do(who->begin) || !take_somebody(who->begin, who->end)) continue;
    if (first) roles_.content_begin = who->end;
    return true;
  }
  return false;
}

// "सरकार पर आरोप लगाया", "hükümeti suçladı", "دو مدیر را برکنار کرد".
bool Finder::find_somebody_before() {
  const size_t low = std::max(bounds_.part_begin,
                              trigger_.match.begin - std::min(trigger_.match.begin, kReachBefore));
  PhraseMatch found;
  for (size_t at = trigger_.match.begin; at-- > low;) {
    const Mark& mark = s_.mark(at);
    if (mark.trigger >= 0 && !is_noun_of_doing(s_, at)) return false;
    size_t end = 0;
    const bool side = action().slot(Part::kObject) == Slot::kRecipient ||
                      action().slot(Part::kTo) == Slot::kRecipient;
    if (side && persons_->is_noun(s_, at) && persons_->is_marked(s_, at)) {
      end = at + 1;
    } else if (s_.match(WordClass::kMarkerAfter, at, trigger_.match.begin, found)) {
      const Part part = s_.grammar->word(WordClass::kMarkerAfter, found.id).part;
      if (part == Part::kSubject) return false;
      // What is asked of somebody: "से मांग की".
      const std::string& type = action().type;
      const bool together = action().mutual || type == "COOPERATE" || type == "CONSULT" ||
                            type == "MOBILIZE" || type == "PROTEST";
      const bool asked = part == Part::kWith && !together;
      if (asked || befalls_by(part, at)) end = at;
    }
    if (end == 0) continue;
    size_t begin = end;
    while (begin > low && end - begin < 5) {
      const auto who = persons_->at(s_, begin - 1, end);
      if (!who || who->end != end) break;
      if (s_.match(WordClass::kMarkerAfter, begin - 1, end, found)) break;
      if (who->begin != begin - 1) break;
      begin = who->begin;
    }
    if (begin == end) {
      // The noun comes first and others tell whose or what he is.
      for (size_t first = end; first-- > low && end - first < 5 && begin == end;) {
        const auto who = persons_->at(s_, first, end);
        if (who && who->end == end) begin = who->begin;
      }
    }
    if (begin < end && take_somebody(begin, end)) return true;
  }
  return find_somebody_at_marker(low, trigger_.match.begin);
}

// The same in languages that tell somebody's phrase by its end: "警察は男を", "市民に謝罪", "정부를
// 비난".
bool Finder::find_somebody_in_signs() {
  if (s_.grammar->order == WordOrder::kSubjectFirst) {
    const bool object = action().slot(Part::kObject) == Slot::kRecipient;
    const auto in_gap =
        trigger_.match.has_gap() && object
            ? whole_party(s_, *party_words_, trigger_.match.gap_begin, trigger_.match.gap_end)
            : std::nullopt;
    if (in_gap) return take_somebody(in_gap->begin, in_gap->end);
    if (!object || roles_.actor.empty()) return false;
    const auto who = object_party(s_, *party_words_, trigger_.match.end, bounds_.end);
    return who && take_somebody(who->begin, who->end);
  }
  PhraseMatch found;
  for (const Part part : {Part::kObject, Part::kTo, Part::kOn}) {
    if (action().slot(part) != Slot::kRecipient) continue;
    const auto range =
        marked_party(s_, *party_words_, bounds_.part_begin, trigger_.match.begin, part);
    if (!range) continue;
    const size_t end = token_at(s_.passage->tokens, range->end);
    const size_t last = end < s_.end && s_.token(end).at.begin < range->end ? end + 1 : end;
    const std::string_view text(s_.passage->text);
    const std::string_view rest =
        text.substr(range->end, s_.token(std::min(last, s_.end - 1)).at.end - range->end);
    if (persons_ != nullptr && persons_->is_for(rest)) continue;
    if (trigger_.match.begin - std::min(end, trigger_.match.begin) > 2 * kReachBefore) continue;
    const bool known = std::ranges::any_of(roles_.actor, [&](const model::Argument& other) {
      return other.at.range.overlaps(*range);
    });
    if (known) continue;
    roles_.recipient.push_back(argument_of(s_, *range, article_));
    return true;
  }
  return false;
}

// "In Lund protestieren 4.000 Menschen", "Protestaron 300 vecinos": who acts stands behind the
// verb, where the verb comes second or nobody is its object.
void Finder::find_somebody_inverted() {
  if (persons_ == nullptr || s_.grammar->order != WordOrder::kSubjectFirst ||
      trigger_.form != TriggerForm::kVerb || !roles_.actor.empty() || passive() ||
      trigger_.match.has_gap()) {
    return;
  }
  const bool alone = action().slot(Part::kObject) == Slot::kNothing && !action().takes_phrase;
  const bool second = s_.grammar->verb_second && bounds_.part_begin < trigger_.match.begin &&
                      roles_.recipient.empty();
  if (!alone && !second) return;
  const auto who = persons_->at(s_, trigger_.match.end, bounds_.end);
  if (!who) return;
  // Where cases tell the words apart only what is surely no addressee.
  if (s_.grammar->has(WordClass::kOblique) && !persons_->counts(s_, who->begin) &&
      behind_doer(s_, who->begin, who->end) == who->begin) {
    return;
  }
  PhraseMatch found;
  for (size_t at = trigger_.match.end; at <= who->begin; ++at) {
    const bool oblique = s_.match(WordClass::kObliqueGroup, at, bounds_.end, found);
    if (oblique || (s_.mark(at).marker != Part::kNone && !s_.mark(at).skip)) return;
  }
  roles_.actor.push_back(argument_of(s_, who->begin, who->end, article_));
  roles_.actor_rule = "phrase";
}

// "300 сторонников Лаптева": the name behind people who are counted tells whose they are.
bool Finder::is_behind_counted(const Name& name) const {
  if (persons_ == nullptr || s_.grammar->order != WordOrder::kSubjectFirst) return false;
  size_t at = name.full_begin;
  while (at > bounds_.part_begin && persons_->is_noun(s_, at - 1)) --at;
  return at < name.full_begin && at > bounds_.part_begin &&
         (s_.mark(at - 1).quantifier || persons_->counts(s_, at - 1));
}

// The phrase that was read as the subject.
bool Finder::is_somebody() const {
  return !roles_.actor.empty() && syntax::is_somebody(s_, article_.lang, roles_.actor.front());
}

void Finder::find_somebody() {
  if (!roles_.recipient.empty() || !roles_.partner.empty() || action().natural ||
      action().swapped || trigger_.form != TriggerForm::kVerb || passive()) {
    return;
  }
  if (party_words_ != nullptr) {
    find_somebody_in_signs();
    return;
  }
  if (persons_ == nullptr) return;
  if (s_.grammar->order == WordOrder::kVerbLast) {
    find_somebody_before();
    return;
  }
  if (find_somebody_behind()) return;
  const bool gap = trigger_.match.has_gap();
  if (gap && find_somebody_at_marker(trigger_.match.gap_begin, trigger_.match.gap_end)) return;
  find_somebody_at_marker(behind_actor(trigger_.match.end), bounds_.end);
}

}  // namespace synoptic::annotate::syntax
