// Numbers that count nothing: dates, addresses, names, list numbers, identifiers.
#include "annotate/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_glued_to_name(const NumberContext& context, Range number) {
  const std::string_view folded = context.folded();
  const text::CodePoint before = text::decode_before(folded, number.begin);
  const bool packed = text::is_spaceless(before.value) || text::is_hangul(before.value) ||
                      text::is_arabic(before.value);
  // "Rs500" and "US$5" are money, COP30 is a name.
  const auto currency = context.before(NumberWord::kMoney, number.begin);
  const bool money = currency && (currency->range.size() <= 2 || !text::is_letter(before.value));
  if (text::is_letter(before.value) && !packed && !money) return true;
  const bool hyphen = before.value == U'-' && number.begin >= 2 &&
                      text::is_letter(text::decode_before(folded, number.begin - 1).value);
  const auto unit = word_behind(context, NumberWord::kUnit, number.end);
  const bool warm = unit && unit->entry->value.starts_with("temperature");  // +14 °C
  if (hyphen || before.value == U'#' || (before.value == U'+' && !warm)) return true;
  return (before.value == U'/' || before.value == U'_') && number.begin >= 2 &&
         !text::is_space(text::decode_before(folded, number.begin - 1).value);
}

}  // namespace

bool is_skipped(const NumberContext& context, Range number) {
  if (context.is_excluded(number)) return true;
  const std::string_view folded = context.folded();
  const bool digits = is_ascii_digit(folded[number.begin]);
  // "article 5", and "the article 5 members signed"; behind "No." stands no count (value 1).
  const auto label = context.before(NumberWord::kNotBefore, number.begin);
  if (label && label->entry->value == "1") return true;
  if (label && !context.at(NumberWord::kNoun, skip_blank(folded, number.end))) {
    return true;
  }
  if (!digits) return false;
  if (number.begin > 0 && is_glued_to_name(context, number)) return true;
  // "1. ", "2) " at the beginning of a block.
  if (number.begin == 0 && number.size() <= 2 && number.end + 1 < folded.size() &&
      (folded[number.end] == '.' || folded[number.end] == ')') && folded[number.end + 1] == ' ') {
    return true;
  }
  // 9条: a value of 1 says that it needs no 第 before the number.
  const auto part = context.at(NumberWord::kArticleOf, number.end);
  if (part && part->entry->value == "1") return true;
  return folded[number.begin] == '0' && number.size() > 1 &&
         is_ascii_digit(folded[number.begin + 1]);
}

bool is_label(const NumberContext& context, Range number) {
  constexpr uint32_t kLongest = 4;
  const std::string_view folded = context.folded();
  const uint32_t begin = number.begin;
  // An ending behind it ("1.482'ye") says that the number has a role of its own.
  const bool ending = number.end < folded.size() && folded[number.end] == '\'';
  if (number.size() > kLongest || ending) return false;
  if (begin < 2 || folded[begin - 1] != ' ') return false;
  size_t start = begin - 1;
  while (start > 0) {
    const text::CodePoint c = text::decode_before(folded, start);
    if (!text::is_letter(c.value)) break;
    if (text::is_spaceless(c.value) || text::is_hangul(c.value)) return false;
    start -= c.length;
  }
  if (start == begin - 1) return false;
  constexpr NumberWord kKnown[] = {
      NumberWord::kStop,    NumberWord::kBefore, NumberWord::kFrom,     NumberWord::kArticle,
      NumberWord::kRange,   NumberWord::kRankOf, NumberWord::kRangeAnd, NumberWord::kAgeOf,
      NumberWord::kBetween, NumberWord::kOutOf,  NumberWord::kMoved,    NumberWord::kNumberOf,
      NumberWord::kState,   NumberWord::kOther};
  for (const NumberWord kind : kKnown) {
    if (context.before(kind, begin)) return false;
  }
  return true;
}

bool follows_name(const NumberContext& context, uint32_t begin) {
  const uint32_t at = context.to_source({begin, begin + 1}).begin;
  std::string_view front = context.raw().substr(0, at);
  if (front.empty() || front.back() != ' ') return false;
  front.remove_suffix(1);
  uint32_t start = static_cast<uint32_t>(front.size());
  while (start > 0 && front[start - 1] != ' ' && start + 40 > front.size()) --start;
  if (start == 0 || start >= front.size()) return false;
  if (text::is_punctuation(text::decode_before(front, front.size()).value)) return false;
  for (size_t at_letter = start; at_letter < front.size();) {
    const text::CodePoint c = text::decode(front, at_letter);
    if (text::is_upper(c.value)) return true;
    at_letter += c.length;
  }
  return false;
}

bool is_capital_inside(const NumberContext& context, uint32_t begin) {
  const uint32_t at = context.to_source({begin, begin + 1}).begin;
  if (!text::is_upper(text::decode(context.raw(), at).value)) return false;
  constexpr uint32_t kOpening = 64;  // signs that may stand before the first word
  const uint32_t first = context.sentence(begin).begin;
  if (begin > first + kOpening) return true;
  for (uint32_t look = first; look < begin;) {
    const text::CodePoint c = text::decode(context.folded(), look);
    if (text::is_letter(c.value) || text::is_digit(c.value)) return true;
    look += c.length;
  }
  return false;
}

}  // namespace synoptic::annotate
