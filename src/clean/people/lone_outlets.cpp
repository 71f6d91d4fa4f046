// Whose page it is, by the place where a name stands.
#include <algorithm>
#include <string>

#include "clean/page_words.h"
#include "clean/people/byline_labels.h"
#include "clean/people/lone_names.h"
#include "clean/people/people.h"
#include "clean/plain/plain_signs.h"
#include "clean/section_trail.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {

using knowledge::Knowledge;

std::optional<model::Publisher> host_written_out(const Page& page, std::string_view domain) {
  constexpr size_t kShortest = 6, kMostWords = 6, kMostLines = 400;
  std::string label;
  for (const char c : domain.substr(0, domain.find('.'))) {
    if (c != '-') label += c;
  }
  if (label.size() < kShortest) return std::nullopt;
  for (size_t i = 0; i < page.lines.size() && i < kMostLines; ++i) {
    const Line& line = page.lines[i];
    const std::string_view text = line.piece.text;
    const auto words = text::words(text);
    for (size_t first = 0; first < words.size(); ++first) {
      if (!text::is_upper(text::decode(text, words[first].range.begin).value)) continue;
      std::string key;
      for (size_t last = first; last < words.size() && last < first + kMostWords; ++last) {
        key += key_of(words[last].range.of(text));
        if (key.size() > label.size() || !label.starts_with(key)) break;
        if (key.size() < label.size() || last == first) continue;
        const Range range{words[first].range.begin, words[last].range.end};
        return publisher_of(range.of(text), line.piece.source.to_source(range));
      }
    }
  }
  return std::nullopt;
}

namespace {

// "BBC", "РБК": too short for a headline.
bool is_known_acronym(std::string_view words, const Knowledge& knowledge) {
  constexpr size_t kMostSigns = 5;
  return has_case(words) && is_in_capitals(words) && text::count_code_points(words) <= kMostSigns &&
         names_known_medium(knowledge, words);
}

}  // namespace

size_t outlet_at_top(const Page& page, const Title& title, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 42;
  for (size_t i = 0; i < page.lines.size() && title.line != kNoLine && i < title.line; ++i) {
    const Line& line = page.lines[i];
    const bool name = !line.piece.outside && page.marks[i].reason == "navigation" &&
                      page.marks[i].role == LineRole::kText && line.width <= kWidest &&
                      line.words <= 5 && !text::has_digit(line.piece.text) &&
                      (line.words >= 2 || is_known_acronym(line.piece.text, knowledge)) &&
                      line.piece.text.find_first_of("|>/:") == std::string::npos;
    if (name && names_outlet(knowledge, line.piece.text) && !is_page_word(knowledge, line)) {
      return i;
    }
  }
  for (size_t i = 0; i < page.lines.size() && title.line != kNoLine && i < title.line; ++i) {
    const Line& line = page.lines[i];
    if (line.piece.outside) continue;
    const std::string_view text = line.piece.text;
    size_t at = text.npos;
    for (const std::string_view dash : {" - ", " – ", " — ", " | "}) {
      at = std::min(at, text.find(dash));
    }
    const std::string_view name = text.substr(0, std::min(at, text.size()));
    const char32_t first = text::decode(text, 0).value;
    const bool cased = text::is_latin(first) || text::is_cyrillic(first);
    const bool named = at != text.npos && page.marks[i].reason == "navigation" &&
                       page.marks[i].role == LineRole::kText &&
                       !is_section_trail(line, knowledge) && width_of(name) <= kWidest &&
                       !text::has_digit(text) && !line.full_stop && text.find(':') == text.npos &&
                       text::words(name).size() <= 5 && text::is_letter(first) &&
                       (text::is_upper(first) || !cased);
    return named ? i : kNoLine;
  }
  return kNoLine;
}

size_t bare_outlet(const Page& page, const Title& title, const std::vector<model::Author>& authors,
                   const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 42;
  constexpr size_t kMostLines = 12, kMostSearched = 400;
  const size_t begin = title.line == kNoLine ? 0 : title.line + 1;
  const size_t text = first_paragraph(page, begin);
  if (text == kNoLine || text - begin > kMostLines) return kNoLine;
  const auto is_name = [](const Line& line) {
    const auto words = text::words(line.piece.text);
    if (line.width > kWidest || words.empty() || words.size() > 5 || line.full_stop) return false;
    return !text::has_digit(line.piece.text) &&
           line.piece.text.find_first_of(":|>/") == std::string::npos &&
           std::all_of(words.begin(), words.end(), [&](const text::Word& word) {
             return text::is_upper(text::decode(line.piece.text, word.range.begin).value);
           });
  };
  for (size_t i = begin; i < text; ++i) {
    const Line& line = page.lines[i];
    if (line.piece.outside || page.marks[i].reason != "residue" || !is_name(line)) continue;
    if (is_page_word(knowledge, line)) continue;
    const bool is_writer = std::any_of(authors.begin(), authors.end(), [&](const auto& author) {
      return line.has_key(key_of(author.name));
    });
    if (is_writer) continue;
    bool again = false;
    for (size_t k = 0; k < page.lines.size() && k < kMostSearched && !again; ++k) {
      again = k != i && k != title.line &&
              page.lines[k].piece.text.find(line.piece.text) != std::string::npos;
    }
    if (again || !authors.empty()) return i;
  }
  return kNoLine;
}

}  // namespace synoptic::clean
