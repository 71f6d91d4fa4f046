// synoptic-eval topics: what an article is about, on both levels, language by language.
#include "eval/cases_command.h"
#include "eval/topics.h"

namespace synoptic::eval {

void add_topics_command(CLI::App& app, int& exit_code) {
  add_cases_command<TopicFigures>(
      app, exit_code, "topics", "Is it found what texts are about, on two levels", evaluate_topics);
}

}  // namespace synoptic::eval
