#include "clean/classify.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"
#include "clean/bars.h"
#include "clean/cue_match.h"
#include "clean/headline_lines.h"
#include "clean/neighbour_lines.h"
#include "clean/people/author_address.h"
#include "clean/people/byline_labels.h"
#include "clean/people/origins.h"
#include "clean/people/people.h"
#include "clean/pointers.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"
#include "text/words.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr uint32_t kWidestChaff = 150;
constexpr uint32_t kWidestFooter = 420;

struct ChaffKind {
  std::string_view kind, reason;
  uint32_t widest;
};
// Cue kinds whose lines are never an article's, and the reason that is given.
constexpr std::array<ChaffKind, 15> kChaff{{{"share", "share", kWidestChaff},
                                            {"subscribe", "subscribe", kWidestChaff},
                                            {"consent", "consent", kWidestFooter},
                                            {"copyright", "copyright", kWidestFooter},
                                            {"no_reprint", "copyright", kWidestChaff},
                                            {"comments", "comments", kWidestChaff},
                                            {"advertisement", "advertisement", kWidestChaff},
                                            {"paywall", "paywall", kWidestFooter},
                                            {"toolbar", "toolbar", 60},
                                            {"navigation_word", "navigation", 100},
                                            {"photo_label", "caption_credit", kWidestChaff},
                                            {"read_time", "byline", 40},
                                            {"footer_word", "footer", kWidestFooter},
                                            {"site_note", "note", kWidestFooter},
                                            {"screen_word", "toolbar", 60}}};

// Few lines have one, and it is large.
std::unique_ptr<Byline> kept(std::optional<Byline> byline) {
  return byline ? std::make_unique<Byline>(std::move(*byline)) : nullptr;
}

uint32_t words_in(std::string_view text) { return static_cast<uint32_t>(text::words(text).size()); }

// "Home > World > Asia": a first word of menus and signs between short parts.
bool is_breadcrumb(const Line& line, const Knowledge& knowledge) {
  if (line.width > 120 || line.full_stop) return false;
  const auto home = cue_in_front(knowledge, "home_word", line);
  if (!home) return false;
  std::string_view rest = std::string_view(line.piece.text).substr(home->range.end);
  // The cue may hold the sign.
  if (home->range.of(line.piece.text).ends_with('>')) return true;
  for (const std::string_view sign :
       {">", "›", "»", "/", "|", "\\", "→", "·", "—", "-", "<", "«"}) {
    if (rest.find(sign) != std::string_view::npos) return true;
  }
  return text::trim_space(rest).empty();
}

// "#budget #taxes": two tags or more and nothing else.
bool is_list_of_tags(const Line& line) {
  const std::string_view text = line.piece.text;
  if (!text.starts_with('#') || text.find(' ') == std::string_view::npos) return false;
  size_t tags = 0;
  for (const std::string_view word : split_trimmed(text, ' ')) {
    const bool tag = word.starts_with('#') && word.size() > 1 && word.find('#', 1) == word.npos;
    if (!tag || !text::is_letter(text::decode(word, 1).value)) return false;
    ++tags;
  }
  return tags >= 2;
}

// Behind the label "| economy | taxes", and no row of a table or of links.
bool lists_between_strokes(const Line& line, uint32_t label_end) {
  const std::string_view rest =
      text::trim_space(std::string_view(line.piece.text).substr(label_end));
  return rest.starts_with('|') && rest.find('|', 1) != rest.npos && line.piece.links.empty() &&
         line.piece.kind == model::BlockKind::kParagraph;
}

// "[Related]", "【関連記事】", "<관련기사>": nothing but the label.
bool is_bracketed_label(std::string_view text, const Knowledge& knowledge) {
  constexpr size_t kLongest = 80;
  if (text.size() > kLongest) return false;
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"[", "]"},
                                    {"【", "】"},
                                    {"<", ">"},
                                    {"〈", "〉"},
                                    {"［", "］"}}) {
    if (!text.starts_with(open) || !text.ends_with(close)) continue;
    const std::string_view inner =
        text.substr(open.size(), text.size() - std::min(text.size(), open.size() + close.size()));
    return whole_cue(knowledge, "read_also", text::trim_space(inner)) != nullptr;
  }
  return false;
}

std::optional<Mark> read_label(const Line& line, const Knowledge& knowledge) {
  Mark mark;
  const std::string_view text = line.piece.text;
  if (is_bracketed_label(text, knowledge)) {
    mark.role = LineRole::kRelated;
    mark.reason = "related";
    return mark;
  }
  if (const auto hit = cue_in_front(knowledge, "read_also", line)) {
    const uint32_t words = words_in(hit->rest.of(text));
    const bool spaceless = words > 0 && text::words(hit->rest.of(text))[0].spaceless;
    const bool open = hit->cue->value == "open";
    const uint32_t limit = open ? 5 : spaceless ? 3 : 2;
    mark.reason = "related";
    mark.rest = hit->rest;
    // "Más de 300 heridos en Lima" counts.
    const bool counts = open && !hit->colon && hit->rest.begin < text.size() &&
                        text::is_digit(text::decode(text, hit->rest.begin).value);
    if (words <= limit && !counts) {
      mark.role = LineRole::kRelated;
      return mark;
    }
    if (!counts && (hit->colon || !line.piece.links.empty())) {
      mark.role = LineRole::kRelatedInline;
      return mark;
    }
  }
  mark = {};
  if (const auto hit = cue_in_front(knowledge, "keywords_label", line);
      hit && !hit->rest.empty() && (hit->colon || lists_between_strokes(line, hit->range.end))) {
    mark.role = LineRole::kKeywords;
    mark.reason = "keywords";
    mark.rest = hit->rest;
    return mark;
  }
  if (is_list_of_tags(line)) {
    mark.role = LineRole::kKeywords;
    mark.reason = "keywords";
    mark.rest = {0, static_cast<uint32_t>(text.size())};
    return mark;
  }
  if (const auto hit = cue_in_front(knowledge, "source_label", line);
      hit && (hit->colon || hit->cue->value == "bare") && !hit->rest.empty() && line.width <= 120 &&
      !is_strong_prose(line) && !(line.piece.marked_heading && tells_news(knowledge, *hit, line))) {
    mark.role = LineRole::kSource;
    mark.reason = "source";
    mark.rest = hit->rest;
    return mark;
  }
  return std::nullopt;
}

// "4 min read": a number and the words around it, nothing else.
bool is_reading_time(const Line& line, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 30;
  return line.width <= kWidest && text::has_digit(line.piece.text) &&
         cue_inside(knowledge, "read_time", line) && unexplained_words(knowledge, line, 0) == 0;
}

std::optional<Mark> read_chaff(const Line& line, const Knowledge& knowledge) {
  for (const ChaffKind& kind : kChaff) {
    if (line.width > kind.widest) continue;
    const knowledge::Cue* cue = cue_of_line(knowledge, kind.kind, line);
    if (cue == nullptr || begins_news(knowledge, *cue, line)) continue;
    Mark mark;
    mark.role = LineRole::kChaff;
    mark.reason = kind.reason;
    return mark;
  }
  const std::string_view bar =
      is_reading_time(line, knowledge) ? "byline"
      : is_button_bar(knowledge, line) ? "share"
      : is_counter_bar(line)           ? "views"
      : is_score_bar(line)             ? "comments"
      : is_breadcrumb(line, knowledge) || is_section_bar(knowledge, line) || section_label(line)
          ? "navigation"
          : std::string_view{};
  if (bar.empty()) return std::nullopt;
  Mark mark;
  mark.role = LineRole::kChaff;
  mark.reason = bar;
  return mark;
}

// "字号：大 小 | 打印 | 分享到：微博 | 阅读量：6.2万": each part between strokes is a bar or a counter.
bool is_row_of_bars(const Line& line, const Knowledge& knowledge) {
  constexpr std::array<std::string_view, 3> kStrokes{"|", "｜", " · "};
  const std::string_view text = line.piece.text;
  for (const std::string_view stroke : kStrokes) {
    if (text.find(stroke) == text.npos || line.width > kWidestChaff) continue;
    for (size_t at = 0; at <= text.size();) {
      const size_t end = std::min(text.find(stroke, at), text.size());
      const Line part = line_of_words(text::trim_space(text.substr(at, end - at)));
      if (part.has_key() && !counts_readers(knowledge, part) && !read_chaff(part, knowledge)) {
        return false;
      }
      at = end + stroke.size();
    }
    return true;
  }
  return false;
}

// Encoded data, or a key held down: kilobytes without a blank are no words.
bool has_no_words(const Line& line) {
  constexpr size_t kLeast = 16 << 10, kLongestWord = 1000;
  const size_t size = line.piece.text.size();
  return size >= kLeast && line.words * kLongestWord < size;
}

// [name key="value" …]: code of the site's editor that nothing has run.
bool is_short_code(const Line& line) {
  const std::string_view text = line.piece.text;
  return text.starts_with('[') && text.ends_with(']') && text.find("=\"") != std::string_view::npos;
}

// "3 of 57", "3/57": which of the pictures is shown.
bool is_counter(const Line& line) {
  constexpr uint32_t kWidest = 14;
  constexpr size_t kMostDigits = 4, kMostBetween = 5;
  const std::string_view text = line.piece.text;
  if (line.width > kWidest) return false;
  const size_t first = std::min(text.find_first_not_of("0123456789"), text.size());
  const size_t last = text.find_last_not_of("0123456789");
  if (first == 0 || last == text.npos || last + 1 == text.size() || first > last) return false;
  const std::string_view between = text.substr(first, last + 1 - first);
  const size_t digits = text.size() - last - 1;
  if (text::has_digit(between) || first > digits || digits > kMostDigits) return false;
  // "14 May 2025" is a day.
  if (digits == kMostDigits && knowledge::parse_date(text)) return false;
  const bool parted = between == "/" || (between.starts_with(' ') && between.ends_with(' '));
  constexpr std::string_view kReckons = "-+:.,";
  return parted && between.size() <= kMostBetween &&
         between.find_first_of(kReckons) == between.npos;
}

bool is_address(const Line& line) {
  return url::is_web(line.piece.text) && line.piece.text.find(' ') == std::string::npos;
}

// "Permalink https://…": the page's own.
bool is_named_address(const Line& line, const Knowledge& knowledge) {
  const std::string_view text = line.piece.text;
  const size_t blank = text.rfind(' ');
  return blank != text.npos && url::is_web(text.substr(blank + 1)) &&
         whole_cue(knowledge, "screen_word", text.substr(0, blank));
}

// "Name - Outlet" in an element that is called a by-line.
std::unique_ptr<Byline> writer_and_outlet(const Line& line, const Knowledge& knowledge) {
  const auto both = person_and_outlet(knowledge, line.piece.text);
  if (!both) return nullptr;
  auto byline = std::make_unique<Byline>();
  model::Author author;
  author.name = both->person.of(line.piece.text);
  author.span = line.piece.source.to_source(both->person);
  byline->authors.push_back(std::move(author));
  byline->publisher =
      publisher_of(both->outlet.of(line.piece.text), line.piece.source.to_source(both->outlet));
  return byline;
}

// A name that is a link to its bearer's page and nothing else.
std::unique_ptr<Byline> linked_writer(const Line& line) {
  const Piece& piece = line.piece;
  if (piece.links.size() != 1 || piece.links[0].range.size() != piece.text.size() ||
      (!piece.links[0].url.empty() && !leads_to_author(piece.links[0].url)) ||
      !BylineLabels::may_name(piece.text)) {
    return nullptr;
  }
  auto byline = std::make_unique<Byline>();
  model::Author author;
  author.name = piece.text;
  author.url = piece.links[0].url;
  author.span = piece.span;
  byline->authors.push_back(std::move(author));
  return byline;
}

// What a reader has put outside may still say who, when and where from.
Mark outside_mark(const Line& line, const Knowledge& knowledge, std::string_view lang) {
  Mark mark;
  const std::string_view reason = line.piece.reason;
  if ((reason.empty() || reason == "navigation") && cites_by_link(line, knowledge)) {
    mark.role = LineRole::kLink;
    mark.reason = "origin_link";
    return mark;
  }
  if (!reason.empty() && !is_quiet(line.piece) && line.width <= kWidestChaff) {
    auto label = read_label(line, knowledge);
    if (label && (label->role == LineRole::kSource || label->role == LineRole::kKeywords)) {
      mark = std::move(*label);
    }
    const bool byline = reason == "byline" || reason == "date";
    if (byline || (reason == "tags" && text::has_digit(line.piece.text))) {
      mark.byline = kept(parse_byline(line, knowledge, lang));
    }
    // Of what is only near the text both have to be told.
    if (mark.byline && !byline && (mark.byline->dates.empty() || mark.byline->authors.empty())) {
      mark.byline.reset();
    }
    if (!mark.byline && reason == "byline") mark.byline = writer_and_outlet(line, knowledge);
    if (!mark.byline && reason == "byline") mark.byline = linked_writer(line);
    if (mark.byline) mark.role = LineRole::kByline;
  }
  mark.reason = reason.empty() ? "navigation" : reason;
  return mark;
}

}  // namespace

namespace {

// "发布于：place", "Posted in: place": where it was published, and no day.
bool is_label_of_place(const Line& line, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 30;
  if (line.width > kWidest || line.piece.marked_heading || line.full_stop) return false;
  const auto label = cue_in_front(knowledge, "published_label", line);
  return label && label->colon && words_in(label->rest.of(line.piece.text)) <= 4;
}

}  // namespace

Mark classify(const Line& line, const Knowledge& knowledge, std::string_view lang) {
  Mark mark;
  if (line.piece.outside) {
    return outside_mark(line, knowledge, lang);
  }
  if (is_address(line)) {
    mark.role = LineRole::kLink;
    mark.reason = "origin_link";
    return mark;
  }
  if (is_named_address(line, knowledge)) {
    mark.role = LineRole::kChaff;
    mark.reason = "toolbar";
    return mark;
  }
  if (has_no_words(line) || is_short_code(line) || is_counter(line)) {
    mark.role = LineRole::kChaff;
    mark.reason = "no_words";
    return mark;
  }
  if (line.width > kWidestFooter) return mark;
  if (auto label = read_label(line, knowledge)) {
    // "Source: X  2026-05-07 10:00  reporter Y" says more than its label.
    if (label->role == LineRole::kSource) {
      auto more = parse_byline(line, knowledge, lang);
      if (more && !more->origins.empty() && (!more->dates.empty() || !more->authors.empty())) {
        label->role = LineRole::kByline;
        label->byline = kept(std::move(more));
        label->reason = {};
      }
    }
    return std::move(*label);
  }
  if (counts_readers(knowledge, line)) {
    // "Posted 2026-05-07 10:00, read 12 times" says more than its count.
    if (auto more = parse_byline(line, knowledge, lang); more && !more->dates.empty()) {
      mark.role = LineRole::kByline;
      mark.byline = kept(std::move(more));
      return mark;
    }
    mark.role = LineRole::kViews;
    mark.reason = "views";
    return mark;
  }
  if (line.piece.kind == model::BlockKind::kCaption) return mark;
  auto byline = parse_byline(line, knowledge, lang);
  // A date beside a copyright sign is the footer's.
  if (byline && cue_inside(knowledge, "copyright", line)) byline.reset();
  if (byline) {
    mark.role = LineRole::kByline;
    mark.byline = kept(std::move(byline));
    return mark;
  }
  if (auto chaff = read_chaff(line, knowledge)) return std::move(*chaff);
  if (is_row_of_bars(line, knowledge)) {
    mark.role = LineRole::kChaff;
    mark.reason = "toolbar";
    return mark;
  }
  if (is_label_of_place(line, knowledge)) {
    mark.role = LineRole::kChaff;
    mark.reason = "byline";
  } else if (is_labelled_link(line)) {
    mark.role = LineRole::kChaff;
    mark.reason = "related";
  }
  return mark;
}

Page classify_all(std::vector<Line> lines, const Knowledge& knowledge, std::string_view lang) {
  Page page;
  page.marks.reserve(lines.size());
  for (const Line& line : lines) page.marks.push_back(classify(line, knowledge, lang));
  mark_by_neighbours(knowledge, lines, page.marks);
  page.lines = std::move(lines);
  return page;
}

}  // namespace synoptic::clean
