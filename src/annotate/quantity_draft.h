// One number on its way to a Quantity. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "annotate/number_context.h"
#include "annotate/numerals.h"
#include "model/annotation.h"

namespace synoptic::annotate {

struct QuantityDraft {
  Range number;        // folded: the digits or words
  Range whole;         // with unit, currency, counter
  uint32_t after = 0;  // folded: where to read on
  model::Quantity quantity;
  bool words = false;    // written in words
  bool article = false;  // "one"
  bool has_noun = false, has_counter = false;
  bool people = false;  // counts people
};

struct CountryHint {
  std::string code;  // ISO 3166 alpha-2, lower case, of the article's country; may be empty
};

// Each reads what stands at the number and says whether it was that. quantity_units.cpp
bool read_percent(const NumberContext& context, QuantityDraft& draft);
bool read_money(const NumberContext& context, const CountryHint& country, QuantityDraft& draft);
bool read_unit(const NumberContext& context, QuantityDraft& draft);
bool read_magnitude(const NumberContext& context, QuantityDraft& draft);
void read_modifiers(const NumberContext& context, QuantityDraft& draft);
void read_modifier_behind(const NumberContext& context, QuantityDraft& draft);

// quantity_counts.cpp
bool read_count(const NumberContext& context, QuantityDraft& draft);
void read_measure(const NumberContext& context, QuantityDraft& draft);

// quantity_ranks.cpp: the rank that begins at the byte; `consumed` gets the range of "of m".
std::optional<QuantityDraft> rank_at(const NumberContext& context, uint32_t at,
                                     std::vector<Range>& consumed);

}  // namespace synoptic::annotate
