#include "annotate/names/misspelt.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;
using model::EntityType;

constexpr uint32_t kShortestFuzzy = 5;

class MisspeltFinder {
 public:
  MisspeltFinder(Work& work, TakenRanges& taken) : work_(work), taken_(taken) {}

  // Behind "company", beside the known: one slip away from one known name only.
  void run() {
    for (uint32_t t = 0; t < work_.texts.size(); ++t) {
      const Text& text = work_.texts[t];
      for (const Piece& piece : text.pieces) {
        if (piece.has(NameCue::kOrganisation) && piece.role < 0) try_word_behind(t, piece);
      }
    }
  }

 private:
  // Behind "company" no party: the word tells the kinds, or means a company.
  bool is_of_kind(int32_t entity, const Piece& word) const {
    const std::string& kind = work_.entity(entity).kind;
    if (word.description.empty()) return kind == "company";
    const auto kinds = split_trimmed(word.description.substr(0, word.description.find('|')), ' ');
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }

  void try_word_behind(uint32_t t, const Piece& word) {
    uint32_t at = word.word.end;
    const std::string_view raw = work_.texts[t].source.raw;
    if (at >= raw.size() || raw[at] != ' ') return;
    uint32_t end = ++at;
    while (end < raw.size()) {
      const text::CodePoint c = text::decode(raw, end);
      if (!text::is_word(c.value) || text::is_spaceless(c.value)) break;
      end += c.length;
    }
    const Range range{at, end};
    if (range.empty() || taken_.holds(t, range)) return;
    const auto piece = piece_from(work_.texts[t].pieces, at);
    if (piece != work_.texts[t].pieces.end() && piece->word.begin < end) return;  // a known word
    const int32_t found = near_entity(work_, range.of(raw), EntityType::kOrg);
    if (found < 0 || !is_of_kind(found, word)) return;
    Draft draft{
        .text = t, .raw = range, .word = range, .sentence = sentence_of(work_.texts[t].source, at)};
    draft.entity = found;
    draft.form = "fuzzy";
    draft.rule = "one_slip_behind_organisation_word";
    work_.drafts.push_back(draft);
    taken_.add(t, range);
  }

  Work& work_;
  TakenRanges& taken_;
};

}  // namespace

int32_t near_entity(const Work& work, std::string_view written, EntityType type) {
  const std::string folded = text::fold_copy(written);
  if (text::count_code_points(folded) < kShortestFuzzy) return -1;
  const knowledge::NameTrie& trie = work.names.trie();
  int32_t found = -1;
  for (const uint32_t node : trie.one_slip_away(folded)) {
    for (const knowledge::NameEntry& entry : trie.entries(node)) {
      const auto index = static_cast<int32_t>(entry.target);
      if (entry.kind != knowledge::NameEntry::Kind::kEntity || entry.letters < kShortestFuzzy ||
          entry.strength != knowledge::Strength::kPlain || found == index ||
          work.entity(index).type != type) {
        continue;
      }
      if (found >= 0) return -1;
      found = index;
    }
  }
  return found;
}

void find_misspelt(Work& work, TakenRanges& taken) { MisspeltFinder(work, taken).run(); }

}  // namespace synoptic::annotate
