#include "clean/main_text/main_text_roots.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace synoptic::clean {
namespace {

using html::Node;

constexpr double kOwnText =
    0.1;  // share in paragraphs of its own that makes an element the article

class RootChooser {
 public:
  RootChooser(const HtmlPage& page, const std::vector<ElementKind>& reasons,
              const std::vector<double>& good)
      : page_(page), nodes_(page.document.nodes()), reasons_(reasons), good_(good) {}

  std::vector<uint32_t> choose() {
    choose_roots();
    return std::move(roots_);
  }

 private:
  uint32_t heaviest_child(uint32_t node) const {
    uint32_t best = html::kNone;
    for (uint32_t i = node + 1; i < nodes_[node].subtree_end; i = nodes_[i].subtree_end) {
      if (best == html::kNone || good_[i] > good_[best]) best = i;
    }
    return best;
  }

  // Prose of a node in paragraphs of its own.
  double own_text(uint32_t node, uint32_t child) const {
    double sum = 0;
    for (uint32_t i = node + 1; i < nodes_[node].subtree_end; i = nodes_[i].subtree_end) {
      if (i != child && (nodes_[i].tag == html::Tag::p || nodes_[i].tag == html::Tag::blockquote)) {
        sum += good_[i];
      }
    }
    return sum;
  }

  bool has_twin(uint32_t node, uint32_t child) const {
    const std::string_view names = page_.document.attribute_value(nodes_[child], "class");
    for (uint32_t i = node + 1; i < nodes_[node].subtree_end; i = nodes_[i].subtree_end) {
      if (i != child && good_[i] > 0 && nodes_[i].name() == nodes_[child].name() &&
          page_.document.attribute_value(nodes_[i], "class") == names) {
        return true;
      }
    }
    return false;
  }

  double second_child(uint32_t node, uint32_t first) const {
    double best = 0;
    for (uint32_t i = node + 1; i < nodes_[node].subtree_end; i = nodes_[i].subtree_end) {
      if (i != first) best = std::max(best, good_[i]);
    }
    return best;
  }

  // Down from `node` as long as one child holds nearly all of its prose.
  uint32_t descend(uint32_t node, double share) const {
    for (;;) {
      const uint32_t child = heaviest_child(node);
      if (child == html::kNone || own_text(node, child) > kOwnText * good_[node]) return node;
      if (good_[child] < share * good_[node]) {
        // Or where it is far ahead of all others: those are comments, teasers, boxes.
        if (good_[child] < 0.5 * good_[node] || second_child(node, child) > 0.2 * good_[child] ||
            has_twin(node, child)) {
          return node;
        }
      }
      // A single block is not a container.
      if (nodes_[child].name() == "p" || nodes_[child].name() == "li") return node;
      node = child;
    }
  }

  template <typename Wanted>
  uint32_t heaviest(Wanted wanted) const {
    uint32_t best = html::kNone;
    for (const uint32_t i : page_.holders) {
      if (i == 0 || good_[i] <= 0 || !reasons_[i].empty() || !wanted(i)) continue;
      // Of nested ones the innermost that still holds nearly all.
      if (best == html::kNone || good_[i] > good_[best] ||
          (i < nodes_[best].subtree_end && good_[i] > 0.9 * good_[best])) {
        best = i;
      }
    }
    return best;
  }

  void choose_roots() {
    const double total = good_[0];
    if (total <= 0) return;
    const uint32_t body = heaviest([&](uint32_t i) { return page_.kinds[i] == "+body"; });
    if (body != html::kNone && good_[body] > 0.35 * total) {
      add_with_twins(body);
      return;
    }
    const uint32_t article = heaviest([&](uint32_t i) { return nodes_[i].name() == "article"; });
    if (article != html::kNone && good_[article] > 0.5 * total) {
      roots_.push_back(descend(article, 0.92));
      add_next_parts();
      return;
    }
    if (body != html::kNone && good_[body] > 0.2 * total && good_[body] > 800) {
      add_with_twins(body);
      return;
    }
    roots_.push_back(descend(0, 0.7));
    add_next_parts();
  }

  // Right behind it, of its element and with its names, or as it is without any: the text was cut
  // into parts, for an advertisement or for pages to turn.
  void add_next_parts() {
    constexpr double kLeastShare = 0.05;
    constexpr size_t kMostParts = 40;
    const uint32_t root = roots_.front();
    const uint32_t parent = nodes_[root].parent;
    if (parent == html::kNone || !holds_paragraphs(root)) return;
    const auto names = [&](uint32_t i, std::string_view name) {
      return page_.document.attribute_value(nodes_[i], name);
    };
    for (uint32_t i = nodes_[root].subtree_end; i < nodes_[parent].subtree_end;
         i = nodes_[i].subtree_end) {
      if (nodes_[i].kind != html::NodeKind::kElement || good_[i] <= 0) continue;
      if (nodes_[i].name() != nodes_[root].name() || !reasons_[i].empty()) return;
      if (names(i, "class") != names(root, "class") || !page_.kinds[i].empty()) return;
      if (good_[i] < kLeastShare * good_[root] || !holds_paragraphs(i)) return;
      if (holds_headline(i) || roots_.size() == kMostParts) return;
      roots_.push_back(i);
    }
  }

  // Of another article.
  bool holds_headline(uint32_t node) const {
    return std::ranges::any_of(page_.pieces, [&](const PagePiece& p) {
      return p.node >= node && p.node < nodes_[node].subtree_end &&
             (p.piece.level == 1 || p.piece.level == 2);
    });
  }

  // Some pages put each part of the text in an element of its own, all with one class.
  void add_with_twins(uint32_t body) {
    uint32_t around = body;
    for (int up = 0; up < 3 && nodes_[around].parent != html::kNone; ++up) {
      around = nodes_[around].parent;
    }
    roots_.push_back(body);
    constexpr size_t kMostTwins = 200;
    for (uint32_t i = around; i < nodes_[around].subtree_end && roots_.size() < kMostTwins; ++i) {
      if (i == body) i = nodes_[body].subtree_end;
      if (i >= nodes_[around].subtree_end) break;
      if (page_.kinds[i] == "+body" && good_[i] > 0 && reasons_[i].empty() && is_twin(i, body)) {
        roots_.push_back(i);
        i = nodes_[i].subtree_end - 1;
      }
    }
    add_like_formed(body);
    std::sort(roots_.begin(), roots_.end());
    if (nodes_[body].tag == html::Tag::p) {
      add_between();
      add_unnamed();
    }
    widen_to_posts();
  }

  // Beside it, of its element and with paragraphs of its own, but without a name: the text goes on
  // there, behind an advertisement.
  void add_like_formed(uint32_t body) {
    constexpr double kLeastShare = 0.8;  // as long as the named one, or nearly
    if (nodes_[body].tag == html::Tag::p || !holds_paragraphs(body)) return;
    const uint32_t parent = nodes_[body].parent;
    if (parent == html::kNone) return;
    for (uint32_t i = nodes_[body].subtree_end; i < nodes_[parent].subtree_end;
         i = nodes_[i].subtree_end) {
      if (nodes_[i].kind != html::NodeKind::kElement) continue;
      const bool taken = std::find(roots_.begin(), roots_.end(), i) != roots_.end();
      if (taken || nodes_[i].name() != nodes_[body].name() || !reasons_[i].empty()) continue;
      if (!page_.kinds[i].empty() || good_[i] < kLeastShare * good_[body]) continue;
      if (holds_paragraphs(i)) roots_.push_back(i);
    }
  }

  // Nearly all of its prose stands in two or more of them right inside it.
  bool holds_paragraphs(uint32_t node) const {
    size_t paragraphs = 0;
    for (uint32_t i = node + 1; i < nodes_[node].subtree_end; i = nodes_[i].subtree_end) {
      paragraphs += nodes_[i].tag == html::Tag::p && good_[i] > 0;
    }
    return paragraphs > 1 && own_text(node, html::kNone) > 0.9 * good_[node];
  }

  // Where each paragraph has the body's name, headings, lists and quotes between them have none.
  void add_between() {
    constexpr size_t kMost = 400;
    std::vector<uint32_t> all;
    for (size_t k = 0; k < roots_.size(); ++k) {
      all.push_back(roots_[k]);
      if (k + 1 == roots_.size() || nodes_[roots_[k]].parent != nodes_[roots_[k + 1]].parent) {
        continue;
      }
      for (uint32_t i = nodes_[roots_[k]].subtree_end; i < roots_[k + 1] && all.size() < kMost;
           i = nodes_[i].subtree_end) {
        if (nodes_[i].kind == html::NodeKind::kElement && reasons_[i].empty()) all.push_back(i);
      }
    }
    roots_ = std::move(all);
  }

  // In front of the first and behind the last of them: paragraphs of the same parent that nothing
  // names, from the headline on, and up to whatever else follows.
  void add_unnamed() {
    const uint32_t first = roots_.front(), last = roots_.back(), parent = nodes_[first].parent;
    if (parent == html::kNone || nodes_[last].parent != parent) return;
    const auto is_unnamed = [&](uint32_t i) {
      const Node& node = nodes_[i];
      return node.tag == html::Tag::p && reasons_[i].empty() &&
             page_.document.attribute_value(node, "class").empty() &&
             page_.document.attribute_value(node, "id").empty();
    };
    std::vector<uint32_t> front;
    for (uint32_t i = parent + 1; i < first; i = nodes_[i].subtree_end) {
      if (nodes_[i].tag == html::Tag::h1) front.clear();
      if (is_unnamed(i)) front.push_back(i);
    }
    roots_.insert(roots_.begin(), front.begin(), front.end());
    for (uint32_t i = nodes_[last].subtree_end; i < nodes_[parent].subtree_end;
         i = nodes_[i].subtree_end) {
      if (nodes_[i].kind != html::NodeKind::kElement) continue;
      if (!is_unnamed(i)) break;
      roots_.push_back(i);
    }
  }

  // By their class or a name in it that tells of a text ("text text--first"), or by what the page's
  // own data call them.
  bool is_twin(uint32_t one, uint32_t other) const {
    if (nodes_[one].name() != nodes_[other].name()) return false;
    const auto value = [&](uint32_t node, std::string_view name) {
      return page_.document.attribute_value(nodes_[node], name);
    };
    const bool stated = value(one, "itemprop") == "articleBody";
    if (stated && value(other, "itemprop") == "articleBody") return true;
    const std::string_view names = value(one, "class"), others = value(other, "class");
    if (names == others) return !names.empty();
    return share_body_name(names, others);
  }

  // "details text" is not of the text's kind: another of its names tells what it is.
  static bool share_body_name(std::string_view names, std::string_view others) {
    const auto tells_otherwise = [](std::string_view name) {
      const ElementKind kind = kind_of_names(name);
      return !kind.empty() && kind != "+body" && kind != "+part";
    };
    if (any_name(names, tells_otherwise)) return false;
    return any_name(names, [&](std::string_view name) {
      return any_name(others, [&](std::string_view other) { return name == other; }) &&
             kind_of_names(name) == "+body";
    });
  }

  template <typename Wanted>
  static bool any_name(std::string_view list, Wanted wanted) {
    constexpr std::string_view kBlanks = " \t\r\n\f";
    for (size_t at = list.find_first_not_of(kBlanks); at != list.npos;) {
      const size_t end = std::min(list.find_first_of(kBlanks, at), list.size());
      if (wanted(list.substr(at, end - at))) return true;
      at = list.find_first_not_of(kBlanks, end);
    }
    return false;
  }

  // The posts of a live blog have headlines of their own: they stand beside the texts.
  void widen_to_posts() {
    if (roots_.size() < 2) return;
    std::vector<uint32_t> posts;
    for (const uint32_t root : roots_) {
      const uint32_t post = nodes_[root].parent;
      if (post == html::kNone || !is_post(post)) return;
      if (posts.empty() || posts.back() != post) posts.push_back(post);
    }
    if (posts.size() == roots_.size()) roots_ = std::move(posts);
  }

  bool is_post(uint32_t node) const {
    const std::string_view property = page_.document.attribute_value(nodes_[node], "itemprop");
    return property == "liveBlogUpdate" || property == "blogPost" || property == "blogPosts";
  }

  const HtmlPage& page_;
  const std::vector<Node>& nodes_;
  const std::vector<ElementKind>& reasons_;
  const std::vector<double>& good_;
  std::vector<uint32_t> roots_;
};

}  // namespace

std::vector<uint32_t> holders_of(const HtmlPage& page) {
  const auto& nodes = page.document.nodes();
  std::vector<bool> holds(nodes.size());
  std::vector<uint32_t> holders;
  for (const PagePiece& p : page.pieces) {
    for (uint32_t i = p.node; i != html::kNone && !holds[i]; i = nodes[i].parent) {
      holds[i] = true;
      holders.push_back(i);
    }
  }
  std::sort(holders.begin(), holders.end());
  return holders;
}

std::vector<uint32_t> choose_roots(const HtmlPage& page, const std::vector<ElementKind>& reasons,
                                   const std::vector<double>& good) {
  return RootChooser(page, reasons, good).choose();
}

}  // namespace synoptic::clean
