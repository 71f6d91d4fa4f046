// What src/compare/figures/contest.h (figures), name_contest.h (names), figure_rivals.h or
// name_rivals.h (rivals) sees of pairs of values in stories whose facts are known: the rows that
// train.py learns from.
//
//   contest_features figures|names|outcomes|singles|statements|cast STORY.json… > rows.tsv stories
//   as in tests/golds/synopsis contest_features figure_rivals|rivals MODEL.tsv STORY.json… >
//   rows.tsv
//                                       MODEL.tsv: the model of figures or names
//
// A row: story, the two values, whether they stand on two sides of one fact (its verdict, or
// "same", or "-"), the fact's number, then the features in the order of the first line.
// Of a copy with planted differences (its name has a "~") only the planted ones.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <set>

#include "compare/alone.h"
#include "compare/facts.h"
#include "compare/figures/contest.h"
#include "compare/figures/figure_rivals.h"
#include "compare/names/cast.h"
#include "compare/names/name_rivals.h"
#include "compare/names/swaps.h"
#include "compare/outcomes/outcomes.h"
#include "compare/sorts.h"
#include "compare/statements/same_statement.h"
#include "eval/synopsis.h"
#include "eval/synopsis_match.h"
#include "read_file.h"
#include "text/utf8.h"

namespace synoptic {
namespace {

using tools::read_file;

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
  // A figure stands for all places where the account has it; a small one, where it counts the same.
  constexpr double kSmall = 12;
  const auto covers = [&](const eval::GoldSide& side, const Claim& claim) {
    if (covers_here(side, claim)) return true;
    const auto& claims = input.tellings[claim.article].claims;
    return !names && std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
      return other.slot == claim.slot && other.sort == claim.sort && other.norm == claim.norm &&
             (other.about == claim.about || claim.value > kSmall) && covers_here(side, other);
    });
  };
  std::pair<std::string, size_t> out{"-", 0};
  for (size_t i = 0; i < gold.facts.size(); ++i) {
    const auto& fact = gold.facts[i];
    if (!is_of(fact.slot, names)) continue;
    if (a.slot == "outcome" && fact.slot != "outcome" && fact.slot != "certainty") continue;
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

// Of a copy with planted differences only these are learnt from.
bool is_copy(const eval::SynopsisGold& gold) { return gold.name.find('~') != std::string::npos; }

void print_row(const eval::SynopsisGold& gold, const Claim& a, const Claim& b,
               std::string_view verdict, size_t fact, std::span<const float> features) {
  fmt::print("{}\t{} {}\t{} {}\t{}\t{}", gold.name, a.sort, a.norm, b.sort, b.norm, verdict, fact);
  for (const float value : features) fmt::print("\t{:.5g}", value);
  fmt::print("\n");
}

template <typename Features>
void print_row(const eval::SynopsisGold& gold, const compare::Input& input, const Claim& a,
               const Claim& b, const Features& features_of) {
  const auto [verdict, fact] = told_of(gold, input, a, b);
  if (is_copy(gold) && verdict != "planted") return;
  print_row(gold, a, b, verdict, fact, features_of());
}

template <typename Contest>
void print_pairs(const eval::SynopsisGold& gold, const compare::Input& input,
                 const std::vector<const Claim*>& claims, const Contest& contest) {
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t j = i + 1; j < claims.size(); ++j) {
      if (!contest.may_differ(i, j)) continue;
      print_row(gold, input, *claims[i], *claims[j], [&] { return contest.features(i, j); });
    }
  }
}

template <typename Contest>
void print_rivals(const eval::SynopsisGold& gold, const compare::Input& input,
                  const Contest& contest) {
  const auto& claims = contest.claims();
  for (const auto& one : compare::rivals_of(contest)) {
    print_row(gold, input, *claims[one.i], *claims[one.j], [&] { return one.features; });
  }
}

// What the gold calls the account.
std::string id_of(const eval::SynopsisGold& gold, const model::Article& article) {
  const auto told = std::find_if(gold.articles.begin(), gold.articles.end(),
                                 [&](const auto& one) { return one.key == article.id; });
  return told == gold.articles.end() ? "" : told->id;
}

// A row: story, account and text of both names, then the features.
void print_cast(const eval::SynopsisGold& gold, compare::Input& input) {
  const auto cast = compare::cast_of(input);
  const compare::SameName same(input, cast);
  const auto name_of = [&](const compare::CastName& name) {
    const auto& article = input.tellings[name.telling].annotated->article;
    return fmt::format("{}|{}", id_of(gold, article), compare::slice(article, name.places[0]));
  };
  for (size_t i = 0; i < cast.size(); ++i) {
    for (size_t j = i + 1; j < cast.size(); ++j) {
      const bool known = !cast[i].entity.empty() && !cast[j].entity.empty();
      if (cast[i].account == cast[j].account) continue;
      fmt::print("{}\t{}\t{}\t{}\t0", gold.name, name_of(cast[i]), name_of(cast[j]),
                 !known                             ? "?"
                 : cast[i].entity == cast[j].entity ? "same"
                                                    : "-");
      for (const float value : same.features(i, j)) fmt::print("\t{:.5g}", value);
      fmt::print("\n");
    }
  }
}

// A row for every two clauses that tell one matter contrarily; "near": their sentences differ by
// the gold, but in other words than these clauses have.
void print_outcomes(const eval::SynopsisGold& gold, const compare::Input& input,
                    const compare::Passages& passages) {
  const auto claim_of = [&](const compare::OutcomeSpot& spot, bool whole) {
    const auto& telling = input.tellings[spot.article];
    const auto& sentence = telling.sentences[spot.sentence];
    Claim claim;
    claim.article = spot.article;
    claim.slot = "outcome";
    claim.sort = spot.matter;
    claim.at.span =
        compare::span_in_capture(telling, sentence.block, whole ? sentence.range : spot.clause);
    claim.norm = fmt::format("{}.{}.{}", spot.article, spot.sentence, spot.word.begin);
    return claim;
  };
  const auto all = compare::read_outcomes(input, passages);
  for (auto& spots : compare::matters_of(all)) {
    compare::OutcomeContest contest(input, passages, std::move(spots), all);
    const auto told = [&](size_t i, size_t j, bool whole) {
      return told_of(gold, input, claim_of(contest.spots()[i], whole),
                     claim_of(contest.spots()[j], whole));
    };
    for (size_t i = 0; i < contest.spots().size(); ++i) {
      for (size_t j = 0; j < contest.spots().size(); ++j) {
        if (!contest.may_differ(i, j)) continue;
        auto [verdict, fact] = told(i, j, false);
        if (verdict == "-" && told(i, j, true).first == "differ") verdict = "near";
        print_row(gold, claim_of(contest.spots()[i], false), claim_of(contest.spots()[j], false),
                  verdict, fact, contest.features(i, j));
      }
    }
  }
}

// A row for every fact that one account is said to have alone, by the gold "alone" or "shared"; "-"
// where it does not list it.
void print_singles(const eval::SynopsisGold& gold, const compare::Input& input,
                   const compare::Passages& passages) {
  const auto facts = compare::facts_of(input, passages);
  const compare::Alone alone(input, passages);
  const model::Synopsis none;
  const eval::GoldMatch match(gold, none);
  for (const auto& [fact, salience] : facts) {
    if (!compare::is_asked(fact)) continue;
    std::string_view told = "-";
    for (const auto& one : gold.facts) {
      const bool here = std::any_of(
          one.sides.begin(), one.sides.end(),
          [&, &told_fact = fact](const auto& side) { return match.covers(told_fact, side); });
      if (!here || !eval::is_like(fact, one)) continue;
      std::set<size_t> accounts;
      for (const auto& side : one.sides) {
        for (const auto& piece : side.pieces) accounts.insert(gold.articles[piece.article].account);
      }
      if (one.verdict == "only") told = "alone";
      if (accounts.size() > 1 && told == "-") told = "shared";
    }
    Claim claim;
    claim.sort = fact.slot;
    claim.norm = fact.values[0].norm;
    std::replace(claim.norm.begin(), claim.norm.end(), '\t', ' ');
    Claim other;
    other.sort = fact.about;
    other.norm = fact.rule;
    print_row(gold, claim, other, told, 0, alone.features(fact));
  }
}

// "differ", "update" …: what has its two sides in the two sentences; "same": both have one side.
std::string parted_by(const eval::SynopsisGold& gold, const compare::Input& input,
                      compare::Contradictions::Where a, compare::Contradictions::Where b) {
  const auto holds = [&](const eval::GoldSide& side, compare::Contradictions::Where where) {
    const auto& telling = input.tellings[where.article];
    const auto& sentence = telling.sentences[where.sentence];
    const Span span = compare::span_in_capture(telling, sentence.block, sentence.range);
    return std::any_of(side.pieces.begin(), side.pieces.end(), [&](const eval::Piece& piece) {
      return gold.articles[piece.article].key == telling.annotated->article.id &&
             std::any_of(piece.places.begin(), piece.places.end(),
                         [&](const Span& place) { return span.overlaps(place); });
    });
  };
  std::string out = "-";
  for (const auto& fact : gold.facts) {
    for (const auto& x : fact.sides) {
      for (const auto& y : fact.sides) {
        if (!holds(x, a) || !holds(y, b)) continue;
        if (&x == &y) {
          if (out == "-") out = "same";
        } else if (out != "differ") {
          out = fact.verdict;
        }
      }
    }
  }
  return out;
}

// A row for every sentence and the nearest one of another account, by where they stand. What
// readers said of it is in tests/golds/statements.
void print_statements(const eval::SynopsisGold& gold, const compare::Input& input,
                      const compare::Passages& passages) {
  const auto outcomes = compare::read_outcomes(input, passages);
  const compare::Contradictions contradictions(input, outcomes);
  const auto stances = compare::read_stances(input, passages);
  const compare::SameStatement same(input, passages, contradictions, stances);
  const auto name_of = [&](uint32_t article, uint32_t sentence) {
    constexpr size_t kShown = 40;  // bytes, and the rest of a letter
    const auto& telling = input.tellings[article];
    const auto whole = telling.sentences[sentence].text;
    size_t end = 0;
    while (end < std::min(kShown, whole.size())) end += text::decode(whole, end).length;
    std::string text(whole.substr(0, end));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
    Claim claim;
    claim.sort = fmt::format("{}|{}", id_of(gold, telling.annotated->article), text);
    return claim;
  };
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    for (uint32_t j = 1; j < passages.read_of(i); ++j) {
      for (const auto& twin : passages.twins(i, j)) {
        if (twin.sentence == 0 || (twin.mutual && twin.article < i)) continue;
        print_row(gold, name_of(i, j), name_of(twin.article, twin.sentence),
                  parted_by(gold, input, {i, j}, {twin.article, twin.sentence}), 0,
                  same.features({i, j}, twin));
      }
    }
  }
}

int print_story(const std::string& path, const std::string& kind, const compare::Trees& model,
                const knowledge::Knowledge& knowledge, const text::LanguageId& languages) {
  auto gold =
      eval::parse_synopsis_gold(read_file(path), std::filesystem::path(path).stem().string());
  if (!gold) return 1;
  const auto story = eval::annotate_story(*gold, knowledge, languages);
  if (!story) {
    fmt::print(stderr, "contest_features: {}: {}\n", path, story.error().why);
    return 1;
  }
  std::vector<const model::Annotated*> articles;
  for (const auto& one : story->articles) articles.push_back(&one);
  auto input = compare::read_tellings(story->story, articles, knowledge);
  if (kind == "cast") {
    print_cast(*gold, input);
    return 0;
  }
  const compare::Passages passages(input);
  if (kind == "statements") {
    print_statements(*gold, input, passages);
    return 0;
  }
  if (kind == "singles") {
    print_singles(*gold, input, passages);
    return 0;
  }
  if (kind == "outcomes") {
    print_outcomes(*gold, input, passages);
    return 0;
  }
  if (kind == "names" || kind == "rivals") {
    const auto outcomes = compare::read_outcomes(input, passages);
    const compare::Contradictions contradictions(input, outcomes);
    const auto stances = compare::read_stances(input, passages);
    const compare::SameStatement same(input, passages, contradictions, stances);
    const auto names = compare::collect_names(input);
    for (auto& claims : compare::name_kinds(names)) {
      if (kind == "names") {
        print_pairs(*gold, input, claims, compare::NameContest(input, passages, same, claims));
      }
      if (kind == "rivals") {
        print_rivals(*gold, input, compare::NameContest(input, passages, same, claims, model));
      }
    }
    return 0;
  }
  for (const auto& sort : compare::sorts_of(input)) {
    if (sort.answers.empty() || sort.answers[0]->slot == "place") continue;
    if (kind == "figures") {
      print_pairs(*gold, input, sort.answers, compare::Contest(input, passages, sort.answers));
    } else {
      print_rivals(*gold, input, compare::Contest(input, passages, sort.answers, model));
    }
  }
  return 0;
}

template <typename Names>
void print_header(const Names& names) {
  fmt::print("story\ta\tb\tverdict\tfact");
  for (const auto name : names) fmt::print("\t{}", name);
  fmt::print("\n");
}

int run(int argc, char** argv) {
  const std::string kind = argc > 1 ? argv[1] : "";
  const bool of_rivals = (kind == "rivals" || kind == "figure_rivals") && argc > 2;
  if (kind != "figures" && kind != "names" && kind != "cast" && kind != "outcomes" &&
      kind != "singles" && kind != "statements" && !of_rivals) {
    fmt::print(
        stderr,
        "usage: contest_features figures|names|outcomes|singles|statements|cast STORY.json…\n"
        "       contest_features rivals|figure_rivals MODEL.tsv STORY.json…\n");
    return 1;
  }
  const auto knowledge = knowledge::Knowledge::load();
  const auto languages = text::LanguageId::embedded();
  if (!knowledge || !languages) return 1;
  const compare::Trees model =
      kind == "rivals" ? compare::Trees(read_file(argv[2]), compare::NameContest::names())
      : of_rivals      ? compare::Trees(read_file(argv[2]), compare::Contest::names())
                       : compare::Trees("", compare::Contest::names());
  if (kind == "figures") print_header(compare::Contest::names());
  if (kind == "names") print_header(compare::NameContest::names());
  if (kind == "cast") print_header(compare::SameName::names());
  if (kind == "outcomes") print_header(compare::OutcomeContest::names());
  if (kind == "statements") print_header(compare::SameStatement::names());
  if (kind == "singles") print_header(compare::Alone::names());
  if (kind == "rivals") print_header(compare::NameRivals::names());
  if (kind == "figure_rivals") print_header(compare::FigureRivals::names());
  int worst = 0;
  for (int i = of_rivals ? 3 : 2; i < argc; ++i) {
    worst |= print_story(argv[i], kind, model, **knowledge, *languages);
  }
  return worst;
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) { return synoptic::run(argc, argv); }
