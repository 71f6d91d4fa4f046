// How alike texts are, each two of many: only those that have a term in common are looked at.
// Private to the room.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "compare/terms.h"

namespace synoptic::compare {

class Cosines {
 public:
  void add(const Terms& terms);  // of one text; texts are numbered as they come

  // take(i, j, cosine) for each two texts with a term in common, i before j: what likeness() gives,
  // to the bit.
  template <typename Take>
  void each(Take&& take) {
    sort();
    std::vector<float> dots(squares_.size(), 0);
    std::vector<uint32_t> touched;
    for (uint32_t i = 0; i < squares_.size(); ++i) {
      for (size_t own = first_[i]; own < first_[i + 1]; ++own) {
        const Holder& here = holders_[places_[own]];
        for (size_t at = places_[own] + 1; at < holders_.size(); ++at) {
          const Holder& there = holders_[at];
          if (there.term != here.term) break;
          if (dots[there.text] == 0) touched.push_back(there.text);
          dots[there.text] += here.weight * there.weight;
        }
      }
      for (const uint32_t j : touched) {
        const float squares = squares_[i] * squares_[j];
        if (squares > 0) take(size_t{i}, size_t{j}, dots[j] / std::sqrt(squares));
        dots[j] = 0;
      }
      touched.clear();
    }
  }

 private:
  struct Holder {  // a text that has the term
    lexicon::Term term = 0;
    uint32_t text = 0;
    float weight = 0;
  };

  void sort();

  std::vector<Holder> holders_;  // by term, then by text
  std::vector<float> squares_;   // of each text: the square of its length
  std::vector<size_t> places_;   // in holders_, by text, then by term
  std::vector<size_t> first_;    // of each text: its first place
};

}  // namespace synoptic::compare
