#include "annotate/names/tagger_doubt.h"

#include <algorithm>
#include <array>
#include <bit>

#include "annotate/names/tagger_path.h"

namespace synoptic::annotate {
namespace {

// Four numbers of 16 bits, one for each lane of a word of TagSums. Sums stay within them.
#if defined(__SSE2__)
class Lanes {
 public:
  explicit Lanes(uint64_t word) : lanes_(_mm_cvtsi64_si128(static_cast<int64_t>(word))) {}
  uint64_t word() const { return static_cast<uint64_t>(_mm_cvtsi128_si64(lanes_)); }
  Lanes operator+(Lanes other) const { return Lanes(_mm_adds_epi16(lanes_, other.lanes_)); }
  Lanes greater(Lanes other) const { return Lanes(_mm_max_epi16(lanes_, other.lanes_)); }
  // A lane of each is greater.
  bool any_above(Lanes other) const {
    return (_mm_movemask_epi8(_mm_cmpgt_epi16(lanes_, other.lanes_)) & 0xFF) != 0;
  }

 private:
  explicit Lanes(__m128i lanes) : lanes_(lanes) {}
  __m128i lanes_;
};
#else
class Lanes {
 public:
  explicit Lanes(uint64_t word) : lanes_(std::bit_cast<Four>(word)) {}
  uint64_t word() const { return std::bit_cast<uint64_t>(lanes_); }
  Lanes operator+(Lanes other) const {
    for (size_t i = 0; i < lanes_.size(); ++i) {
      other.lanes_[i] = static_cast<int16_t>(
          std::clamp(int{lanes_[i]} + other.lanes_[i], int{INT16_MIN}, int{INT16_MAX}));
    }
    return other;
  }
  Lanes greater(Lanes other) const {
    for (size_t i = 0; i < lanes_.size(); ++i)
      other.lanes_[i] = std::max(lanes_[i], other.lanes_[i]);
    return other;
  }
  bool any_above(Lanes other) const {
    for (size_t i = 0; i < lanes_.size(); ++i) {
      if (lanes_[i] > other.lanes_[i]) return true;
    }
    return false;
  }

 private:
  using Four = std::array<int16_t, 4>;
  Four lanes_;
};
#endif

uint64_t word_of(int16_t lane) { return static_cast<uint16_t>(lane) * 0x0001000100010001ULL; }
constexpr uint64_t kOnlyLane = 0xFFFFULL << 48;

void set_lane(uint64_t& word, size_t lane, int32_t number) {
  word |= uint64_t{static_cast<uint16_t>(static_cast<int16_t>(number))} << 16 * lane;
}

}  // namespace

NameCosts::NameCosts(const int16_t (&transitions)[kTags + 1][kTags + 1]) {
  const int32_t none = transitions[kOutsideTag][kOutsideTag];
  for (size_t type = 0; type < kNameTypes; ++type) {
    const auto tag = [&](TagPlace place) { return tag_of(static_cast<NameType>(type), place); };
    const auto worth = [&](int before, int behind) { return transitions[before][behind] - none; };
    const int f = tag(TagPlace::kFirst), i = tag(TagPlace::kInside), l = tag(TagPlace::kLast),
              o = tag(TagPlace::kOnly);
    set_lane(first, type, worth(kOutsideTag, f) + openness(TagPlace::kFirst));
    set_lane(inside, type, std::max(worth(f, i), worth(i, i)));
    set_lane(last, type, std::max(worth(f, l), worth(i, l)) + worth(l, kOutsideTag));
    uint64_t& word = type == 0 ? first : type == 1 ? last : inside;
    set_lane(word, kNameTypes,
             worth(kOutsideTag, o) + openness(TagPlace::kOnly) + worth(o, kOutsideTag));
  }
}

void DoubtfulTokens::find(const NameCosts& costs, const std::vector<TagSums>& scores, int16_t sure,
                          std::vector<uint32_t>& doubtful) {
  doubtful.clear();
  rest_.resize(scores.size());
  const Lanes never(word_of(INT16_MIN));
  const Lanes cost_first(costs.first), cost_inside(costs.inside), cost_last(costs.last);
  Lanes rest = never;
  for (size_t i = scores.size(); i-- > 0;) {
    rest_[i] = rest.word();
    const Lanes last = cost_last + Lanes(scores[i].word(TagPlace::kLast));
    rest = last.greater(cost_inside + Lanes(scores[i].word(TagPlace::kInside)) + rest);
  }
  const Lanes below(word_of(static_cast<int16_t>(-sure - 1)));
  // Added to numbers they leave only those of some lanes above anything.
  const Lanes but_only(kOnlyLane & word_of(INT16_MIN));
  const Lanes but_names(~kOnlyLane & word_of(INT16_MIN));
  Lanes open = never;  // the best name so far that goes on
  for (size_t i = 0; i < scores.size(); ++i) {
    const Lanes first = cost_first + Lanes(scores[i].word(TagPlace::kFirst));
    const Lanes inside = cost_inside + Lanes(scores[i].word(TagPlace::kInside));
    const Lanes last = cost_last + Lanes(scores[i].word(TagPlace::kLast));
    const Lanes ends = open + last;
    open = first.greater(open + inside);
    const Lanes through = ends.greater(open + Lanes(rest_[i]));
    const Lanes only = first.greater(inside).greater(last);  // in the fourth lane
    if ((through + but_only).any_above(below) || (only + but_names).any_above(below)) {
      doubtful.push_back(static_cast<uint32_t>(i));
    }
  }
}

}  // namespace synoptic::annotate
