#include "annotate/quantities/settled_numbers.h"

#include <algorithm>

#include "annotate/steps.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

bool hold_one_number(const model::Place& place, const model::Quantity& quantity) {
  return place.block == quantity.at.block && place.range.overlaps(quantity.at.range);
}

// "Près de" of "Près de 2000": no name is left where its last word is written small.
bool is_name(std::string_view words) {
  const size_t blank = words.rfind(' ');
  const std::string_view last = blank == words.npos ? words : words.substr(blank + 1);
  const char32_t first = last.empty() ? U' ' : text::decode(last, 0).value;
  const bool cased = text::is_latin(first) || text::is_cyrillic(first);
  return text::is_letter(first) && (!cased || text::is_upper(first));
}

}  // namespace

void settle_numbers(model::Annotated& annotated) {
  std::erase_if(annotated.times, [&](const model::TimeMention& time) {
    return time.precision == "year" &&
           std::ranges::any_of(annotated.quantities, [&](const model::Quantity& quantity) {
             return quantity.kind != "duration" && hold_one_number(time.at, quantity);
           });
  });
  std::erase_if(annotated.mentions, [&](model::Mention& mention) {
    if (!mention.entity.empty()) return false;
    for (const model::Quantity& quantity : annotated.quantities) {
      if (!hold_one_number(mention.at, quantity) ||
          quantity.at.range.begin <= mention.at.range.begin ||
          quantity.at.range.end < mention.at.range.end) {
        continue;
      }
      const Range range{mention.at.range.begin, quantity.at.range.begin};
      const std::string written = mention.text.substr(0, range.size());
      const std::string_view words = text::trim_space(written);
      if (!is_name(words)) return true;
      const Range name{range.begin, range.begin + static_cast<uint32_t>(words.size())};
      if (mention.name == mention.text) mention.name = words;
      mention.text = words;
      mention.at = place_of(annotated.article, mention.at.block, name);
      return false;
    }
    return false;
  });
}

}  // namespace synoptic::annotate
