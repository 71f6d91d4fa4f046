// One text's units looked up: each in the first table that knows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/package.h"
#include "lexicon/rules.h"
#include "lexicon/units.h"

namespace synoptic::lexicon {

class Lexicon::Reader {
 public:
  // `out` collects terms, not merged; a weight is the expected number of times that the text speaks
  // of its term.
  Reader(const Package& package, std::string_view language, std::vector<WeightedTerm>& out);

  // Units are cut by the rules of the language, or of its nearest kin.
  std::string_view rules_language(std::string_view language) const;
  void read(const Units& units);

 private:
  struct KinRow {
    std::string_view code;
    const LanguageRow* row;
  };

  bool add(const LanguageRow* row, uint64_t key, float share);
  void gram(const Unit& unit);
  void word(const Unit& unit, const Units& units);
  bool kin_word(const Unit& unit, const Units& units);
  void add_name(const Unit& unit, const Units& units, float share);

  const Package& package_;
  const LanguageRow* row_;
  const LanguageRow* pivot_;
  const Kin& kin_;
  std::vector<KinRow> kin_rows_;
  std::vector<WeightedTerm>& out_;
  std::string name_;
};

float open_rarity(Term term);  // of an open term

}  // namespace synoptic::lexicon
