// What the tagger says of a stretch of text.
#include <algorithm>
#include <span>

#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr float kUnbacked = 1.0F;  // by which it names one that nothing else backs
constexpr float kHeading = 9.0F;   // by which a word that is all of a text is one
constexpr float kSupport = 3.0F;   // nats by which the tagger must be sure to back a doubtful name
constexpr float kTownSupport = 0.5F;  // that a town has the name is half of what is asked

using knowledge::NameCue;
using model::EntityType;

// "News": a word that is all of a text has its capital for that.
bool is_one_cased_word(std::string_view raw, Range range) {
  const std::string_view whole = text::trim_space(raw);
  if (range.size() != whole.size() || whole.find(' ') != std::string_view::npos) return false;
  const char32_t first = text::decode(whole, 0).value;
  return text::is_latin(first) || text::is_cyrillic(first);
}

// Those that end behind the byte.
std::span<const TaggedName> tagged_from(const Text& text, uint32_t at) {
  const auto first = std::partition_point(text.tagged.begin(), text.tagged.end(),
                                          [&](const TaggedName& n) { return n.range.end <= at; });
  return {first, text.tagged.end()};
}

// "11月23日": numbers with one character of their unit behind each.
bool is_day(std::string_view written) {
  bool digit_before = false;
  for (size_t at = 0; at < written.size();) {
    const text::CodePoint c = text::decode(written, at);
    const bool digit = text::is_digit(c.value);
    if (!digit && (!digit_before || !text::is_spaceless(c.value))) return false;
    digit_before = digit;
    at += c.length;
  }
  return !digit_before;
}

}  // namespace

bool fits_type(NameType seen, EntityType type) {
  switch (seen) {
    case NameType::kPerson:
      return type == EntityType::kPerson;
    case NameType::kOrganisation:
      return type == EntityType::kOrg;
    default:
      return model::is_place(type);
  }
}

bool is_stopped(const Text& text, const TaggedName& name) {
  const Range range = name.range;
  if (is_day(range.of(text.source.raw))) return true;
  // "Apple harvest begins": the capital at a sentence's begin tells nothing.
  const auto& sentences = text.source.sentences;
  const bool by_grammar = text::is_upper(text::decode(text.source.raw, range.begin).value) &&
                          !sentences.empty() &&
                          sentences[sentence_of(text.source, range.begin)].begin == range.begin;
  if ((by_grammar || name.margin < kUnbacked) &&
      std::binary_search(text.rejected.begin(), text.rejected.end(), range)) {
    return true;
  }
  if (name.margin < kHeading && is_one_cased_word(text.source.raw, range)) return true;
  const auto piece =
      std::partition_point(text.pieces.begin(), text.pieces.end(),
                           [&](const Piece& p) { return p.word.end <= range.begin; });
  return piece != text.pieces.end() && piece->raw == range && piece->entity < 0 &&
         (piece->has(NameCue::kStop) || (piece->has(NameCue::kTrap) && piece->words < 2));
}

bool is_tagged(const Text& text, Range range, EntityType type) {
  for (const TaggedName& name : tagged_from(text, range.begin)) {
    if (name.range.begin >= range.end) break;
    // Endings and marks behind the name may be the tagger's only.
    const bool same = name.range.begin == range.begin && name.range.end >= range.end &&
                      name.range.end < range.end + 12;
    const float least = type == EntityType::kCity ? kTownSupport : kSupport;
    if (same && name.margin > least && fits_type(name.type, type)) return true;
  }
  return false;
}

const TaggedName* tagged_around(const Text& text, Range range) {
  for (const TaggedName& name : tagged_from(text, range.begin)) {
    if (name.range.begin > range.begin) break;
    if (name.range.contains(range)) return &name;
  }
  return nullptr;
}

bool may_be_name(std::string_view raw, Range range) {
  size_t letters = 0;
  for (uint32_t at = range.begin; at < range.end && letters < 2;) {
    const text::CodePoint c = text::decode(raw, at);
    letters += text::is_letter(c.value);
    at += c.length;
  }
  return letters >= 2;
}

Range bare_name(const Work& work, const Text& text, const Piece& piece) {
  if (piece.entity < 0 || piece.elided || piece.of_office) return piece.raw;
  const std::string_view whole = text.source.raw;
  for (const TaggedName& name : tagged_from(text, piece.raw.begin)) {
    constexpr float kSure = 1.0F;
    if (name.range.begin >= piece.raw.end) break;
    if (name.range.end <= piece.raw.begin || name.margin < kSure) continue;
    if (!fits_type(name.type, work.entity(piece.entity).type)) continue;
    const bool begins_inside = name.range.begin > piece.raw.begin;
    const bool ends_inside = name.range.end < piece.raw.end;
    const bool parted = begins_inside
                            ? whole[name.range.begin - 1] == ' ' ||
                                  text::is_spaceless(text::decode(whole, name.range.begin).value)
                            : whole[name.range.end] == ' ' ||
                                  text::is_spaceless(text::decode(whole, name.range.end).value);
    // "San José, Costa Rica": the land says which town of the name it is.
    if (begins_inside && whole.substr(0, name.range.begin).ends_with(", ")) return piece.raw;
    if (begins_inside && !ends_inside && name.range.end <= piece.word.end && parted) {
      return {name.range.begin, piece.raw.end};
    }
    // "習主席", "モディ首相": the role behind a person.
    if (ends_inside && name.range.begin == piece.raw.begin && name.type == NameType::kPerson &&
        parted) {
      return {piece.raw.begin, name.range.end};
    }
  }
  if (piece.words < 2) return piece.raw;
  const std::string_view written = piece.raw.of(text.source.raw);
  const size_t blank = written.find(' ');
  if (blank == std::string_view::npos || blank + 1 >= written.size()) return piece.raw;
  const knowledge::NameTrie& trie = work.names.trie();
  const auto any = [&](std::string_view words, auto wanted) {
    const uint32_t node = trie.walk(text::fold_copy(words));
    if (node == knowledge::NameTrie::kNone) return false;
    return std::ranges::any_of(trie.entries(node), wanted);
  };
  const bool describes = any(written.substr(0, blank), [&](const knowledge::NameEntry& entry) {
    if (entry.lang != 0 && entry.lang != work.rules.lang) return false;
    if (entry.kind == knowledge::NameEntry::Kind::kRole) return true;
    if (entry.kind != knowledge::NameEntry::Kind::kCue) return false;
    const auto cue = static_cast<NameCue>(entry.target);
    return cue == NameCue::kOrganisation || cue == NameCue::kPersonMark || cue == NameCue::kPaper ||
           cue == NameCue::kPlaceWord || cue == NameCue::kDescription || cue == NameCue::kKind;
  });
  if (!describes) return piece.raw;
  const bool same = any(written.substr(blank + 1), [&](const knowledge::NameEntry& entry) {
    return entry.kind == knowledge::NameEntry::Kind::kEntity &&
           static_cast<int32_t>(entry.target) == piece.entity;
  });
  if (!same) return piece.raw;
  return {piece.raw.begin + static_cast<uint32_t>(blank) + 1, piece.raw.end};
}

}  // namespace synoptic::annotate
