// An entry of the log under an address of its own: facts come, change and go, what was told stays.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "serve/feed_entry.h"
#include "serve/feeds.h"

namespace synoptic::serve {
namespace {

// The fact with this id in the story's synopsis now, as JSON; empty: it is not there.
std::string fact_now(const Context& context, std::string_view story, std::string_view id) {
  const auto json = context.store.synopsis_json(story);
  if (!json || id.empty()) return "";
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(*json).get(root) != simdjson::SUCCESS) return "";
  for (const char* list : {"differ", "updates", "agree", "only"}) {
    simdjson::dom::array facts;
    if (root[list].get(facts) != simdjson::SUCCESS) continue;
    for (const auto fact : facts) {
      std::string_view own;
      if (fact["id"].get(own) == simdjson::SUCCESS && own == id) return simdjson::minify(fact);
    }
  }
  return "";
}

struct FactJson {
  std::string id, text;
};

// The fact of an entry, or of what is watched.
FactJson fact_in(const std::string& json, bool of_entry) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  FactJson out;
  if (parser.parse(json).get(root) != simdjson::SUCCESS) return out;
  if (of_entry && root["fact"].get(root) != simdjson::SUCCESS) return out;
  std::string_view id;
  if (root["id"].get(id) == simdjson::SUCCESS) out.id = id;
  out.text = simdjson::minify(root);
  return out;
}

std::string link_to(const std::string& story, const std::string& fact) {
  return "/story/" + url_part(story) + (fact.empty() ? "" : "#" + url_part(fact));
}

// What has become of the fact since the entry was made, in a sentence.
std::string note_of(const Context& context, const watch::Entry& entry, const std::string& story) {
  const auto facts = context.store.watched(story);
  const auto end = facts ? facts->end() : std::vector<watch::Watched>::const_iterator();
  const auto now = facts ? std::find_if(facts->begin(), facts->end(),
                                        [&](const auto& fact) { return fact.id == entry.fact; })
                         : end;
  const std::string whole =
      fmt::format("<a href=\"{}\">The story as it is now</a>", link_to(story, ""));
  if (!facts || now == end) {
    return "This is how it stood then; in the story it is no row of its own any more. " + whole;
  }
  if (!now->gone.empty()) {
    return fmt::format("This is how it stood then; since {} no account tells it like this. {}",
                       date_text(now->gone), whole);
  }
  const FactJson fact = fact_in(now->json, false);
  if (fact_now(context, story, fact.id).empty()) return "This is how it stood then. " + whole;
  return fmt::format(
      "This is how it stood then; it has changed since. <a href=\"{}\">As it stands now</a>",
      link_to(story, fact.id));
}

// All entries of the fact, the newest first.
std::string course_of(const Context& context, const watch::Entry& entry) {
  store::LogQuery query;
  query.fact = entry.fact;
  const auto rows = context.store.log(query);
  if (!rows || rows->size() < 2) return "";
  std::string out = "<h2>All that was new of it</h2>\n<ol class=\"rows\" reversed>\n";
  for (const auto& row : *rows) {
    const EntryText text = entry_text(row.entry, "");
    const std::string title = fmt::format("<bdi>{}</bdi>", escape(text.title));
    out += fmt::format("<li><span class=\"meta\">{}</span> {}</li>\n", date_text(row.entry.at),
                       row.entry.id == entry.id
                           ? "<b aria-current=\"page\">" + title + "</b>"
                           : fmt::format("<a href=\"{}\">{}</a>", escape(text.url), title));
  }
  return out + "</ol>\n";
}

Response led_to(const std::string& where) {
  Response response = error_page(303, "It stands in its story");
  response.error.clear();
  response.location = where;
  return response;
}

}  // namespace

Response entry_page(const Context& context, std::string_view id) {
  store::LogQuery query;
  query.id = "urn:uuid:" + std::string(id);
  query.limit = 1;
  const auto rows = context.store.log(query);
  if (!rows) return error_page(rows.error());
  if (rows->empty()) return error_page(404, "There is no such page");
  const watch::Entry& entry = rows->front().entry;
  const EntryText text = entry_text(entry, "");
  if (entry.kind == watch::Kind::kRevision) return led_to(text.url);
  const auto story = context.store.story(entry.story);
  if (!story) return error_page(story.error());
  const std::string& now = story->story.id;  // another one where stories were merged
  const FactJson told = fact_in(entry.json, true);
  if (!told.text.empty() && fact_now(context, now, told.id) == told.text) {
    return led_to(link_to(now, told.id));
  }
  return page(
      text.title + " — Synoptic",
      fmt::format("<h1 dir=\"auto\">{}</h1>\n<p class=\"meta\">{}</p>\n<div class=\"notes\" "
                  "role=\"note\"><p>{}</p></div>\n{}{}",
                  escape(text.title), date_text(entry.at), note_of(context, entry, now), text.html,
                  course_of(context, entry)));
}

}  // namespace synoptic::serve
