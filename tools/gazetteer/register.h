// Research organisations and others of the Research Organization Registry.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "gazetteer/maker.h"

namespace synoptic::gazetteer {

// `table`: number, Wikidata id, types, language, kinds of name, name; an organisation's rows
// together.
// Wikidata ids by folded English name; empty where two have it.
std::map<std::string, std::string> english_labels(std::string_view table);
void add_register(Maker& maker, std::string_view table);

}  // namespace synoptic::gazetteer
