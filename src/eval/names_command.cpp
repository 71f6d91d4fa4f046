// synoptic-eval names: how many names the annotation finds, set by set.
#include <fmt/format.h>

#include <cstdio>

#include "base/json.h"
#include "eval/commands.h"
#include "eval/floors.h"
#include "eval/names.h"

namespace synoptic::eval {
namespace {

struct NamesArguments {
  std::vector<std::string> sets;
  NamesOptions names;
  std::string part, floors;
  bool json = false;
  bool rules = false;
};

std::string figures(const NameCounts& counts) {
  return fmt::format("{:6.1f} {:6.1f} {:6.1f}", counts.precision(), counts.recall(), counts.f1());
}

void print_rules(const NamesReport& report) {
  for (const auto& [rule, counts] : report.rules) {
    fmt::print("     {:<26} {:>6} of {:>6} right\n", rule, counts.right, counts.found);
  }
}

// Whether nothing but countries and cities is marked, so that nothing else can be measured.
bool is_of_places(const NamesReport& report) { return report.all.gold == report.places.gold; }

void print_places(const NamesReport& report) {
  fmt::print("{:<4} {:<26} {:>6} {:>6} |{:44} |{:6.1f} {:6.1f}\n", report.lang, report.name,
             report.sentences, report.places.gold, "", report.places.precision(),
             report.places.recall());
}

void print(const NamesReport& report, bool json) {
  std::fputs(report.details.c_str(), json ? stderr : stdout);
  if (json) {
    fmt::print(
        "{{\"set\":\"{}\",\"lang\":\"{}\",\"sentences\":{},\"names\":{},\"precision\":{:.2f},"
        "\"recall\":{:.2f},\"f1\":{:.2f}",
        report.name, report.lang, report.sentences, report.all.gold, report.all.precision(),
        report.all.recall(), report.all.f1());
    for (size_t i = 0; i < kNameKinds; ++i) {
      fmt::print(",\"{}\":{:.2f}", name_kind(static_cast<NameKind>(i)), report.kinds[i].f1());
    }
    if (report.has_places) {
      fmt::print(",\"places_precision\":{:.2f},\"places_recall\":{:.2f}", report.places.precision(),
                 report.places.recall());
    }
    fmt::print("}}\n");
    return;
  }
  if (is_of_places(report)) return print_places(report);
  fmt::print("{:<4} {:<26} {:>6} {:>6} |{} |{:6.1f} {:6.1f} {:6.1f}", report.lang, report.name,
             report.sentences, report.all.gold, figures(report.all), report.kinds[0].f1(),
             report.kinds[1].f1(), report.kinds[2].f1());
  if (report.has_places) {
    fmt::print(" |{:6.1f} {:6.1f}", report.places.precision(), report.places.recall());
  }
  fmt::print("\n");
}

int run(NamesArguments options) {
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) {
    complain(knowledge.error());
    return kNothing;
  }
  const auto floors = read_floors(options.floors);
  if (!floors) {
    complain(floors.error());
    return kNothing;
  }
  if (options.part == "dev") options.names.half = 1;
  if (options.part == "test") options.names.half = 2;
  if (!options.json) {
    fmt::print("{:<4} {:<26} {:>6} {:>6} |{:>6} {:>6} {:>6} |{:>6} {:>6} {:>6} | places P, R\n",
               "lang", "set", "sent", "names", "P", "R", "F1", "PER", "ORG", "LOC");
  }
  std::vector<NamedFigures> measured;
  NamesReport places{.name = "all sets of places", .lang = "all"};
  bool all_well = true;
  for (const auto& source : options.sets) {
    const auto set = read_named_set(source);
    if (!set) {
      complain(set.error());
      all_well = false;
      continue;
    }
    const NamesReport report = evaluate_names(*set, options.names, **knowledge);
    print(report, options.json);
    if (options.rules && !options.json) print_rules(report);
    std::fflush(stdout);
    NamedFigures figures{"names/" + report.lang, {{"f1", report.all.f1()}}};
    if (is_of_places(report)) {
      figures = {"places/" + report.lang, {}};
      places.sentences += report.sentences;
      places.places.add(report.places);
    }
    if (report.has_places) {
      figures.figures.emplace_back("places_precision", report.places.precision());
      figures.figures.emplace_back("places_recall", report.places.recall());
    }
    measured.push_back(std::move(figures));
  }
  if (places.sentences > 0 && !options.json) print_places(places);
  for (const auto& line : below_floors(*floors, measured)) {
    fmt::print(stderr, "synoptic-eval: {}\n", line);
    all_well = false;
  }
  return measured.empty() ? kNothing : all_well ? kMeasured : kBelow;
}

}  // namespace

void add_names_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<NamesArguments>();
  CLI::App* command = app.add_subcommand(
      "names", "Are the persons, organisations and places found, with exact span and type");
  command
      ->add_option("SET", options->sets,
                   "Sentences with names: IOB2 columns, or marked in place (.txt); LANG:PATH where "
                   "the path does not tell the language")
      ->required();
  command->add_option("--part", options->part, "dev: the first half of each set; test: the second")
      ->check(CLI::IsMember({"dev", "test"}));
  command->add_flag("--tagger-only", options->names.tagger_only,
                    "The names of the tagger alone, without those of the knowledge");
  command->add_option("--worst", options->names.worst,
                      "List the N sentences with the most mistakes");
  command->add_flag("--places", options->names.place_misses,
                    "List the countries and cities that are missed or told wrongly");
  command->add_flag("--rules", options->rules, "How often each rule was right");
  command->add_option(
      "--floors", options->floors,
      "Table of set (names/LANG, places/LANG where nothing else is marked), figure and "
      "floor; exit code 3 when a figure is below");
  command->add_flag("--json", options->json, "One JSON object a set");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
