// Where a phrase that names somebody ends, in languages whose words are written without blanks or
// with particles. Read from data/annotate/party_words.tsv. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "base/strings.h"

namespace synoptic::annotate::syntax {

// Words looked up at the end or the beginning of a text.
class EdgeWords {
 public:
  void add(std::string word);
  bool empty() const { return words_.empty(); }
  // Bytes of the longest word that the text ends or begins with; 0: none.
  size_t at_end(std::string_view text) const;
  size_t at_begin(std::string_view text) const;
  bool has(std::string_view text) const { return words_.contains(text); }

 private:
  std::unordered_set<std::string, TransparentHash, std::equal_to<>> words_;
  size_t longest_ = 0;
};

struct PartyWords {
  EdgeWords head, no_head, stop, counter, passive_before, passive_near, passive_behind, noun_behind,
      loose, stop_behind, organ, plural, relative_ending, number, link;
  std::string relative;  // parts the clause about somebody from who it is: 的

  // Bytes of the head that the folded text ends with; 0: it names nobody.
  size_t head_of(std::string_view folded) const;
};

// nullptr: the language tells somebody's phrase in other ways.
const PartyWords* party_words(std::string_view lang);

}  // namespace synoptic::annotate::syntax
