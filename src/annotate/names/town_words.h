// Towns that are called like something else that the article speaks of: a surname, a club, a
// number. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "annotate/names/mentions.h"

namespace synoptic::annotate {

class TownWords {
 public:
  explicit TownWords(Work& work) : work_(work) { collect(); }

  // The piece is one of the text's. A club takes the town's place in it.
  bool is_other_word(const Text& text, const Piece& piece) const;
  bool name_club(const Text& text, Piece& piece);

 private:
  void collect();
  void note_surnames(const std::string& name);
  bool is_number(std::string_view folded) const;

  Work& work_;
  std::unordered_set<std::string> surnames_;                 // folded
  std::unordered_set<std::string> bodies_;                   // of one word, folded
  std::unordered_map<std::string, std::string_view> clubs_;  // by the folded first word; empty: two
};

}  // namespace synoptic::annotate
