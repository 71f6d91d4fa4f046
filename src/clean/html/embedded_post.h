// Posts of social networks put into a page. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>

#include "html/html.h"

namespace synoptic::clean {

// By the names of its element: those that the networks ask for ("twitter-tweet", "fb-post",
// "tgme_widget_message") and those that sites make up ("embed-bluesky", "vk-post-card").
bool is_embedded_post(const html::Document& document, uint32_t node);

// The same of one list of names (a class attribute).
bool names_embedded_post(std::string_view names);

// The address of a post, not of an account.
bool leads_to_post(std::string_view address);

}  // namespace synoptic::clean
