// Whom an article cites, where the text itself says so. Private to the room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "clean/page.h"
#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

// "CITY, March 14 (Agency) - …" at the front of the first paragraph.
std::vector<model::Origin> dateline_origins(const std::vector<model::Block>& blocks,
                                            const knowledge::Knowledge& knowledge);
// "Source: Name" or "Source: https://…": `rest` is what stands behind the label.
std::optional<model::Origin> labelled_origin(const Line& line, Range rest);
// "Outlet + agencies", "卫报 条评论": without what is no name.
std::string_view without_rest_of_label(std::string_view name);
// "[Source: Name](https://…)": one link with the label in it.
bool names_source(const Piece& piece, const knowledge::Knowledge& knowledge);
// "[via Outlet](https://…)", "[Source](https://…)": a line that is only a link to an article of an
// outlet and says nothing but that the text is from there.
bool cites_by_link(const Line& line, const knowledge::Knowledge& knowledge);
// A line that names agencies and nothing else: "（共同通信）", "AFP", "Outlet avec AFP".
struct CreditLine {
  std::vector<model::Origin> origins;
  std::optional<model::Publisher> publisher;
};
std::optional<CreditLine> credit_line(const Line& line, const knowledge::Knowledge& knowledge);
// "according to a new report": somebody is cited and nobody named.
std::optional<model::Origin> hearsay_origin(const Line& line,
                                            const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
