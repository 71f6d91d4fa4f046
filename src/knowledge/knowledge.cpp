#include "knowledge/knowledge.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/data.h"
#include "knowledge/blocks.h"
#include "knowledge/compiled_names.h"
#include "knowledge/name_index.h"
#include "knowledge/pack_set.h"
#include "model/article.h"
#include "text/fold.h"

namespace synoptic::knowledge {
namespace {

// Table keys that are language tags: "ar", "zh-Hant", "adj.ru".
bool is_language_key(std::string_view key) {
  const std::string_view primary = key.substr(0, key.find('-'));
  return primary.size() == 2 || primary.size() == 3;
}

void add_aliases(std::string_view lang, std::string_view list, bool adjective,
                 std::vector<Alias>& out) {
  for (std::string_view text : split_trimmed(list, ';')) {
    Alias alias{.text = {}, .lang = std::string(lang), .adjective = adjective};
    if (text.ends_with('!')) alias.strength = Strength::kBound;
    if (text.ends_with('?')) alias.strength = Strength::kAmbiguous;
    if (alias.strength != Strength::kPlain) text.remove_suffix(1);
    alias.text = trim(text);
    if (!alias.text.empty()) out.push_back(std::move(alias));
  }
}

// "president russia 2012-05-07..2020-01-01"; either end may be open.
RoleTerm parse_role(std::string_view text) {
  RoleTerm term;
  const auto words = split_trimmed(text, ' ');
  if (!words.empty()) term.role = words[0];
  if (words.size() > 1) term.of = words[1];
  if (words.size() > 2) {
    const size_t dots = words[2].find("..");
    term.from = model::parse_iso(words[2].substr(0, dots));
    if (dots != std::string_view::npos) term.to = model::parse_iso(words[2].substr(dots + 2));
    // "..2024" lasts to the end of that year.
    if (term.to) term.to = model::last_day(*term.to);
  }
  return term;
}

// Of an institution by its kind and country, or an office by its role and whose it is.
std::string institution_key(std::string_view kind, std::string_view country) {
  return fmt::format("{} {}", kind, country);
}

}  // namespace

std::string_view Entity::name_in(std::string_view lang) const {
  const std::string_view wanted = model::primary_language(lang);
  for (const auto& alias : aliases) {
    if (!alias.adjective && model::primary_language(alias.lang) == wanted) return alias.text;
  }
  return name;
}

Knowledge::Knowledge()
    : packs_(std::make_unique<PackSet>(std::span<const Entity>())),
      names_(NameIndex::build(*this, *packs_, {})) {}
Knowledge::~Knowledge() = default;

Result<std::shared_ptr<const Knowledge>> Knowledge::load(const Packs& packs) {
  std::vector<std::pair<std::string_view, std::string_view>> tables;
  for (const std::string_view path : embedded_paths("")) {
    tables.emplace_back(path, embedded_data(path));
  }
  return read(tables, packs, compiled_names());
}

Result<std::shared_ptr<const Knowledge>> Knowledge::from_tables(Tables tables, const Packs& packs) {
  return read(tables, packs, {});
}

Result<std::shared_ptr<const Knowledge>> Knowledge::read(Tables tables, const Packs& packs,
                                                         std::string_view compiled_names) {
  auto knowledge = std::make_shared<Knowledge>();
  Packs all_packs;
  for (const auto& [path, table] : tables) {
    Result<void> done;
    if (path.starts_with("entities/"))
      done = knowledge->read_entities(path, table);
    else if (path == "roles.txt")
      done = knowledge->read_terms(path, table, knowledge->roles_);
    else if (path == "institutions.txt") {
      done = knowledge->read_terms(path, table, knowledge->institutions_);
    } else if (path == "languages.txt")
      done = knowledge->read_languages(path, table);
    else if (path.starts_with("cues/"))
      done = knowledge->read_cues(path, table);
    else if (path == "towns/towns.bin") {
      auto towns = Pack::from_view(table, path);
      if (!towns) return tl::unexpected(towns.error());
      all_packs.push_back(std::move(*towns));
    }
    if (!done) return tl::unexpected(done.error());
  }
  all_packs.insert(all_packs.end(), packs.begin(), packs.end());
  knowledge->index(all_packs, compiled_names);
  return std::shared_ptr<const Knowledge>(std::move(knowledge));
}

Result<void> Knowledge::read_entities(std::string_view path, std::string_view table) {
  auto blocks = read_blocks(path, table);
  if (!blocks) return tl::unexpected(blocks.error());
  for (const auto& block : *blocks) {
    Entity entity;
    entity.id = block.header[0];
    const auto type = model::entity_type_from_name(block.header.size() > 1 ? block.header[1] : "");
    if (!type) {
      return failure(ErrorCode::kMalformed, fmt::format("{}:{}", path, block.line),
                     "unknown entity type");
    }
    entity.type = *type;
    if (block.header.size() > 2) entity.wikidata = block.header[2];
    for (const auto& [key, value] : block.fields) {
      if (key == "name")
        entity.name = value;
      else if (key == "country")
        entity.country = value;
      else if (key == "kind")
        entity.kind = value;
      else if (key == "iso")
        entity.iso = value;
      else if (key == "capital")
        entity.capital = value;
      else if (key == "owner")
        entity.owner = value;
      else if (key == "part_of")
        entity.part_of = value;
      else if (key == "role")
        entity.roles.push_back(parse_role(value));
      else if (key == "domain") {
        for (const auto domain : split_trimmed(value, ';')) entity.domains.emplace_back(domain);
      } else if (key.starts_with("adj.")) {
        add_aliases(key.substr(4), value, true, entity.aliases);
      } else if (is_language_key(key)) {
        add_aliases(key, value, false, entity.aliases);
      } else {
        return failure(ErrorCode::kMalformed, fmt::format("{}:{}", path, block.line),
                       fmt::format("unknown key '{}'", key));
      }
    }
    if (entity.name.empty()) entity.name = entity.id;
    entities_.push_back(std::move(entity));
  }
  return {};
}

Result<void> Knowledge::read_terms(std::string_view path, std::string_view table,
                                   std::vector<Term>& out) {
  auto blocks = read_blocks(path, table);
  if (!blocks) return tl::unexpected(blocks.error());
  for (const auto& block : *blocks) {
    Term term;
    term.id = block.header[0];
    for (const auto& [key, value] : block.fields) {
      if (key == "name")
        term.name = value;
      else if (key == "type")
        term.type = model::entity_type_from_name(value).value_or(term.type);
      else if (is_language_key(key))
        add_aliases(key, value, false, term.words);
    }
    out.push_back(std::move(term));
  }
  return {};
}

Result<void> Knowledge::read_languages(std::string_view path, std::string_view table) {
  auto blocks = read_blocks(path, table);
  if (!blocks) return tl::unexpected(blocks.error());
  for (const auto& block : *blocks) {
    Language language;
    language.code = block.header[0];
    const auto list = [](std::string_view value) {
      std::vector<std::string> parts;
      for (const auto part : split_trimmed(value, ' ')) parts.push_back(text::fold_copy(part));
      // Longest first, so that the first that fits is the best.
      std::stable_sort(parts.begin(), parts.end(),
                       [](const auto& a, const auto& b) { return a.size() > b.size(); });
      return parts;
    };
    for (const auto& [key, value] : block.fields) {
      if (key == "name")
        language.name = value;
      else if (key == "direction")
        language.right_to_left = value == "rtl";
      else if (key == "prefixes")
        language.prefixes = list(value);
      else if (key == "suffixes")
        language.suffixes = list(value);
      else if (key == "droppable")
        language.droppable = list(value);
      else if (key == "declines") {
        for (const auto code : split_trimmed(value, ' ')) language.declines.emplace_back(code);
      }
    }
    languages_.push_back(std::move(language));
  }
  return {};
}

Result<void> Knowledge::read_cues(std::string_view path, std::string_view table) {
  size_t number = 0;
  for (const std::string_view line : lines(table)) {
    ++number;
    if (trim(line).empty() || line[0] == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() < 3) {
      return failure(ErrorCode::kMalformed, fmt::format("{}:{}", path, number),
                     "expected kind, language and words, parted by tabs");
    }
    for (const auto words : split_trimmed(columns[2], ';')) {
      Cue cue{std::string(trim(columns[0])), std::string(trim(columns[1])), text::fold_copy(words),
              columns.size() > 3 ? std::string(trim(columns[3])) : std::string()};
      cues_[cue.kind].push_back(std::move(cue));
    }
  }
  return {};
}

namespace {

// Of the other kinds the words are asked for one by one: they are read off rows, fields and names.
bool is_searched_for(std::string_view kind) {
  return kind != "sentence_opener" && !kind.starts_with("key_") && !kind.starts_with("mention_") &&
         !kind.starts_with("origin_");
}

}  // namespace

void Knowledge::index(const Packs& packs, std::string_view compiled_names) {
  for (auto& [kind, list] : cues_) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Cue& a, const Cue& b) { return a.text.size() > b.text.size(); });
  }
  std::vector<const Cue*> cues;
  for (const auto& [kind, list] : cues_) {
    if (!is_searched_for(kind)) continue;
    for (const Cue& cue : list) cues.push_back(&cue);
  }
  cue_index_ = CueIndex(std::move(cues));
  by_id_.reserve(entities_.size());
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    const Entity& entity = entities_[i];
    by_id_.emplace(entity.id, i);
    if (!entity.iso.empty()) by_iso_.emplace(entity.iso, i);
    for (const auto& domain : entity.domains) by_domain_.emplace(domain, i);
    if (!entity.kind.empty() && !entity.country.empty()) {
      by_institution_.emplace(institution_key(entity.kind, entity.country), i);
    }
    for (uint32_t role = 0; role < entity.roles.size(); ++role) {
      const RoleTerm& term = entity.roles[role];
      tenures_[institution_key(term.role, term.of)].push_back({i, role});
    }
  }
  packs_ = std::make_unique<PackSet>(entities_);
  for (const auto& pack : packs) packs_->add(pack);
  names_ = NameIndex::build(*this, *packs_, compiled_names);
}

const Entity* Knowledge::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? packs_->find(id) : &entities_[found->second];
}

const Entity& Knowledge::entity(uint32_t index) const {
  return index < entities_.size() ? entities_[index] : packs_->entity(index);
}

size_t Knowledge::pack_entities() const { return packs_->entities(); }

const Entity* Knowledge::find_by_iso(std::string_view iso) const {
  const auto found = by_iso_.find(iso);
  return found == by_iso_.end() ? nullptr : &entities_[found->second];
}

const Entity* Knowledge::find_by_domain(std::string_view domain) const {
  if (domain.starts_with("www.")) domain.remove_prefix(4);
  for (;;) {
    if (const auto found = by_domain_.find(domain); found != by_domain_.end()) {
      return &entities_[found->second];
    }
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
  const auto tenures = tenures_.find(institution_key(role, of));
  if (tenures == tenures_.end()) return nullptr;
  for (const Tenure& tenure : tenures->second) {
    const Entity& entity = entities_[tenure.entity];
    const RoleTerm& term = entity.roles[tenure.role];
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
  const auto found = by_institution_.find(institution_key(kind, country));
  return found == by_institution_.end() ? nullptr : &entities_[found->second];
}

const Term* Knowledge::find_role(std::string_view id) const {
  const auto found =
      std::find_if(roles_.begin(), roles_.end(), [&](const Term& term) { return term.id == id; });
  return found == roles_.end() ? nullptr : &*found;
}

const Term* Knowledge::find_institution(std::string_view id) const {
  const auto found = std::find_if(institutions_.begin(), institutions_.end(),
                                  [&](const Term& term) { return term.id == id; });
  return found == institutions_.end() ? nullptr : &*found;
}

const Language* Knowledge::language(std::string_view tag) const {
  const std::string_view code = model::primary_language(tag);
  const auto found = std::find_if(languages_.begin(), languages_.end(),
                                  [&](const Language& l) { return l.code == code; });
  return found == languages_.end() ? nullptr : &*found;
}

std::span<const Cue> Knowledge::cues(std::string_view kind) const {
  const auto found = cues_.find(kind);
  return found == cues_.end() ? std::span<const Cue>() : std::span<const Cue>(found->second);
}

const Cue* Knowledge::cue_at_front(std::string_view kind, std::string_view folded) const {
  for (const Cue& cue : cues(kind)) {
    if (folded.starts_with(cue.text)) return &cue;
  }
  return nullptr;
}

}  // namespace synoptic::knowledge
