#include "clean/plain/plain_galleries.h"

#include <map>

#include "clean/plain/plain_signs.h"

namespace synoptic::clean {

Galleries::Galleries(const std::vector<Line>& lines) {
  // Two lines at least that count pictures of one gallery; a lone "2/3" may be a share.
  std::map<uint32_t, std::set<uint32_t>> numbers;  // by how many pictures there are
  for (const Line& line : lines) {
    if (line.piece.outside) continue;
    if (const auto counted = counted_at(line.piece.text, 0)) {
      numbers[counted->of].insert(counted->number);
    }
  }
  for (const auto& [of, seen] : numbers) {
    if (seen.size() >= 2) sizes_.insert(of);
  }
  are_all_ = counts_all(lines);
}

bool Galleries::counts(const Line& line) const {
  const std::string_view text = line.piece.text;
  const auto front = counted_at(text, 0);
  if (front && sizes_.contains(front->of)) return true;
  const auto word = plain_words().inside("gallery_word", line);
  if (!word) return false;
  if (front) return true;
  // "Words of the caption. Hide Caption 2 of 8".
  size_t at = word->end;
  while (at < text.size() && text[at] == ' ') ++at;
  const auto behind = counted_at(text, at);
  return behind && behind->end == text.size();
}

bool Galleries::counts_all(const std::vector<Line>& lines) const {
  size_t counted = 0;
  for (const Line& line : lines) {
    if (line.piece.outside) continue;
    if (counts(line)) {
      ++counted;
    } else if (line.prose) {
      return false;
    }
  }
  return counted > 0;
}

void Galleries::drop_counter(Line& line) {
  const std::string_view text = line.piece.text;
  auto begin = uint32_t{0}, end = static_cast<uint32_t>(text.size());
  if (const auto front = counted_at(text, 0)) begin = static_cast<uint32_t>(front->end);
  if (const auto word = plain_words().inside("gallery_word", line); word && word->begin > begin) {
    end = word->begin;
  }
  line = measure(cut(line.piece, {begin, end}));
}

}  // namespace synoptic::clean
