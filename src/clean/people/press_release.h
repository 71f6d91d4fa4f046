// Who has a press release sent out: "CITY, 3 March (WIRE) -- Company, Inc. (EXCHANGE: ABC) today
// …". Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "model/article.h"

namespace synoptic::clean {

// The company behind the service's name in the first paragraph, without the form of a company.
std::optional<model::Publisher> issuer_of(const std::vector<model::Block>& blocks);

}  // namespace synoptic::clean
