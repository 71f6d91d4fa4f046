// synoptic-eval origins: whom a text cites as its source, language by language.
#include "eval/cases_command.h"
#include "eval/origins.h"

namespace synoptic::eval {

void add_origins_command(CLI::App& app, int& exit_code) {
  add_cases_command<OriginFigures>(app, exit_code, "origins",
                                   "Is it told which outlet a text has it from", evaluate_origins);
}

}  // namespace synoptic::eval
