// Whose a picture is, as its caption says: "Photo: A. Gull / Agency", "© Agency", "(Foto: dpa)".
// Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "clean/page.h"
#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

// Where in a caption the credit stands, with its label and brackets; nullopt: the caption has none.
std::optional<Range> credit_in(const Line& caption, const knowledge::Knowledge& knowledge);

// The credit without label, sign and brackets; empty: the words are none.
std::string credit_name(std::string_view credit, const knowledge::Knowledge& knowledge);

// The lead picture's credit from what was taken off as such at the article's head, where the page's
// data have not told it: metadata "image.credit".
void name_picture_credit(const knowledge::Knowledge& knowledge, model::Article& article);

}  // namespace synoptic::clean
