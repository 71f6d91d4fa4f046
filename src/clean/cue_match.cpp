#include "clean/cue_match.h"

#include <array>

#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using knowledge::Cue;
using knowledge::Knowledge;

// Both sides of `at` are letters of one word.
bool inside_word(std::string_view folded, size_t at) {
  if (at == 0 || at >= folded.size()) return false;
  const char32_t left = text::decode_before(folded, at).value;
  const char32_t right = text::decode(folded, at).value;
  return text::is_word(left) && text::is_word(right) && !text::is_spaceless(left) &&
         !text::is_spaceless(right);
}

// The first byte decides as a rule: a line is asked for some thousand cues.
bool stands_at(const Cue& cue, std::string_view folded, size_t at) {
  if (at >= folded.size() || cue.text.empty() || cue.text.front() != folded[at]) return false;
  return folded.substr(at).starts_with(cue.text) && !inside_word(folded, at + cue.text.size());
}

// Which bytes a line has: most cues are told apart by it without a search.
class ByteSet {
 public:
  explicit ByteSet(std::string_view text) {
    for (const char c : text) set_[static_cast<unsigned char>(c)] = true;
  }
  bool could_hold(std::string_view cue) const {
    for (const char c : cue.substr(0, 8)) {
      if (!set_[static_cast<unsigned char>(c)]) return false;
    }
    return !cue.empty();
  }

 private:
  std::array<bool, 256> set_{};
};

bool is_separator(char32_t c) {
  return text::is_space(c) || c == ':' || c == 0xFF1A || c == '-' || c == 0x2013 || c == 0x2014 ||
         c == '|' || c == '/' || c == 0xFF0F || c == 0x4E28 || c == 0xFF5C || c == 0x2015 ||
         c == '>' || c == 0x00BB;
}

size_t skip_front(std::string_view folded, size_t at) {
  while (at < folded.size()) {
    const text::CodePoint c = text::decode(folded, at);
    if (text::is_word(c.value) || c.value == 0xA9) break;
    at += c.length;
  }
  return at;
}

CueHit hit_at(const Cue& cue, const Line& line, size_t at) {
  const std::string& folded = line.folded.text;
  CueHit hit;
  hit.cue = &cue;
  const auto end = static_cast<uint32_t>(at + cue.text.size());
  hit.range = line.folded.to_source({static_cast<uint32_t>(at), end});
  size_t rest = end;
  while (rest < folded.size()) {
    const text::CodePoint c = text::decode(folded, rest);
    if (!is_separator(c.value)) break;
    hit.colon |= c.value == ':' || c.value == 0xFF1A;
    hit.parted = true;
    rest += c.length;
  }
  if (cue.text.ends_with(':')) hit.colon = true;
  hit.rest = {line.folded.origin[rest], static_cast<uint32_t>(line.piece.text.size())};
  return hit;
}

}  // namespace

std::optional<CueHit> cue_in_front(const Knowledge& knowledge, std::string_view kind,
                                   const Line& line) {
  const std::string_view folded = line.folded.text;
  const size_t begin = skip_front(folded, 0);
  for (const Cue& cue : knowledge.cues(kind)) {  // longest first
    if (stands_at(cue, folded, begin)) return hit_at(cue, line, begin);
  }
  return std::nullopt;
}

std::optional<CueHit> cue_inside(const Knowledge& knowledge, std::string_view kind,
                                 const Line& line, uint32_t from) {
  const std::string_view folded = line.folded.text;
  const Cue* best = nullptr;
  size_t best_at = std::string_view::npos;
  const ByteSet bytes(folded);
  for (const Cue& cue : knowledge.cues(kind)) {
    if (!bytes.could_hold(cue.text)) continue;
    for (size_t at = folded.find(cue.text, from); at < best_at;
         at = folded.find(cue.text, at + 1)) {
      if (inside_word(folded, at) || inside_word(folded, at + cue.text.size())) continue;
      best = &cue;
      best_at = at;
      break;
    }
  }
  if (best == nullptr) return std::nullopt;
  return hit_at(*best, line, best_at);
}

bool all_cues(const Knowledge& knowledge, std::string_view kind, const Line& line) {
  const std::string_view folded = line.folded.text;
  bool any = false;
  size_t at = 0;
  while (at < folded.size()) {
    const text::CodePoint c = text::decode(folded, at);
    if (!text::is_letter(c.value)) {
      at += c.length;
      continue;
    }
    const Cue* found = nullptr;
    for (const Cue& cue : knowledge.cues(kind)) {
      if (stands_at(cue, folded, at)) {
        found = &cue;
        break;
      }
    }
    if (found == nullptr) return false;
    at += found->text.size();
    any = true;
  }
  return any;
}

const Cue* cue_of_line(const Knowledge& knowledge, std::string_view kind, const Line& line) {
  if (const auto hit = cue_in_front(knowledge, kind, line)) {
    if (hit->cue->value != "line" || all_cues(knowledge, kind, line)) return hit->cue;
  }
  const std::string_view folded = line.folded.text;
  for (const Cue& cue : knowledge.cues(kind)) {
    if (cue.value != "any") continue;
    for (size_t at = folded.find(cue.text); at != std::string_view::npos;
         at = folded.find(cue.text, at + 1)) {
      if (!inside_word(folded, at) && !inside_word(folded, at + cue.text.size())) return &cue;
    }
  }
  return nullptr;
}

const Cue* whole_cue(const Knowledge& knowledge, std::string_view kind, std::string_view text) {
  const std::string folded = text::fold_copy(text::trim_space(text));
  for (const Cue& cue : knowledge.cues(kind)) {
    if (cue.text == folded) return &cue;
  }
  return nullptr;
}

}  // namespace synoptic::clean
