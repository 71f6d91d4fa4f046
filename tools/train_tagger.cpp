// Trains the tagger of src/annotate/names/tagger.h and measures it. The recipe, the data and the
// scores stand in data/models/tagger.md.
//
//   train_tagger DATA TITLE_KINDS WORDS OUT.bin [--all] [--share N] [--own SET]… [--more SET]…
//
// Deterministic, on one core. --all: the development parts are trained on as well. --share N: only
// every Nth sentence, for trials. --own SET: our gold; its first half is trained on. --more SET:
// sentences of our own that are for training, all of them.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "annotate/names/tagger.h"
#include "base/strings.h"
#include "eval/names_sets.h"
#include "tagger/fit.h"
#include "tagger/list_maker.h"
#include "tagger/meanings.h"
#include "tagger/silver.h"
#include "tagger/training_sets.h"

namespace {

using namespace synoptic;
using namespace synoptic::tools;

constexpr int kEpochs = 4;

std::vector<eval::NamedSet> gold_sets(const std::vector<Training>& training) {
  std::vector<eval::NamedSet> sets;
  for (const auto& set : training) sets.push_back(set.set);
  return sets;
}

struct Options {
  std::vector<std::string> paths, own, more;
  bool all = false;
  size_t share = 1;
};

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--all") {
      options.all = true;
    } else if (argument == "--share" && i + 1 < argc) {
      options.share = std::stoul(argv[++i]);
    } else if (argument == "--own" && i + 1 < argc) {
      options.own.push_back(argv[++i]);
    } else if (argument == "--more" && i + 1 < argc) {
      options.more.push_back(argv[++i]);
    } else {
      options.paths.push_back(argument);
    }
  }
  return options;
}

struct Golds {
  std::vector<Training> training, held;
  std::vector<SilverSet> own, more;  // ours, of which variants are made
};

Golds read_golds(const Options& options) {
  Golds golds;
  for (const Source& source : sources(options.paths[0])) {
    auto set = eval::read_named_set(source.lang + ":" + source.path);
    if (!set) {
      fmt::print(stderr, "{}\n", set.error().message());
      continue;
    }
    const bool dev = source.dev && !options.all;
    keep_every(*set, dev ? std::max<size_t>(options.share, 3) : options.share);
    (dev ? golds.held : golds.training)
        .push_back({.set = std::move(*set), .weight = source.weight, .prose = source.weight > 1});
  }
  for (const auto& path : options.own) {
    auto set = eval::read_named_set(path);
    if (!set) continue;
    // Of our own gold the second half is never read; of the first, one part is for trials.
    auto& sentences = set->sentences;
    sentences.resize(sentences.size() / 2);
    Training part{.set = {.name = set->name, .lang = set->lang}};
    if (!options.all) {
      const auto middle = sentences.begin() + static_cast<long>(sentences.size() * 2 / 3);
      part.set.sentences.assign(middle, sentences.end());
      sentences.erase(middle, sentences.end());
      golds.held.push_back(part);
    }
    golds.own.push_back({.set = *set, .open = {}});
    golds.own.back().open.resize(sentences.size());
    golds.training.push_back({.set = std::move(*set), .weight = 1.5F, .prose = true});
  }
  for (const auto& path : options.more) {
    auto set = eval::read_named_set(path);
    if (!set) continue;
    golds.more.push_back({.set = *set, .open = {}});
    golds.more.back().open.resize(set->sentences.size());
    golds.training.push_back({.set = std::move(*set), .weight = 1.5F, .prose = true});
  }
  return golds;
}

// Sentences whose names other things tell: of translations, of linked and of chained news, and our
// own with other names.
void add_silver(const std::string& data, const annotate::Tagger& tagger, const MadeLists& lists,
                const std::vector<NamedThing>& things, const WordTables& tables, Golds& golds) {
  std::vector<Training>& training = golds.training;
  const std::string_view has_gold = "ru de es fr pt";  // not of news, but names enough
  for (const char* lang :
       {"ar", "zh", "ja", "fa", "tr", "hi", "ko", "uk", "id", "ru", "de", "es", "fr", "pt"}) {
    SilverSet carried = project_names(data, lang, tagger, lists.view(), things);
    SilverSet linked = read_linked_news(data, lang, lists.view(), things);
    for (SilverSet* silver : {&carried, &linked}) {
      if (has_gold.find(lang) == std::string_view::npos) {
        SilverSet exchanged = exchange_names(*silver, 3, things, tables);
        training.push_back({std::move(exchanged.set), std::move(exchanged.open), 0.3F});
      }
      training.push_back({std::move(silver->set), std::move(silver->open), 1, true});
    }
  }
  for (const char* lang : {"en", "es", "nl", "it"}) {
    SilverSet news = read_chained_news(data, lang);
    fmt::print(stderr, "{}: {} sentences of chained news\n", lang, news.set.sentences.size());
    training.push_back({std::move(news.set), std::move(news.open), 1, true});
  }
  for (const auto& set : golds.own) {
    SilverSet exchanged = exchange_names(set, 14, things, tables);
    training.push_back({.set = std::move(exchanged.set), .weight = 0.4F});
  }
  for (const auto& set : golds.more) {
    SilverSet exchanged = exchange_names(set, 5, things, tables);
    training.push_back({.set = std::move(exchanged.set), .weight = 0.4F});
  }
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  const auto& paths = options.paths;
  if (paths.size() != 4) {
    fmt::print(stderr, "usage: train_tagger DATA TITLE_KINDS WORDS OUT.bin [--all] [--share N]\n");
    return 1;
  }
  const auto start = std::chrono::steady_clock::now();
  const auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  Golds golds = read_golds(options);
  std::vector<Training>& training = golds.training;
  fmt::print(stderr, "{:.0f} s: sets read\n", seconds());
  const WordTables tables = WordTables::read(paths[2]);
  auto things = read_things(paths[0], paths[1], gold_sets(training));
  add_composed_persons(tables, things);
  fmt::print(stderr, "{:.0f} s: {} things with names\n", seconds(), things.size());
  MadeLists lists = make_lists(things, tables);
  MeaningMaker meanings;
  for (const auto& set : training) meanings.add_set(set.set);
  meanings.add_parallel(paths[0]);
  meanings.add_dictionaries(paths[0]);
  meanings.make(lists);
  fmt::print(stderr, "{:.0f} s: lists made\n", seconds());
  // First a tagger of the languages with gold; what it finds in English tells of the others.
  std::vector<Training> english;
  for (const auto& set : training) {
    if (set.set.lang == "en") english.push_back(set);
  }
  const std::string first = fit(english, {}, 3, lists, seconds);
  annotate::TaggerModel model;
  model.open(first);
  const annotate::Tagger tagger(model);
  add_silver(paths[0], tagger, lists, things, tables, golds);
  fmt::print(stderr, "{:.0f} s: silver made\n", seconds());
  for (size_t i = 0, count = training.size(); i < count; ++i) {
    Training fragments{.set = make_fragments(training[i])};
    training.push_back(std::move(fragments));
  }
  const std::string bytes = fit(training, golds.held, kEpochs, lists, seconds);
  std::ofstream(paths[3], std::ios::binary) << bytes;
  fmt::print(stderr, "{:.0f} s: {} bytes written\n", seconds(), bytes.size());
}
