#include "compare/figures/rates.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>

#include "base/table.h"

namespace synoptic::compare {
namespace {

constexpr double kRounding = 0.1;  // of a sum told in other money

struct Span {
  double least = 1, most = 1;  // for a dollar
};

std::map<std::string, Span, std::less<>> read_rates() {
  std::map<std::string, Span, std::less<>> rates{{"USD", Span{}}};
  for (const TableRow row : DataTable::embedded("compare/rates.tsv", 3)) {
    rates[std::string(row[0])] = {std::strtod(std::string(row[1]).c_str(), nullptr),
                                  std::strtod(std::string(row[2]).c_str(), nullptr)};
  }
  return rates;
}

std::optional<Span> rate_of(std::string_view currency) {
  static const auto rates = read_rates();
  const auto found = rates.find(currency);
  return found == rates.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

bool may_be_one_sum(double a, std::string_view currency_a, double b, std::string_view currency_b) {
  const auto rate_a = rate_of(currency_a), rate_b = rate_of(currency_b);
  if (!rate_a || !rate_b) return true;
  const double least_a = a / rate_a->most, most_a = a / rate_a->least;
  const double least_b = b / rate_b->most, most_b = b / rate_b->least;
  return least_a <= most_b * (1 + kRounding) && least_b <= most_a * (1 + kRounding);
}

}  // namespace synoptic::compare
