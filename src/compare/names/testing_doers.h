// For tests: an account that gives a part of an event to a name.
#pragma once

#include <string>
#include <string_view>

#include "compare/testing_sample.h"

namespace synoptic::compare {

// The name stands in the text in the place of #.
inline Sample part_account(const std::string& key, std::string_view lang, std::string_view text,
                           const std::string& name, model::EntityType type) {
  std::string told(text);
  told.replace(told.find('#'), 1, name);
  Sample sample(key, std::string(lang), "News", "2026-03-01");
  sample.body("It was announced on Sunday.").body(told);
  sample.names(name, name, type);
  return sample;
}

}  // namespace synoptic::compare
