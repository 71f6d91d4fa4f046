// One number on its way to a Quantity. Private to the room.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/quantities/number_context.h"
#include "annotate/quantities/numerals.h"
#include "model/annotation.h"

namespace synoptic::annotate {

struct QuantityDraft {
  Range number;        // folded: the digits or words
  Range whole;         // with unit, currency, counter
  uint32_t after = 0;  // folded: where to read on
  model::Quantity quantity;
  bool words = false;    // written in words
  bool article = false;  // "one"
  bool weak = false;     // a word that is a number only before what it counts
  bool scaled = false;   // with million or the like
  bool unsure = false;   // counts nothing we know: kept only where it proves to be money
  bool has_noun = false, has_counter = false;
  bool people_counter = false;  // the counter counts people
  bool far_noun = false;        // words stand between the number and its noun
  bool people = false;          // counts people
};

// What stands behind the number is part of the quantity.
inline void take(QuantityDraft& draft, const NumberHit& hit) {
  draft.after = std::max(draft.after, hit.range.end);
  draft.whole.end = std::max(draft.whole.end, hit.range.end);
}

// The draft of a number alone.
QuantityDraft draft_of(const Numeral& number);

struct CountryHint {
  // ISO 3166 alpha-2, lower case, of the article's countries: those told of most stand first.
  std::vector<std::string> codes;

  bool is(std::string_view code) const { return !codes.empty() && codes.front() == code; }
};

// Each reads what stands at the number and says whether it was that. quantity_units.cpp
bool read_percent(const NumberContext& context, QuantityDraft& draft);
bool read_unit(const NumberContext& context, QuantityDraft& draft);
bool read_magnitude(const NumberContext& context, QuantityDraft& draft);
// "and 14 seconds" behind "29 minutes": told in the smaller unit.
bool add_smaller_unit(const NumberContext& context, QuantityDraft& draft);
void read_modifiers(const NumberContext& context, QuantityDraft& draft);
void read_modifier_behind(const NumberContext& context, QuantityDraft& draft);
// The modifier behind what is counted, which ends at `at`: "14 morts au moins". Its end; 0: none.
uint32_t read_modifier_of_noun(const NumberContext& context, uint32_t at, QuantityDraft& draft);
// The word of the kind behind the number, over a blank or a hyphen.
std::optional<NumberHit> word_behind(const NumberContext& context, NumberWord kind, uint32_t at);

// quantity_money.cpp
bool read_money(const NumberContext& context, const CountryHint& country, QuantityDraft& draft);
// A sign or code of a currency that may stand before a number.
std::optional<NumberHit> currency_before(const NumberContext& context, uint32_t begin);

// quantity_rates.cpp: "18.4 pesos per dollar" is what money is worth and no sum; a number without a
// currency of its own that tells so.
void mark_exchange_rate(const NumberContext& context, QuantityDraft& draft);
bool read_bare_rate(const NumberContext& context, const CountryHint& country, const Numeral& number,
                    QuantityDraft& draft);

// quantity_ages.cpp: "34-year-old", "aged 5 and 8", ", 58,"; `last_age` is the number of the age
// before, whose years the next number may share; it may be empty.
bool read_age(const NumberContext& context, Range last_age, QuantityDraft& draft);

// quantity_ranges.cpp: 10-15, "10 to 15", "between 10 and 15"; "2-1" in a match; and a number whose
// unit stands only behind the next one: "from 8.3 to 7.9%".
void read_range(const NumberContext& context, QuantityDraft& draft);
bool read_score(const NumberContext& context, const Numeral& first, QuantityDraft& draft);
// "بثلاثة أهداف مقابل هدف": a score in goals.
std::optional<QuantityDraft> goals_score_at(const NumberContext& context, uint32_t at,
                                            const std::optional<Numeral>& number);
bool read_lent_unit(const NumberContext& context, const CountryHint& country, QuantityDraft& draft);
// The number behind a word for "and", at once or over a blank: "80 و100", "24 and 31".
std::optional<Numeral> number_behind_and(const NumberContext& context, uint32_t at);

// quantity_states.cpp
// Whether a word behind the number that ends at `end` is told of another number: of that which
// stands right before it, or behind it in its own clause.
bool is_of_another_number(const NumberContext& context, uint32_t end, Range word);
// quantity_doers.cpp
// Whether the word behind the number that ends at `end` is told of others than it counts: it counts
// those who did it, "two gunmen killed 12".
bool is_told_of_object(const NumberContext& context, uint32_t end, Range word);
// Whether the word is told of drones, missiles and the like.
bool is_of_things(const NumberContext& context, const QuantityDraft& draft, Range word);
// What happened to the counted, and the other things told of a count whose noun is known.
void finish_count(const NumberContext& context, QuantityDraft& draft);

// quantity_labels.cpp: the number that a storm has; how long a duration is spent in prison.
std::optional<QuantityDraft> numbered_at(const NumberContext& context,
                                         const std::optional<Numeral>& number);
void read_term(const NumberContext& context, QuantityDraft& draft);

// quantity_counts.cpp
// Whether a number that may be a year is counted: what it counts stands right at it ("1995 men"),
// and is not another number's ("2014 starben neun Menschen").
bool is_counted_year(const NumberContext& context, const QuantityDraft& draft);
bool read_count(const NumberContext& context, QuantityDraft& draft, std::vector<Range>& consumed);
// quantity_measures.cpp
void read_measure(const NumberContext& context, QuantityDraft& draft);
// The longer word of the kind that ends where the hit does: "fatality rate" of its "rate".
const NumberHit* widest(const NumberContext& context, NumberWord kind, const NumberHit* hit);
// `to_turn`: not behind a word that begins another matter, as "when" and "after" do.
std::optional<NumberHit> noun_behind(const NumberContext& context, uint32_t from,
                                     bool to_turn = false);
bool is_people(std::string_view value);  // "people:fans" in the table: fans are people
std::string class_name(std::string_view value);

// quantity_ranks.cpp: the rank or ordinal that begins at the byte, as may `number`; `consumed` gets
// the range of "of m".
std::optional<QuantityDraft> rank_at(const NumberContext& context, uint32_t at,
                                     const std::optional<Numeral>& number,
                                     std::vector<Range>& consumed);

// quantity_minutes.cpp: the minute of a game; `told_before`: another one stands near.
std::optional<QuantityDraft> minute_at(const NumberContext& context, const Numeral& number,
                                       bool told_before);

// quantity_words.cpp: what is said without a number: "dozens", "half of", duals, "sechsmonatig".
std::optional<QuantityDraft> vague_at(const NumberContext& context, const CountryHint& country,
                                      uint32_t at, const std::optional<Numeral>& number);
// Of these the ones in one word: "sechsmonatig", "пятилетний".
std::optional<QuantityDraft> glued_at(const NumberContext& context, uint32_t at);
// "two dozen", "une centaine": a word for a round number behind the number or article.
bool read_collective(const NumberContext& context, QuantityDraft& draft);

// quantity_standing.cpp: sets the scope of a block's quantities that tell what was expected or
// asked for ("expected"), or what it was before ("former"); `numbers` are their ranges, folded.
void mark_standing(const NumberContext& context, const std::vector<Range>& numbers,
                   std::span<model::Quantity> quantities);

// quantity_skips.cpp: numbers that count nothing: dates, addresses, "No. 5", "G20", "Boeing 737".
bool is_skipped(const NumberContext& context, Range number);
// "studio 104": a bare number right behind a word that asks for no number.
bool is_label(const NumberContext& context, Range number);
bool follows_name(const NumberContext& context, uint32_t begin);
bool is_capital_inside(const NumberContext& context, uint32_t begin);

}  // namespace synoptic::annotate
