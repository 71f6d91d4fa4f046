// Whose a picture is, as its caption says: "Photo: A. Gull / Agency", "© Agency", "(Foto: dpa)".
// Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/page.h"
#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

// Where in a caption the credit stands, with its label and brackets; nullopt: the caption has none.
std::optional<Range> credit_in(const Line& caption, const knowledge::Knowledge& knowledge);

// "… last November. ADA QUILL / AFP", "… at the court. EFE", "… (Anadolu)": agencies and whoever
// works for them behind the caption's last sentence or in brackets, without a word for a picture.
std::optional<Range> bare_credit(const Line& caption, const knowledge::Knowledge& knowledge);

// "… (Photo: Agency)", "…（圖／路透）": the brackets at the end, if they begin with a word for a
// picture.
std::optional<Range> bracketed_credit(const Line& line, const knowledge::Knowledge& knowledge);

// Paragraphs that are the captions of pictures which are gone, by their credit or by the triangle
// in front that points at the picture: they become captions.
void name_picture_lines(const knowledge::Knowledge& knowledge, std::vector<Line>& lines);

// The credit without label, sign and brackets; empty: the words are none.
std::string credit_name(std::string_view credit, const knowledge::Knowledge& knowledge);

// The lead picture's credit from what was taken off as such at the article's head, where the page's
// data have not told it: metadata "image.credit".
void name_picture_credit(const knowledge::Knowledge& knowledge, model::Article& article);

}  // namespace synoptic::clean
