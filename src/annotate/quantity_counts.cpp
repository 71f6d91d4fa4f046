// What a bare number counts: the noun behind it, and of how many.
#include <cmath>
#include <cstdlib>

#include "annotate/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr uint32_t kNounReach = 60;  // bytes behind the number in which its noun begins
constexpr int kNounWords = 3;        // words that may stand between
constexpr std::string_view kCountPeople = "count:people:";  // in the table: a number of people

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

// "14 members out of 15"
void read_out_of(const NumberContext& context, QuantityDraft& draft, std::vector<Range>& consumed) {
  const std::string_view folded = context.folded();
  if (draft.quantity.of || draft.quantity.max || draft.article) return;
  const auto of = context.at(NumberWord::kOutOf, skip_blank(folded, draft.after));
  if (!of) return;
  const auto total = Numerals::get().at(folded, skip_blank(folded, of->range.end), context.lang());
  if (!total || total->value <= draft.quantity.value || context.is_excluded(total->range) ||
      word_behind(context, NumberWord::kUnit, total->range.end)) {
    return;
  }
  // "killed 221 people out of 4,860 infected" tells two figures.
  if (context.at(NumberWord::kState, skip_blank(folded, total->range.end)) &&
      context.before(NumberWord::kState, draft.whole.begin)) {
    return;
  }
  // "3 people from 5 countries": a value of 1 says that nothing may follow.
  const size_t next = skip_blank(folded, total->range.end);
  if (of->entry->value == "1" && next < folded.size() &&
      text::is_letter(text::decode(folded, next).value) && !context.at(NumberWord::kStop, next)) {
    return;
  }
  draft.quantity.of = total->value;
  draft.whole.end = draft.after = total->range.end;
  consumed.push_back(total->range);
}

// "600 sandalyenin 321'i", 600席中321席: the total is said first.
bool read_part_behind(const NumberContext& context, QuantityDraft& draft,
                      std::vector<Range>& consumed) {
  const std::string_view folded = context.folded();
  auto of = context.at(NumberWord::kOfBehind, skip_blank(folded, draft.after));
  // 32架无人机中的28架: a noun we do not know between, in scripts without blanks.
  constexpr uint32_t kNoun = 15;
  for (uint32_t look = draft.after;
       !of && draft.has_counter && look < std::min<size_t>(draft.after + kNoun, folded.size());) {
    const text::CodePoint c = text::decode(folded, look);
    if (!text::is_spaceless(c.value)) break;
    look += c.length;
    of = context.at(NumberWord::kOfBehind, look);
  }
  uint32_t at = of ? of->range.end : draft.after;
  const auto ending = context.before(NumberWord::kOfBehind, draft.after);
  const bool genitive = draft.has_noun && context.ends_in_genitive(draft.after);
  at = static_cast<uint32_t>(skip_blank(folded, at));
  auto part = Numerals::get().at(folded, at, context.lang());
  if (const NumberHit* word = context.hit_at(NumberWord::kDual, at);
      !part && word != nullptr && word->entry->value.starts_with(kCountPeople)) {
    part.emplace();
    part->value = std::strtod(word->entry->value.c_str() + kCountPeople.size(), nullptr);
    part->range = word->range;
  }
  // "19 sanıktan beşi", "17 işçiden 16'sı": the part says that it is one.
  const bool marked = part && (context.at(NumberWord::kPartSign, part->range.begin) ||
                               context.at(NumberWord::kPartSign, part->range.end));
  if (!of && !ending && !marked && (!genitive || draft.people)) return false;
  // 222个议席中赢得148席: a short verb between.
  constexpr uint32_t kVerb = 9;
  for (uint32_t look = at; of && !part && look < std::min<size_t>(at + kVerb, folded.size());
       ++look) {
    if (folded[look] == ',' || !context.same_clause(at, look)) break;
    if (!(folded[look] >= '0' && folded[look] <= '9')) continue;
    part = Numerals::get().at(folded, look, context.lang());
    break;
  }
  if (!part || part->value >= draft.quantity.value || part->article || draft.quantity.max ||
      context.is_excluded(part->range)) {
    return false;
  }
  if (word_behind(context, NumberWord::kUnit, part->range.end) ||
      word_behind(context, NumberWord::kPercent, part->range.end)) {
    return false;
  }
  draft.quantity.of = draft.quantity.value;
  draft.quantity.value = part->value;
  consumed.push_back(draft.number);
  draft.whole.end = part->range.end;
  draft.after = part->range.end;
  consumed.push_back(part->range);
  return true;
}

// "one in three", "un train sur trois": at `at` the word between the two.
bool read_one_in(const NumberContext& context, uint32_t at, QuantityDraft& draft,
                 std::vector<Range>& consumed) {
  constexpr double kMost = 1000;
  const auto in = word_behind(context, NumberWord::kOneIn, at);
  if (!in || draft.quantity.value >= kMost || draft.quantity.max) return false;
  const std::string_view folded = context.folded();
  const auto total = Numerals::get().at(folded, skip_blank(folded, in->range.end), context.lang());
  if (!total || total->value <= draft.quantity.value || total->value > kMost || total->decimal ||
      context.is_excluded(total->range) ||
      word_behind(context, NumberWord::kUnit, total->range.end) ||
      word_behind(context, NumberWord::kMoney, total->range.end) ||
      word_behind(context, NumberWord::kPercent, total->range.end)) {
    return false;
  }
  // A value of 1 says that the word stands in other phrases as well: "two in 3 cities", "eine
  // Sperre von zwei Spielen".
  const bool whole = total->value == 10 || total->value == 100 || total->value == 1000;
  const bool one = draft.quantity.value == 1 && total->value <= 10 && at == draft.number.end;
  if (in->entry->value == "1" && !one && !(whole && at == draft.number.end)) return false;
  draft.quantity.of = total->value;
  draft.whole.end = draft.after = total->range.end;
  draft.article = false;
  consumed.push_back(total->range);
  return true;
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
  return context.at(NumberWord::kState, next) && first;
}

// "Of every ten people three", 每三个家庭就有一个, "her üç kişiden biri", 3人に1人: the parts of so
// many.
bool read_of_every(const NumberContext& context, QuantityDraft& draft,
                   std::vector<Range>& consumed) {
  constexpr uint32_t kReach = 28;
  constexpr double kMost = 1000;
  const std::string_view folded = context.folded();
  const bool every = context.before(NumberWord::kEvery, draft.number.begin).has_value();
  const auto per = context.at(NumberWord::kPer, draft.after);
  if ((!every && !per) || draft.quantity.value > kMost || draft.quantity.value < 2) return false;
  const Range sentence = context.sentence(draft.number.begin);
  const uint32_t begin = per ? per->range.end : draft.after;
  const uint32_t limit =
      std::min(sentence.end, per ? begin + 1 : static_cast<uint32_t>(begin + kReach));
  for (uint32_t at = begin; at < limit; ++at) {
    if ((static_cast<unsigned char>(folded[at]) & 0xC0) == 0x80 || !begins_word(folded, at))
      continue;
    const auto part = Numerals::get().at(folded, at, context.lang());
    const NumberHit* word = context.hit_at(NumberWord::kDual, at);
    double value = part ? part->value : 0;
    Range range = part ? part->range : Range{at, at};
    if (!part && word != nullptr && word->entry->value.starts_with(kCountPeople)) {
      value = std::strtod(word->entry->value.c_str() + kCountPeople.size(), nullptr);
      range = word->range;
    }
    if (value < 1) continue;
    if (value >= draft.quantity.value || context.is_excluded(range) ||
        word_behind(context, NumberWord::kUnit, range.end) ||
        word_behind(context, NumberWord::kPercent, range.end)) {
      return false;
    }
    draft.quantity.of = draft.quantity.value;
    draft.quantity.value = value;
    draft.whole.end = draft.after = range.end;
    consumed.push_back(range);
    return true;
  }
  return false;
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
      const auto hit = context.at(NumberWord::kNoun, at);
      // 七家美國企業: what only ends the name of a land counts nothing.
      const bool part = hit && at != from && hit->entry->value == "countries" &&
                        text::is_han(c.value) &&
                        text::is_han(text::decode_before(folded, at).value);
      if (hit && !part && (at == from || !is_cut_off(context, *hit))) {
        // "60 passenger trains" are trains.
        if (!is_people(hit->entry->value)) return hit;
        const auto head = context.at(NumberWord::kNoun, skip_blank(folded, hit->range.end));
        return head && head->range.begin > hit->range.end ? head : hit;
      }
      if (to_turn && (context.at(NumberWord::kTurn, at) || context.at(NumberWord::kStop, at))) {
        return std::nullopt;
      }
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
  if (any) noun_here.reset();
  if (counter && (!noun_here || counter->range.end > noun_here->range.end)) {
    draft.has_counter = true;
    draft.quantity.counted_class = counter->entry->value;
    draft.people = is_people(counter->entry->value);
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
                      : noun_here && !draft.has_counter ? noun_here
                                                        : noun_behind(context, from, to_turn);
    const uint32_t most = close ? from + 1 : from + kNounReach;
    // A counter that has a class of its own says what is counted: 3村, 1200剂.
    const bool counted_people = draft.has_counter && !draft.quantity.counted_class.empty();
    if (noun && (noun->range.begin <= most || !close)) {
      draft.has_noun = true;
      if (!counted_people || noun->range.begin <= from + 1) {
        draft.quantity.counted_class = class_name(noun->entry->value);
        draft.people = is_people(noun->entry->value);
      }
      draft.quantity.counted = std::string(context.to_source(noun->range).of(context.raw()));
      if (noun->range.begin <= skip_blank(folded, from)) draft.after = noun->range.end;
    } else if (const Range word = next_word(context, from); !word.empty() && !draft.has_counter) {
      draft.quantity.counted = std::string(context.to_source(word).of(context.raw()));
      if (read_one_in(context, word.end, draft, consumed)) return true;  // "neuf Français sur dix"
    }
  }
  if (read_one_in(context, draft.after, draft, consumed)) return true;
  if (!draft.article && !draft.quantity.of && !draft.quantity.max &&
      read_of_every(context, draft, consumed)) {
    return true;
  }
  read_out_of(context, draft, consumed);
  if (!draft.article && !draft.quantity.of) read_part_behind(context, draft, consumed);
  finish_count(context, draft);
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
