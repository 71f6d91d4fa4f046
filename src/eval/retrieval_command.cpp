// synoptic-eval retrieval: is the translation of each sentence found among those of another language.
#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "base/json.h"
#include "eval/commands.h"
#include "eval/retrieval.h"

namespace synoptic::eval {
namespace {

constexpr std::string_view kPivot = "en";

struct RetrievalArguments {
  std::string path, package;
  bool json = false;
};

struct Average {
  double plain = 0, csls = 0, least = 100;
  size_t count = 0;
  std::string worst;

  void add(const Direction& direction, const ParallelText& text) {
    plain += direction.plain;
    csls += direction.csls;
    ++count;
    if (direction.csls < least) {
      least = direction.csls;
      worst = text.languages[direction.from] + "→" + text.languages[direction.to];
    }
  }
  double of(double sum) const { return count == 0 ? 0 : sum / static_cast<double>(count); }
};

void print_table(const ParallelText& text, const std::vector<Direction>& directions) {
  const size_t count = text.languages.size();
  fmt::print("P@1 with CSLS, from row to column, {} sentences\n     ", text.sentences[0].size());
  for (const auto& code : text.languages) fmt::print("{:>6}", code);
  for (size_t i = 0; i < count; ++i) {
    fmt::print("\n{:<5}", text.languages[i]);
    for (size_t j = 0; j < count; ++j) {
      const auto found = std::find_if(directions.begin(), directions.end(),
                                      [&](const Direction& d) { return d.from == i && d.to == j; });
      if (found == directions.end()) {
        fmt::print("{:>6}", "-");
      } else {
        fmt::print("{:>6.1f}", found->csls);
      }
    }
  }
  fmt::print("\n\n{:<8}{:>16}{:>16}\n{:<8}{:>8}{:>8}{:>8}{:>8}\n", "", "to English", "from English",
             "", "plain", "csls", "plain", "csls");
  for (size_t i = 0; i < count; ++i) {
    const Direction *to = nullptr, *from = nullptr;
    for (const Direction& direction : directions) {
      if (direction.from == i && text.languages[direction.to] == kPivot) to = &direction;
      if (direction.to == i && text.languages[direction.from] == kPivot) from = &direction;
    }
    if (to == nullptr || from == nullptr) continue;
    fmt::print("{:<8}{:>8.1f}{:>8.1f}{:>8.1f}{:>8.1f}\n", text.languages[i], to->plain, to->csls,
               from->plain, from->csls);
  }
}

void print_json(const ParallelText& text, const std::vector<Direction>& directions) {
  for (const Direction& direction : directions) {
    fmt::print("{{\"from\":\"{}\",\"to\":\"{}\",\"plain\":{:.2f},\"csls\":{:.2f}}}\n",
               text.languages[direction.from], text.languages[direction.to], direction.plain,
               direction.csls);
  }
}

int measure(const RetrievalArguments& options) {
  const auto text = read_parallel_text(options.path);
  if (!text) {
    complain(text.error());
    return kNothing;
  }
  std::vector<Direction> directions;
  if (options.package.empty()) {
    directions = measure_retrieval(*text, lexicon::Lexicon::load());
  } else {
    const auto package = lexicon::Lexicon::open(options.package);
    if (!package) {
      complain(package.error());
      return kNothing;
    }
    directions = measure_retrieval(*text, *package);
  }
  if (options.json) {
    print_json(*text, directions);
    return kMeasured;
  }
  print_table(*text, directions);
  Average pivot, others;
  for (const Direction& direction : directions) {
    const bool to_pivot =
        text->languages[direction.from] == kPivot || text->languages[direction.to] == kPivot;
    (to_pivot ? pivot : others).add(direction, *text);
  }
  for (const auto& [name, mean] : {std::pair{"with English", pivot}, {"without English", others}}) {
    fmt::print("{:<16} {:>4} directions: plain {:.2f}, csls {:.2f}, worst {} {:.1f}\n", name,
               mean.count, mean.of(mean.plain), mean.of(mean.csls), mean.worst, mean.least);
  }
  return kMeasured;
}

}  // namespace

void add_retrieval_command(CLI::App& app, int& exit_code) {
  auto* const command = app.add_subcommand(
      "retrieval", "Finds each sentence's translation among all sentences of another language");
  auto options = std::make_shared<RetrievalArguments>();
  command->add_option("FILE", options->path, "Table of sentences, a column per language")
      ->required();
  command->add_option("--lexicon", options->package, "Another lexicon package");
  command->add_flag("--json", options->json, "One line of JSON per direction");
  command->callback([options, &exit_code] { exit_code = measure(*options); });
}

}  // namespace synoptic::eval
