// What a bare number counts: the noun behind it, and of how many.
#include <algorithm>

#include "annotate/quantities/quantity_draft.h"
#include "annotate/quantities/quantity_parts.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr uint32_t kNounReach = 60;  // bytes behind the number in which its noun begins
constexpr int kNounWords = 3;        // words that may stand between

// The word that follows, as written; empty where a sign or the end follows.
Range next_word(const NumberContext& context, uint32_t from) {
  const std::string_view folded = context.folded();
  const auto begin = static_cast<uint32_t>(skip_blank(folded, from));
  uint32_t end = begin;
  while (end < folded.size()) {
    const text::CodePoint c = text::decode(folded, end);
    if (!text::is_letter(c.value)) break;
    end += c.length;
    if (text::is_spaceless(c.value) && end - begin >= 6) break;
  }
  // "152 000 l'an dernier": an article that lost its vowel.
  constexpr uint32_t kElided = 2;
  if (end - begin <= kElided && end < folded.size() && folded[end] == '\'') return {begin, begin};
  const auto stop = context.at(NumberWord::kStop, begin);
  if (stop && stop->range.end == end) return {begin, begin};
  return {begin, end};
}

// "21 of the 63 seats"
void read_total(const NumberContext& context, QuantityDraft& draft, std::vector<Range>& consumed) {
  const std::string_view folded = context.folded();
  size_t at = skip_blank(folded, draft.after);
  const auto of = context.at(NumberWord::kRankOf, at);
  if (!of) return;
  at = skip_blank(folded, of->range.end);
  if (const auto article = context.at(NumberWord::kArticle, at)) {
    at = skip_blank(folded, article->range.end);
  }
  // "2.300 de los cerca de 2.500"
  if (const auto about = context.at(NumberWord::kBefore, at)) {
    at = skip_blank(folded, about->range.end);
  }
  const auto total = Numerals::get().at(folded, at, context.lang());
  if (!total || total->value <= draft.quantity.value || context.is_excluded(total->range)) return;
  if (draft.article || total->scale > 1 || draft.quantity.max ||
      word_behind(context, NumberWord::kUnit, total->range.end) ||
      word_behind(context, NumberWord::kMoney, total->range.end)) {
    return;
  }
  draft.quantity.of = total->value;
  draft.whole.end = total->range.end;
  consumed.push_back(total->range);
  if (const auto noun = noun_behind(context, total->range.end)) {
    draft.has_noun = true;
    draft.people = is_people(noun->entry->value);
    draft.quantity.counted_class = class_name(noun->entry->value);
    draft.quantity.counted = std::string(context.to_source(noun->range).of(context.raw()));
  } else if (const Range word = next_word(context, total->range.end); !word.empty()) {
    draft.quantity.counted = std::string(context.to_source(word).of(context.raw()));
  }
}

// "One" is a number only of people something happened to. Where the word is an article too (it is
// weak then), only of "one person", or with the word for what happened at the sentence's begin ("Un
// mort et 4 blessés"), and beside another number.
bool is_counted_one(const NumberContext& context, const QuantityDraft& draft) {
  const bool happened = draft.people && draft.has_noun && draft.quantity.counted_class != "people";
  if (happened && !draft.weak) return true;
  const Range sentence = context.sentence(draft.number.begin);
  const std::string_view folded = context.folded();
  if (!context.has_number(sentence, draft.number)) return false;
  // "25 a favor, 33 en contra y una abstención"
  if (draft.quantity.counted_class == "abstentions") return true;
  const bool first = draft.number.begin <= sentence.begin + 2;
  if (happened && first &&
      context.first_behind(NumberWord::kOther, draft.number.end, sentence.end) != nullptr) {
    return true;
  }
  const size_t next = skip_blank(folded, draft.number.end);
  if (happened && context.at(NumberWord::kPerson, next)) return true;
  // "Two parties clash: one dead and 31 injured": both are told in the same way.
  return context.at(NumberWord::kState, next) &&
         (first || context.has_told_number(sentence, draft.number));
}

void set_noun(const NumberContext& context, const NumberHit& noun, QuantityDraft& draft) {
  draft.has_noun = true;
  draft.people = is_people(noun.entry->value);
  draft.quantity.counted_class = class_name(noun.entry->value);
  draft.quantity.counted = std::string(context.to_source(noun.range).of(context.raw()));
}

// "27 killed as bus plunges", "killing 27 in a bus": what happened stands right at the number.
bool is_told_of(const NumberContext& context, const QuantityDraft& draft, uint32_t from) {
  if (context.at(NumberWord::kState, skip_blank(context.folded(), from))) return true;
  const auto modifier = context.before(NumberWord::kBefore, draft.whole.begin);
  const uint32_t begin = modifier ? modifier->range.begin : draft.whole.begin;
  return context.before(NumberWord::kState, begin).has_value();
}

}  // namespace

// "people:fans" in the table: fans are people.
bool is_people(std::string_view value) { return value.starts_with("people"); }

std::string class_name(std::string_view value) {
  constexpr std::string_view kPeople = "people:";
  if (value.ends_with('?')) value.remove_suffix(1);
  return std::string(value.starts_with(kPeople) ? value.substr(kPeople.size()) : value);
}

namespace {

// 석방 is no 석: letters of a longer word.
bool is_cut_off(const NumberContext& context, const NumberHit& noun) {
  const std::string_view folded = context.folded();
  constexpr uint32_t kSyllable = 3;  // bytes
  return noun.range.size() == kSyllable && noun.range.end < folded.size() &&
         text::is_hangul(text::decode(folded, noun.range.begin).value) &&
         text::is_hangul(text::decode(folded, noun.range.end).value);
}

}  // namespace

namespace {

// "60 passenger trains" are trains, "180 otobüs yolcusu" and "26 penumpang kapal" passengers.
NumberHit head_noun(const NumberContext& context, const NumberHit& hit) {
  const QuantityTable& table = QuantityTable::get();
  if (table.has_trait(context.lang(), "head_first")) return hit;
  const auto next = context.at(NumberWord::kNoun, skip_blank(context.folded(), hit.range.end));
  if (!next || next->range.begin == hit.range.end) return hit;
  // Where verbs end the sentence, the next noun may be the place: "18 yolcu otobüste".
  if (table.has_trait(context.lang(), "head_last")) {
    const bool kind = is_people(hit.entry->value) && hit.entry->value != "people";
    return !kind && is_people(next->entry->value) ? *next : hit;
  }
  // "64 мешканці області": people of a region are people.
  if (hit.entry->value == "people" && !is_people(next->entry->value)) return hit;
  return is_people(hit.entry->value) ? *next : hit;
}

// What happened to people, in several words, as "in hospital".
bool tells_in_words(const NumberContext& context, uint32_t at) {
  const auto state = context.at(NumberWord::kState, at);
  return state && context.folded().substr(state->range.begin, state->range.size()).find(' ') !=
                      std::string_view::npos;
}

}  // namespace

// The noun stands at most a few words behind, with no sign or number between.
std::optional<NumberHit> noun_behind(const NumberContext& context, uint32_t from, bool to_turn) {
  const std::string_view folded = context.folded();
  const uint32_t limit =
      static_cast<uint32_t>(std::min<size_t>(folded.size(), size_t{from} + kNounReach));
  int words = 0;
  for (uint32_t at = from; at < limit;) {
    const text::CodePoint c = text::decode(folded, at);
    if (text::is_digit(c.value) ||
        (text::is_punctuation(c.value) && c.value != U'-' && c.value != U'\'')) {
      return std::nullopt;
    }
    if (text::is_letter(c.value) && begins_word(folded, at)) {
      // "evde": at home, no houses.
      if (const auto none = context.at(NumberWord::kNoNoun, at)) {
        at = none->range.end;
        ++words;
        continue;
      }
      const auto hit = context.at(NumberWord::kNoun, at);
      // 七家美國企業: what only ends the name of a land counts nothing.
      const bool part = hit && at != from && hit->entry->value == "countries" &&
                        text::is_han(c.value) &&
                        text::is_han(text::decode_before(folded, at).value);
      if (hit && !part && (at == from || !is_cut_off(context, *hit))) {
        return head_noun(context, *hit);
      }
      if (to_turn && (context.at(NumberWord::kTurn, at) || context.at(NumberWord::kStop, at))) {
        return std::nullopt;
      }
      // "Three are still in hospital": it is said what happened to them, and no hospitals counted.
      if (!hit && at != from && tells_in_words(context, at)) return std::nullopt;
      if (++words > kNounWords) return std::nullopt;
    }
    at += c.length;
  }
  return std::nullopt;
}

bool is_counted_year(const NumberContext& context, const QuantityDraft& draft) {
  if (draft.has_counter || draft.quantity.of || draft.quantity.max ||
      !draft.quantity.modifier.empty()) {
    return true;
  }
  const std::string_view folded = context.folded();
  const auto counts_at = [&](size_t at) {
    return context.at(NumberWord::kNoun, at).has_value() &&
           !context.at(NumberWord::kTurn, at).has_value();
  };
  const size_t next = skip_blank(folded, draft.number.end);
  if (counts_at(next)) return true;
  if (const auto state = context.at(NumberWord::kState, next)) {
    return !Numerals::get().at(folded, skip_blank(folded, state->range.end), context.lang());
  }
  const Range sentence = context.sentence(draft.number.begin);
  if (context.last_before(NumberWord::kNumberOf, draft.number.begin, sentence.begin) != nullptr) {
    return true;
  }
  // "1995 young men": one word between.
  size_t end = next;
  while (end < folded.size() && text::is_letter(text::decode(folded, end).value)) {
    end += text::decode(folded, end).length;
  }
  const bool turns = context.at(NumberWord::kTurn, next) || context.at(NumberWord::kStop, next) ||
                     Numerals::get().at(folded, next, context.lang());
  return end > next && !turns && counts_at(skip_blank(folded, end));
}

namespace {

// "45 otobüs yolcusu", but "200 работников завода".
NumberHit noun_at_number(const NumberContext& context, const NumberHit& noun) {
  const bool last = QuantityTable::get().has_trait(context.lang(), "head_last");
  return last ? head_noun(context, noun) : noun;
}

// 130万台: vehicles where vehicles are told of, else any machines. The table marks it: "vehicles?".
bool is_any_counter(const NumberContext& context, const NumberHit& noun) {
  if (!noun.entry->value.ends_with('?')) return false;
  const auto end = static_cast<uint32_t>(context.folded().size());
  return context.last_before(NumberWord::kCountedBy, class_name(noun.entry->value), end, 0) ==
         nullptr;
}

}  // namespace

bool read_count(const NumberContext& context, QuantityDraft& draft, std::vector<Range>& consumed) {
  draft.quantity.kind = "count";
  const std::string_view folded = context.folded();
  read_modifier_behind(context, draft);
  uint32_t from = draft.after;
  const size_t next = skip_blank(folded, from);
  auto noun_here = context.at(NumberWord::kNoun, next);
  const auto counter = context.at(NumberWord::kCounter, next);
  const bool any = noun_here && counter && is_any_counter(context, *noun_here);
  if (any || context.at(NumberWord::kNoNoun, next)) noun_here.reset();
  // "300 Syrian refugees", "40 women workers": the noun behind says more than "people".
  if (noun_here && noun_here->entry->value == "people") noun_here = noun_behind(context, from);
  if (counter && (!noun_here || counter->range.end > noun_here->range.end)) {
    draft.has_counter = true;
    draft.quantity.counted_class = counter->entry->value;
    draft.people = draft.people_counter = is_people(counter->entry->value);
    draft.after = draft.whole.end = from = counter->range.end;
  }
  read_total(context, draft, consumed);
  if (read_one_in(context, draft.after, draft, consumed)) {
    if (const auto noun = noun_behind(context, draft.after)) set_noun(context, *noun, draft);
    return true;
  }
  if (!draft.has_noun) {
    // Behind "millones de", "of the".
    const auto of = context.at(NumberWord::kOfScale, skip_blank(folded, from));
    if (of) from = of->range.end;
    // 三星 is no three stars: in scripts without spaces the noun follows a word at once.
    const bool close = draft.words && !draft.has_counter &&
                       text::is_spaceless(text::decode(folded, draft.number.begin).value);
    const bool to_turn = is_told_of(context, draft, from);
    const auto noun = any                               ? std::nullopt
                      : noun_here && !draft.has_counter ? noun_at_number(context, *noun_here)
                                                        : noun_behind(context, from, to_turn);
    const uint32_t most = close ? from + 1 : from + kNounReach;
    // A counter that has a class of its own says what is counted: 3村, 1200剂.
    const bool counted_people = draft.has_counter && !draft.quantity.counted_class.empty() &&
                                draft.quantity.counted_class != "sites";
    if (noun && (noun->range.begin <= most || !close)) {
      draft.has_noun = true;
      if (!counted_people || noun->range.begin <= from + 1) {
        draft.quantity.counted_class = class_name(noun->entry->value);
        draft.people = is_people(noun->entry->value);
      }
      draft.quantity.counted = std::string(context.to_source(noun->range).of(context.raw()));
      draft.far_noun = noun->range.begin > skip_blank(folded, from);
      if (!draft.far_noun) draft.after = noun->range.end;
    } else if (const Range word = next_word(context, from); !word.empty() && !draft.has_counter) {
      draft.quantity.counted = std::string(context.to_source(word).of(context.raw()));
      if (read_one_in(context, word.end, draft, consumed)) return true;  // "neuf Français sur dix"
      read_modifier_of_noun(context, word.end, draft);
    }
  }
  if (read_one_in(context, draft.after, draft, consumed)) return true;
  if (!draft.article && !draft.quantity.of && !draft.quantity.max &&
      read_of_every(context, draft, consumed)) {
    return true;
  }
  read_out_of(context, draft, consumed);
  if (!draft.article && !draft.quantity.of) read_part_behind(context, draft, consumed);
  if (draft.after > draft.number.end && (draft.has_noun || draft.has_counter)) {
    draft.after = std::max(draft.after, read_modifier_of_noun(context, draft.after, draft));
  }
  finish_count(context, draft);
  read_seats(context, draft);
  const bool known = !draft.quantity.counted_class.empty();
  if (draft.article) return known && is_counted_one(context, draft);
  const auto happened = context.at(NumberWord::kState, skip_blank(folded, draft.number.end));
  // 조용하고: the first letters of a word, where neither noun nor counter goes on.
  const uint32_t end = draft.number.end;
  const bool cut = draft.weak && !draft.has_counter && !noun_here && end < folded.size() &&
                   text::is_hangul(text::decode(folded, end).value);
  if (cut) return false;
  if (draft.weak && !draft.has_noun && !draft.has_counter && !happened &&
      draft.quantity.modifier.empty()) {
    return false;
  }
  return known || draft.has_counter || draft.quantity.of || !draft.words ||
         !draft.quantity.counted.empty() ||
         context.at(NumberWord::kPersons, draft.number.begin).has_value();
}

}  // namespace synoptic::annotate
