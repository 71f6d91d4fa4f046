#include "compare/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "text/fold.h"

namespace synoptic::compare {
namespace {

using model::EntityType;
using model::Precision;

// Two roundings of one figure lie this near: "12,000" and 12,043; "about" gives more room.
constexpr double kRounding = 0.02;
constexpr double kAbout = 0.06;
constexpr double kHolds = 3.0;  // "more than 10" still says something about 28, not about 100

struct Measure {  // a quantity in its base unit
  std::string sort, unit;
  double factor = 1;
};

// "Half of the seats" is 50% of them.
bool is_part(const model::Quantity& quantity) {
  return quantity.kind == "count" && quantity.value > 0 && quantity.value < 1;
}

bool is_vague(std::string_view modifier) {
  return modifier == "dozens" || modifier == "hundreds" || modifier == "thousands";
}

Measure measure(const model::Quantity& quantity) {
  Measure out;
  if (quantity.kind == "money") return {"money " + quantity.unit, quantity.unit, 1};
  if (quantity.kind == "fraction" || is_part(quantity)) return {"percent", "%", 100};
  if (quantity.kind == "percent") return {"percent", "%", 1};
  if (quantity.kind == "percent_points") return {"percent_points", "percentage points", 1};
  if (quantity.kind == "rank" || quantity.kind == "score") return {quantity.kind, "", 1};
  const Unit unit = unit_of(quantity.unit);
  out.unit = unit.base;
  out.factor = unit.factor;
  out.sort = unit.base.empty() ? quantity.kind : quantity.kind + " " + unit.base;
  return out;
}

std::string number_of(const model::Quantity& quantity, double factor, const std::string& unit) {
  std::string out = plain_number(quantity.value * factor);
  if (quantity.max) out += "-" + plain_number(*quantity.max * factor);
  if (quantity.of) out += " of " + plain_number(*quantity.of);
  if (unit == "%") return out + "%";
  return unit.empty() ? out : out + " " + unit;
}

// The figure as people read it: "2 days" and "1 day", where the comparable form says "2 day".
std::string shown_of(const model::Quantity& quantity) {
  constexpr std::string_view kWords[] = {"second", "minute", "hour", "day",
                                         "week",   "month",  "year", "decade"};
  const bool word =
      std::find(std::begin(kWords), std::end(kWords), quantity.unit) != std::end(kWords);
  const bool many = word && (quantity.value != 1 || quantity.max);
  return number_of(quantity, 1, many ? quantity.unit + "s" : quantity.unit);
}

std::string norm_of(const model::Quantity& quantity, const Measure& measure) {
  return number_of(quantity, measure.factor, measure.unit);
}

std::string about_of(const model::Quantity& quantity) {
  if (!quantity.counted_class.empty()) return class_of(quantity.counted_class).name;
  return quantity.kind == "magnitude" ? "magnitude" : std::string();
}

bool is_noise(const model::Quantity& quantity) {
  return quantity.kind == "ordinal" || quantity.kind == "age" || !std::isfinite(quantity.value);
}

void place_claim(Claim& claim, const Telling& telling, uint32_t index, const model::Place& at) {
  claim.article = index;
  claim.account = telling.account;
  claim.at = at;
  claim.sentence = sentence_of(telling, at);
  claim.salience = salience_at(telling, claim.sentence);
}

// In whose name the article gives what stands there; empty: in its own.
std::string claimant_at(const Telling& telling, uint32_t sentence, const model::Place& at) {
  for (const uint32_t i : telling.sentences[sentence].events) {
    const auto& event = telling.annotated->events[i];
    if (!event.claimant.empty() && event.at.block == at.block &&
        event.at.range.contains(at.range)) {
      return event.claimant;
    }
  }
  return {};
}

// "Thousands" in the headline says nothing beside "3,400" of the same in the text.
void drop_vague_figures(Telling& telling) {
  const auto exact = [&](const Claim& vague) {
    return std::any_of(telling.claims.begin(), telling.claims.end(), [&](const Claim& other) {
      return other.slot == vague.slot && other.sort == vague.sort && other.about == vague.about &&
             other.modifier != vague.modifier;
    });
  };
  std::vector<bool> idle;
  for (const Claim& claim : telling.claims)
    idle.push_back(is_vague(claim.modifier) && exact(claim));
  size_t at = 0;
  std::erase_if(telling.claims, [&](const Claim&) { return idle[at++]; });
}

void add_quantities(Telling& telling, uint32_t index) {
  for (const auto& quantity : telling.annotated->quantities) {
    if (is_noise(quantity) || is_beyond(telling, quantity.at)) continue;
    const Measure in = measure(quantity);
    Claim claim;
    place_claim(claim, telling, index, quantity.at);
    claim.slot = quantity.kind == "money" ? "money" : quantity.kind == "rank" ? "rank" : "quantity";
    if (quantity.kind == "score") claim.slot = "outcome";
    claim.sort = in.sort;
    claim.about = quantity.kind == "score" ? "score" : about_of(quantity);
    claim.value = quantity.value * in.factor;
    if (quantity.max) claim.max = *quantity.max * in.factor;
    claim.of = quantity.of;
    claim.modifier = quantity.modifier;
    claim.unit = in.unit;
    claim.text = quantity.text;
    claim.norm = quantity.kind == "score" ? text::fold_copy(quantity.text) : norm_of(quantity, in);
    if (quantity.kind == "duration" || (in.factor != 1 && in.unit != "%")) {
      claim.shown = shown_of(quantity);
    }
    claim.name = quantity.counted;  // the counted noun; the verdict puts the value's name in place
    claim.background = quantity.scope == "background";
    claim.claimant = claimant_at(telling, claim.sentence, quantity.at);
    const CountClass count = class_of(quantity.counted_class);
    claim.rising = count.rising && !quantity.counted_class.empty();
    claim.salience *= std::min(1.0, 0.7 + 0.3 * count.weight);
    telling.claims.push_back(std::move(claim));
  }
  drop_vague_figures(telling);
}

// "This year", in whatever words, is the frame of the news and no date of anything in it.
bool is_this_year(const model::Article& article, const model::TimeMention& time) {
  return time.from.precision == Precision::kYear && article.published &&
         article.published->value.year == time.from.year;
}

void add_dates(Telling& telling, uint32_t index) {
  for (const auto& time : telling.annotated->times) {
    if (time.precision == "unresolved" || time.from.year == 0) continue;
    if (is_this_year(telling.annotated->article, time) || is_beyond(telling, time.at)) continue;
    Claim claim;
    place_claim(claim, telling, index, time.at);
    claim.slot = "date";
    claim.date = time.from;
    claim.sort = time.from.precision >= Precision::kDay && time.from == time.to ? "day" : "period";
    if (time.from.precision >= Precision::kDay && time.from != time.to) claim.sort = "days";
    claim.date.precision = std::min(time.from.precision, Precision::kDay);
    claim.text = time.text;
    claim.norm = model::iso(claim.date);
    if (claim.sort == "days") {
      model::DateValue to = time.to;
      to.precision = std::min(to.precision, Precision::kDay);
      if (model::iso(to) != claim.norm)
        claim.norm += "/" + model::iso(to);
      else
        claim.sort = "day";
    }
    claim.name = claim.norm;
    claim.about = deed_at(telling, claim.sentence, time.at);
    telling.claims.push_back(std::move(claim));
  }
}

std::string_view sort_of_place(EntityType type) {
  switch (type) {
    case EntityType::kCity:
      return "city";
    case EntityType::kRegion:
      return "region";
    case EntityType::kFacility:
      return "facility";
    default:
      return "";
  }
}

bool is_source(const model::Article& article, const model::Mention& mention) {
  return std::any_of(article.origins.begin(), article.origins.end(), [&](const auto& origin) {
    return origin.span.overlaps(mention.at.span) && !origin.span.empty();
  });
}

// "The West", "Europe": no place where something happens.
bool is_wide(const knowledge::Knowledge& knowledge, const model::Mention& mention) {
  if (mention.type != EntityType::kRegion) return false;
  const auto* entity = knowledge.find(mention.entity);
  return entity != nullptr && entity->country.empty();
}

void add_places(Telling& telling, uint32_t index, const knowledge::Knowledge& knowledge) {
  for (const auto& mention : telling.annotated->mentions) {
    const auto sort = sort_of_place(mention.type);
    if (sort.empty() || mention.entity.empty() || !mention.stands_for.empty()) continue;
    if (is_beyond(telling, mention.at)) break;
    if (is_source(telling.annotated->article, mention) || is_wide(knowledge, mention)) continue;
    Claim claim;
    place_claim(claim, telling, index, mention.at);
    claim.slot = "place";
    claim.sort = sort;
    claim.entity = mention.entity;
    claim.text = mention.text;
    claim.norm = mention.entity;
    claim.name = mention.name;
    claim.about = deed_at(telling, claim.sentence, mention.at);
    telling.claims.push_back(std::move(claim));
  }
}

// Digits that carry the number: 12000 has two, 12043 five.
int telling_digits(double value) {
  std::string digits = fmt::format("{:.9e}", std::abs(value));
  digits.resize(std::min(digits.size(), digits.find('e')));
  while (digits.size() > 1 && (digits.back() == '0' || digits.back() == '.')) {
    const bool point = digits.back() == '.';
    digits.pop_back();
    if (point) break;
  }
  return static_cast<int>(digits.size()) - (digits.find('.') != std::string::npos ? 1 : 0);
}

double rounded(double value, int digits) {
  return std::strtod(fmt::format("{:.{}e}", value, std::max(0, digits - 1)).c_str(), nullptr);
}

bool same_number(double a, double b, bool about) {
  const double larger = std::max(std::abs(a), std::abs(b));
  const double apart = std::abs(a - b);
  if (apart <= larger * 1e-9) return true;
  if (apart > larger * (about ? kAbout : kRounding)) return false;
  const int digits_a = telling_digits(a), digits_b = telling_digits(b);
  if (digits_a == digits_b) return false;
  // Small whole numbers are counted, not rounded: 12 and 12.2 per cent are one, 100 and 101 dead
  // are two.
  const double coarse = digits_a < digits_b ? a : b;
  const double fine = digits_a < digits_b ? b : a;
  if (larger < 1000 && std::floor(a) == a && std::floor(b) == b && !about) return false;
  return rounded(fine, std::min(digits_a, digits_b)) == rounded(coarse, 9);
}

bool is_about(const Claim& claim) {
  return claim.modifier == "about" || is_vague(claim.modifier) || claim.modifier == "almost";
}

bool holds(const Claim& outer, double value) {
  if (outer.max) return outer.value <= value && value <= *outer.max;
  if (outer.modifier == "at_least" || outer.modifier == "more_than") {
    return value >= outer.value && value <= outer.value * kHolds;
  }
  if (outer.modifier == "at_most" || outer.modifier == "less_than") {
    return value <= outer.value && value * kHolds >= outer.value;
  }
  return false;
}

Match match_numbers(const Claim& a, const Claim& b) {
  if (a.sort == "score") return a.norm == b.norm ? Match::kSame : Match::kDifferent;
  if (a.of && b.of && *a.of != *b.of) return Match::kDifferent;
  if (a.max || b.max) {
    if (a.max && b.max && a.value == b.value && *a.max == *b.max) return Match::kSame;
  } else if (same_number(a.value, b.value, is_about(a) || is_about(b))) {
    return Match::kSame;
  }
  return holds(a, b.value) || holds(b, a.value) ? Match::kRelated : Match::kDifferent;
}

Match match_dates(const Claim& a, const Claim& b) {
  if (a.norm == b.norm) return Match::kSame;
  const std::string& shorter = a.norm.size() < b.norm.size() ? a.norm : b.norm;
  const std::string& longer = a.norm.size() < b.norm.size() ? b.norm : a.norm;
  if (longer.starts_with(shorter)) return Match::kRelated;
  return Match::kDifferent;
}

}  // namespace

std::string deed_at(const Telling& telling, uint32_t sentence, const model::Place& at) {
  std::string best;
  uint32_t nearest = 0xFFFFFFFF;
  for (const uint32_t i : telling.sentences[sentence].events) {
    const auto& event = telling.annotated->events[i];
    const Deed deed = deed_of(event.action);
    if (deed.plain || deed.family.empty()) continue;
    const uint32_t trigger = event.trigger.range.begin;
    const uint32_t apart =
        trigger > at.range.begin ? trigger - at.range.begin : at.range.begin - trigger;
    if (apart < nearest) {
      nearest = apart;
      best = deed.family;
    }
  }
  return best;
}

std::string plain_number(double value) {
  if (std::abs(value) < 1e15 && std::floor(value) == value) {
    return fmt::format("{}", static_cast<int64_t>(value));
  }
  return fmt::format("{:.10g}", value);
}

std::string figure_key(const model::Quantity& quantity) {
  const Measure in = measure(quantity);
  return in.sort + "|" + norm_of(quantity, in);
}

void collect_figures(Telling& telling, uint32_t index, const knowledge::Knowledge& knowledge) {
  add_quantities(telling, index);
  add_dates(telling, index);
  add_places(telling, index, knowledge);
}

Match match(const Claim& a, const Claim& b) {
  if (a.slot == "date") return match_dates(a, b);
  if (!a.entity.empty() || !b.entity.empty()) {
    return a.entity == b.entity ? Match::kSame : Match::kDifferent;
  }
  return match_numbers(a, b);
}

bool contains(const knowledge::Knowledge& knowledge, std::string_view whole,
              std::string_view part) {
  if (whole == part) return false;
  for (int depth = 0; depth < 4; ++depth) {
    const auto* entity = knowledge.find(part);
    if (entity == nullptr) return false;
    if (entity->part_of == whole || entity->country == whole || entity->owner == whole) return true;
    if (entity->part_of.empty()) return false;
    part = entity->part_of;
  }
  return false;
}

bool includes(const knowledge::Knowledge& knowledge, std::string_view whole,
              std::string_view part) {
  return is_of_bloc(whole, part) || contains(knowledge, whole, part);
}

}  // namespace synoptic::compare
