// Where a report begins: captions and summaries may stand before its first paragraph.
#pragma once

#include <cstdint>

#include "model/article.h"

namespace synoptic::model {

// The block that may open with a dateline: the first paragraph, or, behind a short summary, the
// first that opens as only a dateline does. The number of the blocks where there is no paragraph.
uint32_t lead_block(const Article& article);

}  // namespace synoptic::model
