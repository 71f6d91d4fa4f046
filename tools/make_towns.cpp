// Makes data/towns/towns.bin, the pack of towns. Its card, data/towns/towns.md, tells of the
// sources.
//
//   make_towns NAMES_FOLDER TOWNS_MORE.tsv OUT.bin
//
// Towns are those of Natural Earth and of the table; what other languages call them tell the titles
// of the encyclopedia that stand for the same place. Deterministic.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/strings.h"
#include "knowledge/knowledge.h"
#include "knowledge/pack.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace {

using namespace synoptic;
using knowledge::PackEntity;
using Row = std::map<std::string, std::string>;  // by column

constexpr double kWeightOfMore = 50000;  // a town of the table, where its people are not counted
constexpr int kLeastPeople = 8000;
// Words for "city" that names are written with and without.
const std::map<std::string, std::vector<std::string>> kTownWords = {
    {"ja", {"市"}}, {"zh", {"市"}}, {"ko", {"시", "군"}}};
// Languages in Latin letters, in which a town has mostly its English name.
const std::vector<std::string> kLatin = {"fr", "es", "de", "pt", "id", "tr"};

std::vector<Row> read_table(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fmt::print(stderr, "missing: {}\n", path);
  const std::string content{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::string> columns;
  std::vector<Row> rows;
  for (const auto line : lines(content)) {
    const auto cells = split(line, '\t');
    if (columns.empty()) {
      columns.assign(cells.begin(), cells.end());
      continue;
    }
    Row row;
    for (size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
      if (!cells[i].empty()) row.emplace(columns[i], cells[i]);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string value(const Row& row, const std::string& column) {
  const auto found = row.find(column);
  return found == row.end() ? std::string() : found->second;
}

// "Trinidad (Uruguay)", "Trinidad, Uruguay" → "Trinidad"
std::string bare(std::string title) {
  title.resize(std::min(title.size(), title.find(" (")));
  title.resize(std::min(title.size(), title.find("（")));
  title.resize(std::min(title.size(), title.find(", ")));
  title.resize(std::min(title.size(), title.find("، ")));
  return title;
}

class Titles {
 public:
  explicit Titles(const std::string& path) : rows_(read_table(path)) {
    for (const Row& row : rows_) {
      const std::string english = value(row, "en");
      if (english.empty()) continue;
      by_title_.emplace(english, &row);
      if (english.find(", ") != std::string::npos) by_bare_.emplace(bare(english), &row);
    }
  }

  // The title of the place that English calls so: other languages call it alike.
  const Row* find(const std::string& name) const {
    const auto exact = by_title_.find(name);
    if (exact != by_title_.end() && is_called(*exact->second, bare(name))) return exact->second;
    const Row* only = nullptr;
    const auto [first, last] = by_bare_.equal_range(name);
    for (auto at = first; at != last; ++at) {
      if (!is_called(*at->second, name)) continue;
      if (only != nullptr) return nullptr;
      only = at->second;
    }
    return only;
  }

 private:
  static bool is_called(const Row& row, const std::string& name) {
    return std::any_of(kLatin.begin(), kLatin.end(), [&](const std::string& lang) {
      return text::fold_copy(bare(value(row, lang))) == text::fold_copy(name);
    });
  }

  std::vector<Row> rows_;
  std::map<std::string, const Row*> by_title_;
  std::multimap<std::string, const Row*> by_bare_;
};

class Maker {
 public:
  Maker(const knowledge::Knowledge& known, const Titles& titles, std::string_view more)
      : known_(known), titles_(titles), more_(more) {
    for (const auto line : lines(more)) {
      const auto cells = split(line, '\t');
      if (!is_language(cells)) continue;
      for (const auto name : split_trimmed(cells[1], ';')) {
        const size_t mark = name.find(" = ");
        if (mark == std::string_view::npos) continue;
        told_[std::string(name.substr(0, mark))].emplace_back(cells[0], name.substr(mark + 3));
      }
    }
    for (const knowledge::Entity& entity : known.entities()) ids_.insert(entity.id);
  }

  void natural_earth(std::vector<Row> rows) {
    // The largest of a name has its title.
    std::ranges::stable_sort(rows, [](const Row& a, const Row& b) {
      return std::atoi(value(a, "pop").c_str()) > std::atoi(value(b, "pop").c_str());
    });
    for (const Row& row : rows) {
      const std::string english = row.contains("en") ? value(row, "en") : value(row, "name");
      const std::string id = value(row, "qid");
      if (english.empty() || id.empty()) continue;
      if (std::atoi(value(row, "pop").c_str()) < kLeastPeople) continue;
      PackEntity town = begin(id, english, value(row, "cc"));
      town.weight = std::atof(value(row, "pop").c_str());
      for (const char* lang : {"zh", "ru", "fr", "es", "de", "pt"}) {
        add(town, lang, value(row, lang));
      }
      if (seen_.insert(bare(english)).second) add_titles(town, english);
      finish(std::move(town));
    }
  }

  void more() {
    for (const auto line : lines(more_)) {
      const auto cells = split(line, '\t');
      if (line.starts_with('#') || cells.size() < 2 || is_language(cells)) continue;
      for (const auto name : split_trimmed(cells[1], ';')) {
        const std::string english(name);
        if (!seen_.insert(bare(english)).second) continue;
        std::string id = text::fold_copy(english);
        std::erase_if(id, [](char c) { return c == ',' || c == '.' || c == '\''; });
        std::ranges::replace(id, ' ', '-');
        PackEntity town = begin(id, bare(english), std::string(cells[0]));
        town.weight = kWeightOfMore;
        add_titles(town, english);
        finish(std::move(town));
      }
    }
  }

  std::vector<PackEntity> take() { return std::move(towns_); }

 private:
  static bool is_language(const std::vector<std::string_view>& cells) {
    return cells.size() == 2 && cells[0].size() == 2 && cells[0][0] >= 'a' && cells[0][0] <= 'z';
  }

  PackEntity begin(const std::string& id, const std::string& english, const std::string& iso) {
    PackEntity town;
    town.id = id;
    town.type = model::EntityType::kCity;
    const knowledge::Entity* country = known_.find_by_iso(iso);
    if (country != nullptr) town.country = country->id;
    add(town, "*", english);  // other languages write mostly so too, where their letters are Latin
    return town;
  }

  void add_titles(PackEntity& town, const std::string& english) {
    if (const auto told = told_.find(bare(english)); told != told_.end()) {
      for (const auto& [lang, name] : told->second) add(town, lang, name);
    }
    const Row* title = titles_.find(english);
    if (title == nullptr) return;
    for (const auto& [lang, name] : *title) {
      if (lang == "en") continue;
      add(town, lang, bare(name));
    }
  }

  static void add(PackEntity& town, const std::string& lang, const std::string& name) {
    const bool known = std::ranges::any_of(town.names, [&](const auto& other) {
      return text::fold_copy(other.text) == text::fold_copy(name);
    });
    if (name.empty() || known) return;
    town.names.push_back({lang, name, knowledge::Strength::kAmbiguous});
    const auto words = kTownWords.find(lang);
    if (words == kTownWords.end()) return;
    for (const std::string& word : words->second) {
      if (!name.ends_with(word) || text::count_code_points(name) < 3) continue;
      const std::string without = name.substr(0, name.size() - word.size());
      town.names.push_back({lang, without, knowledge::Strength::kAmbiguous});
    }
  }

  // What the tables have under the name is theirs, if it is a place of the country.
  void finish(PackEntity town) {
    if (ids_.contains(town.id)) town.id += "-town";
    for (const knowledge::Entity* entity : known_.find_by_name(town.names.front().text)) {
      const bool same = entity->type == model::EntityType::kCity && entity->country == town.country;
      if (same) town.id = entity->id;
    }
    towns_.push_back(std::move(town));
  }

  const knowledge::Knowledge& known_;
  const Titles& titles_;
  std::string_view more_;
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> told_;
  std::set<std::string> ids_, seen_;  // of the tables; names of towns
  std::vector<PackEntity> towns_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: make_towns NAMES_FOLDER TOWNS_MORE.tsv OUT.bin\n");
    return 1;
  }
  const auto known = knowledge::Knowledge::load();
  if (!known) {
    fmt::print(stderr, "{}\n", known.error().message());
    return 2;
  }
  const std::string folder = argv[1];
  const Titles titles(folder + "/gaz/wikipedia_titles_2016.tsv");
  std::ifstream file(argv[2], std::ios::binary);
  const std::string more{std::istreambuf_iterator<char>(file), {}};
  Maker maker(**known, titles, more);
  maker.natural_earth(read_table(folder + "/gaz/natural_earth_places.tsv"));
  maker.more();
  const std::vector<PackEntity> towns = maker.take();
  size_t names = 0;
  for (const PackEntity& town : towns) names += town.names.size();
  fmt::print("{} towns, {} names\n", towns.size(), names);
  std::ofstream(argv[3], std::ios::binary) << knowledge::make_pack(towns, **known);
  return 0;
}
