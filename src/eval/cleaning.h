// Measures the room `clean` on pages whose articles are known: is the text the article's, whole and
// nothing else; are title, day and authors right.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "eval/figures.h"
#include "eval/pages.h"
#include "knowledge/knowledge.h"
#include "text/language_id.h"

namespace synoptic::eval {

struct CleaningOptions {
  Part part = Part::kAll;
  unsigned threads = 0;  // 0: one per core; the figures do not depend on it
  size_t worst = 0;      // how many pages with the lowest F1 to list
  bool misses = false;   // tell every wrong title, day and list of authors
};

struct CleaningReport {
  SetFigures figures;
  std::string details;        // the worst pages and the misses, as text
  std::vector<Error> errors;  // lines that are no pages; a page that cannot be read counts as none
  double seconds = 0;         // in clean(), all threads added up
};

CleaningReport evaluate_cleaning(const std::string& set, const CleaningOptions& options,
                                 const knowledge::Knowledge& knowledge,
                                 const text::LanguageId& languages);

// What is compared with the gold of one page.
struct Cleaned {
  std::string text, title, date;
  std::vector<std::string> authors;
  bool none = true;                  // no article found
  std::string dates, titles, names;  // all that there were to choose from, for the misses
};

Cleaned clean_page(const model::Capture& capture, const knowledge::Knowledge& knowledge,
                   const text::LanguageId& languages);

// The figures of one page; what is wrong is added to `misses` where that is wanted.
Figures score(const Gold& gold, const Cleaned& got, std::string* misses);

}  // namespace synoptic::eval
