// What all pages share: escaping, the frame around the content, and small pieces. Private.
#pragma once

#include <string>
#include <string_view>

#include "knowledge/knowledge.h"
#include "model/model.h"
#include "serve/http.h"
#include "store/store.h"

namespace synoptic::serve {

class StoryMemory;

std::string escape(std::string_view text);    // for HTML text and quoted attributes
std::string url_part(std::string_view text);  // for a path segment or a query value

// The address of the bytes in their article, marked; of a title that stands in none, the article's.
std::string evidence_link(std::string_view article, Span span);

struct Context {  // what a page is made from
  const store::Store& store;
  const knowledge::Knowledge& knowledge;
  const Request& request;
  StoryMemory* stories = nullptr;  // nullptr: every story is compared anew
};

// `head`: further links of the page's head.
Response page(std::string_view title, std::string_view content, std::string_view head = {});
Response error_page(unsigned status, std::string_view what);
Response error_page(const Error& error);

// Text of an article: with its language and direction, so that it is set and read aloud rightly.
std::string foreign(std::string_view tag, std::string_view text, std::string_view lang,
                    std::string_view dir, std::string_view css_class = {});
// An outlet's name, which is in the language that it writes.
std::string outlet(std::string_view name, std::string_view lang);
std::string language_name(const knowledge::Knowledge& knowledge, std::string_view tag);
std::string language_chip(const knowledge::Knowledge& knowledge, std::string_view tag);
// "2025-01-08 06:18 +08:00 (2025-01-07 22:18 UTC)", or what is known of the zone; "no date".
std::string date_text(const model::Article& article);
std::string date_text(std::string_view stamp);  // model/stamp.h; a day or month alone, too
// For the head of a column: "Nov 9, 08:40 UTC", all of it as the title.
std::string short_date_text(std::string_view stamp);
// At most so many bytes of it, with "…" where that is not all.
std::string cut_short(std::string_view text, size_t most);
std::string plural(size_t count, std::string_view one, std::string_view many);
// Links to the page before and behind, with the request's other parameters; empty where there are
// none.
std::string first_page(const Request& request);  // its address, for an attribute
struct PagerWords {
  const char* before = "Newer";
  const char* behind = "Older";
};
std::string pager(const Request& request, size_t page, bool more, const PagerWords& words = {});

Response front_page(const Context& context);
Response story_page(const Context& context, std::string_view rest);  // behind "/story/"
Result<std::string> story_json(const Context& context, std::string_view id);
Response article_page(const Context& context, std::string_view id);
Response entity_page(const Context& context, std::string_view id);
Response entities_page(const Context& context);
Response articles_page(const Context& context);
Response about_page(const Context& context);

}  // namespace synoptic::serve
