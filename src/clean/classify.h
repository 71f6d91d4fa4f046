// What a line is by its own words, and by those of its neighbours. Private to the room.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "clean/page.h"
#include "clean/people/byline.h"

namespace synoptic::clean {

enum class LineRole : uint8_t {
  kText,
  kByline,         // date, author, outlet
  kRelated,        // "Read also": what follows is other articles
  kRelatedInline,  // the same with the other headline on the line itself
  kSource,         // "Source: …"
  kKeywords,       // "Tags: …"
  kViews,          // how often it was read
  kLink,           // an address and nothing else
  kChaff,          // share bars, consent, footers: `reason` says which
};

struct Mark {
  LineRole role = LineRole::kText;
  std::string_view reason;  // why the line is not of the body, a literal; empty: it is (so far)
  std::unique_ptr<Byline> byline;
  Range rest;  // behind a label
};

struct Page {  // or a part of one
  std::vector<Line> lines;
  std::vector<Mark> marks;  // one for each line
};

// By its own words alone.
Mark classify(const Line& line, const knowledge::Knowledge& knowledge, std::string_view lang);
// By the lines around it, too.
Page classify_all(std::vector<Line> lines, const knowledge::Knowledge& knowledge,
                  std::string_view lang);

}  // namespace synoptic::clean
