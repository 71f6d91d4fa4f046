#include "compare/polarity.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/data.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kShortestClause = 18;  // bytes: "of course," is no clause

struct Pattern {
  std::string text;
  bool begins_inside = false, ends_inside = false;  // a star on that side
  std::optional<Stance> stance;                     // none: a word that holds a cue and is none
};

std::optional<Stance> stance_named(std::string_view kind) {
  if (kind == "not") return Stance::kNot;
  if (kind == "deny") return Stance::kDeny;
  if (kind == "maybe") return Stance::kMaybe;
  if (kind == "first") return Stance::kFirst;
  if (kind == "open") return Stance::kOpen;
  return std::nullopt;
}

using Patterns =
    std::unordered_map<std::string, std::vector<Pattern>, TransparentHash, std::equal_to<>>;

Patterns read_patterns() {
  Patterns out;
  for (const auto line : lines(embedded_data("compare/polarity.tsv"))) {
    if (line.empty() || line[0] == '#') continue;
    const auto cells = split(line, '\t');
    if (cells.size() < 3) continue;
    for (std::string_view word : split_trimmed(cells[2], ';')) {
      Pattern pattern;
      pattern.stance = stance_named(cells[0]);
      pattern.begins_inside = word.starts_with('*');
      pattern.ends_inside = word.ends_with('*');
      if (pattern.begins_inside) word.remove_prefix(1);
      if (pattern.ends_inside) word.remove_suffix(1);
      pattern.text = text::fold_copy(trim(word));
      if (!pattern.text.empty()) out[std::string(cells[1])].push_back(std::move(pattern));
    }
  }
  return out;
}

const std::vector<Pattern>& patterns_of(std::string_view lang) {
  static const Patterns patterns = read_patterns();
  static const std::vector<Pattern> kNone;
  const auto found = patterns.find(lang);
  return found == patterns.end() ? kNone : found->second;
}

bool goes_on(char32_t c) {
  return (text::is_word(c) || text::is_letter(c)) && !text::is_spaceless(c);
}

bool fits(std::string_view text, size_t at, const Pattern& pattern) {
  if (!pattern.begins_inside && at > 0 && goes_on(text::decode_before(text, at).value)) {
    return false;
  }
  const size_t end = at + pattern.text.size();
  return pattern.ends_inside || end >= text.size() || !goes_on(text::decode(text, end).value);
}

template <typename Each>
void for_each_match(std::string_view text, const Pattern& pattern, Each&& each) {
  for (size_t at = text.find(pattern.text); at != std::string_view::npos;
       at = text.find(pattern.text, at + 1)) {
    if (fits(text, at, pattern)) each(at);
  }
}

bool ends_clause(char32_t c) {
  return c == U',' || c == U'،' || c == U'，' || c == U'、' || c == U';' || c == U'；' ||
         c == U'؛' || c == U'—' || c == U'–';
}

}  // namespace

std::vector<StanceCue> stance_cues(std::string_view text, std::string_view lang) {
  const auto& patterns = patterns_of(lang);
  std::vector<StanceCue> out;
  if (patterns.empty()) return out;
  text::Folded folded = text::fold(text);
  for (const auto& pattern : patterns) {
    if (pattern.stance) continue;
    std::vector<size_t> found;
    for_each_match(folded.text, pattern, [&](size_t at) { found.push_back(at); });
    for (const size_t at : found) {
      std::fill_n(folded.text.begin() + static_cast<std::ptrdiff_t>(at), pattern.text.size(), '_');
    }
  }
  for (const auto& pattern : patterns) {
    if (!pattern.stance) continue;
    for_each_match(folded.text, pattern, [&](size_t at) {
      out.push_back(
          {*pattern.stance, folded.to_source({static_cast<uint32_t>(at),
                                              static_cast<uint32_t>(at + pattern.text.size())})});
    });
  }
  std::stable_sort(out.begin(), out.end(), [](const StanceCue& a, const StanceCue& b) {
    return a.range.begin < b.range.begin;
  });
  return out;
}

Range clause_around(std::string_view sentence, Range place) {
  Range clause{0, static_cast<uint32_t>(sentence.size())};
  for (uint32_t i = 0; i < sentence.size();) {
    const auto c = text::decode(sentence, i);
    const uint32_t end = i + static_cast<uint32_t>(c.length);
    const bool in_number = i > 0 && end < sentence.size() &&
                           text::is_digit(text::decode_before(sentence, i).value) &&
                           text::is_digit(text::decode(sentence, end).value);
    if (ends_clause(c.value) && !in_number) {
      if (end <= place.begin && place.begin - end >= 1) clause.begin = end;
      if (i >= place.end && i - clause.begin >= kShortestClause) {
        clause.end = i;
        break;
      }
    }
    i = end;
  }
  if (clause.size() < kShortestClause) clause = {0, static_cast<uint32_t>(sentence.size())};
  while (clause.begin < clause.end && sentence[clause.begin] == ' ') ++clause.begin;
  return clause;
}

}  // namespace synoptic::compare
