// The names of a text as the tagger sees them, without the knowledge: for measuring it.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/annotation.h"

namespace synoptic::annotate {

struct NameTag {
  Range range;
  model::EntityType type = model::EntityType::kPerson;  // person, organisation, or region: a place
};

std::vector<NameTag> tag_names(std::string_view text, std::string_view language);

}  // namespace synoptic::annotate
