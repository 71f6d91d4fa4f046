#include "clean/people/report_heads.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/people/author_words.h"
#include "clean/people/byline_labels.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr size_t kShortestName = 2, kLongestName = 4;  // signs
constexpr size_t kLooked = 200;                        // bytes of the paragraph

using Brackets = std::pair<std::string_view, std::string_view>;
constexpr std::array<Brackets, 5> kBrackets{Brackets{"（", "）"}, Brackets{"(", ")"},
                                            Brackets{"[", "]"}, Brackets{"【", "】"},
                                            Brackets{"〔", "〕"}};

bool is_sign(char32_t c) { return text::is_han(c) || text::is_hangul(c); }

bool is_name(std::string_view word) {
  size_t signs = 0;
  for (size_t at = 0; at < word.size(); ++signs) {
    const text::CodePoint c = text::decode(word, at);
    at += c.length;
    if (signs == 1 && text::is_space(c.value)) {  // "王 芳"
      --signs;
      if (text::count_code_points(word) != 3) return false;
      continue;
    }
    if (!is_sign(c.value)) return false;
  }
  return signs >= kShortestName && signs <= kLongestName;
}

// 通讯员: no name, a word for who writes.
bool is_label(const Knowledge& knowledge, std::string_view word) {
  return whole_cue(knowledge, "author_label", word) != nullptr;
}

// A place of two signs or more in front.
bool begins_with_place(const Knowledge& knowledge, std::string_view rest) {
  constexpr size_t kMostSigns = 6;
  size_t end = 0;
  for (size_t signs = 0; signs < kMostSigns && end < rest.size(); ++signs) {
    end += text::decode(rest, end).length;
    if (signs > 0 && names_place(knowledge, rest.substr(0, end))) return true;
  }
  return false;
}

// Behind the name stands the place that is reported from, or a day: 张三|北京3日电.
bool opens_with_place(const Knowledge& knowledge, std::string_view rest) {
  return rest.empty() || text::is_digit(text::decode(rest, 0).value) ||
         begins_with_place(knowledge, rest);
}

// The name in front of a place: of three signs as a rule, else of two or four.
std::string_view name_before_place(const Knowledge& knowledge, std::string_view words) {
  if (!text::has_digit(words)) return {};  // no day, so no head of a report
  for (const size_t signs : {size_t{3}, size_t{2}, size_t{4}}) {
    size_t end = 0;
    for (size_t i = 0; i < signs && end < words.size(); ++i) end += text::decode(words, end).length;
    const std::string_view name = words.substr(0, end);
    if (is_name(name) && opens_with_place(knowledge, words.substr(end))) return name;
  }
  // A place that nobody knows; most names have three signs.
  size_t end = 0;
  for (size_t i = 0; i < 3 && end < words.size(); ++i) end += text::decode(words, end).length;
  return is_name(words.substr(0, end)) ? words.substr(0, end) : std::string_view{};
}

// "王 芳": a name of two signs, set as wide as one of three.
void join_single_signs(std::vector<std::string_view>& names) {
  const auto is_single = [](std::string_view name) {
    const text::CodePoint sign = text::decode(name, 0);
    return sign.length == name.size() && text::is_han(sign.value);
  };
  for (size_t i = 0; i + 1 < names.size(); ++i) {
    if (!is_single(names[i]) || !is_single(names[i + 1])) continue;
    const char* const end = names[i + 1].data() + names[i + 1].size();
    names[i] = {names[i].data(), static_cast<size_t>(end - names[i].data())};
    names.erase(names.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

std::vector<std::string_view> parted_names(std::string_view words) {
  std::vector<std::string_view> names;
  size_t open = 0;
  const auto close = [&](size_t end) {
    const std::string_view name = text::trim_space(words.substr(open, end - open));
    if (!name.empty()) names.push_back(name);
  };
  for (size_t at = 0; at < words.size();) {
    const text::CodePoint c = text::decode(words, at);
    if (c.value == 0x3001 || c.value == ',' || c.value == '/' || c.value == 0x00B7 ||
        c.value == 0xFF0F || text::is_space(c.value)) {
      close(at);
      open = at + c.length;
    }
    at += c.length;
  }
  close(words.size());
  join_single_signs(names);
  return names;
}

// Names behind "记者" within the first brackets.
std::vector<std::string_view> names_in_brackets(std::string_view text, const Knowledge& knowledge) {
  const Line line = line_for_cues(text);
  const auto label = cue_in_front(knowledge, "author_label", line);
  const auto inside = label ? label : cue_inside(knowledge, "author_label", line);
  std::optional<uint32_t> begin;
  if (inside) begin = inside->range.end;
  // 中央社記者: in a script without spaces the word stands behind another.
  for (const knowledge::Cue& cue : knowledge.cues("author_suffix")) {
    const size_t at = line.folded.find(cue.text);
    if (begin || at == std::string::npos || !text::is_han(text::decode(cue.text, 0).value))
      continue;
    begin = line.to_source(static_cast<uint32_t>(at + cue.text.size()));
  }
  if (!begin) return {};
  const std::string_view words = text::trim_space(text.substr(*begin));
  auto names = parted_names(words);
  std::erase_if(names, [&](std::string_view name) { return is_label(knowledge, name); });
  // "name／place報導": where it was written, no name.
  if (names.size() > 1 && begins_with_place(knowledge, names.back())) names.pop_back();
  if (!names.empty() && std::all_of(names.begin(), names.end(), is_name)) return names;
  // The last of them runs into the place.
  std::vector<std::string_view> found;
  for (const std::string_view name : names) {
    if (is_name(name) && name != names.back()) {
      found.push_back(name);
      continue;
    }
    if (const auto cut = name_before_place(knowledge, name); !cut.empty()) found.push_back(cut);
    break;
  }
  return found;
}

// "大阪＝山本直樹", "런던=김하나", "経済部・佐藤花": with the place that it writes from or the
// desk, one of them at least; the names.
std::vector<std::string_view> names_behind_places(std::string_view inner,
                                                  const Knowledge& knowledge) {
  std::vector<std::string_view> names;
  bool led = false;
  for (const std::string_view part : parted_names(inner)) {
    std::string_view name = behind_desk(part);
    size_t at = name.find("＝"), size = std::string_view("＝").size();
    if (at == name.npos) at = name.find('='), size = 1;
    if (at != name.npos) {
      if (!names_place(knowledge, name.substr(0, at))) return {};
      name.remove_prefix(at + size);
    }
    led |= name.size() < part.size();
    names.push_back(name);
    if (!is_name(name)) return {};
  }
  if (!led) names.clear();
  return names;
}

// "بغداد/ حسين الجبوري", "Lima / Ana Torres": a known place, a stroke, a name that nothing else
// has.
std::string_view name_behind_stroke(const Line& line, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 50;
  constexpr size_t kFewestWords = 2, kMostWords = 3;
  const std::string_view text = line.piece.text;
  const size_t at = text.find('/');
  if (line.width > kWidest || line.full_stop || line.piece.marked_heading || at == text.npos ||
      at == 0 || text.find('/', at + 1) != text.npos || text::has_digit(text)) {
    return {};
  }
  const std::string_view place = text::trim_space(text.substr(0, at));
  const std::string_view name = text::trim_space(text.substr(at + 1));
  const size_t words = text::words(name).size();
  if (words < kFewestWords || words > kMostWords || !names_place(knowledge, place)) return {};
  const bool person =
      has_case(name) ? looks_like_person(name) : !text::is_spaceless(text::decode(name, 0).value);
  if (!person || !could_name_author(knowledge, name) || names_outlet(knowledge, name) ||
      names_place(knowledge, name) || is_desk(knowledge, name)) {
    return {};
  }
  return name;
}

// "김철수 이영희 기자 =": names in front of the word for a reporter.
std::vector<std::string_view> names_before_suffix(std::string_view text,
                                                  const Knowledge& knowledge) {
  const std::string_view words = text::trim_space(text);
  for (const knowledge::Cue& cue : knowledge.cues("author_suffix")) {
    if (!words.ends_with(cue.text)) continue;
    const auto names = names_of_signs(
        text::trim_space(words.substr(0, words.size() - cue.text.size())), knowledge);
    if (!names.empty()) return names;
  }
  return {};
}

}  // namespace

std::string_view behind_desk(std::string_view words) {
  constexpr std::string_view kDot = "・";
  const size_t at = words.find(kDot);
  if (at == words.npos || at == 0 || !name_words().ends("desk_ending", words.substr(0, at))) {
    return words;
  }
  return words.substr(at + kDot.size());
}

bool parts_names(std::string_view lang) { return name_words().is_whole("parts_names", lang); }

bool is_parted_name(std::string_view words, bool sure) {
  constexpr size_t kMostParts = 2, kMostSigns = 4;
  std::array<size_t, kMostParts> signs{};
  size_t part = 0;
  bool kana = false;
  for (size_t at = 0; at < words.size();) {
    const text::CodePoint c = text::decode(words, at);
    at += c.length;
    if (text::is_space(c.value)) {
      if (signs[part] == 0 || ++part == kMostParts) return false;
      continue;
    }
    const bool han = text::is_han(c.value) || c.value == U'々';
    // A family's name is written in Han signs.
    if (!han && (part == 0 || !text::is_spaceless(c.value))) return false;
    kana |= !han;
    if (++signs[part] > kMostSigns) return false;
  }
  if (part != 1 || signs[1] == 0 || name_words().ends("desk_ending", words)) return false;
  const bool may_be_two = !kana && signs[0] > 1 && signs[1] > 1;
  return signs[0] + signs[1] > 2 && (sure || !may_be_two);
}

std::vector<std::string_view> names_of_signs(std::string_view words, const Knowledge& knowledge) {
  auto names = parted_names(words);
  std::erase_if(names, [&](std::string_view name) { return is_label(knowledge, name); });
  if (std::any_of(names.begin(), names.end(),
                  [&](std::string_view name) { return names_place(knowledge, name); })) {
    return {};
  }
  if (names.empty() || !std::all_of(names.begin(), names.end(), is_name)) return {};
  return names;
}

std::vector<model::Author> reporters_at_head(const std::vector<model::Block>& blocks,
                                             const Knowledge& knowledge, bool behind_places) {
  const auto block = std::find_if(blocks.begin(), blocks.end(), [](const model::Block& one) {
    return one.kind == model::BlockKind::kParagraph;
  });
  if (block == blocks.end()) return {};
  const std::string_view text = std::string_view(block->text).substr(0, kLooked);
  std::vector<std::string_view> names;
  for (const auto& [open, close] : kBrackets) {
    const size_t begin = text.find(open);
    const size_t end = begin == text.npos ? text.npos : text.find(close, begin);
    if (end == text.npos || width_of(text.substr(0, begin)) > 60) continue;
    names =
        names_in_brackets(text.substr(begin + open.size(), end - begin - open.size()), knowledge);
    if (names.empty() && begin == 0 && behind_places) {
      names = names_behind_places(text.substr(open.size(), end - open.size()), knowledge);
      std::erase_if(names, [&](std::string_view name) { return names_outlet(knowledge, name); });
    }
    // "[서울=뉴시스] names 기자 =".
    const size_t sign = text.find('=', end);
    if (names.empty() && begin == 0 && sign != text.npos) {
      const size_t from = end + close.size();
      names = names_before_suffix(text.substr(from, sign - from), knowledge);
    }
    if (!names.empty()) break;
  }
  std::vector<model::Author> authors;
  for (const std::string_view name : names) {
    const auto begin = static_cast<uint32_t>(name.data() - block->text.data());
    model::Author author;
    author.name = name;
    author.span = block->to_capture({begin, begin + static_cast<uint32_t>(name.size())});
    authors.push_back(std::move(author));
  }
  return authors;
}

std::vector<model::Author> writers_by_place(const Line& line, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 150;
  const std::string_view text = line.piece.text;
  if (line.width > kWidest) return {};
  std::vector<model::Author> authors;
  const auto add = [&](std::string_view name) {
    const auto begin = static_cast<uint32_t>(name.data() - text.data());
    model::Author author;
    author.name = name;
    author.span = line.piece.source.to_source({begin, begin + static_cast<uint32_t>(name.size())});
    authors.push_back(std::move(author));
  };
  for (const auto& [open, close] : kBrackets) {
    if (!text.starts_with(open) || !text.ends_with(close) || open.size() == 1) continue;
    const std::string_view inner =
        text.substr(open.size(), text.size() - open.size() - close.size());
    for (const std::string_view name : names_behind_places(inner, knowledge)) add(name);
    return authors;
  }
  if (const auto name = name_behind_stroke(line, knowledge); !name.empty()) add(name);
  return authors;
}

}  // namespace synoptic::clean
