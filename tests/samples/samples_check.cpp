// Reads samples/ all the way and scores it against the gold file, part by part.
//
//   samples_check ROOT GOLD.json FLOORS.tsv [--misses]
//
// FLOORS.tsv: part<TAB>least percentage. Exit code 1 below a floor.
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/strings.h"
#include "flow/flow.h"
#include "text/fold.h"

namespace {

using namespace synoptic;
using simdjson::dom::array;
using simdjson::dom::element;

struct Score {
  int right = 0, count = 0;
};

std::map<std::string, Score> scores;
bool show_misses = false;

void tally(const std::string& part, bool right, const std::string& what) {
  ++scores[part].count;
  scores[part].right += right ? 1 : 0;
  if (!right && show_misses) std::printf("%-18s %s\n", part.c_str(), what.c_str());
}

std::string text_of(element json, const char* key) {
  std::string_view text;
  return json[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::vector<element> list_of(element json, const char* key) {
  std::vector<element> items;
  array list;
  if (json[key].get(list) == simdjson::SUCCESS) {
    for (const element item : list) items.push_back(item);
  }
  return items;
}

std::string as_text(element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::minify(value);
}

// The number in front of a value: "1.5%", "10000000000 USD", "about 12".
double number_in(std::string_view text) {
  const size_t at = text.find_first_of("0123456789");
  return at == std::string_view::npos ? std::nan("")
                                      : std::atof(std::string(text.substr(at)).c_str());
}

using Articles = std::map<std::string, const model::Annotated*>;  // by gold key

void check_article(element gold, const model::Annotated& found) {
  const model::Article& article = found.article;
  const std::string key = text_of(gold, "key");
  tally("title", article.title == text_of(gold, "title"), key + ": " + article.title);
  tally("lang", article.lang.substr(0, 2) == text_of(gold, "lang"), key + ": " + article.lang);
  const std::string date = article.published ? model::iso(article.published->value) : "";
  const std::string wanted = text_of(gold, "published");
  tally("published", date == wanted || (date.size() == 19 && date.substr(0, 16) == wanted),
        key + ": " + date + " for " + wanted);
  const std::string publisher = article.publisher ? article.publisher->name : "";
  tally("publisher", publisher == text_of(gold, "publisher"), key + ": " + publisher);
  // Who answers for a text that nobody signed is told with the role "editor"; the gold has some of
  // them, and may leave them out.
  std::set<std::string> authors, writers, wanted_authors;
  for (const auto& author : article.authors) {
    authors.insert(author.name);
    if (author.role != "editor") writers.insert(author.name);
  }
  for (const auto& author : list_of(gold, "authors")) wanted_authors.insert(as_text(author));
  tally("authors", authors == wanted_authors || writers == wanted_authors, key);
  const std::string body = model::body_text(article);
  for (const auto& part : list_of(gold, "body_has")) {
    tally("body has", body.find(as_text(part)) != std::string::npos, key + ": " + as_text(part));
  }
  for (const auto& part : list_of(gold, "body_lacks")) {
    tally("body lacks", body.find(as_text(part)) == std::string::npos, key + ": " + as_text(part));
  }
  for (const auto& name : list_of(gold, "entities")) {
    const std::string folded = text::fold_copy(as_text(name));
    const bool in = std::any_of(found.mentions.begin(), found.mentions.end(),
                                [&](const auto& m) { return text::fold_copy(m.name) == folded; });
    tally("entities", in, key + ": " + as_text(name));
  }
  for (const auto& quantity : list_of(gold, "quantities")) {
    double value = 0;
    if (quantity["value"].get(value) != simdjson::SUCCESS) continue;
    const bool in = std::any_of(found.quantities.begin(), found.quantities.end(),
                                [&](const auto& q) { return std::fabs(q.value - value) < 1e-9; });
    tally("quantities", in, key + ": " + simdjson::minify(quantity));
  }
  for (const auto& quote : list_of(gold, "quotes")) {
    const std::string has = text_of(quote, "has");
    const bool in = std::any_of(found.quotes.begin(), found.quotes.end(), [&](const auto& q) {
      return q.text.find(has) != std::string::npos && q.speaker;
    });
    tally("quotes", in, key + ": " + has);
  }
}

bool is_value(const model::Fact& fact, const std::string& article, element wanted) {
  const double number = number_in(as_text(wanted));
  return std::any_of(fact.values.begin(), fact.values.end(), [&](const auto& value) {
    if (value.article != article) return false;
    if (std::isnan(number)) return true;  // a word for an outcome: that both speak is enough
    return std::fabs(number_in(value.norm) - number) < 1e-9;
  });
}

// A planted difference: one fact that gives the gold's value for two accounts that differ.
bool has_difference(const model::Synopsis& synopsis, element gold, const Articles& articles) {
  simdjson::dom::object values;
  if (gold["values"].get(values) != simdjson::SUCCESS) return false;
  std::vector<const model::Fact*> facts;
  for (const auto* list : {&synopsis.differ, &synopsis.updates}) {
    for (const auto& fact : *list) facts.push_back(&fact);
  }
  return std::any_of(facts.begin(), facts.end(), [&](const auto* fact) {
    std::set<std::string> seen;
    for (const auto field : values) {
      const auto found = articles.find(std::string(field.key));
      if (found == articles.end()) continue;
      if (is_value(*fact, found->second->article.id, field.value))
        seen.insert(as_text(field.value));
    }
    return seen.size() >= 2;
  });
}

bool has_agreement(const model::Synopsis& synopsis, element gold) {
  element wanted;
  if (gold["value"].get(wanted) != simdjson::SUCCESS) return false;
  const double number = number_in(as_text(wanted));
  const std::string folded = text::fold_copy(as_text(wanted));
  return std::any_of(synopsis.agree.begin(), synopsis.agree.end(), [&](const auto& fact) {
    return std::any_of(fact.values.begin(), fact.values.end(), [&](const auto& value) {
      if (text::fold_copy(value.name) == folded) return true;
      if (text_of(gold, "slot") == "date") {
        return value.norm.substr(0, 10) == folded.substr(0, 10);
      }
      return !std::isnan(number) && std::fabs(number_in(value.norm) - number) < 1e-9;
    });
  });
}

void check_story(element gold, const Articles& articles, const flow::Grouped& grouped) {
  std::set<std::string> wanted;
  for (const auto& key : list_of(gold, "articles")) {
    const auto found = articles.find(as_text(key));
    if (found != articles.end()) wanted.insert(found->second->article.id);
  }
  const auto story =
      std::find_if(grouped.stories.begin(), grouped.stories.end(), [&](const auto& s) {
        return std::any_of(s.articles.begin(), s.articles.end(),
                           [&](const auto& id) { return wanted.contains(id); });
      });
  const std::string name = text_of(gold, "name");
  if (story == grouped.stories.end()) return tally("stories", false, name);
  tally("stories", std::set(story->articles.begin(), story->articles.end()) == wanted, name);
  for (const auto& account : list_of(gold, "accounts")) {
    std::set<std::string> copies;
    array keys;
    if (account.get(keys) != simdjson::SUCCESS) continue;
    for (const element key : keys) copies.insert(articles.at(as_text(key))->article.id);
    const bool folded =
        std::any_of(story->accounts.begin(), story->accounts.end(),
                    [&](const auto& a) { return std::set(a.begin(), a.end()) == copies; });
    tally("copies folded", folded, name);
  }
  const auto& synopsis = grouped.synopses[static_cast<size_t>(story - grouped.stories.begin())];
  for (const auto& fact : list_of(gold, "differ")) {
    tally("differences", has_difference(synopsis, fact, articles),
          name + ": " + simdjson::minify(fact));
  }
  for (const auto& fact : list_of(gold, "agree")) {
    tally("agreements", has_agreement(synopsis, fact), name + ": " + simdjson::minify(fact));
  }
}

int report(const char* floors_path) {
  std::map<std::string, double> floors;
  std::ifstream in(floors_path);
  for (std::string line; std::getline(in, line);) {
    const auto columns = split(line, '\t');
    if (columns.size() == 2 && line[0] != '#') {
      floors[std::string(columns[0])] = std::atof(std::string(columns[1]).c_str());
    }
  }
  int below = 0;
  for (const auto& [part, score] : scores) {
    const double percent = 100.0 * score.right / std::max(score.count, 1);
    const bool low = percent + 1e-9 < floors[part];
    below += low ? 1 : 0;
    std::printf("%-18s %4d/%-4d %6.1f %%%s\n", part.c_str(), score.right, score.count, percent,
                low ? "  BELOW ITS FLOOR" : "");
  }
  return below == 0 && !scores.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: samples_check ROOT GOLD.json FLOORS.tsv [--misses]\n", stderr);
    return 2;
  }
  show_misses = argc > 4;
  simdjson::dom::parser parser;
  element gold;
  const auto engine = flow::Engine::load();
  if (parser.load(argv[2]).get(gold) != simdjson::SUCCESS || !engine) return 2;
  std::map<std::string, std::vector<model::Annotated>> by_path;
  std::vector<model::Annotated> all;
  const std::string root = argv[1];
  flow::read_all(*engine, {root + "/samples"}, {}, [&](Result<flow::Document> result) {
    if (!result) return;
    for (const auto& annotated : result->articles) all.push_back(annotated);
    by_path[result->capture.path.substr(root.size() + 1)] = std::move(result->articles);
  });
  const flow::Grouped grouped = flow::group_and_compare(*engine, all);
  Articles articles;
  for (const auto& document : list_of(gold, "documents")) {
    const std::string path = text_of(document, "path");
    const auto& found = by_path[path];
    const auto wanted = list_of(document, "articles");
    tally("articles", found.size() == wanted.size(),
          path + ": " + std::to_string(found.size()) + " for " + std::to_string(wanted.size()));
    for (size_t i = 0; i < wanted.size() && i < found.size(); ++i) {
      articles[text_of(wanted[i], "key")] = &found[i];
      check_article(wanted[i], found[i]);
    }
  }
  for (const auto& path : list_of(gold, "not_articles")) {
    tally("not articles", by_path[as_text(path)].empty(), as_text(path));
  }
  for (const auto& story : list_of(gold, "stories")) check_story(story, articles, grouped);
  return report(argv[3]);
}
