#include "model/lead.h"

#include <algorithm>
#include <string_view>

#include "text/dateline.h"
#include "text/dateline_words.h"

namespace synoptic::model {
namespace {

constexpr uint32_t kMostBefore = 3;      // paragraphs of a summary
constexpr size_t kLongestSummary = 600;  // bytes, all of them together

// "KYIV, Nov 28 (Agency) - ": with a day or an agency. "NATO - the alliance - said" has neither.
bool opens_with_dateline(std::string_view text) {
  const std::string_view head = text.substr(0, text::dateline_end(text));
  const auto holds = [&](std::string_view sign) {
    return head.find(sign) != std::string_view::npos;
  };
  const auto& reports = text::DatelineWords::get().reports;
  return head.find_first_of("(=0123456789") != std::string_view::npos || holds("（") ||
         holds("＝") || std::any_of(reports.begin(), reports.end(), holds);
}

}  // namespace

uint32_t lead_block(const Article& article) {
  const auto count = static_cast<uint32_t>(article.blocks.size());
  uint32_t first = count, seen = 0;
  size_t bytes = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const Block& block = article.blocks[i];
    if (block.kind != BlockKind::kParagraph) continue;
    if (first == count) first = i;
    if (opens_with_dateline(block.text)) return i;
    bytes += block.text.size();
    if (++seen > kMostBefore || bytes > kLongestSummary) break;
  }
  return first;
}

}  // namespace synoptic::model
