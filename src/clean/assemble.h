// One part of a page, with what the page says of itself -> one article. Private to the room.
#pragma once

#include <optional>

#include "clean/classify.h"
#include "model/article.h"
#include "model/capture.h"
#include "text/language_id.h"

namespace synoptic::clean {

// nullopt: no article stands there (a list of headlines, a menu).
std::optional<model::Article> assemble(Page page, const PageFacts& facts,
                                       const model::Capture& capture,
                                       const knowledge::Knowledge& knowledge,
                                       const text::LanguageId& languages);

}  // namespace synoptic::clean
