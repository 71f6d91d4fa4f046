// From marked sentences to the bytes of a tagger.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tagger/list_maker.h"
#include "tagger/training_sets.h"

namespace synoptic::tools {

// Trains for so many epochs, then on the features that weigh most; tells how well the names of
// `measured` are found. `seconds`: since the program began.
std::string fit(const std::vector<Training>& sets, const std::vector<Training>& measured,
                int epochs, const MadeLists& lists, const std::function<double()>& seconds);

}  // namespace synoptic::tools
