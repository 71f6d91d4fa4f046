// Words right before or behind a name: what is named after a town, and the words for a part of a
// country, which make the province of a town's name: "Malatya ili", "provincia de Córdoba".
#include <algorithm>

#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

constexpr uint32_t kWordReach = 40;  // bytes before or behind a name

bool in_word(char32_t c) { return text::is_word(c) && !text::is_spaceless(c); }

std::string folded_front(std::string_view raw, uint32_t end) {
  uint32_t begin = end > kWordReach ? end - kWordReach : 0;
  while (begin < end && (static_cast<unsigned char>(raw[begin]) & 0xC0) == 0x80) ++begin;
  return text::fold_copy(raw.substr(begin, end - begin));
}

}  // namespace

// "大阪" + "府", "Washington" + " state": the tail begins right behind, or behind a blank.
bool has_tail(const Work& work, const Text& text, const Piece& piece, std::string_view kind) {
  const auto& cues = work.cues(kind);
  if (cues.empty()) return false;
  const std::string_view raw = text.source.raw;
  const std::string behind = text::fold_copy(raw.substr(piece.word.end, kWordReach));
  return std::ranges::any_of(cues, [&](const knowledge::Cue* cue) {
    std::string_view rest = behind;
    if (!text::is_spaceless(text::decode(cue->text, 0).value)) {
      if (!rest.starts_with(' ')) return false;
      rest.remove_prefix(1);
    }
    if (!rest.starts_with(cue->text)) return false;
    rest.remove_prefix(cue->text.size());
    return rest.empty() || !in_word(text::decode_before(cue->text, cue->text.size()).value) ||
           !in_word(text::decode(rest, 0).value);
  });
}

// "provincia de " + "Córdoba": the words stand right before, each with its joining words.
bool has_head(const Work& work, const Text& text, const Piece& piece, std::string_view kind) {
  const auto& cues = work.cues(kind);
  if (cues.empty()) return false;
  const std::string before = folded_front(text.source.raw, piece.word.begin);
  if (!before.ends_with(' ')) return false;
  const std::string_view words = std::string_view(before).substr(0, before.size() - 1);
  return std::ranges::any_of(cues, [&](const knowledge::Cue* cue) {
    if (!words.ends_with(cue->text)) return false;
    const std::string_view rest = words.substr(0, words.size() - cue->text.size());
    return rest.empty() || !in_word(text::decode_before(rest, rest.size()).value);
  });
}

bool follows_place_word(const Work& work, const Text& text, const Piece& piece) {
  return has_head(work, text, piece, "mention_place_head");
}

namespace {

// What the words of the cues leave of what stands right before or behind.
bool is_word_for(const Work& work, std::string_view words, std::string_view kind) {
  const std::string folded = text::fold_copy(text::trim_space(words));
  return std::ranges::any_of(work.cues(kind),
                             [&](const knowledge::Cue* cue) { return cue->text == folded; });
}

}  // namespace

Range with_region_word(const Work& work, const Text& text, const Piece& piece) {
  const TaggedName* name = tagged_around(text, piece.raw);
  if (name == nullptr || name->range == piece.raw) return piece.raw;
  const std::string_view raw = text.source.raw;
  const Range before{name->range.begin, piece.raw.begin};
  const Range behind{piece.word.end, std::max(piece.word.end, name->range.end)};
  const bool head = before.end > before.begin;
  const bool tail = behind.end > behind.begin;
  if (head && !is_word_for(work, before.of(raw), "mention_region_head")) return piece.raw;
  if (tail && !is_word_for(work, behind.of(raw), "mention_region_tail")) return piece.raw;
  return {name->range.begin, std::max(piece.raw.end, name->range.end)};
}

bool stands_as_region(const Work& work, const Text& text, const Piece& piece) {
  // "استان کرمانشاه" is among what a pack calls the town.
  const std::string_view name = piece.raw.of(text.source.raw);
  const size_t first = name.find(' '), last = name.rfind(' ');
  if (first != std::string_view::npos &&
      (is_word_for(work, name.substr(0, first), "mention_region_head") ||
       is_word_for(work, name.substr(last), "mention_region_tail"))) {
    return true;
  }
  return has_head(work, text, piece, "mention_region_head") ||
         has_tail(work, text, piece, "mention_region_tail");
}

int32_t region_called_like(const Work& work, const Text& text, const Piece& piece) {
  const knowledge::Entity& town = work.entity(piece.entity);
  for (const std::string_view name : {piece.raw.of(text.source.raw), std::string_view(town.name)}) {
    const std::string folded = text::fold_copy(name);
    for (const knowledge::NameSource& source : work.names.sources()) {
      const uint32_t node = source.trie->walk(folded);
      if (node == knowledge::NameTrie::kNone) continue;
      for (const knowledge::NameEntry& entry : source.trie->entries(node)) {
        if (entry.kind != knowledge::NameEntry::Kind::kEntity) continue;
        const uint32_t index = source.global(entry.target);
        const knowledge::Entity& region = work.entity(static_cast<int32_t>(index));
        if (region.type == EntityType::kRegion && region.country == town.country) {
          return static_cast<int32_t>(index);
        }
      }
    }
  }
  return -1;
}

}  // namespace synoptic::annotate
