// Where an article has what was looked for. Private to the room.
#pragma once

#include <optional>
#include <string>

#include "model/model.h"
#include "store/store.h"

namespace synoptic::serve {

// The first place of the words that were looked for, or of somebody they mean; the text before the
// title. None where only the outlet's name has them.
std::optional<model::Place> place_of(const model::Annotated& annotated,
                                     const store::Search& search);

// The place with some words around it, marked and linked to its bytes.
std::string found_html(const model::Annotated& annotated, const store::Search& search);

}  // namespace synoptic::serve
