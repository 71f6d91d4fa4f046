// Towns of GeoNames (cities15000.txt): what they are called in all scripts, without a word on the
// language. The script and its letters tell which of the fifteen languages may write so.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace synoptic::towns {

struct GeoTown {
  std::string name, ascii, country;  // country: ISO 3166
  double people = 0;
  std::vector<std::string> latin;                           // all names in Latin letters
  std::vector<std::pair<std::string, std::string>> others;  // language and name, not Latin
};

// Towns, not quarters of towns nor places that are given up; the largest first.
std::vector<GeoTown> read_geonames(const std::string& path);

// Languages of the tables that may write a name so; none where its letters are of another one.
std::vector<std::string> languages_of(std::string_view name, std::string_view country);

}  // namespace synoptic::towns
