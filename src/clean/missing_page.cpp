#include "clean/missing_page.h"

#include <algorithm>

#include "clean/cue_match.h"
#include "clean/page.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

// More than a notice says; in columns.
constexpr uint32_t kWidestNotice = 700;
// What may stand beside the notice in a title: the name of the site, a number.
constexpr uint32_t kWidestBeside = 24;
// Where the text speaks of the page that was asked for.
constexpr uint32_t kFarthest = 200;

bool says_missing(const knowledge::Knowledge& knowledge, std::string_view title) {
  const Line line = line_for_cues(title);
  const auto hit = cue_inside(knowledge, "missing_title", line);
  return hit && width_of(title) <= width_of(hit->range.of(title)) + kWidestBeside;
}

}  // namespace

bool is_missing_page(const model::Article& article, const knowledge::Knowledge& knowledge) {
  uint32_t width = 0;
  for (const auto& block : article.blocks) {
    width += width_of(block.text);
    if (width > kWidestNotice) return false;
  }
  if (says_missing(knowledge, article.title)) return true;
  uint32_t at = 0;
  for (const auto& block : article.blocks) {
    if (block.kind == model::BlockKind::kHeading && says_missing(knowledge, block.text))
      return true;
    const auto hit = cue_inside(knowledge, "missing_text", line_for_cues(block.text));
    if (hit && at + hit->range.begin <= kFarthest && !article.published) return true;
    at += static_cast<uint32_t>(block.text.size());
  }
  return false;
}

}  // namespace synoptic::clean
