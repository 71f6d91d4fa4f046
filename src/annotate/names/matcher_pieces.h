// What a match of the name tries may be: the piece that its entries make of it, if any of them fits
// how the text writes it. Private to the room.
#pragma once

#include <span>

#include "annotate/names/candidate.h"
#include "annotate/names/matcher.h"

namespace synoptic::annotate {

constexpr uint16_t kShortName = 3;  // letters; shorter or equal names stand exact

class PieceMaker {
 public:
  PieceMaker(const Source& source, std::span<const knowledge::NameSource> names,
             const MatchRules& rules)
      : source_(source), text_(source.folded.text), names_(names), rules_(rules) {}

  // Whether an entry fits. `word_begin`: where the match began, before the proclitics; `spaceless`:
  // in a script without spaces.
  bool make(const Candidate& candidate, uint32_t word_begin, bool spaceless, Piece& piece);

 private:
  bool begins_sentence(uint32_t begin, uint32_t at) const;
  // By its letters alone, as the text writes them.
  bool may_fit(const knowledge::NameEntry& entry, const Candidate& candidate,
               std::string_view written) const;
  bool fits(const knowledge::NameEntry& entry, const Candidate& candidate, std::string_view written,
            const Piece& piece) const;
  bool fits_language(const knowledge::NameEntry& entry) const;
  bool is_short_stranger(const knowledge::NameEntry& entry) const;
  bool stands_out(const knowledge::NameEntry& entry, const Candidate& candidate,
                  std::string_view written) const;
  bool has_particle(const Candidate& candidate) const;
  void take(const knowledge::NameEntry& entry, const knowledge::NameSource& names,
            Piece& piece) const;

  const Source& source_;
  const std::string& text_;
  std::span<const knowledge::NameSource> names_;
  const MatchRules& rules_;
  const knowledge::NameTrie* trie_ = nullptr;  // that the candidate is of
  bool spaceless_ = false;
};

}  // namespace synoptic::annotate
