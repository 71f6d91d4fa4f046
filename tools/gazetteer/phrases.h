// What is no name but a phrase: "Central Station", "Parti socialiste". Told by the titles of the
// encyclopedia themselves: words that stand in small letters in others, names that begin many.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "towns/titles.h"

namespace synoptic::gazetteer {

class Phrases {
 public:
  explicit Phrases(const std::vector<towns::Row>& rows);

  // Whether all words are such as stand in small letters; false where letters have no case.
  bool is_plain(const std::string& lang, std::string_view name) const;
  // In how many titles the name is the begin or the end; counted for what was asked to be.
  void watch(const std::string& lang, const std::string& name);
  void count(const std::vector<towns::Row>& rows);
  int titles_with(const std::string& lang, const std::string& name) const;

 private:
  struct Seen {
    int small = 0, all = 0;
  };
  std::map<std::string, std::unordered_map<std::string, Seen>> words_;   // by language, folded
  std::map<std::string, std::unordered_map<std::string, int>> watched_;  // by language, folded
};

}  // namespace synoptic::gazetteer
