#include "annotate/standings_country.h"

#include <algorithm>

namespace synoptic::annotate {
namespace {

constexpr size_t kReach = 64;  // names in which "the country" may have been named

const knowledge::Entity* country_of(const knowledge::Entity* entity,
                                    const knowledge::Knowledge& knowledge) {
  return entity == nullptr || entity->country.empty() ? nullptr : knowledge.find(entity->country);
}

// "The Russian government" names Russia, too.
const knowledge::Entity* country_in(const model::Mention& mention,
                                    const knowledge::Knowledge& knowledge) {
  const auto* entity = knowledge.find(mention.entity);
  return mention.type == model::EntityType::kCountry ? entity : country_of(entity, knowledge);
}

}  // namespace

std::pair<const knowledge::Entity*, std::string_view> country_meant(
    const model::Article& article, const syntax::Passage& passage, uint32_t end,
    const model::Mention& subject, const knowledge::Knowledge& knowledge) {
  if (const auto* own = country_of(knowledge.find(subject.entity), knowledge)) {
    return {own, ", its country"};
  }
  const auto named = syntax::mentions_in(passage, {0, end});
  for (size_t i = 0; i < std::min(named.size(), kReach); ++i) {
    if (const auto* country = country_in(*named[named.size() - 1 - i], knowledge)) {
      return {country, ", the country named last"};
    }
  }
  if (article.publisher) {
    if (const auto* own = country_of(knowledge.find(article.publisher->entity), knowledge)) {
      return {own, ", the paper's country"};
    }
  }
  return {nullptr, {}};
}

}  // namespace synoptic::annotate
