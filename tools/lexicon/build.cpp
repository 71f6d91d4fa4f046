#include "lexicon/build.h"

#include <algorithm>
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
constexpr float kLeastGramCount = 1.5F;
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

// The pivot's words: which stems there are, how rare, and how they are written.
struct Vocabulary {
  std::vector<std::string> words;
  std::vector<float> idf;
  std::vector<uint64_t> keys;
  std::unordered_map<uint64_t, uint32_t> ids;
};

Vocabulary read_vocabulary(const std::vector<Source>& sources, const std::string& folder) {
  struct Stem {
    double count = 0, documents = 0;
    std::unordered_map<std::string, double> forms;
  };
  std::unordered_map<uint64_t, Stem> stems;
  double documents = 0;
  Units units;
  std::vector<uint64_t> seen;
  visit_lines(sources, folder, [&](const Line& line) {
    if (line.texts[0].empty()) return;
    read_units(line.texts[0], language_codes()[0], units);
    seen.clear();
    for (const Unit& unit : units.list) {
      if (unit.kind != UnitKind::kWord || !unit.latin) continue;
      Stem& stem = stems[unit.key];
      stem.count += line.weight;
      stem.forms[std::string(units.form(unit))] += line.weight;
      seen.push_back(unit.key);
    }
    if (line.title) return;
    documents += 1;
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const uint64_t key : seen) stems[key].documents += 1;
  });
  std::vector<std::pair<uint64_t, const Stem*>> order;
  for (const auto& [key, stem] : stems) order.emplace_back(key, &stem);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.second->count != b.second->count ? a.second->count > b.second->count
                                              : a.first < b.first;
  });
  if (order.size() > kMostTerms) order.resize(kMostTerms);
  Vocabulary made;
  for (const auto& [key, stem] : order) {
    std::string best;
    double most = -1;
    for (const auto& [form, count] : stem->forms) {
      if (count > most || (count == most && form < best)) best = form, most = count;
    }
    made.ids.emplace(key, static_cast<uint32_t>(made.words.size()));
    made.keys.push_back(key);
    made.words.push_back(best);
    made.idf.push_back(std::min(
        kHighestIdf, static_cast<float>(std::log((documents + 1) / (stem->documents + 0.5)))));
  }
  return made;
}

enum class View : uint8_t { kStems, kFronts };

// One language's side of all lines, beside the pivot's.
struct Read {
  Bitext bitext;
  std::vector<uint64_t> keys;  // of the features
};

Read read_bitext(const std::vector<Source>& sources, const std::string& folder, size_t language,
                 View view, const Vocabulary& vocabulary) {
  struct Seen {
    float count = 0;
    uint32_t id = UINT32_MAX;
    bool loose = false;  // a gram inside a longer run, needs more evidence
  };
  std::unordered_map<uint64_t, Seen> seen;
  std::vector<uint64_t> keys;
  std::vector<uint32_t> key_at{0};
  Read made;
  Bitext& bitext = made.bitext;
  Units pivot_units, units;
  std::vector<uint32_t> targets;
  std::vector<std::pair<uint64_t, bool>> found;
  visit_lines(sources, folder, [&](const Line& line) {
    if (line.texts[0].empty() || line.texts[language].empty()) return;
    read_units(line.texts[0], language_codes()[0], pivot_units);
    targets.clear();
    for (const Unit& unit : pivot_units.list) {
      if (unit.kind != UnitKind::kWord) continue;
      const auto id = vocabulary.ids.find(unit.key);
      if (id != vocabulary.ids.end()) targets.push_back(id->second);
    }
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    if (targets.empty() || targets.size() > kLongestSentence) return;
    read_units(line.texts[language], language_codes()[language], units);
    found.clear();
    for (const Unit& unit : units.list) {
      if (unit.kind == UnitKind::kNumber) continue;
      if (view == View::kFronts) {
        if (unit.wide_key != 0) found.emplace_back(unit.wide_key, false);
      } else {
        found.emplace_back(unit.key, unit.kind == UnitKind::kGram && !unit.whole);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end(),
                            [](const auto& a, const auto& b) { return a.first == b.first; }),
                found.end());
    if (found.empty() || found.size() > kMostFeatures) return;
    for (const auto& [key, loose] : found) {
      Seen& row = seen[key];
      if (row.count == 0) row.loose = loose;
      row.loose = row.loose && loose;
      row.count += line.weight;
      keys.push_back(key);
    }
    key_at.push_back(static_cast<uint32_t>(keys.size()));
    bitext.targets.insert(bitext.targets.end(), targets.begin(), targets.end());
    bitext.target_at.push_back(static_cast<uint32_t>(bitext.targets.size()));
    bitext.weights.push_back(line.weight);
  });
  for (size_t s = 0; s + 1 < key_at.size(); ++s) {
    for (uint32_t i = key_at[s]; i < key_at[s + 1]; ++i) {
      Seen& row = seen.at(keys[i]);
      if (row.count < (row.loose ? kLeastGramCount : kLeastWordCount)) continue;
      if (row.id == UINT32_MAX) {
        row.id = static_cast<uint32_t>(made.keys.size());
        made.keys.push_back(keys[i]);
      }
      bitext.features.push_back(row.id);
    }
    bitext.feature_at.push_back(static_cast<uint32_t>(bitext.features.size()));
  }
  bitext.feature_count = static_cast<uint32_t>(made.keys.size());
  bitext.target_count = static_cast<uint32_t>(vocabulary.words.size());
  return made;
}

struct Aligned {
  std::vector<uint64_t> keys;
  Alignment alignment;
};

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
  Progress progress(2 * count + 2);
  const Vocabulary vocabulary = read_vocabulary(texts, folder);
  progress.done("vocabulary");
  Tables tables;
  tables.words = vocabulary.words;
  tables.idf = vocabulary.idf;
  std::vector<Aligned> stems(count), fronts(count);
  std::atomic<size_t> next{0};
  const auto work = [&] {
    for (size_t job = next++; job <= 2 * count; job = next++) {
      if (job == 2 * count) {
        tables.letters = learn_names(sources, folder);
        progress.done("names");
        continue;
      }
      const View view = job < count ? View::kStems : View::kFronts;
      const size_t language = count - job % count;  // the ones without spaces first
      Read read = read_bitext(texts, folder, language, view, vocabulary);
      Aligned& made = (view == View::kStems ? stems : fronts)[language - 1];
      made.alignment = align(read.bitext, kRounds);
      made.keys = std::move(read.keys);
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
