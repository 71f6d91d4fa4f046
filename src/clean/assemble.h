// One part of a page, with what the page says of itself -> one article. Private to the room.
#pragma once

#include <optional>

#include "clean/classify.h"
#include "model/article.h"
#include "model/capture.h"
#include "text/language_id.h"

namespace synoptic::clean {

// `page_guess`: the language of the whole page, where the article is all there is; may be nullptr.
// nullopt: no article stands there (a list of headlines, a menu).
std::optional<model::Article> assemble(Page page, const PageFacts& facts,
                                       const model::Capture& capture,
                                       const knowledge::Knowledge& knowledge,
                                       const text::LanguageId& languages,
                                       const text::LanguageGuess* page_guess);

}  // namespace synoptic::clean
