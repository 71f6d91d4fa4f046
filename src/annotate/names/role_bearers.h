// The people of an article by the roles they have in it, for the one whom a bare "the president"
// means. Private to the room.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/names/mentions.h"

namespace synoptic::annotate {

struct Holder {
  int32_t entity = -1;
  std::string name;  // of a NIL
  std::string role;
  friend bool operator==(const Holder&, const Holder&) = default;
};

using TextPlace = std::pair<uint32_t, uint32_t>;  // the title first, then the order of the text

inline TextPlace place_in_text(const Work& work, const Draft& draft) {
  const bool title = work.texts[draft.text].block == model::kTitleBlock;
  return {title ? 0 : draft.text + 1, draft.raw.begin};
}

struct Bearer {
  Holder holder;
  TextPlace first;          // where the person is first named
  int32_t country = -1;     // or body, whose the role is
  bool owner_told = false;  // as the text says
};

class RoleBearers {
 public:
  struct Asked {
    int32_t dominant = -1;  // the country that the article is about
    int32_t home = -1;      // … or that of its publisher
    bool title = false;
  };

  void told(const std::string& role, std::string_view state, Bearer bearer);
  void known(const std::string& role, Bearer bearer);  // by the tables alone, "Keir Starmer"

  // Whom a bare role at the place means.
  std::optional<Bearer> meant(const std::string& role, std::string_view state, TextPlace place,
                              const Asked& asked) const;

 private:
  using Bearers = std::vector<Bearer>;
  static void add(Bearers& bearers, Bearer bearer);

  std::map<std::pair<std::string, std::string_view>, Bearers> told_;
  std::map<std::string, Bearers> known_;
};

}  // namespace synoptic::annotate
