// Clock times and zones of written dates.
#include "knowledge/calendar_forms.h"

namespace synoptic::knowledge {
namespace {

constexpr int kNoon = 12;
constexpr int kNightWord = 2;                 // the value of a word for the night in the table
constexpr int kNight = 24, kLastOfNight = 4;  // a half of the day that goes on behind midnight
constexpr int kLastHour = 24;
constexpr int kFurthestAhead = 14 * 60, kFurthestBehind = 12 * 60;

// "रात 10 बजे" is 22:00, "रात 2 बजे" is 2:00.
int hour_in_half(int hour, int half) {
  if (half != kNight) return hour % kNoon + half;
  if (hour == kNoon) return 0;
  return hour <= kLastOfNight ? hour : hour % kNoon + kNoon;
}

}  // namespace

// AM or PM words; shift: 0, 12, or that of the night.
bool DateReader::half_of_day(size_t& at, int& shift) const {
  if (is(at, DateWord::kAm)) {
    shift = 0;
  } else if (const WordReading* late = reading(at, DateWord::kPm)) {
    shift = late->value == kNightWord ? kNight : kNoon;
  } else {
    return false;
  }
  ++at;
  return true;
}

// 14:01, 14:01:09.250, and 11.25 where a clock word announces it.
bool DateReader::clock_digits(size_t& at, DateFields& fields, bool announced) const {
  size_t next = at;
  if (!number(next) || tokens_[next].digits > 2 || tokens_[next].value > kLastHour) return false;
  // "17 September 2013-21:29", "3 December 2009,9:36": the year is no part of the clock.
  const bool behind_year = next >= 2 && mark(next - 1, U",") && tokens_[next - 2].digits == 4;
  if (joined_to_number(next) && !(next >= 1 && mark(next - 1, U"-")) && !behind_year) return false;
  fields.hour = static_cast<int>(tokens_[next].value);
  ++next;
  const bool apart = mark(next, U":") && !glued(next) && !glued(next + 1);  // "9 : 29 PM"
  const bool colon = apart || (mark(next, U":") && glued(next));
  const bool dot = mark(next, U".") && glued(next) && glued(next + 1);
  const bool minutes =
      number(next + 1) && tokens_[next + 1].digits == 2 && tokens_[next + 1].value < 60;
  if (!(colon || dot) || !minutes) return false;
  if ((dot && !announced) || apart) {
    size_t behind = next + 2;
    int shift = 0;
    DateFields ignored;
    const bool clear = is(behind, DateWord::kClockEnd) || is(behind, DateWord::kClockNoun) ||
                       half_of_day(behind, shift) || zone(behind, ignored);
    if (!clear) return false;
  }
  fields.minute = static_cast<int>(tokens_[next + 1].value);
  next += 2;
  const bool more = (mark(next, U":") || (dot && mark(next, U"."))) && glued(next) &&
                    number(next + 1) && glued(next + 1) && tokens_[next + 1].digits == 2 &&
                    tokens_[next + 1].value <= 60;
  if (more) {
    fields.second = static_cast<int>(tokens_[next + 1].value) % 60;
    next += 2;
    if (mark(next, U".,") && glued(next) && number(next + 1) && glued(next + 1)) next += 2;
  }
  at = next;
  return true;
}

// "0340 GMT": four digits are a clock only in front of a zone, and where they look like no year.
bool DateReader::clock_in_one(size_t& at, DateFields& fields) const {
  if (!options_.allow_partial || !number(at) || tokens_[at].digits != 4 || joined_to_number(at)) {
    return false;
  }
  constexpr int64_t kHour = 100, kMinutes = 60, kFirstYear = 1900, kLastYear = 2099;
  const int64_t value = tokens_[at].value;
  size_t behind = at + 1;
  DateFields ignored;
  if (value >= kFirstYear && value <= kLastYear) return false;
  if (value / kHour >= kLastHour || value % kHour >= kMinutes || mark(behind, U"+-") ||
      !zone(behind, ignored)) {
    return false;
  }
  fields.hour = static_cast<int>(value / kHour);
  fields.minute = static_cast<int>(value % kHour);
  ++at;
  return true;
}

// 14时01分, 오후 3시, 10h11.
bool DateReader::clock_marks(size_t& at, DateFields& fields) const {
  size_t next = at;
  if (!number(next) || tokens_[next].digits > 2 || tokens_[next].value > kLastHour ||
      joined_to_number(next) || !is(next + 1, DateWord::kHourMark)) {
    return false;
  }
  if (is(next + 2, DateWord::kStretch)) return false;
  // 百分之五点四: five point four.
  if (tokens_[next].han_number && next > 0 && tokens_[next - 1].mark == U'之') return false;
  const bool latin = tokens_[next + 1].one_letter && tokens_[next + 1].mark == 0;
  fields.hour = static_cast<int>(tokens_[next].value);
  next += 2;
  // "21 h 05", where no longer date begins with the 05
  const bool apart =
      latin && (options_.allow_partial || !(glued(next + 1) && mark(next + 1, U"/.-")));
  if (number(next) && tokens_[next].digits <= 2 && tokens_[next].value < 60 &&
      (is(next + 1, DateWord::kMinuteMark) ||
       ((glued(next) || apart) && tokens_[next].digits == 2))) {
    fields.minute = static_cast<int>(tokens_[next].value);
    ++next;
    skip(next, DateWord::kMinuteMark);
    if (number(next) && is(next + 1, DateWord::kSecondMark) && tokens_[next].value < 60) {
      fields.second = static_cast<int>(tokens_[next].value);
      next += 2;
    }
  } else if (is(next, DateWord::kHalf)) {
    fields.minute = 30;
    ++next;
  }
  at = next;
  return true;
}

// "3 و 30 دقیقه", "3 Uhr 30", "tres y media": the minutes behind an hour.
void DateReader::minutes_behind(size_t& at, int& minute) const {
  size_t next = at;
  const bool joined = skip(next, DateWord::kClockAnd);
  if (const WordReading* past = reading(next, DateWord::kPastHour)) {
    minute = past->value;
    at = next + 1;
    return;
  }
  if (!number(next) || tokens_[next].digits > 2 || tokens_[next].value >= 60) return;
  const bool noun = is(next + 1, DateWord::kMinuteNoun);
  const bool hours = is(next - 1, DateWord::kClockNoun) || is(next - 1, DateWord::kClockEnd);
  const bool bare = !joined && tokens_[next].digits == 2 && !glued(next) && hours &&
                    (next + 1 >= tokens_.size() || mark(next + 1, U".,;)|-\u00B7\u2022\u2013"));
  if (!noun && !bare) return;
  minute = static_cast<int>(tokens_[next].value);
  at = next + (noun ? 2 : 1);
}

// "20 Uhr", "à 10 heures", "saat 9": an hour that a word makes one. Durations look the same where
// nothing announces a clock, so most words behind the number are not enough.
bool DateReader::bare_hour(size_t& at, DateFields& fields, int& shift, bool behind_date) const {
  if (!options_.allow_partial && !behind_date) return false;
  size_t next = at;
  const bool counted =  // "3 saat 20": three hours; "2025 saat 20": a year
      next >= 2 && number(next - 2) && !(behind_date && tokens_[next - 2].digits == 4);
  const bool sure = !counted && next > 0 && is(next - 1, DateWord::kClockSure);
  const bool announced =
      sure || shift >= 0 || behind_date || (next > 0 && is(next - 1, DateWord::kClock));
  int hour = 0, minute = 0;
  // "half past three", साढ़े तीन, "halb vier": the part is told before its hour.
  const WordReading* part = reading(next, DateWord::kPartOfHour);
  if (part != nullptr) {
    minute = part->value;
    ++next;
  }
  bool named = false;
  if (number(next) && tokens_[next].digits <= 2 && tokens_[next].value <= kLastHour &&
      !joined_to_number(next)) {
    hour = static_cast<int>(tokens_[next].value);
  } else if (is(next, DateWord::kHourName)) {
    hour = reading(next, DateWord::kHourName)->value;
    named = true;
  } else {
    return false;
  }
  ++next;
  const bool goes_on = glued(next) && mark(next, U".,:-/%") && number(next + 1);
  if (goes_on) return false;
  bool closed = false;
  if (announced && glued(next) && mark(next, U"-'") && is(next + 1, DateWord::kOrdinal)) next += 2;
  if (is(next, DateWord::kClockNoun) || (announced && is(next, DateWord::kClockEnd))) {
    closed = true;
    ++next;
  }
  const bool said = sure || (part != nullptr && announced);
  if (!closed && !said) return false;
  // "три часа ночи" is a clock, "три часа" may be how long it took.
  const bool noun = is(next - 1, DateWord::kClockNoun);
  size_t behind = next;
  int half = shift;
  if (named && !noun && !said && !half_of_day(behind, half)) return false;
  if (part == nullptr) minutes_behind(next, minute);
  if (!options_.allow_partial && !noun && !sure && minute == 0) return false;
  if (shift < 0) half_of_day(next, shift);
  constexpr int kHour = 60, kOpen = 100;  // of names that need something to close them
  if (hour > kOpen) {
    hour -= kOpen;
    if (!closed && minute == 0 && shift < 0) return false;
  }
  if (minute < 0) {
    hour = (hour + kLastHour - 1) % kLastHour;
    minute += kHour;
  }
  fields.hour = hour;
  if (minute > 0) fields.minute = minute;
  at = next;
  return true;
}

bool DateReader::clock(size_t& at, DateFields& fields, bool behind_date) const {
  size_t next = at;
  DateFields read = fields;
  read.hour = read.minute = read.second = std::nullopt;
  int shift = -1;
  if (is(next, DateWord::kNoon) && number(next + 1) && is(next + 2, DateWord::kHourMark)) {
    shift = kNoon;  // 中午12时
    ++next;
  } else if (is(next, DateWord::kNoon) || is(next, DateWord::kMidnight)) {
    if (!options_.allow_partial && !options_.whole && at > 0) return false;
    read.hour = is(next, DateWord::kNoon) ? kNoon : 0;
    read.minute = 0;
    read.named_hour = true;
    at = next + 1;
    fields = std::move(read);
    return true;
  }
  const bool announced =
      next > 0 && (is(next - 1, DateWord::kClock) || is(next - 1, DateWord::kClockSure));
  // 上午9时, 下午约3时: only in languages that write it in front, so no blank word like "m" may
  // stand alone.
  if (shift < 0 && half_of_day(next, shift)) {
    skip(next, DateWord::kClockAbout);
    if (!number(next) && !is(next, DateWord::kHourName) && !is(next, DateWord::kPartOfHour)) {
      return false;
    }
  }
  if (!clock_in_one(next, read) && !clock_marks(next, read) &&
      !clock_digits(next, read, announced) && !bare_hour(next, read, shift, behind_date)) {
    // "5 PM", "11am". One letter or sign is too little: "5 م" may be metres.
    size_t behind = next + 1;
    if (shift >= 0 || !number(next) || tokens_[next].digits > 2 || tokens_[next].value > kNoon ||
        tokens_[next].value == 0 || joined_to_number(next) || behind >= tokens_.size() ||
        tokens_[behind].range.size() < 2 || tokens_[behind].one_letter) {
      return false;
    }
    read.hour = static_cast<int>(tokens_[next].value);
    const WordReading* half = reading(behind, DateWord::kAm);
    if (half == nullptr) half = reading(behind, DateWord::kPm);
    if (half == nullptr || half->value != 0 || !half_of_day(behind, shift)) return false;
    next = behind;
  } else if (shift < 0) {
    half_of_day(next, shift);
  }
  if (shift >= 0 && *read.hour <= kNoon) *read.hour = hour_in_half(*read.hour, shift);
  if (*read.hour == kLastHour && read.minute.value_or(0) != 0) return false;
  if (*read.hour == kLastHour) return false;
  if (glued(next) && mark(next, U".") && shift >= 0 && !number(next + 1) &&
      tokens_[next - 1].kind == DateToken::Kind::kWord && mark(next - 2, U".")) {
    ++next;
  }
  if (!skip(next, DateWord::kClockEnd)) skip(next, DateWord::kClockNoun);
  // "20.15 Uhr abends", "22:15 вечера"
  if (shift < 0 && options_.allow_partial && half_of_day(next, shift) && *read.hour <= kNoon &&
      shift > 0) {
    *read.hour = hour_in_half(*read.hour, shift);
  }
  fields = std::move(read);
  at = next;
  return true;
}

// What may stand between a date and its clock: signs, "at", "ساعت", a weekday, "local time".
bool DateReader::clock_behind(size_t& at, DateFields& fields) const {
  size_t next = at;
  DateFields read = fields;
  constexpr int kMostBetween = 4;
  for (int i = 0; i < kMostBetween; ++i) {
    if (clock(next, read, fields.year.has_value())) {
      fields = std::move(read);
      zone_behind(next, fields);
      at = next;
      return true;
    }
    if (zone(next, read)) continue;  // 北京时间14时
    const bool t = i == 0 && glued(next) && next < tokens_.size() && tokens_[next].mark == U't';
    // "18 March 2025 / 11:25", "3 December 2025: 06:20".
    const bool apart = (mark(next, U"/") && !glued(next)) || (mark(next, U":") && !glued(next + 1));
    if (!t && !apart && !mark(next, U",-|@.\uFF0C\u00B7\u2022") && !is(next, DateWord::kClock) &&
        !is(next, DateWord::kClockSure) && !is(next, DateWord::kLocal) &&
        !is(next, DateWord::kDayWord)) {
      return false;
    }
    ++next;
  }
  return false;
}

// +08:00, +0800, -5
bool DateReader::offset(size_t& at, DateFields& fields) const {
  if (!mark(at, U"+-") || !number(at + 1) || !glued(at + 1)) return false;
  const DateToken& first = tokens_[at + 1];
  const int sign = tokens_[at].mark == U'-' ? -1 : 1;
  size_t next = at + 2;
  int64_t minutes = 0;
  if (first.digits == 4) {
    minutes = first.value / 100 * 60 + first.value % 100;
  } else if (first.digits <= 2) {
    minutes = first.value * 60;
    if (mark(next, U":") && glued(next) && number(next + 1) && tokens_[next + 1].digits == 2) {
      minutes += tokens_[next + 1].value;
      next += 2;
    }
  } else {
    return false;
  }
  if (minutes > (sign < 0 ? kFurthestBehind : kFurthestAhead)) return false;
  // "14:20-12 January": the day.
  if (first.digits <= 2 && next == at + 2 && is(next, DateWord::kMonth)) return false;
  fields.offset_minutes = static_cast<int>(minutes) * sign;
  const int64_t hours = minutes / 60, rest = minutes % 60;
  const auto two = [](int64_t n) {
    return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
  };
  fields.zone = (sign < 0 ? "-" : "+") + two(hours) + ":" + two(rest);
  at = next;
  return true;
}

bool DateReader::zone(size_t& at, DateFields& fields) const {
  size_t next = at;
  const bool bracket = skip_mark(next, U"([");
  const WordReading* name = reading(next, DateWord::kZone);
  if (name != nullptr) {
    // A Latin abbreviation is a zone only in capitals: "est", "art" and "pt" are words.
    const bool latin = tokens_[next].range.size() <= 5 && name->zone.size() <= 5;
    if (latin && !tokens_[next].capital && !options_.whole) return false;
    ++next;
    const bool zero = name->offset_minutes == 0;
    DateFields shifted;
    if (zero && glued(next) && offset(next, shifted)) {
      fields.zone = name->zone + shifted.zone;
      fields.offset_minutes = shifted.offset_minutes;
    } else {
      fields.zone = name->zone == "Z" ? "Z" : name->zone;
      fields.offset_minutes = name->offset_minutes;
    }
  } else if (bracket || !offset(next, fields)) {
    return false;
  }
  if (bracket && !skip_mark(next, U")]")) return false;
  at = next;
  return true;
}

bool DateReader::zone_behind(size_t& at, DateFields& fields) const {
  size_t next = at;
  // An offset belongs to a clock: "14:01 +0800", "T14:01:09+08:00".
  const bool sign = mark(next, U"+-");
  // "14:01 - 5 people": a loose hyphen and a short number are no zone.
  const bool loose = sign && !glued(next) && tokens_[next].mark == U'-' && number(next + 1) &&
                     tokens_[next + 1].digits < 4 && !mark(next + 2, U":");
  if (sign && (!fields.has_clock() || loose)) return false;
  if (skip(next, DateWord::kLocal)) {
    at = next;
    return true;
  }
  if (!zone(next, fields)) {
    next = at;
    if (!fields.has_clock() || !skip_mark(next, U",|") || !zone(next, fields)) return false;
  }
  const WordReading* second = mark(next, U"(") ? reading(next + 1, DateWord::kZone) : nullptr;
  if (second != nullptr && mark(next + 2, U")")) next += 3;
  at = next;
  return true;
}

}  // namespace synoptic::knowledge
