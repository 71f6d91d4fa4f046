// What src/compare/contest.h (figures) or name_contest.h (names) sees of pairs of values in stories
// whose facts are known: the rows that train.py learns from.
//
//   contest_features figures|names STORY.json… > rows.tsv      stories as in tests/golds/synopsis
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
#include "compare/name_contest.h"
#include "compare/swaps.h"
#include "eval/synopsis.h"

namespace synoptic {
namespace {

using compare::Claim;

// Whether a fact of this slot can be told by two values: a name in the words of an outcome is none.
bool is_of(const std::string& slot, bool names) {
  const bool of_names =
      slot == "actor" || slot == "recipient" || slot == "place" || slot == "attribution";
  return of_names == names;
}

// "differ", "update" …: the gold has the two on two sides of a fact; "same": on one side.
std::pair<std::string, size_t> told_of(const eval::SynopsisGold& gold, const compare::Input& input,
                                       const Claim& a, const Claim& b) {
  const bool names = a.slot == "name";
  const auto covers_here = [&](const eval::GoldSide& side, const Claim& claim) {
    return std::any_of(side.pieces.begin(), side.pieces.end(), [&](const eval::Piece& piece) {
      return gold.articles[piece.article].key ==
                 input.tellings[claim.article].annotated->article.id &&
             std::any_of(piece.places.begin(), piece.places.end(),
                         [&](const Span& place) { return claim.at.span.overlaps(place); });
    });
  };
  // A figure stands for all places where the account has it.
  const auto covers = [&](const eval::GoldSide& side, const Claim& claim) {
    if (covers_here(side, claim)) return true;
    const auto& claims = input.tellings[claim.article].claims;
    return !names && std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
             return other.slot == claim.slot && other.sort == claim.sort &&
                    other.norm == claim.norm && other.about == claim.about &&
                    covers_here(side, other);
           });
  };
  std::pair<std::string, size_t> out{"-", 0};
  for (size_t i = 0; i < gold.facts.size(); ++i) {
    const auto& fact = gold.facts[i];
    if (!is_of(fact.slot, names)) continue;
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

template <typename Contest>
void print_pairs(const eval::SynopsisGold& gold, const compare::Input& input,
                 const compare::Passages& passages, const std::vector<const Claim*>& claims) {
  const Contest contest(input, passages, claims);
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

int print_story(const std::string& path, bool names, const knowledge::Knowledge& knowledge,
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
  if (names) {
    const auto claims = compare::collect_names(input);
    for (auto& kind : compare::name_kinds(claims)) {
      print_pairs<compare::NameContest>(*gold, input, passages, kind);
    }
    return 0;
  }
  for (const auto& sort : compare::sorts_of(input)) {
    if (!sort.answers.empty() && sort.answers[0]->slot != "place") {
      print_pairs<compare::Contest>(*gold, input, passages, sort.answers);
    }
  }
  return 0;
}

int run(int argc, char** argv) {
  const std::string kind = argc > 1 ? argv[1] : "";
  if (kind != "figures" && kind != "names") {
    fmt::print(stderr, "usage: contest_features figures|names STORY.json…\n");
    return 1;
  }
  const bool names = kind == "names";
  const auto knowledge = knowledge::Knowledge::load();
  const auto languages = text::LanguageId::from_bytes(embedded_data("models/language_id.bin"));
  if (!knowledge || !languages) return 1;
  fmt::print("story\ta\tb\tverdict\tfact");
  const auto print_header = [](const auto& list) {
    for (const auto name : list) fmt::print("\t{}", name);
  };
  names ? print_header(compare::NameContest::names()) : print_header(compare::Contest::names());
  fmt::print("\n");
  int worst = 0;
  for (int i = 2; i < argc; ++i) worst |= print_story(argv[i], names, **knowledge, *languages);
  return worst;
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) { return synoptic::run(argc, argv); }
