#include "lexicon/multiword.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "lexicon/units.h"
#include "lexicon/vocabulary.h"

namespace synoptic::lexicon {
namespace {

constexpr size_t kLeastLanguages = 7;  // that have the name, the pivot's among them
constexpr float kEntityLine = 0.9F;    // lines that weigh so much are names chosen by hand

struct Name {
  double score = 0;
  std::string text;
};

// The one unit that is the whole text: a word, a pair of words, or a run of a few characters.
std::optional<Unit> only_unit(const Units& units) {
  const auto& list = units.list;
  if (list.size() == 1 && list[0].kind == UnitKind::kWord) return list[0];
  if (list.size() == 3 && list[1].kind == UnitKind::kPair) return list[1];
  for (const Unit& unit : list) {
    if (unit.kind == UnitKind::kGram && unit.whole && unit.length > 1 && unit.run == list[0].run &&
        list.back().run == list[0].run) {
      return unit;
    }
  }
  return std::nullopt;
}

bool is_name(const Units& units) {
  return units.list.size() == 3 && units.list[1].kind == UnitKind::kPair && units.list[0].capital &&
         units.list[2].latin && units.list[0].length > 1 && units.list[2].length > 1;
}

size_t languages_of(const Line& line) {
  return static_cast<size_t>(std::count_if(line.texts.begin(), line.texts.end(),
                                           [](std::string_view text) { return !text.empty(); }));
}

}  // namespace

MultiwordNames read_multiword_names(const std::vector<Source>& sources, const std::string& folder,
                                    size_t most) {
  std::unordered_map<uint64_t, Name> found;
  Units units;
  const auto visit = [&](const std::function<void(const Line&, uint64_t)>& use) {
    visit_lines(sources, folder, language_codes(), [&](const Line& line) {
      if (!line.title || line.texts[0].empty()) return;
      if (languages_of(line) < kLeastLanguages && line.weight < kEntityLine) return;
      read_units(line.texts[0], language_codes()[0], units);
      if (is_name(units)) use(line, units.list[1].key);
    });
  };
  visit([&](const Line& line, uint64_t key) {
    Name& name = found[key];
    name.score += line.weight * static_cast<double>(languages_of(line));
    if (name.text.empty()) {
      name.text =
          std::string(units.form(units.list[0])) + " " + std::string(units.form(units.list[2]));
    }
  });
  std::vector<std::pair<uint64_t, const Name*>> order;
  for (const auto& [key, name] : found) order.emplace_back(key, &name);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.second->score != b.second->score ? a.second->score > b.second->score
                                              : a.first < b.first;
  });
  if (order.size() > most) order.resize(most);
  MultiwordNames made;
  made.links.resize(language_codes().size());
  std::unordered_map<uint64_t, uint32_t> ids;
  for (const auto& [key, name] : order) {
    ids.emplace(key, static_cast<uint32_t>(made.names.size()));
    made.links[0].emplace_back(key, static_cast<uint32_t>(made.names.size()));
    made.names.push_back(name->text);
  }
  // Of two names with one translation the better known has it.
  std::vector<std::map<uint64_t, uint32_t>> links(language_codes().size());
  visit([&](const Line& line, uint64_t key) {
    const auto id = ids.find(key);
    if (id == ids.end()) return;
    for (size_t language = 1; language < line.texts.size(); ++language) {
      if (line.texts[language].empty()) continue;
      read_units(line.texts[language], language_codes()[language], units);
      const auto unit = only_unit(units);
      if (!unit) continue;
      const auto [at, fresh] = links[language].try_emplace(unit->key, id->second);
      if (!fresh) at->second = std::min(at->second, id->second);
    }
  });
  for (size_t language = 1; language < links.size(); ++language) {
    made.links[language].assign(links[language].begin(), links[language].end());
  }
  return made;
}

}  // namespace synoptic::lexicon
