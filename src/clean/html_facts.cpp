// What a page states outside its running text: meta elements, JSON-LD, itemprop, rel, <time>.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/strings.h"
#include "clean/dates.h"
#include "clean/html_authors.h"
#include "clean/html_json_ld.h"
#include "clean/html_meta.h"
#include "clean/html_page.h"
#include "clean/html_titles.h"
#include "clean/page.h"
#include "clean/people.h"
#include "clean/site_links.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using html::Attribute;
using html::Node;

// White space made one blank; a lone wide blank (U+3000) inside stays, as it does in the text.
std::string clean_text(std::string_view words) {
  std::string out;
  for (size_t i = 0; i < words.size();) {
    size_t end = i;
    text::CodePoint point = text::decode(words, i);
    if (!text::is_space(point.value)) {
      out += words.substr(i, point.length);
      i += point.length;
      continue;
    }
    while (end < words.size() && text::is_space((point = text::decode(words, end)).value)) {
      end += point.length;
    }
    const std::string_view run = words.substr(i, end - i);
    if (!out.empty() && end < words.size()) out += run == "\u3000" ? run : std::string_view(" ");
    i = end;
  }
  return out;
}

class Collector {
 public:
  Collector(const HtmlPage& page, const model::Capture& capture,
            const knowledge::Knowledge& knowledge)
      : page_(page),
        document_(page.document),
        nodes_(page.document.nodes()),
        capture_(capture),
        knowledge_(knowledge) {}

  PageFacts collect(std::string& evidence) {
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].kind == html::NodeKind::kElement) take_element(i);
    }
    settle_url();
    take_json_ld(read_json_ld(document_, facts_.url.empty() ? capture_.url : facts_.url), evidence);
    settle_publisher();
    facts_.authors = authors_.settle(site_words_);
    add_titles();
    add_url_date();
    return std::move(facts_);
  }

 private:
  std::string_view value(const Node& node, std::string_view name) const {
    return document_.attribute_value(node, name);
  }

  void take_element(uint32_t i) {
    const Node& node = nodes_[i];
    if (node.name == "meta")
      take_meta(node);
    else if (node.name == "link")
      take_link(node);
    else if (node.name == "html")
      take_language(node);
    else if (node.name == "title")
      take_title(i);
    else if (node.name == "h1")
      take_heading(i);
    else if (node.name == "time")
      take_time(i);
    else if (node.name == "a")
      take_author_link(i);
    take_property(i);
  }

  void take_language(const Node& node) {
    std::string_view lang = value(node, "lang");
    if (lang.empty()) lang = value(node, "xml:lang");
    if (facts_.lang.empty()) facts_.lang = trim(lang);
  }

  void take_meta(const Node& node) {
    const Attribute* content = document_.attribute(node, "content");
    if (content == nullptr || trim(content->value).empty()) return;
    for (const std::string_view key : {"property", "name", "itemprop"}) {
      const std::string name = ascii_lower(trim(value(node, key)));
      if (name.empty()) continue;
      if (const MetaUse* use = meta_use(name)) take_meta_value(*use, name, *content);
      return;
    }
    if (ascii_lower(value(node, "http-equiv")) == "content-language" && facts_.lang.empty()) {
      facts_.lang = trim(content->value.substr(0, content->value.find(',')));
    }
  }

  void take_meta_value(const MetaUse& use, const std::string& name, const Attribute& content) {
    const std::string text = clean_text(content.value);
    if (use.fact == "date") {
      add_date(text, content.span, use.role, "metadata", "meta " + name);
    } else if (use.fact == "og" || use.fact == "twitter") {
      titles_.push_back({text, content.span, std::string(use.fact)});
    } else if (use.fact == "publisher") {
      if (site_name_.text.empty()) site_name_ = {text, content.span};
    } else if (use.fact == "application") {
      if (application_.text.empty()) application_ = {text, content.span};
    } else if (use.fact == "url") {
      if (stated_url_.empty()) stated_url_ = text;
    } else if (use.fact == "type") {
      facts_.metadata["og:type"] = {text};
      facts_.says_article |= ascii_lower(text).find("article") != std::string::npos;
    } else if (use.fact == "author") {
      for (const auto name_part : split_trimmed(text, ';'))
        add_author(name_part, content.span, Source::kMeta);
    } else if (use.fact == "section") {
      if (facts_.section.empty()) facts_.section = text;
    } else if (use.fact == "keyword") {
      add_keyword(text);
    } else if (use.fact == "keywords") {
      add_keywords(text);
    } else if (use.fact == "description") {
      if (facts_.metadata["description"].empty()) facts_.metadata["description"] = {text};
    } else if (use.fact == "locale") {
      locale_ = text;
    }
  }

  void add_keyword(std::string_view word) {
    word = text::trim_space(word);
    if (word.empty() || word.size() > 120 || facts_.keywords.size() >= 60) return;
    if (std::find(facts_.keywords.begin(), facts_.keywords.end(), word) == facts_.keywords.end()) {
      facts_.keywords.emplace_back(word);
    }
  }

  void add_keywords(std::string_view list) {  // commas of any script, semicolons
    constexpr size_t kMaxList = 4000;
    std::string plain(list.substr(0, kMaxList));
    for (const std::string_view mark : {"，", "、", "；", "،", "؛", ";", "|"}) {
      for (size_t at = 0; (at = plain.find(mark, at)) != std::string::npos; ++at) {
        plain.replace(at, mark.size(), ",");
      }
    }
    for (const auto word : split_trimmed(plain, ',')) add_keyword(word);
  }

  void take_link(const Node& node) {
    const std::string rel = ascii_lower(trim(value(node, "rel")));
    const Attribute* href = document_.attribute(node, "href");
    if (href == nullptr || href->value.empty()) return;
    if (rel == "canonical") {
      if (canonical_ == nullptr) canonical_ = href;
    } else if (rel == "alternate") {
      const std::string type = ascii_lower(value(node, "type"));
      if (type == "application/rss+xml" || type == "application/atom+xml" ||
          type == "application/feed+json") {
        feeds_.push_back(href);
      }
    } else if (rel == "amphtml") {
      amp_ = href;
    }
  }

  void take_title(uint32_t i) {
    for (uint32_t up = nodes_[i].parent; up != html::kNone; up = nodes_[up].parent) {
      if (nodes_[up].name == "svg") return;
    }
    if (page_title_.text.empty() && nodes_[i].subtree_end == i + 2 &&
        nodes_[i + 1].text.size() < 2000) {
      page_title_ = {clean_text(text_of(i)), text_span(i)};
    }
  }

  // Names and dates are short; an element that was never closed holds the rest of the page.
  std::string text_of(uint32_t i) const {
    constexpr uint32_t kMaxNodes = 200;
    return nodes_[i].subtree_end - i > kMaxNodes ? std::string() : document_.text_content(i);
  }

  // From the first to the last text byte of the element.
  Span text_span(uint32_t i) const {
    Span span{nodes_[i].span.end, nodes_[i].span.end};
    bool first = true;
    for (uint32_t k = i + 1; k < nodes_[i].subtree_end; ++k) {
      if (nodes_[k].kind != html::NodeKind::kText) continue;
      const std::string_view text = nodes_[k].text;
      const std::string_view inner = trim(text);
      if (inner.empty()) continue;
      const auto begin = static_cast<uint32_t>(inner.data() - text.data());
      const Range range{begin, begin + static_cast<uint32_t>(inner.size())};
      const Span part = nodes_[k].verbatim ? Span{nodes_[k].span.begin + range.begin,
                                                  nodes_[k].span.begin + range.end}
                                           : document_.source_map(nodes_[k]).to_source(range);
      if (first) span.begin = part.begin;
      first = false;
      span.end = part.end;
    }
    return span;
  }

  void take_heading(uint32_t i) {
    const std::string text = clean_text(text_of(i));
    if (!text.empty() && text.size() < 1000 && headings_.size() < 20)
      headings_.push_back({text, text_span(i), "h1"});
  }

  // A <time> inside links or lists of other articles is theirs.
  bool stands_aside(uint32_t i) const {
    for (uint32_t up = i; up != html::kNone; up = nodes_[up].parent) {
      const ElementKind kind = page_.kinds[up];
      if (nodes_[up].name == "a" || nodes_[up].name == "li" || nodes_[up].name == "aside" ||
          kind == "related" || kind == "comments" || kind == "sidebar" || kind == "teaser" ||
          kind == "footer" || kind == "navigation") {
        return true;
      }
    }
    return false;
  }

  void take_time(uint32_t i) {
    if (times_seen_ > 40 || stands_aside(i)) return;
    ++times_seen_;
    const Attribute* machine = document_.attribute(nodes_[i], "datetime");
    const std::string property = ascii_lower(value(nodes_[i], "itemprop"));
    const std::string names = ascii_lower(value(nodes_[i], "class"));
    const bool modified = property == "datemodified" || names.find("modif") != std::string::npos ||
                          names.find("update") != std::string::npos;
    const std::string_view role = modified ? "modified" : "published";
    if (machine != nullptr && !machine->value.empty()) {
      add_date(machine->value, machine->span, role, "time_element", "time datetime");
    } else {
      add_date(clean_text(text_of(i)), text_span(i), role, "time_element", "time text");
    }
  }

  void take_author_link(uint32_t i) {
    const std::string rel = ascii_lower(value(nodes_[i], "rel"));
    if (rel.find("author") == std::string::npos || stands_aside(nodes_[i].parent)) return;
    add_author(clean_text(text_of(i)), text_span(i), Source::kElement,
               url::resolve(capture_.url, value(nodes_[i], "href")));
  }

  void take_property(uint32_t i) {
    const Node& node = nodes_[i];
    const std::string_view property = value(node, "itemprop");
    if (property.empty() || node.name == "meta" || node.name == "time") return;
    if (property == "articleBody") facts_.says_article = true;
    if (stands_aside(i)) return;
    if (property == "datePublished" || property == "dateModified" || property == "dateCreated") {
      const Attribute* content = document_.attribute(node, "content");
      if (content == nullptr) content = document_.attribute(node, "datetime");
      const std::string_view role = property == "dateModified" ? "modified" : "published";
      if (content != nullptr) {
        add_date(content->value, content->span, role, "metadata", "itemprop");
      } else {
        add_date(clean_text(text_of(i)), text_span(i), role, "time_element", "itemprop text");
      }
    } else if (property == "author" || property == "creator") {
      take_author_property(i);
    } else if (property == "headline" && node.name != "h1" && node.name != "a") {
      const std::string text = clean_text(text_of(i));
      if (!text.empty() && text.size() < 500 && headings_.size() < 20)
        headings_.push_back({text, text_span(i), "h1"});
    }
  }

  void take_author_property(uint32_t i) {
    for (uint32_t k = i + 1; k < nodes_[i].subtree_end; ++k) {
      if (nodes_[k].kind != html::NodeKind::kElement || value(nodes_[k], "itemprop") != "name") {
        continue;
      }
      if (const Attribute* content = document_.attribute(nodes_[k], "content")) {
        add_author(clean_text(content->value), content->span, Source::kElement);
      } else {
        add_author(clean_text(text_of(k)), text_span(k), Source::kElement);
      }
      return;
    }
    add_author(clean_text(text_of(i)), text_span(i), Source::kElement);
  }

  void add_date(std::string_view text, Span span, std::string_view role, std::string_view where,
                std::string rule) {
    text = trim(text);
    if (text.empty() || text.size() > 120 || facts_.dates.size() >= 60) return;
    auto date = model::parse_iso(text);
    if (!date) date = knowledge::parse_date(text, model::primary_language(facts_.lang));
    if (!date || date->year < 1900 || date->year > 2100) return;
    model::DateEvidence evidence;
    evidence.value = *date;
    evidence.role = role;
    evidence.where = where;
    evidence.span = span;
    evidence.rule = std::move(rule);
    facts_.dates.push_back(std::move(evidence));
  }

  using Source = AuthorNotes::Source;

  void add_author(std::string_view words, Span span, Source source, std::string profile = {}) {
    authors_.add(words, span, source, model::primary_language(facts_.lang), std::move(profile));
  }

  void take_json_ld(JsonLd data, std::string& evidence) {
    facts_.says_article |= data.is_article;
    if (data.is_listing && !data.is_article) facts_.metadata["json_ld.listing"] = {"true"};
    for (auto& headline : data.headlines) {
      titles_.push_back({std::move(headline.text), headline.span, "json_ld"});
    }
    for (const auto& date : data.published) {
      add_date(date.text, date.span, "published", "json_ld", "datePublished");
    }
    for (const auto& date : data.modified) {
      add_date(date.text, date.span, "modified", "json_ld", "dateModified");
    }
    for (const auto& author : data.authors) {
      if (author.organisation) continue;
      add_author(author.name.text, author.name.span, Source::kJsonLd, author.url);
    }
    for (const auto& section : data.sections) {
      if (facts_.section.empty()) facts_.section = section.text;
    }
    for (const auto& words : data.keywords) add_keywords(words.text);
    if (facts_.lang.empty() && !data.languages.empty()) facts_.lang = data.languages[0].text;
    if (facts_.url.empty() && !data.urls.empty() && url::is_web(data.urls[0].text)) {
      facts_.url = url::canonical(data.urls[0].text);
    }
    json_publisher_ = std::move(data.publisher.name);
    evidence = std::move(data.body);
  }

  void settle_url() {
    const std::string seen_from = capture_.url.empty() ? stated_url_ : capture_.url;
    std::string url;
    if (canonical_ != nullptr) url = url::resolve(seen_from, trim(canonical_->value));
    // A canonical link to the front page on every page is a common mistake.
    if (const auto parsed = url::parse(url);
        !parsed || (parsed->path == "/" && !parsed->has_query)) {
      const std::string other = url::resolve(seen_from, stated_url_);
      if (!other.empty()) url = other;
    }
    if (url::is_web(url))
      facts_.url = url::canonical(url);
    else if (url::is_web(capture_.url))
      facts_.url = url::canonical(capture_.url);
    for (const Attribute* feed : feeds_) {
      const std::string address = url::resolve(facts_.url, feed->value);
      auto& list = facts_.metadata["feed"];
      if (!address.empty() && list.size() < 10) list.push_back(address);
    }
    if (facts_.metadata["feed"].empty()) facts_.metadata.erase("feed");
    if (amp_ != nullptr) facts_.metadata["amp"] = {url::resolve(facts_.url, amp_->value)};
    if (facts_.lang.empty()) facts_.lang = locale_;
    std::replace(facts_.lang.begin(), facts_.lang.end(), '_', '-');
  }

  void settle_publisher() {
    if (!site_name_.text.empty() && url::is_web(site_name_.text)) site_name_ = {};
    StatedValue name = !site_name_.text.empty()        ? site_name_
                       : !json_publisher_.text.empty() ? json_publisher_
                                                       : StatedValue{};
    site_words_ = {name.text, json_publisher_.text, application_.text};
    SeenNames seen = names_on_page(document_, page_title_);
    for (auto& title : known_titles()) seen.titles.push_back(std::move(title));
    for (auto& site : seen.sites) {
      if (std::find(site_words_.begin(), site_words_.end(), site) == site_words_.end()) {
        site_words_.push_back(std::move(site));
      }
    }
    cut_ = cut_page_title(page_title_, site_words_, seen.titles);
    if (name.text.empty()) name = {cut_.site.text, cut_.site.span};
    if (name.text.empty()) name = application_;
    if (name.text.empty() && facts_.url.empty()) return;
    model::Publisher publisher = publisher_of(name.text, name.span);
    publisher.domain = url::registrable_domain(url::host_of(facts_.url));
    link_publisher(knowledge_, publisher);
    if (publisher.name.empty() && publisher.entity.empty()) return;
    facts_.publisher = std::move(publisher);
  }

  std::vector<std::string> known_titles() const {
    std::vector<std::string> titles;
    for (const auto& title : headings_) titles.push_back(title.text);
    for (const auto& title : titles_) titles.push_back(title.text);
    return titles;
  }

  void add_titles() {
    for (auto& title : headings_) facts_.titles.push_back(std::move(title));
    for (auto& title : titles_) {  // og:title carries the site's name on some sites, too
      const StatedTitle cut = cut_page_title({title.text, title.span}, site_words_, {}, true);
      facts_.titles.push_back({cut.title.text, cut.title.span, title.where});
    }
    if (cut_.title.text.empty()) return;
    facts_.titles.push_back({cut_.title.text, cut_.title.span, "title"});
    facts_.metadata["html.title"] = {page_title_.text};
  }

  void add_url_date() {
    const Attribute* link = canonical_;
    const std::string& address = facts_.url.empty() ? capture_.url : facts_.url;
    Span span;
    if (link != nullptr && std::string_view(link->value) == address) span = link->span;
    if (auto date = date_of_url(address, span)) facts_.dates.push_back(std::move(*date));
  }

  const HtmlPage& page_;
  const html::Document& document_;
  const std::vector<Node>& nodes_;
  const model::Capture& capture_;
  const knowledge::Knowledge& knowledge_;
  PageFacts facts_;
  AuthorNotes authors_{knowledge_};
  std::vector<TitleCandidate> titles_, headings_;
  StatedValue page_title_, site_name_, application_, json_publisher_;
  std::vector<std::string> site_words_;
  StatedTitle cut_;
  const Attribute* canonical_ = nullptr;
  const Attribute* amp_ = nullptr;
  std::vector<const Attribute*> feeds_;
  std::string stated_url_, locale_;
  int times_seen_ = 0;
};

}  // namespace

PageFacts collect_facts(const HtmlPage& page, const model::Capture& capture,
                        const knowledge::Knowledge& knowledge, std::string& evidence) {
  return Collector(page, capture, knowledge).collect(evidence);
}

}  // namespace synoptic::clean
