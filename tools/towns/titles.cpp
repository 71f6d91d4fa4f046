#include "towns/titles.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/strings.h"
#include "read_file.h"
#include "text/fold.h"

namespace synoptic::towns {
namespace {

// Languages in Latin letters, in which a town has mostly its English name.
const std::vector<std::string> kLatin = {"fr", "es", "de", "pt", "id", "tr"};

bool is_called(const Row& row, const std::string& name) {
  return std::any_of(kLatin.begin(), kLatin.end(), [&](const std::string& lang) {
    return text::fold_copy(bare(value(row, lang))) == text::fold_copy(name);
  });
}

struct Match {
  const Row* row = nullptr;
  int alike = 0;
};

}  // namespace

std::vector<Row> read_table(const std::string& path) {
  const std::string content = tools::read_file(path);
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

std::string bare(std::string title) {
  title.resize(std::min(title.size(), title.find(" (")));
  title.resize(std::min(title.size(), title.find("（")));
  title.resize(std::min(title.size(), title.find(", ")));
  title.resize(std::min(title.size(), title.find("، ")));
  return title;
}

Titles::Titles(const std::string& path) : rows_(read_table(path)) {
  for (const Row& row : rows_) {
    const std::string english = value(row, "en");
    if (english.empty()) continue;
    by_title_.emplace(english, &row);
    if (english.find(", ") != std::string::npos) by_bare_.emplace(bare(english), &row);
  }
  find_surnames();
}

void Titles::find_surnames() {
  constexpr int kOftenFirst = 15;  // titles that begin with a given name, at least
  std::map<std::string, std::unordered_map<std::string, int>> firsts;  // by language
  const auto two_words = [](const std::string& title) {
    const size_t blank = title.find_first_of(" ");
    return blank == std::string::npos || title.find(' ', blank + 1) != std::string::npos
               ? std::string::npos
               : blank;
  };
  for (const bool counting : {true, false}) {
    for (const Row& row : rows_) {
      for (const auto& [lang, whole] : row) {
        const std::string title = bare(whole);
        const size_t blank = two_words(title);
        if (blank == std::string::npos) continue;
        int& first = firsts[lang][title.substr(0, blank)];
        if (counting) {
          ++first;
        } else if (first >= kOftenFirst) {
          surnames_[lang].insert(text::fold_copy(title.substr(blank + 1)));
        }
      }
    }
  }
}

bool Titles::is_surname(const std::string& lang, const std::string& name) const {
  const auto known = surnames_.find(lang == "uk" ? "ru" : lang);  // no titles are in Ukrainian
  return known != surnames_.end() && known->second.contains(text::fold_copy(name));
}

const Row* Titles::find(const std::string& name) const {
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

std::vector<const Row*> Titles::find_alike(const std::vector<GeoTown>& towns) const {
  constexpr int kLeastAlike = 2;
  constexpr size_t kShort = 4;                                    // letters
  std::unordered_map<std::string, std::vector<uint32_t>> called;  // by folded name
  const auto call = [&](const std::string& name, uint32_t town) {
    auto& list = called[text::fold_copy(name)];
    if (list.empty() || list.back() != town) list.push_back(town);
  };
  for (uint32_t i = 0; i < towns.size(); ++i) {
    call(towns[i].name, i);
    for (const std::string& name : towns[i].latin) call(name, i);
    for (const auto& [lang, name] : towns[i].others) call(name, i);
  }
  std::vector<Match> best(towns.size());
  for (const Row& row : rows_) {
    std::map<uint32_t, std::pair<int, int>> alike;  // by town: columns, those not in Latin letters
    const auto own = called.find(text::fold_copy(bare(value(row, "en"))));
    if (own == called.end()) continue;
    for (const auto& [lang, title] : row) {
      const auto found = called.find(text::fold_copy(bare(title)));
      if (found == called.end()) continue;
      const bool latin = lang == "en" || std::ranges::find(kLatin, lang) != kLatin.end() ||
                         static_cast<unsigned char>(title[0]) < 0x80;
      for (const uint32_t town : found->second) {
        ++alike[town].first;
        alike[town].second += !latin;
      }
    }
    for (const auto& [town, counts] : alike) {
      const auto [all, others] = counts;
      const bool most = static_cast<size_t>(all) * 2 >= row.size();
      const int least = towns[town].name.size() <= kShort ? kLeastAlike : 1;  // "Van" is a car too
      if (all < kLeastAlike || others < least || !most || all <= best[town].alike) continue;
      if (std::ranges::find(own->second, town) == own->second.end()) continue;
      best[town] = {&row, all};
    }
  }
  std::vector<const Row*> rows;
  rows.reserve(best.size());
  for (const Match& match : best) rows.push_back(match.row);
  return rows;
}

}  // namespace synoptic::towns
