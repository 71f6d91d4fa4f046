// synoptic-eval quantities: precision and recall of the quantities found, language by language.
#include <fstream>
#include <iterator>

#include "eval/cases_command.h"
#include "eval/quantities.h"

namespace synoptic::eval {
namespace {

struct QuantitiesArguments {
  CasesCommand common;
  QuantityOptions quantities;
  std::string classes;
};

int run(QuantitiesArguments options) {
  const auto fail = [](const Error& error) {
    complain(error);
    return kNothing;
  };
  if (!options.classes.empty()) {
    std::ifstream file(options.classes, std::ios::binary);
    if (!file) return fail({ErrorCode::kNotFound, options.classes, "no such file"});
    options.quantities.classes = ClassNames(std::string{std::istreambuf_iterator<char>(file), {}});
  }
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) return fail(knowledge.error());
  return run_cases<QuantityFigures>(options.common, [&](const std::string& set,
                                                        QuantityFigures& figures) {
    return evaluate_quantities(set, options.common.cases, options.quantities, **knowledge, figures);
  });
}

}  // namespace

void add_quantities_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<QuantitiesArguments>();
  CLI::App* command = app.add_subcommand(
      "quantities", "Are the numbers found, with their kinds, values, units and totals");
  options->common.add_to(*command, "quantities", "quantities");
  command->add_flag("--details", options->quantities.details,
                    "Tell wrong modifiers, classes and scopes, too");
  command->add_option("--classes", options->classes, "Table of class names that mean the same");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
