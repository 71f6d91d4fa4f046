// Who did it is none of those it happened to: "two gunmen killed 12", "tres atacantes hirieron a
// 15". And what is shot down is no dead: "31 drones ; 24 ont été abattus".
#include <algorithm>

#include "annotate/quantities/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

// A number that counts somebody: no day, no span of time, and not told of by a word behind it,
// "12 killed 30 injured".
bool counts_object(const NumberContext& context, uint32_t at) {
  const std::string_view folded = context.folded();
  if (context.at(NumberWord::kMany, at)) return true;
  const auto number = Numerals::get().at(folded, at, context.lang());
  if (!number || number->article || context.is_excluded(number->range)) return false;
  const uint32_t end = number->range.end;
  if (word_behind(context, NumberWord::kUnit, end)) return false;
  if (word_behind(context, NumberWord::kState, end)) return false;
  const auto noun = noun_behind(context, end, true);
  return !noun || !context.at(NumberWord::kState, skip_blank(folded, noun->range.end));
}

// Right behind the verb, over "at least" and the like.
bool has_object_at(const NumberContext& context, uint32_t end) {
  const std::string_view folded = context.folded();
  for (auto at = static_cast<uint32_t>(skip_blank(folded, end)); at < folded.size();) {
    if (counts_object(context, at)) return true;
    auto word = context.at(NumberWord::kBefore, at);
    if (!word) word = context.at(NumberWord::kArticle, at);
    if (!word || word->range.end <= at) return false;
    at = static_cast<uint32_t>(skip_blank(folded, word->range.end));
  }
  return false;
}

// Somewhere behind it in its clause, not over "and": "töteten am Montag 12 Menschen".
bool has_object_near(const NumberContext& context, uint32_t end) {
  constexpr uint32_t kReach = 40;  // bytes
  const auto& starts = context.starts();
  for (auto at = std::ranges::lower_bound(starts, end);
       at != starts.end() && *at < end + kReach && context.same_clause(end, *at); ++at) {
    if (context.first_behind(NumberWord::kRangeAnd, end, *at) != nullptr) return false;
    if (counts_object(context, *at)) return true;
  }
  return false;
}

bool has_digit_in(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_told_of_object(const NumberContext& context, uint32_t end, Range word) {
  auto act = context.at(NumberWord::kAct, word.begin);
  if (!act) act = context.before(NumberWord::kAct, word.end);
  if (!act || !context.same_clause(end, word.begin)) return false;
  // "Von den 116 Verletzten": a noun by its capital.
  const uint32_t written = context.to_source(word).begin;
  if (QuantityTable::get().has_capital_nouns(context.lang()) &&
      text::is_upper(text::decode(context.raw(), written).value)) {
    return false;
  }
  const std::string_view how = act->entry->value;
  if (how == "last") return has_digit_in(context.folded().substr(end, word.begin - end));
  if (how == "sure") return true;
  const uint32_t begin = std::min(act->range.begin, word.begin);
  if (context.before(NumberWord::kPassive, begin)) return false;
  const uint32_t behind = std::max(act->range.end, word.end);
  return how == "near" ? has_object_near(context, behind) : has_object_at(context, behind);
}

bool is_of_things(const NumberContext& context, const QuantityDraft& draft, Range word) {
  if (draft.people) return false;
  const std::string_view folded = context.folded();
  if (context.at(NumberWord::kThing, skip_blank(folded, draft.after))) return true;
  if (!context.at(NumberWord::kDowned, word.begin)) return false;
  // The things may be named in the sentence before.
  uint32_t low = context.sentence(draft.number.begin).begin;
  if (low > 1) low = context.sentence(low - 1).begin;
  const auto told = [&](const NumberHit* hit) { return hit != nullptr; };
  return told(context.last_before(NumberWord::kThing, draft.number.begin, low)) ||
         told(context.last_before(NumberWord::kNoun, "aircraft", draft.number.begin, low));
}

}  // namespace synoptic::annotate
