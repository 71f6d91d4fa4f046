#include "serve/parameters.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "serve/page.h"

namespace synoptic::serve {
namespace {

constexpr size_t kMostDigits = 9;
constexpr size_t kLongestTag = 35;    // of a language (RFC 5646, 4.4.1)
constexpr size_t kLongestShown = 40;  // of a wrong value

bool is_count(std::string_view text) {  // 1, 2, 3 …
  return is_ascii_digits(text) && text.size() <= kMostDigits &&
         text.find_first_not_of('0') != std::string_view::npos;
}
bool is_place(std::string_view text) {  // 0, 1, 2 …
  return is_ascii_digits(text) && text.size() <= kMostDigits + 1;
}
bool is_differ(std::string_view text) { return text.empty() || text == "differ"; }
bool is_tag(std::string_view text) {
  return text.size() <= kLongestTag && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-';
         });
}

struct Rule {
  std::string_view path;  // of the page; with a slash at its end, of all pages behind it
  const char* name;
  bool (*holds)(std::string_view);
  const char* wanted;
};

constexpr const char* kCount = "a whole number from 1 up";
constexpr const char* kPlace = "a whole number from 0 up";
constexpr const char* kDiffer = "“differ”, or nothing";
constexpr const char* kTag = "the tag of a language, as “de” or “zh-Hant”";
constexpr Rule kRules[] = {
    {"/", "page", is_count, kCount},         {"/", "lang", is_tag, kTag},
    {"/", "show", is_differ, kDiffer},       {"/", "sort", is_differ, kDiffer},
    {"/articles", "page", is_count, kCount}, {"/articles", "lang", is_tag, kTag},
    {"/entities", "page", is_count, kCount}, {"/api/stories", "page", is_count, kCount},
    {"/feed/", "limit", is_count, kCount},   {"/feed/", "before", is_count, kCount},
    {"/article/", "from", is_place, kPlace}, {"/article/", "to", is_place, kPlace}};

bool is_for(const Rule& rule, std::string_view path) {
  return rule.path == path ||
         (rule.path.size() > 1 && rule.path.ends_with("/") && path.starts_with(rule.path));
}

}  // namespace

std::string wrong_parameter(const Request& request) {
  for (const Rule& rule : kRules) {
    if (!is_for(rule, request.path)) continue;
    const auto found = request.query.find(rule.name);
    if (found == request.query.end() || rule.holds(found->second)) continue;
    return fmt::format("“{}” in the address must be {}; it is “{}”", rule.name, rule.wanted,
                       cut_short(found->second, kLongestShown));
  }
  return "";
}

}  // namespace synoptic::serve
