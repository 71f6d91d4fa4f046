// Quantities said without a number: "dozens", "half of", "a dozen", the Arabic dual, "half an
// hour", "sechsmonatig".
#include <cstdlib>

#include "annotate/quantities/quantity_draft.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

QuantityDraft draft_at(const NumberHit& hit) {
  QuantityDraft draft;
  draft.number = draft.whole = hit.range;
  draft.after = hit.range.end;
  draft.quantity.value = std::strtod(hit.entry->value.c_str(), nullptr);
  draft.words = true;
  return draft;
}

std::string vague_modifier(double value) {
  if (value < 100) return "dozens";
  return value < 1000 ? "hundreds" : "thousands";
}

std::optional<QuantityDraft> read_many(const NumberContext& context, const CountryHint& country,
                                       const NumberHit& hit) {
  QuantityDraft draft = draft_at(hit);
  draft.quantity.modifier = vague_modifier(draft.quantity.value);
  draft.quantity.scope = "approximation";
  if (read_money(context, country, draft)) return draft;
  if (read_unit(context, draft)) return draft;
  std::vector<Range> consumed;
  if (!read_count(context, draft, consumed)) draft.quantity.kind = "count";  // "Hundreds fled"
  return draft;
}

std::optional<QuantityDraft> read_part(const NumberContext& context, const NumberHit& hit) {
  if (context.before(NumberWord::kNotHalf, hit.range.begin)) {
    return std::nullopt;  // 過半数
  }
  QuantityDraft draft = draft_at(hit);
  draft.quantity.kind = "count";
  const std::string_view folded = context.folded();
  uint32_t from = draft.after;
  const auto of = context.at(NumberWord::kOfScale, skip_blank(folded, from));
  if (of) from = of->range.end;
  const size_t next = skip_blank(folded, from);
  const auto article = context.at(NumberWord::kArticle, next);
  if (article) from = article->range.end;
  // 三分之二周四…: what stands behind is a day, no unit.
  if (const auto unit = word_behind(context, NumberWord::kUnit, from);
      unit && !context.is_excluded(unit->range)) {
    return std::nullopt;
  }
  if (const auto noun = noun_behind(context, from)) {
    draft.has_noun = true;
    draft.people = is_people(noun->entry->value);
    draft.quantity.counted_class = class_name(noun->entry->value);
    draft.quantity.counted = std::string(context.to_source(noun->range).of(context.raw()));
  } else if (hit.entry->lang != "*" || of || article) {
    // "Two thirds of the 350 members" counts members.
    const size_t word = skip_blank(folded, from);
    const auto total = Numerals::get().at(folded, word, context.lang());
    if (total && total->digits) {
      if (const auto what = noun_behind(context, total->range.end)) {
        draft.quantity.counted_class = class_name(what->entry->value);
      }
    } else if (word >= folded.size() || !text::is_letter(text::decode(folded, word).value)) {
      return std::nullopt;
    }
  } else {
    return std::nullopt;
  }
  read_modifiers(context, draft);
  read_modifier_behind(context, draft);
  return draft;
}

// "duration:year", "count:killed"
std::optional<QuantityDraft> read_dual(const NumberContext& context, const NumberHit& hit) {
  QuantityDraft draft = draft_at(hit);
  draft.quantity.value = 2;
  std::string_view value = hit.entry->value;
  // "duration:hour:1.5": other numbers said in the noun
  if (const size_t last = value.rfind(':');
      last + 1 < value.size() && value[last + 1] >= '0' && value[last + 1] <= '9') {
    draft.quantity.value = std::strtod(std::string(value.substr(last + 1)).c_str(), nullptr);
    value = value.substr(0, last);
  }
  const size_t colon = value.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  draft.quantity.kind = std::string(value.substr(0, colon));
  const std::string_view rest = value.substr(colon + 1);
  if (draft.quantity.kind != "count") {
    draft.quantity.unit = std::string(rest);
    add_smaller_unit(context, draft);
  } else {
    draft.has_noun = true;
    draft.people = is_people(rest);
    draft.quantity.counted_class = class_name(rest);
    draft.quantity.counted = std::string(context.to_source(hit.range).of(context.raw()));
    finish_count(context, draft);
  }
  read_modifiers(context, draft);
  return draft;
}

void set_collective(QuantityDraft& draft, const NumberHit& hit) {
  const std::vector<std::string_view> parts = split(hit.entry->value, ':');
  const double one = std::strtod(std::string(parts[0]).c_str(), nullptr);
  draft.quantity.value *= one;
  if (draft.quantity.max) *draft.quantity.max *= one;
  if (parts.size() > 1) draft.quantity.modifier = std::string(parts[1]);
  draft.after = draft.whole.end = draft.number.end = hit.range.end;
  draft.article = draft.weak = false;
}

// "ساعة و52 دقيقة": the unit alone is one, where smaller ones follow.
std::optional<QuantityDraft> read_one_unit(const NumberContext& context, const NumberHit& hit) {
  if (!number_behind_and(context, hit.range.end)) return std::nullopt;
  QuantityDraft draft;
  draft.number = draft.whole = {hit.range.begin, hit.range.begin};
  draft.after = hit.range.begin;
  draft.quantity.value = 1;
  draft.words = true;
  if (!read_unit(context, draft) || draft.quantity.value == 1) return std::nullopt;
  draft.number.end = draft.after;
  return draft;
}

// "half an hour", "полгода"
std::optional<QuantityDraft> read_half(const NumberContext& context, const CountryHint& country,
                                       const NumberHit& hit) {
  QuantityDraft draft = draft_at(hit);
  draft.quantity.value = 0.5;
  const NumberHit* part = context.hit_at(NumberWord::kPart, hit.range.begin);
  if (part != nullptr && part->range.end > hit.range.end) return std::nullopt;
  // 上半年 is the first half of a year.
  if (context.before(NumberWord::kNotHalf, hit.range.begin)) {
    return std::nullopt;
  }
  if (!read_unit(context, draft) && !read_money(context, country, draft) &&
      !read_percent(context, draft)) {
    return std::nullopt;
  }
  read_modifiers(context, draft);
  return draft;
}

const NumberHit* hit_over_prefix(const NumberContext& context, NumberWord kind, uint32_t at) {
  if (!context.block_has(kind)) return nullptr;
  if (const NumberHit* hit = context.hit_at(kind, at)) return hit;
  constexpr uint32_t kOneLetter = 2;  // bytes: an article says which two, and counts none
  for (const uint32_t length : context.prefixes_at(at)) {
    if (length > kOneLetter) continue;
    if (const NumberHit* hit = context.hit_at(kind, at + length)) return hit;
  }
  return nullptr;
}

}  // namespace

std::optional<QuantityDraft> glued_at(const NumberContext& context, uint32_t at) {
  if (context.at(NumberWord::kNoNumber, at)) return std::nullopt;  // "Полумесяц"
  const Numerals& numerals = Numerals::get();
  for (const Numeral& number : numerals.begun_at(context.folded(), at, context.lang())) {
    auto unit = context.at(NumberWord::kGlued, number.range.end);
    if (!unit && number.value == 0.5) {
      unit = context.at(NumberWord::kUnit, number.range.end);
    }
    if (!unit) continue;
    QuantityDraft draft = draft_of(number);
    draft.article = false;
    if (unit->entry->value.starts_with("duration:year")) {
      const auto noun = noun_behind(context, unit->range.end);
      if (noun && is_people(noun->entry->value) && read_age(context, {}, draft)) return draft;
    }
    const std::vector<std::string_view> parts = split(unit->entry->value, ':');
    draft.quantity.kind = std::string(parts[0]);
    if (parts.size() > 1) draft.quantity.unit = std::string(parts[1]);
    draft.after = draft.whole.end = unit->range.end;
    read_modifiers(context, draft);
    return draft;
  }
  return std::nullopt;
}

bool read_collective(const NumberContext& context, QuantityDraft& draft) {
  const auto hit = word_behind(context, NumberWord::kCollective, draft.after);
  if (!hit) return false;
  set_collective(draft, *hit);
  return true;
}

std::optional<QuantityDraft> vague_at(const NumberContext& context, const CountryHint& country,
                                      uint32_t at, const std::optional<Numeral>& number) {
  constexpr std::array kKinds{NumberWord::kHalfPoint, NumberWord::kHalfOf, NumberWord::kMany,
                              NumberWord::kPart,      NumberWord::kDual,   NumberWord::kCollective,
                              NumberWord::kUnit};
  if (std::ranges::none_of(kKinds, [&](NumberWord kind) { return context.block_has(kind); })) {
    return glued_at(context, at);
  }
  const auto usable = [&](const NumberHit* hit) {
    return hit != nullptr && !context.is_excluded(hit->range);
  };
  // "half a million" is a number.
  const auto is_longer = [&](const NumberHit& hit) {
    const auto own = number && number->range.begin == hit.range.begin
                         ? number
                         : Numerals::get().at(context.folded(), hit.range.begin, context.lang());
    return own && own->range.end > hit.range.end && own->scaled;
  };
  if (const NumberHit* hit = context.hit_at(NumberWord::kHalfPoint, at); usable(hit)) {
    QuantityDraft draft = draft_at(*hit);
    draft.quantity.kind = "percent_points";
    read_measure(context, draft);
    return draft;
  }
  if (const NumberHit* hit = context.hit_at(NumberWord::kHalfOf, at);
      usable(hit) && !is_longer(*hit)) {
    if (auto draft = read_half(context, country, *hit)) return draft;
  }
  if (const NumberHit* hit = hit_over_prefix(context, NumberWord::kMany, at); usable(hit)) {
    if (auto draft = read_many(context, country, *hit)) return draft;
  }
  if (const NumberHit* hit = hit_over_prefix(context, NumberWord::kPart, at);
      usable(hit) && !is_longer(*hit)) {
    if (auto draft = read_part(context, *hit)) return draft;
  }
  if (const NumberHit* hit = hit_over_prefix(context, NumberWord::kDual, at); usable(hit)) {
    if (auto draft = read_dual(context, *hit)) return draft;
  }
  if (const NumberHit* hit = context.hit_at(NumberWord::kCollective, at); usable(hit)) {
    QuantityDraft draft = draft_at(*hit);
    draft.quantity.value = 1;
    set_collective(draft, *hit);
    std::vector<Range> consumed;
    read_modifiers(context, draft);
    if (read_money(context, country, draft) || read_unit(context, draft)) return draft;
    if (read_count(context, draft, consumed)) return draft;
  }
  if (const NumberHit* hit = context.hit_at(NumberWord::kUnit, at); usable(hit)) {
    if (auto draft = read_one_unit(context, *hit)) return draft;
  }
  return glued_at(context, at);
}

}  // namespace synoptic::annotate
