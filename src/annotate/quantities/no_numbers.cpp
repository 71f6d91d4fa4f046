#include "annotate/quantities/no_numbers.h"

#include "text/utf8.h"

namespace synoptic::annotate {

// "1/8 финала", 8강, "ربع النهائي": which games of a cup they are; their end. 0: it is none.
uint32_t round_of_cup(const NumberContext& context, uint32_t at) {
  if (!context.block_has(NumberWord::kRound)) return 0;
  if (const NumberHit* hit = context.hit_at(NumberWord::kRound, at)) return hit->range.end;
  for (const uint32_t length : context.prefixes_at(at)) {
    const NumberHit* hit = context.hit_at(NumberWord::kRound, at + length);
    if (hit != nullptr) return hit->range.end;
  }
  return 0;
}

// 証拠不十分, 十分重要: a word that only begins as a number does; its end. 0: it is none.
uint32_t word_of_digits(const NumberContext& context, const Numeral& number) {
  const uint32_t begin = number.range.begin;
  const auto word = context.at(NumberWord::kNoNumber, begin);
  const bool none = word && word->entry->value == "0" && word->range.end > number.range.end &&
                    !number.digits && !context.before(NumberWord::kBefore, begin);
  return none ? word->range.end : 0;
}

// 3000위안: 위 is a rank, 위안 a currency.
bool is_coin(const NumberContext& context, const Numeral& number) {
  const auto sign = context.at(NumberWord::kOrdinalSign, number.range.end);
  const auto coin = context.at(NumberWord::kMoney, number.range.end);
  return sign && coin && coin->range.size() > sign->range.size();
}

// 24年3月, 24년 3월: a year by its last digits, where a month goes on.
bool is_year_of_month(const NumberContext& context, const QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  if (draft.quantity.unit != "year" || draft.after == 0) return false;
  const char32_t last = text::decode_before(folded, draft.after).value;
  if (!text::is_spaceless(last) && !text::is_hangul(last)) return false;
  const auto next = Numerals::get().at(folded, skip_blank(folded, draft.after), context.lang());
  return next && next->digits && next->value <= 12 && context.is_excluded(next->range);
}

}  // namespace synoptic::annotate
