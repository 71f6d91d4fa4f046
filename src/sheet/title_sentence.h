// A title that is a sentence: who did it, and the rest of its words. Private to the room.
#pragma once

#include <optional>

#include "sheet/values.h"

namespace synoptic::sheet {

struct TitleSentence {
  model::FactValue who;
  model::Place rest;  // of the title, all that stands behind the name
};

// None where the title is not the name of who did it and right behind it the deed. Words between
// them ("calm after", "said whether", "not") may turn what is told, and so may words of the party
// that are not its name ("the wife of …"): then only the whole title is what was said.
std::optional<TitleSentence> title_sentence(const Accounts& accounts,
                                            const model::Annotated& annotated);

}  // namespace synoptic::sheet
