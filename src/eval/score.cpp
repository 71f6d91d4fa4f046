// One page's article beside its gold.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "clean/clean.h"
#include "eval/cleaning.h"
#include "text/fold.h"
#include "text/words.h"

namespace synoptic::eval {
namespace {

constexpr size_t kDay = 10;         // characters of "2025-01-31"
constexpr double kNearTitle = 0.8;  // the share of words that two nearly equal titles share

// One holds the other, or most words are the same.
bool is_near(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  if (a.find(b) != std::string::npos || b.find(a) != std::string::npos) return true;
  std::map<std::string_view, int> counts;
  const auto of_a = split(a, ' '), of_b = split(b, ' ');
  for (const auto& word : of_a) ++counts[word];
  size_t common = 0;
  for (const auto& word : of_b) common += counts[word]-- > 0 ? 1 : 0;
  return 2.0 * static_cast<double>(common) >=
         kNearTitle * static_cast<double>(of_a.size() + of_b.size());
}

bool same_names(const std::vector<std::string>& gold, const std::vector<std::string>& got) {
  return gold.size() == got.size() &&
         std::all_of(gold.begin(), gold.end(), [&](const std::string& name) {
           return std::any_of(got.begin(), got.end(), [&](const std::string& other) {
             return text::words_in_a_row(other) == text::words_in_a_row(name);
           });
         });
}

std::string stated(const std::vector<model::Statement>& statements) {
  std::string out;
  for (const auto& statement : statements) {
    out += fmt::format("        {}: {}\n", statement.where, statement.text);
  }
  return out;
}

class Scorer {
 public:
  Scorer(const Gold& gold, const Cleaned& got, std::string* misses)
      : gold_(gold), got_(got), misses_(misses) {}

  Figures score() {
    figures_.pages = 1;
    figures_.none.add(got_.none ? 1 : 0);
    if (got_.none) miss("none", "an article", "nothing");
    if (!gold_.body.empty()) score_text();
    if (!gold_.with.empty() || !gold_.without.empty()) score_snippets();
    if (!gold_.title.empty()) score_title();
    if (!gold_.date.empty()) score_day();
    if (!gold_.authors.empty()) score_authors();
    return figures_;
  }

 private:
  void score_text() {
    const Match match = compare_texts(got_.text, gold_.body);
    figures_.f1.add(match.f1());
    figures_.precision.add(match.precision);
    figures_.recall.add(match.recall);
    figures_.exact.add(match.exact() ? 1 : 0);
    // Some golds begin with the headline, which is no part of our text.
    if (gold_.title.empty()) {
      figures_.f1_titled.add(compare_texts(got_.title + "\n" + got_.text, gold_.body).f1());
    }
  }

  void score_snippets() {
    // The title is part of what a reader sees.
    const std::string text =
        " " + text::words_in_a_row(got_.title) + text::words_in_a_row(got_.text);
    const auto holds = [&](const std::string& snippet) {
      return text.find(" " + text::words_in_a_row(snippet)) != std::string::npos;
    };
    for (const auto& snippet : gold_.with) {
      figures_.with_found.add(holds(snippet) ? 1 : 0);
      if (!holds(snippet)) miss("with", snippet, "");
    }
    for (const auto& snippet : gold_.without) {
      figures_.without_absent.add(holds(snippet) ? 0 : 1);
      if (holds(snippet)) miss("without", "", snippet);
    }
  }

  void score_title() {
    const std::string gold = text::words_in_a_row(gold_.title),
                      got = text::words_in_a_row(got_.title);
    figures_.title.add(gold == got ? 1 : 0);
    figures_.title_near.add(gold == got || is_near(gold, got) ? 1 : 0);
    if (gold != got) miss("title", gold_.title, got_.title, got_.titles);
  }

  void score_day() {
    const bool right = got_.date.substr(0, kDay) == gold_.date.substr(0, kDay);
    figures_.day.add(right ? 1 : 0);
    if (!right) miss("day", gold_.date, got_.date, got_.dates);
  }

  void score_authors() {
    const bool right = same_names(gold_.authors, got_.authors);
    figures_.authors.add(right ? 1 : 0);
    if (!right) miss("authors", join(gold_.authors, "; "), join(got_.authors, "; "), got_.names);
  }

  void miss(std::string_view what, std::string_view gold, std::string_view got,
            std::string_view evidence = {}) {
    if (misses_ == nullptr) return;
    *misses_ += fmt::format("  {} {}\n      gold {}\n      got  {}\n{}", what, gold_.id, gold, got,
                            evidence);
  }

  const Gold& gold_;
  const Cleaned& got_;
  std::string* misses_;
  Figures figures_;
};

}  // namespace

Cleaned clean_page(const model::Capture& capture, const knowledge::Knowledge& knowledge,
                   const text::LanguageId& languages) {
  Cleaned got;
  for (const auto& article : clean::clean(capture, knowledge, languages)) {
    got.text += model::main_text(article) + "\n\n";
    if (!got.none) continue;
    got.none = false;
    got.title = article.title;
    if (article.published) got.date = model::iso(article.published->value);
    for (const auto& author : article.authors) got.authors.push_back(author.name);
    for (const auto& date : article.dates) {
      got.dates += fmt::format("        {} {} {} ({})\n", model::iso(date.value), date.role,
                               date.where, date.rule);
    }
    got.titles = stated(article.title_statements);
    got.names = stated(article.author_statements);
  }
  return got;
}

Figures score(const Gold& gold, const Cleaned& got, std::string* misses) {
  return Scorer(gold, got, misses).score();
}

}  // namespace synoptic::eval
