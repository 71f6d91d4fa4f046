// What is no article: feeds, sitemaps and other XML, WARC files under another name, which would be
// told as news; and archives, documents and pictures, told by name. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::collect {

// Why the bytes are no page; empty: they may be one. `named_html`: their name says so.
std::string why_foreign(std::string_view bytes, bool named_html);

}  // namespace synoptic::collect
