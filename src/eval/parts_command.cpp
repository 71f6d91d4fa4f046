// synoptic-eval parts: who had which part of an event, where and when, language by language.
#include "eval/cases_command.h"
#include "eval/parts.h"

namespace synoptic::eval {

void add_parts_command(CLI::App& app, int& exit_code) {
  add_cases_command<AskedFigures>(app, exit_code, "parts",
                                  "Which parts of an event a sentence tells, and who has them",
                                  evaluate_parts);
}

}  // namespace synoptic::eval
