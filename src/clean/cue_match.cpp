#include "clean/cue_match.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <span>
#include <utility>

#include "text/ascii.h"
#include "text/scan.h"
#include "text/three_bytes.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using knowledge::Cue;
using knowledge::Knowledge;

// Both sides of `at` are letters of one word.
bool inside_word(std::string_view folded, size_t at) {
  if (at == 0 || at >= folded.size()) return false;
  if (text::is_ascii(folded[at - 1]) && text::is_ascii(folded[at])) {
    return text::is_ascii_word(folded[at - 1]) && text::is_ascii_word(folded[at]);
  }
  const char32_t left = text::decode_before(folded, at).value;
  const char32_t right = text::decode(folded, at).value;
  return text::is_word(left) && text::is_word(right) && !text::is_spaceless(left) &&
         !text::is_spaceless(right);
}

// A cue that ends at a word's end.
bool ends_well(const Cue& cue, std::string_view folded, size_t at) {
  return !inside_word(folded, at + cue.text.size());
}

// Calls visit(at) wherever a cue may begin: at the front of words and at signs.
template <typename Visit>
void each_front(std::string_view folded, Visit visit) {
  constexpr size_t kBlock = text::SixteenBytes::kSize;
  bool behind_letter = false;
  for (size_t at = 0; at < folded.size();) {
    text::SixteenBytes seen;
    if (const uint32_t size = text::look_ahead(folded, at, seen); size > 0 && seen.beyond == 0) {
      const uint32_t inside = seen.words & (seen.words << 1 | (behind_letter ? 1u : 0u));
      for (uint32_t fronts = ~(inside | seen.blanks) & ((1u << size) - 1); fronts != 0;
           fronts &= fronts - 1) {
        visit(at + static_cast<size_t>(std::countr_zero(fronts)));
      }
      behind_letter = (seen.words >> (size - 1) & 1) != 0;
      at += size;
      continue;
    }
    // The bytes to the end of the block one by one.
    for (const size_t end = std::min(at + kBlock, folded.size()); at < end;) {
      bool letter = text::is_ascii_word(folded[at]);
      size_t next = at + 1;
      if (!letter && !text::is_ascii(folded[at])) {
        text::CodePoint c{text::three_byte_character(folded, at), 3};
        if (c.value == 0) c = text::decode(folded, at);
        next = at + c.length;
        letter = text::is_word(c.value) && !text::is_spaceless(c.value);
      }
      if (!(std::exchange(behind_letter, letter) && letter) && folded[at] != ' ') visit(at);
      at = next;
    }
  }
}

using Found = std::span<const CueAt>;

// Keeps what was found for a line, and empties it for the next one.
Found keep(std::vector<CueAt>& found, LineCues::List& list) {
  if (!found.empty()) {
    list = {std::make_unique_for_overwrite<CueAt[]>(found.size()),
            static_cast<uint32_t>(found.size())};
    std::copy(found.begin(), found.end(), list.all.get());
  }
  found.clear();
  return list.found();
}

CueAt cue_at(const Cue& cue, size_t at) {
  return {&cue, static_cast<uint32_t>(at), cue.value == "any"};
}

// Where the line has cues on word boundaries, of whatever kind; found once for all questions.
Found inside_of(const Knowledge& knowledge, const Line& line) {
  if (std::exchange(line.cues.knows_inside, true)) {
    return line.cues.inside.found();
  }
  thread_local std::vector<CueAt> found;  // so that lists are made at once
  const std::string_view folded = line.folded;
  const knowledge::CueIndex& index = knowledge.cue_index();
  each_front(folded, [&](size_t at) {
    index.each_at(folded, at, [&](const Cue& cue) {
      if (ends_well(cue, folded, at)) found.push_back(cue_at(cue, at));
    });
  });
  return keep(found, line.cues.inside);
}

bool is_separator(char32_t c) {
  return text::is_space(c) || c == ':' || c == 0xFF1A || c == '-' || c == 0x2013 || c == 0x2014 ||
         c == '|' || c == '/' || c == 0xFF0F || c == 0x4E28 || c == 0xFF5C || c == 0x2015 ||
         c == '>' || c == 0x00BB;
}

CueHit hit_at(const Cue& cue, const Line& line, size_t at) {
  const std::string_view folded = line.folded;
  CueHit hit;
  hit.cue = &cue;
  const auto end = static_cast<uint32_t>(at + cue.text.size());
  hit.range = line.to_source(Range{static_cast<uint32_t>(at), end});
  size_t rest = end;
  while (rest < folded.size()) {
    const text::CodePoint c = text::decode(folded, rest);
    if (!is_separator(c.value)) break;
    hit.colon |= c.value == ':' || c.value == 0xFF1A;
    hit.parted = true;
    rest += c.length;
  }
  if (cue.text.ends_with(':')) hit.colon = true;
  hit.rest = {line.to_source(static_cast<uint32_t>(rest)),
              static_cast<uint32_t>(line.piece.text.size())};
  return hit;
}

// Those in front, of all kinds, the longest first.
Found front_of(const Knowledge& knowledge, const Line& line) {
  if (std::exchange(line.cues.knows_front, true)) {
    return line.cues.front.found();
  }
  thread_local std::vector<CueAt> found;
  const std::string_view folded = line.folded;
  const size_t begin = first_word(folded);
  knowledge.cue_index().each_at(folded, begin, [&](const Cue& cue) {
    if (ends_well(cue, folded, begin)) found.push_back(cue_at(cue, begin));
  });
  return keep(found, line.cues.front);
}

}  // namespace

bool is_between_words(std::string_view folded, size_t at) { return !inside_word(folded, at); }

size_t first_word(std::string_view folded) {
  size_t at = 0;
  while (at < folded.size()) {
    const text::CodePoint c = text::decode(folded, at);
    if (text::is_word(c.value) || c.value == 0xA9) break;
    at += c.length;
  }
  return at;
}

std::optional<CueHit> cue_in_front(const Knowledge& knowledge, std::string_view kind,
                                   const Line& line) {
  for (const CueAt& found : front_of(knowledge, line)) {
    if (found.cue->kind == kind) return hit_at(*found.cue, line, found.at);
  }
  return std::nullopt;
}

std::optional<CueHit> cue_inside(const Knowledge& knowledge, std::string_view kind,
                                 const Line& line, uint32_t from) {
  for (const CueAt& found : inside_of(knowledge, line)) {
    if (found.at >= from && found.cue->kind == kind) return hit_at(*found.cue, line, found.at);
  }
  return std::nullopt;
}

bool all_cues(const Knowledge& knowledge, std::string_view kind, const Line& line) {
  const std::string_view folded = line.folded;
  bool any = false;
  size_t at = 0;
  while (at < folded.size()) {
    const text::CodePoint c = text::decode(folded, at);
    if (!text::is_letter(c.value)) {
      at += c.length;
      continue;
    }
    size_t longest = 0;
    knowledge.cue_index().each_at(folded, at, [&](const Cue& cue) {
      if (longest == 0 && cue.kind == kind && ends_well(cue, folded, at)) longest = cue.text.size();
    });
    if (longest == 0) return false;
    at += longest;
    any = true;
  }
  return any;
}

const Cue* cue_of_line(const Knowledge& knowledge, std::string_view kind, const Line& line) {
  if (const auto hit = cue_in_front(knowledge, kind, line)) {
    if (hit->cue->value != "line" || all_cues(knowledge, kind, line)) return hit->cue;
  }
  for (const CueAt& found : inside_of(knowledge, line)) {
    if (found.anywhere && found.cue->kind == kind) return found.cue;
  }
  return nullptr;
}

const Cue* whole_cue(const Knowledge& knowledge, std::string_view kind, std::string_view text) {
  const std::string folded = text::fold_copy(text::trim_space(text));
  const Cue* whole = nullptr;
  if (kind.starts_with("key_")) {  // of front matter: texts are not searched for them
    for (const Cue& cue : knowledge.cues(kind)) {
      if (cue.text == folded) return &cue;
    }
    return nullptr;
  }
  knowledge.cue_index().each_at(folded, 0, [&](const Cue& cue) {
    if (whole == nullptr && cue.text.size() == folded.size() && cue.kind == kind) whole = &cue;
  });
  return whole;
}

}  // namespace synoptic::clean
