#include "compare/parts_told.h"

#include "compare/causes/cause_spots.h"
#include "compare/causes/cause_table.h"
#include "compare/claim.h"
#include "compare/figures/moment_spots.h"
#include "compare/names/doer_spots.h"

namespace synoptic::compare {

std::vector<PartTold> parts_told(const model::Annotated& annotated,
                                 const knowledge::Knowledge& knowledge) {
  model::Story story;
  story.articles = {annotated.article.id};
  story.accounts = {story.articles};
  const model::Annotated* const article = &annotated;
  const Input input = read_tellings(story, {&article, 1}, knowledge);
  const Passages passages(input);
  std::vector<PartTold> out;
  const DoerSpots doers(input, passages);
  for (const DoerSpot& spot : doers.all()) {
    const DoerPart& part = doer_table().parts[spot.part];
    out.push_back({part.slot, part.name, spot.named->mention->at.range});
  }
  const MomentSpots moments(input, passages);
  for (const MomentSpot& spot : moments.all()) {
    out.push_back({"date", moment_names()[spot.moment], spot.claim->at.range});
  }
  for (const CauseSpot& spot : cause_spots(input, passages)) {
    const CauseKind& kind = cause_table().kinds[spot.kind];
    out.push_back(
        {"outcome", cause_table().domains[kind.domain].name + ": " + kind.name, spot.word});
  }
  return out;
}

}  // namespace synoptic::compare
