// Texts that a program or a desk writes from one template: results, warnings, quotations. They
// share most of their phrases, as copies do; what tells them apart is what fills the slots. Private
// to the room.
#pragma once

#include "group/fingerprint.h"
#include "group/pair.h"

namespace synoptic::group {

// Whether two texts that share their phrases tell two events: their titles are of one form, and
// what fills them is another. A name that belongs to the template (a league, an agency) stands in
// both and says nothing. A copy with a corrected figure differs in that alone; one with another
// headline has no title of this form.
bool are_filled_otherwise(const Fingerprint& a, const Fingerprint& b);

// Both the days and who or where exclude each other: of no copy, but of items that a program
// writes.
bool is_of_another_event(const Pair& pair);

// What is shared are the lines of a site: nothing of what either title says stands in the other
// text, and no name, deed or figure is in both.
bool is_of_lines_alone(const Pair& pair);

}  // namespace synoptic::group
