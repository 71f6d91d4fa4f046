// Numbers told of a time long before the article, or compared with such a one.
#include <algorithm>

#include "annotate/quantities/number_context.h"
#include "annotate/quantities/numerals.h"

namespace synoptic::annotate {

// "Rose to 3.1 billion from 2.8 billion a year earlier": the time is of the number next to it.
bool NumberContext::is_compared(uint32_t end, uint32_t time) const {
  for (auto at = std::ranges::lower_bound(starts_, end); at != starts_.end() && *at < time; ++at) {
    const auto other = Numerals::get().at(folded(), *at, lang_);
    if (!other || other->article || is_excluded(other->range)) continue;
    if (before(NumberWord::kCompared, other->range.begin)) return true;
  }
  return false;
}

bool NumberContext::is_background(Range number) const {
  const Range inside = sentence(number.begin);
  for (const PastTime& past : past_) {
    if (past.range.begin < inside.begin || past.range.begin >= inside.end) continue;
    // "Twelve died; in 2014 it was nine": a time that opens a sentence is of what comes behind it.
    const bool opens = past.opens && past.range.begin < number.begin;
    if (!opens && !same_clause(past.range.begin, number.begin)) continue;
    if (!is_compared(number.end, past.range.begin)) return true;
  }
  const NumberHit* cue = last_before(NumberWord::kBackground, number.begin, inside.begin);
  return cue != nullptr && same_clause(cue->range.begin, number.begin);
}

}  // namespace synoptic::annotate
