// synoptic-eval events: who did what to whom, language by language.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "eval/commands.h"
#include "eval/events.h"
#include "eval/floors.h"
#include "eval/pages.h"

namespace synoptic::eval {
namespace {

constexpr std::string_view kSet = "events";

struct Options {
  std::vector<std::string> sets;
  EventOptions events;
  std::string part, floors;
  bool json = false;
};

void print(const std::string& name, const EventFigures& figures, bool json) {
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
  fmt::print("{:<10} {:>5} {:>5} {:>5}", name, figures.cases, figures.gold, figures.found);
  for (const auto& [figure, value] : figures.named()) fmt::print(" {:>9.4f}", value);
  fmt::print("\n");
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
    const std::string table{std::istreambuf_iterator<char>(file), {}};
    auto read = parse_floors(table, options.floors);
    if (!read) return fail(read.error());
    floors = std::move(*read);
  }
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) return fail(knowledge.error());
  if (options.part == "dev") options.events.lines = EventLines::kDev;
  if (options.part == "test") options.events.lines = EventLines::kTest;

  std::vector<NamedFigures> measured;
  EventFigures all;
  bool all_well = true;
  if (!options.json) {
    fmt::print("{:<10} {:>5} {:>5} {:>5}", "set", "cases", "gold", "found");
    for (const auto& [figure, value] : all.named()) fmt::print(" {:>9}", figure);
    fmt::print("\n");
  }
  const auto tell = [&](const std::string& name, const EventFigures& figures) {
    print(name, figures, options.json);
    measured.push_back({name, figures.named()});
  };
  for (const std::string& set : options.sets) {
    const EventReport report = evaluate_events(set, options.events, **knowledge);
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

void add_events_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "events", "Are the events found, with their PLOVER types, sides and certainty");
  command
      ->add_option("SET", options->sets,
                   "Texts with their events, one JSON object a line; the file's name is the "
                   "language")
      ->required();
  command
      ->add_option("--part", options->part,
                   "dev (the even lines, for tuning) or test (the odd ones); default: all")
      ->check(CLI::IsMember({"dev", "test"}));
  command->add_flag("--misses", options->events.misses, "List every case that is not right");
  command->add_flag("--roots", options->events.roots, "Of them, only wrong types of main events");
  command->add_flag("--json", options->json, "One JSON object a set");
  command->add_option("--floors", options->floors,
                      "Table of set, figure and floor; exit code 3 when a figure is below");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
