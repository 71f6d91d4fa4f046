// Titles of the encyclopedia that stand for the same thing in several languages.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "towns/geonames.h"

namespace synoptic::towns {

using Row = std::map<std::string, std::string>;  // by column

std::vector<Row> read_table(const std::string& path);
std::string value(const Row& row, const std::string& column);  // empty: none

// "Trinidad (Uruguay)", "Trinidad, Uruguay" → "Trinidad"
std::string bare(std::string title);

class Titles {
 public:
  explicit Titles(const std::string& path);

  // The title of the place that English calls so: other languages call it alike.
  const Row* find(const std::string& name) const;

  // Whether a title of two words ends with the name behind what many begin with, "John Lincoln".
  bool is_surname(const std::string& lang, const std::string& name) const;

  // For each town the titles that are spelt like it in most languages; nullptr: none.
  std::vector<const Row*> find_alike(const std::vector<GeoTown>& towns) const;

 private:
  void find_surnames();

  std::vector<Row> rows_;
  std::map<std::string, std::unordered_set<std::string>> surnames_;  // by language, folded
  std::map<std::string, const Row*> by_title_;
  std::multimap<std::string, const Row*> by_bare_;
};

}  // namespace synoptic::towns
