#include "knowledge/knowledge.h"

#include <algorithm>
#include <array>

#include "base/data.h"
#include "knowledge/blocks.h"
#include "knowledge/compiled_tables.h"
#include "knowledge/cue_rows.h"
#include "knowledge/name_index.h"
#include "knowledge/pack_set.h"
#include "knowledge/table_index.h"
#include "knowledge/table_rows.h"
#include "model/article.h"
#include "text/fold.h"

namespace synoptic::knowledge {

std::string_view Entity::name_in(std::string_view lang) const {
  const std::string_view wanted = model::primary_language(lang);
  for (const auto& alias : aliases) {
    if (!alias.adjective && model::primary_language(alias.lang) == wanted) return alias.text;
  }
  return name;
}

Knowledge::Knowledge()
    : index_(std::make_unique<TableIndex>()),
      packs_(std::make_unique<PackSet>(Rows(entities_), index_->all_ids)),
      names_(NameIndex::build(*this, *packs_, *index_, {})) {}
Knowledge::~Knowledge() = default;

Result<std::shared_ptr<const Knowledge>> Knowledge::load(const Packs& packs) {
  auto knowledge = std::make_shared<Knowledge>();
  if (!compiled_tables().empty()) {
    if (auto done = knowledge->open(compiled_tables(), packs); !done) {
      return tl::unexpected(done.error());
    }
    return std::shared_ptr<const Knowledge>(std::move(knowledge));
  }
  std::vector<std::pair<std::string_view, std::string_view>> tables;
  for (const std::string_view path : embedded_paths("")) {
    tables.emplace_back(path, embedded_data(path));
  }
  return from_tables(tables, packs);
}

Result<std::shared_ptr<const Knowledge>> Knowledge::from_tables(Tables tables, const Packs& packs) {
  auto knowledge = std::make_shared<Knowledge>();
  if (auto done = knowledge->read(tables, packs); !done) return tl::unexpected(done.error());
  return std::shared_ptr<const Knowledge>(std::move(knowledge));
}

namespace {

// Packs that lie in the program; a name of several is first looked for in the first.
constexpr std::array<std::string_view, 2> kShippedPacks = {"towns/towns.bin",
                                                           "gazetteer/gazetteer.bin"};

// The parts of what compiled() gives.
enum CompiledPart : size_t {
  kIndex,
  kCues,
  kNames,
  kPacksOfTables,  // one for each shipped pack
  kCompiledParts = kPacksOfTables + kShippedPacks.size()
};

Result<TableBlock> block_at(const TableIndex& index, const BlockPlace& place) {
  const std::string_view path = index.paths[place.path];
  auto blocks = read_blocks(path, embedded_data(path).substr(place.begin, place.size));
  if (!blocks) return tl::unexpected(blocks.error());
  return std::move(blocks->front());
}

// The rows of tables that are read, and where they stand.
struct ReadRows {
  TablePlaces places;
  std::vector<Entity> entities;
  std::vector<Term> roles, institutions;

  Result<void> read(std::string_view path, std::string_view table);

 private:
  template <typename Add>
  Result<void> each_block(std::string_view path, std::string_view table,
                          std::vector<BlockPlace>& out, Add add);
};

template <typename Add>
Result<void> ReadRows::each_block(std::string_view path, std::string_view table,
                                  std::vector<BlockPlace>& out, Add add) {
  const auto blocks = read_blocks(path, table);
  if (!blocks) return tl::unexpected(blocks.error());
  const auto number = static_cast<uint32_t>(places.paths.size());
  places.paths.emplace_back(path);
  for (const TableBlock& block : *blocks) {
    if (Result<void> done = add(block); !done) return done;
    out.push_back({number, static_cast<uint32_t>(block.begin),
                   static_cast<uint32_t>(block.end - block.begin)});
  }
  return {};
}

Result<void> ReadRows::read(std::string_view path, std::string_view table) {
  if (path.starts_with("entities/")) {
    return each_block(path, table, places.entities, [&](const TableBlock& block) -> Result<void> {
      auto entity = read_entity(path, block);
      if (!entity) return tl::unexpected(entity.error());
      entities.push_back(std::move(*entity));
      return {};
    });
  }
  const bool role = path == "roles.txt";
  if (!role && path != "institutions.txt") return {};
  return each_block(path, table, role ? places.roles : places.institutions,
                    [&](const TableBlock& block) -> Result<void> {
                      (role ? roles : institutions).push_back(read_term(block));
                      return {};
                    });
}

}  // namespace

Result<void> Knowledge::open(std::string_view compiled, const Packs& packs) {
  const auto parts = split_parts(compiled);
  auto index =
      parts.size() == kCompiledParts ? TableIndex::from_bytes(parts[kIndex]) : std::nullopt;
  if (!index) return failure(ErrorCode::kMalformed, "compiled tables", "are cut short");
  index_ = std::make_unique<const TableIndex>(std::move(*index));
  // The blocks were read without fault when they were compiled.
  const auto entity_at = [at = index_.get()](size_t i) {
    const BlockPlace& place = at->entities[i];
    return read_entity(at->paths[place.path], block_at(*at, place).value()).value();
  };
  entities_.reset(index_->entities.size(), entity_at);
  const auto term_at = [at = index_.get()](std::span<const BlockPlace> places) {
    return [at, places](size_t i) { return read_term(block_at(*at, places[i]).value()); };
  };
  roles_.reset(index_->roles.size(), term_at(index_->roles));
  institutions_.reset(index_->institutions.size(), term_at(index_->institutions));
  if (auto done = read_languages("languages.txt", embedded_data("languages.txt")); !done) {
    return done;
  }
  if (auto done = open_cues(parts[kCues]); !done) return done;
  packs_ = std::make_unique<PackSet>(Rows(entities_), index_->all_ids);
  for (size_t i = 0; i < kShippedPacks.size(); ++i) {
    auto pack = Pack::from_view(embedded_data(kShippedPacks[i]), kShippedPacks[i]);
    if (!pack) return tl::unexpected(pack.error());
    packs_->add(std::move(*pack), values_of<Pair>(parts[kPacksOfTables + i]));
  }
  for (const auto& pack : packs) packs_->add(pack);
  names_ = NameIndex::build(*this, *packs_, *index_, parts[kNames]);
  return {};
}

Result<void> Knowledge::read(Tables tables, const Packs& packs) {
  ReadRows rows;
  std::vector<Cue> cues;
  Packs all_packs;
  std::array<std::shared_ptr<const Pack>, kShippedPacks.size()> shipped;
  for (const auto& [path, table] : tables) {
    Result<void> done = rows.read(path, table);
    if (path == "languages.txt") {
      done = read_languages(path, table);
    } else if (path.starts_with("cues/")) {
      done = read_cues(path, table, cues);
    } else if (const auto at = std::ranges::find(kShippedPacks, path); at != kShippedPacks.end()) {
      auto pack = Pack::from_view(table, path);
      if (!pack) return tl::unexpected(pack.error());
      shipped[static_cast<size_t>(at - kShippedPacks.begin())] = std::move(*pack);
    }
    if (!done) return done;
  }
  std::ranges::copy_if(shipped, std::back_inserter(all_packs),
                       [](const auto& pack) { return pack != nullptr; });
  all_packs.insert(all_packs.end(), packs.begin(), packs.end());
  cue_bytes_ = make_cue_rows(std::move(cues));
  if (auto done = open_cues(cue_bytes_); !done) return done;
  entities_.reset(std::move(rows.entities));
  roles_.reset(std::move(rows.roles));
  institutions_.reset(std::move(rows.institutions));
  index_bytes_ = make_table_index(rows.places, entities(), roles(), institutions());
  index_ = std::make_unique<const TableIndex>(TableIndex::from_bytes(index_bytes_).value());
  packs_ = std::make_unique<PackSet>(Rows(entities_), index_->all_ids);
  for (const auto& pack : all_packs) packs_->add(pack);
  names_ = NameIndex::build(*this, *packs_, *index_, {});
  return {};
}

std::string Knowledge::compiled() const {
  std::array<std::string, kCompiledParts> parts;
  parts[kIndex] = index_bytes_;
  parts[kCues] = cue_bytes_;
  parts[kNames] = NameIndex::compile(*this);
  for (size_t i = 0; i < std::min(packs_->packs(), kShippedPacks.size()); ++i) {
    const std::vector<Pair> same = packs_->same(i);
    parts[kPacksOfTables + i] = bytes_of(std::span<const Pair>(same));
  }
  return join_parts(parts);
}

Result<void> Knowledge::read_languages(std::string_view path, std::string_view table) {
  const auto blocks = read_blocks(path, table);
  if (!blocks) return tl::unexpected(blocks.error());
  for (const TableBlock& block : *blocks) languages_.push_back(read_language(block));
  return {};
}

Result<void> Knowledge::open_cues(std::string_view bytes) {
  auto rows = cue_rows_from_bytes(bytes);
  if (!rows) return tl::unexpected(rows.error());
  cues_ = std::move(rows->cues);
  for (size_t begin = 0, end = 0; begin < cues_.size(); begin = end) {
    while (end < cues_.size() && cues_[end].kind == cues_[begin].kind) ++end;
    cues_of_kind_[cues_[begin].kind] = std::span(cues_).subspan(begin, end - begin);
  }
  std::vector<const Cue*> searched;
  searched.reserve(rows->searched.size());
  for (const uint32_t i : rows->searched) searched.push_back(&cues_[i]);
  cue_index_ = CueIndex(std::move(searched));
  return {};
}

const Entity* Knowledge::find(std::string_view id) const {
  const auto found = index_->ids.first(id);
  return found ? &entities_[*found] : packs_->find(id);
}

const Entity& Knowledge::entity(uint32_t index) const {
  return index < entities_.size() ? entities_[index] : packs_->entity(index);
}

bool Knowledge::is_of_tables(const Entity& entity) const {
  const auto found = index_->ids.first(entity.id);
  return found && &entities_[*found] == &entity;
}

size_t Knowledge::pack_entities() const { return packs_->entities(); }

const Entity* Knowledge::find_by_iso(std::string_view iso) const {
  const auto found = index_->isos.first(iso);
  return found ? &entities_[*found] : nullptr;
}

const Entity* Knowledge::find_by_domain(std::string_view domain) const {
  if (domain.starts_with("www.")) domain.remove_prefix(4);
  for (;;) {
    if (const auto found = index_->domains.first(domain)) return &entities_[*found];
    const size_t dot = domain.find('.');
    if (dot == std::string_view::npos) return nullptr;
    domain.remove_prefix(dot + 1);
    if (domain.find('.') == std::string_view::npos) return nullptr;
  }
}

std::vector<const Entity*> Knowledge::find_by_name(std::string_view name) const {
  std::vector<uint32_t> found;
  const std::string folded = text::fold_copy(name);
  for (const NameSource& source : names_->sources()) {
    const uint32_t node = source.trie->walk(folded);
    if (node == NameTrie::kNone) continue;
    for (const NameEntry& entry : source.trie->entries(node)) {
      const bool names =
          entry.kind == NameEntry::Kind::kEntity || entry.kind == NameEntry::Kind::kCanonical;
      // Among a pack's millions any word is somebody's name.
      if (names && (source.tables() || entry.strength == Strength::kPlain)) {
        found.push_back(source.global(entry.target));
      }
    }
  }
  std::ranges::sort(found);  // as the tables have them
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<const Entity*> entities;
  for (const uint32_t index : found) entities.push_back(&entity(index));
  return entities;
}

const Entity* Knowledge::holder(std::string_view role, std::string_view of,
                                const model::DateValue* at) const {
  const Entity* best = nullptr;
  int64_t best_from = INT64_MIN;
  const int64_t now = at ? model::minutes_since_epoch(*at) : INT64_MAX;
  const auto tenures = index_->tenures.find(two_part_key(role, of));
  for (size_t i = 0; i + 1 < tenures.size(); i += 2) {
    const Entity& entity = entities_[tenures[i]];
    const RoleTerm& term = entity.roles[tenures[i + 1]];
    const int64_t from = term.from ? model::minutes_since_epoch(*term.from) : INT64_MIN + 1;
    // Two weeks of grace on both sides: dates of office are often given to the month.
    constexpr int64_t kGrace = 14 * 1440;
    if (at && now < from - kGrace) continue;
    if (at && term.to && now > model::minutes_since_epoch(*term.to) + kGrace) continue;
    if (best == nullptr || from > best_from) {
      best = &entity;
      best_from = from;
    }
  }
  return best;
}

const Entity* Knowledge::institution(std::string_view kind, std::string_view country) const {
  const auto found = index_->of_country.first(two_part_key(kind, country));
  return found ? &entities_[*found] : nullptr;
}

const Term* Knowledge::find_role(std::string_view id) const {
  const auto found = index_->role_ids.first(id);
  return found ? &roles_[*found] : nullptr;
}

const Term* Knowledge::find_institution(std::string_view id) const {
  const auto found = index_->institution_ids.first(id);
  return found ? &institutions_[*found] : nullptr;
}

const Language* Knowledge::language(std::string_view tag) const {
  const std::string_view code = model::table_language(tag);
  const auto found = std::find_if(languages_.begin(), languages_.end(),
                                  [&](const Language& l) { return l.code == code; });
  return found == languages_.end() ? nullptr : &*found;
}

bool Knowledge::reads_any_name(uint32_t code) const {
  return std::any_of(languages_.begin(), languages_.end(), [&](const Language& l) {
    return l.reads_any_name && language_code(l.code) == code;
  });
}

std::span<const Cue> Knowledge::cues(std::string_view kind) const {
  const auto found = cues_of_kind_.find(kind);
  return found == cues_of_kind_.end() ? std::span<const Cue>() : found->second;
}

const Cue* Knowledge::cue_at_front(std::string_view kind, std::string_view folded) const {
  for (const Cue& cue : cues(kind)) {
    if (folded.starts_with(cue.text)) return &cue;
  }
  return nullptr;
}

}  // namespace synoptic::knowledge
