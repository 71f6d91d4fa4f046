#include "knowledge/pack_set.h"

#include <algorithm>

namespace synoptic::knowledge {

void PackSet::add(std::shared_ptr<const Pack> pack) {
  Loaded loaded{std::move(pack), next_, {}};
  for (size_t i = 0; i < ids_->size(); ++i) {
    const auto same = loaded.pack->find(ids_->key(i));
    if (same) loaded.same.emplace(*same, ids_->numbers(i).front());
  }
  // Towns of the shipped pack keep their number in a pack of one's own.
  constexpr size_t kMostShared = 100000;
  for (size_t p = 0; p < packs_.size(); ++p) {
    const Pack& earlier = *packs_[p].pack;
    if (earlier.size() > kMostShared) continue;
    for (uint32_t i = 0; i < earlier.size(); ++i) {
      if (const auto same = loaded.pack->find(earlier.id(i))) {
        loaded.same.emplace(*same, global(p, i));
      }
    }
  }
  next_ += static_cast<uint32_t>(loaded.pack->size());
  packs_.push_back(std::move(loaded));
}

void PackSet::add(std::shared_ptr<const Pack> pack, std::span<const Pair> same) {
  Loaded loaded{std::move(pack), next_, {}};
  for (const Pair& pair : same) loaded.same.emplace(pair.from, pair.to);
  next_ += static_cast<uint32_t>(loaded.pack->size());
  packs_.push_back(std::move(loaded));
}

std::vector<Pair> PackSet::same(size_t pack) const {
  std::vector<Pair> found;
  for (const auto& [own, index] : packs_[pack].same) found.push_back({own, index});
  std::ranges::sort(found, {}, &Pair::from);
  return found;
}

uint32_t PackSet::global(size_t pack, uint32_t target) const {
  const Loaded& loaded = packs_[pack];
  const auto same = loaded.same.find(target);
  return same == loaded.same.end() ? loaded.base + target : same->second;
}

const Entity& PackSet::entity(uint32_t index) const {
  const std::lock_guard lock(mutex_);
  auto& made = made_[index];
  if (made) return *made;
  size_t pack = packs_.size() - 1;
  while (pack > 0 && packs_[pack].base > index) --pack;
  const PackEntity source = packs_[pack].pack->entity(index - packs_[pack].base);
  auto entity = std::make_unique<Entity>();
  entity->id = source.id;
  entity->type = source.type;
  const bool wikidata = source.id.size() > 1 && source.id[0] == 'Q' &&
                        source.id.find_first_not_of("0123456789", 1) == std::string::npos;
  if (wikidata) entity->wikidata = source.id;
  const auto country = ids_->first(source.country);
  entity->country = country ? tables_[*country].id : source.country;
  for (const PackName& name : source.names) {
    entity->aliases.push_back(
        {name.text, name.lang, name.strength.value_or(Strength::kAmbiguous), false});
  }
  if (!entity->aliases.empty()) entity->name = entity->aliases.front().text;
  entity->name = std::string(entity->name_in(kCanonicalLanguage));
  made = std::move(entity);
  return *made;
}

const Entity* PackSet::find(std::string_view id) const {
  for (size_t pack = 0; pack < packs_.size(); ++pack) {
    if (const auto found = packs_[pack].pack->find(id)) {
      const uint32_t index = global(pack, *found);
      return index < tables_.size() ? &tables_[index] : &entity(index);
    }
  }
  return nullptr;
}

}  // namespace synoptic::knowledge
