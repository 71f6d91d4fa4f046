// What stands below an article and speaks of its author or to its readers. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "clean/html/html_page.h"
#include "clean/page.h"

namespace synoptic::clean {

// "Anna Berg covers the courts": one of the names and more than a few words about them.
bool is_about_author(const PagePiece& p, const std::vector<std::string_view>& names);

// What is asked of readers: to follow, to write, to pay.
bool is_plea(const PagePiece& p, const Line& line, const knowledge::Knowledge& knowledge);

// Once more when links and doubles are gone that stood behind them.
void drop_last_pleas(HtmlPage& page, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
