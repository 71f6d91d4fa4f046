// What the stages are run with, loaded once for a command.
#pragma once

#include <memory>

#include "base/result.h"
#include "knowledge/knowledge.h"
#include "text/language_id.h"

namespace synoptic::eval {

struct Tools {
  std::shared_ptr<const knowledge::Knowledge> knowledge;
  text::LanguageId languages;

  static Result<Tools> load() {
    auto knowledge = knowledge::Knowledge::load();
    if (!knowledge) return tl::unexpected(knowledge.error());
    auto languages = text::LanguageId::embedded();
    if (!languages) return tl::unexpected(languages.error());
    return Tools{std::move(*knowledge), std::move(*languages)};
  }
};

}  // namespace synoptic::eval
