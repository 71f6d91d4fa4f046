#include "serve/feed_entry.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <set>

#include "model/stamp.h"
#include "serve/change_words.h"
#include "serve/page.h"
#include "sheet/sheet.h"
#include "text/characters.h"

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
    out += "<li>" + escape(change_words(text_of(change, "kind")));
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

constexpr size_t kMostSides = 4;     // in a title
constexpr size_t kMostChanges = 2;   // in a title
constexpr size_t kMostLetters = 70;  // of a value or a name there

// Cut, on one line, and kept from disturbing the direction of the line (UAX #9, FSI and PDI).
std::string in_line(std::string_view text) {
  std::string out;
  size_t letters = 0;
  for (const char c : text) {
    const bool begins = !text::is_trail(c);
    if (begins && ++letters > kMostLetters) {
      out += "…";
      break;
    }
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  const bool plain = std::all_of(out.begin(), out.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return plain ? out : "\u2068" + out + "\u2069";
}

model::Fact fact_of(Element root) {
  model::Fact fact;
  Element json;
  if (root["fact"].get(json) != simdjson::SUCCESS) return fact;
  fact.id = text_of(json, "id");
  fact.slot = text_of(json, "slot");
  fact.about = text_of(json, "about");
  fact.verdict = text_of(json, "verdict");
  simdjson::dom::array values;
  if (json["values"].get(values) != simdjson::SUCCESS) return fact;
  for (const Element item : values) {
    model::FactValue& value = fact.values.emplace_back();
    value.article = text_of(item, "article");
    value.text = text_of(item, "text");
    value.norm = text_of(item, "norm");
    value.name = text_of(item, "name");
    value.modifier = text_of(item, "modifier");
    value.evidence = text_of(item, "evidence");
    value.time = model::stamp_of(std::string(text_of(item, "time")),
                                 std::string(text_of(item, "time_zone_inferred")));
    const auto number = [&](const char* key) {
      uint64_t found = 0;
      return item[key].get(found) == simdjson::SUCCESS ? static_cast<uint32_t>(found) : 0;
    };
    value.account = number("account");
    value.side = number("side");
  }
  return fact;
}

// "how many killed: 14 (Marmara Postası and 3 more) / 17 (Al Marfaa)"
std::string fact_words(Element root, const model::Fact& fact) {
  const auto language = [&](std::string_view article) {
    return std::string(teller_of(root, article).lang);
  };
  std::string out = in_line(sheet::label(sheet::asked(fact, language)));
  const auto sides = sheet::sides(fact);
  for (size_t i = 0; i < sides.size() && i < kMostSides; ++i) {
    std::set<uint32_t> accounts;
    for (const auto* value : sides[i]) accounts.insert(value->account);
    const Teller teller = teller_of(root, sides[i].front()->article);
    const char* between = fact.verdict == "update" ? " → " : " / ";
    out += (i == 0 ? ": " : between) + in_line(sheet::shown(sides[i], language));
    if (teller.name.empty()) continue;
    out += " (" + in_line(teller.name);
    if (accounts.size() > 1) out += fmt::format(" and {} more", accounts.size() - 1);
    out += ")";
  }
  return sides.size() > kMostSides ? out + " …" : out;
}

std::string_view kind_words(watch::Kind kind) {
  switch (kind) {
    case watch::Kind::kNewDifference:
      return "they differ";
    case watch::Kind::kDifferenceGone:
      return "no longer a difference";
    case watch::Kind::kNewSingle:
      return "only one says";
    case watch::Kind::kSingleConfirmed:
      return "a second account says it too";
    case watch::Kind::kUpdated:
      return "updated";
    case watch::Kind::kVerdictChanged:
      return "seen otherwise now";
    case watch::Kind::kRevision:
      return "changed its text";
  }
  return "";
}

std::string revision_words(Element root) {
  simdjson::dom::array changes;
  if (root["revision"]["changes"].get(changes) != simdjson::SUCCESS) return "";
  std::vector<std::string> told;
  for (const Element change : changes) {
    Element before, after;
    std::string line = change_words(text_of(change, "kind"));
    if (const auto about = text_of(change, "about"); !about.empty()) {
      line += " (" + in_line(about) + ")";
    }
    const bool was = change["before"].get(before) == simdjson::SUCCESS && before.is_object();
    const bool is = change["after"].get(after) == simdjson::SUCCESS && after.is_object();
    if (was || is) line += ": ";
    if (was) line += in_line(text_of(before, "text"));
    if (was && is) line += " → ";
    if (is) line += in_line(text_of(after, "text"));
    if (std::find(told.begin(), told.end(), line) == told.end()) told.push_back(std::move(line));
  }
  std::string out;
  for (size_t i = 0; i < told.size() && i < kMostChanges; ++i)
    out += (i == 0 ? "" : "; ") + told[i];
  if (told.size() > kMostChanges) out += fmt::format("; {} more", told.size() - kMostChanges);
  return out;
}

// The title of one of its articles that the reader can read, else the story's own.
std::string story_words(Element root) {
  simdjson::dom::array list;
  if (root["tellers"].get(list) == simdjson::SUCCESS) {
    for (const Element teller : list) {
      const auto title = text_of(teller, "title");
      if (!title.empty() && sheet::is_read(text_of(teller, "lang"))) return in_line(title);
    }
  }
  Element story;
  if (root["story"].get(story) != simdjson::SUCCESS) return "";
  return in_line(text_of(story, "title"));
}

}  // namespace

std::string entry_path(std::string_view id) {
  constexpr std::string_view kUrn = "urn:uuid:";
  return "/entry/" + url_part(id.starts_with(kUrn) ? id.substr(kUrn.size()) : id);
}

EntryText entry_text(const watch::Entry& entry, std::string_view origin) {
  EntryText out;
  simdjson::dom::parser parser;
  Element root;
  if (parser.parse(entry.json).get(root) != simdjson::SUCCESS) return out;
  const bool revision = entry.kind == watch::Kind::kRevision;
  const model::Fact fact = fact_of(root);
  out.title = story_words(root) + " – " +
              (revision ? in_line(teller_of(root, "").name) + " " : std::string()) +
              std::string(kind_words(entry.kind)) + ": " +
              (revision ? revision_words(root) : fact_words(root, fact));
  out.url = std::string(origin);
  out.url += revision ? "/article/" + url_part(entry.article) + "/history" : entry_path(entry.id);
  Element story;
  if (root["story"].get(story) == simdjson::SUCCESS) {
    out.html = fmt::format("<p><a href=\"{}/story/{}\"><bdi>{}</bdi></a></p>\n", escape(origin),
                           url_part(entry.story), escape(text_of(story, "title")));
  }
  out.html += revision ? revision_html(root, origin) : values_html(root, origin);
  return out;
}

}  // namespace synoptic::serve
