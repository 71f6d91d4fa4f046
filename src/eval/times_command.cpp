// synoptic-eval times: the times found in texts whose times are known, language by language.
#include "eval/cases_command.h"
#include "eval/times.h"

namespace synoptic::eval {
namespace {

int run(const CasesCommand& options) {
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) {
    complain(knowledge.error());
    return kNothing;
  }
  return run_cases<TimeFigures>("times", options,
                                [&](const std::string& set, TimeFigures& figures) {
                                  return evaluate_times(set, options.cases, **knowledge, figures);
                                });
}

}  // namespace

void add_times_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CasesCommand>();
  CLI::App* command =
      app.add_subcommand("times", "Are the days, months and years that a text speaks of found");
  options->add_to(*command, "times");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
