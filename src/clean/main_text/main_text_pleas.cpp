#include "clean/main_text/main_text_pleas.h"

#include <algorithm>

#include "clean/cue_match.h"
#include "clean/main_text/main_text_pieces.h"
#include "text/name_marks.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr uint32_t kWidestAbout = 700, kLeastAbout = 30;  // of what is said of an author
constexpr uint32_t kWidestPlea = 300;
constexpr size_t kLastLines = 2;

}  // namespace

bool is_about_author(const PagePiece& p, const std::vector<std::string_view>& names) {
  if (p.piece.kind != model::BlockKind::kParagraph || p.weight < kLeastAbout ||
      p.weight > kWidestAbout) {
    return false;
  }
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    std::string_view text = p.piece.text;
    if (!text.starts_with(name)) return false;
    text.remove_prefix(name.size());
    const size_t genitive = text::genitive_length(text);
    if (genitive > 0 && text.substr(genitive).starts_with(' ')) return true;
    if (!text.starts_with(' ')) return false;
    const char32_t next = text::decode(text, 1).value;
    return text::is_letter(next) && !text::is_upper(next);
  });
}

bool is_plea(const PagePiece& p, const Line& line, const knowledge::Knowledge& knowledge) {
  return p.weight <= kWidestPlea && cue_inside(knowledge, "plea", line);
}

void drop_last_pleas(HtmlPage& page, const knowledge::Knowledge& knowledge) {
  uint32_t all = 0;
  for (const PagePiece& p : page.pieces) all += is_shown(p) ? p.weight : 0;
  size_t seen = 0;
  for (size_t i = page.pieces.size(); i-- > 0 && seen < kLastLines;) {
    PagePiece& p = page.pieces[i];
    if (!is_shown(p) || p.piece.kind == model::BlockKind::kCaption) continue;
    ++seen;
    if (p.piece.kind == model::BlockKind::kHeading || p.weight * 2 > all) continue;
    if (is_plea(p, line_for_cues(p.piece.text), knowledge)) put_out(p, "note");
  }
}

}  // namespace synoptic::clean
