// The words of a text as the store's index has them, and what is asked of the index. Private to the
// room.
#pragma once

#include <string>
#include <string_view>

#include "model/model.h"

namespace synoptic::store {

// Folded words with blanks between them (text/fold.h); runs of scripts that put no blanks between
// words, and of Hangul, whose words are often parts of longer ones, as overlapping pairs of
// characters, and the last one alone: "東京都" gives "東京 京都 都".
std::string search_text(std::string_view text);

// All words of an article: title, outlet, text, and the names that it mentions under another form.
std::string search_text_of(const model::Annotated& annotated);

// An FTS5 phrase that finds `word` as typed; a word is found by its beginning too, if that has
// three letters. Empty: there is nothing to look for.
std::string search_phrase(std::string_view word);

}  // namespace synoptic::store
