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

#include "annotate/names/tagger_features.h"
#include "base/strings.h"
#include "eval/names_sets.h"
#include "tagger/chain.h"
#include "tagger/list_maker.h"
#include "tagger/meanings.h"
#include "tagger/silver.h"
#include "text/words.h"

namespace {

using namespace synoptic;
using namespace synoptic::tools;
using annotate::NameLists;

constexpr int kEpochs = 4, kLastEpochs = 2;
constexpr float kWikiWeight = 0.5F, kUniversalWeight = 1.5F;
constexpr float kRate = 0.35F, kDropout = 0.15F;
constexpr size_t kMostFeatures = 1100000;

struct Source {
  std::string path, lang;
  float weight = 1;
  bool dev = false;
};

std::vector<Source> sources(const std::string& data) {
  std::vector<Source> all;
  const std::string uner = data + "/ner-universal/uner/UniversalNER+UNER_";
  const struct {
    const char *folder, *file, *lang;
  } kUniversal[] = {
      {"Chinese-GSD", "zh_gsd", "zh"},          {"Croatian-SET", "hr_set", "hr"},
      {"Danish-DDT", "da_ddt", "da"},           {"English-EWT", "en_ewt", "en"},
      {"Portuguese-Bosque", "pt_bosque", "pt"}, {"Serbian-SET", "sr_set", "sr"},
      {"Slovak-SNK", "sk_snk", "sk"},           {"Swedish-Talbanken", "sv_talbanken", "sv"}};
  for (const auto& set : kUniversal) {
    const std::string stem = fmt::format("{}{}/{}-ud-", uner, set.folder, set.file);
    if (std::string_view(set.lang) != "en")
      all.push_back({stem + "train.iob2", set.lang, kUniversalWeight});
    // The English training part is not at hand: its development part stands in.
    all.push_back(
        {stem + "dev.iob2", set.lang, kUniversalWeight, std::string_view(set.lang) != "en"});
  }
  for (const char* lang : {"de", "en", "es", "nl", "pl", "ru"}) {
    const std::string folder = fmt::format("{}/ner-wikiann/wikiann/{}/", data, lang);
    all.push_back({folder + "train.conllu", lang, kWikiWeight});
    all.push_back({folder + "val.conllu", lang, kWikiWeight, true});
  }
  for (const char* lang : {"fr", "pt"}) {
    const std::string folder = fmt::format("{}/ner-wikiann/wikiann/{}/", data, lang);
    all.push_back({folder + "train", lang, kWikiWeight});
    all.push_back({folder + "dev", lang, kWikiWeight, true});
  }
  return all;
}

uint16_t only(int tag) { return static_cast<uint16_t>(1u << tag); }

// The tags that the gold gives the tokens. A name whose edge lies inside a token takes all of it.
std::vector<uint16_t> allowed_tags(const annotate::TagSentence& sentence,
                                   const eval::NamedSentence& gold,
                                   const std::vector<Range>* open) {
  using namespace annotate;
  std::vector<uint16_t> allowed(sentence.tokens.size(), only(kOutsideTag));
  for (const auto& name : gold.names) {
    size_t begin = sentence.tokens.size(), end = 0;
    for (size_t i = 0; i < sentence.tokens.size(); ++i) {
      if (!sentence.tokens[i].range.overlaps(name.range)) continue;
      begin = std::min(begin, i);
      end = i + 1;
    }
    const auto type = static_cast<NameType>(name.kind);
    for (size_t i = begin; i < end; ++i) {
      const TagPlace place = end - begin == 1 ? TagPlace::kOnly
                             : i == begin     ? TagPlace::kFirst
                             : i + 1 == end   ? TagPlace::kLast
                                              : TagPlace::kInside;
      allowed[i] = only(tag_of(type, place));
    }
  }
  if (open == nullptr) return allowed;
  for (size_t i = 0; i < sentence.tokens.size(); ++i) {
    for (const Range& range : *open) {
      if (!range.overlaps(sentence.tokens[i].range)) continue;
      if (allowed[i] == only(kOutsideTag)) allowed[i] = kAnyTag;
    }
  }
  return allowed;
}

// A set to train on; `open` is empty where all is known.
struct Training {
  eval::NamedSet set;
  std::vector<std::vector<Range>> open;
  float weight = 1;
  bool prose = false;  // running text, of which fragments are made
  const std::vector<Range>* open_of(size_t sentence) const {
    return open.empty() ? nullptr : &open[sentence];
  }
};

// A name on its own teaches little of texts, and that whatever stands alone is a name.
float weight_of(const eval::NamedSentence& gold) {
  size_t covered = 0;
  for (const auto& name : gold.names) covered += name.range.size();
  return covered * 10 > gold.text.size() * 9 ? 0.25F : 1;
}

// Pieces of running text, as headlines are: else all that is short would look like a name.
eval::NamedSet make_fragments(const Training& training) {
  eval::NamedSet made{.name = "fragments", .lang = training.set.lang};
  uint64_t state = 0x9E3779B97F4A7C15ULL;
  for (size_t s = 0; s < training.set.sentences.size(); ++s) {
    const auto& from = training.set.sentences[s];
    if (!training.open.empty() && !training.open[s].empty()) continue;
    const auto words = text::words(from.text);
    if (words.size() < 6 || (!training.prose && !from.text.ends_with('.'))) continue;
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    const bool spaceless = words[0].spaceless;
    const size_t length = (spaceless ? 4 : 2) + state % (spaceless ? 14 : 7);
    if (words.size() <= length) continue;
    const size_t first = state / 64 % 3 == 0 ? 0 : state / 256 % (words.size() - length);
    const Range range{words[first].range.begin, words[first + length - 1].range.end};
    eval::NamedSentence to;
    to.text = range.of(from.text);
    bool cut = false;
    for (const auto& name : from.names) {
      if (!name.range.overlaps(range)) continue;
      cut |= !range.contains(name.range);
      to.names.push_back({.range = {name.range.begin - range.begin, name.range.end - range.begin},
                          .kind = name.kind});
    }
    if (cut) continue;
    if (to.text[0] >= 'a' && to.text[0] <= 'z') to.text[0] = static_cast<char>(to.text[0] - 32);
    made.sentences.push_back(std::move(to));
  }
  return made;
}

// Numbers for the features that are seen often enough.
class FeatureNumbers {
 public:
  FeatureNumbers() : seen_(size_t{1} << 28), keys_(size_t{1} << 26), numbers_(keys_.size()) {}
  void count(uint64_t hash, bool in_name) {
    uint8_t& seen = seen_[hash >> 36];
    // Seen beside names or within counts more than seen elsewhere.
    seen = static_cast<uint8_t>(std::min(255, seen + (in_name ? 3 : 1)));
  }
  bool often(uint64_t hash) const { return seen_[hash >> 36] >= 4; }
  uint32_t number(uint64_t hash, bool make) {
    size_t at = hash >> 38;
    while (keys_[at] != 0 && keys_[at] != hash) at = (at + 1) & (keys_.size() - 1);
    if (keys_[at] == 0) {
      if (!make || !often(hash)) return UINT32_MAX;
      keys_[at] = hash;
      numbers_[at] = static_cast<uint32_t>(hashes_.size());
      hashes_.push_back(hash);
    }
    return numbers_[at];
  }
  const std::vector<uint64_t>& hashes() const { return hashes_; }

 private:
  std::vector<uint8_t> seen_;
  std::vector<uint64_t> keys_;
  std::vector<uint32_t> numbers_;
  std::vector<uint64_t> hashes_;
};

void count_features(const Training& training, const NameLists& lists, FeatureNumbers& numbers) {
  const eval::NamedSet& set = training.set;
  annotate::TagSentence sentence;
  std::array<uint64_t, annotate::kMostFeatures> features;
  for (size_t s = 0; s < set.sentences.size(); ++s) {
    const auto& gold = set.sentences[s];
    annotate::read_tokens(gold.text, {0, static_cast<uint32_t>(gold.text.size())}, set.lang, lists,
                          sentence);
    const auto allowed = allowed_tags(sentence, gold, training.open_of(s));
    for (size_t i = 0; i < sentence.tokens.size(); ++i) {
      const size_t count = read_features(sentence, i, features);
      for (size_t f = 0; f < count; ++f) {
        numbers.count(features[f], allowed[i] != only(annotate::kOutsideTag));
      }
    }
  }
}

void add_set(const Training& training, const NameLists& lists, FeatureNumbers& numbers, bool make,
             ChainData& data) {
  const eval::NamedSet& set = training.set;
  annotate::TagSentence sentence;
  std::array<uint64_t, annotate::kMostFeatures> features;
  for (size_t s = 0; s < set.sentences.size(); ++s) {
    const auto& gold = set.sentences[s];
    annotate::read_tokens(gold.text, {0, static_cast<uint32_t>(gold.text.size())}, set.lang, lists,
                          sentence);
    if (sentence.tokens.empty()) continue;
    const auto allowed = allowed_tags(sentence, gold, training.open_of(s));
    data.sentences.push_back({.first = data.allowed.size(),
                              .tokens = static_cast<uint32_t>(sentence.tokens.size()),
                              .kind = sentence.kind,
                              .weight = training.weight * weight_of(gold)});
    for (size_t i = 0; i < sentence.tokens.size(); ++i) {
      const size_t count = read_features(sentence, i, features);
      for (size_t f = 0; f < count; ++f) {
        const uint32_t number = numbers.number(features[f], make);
        if (number != UINT32_MAX) data.features.push_back(number);
      }
      data.begins.push_back(data.features.size());
      data.allowed.push_back(allowed[i]);
    }
  }
}

struct Counts {
  size_t right = 0, found = 0, gold = 0;
  double f1() const {
    return found + gold == 0
               ? 0
               : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};

// Names of a row of tags, as (first token, tag of the last token, length).
void read_names(const std::vector<uint8_t>& tags, std::vector<std::array<size_t, 3>>& names) {
  using namespace annotate;
  size_t begin = 0;
  for (size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == kOutsideTag) continue;
    const TagPlace place = place_of_tag(tags[i]);
    if (place == TagPlace::kFirst) begin = i;
    if (place == TagPlace::kOnly) begin = i;
    if (place == TagPlace::kLast || place == TagPlace::kOnly) {
      names.push_back({begin, static_cast<size_t>(type_of_tag(tags[i])), i + 1 - begin});
    }
  }
}

Counts measure(const Chain& chain, const ChainData& data) {
  Counts counts;
  std::vector<std::array<size_t, 3>> gold, found;
  for (const auto& sentence : data.sentences) {
    gold.clear();
    found.clear();
    read_names(chain.decode(data, sentence), found);
    std::vector<uint8_t> tags(sentence.tokens);
    for (size_t i = 0; i < tags.size(); ++i) {
      tags[i] = static_cast<uint8_t>(__builtin_ctz(data.allowed[sentence.first + i]));
    }
    read_names(tags, gold);
    counts.found += found.size();
    counts.gold += gold.size();
    for (const auto& name : found) {
      counts.right += std::find(gold.begin(), gold.end(), name) != gold.end();
    }
  }
  return counts;
}

void keep_every(eval::NamedSet& set, size_t share) {
  if (share < 2) return;
  size_t kept = 0;
  for (size_t i = 0; i < set.sentences.size(); i += share) {
    std::swap(set.sentences[kept++], set.sentences[i]);
  }
  set.sentences.resize(kept);
}

std::vector<eval::NamedSet> gold_sets(const std::vector<Training>& training) {
  std::vector<eval::NamedSet> sets;
  for (const auto& set : training) sets.push_back(set.set);
  return sets;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> paths, own_paths, more_paths;
  bool all = false;
  size_t share = 1;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--all") {
      all = true;
    } else if (argument == "--share" && i + 1 < argc) {
      share = std::stoul(argv[++i]);
    } else if (argument == "--own" && i + 1 < argc) {
      own_paths.push_back(argv[++i]);
    } else if (argument == "--more" && i + 1 < argc) {
      more_paths.push_back(argv[++i]);
    } else {
      paths.push_back(argument);
    }
  }
  if (paths.size() != 4) {
    fmt::print(stderr, "usage: train_tagger DATA TITLE_KINDS WORDS OUT.bin [--all] [--share N]\n");
    return 1;
  }
  const auto start = std::chrono::steady_clock::now();
  const auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  std::vector<Training> training, held;
  for (const Source& source : sources(paths[0])) {
    auto set = eval::read_named_set(source.lang + ":" + source.path);
    if (!set) {
      fmt::print(stderr, "{}\n", set.error().message());
      continue;
    }
    const bool dev = source.dev && !all;
    keep_every(*set, dev ? std::max<size_t>(share, 3) : share);
    (dev ? held : training)
        .push_back({.set = std::move(*set), .weight = source.weight, .prose = source.weight > 1});
  }
  std::vector<SilverSet> own;
  for (const auto& path : own_paths) {
    auto set = eval::read_named_set(path);
    if (!set) continue;
    // Of our own gold the second half is never read; of the first, one part is for trials.
    auto& sentences = set->sentences;
    sentences.resize(sentences.size() / 2);
    Training part{.set = {.name = set->name, .lang = set->lang}};
    if (!all) {
      const auto middle = sentences.begin() + static_cast<long>(sentences.size() * 2 / 3);
      part.set.sentences.assign(middle, sentences.end());
      sentences.erase(middle, sentences.end());
      held.push_back(part);
    }
    own.push_back({.set = *set, .open = {}});
    own.back().open.resize(sentences.size());
    training.push_back({.set = std::move(*set), .weight = 1.5F, .prose = true});
  }
  std::vector<SilverSet> more;
  for (const auto& path : more_paths) {
    auto set = eval::read_named_set(path);
    if (!set) continue;
    more.push_back({.set = *set, .open = {}});
    more.back().open.resize(set->sentences.size());
    training.push_back({.set = std::move(*set), .weight = 1.5F, .prose = true});
  }
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
  const auto fit = [&](const std::vector<Training>& sets, const std::vector<Training>& measured,
                       int epochs) {
    FeatureNumbers numbers;
    for (const auto& set : sets) count_features(set, lists.view(), numbers);
    ChainData data;
    for (const auto& set : sets) add_set(set, lists.view(), numbers, true, data);
    std::vector<ChainData> dev(measured.size());
    for (size_t i = 0; i < measured.size(); ++i) {
      add_set(measured[i], lists.view(), numbers, false, dev[i]);
    }
    fmt::print(stderr, "{:.0f} s: {} sentences, {} tokens, {} features of {} kinds\n", seconds(),
               data.sentences.size(), data.allowed.size(), data.features.size(),
               numbers.hashes().size());
    Chain chain(numbers.hashes().size());
    const auto report = [&](int epoch) {
      std::string line;
      for (size_t i = 0; i < measured.size(); ++i) {
        line += fmt::format(" {}:{:.1f}", measured[i].set.lang, measure(chain, dev[i]).f1());
      }
      fmt::print(stderr, "{:.0f} s: epoch {}{}\n", seconds(), epoch, line);
    };
    for (int epoch = 0; epoch < epochs; ++epoch) {
      chain.train(data, epoch, kRate, kDropout);
      if (epoch + 1 == epochs) report(epoch);
    }
    chain.prune(kMostFeatures);
    for (int epoch = epochs; epoch < epochs + kLastEpochs; ++epoch) {
      if (epoch + 1 == epochs + kLastEpochs) chain.begin_average();
      chain.train(data, epoch, kRate / 2, kDropout / 2);
    }
    chain.take_average();
    report(epochs + kLastEpochs);
    return chain.to_bytes(numbers.hashes(), lists);
  };
  // First a tagger of the languages with gold; what it finds in English tells of the others.
  std::vector<Training> english;
  for (const auto& set : training) {
    if (set.set.lang == "en") english.push_back(set);
  }
  const std::string first = fit(english, {}, 3);
  annotate::TaggerModel model;
  model.open(first);
  const annotate::Tagger tagger(model);
  const std::string_view has_gold = "ru de es fr pt";  // not of news, but names enough
  for (const char* lang :
       {"ar", "zh", "ja", "fa", "tr", "hi", "ko", "uk", "id", "ru", "de", "es", "fr", "pt"}) {
    SilverSet carried = project_names(paths[0], lang, tagger, lists.view(), things);
    SilverSet linked = read_linked_news(paths[0], lang, lists.view(), things);
    for (SilverSet* silver : {&carried, &linked}) {
      if (has_gold.find(lang) == std::string_view::npos) {
        SilverSet exchanged = exchange_names(*silver, 3, things, tables);
        training.push_back({std::move(exchanged.set), std::move(exchanged.open), 0.3F});
      }
      training.push_back({std::move(silver->set), std::move(silver->open), 1, true});
    }
  }
  for (const char* lang : {"en", "es", "nl", "it"}) {
    SilverSet news = read_chained_news(paths[0], lang);
    fmt::print(stderr, "{}: {} sentences of chained news\n", lang, news.set.sentences.size());
    training.push_back({std::move(news.set), std::move(news.open), 1, true});
  }
  for (const auto& set : own) {
    SilverSet exchanged = exchange_names(set, 14, things, tables);
    training.push_back({.set = std::move(exchanged.set), .weight = 0.4F});
  }
  for (const auto& set : more) {
    SilverSet exchanged = exchange_names(set, 5, things, tables);
    training.push_back({.set = std::move(exchanged.set), .weight = 0.4F});
  }
  fmt::print(stderr, "{:.0f} s: silver made\n", seconds());
  for (size_t i = 0, count = training.size(); i < count; ++i) {
    Training fragments{.set = make_fragments(training[i])};
    training.push_back(std::move(fragments));
  }
  const std::string bytes = fit(training, held, kEpochs);
  std::ofstream(paths[3], std::ios::binary) << bytes;
  fmt::print(stderr, "{:.0f} s: {} bytes written\n", seconds(), bytes.size());
}
