#include "serve/feed_entry.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "serve/page.h"

namespace synoptic::serve {
namespace {

using Element = simdjson::dom::element;

std::string_view text_of(Element object, const char* key) {
  std::string_view text;
  return object[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

struct Teller {
  std::string_view name, lang, dir;
};

Teller teller_of(Element root, std::string_view article) {
  simdjson::dom::array list;
  if (root["tellers"].get(list) != simdjson::SUCCESS) return {};
  for (const Element teller : list) {
    if (!article.empty() && text_of(teller, "article") != article) continue;
    const std::string_view publisher = text_of(teller, "publisher");
    return {publisher.empty() ? text_of(teller, "title") : publisher, text_of(teller, "lang"),
            text_of(teller, "dir")};
  }
  return {};
}

std::string link_to_bytes(Element side, const char* span, std::string_view article,
                          std::string_view origin, std::string_view words) {
  uint64_t from = 0, to = 0;
  if (side[span].at(0).get(from) != simdjson::SUCCESS ||
      side[span].at(1).get(to) != simdjson::SUCCESS) {
    from = to = 0;
  }
  return fmt::format("<a href=\"{}/article/{}?from={}&amp;to={}\">{}</a>", escape(origin),
                     url_part(article), from, to, words);
}

std::string values_html(Element root, std::string_view origin) {
  simdjson::dom::array values;
  if (root["fact"]["values"].get(values) != simdjson::SUCCESS) return "";
  std::string out = "<ul>\n";
  for (const Element value : values) {
    const std::string_view article = text_of(value, "article");
    const Teller teller = teller_of(root, article);
    out += fmt::format("<li>{}: {}<br>{} ({})</li>\n",
                       foreign("cite", teller.name, teller.lang, teller.dir),
                       foreign("strong", text_of(value, "text"), teller.lang, teller.dir),
                       foreign("q", text_of(value, "evidence"), teller.lang, teller.dir),
                       link_to_bytes(value, "span", article, origin, "in its text"));
  }
  return out + "</ul>\n";
}

std::string revision_html(Element root, std::string_view origin) {
  simdjson::dom::array changes;
  if (root["revision"]["changes"].get(changes) != simdjson::SUCCESS) return "";
  const Teller teller = teller_of(root, "");
  std::string out = "<ul>\n";
  for (const Element change : changes) {
    std::string kind(text_of(change, "kind"));
    for (char& c : kind) {
      if (c == '_') c = ' ';
    }
    out += "<li>" + escape(kind);
    if (const auto about = text_of(change, "about"); !about.empty()) {
      out += fmt::format(" (<bdi>{}</bdi>)", escape(about));
    }
    out += ":";
    for (const auto& [key, tag] : {std::pair{"before", "del"}, std::pair{"after", "ins"}}) {
      Element side;
      if (change[key].get(side) != simdjson::SUCCESS || side.is_null()) continue;
      out += fmt::format(" {} ({})", foreign(tag, text_of(side, "text"), teller.lang, teller.dir),
                         link_to_bytes(side, "span", text_of(side, "article"), origin, key));
    }
    out += "</li>\n";
  }
  return out + "</ul>\n";
}

}  // namespace

EntryText entry_text(const watch::Entry& entry, std::string_view origin) {
  EntryText out;
  simdjson::dom::parser parser;
  Element root;
  if (parser.parse(entry.json).get(root) != simdjson::SUCCESS) return out;
  out.title = std::string(text_of(root, "summary"));
  const bool revision = entry.kind == watch::Kind::kRevision;
  out.url = std::string(origin);
  out.url += revision ? "/article/" + url_part(entry.article) + "/history"
                      : "/story/" + url_part(entry.story);
  Element story;
  if (root["story"].get(story) == simdjson::SUCCESS) {
    out.html = fmt::format("<p><a href=\"{}/story/{}\"><bdi>{}</bdi></a></p>\n", escape(origin),
                           url_part(entry.story), escape(text_of(story, "title")));
  }
  out.html += revision ? revision_html(root, origin) : values_html(root, origin);
  return out;
}

}  // namespace synoptic::serve
