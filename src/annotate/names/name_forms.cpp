#include "annotate/names/name_forms.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::annotate {
namespace {

constexpr size_t kStem = 3;  // letters that two forms of a name share at least

}  // namespace

const std::vector<std::string>& NameForms::droppable() const {
  static const std::vector<std::string> kNone;
  const auto* language = work_.knowledge.language(work_.article.lang);
  return language == nullptr ? kNone : language->droppable;
}

size_t NameForms::stem_bytes(std::string_view folded) {
  size_t bytes = 0;
  for (size_t letter = 0; letter < kStem && bytes < folded.size(); ++letter) {
    bytes += text::decode(folded, bytes).length;
  }
  return bytes;
}

bool NameForms::differ_by_ending(std::string_view a, std::string_view b) const {
  size_t same = 0, letters = 0;
  while (same < a.size() && same < b.size()) {
    const text::CodePoint x = text::decode(a, same), y = text::decode(b, same);
    if (x.value != y.value) break;
    same += x.length;
    ++letters;
  }
  const auto is_ending = [&](std::string_view rest) {
    const auto& dropped = droppable();
    return rest.empty() || work_.rules.affixes->suffixes.contains(rest) ||
           std::find(dropped.begin(), dropped.end(), rest) != dropped.end();
  };
  return a == b || (letters >= kStem && is_ending(a.substr(same)) && is_ending(b.substr(same)));
}

bool NameForms::are_forms(std::string_view name, std::string_view other) const {
  if (name == other) return true;
  const std::string a = text::fold_copy(name), b = text::fold_copy(other);
  const auto words = text::words(a), others = text::words(b);
  if (words.size() != others.size()) return false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!differ_by_ending(words[i].range.of(a), others[i].range.of(b))) return false;
  }
  return true;
}

}  // namespace synoptic::annotate
