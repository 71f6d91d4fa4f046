#include "eval/floors.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "base/strings.h"

namespace synoptic::eval {
namespace {

// The figures that "set" or "set/language" names; nullptr: there are none.
const Figures* figures_of(const SetFigures& set, std::string_view name) {
  if (name == set.name) return &set.all;
  const auto found = set.by_language.find(std::string(name.substr(set.name.size() + 1)));
  return found == set.by_language.end() ? nullptr : &found->second;
}

}  // namespace

Result<std::vector<Floor>> parse_floors(std::string_view table, const std::string& path) {
  std::vector<Floor> floors;
  size_t number = 0;
  for (std::string_view line : lines(table)) {
    ++number;
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    const auto columns = split_trimmed(line, '\t');
    Floor floor;
    bool good = columns.size() == 3;
    if (good) {
      floor.set = columns[0];
      floor.figure = columns[1];
      const char* const end = columns[2].data() + columns[2].size();
      const auto read = std::from_chars(columns[2].data(), end, floor.least);
      good = read.ec == std::errc() && read.ptr == end;
    }
    if (!good) {
      return failure(ErrorCode::kMalformed, fmt::format("{}:{}", path, number),
                     "is not 'set, figure, floor' with tabs between");
    }
    floors.push_back(std::move(floor));
  }
  return floors;
}

Result<std::vector<Floor>> read_floors(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(ErrorCode::kNotFound, path, "no such file");
  const std::string table{std::istreambuf_iterator<char>(file), {}};
  return parse_floors(table, path);
}

std::vector<std::string> below_floors(const std::vector<Floor>& floors,
                                      const std::vector<SetFigures>& sets) {
  std::vector<std::string> failures;
  for (const Floor& floor : floors) {
    for (const SetFigures& set : sets) {
      if (floor.set.substr(0, floor.set.find('/')) != set.name) continue;
      const Figures* const figures = figures_of(set, floor.set);
      const auto value = figures == nullptr ? std::nullopt : figures->find(floor.figure);
      if (!value) {
        failures.push_back(fmt::format("{} {}: not measured", floor.set, floor.figure));
      } else if (*value < floor.least) {
        failures.push_back(fmt::format("{} {}: {:.4f} is below the floor of {}", floor.set,
                                       floor.figure, *value, floor.least));
      }
    }
  }
  return failures;
}

std::vector<std::string> below_floors(const std::vector<Floor>& floors,
                                      const std::vector<NamedFigures>& sets) {
  std::vector<std::string> failures;
  for (const Floor& floor : floors) {
    for (const NamedFigures& set : sets) {
      if (floor.set != set.name) continue;
      const auto named = std::find_if(set.figures.begin(), set.figures.end(),
                                      [&](const auto& one) { return one.first == floor.figure; });
      if (named == set.figures.end()) {
        failures.push_back(fmt::format("{} {}: not measured", floor.set, floor.figure));
      } else if (named->second < floor.least) {
        failures.push_back(fmt::format("{} {}: {:.4f} is below the floor of {}", floor.set,
                                       floor.figure, named->second, floor.least));
      }
    }
  }
  return failures;
}

}  // namespace synoptic::eval
