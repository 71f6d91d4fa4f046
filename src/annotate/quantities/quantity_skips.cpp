// Numbers that count nothing: dates, addresses, names, list numbers, identifiers.
#include <algorithm>

#include "annotate/letters.h"
#include "annotate/quantities/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

bool is_glued_to_name(const NumberContext& context, Range number) {
  const std::string_view folded = context.folded();
  const text::CodePoint before = text::decode_before(folded, number.begin);
  const bool packed = text::is_spaceless(before.value) || text::is_hangul(before.value) ||
                      text::is_arabic(before.value);
  // "Rs500" and "US$5" are money, COP30 is a name.
  const auto currency = context.before(NumberWord::kMoney, number.begin);
  const bool money = currency && (currency->range.size() <= 2 || !text::is_letter(before.value));
  // "M7.1の地震"
  if (context.block_has(NumberWord::kQuake) &&
      context.before(NumberWord::kMagnitude, number.begin)) {
    return false;
  }
  if (text::is_letter(before.value) && !packed && !money) return true;
  const bool hyphen = before.value == U'-' && number.begin >= 2 &&
                      text::is_letter(text::decode_before(folded, number.begin - 1).value);
  const auto unit = word_behind(context, NumberWord::kUnit, number.end);
  const bool warm = unit && unit->entry->value.starts_with("temperature");  // +14 °C
  if (hyphen || before.value == U'#' || (before.value == U'+' && !warm)) return true;
  return (before.value == U'/' || before.value == U'_') && number.begin >= 2 &&
         !text::is_space(text::decode_before(folded, number.begin - 1).value);
}

// A telephone number: "0 800 503 200", "+34 900 123 456", or digits right behind "hotline:".
bool is_phone(const NumberContext& context, Range number) {
  constexpr size_t kFewest = 6, kMost = 15, kLongestRun = 32;
  const std::string_view folded = context.folded();
  if (!is_ascii_digit(folded[number.begin])) return false;
  constexpr std::string_view kMarks = " +()-/.";
  const auto in_run = [&](char c) {
    return is_ascii_digit(c) || kMarks.find(c) != std::string_view::npos;
  };
  uint32_t begin = number.begin, end = number.end;
  while (begin > 0 && number.begin - begin < kLongestRun && in_run(folded[begin - 1])) --begin;
  while (end < folded.size() && end - number.end < kLongestRun && in_run(folded[end])) ++end;
  while (begin < number.begin && kMarks.find(folded[begin]) != std::string_view::npos &&
         folded[begin] != '+') {
    ++begin;
  }
  const std::string_view run = folded.substr(begin, end - begin);
  const auto digits = static_cast<size_t>(std::ranges::count_if(run, is_ascii_digit));
  if (digits > kMost) return false;
  const std::string_view first = run.substr(0, run.find_first_not_of("0123456789+"));
  // One group of its own that a zero begins: no number is written so.
  const bool led = first.front() == '+' ||
                   (first.front() == '0' && first.size() < run.size() && run[first.size()] != '.');
  if (led && digits > kFewest) return true;
  // "Hotline of the city hall: 229 408 600"
  constexpr uint32_t kWordReach = 60, kRightBehind = 3;
  const Range sentence = context.sentence(number.begin);
  const uint32_t low = std::max(sentence.begin, begin > kWordReach ? begin - kWordReach : 0);
  const NumberHit* word = context.last_before(NumberWord::kPhone, begin, low);
  if (word == nullptr || digits < kFewest || run.find(' ') == std::string_view::npos) return false;
  const std::string_view gap = folded.substr(word->range.end, begin - word->range.end);
  return (gap.size() <= kRightBehind || gap.find(':') != std::string_view::npos) &&
         !word_behind(context, NumberWord::kUnit, number.end) &&
         !word_behind(context, NumberWord::kMoney, number.end) && !noun_behind(context, number.end);
}

// "6/16 A woman looks on": which picture of how many.
bool is_of_gallery(const NumberContext& context, Range number) {
  const std::string_view folded = context.folded();
  const auto digit = [&](size_t at) { return at < folded.size() && is_ascii_digit(folded[at]); };
  uint32_t first = number.begin, slash = number.end;
  if (first > 1 && folded[first - 1] == '/') {
    slash = first - 1;
    first = slash;
    while (first > 0 && is_ascii_digit(folded[first - 1])) --first;
  }
  if (slash >= folded.size() || folded[slash] != '/' || first == slash || slash - first > 3) {
    return false;
  }
  if (first > 0 && folded[first - 1] != ' ') return false;
  uint32_t end = slash + 1;
  while (digit(end)) ++end;
  if (end == slash + 1 || end - slash > 4 || end + 1 >= folded.size() || folded[end] != ' ') {
    return false;
  }
  const auto number_of = [&](uint32_t from, uint32_t to) {
    int value = 0;
    for (; from < to; ++from) value = value * 10 + (folded[from] - '0');
    return value;
  };
  constexpr int kPart = 10;  // halves to tenths are told in the middle of a sentence
  const int total = number_of(slash + 1, end);
  const bool opens = first <= context.sentence(first).begin + 1;
  const uint32_t behind = context.to_source({end + 1, end + 2}).begin;
  const char32_t next = text::decode(context.raw(), behind).value;
  return number_of(first, slash) <= total && (opens || total > kPart) &&
         (text::is_upper(next) || text::is_digit(next));
}

// "Na sexta-feira (14)": which day of the month the weekday is.
bool is_day_in_brackets(const NumberContext& context, Range number) {
  const std::string_view folded = context.folded();
  if (number.begin < 2 || number.end >= folded.size() || number.size() > 2) return false;
  if (folded[number.begin - 1] != '(' || folded[number.end] != ')') return false;
  const uint32_t open = number.begin - 1;
  return context.ends_time(folded[open - 1] == ' ' ? open - 1 : open);
}

// "С 13 по 17": hours or days, of which nothing is counted.
bool is_span(const NumberContext& context, Range number) {
  const std::string_view folded = context.folded();
  const auto plain = [&](const Numeral& one) { return one.digits && one.value <= 31; };
  const auto counts = [&](uint32_t end) {
    return noun_behind(context, end) || word_behind(context, NumberWord::kUnit, end) ||
           word_behind(context, NumberWord::kMoney, end) ||
           word_behind(context, NumberWord::kPercent, end);
  };
  if (const auto to = context.at(NumberWord::kSpanTo, skip_blank(folded, number.end));
      to && context.before(NumberWord::kFromFront, number.begin)) {
    const auto second =
        Numerals::get().at(folded, skip_blank(folded, to->range.end), context.lang());
    return second && plain(*second) && !counts(second->range.end);
  }
  const auto to = context.before(NumberWord::kSpanTo, number.begin);
  if (!to || counts(number.end)) return false;
  size_t end = to->range.begin;
  while (end > 0 && folded[end - 1] == ' ') --end;
  size_t begin = end;
  while (begin > 0 && is_ascii_digit(folded[begin - 1])) --begin;
  return begin < end && end - begin <= 2 &&
         context.before(NumberWord::kFromFront, begin).has_value();
}

// "The magnitude-6.1 quake"
bool is_hyphened_magnitude(const NumberContext& context, Range number) {
  return number.begin > 1 && context.folded()[number.begin - 1] == '-' &&
         context.block_has(NumberWord::kQuake) &&
         context.before(NumberWord::kMagnitude, number.begin - 1).has_value();
}

// "A mum-of-four", "the mother-of-two".
bool is_part_of_word(const NumberContext& context, Range number) {
  const std::string_view front = context.folded().substr(0, number.begin);
  return front.ends_with('-') && front.size() > 1 &&
         text::is_letter(text::decode_before(front, front.size() - 1).value);
}

// "मृतकों की संख्या 6": how many they are, and no label.
bool is_number_of_people(const NumberContext& context, Range label) {
  constexpr uint32_t kBeside = 12;  // bytes
  const auto cue = context.before(NumberWord::kNumberOf, label.end);
  if (!cue) return false;
  const uint32_t begin = cue->range.begin, low = begin - std::min(begin, 4 * kBeside);
  for (const NumberWord kind : {NumberWord::kState, NumberWord::kNoun}) {
    const NumberHit* what = context.last_before(kind, begin, low);
    if (what != nullptr && what->range.end + kBeside >= begin) return true;
  }
  return false;
}

// 「ウォーミー2」, '워미2', “暖风2”: the last letter of a name in marks.
bool ends_marked_name(const NumberContext& context, Range number) {
  constexpr std::u32string_view kOpen = U"「『“‘\"'《", kClose = U"」』”’\"'》";
  constexpr uint32_t kReach = 48;  // bytes of the name
  constexpr size_t kMostDigits = 3;
  const Range source = context.to_source(number);
  const std::string_view raw = context.raw();
  if (number.size() > kMostDigits || source.begin == 0 || source.end >= raw.size()) return false;
  const text::CodePoint before = text::decode_before(raw, source.begin);
  const bool packed = text::is_spaceless(before.value) || text::is_hangul(before.value);
  if (!packed || !text::is_letter(before.value)) return false;
  if (kClose.find(text::decode(raw, source.end).value) == std::u32string_view::npos) return false;
  for (uint32_t at = source.begin; at > 0 && source.begin - at < kReach;) {
    const text::CodePoint c = text::decode_before(raw, at);
    if (kOpen.find(c.value) != std::u32string_view::npos) return true;
    const bool inside = text::is_letter(c.value) || c.value == U' ' || c.value == 0x30FC;
    if (!inside) return false;
    at -= c.length;
  }
  return false;
}

// No time: "Channel 5 minutes later" has a label.
bool is_length(const NumberHit& unit) {
  return unit.entry->value.starts_with("distance:") || unit.entry->value.starts_with("weight:") ||
         unit.entry->value.starts_with("area:");
}

}  // namespace

bool is_skipped(const NumberContext& context, Range number) {
  if (context.is_excluded(number) || is_phone(context, number)) return true;
  if (is_hyphened_magnitude(context, number)) return false;
  if (is_day_in_brackets(context, number) || is_span(context, number)) return true;
  if (is_of_gallery(context, number) || is_part_of_word(context, number)) return true;
  const std::string_view folded = context.folded();
  const bool digits = is_ascii_digit(folded[number.begin]);
  // "article 5", and "the article 5 members signed"; behind "No." stands no count (value 1).
  const bool hyphen = number.begin > 0 && folded[number.begin - 1] == '-';  // "mum-of-four"
  const auto label =
      context.before(NumberWord::kNotBefore, number.begin - static_cast<uint32_t>(hyphen));
  if (label && label->entry->value == "1") return true;
  // "pada level 5,50 persen", "طول الطريق 45 كيلومترا"
  const auto unit = word_behind(context, NumberWord::kUnit, number.end);
  const bool measured = word_behind(context, NumberWord::kPercent, number.end) ||
                        word_behind(context, NumberWord::kPoints, number.end) ||
                        (unit && is_length(*unit));
  if (label && !measured && !context.at(NumberWord::kNoun, skip_blank(folded, number.end)) &&
      !is_number_of_people(context, label->range)) {
    return true;
  }
  if (!digits) return false;
  if (ends_marked_name(context, number)) return true;
  // "(2330.TW)": a share's mark.
  if (number.begin > 0 &&
      (folded[number.begin - 1] == '(' || folded.substr(0, number.begin).ends_with("（")) &&
      number.end + 1 < folded.size() && folded[number.end] == '.' &&
      text::is_upper(text::decode(context.raw(), context.to_source(number).end + 1).value)) {
    return true;
  }
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
  // "About 950 trees fell": any word that opens a sentence has a capital.
  const uint32_t first = context.sentence(begin).begin;
  if (start <= context.to_source({first, first + 1}).begin) return false;
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
