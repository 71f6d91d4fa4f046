#include "clean/structure.h"

#include <algorithm>
#include <array>

#include "base/position.h"
#include "clean/people/picture_credit.h"
#include "clean/plain/plain_signs.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using model::BlockKind;

constexpr uint32_t kWidestItem = 130;
constexpr uint32_t kWidestSubhead = 120;
constexpr int kSubheadLevel = 2;
constexpr uint32_t kWidestCredit = 28;

constexpr std::array<std::string_view, 10> kBullets{"• ", "· ", "- ", "– ", "— ",
                                                    "▪ ", "* ", "● ", "◦ ", "■ "};

class BlockBuilder {
 public:
  BlockBuilder(Page& page, const knowledge::Knowledge& knowledge,
               std::vector<model::Removed>& removed)
      : page_(page), knowledge_(knowledge), removed_(removed) {
    for (size_t i = 0; i < page.lines.size(); ++i) {
      if (!page.lines[i].piece.outside && page.marks[i].reason.empty()) kept_.push_back(i);
    }
  }

  std::vector<model::Block> build() {
    mark_bullets();
    mark_lists();
    mark_subheads();
    std::vector<model::Block> blocks;
    blocks.reserve(kept_.size());
    for (const size_t i : kept_) {
      if (page_.lines[i].piece.kind == BlockKind::kCaption) cut_credit(i);
      blocks.push_back(block_of(page_.lines[i].piece));
    }
    return blocks;
  }

 private:
  Line& line(size_t at) { return page_.lines[kept_[at]]; }
  bool plain(size_t at) {
    return line(at).piece.kind == BlockKind::kParagraph && !line(at).piece.marked_heading;
  }
  // Nothing was taken out between the two and no blank line parts them.
  bool touches_next(size_t at) {
    return at + 1 < kept_.size() && !line(at + 1).piece.gap_before &&
           kept_[at + 1] == kept_[at] + 1;
  }

  // A bullet at a line's front; a lone dash is speech in many languages, so it needs a neighbour.
  static uint32_t bullet_of(const Line& line) {
    for (const std::string_view bullet : kBullets) {
      if (line.piece.text.starts_with(bullet)) return static_cast<uint32_t>(bullet.size());
    }
    return 0;
  }

  void mark_bullets() {
    for (size_t at = 0; at < kept_.size();) {
      size_t end = at;
      while (end < kept_.size() && plain(end) && bullet_of(line(end)) > 0 &&
             (end == at || bullet_of(line(end)) == bullet_of(line(at)))) {
        ++end;
      }
      const bool dash = end > at && (line(at).piece.text.starts_with("—") ||
                                     line(at).piece.text.starts_with("–"));
      if (end - at >= 2 && !dash) {
        for (size_t i = at; i < end; ++i) {
          const auto size = static_cast<uint32_t>(line(i).piece.text.size());
          line(i) = measure(cut(line(i).piece, {bullet_of(line(i)), size}));
          line(i).piece.kind = BlockKind::kListItem;
        }
      }
      at = std::max(end, at + 1);
    }
  }

  // Lines without bullets behind a colon: at least two, short, without a blank line among them.
  void mark_lists() {
    for (size_t at = 0; at + 2 < kept_.size(); ++at) {
      if (!plain(at) || !line(at).lead_in || line(at).width < 12) continue;
      size_t end = at + 1;
      while (end < kept_.size() && plain(end) && touches_next(end - 1) && is_item(line(end)) &&
             !ends_list(at + 1, end)) {
        ++end;
      }
      if (end - at < 3) continue;
      // The line behind the list must be parted from it by a gap or by its length.
      const bool parted =
          end == kept_.size() || !touches_next(end - 1) || line(end).width > line(end - 1).width;
      if (!parted) continue;
      for (size_t i = at + 1; i < end; ++i) line(i).piece.kind = BlockKind::kListItem;
      at = end - 1;
    }
  }

  // ".", "。": neither ";" nor "!".
  static bool ends_sentence(const Line& line) { return line.full_stop && !is_title_like(line); }

  // Behind items without a stop a sentence with one: wider than they are, or not the last of the
  // lines. "one; / two, / and three." goes on, and ends with its stop.
  bool ends_list(size_t first, size_t at) {
    if (at < first + 2) return false;
    if (ends_sentence(line(at - 1)) && !ends_sentence(line(at - 2))) return true;
    if (!ends_sentence(line(at))) return false;
    uint32_t widest = 0;
    for (size_t i = first; i < at; ++i) {
      const std::string_view item = line(i).piece.text;
      if (line(i).full_stop || ends_open(item) || item.ends_with("；") || item.ends_with("、")) {
        return false;
      }
      widest = std::max(widest, line(i).width);
    }
    const bool last = !touches_next(at) || !plain(at + 1) || !line(at + 1).full_stop;
    return line(at).width > widest || !last;
  }

  static bool is_item(const Line& line) {
    if (line.width > kWidestItem || line.lead_in) return false;
    const char32_t first = text::decode(line.piece.text, 0).value;
    return first != '"' && first != 0xAB && first != 0x201C && first != 0x300C && first != 0x201E;
  }

  void mark_subheads() {
    for (size_t at = 0; at < kept_.size(); ++at) {
      Piece& piece = line(at).piece;
      if (piece.marked_heading) {
        piece.kind = BlockKind::kHeading;
        piece.level = std::max(piece.level, kSubheadLevel);
        continue;
      }
      if (!plain(at) || line(at).prose || line(at).width > kWidestSubhead) continue;
      if (notes_figure(piece.text)) continue;
      if (!is_title_like(line(at)) || ends_open(piece.text)) continue;
      if (at + 1 >= kept_.size() || !plain(at + 1)) continue;
      const Line& next = line(at + 1);
      const bool over_list =
          next.lead_in && at + 2 < kept_.size() && line(at + 2).piece.kind == BlockKind::kListItem;
      const bool over_text = next.prose || (next.lead_in && next.width >= 25) || over_list ||
                             (next.full_stop && next.width > line(at).width);
      if (!over_text || !line_up(at)) continue;
      piece.kind = BlockKind::kHeading;
      piece.level = kSubheadLevel;
    }
  }

  // "($1 = 0.92 euros)".
  static bool notes_figure(std::string_view text) {
    return text.starts_with('(') && text.ends_with(')') && text.find(" = ") != text.npos;
  }

  // The text before it has ended: a line that breaks off is not followed by a subhead.
  bool line_up(size_t at) {
    if (at == 0) return true;
    const Line& before = line(at - 1);
    return before.piece.kind != BlockKind::kParagraph || before.full_stop || before.prose ||
           line(at).piece.gap_before;
  }

  static bool ends_open(std::string_view text) {
    const char32_t last = text::decode_before(text, text.size()).value;
    return last == ',' || last == 0x060C || last == 0xFF0C || last == ';' || last == '-';
  }

  // "Words of the caption - photographer", "… (Photo: Agency)": the credit is not part of it.
  void cut_credit(size_t i) {
    Line& here = page_.lines[i];
    const std::string_view text = here.piece.text;
    auto told = credit_in(here, knowledge_);
    if (!told) told = bracketed_credit(here, knowledge_);
    if (!told) told = bare_credit(here, knowledge_);
    if (told) {
      const Piece rest = cut(here.piece, *told);
      removed_.push_back({"caption_credit", rest.span, rest.text});
      here = measure(cut(here.piece, {0, told->begin}));
      return;
    }
    size_t at = std::string_view::npos, size = 0;
    for (const std::string_view dash : {" - ", " – ", " — ", " / ", " | "}) {
      const size_t found = last_position_of(text, dash);
      if (found != std::string_view::npos && (at == std::string_view::npos || found > at)) {
        at = found;
        size = dash.size();
      }
    }
    if (at == std::string_view::npos || at * 2 < text.size()) return;
    const std::string_view credit = text.substr(at + size);
    if (credit.empty() || width_of(credit) > kWidestCredit ||
        plain_words().is_whole("file_tail", credit)) {
      return;
    }
    Line rest = measure(
        cut(here.piece, {static_cast<uint32_t>(at + size), static_cast<uint32_t>(text.size())}));
    removed_.push_back({"caption_credit", rest.piece.span, rest.piece.text});
    here = measure(cut(here.piece, {0, static_cast<uint32_t>(at)}));
  }

  static model::Block block_of(const Piece& piece) {
    model::Block block;
    block.kind = piece.kind;
    block.level = piece.kind == BlockKind::kHeading ? std::max(piece.level, kSubheadLevel) : 0;
    block.text = piece.text;
    block.span = piece.span;
    block.source = piece.source;
    return block;
  }

  Page& page_;
  const knowledge::Knowledge& knowledge_;
  std::vector<model::Removed>& removed_;
  std::vector<size_t> kept_;
};

}  // namespace

std::vector<model::Block> build_blocks(Page& page, const knowledge::Knowledge& knowledge,
                                       std::vector<model::Removed>& removed) {
  return BlockBuilder(page, knowledge, removed).build();
}

}  // namespace synoptic::clean
