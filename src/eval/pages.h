// A set of pages with what is known of each: the gold. One JSON object a line: "html", "url", "id",
// "lang", and of "articleBody", "title", "date", "authors", "with", "without" what is known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collect/collect.h"

namespace synoptic::eval {

struct Gold {
  std::string id, url, lang;
  std::string body, title;           // empty: not known
  std::string date;                  // ISO 8601, a day at least; else empty
  std::vector<std::string> authors;  // empty: not known
  std::vector<std::string> with;     // snippets that must be in the text
  std::vector<std::string> without;  // snippets that must not
};

struct Page {
  Gold gold;
  model::Capture capture;
};

// Which pages of a set: those for tuning (three in five) or those kept apart to see whether what
// was tuned holds. Pages of one host are always in the same part.
enum class Part { kAll, kDev, kTest };

bool is_in_part(const Gold& gold, Part part);

// The pages of one file in its order. Bounded memory: a page at a time.
class PageSet {
 public:
  PageSet(const std::string& path, Part part);

  // The next page of the part; an error for a line that is no page; nullopt at the end.
  std::optional<Result<Page>> next();

 private:
  collect::Sources sources_;
  Part part_;
};

// "fundus" of "data/fundus.jsonl.zst".
std::string set_name(std::string_view path);

}  // namespace synoptic::eval
