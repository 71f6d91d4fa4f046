// What the names of <meta> elements state. Private to the room.
#pragma once

#include <string_view>

namespace synoptic::clean {

struct MetaUse {
  std::string_view fact;  // what the element states
  std::string_view role;  // of dates
};

// By property, name or itemprop in lower case; nullptr for a name that states nothing of use.
const MetaUse* meta_use(std::string_view name);

}  // namespace synoptic::clean
