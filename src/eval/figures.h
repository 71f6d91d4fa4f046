// What was measured, added up: over a set of pages, or over its pages in one language.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/shingles.h"

namespace synoptic::eval {

struct Mean {
  double sum = 0;
  size_t count = 0;

  void add(double value) {
    sum += value;
    ++count;
  }
  void add(const Mean& other) {
    sum += other.sum;
    count += other.count;
  }
  double value() const { return count == 0 ? 0 : sum / static_cast<double>(count); }
};

// Every mean is over the pages (or snippets) whose gold says what is right.
struct Figures {
  size_t pages = 0;
  Mean none;                          // no article found
  Mean f1, precision, recall, exact;  // of the text, by shingles
  Mean f1_titled;                     // with our title above it; where the gold has none of its own
  Mean title, title_near;             // the same words; nearly
  Mean day;                           // right of all
  Mean authors;                       // all of them and no other
  Mean with_found, without_absent;    // snippets

  void add(const Figures& other);
  // In the order of the table; only what the gold can tell.
  std::vector<std::pair<std::string_view, double>> named() const;
  std::optional<double> find(std::string_view name) const;
};

struct SetFigures {
  std::string name;
  Figures all;
  std::map<std::string, Figures> by_language;
};

// As a table for people, and as one JSON object.
std::string figures_head();
std::string figures_as_text(const std::string& name, const Figures& figures);
std::string figures_as_json(const SetFigures& set, bool by_language);

}  // namespace synoptic::eval
