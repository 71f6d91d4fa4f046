#include "annotate/names/name_markers.h"

#include <algorithm>
#include <string_view>

#include "annotate/events/clause_names.h"

namespace synoptic::annotate::syntax {

// What may stand between a name and its postposition: titles, quotation marks, an age in brackets.
size_t behind_titles(const Sentence& s, const Name& name) {
  const bool person = name.mention->type == model::EntityType::kPerson;
  size_t at = name.full_end;
  constexpr size_t kMost = 3, kBracket = 5;  // words; tokens
  for (size_t passed = 0; at < s.end && passed < kMost; ++passed) {
    PhraseMatch title;
    if (s.token(at).kind == TokenKind::kOpen) {
      size_t close = at + 1;
      while (close < s.end && close - at < kBracket && s.token(close).kind != TokenKind::kClose) {
        ++close;
      }
      if (close == s.end || s.token(close).kind != TokenKind::kClose) return at;
      at = close + 1;
    } else if (s.mark(at).name >= 0) {
      return at;
    } else if (s.match(WordClass::kSkip, at, s.end, title) &&
               (person || !is_title_of_persons(*s.grammar, title))) {
      at = title.end;
    } else if (s.token(at).kind == TokenKind::kOther || s.token(at).kind == TokenKind::kQuote) {
      ++at;
    } else {
      return at;
    }
  }
  return at;
}

// "박정호 씨를": the last title of the name has the ending.
bool read_marker_of_title(const Sentence& s, Name& name) {
  if (s.grammar->order != WordOrder::kVerbLast) return false;
  if (name.mention->type != model::EntityType::kPerson) return false;
  const size_t at = behind_titles(s, name);
  if (at >= s.end || !s.is_word(at) || s.token(at).spaceless || s.mark(at).name >= 0) return false;
  const std::string_view word = s.token(at).folded;
  for (const auto& title : s.grammar->words[static_cast<size_t>(WordClass::kSkip)]) {
    if (!word.starts_with(title.text) || word.size() == title.text.size()) continue;
    const auto* ending = s.grammar->exact(WordClass::kMarkerAfter, word.substr(title.text.size()));
    if (ending == nullptr || ending->part == Part::kNone) continue;
    name.part = ending->part;
    return true;
  }
  return false;
}

// "X، the mayor, را", "X, who was held, ने": where the verb is last, a marker right behind a comma
// belongs to the name that the first comma parts from what is told of it.
void read_marker_behind_aside(const Sentence& s, Name& name) {
  constexpr size_t kLongestAside = 12;  // tokens
  if (s.grammar->order != WordOrder::kVerbLast || name.full_end >= s.end ||
      s.token(name.full_end).kind != TokenKind::kComma || s.token(name.full_end).spaceless) {
    return;
  }
  PhraseMatch found;
  const size_t first = name.full_end > name.end ? name.full_end : name.full_end + 1;
  for (size_t at = first; at + 1 < s.end && at - name.full_end <= kLongestAside; ++at) {
    if (s.token(at).kind == TokenKind::kStop) return;
    if (s.token(at).kind != TokenKind::kComma) continue;
    if (s.is_word(at + 1) && s.match(WordClass::kMarkerAfter, at + 1, s.end, found) &&
        is_core(s.grammar->word(WordClass::kMarkerAfter, found.id).part)) {
      name.part = s.grammar->word(WordClass::kMarkerAfter, found.id).part;
    }
    return;
  }
}

// "Paris'e gidip", "프랑스로 가서": a word for going behind the marker has the place for itself.
void read_second_marker(const Sentence& s, size_t at, Name& name) {
  PhraseMatch found;
  if (at < s.end && s.is_word(at) && s.match(WordClass::kMarkerAfter, at, s.end, found) &&
      s.grammar->word(WordClass::kMarkerAfter, found.id).part == Part::kIn) {
    name.part = Part::kIn;
  }
}

// "Игоря", "Залесского": endings that no name of a person has as a subject.
bool is_cased_person(const Sentence& s, const Name& name) {
  if (name.mention->type != model::EntityType::kPerson) return false;
  for (size_t at = name.begin; at < name.end; ++at) {
    for (const auto& ending : s.grammar->words[static_cast<size_t>(WordClass::kCaseEnding)]) {
      if (ending.part == Part::kObject && s.token(at).folded.ends_with(ending.text)) return true;
    }
  }
  return false;
}

// ", hükümeti suçladı": one common noun behind a comma whose ending may mark the object; behind
// another noun the same ending tells whose it is.
bool is_marked_noun(const Sentence& s, const Name& name) {
  if (s.grammar->order != WordOrder::kVerbLast || name.mention->form == "name" ||
      name.full_end != name.begin + 1 || name.begin == s.begin ||
      s.token(name.begin - 1).kind != TokenKind::kComma) {
    return false;
  }
  const auto* ending = s.grammar->ending(WordClass::kOblique, s.token(name.begin).folded);
  return ending != nullptr && ending->value == "object";
}

// "Den Präsidenten X", "des Iran": an article that no subject has; one of them tells an owner.
void read_article(const Sentence& s, Name& name) {
  constexpr size_t kReach = 1;  // words between
  size_t passed = 0;
  PhraseMatch found;
  for (size_t at = name.full_begin; at-- > s.begin && passed <= kReach; ++passed) {
    if (!s.is_word(at) || s.mark(at).name >= 0 || s.mark(at).trigger >= 0 ||
        s.mark(at).conjunction) {
      return;
    }
    if (s.match(WordClass::kObliqueGroup, at, s.end, found)) {
      name.part = s.grammar->word(WordClass::kObliqueGroup, found.id).part;
      name.inflected = true;
      return;
    }
    if (s.mark(at).skip) return;
  }
}

}  // namespace synoptic::annotate::syntax
