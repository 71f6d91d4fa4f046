#include "clean/plain/top_headline.h"

#include <array>

#include "clean/people/people.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr size_t kMostLinesAbove = 12;
constexpr uint32_t kWidestHeadline = 160;
constexpr uint32_t kWidestStatement = 45;  // of one that ends with a full stop: no prose yet
constexpr uint32_t kNarrowestHeadline = 12, kFewestWords = 3;
constexpr uint32_t kMostWordsOfSection = 2;

class HeadlineFinder {
 public:
  HeadlineFinder(const Page& page, const knowledge::Knowledge& knowledge)
      : page_(page), knowledge_(knowledge) {}

  size_t find() const {
    size_t seen = 0;
    for (size_t i = 0; i < page_.lines.size() && seen < kMostLinesAbove; ++i) {
      if (line(i).piece.outside) continue;
      ++seen;
      if (!is_text(i) || stands_above(i)) continue;
      return stands_alone(i) && ends_like_headline(line(i)) && text_follows(i) ? i : kNoLine;
    }
    return kNoLine;
  }

 private:
  const Line& line(size_t i) const { return page_.lines[i]; }
  bool is_text(size_t i) const {
    return page_.marks[i].role == LineRole::kText && page_.marks[i].reason.empty();
  }
  size_t next(size_t i) const {
    for (++i; i < page_.lines.size() && line(i).piece.outside;) ++i;
    return i;
  }

  // The outlet, a section over the day: what may stand above a headline and is none.
  bool stands_above(size_t i) const {
    const Line& here = line(i);
    if (here.full_stop || here.prose) return false;
    const size_t below = next(i);
    const bool doubled = below < page_.lines.size() && line(below).has_key_of(here);
    const bool copied = i > 0 && line(i - 1).has_key_of(here);
    const bool attached = below < page_.lines.size() && !line(below).piece.gap_before;
    return doubled || copied || (attached && here.words <= kMostWordsOfSection) ||
           names_outlet(knowledge_, here.piece.text);
  }

  bool stands_alone(size_t i) const {
    const Line& here = line(i);
    const size_t below = next(i);
    return below < page_.lines.size() && here.piece.kind == model::BlockKind::kParagraph &&
           (i == 0 || here.piece.gap_before) &&
           (line(below).piece.gap_before || page_.marks[below].role == LineRole::kByline);
  }

  // It asks or shouts, in two sentences at most; or it is a short statement.
  static bool ends_like_headline(const Line& line) {
    if (!line.full_stop || line.width < kNarrowestHeadline || line.words < kFewestWords)
      return false;
    const std::string_view text = line.piece.text;
    constexpr std::array<std::string_view, 5> kMarks{"?", "!", "؟", "？", "！"};
    bool calls = false;
    for (const std::string_view mark : kMarks) calls |= text.ends_with(mark);
    if (calls) return line.width <= kWidestHeadline && sentences(text) <= 2;
    return line.width < kWidestStatement && sentences(text) == 1 &&
           (text.ends_with('.') || text.ends_with("।") || text.ends_with("。"));
  }

  static size_t sentences(std::string_view text) {
    size_t ends = 0;
    bool ended = false;  // signs in a row are one end
    for (size_t at = 0; at < text.size();) {
      const text::CodePoint c = text::decode(text, at);
      at += c.length;
      const bool blank = at >= text.size() || text[at] == ' ';
      const bool wide = c.value == 0x3002 || c.value == 0xFF1F || c.value == 0xFF01;
      const bool end = wide || c.value == '?' || c.value == '!' || c.value == 0x61F ||
                       c.value == 0x964 || (c.value == '.' && blank);
      ends += end && !ended;
      ended = end;
    }
    return ends;
  }

  // The next line that is of the article is wider, and running text.
  bool text_follows(size_t i) const {
    for (size_t below = next(i); below < page_.lines.size(); below = next(below)) {
      if (!is_text(below) || line(below).has_key_of(line(i))) continue;
      if (line(below).prose) return line(below).width > line(i).width || line(i).prose;
      if (line(below).full_stop) return false;
    }
    return false;
  }

  const Page& page_;
  const knowledge::Knowledge& knowledge_;
};

}  // namespace

size_t headline_with_stop(const Page& page, const knowledge::Knowledge& knowledge) {
  return HeadlineFinder(page, knowledge).find();
}

}  // namespace synoptic::clean
