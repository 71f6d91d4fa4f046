// Facts from the lines around the text, and whether the page is an article at all.
#include <algorithm>
#include <iterator>
#include <optional>

#include "clean/cue_match.h"
#include "clean/html/html_listing.h"
#include "clean/html/html_page.h"
#include "clean/html/html_sweep.h"
#include "clean/html/site_links.h"
#include "clean/main_text/main_text_pieces.h"
#include "clean/page.h"
#include "clean/people/about_writer.h"
#include "clean/people/author_words.h"
#include "clean/people/byline.h"
#include "clean/people/people.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

constexpr size_t kMaxLines = 40;       // looked at for facts
constexpr uint32_t kWidestLine = 400;  // letters

bool is_fact_line(const PagePiece& p) {
  const std::string_view reason = p.piece.reason;
  return p.piece.outside && p.weight > 0 && p.weight < kWidestLine &&
         (reason == "byline" || reason == "date" || reason == "tags" || reason == "boilerplate" ||
          (reason == "footer" && p.weight < kWidestLine / 4));
}

// A by-line by its element's name, with nothing in it but a name, or with the name as a link.
void take_names(const PagePiece& p, const knowledge::Knowledge& knowledge, PageFacts& facts) {
  if (!facts.authors.empty()) return;
  const auto add = [&](std::string_view name, Range range) {
    if (!looks_like_person(name) || !could_name_author(knowledge, name)) return;
    model::Author author;
    author.name = name;
    author.span = p.piece.source.to_source(range);
    facts.authors.push_back(std::move(author));
  };
  for (const Link& link : p.piece.links) add(link.range.of(p.piece.text), link.range);
  if (facts.authors.empty()) add(p.piece.text, {0, static_cast<uint32_t>(p.piece.text.size())});
}

void take_line(const PagePiece& p, const knowledge::Knowledge& knowledge, PageFacts& facts) {
  const auto found = parse_byline(measure(p.piece), knowledge, model::primary_language(facts.lang));
  if (!found) {
    if (p.piece.reason == "byline") take_names(p, knowledge, facts);
    return;
  }
  const auto move_all = [](auto from, auto& to) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  };
  move_all(found->dates, facts.dates);
  move_all(found->origins, facts.origins);
  if (facts.authors.empty()) move_all(found->authors, facts.authors);
  // A name that the page's elements call an author's is no outlet's.
  const auto names_it = [&](const model::Author& author) {
    return author.role.empty() && key_of(author.name) == key_of(found->publisher->name);
  };
  if (!facts.publisher && found->publisher &&
      std::none_of(facts.authors.begin(), facts.authors.end(), names_it)) {
    facts.publisher = found->publisher;
  }
}

// "This post was written by Anna Berg, head of research": a sentence with the name behind its
// label.
std::optional<Range> labelled_writer(const Line& line, const knowledge::Knowledge& knowledge) {
  const auto label = cue_in_front(knowledge, "author_label", line);
  if (!label || !label->parted || label->rest.empty()) return std::nullopt;
  const std::string_view rest = label->rest.of(line.piece.text);
  const std::string_view name = text::trim_space(rest.substr(0, rest.find_first_of(",|(")));
  if (!looks_like_person(name) || !could_name_author(knowledge, name) ||
      names_outlet(knowledge, name)) {
    return std::nullopt;
  }
  const auto at = static_cast<uint32_t>(name.data() - line.piece.text.data());
  return Range{at, at + static_cast<uint32_t>(name.size())};
}

// "Anna Berg is a reporter for the Post", "This post was written by Anna Berg, head of …": behind
// the text, where nothing else names anybody.
void take_writer_told_of(const HtmlPage& page, const knowledge::Knowledge& knowledge,
                         PageFacts& facts) {
  constexpr size_t kMostSeen = 12;
  size_t seen = 0;
  const auto last = std::find_if(page.pieces.rbegin(), page.pieces.rend(),
                                 [](const PagePiece& p) { return is_shown(p); });
  for (auto p = last.base(); p != page.pieces.end() && seen < kMostSeen; ++p) {
    const std::string_view reason = p->piece.reason;
    if (reason != "author_box" && reason != "note" && reason != "byline") continue;
    if (p->weight == 0 || p->weight > kWidestLine) continue;
    ++seen;
    const Line line = line_for_cues(p->piece.text);
    auto name = writer_told_of(line, knowledge);
    if (!name) name = labelled_writer(line, knowledge);
    if (!name) continue;
    model::Author author;
    author.name = name->of(p->piece.text);
    author.span = p->piece.source.to_source(*name);
    facts.authors.push_back(std::move(author));
    return;
  }
}

// Links by their labels, for the sections, feeds and topics of the site.
std::vector<SiteLink> site_links(const HtmlPage& page) {
  constexpr size_t kMaxLinks = 400;
  std::vector<SiteLink> links;
  for (const PagePiece& p : page.pieces) {
    const std::string_view reason = p.piece.reason;
    if (reason != "navigation" && reason != "links" && reason != "tags") continue;
    for (const Link& link : p.piece.links) {
      if (links.size() >= kMaxLinks) return links;
      links.push_back({link.range.of(p.piece.text), link.url, link.span, false,
                       p.piece.kind == model::BlockKind::kListItem});
    }
  }
  return links;
}

struct Shape {
  uint32_t prose = 0;        // letters of running text in the article's part
  uint32_t longest_run = 0;  // of it, not broken by headlines with links
  size_t linked_headlines = 0;
  size_t own_headline = 0;
};

// In an element that says it is about other articles or the site.
bool stands_beside(const HtmlPage& page, uint32_t node) {
  int steps = 0;
  for (uint32_t i = node; i != html::kNone && ++steps < 40; i = page.document.nodes()[i].parent) {
    const ElementKind kind = page.kinds[i];
    if (kind == "related" || kind == "sidebar" || kind == "footer" || kind == "navigation" ||
        kind == "comments") {
      return true;
    }
  }
  return false;
}

Shape shape_of(const HtmlPage& page) {
  Shape shape;
  uint32_t run = 0;
  for (const PagePiece& p : page.pieces) {
    const std::string_view reason = p.piece.reason;
    if (reason == "script" || reason == "style" || reason == "control") continue;
    const bool linked = p.link_weight * 5 > p.weight * 4 && p.weight > 15;
    // Beside an article such headlines are other news; on a front page they are all there is.
    if (p.piece.kind == model::BlockKind::kHeading && linked && !stands_beside(page, p.node)) {
      ++shape.linked_headlines;
      run = 0;
    }
    if (p.piece.outside) continue;
    if (p.piece.level == 1 && !linked) ++shape.own_headline;
    if (p.piece.kind == model::BlockKind::kParagraph && p.link_weight * 3 < p.weight &&
        p.weight > 40) {
      shape.prose += p.weight;
      run += p.weight;
      shape.longest_run = std::max(shape.longest_run, run);
    } else if ((p.piece.kind == model::BlockKind::kListItem ||
                p.piece.kind == model::BlockKind::kQuote) &&
               p.link_weight == 0 && p.weight > 80) {
      shape.prose += p.weight;  // articles in the form of a list
    }
  }
  return shape;
}

// A front page, a section, a search: many headlines with links and no text of its own. Short news
// stay articles, and so does whatever calls itself one and has text.
bool is_listing(const HtmlPage& page, const PageFacts& facts) {
  const Shape shape = shape_of(page);
  const auto address = url::parse(facts.url);
  const bool front =
      address && (address->path == "/" || address->path.empty()) && !address->has_query;
  const auto type = facts.metadata.find("og:type");
  const bool website = type != facts.metadata.end() && type->second.front() == "website";
  if (shape.longest_run > 900) return false;
  if (facts.says_article && shape.prose > 120) return false;
  if (facts.metadata.contains("json_ld.listing") && shape.longest_run < 500) return true;
  const size_t many = front || website ? 4 : 8;
  return shape.linked_headlines >= many && shape.longest_run < 400 &&
         !(shape.own_headline == 1 && shape.longest_run > 100);
}

// A day of coming out that the page states, in its data, its address or a line of its own.
bool tells_day(const PageFacts& facts) {
  return std::any_of(facts.dates.begin(), facts.dates.end(), [](const model::DateEvidence& date) {
    return date.role == "published" && date.value.precision >= model::Precision::kDay &&
           date.where != "image";
  });
}

}  // namespace

void add_facts_of_lines(const HtmlPage& page, const knowledge::Knowledge& knowledge,
                        PageFacts& facts) {
  size_t taken = 0;
  // Lines near the article only: others are about other articles.
  const auto inside = [](const PagePiece& p) { return !p.piece.outside; };
  const auto first = std::find_if(page.pieces.begin(), page.pieces.end(), inside);
  const auto last = std::find_if(page.pieces.rbegin(), page.pieces.rend(), inside).base();
  const auto begin = first - std::min<std::ptrdiff_t>(first - page.pieces.begin(), 8);
  const auto end = last + std::min<std::ptrdiff_t>(page.pieces.end() - last, 4);
  for (auto p = begin; p < end && taken < kMaxLines; ++p) {
    if (!is_fact_line(*p)) continue;
    take_line(*p, knowledge, facts);
    ++taken;
  }
  if (facts.authors.empty()) take_writer_told_of(page, knowledge, facts);
  if (!tells_day(facts)) sweep_dates(page, knowledge, facts.url, facts);
  collect_site_links(site_links(page), page.base, facts);
  facts.is_teasers = !facts.says_article && is_list_of_teasers(page);
  facts.is_listing = facts.is_teasers || is_listing(page, facts);
}

}  // namespace synoptic::clean
