// Where words stand in a long text.
#pragma once

#include <cstring>
#include <string_view>

namespace synoptic {

// As std::string_view::find, which stops at every byte like the first one looked for; of those a
// page's data and prose are full.
inline size_t position_of(std::string_view text, std::string_view words, size_t from = 0) {
  if (from >= text.size() || words.empty()) return std::string_view::npos;
  const void* at = memmem(text.data() + from, text.size() - from, words.data(), words.size());
  return at == nullptr ? std::string_view::npos
                       : static_cast<size_t>(static_cast<const char*>(at) - text.data());
}

inline bool holds_words(std::string_view text, std::string_view words) {
  return position_of(text, words) != std::string_view::npos;
}

}  // namespace synoptic
