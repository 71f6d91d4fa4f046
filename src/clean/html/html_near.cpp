#include "clean/html/html_near.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/first_letters.h"
#include "clean/html/embedded_post.h"
#include "clean/html/html_words.h"
#include "clean/page.h"
#include "clean/people/author_address.h"
#include "clean/people/author_words.h"
#include "clean/people/byline.h"
#include "clean/people/byline_labels.h"
#include "clean/people/people.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::NodeKind;
using html::Tag;

constexpr uint32_t kNodesAbove = 60, kNodesBelow = 400;
constexpr size_t kMostLines = 40;     // read in full
constexpr size_t kLongestLine = 200;  // bytes
constexpr size_t kLongText = 160;     // bytes of one text: a paragraph
constexpr size_t kParagraphs = 2;
constexpr size_t kLongestLabelled = 100;  // bytes
constexpr double kAboveHeadline = 9;      // off the score: a page's head shows today's date
constexpr double kWeekdayAbove = 12;      // with the day of the week, as a rule

class NearReader {
 public:
  NearReader(const HtmlPage& page, const knowledge::Knowledge& knowledge, std::string_view lang,
             uint32_t headline, NearNotes& notes)
      : page_(page),
        document_(page.document),
        nodes_(page.document.nodes()),
        knowledge_(knowledge),
        lang_(lang),
        headline_(headline),
        notes_(notes) {
    while (article_ != html::kNone && nodes_[article_].tag != Tag::article) {
      article_ = nodes_[article_].parent;
    }
  }

  void read() {
    const auto size = static_cast<uint32_t>(nodes_.size());
    uint32_t i = headline_ > kNodesAbove ? headline_ - kNodesAbove : 0;
    const uint32_t end = std::min(size, nodes_[headline_].subtree_end + kNodesBelow);
    size_t paragraphs = 0;
    while (i < end && paragraphs < kParagraphs && lines_ < kMostLines) {
      const Node& node = nodes_[i];
      if (node.kind == NodeKind::kText) {
        paragraphs += i > headline_ && trim(node.text()).size() >= kLongText;
      } else if (node.kind == NodeKind::kElement) {
        if (i == headline_ || is_unseen_tag(node.tag) || leaves_out(i) ||
            is_embedded_post(document_, i)) {
          i = std::max(node.subtree_end, i + 1);
          continue;
        }
        if (is_line(i) && read_line(i)) {
          i = std::max(node.subtree_end, i + 1);
          continue;
        }
      }
      ++i;
    }
  }

  // Anywhere below the headline: "Written by Name", where nothing else names a person.
  void read_labelled() {
    constexpr size_t kLongest = 80;
    const auto size = static_cast<uint32_t>(nodes_.size());
    const FirstLetters letters(knowledge_.cues("author_label"));
    for (uint32_t i = nodes_[headline_].subtree_end; i < size; ++i) {
      const Node& node = nodes_[i];
      if (node.kind == NodeKind::kElement && (is_unseen_tag(node.tag) || leaves_out(i))) {
        i = std::max(node.subtree_end, i + 1) - 1;
        continue;
      }
      if (node.kind != NodeKind::kText || node.text().size() > kLongest || node.text().size() < 2 ||
          !letters.may_begin(node.text()) || !begins_with_label(node.text()) ||
          stands_aside(page_, node.parent, true)) {
        continue;
      }
      uint32_t element = node.parent;
      for (int steps = 0; steps < 3 && element != html::kNone; ++steps) {
        const Piece line = line_of_element(document_, element, kLongest);
        if (line.text.empty()) break;
        if (take_labelled(line)) return;
        element = nodes_[element].parent;
      }
    }
  }

 private:
  bool begins_with_label(std::string_view words) const {
    const auto hit = cue_in_front(knowledge_, "author_label", line_for_cues(clean_text(words)));
    return hit && (hit->parted || hit->rest.empty());
  }

  bool take_labelled(const Piece& piece) {
    const Line line = measure(piece);
    const auto hit = cue_in_front(knowledge_, "author_label", line);
    if (!hit || hit->rest.empty()) return false;
    std::string_view name = hit->rest.of(piece.text);
    name = text::trim_space(name.substr(0, name.find_first_of(",|(")));
    if (!looks_like_person(name) || names_outlet(knowledge_, name) ||
        !could_name_author(knowledge_, name) || names_site(name)) {
      return false;
    }
    const auto begin = static_cast<uint32_t>(name.data() - piece.text.data());
    const Range range{begin, begin + static_cast<uint32_t>(name.size())};
    notes_.authors.add(name, piece.source.to_source(range), AuthorNotes::Source::kByline, {}, false,
                       true);
    return notes_.authors.names_person();
  }

  bool holds_headline(uint32_t i) const {
    return i <= headline_ && headline_ < nodes_[i].subtree_end;
  }

  bool leaves_out(uint32_t i) const {
    if (holds_headline(i)) return false;
    const ElementKind kind = page_.kinds[i];
    // The next article, where each has an element of its own.
    if (nodes_[i].tag == Tag::article && article_ != html::kNone &&
        i >= nodes_[article_].subtree_end) {
      return true;
    }
    // Of a class like "toolbar" or "header", but a line with a date below the headline.
    if ((kind == "navigation" || kind == "advertisement") && i > headline_ &&
        nodes_[i].tag != Tag::nav && holds_date_line(i)) {
      return false;
    }
    if (nodes_[i].tag == Tag::nav || nodes_[i].tag == Tag::footer || nodes_[i].tag == Tag::form) {
      return true;
    }
    return kind == "navigation" || kind == "related" || kind == "comments" || kind == "footer" ||
           kind == "advertisement" || kind == "consent" || kind == "newsletter" ||
           kind == "teaser" || kind == "credit" || kind == "+caption" || kind == "copyright";
  }

  bool holds_date_line(uint32_t i) const {
    if (!is_line(i)) return false;
    for (uint32_t k = i + 1; k < nodes_[i].subtree_end; ++k) {
      if (nodes_[k].kind == NodeKind::kText && may_hold_date(nodes_[k].text())) return true;
    }
    return false;
  }

  // The outermost element with no more than a line's words.
  bool is_line(uint32_t i) const {
    if (holds_headline(i) || nodes_[i].tag == Tag::br || nodes_[i].tag == Tag::img) return false;
    if (nodes_[i].subtree_end - i > 120) return false;
    size_t bytes = 0;
    for (uint32_t k = i + 1; k < nodes_[i].subtree_end; ++k) {
      if (nodes_[k].kind == NodeKind::kElement && is_unseen_tag(nodes_[k].tag)) {
        k = std::max(nodes_[k].subtree_end, k + 1) - 1;
        continue;
      }
      if (nodes_[k].tag == Tag::figcaption) return false;  // whose the picture is stands there
      if (nodes_[k].kind == NodeKind::kElement && nodes_[k].tag == Tag::time) return true;
      if (nodes_[k].kind == NodeKind::kText) bytes += trim(nodes_[k].text()).size();
      if (bytes > kLongestLine) return false;
    }
    return bytes > 1;
  }

  // A label with its value in the next cell or line ("Published | 3 May") is one statement.
  void join_labels(Piece& line) const {
    for (size_t at = 0; (at = line.text.find(" | ", at)) != std::string::npos; ++at) {
      const size_t before = line.text.rfind(" | ", at == 0 ? 0 : at - 1);
      const size_t begin = before == std::string::npos || before == at ? 0 : before + 3;
      std::string_view label =
          text::trim_space(std::string_view(line.text).substr(begin, at - begin));
      while (label.ends_with(':')) label.remove_suffix(1);
      for (const std::string_view kind : {"author_label", "published_label", "updated_label"}) {
        if (whole_cue(knowledge_, kind, label) != nullptr) {
          line.text.replace(at, 3, " : ");
          break;
        }
      }
    }
  }

  // False: nothing was found in the element as a whole; its parts are looked at.
  bool read_line(uint32_t i) {
    Piece line = line_of_element(document_, i, kLongestLine);
    if (line.text.empty()) return false;
    // An element with nothing but one that was looked at in vain.
    const ElementKind kind = page_.kinds[i];
    if (line.text == in_vain_ && kind != "date" && kind != "byline") return false;
    const bool dated = may_hold_date(line.text);
    const bool byline = names_author(i);
    if (!dated && !byline && line.text.size() > kLongestLabelled) {
      in_vain_ = std::move(line.text);
      return false;
    }
    join_labels(line);
    const Line measured = measure(line);
    const bool labelled = has_author_label(measured);
    if (!dated && !byline && !labelled) {
      in_vain_ = std::move(line.text);
      return false;
    }
    ++lines_;
    bool found = false;
    if (dated && stands_in_teaser(document_, i)) return true;
    if (const auto told = parse_byline(measured, knowledge_, lang_)) {
      for (const auto& date : told->dates) {
        if (date.value.precision < model::Precision::kDay) continue;  // archives are listed so
        if (is_of_teaser(line, date.span)) continue;
        model::DateEvidence evidence = date;
        evidence.rule += ", near the headline";
        if (i < headline_ && date.where != "label") {
          evidence.score -= kAboveHeadline + (date.weekday_agrees ? kWeekdayAbove : 0);
        }
        notes_.dates.add(std::move(evidence));
      }
      if (told->authors.size() > 1 && labelled && stand_together(line, told->authors)) {
        notes_.authors.add_line(told->authors);
      }
      for (const auto& author : told->authors) {
        notes_.authors.add(author.name, author.span, AuthorNotes::Source::kByline, author.url,
                           false, told_as_author(i, labelled));
      }
      found = !told->dates.empty() || !told->authors.empty();
      if (!told->authors.empty()) return true;
    } else if (dated && page_.kinds[i] == "date") {
      const DateNotes::Place place{"published", "byline", "element named for a date", 5};
      found = notes_.dates.add(line.text.substr(0, 120), line.span, place, lang_);
    } else if (dated && is_stamped(i, measured)) {
      const DateNotes::Place place{"published", "byline", "time among other words", 8};
      found = notes_.dates.add(line.text.substr(0, 120), line.span, place, lang_);
    }
    if (byline) found = take_names(i, line, labelled) || found;
    return found;
  }

  // The day stands among the words of a link: another article's.
  static bool is_of_teaser(const Piece& line, Span date) {
    constexpr uint32_t kFewWords = 25;  // bytes beside the day
    return std::any_of(line.links.begin(), line.links.end(), [&](const Link& link) {
      const Span words = line.source.to_source(link.range);
      return words.begin <= date.begin && date.end <= words.end &&
             link.range.size() > date.size() + kFewWords;
    });
  }

  // A line right at the headline that begins with a day and its clock time; counters and tools of
  // the page follow.
  bool is_stamped(uint32_t i, const Line& line) const {
    constexpr uint32_t kBeside = 30;  // nodes
    const bool beside = i + kBeside > headline_ && i < nodes_[headline_].subtree_end + kBeside;
    if (!beside || is_strong_prose(line)) return false;
    const auto found = knowledge::find_dates(line.piece.text, {.lang = lang_});
    if (found.empty()) return false;
    const knowledge::DateMatch& match = found.front();
    const std::string_view before =
        text::trim_space(std::string_view(line.piece.text).substr(0, match.range.begin));
    const bool first =
        before.empty() || (before.starts_with("http") && before.find(' ') == before.npos);
    return first && match.has_year && match.has_month && match.has_day &&
           match.value.precision >= model::Precision::kMinute;
  }

  // "By A, B and C" in one line: nothing but names from the first to the last.
  bool stand_together(const Piece& line, const std::vector<model::Author>& authors) const {
    const size_t first = line.text.find(authors.front().name);
    const size_t last = line.text.find(authors.back().name);
    if (first == std::string::npos || last == std::string::npos || first >= last ||
        line.text.find('|', first) < last) {
      return false;
    }
    std::string_view label = std::string_view(line.text).substr(0, first);
    if (const size_t stroke = label.rfind('|'); stroke != std::string_view::npos) {
      label.remove_prefix(stroke + 1);
    }
    label = text::trim_space(label);
    if (label.ends_with(':')) label.remove_suffix(1);
    return whole_cue(knowledge_, "author_label", label) != nullptr;
  }

  bool has_author_label(const Line& line) const {
    return line.piece.text.size() <= kLongestLabelled &&
           cue_in_front(knowledge_, "author_label", line).has_value();
  }

  // By a word or by the name of an element, not only by where a link leads.
  bool told_as_author(uint32_t i, bool labelled) const {
    if (labelled) return true;
    for (uint32_t k = i; k < nodes_[i].subtree_end; ++k) {
      if (nodes_[k].kind == NodeKind::kElement && page_.kinds[k] == "byline") return true;
    }
    return false;
  }

  // Its own name or that of a part says by-line, or a link leads to an author's page.
  bool names_author(uint32_t i) const {
    for (uint32_t k = i; k < nodes_[i].subtree_end; ++k) {
      if (nodes_[k].kind != NodeKind::kElement) continue;
      if (page_.kinds[k] == "byline") return true;
      if (nodes_[k].tag == Tag::a &&
          leads_to_author(document_.attribute_value(nodes_[k], "href"))) {
        return true;
      }
    }
    return false;
  }

  // The words of links to people's pages; else those of the elements that are named by-line.
  bool take_names(uint32_t i, const Piece& line, bool labelled) {
    bool found = false;
    for (const Link& link : line.links) {
      if (!leads_to_author(link.url)) continue;
      found |= take_name(link.range.of(line.text), line.source.to_source(link.range),
                         std::string(link.url), labelled);
    }
    if (found) return true;
    for (uint32_t k = i; k < nodes_[i].subtree_end; ++k) {
      if (nodes_[k].kind != NodeKind::kElement || page_.kinds[k] != "byline") continue;
      const std::string words = words_of(document_, k);
      if (words.size() <= 100 && take_name(words, text_span(document_, k), {}, true)) {
        found = true;
        k = std::max(nodes_[k].subtree_end, k + 1) - 1;
      } else if (take_beside_day(k)) {
        return true;
      }
    }
    return found;
  }

  // A by-line with the day in an element of its own, in a script without capitals: the words in
  // front of that element are the name, where there are no others; tools of the page stand behind
  // it.
  bool take_beside_day(uint32_t i) {
    constexpr size_t kFewestWords = 2, kMostWords = 4;
    uint32_t only = html::kNone;
    for (uint32_t k = i + 1; k < nodes_[i].subtree_end; ++k) {
      if (nodes_[k].kind == NodeKind::kElement &&
          (nodes_[k].tag == Tag::time || is_unseen_tag(nodes_[k].tag))) {
        if (nodes_[k].tag == Tag::time && only == html::kNone) return false;
        k = std::max(nodes_[k].subtree_end, k + 1) - 1;
        continue;
      }
      if (nodes_[k].kind != NodeKind::kText || trim(nodes_[k].text()).empty()) continue;
      const std::string words = clean_text(nodes_[k].text());
      if (may_hold_date(words) || text::words(words).empty()) continue;
      if (only != html::kNone) return false;
      only = k;
    }
    if (only == html::kNone) return false;
    const std::string words = clean_text(nodes_[only].text());
    const size_t count = has_case(words) ? 0 : text::words(words).size();
    if (count < kFewestWords || count > kMostWords ||
        text::is_spaceless(text::decode(words, 0).value) || names_place(knowledge_, words) ||
        names_outlet(knowledge_, words)) {
      return false;
    }
    return take_name(words, text_span(document_, nodes_[only].parent), {}, true);
  }

  bool take_name(std::string_view words, Span span, std::string profile, bool labelled) {
    if (!could_name_author(knowledge_, words) || names_site(words)) return false;
    if (may_hold_date(words)) return false;
    notes_.authors.add(words, span, AuthorNotes::Source::kByline, std::move(profile), false,
                       labelled);
    return true;
  }

  bool names_site(std::string_view words) const {
    const std::string key = key_of(words);
    return std::any_of(notes_.sites.begin(), notes_.sites.end(),
                       [&](const auto& site) { return key_of(site) == key; });
  }

  const HtmlPage& page_;
  const html::Document& document_;
  const std::vector<Node>& nodes_;
  const knowledge::Knowledge& knowledge_;
  const std::string_view lang_;
  const uint32_t headline_;
  uint32_t article_ = headline_;  // the element around it, where there is one
  NearNotes& notes_;
  size_t lines_ = 0;
  std::string in_vain_;  // the words of the last line that told nothing
};

}  // namespace

bool stands_in_teaser(const html::Document& document, uint32_t node) {
  constexpr size_t kFewWords = 25;  // bytes
  constexpr int kMostSteps = 6;
  const auto& nodes = document.nodes();
  uint32_t link = nodes[node].parent;
  for (int step = 0; step < kMostSteps && link != html::kNone && nodes[link].tag != Tag::a;
       ++step) {
    link = nodes[link].parent;
  }
  if (link == html::kNone || nodes[link].tag != Tag::a) return false;
  size_t beside = 0;
  for (uint32_t i = link + 1; i < nodes[link].subtree_end && beside <= kFewWords; ++i) {
    const bool inside = node <= i && i < nodes[node].subtree_end;
    if (nodes[i].kind == NodeKind::kText && !inside) beside += trim(nodes[i].text()).size();
  }
  return beside > kFewWords;
}

bool stands_aside(const HtmlPage& page, uint32_t node, bool items_too) {
  const auto& nodes = page.document.nodes();
  for (uint32_t up = node; up != html::kNone; up = nodes[up].parent) {
    const ElementKind kind = page.kinds[up];
    const Tag tag = nodes[up].tag;
    if (tag == Tag::a || (tag == Tag::li && !items_too) || tag == Tag::aside ||
        tag == Tag::figcaption || kind == "related" || kind == "comments" || kind == "sidebar" ||
        kind == "teaser" || kind == "footer" || kind == "navigation") {
      return true;
    }
  }
  return false;
}

void read_near_headline(const HtmlPage& page, const knowledge::Knowledge& knowledge,
                        std::string_view lang, uint32_t headline, NearNotes& notes) {
  NearReader reader(page, knowledge, lang, headline, notes);
  reader.read();
  if (!notes.authors.names_person()) reader.read_labelled();
}

}  // namespace synoptic::clean
