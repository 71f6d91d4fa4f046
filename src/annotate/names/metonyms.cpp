// A capital that acts like a government ("Moscow said", "طوكيو تعتزم", "北京表示", "between Moscow
// and Washington") keeps its city and stands for its country.
#include <algorithm>

#include "annotate/names/mentions.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;

constexpr uint32_t kNear = 3;  // blanks that may part a capital from its verb, at most + 1

class Metonyms {
 public:
  explicit Metonyms(Work& work) : work_(work) {}

  void run() {
    for (size_t i = 0; i < work_.drafts.size(); ++i) {
      Draft& draft = work_.drafts[i];
      if (draft.dropped || draft.entity < 0) continue;
      const int32_t country = work_.names.country_of_capital(static_cast<uint32_t>(draft.entity));
      if (country < 0 || country == draft.entity || in_place_phrase(draft)) continue;
      if (acts(draft) || beside_capital(i)) {
        draft.stands_for = work_.entity(country).id;
        draft.rule = "capital_for_government";
      }
    }
  }

 private:
  // "in Moscow", "في طوكيو".
  bool in_place_phrase(const Draft& draft) const {
    const Text& text = work_.texts[draft.text];
    auto piece = piece_from(text.pieces, draft.word.begin);
    if (piece == text.pieces.begin()) return false;
    --piece;
    return piece->has(NameCue::kPlaceWord) && is_adjacent(text, piece->word, draft.word);
  }

  // A word of will of the same sentence stands directly before or behind.
  bool acts(const Draft& draft) const {
    const Text& text = work_.texts[draft.text];
    const auto at = piece_from(text.pieces, draft.word.end);
    for (auto next = at; next != text.pieces.end(); ++next) {
      const Range gap{draft.word.end, next->word.begin};
      if (!close(text, gap)) break;
      if (next->has(NameCue::kWill)) return true;
      if (next->entity >= 0) break;
    }
    auto before = piece_from(text.pieces, draft.word.begin);
    while (before != text.pieces.begin()) {
      --before;
      const Range gap{before->word.end, draft.word.begin};
      if (!close(text, gap)) break;
      if (before->has(NameCue::kWill)) return gap.size() <= 1 || draft.prefixed;
      if (before->entity >= 0) break;
    }
    return false;
  }

  static bool close(const Text& text, Range gap) {
    constexpr uint32_t kLongest = 16;  // bytes: an adverb or so
    if (gap.end < gap.begin || gap.size() > kLongest) return false;
    const std::string_view between = gap.of(text.source.raw);
    return std::count(between.begin(), between.end(), ' ') < kNear &&
           between.find_first_of(".,;:!?\n") == std::string_view::npos;
  }

  // "Moscow and Washington": two capitals joined are two governments.
  bool beside_capital(size_t i) const {
    return joined(i, i + 1) || (i > 0 && joined(i - 1, i) && !in_place_phrase(work_.drafts[i - 1]));
  }

  bool joined(size_t left, size_t right) const {
    if (right >= work_.drafts.size()) return false;
    const Draft& a = work_.drafts[left];
    const Draft& b = work_.drafts[right];
    if (a.text != b.text || a.dropped || b.dropped || a.entity < 0 || b.entity < 0) return false;
    if (work_.names.country_of_capital(static_cast<uint32_t>(a.entity)) < 0 ||
        work_.names.country_of_capital(static_cast<uint32_t>(b.entity)) < 0) {
      return false;
    }
    const Link* link = link_between(work_, work_.texts[a.text], a.raw, b.raw);
    return link != nullptr && link->both;
  }

  Work& work_;
};

}  // namespace

void mark_metonyms(Work& work) { Metonyms(work).run(); }

}  // namespace synoptic::annotate
