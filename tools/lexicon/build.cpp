#include "lexicon/build.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "base/strings.h"
#include "lexicon/align.h"
#include "lexicon/names.h"
#include "lexicon/units.h"

namespace synoptic::lexicon {
namespace {

constexpr int kRounds = 5;
constexpr float kEntityWeight = 1.0F;
constexpr size_t kLongestSentence = 80;  // pivot words
constexpr size_t kMostFeatures = 500;    // of one sentence
constexpr float kLeastWordCount = 0.45F;
constexpr float kLeastGramCount = 3.0F;
constexpr size_t kMostLinks = 8;
constexpr float kLeastLink = 0.02F;  // and this part of the best
constexpr float kParaphraseShare = 0.5F;
constexpr size_t kMostParaphrases = 6;
constexpr float kHighestIdf = 9.0F;

const std::vector<std::string>& language_codes() {
  static const std::vector<std::string> codes{"en", "ar", "de", "es", "fa", "fr", "hi", "id",
                                              "ja", "ko", "pt", "ru", "tr", "uk", "zh"};
  return codes;
}

void visit_lines(const std::vector<Source>& sources, const std::string& folder,
                 const std::function<void(const Line&)>& visit) {
  for (const Source& source : sources) read_source(source, folder, language_codes(), visit);
  read_entities(language_codes(), kEntityWeight, visit);
}

class Progress {
 public:
  explicit Progress(size_t total) : total_(total) {}
  void done(const std::string& what) {
    const std::lock_guard lock(mutex_);
    ++done_;
    const size_t width = 30 * done_ / total_;
    std::fprintf(stderr, "\r[%s%s] %zu of %zu  %-24s", std::string(width, '#').c_str(),
                 std::string(30 - width, '.').c_str(), done_, total_, what.c_str());
    if (done_ == total_) std::fputc('\n', stderr);
  }

 private:
  std::mutex mutex_;
  size_t total_ = 0, done_ = 0;
};

// The pivot's words: which stems there are, how rare, how they are written, and which stand in
// each line of the sources.
struct Vocabulary {
  std::vector<std::string> words;
  std::vector<float> idf;
  std::vector<uint64_t> keys;
  std::vector<uint32_t> line_at{0}, line_terms;  // sorted in each line
};

struct Stem {
  double count = 0, documents = 0;
  std::unordered_map<std::string, double> forms;
};

std::string commonest(const std::unordered_map<std::string, double>& forms) {
  std::string best;
  double most = -1;
  for (const auto& [form, count] : forms) {
    if (count > most || (count == most && form < best)) best = form, most = count;
  }
  return best;
}

Vocabulary read_vocabulary(const std::vector<Source>& sources, const std::string& folder) {
  std::unordered_map<uint64_t, Stem> stems;
  double documents = 0;
  Units units;
  std::vector<uint64_t> line_keys;
  std::vector<size_t> line_at{0};
  visit_lines(sources, folder, [&](const Line& line) {
    read_units(line.texts[0], language_codes()[0], units);
    const auto begin = static_cast<long>(line_keys.size());
    for (const Unit& unit : units.list) {
      if (unit.kind != UnitKind::kWord || !unit.latin) continue;
      Stem& stem = stems[unit.key];
      stem.count += line.weight;
      stem.forms[std::string(units.form(unit))] += line.weight;
      line_keys.push_back(unit.key);
    }
    std::sort(line_keys.begin() + begin, line_keys.end());
    line_keys.erase(std::unique(line_keys.begin() + begin, line_keys.end()), line_keys.end());
    line_at.push_back(line_keys.size());
    if (line.title || line.texts[0].empty()) return;
    documents += 1;
    for (size_t i = line_at[line_at.size() - 2]; i < line_keys.size(); ++i) {
      stems[line_keys[i]].documents += 1;
    }
  });
  std::vector<std::pair<uint64_t, const Stem*>> order;
  for (const auto& [key, stem] : stems) order.emplace_back(key, &stem);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.second->count != b.second->count ? a.second->count > b.second->count
                                              : a.first < b.first;
  });
  if (order.size() > kMostTerms) order.resize(kMostTerms);
  Vocabulary made;
  std::unordered_map<uint64_t, uint32_t> ids;
  for (const auto& [key, stem] : order) {
    ids.emplace(key, static_cast<uint32_t>(made.words.size()));
    made.keys.push_back(key);
    made.words.push_back(commonest(stem->forms));
    made.idf.push_back(std::min(
        kHighestIdf, static_cast<float>(std::log((documents + 1) / (stem->documents + 0.5)))));
  }
  for (size_t line = 0; line + 1 < line_at.size(); ++line) {
    for (size_t i = line_at[line]; i < line_at[line + 1]; ++i) {
      const auto id = ids.find(line_keys[i]);
      if (id != ids.end()) made.line_terms.push_back(id->second);
    }
    std::sort(made.line_terms.begin() + made.line_at.back(), made.line_terms.end());
    made.line_at.push_back(static_cast<uint32_t>(made.line_terms.size()));
  }
  return made;
}

// One view of a language's side of all lines, beside the pivot's: its units, or only the fronts of
// its stems.
class BitextReader {
 public:
  struct Feature {
    uint64_t key = 0;
    bool loose = false;  // a gram inside a longer run, needs more evidence
    bool operator<(const Feature& other) const { return key < other.key; }
    bool operator==(const Feature& other) const { return key == other.key; }
  };

  void add(std::vector<Feature>& found, const uint32_t* terms, size_t count, float weight) {
    std::stable_sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (found.empty() || found.size() > kMostFeatures) return;
    for (const Feature& feature : found) {
      Seen& row = seen_[feature.key];
      row.loose = feature.loose && (row.loose || row.count == 0);
      row.count += weight;
      line_keys_.push_back(feature.key);
    }
    line_at_.push_back(line_keys_.size());
    bitext_.targets.insert(bitext_.targets.end(), terms, terms + count);
    bitext_.target_at.push_back(static_cast<uint32_t>(bitext_.targets.size()));
    bitext_.weights.push_back(weight);
  }

  // The features met often enough; `keys` are theirs.
  Bitext finish(size_t target_count, std::vector<uint64_t>& keys) {
    for (size_t line = 0; line + 1 < line_at_.size(); ++line) {
      for (size_t i = line_at_[line]; i < line_at_[line + 1]; ++i) {
        Seen& row = seen_.at(line_keys_[i]);
        if (row.count < (row.loose ? kLeastGramCount : kLeastWordCount)) continue;
        if (row.id == UINT32_MAX) {
          row.id = static_cast<uint32_t>(keys.size());
          keys.push_back(line_keys_[i]);
        }
        bitext_.features.push_back(row.id);
      }
      bitext_.feature_at.push_back(static_cast<uint32_t>(bitext_.features.size()));
    }
    bitext_.feature_count = static_cast<uint32_t>(keys.size());
    bitext_.target_count = static_cast<uint32_t>(target_count);
    return std::move(bitext_);
  }

 private:
  struct Seen {
    float count = 0;
    uint32_t id = UINT32_MAX;
    bool loose = false;
  };
  std::unordered_map<uint64_t, Seen> seen_;
  std::vector<uint64_t> line_keys_;
  std::vector<size_t> line_at_{0};
  Bitext bitext_;
};

struct Aligned {
  std::vector<uint64_t> keys;
  Alignment alignment;
};

// The units of one language, then the fronts of its stems.
std::array<Aligned, 2> align_language(const std::vector<Source>& sources, const std::string& folder,
                                      size_t language, const Vocabulary& vocabulary) {
  std::array<BitextReader, 2> readers;
  std::array<std::vector<BitextReader::Feature>, 2> found;
  Units units;
  size_t line_number = 0;
  visit_lines(sources, folder, [&](const Line& line) {
    const uint32_t begin = vocabulary.line_at[line_number];
    const size_t count = vocabulary.line_at[++line_number] - begin;
    if (line.texts[language].empty() || count == 0 || count > kLongestSentence) return;
    read_units(line.texts[language], language_codes()[language], units);
    for (auto& features : found) features.clear();
    for (const Unit& unit : units.list) {
      if (unit.kind == UnitKind::kNumber) continue;
      found[0].push_back({unit.key, unit.kind == UnitKind::kGram && !unit.whole});
      if (unit.wide_key != 0) found[1].push_back({unit.wide_key, false});
    }
    for (size_t view = 0; view < found.size(); ++view) {
      readers[view].add(found[view], vocabulary.line_terms.data() + begin, count, line.weight);
    }
  });
  std::array<Aligned, 2> made;
  for (size_t view = 0; view < readers.size(); ++view) {
    const Bitext bitext = readers[view].finish(vocabulary.words.size(), made[view].keys);
    made[view].alignment = align(bitext, kRounds);
  }
  return made;
}

TableEntry entry_of(uint64_t key, const std::vector<Link>& links) {
  TableEntry entry;
  entry.key = key;
  for (const Link& link : links) {
    if (entry.terms.size() >= kMostLinks || link.share < kLeastLink ||
        link.share < kLeastLink * 2 * links[0].share) {
      break;
    }
    entry.terms.emplace_back(static_cast<uint16_t>(link.target), link.share);
  }
  return entry;
}

// The pivot's own table: every word is itself, and what other languages say with the same words.
LanguageTable pivot_table(const Vocabulary& vocabulary, const std::vector<Aligned>& aligned) {
  std::vector<std::unordered_map<uint32_t, float>> near(vocabulary.words.size());
  std::vector<float> languages(vocabulary.words.size(), 0);
  for (const Aligned& one : aligned) {
    std::vector<float> covered(vocabulary.words.size(), 0);
    for (const auto& links : one.alignment.links) {
      float total = 0;
      for (const Link& link : links) total += link.share;
      total = std::max(total, 1.0F);
      const size_t count = std::min(links.size(), kMostLinks);
      for (size_t i = 0; i < count; ++i) {
        covered[links[i].target] += links[i].reverse;
        for (size_t j = 0; j < count; ++j) {
          if (i == j) continue;
          near[links[i].target][links[j].target] += links[i].reverse * links[j].share / total;
        }
      }
    }
    for (size_t term = 0; term < covered.size(); ++term) languages[term] += covered[term];
  }
  LanguageTable table{language_codes()[0], {}};
  for (uint32_t term = 0; term < vocabulary.words.size(); ++term) {
    TableEntry entry;
    entry.key = vocabulary.keys[term];
    std::vector<std::pair<uint32_t, float>> others(near[term].begin(), near[term].end());
    const float scale = kParaphraseShare / std::max(languages[term], 1.0F);
    for (auto& [other, weight] : others) weight *= scale;
    std::sort(others.begin(), others.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    entry.terms.emplace_back(static_cast<uint16_t>(term), 1.0F);
    for (const auto& [other, weight] : others) {
      if (entry.terms.size() > kMostParaphrases || weight < kLeastLink) break;
      entry.terms.emplace_back(static_cast<uint16_t>(other), weight);
    }
    table.entries.push_back(std::move(entry));
  }
  return table;
}

// Pairs of names in two scripts: those made for it, and titles of two words in both languages.
std::vector<NameLetter> learn_names(const std::vector<Source>& sources, const std::string& folder) {
  NameLearner learner;
  for (const Source& source : sources) {
    if (source.kind != "names") continue;
    Source pairs = source;
    pairs.kind = "pairs";
    read_source(pairs, folder, language_codes(), [&](const Line& line) {
      std::string letters;
      for (size_t i = 1; i < line.texts.size(); ++i) {
        for (const std::string_view letter : split_trimmed(line.texts[i], ' ')) letters += letter;
      }
      learner.add(line.texts[0], letters);
    });
  }
  visit_lines(sources, folder, [&](const Line& line) {
    if (!line.title || line.texts[0].empty()) return;
    const auto english = split_trimmed(line.texts[0], ' ');
    if (english.size() != 2) return;
    for (size_t i = 1; i < line.texts.size(); ++i) {
      const auto other = split_trimmed(line.texts[i], ' ');
      if (other.size() != 2 || line.texts[i].find(',') != std::string_view::npos) continue;
      learner.add(english[0], other[0]);
      learner.add(english[1], other[1]);
    }
  });
  return learner.learn();
}

}  // namespace

Tables build_tables(const std::vector<Source>& sources, const std::string& folder) {
  std::vector<Source> texts;
  for (const Source& source : sources) {
    if (source.kind != "names") texts.push_back(source);
  }
  const size_t count = language_codes().size() - 1;
  Progress progress(count + 2);
  const Vocabulary vocabulary = read_vocabulary(texts, folder);
  progress.done("vocabulary");
  Tables tables;
  tables.words = vocabulary.words;
  tables.idf = vocabulary.idf;
  std::vector<Aligned> stems(count), fronts(count);
  std::atomic<size_t> next{0};
  const auto work = [&] {
    for (size_t job = next++; job <= count; job = next++) {
      if (job == count) {
        tables.letters = learn_names(sources, folder);
        progress.done("names");
        continue;
      }
      const size_t language = count - job;  // the one with most units comes last in the list
      auto [units, front] = align_language(texts, folder, language, vocabulary);
      stems[language - 1] = std::move(units);
      fronts[language - 1] = std::move(front);
      progress.done(language_codes()[language]);
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned t = 1; t < std::thread::hardware_concurrency(); ++t) threads.emplace_back(work);
    work();
  }
  tables.languages.push_back(pivot_table(vocabulary, stems));
  for (size_t i = 0; i < count; ++i) {
    LanguageTable table{language_codes()[i + 1], {}};
    for (const Aligned* part : {&stems[i], &fronts[i]}) {
      for (size_t f = 0; f < part->keys.size(); ++f) {
        TableEntry entry = entry_of(part->keys[f], part->alignment.links[f]);
        if (!entry.terms.empty()) table.entries.push_back(std::move(entry));
      }
    }
    std::fprintf(stderr, "%s: %zu units, %zu entries\n", table.code.c_str(), stems[i].keys.size(),
                 table.entries.size());
    tables.languages.push_back(std::move(table));
  }
  return tables;
}

}  // namespace synoptic::lexicon
