#include "annotate/events/party_phrases.h"

#include <algorithm>

namespace synoptic::annotate::syntax {
namespace {

std::string_view word_as_written(const Sentence& s, size_t at) {
  return s.token(at).at.of(s.passage->text);
}

bool is_hyphen_token(const Sentence& s, size_t at) {
  return s.token(at).kind == TokenKind::kOther && word_as_written(s, at) == "-";
}

bool touches_next(const Sentence& s, size_t at) {
  return at + 1 < s.end && s.token(at).at.end == s.token(at + 1).at.begin;
}

bool tells_when(const Mark& mark) { return mark.when || mark.time; }

bool is_finite_verb(const Sentence& s, size_t at) {
  if (!s.is_word(at) || s.mark(at).name >= 0) return false;
  const std::string_view word = word_as_written(s, at);
  if (word[0] >= 'A' && word[0] <= 'Z') return false;
  return s.grammar->exact(WordClass::kFinite, word) != nullptr ||
         s.grammar->ending(WordClass::kFiniteEnding, word) != nullptr;
}

bool opens_class(const Sentence& s, WordClass kind, size_t at) {
  PhraseMatch found;
  return s.is_word(at) && s.mark(at).name < 0 && s.match(kind, at, s.end, found);
}

// Words that open with one of these are nobody.
bool opens_nobody(const Sentence& s, size_t begin, size_t end) {
  PhraseMatch found;
  if (is_finite_verb(s, begin) || s.mark(begin).conjunction) return true;
  if (s.mark(begin).name < 0 && s.is_word(begin) &&
      s.match(WordClass::kNoParty, begin, s.end, found)) {
    const bool alone = s.grammar->word(WordClass::kNoParty, found.id).value == "alone";
    if (!alone || found.end >= end) return true;
  }
  const bool known = s.mark(begin).name >= 0;
  return !known && end > begin + 1 && s.is_word(begin + 1) && !s.mark(begin + 1).conjunction &&
         s.grammar->ending(WordClass::kGerund, word_as_written(s, begin)) != nullptr;
}

bool opens_oblique(const Sentence& s, size_t begin) {
  return s.mark(begin).marker != Part::kNone || opens_class(s, WordClass::kObliqueGroup, begin);
}

size_t past_small(const Sentence& s, size_t begin, size_t end) {
  const auto is_small = [&](size_t at) {
    const Mark& mark = s.mark(at);
    return mark.name < 0 && (mark.skip || mark.adverb || tells_when(mark));
  };
  while (begin < end && is_small(begin) && !opens_class(s, WordClass::kObliqueGroup, begin))
    ++begin;
  return begin;
}

// "Wollen die Arbeiter ab Montag streiken": behind the verb that comes second.
PhraseBounds behind_second(const Sentence& s, size_t begin, size_t end) {
  begin = past_small(s, begin, end);
  if (begin == end || opens_oblique(s, begin)) return {};
  size_t last = begin;
  const auto parts = [&](size_t at) {
    const Mark& mark = s.mark(at);
    return mark.name < 0 && (opens_oblique(s, at) || tells_when(mark) || mark.adverb ||
                             mark.negation || opens_nobody(s, at, end) || mark.skip);
  };
  while (last < end && s.is_word(last) && !parts(last)) ++last;
  return {begin, last};
}

// "Donde vivió", "onde recebem": one small word right behind what opened a clause.
bool is_bare_word(const Sentence& s, size_t begin, size_t end) {
  if (!s.grammar->drops_subject || end != begin + 1 || begin == s.begin) return false;
  const char first = word_as_written(s, begin)[0];
  const Mark& before = s.mark(begin - 1);
  return s.mark(begin).name < 0 && !(first >= 'A' && first <= 'Z') &&
         (before.boundary || before.relative);
}

PhraseBounds if_somebody(const Sentence& s, PhraseBounds words) {
  if (words.begin >= words.end || opens_nobody(s, words.begin, words.end)) return {};
  return words;
}

}  // namespace

PhraseBounds subject_words(const Sentence& s, size_t begin, size_t end, size_t verb) {
  if (begin >= end || s.grammar->order != WordOrder::kSubjectFirst || s.token(begin).spaceless) {
    return {begin, end};
  }
  if (is_hyphen_token(s, end - 1) && end == verb && touches_next(s, end - 1)) return {};
  const auto is_end = [&](size_t at) {
    const Mark& mark = s.mark(at);
    return s.token(at).kind == TokenKind::kOther ||
           (mark.name < 0 && (tells_when(mark) || mark.adverb ||
                              (at > begin && !mark.conjunction && opens_nobody(s, at, end))));
  };
  while (end > begin && is_end(end - 1)) --end;
  if (end == begin) return {};
  if (s.mark(end - 1).conjunction) return {begin, begin, true};
  size_t finite = begin;
  while (finite < end && !is_finite_verb(s, finite)) ++finite;
  if (finite == end) {
    const bool article = begin > s.begin && s.mark(begin - 1).skip;  // "einen Wechsel lehnte …"
    const bool oblique = opens_class(s, WordClass::kObliqueGroup, article ? begin - 1 : begin);
    return oblique || is_bare_word(s, begin, end) ? PhraseBounds{} : if_somebody(s, {begin, end});
  }
  if (!s.grammar->verb_second) return {};
  const bool article = begin > s.begin && s.mark(begin - 1).skip;
  const bool oblique =
      opens_oblique(s, begin) || (article && opens_class(s, WordClass::kObliqueGroup, begin - 1));
  const bool opened = finite == begin || oblique || opens_nobody(s, begin, finite);
  return if_somebody(s, opened ? behind_second(s, finite + 1, end) : PhraseBounds{begin, finite});
}

bool has_own_subject(const Sentence& s, size_t begin, size_t verb) {
  if (!s.grammar->has(WordClass::kNoParty)) return false;
  const auto is_small = [&](size_t at) {
    const Mark& mark = s.mark(at);
    return !s.is_word(at) || mark.skip || mark.adverb || mark.conjunction || tells_when(mark);
  };
  while (begin < verb && is_small(begin)) ++begin;
  if (begin >= verb || opens_oblique(s, begin) || s.mark(begin).pronoun) return false;
  if (s.token(begin).spaceless || s.mark(begin).copula) return false;
  const PhraseBounds words = subject_words(s, begin, verb, verb);
  for (size_t at = words.begin; at < words.end; ++at) {
    if (s.mark(at).trigger >= 0) return false;
  }
  // One word may be an adverb that no table has.
  return words.end > words.begin + 1;
}

size_t object_begin(const Sentence& s, size_t begin, size_t end) {
  const auto is_small = [&](size_t at) {
    const Mark& mark = s.mark(at);
    const bool adverb = mark.adverb && mark.marker == Part::kNone;
    return mark.skip || (mark.name < 0 && !s.token(at).spaceless && (tells_when(mark) || adverb));
  };
  while (begin < end && is_small(begin)) ++begin;
  return begin;
}

bool ends_object(const Sentence& s, size_t begin, size_t at) {
  const bool known = s.mark(at).name >= 0;
  if (!known && !s.token(at).spaceless && tells_when(s.mark(at))) return true;
  if (s.is_word(at)) return false;
  const bool inside = at > begin && is_hyphen_token(s, at) && touches_next(s, at - 1) &&
                      touches_next(s, at) && s.is_word(at + 1);
  return !inside;
}

bool is_inside_compound(const Sentence& s, size_t begin, size_t at) {
  return at > begin && is_hyphen_token(s, at - 1) && touches_next(s, at - 1) && s.is_word(at);
}

bool is_nobody(const Sentence& s, size_t begin, size_t end) { return opens_nobody(s, begin, end); }

bool has_finite(const Sentence& s, size_t begin, size_t end) {
  for (size_t at = begin; at < end; ++at) {
    if (is_finite_verb(s, at)) return true;
  }
  return false;
}

bool may_be_object(const Sentence& s, size_t begin, size_t end) {
  if (begin >= end) return false;
  if (s.grammar->order == WordOrder::kVerbLast || s.token(begin).spaceless) return true;
  if (opens_nobody(s, begin, end) || is_finite_verb(s, end - 1)) return false;
  const bool led = begin > s.begin && s.mark(begin - 1).skip;  // by an article
  if (!led && s.mark(begin).name < 0 &&
      s.grammar->ending(WordClass::kContentEnding, s.token(begin).folded) != nullptr) {
    return false;
  }
  const bool cut =
      end < s.end && s.token(end).kind == TokenKind::kOther && touches_next(s, end - 1);
  const bool figures = is_figure(s.token(end - 1).folded);
  // "12 %": a share of something; "NT$121".
  if (figures && end < s.end && s.token(end).kind == TokenKind::kOther) return false;
  return !(cut && end == begin + 1 && touches_next(s, end) && !s.is_word(end) &&
           is_figure(s.token(std::min(end + 1, s.end - 1)).folded));
}

bool fronts_compound(const Sentence& s, size_t name_end) {
  if (name_end == s.begin || name_end + 1 >= s.end || !is_hyphen_token(s, name_end) ||
      !touches_next(s, name_end - 1) || !touches_next(s, name_end) || !s.is_word(name_end + 1)) {
    return false;
  }
  const char first = word_as_written(s, name_end + 1)[0];
  return first >= 'a' && first <= 'z';
}

bool is_owner_of_subject(const Sentence& s, const Name& name, size_t verb) {
  if (!s.grammar->noun_behind || name.adjective || name.full_begin < name.begin ||
      !model::is_land(name.mention->type)) {
    return false;
  }
  // Behind "a", "the" or where the sentence begins.
  if (name.begin > s.begin && !s.mark(name.begin - 1).skip) return false;
  constexpr size_t kMost = 3;  // words of the noun
  size_t nouns = 0, at = name.end;
  while (at < verb && s.is_word(at)) {
    const Mark& mark = s.mark(at);
    if (mark.adverb) break;
    const char first = word_as_written(s, at)[0];
    const bool noun = first >= 'a' && first <= 'z' && mark.name < 0 && mark.marker == Part::kNone &&
                      !mark.negation && !mark.conjunction && !mark.boundary && !mark.relative &&
                      !tells_when(mark) && !is_finite_verb(s, at) && mark.trigger < 0;
    if (!noun || ++nouns > kMost) return false;
    ++at;
  }
  while (at < verb && (s.mark(at).adverb || tells_when(s.mark(at)))) ++at;
  return nouns > 0 && at == verb;
}

}  // namespace synoptic::annotate::syntax
