// Tags and references of HTML that stand in a text which is none. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "clean/draft.h"

namespace synoptic::clean {

// References mean their signs. nullopt: nothing to decode.
std::optional<Piece> decoded(const Piece& piece);
// The piece without its tags, in as many parts as its blocks are.
void put_without_tags(Piece piece, std::vector<Piece>& out);

}  // namespace synoptic::clean
