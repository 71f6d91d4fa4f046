// The page's tree to pieces: one for each line or block that a reader sees.
#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/strings.h"
#include "clean/html_page.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::NodeKind;

bool is_block(std::string_view name) {
  static const std::unordered_set<std::string_view> names = {
      "address", "article", "aside",    "blockquote", "body", "caption", "center",   "dd",
      "details", "dialog",  "dir",      "div",        "dl",   "dt",      "fieldset", "figcaption",
      "figure",  "footer",  "form",     "frameset",   "h1",   "h2",      "h3",       "h4",
      "h5",      "h6",      "header",   "hgroup",     "hr",   "html",    "legend",   "li",
      "listing", "main",    "menu",     "nav",        "ol",   "p",       "pre",      "search",
      "section", "summary", "table",    "tbody",      "td",   "tfoot",   "th",       "thead",
      "tr",      "ul",      "optgroup", "option"};
  return names.contains(name);
}

// Content that is never running text; the reason it is left out with, "" for none worth listing.
std::optional<std::string_view> skipped(std::string_view name) {
  static const std::unordered_set<std::string_view> silent = {
      "template", "svg",      "iframe", "object", "audio",    "video", "canvas", "map", "datalist",
      "noembed",  "noframes", "math",   "title",  "progress", "meter", "rp",     "rt"};
  if (name == "script" || name == "style") return name;
  if (name == "button" || name == "select" || name == "textarea" || name == "noscript") {
    return name == "noscript" ? "script" : "control";
  }
  if (silent.contains(name)) return "";
  return std::nullopt;
}

bool is_sentence_end(char32_t c) {
  constexpr std::u32string_view kEnds = U".!?…。！？；:：\"”»」』)）؟۔।";
  return kEnds.find(c) != std::u32string_view::npos;
}

// At most `bytes` of the text, no character cut in two.
std::string_view front_of(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (text[bytes] & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

int heading_level(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

// A table of figures, not of layout: several rows of short cells, nothing nested.
bool is_data_table(const html::Document& document, uint32_t table) {
  const auto& nodes = document.nodes();
  size_t rows = 0, cells = 0, bytes = 0, images = 0;
  for (uint32_t i = table + 1; i < nodes[table].subtree_end; ++i) {
    if (nodes[i].kind == NodeKind::kText) bytes += trim(nodes[i].text).size();
    if (nodes[i].kind != NodeKind::kElement) continue;
    const std::string_view name = nodes[i].name;
    if (name == "table" || name == "script" || name == "form" || heading_level(name) == 1) {
      return false;
    }
    if (name == "img") ++images;
    if (name == "tr") ++rows;
    if (name == "td" || name == "th") ++cells;
  }
  return rows >= 2 && cells >= 2 * rows && bytes <= 90 * cells && images <= rows;
}

class Cutter {
 public:
  explicit Cutter(HtmlPage& page) : page_(page), nodes_(page.document.nodes()) {}

  void run() {
    for (uint32_t i = 0; i < nodes_.size();) {
      leave_until(i);
      const Node& node = nodes_[i];
      if (node.kind == NodeKind::kText) add_text(node);
      uint32_t next = i + 1;
      if (node.kind == NodeKind::kElement) {
        if (const auto reason = skipped(node.name)) {
          if (!reason->empty()) skip(i, *reason);
          next = node.subtree_end;
        } else {
          enter(i);
        }
      }
      i = std::max(next, i + 1);
    }
    leave_until(static_cast<uint32_t>(nodes_.size()));
    flush();
  }

 private:
  struct Open {
    uint32_t node;
    bool block, link, preformatted, table;
  };

  bool in_head(uint32_t i) const {
    const uint32_t parent = nodes_[i].parent;
    return parent != html::kNone && nodes_[parent].name == "head";
  }

  void enter(uint32_t i) {
    const Node& node = nodes_[i];
    if (node.name == "br") {
      ++breaks_;
      return;
    }
    Open open{i, is_block(node.name), false, node.name == "pre" || node.name == "listing", false};
    // A credit inside a caption is a line of its own, whatever its element is.
    if (!open.block && (page_.kinds[i] == "credit" || page_.kinds[i] == "hidden")) {
      open.block = node.name != "a" && node.subtree_end > i + 1;
    }
    if (row_depth_ > 0) {
      if (node.name == "td" || node.name == "th")
        cell_begins_ = true;
      else if (open.block)
        add_space({node.span.begin, node.span.end});
      open.block = false;
    } else if (node.name == "table" && is_data_table(page_.document, i)) {
      table_depth_ += 1;
      open.table = true;
    }
    if (open.block) {
      flush();
      gap_ = true;
      if (table_depth_ > 0 && node.name == "tr") row_depth_ = open_.size() + 1;
    }
    if (node.name == "a") {
      if (const auto* href = page_.document.attribute(node, "href")) {
        open.link = true;
        link_ = href;
        link_begin_ = static_cast<uint32_t>(piece_.text.size());
      }
    }
    if (open.preformatted) ++preformatted_;
    if (node.subtree_end > i + 1)
      open_.push_back(open);
    else
      leave(open);
  }

  void leave_until(uint32_t i) {
    while (!open_.empty() && nodes_[open_.back().node].subtree_end <= i) {
      const Open open = open_.back();
      open_.pop_back();
      leave(open);
    }
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
    const auto end = static_cast<uint32_t>(piece_.text.size());
    uint32_t begin = std::min(link_begin_, end);
    while (begin < end && piece_.text[begin] == ' ') ++begin;
    if (begin < end) {
      std::string url = url::resolve(page_.base, link_->value);
      if (url.empty()) url = std::string(link_->value.substr(0, 2000));
      piece_.links.push_back({{begin, end}, std::move(url), link_->span});
    }
    link_begin_ = end;
  }

  void skip(uint32_t i, std::string_view reason) {
    const Node& node = nodes_[i];
    Span span{node.span.begin, node.span.end};
    std::string text;
    for (uint32_t k = i + 1; k < node.subtree_end; ++k) {
      span.end = std::max(span.end, nodes_[k].span.end);
      if (nodes_[k].kind == NodeKind::kText && text.size() < kShown) {
        text += std::string(front_of(nodes_[k].text, kShown)) + " ";
      }
    }
    text = text::collapse_space(text);
    text.resize(front_of(text, kShown).size());
    if (trim(text).empty()) return;
    if (!in_head(i) && reason != "control" && reason != "script") flush();
    PagePiece skipped_piece;
    skipped_piece.node = i;
    skipped_piece.piece.text = trim(text);
    skipped_piece.piece.span = span;
    skipped_piece.piece.source.append_whole(static_cast<uint32_t>(skipped_piece.piece.text.size()),
                                            span);
    skipped_piece.piece.outside = true;
    skipped_piece.piece.reason = reason;
    later_.push_back(std::move(skipped_piece));
  }

  // The bytes of node.text between two positions, as they stand in the capture.
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
    const std::string_view text = node.text;
    if (!node.verbatim) map_ = page_.document.source_map(node);
    for (size_t i = 0; i < text.size();) {
      const text::CodePoint point = text::decode(text, i);
      const size_t end = i + point.length;
      if (text::is_space(point.value) || point.value == 0x200B || point.value == 0xFEFF) {
        if (point.value == U'\n') {
          if (preformatted_ > 0) ++breaks_;
          ++newlines_;
        }
        wide_spaces_ += point.value == 0x3000 ? 2 : point.value == 0xA0 || point.value == 0x2003;
        if (point.value != 0x200B && point.value != 0xFEFF) add_space(source_of(node, i, end));
      } else {
        before_visible(point.value);
        append(node, i, end);
        count(point.value);
      }
      i = end;
    }
  }

  // White space and line breaks behind us, a visible character ahead: a blank, a new line or none.
  void before_visible(char32_t next) {
    const bool empty = piece_.text.empty();
    if (!empty && is_new_line(next)) {
      const bool gap = breaks_ > 1;
      flush();
      gap_ = gap;
    } else if (!empty && cell_begins_) {
      piece_.source.append_whole(3, {end_, end_});
      piece_.text += " | ";
    } else if (!empty && (has_space_ || breaks_ > 0) && !joins_without_blank(next)) {
      add_blank();
    }
    has_space_ = cell_begins_ = false;
    space_ = {};
    breaks_ = newlines_ = wide_spaces_ = 0;
  }

  void add_blank() {
    // One wide blank is a sign of its own in Chinese and Japanese headlines, and stays.
    if (has_space_ && wide_spaces_ == 2 && space_.size() == 3 && breaks_ == 0) {
      piece_.source.append_linear(3, space_.begin);
      piece_.text += "\xE3\x80\x80";
      return;
    }
    piece_.source.append_whole(1, has_space_ ? space_ : Span{end_, end_});
    piece_.text += ' ';
  }

  bool is_new_line(char32_t next) const {
    if (row_depth_ > 0) return false;
    if (breaks_ >= 2) return true;
    const auto last = text::decode_before(piece_.text, piece_.text.size()).value;
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
      if (heading_level(nodes_[open->node].name) > 0) return true;
      if (open->block) return false;
    }
    return false;
  }

  // Sources wrap lines between ideographs, where no blank is meant.
  bool joins_without_blank(char32_t next) const {
    if (newlines_ == 0 || wide_spaces_ > 0) return false;
    const auto last = text::decode_before(piece_.text, piece_.text.size()).value;
    const auto wide = [](char32_t c) {
      return text::is_han(c) || text::is_kana(c) || (c >= 0x3001 && c < 0x3030) ||
             (c >= 0xFF01 && c < 0xFF60);
    };
    return wide(last) && wide(next);
  }

  void append(const Node& node, size_t begin, size_t end) {
    const Span span = source_of(node, begin, end);
    const auto length = static_cast<uint32_t>(end - begin);
    if (span.size() == length)
      piece_.source.append_linear(length, span.begin);
    else
      piece_.source.append_whole(length, span);
    if (piece_.text.empty()) begin_ = span.begin;
    piece_.text += node.text.substr(begin, length);
    end_ = std::max(end_, span.end);
  }

  void count(char32_t c) {
    const uint32_t weight = text::is_spaceless(c) ? 2 : 1;
    weight_ += weight;
    if (link_ != nullptr) link_weight_ += weight;
  }

  void flush(uint32_t left = html::kNone) {
    if (!piece_.text.empty()) {
      end_link();
      PagePiece done;
      done.node = left;
      set_kind(done);
      done.weight = weight_;
      done.link_weight = link_weight_;
      piece_.span = {begin_, std::max(begin_, end_)};
      piece_.gap_before = gap_;
      done.piece = std::move(piece_);
      page_.pieces.push_back(std::move(done));
      gap_ = false;
    }
    std::move(later_.begin(), later_.end(), std::back_inserter(page_.pieces));
    later_.clear();
    piece_ = {};
    weight_ = link_weight_ = 0;
    begin_ = end_ = 0;
    link_begin_ = 0;
    has_space_ = cell_begins_ = false;
    space_ = {};
    breaks_ = newlines_ = wide_spaces_ = 0;
  }

  bool is_prose() const {
    const std::string_view text = piece_.text;
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
    if (row_depth_ > 0 || nodes_[node].name == "tr") {
      if (table_depth_ > 0) {
        piece_.kind = model::BlockKind::kTable;
        return;
      }
    }
    int steps = 0;
    for (uint32_t i = node; i != html::kNone && ++steps < 24; i = nodes_[i].parent) {
      const std::string_view name = nodes_[i].name;
      if (const int level = heading_level(name)) {
        if (is_prose()) return;  // a heading that was never closed
        piece_.kind = model::BlockKind::kHeading;
        piece_.level = level;
        piece_.marked_heading = true;
        return;
      }
      if (name == "figcaption" || page_.kinds[i] == "+caption" || name == "figure") {
        piece_.kind = model::BlockKind::kCaption;
        return;
      }
      if ((name == "li" || name == "dd" || name == "dt") && steps <= 4) {
        piece_.kind = model::BlockKind::kListItem;
        return;
      }
      if (name == "blockquote") {
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
  uint32_t weight_ = 0, link_weight_ = 0;
  uint32_t begin_ = 0, end_ = 0;  // source bytes of the open piece
  const html::Attribute* link_ = nullptr;
  uint32_t link_begin_ = 0;
  bool gap_ = false, has_space_ = false, cell_begins_ = false;
  Span space_;
  int breaks_ = 0, newlines_ = 0, wide_spaces_ = 0;
  int preformatted_ = 0, table_depth_ = 0;
  size_t row_depth_ = 0;
};

}  // namespace

void cut_pieces(HtmlPage& page) { Cutter(page).run(); }

}  // namespace synoptic::clean
