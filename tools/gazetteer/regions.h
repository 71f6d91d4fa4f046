// The parts of countries: provinces, states, oblasts.
#pragma once

#include <vector>

#include "gazetteer/forms.h"
#include "gazetteer/maker.h"

namespace synoptic::gazetteer {

// `rows`: titles; `parts`: code and names by language; `forms`: words for such parts.
void add_regions(Maker& maker, const std::vector<Row>& rows, const std::vector<Row>& parts,
                 const FormsOfLanguages& forms);

}  // namespace synoptic::gazetteer
