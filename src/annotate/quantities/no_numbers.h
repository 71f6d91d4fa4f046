// What begins as a number, a rank or a duration does and is none. Private to the room.
#pragma once

#include "annotate/quantities/quantity_draft.h"

namespace synoptic::annotate {

// "1/8 финала", 8강, "ربع النهائي": which games of a cup they are; their end. 0: it is none.
uint32_t round_of_cup(const NumberContext& context, uint32_t at);
// 証拠不十分: a word that only begins as the number does; its end. 0: it is none.
uint32_t word_of_digits(const NumberContext& context, const Numeral& number);
// 3000위안: 위 is a rank, 위안 a currency.
bool is_coin(const NumberContext& context, const Numeral& number);
// 24年3月, 24년 3월: a year by its last digits, where a month goes on.
bool is_year_of_month(const NumberContext& context, const QuantityDraft& draft);

}  // namespace synoptic::annotate
