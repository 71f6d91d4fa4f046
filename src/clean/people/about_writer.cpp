#include "clean/people/about_writer.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clean/cue_match.h"
#include "clean/people/author_words.h"
#include "clean/people/people.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

constexpr size_t kFurthest = 140;  // bytes between the name and what they are
constexpr size_t kMostWords = 4;   // of a name

// Where a name that is followed by what its bearer is comes to an end: at a comma, a dash, a
// bracket.
size_t end_of_first_part(std::string_view text) {
  constexpr std::array<std::string_view, 11> kSeams{",",  "،", "，",  "、",  "（", "(",
                                                    "：", ":", " – ", " — ", " - "};
  size_t end = text.size();
  for (const std::string_view seam : kSeams) end = std::min(end, text.find(seam));
  return end;
}

// The words with capitals that the text begins with: where the first one without ends them.
std::string_view capitals_in_front(std::string_view text) {
  const std::string_view part = text.substr(0, end_of_first_part(text));
  size_t end = 0;
  for (const text::Word& word : text::words(part)) {
    const std::string_view letters = word.range.of(part);
    const bool upper = text::is_upper(text::decode(letters, 0).value);
    if (!upper && !side_words().is_whole("name_particle", letters)) break;
    if (upper) end = word.range.end;
  }
  return text.substr(0, end);
}

// In scripts without capitals: all up to the first seam, or up to the word for what they are.
std::string_view words_in_front(std::string_view text, size_t writer) {
  std::string_view part = text.substr(0, std::min(end_of_first_part(text), writer));
  part = text::trim_space(part);
  const auto words = text::words(part);
  if (words.empty()) return {};
  const bool spaceless = std::all_of(words.begin(), words.end(),
                                     [](const text::Word& word) { return word.spaceless; });
  const size_t signs = text::count_code_points(part);
  const char32_t first = text::decode(part, 0).value;
  if (spaceless) {
    const bool parted = end_of_first_part(text) < writer;
    return parted && signs >= 2 && signs <= 6 ? part : std::string_view{};
  }
  if (text::is_hangul(first)) {
    return words.size() == 1 && signs >= 2 && signs <= 4 ? part : std::string_view{};
  }
  return words.size() >= 2 && words.size() <= 3 ? part : std::string_view{};
}

// "… told a reporter", "به گزارش خبرنگار …", "ने संवाददाता सम्मेलन में": somebody else speaks, and to
// the press.
bool is_told_to_writer(std::string_view before, std::string_view behind) {
  constexpr size_t kLooked = 60;
  if (side_words().ends("before_press", before)) return true;
  return side_words()
      .in_front("behind_press", line_for_cues(behind.substr(0, kLooked)))
      .has_value();
}

}  // namespace

const CueTable& side_words() {
  static const CueTable words("clean/side_lines.tsv");
  return words;
}

std::optional<Range> writer_told_of(const Line& line, const knowledge::Knowledge& knowledge) {
  const std::string_view whole = line.piece.text;
  size_t begin = 0;
  for (const std::string_view open : {"（", "(", "[", "【"}) {
    if (whole.starts_with(open)) begin = open.size();
  }
  // "About the author: …".
  if (const auto label = cue_in_front(knowledge, "closing_label", line); label && label->colon) {
    begin = label->rest.begin;
  }
  const std::string_view text = whole.substr(std::min(begin, whole.size()));
  if (text.empty()) return std::nullopt;
  const auto hit = side_words().inside("writer_word", line);
  if (!hit || hit->begin <= begin) return std::nullopt;
  const size_t writer = hit->begin - begin;
  // "…, 记者从" is somebody who asks.
  const std::string_view behind = whole.substr(hit->end);
  const char32_t next = behind.empty() ? U'。' : text::decode(behind, 0).value;
  if (text::is_han(next) || (text::is_spaceless(next) && text::is_letter(next)))
    return std::nullopt;
  if (is_told_to_writer(whole.substr(begin, writer), behind)) return std::nullopt;
  const char32_t first = text::decode(text, 0).value;
  const bool cased = text::is_latin(first) || text::is_cyrillic(first);
  const std::string_view name = cased ? capitals_in_front(text) : words_in_front(text, writer);
  if (name.empty() || name.size() > writer || writer - name.size() > kFurthest) {
    return std::nullopt;
  }
  const std::string_view between = text.substr(name.size(), writer - name.size());
  if (between.find(". ") != between.npos || between.find("。") != between.npos) return std::nullopt;
  if (cased && (!looks_like_person(name) || text::words(name).size() > kMostWords)) {
    return std::nullopt;
  }
  if (names_outlet(knowledge, name) || !could_name_author(knowledge, name)) return std::nullopt;
  const auto at = static_cast<uint32_t>(name.data() - whole.data());
  return Range{at, at + static_cast<uint32_t>(name.size())};
}

}  // namespace synoptic::clean
