// Finds the entries of a name trie in a text, in the forms a language gives them: behind
// proclitics, with endings, glued to the next word. One pass, longest match first.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "annotate/names/name_fronts.h"
#include "annotate/source.h"
#include "base/span.h"
#include "knowledge/name_index.h"

namespace synoptic::annotate {

// One stretch of text that the trie knows, with all that it may be.
struct Piece {
  Range raw;               // the name as written, without proclitics and split-off endings
  Range word;              // with them
  int32_t entity = -1;     // index in Knowledge::entities(); with several, the likeliest
  int32_t adjective = -1;  // country (or so) that the adjective belongs to
  int32_t role = -1, institution = -1, local = -1;
  uint32_t cues = 0;  // bit of each knowledge::NameCue
  std::string_view cue_value;
  std::string_view description;                      // value of the cue "mention_description"
  bool weak_role = false, weak_institution = false;  // count only beside a country or a person
  std::vector<uint32_t> others;                      // further entities of the same name
  knowledge::Strength strength = knowledge::Strength::kPlain;
  bool capital = false, acronym = false;
  bool prefixed = false;  // behind a proclitic
  bool inflected = false;
  bool elided = false;     // the proclitic swallowed the name's first letters
  bool glued = false;      // the next word follows without a blank
  bool definite = false;   // behind an article written together
  bool of_office = false;  // the body in the words of an office: "Fed Chair"
  uint16_t letters = 0, words = 1;
  uint32_t sentence = 0;
  bool sentence_start = false;
  bool used = false;  // part of a mention already
  bool found() const {
    return entity >= 0 || adjective >= 0 || role >= 0 || institution >= 0 || local >= 0 ||
           cues != 0;
  }
  bool has(knowledge::NameCue cue) const { return (cues >> static_cast<uint32_t>(cue) & 1) != 0; }
};

// What the article's language does to names.
struct MatchRules {
  uint32_t lang = 0;
  std::string_view language;  // the tag of it
  bool latin_text = false;    // the text's own script is Latin
  const knowledge::NameAffixes* affixes = nullptr;
  std::vector<std::pair<std::string, std::string>> elisions;  // "لل" hides the "ال" of the name
  std::vector<std::string> articles;  // written together with the word; also what glued text shows
  const std::unordered_set<std::string>* article_words = nullptr;  // words of their own, folded
  std::vector<int32_t> body_roles;  // whose words may hold the body's name: "Fed Chair"
};

// Appends the pieces of `source`, in order and without overlaps. Of equal matches those of the
// first trie count. `index`: the number of the index that the names are of; what is found is
// remembered by it.
void match_names(const Source& source, std::span<const knowledge::NameSource> names,
                 const MatchRules& rules, std::vector<Piece>& pieces, uint64_t index);

void match_names(const Source& source, const FewNames& names, const MatchRules& rules,
                 std::vector<Piece>& pieces);

// The first piece that begins at or behind `at`.
std::vector<Piece>::const_iterator piece_from(const std::vector<Piece>& pieces, uint32_t at);

}  // namespace synoptic::annotate
