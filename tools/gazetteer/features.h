// Waters, mountains, islands, and organisations whose titles tell in several languages what they
// are.
#pragma once

#include <vector>

#include "gazetteer/forms.h"
#include "gazetteer/maker.h"

namespace synoptic::gazetteer {

void add_features(Maker& maker, const std::vector<Row>& rows, const std::vector<Kind>& kinds);

}  // namespace synoptic::gazetteer
