#include "clean/removed.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace synoptic::clean {

model::Removed removed_piece(std::string_view reason, Span span, std::string_view text) {
  constexpr size_t kShown = 300;  // bytes
  return {std::string(reason), span, std::string(text::first_bytes(text, kShown))};
}

void sort_removed(std::vector<model::Removed>& removed) {
  std::vector<std::pair<Span, size_t>> order;
  order.reserve(removed.size());
  for (const auto& one : removed) order.emplace_back(one.span, order.size());
  if (std::is_sorted(order.begin(), order.end())) return;
  std::sort(order.begin(), order.end());
  std::vector<model::Removed> sorted;
  sorted.reserve(order.size());
  for (const auto& [span, i] : order) sorted.push_back(std::move(removed[i]));
  removed = std::move(sorted);
}

}  // namespace synoptic::clean
