// Numbers with a unit: percent, money, distances, weights, durations, magnitudes.
#include <cmath>
#include <cstdlib>

#include "annotate/quantity_draft.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr double kLargestMagnitude = 10;
constexpr uint32_t kNearMagnitude = 36;  // bytes between "magnitude" and its number

const QuantityTable& table() { return QuantityTable::get(); }

std::optional<NumberHit> behind(const NumberContext& context, NumberWord kind, uint32_t at) {
  const std::string_view folded = context.folded();
  size_t next = skip_blank(folded, at);
  if (next < folded.size() && folded[next] == '-') ++next;  // a 5-year plan
  return table().at(kind, context.lang(), folded, next);
}

void take(QuantityDraft& draft, const NumberHit& hit) {
  draft.after = std::max(draft.after, hit.range.end);
  draft.whole.end = std::max(draft.whole.end, hit.range.end);
}

void take_front(QuantityDraft& draft, const NumberHit& hit) {
  draft.whole.begin = std::min(draft.whole.begin, hit.range.begin);
}

}  // namespace

bool read_percent(const NumberContext& context, QuantityDraft& draft) {
  const auto points = behind(context, NumberWord::kPoints, draft.after);
  const auto percent = behind(context, NumberWord::kPercent, draft.after);
  if (points && (!percent || points->range.size() > percent->range.size())) {
    const double factor = std::strtod(points->entry->value.c_str(), nullptr);
    draft.quantity.kind = "percent_points";
    draft.quantity.value *= factor;
    if (draft.quantity.max) *draft.quantity.max *= factor;
    take(draft, *points);
    return true;
  }
  if (percent) {
    draft.quantity.kind = "percent";
    take(draft, *percent);
    return true;
  }
  const auto front = table().before(NumberWord::kPercentBefore, context.lang(), context.folded(),
                                    draft.number.begin);
  if (!front) return false;
  draft.quantity.kind = "percent";
  take_front(draft, *front);
  return true;
}

bool read_money(const NumberContext& context, const CountryHint& country, QuantityDraft& draft) {
  std::string_view folded = context.folded();
  auto front = table().before(NumberWord::kMoney, context.lang(), folded, draft.number.begin);
  // In front stand signs and codes (€, US$, Rp, EUR); a word there belongs to another number.
  if (front) {
    const Range source = context.to_source(front->range);
    const char32_t first = text::decode(context.raw(), source.begin).value;
    const bool word = !text::is_upper(first) || front->range.size() > 4;
    if (text::is_letter(first) && word) front.reset();
  }
  uint32_t at = draft.after;
  auto back = behind(context, NumberWord::kMoney, at);
  if (!back) {
    // "millones de dólares", "millions d'euros"
    const auto of = behind(context, NumberWord::kOfScale, at);
    if (of) back = behind(context, NumberWord::kMoney, of->range.end);
  }
  if (!front && !back) return false;
  const NumberHit& hit = front ? *front : *back;
  if (front) take_front(draft, *front);
  if (back) take(draft, *back);
  std::string code = hit.entry->value;
  if (code.size() != 3 || !(code[0] >= 'A' && code[0] <= 'Z')) {
    const std::string own = table().currency_of(code, country.code);
    if (!own.empty()) code = own;
  }
  draft.quantity.kind = "money";
  draft.quantity.unit = code;
  return true;
}

bool read_unit(const NumberContext& context, QuantityDraft& draft) {
  if (const auto age = behind(context, NumberWord::kAge, draft.after)) {
    draft.quantity.kind = "age";
    take(draft, *age);
    return true;
  }
  const auto unit = behind(context, NumberWord::kUnit, draft.after);
  if (!unit) return false;
  const std::vector<std::string_view> parts = split(unit->entry->value, ':');
  if (parts.size() < 2) return false;
  // One letter right behind digits only: "5 m" yes, "5 т" yes, "5 t-shirts" no.
  draft.quantity.kind = std::string(parts[0]);
  draft.quantity.unit = std::string(parts[1]);
  take(draft, *unit);
  return true;
}

bool read_magnitude(const NumberContext& context, QuantityDraft& draft) {
  const double value = draft.quantity.value;
  if (value <= 0 || value >= kLargestMagnitude || !context.block_has(NumberWord::kQuake)) {
    return false;
  }
  const uint32_t begin = draft.number.begin;
  const uint32_t low = begin > kNearMagnitude ? begin - kNearMagnitude : 0;
  const NumberHit* front = context.last_before(NumberWord::kMagnitude, begin, low);
  const auto clear = [&](uint32_t from, uint32_t to) {
    for (uint32_t at = from; at < to; ++at) {
      const char c = context.folded()[at];
      if ((c >= '0' && c <= '9') || c == ';' || c == '.') return false;
    }
    return true;
  };
  const auto back = behind(context, NumberWord::kMagnitude, draft.after);
  const bool before = front != nullptr && clear(front->range.end, begin);
  if (!before && !back) return false;
  draft.quantity.kind = "magnitude";
  draft.quantity.unit.clear();
  draft.quantity.counted_class = "earthquake";
  if (back) {
    take(draft, *back);
  } else if (const auto degree = behind(context, NumberWord::kUnit, draft.after);
             degree && degree->entry->value.starts_with("temperature")) {
    take(draft, *degree);
  } else if (degree) {
    return false;  // "magnitude 6, 40 km deep" reads the 40 elsewhere; "within 3 days" is a time
  }
  return true;
}

void read_modifiers(const NumberContext& context, QuantityDraft& draft) {
  uint32_t at = draft.whole.begin;
  for (int i = 0; i < 2; ++i) {
    const auto hit = table().before(NumberWord::kBefore, context.lang(), context.folded(), at);
    if (!hit) break;
    if (draft.quantity.modifier.empty()) draft.quantity.modifier = hit->entry->value;
    at = hit->range.begin;
  }
}

void read_modifier_behind(const NumberContext& context, QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  size_t next = skip_blank(folded, draft.after);
  const auto hit = table().at(NumberWord::kBehind, context.lang(), folded, next);
  if (!hit) return;
  if (draft.quantity.modifier.empty()) draft.quantity.modifier = hit->entry->value;
  draft.after = hit->range.end;
  // 100多万: the scale stands behind the modifier.
  const auto scale = Numerals::get().at(folded, draft.after, context.lang());
  if (scale && !scale->digits && scale->scaled) {
    draft.quantity.value *= scale->value;
    draft.after = scale->range.end;
  }
  if (draft.after > draft.whole.end) draft.whole.end = draft.after;
}

}  // namespace synoptic::annotate
