#include "annotate/names/article_countries.h"

#include <algorithm>
#include <map>

namespace synoptic::annotate {

using model::EntityType;

ArticleCountries::ArticleCountries(const Work& work) : work_(work) { find_dominant(); }

void ArticleCountries::find_dominant() {
  std::map<int32_t, size_t> counts, with_places, phrases;
  size_t all = 0;
  std::set<int32_t> titled;
  std::set<int32_t> told_by_noun;  // "the South Korean firm" alone is no news of South Korea
  for (const Draft& draft : work_.drafts) {
    const int32_t country = of(draft);
    const int32_t place = country < 0 ? of_place(draft) : country;
    if (place >= 0) ++with_places[place];
    if (country < 0 && place >= 0) told_by_noun.insert(place);
    if (country < 0) continue;
    ++counts[country];
    phrases[country] += draft.inside ? 0 : 1;  // "the French president" is one
    ++all;
    if (draft.form != "adjective") told_by_noun.insert(country);
    if (work_.texts[draft.text].block == model::kTitleBlock) titled.insert(country);
  }
  for (const auto& [country, count] : counts) {
    const bool alone_in_title = titled.size() <= 1 && (titled.empty() || titled.contains(country));
    if (count * 10 >= all * 7 && phrases[country] >= 2 && alone_in_title &&
        told_by_noun.contains(country)) {
      dominant_ = country;
    }
  }
  for (const auto& [country, count] : with_places) named_.insert(country);
  // "No Spaniards were hurt" in Porto: towns tell of another country more often.
  const auto is_more = [&](const auto& one) { return one.second > with_places[dominant_]; };
  if (dominant_ >= 0 && std::ranges::any_of(with_places, is_more)) dominant_ = -1;
  for (const Draft& draft : work_.drafts) {
    if (dominant_ < 0) break;
    if (of(draft) != dominant_ && of_place(draft) != dominant_) continue;
    dominant_from_ = std::min(dominant_from_, place_in_text(work_, draft));
  }
}

int32_t ArticleCountries::of(const Draft& draft) const {
  if (draft.dropped) return -1;
  if (draft.country >= 0) return draft.country;
  if (is_country(work_, draft.entity)) return draft.entity;
  if (!draft.of.empty()) {
    const int32_t of = work_.names.entity_index(draft.of);
    if (is_country(work_, of)) return of;
  }
  return -1;
}

int32_t ArticleCountries::of_place(const Draft& draft) const {
  if (draft.dropped || draft.entity < 0) return -1;
  const knowledge::Entity& place = work_.entity(draft.entity);
  const bool in_country = place.type == EntityType::kCity || place.type == EntityType::kRegion ||
                          place.type == EntityType::kFacility;
  return in_country && !place.country.empty() ? work_.names.entity_index(place.country) : -1;
}

int32_t ArticleCountries::of_publisher() const {
  const auto& publisher = work_.article.publisher;
  if (publisher && !publisher->entity.empty()) {
    const auto* known = work_.knowledge.find(publisher->entity);
    if (known != nullptr && !known->country.empty()) {
      return work_.names.entity_index(known->country);
    }
  }
  const auto& homes = work_.cues("mention_home");
  if (homes.size() != 1) return -1;
  std::string iso = homes.front()->text;  // folded
  for (char& c : iso) c = static_cast<char>(c - 'a' + 'A');
  const auto* home = work_.knowledge.find_by_iso(iso);
  return home == nullptr ? -1 : work_.names.entity_index(home->id);
}

}  // namespace synoptic::annotate
