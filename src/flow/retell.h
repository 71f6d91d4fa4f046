// A story compared anew, and what is new in it. Private to the room.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "flow/flow.h"
#include "watch/log.h"

namespace synoptic::flow {

struct Retold {
  model::Synopsis synopsis;
  std::vector<watch::Teller> tellers;
};

// Articles of the story that are not `at_hand` (nullptr) come from the store, and are in memory for
// this story only. Puts the story's evidence.
using AtHand = std::function<const model::Annotated*(const std::string&)>;
Result<Retold> retell(const Engine& engine, const store::Store& store, model::Story& story,
                      const AtHand& at_hand = {});

// `known`: the facts that are watched; `renamed`: older versions and what they are called now.
watch::Step watch_story(std::vector<watch::Watched> known, const model::Story& story,
                        const model::Synopsis& synopsis, std::vector<watch::Teller> tellers,
                        std::unordered_map<std::string, std::string> renamed,
                        const std::string& time);

}  // namespace synoptic::flow
