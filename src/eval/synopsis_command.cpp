// synoptic-eval synopsis: what accounts agree on, what one alone says, where they differ.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/json.h"
#include "eval/commands.h"
#include "eval/floors.h"
#include "eval/synopsis.h"
#include "eval/tools.h"

namespace synoptic::eval {
namespace {

namespace fs = std::filesystem;

struct SynopsisArguments {
  std::vector<std::string> paths;
  SynopsisOptions synopsis;
  std::string part, floors, set = "synopsis";
  bool json = false, stages = false;
};

// Files as given, folders by their stories.
std::vector<std::string> story_files(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const auto& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (const auto& entry : fs::directory_iterator(path, error)) {
      if (entry.path().extension() == ".json") inside.push_back(entry.path().string());
    }
    std::sort(inside.begin(), inside.end());
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

void print(std::string_view set, const SynopsisFigures& figures, bool as_json) {
  if (!as_json) {
    fmt::print("{} stories, {} accounts\n", figures.stories, figures.accounts);
    for (const auto& [name, value] : figures.named()) fmt::print("{:<24}{:>8.4f}\n", name, value);
    fmt::print("differ: {} told, {} right; {} in the gold, {} found\n", figures.differ.told,
               figures.differ.right, figures.differ.gold, figures.differ.found);
    fmt::print("  not doubtful: {} told, {} right; {} found\n", figures.sure.told,
               figures.sure.right, figures.sure.found);
    fmt::print("only: {} told of the gold, {} right; look-alikes: {}\n", figures.only.told,
               figures.only.right, figures.alike.count);
    fmt::print("dates:");
    for (const auto& [lang, read] : figures.dates.by_language) {
      fmt::print(" {} {:.3f} of {},", lang, read.value(), read.count);
    }
    fmt::print(" all {:.4f} of {}\n", figures.dates.all.value(), figures.dates.all.count);
    for (const auto& [slot, tally] : figures.by_slot) {
      fmt::print("  {:<20} {} told, {} right; {} in the gold, {} found\n", slot, tally.told,
                 tally.right, tally.gold, tally.found);
    }
    for (const auto& [rule, tally] : figures.by_rule) {
      fmt::print("  {:>3} told, {:>3} right: {}\n", tally.told, tally.right, rule);
    }
    return;
  }
  JsonWriter json;
  json.begin_object().field("set", set).field("stories", figures.stories);
  json.field("accounts", figures.accounts).key("figures").begin_object();
  for (const auto& [figure, value] : figures.named()) json.field(figure, value);
  json.end_object().end_object();
  fmt::print("{}\n", json.text());
}

void print_stages(const StageTable& table) {
  fmt::print("{:<14}", "differences");
  for (size_t i = 0; i < kStages; ++i) fmt::print("{:>15}", stage_name(static_cast<Stage>(i)));
  fmt::print("\n");
  for (const auto& [slot, counts] : table) {
    fmt::print("{:<14}", slot);
    for (const size_t count : counts) fmt::print("{:>15}", count);
    fmt::print("\n");
  }
}

int run(SynopsisArguments options) {
  const auto fail = [](const Error& error) {
    complain(error);
    return kNothing;
  };
  const auto floors = read_floors(options.floors);
  if (!floors) return fail(floors.error());
  const auto tools = Tools::load();
  if (!tools) return fail(tools.error());
  if (options.part == "dev") options.synopsis.part = SynopsisPart::kDev;
  if (options.part == "test") options.synopsis.part = SynopsisPart::kTest;

  SynopsisFigures all;
  StageTable stages;
  bool all_well = true;
  for (const auto& file : story_files(options.paths)) {
    const auto report =
        evaluate_synopsis(file, options.synopsis, *tools->knowledge, tools->languages);
    for (const Error& error : report.errors) complain(error);
    all_well = all_well && report.errors.empty();
    if (!options.json) std::fputs(report.details.c_str(), stdout);
    all.add(report.figures);
    for (const auto& [slot, counts] : report.stages) {
      auto& row = stages.try_emplace(slot).first->second;
      for (size_t i = 0; i < kStages; ++i) row[i] += counts[i];
    }
  }
  if (all.stories == 0) return kNothing;
  print(options.set, all, options.json);
  if (options.stages && !options.json) print_stages(stages);
  const std::vector<NamedFigures> measured{{options.set, all.named()}};
  return verdict_on(below_floors(*floors, measured), all_well);
}

}  // namespace

void add_synopsis_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<SynopsisArguments>();
  CLI::App* command = app.add_subcommand(
      "synopsis",
      "Is it told what accounts of one event agree on, where they differ, who has it "
      "alone");
  command
      ->add_option("PATH", options->paths,
                   "Stories with their facts, one JSON file a story; or "
                   "folders of them")
      ->required();
  command
      ->add_option("--part", options->part,
                   "dev (stories of an even number, for tuning) or test (odd); default: all")
      ->check(CLI::IsMember({"dev", "test"}));
  command->add_flag("--misses", options->synopsis.misses, "Tell what is wrong or not found");
  command->add_flag("--stages", options->stages,
                    "Tell on which stage the differences of the gold are lost");
  command->add_flag("--json", options->json, "One JSON object");
  command->add_option("--floors", options->floors,
                      "Table of set, figure and floor; exit code 3 when a figure is below");
  command->add_option("--set", options->set, "Which set of the floors these are")
      ->capture_default_str();
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
