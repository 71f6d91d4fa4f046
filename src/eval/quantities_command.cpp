// synoptic-eval quantities: precision and recall of the quantities found, language by language.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "eval/commands.h"
#include "eval/floors.h"
#include "eval/pages.h"
#include "eval/quantities.h"

namespace synoptic::eval {
namespace {

constexpr std::string_view kSet = "quantities";

struct Options {
  std::vector<std::string> sets;
  QuantityOptions quantities;
  std::string part, floors, classes;
  bool json = false;
};

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(ErrorCode::kNotFound, path, "no such file");
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

void print(const std::string& name, const QuantityFigures& figures, bool json) {
  if (json) {
    std::string line = fmt::format(R"({{"set":"{}","cases":{},"gold":{},"found":{},"figures":{{)",
                                   name, figures.cases, figures.gold, figures.found);
    for (const auto& [figure, value] : figures.named()) {
      if (line.back() != '{') line += ',';
      line += fmt::format(R"("{}":{:.6g})", figure, value);
    }
    fmt::print("{}}}}}\n", line);
    return;
  }
  fmt::print("{:<16} {:>6} {:>6} {:>6}", name, figures.cases, figures.gold, figures.found);
  for (const auto& [figure, value] : figures.named()) fmt::print(" {:>10.4f}", value);
  fmt::print("\n");
}

int run(Options options) {
  const auto fail = [](const Error& error) {
    complain(error);
    return kNothing;
  };
  std::vector<Floor> floors;
  if (!options.floors.empty()) {
    const auto table = read_file(options.floors);
    if (!table) return fail(table.error());
    auto read = parse_floors(*table, options.floors);
    if (!read) return fail(read.error());
    floors = std::move(*read);
  }
  if (!options.classes.empty()) {
    const auto table = read_file(options.classes);
    if (!table) return fail(table.error());
    options.quantities.classes = ClassNames(*table);
  }
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) return fail(knowledge.error());
  if (options.part == "dev") options.quantities.lines = Lines::kDev;
  if (options.part == "test") options.quantities.lines = Lines::kTest;

  std::vector<NamedFigures> measured;
  QuantityFigures all;
  bool all_well = true;
  if (!options.json) {
    fmt::print("{:<16} {:>6} {:>6} {:>6} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10}\n", "set",
               "cases", "gold", "found", "f1", "precision", "recall", "modifier", "class", "scope");
  }
  const auto tell = [&](const std::string& name, const QuantityFigures& figures) {
    print(name, figures, options.json);
    measured.push_back({name, figures.named()});
  };
  for (const std::string& set : options.sets) {
    const QuantityReport report = evaluate_quantities(set, options.quantities, **knowledge);
    for (const Error& error : report.errors) complain(error);
    all_well = all_well && report.errors.empty();
    if (report.figures.cases == 0) continue;
    if (!options.json) std::fputs(report.details.c_str(), stdout);
    tell(fmt::format("{}/{}", kSet, set_name(set)), report.figures);
    all.add(report.figures);
  }
  if (measured.empty()) return kNothing;
  tell(std::string(kSet), all);
  for (const auto& line : below_floors(floors, measured)) {
    fmt::print(stderr, "synoptic-eval: {}\n", line);
    all_well = false;
  }
  return all_well ? kMeasured : kBelow;
}

}  // namespace

void add_quantities_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "quantities", "Are the numbers found, with their kinds, values, units and totals");
  command
      ->add_option("SET", options->sets,
                   "Texts with their quantities, one JSON object a line; the file's name is the "
                   "language")
      ->required();
  command
      ->add_option("--part", options->part,
                   "dev (the even lines, for tuning) or test (the odd ones); default: all")
      ->check(CLI::IsMember({"dev", "test"}));
  command->add_option("--worst", options->quantities.worst,
                      "List the N cases of each set with the most wrong quantities");
  command->add_flag("--misses", options->quantities.misses, "List every case that is not right");
  command->add_flag("--details", options->quantities.details,
                    "Tell wrong modifiers, classes and scopes, too");
  command->add_option("--classes", options->classes, "Table of class names that mean the same");
  command->add_flag("--json", options->json, "One JSON object a set");
  command->add_option("--floors", options->floors,
                      "Table of set, figure and floor; exit code 3 when a figure is below");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
