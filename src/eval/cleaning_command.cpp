// synoptic-eval cleaning: the figures of the room `clean`, set by set.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "eval/cleaning.h"
#include "eval/commands.h"
#include "eval/floors.h"
#include "eval/tools.h"

namespace synoptic::eval {
namespace {

struct CleaningArguments {
  std::vector<std::string> sets;
  CleaningOptions cleaning;
  std::string part, floors;
  bool by_language = false;
  bool json = false;
};

void print(const CleaningReport& report, const CleaningArguments& options) {
  const SetFigures& set = report.figures;
  if (options.json) {
    std::fputs(figures_as_json(set, options.by_language).c_str(), stdout);
    return;
  }
  std::fputs(report.details.c_str(), stdout);
  std::fputs(figures_as_text(set.name, set.all).c_str(), stdout);
  if (!options.by_language) return;
  for (const auto& [language, figures] : set.by_language) {
    std::fputs(figures_as_text("  " + language, figures).c_str(), stdout);
  }
}

// Times differ from run to run: they are kept off standard output.
void print_speed(const CleaningReport& report) {
  if (report.seconds <= 0) return;
  fmt::print(stderr, "{}: {:.0f} pages/s on one thread\n", report.figures.name,
             static_cast<double>(report.figures.all.pages) / report.seconds);
}

int run(CleaningArguments options) {
  const auto fail = [](const Error& error) {
    complain(error);
    return kNothing;
  };
  const auto floors = read_floors(options.floors);
  if (!floors) return fail(floors.error());
  const auto tools = Tools::load();
  if (!tools) return fail(tools.error());
  if (options.part == "dev") options.cleaning.part = Part::kDev;
  if (options.part == "test") options.cleaning.part = Part::kTest;

  std::vector<SetFigures> measured;
  bool all_well = true;
  if (!options.json) std::fputs(figures_head().c_str(), stdout);
  for (const auto& set : options.sets) {
    CleaningReport report =
        evaluate_cleaning(set, options.cleaning, *tools->knowledge, tools->languages);
    for (const Error& error : report.errors) complain(error);
    all_well = all_well && report.errors.empty();
    if (report.figures.all.pages == 0) continue;
    print(report, options);
    std::fflush(stdout);
    print_speed(report);
    measured.push_back(std::move(report.figures));
  }
  if (measured.empty()) return kNothing;
  return verdict_on(below_floors(*floors, measured), all_well);
}

}  // namespace

void add_cleaning_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CleaningArguments>();
  CLI::App* command = app.add_subcommand(
      "cleaning",
      "Is the text the article's, whole and nothing else; are title, day, authors right");
  command
      ->add_option("SET", options->sets,
                   "Pages with their articles, one JSON object a line (.jsonl, also .gz or .zst)")
      ->required();
  command
      ->add_option("--part", options->part, "dev (for tuning) or test (kept apart); default: all")
      ->check(CLI::IsMember({"dev", "test"}));
  command->add_flag("--by-language", options->by_language, "Figures of each language as well");
  command->add_option("--worst", options->cleaning.worst, "List the N pages with the lowest F1");
  command->add_flag("--misses", options->cleaning.misses,
                    "Every wrong title, day, list of authors and snippet beside the right one");
  command->add_flag("--json", options->json, "One JSON object a set");
  command->add_option("--floors", options->floors,
                      "Table of set, figure and floor; exit code 3 when a figure is below");
  command->add_option("--threads", options->cleaning.threads, "Threads (default: one per core)");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
