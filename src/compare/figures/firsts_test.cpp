#include "compare/figures/firsts.h"

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

size_t firsts_of(const std::vector<const Sample*>& samples) {
  static const knowledge::Knowledge nothing;
  model::Story story;
  std::vector<const Annotated*> articles;
  for (const Sample* sample : samples) {
    articles.push_back(&sample->annotated());
    story.accounts.push_back({sample->annotated().article.id});
  }
  size_t out = 0;
  for (const auto& telling : read_tellings(story, articles, nothing).tellings) {
    out +=
        static_cast<size_t>(std::count_if(telling.claims.begin(), telling.claims.end(), is_first));
  }
  return out;
}

TEST(Firsts, AreRanksWhereAnotherAccountTellsALaterOne) {
  const Sample first =
      Sample("a", "en", "Judge", "").body("She is the first woman to lead the court.");
  const Sample second = Sample("b", "de", "Richterin", "")
                            .body("Sie ist die zweite Frau an der Spitze des Gerichts.")
                            .count("zweite", 2, "", "", "ordinal");
  const Sample other = Sample("c", "en", "Judge", "").body("A woman leads the court.");
  EXPECT_EQ(firsts_of({&first, &second}), 1u);
  EXPECT_EQ(firsts_of({&first, &other}), 0u);
}

TEST(Firsts, AHalfIsNone) {
  const Sample half = Sample("a", "en", "Cup", "").body("They led in the first half.");
  const Sample title = Sample("b", "en", "Cup", "")
                           .body("It is their second title.")
                           .count("second", 2, "", "", "ordinal");
  EXPECT_EQ(firsts_of({&half, &title}), 0u);
}

}  // namespace
}  // namespace synoptic::compare
