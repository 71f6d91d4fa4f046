// synoptic-eval times: the times found in texts whose times are known, language by language.
#include "eval/cases_command.h"
#include "eval/times.h"

namespace synoptic::eval {

void add_times_command(CLI::App& app, int& exit_code) {
  add_cases_command<TimeFigures>(app, exit_code, "times",
                                 "Are the days, months and years that a text speaks of found",
                                 evaluate_times);
}

}  // namespace synoptic::eval
