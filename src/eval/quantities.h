// Measures the quantities that the room `annotate` finds on short texts whose quantities are all
// known: the golds of tests/golds/quantities, one file a language, one case a line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/cases.h"
#include "eval/figures.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

struct QuantityFigures {
  size_t cases = 0, gold = 0, found = 0, matched = 0;
  Mean modifier, counted_class, scope;  // right among the matched

  void add(const QuantityFigures& other);
  std::vector<std::pair<std::string_view, double>> named() const;
};

// Names of one class: free names of the golds beside those of the tables ("homes", "households").
class ClassNames {
 public:
  ClassNames() = default;
  // Lines of names that mean the same, parted by tabs; '#' begins a comment.
  explicit ClassNames(std::string_view table);
  bool same(std::string_view a, std::string_view b) const;

 private:
  std::vector<std::vector<std::string>> groups_;
};

struct QuantityOptions {
  ClassNames classes;
  bool details = false;  // tell wrong modifiers, classes and scopes, too
};

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_quantities(const std::string& path, const CaseOptions& cases,
                            const QuantityOptions& options, const knowledge::Knowledge& knowledge,
                            QuantityFigures& figures);

}  // namespace synoptic::eval
