// Measures which matters the room `compare` reads in single sentences, and how they came out: the
// golds of tests/golds/matters, one file a language, one sentence a line. A gold lists what must be
// read ("+", "-" or "?") and what must not ("", a look-alike); other matters are not asked about.
#pragma once

#include <string>

#include "eval/cases.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_matters(const std::string& path, const CaseOptions& options,
                         const knowledge::Knowledge& knowledge, AskedFigures& figures);

}  // namespace synoptic::eval
