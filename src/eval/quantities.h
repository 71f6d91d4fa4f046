// Measures the quantities that the room `annotate` finds on short texts whose quantities are all
// known: the golds of tests/golds/quantities, one file a language, one case a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "eval/cases.h"
#include "eval/figures.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::eval {

struct QuantityGold {
  Range range;  // of the case's text
  std::string text, kind, unit, modifier, counted_class, scope;
  double value = 0;
  std::optional<double> max, of;
};

struct QuantityCase {
  std::string text, date;
  std::vector<QuantityGold> golds;
};

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

Result<QuantityCase> parse_quantity_case(std::string_view line);

// What the product finds in the case's text: an article of one block in the language.
std::vector<model::Quantity> quantities_in(const QuantityCase& one, const std::string& lang,
                                           const knowledge::Knowledge& knowledge);

// The figures of one case; each wrong quantity adds a line to `misses`.
QuantityFigures score(const QuantityCase& one, const std::vector<model::Quantity>& found,
                      const QuantityOptions& options, std::vector<std::string>& misses);

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_quantities(const std::string& path, const CaseOptions& cases,
                            const QuantityOptions& options, const knowledge::Knowledge& knowledge,
                            QuantityFigures& figures);

}  // namespace synoptic::eval
