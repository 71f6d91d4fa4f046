// Markdown as readers' tools save it: the page's menus come along as lists of links, every image as
// its address, the headline several times. Marks what is certainly no running text and collects
// what the page says of itself.
#include <algorithm>
#include <deque>
#include <utility>

#include "base/strings.h"
#include "clean/html/site_links.h"
#include "clean/page.h"
#include "clean/people/origins.h"
#include "clean/people/people.h"
#include "clean/plain/inline_markdown.h"
#include "clean/plain/markdown_head.h"
#include "clean/plain/markdown_table.h"
#include "clean/plain/wrap.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using model::BlockKind;

constexpr uint32_t kLinkWords = 70;  // percent of a line that makes it a line of links

struct Mark {          // what stands in front of a line's words
  uint32_t begin = 0;  // of the words
  int heading = 0;     // 1-6
  bool item = false, quote = false;
  int number = 0;  // of a numbered item
};

bool is_rule(std::string_view line) {
  line = trim(line);
  if (line.size() < 3 || (line[0] != '-' && line[0] != '*' && line[0] != '_' && line[0] != '=')) {
    return false;
  }
  return line.find_first_not_of(std::string{line[0], ' '}) == std::string_view::npos;
}

// `next_number`: what a numbered list would go on with.
Mark read_mark(std::string_view text, uint32_t begin, uint32_t end, int next_number) {
  Mark mark;
  uint32_t at = begin;
  const auto skip_blanks = [&] {
    while (at < end && (text[at] == ' ' || text[at] == '\t')) ++at;
  };
  skip_blanks();
  while (at < end && text[at] == '>') {
    mark.quote = true;
    ++at;
    skip_blanks();
  }
  if (at < end && text[at] == '#') {
    uint32_t signs = at;
    while (signs < end && text[signs] == '#') ++signs;
    if (signs - at <= 6 && (signs == end || text[signs] == ' ' || text[signs] == '\t')) {
      mark.heading = static_cast<int>(signs - at);
      at = signs;
    }
  } else if (at + 1 < end && (text[at] == '*' || text[at] == '-' || text[at] == '+') &&
             (text[at + 1] == ' ' || text[at + 1] == '\t')) {
    mark.item = true;
    at += 2;
  } else {
    uint32_t digits = at;
    while (digits < end && digits - at < 3 && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits > at && digits + 1 < end && (text[digits] == '.' || text[digits] == ')') &&
        text[digits + 1] == ' ') {
      // "8. Juli" is a day, not an item: a list begins with 1 and counts on.
      int number = 0;
      for (uint32_t i = at; i < digits; ++i) number = number * 10 + (text[i] - '0');
      if (number == 1 || number == next_number) {
        mark.item = true;
        mark.number = number;
        at = digits + 2;
      }
    }
  }
  skip_blanks();
  mark.begin = at;
  return mark;
}

class MarkdownReader {
 public:
  MarkdownReader(const model::Capture& capture, const knowledge::Knowledge& knowledge)
      : capture_(capture), knowledge_(knowledge) {}

  Draft read() {
    const std::string_view text = capture_.text;
    for (uint32_t at = capture_.body_begin; at < text.size();) {
      const auto end = static_cast<uint32_t>(std::min(text.find('\n', at), text.size()));
      read_line(at, end);
      at = end + 1;
    }
    close_run();
    collect_site_links(sites_, capture_.url, draft_.facts);
    take_section_heading(draft_, knowledge_);
    take_feed_heading(draft_);
    if (capture_.front_matter.empty()) take_site_name();
    return std::move(draft_);
  }

 private:
  void read_line(uint32_t begin, uint32_t end) {
    const std::string_view line = std::string_view(capture_.text).substr(begin, end - begin);
    const std::string_view content = trim(line);
    if (content.starts_with("```") || content.starts_with("~~~")) {
      close_run();
      fenced_ = !fenced_;
      gap_ = true;
      return;
    }
    if (fenced_) return put_code({begin, end});
    if (text::trim_space(line).empty()) {
      close_run();
      gap_ = true;
      return;
    }
    if (is_rule(line)) return underline(content[0]);
    const Mark mark = read_mark(capture_.text, begin, end, next_number_);
    next_number_ = mark.number > 0 ? mark.number + 1 : 0;
    const bool plain = mark.heading == 0 && !mark.item && !mark.quote;
    if (plain) {
      run_.push_back({begin, end});
      return;
    }
    close_run();
    Span span{mark.begin, end};
    if (mark.heading > 0) {
      // "## Heading ##": the closing signs are not text.
      while (span.end > span.begin &&
             (capture_.text[span.end - 1] == '#' || capture_.text[span.end - 1] == ' ' ||
              capture_.text[span.end - 1] == '\r')) {
        --span.end;
      }
    }
    put(span, mark);
  }

  // "Title" over "=====" is a heading; any other rule parts blocks.
  void underline(char sign) {
    // Of more lines only the last is meant: "Markdown Content:" stands over it.
    if (!run_.empty() && (sign == '=' || (sign == '-' && run_.size() == 1))) {
      Mark mark;
      mark.heading = sign == '=' ? 1 : 2;
      const Span last = run_.back();
      run_.pop_back();
      close_run();
      put(last, mark);
    } else {
      close_run();
      rule_ = true;
    }
    gap_ = true;
  }

  void close_run() {
    constexpr size_t kNarrowest = 20;  // columns; lines of one paragraph, whatever their width
    for (size_t at = 0; at < run_.size();) {
      const MarkdownTable table = table_in(capture_.text, run_, at);
      const auto begin = run_.begin() + static_cast<std::ptrdiff_t>(at);
      const auto end = run_.begin() + static_cast<std::ptrdiff_t>(table.begin);
      const RunPlace place = draft_.pieces.empty() ? RunPlace::kTop : RunPlace::kBelow;
      for (const Span span : unwrap(capture_.text, {begin, end}, kNarrowest, place)) {
        put(span, Mark{});
      }
      for (size_t row = table.begin; row < table.end; ++row) {
        if (row != table.begin + 1) put_row(inner_row(capture_.text, run_[row]));
      }
      at = table.end;
    }
    run_.clear();
  }

  void put_row(Span span) {
    Piece piece = read_inline(capture_.text, span).piece;
    if (piece.text.empty()) return;
    for (Link& link : piece.links) {
      link.url = draft_.addresses.emplace_back(url::resolve(capture_.url, link.url));
    }
    piece.gap_before = std::exchange(gap_, false);
    piece.rule_before = std::exchange(rule_, false);
    piece.kind = BlockKind::kTable;
    draft_.pieces.push_back(std::move(piece));
  }

  void put_code(Span span) {
    Piece piece = piece_of(capture_.text, span);
    if (piece.text.empty()) return;
    piece.outside = true;
    piece.reason = "code";
    draft_.pieces.push_back(std::move(piece));
  }

  void put(Span span, const Mark& mark) {
    InlineText content = read_inline(capture_.text, span);
    Piece& piece = content.piece;
    piece.gap_before = gap_;
    piece.rule_before = rule_;
    gap_ = rule_ = false;
    const bool below_image = std::exchange(image_above_, false);
    const auto kept = [&](std::string_view words) -> std::string_view {
      return site_words_.emplace_back(words);
    };
    for (const ImageLink& image : content.images) {
      sites_.push_back({kept(image.label), kept(image.url), image.span, true, mark.item});
    }
    for (const Link& link : piece.links) {
      sites_.push_back(
          {kept(link.range.of(piece.text)), kept(link.url), link.span, false, mark.item});
    }
    // As written: without the page's own address nothing can be resolved.
    const std::string address(piece.links.size() == 1 ? piece.links[0].url : std::string_view());
    for (Link& link : piece.links) {
      link.url = draft_.addresses.emplace_back(url::resolve(capture_.url, link.url));
    }
    if (piece.text.empty()) return put_image(std::move(piece), span);
    if (mark.quote) piece.kind = BlockKind::kQuote;
    if (mark.item) piece.kind = BlockKind::kListItem;
    if (below_image && piece.kind == BlockKind::kParagraph &&
        (is_caption_in_italics(piece, raw_of(span), knowledge_) || is_caption_with_source(piece))) {
      piece.kind = BlockKind::kCaption;
    }
    // As `read --format markdown` writes them.
    const std::string_view raw = raw_of(span);
    if (own_ && piece.kind == BlockKind::kParagraph && raw.size() > 2 && raw.front() == '*' &&
        raw.back() == '*' && !raw.starts_with("**")) {
      piece.kind = BlockKind::kCaption;
    }
    if (mark.heading > 0) cut_headline(piece);
    if (mark.heading > 0) {
      piece.kind = BlockKind::kHeading;
      piece.level = mark.heading;
      piece.marked_heading = true;
      if (mark.heading == 1) {
        draft_.facts.titles.push_back({piece.text, piece.span, "h1"});
      }
    } else if (is_link_line(content) && !names_source(piece, knowledge_)) {
      piece.outside = true;
      piece.reason = "navigation";
      // Blogs link the day of an entry to its archive.
      if (!mark.item && knowledge::parse_date(piece.text)) piece.reason = "date";
      if (!mark.item && links_writer(draft_.pieces, piece, address, knowledge_)) {
        piece.reason = "byline";
      }
    }
    draft_.pieces.push_back(std::move(piece));
  }

  // At the top a link to the front page of the host that other links lead into: its words.
  void take_site_name() {
    constexpr size_t kLatest = 3;
    constexpr uint32_t kWidest = 42;
    for (size_t i = 0; i < draft_.pieces.size() && i < kLatest; ++i) {
      const Piece& piece = draft_.pieces[i];
      if (piece.links.size() != 1 || piece.marked_heading || width_of(piece.text) > kWidest)
        continue;
      const auto home = url::parse(piece.links[0].url);
      if (!home || home->path.size() > 1 || home->has_query || home->host.empty()) continue;
      if (piece.links[0].range.size() != piece.text.size()) continue;
      const bool inside =
          std::any_of(draft_.pieces.begin(), draft_.pieces.end(), [&](const Piece& other) {
            return std::any_of(other.links.begin(), other.links.end(), [&](const Link& link) {
              const auto target = url::parse(link.url);
              return target && target->host == home->host && target->path.size() > 1;
            });
          });
      if (inside) draft_.facts.publisher = publisher_of(piece.text, piece.span);
      return;
    }
  }

  // "[Headline](…) [(host.org)](…) [38](…)": the headline is the first of its links; the address
  // behind the host's name is where the story was found.
  void cut_headline(Piece& piece) {
    constexpr uint32_t kNarrowest = 20, kWidestRest = 50;
    if (piece.links.size() < 2 || piece.links[0].range.begin != 0) return;
    const std::string_view text = piece.text;
    const Range first = piece.links[0].range;
    if (width_of(first.of(text)) < kNarrowest || width_of(text.substr(first.end)) > kWidestRest) {
      return;
    }
    uint32_t end = first.end;
    for (const Link& link : piece.links) {
      if (!text::trim_space(text.substr(end, std::max(end, link.range.begin) - end)).empty())
        return;
      end = std::max(end, link.range.end);
    }
    if (end != text.size()) return;
    for (const Link& link : piece.links) {
      const std::string_view label = link.range.of(text);
      const bool host = label.starts_with('(') && label.ends_with(')') &&
                        label.find('.') != label.npos && label.find(' ') == label.npos;
      if (!host || !url::is_web(link.url)) continue;
      model::Origin origin;
      origin.url = link.url;
      origin.kind = "link";
      origin.span = link.span;
      draft_.facts.origins.push_back(std::move(origin));
    }
    const bool gap = piece.gap_before, rule = piece.rule_before;
    piece = cut(piece, first);
    piece.gap_before = gap;
    piece.rule_before = rule;
  }

  // A line that is links and little else. A bare address is left to the search for origins.
  static bool is_link_line(const InlineText& content) {
    const Piece& piece = content.piece;
    if (piece.links.empty() || url::is_web(piece.text)) return false;
    // "Source: [name](…)" says something about the article.
    const auto label =
        text::trim_space(std::string_view(piece.text).substr(0, piece.links.front().range.begin));
    if (label.ends_with(':') || label.ends_with("：")) return false;
    uint32_t words = 0, in_links = 0;
    for (size_t at = 0; at < piece.text.size();) {
      const text::CodePoint c = text::decode(piece.text, at);
      if (text::is_word(c.value)) words += c.length;
      at += c.length;
    }
    for (const Link& link : piece.links) {
      for (size_t at = link.range.begin; at < link.range.end && at < piece.text.size();) {
        const text::CodePoint c = text::decode(piece.text, at);
        if (text::is_word(c.value)) in_links += c.length;
        at += c.length;
      }
    }
    return in_links * 100 >= words * kLinkWords;
  }

  std::string_view raw_of(Span span) const {
    return text::trim_space(std::string_view(capture_.text).substr(span.begin, span.size()));
  }

  void put_image(Piece piece, Span span) {
    piece.span = span;
    piece.text = std::string(raw_of(span));
    piece.source = {};
    piece.source.append_whole(static_cast<uint32_t>(piece.text.size()), span);
    piece.links.clear();
    if (piece.text.empty()) return;
    image_above_ = true;
    piece.outside = true;
    piece.reason = "image";
    draft_.pieces.push_back(std::move(piece));
  }

  const model::Capture& capture_;
  const knowledge::Knowledge& knowledge_;
  Draft draft_;
  std::vector<Span> run_;
  std::vector<SiteLink> sites_;
  std::deque<std::string> site_words_;  // what they say
  bool gap_ = true, rule_ = false, fenced_ = false;
  bool image_above_ = false;  // the line above is a picture
  const bool own_ = model::find_front_matter(capture_, "sha256") != nullptr &&
                    model::find_front_matter(capture_, "id") != nullptr;  // our own output
  int next_number_ = 0;
};

}  // namespace

Draft read_markdown(const model::Capture& capture, const knowledge::Knowledge& knowledge) {
  return MarkdownReader(capture, knowledge).read();
}

}  // namespace synoptic::clean
