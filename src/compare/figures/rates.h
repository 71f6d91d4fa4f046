// Whether sums in different money can be one: a newspaper tells its readers in their own money what
// another tells in dollars. By the span of rates in data/compare/rates.tsv.
#pragma once

#include <string_view>

namespace synoptic::compare {

// Currencies are ISO 4217 codes; of one that the table does not have any sum can be the same.
bool may_be_one_sum(double a, std::string_view currency_a, double b, std::string_view currency_b);

}  // namespace synoptic::compare
