// The dates that a page's elements and data state, each with the place where it stood.
// Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "html/html.h"
#include "model/article.h"

namespace synoptic::clean {

// What an address, an attribute or a text has to hold to be worth reading as a date.
bool may_hold_date(std::string_view text);

// A key or a name, in lower case without its signs: does it say when something came out first?
bool names_publication(std::string_view key);

class DateNotes {
 public:
  struct Place {
    std::string_view role;   // published, modified …
    std::string_view where;  // metadata, time_element …
    std::string rule;
    double doubt = 0;  // taken off its score
  };

  // When the page was fetched: what "2 hours ago" is counted from. Without it no such phrase is
  // read.
  void set_fetched(std::string_view iso) { fetched_ = model::parse_iso(iso); }
  // `lang`: primary subtag, for ambiguous numbers. False: the text holds no date.
  bool add(std::string_view text, Span span, const Place& place, std::string_view lang);
  void add(model::DateEvidence evidence);

  // Weak evidence, for pages that state no date otherwise: the data of the page's own scripts, a
  // trackback's description in a comment, the path of the page's picture.
  void search_scripts(const html::Document& document, const std::vector<uint32_t>& scripts);
  // A short script in the page's body that writes a date where it stands: showDate("2020/06/07").
  bool search_calls(const html::Document& document, const std::vector<uint32_t>& scripts);
  // The outlet's own day beside a moment that its server stamped in UTC after midnight.
  void search_local_day(const html::Document& document, const std::vector<uint32_t>& scripts);
  void search_comment(const html::Node& comment, std::string_view lang);
  // What editors' systems leave behind: hidden fields of forms, comments with the article's record.
  void search_leavings(const html::Document& document, std::string_view lang);
  // "… / Outlet, 17 January 2012": the day at the end of the page's title.
  void search_title(std::string_view title, Span span, std::string_view lang);
  void search_image(std::string_view address, Span span);

  bool empty() const { return dates_.empty(); }
  // A day of publication that nothing speaks against.
  bool is_sure() const;
  // Any date of the role.
  bool has(std::string_view role) const;
  std::vector<model::DateEvidence> take() { return std::move(dates_); }

 private:
  std::vector<model::DateEvidence> dates_;
  std::optional<model::DateValue> fetched_;
};

}  // namespace synoptic::clean
