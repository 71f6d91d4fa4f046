// What src/compare/contest.h sees of pairs of values in stories whose facts are known: the rows
// that train.py learns from.
//
//   contest_features STORY.json… > rows.tsv      stories as in tests/golds/synopsis
//
// A row: story, the two values, whether they stand on two sides of one fact (its verdict, or
// "same", or "-"), the fact's number, then the features in the order of the first line.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/data.h"
#include "compare/align.h"
#include "compare/contest.h"
#include "compare/swaps.h"
#include "eval/synopsis.h"

namespace synoptic {
namespace {

using compare::Claim;

// "differ", "update" …: the gold has the two on two sides of a fact; "same": on one side.
std::pair<std::string, size_t> told_of(const eval::SynopsisGold& gold, const compare::Input& input,
                                       const Claim& a, const Claim& b) {
  const auto covers = [&](const eval::GoldSide& side, const Claim& claim) {
    return std::any_of(side.pieces.begin(), side.pieces.end(), [&](const eval::Piece& piece) {
      return gold.articles[piece.article].key ==
                 input.tellings[claim.article].annotated->article.id &&
             std::any_of(piece.places.begin(), piece.places.end(),
                         [&](const Span& place) { return claim.at.span.overlaps(place); });
    });
  };
  std::pair<std::string, size_t> out{"-", 0};
  for (size_t i = 0; i < gold.facts.size(); ++i) {
    const auto& fact = gold.facts[i];
    for (const auto& x : fact.sides) {
      if (!covers(x, a)) continue;
      for (const auto& y : fact.sides) {
        if (!covers(y, b)) continue;
        if (&x != &y) return {fact.verdict, i};
        out = {"same", i};
      }
    }
  }
  return out;
}

void print_pairs(const eval::SynopsisGold& gold, const compare::Input& input,
                 const compare::Passages& passages, const std::vector<const Claim*>& claims) {
  const compare::Contest contest(input, passages, claims);
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t j = i + 1; j < claims.size(); ++j) {
      if (claims[i]->background != claims[j]->background || !contest.may_differ(i, j)) continue;
      const auto [verdict, fact] = told_of(gold, input, *claims[i], *claims[j]);
      fmt::print("{}\t{} {}\t{} {}\t{}\t{}", gold.name, claims[i]->sort, claims[i]->norm,
                 claims[j]->sort, claims[j]->norm, verdict, fact);
      for (const float value : contest.features(i, j)) fmt::print("\t{:.5g}", value);
      fmt::print("\n");
    }
  }
}

int print_story(const std::string& path, const knowledge::Knowledge& knowledge,
                const text::LanguageId& languages) {
  std::ifstream file(path, std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(file), {}};
  auto gold = eval::parse_synopsis_gold(json, std::filesystem::path(path).stem().string());
  if (!gold) return 1;
  const auto story = eval::annotate_story(*gold, knowledge, languages);
  if (!story) {
    fmt::print(stderr, "contest_features: {}: {}\n", path, story.error().why);
    return 1;
  }
  std::vector<const model::Annotated*> articles;
  for (const auto& one : story->articles) articles.push_back(&one);
  const auto input = compare::read_tellings(story->story, articles, knowledge);
  const compare::Passages passages(input);
  for (const auto& sort : compare::sorts_of(input)) {
    if (!sort.answers.empty() && sort.answers[0]->slot != "place") {
      print_pairs(*gold, input, passages, sort.answers);
    }
  }
  const auto names = compare::collect_names(input);
  std::map<std::string_view, std::vector<const Claim*>> by_sort;
  for (const Claim& claim : names) by_sort[claim.sort].push_back(&claim);
  for (const auto& [sort, claims] : by_sort) print_pairs(*gold, input, passages, claims);
  return 0;
}

int run(int argc, char** argv) {
  const auto knowledge = knowledge::Knowledge::load();
  const auto languages = text::LanguageId::from_bytes(embedded_data("models/language_id.bin"));
  if (!knowledge || !languages) return 1;
  fmt::print("story\ta\tb\tverdict\tfact");
  for (const auto name : compare::Contest::names()) fmt::print("\t{}", name);
  fmt::print("\n");
  int worst = 0;
  for (int i = 1; i < argc; ++i) worst |= print_story(argv[i], **knowledge, *languages);
  return worst;
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) { return synoptic::run(argc, argv); }
