// Quotation marks of all kinds, paired. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::annotate::syntax {

struct Quotation {
  Range outer;         // with the marks
  Range inner;         // the words
  bool closed = true;  // false: it goes on in the next paragraph
};

// Left to right, outermost only. Book title marks are no quotation marks.
std::vector<Quotation> quotations(std::string_view text);

}  // namespace synoptic::annotate::syntax
