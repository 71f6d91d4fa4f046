// What a page states outside its running text: one walk over its elements, then what they tell is
// settled: address, publisher, authors, titles, dates.
#include "clean/html/html_facts.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/strings.h"
#include "clean/dates/dates.h"
#include "clean/html/html_headline.h"
#include "clean/html/html_language.h"
#include "clean/html/html_near.h"
#include "clean/html/html_script_authors.h"
#include "clean/html/html_section.h"
#include "clean/html/html_tags.h"
#include "clean/html/html_titles.h"
#include "clean/html/html_words.h"
#include "clean/page.h"
#include "clean/people/people.h"
#include "clean/site.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using html::Attribute;
using html::Node;
using html::NodeKind;
using html::Tag;
using Source = AuthorNotes::Source;

class Collector {
 public:
  Collector(const HtmlPage& page, const model::Capture& capture,
            const knowledge::Knowledge& knowledge)
      : page_(page),
        document_(page.document),
        nodes_(page.document.nodes()),
        capture_(capture),
        knowledge_(knowledge),
        notes_(knowledge) {}

  PageFacts collect(std::string& evidence) {
    notes_.dates.set_fetched(capture_.fetched);
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].kind == NodeKind::kElement)
        take_element(i);
      else if (nodes_[i].kind == NodeKind::kComment)
        notes_.dates.search_comment(nodes_[i], notes_.primary_lang());
    }
    facts_.metadata = std::move(notes_.metadata);
    settle_url();
    take_json_ld(
        read_json_ld(document_, json_scripts_, facts_.url.empty() ? capture_.url : facts_.url),
        evidence);
    settle_publisher();
    settle_dates_and_lines();
    facts_.author_statements = notes_.authors.statements();
    facts_.authors = notes_.authors.settle(site_words_);
    add_titles();
    take_rest();
    return std::move(facts_);
  }

 private:
  std::string_view value(const Node& node, std::string_view name) const {
    return document_.attribute_value(node, name);
  }

  void take_element(uint32_t i) {
    const Node& node = nodes_[i];
    switch (node.tag) {
      case Tag::meta:
        take_meta(document_, node, knowledge_, notes_);
        return;
      case Tag::link:
        take_link(node);
        return;
      case Tag::script:
        take_script(i);
        return;
      case Tag::style:
        return;
      case Tag::html:
        take_language(node);
        break;
      case Tag::title:
        take_title(i);
        break;
      case Tag::h1:
        take_heading(i);
        break;
      case Tag::a:
        take_author_link(i);
        break;
      default:
        break;
    }
    const ElementKind kind = page_.kinds[i];
    if (states_property(i) || node.tag == Tag::time || node.tag == Tag::abbr || kind == "date" ||
        kind == "+title" || kind == "byline") {
      take_properties(page_, i, notes_);
    }
  }

  // Elements are asked about in their order.
  bool states_property(uint32_t i) {
    const std::vector<uint32_t>& all = page_.lists.with_property;
    while (next_property_ < all.size() && all[next_property_] < i) ++next_property_;
    return next_property_ < all.size() && all[next_property_] == i;
  }

  void take_language(const Node& node) {
    std::string_view lang = value(node, "lang");
    if (lang.empty()) lang = value(node, "xml:lang");
    if (notes_.lang.empty()) notes_.lang = trim(lang);
  }

  void take_script(uint32_t i) {
    const std::string_view type = trim(value(nodes_[i], "type"));
    if (type.size() >= 19 && ascii_lower(type).starts_with("application/ld+json"))
      json_scripts_.push_back(i);
    else if (nodes_[i].subtree_end == i + 2)
      scripts_.push_back(i);
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
      if (nodes_[up].tag == Tag::svg) return;
    }
    if (notes_.page_title.text.empty() && nodes_[i].subtree_end == i + 2 &&
        nodes_[i + 1].text().size() < 2000) {
      notes_.page_title = {words_of(document_, i), text_span(document_, i)};
    }
  }

  // A heading that leads to the front page is the site's name.
  void take_heading(uint32_t i) {
    std::string words = words_of_heading(document_, i);
    if (leads_home(i)) {
      if (width_of(words) <= 60) home_names_.push_back(std::move(words));
      return;
    }
    const size_t before = notes_.headings.size();
    notes_.add_heading(std::move(words), heading_span(document_, i), "h1", i);
    if (notes_.headings.size() > before) notes_.headings.back().parts = parts_of_heading(i);
  }

  // Headline and subtitle, a count of comments, an "edit": each in an element of its own.
  std::vector<std::string> parts_of_heading(uint32_t heading) const {
    constexpr size_t kMostParts = 12;
    std::vector<std::string> parts;
    if (nodes_[heading].subtree_end <= heading + 2) return parts;
    for (uint32_t i = heading + 1; i < nodes_[heading].subtree_end; ++i) {
      const bool text = nodes_[i].kind == NodeKind::kText;
      if (!text && nodes_[i].kind != NodeKind::kElement) continue;
      std::string key = key_of(text ? nodes_[i].text() : words_of_heading(document_, i));
      if (!key.empty() && parts.size() < kMostParts) parts.push_back(std::move(key));
    }
    return parts;
  }

  bool leads_home(uint32_t heading) const {
    const auto is_home = [&](uint32_t k) {
      return nodes_[k].tag == Tag::a && is_front_page(value(nodes_[k], "href"));
    };
    for (uint32_t k = heading + 1; k < nodes_[heading].subtree_end; ++k) {
      if (is_home(k)) return true;
    }
    const uint32_t up = nodes_[heading].parent;
    return up != html::kNone && is_home(up);
  }

  bool is_front_page(std::string_view address) const {
    if (address == "/") return true;
    const size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) return false;
    const size_t path = address.find('/', scheme + 3);
    return path == std::string_view::npos || path + 1 == address.size();
  }

  void take_author_link(uint32_t i) {
    const std::string_view rel = value(nodes_[i], "rel");
    if (rel.size() < 6 || ascii_lower(rel).find("author") == std::string::npos ||
        stands_aside(page_, nodes_[i].parent)) {
      return;
    }
    notes_.authors.add(words_of(document_, i), text_span(document_, i), Source::kElement,
                       url::resolve(capture_.url, value(nodes_[i], "href")));
  }

  void take_json_ld(JsonLd data, std::string& evidence) {
    facts_.says_article = notes_.says_article | data.is_article;
    if (data.is_listing && !data.is_article) facts_.metadata["json_ld.listing"] = {"true"};
    for (auto& headline : data.headlines) {
      notes_.titles.push_back({std::move(headline.text), headline.span, "json_ld"});
    }
    const auto add_dates = [&](const auto& dates, const char* role, const char* rule) {
      for (const auto& date : dates) {
        notes_.dates.add(date.text, date.span, {role, "json_ld", rule}, notes_.primary_lang());
      }
    };
    add_dates(data.published, "published", "datePublished");
    add_dates(data.modified, "modified", "dateModified");
    for (const auto& author : data.authors) {
      notes_.authors.add(author.name.text, author.name.span, Source::kJsonLd, author.url,
                         author.organisation);
    }
    for (const auto& section : data.sections) {
      if (notes_.section.empty()) notes_.section = section.text;
    }
    for (const auto& words : data.keywords) notes_.add_keywords(words.text);
    if (facts_.lang.empty() && !data.languages.empty()) facts_.lang = data.languages[0].text;
    if (facts_.url.empty() && !data.urls.empty() && url::is_web(data.urls[0].text)) {
      facts_.url = url::canonical(data.urls[0].text);
    }
    if (!data.publisher.name.text.empty()) notes_.publisher = std::move(data.publisher.name);
    if (notes_.image.text.empty()) notes_.image = std::move(data.image);
    if (!data.image_credit.empty()) facts_.metadata["image.credit"] = {data.image_credit};
    if (data.free == "false") notes_.access = "paid";
    if (data.free == "true" && notes_.access.empty()) notes_.access = "free";
    if (!data.comments.empty()) facts_.metadata["comments"] = {data.comments};
    evidence = std::move(data.body);
  }

  void settle_url() {
    const std::string seen_from = capture_.url.empty() ? notes_.url : capture_.url;
    std::string url;
    if (canonical_ != nullptr) url = url::resolve(seen_from, trim(canonical_->value));
    // A canonical link to the front page on every page is a common mistake.
    if (const auto parsed = url::parse(url);
        !parsed || (parsed->path == "/" && !parsed->has_query)) {
      const std::string other = url::resolve(seen_from, notes_.url);
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
    facts_.lang = notes_.lang.empty() ? notes_.locale : notes_.lang;
    if (!is_written_so(facts_.lang, notes_.page_title.text)) facts_.lang.clear();
    std::replace(facts_.lang.begin(), facts_.lang.end(), '_', '-');
    notes_.lang = facts_.lang;
    notes_.date_lang = with_region(facts_.lang, facts_.url.empty() ? capture_.url : facts_.url);
  }

  // Every name the site is known by; its domain's label is one ("dw" of www.dw.com).
  void collect_site_words() {
    const auto add = [&](std::string_view word) {
      if (!word.empty() &&
          std::find(site_words_.begin(), site_words_.end(), word) == site_words_.end()) {
        site_words_.emplace_back(word);
      }
    };
    add(notes_.site_name.text);
    add(notes_.publisher.text);
    add(notes_.application.text);
    const std::string domain = site_of(facts_.url.empty() ? capture_.url : facts_.url).domain;
    add(domain);
    if (const size_t dot = domain.find('.'); dot != std::string::npos && dot >= 2) {
      add(std::string_view(domain).substr(0, dot));
    }
    for (const auto& name : home_names_) add(name);
    const bool known = !notes_.site_name.text.empty();
    SeenNames seen = names_on_page(document_, notes_.page_title, known);
    for (const auto& site : seen.sites) add(site);
    seen_titles_ = std::move(seen.titles);
  }

  // A lesser heading that says all of the page's title, or all behind the site's name ("example.org
  // A headline"): nothing more is cut.
  StatedTitle title_by_heading() const {
    const StatedValue& whole = notes_.page_title;
    const std::string key = key_of(whole.text);
    for (uint32_t i = 0; i < nodes_.size() && !key.empty(); ++i) {
      if (!is_lesser_heading(i)) continue;
      const std::string words = words_of_heading(document_, i);
      if (words.empty() || words.size() > 2 * whole.text.size()) continue;
      if (key_of(words) == key) return {whole, {}};
      if (!whole.text.ends_with(words)) continue;
      const size_t begin = whole.text.size() - words.size();
      if (is_site(std::string_view(whole.text).substr(0, begin))) {
        return {part_of(whole, begin, whole.text.size()), part_of(whole, 0, begin)};
      }
    }
    return {};
  }

  bool is_site(std::string_view words) const {
    const std::string key = key_of(words);
    return !key.empty() &&
           std::ranges::any_of(site_words_, [&](const auto& site) { return key_of(site) == key; });
  }

  bool is_lesser_heading(uint32_t i) const {
    constexpr uint32_t kMostNodes = 50;
    const Tag tag = nodes_[i].tag;
    return (tag == Tag::h2 || tag == Tag::h3 || tag == Tag::h4) &&
           nodes_[i].kind == NodeKind::kElement && nodes_[i].subtree_end - i < kMostNodes;
  }

  // The article's own heading below one that names a section.
  void add_lesser_heading() {
    const std::string key = key_of(cut_.title.text);
    if (key.empty() || notes_.headings.empty() ||
        std::ranges::any_of(notes_.headings,
                            [&](const auto& title) { return key_of(title.text) == key; })) {
      return;
    }
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!is_lesser_heading(i)) continue;
      std::string words = words_of_heading(document_, i);
      if (key_of(words) != key) continue;
      facts_.titles.push_back({std::move(words), heading_span(document_, i), "heading"});
      return;
    }
  }

  void settle_publisher() {
    if (!notes_.site_name.text.empty() && url::is_web(notes_.site_name.text)) notes_.site_name = {};
    collect_site_words();
    StatedValue name = !notes_.site_name.text.empty() ? notes_.site_name : notes_.publisher;
    for (const auto& title : notes_.headings) seen_titles_.push_back(title.text);
    for (const auto& title : notes_.titles) seen_titles_.push_back(title.text);
    cut_ = title_by_heading();
    if (cut_.title.text.empty()) {
      cut_ = cut_page_title(notes_.page_title, site_words_, seen_titles_);
    }
    if (is_stated_title(cut_.site.text)) std::swap(cut_.site, cut_.title);
    if (name.text.empty()) {
      name = {cut_.site.text, cut_.site.span};
      if (!name.text.empty()) site_words_.push_back(name.text);
    }
    if (name.text.empty()) name = notes_.application;
    if (name.text.empty() && facts_.url.empty()) return;
    model::Publisher publisher = publisher_of(name.text, name.span);
    publisher.domain = site_of(facts_.url).domain;
    link_publisher(knowledge_, publisher);
    if (publisher.name.empty() && publisher.entity.empty()) return;
    if (const auto* entity = knowledge_.find(publisher.entity)) site_words_.push_back(entity->name);
    facts_.publisher = std::move(publisher);
  }

  // "Blog: Headline" over a heading with the blog's name: the data say which of the two is which.
  bool is_stated_title(std::string_view part) const {
    const std::string key = key_of(part);
    return !key.empty() && key != key_of(cut_.title.text) &&
           std::ranges::any_of(notes_.titles,
                               [&](const auto& title) { return key_of(title.text) == key; });
  }

  void settle_dates_and_lines() {
    const std::string& address = facts_.url.empty() ? capture_.url : facts_.url;
    Span span;
    if (canonical_ != nullptr && std::string_view(canonical_->value) == address) {
      span = canonical_->span;
    }
    const uint32_t headline =
        read_around_headline(page_, knowledge_, cut_.title.text, site_words_, notes_);
    auto date = date_of_url(address, span);
    if (!date) date = date_of_url(notes_.url, {});
    if (date) notes_.dates.add(std::move(*date));
    if (notes_.dates.is_sure())
      notes_.dates.search_local_day(document_, scripts_);
    else
      search_hidden_dates(headline);
    if (notes_.authors.statements().empty()) {
      search_script_authors(document_, scripts_, notes_.authors);
    }
  }

  // What neither the data nor a line by the headline tells; from the surer to the weaker.
  void search_hidden_dates(uint32_t headline) {
    const bool told = notes_.dates.has("published");
    if (notes_.dates.empty()) search_near(page_, headline, notes_.primary_lang(), notes_.dates);
    if (notes_.dates.is_sure()) return;
    notes_.dates.search_scripts(document_, scripts_);
    if (told) return;
    if (!notes_.dates.has("published")) notes_.dates.search_calls(document_, scripts_);
    if (!notes_.dates.has("published")) {
      notes_.dates.search_leavings(document_, notes_.primary_lang());
    }
    if (notes_.dates.empty()) {
      notes_.dates.search_title(notes_.page_title.text, notes_.page_title.span,
                                notes_.primary_lang());
      if (notes_.dates.empty()) {
        notes_.dates.search_title(cut_.title.text, cut_.title.span, notes_.primary_lang());
      }
    }
    if (!notes_.dates.empty()) return;
    notes_.dates.search_image(notes_.image.text, notes_.image.span);
    if (notes_.dates.empty()) search_pictures(page_, headline, notes_.dates);
  }

  void add_titles() {
    for (auto& title : notes_.headings) {
      if (notes_.titles.empty() || !is_site(title.text)) facts_.titles.push_back(std::move(title));
    }
    if (notes_.titles.empty() && !notes_.spare_title.text.empty()) {
      notes_.titles.push_back({notes_.spare_title.text, notes_.spare_title.span, "property"});
    }
    std::vector<std::string> known;
    for (const auto& title : facts_.titles) known.push_back(title.text);
    for (const auto& title : notes_.titles) {
      if (title.where == "json_ld") known.push_back(title.text);
    }
    if (notes_.headings.empty()) known.push_back(cut_.title.text);
    for (auto& title : notes_.titles) {  // og:title carries the site's name on some sites, too
      const StatedTitle cut = cut_page_title({title.text, title.span}, site_words_, known, true);
      facts_.titles.push_back({cut.title.text, cut.title.span, title.where});
    }
    add_lesser_heading();
    // A site's name on each of its pages is no title where the page's lines have one.
    const TitleCandidate page{cut_.title.text, cut_.title.span, "title"};
    if (page.text.empty() || (facts_.titles.empty() && is_site(page.text))) return;
    facts_.titles.push_back(page);
    facts_.metadata["html.title"] = {notes_.page_title.text};
  }

  void take_rest() {
    facts_.dates = notes_.dates.take();
    facts_.section = std::move(notes_.section);
    if (facts_.section.empty()) facts_.section = section_above_headline(page_, notes_);
    if (notes_.keywords.empty()) take_tags(page_, notes_);
    facts_.keywords = std::move(notes_.keywords);
    if (!notes_.access.empty()) facts_.metadata["access"] = {notes_.access};
    if (!notes_.image.text.empty()) {
      const std::string image = url::resolve(facts_.url, notes_.image.text);
      if (!image.empty()) facts_.metadata["image"] = {image};
    }
  }

  const HtmlPage& page_;
  const html::Document& document_;
  const std::vector<Node>& nodes_;
  const model::Capture& capture_;
  const knowledge::Knowledge& knowledge_;
  FactNotes notes_;
  PageFacts facts_;
  std::vector<uint32_t> json_scripts_, scripts_;
  size_t next_property_ = 0;  // in the list of elements that state one
  std::vector<std::string> site_words_, home_names_, seen_titles_;
  StatedTitle cut_;
  const Attribute* canonical_ = nullptr;
  const Attribute* amp_ = nullptr;
  std::vector<const Attribute*> feeds_;
};

}  // namespace

PageFacts collect_facts(const HtmlPage& page, const model::Capture& capture,
                        const knowledge::Knowledge& knowledge, std::string& evidence) {
  return Collector(page, capture, knowledge).collect(evidence);
}

}  // namespace synoptic::clean
