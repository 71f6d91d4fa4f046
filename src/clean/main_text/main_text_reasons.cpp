#include "clean/main_text/main_text_reasons.h"

#include <algorithm>
#include <initializer_list>

namespace synoptic::clean {
namespace {

constexpr uint32_t kinds_in(std::initializer_list<ElementKind> kinds) {
  uint32_t bits = 0;
  for (const ElementKind kind : kinds) bits |= kind.bit();
  return bits;
}

// Shares of the page's prose beyond which a name that speaks against an element is not believed:
// "with-sidebar" on the wrapper of the whole page.
double believed_share(ElementKind kind) {
  constexpr uint32_t kWeak =
      kinds_in({"byline", "date", "tags", "credit", "share", "teaser", "navigation", "title",
                "advertisement", "newsletter", "paywall", "copyright", "sidebar", "footer"});
  if (kind == "comments") return 0.9;
  if (kind == "paywall") return 0.15;  // often the text behind the wall has the wall's name
  return (kWeak & kind.bit()) != 0 ? 0.35 : 0.5;
}

// Believed even where little is left without them.
bool is_certain(ElementKind kind) {
  return kind == "comments" || kind == "footer" || kind == "navigation" || kind == "consent" ||
         kind == "related";
}

// What the elements hold that are wanted and stand in none that is.
template <typename Wanted>
double sum_of_outermost(const HtmlPage& page, const std::vector<double>& all, Wanted wanted) {
  double sum = 0;
  uint32_t end = 1;  // of the one that was taken last
  for (const uint32_t i : page.holders) {
    if (i < end || !wanted(i)) continue;
    sum += all[i];
    end = page.document.nodes()[i].subtree_end;
  }
  return sum;
}

// Prose that stands in front of an element.
double prose_before(const HtmlPage& page, const std::vector<double>& prose, uint32_t node) {
  const auto& nodes = page.document.nodes();
  double sum = 0;
  for (uint32_t up = nodes[node].parent; up != html::kNone; node = up, up = nodes[up].parent) {
    for (uint32_t i = up + 1; i < node; i = nodes[i].subtree_end) sum += prose[i];
  }
  return sum;
}

// The last of the headline's copies in front of an element; 0: there is none.
uint32_t headline_before(const HtmlPage& page, const std::vector<bool>& holds_title,
                         uint32_t node) {
  const auto& nodes = page.document.nodes();
  const auto is_headline = [&](uint32_t i) {
    return holds_title[i] && nodes[i].tag >= html::Tag::h1 && nodes[i].tag <= html::Tag::h3;
  };
  while (node > 0 && !is_headline(node)) --node;
  return node;
}

// Two of them beside each other, each with words of its own: readers speak there.
bool has_several_comments(const HtmlPage& page, const std::vector<double>& prose) {
  constexpr double kLeastWords = 30;
  const auto& nodes = page.document.nodes();
  uint32_t last = html::kNone;
  for (const uint32_t i : page.holders) {
    if (page.kinds[i] != "comments" || prose[i] < kLeastWords) continue;
    if (last != html::kNone && i >= nodes[last].subtree_end) return true;
    last = i;
  }
  return false;
}

// What readers say follows what they speak of: where less prose stands between the headline and the
// one element that is called comments, that is the name of a column.
bool is_column(const HtmlPage& page, const std::vector<double>& prose,
               const std::vector<bool>& holds_title, uint32_t node) {
  constexpr double kLeastShare = 0.15, kMostBefore = 0.5, kLeastText = 500;
  if (prose[node] <= kLeastShare * prose[0]) return false;
  const double before = prose_before(page, prose, node) -
                        prose_before(page, prose, headline_before(page, holds_title, node));
  return before < std::min(kMostBefore * prose[node], kLeastText) &&
         !has_several_comments(page, prose);
}

// Each paragraph behind the wall bears its name.
bool is_walled(const HtmlPage& page, const std::vector<double>& all) {
  const auto is_wall = [&](uint32_t i) { return page.kinds[i] == "paywall"; };
  return sum_of_outermost(page, all, is_wall) > 0.5 * all[0];
}

// Each part of the text stands in an element of that kind: it is called a card, a widget, or a grid
// with a sidebar.
bool is_in_parts(const HtmlPage& page, const std::vector<double>& all, ElementKind kind) {
  constexpr double kLeastShare = 0.4;
  const auto is_part = [&](uint32_t i) {
    return page.kinds[i] == kind && all[i] <= believed_share(kind) * all[0];
  };
  return sum_of_outermost(page, all, is_part) > kLeastShare * all[0];
}

}  // namespace

std::vector<ElementKind> reasons_against(const HtmlPage& page, const std::vector<double>& prose,
                                         const std::vector<bool>& holds_title, bool certain_only) {
  const auto& nodes = page.document.nodes();
  std::vector<ElementKind> reasons(nodes.size());
  const bool walled = is_walled(page, prose), of_cards = is_in_parts(page, prose, "teaser"),
             of_grids = is_in_parts(page, prose, "sidebar");
  for (const uint32_t i : page.holders) {
    if (i == 0) continue;
    reasons[i] = reasons[nodes[i].parent];
    const ElementKind kind = page.kinds[i];
    if (kind.empty()) continue;
    if (kind == "+body" && prose[i] > 0.3 * prose[0]) reasons[i] = {};
    if ((walled && kind == "paywall") || (of_cards && kind == "teaser") ||
        (of_grids && kind == "sidebar")) {
      continue;
    }
    if (kind == "comments" && is_column(page, prose, holds_title, i)) continue;
    if (is_content(kind) || (certain_only && !is_certain(kind))) continue;
    const double believed = holds_title[i] ? 0.1 : believed_share(kind);
    if (prose[0] > 0 && prose[i] > believed * prose[0] && prose[i] > 200) continue;
    if (reasons[i].empty()) reasons[i] = kind;
  }
  return reasons;
}

}  // namespace synoptic::clean
