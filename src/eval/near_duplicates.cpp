// synoptic-eval near-duplicates: copies measured against an oracle, the exact Jaccard similarity of
// two texts' runs of four words.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>

#include "base/hash.h"
#include "base/json.h"
#include "base/strings.h"
#include "eval/commands.h"
#include "eval/pages.h"
#include "eval/shingles.h"
#include "eval/stories.h"
#include "group/fingerprint.h"
#include "group/window.h"
#include "text/fold.h"

namespace synoptic::eval {
namespace {

struct DuplicatePair {
  std::string a, b;                   // document ids
  double jaccard = 0, contained = 0;  // contained: the shared part of the shorter
};

// neardup_pairs.tsv: a, b, Jaccard, containment.
Result<std::vector<DuplicatePair>> read_duplicate_pairs(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return tl::unexpected(Error{ErrorCode::kNotFound, path, "cannot be read"});
  std::vector<DuplicatePair> out;
  for (std::string line; std::getline(in, line);) {
    const auto cells = split(line, '\t');
    if (cells.size() < 4) continue;
    out.push_back({std::string(cells[0]), std::string(cells[1]),
                   std::atof(std::string(cells[2]).c_str()),
                   std::atof(std::string(cells[3]).c_str())});
  }
  return out;
}

std::set<uint64_t> runs_of(const std::string& text) {
  constexpr size_t kRun = 4;
  const std::string folded = text::fold_copy(text);
  const auto words = tokens_of(folded);
  std::set<uint64_t> out;
  for (size_t i = 0; i + kRun <= words.size(); ++i) {
    uint64_t key = fnv1a("");
    for (size_t j = i; j < i + kRun; ++j) key = fnv1a(words[j], fnv1a(" ", key));
    out.insert(key);
  }
  return out;
}

// Of the sets of runs of four words, folded to lower case.
DuplicatePair exact_overlap(const StoryDocument& a, const StoryDocument& b) {
  const auto left = runs_of(a.text), right = runs_of(b.text);
  size_t both = 0;
  for (const auto run : left) both += right.contains(run) ? 1 : 0;
  const size_t whole = left.size() + right.size() - both;
  const size_t shorter = std::min(left.size(), right.size());
  return {a.id, b.id, whole == 0 ? 0 : static_cast<double>(both) / static_cast<double>(whole),
          shorter == 0 ? 0 : static_cast<double>(both) / static_cast<double>(shorter)};
}

struct NearDuplicatesArguments {
  std::vector<std::string> sets;
  bool json = false;
  size_t misses = 0;
};

using PairOfIds = std::pair<std::string, std::string>;
PairOfIds ordered(const std::string& a, const std::string& b) {
  return a < b ? PairOfIds{a, b} : PairOfIds{b, a};
}

struct Recall {
  size_t found = 0, all = 0;
  double share() const {
    return all == 0 ? 1 : static_cast<double>(found) / static_cast<double>(all);
  }
};

// What counts as a copy: the bars of the set and of containment.
constexpr double kAnyCopy = 0.3, kClearCopy = 0.5, kContained = 0.5;

struct Figures {
  size_t documents = 0, found = 0, right = 0;
  Recall any, clear, contained;
  double seconds = 0;
};

std::set<PairOfIds> find_pairs(const std::vector<StoryDocument>& documents,
                               const text::LanguageId& languages, Figures& figures) {
  std::set<PairOfIds> out;
  group::Window window;
  for (const auto& document : documents) {
    StoryDocument untitled = document;  // the oracle compares whole texts
    untitled.title.clear();
    const auto article = article_of(untitled, languages);
    const auto begin = std::chrono::steady_clock::now();
    group::Draft draft;
    draft.article = document.id;
    draft.lang = std::string(model::primary_language(article.lang));
    group::add_phrases(article, draft);
    group::Fingerprint fingerprint(draft);
    const auto copies = window.copies_of(fingerprint, draft.phrases);
    for (const auto other : copies.articles) {
      out.insert(ordered(document.id, documents[other].id));
    }
    window.enter(std::move(fingerprint), !copies.same);
    figures.seconds +=
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  }
  return out;
}

Result<Figures> measure_set(const std::string& set, const text::LanguageId& languages,
                            size_t misses) {
  const auto documents = read_story_set(set, StoryPart::kAll);
  if (!documents) return tl::unexpected(documents.error());
  const auto oracle = read_duplicate_pairs(set + "/neardup_pairs.tsv");
  if (!oracle) return tl::unexpected(oracle.error());
  Figures figures;
  figures.documents = documents->size();
  const auto found = find_pairs(*documents, languages, figures);
  std::unordered_map<std::string, const StoryDocument*> by_id;
  for (const auto& document : *documents) by_id.emplace(document.id, &document);
  for (const auto& pair : *oracle) {
    if (!by_id.contains(pair.a) || !by_id.contains(pair.b)) continue;
    const size_t hit = found.contains(ordered(pair.a, pair.b)) ? 1 : 0;
    const auto count = [&](Recall& recall) { recall.found += hit, ++recall.all; };
    if (pair.jaccard >= kAnyCopy) count(figures.any);
    if (pair.jaccard >= kClearCopy) count(figures.clear);
    if (pair.jaccard < kAnyCopy && pair.contained >= kContained) count(figures.contained);
    if (hit == 0 && misses > 0 && (pair.jaccard >= kAnyCopy || pair.contained >= kContained)) {
      --misses;
      fmt::print("missed {} {} J {:.3f} C {:.3f}\n", pair.a, pair.b, pair.jaccard, pair.contained);
    }
  }
  for (const auto& [a, b] : found) {
    const auto exact = exact_overlap(*by_id[a], *by_id[b]);
    ++figures.found;
    if (exact.jaccard >= kAnyCopy || exact.contained >= kContained) {
      ++figures.right;
    } else if (misses > 0) {
      --misses;
      fmt::print("wrong {} {} J {:.3f} C {:.3f}\n", a, b, exact.jaccard, exact.contained);
    }
  }
  return figures;
}

void print(const std::string& name, const Figures& figures, bool as_json) {
  const double precision =
      figures.found == 0 ? 1
                         : static_cast<double>(figures.right) / static_cast<double>(figures.found);
  if (as_json) {
    JsonWriter json;
    json.begin_object().field("set", name).field("articles", figures.documents);
    json.field("found", figures.found).field("precision", precision);
    json.field("recall_jaccard_0.3", figures.any.share());
    json.field("recall_jaccard_0.5", figures.clear.share());
    json.field("recall_contained", figures.contained.share()).end_object();
    std::puts(json.text().c_str());
    return;
  }
  const auto line = [](std::string_view what, const Recall& recall) {
    fmt::print("  recall {:<28} {:5.1f} % of {}\n", what, 100 * recall.share(), recall.all);
  };
  fmt::print("{}: {} articles, {} pairs found, {:.0f} articles/s\n", name, figures.documents,
             figures.found,
             figures.seconds > 0 ? static_cast<double>(figures.documents) / figures.seconds : 0);
  line("at Jaccard 0.3 or more", figures.any);
  line("at Jaccard 0.5 or more", figures.clear);
  line("contained by half, less alike", figures.contained);
  fmt::print("  precision {:.1f} %\n", 100 * precision);
}

int measure(const NearDuplicatesArguments& options) {
  const auto languages = text::LanguageId::embedded();
  if (!languages) {
    complain(languages.error());
    return kNothing;
  }
  for (const auto& set : options.sets) {
    const auto figures = measure_set(set, *languages, options.misses);
    if (!figures) {
      complain(figures.error());
      return kNothing;
    }
    print(set_name(set), *figures, options.json);
  }
  return kMeasured;
}

}  // namespace

void add_near_duplicates_command(CLI::App& app, int& exit_code) {
  auto* const command = app.add_subcommand(
      "near-duplicates", "Finds copies, edited and shortened ones too, against an exact oracle");
  auto options = std::make_shared<NearDuplicatesArguments>();
  command
      ->add_option("SET", options->sets, "Folder with docs.jsonl, gold.tsv and neardup_pairs.tsv")
      ->required();
  command->add_flag("--json", options->json, "One line of JSON per set");
  command->add_option("--misses", options->misses, "Show so many pairs missed or wrong");
  command->callback([options, &exit_code] { exit_code = measure(*options); });
}

}  // namespace synoptic::eval
