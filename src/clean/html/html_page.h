// A page cut into the pieces that a reader sees, each with the element it stands in; what the
// content decision and the facts work on. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/draft.h"
#include "clean/html/html_cues.h"
#include "html/html.h"

namespace synoptic::clean {

// Does anything in this room ask for attributes of that name? The page is read without the others.
bool is_read_attribute(std::string_view name);

struct PagePiece {
  Piece piece;
  uint32_t node = 0;         // the innermost block element
  uint32_t weight = 0;       // letters; characters of scripts without spaces count twice
  uint32_t link_weight = 0;  // of it inside links
  // Filled when first asked for (main_text_pieces.h); the text loses no mark later on.
  mutable std::optional<bool> has_sentence_mark;
};

struct HtmlPage {
  const html::Document& document;
  std::vector<ElementKind> kinds;  // per node
  std::string base;                // what relative links are seen from
  std::vector<PagePiece> pieces;   // in reading order
  std::vector<uint32_t> holders;   // nodes with a piece in their subtree, rising; one in ten
  ElementLists lists;
};

// What the page's metadata say of the article, each may be empty.
struct PageWords {
  std::string body;  // JSON-LD articleBody
  std::string description;
  std::vector<std::string> titles, authors;
  std::vector<std::string> stated_titles;  // of them, not read off a heading
};

// Fills page.pieces, links as the page has them. Scripts, styles and controls become pieces that
// are outside already.
void cut_pieces(HtmlPage& page);

// Decides what the article's text is: all other pieces get outside = true and a reason.
void mark_content(HtmlPage& page, const PageWords& words, const knowledge::Knowledge& knowledge);

// The page's facts, from everything but the running text. `evidence` takes the article's text.
PageFacts collect_facts(const HtmlPage& page, const model::Capture& capture,
                        const knowledge::Knowledge& knowledge, std::string& evidence);

// Dates, people and sources in the lines around the text that mark_content left out as such; and
// whether the page is a list of articles instead of one.
void add_facts_of_lines(const HtmlPage& page, const knowledge::Knowledge& knowledge,
                        PageFacts& facts);

}  // namespace synoptic::clean
