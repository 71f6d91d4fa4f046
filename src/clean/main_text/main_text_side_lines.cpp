#include "clean/main_text/main_text_side_lines.h"

#include <algorithm>
#include <array>

#include "clean/cue_match.h"
#include "clean/main_text/main_text_pieces.h"
#include "clean/people/about_writer.h"
#include "clean/plain/plain_signs.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::Tag;
using model::BlockKind;

constexpr uint32_t kWidestCall = 110;  // weight
constexpr uint32_t kWidestNote = 500;
constexpr uint32_t kWidestMark = 16;
constexpr size_t kLastLines = 6;
constexpr size_t kLastMarks = 14;  // what a company says of itself stands behind

class SideLines {
 public:
  SideLines(HtmlPage& page, const std::vector<std::string_view>& authors,
            const knowledge::Knowledge& knowledge)
      : page_(page), authors_(authors), knowledge_(knowledge) {}

  void drop() {
    for (PagePiece& p : page_.pieces) {
      if (is_shown(p) && is_call(p)) put_out(p, "related");
    }
    drop_machine_summaries();
    drop_last();
  }

 private:
  // "AI-assisted summary" over some lines in a box: no sentence of the article's.
  void drop_machine_summaries() {
    constexpr uint32_t kWidestLabel = 60;
    const auto& nodes = page_.document.nodes();
    uint32_t all = 0;
    for (const PagePiece& p : page_.pieces) all += is_shown(p) ? p.weight : 0;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      std::string_view label = page_.pieces[i].piece.text;
      if (label.ends_with(':')) label.remove_suffix(1);
      if (!is_shown(page_.pieces[i]) || page_.pieces[i].weight > kWidestLabel ||
          !plain_words().is_whole("ai_label", label)) {
        continue;
      }
      put_out(page_.pieces[i], "note");
      uint32_t box = page_.pieces[i].node;
      const auto is_inside = [&](const PagePiece& p) {
        return is_shown(p) && p.node >= box && p.node < nodes[box].subtree_end;
      };
      if (std::ranges::none_of(page_.pieces, is_inside)) box = nodes[box].parent;
      if (box == html::kNone) continue;
      uint32_t inside = 0;
      for (const PagePiece& p : page_.pieces) inside += is_inside(p) ? p.weight : 0;
      if (inside * 3 > all) continue;  // no box of its own
      for (PagePiece& p : page_.pieces) {
        if (is_inside(p)) put_out(p, "note");
      }
    }
  }

  // "WATCH: Band greets the late boat", "[영상] …", "FOTOS | …": in bold letters or a link.
  bool is_call(const PagePiece& p) const {
    if (p.weight > kWidestCall || p.weight == 0) return false;
    if (p.piece.kind != BlockKind::kParagraph && p.piece.kind != BlockKind::kHeading) return false;
    std::string_view text = p.piece.text;
    const char32_t last = text::decode_before(text, text.size()).value;
    if (last == '.' || last == U'。' || last == U'।') return false;
    const Line line = line_for_cues(text);
    const auto word = side_words().in_front("media_call", line);
    if (!word) return false;
    const std::string_view before = text.substr(0, word->begin);
    const std::string_view behind = text::trim_space(text.substr(word->end));
    const bool capitals = is_in_capitals(word->of(text));
    if (!is_parted(before, behind) && !(capitals && behind.starts_with(". "))) return false;
    if (before == "【" && behind.starts_with("】")) return true;
    const bool linked = link_share(p) > 0.4;
    if (p.piece.kind == BlockKind::kHeading) return linked || capitals;
    return linked || is_wholly_in(page_, p, Tag::strong, Tag::b);
  }

  static bool is_parted(std::string_view before, std::string_view behind) {
    constexpr std::array<std::string_view, 8> kSeams{":", "：", "|", "｜", "– ", "— ", "/", "- "};
    constexpr std::array<std::string_view, 5> kClosing{"]", "】", "）", ")", "］"};
    const auto begins = [&](std::string_view seam) { return behind.starts_with(seam); };
    if (std::any_of(kSeams.begin(), kSeams.end(), begins)) return behind.size() > 3;
    return !before.empty() && std::any_of(kClosing.begin(), kClosing.end(), begins);
  }

  static bool is_in_capitals(std::string_view word) {
    bool any = false;
    for (size_t at = 0; at < word.size();) {
      const text::CodePoint c = text::decode(word, at);
      at += c.length;
      if (!text::is_letter(c.value)) continue;
      if (!text::is_upper(c.value)) return false;
      any = true;
    }
    return any;
  }

  // The text begins there; a short one is not far from its end.
  size_t first_paragraph() const {
    constexpr uint32_t kLeast = 50;
    const auto found = std::find_if(page_.pieces.begin(), page_.pieces.end(), [&](const auto& p) {
      return is_shown(p) && p.piece.kind == BlockKind::kParagraph && p.weight >= kLeast &&
             ends_sentence(p);
    });
    return static_cast<size_t>(found - page_.pieces.begin());
  }

  // Behind the last paragraph.
  void drop_last() {
    const size_t first = first_paragraph();
    size_t seen = 0;
    for (size_t i = page_.pieces.size(); i-- > 0 && seen < kLastMarks;) {
      PagePiece& p = page_.pieces[i];
      if (!is_shown(p) || p.piece.kind == BlockKind::kCaption) continue;
      ++seen;
      if (p.piece.kind != BlockKind::kParagraph) continue;
      if (is_end_mark(p)) {
        put_out(p, "residue");
      } else if (seen <= kLastLines && i != first && (is_correction(p) || tells_of_writer(p))) {
        put_out(p, "note");
      }
    }
  }

  // "– ENDS –".
  static bool is_end_mark(const PagePiece& p) {
    if (p.weight > kWidestMark) return false;
    std::string_view text = p.piece.text;
    constexpr std::string_view kMarks = " -#*()[]";
    for (bool more = true; more && !text.empty();) {
      const size_t before = text.size();
      const size_t first = std::min(text.find_first_not_of(kMarks), text.size());
      text.remove_prefix(first);
      text = text.substr(0, text.find_last_not_of(kMarks) + 1);
      for (const std::string_view dash : {"–", "—", "（", "）", "。"}) {
        if (text.starts_with(dash)) text.remove_prefix(dash.size());
        if (text.ends_with(dash)) text.remove_suffix(dash.size());
      }
      more = text.size() < before;
    }
    return side_words().is_whole("end_mark", text);
  }

  bool is_correction(const PagePiece& p) const {
    return p.weight <= kWidestNote && is_wholly_in(page_, p, Tag::em, Tag::i) &&
           side_words().in_front("correction", line_for_cues(p.piece.text));
  }

  // Whoever the text speaks of is not told of as its writer.
  bool tells_of_writer(const PagePiece& p) const {
    if (p.weight > kWidestNote) return false;
    const auto name = writer_told_of(line_for_cues(p.piece.text), knowledge_);
    if (!name) return false;
    std::string_view last = name->of(p.piece.text);
    if (!authors_.empty())
      return std::find(authors_.begin(), authors_.end(), last) != authors_.end();
    if (const size_t blank = last.rfind(' '); blank != last.npos) last.remove_prefix(blank + 1);
    return std::none_of(page_.pieces.begin(), page_.pieces.end(), [&](const PagePiece& other) {
      return is_shown(other) && &other != &p && other.piece.text.find(last) != std::string::npos;
    });
  }

  HtmlPage& page_;
  const std::vector<std::string_view>& authors_;
  const knowledge::Knowledge& knowledge_;
};

}  // namespace

void drop_side_lines(HtmlPage& page, const std::vector<std::string_view>& authors,
                     const knowledge::Knowledge& knowledge) {
  SideLines(page, authors, knowledge).drop();
}

}  // namespace synoptic::clean
