// Whose country "the country" is. Private to standings.cpp.
#pragma once

#include <string_view>
#include <utility>

#include "annotate/passage.h"
#include "knowledge/knowledge.h"

namespace synoptic::annotate {

// The subject's own, else the one named last before the byte, else the paper's; and how that is
// told in a rule. nullptr: nothing says it.
std::pair<const knowledge::Entity*, std::string_view> country_meant(
    const model::Article& article, const syntax::Passage& passage, uint32_t end,
    const model::Mention& subject, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::annotate
