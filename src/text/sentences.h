// Sentences of a text: cut behind . ! ? … and their kin in other scripts (。！？؟ ۔ ।), not behind
// abbreviations, initials, decimal points or inside quotation marks that go on. What goes on for
// thousands of bytes is no sentence that anybody wrote; it is cut at a comma or a blank, so that
// work on a sentence is bounded.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::text {

// Ranges without the white space between them; together they hold every other byte of the text.
std::vector<Range> sentences(std::string_view utf8);
// The sentence that holds the byte at `offset`; the last one for an offset at the end.
Range sentence_at(std::string_view utf8, uint32_t offset);
// Whether the point behind `before` and in front of `behind` belongs to a short form ("Mr", "проф")
// of data/text/sentences.tsv; of single letters only those that stand there.
bool ends_short_form(std::string_view before, std::string_view behind);

}  // namespace synoptic::text
