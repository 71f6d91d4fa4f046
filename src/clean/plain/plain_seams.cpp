#include "clean/plain/plain_seams.h"

#include <utility>

#include "clean/cue_match.h"
#include "clean/page.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr size_t kShortestHalf = 3;  // letters on either side of a seam

bool is_small(char32_t c) { return text::is_letter(c) && !text::is_upper(c); }

// Where a capital stands behind a small letter, with three letters on either side; 0: nowhere.
uint32_t capital_inside(std::string_view word) {
  char32_t before = 0;
  for (size_t at = 0; at < word.size();) {
    const text::CodePoint c = text::decode(word, at);
    if (text::is_upper(c.value) && is_small(before) &&
        text::count_code_points(word.substr(0, at)) >= kShortestHalf &&
        text::count_code_points(word.substr(at)) >= kShortestHalf) {
      return static_cast<uint32_t>(at);
    }
    before = c.value;
    at += c.length;
  }
  return 0;
}

// "iPhone" and other names with a capital inside stand there twice as a rule.
bool comes_again(const std::vector<Piece>& pieces, std::string_view word) {
  size_t times = 0;
  for (const Piece& piece : pieces) {
    const std::string_view text = piece.text;
    for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) {
      if (++times > 1) return true;
    }
  }
  return false;
}

constexpr size_t kFarthestColon = 40;  // bytes

// "Read also: … .": a label, a colon, and a full stop at the end.
bool is_teaser(const Knowledge& knowledge, std::string_view text) {
  constexpr size_t kLongest = 600;
  const size_t colon = text.substr(0, kFarthestColon).find(':');
  if (colon == std::string_view::npos || text.size() > kLongest || !text.ends_with('.')) {
    return false;
  }
  const auto hit = cue_in_front(knowledge, "read_also", line_for_cues(text.substr(0, colon + 1)));
  return hit && hit->colon;
}

// "Read also: A headline elsewhereThe text goes on.": where the text does; 0 if it does not.
uint32_t seam_behind_teaser(const Knowledge& knowledge, const std::vector<Piece>& pieces,
                            const Piece& piece) {
  constexpr uint32_t kNarrowestSentence = 25;
  const std::string_view text = piece.text;
  const size_t colon = text.find(':');
  uint32_t found = 0;
  for (const text::Word& word : text::words(text)) {
    if (word.spaceless) return 0;
    const std::string_view letters = word.range.of(text);
    if (word.range.begin <= colon || !knowledge.find_by_name(letters).empty()) continue;
    const uint32_t seam = capital_inside(letters);
    if (seam == 0 || comes_again(pieces, letters)) continue;
    if (found != 0) return 0;
    found = word.range.begin + seam;
  }
  return width_of(text.substr(found)) >= kNarrowestSentence ? found : 0;
}

// "3 March 202514:32": a clock behind the four digits of a year; 0 if there is none.
uint32_t clock_seam(std::string_view text) {
  constexpr size_t kWidest = 200, kYear = 4;
  if (text.size() > kWidest) return 0;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (size_t colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1)) {
    size_t begin = colon;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    const std::string_view digits = text.substr(begin, colon - begin);
    if (digits.size() != kYear + 1 && digits.size() != kYear + 2) continue;
    const bool year = digits.starts_with("19") || digits.starts_with("20");
    const bool minutes =
        colon + 2 < text.size() && is_digit(text[colon + 1]) && is_digit(text[colon + 2]);
    if (year && minutes) return static_cast<uint32_t>(begin + kYear);
  }
  return 0;
}

}  // namespace

std::vector<Piece> part_plain_seams(std::vector<Piece> pieces, const Knowledge& knowledge) {
  constexpr size_t kMostTeasers = 32;  // each searches the page
  std::vector<std::pair<size_t, uint32_t>> seams;
  size_t teasers = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    if (piece.outside || piece.marked_heading) continue;
    if (const uint32_t clock = clock_seam(piece.text); clock > 0) {
      piece = insert_blanks(piece, {clock});
    } else if (teasers < kMostTeasers && is_teaser(knowledge, piece.text)) {
      ++teasers;
      const uint32_t seam = seam_behind_teaser(knowledge, pieces, piece);
      if (seam > 0) seams.emplace_back(i, seam);
    }
  }
  if (seams.empty()) return pieces;
  std::vector<Piece> parted;
  parted.reserve(pieces.size() + seams.size());
  auto next = seams.begin();
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (next == seams.end() || next->first != i) {
      parted.push_back(std::move(pieces[i]));
      continue;
    }
    const uint32_t seam = next++->second;
    parted.push_back(cut(pieces[i], {0, seam}));
    parted.push_back(cut(pieces[i], {seam, static_cast<uint32_t>(pieces[i].text.size())}));
    parted.back().gap_before = true;
  }
  return parted;
}

}  // namespace synoptic::clean
