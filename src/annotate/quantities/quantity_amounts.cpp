#include "annotate/quantities/quantity_amounts.h"

#include <algorithm>
#include <map>

namespace synoptic::annotate {
namespace {

constexpr double kFewest = 1e5;
constexpr uint32_t kReach = 70;  // bytes from the word of paying to the number

bool is_paid(const NumberContext& context, Range number) {
  if (word_behind(context, NumberWord::kNet, number.end)) return true;
  const Range sentence = context.sentence(number.begin);
  const uint32_t low = std::max(sentence.begin, number.begin > kReach ? number.begin - kReach : 0);
  const NumberHit* paid = context.last_before(NumberWord::kPaid, number.begin, low);
  return paid != nullptr && context.same_clause(paid->range.end, number.begin);
}

// The currency of most sums of the article; "" where another has as many.
std::string main_currency(const std::vector<model::Quantity>& quantities) {
  std::map<std::string, int> counts;
  for (const model::Quantity& quantity : quantities) {
    if (quantity.kind == "money" && quantity.value >= kFewest) ++counts[quantity.unit];
  }
  std::string best;
  int most = 0;
  for (const auto& [unit, count] : counts) {
    if (count == most) best.clear();
    if (count <= most) continue;
    best = unit;
    most = count;
  }
  return best;
}

}  // namespace

void BareAmounts::note(const NumberContext& context, size_t first,
                       std::span<const model::Quantity> quantities,
                       const std::vector<Range>& numbers, const std::vector<Range>& unsure) {
  for (size_t i = 0; i < quantities.size(); ++i) {
    const model::Quantity& quantity = quantities[i];
    const bool drop = std::ranges::find(unsure, numbers[i]) != unsure.end();
    const bool bare = quantity.kind == "count" && quantity.value >= kFewest && !quantity.of &&
                      quantity.counted_class.empty() &&
                      (quantity.counted.empty() ||
                       word_behind(context, NumberWord::kNet, numbers[i].end).has_value());
    if (bare || drop) {
      found_.push_back({first + i, bare && is_paid(context, numbers[i]), drop});
    }
  }
}

void BareAmounts::settle(std::vector<model::Quantity>& quantities) const {
  if (found_.empty()) return;
  const std::string currency = main_currency(quantities);
  std::vector<size_t> dropped;
  for (const Amount& amount : found_) {
    model::Quantity& quantity = quantities[amount.place];
    const auto same = std::ranges::find_if(quantities, [&](const model::Quantity& other) {
      return other.kind == "money" && other.value == quantity.value && other.max == quantity.max;
    });
    std::string unit = same != quantities.end() ? same->unit : std::string();
    if (unit.empty() && amount.paid) unit = currency;
    if (!unit.empty()) {
      quantity.kind = "money";
      quantity.unit = unit;
      quantity.counted.clear();
    } else if (amount.unsure) {
      dropped.push_back(amount.place);
    }
  }
  for (size_t i = dropped.size(); i-- > 0;) {
    quantities.erase(quantities.begin() + static_cast<std::ptrdiff_t>(dropped[i]));
  }
}

}  // namespace synoptic::annotate
