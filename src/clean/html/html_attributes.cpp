// The attributes that the room reads. One that a new rule asks for has to be named here.
#include <cstring>

#include "clean/html/html_page.h"

namespace synoptic::clean {
namespace {

// Values for programs that may tell a day: data-published="…" (html_headline.cpp).
bool names_date(std::string_view name) {
  const auto four = [](const char* at) {
    uint32_t bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
  };
  const uint32_t date = four("date"), time = four("time"), publ = four("publ");
  for (size_t i = 0; i + 4 <= name.size(); ++i) {
    const uint32_t here = four(name.data() + i);
    if (here == date || here == time) return true;
    if (here == publ && name.substr(i).starts_with("publish")) return true;
  }
  return false;
}

}  // namespace

bool is_read_attribute(std::string_view name) {
  switch (name.size()) {
    case 2:
      return name == "id";
    case 3:
      return name == "rel" || name == "src";
    case 4:
      if (name == "href" || name == "name" || name == "type" || name == "role" || name == "lang") {
        return true;
      }
      break;
    case 5:
      return name == "class" || name == "title" || name == "style" || name == "value";
    case 6:
      if (name == "hidden" || name == "srcset") return true;
      break;
    case 7:
      if (name == "content") return true;
      break;
    case 8:
      if (name == "itemprop" || name == "property" || name == "itemtype" || name == "xml:lang" ||
          name == "data-src") {
        return true;
      }
      break;
    case 10:
      if (name == "aria-label" || name == "http-equiv") return true;
      break;
    case 11:
      if (name == "aria-hidden" || name == "data-srcset") return true;
      break;
    case 14:
      if (name == "data-component") return true;
      break;
    default:
      break;
  }
  return names_date(name);
}

}  // namespace synoptic::clean
