// synoptic-eval quotes: precision and recall of the quotes found, language by language.
#include "eval/cases_command.h"
#include "eval/quotes.h"

namespace synoptic::eval {

void add_quotes_command(CLI::App& app, int& exit_code) {
  add_cases_command<QuoteFigures>(app, exit_code, "quotes",
                                  "Are words said found, whole, and given to who said them",
                                  evaluate_quotes);
}

}  // namespace synoptic::eval
