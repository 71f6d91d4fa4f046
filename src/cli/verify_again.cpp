#include "cli/verify_again.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <optional>

#include "base/hash.h"
#include "cli/evidence.h"
#include "collect/collect.h"
#include "sheet/sheet.h"

namespace synoptic::cli {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using verify::Claims;
using verify::Failure;

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

// The capture as it was read then: under its stated name, which tells what it is.
Result<model::Capture> as_read(const verify::Source& source, const model::Capture& found,
                               std::vector<std::string>& notes) {
  // A line of a file of pages, or a whole file that holds its page in another coding.
  if (!found.record.empty()) {
    return collect::read_source({source.path, found.record, found.record.starts_with('{'), {}});
  }
  const bool archived = source.path.find(".warc") != std::string::npos &&
                        collect::file_of_many(source.path).has_value();
  if (archived) {
    model::Capture capture = found;
    capture.path = source.path;
    if (capture.url.empty() && !source.url.empty()) {
      // The bytes do not say it: the head of the archive's record did, which is not here.
      notes.push_back(
          fmt::format("{}: its address is taken as told ({})", source.article, source.url));
      capture.url = source.url;
      capture.fetched = source.fetched;
    }
    return capture;
  }
  return collect::capture_bytes(found.bytes(), source.path);
}

// The article of the source, read anew; a Failure where there is none.
std::optional<model::Annotated> article_again(const flow::Engine& engine,
                                              const verify::Source& source,
                                              const model::Capture& found,
                                              std::vector<Failure>& failures,
                                              std::vector<std::string>& notes) {
  const auto capture = as_read(source, found, notes);
  if (capture) {
    for (auto& annotated : flow::understand(engine, *capture).articles) {
      if (annotated.article.id != source.article) continue;
      annotated.article.revised = source.revised;  // known to the store alone
      return std::move(annotated);
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

bool has(element json, const char* key) {
  element value;
  return json[key].get(value) == simdjson::SUCCESS;
}

// The article as `read` tells it, with as much as was asked for then.
std::string article_json(element told, const model::Annotated& annotated) {
  const bool plain = !has(told, "mentions") && !has(told, "topics");
  if (has(told, "evidence")) return json_with_evidence(annotated, plain);
  JsonWriter json;
  plain ? model::write_json(json, annotated.article) : model::write_json(json, annotated);
  return json.take();
}

// The synopsis as `compare` tells it; one out of a store has none of what stands beside the facts.
std::string synopsis_json(element told, const model::Synopsis& synopsis,
                          const std::vector<model::Annotated>& articles,
                          const knowledge::Knowledge& knowledge) {
  JsonWriter json;
  model::write_json(json, synopsis);
  constexpr const char* kBeside[] = {"event", "lineage", "deeds", "timeline", "note_texts"};
  const bool bare = std::none_of(std::begin(kBeside), std::end(kBeside),
                                 [&](const char* key) { return has(told, key); });
  if (bare) return json.take();
  return sheet::with_sheet(json.take(), sheet::Accounts(synopsis, articles, knowledge));
}

// Which articles are one story grouping tells, and what the story is called: by its first article,
// whose title may be cut there.
void check_title(const model::Story& story, const std::vector<model::Annotated>& articles,
                 std::vector<Failure>& failures) {
  constexpr size_t kLeastCut = 256;
  const auto first = std::find_if(articles.begin(), articles.end(), [&](const auto& annotated) {
    return !story.articles.empty() && annotated.article.id == story.articles.front();
  });
  if (first == articles.end()) return;
  const std::string& title = first->article.title;
  if (story.title == title) return;
  if (title.size() > kLeastCut && story.title.starts_with(title.substr(0, kLeastCut))) return;
  failures.push_back({.part = "title",
                      .article = first->article.id,
                      .stated = story.title,
                      .stands = title,
                      .reason = "its first article is called otherwise"});
}

// A story has its id of the article that founded it; which may have been replaced by a newer
// version since.
bool is_id_of_article(const model::Story& story) {
  return std::any_of(story.articles.begin(), story.articles.end(), [&](const std::string& article) {
    return story.id == "s" + sha256_hex(article).substr(0, 12);
  });
}

}  // namespace

void compare_again(const flow::Engine& engine, const Claims& claims, std::string_view json,
                   const Captures& captures, verify::Report& report) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return;
  std::vector<model::Annotated> articles;
  std::vector<Failure> failures;
  for (const verify::Source& source : claims.sources) {
    const auto found = captures.find(source.sha256);
    if (found == captures.end()) return;  // that it was not found is told already
    // Of the same bytes those from the address that is told.
    const auto& all = found->second;
    const auto own = std::find_if(all.begin(), all.end(),
                                  [&](const auto& one) { return one.url == source.url; });
    auto article = article_again(engine, source, own == all.end() ? all.front() : *own, failures,
                                 report.notes);
    if (article) articles.push_back(std::move(*article));
  }
  // Where the captures lay is no word of theirs.
  if (failures.empty() && claims.kind == "article") {
    failures = verify::differences(json, article_json(root, articles.front()), {"capture.path"});
  } else if (failures.empty()) {
    const model::Story story = story_of(claims, root);
    for (const std::string& id : story.articles) {
      const bool there = std::any_of(articles.begin(), articles.end(), [&](const auto& annotated) {
        return annotated.article.id == id;
      });
      if (!there) return;  // its source is not told: a failure of its own
    }
    const model::Synopsis synopsis = flow::compare_story(engine, story, articles);
    failures = verify::differences(json, synopsis_json(root, synopsis, articles, *engine.knowledge),
                                   {"sources[].path"});
    check_title(story, articles, failures);
    if (!is_id_of_article(story)) {
      report.notes.push_back("its id is none that its articles would give: it is taken as told");
    }
  }
  report.again = true;
  std::move(failures.begin(), failures.end(), std::back_inserter(report.failures));
}

}  // namespace synoptic::cli
