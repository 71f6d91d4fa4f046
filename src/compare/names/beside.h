// Places that an account names without putting the news into them.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

// "Near Lyon", "30 km north of Lyon": the news is beside the place, not in it.
bool is_beside(const Telling& telling, const Claim& place);

// "The mayor of Lyon", "İzmir Valisi": whose office it is, and not where the news is.
bool is_of_office(const Telling& telling, const model::Place& place);

// "It was felt in Lyon": a place that the event reached, and not where it was.
bool is_where_felt(const Telling& telling, uint32_t sentence, const model::Place& place);

// The place from which an agency or a correspondent writes, first in the text: "LYON, May 3 -".
bool is_dateline(const Claim& place);

}  // namespace synoptic::compare
