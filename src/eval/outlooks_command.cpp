// synoptic-eval outlooks, standings: what may come, and what stands first of its kind, language by
// language.
#include "eval/cases_command.h"
#include "eval/outlooks.h"

namespace synoptic::eval {

void add_outlooks_command(CLI::App& app, int& exit_code) {
  add_cases_command<ClaimFigures>(
      app, exit_code, "outlooks",
      "Is what is expected, feared or hoped told as that, with who expects it", evaluate_outlooks);
}

void add_standings_command(CLI::App& app, int& exit_code) {
  add_cases_command<ClaimFigures>(app, exit_code, "standings",
                                  "Is it told what stands first or second of its kind, and where",
                                  evaluate_standings);
}

}  // namespace synoptic::eval
