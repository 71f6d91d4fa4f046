// synoptic-eval quotes: precision and recall of the quotes found, language by language.
#include "eval/cases_command.h"
#include "eval/quotes.h"

namespace synoptic::eval {
namespace {

int run(const CasesCommand& options) {
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) {
    complain(knowledge.error());
    return kNothing;
  }
  return run_cases<QuoteFigures>("quotes", options,
                                 [&](const std::string& set, QuoteFigures& figures) {
                                   return evaluate_quotes(set, options.cases, **knowledge, figures);
                                 });
}

}  // namespace

void add_quotes_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CasesCommand>();
  CLI::App* command =
      app.add_subcommand("quotes", "Are words said found, whole, and given to who said them");
  options->add_to(*command, "quotes");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
