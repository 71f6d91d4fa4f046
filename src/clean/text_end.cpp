#include "clean/text_end.h"

#include <algorithm>

#include "clean/topic_words.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using model::BlockKind;

constexpr uint32_t kWideLine = 120;  // no headline of another article is that wide
constexpr uint32_t kWidestSaying = 200;
constexpr uint32_t kWidestSayer = 36;

class TextEnd : PageLines {
 public:
  TextEnd(const Page& page, size_t body) : PageLines(page), page_(page), body_(body) {}

  size_t find(bool has_markup) {
    last_ = body_;
    for (size_t i = body_; i < size(); ++i) {
      const bool broken_off = line(i).lead_in && line(i).width >= 60;  // "… next year...:"
      if (is_text(i) && (line(i).prose || broken_off || follows_lead_in(i))) last_ = i;
    }
    if (!has_markup) leave_last_questions();
    take_last_lists();
    take_last_rows();
    if (has_markup) take_last_answers();
    // A short last sentence is of the text as long as nothing else came between.
    for (size_t i = last_ + 1; i < size(); ++i) {
      if (outside(i) && line(i).piece.reason == "image") continue;
      if (stands_between(i) && sentence_follows(i)) continue;
      const Line& here = line(i);
      const bool sentence =
          (here.full_stop && !is_title_like(here)) || (has_markup && is_in_brackets(here));
      if (!is_text(i) || (!sentence && here.width < kWideLine) || here.words < 2 ||
          here.piece.kind != BlockKind::kParagraph || is_saying(page_, body_, i)) {
        break;
      }
      last_ = i;
    }
    return last_;
  }

 private:
  // "($1 = 0.92 euros)": what a figure of the text comes to.
  static bool is_in_brackets(const Line& line) {
    const std::string_view text = line.piece.text;
    return text.starts_with('(') && text.ends_with(')') && text.find(" = ") != text.npos &&
           text.find_first_of("0123456789") != text.npos;
  }

  static bool asks(const Line& line) {
    const std::string_view text = line.piece.text;
    return text.ends_with('?') || text.ends_with("？") || text.ends_with("؟");
  }

  // The last question of an interview, and an answer that is short.
  void take_last_answers() {
    constexpr std::ptrdiff_t kFewestAsked = 2;
    size_t question = next_inside(last_);
    if (question >= size() || !is_text(question) || !asks(line(question))) return;
    std::ptrdiff_t asked = 0;
    for (size_t i = body_; i <= last_; ++i) asked += is_text(i) && asks(line(i));
    while (asked >= kFewestAsked && question < size() && is_text(question) &&
           asks(line(question))) {
      const size_t answer = next_inside(question);
      if (answer >= size() || !is_text(answer) || asks(line(answer)) || !line(answer).full_stop ||
          line(answer).piece.kind != BlockKind::kParagraph || !line(answer).piece.links.empty()) {
        return;
      }
      last_ = answer;
      question = next_inside(last_);
    }
  }

  // "Was this page helpful?" below some lines that are no text.
  void leave_last_questions() {
    constexpr size_t kFewestBetween = 3;
    for (;;) {
      const Line& last = line(last_);
      if (!asks(last) || is_strong_prose(last) || last_ <= body_) return;
      size_t between = 0, i = last_;
      while (i-- > body_ && !(is_text(i) && line(i).prose)) between += !outside(i);
      if (between < kFewestBetween || i < body_) return;
      last_ = i;
    }
  }

  // One line about something else between the lines of a text: a headline, a picture's credit.
  bool stands_between(size_t i) const {
    const std::string_view reason = outside(i) ? line(i).piece.reason : page_.marks[i].reason;
    return page_.marks[i].role == LineRole::kRelatedInline || reason == "related" ||
           reason == "caption_credit" || reason == "advertisement" || reason == "gallery" ||
           reason == "note" || reason == "toolbar" || reason == "share";
  }

  // Right below, behind two more of these at most, stands a sentence of some length.
  bool sentence_follows(size_t i) const {
    constexpr uint32_t kFewestWords = 5;
    constexpr size_t kMostBetween = 3;
    size_t next = i + 1;
    while (next < size() && next < i + kMostBetween && stands_between(next)) ++next;
    return next < size() && is_text(next) && line(next).full_stop &&
           line(next).words >= kFewestWords && !is_title_like(line(next));
  }

  // "- Ontario: 623 million", "3) …"; behind a colon whatever has a number or a colon of its own.
  bool is_listed(size_t i, bool led_in) const {
    if (!is_text(i) || line(i).piece.marked_heading || line(i).words < 2) return false;
    const std::string_view text = line(i).piece.text;
    const char32_t first = text::decode(text, 0).value;
    if (text.starts_with("+ ")) return true;  // no number to call
    if (first == '-' || first == '*' || first == 0x2013 || first == 0x2014 || first == 0x2022 ||
        first == 0x25CF || first == 0x25AA || first == 0x00B7) {
      return true;
    }
    size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits > 0 && digits <= 2 && digits < text.size() &&
        (text[digits] == '.' || text[digits] == ')')) {
      return true;
    }
    return led_in && text.find_first_of("0123456789:") != std::string_view::npos;
  }

  // "Name of a product, its maker, 1500/2000"; "Prefecture: town, town". A link is another article.
  bool is_row(size_t i) const {
    constexpr uint32_t kNarrowest = 24;
    constexpr std::ptrdiff_t kFewestDigits = 3;
    const Line& here = line(i);
    if (!is_text(i) || here.piece.marked_heading || here.width < kNarrowest || here.words < 2 ||
        here.full_stop || !here.piece.links.empty()) {
      return false;
    }
    const std::string_view text = here.piece.text;
    const auto digits =
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= kFewestDigits || text.find("：") != text.npos;
  }

  // The text ends with the rows of a table that is set as lines; names of the table and of its
  // columns may stand above, and a row may have no figure.
  void take_last_rows() {
    constexpr size_t kFewest = 4, kMostOthers = 3;
    take_last_named_rows();
    size_t rows = 0, lines = 0, end = last_;
    for (size_t k = next_inside(last_); k < size(); k = next_inside(k)) {
      if (!is_text(k) || line(k).piece.marked_heading || !line(k).piece.links.empty()) break;
      ++lines;
      if (is_row(k)) {
        ++rows;
        end = k;
      } else if (lines > rows + kMostOthers + rows / kFewest) {
        break;
      }
    }
    if (rows >= kFewest) last_ = end;
  }

  // "Prefecture: town, town" and nothing between; those that are text already count as well.
  void take_last_named_rows() {
    constexpr size_t kFewest = 3;
    size_t rows = 0, end = last_;
    for (size_t k = last_; k > body_ && (outside(k) || is_named_row(k)); --k) rows += !outside(k);
    for (size_t k = next_inside(last_); k < size() && is_named_row(k); k = next_inside(k)) {
      ++rows;
      end = k;
    }
    if (rows >= kFewest) last_ = end;
  }

  bool is_named_row(size_t i) const {
    const Line& here = line(i);
    const std::string_view text = here.piece.text;
    const size_t colon = text.find("：");
    return is_text(i) && !here.full_stop && colon != text.npos &&
           text.find("、", colon) != text.npos;
  }

  // The text ends with a list whose items are no sentences.
  void take_last_lists() {
    constexpr size_t kFewest = 3;
    for (size_t i = next_inside(last_); i < size();) {
      const bool led_in = line(i).lead_in && is_text(i);
      size_t items = 0, end = last_;
      for (size_t k = led_in ? next_inside(i) : i; k < size() && is_listed(k, led_in);
           k = next_inside(k)) {
        ++items;
        end = k;
      }
      if (items < kFewest) return;
      last_ = end;
      i = next_inside(end);
    }
  }

  // Part of a list: a short line that a line with a colon, or another item, stands over.
  bool follows_lead_in(size_t i) const {
    const Line& here = line(i);
    if (here.piece.kind == BlockKind::kListItem || here.piece.kind == BlockKind::kQuote ||
        here.piece.kind == BlockKind::kTable || here.piece.kind == BlockKind::kCaption) {
      return true;
    }
    if (i == 0 || here.piece.gap_before) return false;
    return line(i - 1).lead_in || (here.full_stop && i == last_ + 1);
  }

  const Page& page_;
  size_t body_;
  size_t last_ = 0;
};

}  // namespace

size_t end_of_text(const Page& page, size_t body, bool has_markup) {
  return TextEnd(page, body).find(has_markup);
}

bool is_saying(const Page& page, size_t body, size_t i) {
  const PageLines lines(page);
  const Line& here = lines.line(i);
  if (here.full_stop || here.width > kWidestSaying || !here.piece.gap_before) return false;
  const std::string_view text = here.piece.text;
  size_t at = std::string_view::npos, size = 0;
  for (const std::string_view dash : {"——", "—", "–", "--", "~"}) {
    const size_t found = text.rfind(dash);
    if (found != std::string_view::npos && found > 0) {
      at = found;
      size = dash.size();
      break;
    }
  }
  if (at == std::string_view::npos) return false;
  const std::string_view before = text::trim_space(text.substr(0, at));
  const std::string_view sayer = text::trim_space(text.substr(at + size));
  Piece piece;
  piece.text = std::string(before);
  const Line saying = measure(std::move(piece));
  if (!saying.full_stop || width_of(sayer) > kWidestSayer || sayer.empty()) return false;
  // A saying has nothing to do with the story.
  std::vector<std::string> words;
  for (size_t other = body; other < i; ++other) {
    if (!lines.is_text(other)) continue;
    for (std::string& word : topic_words(lines.line(other))) words.push_back(std::move(word));
  }
  return overlap(topic_words(saying), words) < 0.3;
}

}  // namespace synoptic::clean
