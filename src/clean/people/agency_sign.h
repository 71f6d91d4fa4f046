// Agencies that a text is signed with and nothing else: "AFP", "Reuters/AFP", "dpa/lnw", "avec
// AFP", "पीटीआई के इनपुट के साथ". Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// Their names in `words`, in order; empty where anything else stands there.
std::vector<Range> signed_agencies(std::string_view words, const knowledge::Knowledge& knowledge);

// The last of "Anna Smith Associated Press", whose name has two words or more; empty: no agency.
std::string_view agency_behind_name(std::string_view words, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
