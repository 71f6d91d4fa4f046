#include "clean/title.h"

#include <algorithm>
#include <array>

#include "clean/cue_match.h"
#include "clean/page.h"
#include "clean/people.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr uint32_t kMostOutletWords = 5;
constexpr uint32_t kMostOutletSigns = 12;
constexpr uint32_t kWidestOutlet = 42;
constexpr uint32_t kNarrowestTitle = 12;
constexpr uint32_t kJunkPercent = 60;  // of the text that may stand between two copies of a title
constexpr uint32_t kJunkWidth = 120;

bool is_candidate(const Page& page, size_t i) {
  const Line& line = page.lines[i];
  return !line.piece.outside && page.marks[i].role == LineRole::kText &&
         page.marks[i].reason.empty() && is_title_like(line) &&
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
    if (!page.lines[i].piece.outside && page.lines[i].key == key) return i;
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
    if (!line.piece.outside && line.key == key) {
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
  title.key = page.lines[line].key;
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

bool looks_like_outlet(const Page& page, size_t i, const Knowledge& knowledge) {
  const Line& line = page.lines[i];
  const bool spaceless = text::is_spaceless(text::decode(line.piece.text, 0).value);
  if (line.words > (spaceless ? kMostOutletSigns : kMostOutletWords)) return false;
  return line.width <= kWidestOutlet && names_outlet(knowledge, line.piece.text);
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
    if (!head.lines.empty() && page.lines[head.lines.back()].key == page.lines[i].key) {
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
    if (!page.lines[i].piece.outside && page.lines[i].key == page.lines[line].key) return true;
  }
  return false;
}

// Without any word from the page itself: the line that is a headline by its place and look.
size_t line_by_look(const Page& page, size_t text, const Knowledge& knowledge, Title& title) {
  HeadLines head = head_lines(page, text);
  if (head.lines.empty()) return kNoLine;
  if (head.lines.size() > 1) {
    for (const size_t line : head.lines) {
      if (comes_again(page, line, text) && page.lines[line].width >= kNarrowestTitle) {
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
        return page.lines[line].key == page.lines[title.outlet.front()].key;
      });
    }
  }
  size_t best = 0;
  while (best + 1 < head.lines.size()) {
    const Line& line = page.lines[head.lines[best]];
    const Line& next = page.lines[head.lines[best + 1]];
    const bool outlet = looks_like_outlet(page, head.lines[best], knowledge);
    const bool dated = byline_between(page, head.lines[best], head.lines[best + 1]);
    const bool shorter = line.width <= kWidestOutlet && line.words <= 3 * kMostOutletWords &&
                         line.width * 3 < next.width * 2 &&
                         (line.words <= kMostOutletWords || line.width < 30);
    if (!outlet && (dated || !shorter)) break;
    title.outlet.push_back(head.lines[best]);
    ++best;
  }
  return head.lines.empty() ? kNoLine : head.lines[best];
}

}  // namespace

size_t first_paragraph(const Page& page, size_t from) {
  for (size_t i = from; i < page.lines.size(); ++i) {
    if (is_paragraph(page, i)) return i;
  }
  return kNoLine;
}

std::string without_site_name(std::string_view title, const Page& page, std::string& outlet) {
  // The longest beginning that stands on the page as a line of its own.
  constexpr std::array<std::string_view, 8> kSeparators{" - ",  " | ", " – ", " — ",
                                                        " :: ", " · ", "_",   "｜"};
  for (size_t end = title.size(); end > 0;) {
    size_t at = std::string_view::npos, size = 0;
    for (const std::string_view separator : kSeparators) {
      const size_t found = title.substr(0, end).rfind(separator);
      if (found != std::string_view::npos && (at == std::string_view::npos || found > at)) {
        at = found;
        size = separator.size();
      }
    }
    if (at == std::string_view::npos || at == 0) break;
    const std::string key = key_of(title.substr(0, at));
    for (const Line& line : page.lines) {
      if (line.key != key || key.empty()) continue;
      outlet = text::trim_space(title.substr(at + size));
      return std::string(text::trim_space(title.substr(0, at)));
    }
    end = at;
  }
  return std::string(text::trim_space(title));
}

namespace {

// What one element of the page says the title is.
struct Statement {
  const TitleCandidate* candidate = nullptr;
  std::string text, key;  // without the site's name
  size_t support = 0;     // how many other kinds of element say the same, or nearly
  bool doubtful = false;  // a headline of something else: the site, a section, a banner
};

// Open Graph and Twitter are filled from one field as a rule.
std::string_view kind_of(const Statement& statement) {
  const std::string_view where = statement.candidate->where;
  return where == "twitter" ? "og" : where;
}

// The same words, or the same with a kicker in front or a site's name behind.
bool agree(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  constexpr size_t kLeastPercent = 40;
  if (b.size() * 100 < a.size() * kLeastPercent) return false;
  return a.starts_with(b) || a.ends_with(b);
}

// How many kinds of element, `but` left out, say a title for which `says` holds.
template <typename Says>
size_t kinds_that(const std::vector<Statement>& statements, std::string_view but, Says says) {
  size_t count = 0;
  for (const std::string_view kind : {"front_matter", "h1", "json_ld", "og", "title"}) {
    count += kind != but && std::any_of(statements.begin(), statements.end(), [&](const auto& s) {
               return kind_of(s) == kind && says(s);
             });
  }
  return count;
}

bool share_words(const Statement& a, const Statement& b) {
  const auto words_of = [](const Statement& statement) {
    Piece piece;
    piece.text = statement.text;
    return topic_words(measure(std::move(piece)));
  };
  return overlap(words_of(a), words_of(b)) > 0;
}

// An <h1> is the page's headline as a rule; it is a banner's or the site's where another one, or
// everything else the page says, agrees on another title.
void doubt_strangers(std::vector<Statement>& statements) {
  const Statement* surest = nullptr;  // of the headings
  const Statement* other = nullptr;   // of the rest
  for (const Statement& statement : statements) {
    const Statement*& best = statement.candidate->where == "h1" ? surest : other;
    if (best == nullptr || statement.support > best->support) best = &statement;
  }
  // A headline that nothing else knows, where all the rest agree, is another version's or a link's.
  if (other != nullptr && other->support >= 2) {
    for (Statement& statement : statements) {
      const std::string_view where = statement.candidate->where;
      statement.doubtful = statement.support == 0 && where != "h1" && where != "front_matter";
    }
  }
  if (surest == nullptr) return;
  constexpr uint32_t kWidestName = 24;  // of a site or a section
  for (Statement& statement : statements) {
    if (statement.candidate->where != "h1") continue;
    if (surest->support > 0) {
      statement.doubtful = statement.support < surest->support;
    } else if (other != nullptr && other->support > 0) {
      const uint32_t width = width_of(statement.text);
      statement.doubtful = width <= kWidestName && width * 2 <= width_of(other->text) &&
                           !share_words(statement, *other);
    }
  }
}

std::vector<Statement> weigh_statements(const Page& page,
                                        const std::vector<TitleCandidate>& candidates) {
  std::vector<Statement> statements;
  for (const TitleCandidate& candidate : candidates) {
    std::string outlet;
    Statement statement{&candidate, without_site_name(candidate.text, page, outlet), {}, 0, false};
    statement.key = key_of(statement.text);
    if (!statement.key.empty()) statements.push_back(std::move(statement));
  }
  for (Statement& statement : statements) {
    statement.support = kinds_that(statements, kind_of(statement), [&](const Statement& other) {
      return agree(other.key, statement.key);
    });
  }
  doubt_strangers(statements);
  return statements;
}

// The author's own statement, the headings, then what most of the page's data agree on.
std::vector<const Statement*> in_order_of_trust(const std::vector<Statement>& statements) {
  const auto rank = [](const Statement& statement) -> size_t {
    if (statement.candidate->where == "front_matter") return 9;
    return statement.candidate->where == "h1" ? 8 : statement.support;
  };
  std::vector<const Statement*> order;
  for (const std::string_view where : {"front_matter", "h1", "json_ld", "og", "twitter", "title"}) {
    for (const Statement& statement : statements) {
      if (statement.candidate->where == where && !statement.doubtful) order.push_back(&statement);
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](const Statement* a, const Statement* b) { return rank(*a) > rank(*b); });
  return order;
}

// For a page whose text holds none of its titles.
const Statement* best_stated(const std::vector<Statement>& statements) {
  const auto worth = [](const Statement& statement) -> size_t {
    const std::string_view where = statement.candidate->where;
    if (where == "front_matter") return 9;
    return statement.support + (where == "h1" ? 2 : where == "json_ld" ? 1 : 0);
  };
  const Statement* best = nullptr;
  for (const Statement* statement : in_order_of_trust(statements)) {
    if (best == nullptr || worth(*statement) > worth(*best)) best = statement;
  }
  return best;
}

bool is_joint(char32_t c) {
  return c == ':' || c == 0xFF1A || c == '-' || c == 0x2013 || c == 0x2014 || c == ',' || c == '|';
}

// "Kicker Headline" in one heading, where the page says the headline alone in two other places.
void cut_kicker(const std::vector<Statement>& statements, Title& title) {
  constexpr uint32_t kWidestKicker = 45;
  for (const Statement& statement : statements) {
    const std::string& headline = statement.text;
    if (title.text.size() <= headline.size() || !title.text.ends_with(headline)) continue;
    const auto begin = static_cast<uint32_t>(title.text.size() - headline.size());
    const uint32_t front = width_of(std::string_view(title.text).substr(0, begin));
    if (front > kWidestKicker || front >= width_of(headline)) continue;
    const char32_t before = text::decode_before(title.text, begin).value;
    const char32_t first = text::decode(headline, 0).value;
    // "Place: what happened" is one headline, and so is a word cut in two.
    const size_t last = text::trim_space(std::string_view(title.text).substr(0, begin)).size();
    if (last == 0 || is_joint(text::decode_before(title.text, last).value)) continue;
    if (text::is_letter(before) && text::is_letter(first) && !text::is_upper(first)) continue;
    if (kinds_that(statements, "h1", [&](const auto& s) { return s.text == headline; }) < 2)
      continue;
    Piece piece;
    piece.text = title.text;
    piece.span = title.span;
    piece.source = title.source;
    Piece rest = cut(piece, {begin, static_cast<uint32_t>(title.text.size())});
    title.text = std::move(rest.text);
    title.key = key_of(title.text);
    title.span = rest.span;
    title.source = std::move(rest.source);
    return;
  }
}

}  // namespace

Title choose_title(const Page& page, const std::vector<TitleCandidate>& candidates,
                   const Knowledge& knowledge) {
  Title title;
  const std::vector<Statement> statements = weigh_statements(page, candidates);
  // A title that stands on the page as well is the surest.
  for (const Statement* statement : in_order_of_trust(statements)) {
    const size_t line = copy_with_text(page, statement->key);
    if (line == kNoLine) continue;
    take_line(page, line, title);
    cut_kicker(statements, title);
    return title;
  }
  if (const Statement* stated = best_stated(statements)) {
    take_candidate(*stated->candidate, stated->text, title);
    return title;
  }
  const size_t text = first_paragraph(page, 0);
  if (text == kNoLine) return title;
  const size_t line = line_by_look(page, text, knowledge, title);
  if (line != kNoLine) {
    const size_t last = last_copy_before(page, page.lines[line].key, text);
    take_line(page, last == kNoLine ? line : last, title);
  }
  return title;
}

}  // namespace synoptic::clean
