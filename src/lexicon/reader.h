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
  // `sources`, where given: the bytes that each term of `out` came from.
  void read(const Units& units, std::vector<Range>* sources = nullptr);

 private:
  struct KinRow {
    std::string_view code;
    const LanguageRow* row;
  };

  bool add(const LanguageRow* row, uint64_t key, float share);
  void gram(const Unit& unit);
  void word(const Unit& unit, const Units& units);
  bool kin_word(const Unit& unit, const Units& units);
  bool compound(std::string_view form);
  void close_run(const Units& units);
  void unit(const Unit& unit, const Units& units);
  void add_name(const Unit& unit, const Units& units, float share);
  void add_key(std::string_view form, bool latin, float share);

  const Package& package_;
  const LanguageRow* row_;
  const LanguageRow* pivot_;
  const Kin& kin_;
  std::vector<KinRow> kin_rows_;
  std::string_view code_;  // whose table and stemmer are used
  std::vector<WeightedTerm>& out_;
  std::string name_;
  const Unit* run_ = nullptr;  // the last gram's
  size_t run_known_ = 0;       // characters of the longest gram known
};

constexpr int kOpenKindShift = 28;  // where an open term has its kind, 0 to 7
float open_rarity(Term term);

}  // namespace synoptic::lexicon
