// Figures that are not what came to be: what was expected or asked for, and what it was before.
// "Cut from 33% to 31.5%, where 32% had been expected" tells one rate.
#include <algorithm>

#include "annotate/quantities/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr uint32_t kWordReach = 110;  // bytes from "expected" to the number
constexpr uint32_t kBackReach = 60;   // … and from the number to the word behind it
constexpr uint32_t kPairReach = 80;   // bytes from "from 33%" to "to 31.5%"

bool number_between(const std::vector<Range>& numbers, uint32_t from, uint32_t to) {
  return std::ranges::any_of(
      numbers, [&](Range number) { return number.begin >= from && number.end <= to; });
}

// A word of the kind in the clause of the number, and no other number between. In front of it;
// where the word's value is 1, behind it as well.
bool has_word(const NumberContext& context, NumberWord kind, Range number,
              const std::vector<Range>& numbers) {
  if (!context.block_has(kind)) return false;
  const Range sentence = context.sentence(number.begin);
  const uint32_t low =
      std::max(sentence.begin, number.begin > kWordReach ? number.begin - kWordReach : 0);
  const NumberHit* front = context.last_before(kind, number.begin, low);
  if (front != nullptr && context.same_clause(front->range.end, number.begin) &&
      !number_between(numbers, front->range.end, number.begin)) {
    return true;
  }
  const uint32_t high = std::min(sentence.end, number.end + kBackReach);
  const NumberHit* back = context.first_behind(kind, "1", number.end, high);
  return back != nullptr && context.same_clause(number.end, back->range.begin) &&
         !number_between(numbers, number.end, back->range.begin);
}

bool is_beside(const NumberContext& context, NumberWord front, NumberWord back, Range number) {
  if (context.before(front, number.begin)) return true;
  const std::string_view folded = context.folded();
  if (context.at(back, skip_blank(folded, number.end))) return true;
  // "24人から35人に": behind what is counted.
  const auto noun = noun_behind(context, number.end);
  return noun && context.at(back, skip_blank(folded, noun->range.end)).has_value();
}

// "8 percent more over two years": how long it takes, no bound.
bool is_course(const NumberContext& context, const model::Quantity& amount, Range before,
               Range duration) {
  constexpr uint32_t kReach = 32;  // bytes between the two
  if (amount.kind != "percent" && amount.kind != "percent_points" && amount.kind != "money") {
    return false;
  }
  const auto over = context.before(NumberWord::kCourse, duration.begin);
  return over && over->range.begin >= before.end && over->range.begin - before.end <= kReach &&
         context.same_clause(before.end, over->range.begin);
}

}  // namespace

void mark_standing(const NumberContext& context, const std::vector<Range>& numbers,
                   std::span<model::Quantity> quantities) {
  for (size_t i = 0; i < quantities.size(); ++i) {
    model::Quantity& quantity = quantities[i];
    if (quantity.scope != "event") continue;
    if (has_word(context, NumberWord::kExpected, numbers[i], numbers)) {
      quantity.scope = "expected";
    } else if (has_word(context, NumberWord::kFormer, numbers[i], numbers)) {
      quantity.scope = "former";
    }
  }
  for (size_t i = 1; i < quantities.size(); ++i) {
    if (quantities[i].kind == "duration" && quantities[i].modifier == "more_than" &&
        is_course(context, quantities[i - 1], numbers[i - 1], numbers[i])) {
      quantities[i].modifier.clear();
    }
  }
  // "from 33% to 31.5%", "to 31.5% from 33%"
  for (size_t i = 0; i + 1 < quantities.size(); ++i) {
    const Range b = numbers[i + 1];
    // A number may hold the unit that the next one lends it: "from 45 to 30 million dollars".
    const Range a{numbers[i].begin, std::min(numbers[i].end, b.begin)};
    const model::Quantity& one = quantities[i];
    const model::Quantity& two = quantities[i + 1];
    // "نزدیک به دو سوم از ۴۲۰۰": a part and its whole are no two states of one number.
    if (one.kind != two.kind || one.unit != two.unit || one.value == two.value || one.max ||
        (one.kind == "count" && (one.value < 1 || two.value < 1)) || two.max ||
        b.begin <= a.begin || b.begin - a.end > kPairReach ||
        context.sentence(a.begin) != context.sentence(b.begin)) {
      continue;
    }
    const auto from = [&](Range number) {
      return is_beside(context, NumberWord::kFromFront, NumberWord::kFromBehind, number);
    };
    const auto to = [&](Range number) {
      return is_beside(context, NumberWord::kToFront, NumberWord::kToBehind, number);
    };
    const bool onward = from(a) && to(b);
    // "до 12%" behind "з 14%" is where it came to, and no bound.
    if (onward && two.modifier == "at_most") quantities[i + 1].modifier.clear();
    const bool back = to(a) && from(b) && b.begin - a.end < 24;
    model::Quantity& before = onward ? quantities[i] : quantities[i + 1];
    if ((onward || back) && before.scope == "event") before.scope = "former";
  }
}

}  // namespace synoptic::annotate
