// Quantities in the unit in which they are compared, and as they are shown. Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "model/annotation.h"

namespace synoptic::compare {

struct Measure {  // a quantity in its base unit
  std::string sort, unit;
  double factor = 1;
};
Measure measure(const model::Quantity& quantity);

// Lengths of time are compared in days, whatever they are told in.
double days_of(std::string_view base);

// The comparable form: "12000", "50%", "1200 kg".
std::string norm_of(const model::Quantity& quantity, const Measure& measure);
std::string plain_number(double value);  // "12000", "6.4"
// Kind, unit and value in one comparable string.
std::string figure_key(const model::Quantity& quantity);
// The figure as people read it: "2 days" and "1 day", where the comparable form says "2 day".
std::string shown_of(const model::Quantity& quantity);

}  // namespace synoptic::compare
