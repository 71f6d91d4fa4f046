#include "knowledge/table_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "knowledge/name_index.h"
#include "text/fold.h"

namespace synoptic::knowledge {
namespace {

enum Part : size_t {
  kPaths,
  kEntities,
  kRoles,
  kInstitutions,
  kIds,
  kAllIds,
  kIsos,
  kDomains,
  kOfCountry,
  kTenures,
  kRoleIds,
  kInstitutionIds,
  kLongRoles,
  kCapitals,
  kParts
};

std::string ids_of(Rows<Term> terms) {
  KeyTableBuilder ids;
  for (uint32_t i = 0; i < terms.size(); ++i) ids.add(terms[i].id, i);
  return ids.bytes();
}

// "Defence minister": what a single word cannot tell.
std::string long_roles_of(Rows<Term> roles) {
  KeyTableBuilder words;
  for (uint32_t i = 0; i < roles.size(); ++i) {
    for (const Alias& alias : roles[i].words) {
      const std::string folded = text::fold_copy(alias.text);
      if (folded.find(' ') == std::string::npos) continue;
      words.add(folded, language_code(alias.lang));
      words.add(folded, i);
    }
  }
  return words.bytes();
}

void add_entities(Rows<Entity> entities, std::array<std::string, kParts>& parts) {
  KeyTableBuilder ids, all_ids, isos, domains, of_country, tenures;
  for (uint32_t i = 0; i < entities.size(); ++i) {
    const Entity& entity = entities[i];
    ids.add(entity.id, i);
    all_ids.add(entity.id, i);
    if (!entity.wikidata.empty()) all_ids.add(entity.wikidata, i);
    if (!entity.iso.empty()) isos.add(entity.iso, i);
    for (const auto& domain : entity.domains) domains.add(domain, i);
    if (!entity.kind.empty() && !entity.country.empty()) {
      of_country.add(two_part_key(entity.kind, entity.country), i);
    }
    for (uint32_t role = 0; role < entity.roles.size(); ++role) {
      const RoleTerm& term = entity.roles[role];
      tenures.add(two_part_key(term.role, term.of), i);
      tenures.add(two_part_key(term.role, term.of), role);
    }
  }
  parts[kIds] = ids.bytes();
  parts[kAllIds] = all_ids.bytes();
  parts[kIsos] = isos.bytes();
  parts[kDomains] = domains.bytes();
  parts[kOfCountry] = of_country.bytes();
  parts[kTenures] = tenures.bytes();
  const KeyTable by_id = *KeyTable::from_bytes(parts[kIds]);
  std::vector<Pair> capitals;
  for (const Entity& entity : entities) {
    if (entity.capital.empty()) continue;
    const auto capital = by_id.first(entity.capital);
    if (capital) capitals.push_back({*capital, *by_id.first(entity.id)});
  }
  parts[kCapitals] = bytes_of(std::span<const Pair>(capitals));
}

}  // namespace

std::string two_part_key(std::string_view what, std::string_view whose) {
  return fmt::format("{} {}", what, whose);
}

std::optional<TableIndex> TableIndex::from_bytes(std::string_view bytes) {
  const auto parts = split_parts(bytes);
  if (parts.size() != kParts) return std::nullopt;
  TableIndex index;
  index.paths = lines(parts[kPaths]);
  index.entities = values_of<BlockPlace>(parts[kEntities]);
  index.roles = values_of<BlockPlace>(parts[kRoles]);
  index.institutions = values_of<BlockPlace>(parts[kInstitutions]);
  index.capitals = values_of<Pair>(parts[kCapitals]);
  const std::array<std::pair<KeyTable*, Part>, 9> tables{{{&index.ids, kIds},
                                                          {&index.all_ids, kAllIds},
                                                          {&index.isos, kIsos},
                                                          {&index.domains, kDomains},
                                                          {&index.of_country, kOfCountry},
                                                          {&index.tenures, kTenures},
                                                          {&index.role_ids, kRoleIds},
                                                          {&index.institution_ids, kInstitutionIds},
                                                          {&index.long_roles, kLongRoles}}};
  for (const auto& [table, part] : tables) {
    const auto read = KeyTable::from_bytes(parts[part]);
    if (!read) return std::nullopt;
    *table = *read;
  }
  return index;
}

std::string make_table_index(const TablePlaces& places, Rows<Entity> entities, Rows<Term> roles,
                             Rows<Term> institutions) {
  std::array<std::string, kParts> parts;
  parts[kPaths] = join(places.paths, "\n");
  parts[kEntities] = bytes_of(std::span<const BlockPlace>(places.entities));
  parts[kRoles] = bytes_of(std::span<const BlockPlace>(places.roles));
  parts[kInstitutions] = bytes_of(std::span<const BlockPlace>(places.institutions));
  parts[kRoleIds] = ids_of(roles);
  parts[kInstitutionIds] = ids_of(institutions);
  parts[kLongRoles] = long_roles_of(roles);
  add_entities(entities, parts);
  return join_parts(parts);
}

}  // namespace synoptic::knowledge
