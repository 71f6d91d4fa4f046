#include "annotate/events/party_cases.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

// A row of the class: the whole word first, then its ending.
const Grammar::Word* row_of(const Sentence& s, WordClass kind, size_t at) {
  const std::string_view word = s.token(at).folded;
  const Grammar::Word* row = s.grammar->exact(kind, word);
  return row != nullptr ? row : s.grammar->ending(kind, word);
}

bool is_thing(const Sentence& s, size_t at, size_t end) {
  PhraseMatch found;
  return s.match(WordClass::kThing, at, end, found);
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

// "США", "МВФ": its ending tells nothing.
bool is_abbreviation(const Sentence& s, size_t at) {
  const std::string_view raw = s.token(at).at.of(s.passage->text);
  const text::CodePoint first = text::decode(raw, 0);
  return first.length < raw.size() && text::is_upper(first.value) &&
         text::is_upper(text::decode(raw, first.length).value);
}

// One of something, told with a verb of many.
bool disagrees(const Sentence& s, const Trigger& trigger, size_t begin, size_t end) {
  if (!is_plural_verb(s, trigger) || is_abbreviation(s, begin)) return false;
  for (size_t at = begin; at < end; ++at) {
    if (s.mark(at).conjunction || has_digit(s.token(at).folded)) return false;
  }
  // "П'ятеро": its first letters tell nothing.
  if (begin + 1 < s.end && !s.is_word(begin + 1) && begin + 1 < end) return false;
  const Grammar::Word* row = row_of(s, WordClass::kSingular, begin);
  return row != nullptr && row->value != "none";
}

// "Рота в среду вечером": what it is somebody did it on is cut off.
void cut_time(const Sentence& s, size_t begin, size_t& end) {
  for (size_t at = begin + 1; at < end; ++at) {
    if (!s.mark(at).time) continue;
    end = at;
    while (end > begin + 1 && (s.mark(end - 1).marker != Part::kNone || s.mark(end - 1).skip)) {
      --end;
    }
    return;
  }
}

// "Его адвокат": the pronoun only tells whose it is; in "его утром арестовали" it is whom.
size_t behind_owner(const Sentence& s, size_t begin, size_t end) {
  const Grammar::Word* row = s.grammar->exact(WordClass::kOblique, s.token(begin).folded);
  if (row == nullptr || row->value != "own" || begin + 1 >= end) return begin;
  const Mark& next = s.mark(begin + 1);
  return next.adverb || next.time || !s.is_word(begin + 1) ? begin : begin + 1;
}

size_t behind_place(const Sentence& s, size_t begin, size_t end) {
  constexpr size_t kReach = 4;  // tokens
  for (size_t at = begin; at < end && at - begin < kReach; ++at) {
    const int index = s.mark(at).name;
    if (index < 0) continue;
    const Name& name = s.names[static_cast<size_t>(index)];
    if (name.adjective) continue;
    return name.part == Part::kIn ? std::min(name.full_end, end) : begin;
  }
  return begin;
}

PhraseIs cut_before_verb(const Sentence& s, const Trigger& trigger, size_t& begin, size_t& end) {
  if (!s.grammar->has(WordClass::kOblique)) return PhraseIs::kParty;
  cut_time(s, begin, end);
  if (s.mark(end - 1).conjunction) return PhraseIs::kNobody;  // "…, остановил завод и готов"
  // The small words before it were passed over: "в тушении".
  bool governed = begin > s.begin && s.mark(begin - 1).marker != Part::kNone &&
                  s.mark(begin - 1).name < 0 && !s.mark(begin - 1).time;
  // "В центре Лунда смертник взорвал": the town ends what the preposition governs.
  const size_t behind = governed ? behind_place(s, begin, end) : begin;
  if (behind > begin && behind < end && s.mark(behind).marker == Part::kNone) {
    begin = behind;
    governed = false;
  }
  if (end - begin == 1 && s.grammar->ending(WordClass::kPluralVerb, s.token(begin).folded) &&
      behind_doer(s, begin, end) == begin && !is_abbreviation(s, begin)) {
    return PhraseIs::kNobody;  // "…, что против них применили газ": a verb
  }
  size_t first = behind_owner(s, begin, end);
  if (begin > s.begin + 1 && s.token(begin - 1).kind == TokenKind::kOther &&
      s.token(begin - 1).at.end == s.token(begin).at.begin &&
      s.token(begin - 2).at.end == s.token(begin - 1).at.begin) {
    begin -= 2;  // "п'ятьох": no phrase begins inside a word
  }
  const Grammar::Word* oblique = row_of(s, WordClass::kOblique, first);
  const int index = s.mark(first).name;  // "Игоря …"
  const bool person =
      index >= 0 && s.names[static_cast<size_t>(index)].inflected &&
      s.names[static_cast<size_t>(index)].mention->type == model::EntityType::kPerson;
  const bool cased =
      person || (oblique != nullptr && oblique->value != "none" && !is_abbreviation(s, first));
  const bool thing = is_thing(s, first, end);
  const bool object = disagrees(s, trigger, first, end);
  if (behind_doer(s, first, end) > first && !governed) return PhraseIs::kParty;
  if (!governed && !cased && !thing && !object) return PhraseIs::kParty;
  // "Сам контракт стороны подпишут": who acts stands right before the verb.
  if (end - begin > 1 && behind_doer(s, end - 1, end) == end) {
    begin = end - 1;
    return PhraseIs::kParty;
  }
  const bool accusative = person || (cased ? oblique->value == "object" : object);
  if (governed || s.grammar->exact(WordClass::kOblique, s.token(first).folded) != nullptr) {
    return PhraseIs::kNobody;
  }
  return thing || !accusative ? PhraseIs::kThing : PhraseIs::kObject;
}

// "Sabah polis 11 kişiyi", "जिनेवा में दानदाता देशों": the parts of the phrase, and which of them acts.
// The token is the word that marks a doer: "ने".
bool marks_subject(const Sentence& s, size_t at) {
  PhraseMatch found;
  return s.match(WordClass::kMarkerAfter, at, s.end, found) &&
         s.grammar->word(WordClass::kMarkerAfter, found.id).part == Part::kSubject;
}

PhraseIs cut_before_last_verb(const Sentence& s, const Trigger& trigger, size_t& begin,
                              size_t& end) {
  const bool rows = s.grammar->has(WordClass::kOblique) || s.grammar->has(WordClass::kCut);
  if (!rows || s.token(begin).spaceless) return PhraseIs::kParty;
  // "Yürüdü ve süresiz greve çıktı": who did the one thing does the other.
  if (begin >= s.begin + 2 && s.mark(begin - 1).conjunction && s.mark(begin - 2).trigger >= 0) {
    return PhraseIs::kNobody;
  }
  size_t part = begin;  // where the part begins that is being read
  bool closed = false;  // something in another case stands before it
  for (size_t at = begin; at < end;) {
    const size_t doer = behind_doer(s, at, end);
    if (doer > at) {
      // "Polis 11 kişiyi": what follows is none of it.
      constexpr size_t kLongestDoer = 5;
      begin = at - part < kLongestDoer ? part : at;
      end = doer;
      return PhraseIs::kParty;
    }
    const size_t cut = behind_cut(s, at, end);
    if (cut > at || is_oblique(s, at)) {
      at = std::max(cut, at + 1);
      part = at;
      closed = true;
      continue;
    }
    ++at;
  }
  const bool marked = marks_subject(s, end);
  const Grammar::Word* last = row_of(s, WordClass::kOblique, end - 1);
  if (!marked && last != nullptr && last->value == "of") return PhraseIs::kNobody;
  if (!closed) return !marked && is_thing(s, end - 1, end) ? PhraseIs::kNobody : PhraseIs::kParty;
  while (part < end && (!s.is_word(part) || s.mark(part).conjunction || s.mark(part).adverb))
    ++part;
  // "… से ज़्यादा": what stands behind other cases and has no mark is the object.
  if (part >= end || (!marked && trigger.form != TriggerForm::kPassive)) return PhraseIs::kNobody;
  begin = part;
  return PhraseIs::kParty;
}

}  // namespace

bool is_plural_verb(const Sentence& s, const Trigger& trigger) {
  return trigger.form == TriggerForm::kVerb &&
         s.grammar->ending(WordClass::kPluralVerb, s.token(trigger.match.begin).folded) != nullptr;
}

bool is_oblique(const Sentence& s, size_t at) {
  if (!s.is_word(at) || is_abbreviation(s, at)) return false;
  const Grammar::Word* row = row_of(s, WordClass::kOblique, at);
  return row != nullptr && row->value != "none" && row->value != "of";
}

size_t behind_doer(const Sentence& s, size_t at, size_t end) {
  const size_t first = at;
  PhraseMatch found;
  while (at < end && s.is_word(at)) {
    if (s.match(WordClass::kDoer, at, end, found)) {
      if (s.grammar->word(WordClass::kDoer, found.id).value == "none") break;
      at = found.end;
    } else if (s.grammar->has(WordClass::kDoerEnding) && s.mark(at).name < 0 &&
               s.grammar->ending(WordClass::kDoerEnding, s.token(at).folded) != nullptr) {
      ++at;
    } else {
      break;
    }
  }
  return std::max(first, at);
}

size_t behind_cut(const Sentence& s, size_t at, size_t end) {
  PhraseMatch found;
  if (s.match(WordClass::kCut, at, end, found)) return found.end;
  if (s.mark(at).time) return at + 1;
  if (!s.match(WordClass::kMarkerAfter, at, end, found)) return at;
  const Part part = s.grammar->word(WordClass::kMarkerAfter, found.id).part;
  if (part == Part::kSubject) return at;
  // "बैंक की": only at the end of the phrase it is nobody.
  if (part == Part::kOf && found.end < end) return at;
  return found.end;
}

PhraseIs cut_to_party(const Sentence& s, const Trigger& trigger, size_t& begin, size_t& end) {
  if (begin >= end) return PhraseIs::kNobody;
  return s.grammar->order == WordOrder::kVerbLast ? cut_before_last_verb(s, trigger, begin, end)
                                                  : cut_before_verb(s, trigger, begin, end);
}

bool cut_to_addressee(const Sentence& s, const Trigger& trigger, size_t& begin, size_t& end) {
  if (!s.grammar->has(WordClass::kOblique)) return true;
  while (begin < end && (s.mark(begin).conjunction || s.mark(begin).adverb)) ++begin;
  cut_time(s, begin, end);
  while (end > begin && s.mark(end - 1).conjunction) --end;
  if (begin >= end || s.mark(begin).time) return false;
  const Grammar::Word* row = s.grammar->exact(WordClass::kOblique, s.token(begin).folded);
  if (row != nullptr && row->value == "nobody") return false;
  if (row != nullptr && row->value == "own" && end - begin == 1) return false;
  if (is_thing(s, begin, end)) return false;
  // "19-річного": nobody is a number alone.
  if (end - begin == 1 && has_digit(s.token(begin).folded)) return false;
  if (!trigger.action->controls) return true;
  // "Потребовал освобождения": asked of somebody only where what he is to do follows.
  const bool asked = end < s.end && s.is_word(end) &&
                     (s.mark(end).boundary || s.mark(end).content ||
                      s.grammar->ending(WordClass::kContentEnding, s.token(end).folded) != nullptr);
  return asked;
}

size_t behind_subject(const Sentence& s, const std::vector<model::Argument>& actor, size_t from,
                      size_t end) {
  for (const model::Argument& who : actor) {
    const size_t behind = token_at(s.passage->tokens, who.at.range.end);
    if (who.entity.empty() && behind > from && behind < end) from = behind;
  }
  PhraseMatch found;
  while (from < end && !s.token(from).spaceless) {
    const bool suffix = from > s.begin && s.mark(from).name < 0 && s.mark(from - 1).name >= 0 &&
                        s.token(from).kind == TokenKind::kOther;
    if (suffix) {  // "Anvers'teki kokain": the name's ending
      ++from;
      if (from < end && s.is_word(from)) ++from;
    } else if (s.match(WordClass::kMarkerAfter, from, end, found)) {
      from = found.end;
    } else {
      break;
    }
  }
  return from;
}

}  // namespace synoptic::annotate::syntax
