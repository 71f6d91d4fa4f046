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

// "KASSEL. ", "Jakarta, Indonesia - ": towns and nothing else in front of the sign.
uint32_t end_behind_towns(const Annotated& annotated, uint32_t lead) {
  const std::string_view text = annotated.article.blocks[lead].text;
  const auto town_at = [&](uint32_t at) -> const Mention* {
    const auto found = std::ranges::find_if(annotated.mentions, [&](const Mention& mention) {
      return mention.at.block == lead && mention.at.range.begin == at && !mention.entity.empty() &&
             mention.form != "adjective" && is_land(mention.type);
    });
    return found == annotated.mentions.end() ? nullptr : &*found;
  };
  constexpr uint32_t kMostTowns = 3;  // a town, its state, its country
  uint32_t at = 0;
  for (uint32_t towns = 0; towns < kMostTowns; ++towns) {
    const Mention* const town = town_at(at);
    if (town == nullptr || town->at.range.end > text.size()) return 0;
    at = town->at.range.end;
    const std::string_view rest = text.substr(at);
    if (const uint32_t sign = text::sign_behind_town(rest); sign > 0) {
      return at + sign < text.size() ? at + sign : 0;
    }
    const std::string_view comma = rest.starts_with("، ") ? "، " : ", ";
    if (!rest.starts_with(comma)) return 0;
    at += static_cast<uint32_t>(comma.size());
  }
  return 0;
}

}  // namespace

uint32_t dateline_end(const Annotated& annotated, uint32_t lead) {
  const auto& blocks = annotated.article.blocks;
  if (lead >= blocks.size()) return 0;
  const uint32_t end = text::dateline_end(blocks[lead].text);
  return end > 0 ? end : end_behind_towns(annotated, lead);
}

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
