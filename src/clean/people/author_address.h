// Addresses of pages about one person (data/clean/addresses.tsv). Private to the room.
#pragma once

#include <string_view>

namespace synoptic::clean {

// Of a link beside a headline.
bool leads_to_author(std::string_view address);
// Of a link in a byline, whose text is a name.
bool leads_to_user(std::string_view path);

}  // namespace synoptic::clean
