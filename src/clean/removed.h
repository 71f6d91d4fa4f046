// The list of what was left out of an article, with the reasons. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "model/article.h"

namespace synoptic::clean {

// One entry; of a long text its beginning is shown.
model::Removed removed_piece(std::string_view reason, Span span, std::string_view text);

// By their places; what stands at one place stays in its order.
void sort_removed(std::vector<model::Removed>& removed);

}  // namespace synoptic::clean
