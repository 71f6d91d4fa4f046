#include "clean/html/html_json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_map>

#include "base/position.h"
#include "base/strings.h"
#include "clean/html/json_mend.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kMaxDepth = 24;
constexpr size_t kMaxValues = 200;

bool is_article_type(std::string_view type) {
  // NewsArticle and its kinds, BlogPosting and its, Report, SocialMediaPosting …
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" ||
         type == "SocialMediaPosting" || type == "DiscussionForumPosting";
}

bool is_listing_type(std::string_view type) {
  return type == "CollectionPage" || type == "SearchResultsPage" || type == "ItemList" ||
         type == "ProfilePage";
}

std::string plain_text(std::string_view words) {  // "&amp;" and tags occur in values
  if (words.find('<') == words.npos && words.find('&') == words.npos)
    return text::collapse_space(words);
  const auto document = html::Document::parse_view(words);
  std::string out;
  if (!document) return out;
  for (const auto& node : document->nodes()) {
    if (node.kind == html::NodeKind::kText)
      out += node.text();
    else if (!out.empty() && node.name() != "a" && node.name() != "b" && node.name() != "i")
      out += ' ';
  }
  return text::collapse_space(out);
}

class Reader {
 public:
  Reader(std::string_view script, Span span, std::string_view canonical, JsonLd& out)
      : script_(script), span_(span), canonical_(canonical), out_(out) {}

  void read(element root) {
    root_ = root;
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
      if (!id.empty() && (!string_at(thing, "name").empty() || !string_at(thing, "url").empty())) {
        const auto [known, fresh] = ids_.try_emplace(id, thing);
        if (!fresh && string_at(known->second, "name").empty()) known->second = thing;
      }
      for (const auto& field : thing) collect_ids(field.value, depth + 1);
    }
  }

  // The object itself, or the one elsewhere that it refers to where it lacks what is asked for.
  // Most pages refer to nothing.
  object meant_by(const object& thing, std::string_view asked) {
    const std::string_view id = string_at(thing, "@id");
    if (id.empty() || !string_at(thing, asked).empty()) return thing;
    if (!has_ids_) collect_ids(root_, 0);
    has_ids_ = true;
    const auto found = ids_.find(id);
    return found == ids_.end() ? thing : found->second;
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
    const std::string quoted = "\"" + std::string(key) + "\"";
    size_t from = position_of(script_, quoted, 0);
    for (int tries = 0; tries < 3 && from != std::string_view::npos; ++tries) {
      const size_t at =
          position_of(script_.substr(0, from + key.size() + 4000), head, from + key.size() + 2);
      if (!head.empty() && at != std::string_view::npos) {
        const size_t length = script_.substr(at).starts_with(value) ? value.size() : head.size();
        return {span_.begin + static_cast<uint32_t>(at),
                span_.begin + static_cast<uint32_t>(at + length)};
      }
      from = position_of(script_, quoted, from + 1);
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

  // Some write a number, of seconds or of thousandths since 1970, or {"@value": …}.
  void take_day(const object& from, std::string_view key, std::vector<StatedValue>& to) {
    take_strings(from, key, to);
    if (!to.empty()) return;
    object inner;
    element value;
    if (from.at_key(key).get(value) != simdjson::SUCCESS) return;
    if (value.get(inner) == simdjson::SUCCESS) return take_strings(inner, "@value", to);
    const std::string number = word_at(from, key);
    if (is_ascii_digits(number)) to.push_back({number, place_of(key, number)});
  }

  // The names of a person or of each of several: text, an object, or a reference to one.
  void take_people(std::string_view key, element value, std::vector<StatedPerson>& to) {
    object thing;
    if (value.get(thing) != simdjson::SUCCESS) return add_person(key, string_of(value), {}, to);
    element list;
    if (thing.at_key("@list").get(list) == simdjson::SUCCESS) {
      return each(list, [&](element item) { take_people(key, item, to); });
    }
    thing = meant_by(thing, "name");
    StatedPerson person;
    person.url = string_at(thing, "url");
    if (person.url.empty())
      each_at(thing, "sameAs", [&](element address) {
        if (person.url.empty()) person.url = string_of(address);
      });
    person.organisation = has_type(thing, [](std::string_view type) {
      return type.ends_with("Organization") || type == "Corporation" || type == "WebSite";
    });
    const size_t before = to.size();
    each_at(thing, "name", [&](element name) {
      object inner;
      const std::string_view words =
          name.get(inner) == simdjson::SUCCESS ? string_at(inner, "@value") : string_of(name);
      add_person("name", words, person, to);
    });
    if (to.size() > before) return;
    const std::string_view given = string_at(thing, "givenName");
    const std::string_view family = string_at(thing, "familyName");
    if (given.empty() || family.empty()) return;
    add_person("givenName", std::string(given) + " " + std::string(family), person, to);
  }

  void add_person(std::string_view key, std::string_view name, StatedPerson person,
                  std::vector<StatedPerson>& to) {
    if (name.empty() || name.size() > 2000 || to.size() >= kMaxValues) return;
    person.name = {plain_text(name), place_of(key, name)};
    if (!person.name.text.empty()) to.push_back(std::move(person));
  }

  void take_article(const object& article) {
    out_.is_article = true;
    take_work(article);
  }

  // What any creative work has; the first that states a thing is believed.
  void take_work(const object& work) {
    take_strings(work, "headline", out_.headlines);
    if (out_.is_article && out_.headlines.empty()) take_strings(work, "name", out_.headlines);
    if (out_.published.empty()) take_day(work, "datePublished", out_.published);
    if (out_.published.empty()) take_strings(work, "dateCreated", out_.published);
    if (out_.published.empty()) take_strings(work, "uploadDate", out_.published);
    if (out_.modified.empty()) take_day(work, "dateModified", out_.modified);
    take_strings(work, "articleSection", out_.sections);
    take_strings(work, "keywords", out_.keywords);
    take_strings(work, "inLanguage", out_.languages);
    take_strings(work, "url", out_.urls);
    for (const std::string_view key : {"author", "creator"}) {
      if (!out_.authors.empty()) break;
      each_at(work, key, [&](element value) { take_people(key, value, out_.authors); });
    }
    std::vector<StatedPerson> publishers;
    each_at(work, "publisher", [&](element value) { take_people("publisher", value, publishers); });
    if (out_.publisher.name.text.empty() && !publishers.empty()) {
      out_.publisher = std::move(publishers.front());
    }
    each_at(work, "image", [&](element value) { take_image(value); });
    if (out_.free.empty()) out_.free = ascii_lower(word_at(work, "isAccessibleForFree"));
    if (out_.comments.empty()) out_.comments = word_at(work, "commentCount");
    if (out_.body.empty()) out_.body = plain_text(string_at(work, "articleBody"));
  }

  // A text, a number or a truth value as a word.
  static std::string word_at(const object& from, std::string_view key) {
    element value;
    if (from.at_key(key).get(value) != simdjson::SUCCESS) return {};
    bool truth = false;
    int64_t number = 0;
    if (value.get(truth) == simdjson::SUCCESS) return truth ? "true" : "false";
    if (value.get(number) == simdjson::SUCCESS) return std::to_string(number);
    const std::string_view text = string_of(value);
    return text.size() > 40 ? std::string() : std::string(text);
  }

  void take_image(element value) {
    if (!out_.image.text.empty()) return;
    std::string_view address = string_of(value);
    object thing;
    if (value.get(thing) == simdjson::SUCCESS) {
      thing = meant_by(thing, "url");
      address = string_at(thing, "url");
      if (address.empty()) address = string_at(thing, "contentUrl");
      out_.image_credit = plain_text(string_at(thing, "creditText"));
    }
    if (!address.empty() && address.size() < 2000) {
      out_.image = {std::string(address), place_of("image", address)};
    }
  }

  void take_page(const object& page) {
    if (has_type(page, is_listing_type) && articles_.empty()) out_.is_listing = true;
    const bool is_page =
        has_type(page, [](std::string_view type) { return type.ends_with("WebPage"); });
    if (is_page) {
      if (out_.published.empty()) take_strings(page, "datePublished", out_.published);
      if (out_.modified.empty()) take_strings(page, "dateModified", out_.modified);
    } else if (articles_.empty() && !string_at(page, "datePublished").empty()) {
      take_work(page);
    }
  }

  std::string_view script_;
  Span span_;
  std::string_view canonical_;
  JsonLd& out_;
  element root_;
  std::unordered_map<std::string_view, object> ids_;
  bool has_ids_ = false;  // once they were asked for
  std::vector<object> articles_, pages_;
};

// Trails of links and the site's own card say nothing of an article.
bool tells_of_a_work(std::string_view json) {
  for (const std::string_view word :
       {"datePublished", "headline", "Article", "Page\"", "ItemList\"", "Posting"}) {
    if (position_of(json, word, 0) != std::string_view::npos) return true;
  }
  return false;
}

// Other pages' articles, and what describes only a film, a sound or a picture of the page, last.
std::vector<uint32_t> own_first(const std::vector<html::Node>& nodes, std::vector<uint32_t> scripts,
                                std::string_view canonical) {
  if (scripts.size() < 2) return scripts;
  constexpr size_t kLeastSlug = 4;
  while (canonical.ends_with('/')) canonical.remove_suffix(1);
  const std::string_view slug = canonical.substr(canonical.rfind('/') + 1);
  enum class Kind : uint8_t { kOwnArticle, kArticle, kPart, kOther };
  const auto kind_of = [&](std::string_view json) {
    if (holds_words(json, "Article\"") || holds_words(json, "Posting\"")) {
      return slug.size() >= kLeastSlug && holds_words(json, slug) ? Kind::kOwnArticle
                                                                  : Kind::kArticle;
    }
    return holds_words(json, "Object\"") && !holds_words(json, "graph\"") ? Kind::kPart
                                                                          : Kind::kOther;
  };
  bool names_own = false;
  std::vector<std::pair<uint32_t, Kind>> told;
  for (const uint32_t i : scripts) {
    told.emplace_back(i, kind_of(nodes[i].subtree_end == i + 2 ? nodes[i + 1].text() : ""));
    names_own |= told.back().second == Kind::kOwnArticle;
  }
  std::stable_partition(told.begin(), told.end(), [&](const auto& script) {
    return script.second == Kind::kArticle ? !names_own : script.second != Kind::kPart;
  });
  std::transform(told.begin(), told.end(), scripts.begin(),
                 [](const auto& script) { return script.first; });
  return scripts;
}

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

JsonLd read_json_ld(const html::Document& document, const std::vector<uint32_t>& scripts,
                    std::string_view canonical) {
  constexpr size_t kMostBytes = 2 << 20;
  JsonLd out;
  const auto& nodes = document.nodes();
  simdjson::dom::parser parser;
  for (const uint32_t i : own_first(nodes, scripts, canonical)) {
    if (nodes[i].subtree_end != i + 2) continue;
    const html::Node& text = nodes[i + 1];
    const std::string_view json = unwrap_json(text.text());
    if (json.empty() || json.size() > kMostBytes || !tells_of_a_work(json)) continue;
    element root;
    // The parser reads a little beyond the end: into the rest of the page, where there is one.
    const bool page_goes_on =
        text.verbatim && text.span.end + simdjson::SIMDJSON_PADDING <= nodes[0].span.end;
    if (parser.parse(json.data(), json.size(), !page_goes_on).get(root) != simdjson::SUCCESS &&
        parser.parse(mend_json(json)).get(root) != simdjson::SUCCESS) {
      scavenge(text.text(), text.span, out);
      continue;
    }
    Reader(text.text(), text.span, canonical, out).read(root);
  }
  return out;
}

}  // namespace synoptic::clean
