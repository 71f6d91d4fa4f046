// Which of the dates a page shows is the article's: every candidate is kept and scored by where it
// stood, how precise it is, and whether others agree. Private to the room.
#pragma once

#include <string_view>

#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

// Scores article.dates and sets published, modified, date_conflict.
void choose_dates(model::Article& article);

// The date in a URL's path ("/2026/03/14/", "…-2026-03-14/", "/20260314/"); the span lies in
// `span`, where the URL stands in the capture.
std::optional<model::DateEvidence> date_of_url(std::string_view url, Span span);

// The clock time that readers are shown seldom has a zone; the page's data state the same moment
// with one. The shown time gets that zone, so that the moment of publication is exact.
void take_stated_zone(const knowledge::Knowledge& knowledge, model::Article& article);

// A guess at the zone of a published time that states none: from the publisher's country, the
// site's domain, or a language with one country. Marked as a guess, never applied.
void infer_zone(const knowledge::Knowledge& knowledge, model::Article& article);

}  // namespace synoptic::clean
