// How strong an earthquake was: "magnitude 6.9", "un terremoto de 8,4", M7.1.
#include <cmath>

#include "annotate/letters.h"
#include "annotate/quantities/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr double kLargestMagnitude = 10;
constexpr uint32_t kFarMagnitude = 110;  // … over the word for the quake
constexpr uint32_t kNearMagnitude = 36;  // bytes between "magnitude" and its number

// "um terremoto de 8,4", "an 8.4 quake", "6,9-Beben": the number stands right at the word.
bool is_of_quake(const NumberContext& context, const QuantityDraft& draft) {
  constexpr double kSmallest = 2;
  const double value = draft.quantity.value;
  if (value == std::floor(value) || value < kSmallest || draft.quantity.max) return false;
  if (word_behind(context, NumberWord::kQuake, draft.after)) return true;
  const auto of = context.before(NumberWord::kOfScale, draft.number.begin);
  return context.before(NumberWord::kQuake, of ? of->range.begin : draft.number.begin)
             .has_value() &&
         !word_behind(context, NumberWord::kUnit, draft.after);
}

// 6.2级地震，造成至少5人死亡; "6.1 magnitude quake: 4 dead": the word is of a number before it, and
// says nothing of the one behind.
bool is_of_number_before(const NumberContext& context, const NumberHit& word) {
  const std::string_view folded = context.folded();
  uint32_t end = word.range.begin;
  if (end > 0 && (folded[end - 1] == ' ' || folded[end - 1] == '-')) --end;
  uint32_t begin = end;
  while (begin > 0 && (has_ascii_digit(folded, begin - 1, begin) || folded[begin - 1] == '.' ||
                       folded[begin - 1] == ',')) {
    --begin;
  }
  const std::string_view number = folded.substr(begin, end - begin);
  if (number.empty() || !has_ascii_digit(number, number.size() - 1, number.size())) return false;
  return end == word.range.begin || number.find_first_of(".,") == 1 || number.size() == 1;
}

// "Толчки силой до четырёх баллов ощущались в столице": how strong it was felt there.
bool is_felt(const NumberContext& context, uint32_t at, double value) {
  if (value != std::floor(value) || !context.block_has(NumberWord::kIntensity)) return false;
  constexpr uint32_t kReach = 90;
  const Range sentence = context.sentence(at);
  const uint32_t low = std::max(sentence.begin, at > kReach ? at - kReach : 0);
  const uint32_t high = std::min(sentence.end, at + kReach);
  const NumberHit* front = context.last_before(NumberWord::kIntensity, at, low);
  const NumberHit* back = context.first_behind(NumberWord::kIntensity, at, high);
  return (front != nullptr && context.same_clause(front->range.end, at)) ||
         (back != nullptr && context.same_clause(at, back->range.begin));
}

}  // namespace

bool read_magnitude(const NumberContext& context, QuantityDraft& draft) {
  const double value = draft.quantity.value;
  if (value <= 0 || value >= kLargestMagnitude || draft.article ||
      !context.block_has(NumberWord::kQuake)) {
    return false;
  }
  const uint32_t begin = draft.number.begin;
  if (is_felt(context, begin, value)) return false;
  const uint32_t low = begin > kNearMagnitude ? begin - kNearMagnitude : 0;
  const NumberHit* front = context.last_before(NumberWord::kMagnitude, begin, low);
  // "Магнитуда землетрясения составила 6,3": farther, over the word for the quake.
  if (front == nullptr && value != std::floor(value)) {
    const Range sentence = context.sentence(begin);
    const uint32_t far = begin > kFarMagnitude ? begin - kFarMagnitude : 0;
    front = context.last_before(NumberWord::kMagnitude, begin, std::max(far, sentence.begin));
    const NumberHit* quake =
        front == nullptr ? nullptr
                         : context.first_behind(NumberWord::kQuake, front->range.end, begin);
    if (quake == nullptr || !context.same_clause(front->range.end, quake->range.end))
      front = nullptr;
  }
  const auto clear = [&](uint32_t from, uint32_t to) {
    for (uint32_t at = from; at < to; ++at) {
      const char c = context.folded()[at];
      if ((c >= '0' && c <= '9') || c == ';' || c == '.') return false;
    }
    return true;
  };
  auto back = word_behind(context, NumberWord::kMagnitude, draft.after);
  // "6,3 grados en la escala de Richter", "un terremoto de 5,8 grados": no degrees of heat.
  if (const auto degree = word_behind(context, NumberWord::kDegree, draft.after); !back && degree) {
    const auto unit = word_behind(context, NumberWord::kUnit, draft.after);
    const bool bare = !unit || unit->range.end == degree->range.end;
    const bool richter =
        word_behind(context, NumberWord::kMagnitude, degree->range.end).has_value();
    const NumberHit* quake =
        context.last_before(NumberWord::kQuake, begin, begin > kNearMagnitude ? low : 0);
    const bool of_quake = quake != nullptr && clear(quake->range.end, begin) &&
                          context.same_clause(quake->range.end, begin);
    if (richter || (bare && of_quake)) back = degree;
  }
  const bool before =
      front != nullptr && !is_of_number_before(context, *front) && clear(front->range.end, begin);
  if (!before && !back && !is_of_quake(context, draft)) return false;
  draft.quantity.kind = "magnitude";
  draft.quantity.unit.clear();
  draft.quantity.counted_class = "earthquake";
  if (back) {
    take(draft, *back);
  } else if (const auto degree = word_behind(context, NumberWord::kUnit, draft.after);
             degree && degree->entry->value.starts_with("temperature")) {
    take(draft, *degree);
  } else if (degree) {
    return false;  // "magnitude 6, 40 km deep" reads the 40 elsewhere; "within 3 days" is a time
  }
  return true;
}

}  // namespace synoptic::annotate
