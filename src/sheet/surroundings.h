// The few words around a value, by which people see what it is a day or a place of. Private to the
// room.
#pragma once

#include "sheet/sheet.h"

namespace synoptic::sheet {

// Of one value of the fact, in the reader's language where it can be, without the value; empty
// where nothing stands around it.
Quote surroundings(const model::Fact& fact, const LanguageOf& language);

}  // namespace synoptic::sheet
