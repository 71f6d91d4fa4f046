// Measures the names that `annotate` finds on sentences whose names are known: exact span and type
// (persons, organisations, places), spans extended to whole words on both sides.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "eval/names_sets.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

struct NameCounts {
  size_t right = 0, found = 0, gold = 0;

  void add(const NameCounts& other);
  double precision() const;  // in percent
  double recall() const;
  double f1() const;
};

struct NamesOptions {
  bool tagger_only = false;  // the names of the tagger instead of the annotation's
  int half = 0;              // 1: the first half of each set, 2: the second; 0: all
  size_t worst = 0;          // how many sentences with the most mistakes to list
  bool place_misses = false;  // list the places that are missed or told wrongly
};

struct NamesReport {
  std::string name, lang;
  size_t sentences = 0;
  NameCounts all, places;  // places: countries and cities by what they are
  std::array<NameCounts, kNameKinds> kinds;
  std::map<std::string, NameCounts> rules;  // what each rule of the annotation found
  bool has_places = false;
  std::string details;
};

NamesReport evaluate_names(const NamedSet& set, const NamesOptions& options,
                           const knowledge::Knowledge& knowledge);

// The range with the rest of the words that it begins and ends in.
Range whole_words(std::string_view text, Range range);

}  // namespace synoptic::eval
