#include "serve/feeds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "serve/feed_entry.h"
#include "text/utf8.h"

namespace synoptic::serve {
namespace {

constexpr size_t kEntries = 50, kMostEntries = 200;
constexpr const char* kNever = "1970-01-01T00:00:00Z";

struct FeedKind {
  std::string_view name, title;
  std::vector<watch::Kind> kinds;  // empty: all
};

const std::vector<FeedKind>& feed_kinds() {
  using watch::Kind;
  static const std::vector<FeedKind> kinds{
      {"all", "All that is new", {}},
      {"differences",
       "Differences between accounts",
       {Kind::kNewDifference, Kind::kDifferenceGone, Kind::kVerdictChanged}},
      {"singles", "What one account alone says", {Kind::kNewSingle, Kind::kSingleConfirmed}},
      {"updates", "Updated values", {Kind::kUpdated}},
      {"revisions", "Articles that changed their text", {Kind::kRevision}}};
  return kinds;
}

struct Feed {
  std::string id, title, path;  // path: without the form, "/feed/all"
  std::string page;             // for people
  std::string origin;           // before all links; may be empty
  std::string next;             // query of the older entries; empty: none
  std::string looked;           // when articles were last added; may be empty
  std::vector<store::LogRow> rows;

  // The newest time, which is not that of the first entry where a clock was set back. RFC 4287
  // wants a date of an empty feed, too.
  std::string updated() const {
    std::string out;
    for (const auto& row : rows) out = std::max(out, row.entry.at);
    if (out.empty()) out = looked;
    return out.empty() ? kNever : out;
  }
};

// Escaped, and without the controls that XML 1.0 does not allow (2.2).
std::string xml(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    const bool allowed = c.value == '\t' || c.value == '\n' || c.value == '\r' ||
                         (c.value >= 0x20 && c.value != 0xFFFE && c.value != 0xFFFF);
    if (allowed) text::append_utf8(out, c.value);
    at += c.length;
  }
  return escape(out);
}

std::string atom_entry(const Feed& feed, const store::LogRow& row) {
  const EntryText text = entry_text(row.entry, feed.origin);
  return fmt::format(
      "<entry>\n<id>{}</id>\n<title type=\"text\">{}</title>\n<published>{}</published>\n"
      "<updated>{}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n"
      "<category term=\"{}\"/>\n<content type=\"html\">{}</content>\n</entry>\n",
      xml(row.entry.id), xml(text.title), row.entry.at, row.entry.at, xml(text.url),
      watch::kind_name(row.entry.kind), xml(text.html));
}

std::string atom(const Feed& feed) {
  const std::string self = feed.origin + feed.path + ".atom";
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n<id>{}</id>\n"
      "<title type=\"text\">{}</title>\n<updated>{}</updated>\n"
      "<author><name>Synoptic</name></author>\n<generator version=\"{}\">Synoptic</generator>\n"
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n"
      "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
      feed.id, xml(feed.title), feed.updated(), SYNOPTIC_VERSION, xml(self),
      xml(feed.origin + feed.page));
  if (!feed.next.empty()) {  // RFC 5005
    out += fmt::format("<link rel=\"next\" type=\"application/atom+xml\" href=\"{}\"/>\n",
                       xml(self + feed.next));
  }
  for (const auto& row : feed.rows) out += atom_entry(feed, row);
  return out + "</feed>\n";
}

std::string json_feed(const Feed& feed) {
  const std::string self = feed.origin + feed.path + ".json";
  JsonWriter json;
  json.begin_object().field("version", "https://jsonfeed.org/version/1.1");
  json.field("title", feed.title).field("home_page_url", feed.origin + feed.page);
  json.field("feed_url", self).field("language", "en");
  if (!feed.next.empty()) json.field("next_url", self + feed.next);
  json.key("authors").begin_array().begin_object().field("name", "Synoptic").end_object();
  json.end_array().key("items").begin_array();
  for (const auto& row : feed.rows) {
    const EntryText text = entry_text(row.entry, feed.origin);
    json.begin_object().field("id", row.entry.id).field("url", text.url);
    json.field("title", text.title).field("content_html", text.html);
    json.field("date_published", row.entry.at).key("tags").begin_array();
    json.value(watch::kind_name(row.entry.kind)).end_array();
    json.key("_synoptic").raw(row.entry.json).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

Result<Feed> make_feed(const Context& context, std::string_view name) {
  Feed feed;
  feed.origin = context.request.origin;
  feed.path = "/feed/" + url_part(name);
  feed.page = "/";
  store::LogQuery query;
  if (name.starts_with("story/")) {
    const auto story = context.store.story(name.substr(6));
    if (!story) return tl::unexpected(story.error());
    query.story = story->story.id;
    feed.title = "New in: " + story->story.title;
    feed.page = "/story/" + url_part(query.story);
  } else {
    const auto& kinds = feed_kinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const FeedKind& known) { return known.name == name; });
    if (kind == kinds.end())
      return failure(ErrorCode::kNotFound, std::string(name), "no such feed");
    query.kinds = kind->kinds;
    feed.title = std::string(kind->title) + " — Synoptic";
  }
  const size_t limit = std::min(context.request.number("limit", kEntries), kMostEntries);
  const size_t before = context.request.number("before", 0);
  if (before > 0) query.before = static_cast<int64_t>(before);
  query.limit = limit + 1;
  auto rows = context.store.log(query);
  if (!rows) return tl::unexpected(rows.error());
  feed.rows = std::move(*rows);
  if (feed.rows.size() > limit) {
    feed.rows.pop_back();
    feed.next = fmt::format("?before={}&limit={}", feed.rows.back().number, limit);
  }
  auto looked = context.store.last_run_time();
  if (!looked) return tl::unexpected(looked.error());
  feed.looked = std::move(*looked);
  // The store's first entry tells its feeds from those of other stores, for ever.
  const auto first = context.store.first_entry();
  if (!first) return tl::unexpected(first.error());
  feed.id = watch::urn_of(fmt::format("feed\n{}\n{}", feed.path, *first));
  return feed;
}

}  // namespace

namespace {

// A feed reader shows no page.
Response no_feed(const char* why) {
  Response response;
  response.status = 404;
  response.type = "text/plain; charset=utf-8";
  response.body = std::string(why) + "; all are listed at /about\n";
  response.error = why;
  return response;
}

}  // namespace

std::string feed_links() {
  std::string out = "<ul>\n";
  for (const auto& kind : feed_kinds()) {
    out += fmt::format(
        "<li>{0}: <a href=\"/feed/{1}.atom\">Atom</a>, <a href=\"/feed/{1}.json\">JSON</a></li>\n",
        kind.title, kind.name);
  }
  return out + "</ul>\n";
}

Response feed(const Context& context, std::string_view name) {
  const bool is_atom = name.ends_with(".atom");
  const bool has_form = is_atom || name.ends_with(".json");
  if (!has_form) return no_feed("There is no such feed");
  const auto made = make_feed(context, name.substr(0, name.size() - 5));
  if (!made) {
    const bool missing = made.error().code == ErrorCode::kNotFound;
    return missing ? no_feed("There is no such feed") : error_page(made.error());
  }
  Response response;
  response.type =
      is_atom ? "application/atom+xml; charset=utf-8" : "application/feed+json; charset=utf-8";
  response.body = is_atom ? atom(*made) : json_feed(*made);
  return response;
}

}  // namespace synoptic::serve
