// Ages: "34-year-old", "aged 5 and 8", "de 34 ans", ", 58,", 19歳.
#include <algorithm>
#include <cmath>

#include "annotate/quantities/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr double kOldest = 125;
constexpr double kYoungestBare = 10;   // in brackets, without a word
constexpr uint32_t kFrontReach = 40;   // bytes from "aged" to the number
constexpr uint32_t kPersonReach = 40;  // bytes from the person to "de 34 ans"
constexpr uint32_t kPersonGap = 16;    // bytes between these two
constexpr uint32_t kTermReach = 24;    // bytes from "5-jährig" to "Haft"

std::optional<NumberHit> unit_behind(const NumberContext& context, uint32_t at,
                                     std::string_view value) {
  auto unit = word_behind(context, NumberWord::kUnit, at);
  if (unit && unit->entry->value != value) unit.reset();
  return unit;
}

std::optional<NumberHit> years_behind(const NumberContext& context, uint32_t at) {
  return unit_behind(context, at, "duration:year:1");
}

bool is_blank_or(std::string_view folded, uint32_t at, std::string_view marks) {
  if (at >= folded.size()) return true;
  return marks.find(folded[at]) != std::string_view::npos;
}

// "aged", "в возрасте", "im Alter von" a few words before.
bool has_cue(const NumberContext& context, uint32_t begin) {
  const uint32_t low = begin > kFrontReach ? begin - kFrontReach : 0;
  const NumberHit* cue = context.last_before(NumberWord::kAgeFront, "1", begin, low);
  if (cue == nullptr) cue = context.last_before(NumberWord::kAgeFront, "0", begin, low);
  if (cue == nullptr) return false;
  const std::string_view between = context.folded().substr(cue->range.end, begin - cue->range.end);
  return between.find_first_of(".;()") == std::string_view::npos;
}

// "Une fillette de trois ans": an article and one word, which is no plan or sentence.
bool is_one_of_age(const NumberContext& context, uint32_t end) {
  const std::string_view folded = context.folded();
  size_t begin = end > 0 && folded[end - 1] == ' ' ? end - 1 : end;
  const size_t word_end = begin;
  while (begin > 0 && text::is_letter(text::decode_before(folded, begin).value)) {
    begin -= text::decode_before(folded, begin).length;
  }
  if (begin == word_end) return false;
  const auto term = context.at(NumberWord::kTerm, begin);
  if (term && term->range.end == word_end) return false;
  size_t front = begin;
  if (front > 0 && folded[front - 1] == ' ') --front;
  size_t start = front;
  while (start > 0 && text::is_letter(text::decode_before(folded, start).value)) {
    start -= text::decode_before(folded, start).length;
  }
  const auto one = Numerals::get().at(folded, start, context.lang());
  return start < front && one && one->article && one->range.end == front;
}

// "Denys K., ucraniano de 34 años, …": one word between commas, which is no plan or sentence.
bool is_in_apposition(const NumberContext& context, uint32_t number, uint32_t of) {
  const std::string_view folded = context.folded();
  const auto value = Numerals::get().at(folded, number, context.lang());
  const auto years = value ? years_behind(context, value->range.end) : std::nullopt;
  if (!years || years->range.end >= folded.size() || folded[years->range.end] != ',') return false;
  size_t begin = of > 0 && folded[of - 1] == ' ' ? of - 1 : of;
  const size_t end = begin;
  while (begin > 0 && text::is_letter(text::decode_before(folded, begin).value)) {
    begin -= text::decode_before(folded, begin).length;
  }
  const auto term = context.at(NumberWord::kTerm, begin);
  return begin < end && !term && folded.substr(0, begin).ends_with(", ");
}

// "mujer de 34 años", "Amelia Okoro, de 19 años"; not "personas. La pena es de cuatro años".
bool is_of_person(const NumberContext& context, uint32_t begin) {
  const auto of = context.before(NumberWord::kAgeOf, begin);
  if (!of) return false;
  const uint32_t end = of->range.begin;
  const std::string_view front = context.folded().substr(0, end);
  if (front.ends_with(", ") || front.ends_with("(")) return true;
  if (is_in_apposition(context, begin, end)) return true;
  if (is_one_of_age(context, end)) return true;
  const uint32_t low =
      std::max(context.sentence(begin).begin, end > kPersonReach ? end - kPersonReach : 0);
  const NumberHit* noun = context.last_before(NumberWord::kNoun, end, low);
  if (noun == nullptr || !is_people(noun->entry->value) || end - noun->range.end > kPersonGap) {
    return false;
  }
  return context.last_before(NumberWord::kTerm, end, noun->range.end) == nullptr;
}

// The number and its years alone between commas or in brackets.
bool stands_apart(const NumberContext& context, uint32_t begin, uint32_t end) {
  const std::string_view folded = context.folded();
  if (begin == 0 || !is_blank_or(folded, end, ",)")) return false;
  if (folded[begin - 1] == '(') return end < folded.size() && folded[end] == ')';
  return begin >= 2 && folded[begin - 1] == ' ' && folded[begin - 2] == ',' &&
         end < folded.size() && folded[end] == ',';
}

// "…, said Maria Holt, 34.": behind a name of two words, with the sentence's end behind it.
bool ends_with_age(const NumberContext& context, const QuantityDraft& draft, uint32_t begin) {
  const std::string_view folded = context.folded();
  const uint32_t end = draft.number.end;
  if (draft.quantity.value < kYoungestBare ||
      draft.quantity.value != std::floor(draft.quantity.value))
    return false;
  if (begin < 3 || !folded.substr(0, begin).ends_with(", ")) return false;
  if (end < folded.size() && folded[end] != '.' && folded[end] != '"') return false;
  const Range sentence = context.sentence(begin);
  constexpr uint32_t kMarks = 3;  // ."
  if (end + kMarks < sentence.end) return false;
  // The words of the name have capitals.
  uint32_t at = begin - 2;
  int words = 0;
  while (at > sentence.begin && words < 2) {
    uint32_t start = at;
    while (start > sentence.begin) {
      const text::CodePoint c = text::decode_before(folded, start);
      if (!text::is_letter(c.value) && c.value != U'\'') break;
      start -= static_cast<uint32_t>(c.length);
    }
    if (start == at || !context.is_excluded({start, at})) return false;
    const Range source = context.to_source({start, at});
    if (!text::is_upper(text::decode(context.raw(), source.begin).value)) return false;
    ++words;
    if (start == sentence.begin || folded[start - 1] != ' ') break;
    at = start - 1;
  }
  return words == 2;
}

// "The prime minister, 58, …", "田中さん(45)": a word or a name before, nothing else inside.
bool is_bare_age(const NumberContext& context, const QuantityDraft& draft) {
  const double value = draft.quantity.value;
  if (draft.words || draft.quantity.max || value < 1 || value > kOldest) return false;
  uint32_t begin = draft.number.begin;
  if (const auto of = context.before(NumberWord::kAgeOf, begin)) {
    begin = of->range.begin;
  }
  const std::string_view folded = context.folded();
  if (!stands_apart(context, begin, draft.number.end)) return ends_with_age(context, draft, begin);
  const bool bracket = folded[begin - 1] == '(';
  if (bracket && value < kYoungestBare) return false;
  size_t before = begin - (bracket ? 1 : 2);
  if (before > 0 && folded[before - 1] == ' ') --before;
  if (before == 0) return false;
  const auto last = static_cast<uint32_t>(before);
  // "Anna Holt Jr., 49,": the point belongs to the name.
  if (!bracket && folded[before - 1] == '.' && context.is_excluded({last - 1, last})) return true;
  if (!text::is_letter(text::decode_before(folded, before).value)) return false;
  if (!bracket && begin == draft.number.begin) return true;
  // In brackets stand counts and ranks as well: only a name has an age there.
  size_t start = before;
  while (start > 0) {
    const text::CodePoint c = text::decode_before(folded, start);
    if (!text::is_letter(c.value)) break;
    start -= c.length;
    if (text::is_spaceless(c.value) && before - start > 12) break;
  }
  const auto word = static_cast<uint32_t>(start);
  const Range source = context.to_source({word, static_cast<uint32_t>(before)});
  const bool capital = text::is_upper(text::decode(context.raw(), source.begin).value);
  const auto noun = context.before(NumberWord::kNoun, before);
  // "김모(58) 씨": what he is called stands behind the bracket.
  const auto called = context.at(NumberWord::kAgeFront, skip_blank(folded, draft.number.end + 1));
  const bool name = context.is_excluded({word, static_cast<uint32_t>(before)}) ||
                    (noun && is_people(noun->entry->value)) ||
                    (called && called->entry->value == "2");
  return !bracket || capital || name || context.before(NumberWord::kAgeFront, before).has_value();
}

// "Murió a los 87 años", "starb mit 87 Jahren", "died at 87": at that age; not "a los dos años de
// dejar el cargo".
std::optional<NumberHit> at_age(const NumberContext& context, uint32_t begin, uint32_t end) {
  constexpr uint32_t kReach = 90;  // bytes between the age and the word of dying
  auto at = context.before(NumberWord::kAgeAt, begin);
  if (!at || context.at(NumberWord::kOfScale, skip_blank(context.folded(), end))) return {};
  const Range sentence = context.sentence(begin);
  const uint32_t front = at->range.begin;
  const uint32_t low = std::max(sentence.begin, front > kReach ? front - kReach : 0);
  const bool lives =
      context.last_before(NumberWord::kLife, front, low) != nullptr ||
      context.first_behind(NumberWord::kLife, end, std::min(sentence.end, end + kReach)) != nullptr;
  return lives ? at : std::nullopt;
}

// "died at 87": the word needs no years behind the number (value 1), which is no hour of the day.
bool is_bare_at(const NumberContext& context, const QuantityDraft& draft) {
  constexpr double kHours = 24;
  const std::string_view folded = context.folded();
  const size_t next = skip_blank(folded, draft.number.end);
  if (draft.quantity.value <= kHours || draft.quantity.max ||
      draft.quantity.value != std::floor(draft.quantity.value)) {
    return false;
  }
  const bool goes_on = next < folded.size() && text::is_letter(text::decode(folded, next).value);
  if (goes_on && !context.at(NumberWord::kStop, next)) return false;
  const auto at = at_age(context, draft.number.begin, draft.number.end);
  return at && at->entry->value == "1";
}

void set_age(QuantityDraft& draft, uint32_t end) {
  draft.quantity.kind = "age";
  draft.quantity.unit = "year";
  draft.after = std::max(draft.after, end);
  draft.whole.end = std::max(draft.whole.end, end);
}

bool is_term(const NumberContext& context, uint32_t end) {
  return context.first_behind(NumberWord::kTerm, end, end + kTermReach) != nullptr;
}

// The end of "34 years" where it tells an age; 0: it does not.
uint32_t age_end(const NumberContext& context, Range number) {
  if (const auto age = word_behind(context, NumberWord::kAge, number.end)) {
    // "Sechsjährige Haft", قرارداد پنج ساله
    // "Контракт 25-річного форварда": with a hyphen it is an adjective of what follows.
    const bool hyphen = number.end < context.folded().size() && context.folded()[number.end] == '-';
    const bool term = is_term(context, age->range.end) ||
                      (!hyphen && context.before(NumberWord::kTerm, number.begin).has_value());
    return term ? 0 : age->range.end;
  }
  const auto years = years_behind(context, number.end);
  if (!years) {
    // A baby's: "aged 18 months", "El niño, de 18 meses,".
    const auto months = unit_behind(context, number.end, "duration:month:1");
    if (!months) return 0;
    const auto of = context.before(NumberWord::kAgeOf, number.begin);
    const bool apart = of && stands_apart(context, of->range.begin, months->range.end);
    return apart || has_cue(context, number.begin) ? months->range.end : 0;
  }
  const uint32_t end = years->range.end;
  const auto has = context.before(NumberWord::kAgeFront, number.begin);
  if (has && has->entry->value == "3") return end;  // "tiene 34 años"
  const auto noun = context.before(NumberWord::kNoun, number.begin);
  if (noun && is_people(noun->entry->value) && !context.before(NumberWord::kPerson, number.begin) &&
      !QuantityTable::get().has_trait(context.lang(), "age_by_word") &&
      text::is_digit(text::decode(context.folded(), number.begin).value)) {
    return end;  // "pria 45 tahun"; not "नर्स दो साल में", "savcı 18 yıl istedi"
  }
  if (has_cue(context, number.begin) || is_of_person(context, number.begin)) return end;
  if (context.at(NumberWord::kAgeFront, skip_blank(context.folded(), end))) {
    return end;  // "34 años de edad"
  }
  if (at_age(context, number.begin, end) && !is_term(context, end)) return end;
  return stands_apart(context, number.begin, end) ? end : 0;
}

}  // namespace

bool read_age(const NumberContext& context, Range last_age, QuantityDraft& draft) {
  const double highest = draft.quantity.max ? *draft.quantity.max : draft.quantity.value;
  if (highest > kOldest || draft.article) return false;
  if (const uint32_t end = age_end(context, {draft.number.begin, draft.after}); end > 0) {
    // 28세제곱킬로미터: the letters of a longer unit.
    const auto unit = word_behind(context, NumberWord::kUnit, draft.after);
    if (unit && unit->range.end > end &&
        text::is_hangul(text::decode(context.folded(), end).value)) {
      return false;
    }
    set_age(draft, end);
    const auto age = word_behind(context, NumberWord::kAge, draft.number.end);
    const bool months = unit_behind(context, draft.number.end, "duration:month:1").has_value();
    if ((age && age->entry->value == "month") || (!age && months)) draft.quantity.unit = "month";
    return true;
  }
  // "aged 5 and 8", "24 and 31 years old": the next number tells what this one is.
  const auto next = number_behind_and(context, draft.after);
  if (next && next->value <= kOldest && !next->article && !draft.quantity.max) {
    const bool years = word_behind(context, NumberWord::kAge, next->range.end).has_value() ||
                       years_behind(context, next->range.end).has_value();
    const uint32_t begin = draft.number.begin;
    if (word_behind(context, NumberWord::kAge, next->range.end) || has_cue(context, begin) ||
        (years && (is_of_person(context, begin) ||
                   stands_apart(context, begin, age_end(context, next->range))))) {
      set_age(draft, draft.after);
      return true;
    }
    // "ребенка, пяти и восьми лет,": apart with its years.
    if (const auto unit = years_behind(context, next->range.end);
        unit && stands_apart(context, begin, unit->range.end)) {
      set_age(draft, draft.after);
      return true;
    }
  }
  if (!last_age.empty() && last_age.end < draft.number.begin) {
    // The second of the two.
    const auto same = number_behind_and(context, last_age.end);
    if (same && same->range.begin == draft.number.begin) {
      const auto years = years_behind(context, draft.after);
      set_age(draft, years ? years->range.end : draft.after);
      return true;
    }
  }
  // "aged 58", without a word behind
  const auto front = context.before(NumberWord::kAgeFront, draft.number.begin);
  const bool other = word_behind(context, NumberWord::kUnit, draft.after).has_value() ||
                     word_behind(context, NumberWord::kPercent, draft.after).has_value();
  // "He is 3.", where nothing else follows
  const std::string_view folded = context.folded();
  const size_t behind = skip_blank(folded, draft.after);
  const bool last =
      behind >= folded.size() || text::is_punctuation(text::decode(folded, behind).value);
  const std::string_view cue = front && !other ? std::string_view(front->entry->value) : "";
  if (cue == "1" || (cue == "4" && last) || is_bare_age(context, draft) ||
      is_bare_at(context, draft)) {
    set_age(draft, draft.after);
    return true;
  }
  return false;
}

}  // namespace synoptic::annotate
