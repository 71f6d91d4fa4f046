// Where a report begins: captions and summaries may stand before its first paragraph.
#pragma once

#include <cstdint>

#include "model/annotation.h"
#include "model/article.h"

namespace synoptic::model {

// The block that may open with a dateline: the first paragraph, or, behind a short summary, the
// first that opens as only a dateline does. The number of the blocks where there is no paragraph.
uint32_t lead_block(const Article& article);

// Where the dateline of that block ends; 0: it has none. A known town in front of a dash or with a
// full stop of its own is one, too: "Jakarta - ", "KASSEL. ". `lead` is the number of the block.
uint32_t dateline_end(const Annotated& annotated, uint32_t lead);

}  // namespace synoptic::model
