// The zone of a clock time that readers are shown without one, from the moments that the page's
// data state.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "clean/dates/dates.h"
#include "clean/dates/zones.h"

namespace synoptic::clean {
namespace {

using model::DateEvidence;
using model::DateValue;
using model::Precision;

bool is_data(const DateEvidence& date) {
  constexpr std::array<std::string_view, 3> kData{"json_ld", "front_matter", "metadata"};
  return std::find(kData.begin(), kData.end(), date.where) != kData.end();
}

bool is_exact(const DateValue& value) {
  return value.offset_minutes && value.precision >= Precision::kMinute;
}

// What may state the moment that is shown: that of coming out first, then that of the last change.
std::vector<const DateEvidence*> stated_moments(const std::vector<DateEvidence>& dates) {
  std::vector<const DateEvidence*> moments;
  for (const std::string_view role : {"published", "modified"}) {
    for (const DateEvidence& date : dates) {
      const bool told = is_data(date) || date.where == "time_element" || date.where == "script";
      if (told && date.role == role && is_exact(date.value)) moments.push_back(&date);
    }
  }
  return moments;
}

// Minutes from the stated moment to the shown time as if that were in UTC: the shown clock's
// offset, if the two are one moment.
int64_t offset_between(const DateValue& shown, const DateValue& stated) {
  DateValue local = shown;
  local.offset_minutes.reset();
  return model::minutes_since_epoch(local) - model::minutes_since_epoch(stated);
}

std::string offset_text(int64_t minutes) {
  const int64_t apart = std::llabs(minutes);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", minutes < 0 ? '-' : '+',
                static_cast<int>(apart / 60), static_cast<int>(apart % 60));
  return text.data();
}

class ZoneFinder {
 public:
  ZoneFinder(const knowledge::Knowledge& knowledge, const model::Article& article)
      : shown_(article.published->value), guess_(guess_zone(knowledge, article)) {
    if (const auto own = offset_at(guess_.zone, shown_)) own_ = own;
    for (const std::string_view zone : press_zones(model::primary_language(article.lang))) {
      if (const auto offset = offset_at(zone, shown_)) usual_.push_back(*offset);
    }
  }

  // One moment with `stated`: in the same words, or by a clock that is usual for the page.
  bool agrees(const DateValue& stated) const {
    const int64_t offset = offset_between(shown_, stated);
    if (offset == *stated.offset_minutes) return offset != 0 || !is_local_called_utc(stated);
    if (offset == 0 && own_.value_or(0) != 0) return false;
    return offset == own_ || std::find(usual_.begin(), usual_.end(), offset) != usual_.end();
  }

  // Servers put the sign of UTC behind their own clock's time; a site that is known to be elsewhere
  // did not show UTC to its readers.
  bool is_local_called_utc(const DateValue& stated) const {
    return *stated.offset_minutes == 0 && offset_between(shown_, stated) == 0 &&
           guess_.confidence == "medium" && own_.value_or(0) != 0;
  }

 private:
  const DateValue& shown_;
  ZoneGuess guess_;
  std::optional<int> own_;
  std::vector<int> usual_;
};

// The one clock that the data are in, if it is not UTC.
const DateEvidence* clock_of_data(const std::vector<const DateEvidence*>& moments) {
  const DateEvidence* clock = nullptr;
  for (const DateEvidence* moment : moments) {
    if (!is_data(*moment) || *moment->value.offset_minutes == 0) continue;
    if (clock != nullptr && clock->value.offset_minutes != moment->value.offset_minutes) {
      return nullptr;
    }
    if (clock == nullptr) clock = moment;
  }
  return clock;
}

// "13:05 IST", where several zones bear the name: the one by which the shown time is a stated
// moment, the only one of the name, or that of the outlet and its language. The name is kept.
void settle_named_zone(const knowledge::Knowledge& knowledge, model::Article& article,
                       const std::vector<const DateEvidence*>& moments) {
  DateEvidence& shown = *article.published;
  const std::vector<int> named = offsets_of_name(shown.value.zone, shown.value);
  const auto bears_name = [&](int64_t offset) {
    return std::find(named.begin(), named.end(), offset) != named.end();
  };
  const auto take = [&](int64_t offset, std::string_view from) {
    shown.value.offset_minutes = static_cast<int>(offset);
    shown.rule += ", zone of that name from ";
    shown.rule += from;
  };
  for (const DateEvidence* moment : moments) {
    const int64_t offset = offset_between(shown.value, moment->value);
    const bool same_words = offset == *moment->value.offset_minutes && offset != 0;
    if (bears_name(offset) || same_words) return take(offset, moment->where);
  }
  if (named.size() == 1) return take(named.front(), "its name");
  if (const DateEvidence* clock = clock_of_data(moments)) {
    if (bears_name(*clock->value.offset_minutes)) {
      return take(*clock->value.offset_minutes, clock->where);
    }
  }
  const ZoneGuess guess = guess_zone(knowledge, article);
  const auto own = offset_at(guess.zone, shown.value);
  if (own && bears_name(*own)) take(*own, guess.basis);
}

}  // namespace

void take_stated_zone(const knowledge::Knowledge& knowledge, model::Article& article) {
  if (!article.published) return;
  DateEvidence& shown = *article.published;
  const bool named = !shown.value.zone.empty();
  if (shown.value.precision < Precision::kMinute || (named && shown.value.offset_minutes)) return;
  const auto moments = stated_moments(article.dates);
  if (named) return settle_named_zone(knowledge, article, moments);
  if (moments.empty()) return;
  const auto take = [&](int64_t offset, std::string zone, const DateEvidence& from) {
    shown.value.offset_minutes = static_cast<int>(offset);
    shown.value.zone = std::move(zone);
    shown.rule += ", zone from " + from.where;
  };
  const ZoneFinder finder(knowledge, article);
  // A clock ahead of UTC or behind it is no accident; UTC may be a server's habit.
  for (const bool utc : {false, true}) {
    for (const DateEvidence* moment : moments) {
      const int64_t offset = offset_between(shown.value, moment->value);
      if ((offset == 0) != utc || !finder.agrees(moment->value)) continue;
      const bool same_words = offset == *moment->value.offset_minutes;
      return take(offset, same_words ? moment->value.zone : offset_text(offset), *moment);
    }
  }
  // Two times of one page, by one clock.
  if (const DateEvidence* clock = clock_of_data(moments)) {
    return take(*clock->value.offset_minutes, clock->value.zone, *clock);
  }
  // A moment that is known is better than a time of that day by an unknown clock.
  for (const DateEvidence* moment : moments) {
    if (finder.is_local_called_utc(moment->value)) return;
    if (moment->role != "published" || !is_data(*moment)) continue;
    if (model::is_same_day(moment->value, shown.value)) {
      article.published = *moment;
      return;
    }
  }
}

}  // namespace synoptic::clean
