#include "compare/statements/one_language.h"

#include "compare/terms.h"

namespace synoptic::compare {

bool are_unlike_in_one_language(const Input& input, const std::vector<TellingPlace>& one,
                                const std::vector<TellingPlace>& other, double least) {
  const auto lang = [&](const TellingPlace& place) {
    return model::table_language(input.tellings[place.article].annotated->article.lang);
  };
  const auto terms = [&](const TellingPlace& place) -> const Terms& {
    return input.tellings[place.article].sentences[place.sentence].terms;
  };
  bool met = false;
  for (const auto& a : one) {
    for (const auto& b : other) {
      if (lang(a) != lang(b)) continue;
      if (likeness(terms(a), terms(b)) >= least) return false;
      met = true;
    }
  }
  return met;
}

}  // namespace synoptic::compare
