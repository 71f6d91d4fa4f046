// Bodies that every land has ("the central bank", "МЗС") among the names of a story. Private to the
// room.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compare/names/same_name.h"

namespace synoptic::compare {

class Offices {
 public:
  Offices(const Input& input, const std::vector<CastName>& cast);

  // False: one is such a body without its land, and the other, which is known, is no body of the
  // kind, or of a land that neither the bare one's account nor its language has to do with.
  bool may_be_one(size_t i, size_t j) const;

 private:
  struct Office {
    std::set<uint32_t> kinds;  // institutions whose words stand in the name
    bool bare = false;         // … and are all of it
  };

  Office read(const CastName& name) const;
  void note_lands(const Input& input);
  bool fits(const CastName& bare, const Office& office, const CastName& known) const;
  bool is_at_home(const CastName& bare, std::string_view land) const;

  const knowledge::Knowledge& knowledge_;
  const std::vector<CastName>& cast_;
  std::vector<Office> offices_;                            // of each name
  std::vector<std::set<std::string, std::less<>>> lands_;  // of each account: named, or by a place
};

}  // namespace synoptic::compare
