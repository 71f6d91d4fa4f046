// What a by-line told, each with its bytes and its link. Private to the room.
#pragma once

#include <string_view>

#include "clean/people/byline.h"
#include "knowledge/calendar.h"

namespace synoptic::clean {

// All words are views into the line's text.
class BylineFacts {
 public:
  explicit BylineFacts(const Line& line) : line_(line) {}  // must outlive it

  // `role`: what a label says of the date; empty: there was none.
  void add_date(const knowledge::DateMatch& match, std::string_view role);
  // `author`: what is known of them beside the name.
  void add_author(std::string_view name, model::Author author = {});
  void add_editor(std::string_view name);
  void add_origin(std::string_view name);
  void set_publisher(std::string_view name);

  Byline found;

 private:
  Range range_in_line(std::string_view words) const;
  Span span_of(std::string_view words) const;

  const Line& line_;
};

}  // namespace synoptic::clean
