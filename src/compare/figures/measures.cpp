#include "compare/figures/measures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "compare/lexicon.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

// "Half of the seats" is 50% of them.
bool is_part(const model::Quantity& quantity) {
  return quantity.kind == "count" && quantity.value > 0 && quantity.value < 1;
}

std::string number_of(const model::Quantity& quantity, double factor, const std::string& unit) {
  std::string out = plain_number(quantity.value * factor);
  if (quantity.max) out += "-" + plain_number(*quantity.max * factor);
  if (unit == "%") return out + "%";
  if (quantity.of) out += " of " + plain_number(*quantity.of);
  return unit.empty() ? out : out + " " + unit;
}

// "12 years 4 months" is kept as 12.333… years.
std::string years_and_months(double years) {
  constexpr int kMonths = 12;
  constexpr double kNear = 0.02;  // months
  const double months = years * kMonths;
  const auto whole = static_cast<int64_t>(std::llround(months));
  if (std::abs(months - static_cast<double>(whole)) > kNear || whole % kMonths == 0) return {};
  const auto count = [](int64_t number, std::string_view unit) {
    return fmt::format("{} {}{}", number, unit, number == 1 ? "" : "s");
  };
  const std::string rest = count(whole % kMonths, "month");
  return whole < kMonths ? rest : count(whole / kMonths, "year") + " " + rest;
}

}  // namespace

double days_of(std::string_view base) {
  if (base == "minute") return 1.0 / 1440;
  return base == "year" ? 365.25 : 1;
}

Measure measure(const model::Quantity& quantity) {
  Measure out;
  // "1,458 won per dollar" is the same with and without its currency.
  if (quantity.counted_class == "exchange_rate") {
    const std::string& currency = quantity.unit.empty() ? quantity.counted : quantity.unit;
    return {"exchange rate " + currency, currency, 1};
  }
  if (quantity.kind == "money") return {"money " + quantity.unit, quantity.unit, 1};
  if (quantity.kind == "fraction" || is_part(quantity)) return {"percent", "%", 100};
  // "Seven in ten": a share, as nobody counts ten.
  if (quantity.kind == "count" && quantity.of && (*quantity.of == 10 || *quantity.of == 100) &&
      quantity.value < *quantity.of && !text::has_digit(quantity.text)) {
    return {"percent", "%", 100 / *quantity.of};
  }
  if (quantity.kind == "percent") return {"percent", "%", 1};
  if (quantity.kind == "percent_points") return {"percent_points", "percentage points", 1};
  if (quantity.kind == "rank" || quantity.kind == "ordinal") return {"rank", "", 1};
  if (quantity.kind == "score") return {quantity.kind, "", 1};
  const Unit unit = unit_of(quantity.unit);
  out.unit = unit.base;
  out.factor = unit.factor;
  out.sort = unit.base.empty() || quantity.kind == "duration" ? quantity.kind
                                                              : quantity.kind + " " + unit.base;
  return out;
}

std::string shown_of(const model::Quantity& quantity) {
  constexpr double kLongest = 1e6;  // years
  if (quantity.unit == "year" && !quantity.max && std::abs(quantity.value) < kLongest &&
      std::floor(quantity.value * 2) != quantity.value * 2) {
    if (std::string parts = years_and_months(quantity.value); !parts.empty()) return parts;
  }
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

}  // namespace synoptic::compare
