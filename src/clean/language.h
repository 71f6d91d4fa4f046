// The language of an article, by its text. Private to the room.
#pragma once

#include <string_view>

#include "knowledge/knowledge.h"
#include "model/article.h"
#include "text/language_id.h"

namespace synoptic::clean {

// Sets lang, script and dir. What the page declares (`declared`) counts only where the text is too
// short to tell.
// `page_guess`, where it leaves no doubt, saves looking again; may be nullptr.
void set_language(const knowledge::Knowledge& knowledge, const text::LanguageId& languages,
                  const text::LanguageGuess* page_guess, std::string_view declared,
                  model::Article& article);

}  // namespace synoptic::clean
