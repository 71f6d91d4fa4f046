#include "clean/main_text/main_text_embedded.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "clean/html/embedded_post.h"
#include "clean/main_text/main_text_pieces.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::Tag;
using model::BlockKind;

class EmbeddedDropper {
 public:
  explicit EmbeddedDropper(HtmlPage& page) : page_(page), nodes_(page.document.nodes()) {}

  void run() {
    drop_short_codes();
    drop_tickers();
    drop_posts();
    drop_forms();
  }

 private:
  // [name key="value"]: code of the site's editor that nothing has run.
  void drop_short_codes() {
    for (PagePiece& p : page_.pieces) {
      const std::string_view text = p.piece.text;
      if (!is_shown(p) || !text.starts_with('[') || !text.ends_with(']')) continue;
      if (text.find("=\"") != std::string_view::npos) put_out(p, "boilerplate");
    }
  }

  // Lists of "09:30 A headline": the latest news beside an article.
  void drop_tickers() {
    constexpr uint32_t kFewest = 4, kWidestItem = 220;
    uint32_t list = html::kNone;
    std::vector<size_t> items;
    uint32_t times = 0, weight = 0, linked = 0;
    // Without links, below a line that leads up to it, it is the course of an event.
    const auto finish = [&] {
      if (times >= kFewest && weight < times * kWidestItem &&
          (linked * 2 >= times || !is_led_up_to(items.front()))) {
        for (const size_t i : items) put_out(page_.pieces[i], "related");
      }
      items.clear();
      times = weight = linked = 0;
    };
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (!is_shown(p) || p.piece.kind != BlockKind::kListItem) continue;
      uint32_t around = p.node;
      while (around != html::kNone && nodes_[around].tag != Tag::dl &&
             nodes_[around].tag != Tag::ul && nodes_[around].tag != Tag::ol) {
        around = nodes_[around].parent;
      }
      if (around != list) finish();
      list = around;
      items.push_back(i);
      weight += p.weight;
      times += begins_with_time(p.piece.text);
      linked += p.link_weight > 0;
    }
    finish();
  }

  bool is_led_up_to(size_t item) const {
    while (item > 0 && !is_shown(page_.pieces[item - 1])) --item;
    if (item == 0) return false;
    const PagePiece& before = page_.pieces[item - 1];
    return before.piece.kind == BlockKind::kHeading || before.piece.text.ends_with(':') ||
           before.piece.text.ends_with("：");
  }

  static bool begins_with_time(std::string_view text) {
    const auto digit = [&](size_t i) {
      return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    const size_t colon = digit(1) ? 2 : 1;
    return digit(0) && text.size() > colon && text[colon] == ':' && digit(colon + 1) &&
           digit(colon + 2);
  }

  // A post of a social network put into the page.
  void drop_posts() {
    uint32_t all = 0, posted = 0;
    std::vector<size_t> posts;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (!is_shown(p)) continue;
      all += p.weight;
      if (!in_post(p)) continue;
      posts.push_back(i);
      posted += p.weight;
    }
    // An article that consists of posts is about them.
    if (posted * 3 > all) return;
    for (const size_t i : posts) put_out(page_.pieces[i], "embedded_post");
  }

  bool in_post(const PagePiece& p) {
    constexpr uint32_t kHighest = 6;
    for (uint32_t up = p.node, steps = 0; up != html::kNone && steps < kHighest; ++steps) {
      if (is_post(up)) return true;
      up = nodes_[up].parent;
    }
    return false;
  }

  // Of the elements around a text each is looked at once.
  bool is_post(uint32_t node) {
    enum : uint8_t { kUnknown, kNo, kYes };
    if (posts_.empty()) posts_.resize(nodes_.size(), kUnknown);
    if (posts_[node] == kUnknown) {
      const bool post = is_embedded_post(page_.document, node) ||
                        (nodes_[node].tag == Tag::blockquote && is_signed_post(node));
      posts_[node] = post ? kYes : kNo;
    }
    return posts_[node] == kYes;
  }

  // A post whose element has lost its name: "— Anna Berg (@annaberg) May 4, 2023" stands below it,
  // or its last link leads to it.
  bool is_signed_post(uint32_t quote) const {
    constexpr uint32_t kMostNodes = 60;
    if (nodes_[quote].subtree_end - quote > kMostNodes) return false;
    uint32_t last_link = html::kNone;
    for (uint32_t i = quote + 1; i < nodes_[quote].subtree_end; ++i) {
      if (nodes_[i].tag == Tag::a) last_link = i;
      if (nodes_[i].kind != html::NodeKind::kText) continue;
      const std::string_view text = nodes_[i].text();
      const size_t dash = text.find("— "), handle = text.find("(@");
      if (handle != text.npos && dash != text.npos && dash < handle) return true;
    }
    return last_link != html::kNone && ends_with(last_link, quote) &&
           leads_to_post(page_.document.attribute_value(nodes_[last_link], "href"));
  }

  // Nothing is said behind the link.
  bool ends_with(uint32_t link, uint32_t quote) const {
    for (uint32_t i = nodes_[link].subtree_end; i < nodes_[quote].subtree_end; ++i) {
      if (nodes_[i].kind == html::NodeKind::kText && !trim(nodes_[i].text()).empty()) return false;
    }
    return true;
  }

  // Fields that readers fill in, and what is said between them.
  void drop_forms() {
    std::vector<uint32_t> fields;  // nodes
    for (const uint32_t i : page_.lists.fields) {
      if (is_field(i)) fields.push_back(i);
    }
    if (fields.size() < kFewestFields) return;
    uint32_t all = 0;
    for (const PagePiece& p : page_.pieces) all += is_shown(p) ? p.weight : 0;
    int forms = 0;
    for (uint32_t i = 0; i < nodes_.size() && forms < kMostForms; ++i) {
      if (nodes_[i].tag != Tag::form || !has_fields(i, fields)) continue;
      drop_form(i, all);
      ++forms;
    }
  }

  static constexpr size_t kFewestFields = 3;
  static constexpr int kMostForms = 40;  // each is held against all pieces

  bool has_fields(uint32_t form, const std::vector<uint32_t>& fields) const {
    const auto first = std::lower_bound(fields.begin(), fields.end(), form);
    const auto last = std::lower_bound(first, fields.end(), nodes_[form].subtree_end);
    return static_cast<size_t>(last - first) >= kFewestFields;
  }

  // Of many systems the whole page is one form: that one holds the article.
  void drop_form(uint32_t form, uint32_t all) {
    const uint32_t end = nodes_[form].subtree_end;
    std::vector<size_t> inside;
    uint32_t weight = 0;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (!is_shown(p) || p.node < form || p.node >= end) continue;
      inside.push_back(i);
      weight += p.weight;
    }
    if (weight * 2 > all) return;
    for (const size_t i : inside) put_out(page_.pieces[i], "control");
  }

  // Of the page's fields.
  bool is_field(uint32_t i) const {
    if (nodes_[i].tag != Tag::input) return true;
    const std::string type = ascii_lower(page_.document.attribute_value(nodes_[i], "type"));
    return type != "hidden" && type != "submit" && type != "button" && type != "image" &&
           type != "search";
  }

  HtmlPage& page_;
  const std::vector<Node>& nodes_;
  std::vector<uint8_t> posts_;  // per node, once one is asked for
};

}  // namespace

void drop_embedded(HtmlPage& page) { EmbeddedDropper(page).run(); }

}  // namespace synoptic::clean
