// Where a newcomer belongs: which stories it may join, how near it is to each, what it bridges.
// Changes nothing; the grouper applies what is decided (grouper.cpp). Private to the room.
#pragma once

#include "group/describe.h"
#include "group/pair_model.h"

namespace synoptic::group {

struct Newcomer {
  const Fingerprint& article;
  const Keys& phrases;  // whole
  const Vector& vector;
  Subject subject;
};

// The best story above the bar, and those that the newcomer shows to be one with it; without any
// a story of its own. Copies join with a low score too, unless all else speaks against them.
Placement decide(const State& state, const Model& model, const Newcomer& newcomer);

}  // namespace synoptic::group
