// Lines that were broken at a fixed width are one paragraph. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::clean {

enum class RunPlace : uint8_t {
  kTop,    // nothing stands above: the first line may be the headline
  kBelow,  // below a blank line that something stands above, or below a title told elsewhere
};

// Lines (spans of `text`) that follow each other without a blank line; wrapped ones are joined,
// others come back as they are. `narrowest`: columns of a line that may be broken off.
std::vector<Span> unwrap(std::string_view text, const std::vector<Span>& lines,
                         size_t narrowest = 55, RunPlace place = RunPlace::kTop);

}  // namespace synoptic::clean
