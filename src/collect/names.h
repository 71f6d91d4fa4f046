// Names from the outside world for a knowledge pack (knowledge/pack.h): a Wikidata JSON dump, or a
// table of one's own.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"
#include "knowledge/pack.h"

namespace synoptic::collect {

struct NamesOptions {
  std::vector<std::string> languages;  // primary subtags; empty: those of the tables
  uint32_t least_sitelinks = 3;        // an item with fewer Wikipedia pages is passed over
};

struct NamesProgress {
  double share = 0;  // of the file, 0 … 1
  uint64_t lines = 0, entities = 0;
};

// One item of a dump (JSON, as in a line of "latest-all.json"); nullopt: an item that news is not
// about, or no item at all. Errors: kMalformed.
// https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
Result<std::optional<knowledge::PackEntity>> read_wikidata_item(std::string_view line,
                                                                const NamesOptions& options);

// The entity as rows of a table: id, type, language, names parted by "; " (with the marks ! and ?
// of docs/knowledge.md), the country's id and a weight, all parted by tabs; a row a language. In
// tables that are read the last two may be left out.
std::string names_rows(const knowledge::PackEntity& entity);

// Reads a dump (.json, packed with bzip2, gzip or Zstandard or not) or a table (anything else) into
// a pack at `target`. What was read of a dump stands in `target`.rows until the pack is whole; when
// a run is cut short, the next one of the same file goes on from there. Broken lines are handed to
// `failed` and passed over. Where no entity is read nothing is written, and a pack that is there
// stays. Errors: what cannot be opened or written.
struct NamesTotals {
  uint64_t lines = 0, entities = 0, failed = 0;
  uint64_t resumed = 0;  // lines that an earlier run had read
};
Result<NamesTotals> import_names(const std::string& source, const std::string& target,
                                 const knowledge::Knowledge& known, NamesOptions options,
                                 const std::function<void(const NamesProgress&)>& progress,
                                 const std::function<void(const Error&)>& failed);

}  // namespace synoptic::collect
