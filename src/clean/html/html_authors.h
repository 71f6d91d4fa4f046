// The authors that a page's elements and data state, each told from the words around it, and which
// of the statements is believed: the one that the others confirm. Private to the room.
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
  // Where a name was stated. A page's own data are kept apart from its look, because rel="author"
  // stands on teasers too, and <meta> often names the site or who typed the text in.
  enum class Source : uint8_t { kJsonLd, kByline, kElement, kMeta };
  static constexpr size_t kSources = 4;

  explicit AuthorNotes(const knowledge::Knowledge& knowledge) : knowledge_(knowledge) {}

  // `words` may be a by-line ("By Name and Name"); `profile`: the address of the author's page.
  // `labelled`: a word for "author" stands in front.
  void add(std::string_view words, Span span, Source source, std::string profile = {},
           bool organisation = false, bool labelled = false);
  // A name that a by-line told already.
  void add_author(model::Author author, Source source);
  // One line that names several: where the data hold but the first, readers are shown them all.
  void add_line(const std::vector<model::Author>& authors);
  bool names_person() const;
  // Every name of every source; to be asked before settle(), which drops the site's own.
  std::vector<model::Statement> statements() const;
  // The names of the statement that is believed. Those of the site (`sites`) are none; a desk or an
  // agency that stands where an author does has the role "organisation".
  std::vector<model::Author> settle(const std::vector<std::string>& sites);

 private:
  using List = std::vector<model::Author>;

  void add_name(std::string_view words, Span span, Source source, std::string profile,
                bool organisation);
  void keep_labelled(List& authors) const;
  const List* told_twice(const List& chosen) const;
  List& list(Source source) { return authors_[static_cast<size_t>(source)]; }

  const knowledge::Knowledge& knowledge_;
  std::array<List, kSources> authors_;
  List line_;
  std::vector<std::string> labelled_;  // keys of names
};

}  // namespace synoptic::clean
