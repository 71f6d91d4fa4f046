// Story -> Synopsis: the accounts of one event laid side by side. What all say, what only one says,
// where they differ, who had it from whom; every cell with its bytes. Nothing is generated, and
// nothing is adjudicated in silence.
#pragma once

#include <span>

#include "knowledge/knowledge.h"
#include "model/annotation.h"
#include "model/story.h"

namespace synoptic::compare {

// `articles`: those of the story, in the order of story.articles.
model::Synopsis compare(const model::Story& story,
                        std::span<const model::Annotated* const> articles,
                        const knowledge::Knowledge& knowledge);

}  // namespace synoptic::compare
