// What money is worth in other money: "1,458 per dollar", 兑美元汇率收于1458.2.
#include <algorithm>

#include "annotate/quantities/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr std::string_view kExchangeRate = "exchange_rate";
constexpr std::string_view kDollar = "USD";

// "Exchange rate" stands in front, in the same clause and with no number between.
bool is_told_before(const NumberContext& context, const QuantityDraft& draft) {
  constexpr uint32_t kReach = 48;  // bytes
  const uint32_t begin = draft.whole.begin;
  const Range sentence = context.sentence(begin);
  const uint32_t low = std::max(sentence.begin, begin > kReach ? begin - kReach : 0);
  const NumberHit* front = context.last_before(NumberWord::kRateFront, begin, low);
  if (front == nullptr || !context.same_clause(front->range.end, begin)) return false;
  const std::string_view between =
      context.folded().substr(front->range.end, begin - front->range.end);
  return std::ranges::none_of(between, [](char c) { return c >= '0' && c <= '9'; }) &&
         !context.before(NumberWord::kMovedBy, begin);
}

bool is_told_behind(const NumberContext& context, const QuantityDraft& draft) {
  return word_behind(context, NumberWord::kRateBehind, draft.after).has_value();
}

// The currency that the sentence names in front, another than the dollar if it does: "The won fell
// to 1,458 per dollar".
std::string currency_named(const NumberContext& context, const CountryHint& country, uint32_t end) {
  const std::string_view folded = context.folded();
  std::string first;
  for (uint32_t at = context.sentence(end).begin; at < end;) {
    const text::CodePoint c = text::decode(folded, at);
    if (text::is_letter(c.value) && (begins_word(folded, at) || text::is_spaceless(c.value))) {
      if (const auto money = context.at(NumberWord::kMoney, at)) {
        const std::string& value = money->entry->value;
        const bool code = value.size() == kDollar.size() && value[0] >= 'A' && value[0] <= 'Z';
        std::string currency =
            code ? value : QuantityTable::get().currency_of(value, country.codes);
        if (first.empty() || first == kDollar) first = std::move(currency);
        at = money->range.end;
        continue;
      }
    }
    at += c.length;
  }
  return first;
}

}  // namespace

void mark_exchange_rate(const NumberContext& context, QuantityDraft& draft) {
  if (draft.quantity.max) return;
  if (is_told_behind(context, draft) || is_told_before(context, draft)) {
    draft.quantity.counted_class = kExchangeRate;
  }
}

bool read_bare_rate(const NumberContext& context, const CountryHint& country, const Numeral& number,
                    QuantityDraft& draft) {
  if (draft.words || draft.scaled || draft.quantity.max) return false;
  const bool exact = number.decimal || number.grouped;
  if (!is_told_behind(context, draft)) {
    if (!exact || !is_told_before(context, draft)) return false;
    const size_t next = skip_blank(context.folded(), draft.after);
    if (context.at(NumberWord::kUnit, next) || context.at(NumberWord::kNoun, next) ||
        context.at(NumberWord::kCounter, next)) {
      return false;
    }
  }
  draft.quantity.kind = "count";
  draft.quantity.counted_class = kExchangeRate;
  draft.quantity.counted = currency_named(context, country, draft.number.begin);
  return true;
}

}  // namespace synoptic::annotate
