// What stands beside the facts of a synopsis: the event in one line, who did what to whom, when
// what became known. Private to the room.
#pragma once

#include <simdjson.h>

#include <functional>
#include <string>

#include "verify/verify.h"

namespace synoptic::verify {

struct Beside {
  // A cell, to be proven like those of the facts: what it is of, its slot, itself.
  std::function<void(const std::string&, const std::string&, simdjson::dom::element)> cell;
  std::function<void(Failure)> fail;
};

// Of a synopsis without them nothing is told.
void read_beside(simdjson::dom::element synopsis, const Beside& beside);

}  // namespace synoptic::verify
