// The log as feeds: Atom 1.0 (RFC 4287) and JSON Feed 1.1. Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "serve/page.h"

namespace synoptic::serve {

// `name`: what stands behind "/feed/": "differences.atom", "story/ID.json" …
Response feed(const Context& context, std::string_view name);

// All feeds but those of single stories, as a list of links.
std::string feed_links();

// Where an entry leads to, for ever: the fact in its story while that is as the entry told it, else
// what it told then with what became of it. `id` is the entry's without "urn:uuid:".
Response entry_page(const Context& context, std::string_view id);

// An article's versions as a page.
Response history_page(const Context& context, std::string_view article);

}  // namespace synoptic::serve
