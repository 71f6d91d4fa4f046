#include "clean/people/bare_names.h"

#include <algorithm>
#include <array>

#include "clean/bars.h"
#include "clean/cue_match.h"
#include "clean/page_words.h"
#include "clean/people/byline_labels.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "clean/people/report_heads.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

// "佐藤由美", 王丽: one of the common families, and one to three signs more.
bool opens_with_family(std::string_view folded) {
  constexpr size_t kFewestSigns = 2, kMostSigns = 6, kMostGiven = 3;
  const size_t signs = text::count_code_points(folded);
  if (signs < kFewestSigns || signs > kMostSigns || folded.find(' ') != folded.npos) return false;
  static const std::vector<std::string_view> kFamilies = name_words().words("han_family");
  return std::ranges::any_of(kFamilies, [&](std::string_view family) {
    if (!folded.starts_with(family)) return false;
    const size_t own = text::count_code_points(family);
    // A family of one sign is followed by one or two: 王丽, 王小丽.
    return signs > own && signs - own <= std::min(kMostGiven, own + 1);
  });
}

}  // namespace

bool is_parted_line(std::string_view text) {
  constexpr std::array<std::string_view, 6> kSigns{" · ", " • ", " | ", "｜", " ・ ", " ∙ "};
  return std::ranges::any_of(kSigns,
                             [&](std::string_view sign) { return text.find(sign) != text.npos; });
}

bool may_be_bare_name(const Knowledge& knowledge, const Line& part, std::string_view words) {
  constexpr size_t kFewestWords = 2, kMostWords = 3;
  if (has_case(words) || text::has_digit(words) || has_colon(words)) return false;
  if (names_outlet(knowledge, words) || names_place(knowledge, words) || is_section_word(words) ||
      is_page_word(knowledge, part) || is_desk(knowledge, words) ||
      begins_as_outlet(knowledge, words) || ends_as_outlet(knowledge, words) ||
      cue_inside(knowledge, "job_title", part) || name_words().ends("desk_ending", words) ||
      !knowledge.find_by_name(words).empty()) {
    return false;
  }
  if (text::is_spaceless(text::decode(words, 0).value)) {
    return opens_with_family(part.folded) || is_parted_name(words, true);
  }
  const size_t count = text::words(words).size();
  return count >= kFewestWords && count <= kMostWords && BylineLabels::may_name(words);
}

}  // namespace synoptic::clean
