// What the program knows beforehand, read once from the embedded tables of data/: entities and
// their names, roles, institutions, what a language does, cue words. Read-only after load(), so
// any number of threads may share it; an entity is made when it is first asked for.
//
// Formats of the tables: docs/knowledge.md.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/strings.h"
#include "knowledge/cue_index.h"
#include "knowledge/name_trie.h"
#include "knowledge/rows.h"
#include "model/annotation.h"
#include "model/date.h"

namespace synoptic::knowledge {

class NameIndex;
class Pack;
class PackSet;
struct TableIndex;

struct Alias {
  std::string text;
  std::string lang;
  Strength strength = Strength::kPlain;
  bool adjective = false;  // demonym: "Russian", "روسي"
};

struct RoleTerm {
  std::string role;  // id in the role table
  std::string of;    // entity id
  std::optional<model::DateValue> from, to;
};

// Of Entity::name and Term::name, and of what the program itself says.
constexpr std::string_view kCanonicalLanguage = "en";

struct Entity {
  std::string id, name;
  model::EntityType type = model::EntityType::kOrg;
  std::string wikidata, country, kind, iso, capital, owner, part_of;
  std::vector<std::string> domains;
  std::vector<RoleTerm> roles;
  std::vector<Alias> aliases;

  // The first alias of the language (primary subtag), else the canonical name.
  std::string_view name_in(std::string_view lang) const;
};

// A word class with words per language: "president", "government".
struct Term {
  std::string id, name;  // name: canonical; {country} stands for the country of an institution
  model::EntityType type = model::EntityType::kOrg;
  std::vector<Alias> words;
};

struct Language {
  std::string code, name;
  bool right_to_left = false;
  bool reads_any_name = false;         // a name given for all languages is mostly read in its texts
  std::vector<std::string> prefixes;   // proclitics that may stand before a name, folded
  std::vector<std::string> suffixes;   // endings that may stand behind a name, folded
  std::vector<std::string> droppable;  // endings of a base form that other cases lose
  std::vector<std::string> declines;   // languages whose names of people it declines as its own
};

// One row of a cue table: what the words announce is `kind`, e.g. "read_also", "source_label".
struct Cue {
  std::string_view kind, lang;
  std::string text;        // folded
  std::string_view value;  // fourth column; meaning depends on the kind
};

class Knowledge {
 public:
  Knowledge();
  ~Knowledge();

  // Errors: a malformed table, with its path and line.
  using Packs = std::vector<std::shared_ptr<const Pack>>;
  static Result<std::shared_ptr<const Knowledge>> load(const Packs& packs = {});
  // From given tables, each with its path under data/ ("roles.txt", "entities/cities.txt").
  using Tables = std::span<const std::pair<std::string_view, std::string_view>>;
  static Result<std::shared_ptr<const Knowledge>> from_tables(Tables tables,
                                                              const Packs& packs = {});

  // What load() uses in place of the tables' blocks, of tables that were read. Made at build time.
  std::string compiled() const;

  Rows<Entity> entities() const { return Rows(entities_); }  // of the tables
  // Of the tables or of a pack, as the names of names() tell it.
  const Entity& entity(uint32_t index) const;
  bool is_of_tables(const Entity& entity) const;  // else of a pack
  size_t pack_entities() const;
  const Entity* find(std::string_view id) const;
  const Entity* find_by_iso(std::string_view iso) const;
  // The publisher or site that owns a registrable domain, with or without "www.".
  const Entity* find_by_domain(std::string_view domain) const;
  // Entities that carry this alias (folded, strong or not) or are called so in the table.
  std::vector<const Entity*> find_by_name(std::string_view name) const;
  // Who held the role at the date (the latest holder when there is no date); nullptr: unknown.
  const Entity* holder(std::string_view role, std::string_view of,
                       const model::DateValue* at) const;
  // "Government of Russia": an entity of that kind and country, where the table has it.
  const Entity* institution(std::string_view kind, std::string_view country) const;

  Rows<Term> roles() const { return Rows(roles_); }
  Rows<Term> institutions() const { return Rows(institutions_); }
  const Term* find_role(std::string_view id) const;
  const Term* find_institution(std::string_view id) const;

  std::span<const Language> languages() const { return languages_; }
  bool reads_any_name(uint32_t language_code) const;
  const Language* language(std::string_view tag) const;  // by primary subtag

  std::span<const Cue> cues(std::string_view kind) const;
  // Those of all kinds, for reading a text once.
  const CueIndex& cue_index() const { return cue_index_; }
  // The longest cue of the kind at the front of the folded text; nullptr when there is none.
  const Cue* cue_at_front(std::string_view kind, std::string_view folded) const;

  // All names, roles, institutions and name cues in one matching structure.
  const NameIndex& names() const { return *names_; }

 private:
  Result<void> open(std::string_view compiled, const Packs& packs);
  Result<void> read(Tables tables, const Packs& packs);
  Result<void> read_languages(std::string_view path, std::string_view table);
  Result<void> open_cues(std::string_view bytes);

  RowStore<Entity> entities_;
  RowStore<Term> roles_, institutions_;
  std::string index_bytes_, cue_bytes_;  // behind what follows, unless it was compiled
  std::unique_ptr<const TableIndex> index_;
  std::vector<Language> languages_;
  std::vector<Cue> cues_;
  std::unordered_map<std::string_view, std::span<const Cue>> cues_of_kind_;
  CueIndex cue_index_;
  std::unique_ptr<PackSet> packs_;
  std::shared_ptr<const NameIndex> names_;
};

}  // namespace synoptic::knowledge
