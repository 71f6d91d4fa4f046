// synoptic-eval links: whether what is one thing gets one id, across languages.
#include <fmt/format.h>

#include <cstdio>

#include "base/json.h"
#include "eval/commands.h"
#include "eval/floors.h"
#include "eval/links.h"

namespace synoptic::eval {
namespace {

struct LinksArguments {
  std::string folder, floors;
  std::vector<std::string> topics;
  size_t worst = 0;
  bool json = false;
};

std::vector<std::pair<std::string_view, double>> named(const LinkScores& scores) {
  return {{"pair_precision", scores.pair_precision},
          {"pair_recall", scores.pair_recall},
          {"lea_precision", scores.lea_precision},
          {"lea_recall", scores.lea_recall},
          {"lea_f1", scores.lea_f1()},
          {"lea_f1_within", scores.language_lea_f1()}};
}

void print(const std::string& name, const LinkScores& scores, bool as_json) {
  if (as_json) {
    JsonWriter json;
    json.begin_object().field("set", name).field("mentions", scores.mentions);
    json.field("seen", scores.seen).field("known", scores.known).key("figures").begin_object();
    for (const auto& [figure, value] : named(scores)) json.field(figure, value);
    json.end_object().end_object();
    fmt::print("{}\n", json.text());
    return;
  }
  fmt::print("{:<20} {:>8} {:>6} {:>6}", name, scores.mentions, scores.seen, scores.known);
  for (const auto& [figure, value] : named(scores)) fmt::print(" {:>14.4f}", value);
  fmt::print("\n");
}

int run(const LinksArguments& options) {
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) {
    complain(knowledge.error());
    return kNothing;
  }
  const auto floors = read_floors(options.floors);
  if (!floors) {
    complain(floors.error());
    return kNothing;
  }
  if (!options.json) {
    fmt::print("{:<20} {:>8} {:>6} {:>6}", "set", "mentions", "seen", "known");
    for (const auto& [figure, value] : named({})) fmt::print(" {:>14}", figure);
    fmt::print("\n");
  }
  std::vector<LinkedMention> all;
  std::vector<NamedFigures> measured;
  bool all_well = true;
  const auto tell = [&](const std::string& name, const LinkScores& scores) {
    print(name, scores, options.json);
    measured.push_back({name, named(scores)});
  };
  for (const std::string& topic : options.topics) {
    auto mentions = link_set(options.folder, topic, **knowledge);
    if (!mentions) {
      complain(mentions.error());
      all_well = false;
      continue;
    }
    if (mentions->empty()) continue;
    tell("links/" + topic, score_links(*mentions));
    for (const auto& line : worst_links(*mentions, options.worst)) fmt::print("{}\n", line);
    std::fflush(stdout);
    all.insert(all.end(), mentions->begin(), mentions->end());
  }
  if (all.empty()) return kNothing;
  tell("links", score_links(all));
  return verdict_on(below_floors(*floors, measured), all_well);
}

}  // namespace

void add_links_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<LinksArguments>();
  CLI::App* command =
      app.add_subcommand("links", "Has one thing one id, in articles of many languages");
  command->add_option("FOLDER", options->folder, "A set: mentions.tsv and its articles")
      ->required();
  command->add_option("TOPIC", options->topics, "Topics of the set")->required();
  command->add_option("--worst", options->worst, "List the N ids of each topic that cost most");
  command->add_flag("--json", options->json, "One JSON object a topic");
  command->add_option("--floors", options->floors,
                      "Table of set, figure and floor; exit code 3 when a figure is below");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
