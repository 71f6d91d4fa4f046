#include "clean/plain/plain_pages.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "clean/page.h"
#include "clean/plain/plain_signs.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

constexpr size_t kFewestHyphens = 2;  // at the ends of lines, that a text is told by
constexpr std::string_view kWideGap = "   ";
constexpr size_t kWidestLine = 130;  // code points
constexpr size_t kWidestJump = 44;   // columns of "See PAGE, Page 4"

struct PaperLine {
  Span span;
  uint32_t indent = 0;
  bool gap = false;  // a blank line stands above
  std::string_view reason;
};

bool is_small(char32_t c) { return text::is_letter(c) && !text::is_upper(c); }

char32_t last_of(std::string_view words) {
  return words.empty() ? 0 : text::decode_before(words, words.size()).value;
}

// "a brew-" over "ery": the word goes on.
bool breaks_word(std::string_view line, std::string_view next) {
  constexpr std::string_view kSoft = "\xC2\xAD";
  line = text::trim_space(line);
  next = text::trim_space(next);
  if (next.empty() || !is_small(text::decode(next, 0).value)) return false;
  if (line.ends_with(kSoft)) return true;
  if (!line.ends_with('-') && !line.ends_with("‐")) return false;
  line.remove_suffix(text::decode_before(line, line.size()).length);
  return is_small(last_of(line));
}

// A sentence goes on in the next line.
bool goes_on(std::string_view line, std::string_view next) {
  line = text::trim_space(line);
  next = text::trim_space(next);
  const char32_t last = last_of(line);
  const bool open = text::is_letter(last) || last == ',' || last == '-' || text::is_digit(last);
  return open && !next.empty() && is_small(text::decode(next, 0).value);
}

class PaperReader {
 public:
  PaperReader(std::string_view text, uint32_t begin) : text_(text) {
    bool gap = true;
    for (uint32_t at = begin; at < text.size();) {
      const auto end = static_cast<uint32_t>(std::min(text.find_first_of("\n\f", at), text.size()));
      const std::string_view line = text.substr(at, end - at);
      const std::string_view words = text::trim_space(line);
      if (words.empty()) {
        gap = true;
      } else {
        lines_.push_back({{at, end}, static_cast<uint32_t>(words.data() - line.data()), gap, {}});
        gap = end < text.size() && text[end] == '\f';
      }
      at = end + 1;
    }
  }

  std::optional<PaperText> read() {
    if (!is_paper()) return std::nullopt;
    mark_repeated_heads();
    mark_running_heads();
    mark_jumps();
    for (size_t i = 0; i < lines_.size();) i = put_paragraph(i);
    return std::move(out_);
  }

 private:
  std::string_view words(size_t i) const {
    return text::trim_space(text_.substr(lines_[i].span.begin, lines_[i].span.size()));
  }

  bool is_paper() const {
    size_t hyphens = 0, wide = 0;
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      hyphens += !lines_[i + 1].gap && breaks_word(words(i), words(i + 1));
      wide +=
          lines_[i].span.size() > kWidestLine && text::count_code_points(words(i)) > kWidestLine;
    }
    if (wide * 10 >= lines_.size()) return false;
    return hyphens >= kFewestHyphens || has_page_heads(hyphens == 0);
  }

  // Cells between wide gaps, in one line.
  bool has_cells(size_t i) const { return words(i).find(kWideGap) != std::string_view::npos; }

  // Under or over a head that runs over two lines: a number, far to the right or in cells.
  bool is_of_head(size_t i, size_t head) const {
    const size_t lower = std::max(i, head);
    constexpr uint32_t kFarIndent = 20;
    return !lines_[lower].gap && text::has_digit(words(i)) && width_of(words(i)) <= kWidestLine &&
           (has_cells(i) || lines_[i].indent >= kFarIndent);
  }

  // The lines in cells that have a figure and come again as they are.
  std::vector<std::vector<size_t>> repeated_heads() const {
    std::map<std::string_view, std::vector<size_t>> copies;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (has_cells(i) && text::has_digit(words(i)) && has_letter(words(i))) {
        copies[words(i)].push_back(i);
      }
    }
    std::vector<std::vector<size_t>> heads;
    for (auto& [line, places] : copies) {
      if (places.size() >= 2 && places[1] > places[0] + 2) heads.push_back(std::move(places));
    }
    return heads;
  }

  // `numbered`: each of them beside another number, so that rows of a table are none.
  bool has_page_heads(bool numbered) const {
    const auto heads = repeated_heads();
    return std::any_of(heads.begin(), heads.end(), [&](const std::vector<size_t>& places) {
      if (!numbered) return true;
      for (size_t k = 0; k < 2; ++k) {
        if (places[k] + 1 >= lines_.size() || !is_of_head(places[k] + 1, places[k])) return false;
      }
      return words(places[0] + 1) != words(places[1] + 1);
    });
  }

  // The whole head of each page, its first copy with the paper's name and the day.
  void mark_repeated_heads() {
    for (const auto& places : repeated_heads()) {
      for (const size_t i : places) {
        lines_[i].reason = "running_head";
        if (i > 0 && is_of_head(i - 1, i)) lines_[i - 1].reason = "running_head";
        if (i + 1 < lines_.size() && is_of_head(i + 1, i)) lines_[i + 1].reason = "running_head";
      }
      if (!std::exchange(headed_, true)) head_ = places.front();
    }
  }

  // The same line with other numbers, or the same over a gap; lines that are nothing but a number.
  void mark_running_heads() {
    std::map<std::string, std::vector<size_t>> copies;
    for (size_t i = 0; i < lines_.size(); ++i) {
      std::string key = key_of(words(i));
      bool digits = false, letters = false;
      for (char& c : key) {
        if (c >= '0' && c <= '9') {
          c = '0';
          digits = true;
        } else {
          letters = true;
        }
      }
      if (digits && !letters && key.size() <= 4) {
        lines_[i].reason = "running_head";
        continue;
      }
      if (letters && digits && lines_[i].reason.empty()) copies[key].push_back(i);
    }
    for (const auto& [key, places] : copies) {
      if (places.size() < 2 || words(places[0]) == words(places[1])) continue;
      take_page_word(words(places[0]), words(places[1]));
      for (const size_t i : places) {
        lines_[i].reason = "running_head";
      }
      // The first one says which paper it is and of which day.
      if (!std::exchange(headed_, true)) head_ = places.front();
    }
  }

  // The word in front of the number that is another on each page.
  void take_page_word(std::string_view a, std::string_view b) {
    const auto mine = text::words(a), others = text::words(b);
    for (size_t i = 1; i < mine.size() && i < others.size(); ++i) {
      const std::string_view word = mine[i].range.of(a);
      if (word == others[i].range.of(b) || !text::has_digit(word)) continue;
      page_word_ = mine[i - 1].range.of(a);
      return;
    }
  }

  // "See YARD, Page 4", "Continued from Page 3", and the catchword between the two.
  void mark_jumps() {
    if (page_word_.empty() || text::has_digit(page_word_)) return;
    std::vector<size_t> jumps;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view line = words(i);
      const size_t at = line.rfind(page_word_);
      if (!lines_[i].reason.empty() || at == line.npos || width_of(line) > kWidestJump) continue;
      const std::string_view rest = text::trim_space(line.substr(at + page_word_.size()));
      const size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
      if (digits == 0 || digits > 3 || rest.size() > digits + 1) continue;
      lines_[i].reason = "jump";
      jumps.push_back(i);
    }
    for (const size_t jump : jumps) {
      if (jump == 0) continue;
      const std::string_view above = words(jump - 1);
      if (lines_[jump - 1].reason.empty() && width_of(above) <= kWidestJump / 2 &&
          is_in_capitals(above)) {
        lines_[jump - 1].reason = "jump";
      }
    }
  }

  // Lines that belong together, from `i` on; returns the line behind them.
  size_t put_paragraph(size_t i) {
    if (!lines_[i].reason.empty()) {
      if (headed_ && i == head_) put_head_cells();
      Piece piece = piece_of(text_, lines_[i].span);
      piece.outside = true;
      piece.reason = "running_head";
      piece.gap_before = true;
      out_.pieces.push_back(std::move(piece));
      return i + 1;
    }
    size_t end = i + 1;
    while (end < lines_.size() && belongs_above(i, end)) ++end;
    Piece piece = joined(i, end);
    piece.gap_before = lines_[i].gap;
    out_.pieces.push_back(std::move(piece));
    return end;
  }

  // The line goes on with the paragraph that began at `first`.
  bool belongs_above(size_t first, size_t i) const {
    if (lines_[i].gap || !lines_[i].reason.empty()) return false;
    const std::string_view above = words(i - 1), here = words(i);
    if (breaks_word(above, here) || goes_on(above, here)) return true;
    // Set in: a new paragraph. The first line may be set in itself.
    const uint32_t margin =
        i - first > 1 ? lines_[i - 1].indent : std::min(lines_[first].indent, lines_[i].indent);
    if (lines_[i].indent >= margin + 2) return false;
    // "… said Tom" over "Pennant …": the line above is as wide as lines are.
    const size_t full = text::count_code_points(above) + lines_[i - 1].indent;
    const size_t next_word = std::min(here.find(' '), here.size());
    return full + next_word >= margin_width() && !ends_sentence_short(above, full);
  }

  bool ends_sentence_short(std::string_view above, size_t full) const {
    const char32_t last = last_of(above);
    return (last == '.' || last == '!' || last == '?') && full + 8 < margin_width();
  }

  // How wide lines of running text are: those that break a word are full.
  size_t margin_width() const {
    if (margin_ > 0) return margin_;
    size_t widest = 0;
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!lines_[i + 1].gap && breaks_word(words(i), words(i + 1))) {
        widest = std::max(widest, text::count_code_points(words(i)) + lines_[i].indent);
      }
    }
    return margin_ = std::max<size_t>(widest, 1);
  }

  static uint32_t without_hyphen(std::string_view words) {
    return static_cast<uint32_t>(words.size() - text::decode_before(words, words.size()).length);
  }

  static void append(Piece& piece, const Piece& next, bool glued) {
    if (!glued) {
      piece.source.append_whole(1, {piece.span.end, next.span.begin});
      piece.text += ' ';
    }
    append_part(piece.source, next.source, {0, static_cast<uint32_t>(next.text.size())});
    piece.text += next.text;
    piece.span.end = next.span.end;
  }

  // Hyphens that the margin made go.
  Piece joined(size_t begin, size_t end) const {
    Piece piece;
    bool glued = false;
    for (size_t i = begin; i < end; ++i) {
      Piece part = piece_of(text_, lines_[i].span);
      const bool broken = i + 1 < end && breaks_word(words(i), words(i + 1));
      if (broken) part = cut(part, {0, without_hyphen(part.text)});
      if (i == begin)
        piece = std::move(part);
      else
        append(piece, part, glued);
      glued = broken;
    }
    return piece;
  }

  // "The Paper      Thursday, 3 May 2026     Page 3": cells between wide gaps. The one with no
  // number is the paper, one with words and numbers may be its day.
  void put_head_cells() {
    const Span span = lines_[head_].span;
    for (uint32_t at = span.begin; at < span.end;) {
      const auto end = std::min<size_t>(text_.find(kWideGap, at), span.end);
      Piece cell = piece_of(text_, {at, static_cast<uint32_t>(end)});
      at = static_cast<uint32_t>(
          std::min<size_t>(span.end, std::max<size_t>(text_.find_first_not_of(' ', end), end + 1)));
      const bool digits = text::has_digit(cell.text), letters = has_letter(cell.text);
      if (letters && digits) {
        cell.outside = true;
        cell.reason = "date";
        out_.pieces.push_back(std::move(cell));
      } else if (letters && out_.outlet.text.empty()) {
        out_.outlet = std::move(cell);
      }
    }
  }

  static bool has_letter(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const text::CodePoint c = text::decode(text, at);
      if (text::is_letter(c.value)) return true;
      at += c.length;
    }
    return false;
  }

  std::string_view text_;
  std::vector<PaperLine> lines_;
  PaperText out_;
  std::string_view page_word_;
  size_t head_ = 0;
  mutable size_t margin_ = 0;
  bool headed_ = false;
};

}  // namespace

std::optional<PaperText> read_paper(std::string_view text, uint32_t begin) {
  return PaperReader(text, begin).read();
}

}  // namespace synoptic::clean
