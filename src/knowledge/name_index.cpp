#include "knowledge/name_index.h"

#include "model/article.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

constexpr size_t kFirstEdges = 1 << 8, kManyEdges = 1 << 19;
constexpr uint32_t kShortestStem = 3;  // letters

size_t slot_of(uint64_t key, size_t size) {
  key *= 0x9E3779B97F4A7C15ull;
  return (key ^ (key >> 29)) & (size - 1);
}

constexpr std::array<std::string_view, static_cast<size_t>(NameCue::kCount)> kCueKinds{
    "mention_trap",  "mention_organisation", "mention_will",        "mention_place_word",
    "mention_paper", "mention_kind",         "mention_person_mark", "mention_stop",
    "mention_join",  "mention_description"};

}  // namespace

uint32_t language_code(std::string_view tag) {
  const std::string_view primary = model::primary_language(tag);
  if (primary == "*") return 0;
  uint32_t code = 0;
  for (size_t i = 0; i < primary.size() && i < 3; ++i) {
    code = code << 8 | static_cast<unsigned char>(primary[i]);
  }
  return code;
}

std::string_view name_cue_kind(NameCue cue) { return kCueKinds[static_cast<size_t>(cue)]; }

char32_t name_character(char32_t c) {
  switch (c) {
    case '-':
    case 0x00B7:
    case 0x30FB:
    case 0x2022:
    case 0x2027:
    case 0xFF65:
      return ' ';
    default:
      return c;
  }
}

void describe_spelling(std::string_view text, NameEntry& entry) {
  bool all_upper = true, first = true, cased = false;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    at += c.length;
    if (name_character(c.value) == ' ') {
      if (!first) ++entry.words;
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

NameTrie::NameTrie()
    : edges_(kFirstEdges), node_entry_(1, 0), node_stem_(1, 0), entries_(1), stems_(1) {}

void NameTrie::expect_many() {
  edges_.resize(kManyEdges);
  first_.assign(kDirect, kNone);
}

uint32_t NameTrie::find_edge(uint32_t node, char32_t c) const {
  const uint64_t key = uint64_t{node} << 21 | c;
  for (size_t slot = slot_of(key, edges_.size());; slot = (slot + 1) & (edges_.size() - 1)) {
    if (edges_[slot].key == key) return edges_[slot].child;
    if (edges_[slot].key == UINT64_MAX) return kNone;
  }
}

void NameTrie::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.key == UINT64_MAX) continue;
    size_t slot = slot_of(edge.key, edges_.size());
    while (edges_[slot].key != UINT64_MAX) slot = (slot + 1) & (edges_.size() - 1);
    edges_[slot] = edge;
  }
}

uint32_t NameTrie::child_of(uint32_t node, char32_t c) {
  if (const uint32_t child = step(node, c); child != kNone) return child;
  if ((edge_count_ + 1) * 2 > edges_.size()) grow();
  const uint64_t key = uint64_t{node} << 21 | c;
  size_t slot = slot_of(key, edges_.size());
  while (edges_[slot].key != UINT64_MAX) slot = (slot + 1) & (edges_.size() - 1);
  const auto child = static_cast<uint32_t>(node_entry_.size());
  edges_[slot] = {key, child};
  ++edge_count_;
  if (node == kRoot && c < first_.size()) first_[c] = child;
  node_entry_.push_back(0);
  node_stem_.push_back(0);
  return child;
}

void NameTrie::insert(std::string_view folded, NameEntry entry,
                      const std::vector<std::string>& droppable) {
  uint32_t node = kRoot;
  std::vector<uint32_t> nodes(folded.size() + 1, kRoot);  // node behind each byte offset
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    node = child_of(node, name_character(c.value));
    at += c.length;
    nodes[at] = node;
  }
  if (node == kRoot) return;
  uint32_t* link = &node_entry_[node];
  while (*link != 0) {
    NameEntry& other = entries_[*link];
    if (other.kind == entry.kind && other.target == entry.target && other.lang == entry.lang &&
        other.acronym == entry.acronym && other.capital == entry.capital) {
      return;
    }
    link = &other.next;
  }
  *link = static_cast<uint32_t>(entries_.size());
  entry.next = 0;
  entries_.push_back(entry);
  if (!droppable.empty()) add_stems(folded, entry.lang, nodes, droppable);
}

void NameTrie::add_stems(std::string_view folded, uint32_t lang, const std::vector<uint32_t>& nodes,
                         const std::vector<std::string>& droppable) {
  const auto add = [&](size_t begin, size_t end) {
    const std::string_view word = folded.substr(begin, end - begin);
    for (const auto& ending : droppable) {
      if (!word.ends_with(ending)) continue;
      const size_t stem_end = end - ending.size();
      const auto letters =
          static_cast<uint32_t>(text::count_code_points(folded.substr(begin, stem_end - begin)));
      if (letters < kShortestStem) continue;
      const uint32_t at = nodes[stem_end];
      bool known = false;
      for (uint32_t i = node_stem_[at]; i != 0 && !known; i = stems_[i].next) {
        known = stems_[i].target == nodes[end] && stems_[i].lang == lang;
      }
      if (known) continue;
      stems_.push_back({nodes[end], lang, letters, node_stem_[at]});
      node_stem_[at] = static_cast<uint32_t>(stems_.size() - 1);
    }
  };
  size_t begin = 0;
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    if (name_character(c.value) == ' ') {
      add(begin, at);
      begin = at + c.length;
    }
    at += c.length;
  }
  add(begin, folded.size());
}

uint32_t NameTrie::walk(std::string_view folded) const {
  uint32_t node = kRoot;
  for (size_t at = 0; at < folded.size() && node != kNone;) {
    const text::CodePoint c = text::decode(folded, at);
    node = step(node, name_character(c.value));
    at += c.length;
  }
  return node;
}

const NameEntry* NameTrie::first_entry(uint32_t node) const {
  return node_entry_[node] == 0 ? nullptr : &entries_[node_entry_[node]];
}

const NameEntry* NameTrie::next_entry(const NameEntry& entry) const {
  return entry.next == 0 ? nullptr : &entries_[entry.next];
}

const NameStem* NameTrie::first_stem(uint32_t node) const {
  return node_stem_[node] == 0 ? nullptr : &stems_[node_stem_[node]];
}

const NameStem* NameTrie::next_stem(const NameStem& stem) const {
  return stem.next == 0 ? nullptr : &stems_[stem.next];
}

namespace {

uint32_t first_letter(std::string_view folded) {
  return folded.empty() ? 0 : static_cast<uint32_t>(text::decode(folded, 0).value);
}

}  // namespace

void NameIndex::add_alias(const Knowledge& knowledge, const Alias& alias, NameEntry entry) {
  entry.lang = language_code(alias.lang);
  entry.strength = alias.strength;
  entry.text = alias.text;
  describe_spelling(alias.text, entry);
  const std::string folded = text::fold_copy(alias.text);
  const Language* language = knowledge.language(alias.lang);
  static const std::vector<std::string> kNothing;
  trie_.insert(folded, entry,
               language == nullptr || entry.acronym ? kNothing : language->droppable);
  constexpr uint16_t kLongEnough = 5;
  if (entry.kind == NameEntry::Kind::kEntity && entry.letters >= kLongEnough &&
      entry.strength == Strength::kPlain) {
    near_[first_letter(folded)].emplace_back(folded, entry.target);
  }
}

std::shared_ptr<const NameIndex> NameIndex::build(const Knowledge& knowledge) {
  auto index = std::make_shared<NameIndex>();
  index->trie_.expect_many();
  const auto entities = knowledge.entities();
  for (uint32_t i = 0; i < entities.size(); ++i) {
    index->by_id_.emplace(entities[i].id, i);
    for (const Alias& alias : entities[i].aliases) {
      NameEntry entry{
          .kind = alias.adjective ? NameEntry::Kind::kAdjective : NameEntry::Kind::kEntity,
          .target = i};
      index->add_alias(knowledge, alias, entry);
    }
  }
  for (const Entity& entity : entities) {
    if (entity.capital.empty()) continue;
    const int32_t capital = index->entity_index(entity.capital);
    if (capital >= 0) {
      index->capitals_.emplace(static_cast<uint32_t>(capital), index->by_id_.at(entity.id));
    }
  }
  const auto add_terms = [&](std::span<const Term> terms, NameEntry::Kind kind) {
    for (uint32_t i = 0; i < terms.size(); ++i) {
      for (const Alias& alias : terms[i].words) {
        index->add_alias(knowledge, alias, {.kind = kind, .target = i});
      }
    }
  };
  add_terms(knowledge.roles(), NameEntry::Kind::kRole);
  add_terms(knowledge.institutions(), NameEntry::Kind::kInstitution);
  for (uint32_t i = 0; i < knowledge.roles().size(); ++i) {
    for (const Alias& alias : knowledge.roles()[i].words) {
      std::string folded = text::fold_copy(alias.text);
      if (folded.find(' ') == std::string::npos) continue;
      index->long_roles_[language_code(alias.lang)].emplace_back(std::move(folded), i);
    }
  }
  for (uint32_t kind = 0; kind < static_cast<uint32_t>(NameCue::kCount); ++kind) {
    for (const Cue& cue : knowledge.cues(name_cue_kind(static_cast<NameCue>(kind)))) {
      NameEntry entry{.kind = NameEntry::Kind::kCue,
                      .target = kind,
                      .lang = language_code(cue.lang),
                      .text = cue.text,
                      .value = cue.value};
      describe_spelling(cue.text, entry);
      index->trie_.insert(cue.text, entry);
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
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? -1 : static_cast<int32_t>(found->second);
}

const std::vector<std::pair<std::string, uint32_t>>& NameIndex::long_roles(uint32_t lang) const {
  static const std::vector<std::pair<std::string, uint32_t>> kNone;
  const auto found = long_roles_.find(lang);
  return found == long_roles_.end() ? kNone : found->second;
}

const std::vector<std::pair<std::string, uint32_t>>& NameIndex::near_names(
    std::string_view folded) const {
  static const std::vector<std::pair<std::string, uint32_t>> kNone;
  const auto found = near_.find(first_letter(folded));
  return found == near_.end() ? kNone : found->second;
}

}  // namespace synoptic::knowledge
