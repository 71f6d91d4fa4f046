#include "clean/dates/dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "base/strings.h"

namespace synoptic::clean {
namespace {

using model::DateEvidence;
using model::DateValue;
using model::Precision;

constexpr int kWidestZoneShift = 14 * 60;  // the same moment, told in the zones farthest apart
constexpr int kFarthestBehind = 12, kFarthestAhead = 14;  // hours, zones from UTC

struct PlaceWorth {
  std::string_view where;
  double worth;
};
// A line that readers see outweighs what only machines see, and a label outweighs a bare date.
constexpr std::array<PlaceWorth, 11> kWorth{{{"label", 69},
                                             {"byline", 60},
                                             {"json_ld", 60},
                                             {"metadata", 56},
                                             {"time_element", 55},
                                             {"front_matter", 50},
                                             {"dateline", 48},
                                             {"script", 45},
                                             {"url", 30},
                                             {"image", 15},
                                             {"origin", 10}}};
constexpr double kMinuteBonus = 15, kHourBonus = 8, kZoneBonus = 2, kAgreement = 5;
constexpr double kWeekdayRight = 15, kWeekdayWrong = -20, kNoDay = -25;

double worth_of(std::string_view where) {
  for (const PlaceWorth& place : kWorth) {
    if (place.where == where) return place.worth;
  }
  return 20;
}

int64_t minutes_apart(const DateValue& a, const DateValue& b) {
  return std::llabs(model::minutes_since_epoch(a) - model::minutes_since_epoch(b));
}

// One moment in two zones may have two days.
bool days_agree(const DateValue& a, const DateValue& b) {
  if (a.precision < Precision::kDay || b.precision < Precision::kDay) {
    return a.year == b.year && (a.precision < Precision::kMonth ||
                                b.precision < Precision::kMonth || a.month == b.month);
  }
  if (model::is_same_day(a, b)) return true;
  const bool timed = a.precision >= Precision::kHour && b.precision >= Precision::kHour;
  if (!timed || (!a.offset_minutes && !b.offset_minutes)) return false;
  const int64_t apart = minutes_apart(a, b);
  const bool both = a.offset_minutes && b.offset_minutes;
  return apart <= (both ? 60 : kWidestZoneShift);
}

// Reports are written the day before they are printed.
bool is_eve(const DateEvidence& date, const DateEvidence& published) {
  return date.where == "dateline" &&
         model::days_from_civil(published.value) - model::days_from_civil(date.value) == 1;
}

bool competes(const DateEvidence& date) { return date.role == "published"; }

// Dates of many days from one kind of place are those of a list of articles.
constexpr size_t kMostDays = 3;
constexpr double kListed = -35;
constexpr double kLeastScore = 0;
constexpr double kOneOfSeveral = -8;  // for each other day

size_t days_from(const std::vector<DateEvidence>& dates, std::string_view where) {
  std::vector<const DateEvidence*> days;
  for (const DateEvidence& date : dates) {
    if (date.role != "published" || date.where != where) continue;
    const bool known = std::any_of(days.begin(), days.end(), [&](const DateEvidence* other) {
      return model::is_same_day(other->value, date.value);
    });
    if (!known && days.size() <= kMostDays) days.push_back(&date);
  }
  return days.size();
}

bool is_stated(const DateEvidence& date) {  // in data that readers do not see
  return date.where == "json_ld" || date.where == "metadata";
}

bool is_near(const DateEvidence& date) {
  return date.rule.find("near the headline") != std::string::npos;
}

// What readers are shown is the day of the last change, where the data tell an earlier one.
constexpr double kChangeShown = -12;
// After about a year it is a new edition: its day at the headline, with no word of a change, is the
// text's.
constexpr double kNewEdition = 30;
constexpr int64_t kYearAbout = 300;

bool shows_change(const std::vector<DateEvidence>& dates, const DateEvidence& date,
                  int64_t days_before) {
  if (is_stated(date)) return false;
  const auto any = [&](auto says) { return std::any_of(dates.begin(), dates.end(), says); };
  return any([&](const DateEvidence& other) {
           return other.role == "modified" && other.where != "url" &&
                  model::is_same_day(other.value, date.value);
         }) &&
         any([&](const DateEvidence& other) {
           return competes(other) && is_stated(other) && other.value.precision >= Precision::kDay &&
                  model::minutes_since_epoch(other.value) + days_before * 24 * 60 <
                      model::minutes_since_epoch(date.value);
         });
}

// The data publish on that day as well.
bool is_stated_day(const std::vector<DateEvidence>& dates, const DateEvidence& date) {
  return std::any_of(dates.begin(), dates.end(), [&](const DateEvidence& other) {
    return competes(other) && is_stated(other) && days_agree(other.value, date.value);
  });
}

bool is_new_edition(const std::vector<DateEvidence>& dates, const DateEvidence& date) {
  if (!competes(date) || date.where != "byline" || !is_near(date)) return false;
  const bool alone = std::none_of(dates.begin(), dates.end(), [&](const DateEvidence& other) {
    const bool shown = other.where == "byline" || other.where == "label" || other.where == "url" ||
                       other.where == "time_element";
    return shown && (competes(other) || other.where == "label") &&
           other.value.precision >= Precision::kDay && !days_agree(other.value, date.value) &&
           (other.where != "url" || is_stated_day(dates, other));
  });
  return alone && shows_change(dates, date, kYearAbout);
}

// Another day stands near the headline, this one does not.
constexpr double kFarther = -10;

bool stands_farther(const std::vector<DateEvidence>& dates, const DateEvidence& date) {
  return (date.where == "byline" || date.where == "label") && !is_near(date) &&
         std::any_of(dates.begin(), dates.end(), [&](const DateEvidence& other) {
           return competes(other) && other.where == "byline" && is_near(other);
         });
}

// The page's address tells another day than a line far from the headline.
constexpr double kNotOfAddress = -35;

bool belies_address(const std::vector<DateEvidence>& dates, const DateEvidence& date) {
  const bool line = date.where == "byline" || date.where == "label";
  const bool weak = (line && !is_near(date)) || date.where == "time_element";
  return weak && std::any_of(dates.begin(), dates.end(), [&](const DateEvidence& other) {
           return other.where == "url" && competes(other) &&
                  other.value.precision >= Precision::kDay &&
                  std::llabs(model::days_from_civil(other.value) -
                             model::days_from_civil(date.value)) > (date.where == "byline" ? 0 : 1);
         });
}

// 3/4 and 4/3: which number is the month?
bool is_ambiguous(const DateEvidence& date) {
  return date.value.precision >= Precision::kDay && date.value.day <= 12 &&
         date.value.day != date.value.month &&
         (date.rule.find("numeric dmy") != std::string::npos ||
          date.rule.find("numeric mdy") != std::string::npos);
}

// The order of the numbers is the one in which they say the same day as a date that is told
// otherwise.
void turn_numbers(std::vector<DateEvidence>& dates) {
  for (DateEvidence& date : dates) {
    if (!is_ambiguous(date)) continue;
    DateValue turned = date.value;
    std::swap(turned.day, turned.month);
    bool as_read = false, as_turned = false;
    for (const DateEvidence& other : dates) {
      if (&other == &date || is_ambiguous(other) || other.value.precision < Precision::kDay) {
        continue;
      }
      as_read |= model::is_same_day(other.value, date.value);
      as_turned |= model::is_same_day(other.value, turned);
    }
    if (as_turned && !as_read) date.value = turned;
  }
}

// Data that give one moment for coming out and for the last change were stamped when the page was
// made; a by-line that tells an earlier day knows better.
constexpr double kStamped = -20;

bool is_stamp(const std::vector<DateEvidence>& dates, const DateEvidence& date) {
  if (date.where != "json_ld" && date.where != "metadata") return false;
  if (days_from(dates, "byline") > 1) return false;  // which of them is it?
  const auto any = [&](auto says) { return std::any_of(dates.begin(), dates.end(), says); };
  return any([&](const DateEvidence& other) {
           return other.role == "modified" && other.where == date.where &&
                  minutes_apart(other.value, date.value) <= 1;
         }) &&
         !any([&](const DateEvidence& other) {  // readers are shown that day as well
           return (other.where == "byline" || other.where == "label") &&
                  model::is_same_day(other.value, date.value);
         }) &&
         any([&](const DateEvidence& other) {
           return competes(other) && (other.where == "byline" || other.where == "label") &&
                  other.value.precision >= Precision::kDay &&
                  model::minutes_since_epoch(other.value) + (24 + kFarthestAhead) * 60 <
                      model::minutes_since_epoch(date.value);
         });
}

void score(std::vector<DateEvidence>& dates) {
  const auto several = static_cast<double>(std::max<size_t>(days_from(dates, "byline"), 1) - 1);
  const bool listed_times = days_from(dates, "time_element") > kMostDays;
  const bool listed_lines = days_from(dates, "byline") > kMostDays;
  for (DateEvidence& date : dates) {
    date.score += worth_of(date.where);  // the reader may have taken off what it doubts
    if (date.where == "time_element" && listed_times) date.score += kListed;
    if (date.where == "byline") date.score += listed_lines ? kListed : kOneOfSeveral * several;
    if (stands_farther(dates, date)) date.score += kFarther;
    if (belies_address(dates, date)) date.score += kNotOfAddress;
    if (is_new_edition(dates, date))
      date.score += kNewEdition;
    else if (shows_change(dates, date, 1))
      date.score += kChangeShown;
    if (is_stamp(dates, date)) date.score += kStamped;
    if (date.value.precision >= Precision::kMinute)
      date.score += kMinuteBonus;
    else if (date.value.precision == Precision::kHour)
      date.score += kHourBonus;
    else if (date.value.precision < Precision::kDay)
      date.score += kNoDay;
    if (!date.value.zone.empty()) date.score += kZoneBonus;
    if (date.weekday_agrees) date.score += *date.weekday_agrees ? kWeekdayRight : kWeekdayWrong;
    double agreeing = 0;
    for (const DateEvidence& other : dates) {
      agreeing += &other != &date && competes(other) && other.where != date.where &&
                  model::is_same_day(other.value, date.value);
    }
    date.score += kAgreement * std::min(agreeing, 3.0);
    if (!competes(date) && date.role != "modified") date.score = 0;
  }
}

const DateEvidence* best_of(const std::vector<DateEvidence>& dates, std::string_view role) {
  const DateEvidence* best = nullptr;
  for (const DateEvidence& date : dates) {
    if (date.role == role && (best == nullptr || date.score > best->score)) best = &date;
  }
  // One of a list's days is no better than none.
  if (best == nullptr || (role == "published" && best->score < kLeastScore)) return nullptr;
  // The same day told more exactly elsewhere.
  const DateEvidence* finer = best;
  for (const DateEvidence& date : dates) {
    if (date.role == role && model::is_same_day(date.value, best->value) &&
        std::min(date.value.precision, Precision::kMinute) >
            std::min(finer->value.precision, Precision::kMinute)) {
      finer = &date;
    }
  }
  return finer;
}

// Servers stamp in UTC; the one day that readers are shown is the outlet's own, where that moment
// can be of that day.
const DateEvidence* shown_beside(const std::vector<DateEvidence>& dates, const DateEvidence& best) {
  if (!is_stated(best) && best.where != "script") return nullptr;
  if (best.value.precision < Precision::kHour || best.value.offset_minutes.value_or(0) != 0) {
    return nullptr;
  }
  const DateEvidence* shown = nullptr;
  for (const DateEvidence& date : dates) {
    if (date.where == "script" && date.rule.starts_with("local day") && competes(date)) {
      return &date;
    }
    if (!competes(date) || date.value.precision < Precision::kDay) continue;
    if (date.where != "byline" && date.where != "label" && date.where != "time_element") continue;
    if (shown != nullptr && !model::is_same_day(shown->value, date.value)) return nullptr;
    if (shown == nullptr || date.value.precision > shown->value.precision) shown = &date;
  }
  // Without its clock time it may as well be a paper's day, printed the evening before.
  if (shown == nullptr || shown->value.precision < Precision::kMinute) return nullptr;
  const int64_t later = model::days_from_civil(shown->value) - model::days_from_civil(best.value);
  const bool agrees = (later == 1 && best.value.hour + kFarthestAhead >= 24) ||
                      (later == -1 && best.value.hour < kFarthestBehind);
  // Zones are whole quarters of an hour apart.
  const bool same_moment = (shown->value.minute - best.value.minute) % 15 == 0;
  return agrees && (same_moment || best.where != "json_ld") ? shown : nullptr;
}

}  // namespace

void choose_dates(model::Article& article) {
  // The same date from the same place twice is one candidate.
  std::vector<DateEvidence> unique;
  for (DateEvidence& date : article.dates) {
    const bool known = std::any_of(unique.begin(), unique.end(), [&](const DateEvidence& other) {
      return other.value == date.value && other.where == date.where && other.role == date.role;
    });
    if (!known) unique.push_back(std::move(date));
  }
  article.dates = std::move(unique);
  turn_numbers(article.dates);
  score(article.dates);
  if (const DateEvidence* best = best_of(article.dates, "published")) {
    if (const DateEvidence* shown = shown_beside(article.dates, *best)) best = shown;
    article.published = *best;
    for (const DateEvidence& date : article.dates) {
      if (competes(date) && date.value.precision >= Precision::kDay &&
          !days_agree(date.value, best->value) && !is_eve(date, *best)) {
        article.date_conflict = true;
      }
    }
  }
  if (const DateEvidence* best = best_of(article.dates, "modified")) article.modified = *best;
  // A page that tells only of its last change came out then at the latest.
  if (!article.published && article.modified &&
      article.modified->value.precision >= Precision::kDay) {
    article.published = article.modified;
    article.published->rule += ", the only date told";
  }
}

}  // namespace synoptic::clean
