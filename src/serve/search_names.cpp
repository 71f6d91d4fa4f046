#include "serve/search_names.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::serve {
namespace {

constexpr size_t kMostLettersOfName = 100;  // of a search that may be a name
constexpr size_t kMostMeant = 64;
constexpr size_t kShortestStem = 3;

size_t letters_of(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); at += text::decode(text, at).length) ++count;
  return count;
}

void add(const knowledge::Knowledge& knowledge, std::string_view name,
         std::vector<std::string>& out) {
  for (const auto* entity : knowledge.find_by_name(name)) {
    if (out.size() == kMostMeant) return;
    if (std::find(out.begin(), out.end(), entity->id) == out.end()) out.push_back(entity->id);
  }
}

// What the name may be without an ending or a proclitic of a language.
void add_base_forms(const knowledge::Knowledge& knowledge, const std::string& name,
                    std::vector<std::string>& out) {
  for (const auto& language : knowledge.languages()) {
    for (const auto& suffix : language.suffixes) {
      if (!name.ends_with(suffix)) continue;
      const std::string stem = name.substr(0, name.size() - suffix.size());
      if (letters_of(stem) < kShortestStem) continue;
      add(knowledge, stem, out);
      for (const auto& ending : language.droppable) add(knowledge, stem + ending, out);
    }
    for (const auto& prefix : language.prefixes) {
      if (!name.starts_with(prefix)) continue;
      const std::string rest = name.substr(prefix.size());
      if (letters_of(rest) >= kShortestStem) add(knowledge, rest, out);
    }
  }
}

std::vector<std::string> meant_by(const knowledge::Knowledge& knowledge, std::string_view name) {
  std::vector<std::string> out;
  add(knowledge, name, out);
  if (out.empty()) add_base_forms(knowledge, text::fold_copy(name), out);
  return out;
}

}  // namespace

std::vector<std::string> entities_meant(const knowledge::Knowledge& knowledge,
                                        std::string_view words) {
  const std::string name(trim(words));
  if (name.empty() || letters_of(name) > kMostLettersOfName) return {};
  return meant_by(knowledge, name);
}

}  // namespace synoptic::serve
