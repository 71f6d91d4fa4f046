// What a percentage is of: a rate, a rise in pay, or so many of those who are told of.
#include <algorithm>

#include "annotate/quantities/quantity_draft.h"

namespace synoptic::annotate {
namespace {

constexpr uint32_t kMeasureReach = 120;
constexpr std::string_view kTurnout = "turnout", kVotes = "votes";

// "40 % of the factories pay wages in cash": of what it is a share, which is no rate.
bool is_share(const NumberContext& context, uint32_t end, Range measure) {
  const std::string_view folded = context.folded();
  const size_t next = skip_blank(folded, end);
  auto of = context.at(NumberWord::kOfScale, next);
  if (!of) of = context.at(NumberWord::kRankOf, next);
  if (!of) return false;
  const auto noun = noun_behind(context, of->range.end);
  return noun && !noun->range.overlaps(measure) &&
         (measure.end <= end || noun->range.begin < measure.begin);
}

// "53.4 percent of the vote", "oyların yüzde 53'ü": no turnout, though the clause tells one as
// well.
bool is_of_votes(const NumberContext& context, const QuantityDraft& draft) {
  const size_t next = skip_blank(context.folded(), draft.after);
  auto of = context.at(NumberWord::kOfScale, next);
  if (!of) of = context.at(NumberWord::kRankOf, next);
  auto noun = noun_behind(context, of ? of->range.end : draft.after);
  if (!noun) noun = noun_behind(context, draft.after);
  if (!noun) noun = context.before(NumberWord::kNoun, draft.whole.begin);
  return noun && class_name(noun->entry->value) == kVotes;
}

}  // namespace

const NumberHit* widest(const NumberContext& context, NumberWord kind, const NumberHit* hit) {
  constexpr uint32_t kLongest = 48;  // bytes before the hit
  if (hit == nullptr) return hit;
  const uint32_t begin = hit->range.begin, end = hit->range.end;
  for (uint32_t from = begin - std::min(begin, kLongest); from < begin;) {
    const NumberHit* whole = context.first_behind(kind, from, begin);
    if (whole == nullptr) break;
    if (whole->range.end >= end) return whole;
    from = whole->range.begin + 1;
  }
  return hit;
}

void read_measure(const NumberContext& context, QuantityDraft& draft) {
  const Range sentence = context.sentence(draft.number.begin);
  const uint32_t begin = draft.whole.begin, end = draft.after;
  const uint32_t low = std::max(sentence.begin, begin > kMeasureReach ? begin - kMeasureReach : 0);
  const uint32_t high = std::min(sentence.end, end + kMeasureReach);
  const NumberHit* front =
      widest(context, NumberWord::kMeasure, context.last_before(NumberWord::kMeasure, begin, low));
  const NumberHit* back = context.first_behind(NumberWord::kMeasure, end, high);
  if (back != nullptr && is_of_another_number(context, end, back->range)) back = nullptr;
  // "a 6 percent rise to make up for inflation", but "above inflation of 3 percent"
  constexpr uint32_t kOwn = 8;
  const auto is_reason = [&](const NumberHit* hit) {
    return hit != nullptr && context.before(NumberWord::kNotMeasure, hit->range.begin);
  };
  if (is_reason(back)) back = nullptr;
  if (is_reason(front) && front->range.end + kOwn < begin) front = nullptr;
  const NumberHit* hit = front != nullptr ? front : back;
  if (hit != nullptr && QuantityTable::get().is_rate(hit->entry->value) &&
      is_share(context, end, hit->range)) {
    hit = nullptr;
  }
  if (hit != nullptr && hit->entry->value == kTurnout && is_of_votes(context, draft)) {
    draft.quantity.counted_class = kVotes;
    return;
  }
  if (hit == nullptr) {
    if (const auto noun = noun_behind(context, end)) {
      draft.quantity.counted_class = class_name(noun->entry->value);
      draft.quantity.counted = std::string(context.to_source(noun->range).of(context.raw()));
    }
    return;
  }
  draft.quantity.counted_class = hit->entry->value;
  draft.quantity.counted = std::string(context.to_source(hit->range).of(context.raw()));
}

}  // namespace synoptic::annotate
