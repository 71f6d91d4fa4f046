#include "eval/commands.h"

#include <fmt/format.h>

#include <cstdio>

namespace synoptic::eval {

void complain(const Error& error) { fmt::print(stderr, "synoptic-eval: {}\n", error.message()); }

int verdict_on(const std::vector<std::string>& below, bool all_well) {
  for (const std::string& line : below) fmt::print(stderr, "synoptic-eval: {}\n", line);
  return all_well && below.empty() ? kMeasured : kBelow;
}

}  // namespace synoptic::eval
