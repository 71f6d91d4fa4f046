// Measures the quotes that the room `annotate` finds on short texts whose quotes are all known: the
// golds of tests/golds/quotes, one file a language, one case a line.
#pragma once

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

struct QuoteGold {
  Range range;  // of the case's text
  std::string text, form, speaker, medium, source;
};

struct QuoteCase {
  std::string text;
  std::vector<QuoteGold> golds;
};

// A found quote is right when form, words and speaker are: of the words, 80 of 100 letters.
struct QuoteFigures {
  size_t cases = 0, gold = 0, found = 0, matched = 0;
  size_t words = 0;              // form and words are right
  size_t whole = 0;              // form, speaker and every letter of the words
  Mean speaker, medium, source;  // right among those whose words are; the last two where told

  void add(const QuoteFigures& other);
  // f1, precision, recall; words (F1 without the speaker), whole (F1 of every letter), speaker …
  std::vector<std::pair<std::string_view, double>> named() const;
};

Result<QuoteCase> parse_quote_case(std::string_view line);

// What the product finds in the case's text: an article of one block in the language.
std::vector<model::Quote> quotes_in(const QuoteCase& one, const std::string& lang,
                                    const knowledge::Knowledge& knowledge);

// The figures of one case; each wrong quote adds a line to `misses`.
QuoteFigures score(const QuoteCase& one, const std::vector<model::Quote>& found,
                   std::vector<std::string>& misses);

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_quotes(const std::string& path, const CaseOptions& options,
                        const knowledge::Knowledge& knowledge, QuoteFigures& figures);

}  // namespace synoptic::eval
