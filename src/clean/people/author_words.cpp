#include "clean/people/author_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "clean/cue_match.h"
#include "clean/page.h"
#include "clean/people/name_places.h"
#include "clean/people/people.h"
#include "clean/plain/seam_table.h"
#include "text/utf8.h"
#include "text/words.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

// "RAY DELGADO": a name set in capitals, which can be spoken.
bool is_name_in_capitals(std::string_view name) {
  if (!looks_like_person(name)) return false;
  bool spoken = false;
  for (size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::decode(name, at);
    if (text::is_letter(c.value) && !text::is_upper(c.value)) return false;
    if (c.value == ' ' && !spoken) return false;
    spoken = (spoken && c.value != ' ') || is_capital_vowel(c.value);
    at += c.length;
  }
  return spoken;
}

// Parts of `words` that joints part: length_at(at) is that of the joint at a place, 0 where there
// is none.
template <typename LengthAt>
std::vector<Range> parts_between(std::string_view words, Range part, LengthAt length_at) {
  std::vector<Range> parts;
  uint32_t begin = part.begin;
  for (uint32_t at = part.begin; at < part.end;) {
    const auto length = static_cast<uint32_t>(length_at(words.substr(at, part.end - at)));
    if (length == 0) {
      ++at;
      continue;
    }
    parts.push_back({begin, at});
    at = begin = at + length;
  }
  parts.push_back({begin, part.end});
  std::erase_if(parts, [&](Range r) { return text::trim_space(r.of(words)).empty(); });
  return parts;
}

using Joints = std::span<const std::string_view>;

std::vector<Range> parts_by(std::string_view words, Range part, Joints joints) {
  return parts_between(words, part, [&](std::string_view rest) {
    const auto found = std::find_if(joints.begin(), joints.end(), [&](std::string_view joint) {
      return rest[0] == joint[0] && rest.starts_with(joint);
    });
    return found == joints.end() ? 0 : found->size();
  });
}

// By words like "and", with a blank on each side.
std::vector<Range> parts_by_words(std::string_view words, Range part,
                                  std::span<const knowledge::Cue> joiners) {
  return parts_between(words, part, [&](std::string_view rest) -> size_t {
    if (rest[0] != ' ') return 0;
    rest.remove_prefix(1);
    for (const knowledge::Cue& joiner : joiners) {
      const size_t size = joiner.text.size();
      if (rest.size() > size && rest[size] == ' ' && rest.starts_with(joiner.text)) return size + 2;
    }
    return 0;
  });
}

}  // namespace

Look look_of(std::string_view name) {
  Look look;
  for (const text::Word& word : text::words(name)) {
    const text::CodePoint first = text::decode(name, word.range.begin);
    if (text::is_digit(first.value))
      look.digit = true;
    else if (text::is_upper(first.value))
      ++look.capitals;
    else if (text::is_latin(first.value) || text::is_cyrillic(first.value))
      ++look.small;
    else
      ++look.caseless;
  }
  return look;
}

bool begins_with_acronym(std::string_view name) {
  if (is_name_in_capitals(name)) return false;
  size_t capitals = 0;
  for (size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::decode(name, at);
    if (!text::is_upper(c.value)) return capitals >= 3 && c.value == ' ' && capitals <= 5;
    ++capitals;
    at += c.length;
  }
  return false;
}

bool is_persons_name(const knowledge::Knowledge& knowledge, std::string_view part) {
  part = text::trim_space(part);
  const Look look = look_of(part);
  constexpr uint32_t kWidestCaseless = 30;
  const bool caseless = look.capitals + look.small == 0 && look.caseless > 0 && !look.digit &&
                        width_of(part) <= kWidestCaseless;
  if (!caseless && (!looks_like_person(part) || begins_with_acronym(part))) return false;
  return !cue_inside(knowledge, "job_title", line_of_words(part));
}

std::vector<Range> names_in(const knowledge::Knowledge& knowledge, std::string_view words) {
  constexpr std::array<std::string_view, 10> kHard = {" | ", "|",   " · ", " • ", " ⋅ ",
                                                      " ‧ ", " ● ", ";",   " / ", "／"};
  constexpr std::array<std::string_view, 10> kSoft = {", ",  ",",   "，",  "、", "،",
                                                      " – ", " — ", " - ", "/",  "・"};
  const auto joiners = knowledge.cues("name_joiner");

  const auto person = [&](Range part) { return is_persons_name(knowledge, part.of(words)); };
  std::vector<Range> found;
  const Range whole{0, static_cast<uint32_t>(words.size())};
  for (const Range hard : parts_by(words, whole, kHard)) {
    for (const Range soft : parts_by(words, hard, kSoft)) {
      const std::vector<Range> joined = parts_by_words(words, soft, joiners);
      if (joined.size() > 1 && std::all_of(joined.begin(), joined.end(), person)) {
        found.insert(found.end(), joined.begin(), joined.end());
      } else {
        found.push_back(soft);
      }
    }
  }
  if (found.size() == 1) return found;
  // "नेहा रावत, संवाददाता, देवलखेत": one word behind a full name is a place.
  const auto is_lone_caseless = [&](Range part) {
    const std::string_view word = text::trim_space(part.of(words));
    const char32_t first = text::decode(word, 0).value;
    return part.begin != found.front().begin && look_of(word).capitals + look_of(word).small == 0 &&
           !text::is_spaceless(first) && !text::is_hangul(first) && text::words(word).size() == 1 &&
           text::words(found.front().of(words)).size() > 1;
  };
  std::vector<Range> people;
  std::copy_if(found.begin(), found.end(), std::back_inserter(people), [&](Range part) {
    // "Name, San Somewhere".
    const bool place = part.begin != found.front().begin &&
                       (cue_in_front(knowledge, "place_front", line_of_words(part.of(words))) ||
                        is_place_phrase(knowledge, part.of(words)));
    return !place && person(part) && !is_lone_caseless(part);
  });
  // What is no person beside one is a role, a place, the outlet, the letters of a degree.
  if (!people.empty()) return people;
  const std::vector<Range> hard = parts_by(words, whole, kHard);
  return {hard.empty() ? whole : hard.front()};
}

bool could_name_author(const knowledge::Knowledge& knowledge, std::string_view words) {
  constexpr uint32_t kWidest = 70;
  if (words.empty() || words.size() > 120 || width_of(words) > kWidest || url::is_web(words) ||
      words.find_first_of("@/<>{}=\"\\_") != std::string_view::npos) {
    return false;
  }
  const Look look = look_of(words);
  if (look.digit || look.small > look.capitals + look.caseless + 1) return false;
  if (look.capitals + look.caseless == 0) {  // "admin", "jsmith" — and "dpa"
    return names_outlet(knowledge, words);
  }
  const Line line = line_of_words(words);
  if (cue_inside(knowledge, "job_title", line) ||
      whole_cue(knowledge, "author_label", words) != nullptr) {
    return names_outlet(knowledge, words);
  }
  return !cue_in_front(knowledge, "photo_label", line) && !cue_in_front(knowledge, "share", line) &&
         !whole_cue(knowledge, "no_author", words) && !all_cues(knowledge, "navigation_word", line);
}

}  // namespace synoptic::clean
