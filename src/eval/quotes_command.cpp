// synoptic-eval quotes: precision and recall of the quotes found, language by language.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "base/json.h"
#include "eval/commands.h"
#include "eval/floors.h"
#include "eval/pages.h"
#include "eval/quotes.h"

namespace synoptic::eval {
namespace {

constexpr std::string_view kSet = "quotes";

struct Options {
  std::vector<std::string> sets;
  QuoteOptions quotes;
  std::string part, floors;
  bool json = false;
};

void print(const std::string& name, const QuoteFigures& figures, bool as_json) {
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
  fmt::print("{:<12} {:>5} {:>5} {:>5}", name, figures.cases, figures.gold, figures.found);
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
  if (options.part == "dev") options.quotes.lines = QuoteLines::kDev;
  if (options.part == "test") options.quotes.lines = QuoteLines::kTest;

  std::vector<NamedFigures> measured;
  QuoteFigures all;
  bool all_well = true;
  if (!options.json) {
    fmt::print("{:<12} {:>5} {:>5} {:>5}", "set", "cases", "gold", "found");
    for (const auto& [figure, value] : all.named()) fmt::print(" {:>9}", figure);
    fmt::print("\n");
  }
  const auto tell = [&](const std::string& name, const QuoteFigures& figures) {
    print(name, figures, options.json);
    measured.push_back({name, figures.named()});
  };
  for (const std::string& set : options.sets) {
    const QuoteReport report = evaluate_quotes(set, options.quotes, **knowledge);
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

void add_quotes_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("quotes", "Are words said found, whole, and given to who said them");
  command
      ->add_option("SET", options->sets,
                   "Texts with their quotes, one JSON object a line; the file's name is the "
                   "language")
      ->required();
  command
      ->add_option("--part", options->part,
                   "dev (the even lines, for tuning) or test (the odd ones); default: all")
      ->check(CLI::IsMember({"dev", "test"}));
  command->add_option("--worst", options->quotes.worst,
                      "List the N cases of each set with the most wrong quotes");
  command->add_flag("--misses", options->quotes.misses, "List every case that is not right");
  command->add_flag("--json", options->json, "One JSON object a set");
  command->add_option("--floors", options->floors,
                      "Table of set, figure and floor; exit code 3 when a figure is below");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
