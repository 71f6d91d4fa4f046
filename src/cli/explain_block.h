// Why a piece of a page is in its article or left out: where it stands in the page, what speaks for
// and against it, and what stands beside it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "flow/flow.h"

namespace synoptic::cli {

// `which` names a piece of the document:
//   "3"      block 3, counted from 0 as in the JSON; "-1" is the title
//   "1.3"    block 3 of the article with index 1
//   "r2"     number 2 of what was removed ("1.r2" likewise)
//   "@1234"  what stands at that byte of the capture
//   else     the first piece that holds these words
// Errors: kNotFound.
Result<std::string> block_explained(const flow::Document& document, std::string_view which);

// The same as a JSON object (docs/json.md).
Result<std::string> block_explained_as_json(const flow::Document& document, std::string_view which);

// The article as `read --evidence` tells it, with all pieces of the page, as a JSON object.
std::string page_explained_as_json(const flow::Document& document, size_t article);

// All pieces of the document in its order, kept (with their numbers) and removed (with the reason).
std::string blocks_listed(const flow::Document& document);

}  // namespace synoptic::cli
