#include "annotate/names/tagger_path.h"

#include <algorithm>

namespace synoptic::annotate {
namespace {

constexpr int32_t kNever = -(1 << 28);
constexpr int32_t kNoteMask = kPathScale - 1;

// The tags that a name may begin behind, in their order.
constexpr size_t kClosed = 1 + 2 * kNameTypes;
constexpr std::array<int, kClosed> kClosedTags = [] {
  std::array<int, kClosed> tags{kOutsideTag};
  size_t count = 1;
  for (int tag = 1; tag < kTags; ++tag) {
    if (may_follow(tag, kOutsideTag)) tags[count++] = tag;
  }
  return tags;
}();
constexpr int32_t note_of(size_t order) { return kNoteMask - static_cast<int32_t>(order); }

constexpr size_t lane_of(int tag) {
  return tag == kOutsideTag ? size_t{kOutsideLane} : static_cast<size_t>(type_of_tag(tag));
}
int tag_at(TagPlace place, size_t lane) {
  return lane == kOutsideLane ? kOutsideTag : tag_of(static_cast<NameType>(lane), place);
}

TagRow row_of(int32_t number) { return TagRow{number, number, number, number}; }
TagRow greater(TagRow a, TagRow b) { return a > b ? a : b; }

}  // namespace

TransitionRows::TransitionRows(const int16_t (&transitions)[kTags + 1][kTags + 1]) {
  const auto number = [&](int before, int tag, size_t order) {
    return transitions[before][tag] * kPathScale + note_of(order);
  };
  for (size_t lane = 0; lane < 4; ++lane) {
    const bool type = lane < kNameTypes;
    const int only = tag_at(TagPlace::kOnly, lane);
    for (size_t i = 0; i < kClosed; ++i) {
      closed[i].only[lane] = number(kClosedTags[i], only, i);
      closed[i].first[lane] = type ? number(kClosedTags[i], tag_at(TagPlace::kFirst, lane), i) : 0;
    }
    begin_only[lane] = transitions[kTags][only] * kPathScale;
    const auto of = [&](TagPlace before, TagPlace place, size_t order) {
      return type ? number(tag_at(before, lane), tag_at(place, lane), order) : 0;
    };
    begin_first[lane] = type ? transitions[kTags][tag_at(TagPlace::kFirst, lane)] * kPathScale : 0;
    first_inside[lane] = of(TagPlace::kFirst, TagPlace::kInside, 0);
    inside_inside[lane] = of(TagPlace::kInside, TagPlace::kInside, 1);
    first_last[lane] = of(TagPlace::kFirst, TagPlace::kLast, 0);
    inside_last[lane] = of(TagPlace::kInside, TagPlace::kLast, 1);
  }
  for (size_t i = 0; i < kClosed; ++i) end[i] = transitions[kClosedTags[i]][kTags] * kPathScale;
}

BestTags::Rows BestTags::rows_of(const TagSums& scores) {
  constexpr int32_t kOpen = openness(TagPlace::kFirst);
  static_assert(kOpen == openness(TagPlace::kOnly) && openness(TagPlace::kLast) == 0);
  constexpr TagRow kOpenOnly{kOpen, kOpen, kOpen, 0};
  return {(scores.row(TagPlace::kOnly) + kOpenOnly) * kPathScale,
          (scores.row(TagPlace::kFirst) + kOpen) * kPathScale,
          scores.row(TagPlace::kInside) * kPathScale, scores.row(TagPlace::kLast) * kPathScale};
}

BestTags::Rows BestTags::step(const TransitionRows& transitions, const Rows& before) {
  Rows best;
  best.only = before.only[kOutsideLane] + transitions.closed[0].only;
  best.first = before.only[kOutsideLane] + transitions.closed[0].first;
  for (size_t type = 0; type < kNameTypes; ++type) {
    const TransitionRows::Closed& last = transitions.closed[1 + 2 * type];
    const TransitionRows::Closed& only = transitions.closed[2 + 2 * type];
    best.only = greater(best.only, before.last[type] + last.only);
    best.first = greater(best.first, before.last[type] + last.first);
    best.only = greater(best.only, before.only[type] + only.only);
    best.first = greater(best.first, before.only[type] + only.first);
  }
  best.inside =
      greater(before.first + transitions.first_inside, before.inside + transitions.inside_inside);
  best.last =
      greater(before.first + transitions.first_last, before.inside + transitions.inside_last);
  return best;
}

int BestTags::last_tag(const TransitionRows& transitions, const Rows& best) {
  int32_t most = kNever;
  int last = kOutsideTag;
  for (size_t i = 0; i < kClosed; ++i) {
    const int tag = kClosedTags[i];
    const bool only = tag == kOutsideTag || place_of_tag(tag) == TagPlace::kOnly;
    const int32_t score = (only ? best.only : best.last)[lane_of(tag)] + transitions.end[i];
    if (score <= most) continue;
    most = score;
    last = tag;
  }
  return last;
}

int BestTags::tag_before(size_t at, int tag) const {
  const Rows& ways = ways_[at];
  const TagPlace place = tag == kOutsideTag ? TagPlace::kOnly : place_of_tag(tag);
  const TagRow& row = place == TagPlace::kOnly    ? ways.only
                      : place == TagPlace::kFirst ? ways.first
                      : place == TagPlace::kLast  ? ways.last
                                                  : ways.inside;
  const auto order = static_cast<size_t>(kNoteMask - (row[lane_of(tag)] & kNoteMask));
  if (place == TagPlace::kOnly || place == TagPlace::kFirst) return kClosedTags[order];
  return tag_of(type_of_tag(tag), order == 0 ? TagPlace::kFirst : TagPlace::kInside);
}

void BestTags::find(const TransitionRows& transitions, const std::vector<TagSums>& scores,
                    const std::vector<uint32_t>& doubtful, std::vector<uint8_t>& tags) {
  tags.assign(scores.size(), kOutsideTag);
  ways_.resize(scores.size() + 1);
  for (size_t i = 0; i < doubtful.size();) {
    const size_t begin = doubtful[i] - std::min<size_t>(doubtful[i], kBeside);
    size_t end = doubtful[i];
    for (; i < doubtful.size() && doubtful[i] <= end + 2 * kBeside; ++i) end = doubtful[i] + 1;
    find_run(transitions, scores, begin, std::min(end + kBeside, scores.size()), tags);
  }
}

void BestTags::find_run(const TransitionRows& transitions, const std::vector<TagSums>& scores,
                        size_t begin, size_t end, std::vector<uint8_t>& tags) {
  constexpr Rows kNoName{{kNever, kNever, kNever, 0},
                         {kNever, kNever, kNever, kNever},
                         {kNever, kNever, kNever, kNever},
                         {kNever, kNever, kNever, kNever}};
  Rows best = kNoName;
  for (size_t i = begin; i < end; ++i) {
    const Rows own = rows_of(scores[i]);
    if (i == 0) {
      best = {own.only + transitions.begin_only, own.first + transitions.begin_first,
              row_of(kNever), row_of(kNever)};
      continue;
    }
    const Rows way = step(transitions, best);
    ways_[i] = way;
    // From the score of no name on, so that numbers stay small however long the sentence is.
    const TagRow from = row_of(way.only[kOutsideLane] & ~kNoteMask);
    const auto scored = [&](TagRow best_way, TagRow own_score) {
      return (best_way & ~kNoteMask) + own_score - from;
    };
    best = {scored(way.only, own.only), scored(way.first, own.first),
            scored(way.inside, own.inside), scored(way.last, own.last)};
  }
  int tag = kOutsideTag;
  if (end == scores.size()) {
    tag = last_tag(transitions, best);
  } else {
    ways_[end] = step(transitions, best);
    tag = tag_before(end, kOutsideTag);
  }
  for (size_t i = end; i-- > begin;) {
    tags[i] = static_cast<uint8_t>(tag);
    if (i > begin) tag = tag_before(i, tag);
  }
}

}  // namespace synoptic::annotate
