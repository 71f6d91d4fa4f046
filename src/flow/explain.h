// A story with all that explains it: out of articles in memory, or out of a store.
#pragma once

#include <string>
#include <vector>

#include "flow/flow.h"
#include "group/explain.h"

namespace synoptic::flow {

struct ExplainedStory {
  model::Story story;
  std::vector<model::Annotated> articles;  // the story's, in its order
  group::Explanation explanation;          // its indices count these
};

// `articles`: all of the run, in their order; they are grouped anew.
ExplainedStory explain_story(const Engine& engine, const model::Story& story,
                             const std::vector<model::Annotated>& articles);

// Errors: kStore; kNotFound when there is no such story.
Result<ExplainedStory> explain_story(const Engine& engine, const store::Store& store,
                                     const std::string& story);

}  // namespace synoptic::flow
