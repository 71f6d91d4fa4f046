// "ministère nigérian des Affaires étrangères": the country's adjective stands inside the name of
// its body, of which the word before it is the first.
#include <algorithm>

#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {

int32_t parted_body(const Work& work, const Text& text, const Piece& land, Range& range) {
  constexpr uint32_t kReach = 80;  // bytes of the other words
  if (land.adjective < 0 || land.entity >= 0) return -1;
  const auto& heads = work.cues("mention_body_head");
  if (heads.empty()) return -1;
  const std::string_view raw = text.source.raw;
  uint32_t begin = land.word.begin > kReach ? land.word.begin - kReach : 0;
  while (begin > 0 && (static_cast<unsigned char>(raw[begin]) & 0xC0) == 0x80) --begin;
  const text::Folded before = text::fold(raw.substr(begin, land.word.begin - begin));
  std::string_view front = before.text;
  if (!front.ends_with(' ')) return -1;
  front.remove_suffix(1);
  const auto head = std::ranges::find_if(heads, [&](const knowledge::Cue* cue) {
    if (!front.ends_with(cue->text)) return false;
    const size_t at = front.size() - cue->text.size();
    return at == 0 || !text::is_letter(text::decode_before(front, at).value);
  });
  if (head == heads.end()) return -1;
  const std::string& first = (*head)->text;
  const text::Folded behind = text::fold(raw.substr(land.word.end, kReach));
  const auto kinds = work.knowledge.institutions();
  size_t longest = 0;
  int32_t found = -1;
  for (uint32_t kind = 0; kind < kinds.size(); ++kind) {
    for (const knowledge::Alias& name : kinds[kind].words) {
      if (knowledge::language_code(name.lang) != work.rules.lang) continue;
      const std::string words = text::fold_copy(name.text);
      if (!words.starts_with(first)) continue;
      const std::string_view rest = std::string_view(words).substr(first.size());
      if (rest.size() <= longest || rest[0] != ' ' || !behind.text.starts_with(rest)) continue;
      const size_t next = rest.size();
      if (next < behind.text.size() && text::is_word(text::decode(behind.text, next).value)) {
        continue;
      }
      longest = rest.size();
      found = static_cast<int32_t>(kind);
    }
  }
  if (found < 0) return -1;
  const auto at = static_cast<uint32_t>(front.size() - first.size());
  range.begin = begin + before.to_source({at, at + 1}).begin;
  range.end = land.word.end + behind.to_source({0, static_cast<uint32_t>(longest)}).end;
  return found;
}

}  // namespace synoptic::annotate
