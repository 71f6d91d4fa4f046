// The subcommands that measure golds of short texts differ in what they count, and in nothing else.
#pragma once

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "eval/cases.h"
#include "eval/commands.h"
#include "eval/floors.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

struct CasesCommand {
  std::vector<std::string> sets;
  CaseOptions cases;
  std::string floors;
  std::string set;  // of the floors
  bool json = false;

  // `task` names the floors, `what` is told of in the help.
  void add_to(CLI::App& command, const std::string& task, const std::string& what) {
    set = task;
    command
        .add_option("SET", sets,
                    "Texts with their " + what +
                        ", one JSON object a line; the file's name is the language")
        ->required();
    command
        .add_option_function<std::string>(
            "--part",
            [this](const std::string& part) {
              cases.part = part == "dev" ? Part::kDev : Part::kTest;
            },
            "dev (the even lines, for tuning) or test (the odd ones); default: all")
        ->check(CLI::IsMember({"dev", "test"}));
    command.add_option("--worst", cases.worst,
                       "List the N cases of each set with the most mistakes");
    command.add_flag("--misses", cases.misses, "List every case that is not right");
    command.add_flag("--json", json, "One JSON object a set");
    command.add_option("--floors", floors,
                       "Table of set, figure and floor; exit code 3 when a figure is below");
    command.add_option("--set", set, "Which set of the floors these are")->capture_default_str();
  }
};

// A row of the table, or a JSON object. Figures have `cases`, `gold`, `found`, and named().
template <typename Figures>
void print_row(const std::string& name, const Figures& figures, bool as_json) {
  if (as_json) {
    JsonWriter json;
    json.begin_object().field("set", name).field("cases", figures.cases);
    json.field("gold", figures.gold).field("found", figures.found);
    json.key("figures").begin_object();
    for (const auto& [figure, value] : figures.named()) json.field(figure, value);
    json.end_object().end_object();
    fmt::print("{}\n", json.text());
    return;
  }
  fmt::print("{:<14} {:>6} {:>6} {:>6}", name, figures.cases, figures.gold, figures.found);
  for (const auto& [figure, value] : figures.named()) fmt::print(" {:>10.4f}", value);
  fmt::print("\n");
}

// Measures every set, tells "SET/LANGUAGE" for each and "SET" for all, and holds the floors.
// `evaluate(path, figures)` adds a file's figures up and gives what is to be told of it.
template <typename Figures, typename Evaluate>
int run_cases(const CasesCommand& options, const Evaluate& evaluate) {
  const auto floors = read_floors(options.floors);
  if (!floors) {
    complain(floors.error());
    return kNothing;
  }
  std::vector<NamedFigures> measured;
  const auto tell = [&](const std::string& name, const Figures& figures) {
    print_row(name, figures, options.json);
    measured.push_back({name, figures.named()});
  };
  Figures all;
  bool all_well = true;
  if (!options.json) {
    fmt::print("{:<14} {:>6} {:>6} {:>6}", "set", "cases", "gold", "found");
    for (const auto& [figure, value] : all.named()) fmt::print(" {:>10}", figure);
    fmt::print("\n");
  }
  for (const std::string& set : options.sets) {
    Figures figures;
    const CaseLog log = evaluate(set, figures);
    for (const Error& error : log.errors) complain(error);
    all_well = all_well && log.errors.empty();
    if (figures.cases == 0) continue;
    if (!options.json) std::fputs(log.details.c_str(), stdout);
    tell(fmt::format("{}/{}", options.set, set_name(set)), figures);
    all.add(figures);
  }
  if (measured.empty()) return kNothing;
  tell(options.set, all);
  return verdict_on(below_floors(*floors, measured), all_well);
}

// The whole subcommand for a stage that needs the knowledge and nothing else:
// `evaluate(path, options, knowledge, figures)`.
template <typename Figures, typename Evaluate>
void add_cases_command(CLI::App& app, int& exit_code, const std::string& task,
                       const std::string& question, const Evaluate& evaluate) {
  auto options = std::make_shared<CasesCommand>();
  CLI::App* command = app.add_subcommand(task, question);
  options->add_to(*command, task, task);
  command->callback([options, &exit_code, evaluate] {
    const auto knowledge = knowledge::Knowledge::load();
    if (!knowledge) {
      complain(knowledge.error());
      exit_code = kNothing;
      return;
    }
    exit_code = run_cases<Figures>(*options, [&](const std::string& set, Figures& figures) {
      return evaluate(set, options->cases, **knowledge, figures);
    });
  });
}

}  // namespace synoptic::eval
