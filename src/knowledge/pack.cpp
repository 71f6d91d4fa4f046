// The file: a header, records of entities sorted by id, records of names, a pool of strings, and
// the names as a trie. Little-endian.
#include "knowledge/pack.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <unordered_map>

#include "base/strings.h"
#include "knowledge/knowledge.h"
#include "knowledge/name_index.h"
#include "knowledge/string_pool.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

constexpr std::string_view kMagic = "SYNPACK1";
constexpr uint16_t kSafeLetters = 5;     // a single word of fewer letters may be any word
constexpr uint16_t kSafeHanLetters = 3;  // 上海 is safe in a table, not among millions of names
constexpr size_t kLongestName = 200;     // bytes

struct Header {
  std::array<char, 8> magic;
  uint64_t entities, aliases, pool, trie;  // records, records, bytes, bytes
};

struct Record {
  uint32_t id = 0, id_size = 0;
  uint32_t country = 0, country_size = 0;
  uint32_t first_alias = 0, alias_count = 0;
  uint32_t type = 0;
};

struct AliasRecord {
  uint32_t lang = 0, lang_size = 0;
  uint32_t text = 0, text_size = 0;
  uint32_t strength = 0;
};

size_t padded(size_t bytes) { return (bytes + 7) / 8 * 8; }

template <typename T>
T record_at(std::string_view records, size_t index) {
  T record{};
  if ((index + 1) * sizeof(T) <= records.size()) {
    std::memcpy(&record, records.data() + index * sizeof(T), sizeof(T));
  }
  return record;
}

// What a name is worth by itself: one word says little about a person, few letters about anything.
Strength strength_alone(const PackEntity& entity, const NameEntry& spelling,
                        std::string_view text) {
  const char32_t first = text.empty() ? U' ' : text::decode(text, 0).value;
  if (text::is_han(first) || text::is_kana(first)) {
    return spelling.letters >= kSafeHanLetters ? Strength::kPlain : Strength::kAmbiguous;
  }
  if (spelling.words > 1) return Strength::kPlain;
  if (entity.type == model::EntityType::kPerson) return Strength::kAmbiguous;
  return spelling.letters >= kSafeLetters ? Strength::kPlain : Strength::kAmbiguous;
}

// Whether the tables give the name to another entity in the language; "Rize" is a city of Turkey
// although Czech calls Riga so in one of its cases. A province may be called like its town, which
// comes first: what stands beside the name tells.
bool known_elsewhere(const Knowledge& known, const PackEntity& entity, const PackName& name) {
  const uint32_t lang = language_code(name.lang);
  const std::string folded = text::fold_copy(name.text);
  const bool of_town = entity.type == model::EntityType::kRegion &&
                       name.strength == Strength::kAmbiguous && !entity.country.empty();
  bool owned = false;
  for (const NameSource& source : known.names().sources()) {
    const uint32_t node = source.trie->walk(folded);
    if (node == NameTrie::kNone) continue;
    for (const NameEntry& entry : source.trie->entries(node)) {
      const bool canonical = entry.kind == NameEntry::Kind::kCanonical;
      if (entry.kind != NameEntry::Kind::kEntity && !canonical) continue;
      if (!source.tables() && entry.strength != Strength::kPlain) continue;
      const bool same_language = canonical || entry.lang == 0 || entry.lang == lang ||
                                 (lang == 0 && known.reads_any_name(entry.lang));
      if (!same_language) continue;
      const Entity& owner = known.entity(source.global(entry.target));
      if (owner.wikidata == entity.id || owner.id == entity.id) return false;
      owned |= !of_town || owner.type != model::EntityType::kCity;
    }
  }
  return owned;
}

// One entity per id, its names in the order they came, each once per language.
std::vector<PackEntity> merged(std::vector<PackEntity> entities) {
  std::map<std::string, PackEntity> by_id;
  for (PackEntity& entity : entities) {
    if (entity.id.empty()) continue;
    const auto [at, fresh] = by_id.try_emplace(entity.id, PackEntity{});
    PackEntity& whole = at->second;
    if (fresh) {
      whole.id = entity.id;
      whole.type = entity.type;
    }
    if (whole.country.empty()) whole.country = entity.country;
    whole.weight = std::max(whole.weight, entity.weight);
    for (PackName& name : entity.names) {
      const bool twice = std::ranges::any_of(whole.names, [&](const PackName& other) {
        return other.lang == name.lang && other.text == name.text;
      });
      const bool fits = !name.text.empty() && name.text.size() <= kLongestName;
      if (!twice && fits) whole.names.push_back(std::move(name));
    }
  }
  std::vector<PackEntity> out;
  out.reserve(by_id.size());
  for (auto& [id, entity] : by_id) {
    if (!entity.names.empty()) out.push_back(std::move(entity));
  }
  return out;
}

}  // namespace

Result<std::shared_ptr<const Pack>> Pack::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  auto pack = std::make_shared<Pack>();
  pack->file_ = std::move(*file);
  return read(pack, pack->file_->bytes(), path);
}

Result<std::shared_ptr<const Pack>> Pack::from_bytes(std::string bytes, std::string_view where) {
  auto pack = std::make_shared<Pack>();
  pack->owned_ = std::move(bytes);
  return read(pack, pack->owned_, where);
}

Result<std::shared_ptr<const Pack>> Pack::from_view(std::string_view bytes,
                                                    std::string_view where) {
  return read(std::make_shared<Pack>(), bytes, where);
}

Result<std::shared_ptr<const Pack>> Pack::read(std::shared_ptr<Pack> pack, std::string_view bytes,
                                               std::string_view where) {
  Header header{};
  if (bytes.size() < sizeof header) {
    return failure(ErrorCode::kMalformed, std::string(where), "is no pack of names: too short");
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) {
    return failure(ErrorCode::kMalformed, std::string(where),
                   "is no pack of names, or one of another version (make it with 'synoptic "
                   "knowledge import')");
  }
  const std::array<std::pair<std::string_view*, uint64_t>, 3> parts{
      {{&pack->records_, header.entities},
       {&pack->aliases_, header.aliases},
       {&pack->pool_, header.pool}}};
  constexpr std::array<size_t, 3> kSizes{sizeof(Record), sizeof(AliasRecord), 1};
  size_t at = sizeof header;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (at > bytes.size() || parts[i].second > (bytes.size() - at) / kSizes[i]) {
      return failure(ErrorCode::kMalformed, std::string(where), "is cut short");
    }
    *parts[i].first = bytes.substr(at, parts[i].second * kSizes[i]);
    at += padded(parts[i].second * kSizes[i]);
  }
  if (at > bytes.size() || header.trie > bytes.size() - at) {
    return failure(ErrorCode::kMalformed, std::string(where), "is cut short");
  }
  auto names = NameTrie::from_bytes(bytes.substr(at, header.trie), where);
  if (!names) return tl::unexpected(names.error());
  pack->names_ = std::move(*names);
  pack->count_ = header.entities;
  return std::shared_ptr<const Pack>(std::move(pack));
}

std::string_view Pack::slice(uint32_t begin, uint32_t size) const {
  return begin <= pool_.size() ? pool_.substr(begin, size) : std::string_view();
}

std::string_view Pack::id(uint32_t index) const {
  const auto record = record_at<Record>(records_, index);
  return slice(record.id, record.id_size);
}

PackEntity Pack::entity(uint32_t index) const {
  const auto record = record_at<Record>(records_, index);
  PackEntity entity;
  entity.id = slice(record.id, record.id_size);
  entity.country = slice(record.country, record.country_size);
  entity.type = static_cast<model::EntityType>(
      std::min(record.type, static_cast<uint32_t>(model::EntityType::kConcept)));
  const uint64_t end = std::min<uint64_t>(uint64_t{record.first_alias} + record.alias_count,
                                          aliases_.size() / sizeof(AliasRecord));
  for (uint64_t i = record.first_alias; i < end; ++i) {
    const auto alias = record_at<AliasRecord>(aliases_, i);
    entity.names.push_back({std::string(slice(alias.lang, alias.lang_size)),
                            std::string(slice(alias.text, alias.text_size)),
                            static_cast<Strength>(std::min<uint32_t>(alias.strength, 2))});
  }
  return entity;
}

std::optional<uint32_t> Pack::find(std::string_view wanted) const {
  size_t begin = 0, end = count_;
  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2;
    const std::string_view here = id(static_cast<uint32_t>(middle));
    if (here == wanted) return static_cast<uint32_t>(middle);
    if (here < wanted)
      begin = middle + 1;
    else
      end = middle;
  }
  return std::nullopt;
}

std::string make_pack(std::vector<PackEntity> given, const Knowledge& known) {
  std::vector<PackEntity> entities = merged(std::move(given));
  struct Claim {
    uint32_t entity = 0, name = 0;
    std::string folded;
  };
  std::vector<Claim> claims;
  std::unordered_map<std::string, std::vector<uint32_t>> owners;  // by folded name
  for (uint32_t i = 0; i < entities.size(); ++i) {
    for (uint32_t n = 0; n < entities[i].names.size(); ++n) {
      const std::string& text = entities[i].names[n].text;
      if (known_elsewhere(known, entities[i], entities[i].names[n])) continue;
      claims.push_back({i, n, text::fold_copy(text)});
      auto& list = owners[claims.back().folded];
      if (list.empty() || list.back() != i) list.push_back(i);
    }
  }
  // The best known of a name comes first: the matcher takes it unless the text says otherwise.
  std::ranges::stable_sort(claims, [&](const Claim& a, const Claim& b) {
    return entities[a.entity].weight > entities[b.entity].weight;
  });
  NameTrieBuilder trie;
  for (const Claim& claim : claims) {
    PackEntity& entity = entities[claim.entity];
    PackName& name = entity.names[claim.name];
    NameEntry entry{.target = claim.entity, .lang = language_code(name.lang)};
    describe_spelling(name.text, entry);
    if (!name.strength) {
      name.strength = owners[claim.folded].size() > 1 ? Strength::kAmbiguous
                                                      : strength_alone(entity, entry, name.text);
    }
    entry.strength = *name.strength;
    const Language* language = known.language(name.lang);
    std::vector<DroppableEndings> droppable;
    if (language != nullptr && !entry.acronym) droppable = {{entry.lang, language->droppable}};
    trie.insert(claim.folded, entry, name.text, {}, droppable);
  }
  StringPool pool;
  std::string records, aliases;
  uint32_t alias_count = 0;
  const auto append = [](std::string& out, const auto& record) {
    out.append(reinterpret_cast<const char*>(&record), sizeof record);
  };
  for (const PackEntity& entity : entities) {
    Record record{.first_alias = alias_count,
                  .alias_count = static_cast<uint32_t>(entity.names.size()),
                  .type = static_cast<uint32_t>(entity.type)};
    std::tie(record.id, record.id_size) = pool.keep(entity.id);
    std::tie(record.country, record.country_size) = pool.keep(entity.country);
    append(records, record);
    for (const PackName& name : entity.names) {
      AliasRecord alias{.strength =
                            static_cast<uint32_t>(name.strength.value_or(Strength::kAmbiguous))};
      std::tie(alias.lang, alias.lang_size) = pool.keep(name.lang);
      std::tie(alias.text, alias.text_size) = pool.keep(name.text);
      append(aliases, alias);
      ++alias_count;
    }
  }
  const std::string names = trie.bytes(true);
  Header header{{}, entities.size(), alias_count, pool.bytes().size(), names.size()};
  std::copy(kMagic.begin(), kMagic.end(), header.magic.begin());
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  for (const std::string* part :
       std::array<const std::string*, 3>{&records, &aliases, &pool.bytes()}) {
    out += *part;
    out.resize(padded(out.size()), '\0');
  }
  return out + names;
}

}  // namespace synoptic::knowledge
