// Articles, stories and synopses as text for people.
#pragma once

#include <string>

#include "model/model.h"
#include "sheet/sheet.h"

namespace synoptic::cli {

std::string article_as_markdown(const model::Article& article);  // front matter and clean text
std::string article_as_text(const model::Article& article);      // title and blocks
std::string article_as_table_row(const model::Article& article);
std::string article_table_head();
std::string removed_as_text(const model::Article& article);      // a line each, with the reason
std::string removed_as_markdown(const model::Article& article);  // as a section

// What was recognised: in the text, between brackets; as lines of brat's standoff format, over the
// title and the blocks joined by blank lines.
std::string annotations_as_text(const model::Annotated& annotated);
std::string annotations_as_brat(const model::Annotated& annotated);

std::string story_as_text(const model::Story& story);
std::string synopsis_as_text(const sheet::Accounts& accounts);

std::string article_explained(const model::Annotated& annotated);
std::string fact_explained(const model::Fact& fact);

}  // namespace synoptic::cli
