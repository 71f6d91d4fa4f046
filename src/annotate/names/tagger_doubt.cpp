#include "annotate/names/tagger_doubt.h"

#include <algorithm>

#include "annotate/names/tagger_path.h"

namespace synoptic::annotate {
namespace {

constexpr int32_t kNever = -(1 << 28);
constexpr TagRow kNeverRow{kNever, kNever, kNever, kNever};

TagRow greater(TagRow a, TagRow b) { return a > b ? a : b; }

}  // namespace

NameCosts::NameCosts(const int16_t (&transitions)[kTags + 1][kTags + 1])
    : first(kNeverRow), inside(kNeverRow), last(kNeverRow), only(kNeverRow) {
  const int32_t none = transitions[kOutsideTag][kOutsideTag];
  for (size_t type = 0; type < kNameTypes; ++type) {
    const auto tag = [&](TagPlace place) { return tag_of(static_cast<NameType>(type), place); };
    const auto worth = [&](int before, int behind) { return transitions[before][behind] - none; };
    const int f = tag(TagPlace::kFirst), i = tag(TagPlace::kInside), l = tag(TagPlace::kLast),
              o = tag(TagPlace::kOnly);
    first[type] = worth(kOutsideTag, f) + openness(TagPlace::kFirst);
    inside[type] = std::max(worth(f, i), worth(i, i));
    last[type] = std::max(worth(f, l), worth(i, l)) + worth(l, kOutsideTag);
    only[type] = worth(kOutsideTag, o) + openness(TagPlace::kOnly) + worth(o, kOutsideTag);
  }
}

void DoubtfulTokens::find(const NameCosts& costs, const std::vector<TagSums>& scores, int32_t sure,
                          std::vector<uint32_t>& doubtful) {
  doubtful.clear();
  rest_.resize(scores.size());
  TagRow rest = kNeverRow;
  for (size_t i = scores.size(); i-- > 0;) {
    rest_[i] = rest;
    rest = greater(costs.last + scores[i].row(TagPlace::kLast),
                   greater(costs.inside + scores[i].row(TagPlace::kInside) + rest, kNeverRow));
  }
  TagRow open = kNeverRow;  // the best name so far that goes on
  for (size_t i = 0; i < scores.size(); ++i) {
    const TagRow ends = open + costs.last + scores[i].row(TagPlace::kLast);
    open = greater(costs.first + scores[i].row(TagPlace::kFirst),
                   greater(open + costs.inside + scores[i].row(TagPlace::kInside), kNeverRow));
    const TagRow best =
        greater(greater(ends, open + rest_[i]), costs.only + scores[i].row(TagPlace::kOnly));
    if (std::max({best[0], best[1], best[2]}) >= -sure) {
      doubtful.push_back(static_cast<uint32_t>(i));
    }
  }
}

}  // namespace synoptic::annotate
