// synoptic-eval times: the times found in texts whose times are known, language by language.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include "eval/commands.h"
#include "eval/floors.h"
#include "eval/times.h"

namespace synoptic::eval {
namespace {

constexpr std::string_view kSet = "times";

struct Options {
  std::vector<std::string> sets;
  TimesOptions times;
  std::string lines, floors;
  bool json = false;
};

std::string as_text(const std::string& name, const TimeFigures& figures) {
  return fmt::format("{:<8} {:>6} {:>6} {:>9.4f} {:>9.4f} {:>9.4f}\n", name, figures.cases,
                     figures.wanted, figures.precision(), figures.recall(), figures.f1());
}

std::string as_json(const TimeFigures& figures) {
  return fmt::format(
      R"({{"cases":{},"times":{},"figures":{{"precision":{:.4f},"recall":{:.4f},"f1":{:.4f}}}}})",
      figures.cases, figures.wanted, figures.precision(), figures.recall(), figures.f1());
}

std::string all_as_json(const TimeFigures& all, const std::map<std::string, TimeFigures>& by) {
  std::string json = fmt::format(R"({{"set":"{}","all":{},"by_language":{{)", kSet, as_json(all));
  std::string separator;
  for (const auto& [lang, figures] : by) {
    json += fmt::format(R"({}"{}":{})", separator, lang, as_json(figures));
    separator = ",";
  }
  return json + "}}\n";
}

// "times" of all languages, "times/de" of one; floors of other sets are no matter here.
bool holds(const std::vector<Floor>& floors, const TimeFigures& all,
           const std::map<std::string, TimeFigures>& by) {
  bool well = true;
  for (const Floor& floor : floors) {
    const size_t slash = floor.set.find('/');
    if (floor.set.substr(0, slash) != kSet) continue;
    const auto lang = slash == std::string::npos ? by.end() : by.find(floor.set.substr(slash + 1));
    if (slash != std::string::npos && lang == by.end()) continue;  // not measured this time
    const TimeFigures& figures = slash == std::string::npos ? all : lang->second;
    const double value = floor.figure == "f1"          ? figures.f1()
                         : floor.figure == "precision" ? figures.precision()
                         : floor.figure == "recall"    ? figures.recall()
                                                       : -1;
    if (value >= floor.least) continue;
    fmt::print(stderr, "synoptic-eval: {} {}: {:.4f} is below the floor of {}\n", floor.set,
               floor.figure, value, floor.least);
    well = false;
  }
  return well;
}

int run(Options options) {
  const auto fail = [](const Error& error) {
    complain(error);
    return kNothing;
  };
  std::vector<Floor> floors;
  if (!options.floors.empty()) {
    std::ifstream file(options.floors, std::ios::binary);
    if (!file) return fail({ErrorCode::kNotFound, options.floors, "no such file"});
    auto read = parse_floors(std::string{std::istreambuf_iterator<char>(file), {}}, options.floors);
    if (!read) return fail(read.error());
    floors = std::move(*read);
  }
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) return fail(knowledge.error());
  if (options.lines == "even") options.times.lines = Lines::kEven;
  if (options.lines == "odd") options.times.lines = Lines::kOdd;

  TimeFigures all;
  std::map<std::string, TimeFigures> by_language;
  std::string details;
  bool well = true;
  for (const std::string& set : options.sets) {
    const TimesReport report = evaluate_times(set, options.times, **knowledge);
    for (const Error& error : report.errors) complain(error);
    well = well && report.errors.empty();
    if (report.figures.cases == 0) continue;
    all.add(report.figures);
    by_language[report.lang].add(report.figures);
    details += report.details;
  }
  if (all.cases == 0) return kNothing;
  if (options.json) {
    std::fputs(all_as_json(all, by_language).c_str(), stdout);
  } else {
    std::fputs(details.c_str(), stdout);
    fmt::print("{:<8} {:>6} {:>6} {:>9} {:>9} {:>9}\n", "lang", "cases", "times", "precision",
               "recall", "f1");
    for (const auto& [lang, figures] : by_language)
      std::fputs(as_text(lang, figures).c_str(), stdout);
    std::fputs(as_text("all", all).c_str(), stdout);
  }
  return holds(floors, all, by_language) && well ? kMeasured : kBelow;
}

}  // namespace

void add_times_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("times", "Are the days, months and years that a text speaks of found");
  command
      ->add_option("SET", options->sets,
                   "Texts with their times, one JSON object a line; named after their language")
      ->required();
  command->add_option("--lines", options->lines, "even (for tuning) or odd (kept apart)")
      ->check(CLI::IsMember({"even", "odd"}));
  command->add_option("--worst", options->times.worst, "List the N cases with the lowest F1");
  command->add_flag("--misses", options->times.misses,
                    "Every time that is missing, wrong or too much");
  command->add_flag("--json", options->json, "One JSON object");
  command->add_option("--floors", options->floors,
                      "Table of set, figure and floor; exit code 3 when a figure is below");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
