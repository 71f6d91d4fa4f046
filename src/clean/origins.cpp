#include "clean/origins.h"

#include <algorithm>

#include "clean/cue_match.h"
#include "clean/people.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr uint32_t kDatelineWidth = 90;
constexpr uint32_t kWidestAgency = 45;

bool is_dash(std::string_view text, size_t at) {
  text = text.substr(at);
  while (text.starts_with(' ')) text.remove_prefix(1);
  for (const std::string_view dash : {"-", "–", "—", "―", ":", "="}) {
    if (text.starts_with(dash)) return true;
  }
  return false;
}

}  // namespace

std::vector<model::Origin> dateline_origins(const std::vector<model::Block>& blocks,
                                            const Knowledge&) {
  std::vector<model::Origin> found;
  for (const model::Block& block : blocks) {
    if (block.kind != model::BlockKind::kParagraph) continue;
    const std::string_view text = block.text;
    for (const auto& [left, right] :
         {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
      const size_t open = text.substr(0, kDatelineWidth * 2).find(left);
      if (open == std::string_view::npos) continue;
      const size_t close = text.find(right, open);
      if (close == std::string_view::npos) continue;
      const std::string_view before = text.substr(0, open);
      const std::string_view name = text.substr(open + left.size(), close - open - left.size());
      if (width_of(before) > kDatelineWidth || width_of(name) > kWidestAgency || name.empty() ||
          !is_dash(text, close + right.size())) {
        continue;
      }
      const auto begin = static_cast<uint32_t>(open + left.size());
      model::Origin origin;
      origin.name = std::string(text::trim_space(name));
      origin.kind = "dateline";
      origin.span = block.to_capture({begin, static_cast<uint32_t>(close)});
      found.push_back(std::move(origin));
    }
    break;
  }
  return found;
}

std::optional<model::Origin> hearsay_origin(const Line& line, const Knowledge& knowledge) {
  const auto hit = cue_inside(knowledge, "hearsay", line);
  if (!hit) return std::nullopt;
  model::Origin origin;
  origin.kind = "hearsay";
  origin.span = line.piece.source.to_source(hit->range);
  return origin;
}

}  // namespace synoptic::clean
