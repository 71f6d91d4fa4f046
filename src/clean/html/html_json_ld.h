// The article as a page's JSON-LD describes it (schema.org). Broken JSON is mended where it is
// clear what was meant; of what is beyond that the values of a few keys are taken by their look.
// Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "html/html.h"

namespace synoptic::clean {

struct StatedValue {
  std::string text;
  Span span;  // where it stands in the capture; the script as a whole where it was not found
};

struct StatedPerson {
  StatedValue name;
  std::string url;
  bool organisation = false;
};

struct JsonLd {
  bool is_article = false;
  bool is_listing = false;  // a collection, a search, the site itself and no article
  std::vector<StatedValue> headlines, published, modified, sections, keywords, urls, languages;
  std::vector<StatedPerson> authors;
  StatedPerson publisher;
  StatedValue image;
  std::string image_credit, free, comments;  // isAccessibleForFree: "true", "false", "" not told
  std::string body;                          // articleBody, markup gone
};

// `scripts`: the page's elements of type application/ld+json. `canonical` tells the page's own
// article from others that are described beside it.
JsonLd read_json_ld(const html::Document& document, const std::vector<uint32_t>& scripts,
                    std::string_view canonical);

}  // namespace synoptic::clean
