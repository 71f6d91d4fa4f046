// What is no article, though it is text or looks so: feeds, sitemaps and other XML, PDF and WARC
// files under another name. Read as a page it would be told as news. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::collect {

// Why the bytes are no page; empty: they may be one. `named_html`: their name says so.
std::string why_foreign(std::string_view bytes, bool named_html);

}  // namespace synoptic::collect
