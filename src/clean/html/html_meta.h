// What the names of <meta> elements state. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic::clean {

enum class MetaFact : uint8_t {
  kNone,
  kPublished,
  kModified,
  kTitle,  // of another kind than those two
  kOgTitle,
  kTwitterTitle,
  kSiteName,
  kApplication,
  kUrl,
  kType,
  kLocale,
  kAuthor,
  kSection,
  kKeyword,
  kKeywords,
  kDescription,
  kImage,
  kAccess,  // free, metered, locked …
  kPaid,    // true or false
  kFree,
  kComments
};

// By property, name or itemprop in lower case.
MetaFact meta_fact(std::string_view name);

}  // namespace synoptic::clean
