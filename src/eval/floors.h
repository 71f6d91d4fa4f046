// The figures reached so far, below which nothing may fall: a table of set, figure and floor.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "eval/figures.h"

namespace synoptic::eval {

struct Floor {
  std::string set;     // "fundus", or "fundus/ar" for its pages in one language
  std::string figure;  // as in the JSON: "f1", "day" …
  double least = 0;
};

// Lines of three columns parted by tabs; '#' begins a comment. Error: kMalformed with the line.
Result<std::vector<Floor>> parse_floors(std::string_view table, const std::string& path);

// The same of the file at `path`. Error: kNotFound, too.
Result<std::vector<Floor>> read_floors(const std::string& path);

// One line for each figure that is below its floor or was not measured though its set was.
std::vector<std::string> below_floors(const std::vector<Floor>& floors,
                                      const std::vector<SetFigures>& sets);

// The same of figures of any kind; a floor is held where figures of its name were measured.
struct NamedFigures {
  std::string name;
  std::vector<std::pair<std::string_view, double>> figures;
};
std::vector<std::string> below_floors(const std::vector<Floor>& floors,
                                      const std::vector<NamedFigures>& sets);

}  // namespace synoptic::eval
