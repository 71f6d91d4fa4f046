// The zone that a page leaves out, guessed. data/clean/zones.tsv says which countries and languages
// have one zone; the offset at the date comes from ICU's copy of the IANA tables.
#include "clean/dates/zones.h"

#include <unicode/calendar.h>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>

#include "base/strings.h"
#include "base/table.h"
#include "clean/dates/dates.h"
#include "clean/site.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Entity;
using knowledge::Knowledge;

constexpr double kMillisPerMinute = 60000;

// "country EG Africa/Cairo", "language uk Europe/Kyiv", "press da Europe/Copenhagen; America/Nuuk".
class ZoneTable {
 public:
  ZoneTable() {
    for (const TableRow row : DataTable::embedded("clean/zones.tsv", 3)) {
      zones_.emplace(std::string(row[0]) + ":" + std::string(row[1]), std::string(row[2]));
    }
  }

  std::string_view zone(std::string_view kind, std::string_view code) const {
    const auto it = zones_.find(std::string(kind) + ":" + std::string(code));
    return it == zones_.end() ? std::string_view{} : std::string_view(it->second);
  }

 private:
  std::unordered_map<std::string, std::string> zones_;
};

const ZoneTable& table() {
  static const ZoneTable zones;
  return zones;
}

std::string_view zone_of_country(const Knowledge& knowledge, std::string_view country) {
  if (country.empty()) return {};
  const Entity* entity = knowledge.find(country);
  return entity == nullptr ? std::string_view{} : table().zone("country", entity->iso);
}

// A place in the outlet's own name ("Kyiv Post") tells its country.
std::string_view zone_of_name(const Knowledge& knowledge, std::string_view name) {
  for (const text::Word& word : text::words(name)) {
    if (word.spaceless) break;
    for (const Entity* entity : knowledge.find_by_name(word.range.of(name))) {
      const bool place =
          entity->type == model::EntityType::kCity || entity->type == model::EntityType::kRegion;
      if (entity->type == model::EntityType::kCountry) return table().zone("country", entity->iso);
      if (place) {
        const auto zone = zone_of_country(knowledge, entity->country);
        if (!zone.empty()) return zone;
      }
    }
  }
  return {};
}

}  // namespace

std::optional<int> offset_at(std::string_view zone, const model::DateValue& local) {
  const std::unique_ptr<icu::TimeZone> icu_zone(icu::TimeZone::createTimeZone(
      icu::UnicodeString::fromUTF8({zone.data(), static_cast<int32_t>(zone.size())})));
  if (!icu_zone || *icu_zone == icu::TimeZone::getUnknown()) return std::nullopt;
  model::DateValue plain = local;
  plain.offset_minutes.reset();
  const double moment = static_cast<double>(model::minutes_since_epoch(plain)) * kMillisPerMinute;
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  icu_zone->getOffset(moment, true, raw, saving, status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<int>((raw + saving) / kMillisPerMinute);
}

ZoneGuess guess_zone(const Knowledge& knowledge, const model::Article& article) {
  if (article.publisher) {
    const Entity* entity = knowledge.find(article.publisher->entity);
    if (entity != nullptr) {
      const auto zone = zone_of_country(knowledge, entity->country);
      // Where the site itself is known as well, the guess is a better one.
      if (!zone.empty()) {
        return {zone, "publisher country", article.publisher->domain.empty() ? "low" : "medium"};
      }
    }
  }
  const std::string page = article.url.empty() ? article.capture_url : article.url;
  const std::string host = site_of(page).host;
  const std::string tld = host.substr(host.rfind('.') + 1);
  if (tld.size() == 2) {
    const auto zone = table().zone("domain", tld);
    if (!zone.empty()) return {zone, "domain", "medium"};
  }
  if (article.publisher) {
    const auto zone = zone_of_name(knowledge, article.publisher->name);
    if (!zone.empty()) return {zone, "place in the publisher's name", "low"};
  }
  auto zone = table().zone("language", article.lang);
  if (zone.empty()) zone = table().zone("language", model::primary_language(article.lang));
  return {zone, "language", "low"};
}

std::vector<int> offsets_of_name(std::string_view name, const model::DateValue& local) {
  std::vector<int> offsets;
  for (const std::string_view zone : split_trimmed(table().zone("name", name), ';')) {
    const auto offset = offset_at(zone, local);
    const bool known = std::find(offsets.begin(), offsets.end(), offset) != offsets.end();
    if (offset && !known) offsets.push_back(*offset);
  }
  return offsets;
}

std::vector<std::string_view> press_zones(std::string_view lang) {
  std::vector<std::string_view> zones = split_trimmed(table().zone("press", lang), ';');
  if (const auto usual = table().zone("language", lang); !usual.empty()) zones.push_back(usual);
  return zones;
}

void infer_zone(const Knowledge& knowledge, model::Article& article) {
  if (!article.published) return;
  const model::DateValue& value = article.published->value;
  if (value.precision < model::Precision::kHour || !value.zone.empty()) return;
  const ZoneGuess guess = guess_zone(knowledge, article);
  if (guess.zone.empty()) return;
  const auto offset = offset_at(guess.zone, value);
  if (!offset) return;
  article.zone_inferred = model::InferredZone{
      std::string(guess.zone), *offset, std::string(guess.basis), std::string(guess.confidence)};
}

}  // namespace synoptic::clean
