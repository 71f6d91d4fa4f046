// The towns of GeoNames, each given away once. What they and their titles are must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/fold.h"
#include "towns/geonames.h"
#include "towns/titles.h"

namespace synoptic::towns {

// Towns of GeoNames by country and name. Each stands for one town at most.
class GeoTowns {
 public:
  GeoTowns(const std::vector<GeoTown>& towns, const Titles& titles)
      : towns_(towns), titles_(titles.find_alike(towns)), used_(towns.size()) {
    for (uint32_t i = 0; i < towns.size(); ++i) {
      names_[key(towns[i], towns[i].name)].push_back(i);
      names_[key(towns[i], towns[i].ascii)].push_back(i);
      for (const std::string& name : towns[i].latin) others_[key(towns[i], name)].push_back(i);
    }
  }

  // The largest of the country that is called so, by its main name first; -1: none.
  int take(const std::string& country, const std::string& name) {
    const std::string wanted = country + text::fold_copy(name);
    for (const auto* index : {&names_, &others_}) {
      const auto found = index->find(wanted);
      if (found == index->end()) continue;
      for (const uint32_t i : found->second) {
        if (used_[i]) continue;
        used_[i] = true;
        return static_cast<int>(i);
      }
    }
    return -1;
  }

  size_t size() const { return towns_.size(); }
  bool is_used(size_t i) const { return used_[i]; }
  const GeoTown& town(size_t i) const { return towns_[i]; }
  const Row* title(size_t i) const { return titles_[i]; }

 private:
  static std::string key(const GeoTown& town, const std::string& name) {
    return town.country + text::fold_copy(name);
  }

  const std::vector<GeoTown>& towns_;
  std::vector<const Row*> titles_;
  std::vector<bool> used_;
  std::unordered_map<std::string, std::vector<uint32_t>> names_, others_;
};

}  // namespace synoptic::towns
