// Why the articles of a story stand together: for people, and as JSON (docs/stories.md).
#pragma once

#include <string>

#include "flow/explain.h"

namespace synoptic::cli {

std::string story_explained(const flow::ExplainedStory& story);
std::string story_explained_as_json(const flow::ExplainedStory& story);

}  // namespace synoptic::cli
