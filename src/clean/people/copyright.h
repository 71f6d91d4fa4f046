// "© 2026 Name. All rights reserved": what a line says behind a copyright sign. Private to the
// room.
#pragma once

#include <optional>

#include "clean/classify.h"
#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

struct Copyright {
  std::optional<model::DateEvidence> year;  // of the site, not of the article
  std::optional<model::Publisher> owner;  // a person or an outlet; "© Agency / Name" is a picture's
};
// `page`: of a text without markup, where a name in a script without capitals is told by standing
// elsewhere, too; else null.
Copyright read_copyright(const Line& line, const Page* page, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
