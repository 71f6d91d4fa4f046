#include "cli/verify_again.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <optional>

#include "collect/collect.h"
#include "sheet/sheet.h"

namespace synoptic::cli {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using verify::Claims;
using verify::Failure;

std::string text_at(element json, const char* key) {
  std::string_view text;
  return json[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::vector<std::string> texts_at(element json, const char* key) {
  std::vector<std::string> all;
  array list;
  if (json[key].get(list) != simdjson::SUCCESS) return all;
  for (const element item : list) {
    std::string_view text;
    if (item.get(text) == simdjson::SUCCESS) all.emplace_back(text);
  }
  return all;
}

struct FactKey {
  std::string id, slot, about, verdict;
  std::vector<std::string> cells;  // "ARTICLE [begin,end) norm, name", sorted
};

std::string cell_key(std::string_view article, uint64_t begin, uint64_t end, std::string_view norm,
                     std::string_view name) {
  return fmt::format("{} [{},{}) {}, {}", article, begin, end, norm, name);
}

void sort_cells(FactKey& fact) { std::sort(fact.cells.begin(), fact.cells.end()); }

std::vector<FactKey> stated_facts(element synopsis) {
  std::vector<FactKey> facts;
  for (const char* list : {"agree", "only", "differ", "updates"}) {
    array items;
    if (synopsis[list].get(items) != simdjson::SUCCESS) continue;
    for (const element item : items) {
      FactKey fact{text_at(item, "id"),
                   text_at(item, "slot"),
                   text_at(item, "about"),
                   text_at(item, "verdict"),
                   {}};
      array values;
      if (item["values"].get(values) == simdjson::SUCCESS) {
        for (const element value : values) {
          uint64_t begin = 0, end = 0;
          if (value["span"].at(0).get(begin) != simdjson::SUCCESS) continue;
          if (value["span"].at(1).get(end) != simdjson::SUCCESS) continue;
          fact.cells.push_back(cell_key(text_at(value, "article"), begin, end,
                                        text_at(value, "norm"), text_at(value, "name")));
        }
      }
      sort_cells(fact);
      facts.push_back(std::move(fact));
    }
  }
  return facts;
}

std::vector<FactKey> facts_of(const model::Synopsis& synopsis) {
  std::vector<FactKey> facts;
  for (const auto* list : {&synopsis.agree, &synopsis.only, &synopsis.differ, &synopsis.updates}) {
    for (const auto& made : *list) {
      FactKey fact{made.id, made.slot, made.about, made.verdict, {}};
      for (const auto& value : made.values) {
        fact.cells.push_back(
            cell_key(value.article, value.span.begin, value.span.end, value.norm, value.name));
      }
      sort_cells(fact);
      facts.push_back(std::move(fact));
    }
  }
  return facts;
}

std::string joined(const std::vector<std::string>& cells) {
  return fmt::format("{}", fmt::join(cells, ", "));
}

// How two tellings of a fact differ, the first thing alone; nullopt: they do not.
std::optional<Failure> difference(const FactKey& stated, const FactKey& made) {
  const auto differs = [&](const char* part, const std::string& a, const std::string& b) {
    return Failure{stated.id, part, "", {}, a, b, "compared anew it is another one"};
  };
  if (stated.slot != made.slot) return differs("slot", stated.slot, made.slot);
  if (stated.about != made.about) return differs("about", stated.about, made.about);
  if (stated.verdict != made.verdict) return differs("verdict", stated.verdict, made.verdict);
  if (stated.cells != made.cells) return differs("cells", joined(stated.cells), joined(made.cells));
  return std::nullopt;
}

// How much of a fact another one has, so that the right two are held against each other.
int likeness(const FactKey& a, const FactKey& b) {
  return (a.slot == b.slot ? 1 : 0) + (a.about == b.about ? 1 : 0) + (a.cells == b.cells ? 4 : 0) +
         (a.id == b.id ? 2 : 0) + (a.verdict == b.verdict ? 1 : 0);
}

std::vector<Failure> differences(std::vector<FactKey> stated, std::vector<FactKey> made) {
  std::vector<Failure> failures;
  // First those that are the same, whatever their order.
  std::erase_if(stated, [&](const FactKey& fact) {
    const auto same = std::find_if(made.begin(), made.end(),
                                   [&](const FactKey& other) { return !difference(fact, other); });
    if (same == made.end()) return false;
    made.erase(same);
    return true;
  });
  for (const FactKey& fact : stated) {
    constexpr int kLikeEnough = 4;
    const auto nearest = std::max_element(
        made.begin(), made.end(),
        [&](const FactKey& a, const FactKey& b) { return likeness(fact, a) < likeness(fact, b); });
    if (nearest == made.end() || likeness(fact, *nearest) < kLikeEnough) {
      failures.push_back({fact.id,
                          "fact",
                          "",
                          {},
                          fact.slot + " " + fact.about,
                          "",
                          "compared anew there is no such fact"});
      continue;
    }
    failures.push_back(*difference(fact, *nearest));
    made.erase(nearest);
  }
  for (const FactKey& fact : made) {
    failures.push_back({fact.id,
                        "fact",
                        "",
                        {},
                        "",
                        fact.slot + " " + fact.about,
                        "compared anew there is a fact that is not told"});
  }
  return failures;
}

// The capture as it was read then: under its stated name, which tells what it is.
Result<model::Capture> as_read(const verify::Source& source, const model::Capture& found) {
  if (!found.record.empty()) {
    return collect::read_source({source.path, found.record, true, {}});
  }
  const bool archived = source.path.find(".warc") != std::string::npos &&
                        collect::file_of_many(source.path).has_value();
  if (archived) {
    model::Capture capture = found;
    capture.path = source.path;
    if (capture.url.empty()) capture.url = source.url;
    return capture;
  }
  return collect::capture_bytes(found.bytes(), source.path);
}

// The article of the source, read anew; a Failure where there is none.
std::optional<model::Annotated> article_again(const flow::Engine& engine,
                                              const verify::Source& source,
                                              const model::Capture& found,
                                              std::vector<Failure>& failures) {
  const auto capture = as_read(source, found);
  if (capture) {
    for (auto& annotated : flow::understand(engine, *capture).articles) {
      if (annotated.article.id == source.article) return std::move(annotated);
    }
  }
  failures.push_back({"",
                      "article",
                      source.article,
                      {},
                      source.path,
                      "",
                      "read anew the capture has no such article"});
  return std::nullopt;
}

model::Story story_of(const Claims& claims, element synopsis) {
  model::Story story;
  story.id = claims.id;
  story.title = claims.title;
  story.articles = texts_at(synopsis, "articles");
  array accounts;
  if (synopsis["accounts"].get(accounts) != simdjson::SUCCESS) return story;
  for (const element account : accounts) {
    auto& members = story.accounts.emplace_back();
    array ids;
    if (account.get(ids) != simdjson::SUCCESS) continue;
    for (const element id : ids) {
      std::string_view text;
      if (id.get(text) == simdjson::SUCCESS) members.emplace_back(text);
    }
  }
  return story;
}

// The values of a key, one by one where it is a list.
std::vector<std::string> values_at(element json, const char* key) {
  element value;
  if (json[key].get(value) != simdjson::SUCCESS) return {};
  array list;
  if (value.get(list) != simdjson::SUCCESS) return {simdjson::minify(value)};
  std::vector<std::string> values;
  for (const element item : list) values.push_back(simdjson::minify(item));
  return values;
}

// Of each key that the stated object has, the first value that is another in the one made anew.
void compare_keys(element stated, element made, std::initializer_list<const char*> keys,
                  const std::string& article, std::vector<Failure>& failures) {
  for (const char* key : keys) {
    element there;
    if (stated[key].get(there) != simdjson::SUCCESS) continue;  // --plain tells less
    const auto told = values_at(stated, key), again = values_at(made, key);
    const auto [a, b] = std::mismatch(told.begin(), told.end(), again.begin(), again.end());
    if (a == told.end() && b == again.end()) continue;
    failures.push_back({fmt::format("{} {}", key, a - told.begin()),
                        "again",
                        article,
                        {},
                        a == told.end() ? "" : *a,
                        b == again.end() ? "" : *b,
                        "read anew it is another one"});
  }
}

std::vector<Failure> article_differences(element stated, const model::Annotated& annotated) {
  JsonWriter writer;
  model::write_json(writer, annotated);
  simdjson::dom::parser parser;
  element made;
  if (parser.parse(writer.text()).get(made) != simdjson::SUCCESS) return {};
  std::vector<Failure> failures;
  compare_keys(stated, made,
               {"title", "lang", "published", "publisher", "blocks", "mentions", "quantities",
                "times", "quotes", "events", "topics"},
               annotated.article.id, failures);
  return failures;
}

// What stands beside the facts: whose articles they are, and what people see first.
std::vector<Failure> surroundings_differ(element stated, const model::Synopsis& synopsis,
                                         const std::vector<model::Annotated>& articles,
                                         const knowledge::Knowledge& knowledge) {
  JsonWriter writer;
  model::write_json(writer, synopsis);
  const std::string text =
      sheet::with_sheet(writer.take(), sheet::Accounts(synopsis, articles, knowledge));
  simdjson::dom::parser parser;
  element made;
  if (parser.parse(text).get(made) != simdjson::SUCCESS) return {};
  std::vector<Failure> failures;
  const std::string title = text_at(stated, "title");
  const bool titled = std::any_of(articles.begin(), articles.end(), [&](const auto& annotated) {
    return annotated.article.title == title;
  });
  if (!titled) failures.push_back({"title", "again", "", {}, title, "", "no article is called so"});
  array sources, again;
  if (stated["sources"].get(sources) == simdjson::SUCCESS &&
      made["sources"].get(again) == simdjson::SUCCESS) {
    for (const element source : sources) {
      for (const element other : again) {
        if (text_at(source, "article") != text_at(other, "article")) continue;
        compare_keys(source, other, {"title", "lang", "publisher", "published"},
                     text_at(source, "article"), failures);
      }
    }
  }
  compare_keys(stated, made,
               {"provenance", "notes", "event", "lineage", "deeds", "timeline", "note_texts"}, "",
               failures);
  return failures;
}

}  // namespace

std::vector<Failure> compare_again(const flow::Engine& engine, const Claims& claims,
                                   std::string_view json, const Captures& captures) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return {};
  std::vector<Failure> failures;
  std::vector<model::Annotated> articles;
  for (const verify::Source& source : claims.sources) {
    const auto found = captures.find(source.sha256);
    if (found == captures.end()) return {};  // that it was not found is told already
    auto article = article_again(engine, source, found->second, failures);
    if (article) articles.push_back(std::move(*article));
  }
  if (!failures.empty()) return failures;
  if (claims.kind == "article") return article_differences(root, articles.front());
  const model::Story story = story_of(claims, root);
  for (const std::string& id : story.articles) {
    const bool there = std::any_of(articles.begin(), articles.end(), [&](const auto& annotated) {
      return annotated.article.id == id;
    });
    if (!there) return {};  // its source is not told: a failure of its own
  }
  const model::Synopsis synopsis = flow::compare_story(engine, story, articles);
  failures = differences(stated_facts(root), facts_of(synopsis));
  if (!failures.empty()) return failures;
  return surroundings_differ(root, synopsis, articles, *engine.knowledge);
}

}  // namespace synoptic::cli
