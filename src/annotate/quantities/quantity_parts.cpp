#include "annotate/quantities/quantity_parts.h"

#include <algorithm>
#include <cstdlib>

#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr std::string_view kCountPeople = "count:people:";  // in the table: a number of people

// Whether the word begins the sentence or stands behind a sign that begins a clause.
bool opens_clause(const NumberContext& context, uint32_t begin) {
  constexpr std::u32string_view kSigns = U",;:—–(«»\"“”„،؛";
  const std::string_view folded = context.folded();
  const Range sentence = context.sentence(begin);
  uint32_t at = begin;
  while (at > sentence.begin && folded[at - 1] == ' ') --at;
  if (at <= sentence.begin) return true;
  return kSigns.find(text::decode_before(folded, at).value) != std::u32string_view::npos;
}

}  // namespace

bool happened_to_part(const NumberContext& context, const QuantityDraft& total, Range state) {
  // "Of the 20 injured": what is counted are those to whom it happened.
  if (!total.has_noun || !context.block_has(NumberWord::kOfFront)) return false;
  uint32_t begin = total.number.begin;
  if (const auto article = context.before(NumberWord::kArticle, begin)) {
    begin = article->range.begin;
  }
  const auto of = context.before(NumberWord::kOfFront, begin);
  if (!of || !opens_clause(context, of->range.begin)) return false;
  const uint32_t end = context.sentence(begin).end;
  const auto& starts = context.starts();
  for (auto start = std::ranges::lower_bound(starts, total.number.end);
       start != starts.end() && *start < end; ++start) {
    const auto part = Numerals::get().at(context.folded(), *start, context.lang());
    if (!part || part->value >= total.quantity.value || context.is_excluded(part->range)) continue;
    return part->range.begin < state.begin || context.same_clause(state.end, part->range.begin);
  }
  return false;
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
  const auto modifier = context.at(NumberWord::kBefore, at);  // "48 yolcudan yaklaşık 30'u"
  if (modifier) at = static_cast<uint32_t>(skip_blank(folded, modifier->range.end));
  auto part = Numerals::get().at(folded, at, context.lang());
  // "4200 छात्रों में से दो तिहाई": two thirds, not two.
  if (const NumberHit* share = context.hit_at(NumberWord::kPart, at);
      part && share != nullptr && share->range.end > part->range.end) {
    return false;
  }
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
  if (modifier) draft.quantity.modifier = modifier->entry->value;
  draft.quantity.of = draft.quantity.value;
  draft.quantity.value = part->value;
  consumed.push_back(draft.number);
  draft.whole.end = part->range.end;
  draft.after = part->range.end;
  consumed.push_back(part->range);
  return true;
}

// "71 of the 155 deputies" that a party has are seats.
void read_seats(const NumberContext& context, QuantityDraft& draft) {
  const std::string& counted = draft.quantity.counted_class;
  if (!draft.quantity.of || (counted != "members" && counted != "lawmakers")) return;
  uint32_t begin = draft.whole.begin;
  if (const auto modifier = context.before(NumberWord::kBefore, begin)) {
    begin = modifier->range.begin;
  }
  if (context.before(NumberWord::kHolds, begin)) draft.quantity.counted_class = "seats";
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

}  // namespace synoptic::annotate
