// Parts of an annotated article as values with their bytes. Private to the room.
#pragma once

#include "sheet/sheet.h"

namespace synoptic::sheet {

// A stretch of the article's text as a value; the sentence around it is its evidence.
model::FactValue value_at(const Accounts& accounts, const model::Annotated& annotated,
                          const model::Place& at);
// A party: its entity's canonical name where it is known, else the words.
model::FactValue value_of(const Accounts& accounts, const model::Annotated& annotated,
                          const model::Argument& argument);
// A name that the text names: a known entity, or a mention that is not known.
bool is_named(const model::Annotated& annotated, const model::Argument& argument);
// How much what stands there is put first: title and lead most.
double prominence(const model::Place& at);
// Does the text have this word, and not only as a part of another? In scripts without blanks:
// anywhere.
bool has_whole_word(std::string_view text, std::string_view word);

}  // namespace synoptic::sheet
