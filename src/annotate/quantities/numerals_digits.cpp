// Numbers in digits, with what groups them and their fractions.
#include <cstdlib>

#include "annotate/letters.h"
#include "annotate/quantities/numerals.h"
#include "text/fold.h"

namespace synoptic::annotate {
namespace {

constexpr size_t kMostDigits = 18;

size_t digit_run(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  return end - at;
}

// Of one digit by another: 1⁄2, as the sign ½ is folded. None where it stands: 0.
double small_fraction(std::string_view text, size_t at) {
  constexpr std::string_view kSlash = "\xE2\x81\x84";  // U+2044
  if (digit_run(text, at) != 1 || !text.substr(at + 1).starts_with(kSlash)) return 0;
  const size_t below = at + 1 + kSlash.size();
  if (digit_run(text, below) != 1 || text[below] == '0') return 0;
  return static_cast<double>(text[at] - '0') / (text[below] - '0');
}
constexpr size_t kSmallFraction = 5;  // bytes

}  // namespace

// 12, 12,000, 12 000, 6.4, 6,4: which mark parts the fraction is the language's affair; a mark
// before anything but three digits can only be a decimal one.
bool Numerals::digits(std::string_view folded, size_t& at, const Style* style, Numeral& out) const {
  const size_t first = digit_run(folded, at);
  if (first == 0 || first > kMostDigits) return false;
  // 2½, 2 ½: folded, the sign's digits stand right behind the others.
  const size_t blank = at + first < folded.size() && folded[at + first] == ' ' ? 1 : 0;
  for (const size_t part : {at + first - 1, at + first + blank}) {
    const double fraction = small_fraction(folded, part);
    if (fraction == 0) continue;
    out.value = std::strtod(std::string(folded.substr(at, part - at)).c_str(), nullptr) + fraction;
    out.decimal = true;
    at = part + kSmallFraction;
    return true;
  }
  std::string plain(folded.substr(at, first));
  size_t end = at + first;
  out.digit_count = static_cast<uint32_t>(first);
  const bool comma_decimal = style != nullptr && style->comma_decimal;
  const auto group = [&](char mark) {
    return end < folded.size() && folded[end] == mark && digit_run(folded, end + 1) == 3;
  };
  const auto group_arabic = [&] {  // U+066C
    return folded.substr(end).starts_with("\xD9\xAC") && digit_run(folded, end + 2) == 3;
  };
  const char group_mark = comma_decimal ? '.' : ',';
  const bool spaces = style != nullptr && style->space_groups;
  while (first <= 3 && plain.size() < kMostDigits) {
    size_t mark = 0;
    if (group(group_mark) || group('\'') || (spaces && group(' '))) mark = 1;
    if (group_arabic()) mark = 2;
    const char other_mark = comma_decimal ? ',' : '.';
    const bool either = style != nullptr && style->either_group && folded[at] != '0';
    if (mark == 0 && either && group(other_mark)) mark = 1;
    if (mark == 0 || (plain.size() > first && out.grouped == false)) break;
    plain += folded.substr(end + mark, 3);
    end += mark + 3;
    out.grouped = true;
  }
  // Indian groups: 1,00,000.
  if (!out.grouped && first <= 2 && end < folded.size() && folded[end] == ',' &&
      digit_run(folded, end + 1) == 2) {
    size_t look = end;
    std::string indian = plain;
    // No further than a number may be long: a list of thousands is walked from each of its places.
    while (indian.size() + 3 < kMostDigits && look < folded.size() && folded[look] == ',' &&
           digit_run(folded, look + 1) == 2) {
      indian += folded.substr(look + 1, 2);
      look += 3;
    }
    if (look < folded.size() && folded[look] == ',' && digit_run(folded, look + 1) == 3) {
      plain = indian + std::string(folded.substr(look + 1, 3));
      end = look + 4;
      out.grouped = true;
    }
  }
  size_t mark = 0;
  if (end < folded.size() && (folded[end] == '.' || folded[end] == ',')) mark = 1;
  if (folded.substr(end).starts_with("\xD9\xAB")) mark = 2;  // U+066B
  if (style != nullptr && style->slash_decimal && end < folded.size() && folded[end] == '/' &&
      digit_run(folded, end + 1) == 1 && (at == 0 || folded[at - 1] != '/') &&
      (end + 2 >= folded.size() || folded[end + 2] != '/')) {
    mark = 1;
  }
  const size_t fraction = mark == 0 ? 0 : digit_run(folded, end + mark);
  const bool own_mark = mark == 2 || (mark == 1 && folded[end] == (comma_decimal ? ',' : '.'));
  if (fraction > 0 && fraction <= 6 && (own_mark || (fraction <= 2 && !out.grouped))) {
    plain += '.';
    plain += folded.substr(end + mark, fraction);
    end += mark + fraction;
    out.decimal = true;
  }
  out.value = std::strtod(plain.c_str(), nullptr);
  at = end;
  return true;
}

}  // namespace synoptic::annotate
