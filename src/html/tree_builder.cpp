#include "html/tree_builder.h"

#include <algorithm>
#include <utility>

#include "html/character_reference.h"
#include "html/element_kinds.h"

namespace synoptic::html {
namespace {

// Browsers stop near this depth too; what is deeper becomes the deepest element's content.
constexpr size_t kMaxDepth = 512;
// The largest real pages have some hundred thousand; what is behind the last one is left unread.
constexpr size_t kMaxNodes = 2'000'000;
// A misplaced end tag (</b> over open blocks) opens at most so many blocks again.
constexpr size_t kMaxReopened = 8;

class Builder {
 public:
  explicit Builder(Tree& tree) : tree_(tree) {}

  void run() {
    Node document;
    document.kind = NodeKind::kDocument;
    tree_.nodes.push_back(std::move(document));
    open_.push_back(0);
    Tokenizer tokenizer(tree_.source);
    Token token;
    for (;;) {
      tokenizer.next(token);
      if (token.kind == TokenKind::kEnd || tree_.nodes.size() >= kMaxNodes) break;
      take(token, tokenizer);
    }
    pop_to(0);
    tree_.nodes[0].subtree_end = static_cast<uint32_t>(tree_.nodes.size());
    tree_.nodes[0].span = {0, static_cast<uint32_t>(tree_.source.size())};
  }

 private:
  void take(const Token& token, Tokenizer& tokenizer) {
    switch (token.kind) {
      case TokenKind::kText:
        add_text(token.span, TextMode::kText);
        break;
      case TokenKind::kComment:
        add_comment(token);
        break;
      case TokenKind::kStartTag:
        start_tag(token, tokenizer);
        break;
      case TokenKind::kEndTag:
        end_tag(token);
        break;
      case TokenKind::kDoctype:
      case TokenKind::kEnd:
        break;
    }
  }

  std::string_view bytes(Span span) const {
    return std::string_view(tree_.source).substr(span.begin, span.size());
  }
  std::string_view name_at(size_t position) const { return tree_.nodes[open_[position]].name; }
  std::string_view current() const { return name_at(open_.size() - 1); }

  uint32_t add(Node node) {
    node.parent = open_.back();
    node.depth = static_cast<uint32_t>(open_.size());
    node.subtree_end = static_cast<uint32_t>(tree_.nodes.size() + 1);
    node.tag = tag_of(node.name);
    tree_.nodes.push_back(std::move(node));
    return static_cast<uint32_t>(tree_.nodes.size() - 1);
  }

  void add_text(Span span, TextMode mode) {
    if (span.empty()) return;
    if (current() == "head" &&
        bytes(span).find_first_not_of(" \t\r\n\f") != std::string_view::npos) {
      pop_to(open_.size() - 1);
    }
    Node node;
    node.kind = NodeKind::kText;
    node.span = span;
    node.text = bytes(span);
    if (auto decoded = decode_text(node.text, span.begin, mode)) {
      node.text = tree_.made.emplace_back(std::move(decoded->text));
      node.verbatim = false;
      tree_.maps.emplace(static_cast<uint32_t>(tree_.nodes.size()), std::move(decoded->source));
    }
    add(std::move(node));
  }

  void add_comment(const Token& token) {
    Node node;
    node.kind = NodeKind::kComment;
    node.span = token.content;
    node.text = bytes(token.content);
    add(std::move(node));
  }

  uint32_t add_element(const Token& token) {
    Node node;
    const uint32_t begin = token.span.begin + 1;
    const auto length = static_cast<uint32_t>(token.name.size());
    const std::string_view written = bytes({begin, begin + length});
    node.name =
        written == token.name ? written : std::string_view(tree_.made.emplace_back(token.name));
    node.span = token.span;
    node.attributes_begin = static_cast<uint32_t>(tree_.attributes.size());
    for (const auto& raw : token.attributes) add_attribute(raw, node.attributes_begin);
    node.attributes_end = static_cast<uint32_t>(tree_.attributes.size());
    return add(std::move(node));
  }

  void add_attribute(const RawAttribute& raw, uint32_t begin) {
    Attribute attribute;
    attribute.name = bytes(raw.name);
    if (std::any_of(attribute.name.begin(), attribute.name.end(),
                    [](char c) { return c >= 'A' && c <= 'Z'; })) {
      std::string& lower = tree_.made.emplace_back(attribute.name);
      for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      attribute.name = lower;
    }
    for (size_t i = begin; i < tree_.attributes.size(); ++i) {
      if (tree_.attributes[i].name == attribute.name) return;  // the first one counts
    }
    attribute.span = raw.value;
    attribute.value = bytes(raw.value);
    if (auto decoded = decode_text(attribute.value, raw.value.begin, TextMode::kAttribute)) {
      attribute.value = tree_.made.emplace_back(std::move(decoded->text));
    }
    tree_.attributes.push_back(attribute);
  }

  void push(uint32_t node) {
    if (open_.size() < kMaxDepth) {
      open_.push_back(node);
      count_open(current(), 1);
    } else {
      ++unpushed_;
    }
  }

  // Most look-ups among the open elements find nothing; these counts say so without looking.
  void count_open(std::string_view name, int change) {
    if (name == "p") open_paragraphs_ += change;
    if (name == "svg" || name == "math") open_foreign_ += change;
  }

  // Closes open elements until `count` are left (the document itself stays).
  void pop_to(size_t count) {
    count = std::max<size_t>(count, 1);
    while (open_.size() > count) {
      count_open(current(), -1);
      tree_.nodes[open_.back()].subtree_end = static_cast<uint32_t>(tree_.nodes.size());
      open_.pop_back();
      unpushed_ = 0;
    }
  }

  // Position of the nearest open element that `wanted` accepts, 0 when `border` comes first.
  template <typename Wanted, typename Border>
  size_t find_open(Wanted wanted, Border border) const {
    for (size_t i = open_.size() - 1; i > 0; --i) {
      if (wanted(name_at(i))) return i;
      if (border(name_at(i))) return 0;
    }
    return 0;
  }

  template <typename Border>
  void close_open(std::string_view name, Border border) {
    const size_t at = find_open([&](std::string_view n) { return n == name; }, border);
    if (at > 0) pop_to(at);
  }

  void close_paragraph() {
    if (open_paragraphs_ == 0) return;
    close_open("p", [](std::string_view n) { return is_scope_border(n) || n == "button"; });
  }

  // Inside svg or math, not counting the places in them where HTML may stand again.
  size_t foreign_root() const {
    if (open_foreign_ == 0) return 0;
    return find_open([](std::string_view n) { return n == "svg" || n == "math"; },
                     [](std::string_view n) {
                       return n == "foreignobject" || n == "annotation-xml" || is_special(n);
                     });
  }

  void imply_end_tags(std::string_view name) {
    if (current() == "head" && !is_head_content(name)) pop_to(open_.size() - 1);
    if (closes_paragraph(name)) close_paragraph();
    const auto list_border = [](std::string_view n) {
      return (is_special(n) && n != "address" && n != "div" && n != "p" && n != "li" && n != "dd" &&
              n != "dt") ||
             is_scope_border(n);
    };
    if (name == "li") {
      close_open("li", list_border);
    } else if (name == "dd" || name == "dt") {
      const size_t at =
          find_open([](std::string_view n) { return n == "dd" || n == "dt"; }, list_border);
      if (at > 0) pop_to(at);
    } else if (is_heading(name)) {
      if (is_heading(current())) pop_to(open_.size() - 1);
    } else if (name == "option" || name == "optgroup") {
      if (current() == "option") pop_to(open_.size() - 1);
      if (name == "optgroup" && current() == "optgroup") pop_to(open_.size() - 1);
    } else if (name == "button") {
      close_open("button", is_scope_border);
    } else if (name == "a") {  // links do not nest: an unclosed one ends here
      close_open("a", is_special);
    } else {
      imply_table_end_tags(name);
    }
  }

  void imply_table_end_tags(std::string_view name) {
    const bool cell = name == "td" || name == "th", row = name == "tr";
    const bool part = name == "tbody" || name == "thead" || name == "tfoot" || name == "caption" ||
                      name == "colgroup";
    if (!cell && !row && !part) return;
    const auto border = [](std::string_view n) { return n == "template"; };
    const size_t at = find_open(
        [&](std::string_view n) {
          if (n == "table") return true;
          if (part) return false;
          if (n == "tbody" || n == "thead" || n == "tfoot") return true;
          return cell && n == "tr";
        },
        border);
    if (at > 0) pop_to(at + 1);
  }

  void start_tag(const Token& token, Tokenizer& tokenizer) {
    const std::string_view name = token.name;
    if (name == "html" || name == "body" || name == "head") {
      bool& seen = name == "html" ? seen_html_ : name == "body" ? seen_body_ : seen_head_;
      if (seen || (name == "head" && seen_body_)) return;
      seen = true;
      if (name == "body" && open_.size() > 1) pop_to(tree_.nodes[open_[1]].name == "html" ? 2 : 1);
    }
    const size_t foreign = foreign_root();
    if (foreign > 0 && breaks_out_of_foreign(name)) pop_to(foreign);
    const bool in_foreign = foreign > 0 && open_.size() > foreign;
    if (!in_foreign) imply_end_tags(name);
    const uint32_t node = add_element(token);
    if (in_foreign ? token.self_closing : is_void(name)) return;
    if (!in_foreign && (is_raw_text(name) || is_escapable_text(name))) {
      const Span content = tokenizer.raw_text(name);
      open_.push_back(node);  // for its text only; the end tag that follows finds nothing open
      add_text(content, is_raw_text(name) ? TextMode::kRaw : TextMode::kText);
      tree_.nodes[node].subtree_end = static_cast<uint32_t>(tree_.nodes.size());
      open_.pop_back();
      return;
    }
    if (token.self_closing && (name == "svg" || name == "math")) return;
    push(node);
  }

  void end_tag(const Token& token) {
    const std::string_view name = token.name;
    if (name == "html" || name == "body" || is_raw_text(name) || is_escapable_text(name)) return;
    if (name == "br") {
      add_element_named("br", token.span);
      return;
    }
    if (unpushed_ > 0) {
      --unpushed_;
      return;
    }
    const auto same = [&](std::string_view n) { return n == name; };
    if (name == "p") {
      const size_t at =
          find_open(same, [](std::string_view n) { return is_scope_border(n) || n == "button"; });
      if (at > 0)
        pop_to(at);
      else
        add_element_named("p", token.span);
    } else if (is_heading(name)) {
      const size_t at = find_open(is_heading, is_scope_border);
      if (at > 0) pop_to(at);
    } else if (is_formatting(name)) {
      end_formatting(name);
    } else if (name == "table") {
      close_open(name, [](std::string_view n) { return n == "template"; });
    } else if (name == "td" || name == "th" || name == "tr" || name == "tbody" || name == "thead" ||
               name == "tfoot" || name == "caption") {
      close_open(name, [](std::string_view n) { return n == "table" || n == "template"; });
    } else {
      close_open(name, [&](std::string_view n) {
        return is_scope_border(n) || (!is_special(name) && is_special(n));
      });
    }
  }

  // </a> with blocks open inside: they end with it and go on behind it as blocks of the same name.
  void end_formatting(std::string_view name) {
    const size_t at = find_open([&](std::string_view n) { return n == name; }, is_scope_border);
    if (at == 0) return;
    std::vector<std::pair<std::string_view, uint32_t>> reopen;
    for (size_t i = at + 1; i < open_.size(); ++i) {
      if (is_special(name_at(i))) reopen.emplace_back(name_at(i), open_[i]);
    }
    if (reopen.size() > kMaxReopened) return;
    pop_to(at);
    for (const auto& [block, like] : reopen) {
      Node node;
      node.name = block;
      node.span = tree_.nodes[like].span;
      node.attributes_begin = tree_.nodes[like].attributes_begin;
      node.attributes_end = tree_.nodes[like].attributes_end;
      push(add(std::move(node)));
    }
  }

  void add_element_named(std::string_view name, Span span) {
    Node node;
    node.name = name;
    node.span = span;
    add(std::move(node));
  }

  Tree& tree_;
  std::vector<uint32_t> open_;  // from the document down; bounded by kMaxDepth
  size_t unpushed_ = 0;         // open elements below the deepest one kept
  int open_paragraphs_ = 0, open_foreign_ = 0;
  bool seen_html_ = false, seen_head_ = false, seen_body_ = false;
};

}  // namespace

void build_tree(Tree& tree) { Builder(tree).run(); }

}  // namespace synoptic::html
