// Numbers with a unit: percent, distances, weights, durations.
#include <cstdlib>

#include "annotate/letters.h"
#include "annotate/quantities/quantity_draft.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

void take_front(QuantityDraft& draft, const NumberHit& hit) {
  draft.whole.begin = std::min(draft.whole.begin, hit.range.begin);
}

struct Scale {
  std::string_view unit, base;
  double factor;
};
// Units that are said one behind the other: "29 minutes and 14 seconds".
constexpr Scale kScales[] = {{"second", "time", 1},
                             {"minute", "time", 60},
                             {"hour", "time", 3600},
                             {"day", "time", 86400},
                             {"week", "time", 604800},
                             {"month", "year", 1},
                             {"year", "year", 12},
                             {"cm", "m", 1},
                             {"m", "m", 100},
                             {"km", "m", 100000},
                             {"g", "g", 1},
                             {"kg", "g", 1000},
                             {"t", "g", 1000000},
                             {"inch", "foot", 1},
                             {"foot", "foot", 12}};

const Scale* scale_of(std::string_view unit) {
  for (const Scale& scale : kScales) {
    if (scale.unit == unit) return &scale;
  }
  return nullptr;
}

std::string_view unit_name(const NumberHit& hit) {
  const std::vector<std::string_view> parts = split(hit.entry->value, ':');
  return parts.size() < 2 ? std::string_view() : parts[1];
}

// "minus", "below zero", -12: only of temperatures.
void read_minus(const NumberContext& context, QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const uint32_t begin = draft.number.begin;
  const auto front = context.before(NumberWord::kMinus, begin);
  const bool sign = begin > 0 && folded[begin - 1] == '-' &&
                    (begin == 1 || folded[begin - 2] == ' ' || folded[begin - 2] == '(');
  const auto back = word_behind(context, NumberWord::kBelowZero, draft.after);
  if (!front && !sign && !back) return;
  draft.quantity.value = -draft.quantity.value;
  if (draft.quantity.max) draft.quantity.max = -*draft.quantity.max;
  if (front) take_front(draft, *front);
  if (sign) draft.whole.begin = std::min(draft.whole.begin, begin - 1);
  if (back) take(draft, *back);
}

// 9秒98: the digits behind seconds are their fraction.
void read_hundredths(const NumberContext& context, QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  uint32_t end = draft.after;
  if (draft.quantity.unit != "second" || end == 0 ||
      !text::is_spaceless(text::decode_before(folded, end).value)) {
    return;
  }
  double place = 1;
  while (end < folded.size() && has_ascii_digit(folded, end, end + 1) && place > 0.001) {
    place /= 10;
    draft.quantity.value += place * (folded[end] - '0');
    ++end;
  }
  draft.after = draft.whole.end = std::max(draft.after, end);
}

// "10 km deep", "at a depth of 10 km": no way from one place to another.
void read_depth(const NumberContext& context, QuantityDraft& draft) {
  constexpr uint32_t kBefore = 40, kBehind = 14;
  const uint32_t begin = draft.number.begin, end = draft.after;
  const Range sentence = context.sentence(begin);
  const uint32_t low = std::max(sentence.begin, begin > kBefore ? begin - kBefore : 0);
  const NumberHit* hit = context.last_before(NumberWord::kDepth, begin, low);
  if (hit != nullptr && (has_ascii_digit(context.folded(), hit->range.end, begin) ||
                         !context.same_clause(hit->range.end, begin))) {
    hit = nullptr;
  }
  // 地下430公尺: a value of 1 says that it must stand right at the number, 地下鉄の駅から3キロ.
  constexpr uint32_t kRight = 4;
  const auto beside = [&](const NumberHit& word, uint32_t gap) {
    return word.entry->value != "1" || gap <= kRight;
  };
  if (hit != nullptr && !beside(*hit, begin - hit->range.end)) hit = nullptr;
  if (hit == nullptr) {
    hit = context.first_behind(NumberWord::kDepth, end, std::min(sentence.end, end + kBehind));
    if (hit == nullptr || !context.same_clause(end, hit->range.begin) ||
        !beside(*hit, hit->range.begin - end)) {
      return;
    }
  }
  draft.quantity.counted_class = "depth";
  draft.quantity.counted = std::string(context.to_source(hit->range).of(context.raw()));
}

// 時速120キロ: the speed is said before; 覚醒剤700キロ: what has weight is.
void read_front_words(const NumberContext& context, QuantityDraft& draft) {
  if (draft.quantity.kind != "distance") return;
  const uint32_t begin = draft.number.begin;
  constexpr uint32_t kReach = 24;
  const Range sentence = context.sentence(begin);
  const uint32_t low = std::max(sentence.begin, begin > kReach ? begin - kReach : 0);
  const std::string_view per = draft.quantity.unit == "m" ? "m/s" : "km/h";
  const NumberHit* speed = context.last_before(NumberWord::kSpeedFront, per, begin, low);
  if (speed != nullptr && !has_ascii_digit(context.folded(), speed->range.end, begin)) {
    draft.quantity.kind = "speed";
    draft.quantity.unit = speed->entry->value;
    take_front(draft, *speed);
    return;
  }
  const std::string_view word = context.folded().substr(draft.number.end, draft.after);
  const NumberHit* weighs = context.last_before(NumberWord::kWeighs, begin, sentence.begin);
  if (weighs != nullptr && !has_ascii_digit(context.folded(), weighs->range.end, begin) &&
      word.starts_with(weighs->entry->value)) {
    draft.quantity.kind = "weight";
    draft.quantity.unit = "kg";
  }
}

}  // namespace

std::optional<NumberHit> word_behind(const NumberContext& context, NumberWord kind, uint32_t at) {
  const std::string_view folded = context.folded();
  size_t next = skip_blank(folded, at);
  if (next < folded.size() && folded[next] == '-') ++next;  // a 5-year plan
  return context.at(kind, next);
}

QuantityDraft draft_of(const Numeral& number) {
  QuantityDraft draft;
  draft.number = draft.whole = number.range;
  draft.after = number.range.end;
  draft.quantity.value = number.value;
  draft.words = !number.digits;
  draft.article = number.article || (draft.words && number.value == 1);
  draft.weak = number.weak;
  draft.scaled = number.scaled;
  return draft;
}

namespace {

// A word that tells hundredths only of a rate of interest ("rate" in its value): 0.25厘, 25點子.
std::optional<NumberHit> part_of_rate(const NumberContext& context, NumberWord kind, uint32_t at) {
  auto hit = word_behind(context, kind, at);
  if (!hit || !hit->entry->value.ends_with("rate")) return hit;
  const auto all = static_cast<uint32_t>(context.folded().size());
  const auto unit = word_behind(context, NumberWord::kUnit, at);  // 厘米
  const bool longer = unit && unit->range.size() > hit->range.size();
  if (longer || context.first_behind(NumberWord::kMeasure, "interest_rate", 0, all) == nullptr) {
    return std::nullopt;
  }
  return hit;
}

}  // namespace

bool read_percent(const NumberContext& context, QuantityDraft& draft) {
  auto points = part_of_rate(context, NumberWord::kPoints, draft.after);
  if (!points) {
    // "Three points": of a percentage only where the sentence tells one.
    points = word_behind(context, NumberWord::kPointsBare, draft.after);
    const Range sentence = context.sentence(draft.number.begin);
    constexpr double kMost = 60;  // an index has more
    if (draft.quantity.value > kMost || (points && !context.has_percent(sentence, draft.number)))
      points.reset();
  }
  const auto percent = part_of_rate(context, NumberWord::kPercent, draft.after);
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
  // 6割: tenths.
  if (const auto tenths = word_behind(context, NumberWord::kTenths, draft.after)) {
    draft.quantity.kind = "percent";
    draft.quantity.value *= 10;
    if (draft.quantity.max) *draft.quantity.max *= 10;
    take(draft, *tenths);
    return true;
  }
  const auto front = context.before(NumberWord::kPercentBefore, draft.number.begin);
  if (!front) return false;
  draft.quantity.kind = "percent";
  take_front(draft, *front);
  return true;
}

namespace {

// Where "two hours, one minute and 12 seconds" goes on behind its comma.
std::optional<Numeral> number_behind_comma(const NumberContext& context, uint32_t at) {
  const std::string_view folded = context.folded();
  if (at >= folded.size() || folded[at] != ',') return std::nullopt;
  return Numerals::get().at(folded, skip_blank(folded, at + 1), context.lang());
}

bool add_one_smaller_unit(const NumberContext& context, QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const Scale* own = scale_of(draft.quantity.unit);
  if (own == nullptr || draft.quantity.max) return false;
  auto number = number_behind_and(context, draft.after);
  if (!number) {
    number = Numerals::get().at(folded, skip_blank(folded, draft.after), context.lang());
  }
  if (!number && own->base == "time") number = number_behind_comma(context, draft.after);
  if (!number || context.is_excluded(number->range)) return false;
  const auto unit = word_behind(context, NumberWord::kUnit, number->range.end);
  if (!unit) return false;
  const Scale* less = scale_of(unit_name(*unit));
  if (less == nullptr || less->base != own->base || less->factor >= own->factor ||
      number->value * less->factor >= own->factor) {
    return false;
  }
  if (own->base == "year") {  // "12 years and 6 months" are twelve and a half
    draft.quantity.value += number->value / own->factor;
  } else {
    draft.quantity.value = draft.quantity.value * own->factor / less->factor + number->value;
    draft.quantity.unit = std::string(less->unit);
  }
  take(draft, *unit);
  return true;
}

}  // namespace

bool add_smaller_unit(const NumberContext& context, QuantityDraft& draft) {
  if (!add_one_smaller_unit(context, draft)) return false;
  add_one_smaller_unit(context, draft);  // hours, minutes, seconds
  return true;
}

bool read_unit(const NumberContext& context, QuantityDraft& draft) {
  auto unit = word_behind(context, NumberWord::kUnit, draft.after);
  const auto glued = word_behind(context, NumberWord::kGlued, draft.after);
  if (glued && (!unit || glued->range.end > unit->range.end)) unit = glued;
  if (!unit) {
    // "deux millions de tonnes", "millones de litros"
    const auto of = word_behind(context, NumberWord::kOfScale, draft.after);
    if (of && draft.quantity.value >= 1000) {
      unit = word_behind(context, NumberWord::kUnit, of->range.end);
    }
  }
  if (!unit) return false;
  // "5 t" is a weight, "5 t-shirts" are none: one letter stands alone.
  const std::string_view folded = context.folded();
  if (unit->range.size() == 1 && draft.words) return false;  // zero-G
  if (unit->range.size() <= 2 && unit->range.end < folded.size() &&
      (folded[unit->range.end] == '/' || folded[unit->range.end] == '-' ||
       folded[unit->range.end] == '\'')) {
    return false;
  }
  const std::vector<std::string_view> parts = split(unit->entry->value, ':');
  if (parts.size() < 2) return false;
  // A word for tonnes and for people: where people come to harm, people.
  if (parts.size() > 2 && parts[2] == "people") {
    const Range sentence = context.sentence(draft.number.begin);
    if (context.first_behind(NumberWord::kState, sentence.begin, sentence.end) != nullptr) {
      return false;
    }
  }
  if (parts.size() > 2 && parts[2] == "behind") return false;
  // 120분, and "세 분" are three persons.
  if (parts.size() > 2 && parts[2] == "digits" && draft.words) return false;
  // "-15C" in a sentence about the weather; elsewhere 12C may be anything.
  if (parts.size() > 2 && parts[2] == "joined" &&
      (unit->range.begin != draft.after || draft.words ||
       !context.block_has(NumberWord::kThermo))) {
    return false;
  }
  const double factor = parts.size() > 2 ? std::strtod(std::string(parts[2]).c_str(), nullptr) : 1;
  if (factor > 1) {
    if (draft.quantity.value > 20) return false;  // "the 60s" and "21世紀" are times
    draft.quantity.value *= factor;
    if (draft.quantity.max) *draft.quantity.max *= factor;
  } else if (factor > 0 && factor < 1) {  // a dunam is a tenth of a hectare
    draft.quantity.value *= factor;
    if (draft.quantity.max) *draft.quantity.max *= factor;
  }
  draft.quantity.kind = std::string(parts[0]);
  draft.quantity.unit = std::string(parts[1]);
  take(draft, *unit);
  if (!add_smaller_unit(context, draft)) {
    if (const auto half = word_behind(context, NumberWord::kHalfMore, draft.after)) {
      draft.quantity.value += factor > 1 ? factor / 2 : 0.5;  // "a decade and a half"
      take(draft, *half);
    }
  }
  read_hundredths(context, draft);
  read_front_words(context, draft);
  if (draft.quantity.kind == "distance") read_depth(context, draft);
  if (draft.quantity.kind == "temperature") read_minus(context, draft);
  return true;
}

namespace {

// "засудили до восьми років", "subió hasta 20": behind such a verb it is where it came to, no
// bound.
bool is_goal(const NumberContext& context, const NumberHit& modifier) {
  constexpr uint32_t kVerbReach = 120;
  const uint32_t begin = modifier.range.begin;
  const auto goal = context.at(NumberWord::kGoal, begin);
  if (!goal || goal->range.end < modifier.range.end) return false;
  const Range sentence = context.sentence(begin);
  const uint32_t low = std::max(sentence.begin, begin > kVerbReach ? begin - kVerbReach : 0);
  return context.last_before(NumberWord::kSentenced, begin, low) != nullptr ||
         context.last_before(NumberWord::kMoved, begin, low) != nullptr;
}

}  // namespace

// "至少关闭10天", "at least for ten days": a short verb, or one small word, may stand between.
std::optional<NumberHit> bound_before(const NumberContext& context, uint32_t begin) {
  constexpr int kLetters = 4;        // without blanks between words
  constexpr uint32_t kLongest = 12;  // bytes of a word between blanks
  const std::string_view folded = context.folded();
  uint32_t at = begin;
  while (at > 0 && folded[at - 1] == ' ') --at;
  int letters = 0;
  for (const uint32_t end = at; at > 0 && end - at < kLongest; ++letters) {
    const text::CodePoint c = text::decode_before(folded, at);
    if (!text::is_letter(c.value)) break;
    const bool tight = text::is_spaceless(c.value);
    at -= c.length;
    if (tight && (letters == kLetters || Numerals::get().at(folded, at, context.lang()))) {
      return std::nullopt;
    }
    const bool whole =
        at > 0 && folded[at - 1] == ' ' && !Numerals::get().at(folded, at, context.lang());
    if (!tight && !whole) continue;
    if (auto hit = context.before(NumberWord::kFarBound, at)) return hit;
  }
  return std::nullopt;
}

void read_modifiers(const NumberContext& context, QuantityDraft& draft) {
  uint32_t at = draft.whole.begin;
  for (int i = 0; i < 2; ++i) {
    const auto hit = context.before(NumberWord::kBefore, at);
    if (!hit || hit->entry->value == "none" || is_goal(context, *hit)) break;
    if (draft.quantity.modifier.empty()) draft.quantity.modifier = hit->entry->value;
    at = hit->range.begin;
  }
  if (!draft.quantity.modifier.empty() || at != draft.whole.begin) return;
  if (const auto hit = bound_before(context, at)) draft.quantity.modifier = hit->entry->value;
}

void read_modifier_behind(const NumberContext& context, QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  size_t next = skip_blank(folded, draft.after);
  const auto hit = context.at(NumberWord::kBehind, next);
  // 6.4强震 is a strong quake, not more than 6.4: the longer word is none of these.
  if (!hit || hit->entry->value == "none") return;
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

uint32_t read_modifier_of_noun(const NumberContext& context, uint32_t at, QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const auto hit = context.at(NumberWord::kBehindNoun, skip_blank(folded, at));
  if (!hit || hit->entry->value == "none") return 0;
  // "14 personas al menos 3 de ellas": told of the next number.
  const size_t next = skip_blank(folded, hit->range.end);
  if (context.before(NumberWord::kBefore, hit->range.end) &&
      Numerals::get().at(folded, next, context.lang())) {
    return 0;
  }
  if (draft.quantity.modifier.empty()) draft.quantity.modifier = hit->entry->value;
  return hit->range.end;
}

}  // namespace synoptic::annotate
