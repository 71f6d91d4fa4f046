#include "clean/plain/wrap.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr size_t kNarrowest = 55;  // code points of a full line
constexpr size_t kWidest = 100;
constexpr size_t kWidestBroken = 140;  // where letters tell that a sentence goes on
constexpr size_t kSpread = 22;         // a full line is short of the margin by one word at most

bool breaks_inside_sentence(std::string_view line, std::string_view next) {
  line = text::trim_space(line);
  next = text::trim_space(next);
  if (line.empty() || next.empty()) return false;
  const char32_t last = text::decode_before(line, line.size()).value;
  const char32_t first = text::decode(next, 0).value;
  return (text::is_letter(last) || last == ',' || last == 0x060C) && text::is_letter(first) &&
         !text::is_upper(first);
}

// "… according to the port of" over "Rostock.", "… die Deutsche" over "Presse-Agentur.": whatever
// stands there, it is the same sentence, or two lines that have none.
bool may_break_inside(std::string_view line, std::string_view next) {
  line = text::trim_space(line);
  next = text::trim_space(next);
  if (line.empty() || next.empty()) return false;
  const char32_t last = text::decode_before(line, line.size()).value;
  const char32_t first = text::decode(next, 0).value;
  const bool opens = first == '"' || first == 0x201C || first == 0x201E || first == 0xAB;
  return (text::is_letter(last) || text::is_digit(last) || last == ',') &&
         (text::is_letter(first) || text::is_digit(first) || opens);
}

bool ends_sentence(std::string_view line) {
  constexpr std::u32string_view kEnds = U".!?…:;\"”»’)。؟।";
  const char32_t last = text::decode_before(line, line.size()).value;
  return kEnds.find(last) != kEnds.npos;
}

// A small letter goes on with the sentence, in scripts that have capitals.
bool begins_small(std::string_view line) {
  const char32_t first = text::decode(line, 0).value;
  return (text::is_latin(first) || text::is_cyrillic(first)) && text::is_letter(first) &&
         !text::is_upper(first);
}

// Headlines ask and shout, a text rarely ends so.
bool ends_with_full_stop(std::string_view line) {
  line = text::trim_space(line);
  for (const std::string_view mark : {"\"", "”", "“", "»", "’", ")"}) {
    if (line.ends_with(mark)) line.remove_suffix(mark.size());
  }
  return line.ends_with('.') && !line.ends_with("..");
}

std::string_view first_word(std::string_view line) {
  return line.substr(0, line.find_first_of(" \t"));
}

// Two lines or more that are a sentence broken for its length, at the end of a paragraph: a name or
// a label may stand above it.
class BrokenLines {
 public:
  BrokenLines(std::string_view text, const std::vector<Span>& lines, size_t narrowest)
      : text_(text), lines_(lines), narrowest_(narrowest) {}

  std::vector<Span> join() const {
    std::vector<Span> joined;
    for (size_t i = 0; i < lines_.size();) {
      const size_t end = end_of(i);
      joined.push_back({lines_[i].begin, lines_[end - 1].end});
      i = end;
    }
    return joined;
  }

 private:
  std::string_view line(size_t i) const {
    return text::trim_space(text_.substr(lines_[i].begin, lines_[i].size()));
  }

  // Behind the last line of the paragraph that begins at `first`.
  size_t end_of(size_t first) const {
    const size_t margin = text::count_code_points(line(first));
    if (margin < narrowest_ || margin > kWidestBroken) return first + 1;
    size_t end = first + 1;
    while (end < lines_.size() && goes_on(end, margin)) ++end;
    // "by Name" under a headline is no end of a sentence; lines that go on below are lines.
    const bool whole = end == lines_.size() && ends_sentence(line(end - 1));
    return whole ? end : first + 1;
  }

  bool goes_on(size_t next, size_t margin) const {
    const std::string_view before = line(next - 1), here = line(next);
    const size_t columns = text::count_code_points(before);
    return columns + kSpread >= margin && text::count_code_points(here) <= margin + kSpread &&
           breaks_inside_sentence(before, here) && begins_small(here);
  }

  std::string_view text_;
  const std::vector<Span>& lines_;
  size_t narrowest_;
};

// Lines that an editor has filled: no word of the next one would have had room on its line. In
// languages whose nouns or names have capitals that alone tells, as nothing is small behind a
// break.
class FilledLines {
 public:
  FilledLines(std::string_view text, const std::vector<Span>& lines) : text_(text), lines_(lines) {
    for (size_t i = 0; i + 1 < lines.size(); ++i) margin_ = std::max(margin_, columns(i));
  }

  bool are_one() const {
    if (lines_.size() < 2 || margin_ < kNarrowest || margin_ > kWidest) return false;
    if (!ends_with_full_stop(line(lines_.size() - 1)) || columns(lines_.size() - 1) > margin_) {
      return false;
    }
    size_t broken = 0;
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      const bool full = columns(i) + 1 + text::count_code_points(first_word(line(i + 1))) > margin_;
      if (!full || columns(i) < kNarrowest) return false;
      broken += may_break_inside(line(i), line(i + 1));
    }
    return 2 * broken >= lines_.size() - 1;
  }

 private:
  std::string_view line(size_t i) const {
    return text::trim_space(text_.substr(lines_[i].begin, lines_[i].size()));
  }
  size_t columns(size_t i) const { return text::count_code_points(line(i)); }

  std::string_view text_;
  const std::vector<Span>& lines_;
  size_t margin_ = 0;
};

}  // namespace

std::vector<Span> unwrap(std::string_view text, const std::vector<Span>& lines,
                         size_t narrowest_line, RunPlace place) {
  if (lines.size() < 2) return lines;
  size_t narrowest = SIZE_MAX, widest = 0, broken = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto line = text.substr(lines[i].begin, lines[i].size());
    const size_t columns = text::count_code_points(text::trim_space(line));
    narrowest = std::min(narrowest, columns);
    widest = std::max(widest, columns);
    broken += breaks_inside_sentence(line, text.substr(lines[i + 1].begin, lines[i + 1].size()));
  }
  const bool wrapped = narrowest >= kNarrowest && widest <= kWidest &&
                       widest - narrowest <= kSpread && broken > 0 &&
                       2 * broken >= lines.size() - 1;
  // Above the text a headline may stand right over the first line.
  const bool filled = place == RunPlace::kBelow && FilledLines(text, lines).are_one();
  if (!wrapped && !filled) return BrokenLines(text, lines, narrowest_line).join();
  return {{lines.front().begin, lines.back().end}};
}

}  // namespace synoptic::clean
