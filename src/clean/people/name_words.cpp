#include "clean/people/name_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

// Words of a script with blanks are parted by one.
bool is_parted(std::string_view name, size_t at) {
  if (name[at - 1] == ' ') return true;
  return text::is_spaceless(text::decode_before(name, at).value) ||
         text::is_hangul(text::decode_before(name, at).value);
}

std::string_view without_last(std::string_view kind, std::string_view name) {
  for (size_t at = text::decode(name, 0).length; at < name.size();
       at += text::decode(name, at).length) {
    if (!is_parted(name, at) || !name_words().is_whole(kind, name.substr(at))) continue;
    std::string_view rest = text::trim_space(name.substr(0, at));
    while (rest.ends_with(',') || rest.ends_with('&')) {
      rest = text::trim_space(rest.substr(0, rest.size() - 1));
    }
    return rest.empty() ? name : rest;
  }
  return name;
}

std::string_view without_first(std::string_view name) {
  for (size_t at = name.size(); at > 0;) {
    at -= text::decode_before(name, at).length;
    if (at == 0 || !is_parted(name, at)) continue;
    if (name_words().is_whole_with("company_form", name.substr(0, at), "front")) {
      return text::trim_space(name.substr(at));
    }
  }
  return name;
}

}  // namespace

const CueTable& name_words() {
  static const CueTable table("clean/names.tsv");
  return table;
}

std::string_view without_company_form(std::string_view name) {
  if (name.empty()) return name;
  const std::string_view front = without_first(name);
  return without_last("company_form", front);
}

std::string_view without_company_word(std::string_view name) {
  return name.empty() ? name : without_last("company_word", name);
}

std::string_view without_desk(std::string_view name) {
  constexpr size_t kFewest = 2;
  std::string_view rest = name;
  for (size_t blank = name.rfind(' '); blank != name.npos && blank > 0;
       blank = name.rfind(' ', blank - 1)) {
    if (!name_words().is_whole("desk_before", name.substr(0, blank))) continue;
    rest = text::trim_space(name.substr(blank));
    break;
  }
  rest = without_last("desk_behind", rest);
  return text::words(rest).size() >= kFewest ? rest : name;
}

namespace {

// "UPDATE 2-Two killed …", "CORRECTED-…": which version of an agency's report it is.
std::optional<TitleTag> version_tag(std::string_view title) {
  constexpr size_t kLongest = 16;
  const size_t hyphen = title.substr(0, kLongest).find('-');
  if (hyphen == title.npos || hyphen + 1 >= title.size() || title[hyphen + 1] == ' ') {
    return std::nullopt;
  }
  const std::string_view tag = title.substr(0, hyphen);
  std::string_view word = tag;
  while (!word.empty() && (text::is_digit(word.back()) || word.back() == ' '))
    word.remove_suffix(1);
  const bool capitals =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!capitals || !name_words().is_whole("version_tag", word)) return std::nullopt;
  return TitleTag{{0, static_cast<uint32_t>(hyphen)}, static_cast<uint32_t>(hyphen + 1)};
}

}  // namespace

std::optional<TitleTag> title_tag(std::string_view title) {
  if (const auto version = version_tag(title)) return version;
  using Brackets = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Brackets, 6> kBrackets{Brackets{"[", "]"},   Brackets{"【", "】"},
                                                     Brackets{"(", ")"},   Brackets{"（", "）"},
                                                     Brackets{"［", "］"}, Brackets{"〔", "〕"}};
  constexpr size_t kLongestTag = 60, kShortestRest = 6;  // bytes
  for (const auto& [open, close] : kBrackets) {
    if (!title.starts_with(open)) continue;
    const size_t end = title.find(close);
    if (end == std::string_view::npos || end > kLongestTag) return std::nullopt;
    const std::string_view tag = text::trim_space(title.substr(open.size(), end - open.size()));
    std::string_view rest = title.substr(end + close.size());
    while (!rest.empty()) {
      const text::CodePoint c = text::decode(rest, 0);
      const bool joint = c.value == ':' || c.value == 0xFF1A || c.value == '-' ||
                         c.value == 0x2013 || c.value == 0x2014 || c.value == '|';
      if (!joint && !text::is_space(c.value)) break;
      rest.remove_prefix(c.length);
    }
    if (tag.empty() || rest.size() < kShortestRest || !name_words().is_whole("title_tag", tag)) {
      return std::nullopt;
    }
    const auto begin = static_cast<uint32_t>(tag.data() - title.data());
    return TitleTag{{begin, begin + static_cast<uint32_t>(tag.size())},
                    static_cast<uint32_t>(rest.data() - title.data())};
  }
  return std::nullopt;
}

}  // namespace synoptic::clean
