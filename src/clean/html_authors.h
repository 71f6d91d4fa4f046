// The authors that a page's elements and data state, each told from the words around it.
// Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

class AuthorNotes {
 public:
  // Where a name was stated, the surest first. A page's own data are kept apart from its look,
  // because rel="author" stands on teasers too, and <meta> often names the site.
  enum class Source : uint8_t { kJsonLd, kElement, kMeta };

  explicit AuthorNotes(const knowledge::Knowledge& knowledge) : knowledge_(knowledge) {}

  // `words` may be a by-line ("By Name and Name"); `profile`: the address of the author's page.
  void add(std::string_view words, Span span, Source source, std::string_view lang,
           std::string profile);
  // The names of the surest source that has any; names of the site (`sites`) are none.
  std::vector<model::Author> settle(const std::vector<std::string>& sites);

 private:
  std::vector<Range> names_in(std::string_view words) const;
  void add_name(std::string_view words, Span span, Source source, std::string profile);

  const knowledge::Knowledge& knowledge_;
  std::array<std::vector<model::Author>, 3> authors_;  // by Source
};

}  // namespace synoptic::clean
