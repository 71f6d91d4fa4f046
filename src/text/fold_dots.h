// Folding that keeps the dots of Devanagari letters (fold.h leaves them out), which the package of
// the lexicon was made with. A letter that holds its dot becomes two signs.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::text {

std::string fold_with_dots(std::string_view utf8);

}  // namespace synoptic::text
