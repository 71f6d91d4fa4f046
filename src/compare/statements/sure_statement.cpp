#include "compare/statements/sure_statement.h"

#include <algorithm>

namespace synoptic::compare {
namespace {

constexpr double kLeastOdds = 1.45;

class Sure {
 public:
  Sure(const Input& input, const Passages& passages, const SameStatement& same)
      : input_(input), passages_(passages), same_(same) {}

  bool are_same(Contradictions::Where a, Contradictions::Where b) const {
    return lang_of(a) != lang_of(b) || leads_to(a, b) || leads_to(b, a);
  }

 private:
  std::string_view lang_of(Contradictions::Where where) const {
    return model::table_language(input_.tellings[where.article].annotated->article.lang);
  }

  bool leads_to(Contradictions::Where from, Contradictions::Where to) const {
    const auto& twins = passages_.twins(from.article, from.sentence);
    return std::any_of(twins.begin(), twins.end(), [&](const Twin& twin) {
      return twin.article == to.article && twin.sentence == to.sentence &&
             same_.odds(from, twin) >= kLeastOdds;
    });
  }

  const Input& input_;
  const Passages& passages_;
  const SameStatement& same_;
};

}  // namespace

void drop_unsure(const Input& input, const Passages& passages, const SameStatement& same,
                 std::vector<Contradictions::Where>& where) {
  const Sure sure(input, passages, same);
  std::vector<Contradictions::Where> kept;
  for (size_t i = 0; i < where.size(); ++i) {
    for (size_t j = 0; j < where.size(); ++j) {
      if (i == j || !sure.are_same(where[i], where[j])) continue;
      kept.push_back(where[i]);
      break;
    }
  }
  where = std::move(kept);
}

}  // namespace synoptic::compare
