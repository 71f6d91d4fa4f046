#include "clean/title.h"

#include <algorithm>

#include "clean/bars.h"
#include "clean/cue_match.h"
#include "clean/html/title_statements.h"
#include "clean/page.h"
#include "clean/page_words.h"
#include "clean/people/byline_labels.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "clean/people/report_heads.h"
#include "clean/section_trail.h"
#include "clean/topic_words.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr uint32_t kMostOutletWords = 5;
constexpr uint32_t kMostOutletSigns = 12;
constexpr uint32_t kWidestOutlet = 42;
constexpr uint32_t kNarrowestTitle = 12;
constexpr uint32_t kFewestTitleWords = 4;
constexpr uint32_t kJunkPercent = 60;  // of the text that may stand between two copies of a title
constexpr uint32_t kJunkWidth = 120;

bool is_spaceless(const Line& line) {
  return text::is_spaceless(text::decode(line.piece.text, 0).value);
}

bool is_candidate(const Page& page, size_t i) {
  const Line& line = page.lines[i];
  return !line.piece.outside && page.marks[i].role == LineRole::kText &&
         page.marks[i].reason.empty() &&
         (is_title_like(line) || (line.piece.marked_heading && line.has_key())) &&
         line.piece.kind != model::BlockKind::kCaption &&
         line.piece.kind != model::BlockKind::kListItem &&
         line.piece.kind != model::BlockKind::kTable;
}

bool is_paragraph(const Page& page, size_t i) {
  const Line& line = page.lines[i];
  return !line.piece.outside && page.marks[i].role == LineRole::kText &&
         page.marks[i].reason.empty() && line.prose && !line.piece.marked_heading;
}

size_t last_copy_before(const Page& page, const std::string& key, size_t end) {
  for (size_t i = end; i-- > 0;) {
    if (!page.lines[i].piece.outside && page.lines[i].has_key(key)) return i;
  }
  return kNoLine;
}

// The copy of the title that the article's text stands under: a later copy counts when next to no
// running text stands between the two.
size_t copy_with_text(const Page& page, const std::string& key) {
  std::vector<size_t> copies;
  std::vector<uint64_t> text_before;  // width of running text up to each copy
  uint64_t width = 0;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    if (!line.piece.outside && line.has_key(key)) {
      copies.push_back(i);
      text_before.push_back(width);
    }
    // "Questions? Read the FAQ" between two copies is the site's, and links to it.
    if (is_paragraph(page, i) && (line.piece.links.empty() || line.width > kJunkWidth)) {
      width += line.width;
    }
  }
  if (copies.empty()) return kNoLine;
  size_t chosen = 0;
  for (size_t i = 1; i < copies.size(); ++i) {
    const uint64_t between = text_before[i] - text_before[chosen];
    const uint64_t behind = width - text_before[i];
    // Plain pages repeat the headline over pictures; only marked headings move the beginning.
    if (behind == 0 || between * 100 > behind * kJunkPercent || between > kJunkWidth) break;
    if (between > 0 && !page.lines[copies[i]].piece.marked_heading) break;
    chosen = i;
  }
  return copies[chosen];
}

void take_line(const Page& page, size_t line, Title& title) {
  const Piece& piece = page.lines[line].piece;
  title.text = piece.text;
  title.key = page.lines[line].key();
  title.span = piece.span;
  title.source = piece.source;
  title.line = line;
}

void take_candidate(const TitleCandidate& candidate, std::string text, Title& title) {
  title.text = std::move(text);
  title.key = key_of(title.text);
  title.span = candidate.span;
  if (candidate.span.size() == title.text.size()) {
    title.source.append_linear(candidate.span.size(), candidate.span.begin);
  } else {
    title.source.append_whole(static_cast<uint32_t>(title.text.size()), candidate.span);
  }
}

// "© HARBOUR POST Ltd" at the page's end.
bool owns_page(const Page& page, size_t i) {
  constexpr size_t kLastLines = 12, kShortestName = 8;
  const std::string& name = page.lines[i].key();
  if (name.size() < kShortestName || page.lines[i].words < 2) return false;
  for (size_t k = page.lines.size() - std::min(page.lines.size(), kLastLines);
       k < page.lines.size(); ++k) {
    const Line& line = page.lines[k];
    if (k > i && line.piece.text.find("©") != std::string::npos &&
        key_of(line.piece.text).find(name) != std::string::npos) {
      return true;
    }
  }
  return false;
}

bool looks_like_outlet(const Page& page, size_t i, const Knowledge& knowledge) {
  const Line& line = page.lines[i];
  const bool spaceless = text::is_spaceless(text::decode(line.piece.text, 0).value);
  if (line.words > (spaceless ? kMostOutletSigns : kMostOutletWords)) return false;
  return line.width <= kWidestOutlet &&
         (names_outlet(knowledge, line.piece.text) || owns_page(page, i));
}

// Lines above the text that could be the title, in order; doubles of the line before are dropped
// and remembered as outlet lines.
struct HeadLines {
  std::vector<size_t> lines;
  std::vector<size_t> doubled;  // stand twice in a row
};

HeadLines head_lines(const Page& page, size_t end) {
  HeadLines head;
  for (size_t i = 0; i < end; ++i) {
    if (!is_candidate(page, i)) continue;
    if (!head.lines.empty() && page.lines[i].has_key_of(page.lines[head.lines.back()])) {
      head.doubled.push_back(head.lines.back());
      head.doubled.push_back(i);
      continue;
    }
    head.lines.push_back(i);
  }
  return head;
}

bool byline_between(const Page& page, size_t a, size_t b) {
  for (size_t i = a + 1; i < b; ++i) {
    if (page.marks[i].role == LineRole::kByline && page.marks[i].byline &&
        !page.marks[i].byline->dates.empty()) {
      return true;
    }
  }
  return false;
}

bool comes_again(const Page& page, size_t line, size_t from) {
  for (size_t i = from; i < page.lines.size(); ++i) {
    if (!page.lines[i].piece.outside && page.lines[i].has_key_of(page.lines[line])) return true;
  }
  return false;
}

// Where the chosen line says nothing that the text takes up and a later one does, the first was a
// menu, a motto, the site's name.
size_t on_topic(const Page& page, const std::vector<size_t>& lines, size_t best, size_t text,
                const Knowledge& knowledge, Title& title) {
  constexpr size_t kLookedAt = 3;  // paragraphs
  constexpr double kOnTopic = 0.3, kByChance = 0.2, kSurely = 0.5;
  std::vector<std::string> words;
  for (size_t i = text, seen = 0; i < page.lines.size() && seen < kLookedAt; ++i) {
    if (!is_paragraph(page, i)) continue;
    ++seen;
    for (std::string& word : topic_words(page.lines[i])) words.push_back(std::move(word));
  }
  const auto share = [&](size_t line) { return overlap(topic_words(page.lines[line]), words); };
  const double own = share(lines[best]);
  if (own > kByChance) return lines[best];
  const double least = own > 0 ? kSurely : kOnTopic;
  for (size_t i = best + 1; i < lines.size(); ++i) {
    const Line& line = page.lines[lines[i]];
    if (line.width < kNarrowestTitle || line.words < 3 || owns_page(page, lines[i]) ||
        is_section_trail(line, knowledge) || share(lines[i]) < least) {
      continue;
    }
    std::erase_if(title.outlet,
                  [&](size_t other) { return !looks_like_outlet(page, other, knowledge); });
    if (looks_like_outlet(page, lines[best], knowledge)) title.outlet.push_back(lines[best]);
    return lines[i];
  }
  return lines[best];
}

// The site's name as the page's first heading ("# Harbour Post"), the headline as a lesser one
// below it: that one's line, else kNoLine.
size_t headline_below_masthead(const Page& page, const StatedTitles& stated, size_t heading,
                               const Knowledge& knowledge) {
  constexpr double kOnTopic = 0.3;
  const bool alone = std::ranges::all_of(stated.statements, [&](const TitleStatement& statement) {
    return statement.candidate->where == "h1" && statement.key == stated.chosen()->key;
  });
  if (!alone || heading == kNoLine || page.lines[heading].width > kWidestOutlet) return kNoLine;
  const size_t text = first_paragraph(page, heading + 1);
  if (text == kNoLine) return kNoLine;
  size_t below = heading + 1;
  while (below < text && !(is_candidate(page, below) && page.lines[below].piece.marked_heading)) {
    ++below;
  }
  if (below == text || page.lines[below].width < kNarrowestTitle) return kNoLine;
  if (looks_like_outlet(page, heading, knowledge)) return below;
  const std::vector<std::string> lead = topic_words(page.lines[text]);
  const double own = overlap(topic_words(page.lines[heading]), lead);
  return own == 0 && overlap(topic_words(page.lines[below]), lead) >= kOnTopic ? below : kNoLine;
}

// "ANNA BERG" below a headline, and "Anna Berg" again below the text: who wrote it.
bool is_writer_below(const Page& page, const std::vector<size_t>& lines, size_t line,
                     const Knowledge& knowledge) {
  constexpr uint32_t kMostNameWords = 4, kFewestWords = 4;
  const Line& name = page.lines[line];
  const std::string_view text = name.piece.text;
  const bool spaceless = text::is_spaceless(text::decode(text, 0).value);
  const bool person =
      has_case(text) ? looks_like_person(text)
      : spaceless    ? text::count_code_points(text) <= kMostNameWords || is_parted_name(text, true)
                     : name.words >= 2 && name.words < kMostNameWords;
  if (!person || name.words > kMostNameWords || !knowledge.find_by_name(text).empty()) return false;
  return std::any_of(lines.begin(), lines.end(), [&](size_t other) {
    const Line& above = page.lines[other];
    return other < line && above.words >= kFewestWords && above.width >= 2 * name.width &&
           !looks_like_outlet(page, other, knowledge);
  });
}

// Without any word from the page itself: the line that is a headline by its place and look.
size_t chosen_by_look(const Page& page, size_t text, const Knowledge& knowledge, Title& title) {
  HeadLines head = head_lines(page, text);
  if (head.lines.empty()) return kNoLine;
  if (head.lines.size() > 1) {
    for (const size_t line : head.lines) {
      // The paper may sign below its text again.
      if (looks_like_outlet(page, line, knowledge)) continue;
      if (comes_again(page, line, text) && page.lines[line].width >= kNarrowestTitle &&
          !is_writer_below(page, head.lines, line, knowledge)) {
        // What stands above a headline that comes again, twice or alone, is the outlet.
        for (const size_t other : head.doubled) {
          if (other < line) title.outlet.push_back(other);
        }
        for (const size_t other : head.lines) {
          if (other < line && (looks_like_outlet(page, other, knowledge) ||
                               page.lines[other].width <= kWidestOutlet)) {
            title.outlet.push_back(other);
          }
        }
        return line;
      }
    }
    for (const size_t line : head.doubled) {
      if (page.lines[line].width <= kWidestOutlet) title.outlet.push_back(line);
    }
    if (!title.outlet.empty()) {
      std::erase_if(head.lines, [&](size_t line) {
        return page.lines[line].has_key_of(page.lines[title.outlet.front()]);
      });
    }
  }
  size_t best = 0;
  while (best + 1 < head.lines.size()) {
    const Line& line = page.lines[head.lines[best]];
    const Line& next = page.lines[head.lines[best + 1]];
    const bool outlet =
        looks_like_outlet(page, head.lines[best], knowledge) || is_page_word(knowledge, line);
    // Below a word or two of a menu today's date may stand, and the article's below its headline.
    const bool menu = line.words <= 2 && byline_between(page, head.lines[best + 1], text);
    const bool dated = !menu && byline_between(page, head.lines[best], head.lines[best + 1]);
    const bool shorter = line.width <= kWidestOutlet && line.words <= 3 * kMostOutletWords &&
                         line.width * 3 < next.width * 2 &&
                         (line.words <= kMostOutletWords || line.width < 30);
    // Below the outlet's name a line of some words is no second one: a deck is longer than it.
    const bool below_outlet = best > 0 && line.words >= kFewestTitleWords && !is_spaceless(line) &&
                              looks_like_outlet(page, head.lines[best - 1], knowledge);
    if (!outlet && (dated || !shorter || below_outlet)) break;
    title.outlet.push_back(head.lines[best]);
    ++best;
  }
  if (head.lines.empty()) return kNoLine;
  return on_topic(page, head.lines, best, text, knowledge, title);
}

size_t line_by_look(const Page& page, size_t text, const Knowledge& knowledge, Title& title) {
  const size_t line = chosen_by_look(page, text, knowledge, title);
  std::erase_if(title.outlet, [&](size_t other) {
    const Line& above = page.lines[other];
    return is_page_word(knowledge, above) || is_section_word(above) ||
           is_section_trail(above, knowledge) ||
           (!looks_like_outlet(page, other, knowledge) && goes_on_trail(page, other, knowledge));
  });
  return line;
}

}  // namespace

size_t first_paragraph(const Page& page, size_t from) {
  for (size_t i = from; i < page.lines.size(); ++i) {
    if (is_paragraph(page, i)) return i;
  }
  return kNoLine;
}

namespace {

std::vector<std::string> without_site_names(const Page& page,
                                            const std::vector<TitleCandidate>& candidates,
                                            const Knowledge& knowledge) {
  std::vector<std::string> texts;
  std::string outlet;
  for (const TitleCandidate& candidate : candidates) {
    texts.push_back(without_site_name(candidate.text, page, knowledge, outlet));
  }
  return texts;
}

// A subhead says the title's words again: half of the text stands above it.
bool stands_inside_text(const Page& page, size_t line) {
  uint64_t above = 0, below = 0;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (is_paragraph(page, i)) (i < line ? above : below) += page.lines[i].width;
  }
  return above > 2 * kJunkWidth && above * 2 > below;
}

// The line that the article begins with: the chosen words, else another version of the headline.
size_t line_of(const Page& page, const StatedTitles& stated) {
  for (size_t i = 0; i < stated.versions; ++i) {
    const size_t line = copy_with_text(page, stated.statements[i].key);
    if (line != kNoLine && !stands_inside_text(page, line)) return line;
  }
  // A heading that says something else still stands above the text.
  for (const TitleStatement& statement : stated.statements) {
    if (statement.candidate->where != "h1") continue;
    const size_t line = copy_with_text(page, statement.key);
    if (line != kNoLine) return line;
  }
  return kNoLine;
}

void take_part(const Page& page, size_t line, Range words, Title& title) {
  Piece part = cut(page.lines[line].piece, words);
  title.text = std::move(part.text);
  title.key = key_of(title.text);
  title.span = part.span;
  title.source = std::move(part.source);
}

// The chosen words as an end of their line ("Kicker Headline"), else as the page states them.
void take_statement(const Page& page, const TitleStatement& chosen, size_t line, Title& title) {
  if (line != kNoLine) {
    const Piece& piece = page.lines[line].piece;
    // "<span>Headline</span><span>Subtitle</span>": the reader of headings parts the two.
    const bool glued = std::ranges::count(chosen.text, ' ') > std::ranges::count(piece.text, ' ');
    if (page.lines[line].has_key(chosen.key) && !glued) return take_line(page, line, title);
    title.line = line;
    const auto end = static_cast<uint32_t>(piece.text.size());
    const auto size = static_cast<uint32_t>(chosen.text.size());
    if (piece.text.ends_with(chosen.text)) return take_part(page, line, {end - size, end}, title);
    if (piece.text.starts_with(chosen.text)) return take_part(page, line, {0, size}, title);
  }
  take_candidate(*chosen.candidate, chosen.text, title);
}

}  // namespace

Title choose_title(const Page& page, const std::vector<TitleCandidate>& candidates,
                   const Knowledge& knowledge) {
  Title title;
  const StatedTitles stated =
      weigh_titles(candidates, without_site_names(page, candidates, knowledge));
  if (const TitleStatement* chosen = stated.chosen()) {
    const size_t heading = line_of(page, stated);
    const size_t below = headline_below_masthead(page, stated, heading, knowledge);
    if (below != kNoLine) {
      title.outlet.push_back(heading);
      take_line(page, below, title);
    } else {
      take_statement(page, *chosen, heading, title);
    }
    return title;
  }
  const size_t text = first_paragraph(page, 0);
  if (text == kNoLine) return title;
  const size_t line = line_by_look(page, text, knowledge, title);
  if (line != kNoLine) {
    const size_t last = last_copy_before(page, page.lines[line].key(), text);
    take_line(page, last == kNoLine ? line : last, title);
  }
  return title;
}

Title without_tags(Title title, std::map<std::string, std::vector<std::string>>& metadata) {
  while (const auto found = title_tag(title.text)) {
    metadata["title.tag"].emplace_back(found->tag.of(title.text));
    Piece piece;
    piece.text = std::move(title.text);
    piece.span = title.span;
    piece.source = std::move(title.source);
    Piece rest = cut(piece, {found->rest, static_cast<uint32_t>(piece.text.size())});
    title.text = std::move(rest.text);
    title.span = rest.span;
    title.source = std::move(rest.source);
  }
  return title;
}

}  // namespace synoptic::clean
