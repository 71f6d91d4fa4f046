// Words that say how a matter came out, read in any language through the lexicon: by the English
// words of data/compare/outcome_stems.tsv that they mean. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "compare/terms.h"

namespace synoptic::compare {

class OutcomeStems {
 public:
  struct Hit {
    uint32_t value = 0;
    float weight = 0;  // how much of the word means it, 0 to about 1
    Range range;       // in the text
  };

  void add(std::string_view english, uint32_t value);

  // Whether a text of these terms can have any of the words.
  bool may_be_in(const Terms& terms) const;

  // In the order of the values, of one value in the order of the text; where words overlap, the
  // surest.
  std::vector<Hit> find(std::string_view text, std::string_view lang) const;

 private:
  struct Meaning {
    lexicon::Term term = 0;
    uint32_t value = 0;

    auto operator<=>(const Meaning&) const = default;
  };

  std::vector<Meaning> meanings_;  // sorted
};

}  // namespace synoptic::compare
