// Who does a deed, where he is no known name but only described.
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

// Where the phrase begins in the words [begin, end): behind small ones that are none of it.
size_t behind_small_words(const Sentence& s, size_t begin, size_t end) {
  PhraseMatch of;  // "के निदेशक मंडल": what the word cut off at the front was marked by
  // "कंपनी का मालिक": what tells whose he is belongs to him.
  const auto is_owner = [&](size_t at) {
    return !s.token(at).spaceless && at + 1 < end &&
           s.match(WordClass::kMarkerAfter, at + 1, end, of);
  };
  const auto is_small = [&](size_t at) {
    return s.mark(at).conjunction || s.mark(at).adverb || s.mark(at).time ||
           (s.mark(at).skip && !is_owner(at)) || s.token(at).kind != TokenKind::kWord ||
           (!s.token(at).spaceless && s.match(WordClass::kMarkerAfter, at, end, of));
  };
  // 政府軍: without blanks a small word of several signs belongs to what follows.
  const auto is_part = [&](size_t at) {
    PhraseMatch small;
    return s.token(at).spaceless && s.mark(at).skip && s.match(WordClass::kSkip, at, end, small) &&
           small.end > at + 1;
  };
  while (begin < end && is_small(begin) && !is_part(begin)) ++begin;
  return begin;
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

// Behind the verb of languages whose verb comes first, or in its gap.
void Finder::find_phrase_behind_verb() {
  const bool gap = trigger_.match.has_gap();
  if (trigger_.form == TriggerForm::kNoun && !gap) return;
  constexpr size_t kLongestBehind = 5;  // tokens
  const size_t begin = gap ? trigger_.match.gap_begin : trigger_.match.end;
  const size_t stop = gap ? trigger_.match.gap_end : bounds_.end;
  size_t end = begin;
  while (end < stop && end - begin < kLongestBehind && fit_for_phrase(s_, end) &&
         s_.mark(end).marker == Part::kNone &&
         s_.grammar->beginning(WordClass::kContentPrefix, s_.token(end).folded) == nullptr) {
    ++end;
  }
  if (end > begin) take_phrase_actor(begin, end);
}

void Finder::take_phrase_actor(size_t begin, size_t end) {
  roles_.actor.push_back(argument_of(s_, begin, end, article_));
  roles_.actor_rule = "phrase";
}

// The words before the verb, as far as they may be one phrase; nothing where it would begin in the
// middle of one.
std::optional<Finder::WordsBefore> Finder::words_before_verb() const {
  size_t end = trigger_.match.begin;
  const auto is_loose = [&](size_t at) {  // "the High Court (HC) ruled"
    return s_.mark(at).adverb || s_.mark(at).negation || s_.mark(at).depth > 0 ||
           s_.token(at).kind == TokenKind::kOpen || s_.token(at).kind == TokenKind::kClose;
  };
  while (end > bounds_.part_begin && is_loose(end - 1)) --end;
  const size_t mark = behind_marked_subject(end);
  if (mark > 0) end = mark;
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
    if (s_.mark(begin - 1).negation && !inside_word) return std::nullopt;
    if (end - begin == longest && s_.token(begin).spaceless) return std::nullopt;
    // Nor does a group of words begin in its middle.
    if (end - begin == longest && longest == kLongestFirst && fit_for_phrase(s_, begin - 1))
      return std::nullopt;
  }
  if (s_.grammar->order == WordOrder::kVerbLast) {  // "nurses in X before Y": the nurses
    for (size_t at = begin + 1; at < end; ++at) {
      if (s_.mark(at).marker != Part::kNone && s_.mark(at).marker != Part::kOf) end = at;
    }
  }
  return WordsBefore{begin, end, mark > 0};
}

// 警察は男を: a word marks the subject, so that nothing else is looked for.
bool Finder::take_marked_subject(size_t begin, size_t end) {
  auto [at, part] = first_marker(s_, begin, end);
  if (part == Part::kNone) return false;
  if (part != Part::kSubject) {
    // "警察は26日未明、男を": the subject stands before the comma.
    const size_t behind = std::exchange(begin, bounds_.begin);
    std::tie(at, part) = first_marker(s_, begin, behind);
  }
  if (part == Part::kSubject) take_phrase_actor(begin, at);
  return true;
}

// A subject that is no known name: the words between the clause's beginning and the verb.
void Finder::find_phrase_actor() {
  if (parties_ != nullptr) return find_party_actor();
  if (s_.grammar->order == WordOrder::kVerbFirst) return find_phrase_behind_verb();
  if (trigger_.form == TriggerForm::kNoun) return;
  const auto before = words_before_verb();
  if (!before) return;
  size_t begin = behind_small_words(s_, before->begin, before->end), end = before->end;
  if (begin == end) begin = small_subject(before->begin, end, before->marked);
  const bool small_alone = begin < end && s_.mark(begin).skip && !s_.token(begin).spaceless;
  if (begin < end && s_.token(begin).spaceless && s_.grammar->order == WordOrder::kVerbLast &&
      take_marked_subject(begin, end)) {
    return;
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
  if (what == PhraseIs::kParty) take_phrase_actor(begin, end);
  // "Студента удерживали": who it was done to stands first.
  if (what == PhraseIs::kObject && action().takes_phrase && roles_.recipient.empty() &&
      trigger_.form == TriggerForm::kVerb) {
    roles_.recipient.push_back(argument_of(s_, begin, end, article_));
  }
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

}  // namespace synoptic::annotate::syntax
