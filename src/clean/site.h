// Where a page stands: its host and the domain that was registered. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::clean {

struct Site {
  std::string host;    // of the address; empty where it is no URL
  std::string domain;  // what url::registrable_domain tells of it
};

// Each step that asks for it asks for the same page: the thread remembers the last few. Valid until
// it has asked for others.
const Site& site_of(std::string_view address);

}  // namespace synoptic::clean
