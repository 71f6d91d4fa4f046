// The packs that were loaded beside the tables, as one row of entities behind those of the tables.
// Private to the room.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/pack.h"
#include "knowledge/table_index.h"

namespace synoptic::knowledge {

class PackSet {
 public:
  // `tables`: the entities of the tables, by index, and `ids`, theirs and their Wikidata ids; both
  // outlive the set. What a pack calls by such an id is that entity, and the pack only lends it
  // names.
  PackSet(Rows<Entity> tables, const KeyTable& ids) : tables_(tables), ids_(&ids) {
    next_ = static_cast<uint32_t>(tables.size());
  }
  void add(std::shared_ptr<const Pack> pack);
  // The first pack, with what same() told of it.
  void add(std::shared_ptr<const Pack> pack, std::span<const Pair> same);
  std::vector<Pair> same(size_t pack) const;  // index in the pack, index among all; rising

  bool empty() const { return packs_.empty(); }
  size_t packs() const { return packs_.size(); }
  const NameTrie& names(size_t pack) const { return packs_[pack].pack->names(); }
  // The index, among all entities, of what a name of the pack's trie means.
  uint32_t global(size_t pack, uint32_t target) const;
  // Made when first asked for; then kept. Safe from any thread.
  const Entity& entity(uint32_t index) const;
  const Entity* find(std::string_view id) const;
  size_t entities() const { return next_ - tables_.size(); }

 private:
  struct Loaded {
    std::shared_ptr<const Pack> pack;
    uint32_t base = 0;
    std::unordered_map<uint32_t, uint32_t> same;  // index in the pack -> in the tables
  };

  Rows<Entity> tables_;
  const KeyTable* ids_;
  uint32_t next_ = 0;
  std::vector<Loaded> packs_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<uint32_t, std::unique_ptr<const Entity>> made_;
};

}  // namespace synoptic::knowledge
