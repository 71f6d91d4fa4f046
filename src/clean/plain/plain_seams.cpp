#include "clean/plain/plain_seams.h"

#include <algorithm>
#include <utility>

#include "clean/cue_match.h"
#include "clean/page.h"
#include "clean/plain/plain_signs.h"
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

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "202514:32", "20253 min read", "2025Updated": what is glued to the four digits of a year is a
// clock, a number of minutes, or a word with its capital.
bool begins_behind_year(std::string_view rest) {
  constexpr size_t kMostDigits = 2, kFewestLetters = 3;
  size_t digits = 0;
  while (digits < rest.size() && is_digit(rest[digits])) ++digits;
  if (digits > kMostDigits) return false;
  const std::string_view behind = rest.substr(digits);
  if (digits == 0) {
    return text::is_upper(text::decode(rest, 0).value) &&
           text::count_code_points(text::words(rest).front().range.of(rest)) >= kFewestLetters;
  }
  if (behind.starts_with(':')) {
    return behind.size() > 2 && is_digit(behind[1]) && is_digit(behind[2]);
  }
  if (!behind.starts_with(' ')) return false;
  const auto minutes = plain_words().in_front("minute_word", line_for_cues(behind));
  return minutes && minutes->begin <= 1;
}

void add_year_seams(std::string_view text, std::vector<uint32_t>& seams) {
  constexpr size_t kYear = 4;
  for (size_t at = 0; at + kYear < text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1]))) continue;
    size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::string_view digits = text.substr(at, end - at);
    const bool year =
        digits.size() >= kYear && (digits.starts_with("19") || digits.starts_with("20"));
    if (year && begins_behind_year(text.substr(at + kYear))) {
      seams.push_back(static_cast<uint32_t>(at + kYear));
    }
    at = end - 1;
  }
}

// "[Ada Brook](…)September 18": a capital or a digit right behind a link.
void add_link_seams(const Piece& piece, std::vector<uint32_t>& seams) {
  const std::string_view text = piece.text;
  for (const Link& link : piece.links) {
    const uint32_t end = link.range.end;
    if (end == 0 || end >= text.size() || link.range.empty()) continue;
    const char32_t behind = text::decode(text, end).value;
    if (is_small(text::decode_before(text, end).value) &&
        (text::is_upper(behind) || text::is_digit(behind))) {
      seams.push_back(end);
    }
  }
}

// Of a line that tells when the article was written.
std::vector<uint32_t> seams_of_day(const Piece& piece) {
  constexpr size_t kWidest = 200;
  std::vector<uint32_t> seams;
  if (piece.text.size() > kWidest) return seams;
  add_year_seams(piece.text, seams);
  add_link_seams(piece, seams);
  std::ranges::sort(seams);
  return seams;
}

}  // namespace

std::vector<Piece> part_plain_seams(std::vector<Piece> pieces, const Knowledge& knowledge) {
  constexpr size_t kMostTeasers = 32;  // each searches the page
  std::vector<std::pair<size_t, uint32_t>> seams;
  size_t teasers = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    if (piece.outside || piece.marked_heading) continue;
    if (const auto glued = seams_of_day(piece); !glued.empty()) {
      piece = insert_blanks(piece, glued);
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
