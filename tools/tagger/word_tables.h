// The words of tools/tagger/words.tsv, which the lists of the tagger and its made names are of.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tagger/name_types.h"

namespace synoptic::tools {

// How the names of a language are put together.
class NameComposer {
 public:
  // `places`: names of places, for patterns that have one. Empty: there is no such pattern.
  std::string compose(size_t kind, const std::vector<const std::string*>& places,
                      uint64_t& state) const;
  bool has(size_t kind) const { return !patterns_[kind].empty(); }

  void add(std::string_view kind, int often, std::string_view words);
  size_t given_names() const { return given_.size(); }

 private:
  std::array<std::vector<std::string>, 3> patterns_;  // by kind: person, organisation, place
  std::vector<std::string> given_, family_;
};

struct WordTables {
  // Words beside persons, of organisations and of places: what stands beside a name.
  std::array<std::vector<std::string>, 3> beside;
  std::map<std::string, NameComposer> composers;  // by language

  static WordTables read(const std::string& path);
};

uint64_t next_random(uint64_t& state);

// Persons whose names are put together of the tables' parts, so that the parts are known as such.
void add_composed_persons(const WordTables& tables, std::vector<NamedThing>& things);

}  // namespace synoptic::tools
