#include "compare/figures/measures.h"

#include <gtest/gtest.h>

namespace synoptic::compare {
namespace {

model::Quantity duration(double value, const char* unit) {
  model::Quantity quantity;
  quantity.kind = "duration";
  quantity.value = value;
  quantity.unit = unit;
  return quantity;
}

TEST(Measures, YearsAndMonthsAreShownAsBoth) {
  EXPECT_EQ(shown_of(duration(12 + 4 / 12.0, "year")), "12 years 4 months");
  EXPECT_EQ(shown_of(duration(1 + 10 / 12.0, "year")), "1 year 10 months");
  EXPECT_EQ(shown_of(duration(12.5, "year")), "12.5 years");
  EXPECT_EQ(shown_of(duration(14, "year")), "14 years");
  EXPECT_EQ(shown_of(duration(148, "month")), "148 months");
}

TEST(Measures, MonthsAreTheSameYears) {
  EXPECT_EQ(figure_key(duration(148, "month")), figure_key(duration(12 + 4 / 12.0, "year")));
  EXPECT_EQ(figure_key(duration(22, "month")), figure_key(duration(1 + 10 / 12.0, "year")));
}

TEST(Measures, UnitsOfOneDimensionAreOne) {
  const auto key = [](const char* kind, double value, const char* unit) {
    model::Quantity quantity = duration(value, unit);
    quantity.kind = kind;
    return figure_key(quantity);
  };
  EXPECT_EQ(key("duration", 120, "second"), key("duration", 2, "minute"));
  EXPECT_EQ(key("energy", 15, "GWh"), key("energy", 15e9, "Wh"));
  EXPECT_EQ(key("distance", 1, "nmi"), key("distance", 1852, "m"));
}

}  // namespace
}  // namespace synoptic::compare
