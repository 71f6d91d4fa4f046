// synoptic-eval topics: what an article is about, on both levels, language by language.
#include "eval/cases_command.h"
#include "eval/topics.h"

namespace synoptic::eval {
namespace {

int run(const CasesCommand& options) {
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) {
    complain(knowledge.error());
    return kNothing;
  }
  return run_cases<TopicFigures>("topics", options,
                                 [&](const std::string& set, TopicFigures& figures) {
                                   return evaluate_topics(set, options.cases, **knowledge, figures);
                                 });
}

}  // namespace

void add_topics_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CasesCommand>();
  CLI::App* command =
      app.add_subcommand("topics", "Is it found what texts are about, on two levels");
  options->add_to(*command, "topics");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
