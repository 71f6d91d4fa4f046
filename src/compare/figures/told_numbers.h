// All numbers of an account, so that one which another account gives is known here, be it of
// something else. Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

// Notes every number of the article: read ones, and any long row of digits.
void note_numbers(Telling& telling);

// Whether the account has the claim's number. To be asked once its claims are collected.
bool tells_number(const Telling& telling, const Claim& claim);
// The same of a day. nullptr: no account, so no.
bool tells_value(const Telling* telling, const Claim& claim);

}  // namespace synoptic::compare
