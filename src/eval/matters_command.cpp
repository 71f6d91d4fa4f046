// synoptic-eval matters: which way things came out, sentence by sentence, language by language.
#include "eval/cases_command.h"
#include "eval/matters.h"

namespace synoptic::eval {

void add_matters_command(CLI::App& app, int& exit_code) {
  add_cases_command<AskedFigures>(app, exit_code, "matters",
                                  "Which matters a sentence speaks of, and how they came out",
                                  evaluate_matters);
}

}  // namespace synoptic::eval
