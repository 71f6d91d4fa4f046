// What was read of a sentence already: names, figures, days, deeds.
#include <fmt/format.h>

#include "base/strings.h"
#include "gloss/gloss.h"

namespace synoptic::gloss {
namespace {

constexpr uint32_t kLongestDeed = 40;  // bytes; a longer trigger has other words between its parts

std::string number_text(double value) { return group_digits(fmt::format("{}", value)); }

std::string figure_text(const model::Quantity& quantity) {
  // Dozens are no number: the modifier is the word itself.
  const std::string& modifier = quantity.modifier;
  if (modifier == "dozens" || modifier == "hundreds" || modifier == "thousands") return modifier;
  std::string text = number_text(quantity.value);
  if (quantity.max && *quantity.max != quantity.value) text += "–" + number_text(*quantity.max);
  if (quantity.of) text += " of " + number_text(*quantity.of);
  if (quantity.kind == "percent") return text + " %";
  if (quantity.kind == "percent_points") return text + " points";
  if (quantity.unit.empty()) return text;
  return text + " " + quantity.unit;
}

std::string day_text(const model::TimeMention& time) {
  const std::string from = model::iso(time.from), to = model::iso(time.to);
  return from == to ? from : from + "–" + to;
}

}  // namespace

Known known_of(const model::Annotated& annotated, const model::Place& place) {
  Known known;
  const auto add = [&](const model::Place& at, std::string text, Kind kind) {
    if (at.block != place.block || !place.range.contains(at.range) || at.range.empty()) return;
    known.push_back({{at.range.begin - place.range.begin, at.range.end - place.range.begin},
                     std::move(text),
                     kind});
  };
  for (const auto& mention : annotated.mentions) {
    const bool person = mention.type == model::EntityType::kPerson &&
                        (mention.form == "name" || mention.form == "short");
    if (!mention.entity.empty()) {
      add(mention.at, mention.name, Kind::kName);
    } else if (person) {
      add(mention.at, {}, Kind::kUnknown);
    }
  }
  for (const auto& quantity : annotated.quantities) {
    add(quantity.at, figure_text(quantity), Kind::kFigure);
  }
  for (const auto& time : annotated.times) {
    if (time.precision != "unresolved") add(time.at, day_text(time), Kind::kFigure);
  }
  for (const auto& event : annotated.events) {
    if (event.trigger.range.size() <= kLongestDeed) add(event.trigger, event.action, Kind::kWord);
  }
  return known;
}

model::Place find_sentence(const model::Article& article, std::string_view sentence, Span span) {
  const auto in = [&](const std::string& text, uint32_t block, const text::OffsetMap& map) {
    model::Place place{block, {}, span};
    for (size_t at = text.find(sentence); at != std::string::npos && !sentence.empty();
         at = text.find(sentence, at + 1)) {
      const auto begin = static_cast<uint32_t>(at);
      place.range = {begin, begin + static_cast<uint32_t>(sentence.size())};
      if (map.empty() || map.to_source(place.range).overlaps(span)) return place;
    }
    place.range = {};
    return place;
  };
  if (article.title_span.overlaps(span)) {
    const model::Place place = in(article.title, model::kTitleBlock, article.title_source);
    if (!place.range.empty()) return place;
  }
  for (uint32_t i = 0; i < article.blocks.size(); ++i) {
    const model::Block& block = article.blocks[i];
    if (!block.span.overlaps(span)) continue;
    const model::Place place = in(block.text, i, block.source);
    if (!place.range.empty()) return place;
  }
  return {};
}

}  // namespace synoptic::gloss
