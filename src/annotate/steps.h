// The steps of the room, in the order annotate() takes them. Each reads the article and what the
// steps before it found, and fills its own list. Private to the room.
#pragma once

#include <vector>

#include "annotate/passage.h"
#include "annotate/source.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::annotate {

// These read the article's texts.
void find_mentions(model::Annotated& annotated, const Sources& sources,
                   const knowledge::Knowledge& knowledge);
void find_times(model::Annotated& annotated, const Sources& sources,
                const knowledge::Knowledge& knowledge);
void find_quantities(model::Annotated& annotated, const Sources& sources,
                     const knowledge::Knowledge& knowledge);

void find_origins(model::Annotated& annotated, const knowledge::Knowledge& knowledge);

// These read the article's passages, made when its mentions were complete.
using Passages = std::vector<syntax::Passage>;
void find_quotes(model::Annotated& annotated, const Passages& passages);
void find_events(model::Annotated& annotated, const Passages& passages,
                 const knowledge::Knowledge& knowledge);
// What may come of it, and what stands first of its kind; events told within what is only expected
// are no longer asserted.
void find_outlooks(model::Annotated& annotated, const Passages& passages);
void find_standings(model::Annotated& annotated, const Passages& passages,
                    const knowledge::Knowledge& knowledge);
void find_topics(model::Annotated& annotated, const Passages& passages,
                 const knowledge::Knowledge& knowledge);

// A Place for a byte range of the title (block = kTitleBlock) or of a block.
model::Place place_of(const model::Article& article, uint32_t block, Range range);

}  // namespace synoptic::annotate
