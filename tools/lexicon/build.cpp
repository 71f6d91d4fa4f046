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
#include "lexicon/multiword.h"
#include "lexicon/names.h"
#include "lexicon/units.h"
#include "lexicon/vocabulary.h"

namespace synoptic::lexicon {
namespace {

constexpr int kRounds = 5;
constexpr size_t kLongestSentence = 80;  // pivot words
constexpr size_t kMostFeatures = 500;    // of one sentence
constexpr float kLeastWordCount = 0.45F;
constexpr float kLeastGramCount = 3.0F;
constexpr size_t kMostLinks = 8;
constexpr float kLeastLink = 0.02F;  // and this part of the best
constexpr float kNameIdf = 7.0F;
constexpr float kParaphraseShare = 0.5F;
constexpr size_t kMostParaphrases = 6;

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
                                      const std::vector<std::string>& languages, size_t language,
                                      const Vocabulary& vocabulary) {
  std::array<BitextReader, 2> readers;
  std::array<std::vector<BitextReader::Feature>, 2> found;
  Units units;
  size_t line_number = 0;
  visit_lines(sources, folder, languages, [&](const Line& line) {
    const uint32_t begin = vocabulary.line_at[line_number];
    const size_t count = vocabulary.line_at[++line_number] - begin;
    if (line.texts[language].empty() || count == 0 || count > kLongestSentence) return;
    read_units(line.texts[language], languages[language], units);
    for (auto& features : found) features.clear();
    for (const Unit& unit : units.list) {
      if (unit.kind == UnitKind::kNumber || unit.kind == UnitKind::kPair) continue;
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

LanguageTable table_of(const std::string& code, const Aligned& stems, const Aligned& fronts) {
  LanguageTable table{code, {}};
  for (const Aligned* part : {&stems, &fronts}) {
    for (size_t f = 0; f < part->keys.size(); ++f) {
      TableEntry entry = entry_of(part->keys[f], part->alignment.links[f]);
      if (!entry.terms.empty()) table.entries.push_back(std::move(entry));
    }
  }
  return table;
}

// Each name's term beside what its words mean.
void add_names(const std::vector<MultiwordNames::Link>& links, size_t first_term,
               LanguageTable& table) {
  std::unordered_map<uint64_t, size_t> places;
  for (size_t i = 0; i < table.entries.size(); ++i) places.emplace(table.entries[i].key, i);
  for (const auto& [key, name] : links) {
    const auto [place, fresh] = places.try_emplace(key, table.entries.size());
    if (fresh) table.entries.push_back({key, {}});
    table.entries[place->second].terms.emplace_back(static_cast<uint16_t>(first_term + name), 1.0F);
  }
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
  visit_lines(sources, folder, language_codes(), [&](const Line& line) {
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

std::vector<Source> without_letters(const std::vector<Source>& sources) {
  std::vector<Source> texts;
  for (const Source& source : sources) {
    if (source.kind != "names") texts.push_back(source);
  }
  return texts;
}

// The terms of a package that a text's words are themselves, not what else they may mean.
void add_own_terms(const Lexicon& package, std::string_view english, std::vector<uint32_t>& out) {
  constexpr float kItself = 0.95F;
  const auto before = static_cast<long>(out.size());
  for (const Reading& reading : package.readings(english, language_codes()[0])) {
    if (reading.term < kFirstOpenTerm && reading.weight > kItself) out.push_back(reading.term);
  }
  std::sort(out.begin() + before, out.end());
  out.erase(std::unique(out.begin() + before, out.end()), out.end());
}

}  // namespace

LanguageTable build_table(const std::vector<Source>& sources, const std::string& folder,
                          const std::string& code, const Lexicon& package) {
  const std::vector<Source> texts = without_letters(sources);
  const std::vector<std::string> languages{language_codes()[0], code};
  Vocabulary vocabulary;  // as the package has it: only which terms stand in which line is new
  vocabulary.words.resize(package.term_count());
  visit_lines(texts, folder, languages, [&](const Line& line) {
    add_own_terms(package, line.texts[0], vocabulary.line_terms);
    vocabulary.line_at.push_back(static_cast<uint32_t>(vocabulary.line_terms.size()));
  });
  const auto [stems, fronts] = align_language(texts, folder, languages, 1, vocabulary);
  LanguageTable table = table_of(code, stems, fronts);
  std::fprintf(stderr, "%s: %zu units, %zu entries\n", code.c_str(), stems.keys.size(),
               table.entries.size());
  return table;
}

Tables build_tables(const std::vector<Source>& sources, const std::string& folder) {
  const std::vector<Source> texts = without_letters(sources);
  const size_t count = language_codes().size() - 1;
  Progress progress(count + 2);
  const Vocabulary vocabulary = read_vocabulary(texts, folder);
  progress.done("vocabulary");
  Tables tables;
  tables.words = vocabulary.words;
  tables.idf = vocabulary.idf;
  const MultiwordNames names =
      read_multiword_names(texts, folder, kMostTerms - tables.words.size());
  for (const std::string& name : names.names) {
    tables.words.push_back(name);
    tables.idf.push_back(kNameIdf);
  }
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
      auto [units, front] = align_language(texts, folder, language_codes(), language, vocabulary);
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
  add_names(names.links[0], vocabulary.words.size(), tables.languages[0]);
  for (size_t i = 0; i < count; ++i) {
    LanguageTable table = table_of(language_codes()[i + 1], stems[i], fronts[i]);
    add_names(names.links[i + 1], vocabulary.words.size(), table);
    std::fprintf(stderr, "%s: %zu units, %zu entries\n", table.code.c_str(), stems[i].keys.size(),
                 table.entries.size());
    tables.languages.push_back(std::move(table));
  }
  return tables;
}

}  // namespace synoptic::lexicon
