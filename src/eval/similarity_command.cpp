// synoptic-eval similarity: does the likeness of two articles go along with what people say of it.
#include <fmt/format.h>

#include <map>

#include "base/json.h"
#include "eval/commands.h"
#include "eval/similarity.h"
#include "eval/tools.h"

namespace synoptic::eval {
namespace {

struct SimilarityArguments {
  std::vector<std::string> sets;
  bool json = false;
};

struct Graded {
  std::vector<double> likeness, grades;

  void add(double value, double grade) {
    likeness.push_back(value);
    grades.push_back(-grade);  // 1 is the most alike
  }
};

void print(const std::string& name, const Graded& graded, bool as_json) {
  const double r = pearson(graded.likeness, graded.grades);
  if (as_json) {
    JsonWriter json;
    json.begin_object().field("pairs_of", name).field("pairs", graded.grades.size());
    json.field("pearson", r).end_object();
    fmt::print("{}\n", json.text());
    return;
  }
  fmt::print("{:<16} {:>6} {:>8.3f}\n", name, graded.grades.size(), r);
}

int run(const SimilarityArguments& options) {
  std::map<std::string, Graded> by_pair;
  Graded within, across;
  std::map<std::string, Graded> by_part;
  const auto tools = Tools::load();
  if (!tools) {
    complain(tools.error());
    return kNothing;
  }
  for (const std::string& path : options.sets) {
    const auto pairs = read_graded_pairs(path);
    if (!pairs) {
      complain(pairs.error());
      return kNothing;
    }
    for (const GradedPair& pair : *pairs) {
      const double value = similarity_of(pair, *tools->knowledge, tools->languages);
      for (const auto& [part, grade] : pair.parts) by_part[part].add(value, grade);
      (pair.lang_a == pair.lang_b ? within : across).add(value, pair.grade);
      by_pair[pair.lang_a + "-" + pair.lang_b].add(value, pair.grade);
    }
  }
  if (by_pair.empty()) return kNothing;
  if (!options.json) fmt::print("{:<16} {:>6} {:>8}\n", "languages", "pairs", "pearson");
  for (const auto& [name, graded] : by_pair) print(name, graded, options.json);
  print("one language", within, options.json);
  print("two languages", across, options.json);
  for (const auto& [name, graded] : by_part) print(name, graded, options.json);
  return kMeasured;
}

}  // namespace

void add_similarity_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<SimilarityArguments>();
  CLI::App* command = app.add_subcommand(
      "similarity", "Does the likeness of two articles go along with people's grades");
  command
      ->add_option(
          "SET", options->sets,
          "CSV with the columns lang1, lang2, text1, text2 and Overall (1: the same … 4); with "
          "Geography, Entities, Time, Narrative these are told too")
      ->required();
  command->add_flag("--json", options->json, "One JSON object a pair of languages");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
