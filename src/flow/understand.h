// A document's way up to its annotations, in the two stages that flow::read_all takes for several
// documents at once. Private to the room.
#pragma once

#include <vector>

#include "flow/flow.h"

namespace synoptic::flow {

struct Cleaned {
  model::Capture capture;
  std::vector<model::Article> articles;
  bool known = false;  // was in Options::known: not read again
};

Cleaned clean_capture(const Engine& engine, model::Capture capture);
// In their order; quicker than one by one.
std::vector<Document> annotate_all(const Engine& engine, std::vector<Cleaned> cleaned);

}  // namespace synoptic::flow
