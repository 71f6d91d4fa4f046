#include <algorithm>
#include <tuple>
#include <utility>

#include "annotate/events/arguments_finder.h"
#include "annotate/events/party_cases.h"
#include "annotate/events/party_phrases.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestPhrase = 9;  // tokens of a subject without a known name
constexpr size_t kLongestFirst = 14;  // the same where it stands first
constexpr size_t kLongestPhraseTight = 14;
constexpr size_t kLongestAgent = 5;

bool fit_for_phrase(const Sentence& s, size_t at) {
  const Mark& mark = s.mark(at);
  const TokenKind kind = s.token(at).kind;
  if (kind != TokenKind::kWord && kind != TokenKind::kOther) return false;
  return !mark.boundary && !mark.relative && mark.trigger < 0 && !mark.negation;
}

// Where the first marker stands between them, and what it is: 警察は男を.
std::pair<size_t, Part> first_marker(const Sentence& s, size_t begin, size_t end) {
  for (size_t at = begin + 1; at < end; ++at) {
    PhraseMatch found;
    if (!s.match(WordClass::kMarkerAfter, at, end, found)) continue;
    const Part part = s.grammar->word(WordClass::kMarkerAfter, found.id).part;
    const bool parts =
        part == Part::kSubject || part == Part::kObject || part == Part::kIn || part == Part::kTo;
    if (parts) return {at, part};
  }
  return {end, Part::kNone};
}

// Not "112", "launch in" or one letter of a script without spaces.
bool may_act(const Sentence& s, size_t begin, size_t end) {
  const Mark& last = s.mark(end - 1);
  if (last.marker != Part::kNone || last.skip || last.pronoun || last.copula) return false;
  if (end - begin == 1 && s.token(begin).spaceless) return false;
  // "… 9" counts what follows: the phrase is cut.
  const std::string_view last_word = s.token(end - 1).folded;
  if (last_word.find_first_not_of("0123456789") == std::string_view::npos) return false;
  // 这是一场胜利: a clause of its own, and nobody.
  constexpr size_t kOpening = 3;  // signs
  for (size_t at = begin; at < std::min(end, begin + kOpening) && s.token(at).spaceless; ++at) {
    if (s.mark(at).copula) return false;
  }
  for (size_t at = begin; at < end; ++at) {
    const std::string_view word = s.token(at).folded;
    if (s.is_word(at) && word.find_first_not_of("0123456789") != std::string::npos) return true;
  }
  return false;
}

// "Отказался уйти": what he will not do, and nobody.
bool refuses_to_do(const Sentence& s, const Trigger& trigger, size_t at) {
  if (at >= s.end || s.grammar->ending(WordClass::kContentEnding, s.token(at).folded) == nullptr) {
    return false;
  }
  return std::ranges::any_of(s.denials, [&](const DenialWord& word) {
    return word.kind == DenialKind::kRefuse && word.match.begin < trigger.match.end &&
           trigger.match.begin < word.match.end;
  });
}

}  // namespace

// "निदेशक मंडल ने प्रस्ताव का समर्थन": where a word marks the subject, the object behind it is none of
// it. The token of the mark; 0: there is none.
size_t Finder::behind_marked_subject(size_t end) const {
  PhraseMatch found;
  for (size_t at = end; at-- > bounds_.part_begin + 1;) {
    if (s_.token(at).spaceless || !s_.match(WordClass::kMarkerAfter, at, end, found)) continue;
    if (s_.grammar->word(WordClass::kMarkerAfter, found.id).part == Part::kSubject) return at;
  }
  return 0;
}

// "El gobierno": alone it acts, though beside a name it only tells what that is. Articles are
// short.
size_t Finder::small_subject(size_t begin, size_t end, bool marked) const {
  constexpr size_t kNoun = 6;  // bytes
  if (begin == end || (!marked && s_.grammar->order != WordOrder::kSubjectFirst)) return end;
  const size_t last = end - 1;
  const Mark& mark = s_.mark(last);
  const bool noun = mark.skip && mark.name < 0 && !mark.adverb && !mark.time && !mark.conjunction &&
                    !s_.token(last).spaceless && s_.token(last).folded.size() >= kNoun;
  return noun ? last : end;
}

// A subject that is no known name: the words between the clause's beginning and the verb.
void Finder::find_phrase_actor() {
  if (parties_ != nullptr) return find_party_actor();
  if (s_.grammar->order == WordOrder::kVerbFirst) {
    size_t begin = trigger_.match.has_gap() ? trigger_.match.gap_begin : trigger_.match.end;
    const size_t stop = trigger_.match.has_gap() ? trigger_.match.gap_end : bounds_.end;
    if (trigger_.form == TriggerForm::kNoun && !trigger_.match.has_gap()) return;
    size_t end = begin;
    while (end < stop && end - begin < 5 && fit_for_phrase(s_, end) &&
           s_.mark(end).marker == Part::kNone &&
           s_.grammar->beginning(WordClass::kContentPrefix, s_.token(end).folded) == nullptr) {
      ++end;
    }
    if (end > begin) {
      roles_.actor.push_back(argument_of(s_, begin, end, article_));
      roles_.actor_rule = "phrase";
    }
    return;
  }
  if (trigger_.form == TriggerForm::kNoun) return;
  size_t end = trigger_.match.begin;
  const auto is_loose = [&](size_t at) {  // "the High Court (HC) ruled"
    return s_.mark(at).adverb || s_.mark(at).negation || s_.mark(at).depth > 0 ||
           s_.token(at).kind == TokenKind::kOpen || s_.token(at).kind == TokenKind::kClose;
  };
  while (end > bounds_.part_begin && is_loose(end - 1)) --end;
  const size_t marked = behind_marked_subject(end);
  if (marked > 0) end = marked;
  size_t begin = end;
  const size_t longest = end > s_.begin && s_.token(end - 1).spaceless   ? kLongestPhraseTight
                         : s_.grammar->order == WordOrder::kSubjectFirst ? kLongestFirst
                                                                         : kLongestPhrase;
  while (begin > bounds_.part_begin && end - begin < longest && fit_for_phrase(s_, begin - 1)) {
    --begin;
  }
  if (begin > bounds_.part_begin) {
    // "Не явились и от комментариев": behind a denial stands a verb. Without blanks a phrase that
    // is too long would begin inside a word.
    const bool inside_word = s_.grammar->order == WordOrder::kVerbLast && s_.token(begin).spaceless;
    if (s_.mark(begin - 1).negation && !inside_word) return;
    if (end - begin == longest && s_.token(begin).spaceless) return;
    // Nor does a group of words begin in its middle.
    if (end - begin == longest && longest == kLongestFirst && fit_for_phrase(s_, begin - 1)) return;
  }
  if (s_.grammar->order == WordOrder::kVerbLast) {  // "nurses in X before Y": the nurses
    for (size_t at = begin + 1; at < end; ++at) {
      if (s_.mark(at).marker != Part::kNone && s_.mark(at).marker != Part::kOf) end = at;
    }
  }
  PhraseMatch of;  // "के निदेशक मंडल": what the word cut off at the front was marked by
  // "कंपनी का मालिक": what tells whose he is belongs to him.
  const auto is_owner = [&](size_t at) {
    return !s_.token(at).spaceless && at + 1 < end &&
           s_.match(WordClass::kMarkerAfter, at + 1, end, of);
  };
  const auto is_small = [&](size_t at) {
    return s_.mark(at).conjunction || s_.mark(at).adverb || s_.mark(at).time ||
           (s_.mark(at).skip && !is_owner(at)) || s_.token(at).kind != TokenKind::kWord ||
           (!s_.token(at).spaceless && s_.match(WordClass::kMarkerAfter, at, end, of));
  };
  // 政府軍: without blanks a small word of several signs belongs to what follows.
  const auto is_part = [&](size_t at) {
    PhraseMatch small;
    return s_.token(at).spaceless && s_.mark(at).skip &&
           s_.match(WordClass::kSkip, at, end, small) && small.end > at + 1;
  };
  const size_t first = begin;
  while (begin < end && is_small(begin) && !is_part(begin)) ++begin;
  if (begin == end) begin = small_subject(first, end, marked > 0);
  const bool small_alone = begin < end && s_.mark(begin).skip && !s_.token(begin).spaceless;
  if (begin < end && s_.token(begin).spaceless && s_.grammar->order == WordOrder::kVerbLast) {
    auto [at, part] = first_marker(s_, begin, end);
    if (part != Part::kSubject && part != Part::kNone) {
      // "警察は26日未明、男を": the subject stands before the comma.
      const size_t behind = std::exchange(begin, bounds_.begin);
      std::tie(at, part) = first_marker(s_, begin, behind);
      if (part != Part::kSubject) return;
    }
    if (part == Part::kSubject) {
      roles_.actor.push_back(argument_of(s_, begin, at, article_));
      roles_.actor_rule = "phrase";
      return;
    }
  }
  if (begin >= end || s_.mark(begin).pronoun) return;
  // "A man of 34": how old he is.
  if (end > begin + 2 && is_figure(s_.token(end - 1).folded) &&
      s_.mark(end - 2).marker != Part::kNone) {
    end -= 2;
  }
  const PhraseBounds words = subject_words(s_, begin, end, trigger_.match.begin);
  joins_verbs_ = words.joins;
  unread_subject_ = words.begin >= words.end && !words.joins;
  begin = words.begin;
  end = words.end;
  if (begin >= end || s_.mark(begin).marker != Part::kNone || s_.mark(begin).pronoun) return;
  if (!small_alone && !may_act(s_, begin, end)) return;
  const PhraseIs what = cut_to_party(s_, trigger_, begin, end);
  if (what == PhraseIs::kObject || what == PhraseIs::kThing) find_subject_of_inverted();
  switch (what) {
    case PhraseIs::kParty:
      roles_.actor.push_back(argument_of(s_, begin, end, article_));
      roles_.actor_rule = "phrase";
      break;
    case PhraseIs::kObject:  // "Студента удерживали": who it was done to stands first
      if (action().takes_phrase && roles_.recipient.empty() &&
          trigger_.form == TriggerForm::kVerb) {
        roles_.recipient.push_back(argument_of(s_, begin, end, article_));
      }
      break;
    case PhraseIs::kThing:
    case PhraseIs::kNobody:
      break;
  }
}

// An addressee that is no known name: "ordered the rice board to buy".
void Finder::find_phrase_object() {
  if (!action().takes_phrase || !roles_.recipient.empty()) return;
  if (trigger_.form != TriggerForm::kVerb || s_.grammar->order == WordOrder::kVerbLast) return;
  if (trigger_.passive) return;
  size_t begin = trigger_.match.end;
  if (s_.grammar->order == WordOrder::kVerbFirst && roles_.actor_rule != "named") {
    if (roles_.actor_rule == "phrase" && !trigger_.match.has_gap()) return;
  }
  for (const size_t i : roles_.used) {
    if (s_.names[i].begin >= trigger_.match.end) begin = std::max(begin, s_.names[i].end);
  }
  if (begin == trigger_.match.end && refuses_to_do(s_, trigger_, begin)) return;
  begin = object_begin(s_, begin, bounds_.end);
  // "Demanded higher pay": where whom it is asked of has a marker of his own.
  const bool asked_of = action().controls && action().slot(Part::kFrom) == Slot::kRecipient;
  if (asked_of && persons_ != nullptr && party_words_ == nullptr &&
      !persons_->at(s_, begin, bounds_.end)) {
    return;
  }
  size_t end = begin;
  const size_t longest = begin < bounds_.end && s_.token(begin).spaceless ? 12 : 6;
  bool closed = false;
  while (end < bounds_.end) {
    const std::string_view word = s_.token(end).folded;
    if (is_inside_compound(s_, begin, end)) {
      ++end;
      continue;
    }
    closed = s_.mark(end).content || s_.mark(end).marker != Part::kNone ||
             s_.mark(end).trigger >= 0 ||
             (end > begin && s_.grammar->ending(WordClass::kContentEnding, word) != nullptr) ||
             (end > begin && s_.grammar->beginning(WordClass::kContentPrefix, word) != nullptr);
    // "Fined the bank 3 million": the sum is none of it.
    closed = closed || (end > begin && persons_ != nullptr && is_figure(word) &&
                        persons_->is_noun(s_, end - 1));
    if (closed || ends_object(s_, begin, end) || end - begin >= longest) break;
    ++end;
  }
  closed = closed || end == bounds_.end || ends_object(s_, begin, end);
  if (!closed || end == begin || s_.mark(begin).pronoun) return;
  if (parties_ != nullptr) {
    const auto whom = parties_->object(s_, {begin, end});
    if (!take_party(whom, roles_.recipient)) return;
    end = whom->end;
    roles_.content_begin = end;
    return;
  }
  if (!cut_to_addressee(s_, trigger_, begin, end)) return;
  const Range range = bytes_of(s_.passage->tokens, begin, end);
  if (std::ranges::any_of(
          roles_.actor, [&](const model::Argument& who) { return who.at.range.overlaps(range); })) {
    return;
  }
  PhraseMatch loose;
  const auto is_loose = [&](size_t at) {
    return s_.mark(at).conjunction || s_.match(WordClass::kArticle, at, end, loose);
  };
  while (end > begin + 1 && !s_.token(end - 1).spaceless && s_.mark(end - 1).name < 0 &&
         is_loose(end - 1)) {
    --end;
  }
  if (!may_be_object(s_, begin, end)) return;
  roles_.recipient.push_back(argument_of(s_, begin, end, article_));
  roles_.content_begin = end;
}

// "Most survivors were rescued by fishermen": both sides may be no known names.
void Finder::find_phrases_of_passive() {
  if (!passive()) return;
  if (roles_.actor.empty() && parties_ != nullptr && parties_->agents_behind() &&
      take_party(parties_->agent(s_, trigger_.match.end, bounds_.end), roles_.actor)) {
    roles_.actor_rule = "by";
  }
  const bool phrase = action().takes_phrase;
  const bool last = s_.grammar->order == WordOrder::kVerbLast && parties_ != nullptr;
  if ((!phrase && !trigger_.passive) || (s_.grammar->order != WordOrder::kSubjectFirst && !last)) {
    return;
  }
  std::vector<model::Argument> agents = std::move(roles_.actor);
  const std::string rule = roles_.actor_rule;
  roles_.actor.clear();
  if (roles_.recipient.empty()) {
    find_phrase_actor();
    // "Four officers were dismissed": a person, where the deed may befall one.
    const bool somebody = action().slot(Part::kObject) == Slot::kRecipient && is_somebody();
    if (!phrase && !somebody && !roles_.actor.empty()) {
      roles_.thing = roles_.actor.front().text;
      roles_.actor.clear();
    }
    roles_.recipient = std::move(roles_.actor);
  }
  roles_.actor = std::move(agents);
  roles_.actor_rule = rule;
  if (roles_.actor.empty()) find_agent_phrase();
}

// "By fishermen", right behind the verb or the noun of doing.
void Finder::find_agent_phrase() {
  PhraseMatch by;
  size_t at = trigger_.match.end;
  while (at < s_.end && s_.mark(at).when) ++at;
  if (at >= s_.end || !s_.match(WordClass::kMarkerBefore, at, s_.end, by)) return;
  if (s_.grammar->word(WordClass::kMarkerBefore, by.id).part != Part::kBy) return;
  size_t begin = by.end;
  while (begin < s_.end && s_.mark(begin).skip) ++begin;
  size_t end = begin;
  PhraseMatch marker;
  while (end < s_.end && end - begin < kLongestAgent && fit_for_phrase(s_, end) &&
         !s_.mark(end).conjunction && !s_.mark(end).adverb && !s_.mark(end).when &&
         !is_nobody(s_, end, end + 1) && !s_.match(WordClass::kMarkerBefore, end, s_.end, marker)) {
    ++end;
  }
  if (end == begin) return;
  roles_.actor.push_back(argument_of(s_, begin, end, article_));
  roles_.actor_rule = "by";
}

// "Убийство российского посла": behind the word for a death or an arrest the adjective tells whose
// ambassador it befell.
bool Finder::is_of_victim(const Name& name) const {
  const bool suffered = action().name == "kill" || action().type == "COERCE";
  return suffered && name.begin >= trigger_.match.end && name.end < s_.end &&
         s_.token(name.end).kind == TokenKind::kWord && s_.mark(name.end).marker == Part::kNone &&
         !s_.mark(name.end).conjunction && !s_.mark(name.end).boundary;
}

// A noun of doing beside adjectives: "Western sanctions", "Russian-Chinese talks".
void Finder::find_adjectives() {
  const size_t before = trigger_.match.begin > s_.begin ? trigger_.match.begin - 1 : s_.begin;
  const auto [from, to] = names_between(before, std::min(s_.end, trigger_.match.end + 5));
  size_t next = trigger_.match.end;
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    if (!name.adjective || !usable(i) || is_of_victim(name)) continue;
    // "على الحدود الأفغانية ووساطة": where adjectives follow their nouns it belongs to the one
    // before.
    const bool first = s_.grammar->order == WordOrder::kVerbFirst;
    if (first && name.end == trigger_.match.begin) continue;
    const bool beside = name.end == trigger_.match.begin || name.begin == next ||
                        (name.begin == next + 1 && !s_.is_word(next));
    if (!beside) break;
    take(i, roles_.actor);
    roles_.actor_rule = "adjective";
    if (name.begin >= trigger_.match.end) next = name.end;
  }
}

// "by the Chinese regulator": an office known by its country only is kept as written.
void Finder::find_described_agent() {
  const auto [from, to] = names_between(trigger_.match.end, std::min(s_.end, bounds_.end + 12));
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    if (!name.adjective || name.part != Part::kBy || !usable(i)) continue;
    size_t begin = name.begin;
    while (begin > trigger_.match.end && s_.mark(begin - 1).marker == Part::kNone) --begin;
    size_t end = name.end;
    if (begin == name.begin) {  // the adjective stands first: its noun follows
      while (end < s_.end && s_.is_word(end) && end - name.end < 3 &&
             s_.mark(end).marker == Part::kNone && s_.mark(end).trigger < 0) {
        ++end;
      }
    }
    auto& into = action().slot(Part::kBy) == Slot::kRecipient ? roles_.recipient : agents_;
    if (into.empty()) into.push_back(argument_of(s_, begin, end, article_));
    return;
  }
}

// Does nothing but small words stand between the clause's beginning and the trigger? Only then is a
// subject left out, and not merely unknown.
bool Finder::begins_clause() const {
  size_t words = 0;
  const Part first = s_.mark(bounds_.part_begin).marker;
  if (bounds_.part_begin < trigger_.match.begin && (first == Part::kIn || first == Part::kBy)) {
    return false;
  }
  for (size_t at = bounds_.part_begin; at < trigger_.match.begin; ++at) {
    const Mark& mark = s_.mark(at);
    const bool small = mark.adverb || mark.negation || mark.conjunction || mark.pronoun ||
                       mark.skip || mark.copula || mark.marker != Part::kNone;
    if (s_.is_word(at) && !small) ++words;
  }
  const bool tight = s_.token(trigger_.match.begin).spaceless;
  return words <= (trigger_.form == TriggerForm::kNoun || tight ? 4U : 2U);
}

}  // namespace synoptic::annotate::syntax
