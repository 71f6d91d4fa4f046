#include "lexicon/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "lexicon/format.h"
#include "lexicon/own_words.h"
#include "lexicon/units.h"

namespace synoptic::lexicon {
namespace {

constexpr float kEntityWeight = 1.0F;
constexpr float kDeedWeight = 3.0F;  // words of our own tables: few, and surely right
constexpr float kHighestIdf = 9.0F;
constexpr size_t kMostWords = kMostTerms - 6000;  // room for names of two words

struct Stem {
  double count = 0, documents = 0;
  std::unordered_map<std::string, double> forms;
};

}  // namespace

const std::vector<std::string>& language_codes() {
  static const std::vector<std::string> codes{"en", "ar", "de", "es", "fa", "fr", "hi", "id",
                                              "ja", "ko", "pt", "ru", "tr", "uk", "zh"};
  return codes;
}

void visit_lines(const std::vector<Source>& sources, const std::string& folder,
                 const std::vector<std::string>& languages,
                 const std::function<void(const Line&)>& visit) {
  for (const Source& source : sources) read_source(source, folder, languages, visit);
  read_entities(languages, kEntityWeight, visit);
  read_own_tables(languages, kDeedWeight, visit);
}

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
  visit_lines(sources, folder, language_codes(), [&](const Line& line) {
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
  if (order.size() > kMostWords) order.resize(kMostWords);
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

}  // namespace synoptic::lexicon
