#include "knowledge/cue_rows.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/strings.h"
#include "base/table.h"
#include "knowledge/parts.h"
#include "knowledge/string_pool.h"
#include "text/fold.h"

namespace synoptic::knowledge {
namespace {

enum Part : size_t { kRows, kSearched, kPool, kParts };

struct Slice {
  uint32_t begin = 0, size = 0;
};

struct Row {
  Slice kind, lang, text, value;
};

// Of the other kinds the words are asked for one by one: they are read off rows, fields and names.
bool is_searched_for(std::string_view kind) {
  return kind != "sentence_opener" && !kind.starts_with("key_") && !kind.starts_with("mention_") &&
         !kind.starts_with("origin_");
}

// Kinds in the order in which they first come.
void sort_by_kind(std::vector<Cue>& cues) {
  std::unordered_map<std::string_view, size_t> ranks;
  for (const Cue& cue : cues) ranks.try_emplace(cue.kind, ranks.size());
  std::ranges::stable_sort(cues, [&](const Cue& a, const Cue& b) {
    return a.kind == b.kind ? a.text.size() > b.text.size() : ranks[a.kind] < ranks[b.kind];
  });
}

}  // namespace

Result<void> read_cues(std::string_view path, std::string_view table, std::vector<Cue>& out) {
  const auto rows = DataTable::read(path, table, 3);
  if (!rows) return tl::unexpected(rows.error());
  for (const TableRow row : *rows) {
    for (const auto words : row.words(2)) {
      out.push_back({trim(row[0]), trim(row[1]), text::fold_copy(words), trim(row[3])});
    }
  }
  return {};
}

std::string make_cue_rows(std::vector<Cue> cues) {
  sort_by_kind(cues);
  StringPool pool;
  const auto keep = [&](std::string_view text) {
    const auto [begin, size] = pool.keep(text);
    return Slice{begin, size};
  };
  std::vector<Row> rows;
  std::vector<uint32_t> searched;
  for (uint32_t i = 0; i < cues.size(); ++i) {
    const Cue& cue = cues[i];
    rows.push_back({keep(cue.kind), keep(cue.lang), keep(cue.text), keep(cue.value)});
    if (is_searched_for(cue.kind)) searched.push_back(i);
  }
  std::ranges::stable_sort(
      searched, [&](uint32_t a, uint32_t b) { return cues[a].text.size() > cues[b].text.size(); });
  std::array<std::string, kParts> parts;
  parts[kRows] = bytes_of(std::span<const Row>(rows));
  parts[kSearched] = bytes_of(std::span<const uint32_t>(searched));
  parts[kPool] = pool.bytes();
  return join_parts(parts);
}

Result<CueRows> cue_rows_from_bytes(std::string_view bytes) {
  const auto parts = split_parts(bytes);
  if (parts.size() != kParts) {
    return failure(ErrorCode::kMalformed, "compiled cues", "are cut short");
  }
  const auto text = [&](Slice slice) { return parts[kPool].substr(slice.begin, slice.size); };
  CueRows found;
  const auto rows = values_of<Row>(parts[kRows]);
  found.cues.reserve(rows.size());
  for (const Row& row : rows) {
    found.cues.push_back(
        {text(row.kind), text(row.lang), std::string(text(row.text)), text(row.value)});
  }
  found.searched = values_of<uint32_t>(parts[kSearched]);
  return found;
}

}  // namespace synoptic::knowledge
