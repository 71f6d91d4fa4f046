// What the tables of entities, roles and institutions are asked by: ids, codes, domains, and where
// the block of a row stands. Compiled when the program is built and then used where it lies; of
// tables that are given at run time it is made when they are read. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/key_table.h"
#include "knowledge/knowledge.h"
#include "knowledge/parts.h"

namespace synoptic::knowledge {

struct BlockPlace {
  uint32_t path = 0;             // index in TableIndex::paths
  uint32_t begin = 0, size = 0;  // bytes of that table
};

struct Pair {
  uint32_t from = 0, to = 0;
};

// The key of an institution by its kind and country, and of an office by its role and whose it is.
std::string two_part_key(std::string_view what, std::string_view whose);

struct TableIndex {
  std::vector<std::string_view> paths;
  std::span<const BlockPlace> entities, roles, institutions;
  KeyTable ids;            // of entities
  KeyTable all_ids;        // the same with their Wikidata ids
  KeyTable isos, domains;  // of entities
  KeyTable of_country;     // entities by kind and country
  KeyTable tenures;        // by role and whose: entity, index among its roles, entity, …
  KeyTable role_ids, institution_ids;
  KeyTable long_roles;             // folded words: language, role, language, …
  std::span<const Pair> capitals;  // city and country

  static std::optional<TableIndex> from_bytes(std::string_view bytes);
};

struct TablePlaces {
  std::vector<std::string> paths;
  std::vector<BlockPlace> entities, roles, institutions;
};

std::string make_table_index(const TablePlaces& places, Rows<Entity> entities, Rows<Term> roles,
                             Rows<Term> institutions);

}  // namespace synoptic::knowledge
