#include "clean/people/agency_sign.h"

#include <algorithm>
#include <array>

#include "clean/cue_match.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

// "Con información de", "С использованием материалов": what leads to the names.
std::string_view behind_label(std::string_view words, const Knowledge& knowledge) {
  const Line line = line_for_cues(words);
  size_t end = 0;
  if (const auto with = name_words().in_front("agency_with", line)) end = with->end;
  if (const auto label = cue_in_front(knowledge, "source_label", line)) {
    end = std::max<size_t>(end, label->range.end);
  }
  std::string_view rest = text::trim_space(words.substr(end));
  if (end == 0) return rest;
  for (const std::string_view sign : {":", "：", "-", "–", "—"}) {
    if (rest.starts_with(sign)) return text::trim_space(rest.substr(sign.size()));
  }
  return rest;
}

// "के इनपुट के साथ", "提供": what stands behind them.
std::string_view before_label(std::string_view words) {
  const Line line = line_for_cues(words);
  size_t longest = 0;
  for (const std::string_view word : name_words().words("agency_given")) {
    if (word.size() > longest && word.size() < line.folded.size() && line.folded.ends_with(word)) {
      longest = word.size();
    }
  }
  const auto size = static_cast<uint32_t>(line.folded.size());
  const Range given = line.to_source({size - static_cast<uint32_t>(longest), size});
  return longest == 0 ? words : text::trim_space(words.substr(0, given.begin));
}

// "lnw", "lv": a desk of the agency or who edited it, in small letters.
bool is_desk_sign(std::string_view part) {
  constexpr size_t kLongest = 4;
  return !part.empty() && part.size() <= kLongest &&
         std::all_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Each part is an agency or, behind one, a desk.
std::vector<Range> agencies_between(std::string_view words, std::string_view list,
                                    const Knowledge& knowledge) {
  constexpr std::array<std::string_view, 9> kParts{"/",  "、", ", ", "，", "·",
                                                   "・", "=",  "＝", "-"};
  std::vector<Range> found;
  for (size_t open = 0; open <= list.size();) {
    size_t end = list.size(), length = 0;
    // A hyphen may be of the name.
    const bool whole = names_agency(knowledge, list.substr(open));
    for (const std::string_view sign : kParts) {
      const size_t at = whole ? list.npos : list.find(sign, open);
      if (at < end) end = at, length = sign.size();
    }
    const std::string_view part = text::trim_space(list.substr(open, end - open));
    if (names_agency(knowledge, part)) {
      const auto begin = static_cast<uint32_t>(part.data() - words.data());
      found.push_back({begin, begin + static_cast<uint32_t>(part.size())});
    } else if (found.empty() || !is_desk_sign(part)) {
      return {};
    }
    if (length == 0) break;
    open = end + length;
  }
  return found;
}

}  // namespace

std::vector<Range> signed_agencies(std::string_view words, const Knowledge& knowledge) {
  constexpr size_t kLongest = 160;  // bytes
  std::string_view list = text::trim_space(words);
  if (list.ends_with('.')) list.remove_suffix(1);
  if (list.empty() || list.size() > kLongest) return {};
  if (auto found = agencies_between(words, list, knowledge); !found.empty()) return found;
  list = before_label(behind_label(list, knowledge));
  return agencies_between(words, list, knowledge);
}

std::string_view agency_behind_name(std::string_view words, const Knowledge& knowledge) {
  constexpr size_t kFewest = 2, kMost = 3;  // words of either
  const auto all = text::words(words);
  for (size_t behind = kFewest; behind <= kMost && behind + kFewest <= all.size(); ++behind) {
    const std::string_view agency = words.substr(all[all.size() - behind].range.begin);
    if (names_agency(knowledge, agency)) return agency;
  }
  return {};
}

}  // namespace synoptic::clean
