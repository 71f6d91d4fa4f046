// Words by which a text says what stands first of its kind, and where: data/annotate/standings.tsv.
// The code asks what a word does, never for the name of a language. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/phrases.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

struct StandingTable {
  struct Order {
    std::string name;  // largest oldest …
    int rank = 1;
    bool ranked = false;  // "first", "leading": says so of some kinds only
  };
  struct Kind {
    std::string name;         // bank city …, in English
    uint32_t types = 0;       // a bit for each EntityType that can be one
    bool has_object = false;  // a producer of something
    bool ranked = false;      // what is first of them is the largest
  };

  PhraseTable orders;  // "largest", "second-largest"
  std::vector<Order> order_of;
  PhraseTable kinds;
  std::vector<Kind> kind_of;
  PhraseTable articles;               // may stand anywhere between
  PhraseTable near;                   // may stand between a rank, its kind and its place: "of"
  PhraseTable copulas;                // between the subject and all that: "is", "remains"
  PhraseTable among;                  // before: "one of"
  PhraseTable among_behind;           // "… の一つ"
  PhraseTable behind;                 // may follow the kind, which is whole then
  PhraseTable whole;                  // "the country", "the world", and what else says where
  std::vector<std::string> whole_of;  // of each: world, country or home
  std::vector<std::string> between;   // endings of words between the rank and its kind; none: any
  size_t kind_before = 0, kind_behind = 3;  // how many words off the rank the kind may stand
  size_t place_words = 0;                   // words that may stand between the kind and its place
  bool adjacent = false;                    // "X is" may be no word at all
  bool place_first = false;  // the place may stand before the rank: "Nigeria's largest"
};

const StandingTable* standing_table(std::string_view lang);  // nullptr: nothing is known

}  // namespace synoptic::annotate::syntax
