#include "compare/figures/direction_words.h"

#include <algorithm>
#include <array>

#include "base/table.h"
#include "compare/outcomes/polarity.h"
#include "compare/word_patterns.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kReach = 40, kReachSpaceless = 16;  // characters between word and figure
constexpr size_t kBesideWord = 1;                    // … of a word of one letter, and of "to"

enum Word : uint32_t { kUp, kDown, kGain, kLoss, kTo, kAt, kFrom, kSince, kOf, kNone, kWords };
constexpr std::array<std::string_view, kWords> kWordNames{"up", "down", "gain",  "loss", "to",
                                                          "at", "from", "since", "of",   "none"};

// They stand beside digits, which are no border in a script without blanks either.
PatternWord read_direction_word(PatternWord word) {
  word.inside = text::is_spaceless(text::decode(word.written, 0).value);
  return word;
}

LanguagePatterns read_languages() {
  LanguagePatterns out(read_direction_word);
  for (const TableRow row : DataTable::embedded("compare/directions.tsv", 3)) {
    const auto word = std::find(kWordNames.begin(), kWordNames.end(), row[0]);
    if (word == kWordNames.end()) continue;
    for (const auto lang : row.words(1, ',')) {
      out.add(lang, row[2], static_cast<uint32_t>(word - kWordNames.begin()));
    }
  }
  return out;
}

// Between two places that do not overlap.
Range between(Range a, Range b) {
  return a.end <= b.begin ? Range{a.end, b.begin} : Range{b.end, a.begin};
}

size_t gap(std::string_view text, Range a, Range b) {
  return a.overlaps(b) ? 0 : text::count_code_points(between(a, b).of(text));
}

bool any_in(const std::vector<Range>& places, Range range) {
  return std::any_of(places.begin(), places.end(),
                     [&](const Range& place) { return range.contains(place); });
}

struct Cue {
  bool up = false;
  size_t gap = 0;
  Range word;
};

// The words of one axis that may tell the figure's direction.
class Reader {
 public:
  Reader(std::string_view sentence, Range figure, const std::vector<Range>& others)
      : sentence_(sentence), figure_(figure), others_(others) {}

  std::optional<Direction> read(const WordPatterns& words, std::string_view lang, Axis axis) {
    const text::Folded folded = text::fold(sentence_);
    const auto hits = words.find_longest(folded.text);
    const Range clause = clause_around(sentence_, figure_);
    const uint32_t up = axis == Axis::kChange ? kUp : kGain;
    std::vector<std::pair<bool, Range>> told;
    for (const auto& hit : hits) {
      const Range word = folded.to_source(hit.range);
      if (hit.value >= kTo && hit.value < kNone) place(hit.value, word);
      if (hit.value != up && hit.value != up + 1) continue;
      if (clause.overlaps(word)) told.emplace_back(hit.value == up, word);
    }
    if (told.empty() || former_ || (part_ && to_another_)) return std::nullopt;
    const auto stances = stance_cues(sentence_, lang, &joints_);
    for (const auto& cue : stances) {
      const bool denies = cue.stance == Stance::kNot || cue.stance == Stance::kDeny;
      if (denies && clause.overlaps(cue.range)) return std::nullopt;
    }
    std::vector<Cue> cues;
    for (const auto& [is_up, word] : told) {
      if (may_tell(word)) cues.push_back({is_up, gap(sentence_, word, figure_), word});
    }
    return nearest(cues);
  }

 private:
  // "From 5 % to 6 %": what it was, and what it is now.
  void place(uint32_t value, Range word) {
    const bool before = value == kTo || value == kFrom || value == kOf;
    const auto is_beside = [&](Range figure) {
      return (before ? word.end <= figure.begin : word.begin >= figure.end) &&
             gap(sentence_, word, figure) <= (is_spaceless(word) ? 0 : kBesideWord);
    };
    if (is_beside(figure_)) {
      level_ = level_ || value == kTo || value == kAt;
      former_ = former_ || value == kFrom || value == kSince;
      part_ = part_ || value == kOf;
    } else if (value == kTo || value == kAt) {
      to_another_ = to_another_ || std::any_of(others_.begin(), others_.end(), is_beside);
    }
  }

  bool is_spaceless(Range word) const {
    return text::is_spaceless(text::decode(sentence_, word.begin).value);
  }

  bool may_tell(Range word) const {
    if (word.overlaps(figure_)) return word.size() > figure_.size();
    const size_t letters = text::count_code_points(word.of(sentence_));
    const size_t reach = !is_spaceless(word) ? kReach
                         : letters == 1      ? kBesideWord
                                             : kReachSpaceless;
    if (gap(sentence_, word, figure_) > reach) return false;
    const Range rest = between(word, figure_);
    // "Fell 20 paise to 88.90" tells of both figures.
    const bool goes_on = std::any_of(joints_.begin(), joints_.end(), [&](const Joint& joint) {
      return rest.contains(joint.range);
    });
    return !goes_on && (level_ || !any_in(others_, rest));
  }

  // Nothing where words of both directions stand on one side: "cut the forecast for the rise".
  std::optional<Direction> nearest(const std::vector<Cue>& cues) const {
    const auto best = std::min_element(cues.begin(), cues.end(),
                                       [](const Cue& a, const Cue& b) { return a.gap < b.gap; });
    if (best == cues.end()) return std::nullopt;
    for (const Cue& other : cues) {
      if (other.up == best->up) continue;
      const bool one_side =
          (other.word.begin < figure_.begin) == (best->word.begin < figure_.begin);
      if (one_side && !any_in(others_, between(other.word, best->word))) return std::nullopt;
    }
    return Direction{best->up, level_, best->word};
  }

  std::string_view sentence_;
  Range figure_;
  const std::vector<Range>& others_;
  std::vector<Joint> joints_;
  bool level_ = false;       // "to 5 %"
  bool former_ = false;      // "from 5 %"
  bool part_ = false;        // "de 5 %", which may be both of and from
  bool to_another_ = false;  // another figure is what it became
};

}  // namespace

std::optional<Direction> direction_of(std::string_view sentence, std::string_view lang,
                                      Range figure, Axis axis, const std::vector<Range>& others) {
  static const LanguagePatterns languages = read_languages();
  const WordPatterns* words = languages.find(lang);
  if (words == nullptr) return std::nullopt;
  return Reader(sentence, figure, others).read(*words, lang, axis);
}

}  // namespace synoptic::compare
