#include "knowledge/name_index.h"

#include <algorithm>
#include <atomic>

#include "knowledge/cldr_names.h"
#include "knowledge/pack_set.h"
#include "knowledge/table_index.h"
#include "model/article.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

constexpr std::array<std::string_view, static_cast<size_t>(NameCue::kCount)> kCueKinds{
    "mention_trap",  "mention_organisation", "mention_will",        "mention_place_word",
    "mention_paper", "mention_kind",         "mention_person_mark", "mention_stop",
    "mention_join",  "mention_description"};

}  // namespace

uint32_t language_code(std::string_view tag) {
  const std::string_view primary = model::table_language(tag);
  if (primary == "*") return 0;
  uint32_t code = 0;
  for (size_t i = 0; i < primary.size() && i < 3; ++i) {
    code = code << 8 | static_cast<unsigned char>(primary[i]);
  }
  return code;
}

uint64_t NameIndex::next_number() {
  static std::atomic<uint64_t> last = 0;
  return ++last;
}

std::string_view name_cue_kind(NameCue cue) { return kCueKinds[static_cast<size_t>(cue)]; }

void describe_spelling(std::string_view text, NameEntry& entry) {
  bool all_upper = true, first = true, cased = false;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    at += c.length;
    if (name_character(c.value) == ' ') {
      if (!first && entry.words < UINT8_MAX) ++entry.words;
      continue;
    }
    if (!text::is_letter(c.value)) continue;
    const bool upper = text::is_upper(c.value);
    if (first) entry.capital = upper;
    cased |= upper;
    all_upper &= upper;
    first = false;
    ++entry.letters;
  }
  entry.acronym = cased && all_upper && entry.letters >= 2;
}

namespace {

// "Theresy", "Hillary": a Polish text declines English names of people too.
std::vector<DroppableEndings> droppable_of(const Knowledge& knowledge, const Alias& alias,
                                           const NameEntry& entry) {
  std::vector<DroppableEndings> found;
  const bool person = entry.kind == NameEntry::Kind::kEntity &&
                      entry.target < knowledge.entities().size() &&
                      knowledge.entities()[entry.target].type == model::EntityType::kPerson;
  const std::string_view lang = model::primary_language(alias.lang);
  for (const Language& language : knowledge.languages()) {
    const bool declines =
        language.code == lang ||
        (person && std::ranges::find(language.declines, lang) != language.declines.end());
    if (!declines || language.droppable.empty()) continue;
    found.push_back({language_code(language.code), language.droppable});
  }
  return found;
}

void add_alias(const Knowledge& knowledge, const Alias& alias, NameEntry entry,
               NameTrieBuilder& trie) {
  entry.lang = language_code(alias.lang);
  entry.strength = alias.strength;
  describe_spelling(alias.text, entry);
  std::vector<DroppableEndings> droppable;
  if (!entry.acronym) droppable = droppable_of(knowledge, alias, entry);
  trie.insert(text::fold_copy(alias.text), entry, alias.text, {}, droppable);
}

void add_terms(const Knowledge& knowledge, Rows<Term> terms, NameEntry::Kind kind,
               NameTrieBuilder& trie) {
  for (uint32_t i = 0; i < terms.size(); ++i) {
    for (const Alias& alias : terms[i].words) {
      add_alias(knowledge, alias, {.kind = kind, .target = i}, trie);
    }
  }
}

NameTrieBuilder collect_names(const Knowledge& knowledge) {
  NameTrieBuilder trie;
  const auto entities = knowledge.entities();
  for (uint32_t i = 0; i < entities.size(); ++i) {
    for (const Alias& alias : entities[i].aliases) {
      const auto kind = alias.adjective ? NameEntry::Kind::kAdjective : NameEntry::Kind::kEntity;
      add_alias(knowledge, alias, {.kind = kind, .target = i}, trie);
    }
    // For find_by_name(); the matcher passes it over.
    trie.insert(text::fold_copy(entities[i].name),
                {.kind = NameEntry::Kind::kCanonical, .target = i}, entities[i].name);
  }
  add_terms(knowledge, knowledge.roles(), NameEntry::Kind::kRole, trie);
  add_terms(knowledge, knowledge.institutions(), NameEntry::Kind::kInstitution, trie);
  for (uint32_t kind = 0; kind < static_cast<uint32_t>(NameCue::kCount); ++kind) {
    for (const Cue& cue : knowledge.cues(name_cue_kind(static_cast<NameCue>(kind)))) {
      NameEntry entry{
          .kind = NameEntry::Kind::kCue, .target = kind, .lang = language_code(cue.lang)};
      describe_spelling(cue.text, entry);
      trie.insert(cue.text, entry, cue.text, cue.value);
    }
  }
  return trie;
}

}  // namespace

std::string NameIndex::compile(const Knowledge& knowledge) {
  NameTrieBuilder trie = collect_names(knowledge);
  for (const CldrName& name : cldr_names(knowledge)) {
    // What the language calls one of our places may be another's name in our tables.
    const auto owners = knowledge.find_by_name(name.text);
    const Entity* entity = &knowledge.entities()[name.entity];
    const bool others = std::ranges::any_of(owners, [&](const Entity* o) { return o != entity; });
    const Alias alias{name.text, name.lang, others ? Strength::kAmbiguous : Strength::kPlain};
    // Short names of so many languages are common words of others.
    add_alias(knowledge, alias,
              {.kind = NameEntry::Kind::kEntity, .own_language = true, .target = name.entity},
              trie);
  }
  return trie.bytes(true);
}

uint32_t NameSource::global(uint32_t target) const {
  return packs == nullptr ? target : packs->global(pack, target);
}

std::shared_ptr<const NameIndex> NameIndex::build(const Knowledge& knowledge, const PackSet& packs,
                                                  const TableIndex& tables,
                                                  std::string_view compiled) {
  auto index = std::make_shared<NameIndex>();
  index->tables_ = &tables;
  auto trie = NameTrie::from_bytes(compiled, "names");
  index->trie_ = trie ? std::move(*trie) : collect_names(knowledge).build(true);
  index->sources_.push_back({&index->trie_});
  for (size_t pack = 0; pack < packs.packs(); ++pack) {
    index->sources_.push_back({&packs.names(pack), &packs, pack});
  }
  for (const Pair& capital : tables.capitals) index->capitals_.emplace(capital.from, capital.to);
  for (size_t i = 0; i < tables.long_roles.size(); ++i) {
    const auto numbers = tables.long_roles.numbers(i);
    for (size_t n = 0; n + 1 < numbers.size(); n += 2) {
      index->long_roles_[numbers[n]].emplace_back(tables.long_roles.key(i), numbers[n + 1]);
    }
  }
  for (const Language& language : knowledge.languages()) {
    NameAffixes& affixes = index->affixes_[language_code(language.code)];
    for (const auto& prefix : language.prefixes) {
      const text::CodePoint first = text::decode(prefix, 0);
      const auto byte = static_cast<unsigned char>(prefix[first.length - 1]);
      affixes.prefixes_by_byte[byte].push_back(static_cast<uint16_t>(affixes.prefixes.size()));
      affixes.prefixes.push_back({prefix});
    }
    for (const auto& suffix : language.suffixes) {
      affixes.suffixes.insert(suffix);
      affixes.longest_suffix = std::max(affixes.longest_suffix, suffix.size());
    }
  }
  return index;
}

const NameAffixes& NameIndex::affixes(std::string_view lang) const {
  static const NameAffixes kNone;
  const auto found = affixes_.find(language_code(lang));
  return found == affixes_.end() ? kNone : found->second;
}

int32_t NameIndex::country_of_capital(uint32_t entity) const {
  const auto found = capitals_.find(entity);
  return found == capitals_.end() ? -1 : static_cast<int32_t>(found->second);
}

int32_t NameIndex::entity_index(std::string_view id) const {
  const auto found = tables_ == nullptr ? std::nullopt : tables_->ids.first(id);
  return found ? static_cast<int32_t>(*found) : -1;
}

const std::vector<std::pair<std::string, uint32_t>>& NameIndex::long_roles(uint32_t lang) const {
  static const std::vector<std::pair<std::string, uint32_t>> kNone;
  const auto found = long_roles_.find(lang);
  return found == long_roles_.end() ? kNone : found->second;
}

}  // namespace synoptic::knowledge
