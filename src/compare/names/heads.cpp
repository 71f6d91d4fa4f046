#include "compare/names/heads.h"

#include <algorithm>

#include "base/strings.h"
#include "base/table.h"
#include "compare/names/sounds.h"
#include "compare/word_patterns.h"
#include "model/article.h"

namespace synoptic::compare {
namespace {

constexpr double kAlike = 0.3;       // of what two spellings have in common
constexpr double kAlikeSound = 0.5;  // … of how they sound

const LanguagePatterns& languages() {
  static const LanguagePatterns languages = [] {
    LanguagePatterns out;
    for (const TableRow row : DataTable::embedded("compare/heads.tsv", 2)) {
      out.add(row[0], row[1], 0);
    }
    return out;
  }();
  return languages;
}

}  // namespace

std::string without_head(std::string_view folded, std::string_view lang) {
  const WordPatterns* words = languages().find(model::table_language(lang));
  std::string out(folded);
  if (words == nullptr) return out;
  const auto hits = words->find_longest(folded);
  for (size_t i = hits.size(); i-- > 0;) {
    out.replace(hits[i].range.begin, hits[i].range.size(), " ");
  }
  return std::string(trim(out));
}

bool have_different_rests(const Spelling& a, const Spelling& b) {
  const std::string one = without_head(a.folded, a.lang), other = without_head(b.folded, b.lang);
  if (one == a.folded || other == b.folded || one.empty() || other.empty()) return false;
  return likeness(spelling_of(one, a.lang, false), spelling_of(other, b.lang, false)) < kAlike &&
         likest_span(sounds_of(one), sounds_of(other)).alike < kAlikeSound;
}

}  // namespace synoptic::compare
