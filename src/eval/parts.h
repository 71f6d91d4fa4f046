// Measures which parts of an event the room `compare` reads in single sentences, and what it takes
// to have them: golds in one file a language, one sentence a line. A gold gives a part the words of
// the name, the body or the day that has it, or none (a look-alike: nothing must be read); other
// parts are not asked about. Where a day and a place have one name, "date NAME" is the day.
#pragma once

#include <string>

#include "eval/cases.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_parts(const std::string& path, const CaseOptions& options,
                       const knowledge::Knowledge& knowledge, AskedFigures& figures);

}  // namespace synoptic::eval
