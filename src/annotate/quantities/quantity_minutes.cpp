// Minutes of a game: "in the 92nd minute", "minuto 23", الدقيقة 60, 後半47分, "90+2'". They are
// times since the game began, and neither ranks nor counts.
#include <cstdlib>

#include "annotate/letters.h"
#include "annotate/quantities/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr double kLongestGame = 130;  // minutes, with what is added
constexpr double kLongestHalf = 60;

// "90+2": how the minutes of added time are written.
void add_minutes(const NumberContext& context, QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const uint32_t at = draft.after;
  if (at + 1 >= folded.size() || folded[at] != '+' || !is_ascii_digit(folded[at + 1])) return;
  const auto more = Numerals::get().at(folded, at + 1, context.lang());
  if (!more || !more->digits || more->decimal) return;
  draft.quantity.value += more->value;
  draft.after = draft.whole.end = more->range.end;
}

// 92', and 92'de, where an ending is told from the number so.
bool has_prime(const NumberContext& context, uint32_t end) {
  const std::string_view folded = context.folded();
  if (end >= folded.size() || folded[end] != '\'') return false;
  return end + 1 == folded.size() || !is_ascii_digit(folded[end + 1]);
}

// Minutes of a part of the game are told as those of all of it: what was played before is added.
void add_played(std::string_view minutes, QuantityDraft& draft) {
  if (draft.quantity.value <= kLongestHalf) {
    draft.quantity.value += std::strtod(std::string(minutes).c_str(), nullptr);
  }
}

// "22 minutos do segundo tempo"
void read_half_behind(const NumberContext& context, QuantityDraft& draft) {
  const auto half = context.at(NumberWord::kMinuteHalf, skip_blank(context.folded(), draft.after));
  if (!half) return;
  add_played(half->entry->value, draft);
  draft.after = draft.whole.end = half->range.end;
}

// Whether a word for a minute stands behind the number, and a sign of order between, or before it.
std::optional<NumberHit> ordinal_minute(const NumberContext& context, const QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const auto sign = context.at(NumberWord::kOrdinalSign, draft.after);
  if (sign) {
    if (auto word = context.at(NumberWord::kMinuteBehind, skip_blank(folded, sign->range.end))) {
      return word;
    }
  }
  if (QuantityTable::get().order_before(folded, draft.number.begin) == 0) return std::nullopt;
  return context.at(NumberWord::kMinuteBehind, draft.after);
}

bool is_minute(const NumberContext& context, bool told_before, QuantityDraft& draft) {
  if (const auto word = ordinal_minute(context, draft)) {
    draft.after = draft.whole.end = word->range.end;
    return true;
  }
  const auto front = context.before(NumberWord::kMinuteFront, draft.number.begin);
  const std::string_view kind = front ? std::string_view(front->entry->value) : "";
  if (kind == "minute") {
    draft.whole.begin = front->range.begin;
    return true;
  }
  if (has_prime(context, draft.after)) return true;
  const auto unit =
      context.at(NumberWord::kMinuteBehind, skip_blank(context.folded(), draft.after));
  const auto half = context.before(NumberWord::kMinuteHalf, draft.number.begin);
  // 後半9分…、同37分: of the half told before.
  if (unit && kind == "same") {
    std::optional<NumberHit> told;
    const uint32_t low = context.sentence(draft.number.begin).begin;
    for (uint32_t at = front->range.begin; at > low && !told;) {
      at -= text::decode_before(context.folded(), at).length;
      told = context.at(NumberWord::kMinuteHalf, at);
    }
    if (!told) return false;
    add_played(told->entry->value, draft);
    draft.whole.begin = front->range.begin;
    draft.after = draft.whole.end = unit->range.end;
    return true;
  }
  if (unit && (half || kind == "at" || unit->entry->value == "at")) {
    if (half) {
      add_played(half->entry->value, draft);
      draft.whole.begin = half->range.begin;
    }
    draft.after = draft.whole.end = unit->range.end;
    return true;
  }
  // "In the 23rd minute, in the 60th and in the 88th."
  if (!told_before) return false;
  const bool joined = kind == "at" || context.before(NumberWord::kRangeAnd, draft.number.begin);
  if (!joined) return false;
  const std::string_view folded = context.folded();
  uint32_t end = draft.after;
  const auto sign = context.at(NumberWord::kOrdinalSign, end);
  if (sign) end = sign->range.end;
  const size_t next = skip_blank(folded, end);
  if (word_behind(context, NumberWord::kUnit, end) || noun_behind(context, end)) return false;
  const auto goes_on = context.at(NumberWord::kStop, next) ||
                       context.at(NumberWord::kRangeAnd, next) || next >= folded.size() ||
                       !text::is_letter(text::decode(folded, next).value);
  return goes_on || sign;
}

}  // namespace

std::optional<QuantityDraft> minute_at(const NumberContext& context, const Numeral& number,
                                       bool told_before) {
  if (!number.digits || number.decimal || number.grouped || number.scaled || number.value < 1 ||
      number.value > kLongestGame) {
    return std::nullopt;
  }
  QuantityDraft draft = draft_of(number);
  add_minutes(context, draft);
  if (!is_minute(context, told_before, draft)) return std::nullopt;
  read_half_behind(context, draft);
  draft.quantity.kind = "count";
  draft.quantity.counted_class = "minute";
  return draft;
}

}  // namespace synoptic::annotate
