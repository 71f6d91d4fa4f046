// synoptic-eval stories: are the articles of one event one story.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <sstream>
#include <unordered_map>

#include "base/json.h"
#include "eval/commands.h"
#include "eval/pages.h"
#include "eval/stories.h"
#include "eval/tools.h"
#include "group/group.h"
#include "group/pair_model.h"

namespace synoptic::eval {
namespace {

struct StoriesArguments {
  std::vector<std::string> sets;
  std::string part = "all";
  std::string weights;
  bool json = false;
  size_t misses = 0;
};

struct Stability {
  size_t moved = 0;   // articles whose story got another id after they were told of it
  size_t merged = 0;  // stories that were merged into another
  size_t silent = 0;  // articles whose last told id does not lead to their story: a mistake
};

struct Run {
  std::vector<StoryDocument> documents;
  std::vector<std::string> found;
  StoryScores scores;
  Stability stability;
  double seconds = 0;  // of grouping alone
};

Run group_set(std::vector<StoryDocument> documents, const Tools& tools, const group::Model& model) {
  Run run;
  run.documents = std::move(documents);
  group::Grouper grouper(tools.knowledge, model);
  std::unordered_map<std::string, std::string> told;  // the last that was said of each article
  std::vector<std::string> first, ids;
  for (auto& document : run.documents) {
    const auto annotated = annotated_document(document, *tools.knowledge, tools.languages);
    document.lang = annotated.article.lang;
    const auto begin = std::chrono::steady_clock::now();
    const auto change = grouper.add(annotated);
    run.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    first.push_back(change.story);
    told[annotated.article.id] = change.story;
    for (const auto& [article, story] : change.moved) told[article] = story;
    ids.push_back(annotated.article.id);
    run.stability.merged += change.merged.size();
  }
  std::unordered_map<std::string, std::string> story_of;
  for (const auto& story : grouper.stories()) {
    for (const auto& article : story.articles) story_of[article] = story.id;
  }
  for (size_t i = 0; i < ids.size(); ++i) {
    run.found.push_back(story_of[ids[i]]);
    run.stability.moved += run.found[i] != first[i] ? 1 : 0;
    run.stability.silent += run.found[i] != grouper.resolve(told[ids[i]]) ? 1 : 0;
  }
  run.scores = score_stories(run.documents, run.found);
  return run;
}

void print_share(std::string_view name, const Share& share) {
  fmt::print("  {:<14} P {:5.1f}  R {:5.1f}  F1 {:5.1f}\n", name, 100 * share.precision,
             100 * share.recall, 100 * share.f1());
}

void print_text(const std::string& name, const Run& run) {
  const auto& scores = run.scores;
  fmt::print("{}: {} articles, {} stories, {} found\n", name, scores.documents, scores.gold_stories,
             scores.stories);
  print_share("B-cubed", scores.bcubed);
  print_share("pairs", scores.pairs);
  print_share("cross-lingual", scores.cross_lingual);
  fmt::print(
      "  ARI {:.3f}; ids: {} stories merged, {} articles moved with a redirect, {} without; "
      "{:.0f} articles/s\n",
      scores.adjusted_rand, run.stability.merged, run.stability.moved, run.stability.silent,
      run.seconds > 0 ? static_cast<double>(scores.documents) / run.seconds : 0);
}

void write_share(JsonWriter& json, std::string_view name, const Share& share) {
  json.key(name).begin_object();
  json.field("precision", share.precision).field("recall", share.recall).field("f1", share.f1());
  json.end_object();
}

void print_json(const std::string& name, const Run& run) {
  const auto& scores = run.scores;
  JsonWriter json;
  json.begin_object().field("set", name).field("articles", scores.documents);
  json.field("gold_stories", scores.gold_stories).field("stories", scores.stories);
  write_share(json, "bcubed", scores.bcubed);
  write_share(json, "pairs", scores.pairs);
  write_share(json, "cross_lingual_pairs", scores.cross_lingual);
  json.field("ari", scores.adjusted_rand).field("merged", run.stability.merged);
  json.field("moved", run.stability.moved).field("silent", run.stability.silent);
  json.end_object();
  std::puts(json.text().c_str());
}

std::string line_of(const StoryDocument& document) {
  std::string text = document.text.substr(0, 160);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return fmt::format("{} {} {} {} | {}", document.story, document.lang, document.time.substr(0, 16),
                     document.title, text);
}

// Gold stories torn apart and found stories of more than one gold story, largest first.
void print_misses(const Run& run, size_t count) {
  std::map<std::string_view, std::map<std::string_view, std::vector<size_t>>> torn, mixed;
  for (size_t i = 0; i < run.found.size(); ++i) {
    torn[run.documents[i].story][run.found[i]].push_back(i);
    mixed[run.found[i]][run.documents[i].story].push_back(i);
  }
  for (const auto* map : {&torn, &mixed}) {
    std::vector<std::pair<size_t, std::string_view>> ranked;
    for (const auto& [name, parts] : *map) {
      if (parts.size() > 1) ranked.emplace_back(parts.size(), name);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (ranked.size() > count) ranked.resize(count);
    for (const auto& [parts, name] : ranked) {
      fmt::print("\n{} {}: {} parts\n", map == &torn ? "torn" : "mixed", name, parts);
      for (const auto& [other, members] : map->at(name)) {
        fmt::print("  -- {}\n", other);
        for (const size_t i : members) fmt::print("     {}\n", line_of(run.documents[i]));
      }
    }
  }
}

int measure(const StoriesArguments& options) {
  const auto tools = Tools::load();
  if (!tools) {
    complain(tools.error());
    return kNothing;
  }
  const StoryPart part = options.part == "dev"    ? StoryPart::kDev
                         : options.part == "test" ? StoryPart::kTest
                                                  : StoryPart::kAll;
  group::Model model = group::Model::load();
  if (!options.weights.empty()) {
    std::ifstream in(options.weights, std::ios::binary);
    std::ostringstream table;
    table << in.rdbuf();
    if (!in) {
      complain({ErrorCode::kNotFound, options.weights, "cannot be read"});
      return kNothing;
    }
    auto read = group::Model::read(options.weights, table.str());
    if (!read) {
      complain(read.error());
      return kNothing;
    }
    model = *read;
  }
  for (const auto& set : options.sets) {
    auto documents = read_story_set(set, part);
    if (!documents) {
      complain(documents.error());
      return kNothing;
    }
    const Run run = group_set(std::move(*documents), *tools, model);
    options.json ? print_json(set_name(set), run) : print_text(set_name(set), run);
    if (options.misses > 0) print_misses(run, options.misses);
  }
  return kMeasured;
}

}  // namespace

void add_stories_command(CLI::App& app, int& exit_code) {
  auto* const command =
      app.add_subcommand("stories", "Groups articles whose stories are known, in time order");
  auto options = std::make_shared<StoriesArguments>();
  command->add_option("SET", options->sets, "Folder with docs.jsonl and gold.tsv, or of stories")
      ->required();
  command->add_option("--part", options->part, "Which stories: dev (three in five), test or all")
      ->check(CLI::IsMember({"dev", "test", "all"}));
  command->add_option("--weights", options->weights, "Another table of weights");
  command->add_flag("--json", options->json, "One line of JSON per set");
  command->add_option("--misses", options->misses, "Show so many stories torn and mixed");
  command->callback([options, &exit_code] { exit_code = measure(*options); });
}

}  // namespace synoptic::eval
