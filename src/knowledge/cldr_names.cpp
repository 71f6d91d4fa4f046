#include "knowledge/cldr_names.h"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>

#include "base/strings.h"
#include "knowledge/name_index.h"
#include "model/article.h"
#include "text/fold.h"

namespace synoptic::knowledge {
namespace {

using Place = std::pair<std::string, uint32_t>;  // ISO code or time zone; entity

std::vector<Place> countries(const Knowledge& knowledge) {
  std::vector<Place> found;
  const auto entities = knowledge.entities();
  for (uint32_t i = 0; i < entities.size(); ++i) {
    if (entities[i].iso.size() == 2) found.emplace_back(entities[i].iso, i);
  }
  return found;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::unique_ptr<icu::TimeZoneNames> zone_names(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::TimeZoneNames> names(icu::TimeZoneNames::createInstance(locale, status));
  return U_SUCCESS(status) ? std::move(names) : nullptr;
}

// Our own names of a language are the better ones.
bool is_named_in(const Entity& entity, const std::string& lang) {
  return std::ranges::any_of(entity.aliases, [&](const Alias& alias) {
    return !alias.adjective && model::primary_language(alias.lang) == lang;
  });
}

// Zones whose English city is a city of the tables.
std::vector<Place> cities(const Knowledge& knowledge) {
  std::vector<Place> found;
  const auto names = zone_names(icu::Locale::getEnglish());
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  if (!names || U_FAILURE(status)) return found;
  while (const icu::UnicodeString* zone = zones->snext(status)) {
    icu::UnicodeString city;
    names->getExemplarLocationName(*zone, city);
    const std::string english = utf8(city);
    if (english.empty()) continue;
    const Entity* only = nullptr;
    int count = 0;
    for (const Entity* entity : knowledge.find_by_name(english)) {
      if (entity->type != model::EntityType::kCity) continue;
      // Towns of packs have names enough.
      if (!knowledge.is_of_tables(*entity)) continue;
      only = entity;
      ++count;
    }
    if (count != 1) continue;
    const int32_t index = knowledge.names().entity_index(only->id);
    found.emplace_back(utf8(*zone), static_cast<uint32_t>(index));
  }
  return found;
}

}  // namespace

std::vector<CldrName> cldr_names(const Knowledge& knowledge) {
  const std::vector<Place> lands = countries(knowledge), towns = cities(knowledge);
  int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  std::set<std::tuple<std::string, uint32_t, std::string>> seen;
  for (int32_t i = 0; i < count; ++i) {
    const icu::Locale& locale = locales[i];
    const std::string lang = locale.getLanguage();
    if (locale.getCountry()[0] != '\0') continue;  // A region seldom changes a name.
    const auto add = [&](uint32_t entity, const icu::UnicodeString& name) {
      const std::string text = utf8(name);
      if (text.empty() || is_named_in(knowledge.entities()[entity], lang)) return;
      if (text != knowledge.entities()[entity].iso) {
        seen.emplace(lang, entity, text);
      }
    };
    for (const auto& [iso, entity] : lands) {
      icu::UnicodeString name;
      icu::Locale("", iso.c_str()).getDisplayCountry(locale, name);
      add(entity, name);
    }
    const auto names = zone_names(locale);
    if (!names) continue;
    for (const auto& [zone, entity] : towns) {
      icu::UnicodeString name;
      names->getExemplarLocationName(icu::UnicodeString::fromUTF8(zone), name);
      add(entity, name);
    }
  }
  std::vector<CldrName> found;
  found.reserve(seen.size());
  for (const auto& [lang, entity, text] : seen) found.push_back({entity, lang, text});
  return found;
}

}  // namespace synoptic::knowledge
