// A line about the article and not of it: when, who, where from. Such lines stand under the title,
// above it, or at the end. Private to the room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "clean/page.h"
#include "model/article.h"

namespace synoptic::clean {

struct Byline {
  std::vector<model::DateEvidence> dates;
  std::vector<model::Author> authors;
  std::vector<model::Author> editors;  // role "editor": who answers for the text
  std::vector<model::Origin> origins;
  std::optional<model::Publisher> publisher;
  bool date_only = false;  // nothing but a date
};

// nullopt: the line is something else. `lang`: primary subtag, for ambiguous dates.
std::optional<Byline> parse_byline(const Line& line, const knowledge::Knowledge& knowledge,
                                   std::string_view lang);

}  // namespace synoptic::clean
