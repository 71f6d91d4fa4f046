// Where the text of an article ends: what stands behind its last line is none of it. Private to the
// room.
#pragma once

#include "clean/classify.h"

namespace synoptic::clean {

// The lines of a page, and which of them are still taken for text.
class PageLines {
 public:
  explicit PageLines(const Page& page) : lines_of_(page) {}

  size_t size() const { return lines_of_.lines.size(); }
  const Line& line(size_t i) const { return lines_of_.lines[i]; }
  bool outside(size_t i) const { return line(i).piece.outside; }
  bool kept(size_t i) const { return !outside(i) && lines_of_.marks[i].reason.empty(); }
  bool is_text(size_t i) const { return kept(i) && lines_of_.marks[i].role == LineRole::kText; }
  size_t next_inside(size_t i) const {
    for (++i; i < size() && outside(i);) ++i;
    return i;
  }

 private:
  const Page& lines_of_;
};

// The last line of the text that begins at `body`. `has_markup`: elements told already what is no
// text.
size_t end_of_text(const Page& page, size_t body, bool has_markup);

// "… — somebody": the saying of the day under the article, with a gap around it.
bool is_saying(const Page& page, size_t body, size_t i);

}  // namespace synoptic::clean
