// The page's tree to pieces: one for each line or block that a reader sees.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/strings.h"
#include "clean/html/html_aside.h"
#include "clean/html/html_cut_tags.h"
#include "clean/html/html_cut_text.h"
#include "clean/html/html_footnotes.h"
#include "clean/html/html_page.h"
#include "clean/page.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::NodeKind;
using html::Tag;

class Cutter {
 public:
  explicit Cutter(HtmlPage& page) : page_(page), nodes_(page.document.nodes()) {}

  void run() {
    const auto count = static_cast<uint32_t>(nodes_.size());
    for (uint32_t i = 0; i < count;) {
      if (i >= leave_at_) leave_until(i);
      at_ = i;
      const Node& node = nodes_[i];
      if (node.kind == NodeKind::kText) add_text(node);
      uint32_t next = i + 1;
      if (node.kind == NodeKind::kElement) {
        if ((!text_.empty() && is_hidden_aside(page_, i, breaks_ > 0)) ||
            (link_ != nullptr && !text_.empty() && is_note_on_link(page_.document, i))) {
          skip(i, "hidden");
          behind_aside_ = true;
          next = node.subtree_end;
        } else if (!text_.empty() && is_footnote_mark(page_.document, i)) {
          skip(i, "footnote");
          next = node.subtree_end;
        } else if (is_skipped(node.tag)) {
          const std::string_view reason = reason_of_skipped(node.tag);
          if (!reason.empty()) skip(i, reason);
          next = node.subtree_end;
        } else {
          enter(i);
        }
      }
      i = std::max(next, i + 1);
    }
    leave_until(count);
    flush();
  }

 private:
  struct Open {
    uint32_t node;
    bool block, link, preformatted, table;
  };

  // <span><img><em class="img_desc">…</em></span>The text goes on: the caption is no part of it.
  bool stands_behind_picture(uint32_t i) const {
    for (uint32_t k = i - 1; i > 0 && k > nodes_[i].parent; --k) {
      if (nodes_[k].tag == Tag::img || nodes_[k].tag == Tag::picture) return true;
      if (nodes_[k].kind != NodeKind::kText || !trim(nodes_[k].text()).empty()) return false;
    }
    return false;
  }

  bool in_head(uint32_t i) const {
    const uint32_t parent = nodes_[i].parent;
    return parent != html::kNone && nodes_[parent].tag == Tag::head;
  }

  void enter(uint32_t i) {
    const Node& node = nodes_[i];
    if (node.tag == Tag::br) {
      ++breaks_;
      return;
    }
    Open open{i, is_block(node.tag), false, node.tag == Tag::pre || node.tag == Tag::listing,
              false};
    // A credit inside a caption is a line of its own, whatever its element is.
    if (!open.block && (page_.kinds[i] == "credit" || page_.kinds[i] == "hidden" ||
                        (page_.kinds[i] == "+caption" && stands_behind_picture(i)))) {
      open.block = node.tag != Tag::a && node.tag != Tag::abbr && node.subtree_end > i + 1;
    }
    if (row_depth_ > 0) {
      if (node.tag == Tag::td || node.tag == Tag::th)
        cell_begins_ = true;
      else if (open.block)
        add_space({node.span.begin, node.span.end});
      open.block = false;
    } else if (node.tag == Tag::table && is_data_table(page_.document, i)) {
      table_depth_ += 1;
      open.table = true;
    }
    if (open.block) {
      flush();
      gap_ = true;
      if (table_depth_ > 0 && node.tag == Tag::tr) row_depth_ = open_.size() + 1;
    }
    // A link that the page forgot to end goes on in later blocks; their words are no link's.
    if (node.tag == Tag::a && !node.again) {
      if (const auto* href = page_.document.attribute(node, "href")) {
        open.link = true;
        link_ = href;
        link_begin_ = static_cast<uint32_t>(text_.size());
      }
    }
    if (open.preformatted) ++preformatted_;
    if (node.subtree_end > i + 1) {
      open_.push_back(open);
      leave_at_ = node.subtree_end;
    } else {
      leave(open);
    }
  }

  void leave_until(uint32_t i) {
    while (!open_.empty() && nodes_[open_.back().node].subtree_end <= i) {
      const Open open = open_.back();
      open_.pop_back();
      leave(open);
    }
    leave_at_ = open_.empty() ? html::kNone : nodes_[open_.back().node].subtree_end;
  }

  void leave(const Open& open) {
    if (open.link) {
      end_link();
      link_ = nullptr;
    }
    if (open.preformatted) --preformatted_;
    if (open.table) --table_depth_;
    if (open.block) {
      flush(open.node);
      gap_ = true;
      if (row_depth_ > open_.size()) row_depth_ = 0;
    }
  }

  void end_link() {
    if (link_ == nullptr) return;
    const auto end = static_cast<uint32_t>(text_.size());
    uint32_t begin = std::min(link_begin_, end);
    while (begin < end && text_[begin] == ' ') ++begin;
    if (begin < end) {
      piece_.links.push_back({{begin, end}, link_->value.substr(0, 2000), link_->span});
    }
    link_begin_ = end;
  }

  void skip(uint32_t i, std::string_view reason) {
    const Node& node = nodes_[i];
    Span span{node.span.begin, node.span.end};
    shown_.clear();
    for (uint32_t k = i + 1; k < node.subtree_end; ++k) {
      span.end = std::max(span.end, nodes_[k].span.end);
      if (nodes_[k].kind == NodeKind::kText && shown_.size() < kShown) {
        shown_ += text::first_bytes(nodes_[k].text(), kShown);
        shown_ += ' ';
      }
    }
    const std::string collapsed = text::collapse_space(shown_);
    const std::string_view text = trim(text::first_bytes(collapsed, kShown));
    if (text.empty()) return;
    if (!in_head(i) && reason != "control" && reason != "script" && reason != "hidden" &&
        reason != "footnote") {
      flush();
    }
    PagePiece skipped_piece;
    skipped_piece.node = i;
    skipped_piece.piece.text = text;
    skipped_piece.piece.span = span;
    skipped_piece.piece.source.append_whole(static_cast<uint32_t>(skipped_piece.piece.text.size()),
                                            span);
    skipped_piece.piece.outside = true;
    skipped_piece.piece.reason = reason;
    later_.push_back(std::move(skipped_piece));
  }

  // The bytes of the text between two positions, as they stand in the capture.
  Span source_of(const Node& node, size_t begin, size_t end) const {
    const Range range{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    if (!node.verbatim) return map_.to_source(range);
    return {node.span.begin + range.begin, node.span.begin + range.end};
  }

  void add_space(Span span) {
    if (space_.empty())
      space_ = span;
    else
      space_.end = std::max(space_.end, span.end);
    has_space_ = true;
  }

  void add_text(const Node& node) {
    const std::string_view text = node.text();
    if (preformatted_ == 0 || !node.verbatim) {
      if (const BlankText seen = look_for_words(text); seen.blank) {
        if (preformatted_ > 0) {
          breaks_ += static_cast<int>(std::count(text.begin(), text.end(), '\n'));
        }
        newlines_ += seen.has_newline;
        add_space(node.span);
        return;
      }
    }
    if (!node.verbatim) map_ = page_.document.source_map(node);
    for (size_t i = 0; i < text.size();) {
      if (text::is_ascii_space(text[i])) {
        size_t end = i;
        int newlines = 0;
        while (end < text.size() && text::is_ascii_space(text[end])) {
          newlines += text[end] == '\n';
          end = text::end_of_blanks(text, end + 1);
        }
        if (preformatted_ > 0) breaks_ += newlines;
        newlines_ += newlines;
        add_space(source_of(node, i, end));
        i = end;
        continue;
      }
      const text::CodePoint point = text::decode(text, i);
      if (is_blank(point.value)) {
        const size_t end = i + point.length;
        wide_spaces_ += point.value == 0x3000 ? 2 : point.value == 0xA0 || point.value == 0x2003;
        if (point.value != 0x200B && point.value != 0xFEFF) add_space(source_of(node, i, end));
        i = end;
      } else {
        before_visible(point.value);
        const VisibleWords words = words_at(text, i);
        append(node, i, words.end);
        weight_ += words.weight;
        if (link_ != nullptr) link_weight_ += words.weight;
        i = words.end;
      }
    }
  }

  // White space and line breaks behind us, a visible character ahead: a blank, a new line or none.
  void before_visible(char32_t next) {
    const bool empty = text_.empty();
    if (!empty && is_new_line(next)) {
      const bool gap = breaks_ > 1;
      flush();
      gap_ = gap;
    } else if (!empty && cell_begins_) {
      piece_.source.append_whole(3, {end_, end_});
      text_ += " | ";
    } else if (!empty && (has_space_ || breaks_ > 0) && !joins_without_blank(next)) {
      add_blank();
    } else if (!empty && behind_aside_ && text::is_letter(next)) {
      add_blank();
    }
    has_space_ = cell_begins_ = behind_aside_ = false;
    space_ = {};
    breaks_ = newlines_ = wide_spaces_ = 0;
  }

  void add_blank() {
    // One wide blank is a sign of its own in Chinese and Japanese headlines, and stays.
    if (has_space_ && wide_spaces_ == 2 && space_.size() == 3 && breaks_ == 0) {
      piece_.source.append_linear(3, space_.begin);
      text_ += "\xE3\x80\x80";
      return;
    }
    piece_.source.append_whole(1, has_space_ ? space_ : Span{end_, end_});
    text_ += ' ';
  }

  bool is_new_line(char32_t next) const {
    if (row_depth_ > 0) return false;
    if (breaks_ >= 2) return true;
    const auto last = text::decode_before(text_, text_.size()).value;
    // A wide indent begins a paragraph in Chinese; alone it parts the halves of a headline.
    const bool indent = wide_spaces_ >= 4 && text::is_spaceless(next);
    if (indent && (breaks_ > 0 || newlines_ > 0 || is_sentence_end(last))) return true;
    if (breaks_ == 0 || in_heading()) return false;
    if (is_sentence_end(last)) return true;
    // A line broken for its length goes on in small letters.
    const bool small = text::is_letter(next) && !text::is_upper(next) && text::is_latin(next);
    return !small;
  }

  bool in_heading() const {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
      if (heading_level(nodes_[open->node].tag) > 0) return true;
      if (open->block) return false;
    }
    return false;
  }

  // Sources wrap lines between ideographs, where no blank is meant.
  bool joins_without_blank(char32_t next) const {
    if (newlines_ == 0 || wide_spaces_ > 0) return false;
    return is_wide(text::decode_before(text_, text_.size()).value) && is_wide(next);
  }

  void append(const Node& node, size_t begin, size_t end) {
    const Span span = source_of(node, begin, end);
    const auto length = static_cast<uint32_t>(end - begin);
    if (node.verbatim)
      piece_.source.append_linear(length, span.begin);
    else
      append_part(piece_.source, map_, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    if (text_.empty()) begin_ = span.begin;
    text_ += node.text().substr(begin, length);
    end_ = std::max(end_, span.end);
  }

  // Most elements begin and end with nothing at hand.
  void flush(uint32_t left = html::kNone) {
    if (!text_.empty()) add_piece(left);
    if (!later_.empty()) add_skipped();
    weight_ = link_weight_ = 0;
    begin_ = end_ = 0;
    link_begin_ = 0;
    has_space_ = cell_begins_ = behind_aside_ = false;
    space_ = {};
    breaks_ = newlines_ = wide_spaces_ = 0;
  }

  void add_piece(uint32_t left) {
    end_link();
    piece_.text = text_;  // no larger than it has to be
    PagePiece& done = new_piece();
    done.node = left;
    set_kind(done);
    done.weight = weight_;
    done.link_weight = link_weight_;
    piece_.span = {begin_, std::max(begin_, end_)};
    piece_.gap_before = gap_;
    done.piece = std::exchange(piece_, {});
    text_.clear();
    gap_ = false;
  }

  void add_skipped() {
    for (PagePiece& skipped : later_) new_piece() = std::move(skipped);
    later_.clear();
  }

  // The list grows as if the rest of the page were like what was read: twofold, what it has in
  // reserve is a good part of a page's memory.
  PagePiece& new_piece() {
    constexpr double kMost = 3;
    auto& pieces = page_.pieces;
    if (const size_t size = pieces.size(); size == pieces.capacity()) {
      const double whole = static_cast<double>(nodes_.size()) / static_cast<double>(at_ + 1);
      const auto expected = static_cast<size_t>(static_cast<double>(size) * std::min(whole, kMost));
      pieces.reserve(std::max(size + size / 4 + 64, expected + 8));
    }
    return pieces.emplace_back();
  }

  bool is_prose() const {
    const std::string_view text = text_;
    const char32_t last = text::decode_before(text, text.size()).value;
    const bool stop = last == U'.' || last == U'。' || last == U'।';
    return weight_ > 350 || (weight_ > 130 && stop);
  }

  // The kind that the nearest telling ancestor gives.
  void set_kind(PagePiece& done) {
    uint32_t node = done.node;
    if (node == html::kNone) {
      node = 0;
      for (auto open = open_.rbegin(); open != open_.rend() && node == 0; ++open) {
        if (open->block) node = open->node;
      }
      done.node = node;
    }
    if (row_depth_ > 0 || nodes_[node].tag == Tag::tr) {
      if (table_depth_ > 0) {
        piece_.kind = model::BlockKind::kTable;
        return;
      }
    }
    int steps = 0;
    for (uint32_t i = node; i != html::kNone && ++steps < 24; i = nodes_[i].parent) {
      const Tag tag = nodes_[i].tag;
      if (const int level = heading_level(tag)) {
        if (is_prose()) return;  // a heading that was never closed
        piece_.kind = model::BlockKind::kHeading;
        piece_.level = level;
        piece_.marked_heading = true;
        return;
      }
      if (tag == Tag::figcaption || page_.kinds[i] == "+caption" || tag == Tag::figure) {
        piece_.kind = model::BlockKind::kCaption;
        return;
      }
      if ((tag == Tag::li || tag == Tag::dd || tag == Tag::dt) && steps <= 4) {
        piece_.kind = model::BlockKind::kListItem;
        return;
      }
      if (tag == Tag::blockquote) {
        piece_.kind = model::BlockKind::kQuote;
        return;
      }
    }
  }

  static constexpr size_t kShown = 300;

  HtmlPage& page_;
  const std::vector<Node>& nodes_;
  text::OffsetMap map_;           // of the text being read, where it is not verbatim
  std::vector<Open> open_;        // bounded by the tree's depth
  std::vector<PagePiece> later_;  // skipped elements seen inside the open piece
  Piece piece_;
  std::string text_;                 // of the piece, as it grows
  std::string shown_;                // of the element that is skipped
  uint32_t at_ = 0;                  // the node that is read
  uint32_t leave_at_ = html::kNone;  // where the innermost open element ends
  uint32_t weight_ = 0, link_weight_ = 0;
  uint32_t begin_ = 0, end_ = 0;  // source bytes of the open piece
  const html::Attribute* link_ = nullptr;
  uint32_t link_begin_ = 0;
  bool gap_ = false, has_space_ = false, cell_begins_ = false, behind_aside_ = false;
  Span space_;
  int breaks_ = 0, newlines_ = 0, wide_spaces_ = 0;
  int preformatted_ = 0, table_depth_ = 0;
  size_t row_depth_ = 0;
};

}  // namespace

void cut_pieces(HtmlPage& page) { Cutter(page).run(); }

}  // namespace synoptic::clean
