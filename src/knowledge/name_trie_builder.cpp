// The file of a trie: a header, then its arrays one after another, each at a multiple of 8 bytes.
// Numbers are little-endian, as on every machine this is built for.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "knowledge/name_trie.h"
#include "knowledge/string_pool.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

static_assert(std::endian::native == std::endian::little);
static_assert(sizeof(NameEntry) == 32 && sizeof(NameStem) == 12);

constexpr std::string_view kMagic = "SYNTRIE1";
constexpr uint32_t kDirect = 0x10000;  // code points with a place in the root's table
constexpr uint32_t kShortestStem = 3;  // letters

enum Section : size_t {
  kLabels,
  kFirstChild,
  kEndWords,
  kEndRanks,
  kStemWords,
  kStemRanks,
  kEntriesOf,
  kStemsOf,
  kEntries,
  kStems,
  kFirst,
  kPool,
  kSections
};

struct Header {
  std::array<char, 8> magic;
  std::array<uint64_t, kSections> bytes;  // of each section, without padding
};

size_t padded(size_t bytes) { return (bytes + 7) / 8 * 8; }

struct BitVector {
  std::vector<uint64_t> words;

  void push(size_t index, bool set) {
    if (index / 64 >= words.size()) words.push_back(0);
    if (set) words[index / 64] |= uint64_t{1} << (index % 64);
  }
  std::vector<uint32_t> ranks() const {
    std::vector<uint32_t> before;
    before.reserve(words.size());
    uint32_t sum = 0;
    for (const uint64_t word : words) {
      before.push_back(sum);
      sum += static_cast<uint32_t>(std::popcount(word));
    }
    return before;
  }
};

template <typename T>
std::string_view bytes_of(const std::vector<T>& list) {
  return {reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T)};
}

template <typename T>
std::span<const T> list_of(std::string_view bytes) {
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

bool same(const NameEntry& a, const NameEntry& b) {
  return a.kind == b.kind && a.target == b.target && a.lang == b.lang && a.acronym == b.acronym &&
         a.capital == b.capital && a.own_language == b.own_language;
}

}  // namespace

NameEntry::Slice NameTrieBuilder::keep(std::string_view text) {
  if (text.empty()) return {};
  const NameEntry::Slice where{static_cast<uint32_t>(pool_.size()),
                               static_cast<uint32_t>(text.size())};
  pool_ += text;
  return where;
}

void NameTrieBuilder::insert(std::string_view folded, NameEntry entry, std::string_view text,
                             std::string_view value, std::span<const DroppableEndings> droppable) {
  if (folded.empty()) return;
  Name name;
  name.begin = static_cast<uint32_t>(pool_.size());
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    text::append_utf8(pool_, name_character(c.value));
    at += c.length;
  }
  name.size = static_cast<uint32_t>(pool_.size()) - name.begin;
  const std::string key_copy(key(name));
  const auto add = [&](size_t begin, size_t end) {
    const std::string_view word = std::string_view(key_copy).substr(begin, end - begin);
    for (const auto& [lang, endings] : droppable) {
      for (const std::string& ending : endings) {
        if (!word.ends_with(ending)) continue;
        const size_t stem_end = end - ending.size();
        const auto letters = static_cast<uint32_t>(
            text::count_code_points(std::string_view(key_copy).substr(begin, stem_end - begin)));
        if (letters < kShortestStem) continue;
        name.stems.emplace_back(static_cast<uint32_t>(stem_end), static_cast<uint32_t>(end));
        name.letters.push_back(letters);
        name.langs.push_back(lang);
      }
    }
  };
  size_t begin = 0;
  for (size_t at = 0; at <= key_copy.size() && !droppable.empty(); ++at) {
    if (at < key_copy.size() && key_copy[at] != ' ') continue;
    add(begin, at);
    begin = at + 1;
  }
  // The text as written is mostly the key with capitals; where it is the key itself it is shared.
  entry.text = text == key_copy ? NameEntry::Slice{name.begin, name.size} : keep(text);
  entry.value = keep(value);
  name.entry = entry;
  names_.push_back(std::move(name));
}

std::string NameTrieBuilder::bytes(bool direct) const {
  std::vector<uint32_t> order(names_.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  // UTF-8 sorts as its code points do.
  std::ranges::stable_sort(order,
                           [&](uint32_t a, uint32_t b) { return key(names_[a]) < key(names_[b]); });

  struct Group {  // the names below a node, which share `depth` bytes
    uint32_t begin = 0, end = 0, depth = 0;
  };
  std::vector<Group> groups{{0, static_cast<uint32_t>(order.size()), 0}};
  std::vector<uint32_t> labels{0}, first_child, entries_of{0}, stems_of{0};
  std::vector<NameEntry> entries;
  BitVector ends, stem_bits;
  // Nodes by name and depth, for the stems: filled while the walk passes.
  struct StemAt {
    uint32_t name = 0, index = 0, from = 0;
  };
  std::vector<std::vector<uint32_t>> nodes(names_.size());  // of each name's stem ends, word ends
  for (size_t i = 0; i < names_.size(); ++i) nodes[i].resize(2 * names_[i].stems.size(), 0);

  for (uint32_t node = 0; node < groups.size(); ++node) {
    const Group group = groups[node];
    first_child.push_back(static_cast<uint32_t>(groups.size()));
    const size_t entries_before = entries.size();
    uint32_t at = group.begin;
    for (; at < group.end && key(names_[order[at]]).size() == group.depth; ++at) {
      const NameEntry& entry = names_[order[at]].entry;
      const auto known =
          std::find_if(entries.begin() + static_cast<std::ptrdiff_t>(entries_before), entries.end(),
                       [&](const NameEntry& other) { return same(other, entry); });
      if (known == entries.end()) entries.push_back(entry);
    }
    ends.push(node, entries.size() > entries_before);
    if (entries.size() > entries_before)
      entries_of.push_back(static_cast<uint32_t>(entries.size()));
    for (uint32_t i = group.begin; i < group.end; ++i) {
      const Name& name = names_[order[i]];
      for (size_t s = 0; s < name.stems.size(); ++s) {
        if (name.stems[s].first == group.depth) nodes[order[i]][2 * s] = node;
        if (name.stems[s].second == group.depth) nodes[order[i]][2 * s + 1] = node;
      }
    }
    while (at < group.end) {
      const std::string_view text = key(names_[order[at]]);
      const text::CodePoint c = text::decode(text, group.depth);
      const std::string_view front = text.substr(0, group.depth + c.length);
      uint32_t end = at + 1;
      while (end < group.end && key(names_[order[end]]).starts_with(front)) ++end;
      groups.push_back({at, end, static_cast<uint32_t>(front.size())});
      labels.push_back(static_cast<uint32_t>(c.value));
      at = end;
    }
  }
  first_child.push_back(static_cast<uint32_t>(groups.size()));
  // Only what entries show: the keys are told by the nodes.
  StringPool pool;
  for (NameEntry& entry : entries) {
    for (NameEntry::Slice* slice : {&entry.text, &entry.value}) {
      if (slice->size == 0) continue;
      const auto [begin, size] =
          pool.keep(std::string_view(pool_).substr(slice->begin, slice->size));
      *slice = {begin, size};
    }
  }

  std::vector<std::pair<uint32_t, NameStem>> found;  // node, stem
  for (size_t i = 0; i < names_.size(); ++i) {
    for (size_t s = 0; s < names_[i].stems.size(); ++s) {
      found.push_back(
          {nodes[i][2 * s], {nodes[i][2 * s + 1], names_[i].langs[s], names_[i].letters[s]}});
    }
  }
  std::ranges::stable_sort(found, {}, [](const auto& stem) { return stem.first; });
  std::vector<NameStem> stems;
  size_t next = 0;
  for (uint32_t node = 0; node < groups.size(); ++node) {
    const size_t before = stems.size();
    for (; next < found.size() && found[next].first == node; ++next) {
      const NameStem& stem = found[next].second;
      const auto known = std::find_if(
          stems.begin() + static_cast<std::ptrdiff_t>(before), stems.end(),
          [&](const NameStem& s) { return s.target == stem.target && s.lang == stem.lang; });
      if (known == stems.end()) stems.push_back(stem);
    }
    stem_bits.push(node, stems.size() > before);
    if (stems.size() > before) stems_of.push_back(static_cast<uint32_t>(stems.size()));
  }

  std::vector<uint32_t> first;
  if (direct) {
    first.assign(kDirect, NameTrie::kNone);
    for (uint32_t child = first_child[0]; child < first_child[1]; ++child) {
      if (labels[child] < kDirect) first[labels[child]] = child;
    }
  }
  const std::vector<uint32_t> end_ranks = ends.ranks(), stem_ranks = stem_bits.ranks();
  const std::array<std::string_view, kSections> sections{
      bytes_of(labels),          bytes_of(first_child), bytes_of(ends.words), bytes_of(end_ranks),
      bytes_of(stem_bits.words), bytes_of(stem_ranks),  bytes_of(entries_of), bytes_of(stems_of),
      bytes_of(entries),         bytes_of(stems),       bytes_of(first),      pool.bytes()};
  Header header{};
  std::copy(kMagic.begin(), kMagic.end(), header.magic.begin());
  std::string out(sizeof(Header), '\0');
  for (size_t i = 0; i < kSections; ++i) {
    header.bytes[i] = sections[i].size();
    out += sections[i];
    out.resize(padded(out.size()), '\0');
  }
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

NameTrie NameTrieBuilder::build(bool direct) const {
  auto owned = std::make_shared<const std::string>(bytes(direct));
  NameTrie trie = *NameTrie::from_bytes(*owned, "");
  trie.owned_ = std::move(owned);
  return trie;
}

Result<NameTrie> NameTrie::from_bytes(std::string_view bytes, std::string_view where) {
  const auto broken = [&](const char* why) {
    return failure(ErrorCode::kMalformed, std::string(where), why);
  };
  Header header;
  if (bytes.size() < sizeof header) return broken("is no name file: too short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) {
    return broken("is no name file, or one of another version");
  }
  std::array<std::string_view, kSections> sections;
  size_t at = sizeof header;
  for (size_t i = 0; i < kSections; ++i) {
    if (header.bytes[i] > bytes.size() - at) return broken("is cut short");
    sections[i] = bytes.substr(at, header.bytes[i]);
    at = std::min(at + padded(header.bytes[i]), bytes.size());
  }
  NameTrie trie{Blank{}};
  trie.labels_ = list_of<uint32_t>(sections[kLabels]);
  trie.first_child_ = list_of<uint32_t>(sections[kFirstChild]);
  trie.ends_ = {list_of<uint64_t>(sections[kEndWords]), list_of<uint32_t>(sections[kEndRanks])};
  trie.stem_bits_ = {list_of<uint64_t>(sections[kStemWords]),
                     list_of<uint32_t>(sections[kStemRanks])};
  trie.entries_of_ = list_of<uint32_t>(sections[kEntriesOf]);
  trie.stems_of_ = list_of<uint32_t>(sections[kStemsOf]);
  trie.entries_ = list_of<NameEntry>(sections[kEntries]);
  trie.stems_ = list_of<NameStem>(sections[kStems]);
  trie.first_ = list_of<uint32_t>(sections[kFirst]);
  trie.pool_ = sections[kPool];
  const size_t count = trie.labels_.size();
  if (count == 0 || trie.first_child_.size() != count + 1 ||
      trie.ends_.words.size() != trie.ends_.ranks.size() ||
      trie.ends_.words.size() != (count + 63) / 64 ||
      trie.stem_bits_.words.size() != trie.stem_bits_.ranks.size() ||
      trie.stem_bits_.words.size() != (count + 63) / 64) {
    return broken("is damaged: its parts do not fit together");
  }
  return trie;
}

}  // namespace synoptic::knowledge
