#include "clean/html_json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kMaxDepth = 24;
constexpr size_t kMaxValues = 200;

bool is_article_type(std::string_view type) {
  static const std::unordered_set<std::string_view> types = {"Article",
                                                             "NewsArticle",
                                                             "ReportageNewsArticle",
                                                             "AnalysisNewsArticle",
                                                             "OpinionNewsArticle",
                                                             "BackgroundNewsArticle",
                                                             "AskPublicNewsArticle",
                                                             "ReviewNewsArticle",
                                                             "BlogPosting",
                                                             "LiveBlogPosting",
                                                             "SocialMediaPosting",
                                                             "Report",
                                                             "AdvertiserContentArticle",
                                                             "SatiricalArticle",
                                                             "ScholarlyArticle",
                                                             "TechArticle"};
  return types.contains(type);
}

bool is_listing_type(std::string_view type) {
  return type == "CollectionPage" || type == "SearchResultsPage" || type == "ItemList" ||
         type == "ProfilePage";
}

// What pages leave around and inside the JSON: comment marks, a last semicolon, raw line breaks.
std::string mended(std::string_view json) {
  json = trim(json);
  for (const std::string_view mark : {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["}) {
    if (json.starts_with(mark)) json = trim(json.substr(mark.size()));
  }
  for (const std::string_view mark : {"-->", "//]]>", "/*]]>*/", "]]>", ";"}) {
    if (json.ends_with(mark)) json = trim(json.substr(0, json.size() - mark.size()));
  }
  std::string out(json);
  bool quoted = false;
  for (size_t i = 0; i < out.size(); ++i) {
    if (static_cast<unsigned char>(out[i]) < 0x20) out[i] = ' ';
    if (out[i] == '\\' && quoted) {
      ++i;
      if (i < out.size() && static_cast<unsigned char>(out[i]) < 0x20) out[i] = 'n';
    } else if (out[i] == '"') {
      quoted = !quoted;
    }
  }
  return text::replace_invalid_utf8(out);
}

// Commas before a closing bracket gone, invalid escapes read as the character itself.
std::string mended_more(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  bool quoted = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted && c == '\\' && i + 1 < json.size()) {
      const char next = json[i + 1];
      if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos) {
        out += c;
        out += next;
      } else if (next != '\'') {
        out += next;
      } else {
        out += '\'';
      }
      ++i;
      continue;
    }
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '}' || c == ']')) {
      size_t end = out.size();
      while (end > 0 && out[end - 1] == ' ') --end;
      if (end > 0 && out[end - 1] == ',') out.erase(end - 1, 1);
    }
    out += c;
  }
  return out;
}

std::string plain_text(std::string_view words) {  // "&amp;" and tags occur in values
  if (words.find_first_of("<&") == std::string_view::npos) return text::collapse_space(words);
  const auto document = html::Document::parse_view(words);
  std::string out;
  if (!document) return out;
  for (const auto& node : document->nodes()) {
    if (node.kind == html::NodeKind::kText)
      out += node.text;
    else if (!out.empty() && node.name != "a" && node.name != "b" && node.name != "i")
      out += ' ';
  }
  return text::collapse_space(out);
}

class Reader {
 public:
  Reader(std::string_view script, Span span, std::string_view canonical, JsonLd& out)
      : script_(script), span_(span), canonical_(canonical), out_(out) {}

  void read(element root) {
    collect_ids(root, 0);
    visit(root, 0);
    if (const object* article = best_article()) take_article(*article);
    for (const object& page : pages_) take_page(page);
  }

 private:
  static std::string_view string_of(element value) {
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
  }
  static std::string_view string_at(const object& from, std::string_view key) {
    element value;
    return from.at_key(key).get(value) == simdjson::SUCCESS ? string_of(value) : std::string_view();
  }

  template <typename Use>
  static void each(element value, Use use, int depth = 0) {
    simdjson::dom::array list;
    if (depth < kMaxDepth && value.get(list) == simdjson::SUCCESS) {
      for (const element item : list) each(item, use, depth + 1);
    } else {
      use(value);
    }
  }
  template <typename Use>
  static void each_at(const object& from, std::string_view key, Use use) {
    element value;
    if (from.at_key(key).get(value) == simdjson::SUCCESS) each(value, use);
  }

  static bool has_type(const object& thing, bool (*wanted)(std::string_view)) {
    bool found = false;
    each_at(thing, "@type", [&](element type) {
      std::string_view name = string_of(type);
      for (const std::string_view prefix :
           {"http://schema.org/", "https://schema.org/", "schema:"}) {
        if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
      }
      found = found || wanted(name);
    });
    return found;
  }

  // "@id" to the fullest object with it, for authors and publishers given by reference.
  void collect_ids(element value, int depth) {
    if (depth > kMaxDepth) return;
    object thing;
    simdjson::dom::array list;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const element item : list) collect_ids(item, depth + 1);
    } else if (value.get(thing) == simdjson::SUCCESS) {
      const std::string_view id = string_at(thing, "@id");
      if (!id.empty() && !string_at(thing, "name").empty()) ids_.try_emplace(id, thing);
      for (const auto& field : thing) collect_ids(field.value, depth + 1);
    }
  }

  // Top level, lists, graphs and main entities; not what hangs on other properties.
  void visit(element value, int depth) {
    each(value, [&](element item) {
      object thing;
      if (depth > 6 || item.get(thing) != simdjson::SUCCESS) return;
      if (has_type(thing, is_article_type))
        articles_.push_back(thing);
      else
        pages_.push_back(thing);
      for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        each_at(thing, key, [&](element inner) { visit(inner, depth + 1); });
      }
    });
  }

  bool is_this_page(const object& article) const {
    if (canonical_.empty()) return false;
    bool same = false;
    for (const std::string_view key : {"url", "@id", "mainEntityOfPage"}) {
      each_at(article, key, [&](element value) {
        std::string_view address = string_of(value);
        object page;
        if (address.empty() && value.get(page) == simdjson::SUCCESS) {
          address = string_at(page, "@id");
        }
        same = same || (!address.empty() && url::canonical(address) == canonical_);
      });
    }
    return same;
  }

  const object* best_article() const {
    for (const object& article : articles_) {
      if (is_this_page(article)) return &article;
    }
    return articles_.empty() ? nullptr : &articles_.front();
  }

  // A value's bytes in the script: the literal behind its key where that is found.
  Span place_of(std::string_view key, std::string_view value) const {
    const std::string_view head = value.substr(0, 80);
    size_t from = script_.find("\"" + std::string(key) + "\"");
    for (int tries = 0; tries < 3 && from != std::string_view::npos; ++tries) {
      const size_t at =
          script_.substr(0, from + key.size() + 4000).find(head, from + key.size() + 2);
      if (!head.empty() && at != std::string_view::npos) {
        const size_t length = script_.substr(at).starts_with(value) ? value.size() : head.size();
        return {span_.begin + static_cast<uint32_t>(at),
                span_.begin + static_cast<uint32_t>(at + length)};
      }
      from = script_.find("\"" + std::string(key) + "\"", from + 1);
    }
    return span_;
  }

  void take_strings(const object& from, std::string_view key, std::vector<StatedValue>& to) {
    each_at(from, key, [&](element value) {
      const std::string_view raw = string_of(value);
      if (raw.empty() || to.size() >= kMaxValues) return;
      std::string text = plain_text(raw);
      if (!text.empty()) to.push_back({std::move(text), place_of(key, raw)});
    });
  }

  StatedPerson person_of(std::string_view key, element value) {
    StatedPerson person;
    std::string_view name = string_of(value);
    object thing;
    if (value.get(thing) == simdjson::SUCCESS) {
      if (const auto found = ids_.find(string_at(thing, "@id"));
          string_at(thing, "name").empty() && found != ids_.end()) {
        thing = found->second;
      }
      each_at(thing, "name", [&](element n) {
        if (name.empty()) name = string_of(n);
      });
      person.url = string_at(thing, "url");
      person.organisation = has_type(thing, [](std::string_view type) {
        return type.ends_with("Organization") || type == "Corporation" || type == "WebSite";
      });
    }
    person.name = {plain_text(name), place_of(key, name)};
    return person;
  }

  void take_article(const object& article) {
    out_.is_article = true;
    take_strings(article, "headline", out_.headlines);
    if (out_.headlines.empty()) take_strings(article, "name", out_.headlines);
    take_strings(article, "datePublished", out_.published);
    if (out_.published.empty()) take_strings(article, "dateCreated", out_.published);
    take_strings(article, "dateModified", out_.modified);
    take_strings(article, "articleSection", out_.sections);
    take_strings(article, "keywords", out_.keywords);
    take_strings(article, "inLanguage", out_.languages);
    take_strings(article, "url", out_.urls);
    for (const std::string_view key : {"author", "creator"}) {
      if (!out_.authors.empty()) break;
      each_at(article, key, [&](element value) {
        if (out_.authors.size() >= kMaxValues) return;
        StatedPerson person = person_of(key, value);
        if (!person.name.text.empty()) out_.authors.push_back(std::move(person));
      });
    }
    each_at(article, "publisher", [&](element value) {
      if (out_.publisher.name.text.empty()) out_.publisher = person_of("publisher", value);
    });
    if (out_.body.empty()) out_.body = plain_text(string_at(article, "articleBody"));
  }

  void take_page(const object& page) {
    if (has_type(page, is_listing_type) && articles_.empty()) out_.is_listing = true;
    if (has_type(page, [](std::string_view type) { return type == "WebPage"; })) {
      if (out_.published.empty()) take_strings(page, "datePublished", out_.published);
      if (out_.modified.empty()) take_strings(page, "dateModified", out_.modified);
    }
  }

  std::string_view script_;
  Span span_;
  std::string_view canonical_;
  JsonLd& out_;
  std::unordered_map<std::string_view, object> ids_;
  std::vector<object> articles_, pages_;
};

// Beyond mending: the values behind the keys that matter, by their look alone.
void scavenge(std::string_view script, Span span, JsonLd& out) {
  const auto value_of = [&](std::string_view key) -> StatedValue {
    const std::string quoted = "\"" + std::string(key) + "\"";
    size_t at = script.find(quoted);
    if (at == std::string_view::npos) return {};
    at = script.find_first_not_of(" \t\r\n:", at + quoted.size());
    if (at == std::string_view::npos || script[at] != '"') return {};
    const size_t end = script.find('"', at + 1);
    if (end == std::string_view::npos || end - at > 1000) return {};
    return {plain_text(script.substr(at + 1, end - at - 1)),
            {span.begin + static_cast<uint32_t>(at + 1), span.begin + static_cast<uint32_t>(end)}};
  };
  const auto take = [&](std::string_view key, std::vector<StatedValue>& to) {
    StatedValue value = value_of(key);
    if (to.empty() && !value.text.empty()) to.push_back(std::move(value));
  };
  take("datePublished", out.published);
  take("dateModified", out.modified);
  take("headline", out.headlines);
  take("articleSection", out.sections);
  out.is_article = out.is_article || !out.headlines.empty();
}

}  // namespace

JsonLd read_json_ld(const html::Document& document, std::string_view canonical) {
  JsonLd out;
  const auto& nodes = document.nodes();
  simdjson::dom::parser parser;
  for (uint32_t i = document.find("script"); i != html::kNone; i = document.find("script", i + 1)) {
    const std::string type = ascii_lower(trim(document.attribute_value(nodes[i], "type")));
    if (!type.starts_with("application/ld+json") || nodes[i].subtree_end != i + 2) continue;
    const html::Node& text = nodes[i + 1];
    const std::string json = mended(text.text);
    element root;
    if (parser.parse(json).get(root) != simdjson::SUCCESS &&
        parser.parse(mended_more(json)).get(root) != simdjson::SUCCESS) {
      scavenge(text.text, text.span, out);
      continue;
    }
    Reader(text.text, text.span, canonical, out).read(root);
  }
  return out;
}

}  // namespace synoptic::clean
