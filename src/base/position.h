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

// As std::string_view::rfind, which compares at every byte.
inline size_t last_position_of(std::string_view text, std::string_view words) {
  if (words.empty() || words.size() > text.size()) return std::string_view::npos;
  for (size_t at = text.size() - words.size() + 1; at-- > 0;) {
    if (text[at] == words[0] && text.substr(at).starts_with(words)) return at;
  }
  return std::string_view::npos;
}

inline bool holds_words(std::string_view text, std::string_view words) {
  return position_of(text, words) != std::string_view::npos;
}

}  // namespace synoptic
