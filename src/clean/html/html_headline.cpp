#include "clean/html/html_headline.h"

#include <algorithm>

#include "base/strings.h"
#include "clean/html/html_near.h"
#include "clean/html/html_words.h"
#include "clean/page.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::NodeKind;
using html::Tag;

// A date far from the headline is another article's more often than not.
constexpr double kFarDoubt = 15;
constexpr uint32_t kNearAbove = 80, kNearBelow = 300;  // nodes
constexpr size_t kLeastKey = 8;

class HeadlineFinder {
 public:
  HeadlineFinder(const std::vector<Node>& nodes, std::string_view title, const FactNotes& notes)
      : nodes_(nodes), notes_(notes), title_key_(key_of(title)) {
    for (const auto& stated : notes.titles) keys_.push_back(key_of(stated.text));
  }

  // The heading that says what the data say, else the first one.
  uint32_t find() const {
    for (size_t i = 0; i < notes_.headings.size(); ++i) {
      const std::string key = key_of(notes_.headings[i].text);
      const auto says_so = [&](const std::string& other) {
        return key.size() >= kLeastKey &&
               (other == key || other.starts_with(key) || key.ends_with(other));
      };
      if (says_so(title_key_) || std::any_of(keys_.begin(), keys_.end(), says_so)) {
        return notes_.heading_nodes[i];
      }
    }
    if (!notes_.heading_nodes.empty()) return notes_.heading_nodes.front();
    return by_words();
  }

 private:
  // Without an <h1>: the lesser heading, or any short element, that says the page's title.
  uint32_t by_words() const {
    std::vector<std::string> keys{title_key_};
    keys.insert(keys.end(), keys_.begin(), keys_.end());
    std::erase_if(keys, [](const auto& key) { return key.size() < kLeastKey; });
    if (keys.empty()) return html::kNone;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].kind != NodeKind::kText || nodes_[i].text().size() > 400 ||
          nodes_[i].text().size() < kLeastKey || nodes_[i].parent == html::kNone) {
        continue;
      }
      const Tag tag = nodes_[nodes_[i].parent].tag;
      if (is_unseen_tag(tag) || tag == Tag::title || tag == Tag::a || tag == Tag::option) continue;
      const std::string_view words = trim(nodes_[i].text());
      const bool like = std::any_of(keys.begin(), keys.end(), [&](const auto& key) {
        return words.size() >= key.size() && words.size() < 2 * key.size() + 8;
      });
      if (!like) continue;
      const std::string key = key_of(words);
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) return nodes_[i].parent;
    }
    return html::kNone;
  }

  const std::vector<Node>& nodes_;
  const FactNotes& notes_;
  const std::string title_key_;
  std::vector<std::string> keys_;  // of the titles that the data state
};

// Hardly anything but a date.
bool is_date_alone(std::string_view text, std::string_view lang) {
  constexpr size_t kShortest = 8, kLongest = 60;
  constexpr uint32_t kBeside = 12;  // columns: "Posted on", a clock sign
  text = text::trim_space(text);
  if (text.size() < kShortest || text.size() > kLongest || !may_hold_date(text)) return false;
  if (const auto iso = model::parse_iso(text)) return iso->precision >= model::Precision::kDay;
  const auto found = knowledge::find_dates(text, {.lang = lang});
  if (found.size() != 1) return false;
  const knowledge::DateMatch& date = found.front();
  return date.has_year && date.has_month && date.has_day &&
         width_of(text) <= width_of(date.range.of(text)) + kBeside;
}

// Other articles' parts of the page, whatever their distance.
bool is_of_others(const HtmlPage& page, uint32_t node, bool near) {
  const auto& nodes = page.document.nodes();
  for (uint32_t up = node; up != html::kNone; up = nodes[up].parent) {
    const ElementKind kind = page.kinds[up];
    const Tag tag = nodes[up].tag;
    if (kind == "related" || kind == "comments" || kind == "footer" || kind == "navigation" ||
        tag == Tag::nav || tag == Tag::footer) {
      return true;
    }
    if (!near && (kind == "sidebar" || kind == "teaser" || tag == Tag::aside || tag == Tag::li ||
                  tag == Tag::a)) {
      return true;
    }
  }
  return false;
}

// "14 | March | 2026", each part in a block of its own; or a date between strokes, whatever else
// the line tells.
bool read_parts(const HtmlPage& page, uint32_t element, std::string_view lang, DateNotes& dates) {
  constexpr size_t kLongestLine = 160, kLongestBadge = 30, kStroke = 3;
  const Piece line = line_of_element(page.document, element, kLongestLine);
  const std::string& text = line.text;
  if (text.find(" | ") == text.npos || !may_hold_date(text)) return false;
  const DateNotes::Place place{"published", "byline", "parts of a line, near the headline", 8};
  if (text.size() <= kLongestBadge) {
    std::string joined = text;
    for (size_t at = 0; (at = joined.find(" | ", at)) != joined.npos;) joined.replace(at, 3, " ");
    if (is_date_alone(joined, lang)) return dates.add(joined, line.span, place, lang);
  }
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(" | ", begin), text.size());
    const std::string_view part = std::string_view(text).substr(begin, end - begin);
    if (is_date_alone(part, lang)) {
      const Range range{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
      return dates.add(part, line.source.to_source(range), place, lang);
    }
    begin = end + kStroke;
  }
  return false;
}

// data-timestamp="1773480000": seconds since 1970, or thousandths.
bool is_count_of_seconds(std::string_view value) {
  return (value.size() == 10 || value.size() == 13) &&
         value.find_first_not_of("0123456789") == value.npos;
}

// data-published="…", aria-label="4 May 2026": values for programs on an element without a name
// that tells of dates.
bool read_attributes(const HtmlPage& page, uint32_t element, std::string_view lang,
                     DateNotes& dates) {
  const html::Node& node = page.document.nodes()[element];
  for (uint32_t i = node.attributes_begin(); i < node.attributes_end(); ++i) {
    const html::Attribute& attribute = page.document.attributes()[i];
    const std::string_view name = attribute.name;
    const bool dated = name.find("date") != name.npos || name.find("time") != name.npos ||
                       name.find("publish") != name.npos || name == "aria-label" || name == "title";
    const bool changed = name.find("updat") != name.npos || name.find("modif") != name.npos;
    if (!dated || changed) continue;
    if (!is_date_alone(attribute.value, lang) && !is_count_of_seconds(attribute.value)) continue;
    if (dates.add(attribute.value, attribute.span,
                  {"published", "time_element", "attribute near the headline", 5}, lang)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void search_near(const HtmlPage& page, uint32_t headline, std::string_view lang, DateNotes& dates) {
  constexpr uint32_t kMostNodes = 30;  // of a line
  if (headline == html::kNone) return;
  const auto& nodes = page.document.nodes();
  const auto size = static_cast<uint32_t>(nodes.size());
  const uint32_t end = std::min(size, nodes[headline].subtree_end + kNearBelow);
  for (uint32_t i = headline > kNearAbove ? headline - kNearAbove : 0; i < end; ++i) {
    if (nodes[i].kind != NodeKind::kElement || is_unseen_tag(nodes[i].tag)) continue;
    const bool around = i <= headline && headline < nodes[i].subtree_end;
    if (around || is_of_others(page, i, false)) continue;
    if (read_attributes(page, i, lang, dates)) return;
    if (nodes[i].subtree_end - i <= kMostNodes && read_parts(page, i, lang, dates)) return;
  }
}

uint32_t read_around_headline(const HtmlPage& page, const knowledge::Knowledge& knowledge,
                              std::string_view title, const std::vector<std::string>& sites,
                              FactNotes& notes) {
  const auto& nodes = page.document.nodes();
  const uint32_t headline = HeadlineFinder(nodes, title, notes).find();
  const auto is_near = [&](uint32_t node) {
    return headline != html::kNone && node + kNearAbove >= headline &&
           node <= nodes[headline].subtree_end + kNearBelow;
  };
  for (const uint32_t node : notes.dated_nodes) {
    const bool near = is_near(node);
    if (stands_in_teaser(page.document, node)) continue;
    if (is_of_others(page, node, near) || (!near && nodes[node].tag != Tag::time)) continue;
    take_dated(page, node, knowledge, headline == html::kNone || near ? 0 : kFarDoubt, notes);
  }
  if (headline == html::kNone) return headline;
  NearNotes near{notes.dates, notes.authors, sites};
  read_near_headline(page, knowledge, notes.primary_lang(), headline, near);
  return headline;
}

void search_pictures(const HtmlPage& page, uint32_t headline, DateNotes& dates) {
  if (headline == html::kNone) return;
  const auto& nodes = page.document.nodes();
  const auto size = static_cast<uint32_t>(nodes.size());
  const uint32_t end = std::min(size, nodes[headline].subtree_end + kNearBelow);
  for (uint32_t i = headline > kNearAbove ? headline - kNearAbove : 0; i < end; ++i) {
    if (nodes[i].tag != Tag::img || is_of_others(page, i, false)) continue;
    for (const std::string_view name : {"src", "data-src", "srcset", "data-srcset"}) {
      const html::Attribute* address = page.document.attribute(nodes[i], name);
      if (address == nullptr || address->value.starts_with("data:")) continue;
      const size_t one = std::min(address->value.find(' '), address->value.size());
      dates.search_image(address->value.substr(0, one), address->span);
      if (dates.has("published")) return;
    }
  }
}

}  // namespace synoptic::clean
