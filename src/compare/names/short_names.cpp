#include "compare/names/short_names.h"

#include <string>
#include <vector>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

using Letters = std::u32string;

std::vector<Letters> words_of(std::string_view name) {
  const std::string folded = text::fold_copy(name);
  std::vector<Letters> out;
  for (const auto& word : text::words(folded)) {
    Letters letters;
    const std::string_view written = word.range.of(folded);
    for (size_t at = 0; at < written.size();) {
      const auto c = text::decode(written, at);
      letters.push_back(c.value);
      at += c.length;
    }
    out.push_back(std::move(letters));
  }
  return out;
}

// "Mt", "Mount"; "Calif", "California": its letters in their order from the first on.
bool shortens(const Letters& brief, const Letters& full) {
  if (brief == full) return true;
  if (brief.size() < 2 || brief.size() >= full.size() || brief[0] != full[0]) return false;
  size_t at = 1;
  for (size_t i = 1; i < full.size() && at < brief.size(); ++i) at += full[i] == brief[at];
  // A long word that happens to hold another one's letters is another word.
  return at == brief.size() && (brief.size() <= 4 || full.starts_with(brief));
}

// How many words from `from` on have the first letters that the short one is made of; small words
// may be left out ("Bank of America", "BA").
size_t initials(const Letters& brief, const std::vector<Letters>& full, size_t from) {
  if (brief.size() < 2) return 0;
  size_t at = 0, i = from;
  for (; i < full.size() && at < brief.size(); ++i) {
    if (full[i][0] == brief[at]) {
      ++at;
    } else if (at == 0 || full[i].size() > 3) {
      return 0;
    }
  }
  return at == brief.size() ? i - from : 0;
}

}  // namespace

bool may_be_short_for(std::string_view brief, std::string_view full) {
  const auto some = words_of(brief), all = words_of(full);
  if (some.empty() || some.size() > all.size()) return false;
  size_t at = 0;
  for (const auto& word : some) {
    size_t taken = 0;
    for (; at < all.size() && taken == 0; ++at) {
      taken = shortens(word, all[at]) ? 1 : initials(word, all, at);
    }
    if (taken == 0) return false;
    at += taken - 1;
  }
  return true;
}

}  // namespace synoptic::compare
