// Numbers with a name of their own: the number of a storm, how long somebody goes to
// prison or is banned from something.
#include <algorithm>

#include "annotate/quantities/quantity_draft.h"

namespace synoptic::annotate {

// 台風17号, 第18号台风, "제17호 태풍", "Typhoon No. 17": which one it is, not how many.
std::optional<QuantityDraft> numbered_at(const NumberContext& context,
                                         const std::optional<Numeral>& number) {
  constexpr double kMost = 99;
  if (!number || number->decimal || number->scaled || number->value > kMost) return std::nullopt;
  const std::string_view folded = context.folded();
  uint32_t begin = number->range.begin, end = number->range.end;
  bool marked = false;
  if (const auto sign = context.at(NumberWord::kNumberSign, end)) {
    end = sign->range.end;
    marked = true;
  }
  const auto label = context.before(NumberWord::kNotBefore, begin);
  const bool number_of = label && label->entry->value == "1";      // "No. ", not "category"
  if (label && (marked || number_of)) begin = label->range.begin;  // 第
  if (!marked && !number_of) return std::nullopt;
  auto what = context.before(NumberWord::kNumbered, begin);
  if (!what) what = context.at(NumberWord::kNumbered, skip_blank(folded, end));
  if (!what) return std::nullopt;
  QuantityDraft draft = draft_of(*number);
  draft.after = draft.whole.end = end;
  draft.quantity.kind = "count";
  draft.quantity.counted_class = what->entry->value;
  draft.quantity.counted = std::string(context.to_source(what->range).of(context.raw()));
  return draft;
}

void read_term(const NumberContext& context, QuantityDraft& draft) {
  constexpr uint32_t kReach = 64;
  constexpr std::string_view kUnits[] = {"year", "month", "week", "day"};
  if (draft.quantity.kind != "duration" || !std::ranges::count(kUnits, draft.quantity.unit)) return;
  const uint32_t begin = draft.whole.begin, end = draft.whole.end;
  const Range sentence = context.sentence(begin);
  const uint32_t low = std::max(sentence.begin, begin > kReach ? begin - kReach : 0);
  const uint32_t high = std::min(sentence.end, end + kReach);
  const NumberHit* behind = context.first_behind(NumberWord::kPrison, end, high);
  if (behind != nullptr && !context.same_clause(end, behind->range.begin)) behind = nullptr;
  const NumberHit* before = context.last_before(NumberWord::kPrison, begin, low);
  if (before != nullptr && !context.same_clause(before->range.end, begin)) before = nullptr;
  // "Jailed for four years and banned from office": the nearer of two that say another thing.
  const bool takes_before =
      before != nullptr &&
      (behind == nullptr || (behind->entry->value != before->entry->value &&
                             begin - before->range.end <= behind->range.begin - end));
  const NumberHit* word = takes_before ? before : behind;
  if (word == nullptr) return;
  draft.quantity.counted_class = word->entry->value;
  draft.quantity.counted = std::string(context.to_source(word->range).of(context.raw()));
}

}  // namespace synoptic::annotate
