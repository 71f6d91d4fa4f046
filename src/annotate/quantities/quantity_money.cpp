// Amounts of money: the currency before or behind the number, as a sign, a code or a word, and the
// smaller coin behind it.
#include <algorithm>
#include <cstdlib>

#include "annotate/quantities/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

const QuantityTable& table() { return QuantityTable::get(); }

struct Currency {
  std::string code;
  double factor = 1;  // M€
};

// The value of a row: "USD", "EUR:1000000", or a currency that several countries have.
Currency currency_in(std::string_view value, const CountryHint& country) {
  Currency currency;
  const size_t colon = value.find(':');
  if (colon != std::string_view::npos) {
    currency.factor = std::strtod(std::string(value.substr(colon + 1)).c_str(), nullptr);
    value = value.substr(0, colon);
  }
  currency.code = std::string(value);
  if (value.size() != 3 || !(value[0] >= 'A' && value[0] <= 'Z')) {
    const std::string own = table().currency_of(value, country.codes);
    if (!own.empty()) currency.code = own;
  }
  return currency;
}

// "150 000 livres" are books where no country of the article has pounds, or where others than
// money are told of.
bool is_no_coin(const NumberContext& context, const CountryHint& country, const NumberHit& hit,
                uint32_t begin) {
  if (!table().is_local(hit.entry->value)) return false;
  if (table().currency_of(hit.entry->value, country.codes).empty()) return true;
  const Range sentence = context.sentence(begin);
  return context.first_behind(NumberWord::kNoCoin, sentence.begin, sentence.end) != nullptr;
}

void multiply(QuantityDraft& draft, double factor) {
  draft.quantity.value *= factor;
  if (draft.quantity.max) *draft.quantity.max *= factor;
}

void take(QuantityDraft& draft, uint32_t end) {
  draft.after = std::max(draft.after, end);
  draft.whole.end = std::max(draft.whole.end, end);
}

// £2.5m: the letter means a million only behind a currency.
void read_short_scale(const NumberContext& context, QuantityDraft& draft) {
  const auto scale = context.at(NumberWord::kMoneyScale, draft.after);
  if (!scale) return;
  multiply(draft, std::strtod(scale->entry->value.c_str(), nullptr));
  take(draft, scale->range.end);
}

// "72 dollars and 40 cents", 152円40銭
void read_coins(const NumberContext& context, QuantityDraft& draft) {
  if (draft.quantity.max) return;
  const std::string_view folded = context.folded();
  auto number = number_behind_and(context, draft.after);
  if (!number) {
    number = Numerals::get().at(folded, skip_blank(folded, draft.after), context.lang());
  }
  if (!number || number->value >= 100) return;
  const auto coins = word_behind(context, NumberWord::kCents, number->range.end);
  if (!coins) return;
  draft.quantity.value += number->value / 100;
  take(draft, coins->range.end);
}

// "5.1 million pounds of thrust", "a 400-pound gorilla": a currency that is a weight as well.
bool is_weighed(const NumberContext& context, const CountryHint& country,
                const QuantityDraft& draft, const NumberHit& currency) {
  const auto unit = context.at(NumberWord::kUnit, currency.range.begin);
  if (!unit || unit->range.end < currency.range.end || !unit->entry->value.starts_with("weight")) {
    return false;
  }
  const std::string_view folded = context.folded();
  const uint32_t end = currency.range.end;
  if (country.is("us") || folded[currency.range.begin - 1] == '-') return true;
  // "(63,800 kg)"
  const size_t next = skip_blank(folded, end);
  if (next + 1 < folded.size() && folded[next] == '(') {
    const auto other = Numerals::get().at(folded, next + 1, context.lang());
    const auto weight =
        other ? word_behind(context, NumberWord::kUnit, other->range.end) : std::nullopt;
    if (weight && weight->entry->value.starts_with("weight")) return true;
  }
  if (const auto of = context.at(NumberWord::kOfScale, next)) {
    return !context.at(NumberWord::kNotWeighed, skip_blank(folded, of->range.end));
  }
  constexpr uint32_t kReach = 60;
  const Range sentence = context.sentence(draft.number.begin);
  const uint32_t begin = draft.number.begin;
  const uint32_t low = std::max(sentence.begin, begin > kReach ? begin - kReach : 0);
  const auto word = currency.range.of(folded);
  const auto weighs = [&](const NumberHit* hit) {
    return hit != nullptr && word.starts_with(hit->entry->value);
  };
  return weighs(context.last_before(NumberWord::kWeighs, begin, low)) ||
         weighs(
             context.first_behind(NumberWord::kWeighs, end, std::min(sentence.end, end + kReach)));
}

}  // namespace

std::optional<NumberHit> currency_before(const NumberContext& context, uint32_t begin) {
  const std::string_view folded = context.folded();
  auto front = context.before(NumberWord::kMoney, begin);
  if (!front) return std::nullopt;
  // In front stand signs and codes (€, US$, Rp, EUR); a word there belongs to another number.
  const Range source = context.to_source(front->range);
  const char32_t first = text::decode(context.raw(), source.begin).value;
  const bool word = !text::is_upper(first) || front->range.size() > 4;
  const bool sign = front->range.size() <= 4 && folded[front->range.end - 1] == '$';
  if (text::is_letter(first) && word && !sign) return std::nullopt;
  return front;
}

bool read_money(const NumberContext& context, const CountryHint& country, QuantityDraft& draft) {
  auto front = currency_before(context, draft.number.begin);
  uint32_t at = draft.after;
  auto back = word_behind(context, NumberWord::kMoney, at);
  if (!back) {
    // "millones de dólares", "millions d'euros"
    const auto of = word_behind(context, NumberWord::kOfScale, at);
    if (of) back = word_behind(context, NumberWord::kMoney, of->range.end);
  }
  if (!front && !back && !draft.words) {
    // "40m lira": the letter is a scale where a currency follows it.
    const auto scale = context.at(NumberWord::kMoneyScale, at);
    if (scale) back = word_behind(context, NumberWord::kMoney, scale->range.end);
    if (back) multiply(draft, std::strtod(scale->entry->value.c_str(), nullptr));
  }
  if (back && is_no_coin(context, country, *back, draft.number.begin)) back.reset();
  if (!front && back && is_weighed(context, country, draft, *back)) return false;
  if (!front && !back) {
    const auto coins = word_behind(context, NumberWord::kCents, at);
    if (!coins) return false;
    const uint32_t end = coins->range.end;
    if (end < context.folded().size() && context.folded()[end] == '/') return false;
    draft.quantity.kind = "money";
    draft.quantity.unit = currency_in(coins->entry->value, country).code;
    multiply(draft, 0.01);
    take(draft, coins->range.end);
    return true;
  }
  // 新台幣6000萬元, 6000万元新台币: the longer word says of which country the 元 are.
  if (back && text::is_spaceless(text::decode(context.folded(), back->range.begin).value)) {
    const auto closer = context.at(NumberWord::kMoney, back->range.end);
    if (closer) back = closer;
    if (!closer && !front) front = context.before(NumberWord::kMoney, draft.number.begin);
  }
  if (front) draft.whole.begin = std::min(draft.whole.begin, front->range.begin);
  if (back) take(draft, back->range.end);
  // "Rs 5 dollars" is none: the sign in front says which; a longer word behind says it better.
  const NumberHit& hit = back && (!front || back->range.size() > 8) ? *back : *front;
  const Currency currency = currency_in(hit.entry->value, country);
  draft.quantity.kind = "money";
  draft.quantity.unit = currency.code;
  multiply(draft, currency.factor);
  if (front && !back) read_short_scale(context, draft);
  if (back) read_coins(context, draft);
  return true;
}

}  // namespace synoptic::annotate
