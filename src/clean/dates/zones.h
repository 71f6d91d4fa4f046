// Which zones a page's clock may be in, by its outlet and its language (data/clean/zones.tsv).
// Private to the room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

struct ZoneGuess {
  std::string_view zone, basis, confidence;  // zone: IANA name; empty: no guess
};

ZoneGuess guess_zone(const knowledge::Knowledge& knowledge, const model::Article& article);

// Minutes ahead of UTC when the clocks of the zone show that time.
std::optional<int> offset_at(std::string_view zone, const model::DateValue& local);

// Of the zones that bear a name of several ("IST"): minutes ahead of UTC when their clocks show
// that time.
std::vector<int> offsets_of_name(std::string_view name, const model::DateValue& local);

// Where most of the press in the language is. `lang`: primary subtag.
std::vector<std::string_view> press_zones(std::string_view lang);

}  // namespace synoptic::clean
