// Sentences that are alike but for what they say: "rated the risk as high", "rated the risk as
// low". They share the words of their matter, and are no agreement. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/claim.h"
#include "text/words.h"

namespace synoptic::compare {

// A sentence that is laid beside many others: what they are asked for is read once.
class WordedSentence {
 public:
  struct Words {
    std::string folded;
    std::vector<text::Word> list;  // in the folded text

    explicit Words(std::string_view text);
    std::string_view at(size_t i) const { return list[i].range.of(folded); }
    std::string_view between(size_t begin, size_t end) const;
    double weight(size_t begin, size_t end) const;
  };

  // Telling and sentence must outlive it.
  WordedSentence(const Telling& telling, uint32_t sentence);

  std::string_view lang() const { return lang_; }
  const std::vector<double>& ages() const { return ages_; }
  const std::vector<model::DateValue>& hours() const { return hours_; }
  const std::vector<uint32_t>& kinds() const;  // rows of data/compare/contrasts.tsv
  const Words& words() const;

 private:
  std::string_view text_, lang_;
  std::vector<double> ages_;
  std::vector<model::DateValue> hours_;
  mutable std::optional<std::vector<uint32_t>> kinds_;  // once they are asked for
  mutable std::optional<Words> words_;
};

// Two ages and none that is the same, two hours of the clock, two ends of a scale or two callings
// (data/compare/contrasts.tsv), or in one language other words in one place.
bool tell_otherwise(const WordedSentence& a, const WordedSentence& b);

}  // namespace synoptic::compare
