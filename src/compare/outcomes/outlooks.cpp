#include "compare/outcomes/outlooks.h"

#include <algorithm>
#include <utility>

namespace synoptic::compare {

std::string_view outlook_at(const Telling& telling, const model::Place& at) {
  const auto& outlooks = telling.annotated->outlooks;
  // In reading order, the title (the highest block) first; none lies in another.
  const auto key = [](const model::Place& place) {
    return std::pair{place.block + 1, place.range.end};
  };
  const auto found = std::ranges::lower_bound(
      outlooks, key(at), {}, [&](const model::Outlook& outlook) { return key(outlook.at); });
  if (found == outlooks.end() || found->at.block != at.block ||
      !found->at.range.contains(at.range)) {
    return {};
  }
  return found->modality;
}

}  // namespace synoptic::compare
