#include "compare/figures/dates.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <unordered_map>

#include "base/table.h"
#include "compare/word_patterns.h"
#include "knowledge/stamps.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

using model::DateValue;
using model::Precision;

constexpr int kMonths = 12, kWeek = 7;
constexpr double kAlike = 0.1;       // of the sentences of two dates that may be one
constexpr size_t kMostOfDay = 50;    // claims of one day that are asked
constexpr size_t kEnoughVoices = 2;  // accounts, where none tells the date more fully

// Only the end that is told can be another's: "since Friday" and "on Friday" are one.
constexpr std::string_view kSince = "up to the article", kUntil = "from the article on";

// "This year", in whatever words, is the frame of the news and no date of anything in it.
bool is_this_year(const model::Article& article, const model::TimeMention& time) {
  return time.from.precision == Precision::kYear && article.published &&
         article.published->value.year == time.from.year;
}

// "From midnight to five": hours of the clock, on whatever day.
bool is_of_any_day(const model::TimeMention& time) {
  return time.rule == "stretch" && time.from.precision >= Precision::kHour &&
         time.to.precision >= Precision::kHour && time.from.day == time.to.day;
}

DateValue cut_to_day(DateValue date) {
  date.precision = std::min(date.precision, Precision::kDay);
  return date;
}

DateTold told_of(const model::TimeMention& time, Precision precision) {
  constexpr int kYearDigits = 3;  // two are a day, or the year of an era
  int run = 0, longest = 0;
  for (size_t at = 0; at < time.text.size();) {
    const auto c = text::decode(time.text, at);
    run = text::digit_value(c.value) >= 0 ? run + 1 : 0;
    longest = std::max(longest, run);
    at += c.length;
  }
  if (longest >= kYearDigits) return DateTold::kWhole;
  const std::string_view rule = time.rule;
  if (rule == "date of a year") return DateTold::kWhole;  // "June of next year"
  if (rule == "weekday") return DateTold::kWeekday;
  if (rule == "day") return DateTold::kDayOfMonth;
  const bool named = rule == "next named" || rule == "last named";  // "next May"
  const bool month =
      rule == "month" || rule == "year month marks" || (named && precision == Precision::kMonth);
  const bool end = rule == kSince || rule == kUntil;
  if (month || (end && precision == Precision::kMonth)) return DateTold::kMonth;
  if (end && precision == Precision::kDay) return longest > 0 ? DateTold::kDay : DateTold::kWeekday;
  const bool day = rule.find("day") != std::string_view::npos && longest > 0;
  return day ? DateTold::kDay : DateTold::kRelative;
}

// What the date is compared and shown by.
void set_norm(Claim& claim) {
  const std::string first = model::iso(cut_to_day(claim.date));
  const std::string last = model::iso(cut_to_day(claim.until));
  claim.is_day = claim.date.precision >= Precision::kDay && first == last;
  claim.norm = first == last ? first : first + "/" + last;
  claim.name = claim.norm;
}

LanguagePatterns read_words(std::string_view table) {
  LanguagePatterns out;
  for (const TableRow row : DataTable::embedded(table, 2)) {
    out.add(row[0], row[1], 0);
  }
  return out;
}

bool has_word(const LanguagePatterns& languages, std::string_view text, std::string_view lang) {
  const WordPatterns* words = languages.find(lang);
  return words != nullptr && !words->find(text::fold_copy(text)).empty();
}

// "In the night to Wednesday" begins on Tuesday.
bool is_night_to_day(std::string_view text, std::string_view lang) {
  static const LanguagePatterns words = read_words("compare/nights.tsv");
  return has_word(words, text, lang);
}

// "17일(한국시간)": the words right behind the day say that it is the reader's.
bool is_by_home_clock(const Telling& telling, const Claim& claim, std::string_view lang) {
  static const LanguagePatterns words = read_words("compare/home_clocks.tsv");
  constexpr size_t kReach = 40;  // bytes
  if (has_word(words, claim.text, lang)) return true;
  const Sentence& sentence = telling.sentences[claim.sentence];
  if (claim.at.range.end < sentence.range.begin) return false;
  const size_t end = claim.at.range.end - sentence.range.begin;
  if (end >= sentence.text.size()) return false;
  return has_word(words, text::first_bytes(sentence.text.substr(end), kReach), lang);
}

DateValue days_after(const DateValue& date, int days) {
  DateValue out = date;
  const DateValue day =
      model::civil_from_days(model::days_from_civil(date.year, date.month, date.day) + days);
  out.year = day.year;
  out.month = day.month;
  out.day = day.day;
  return out;
}

std::optional<DateValue> months_after(DateValue date, int months) {
  const int count = date.year * kMonths + date.month - 1 + months;
  date.year = count / kMonths;
  date.month = count % kMonths + 1;
  if (date.day > model::days_in_month(date.year, date.month)) return std::nullopt;
  return date;
}

// What else the words may mean, of a point in time.
std::vector<DateValue> other_readings(const Claim& claim) {
  std::vector<DateValue> out;
  const bool month = claim.date.precision == Precision::kMonth;
  if (model::iso(claim.date) != model::iso(claim.until) || (!month && !claim.is_day)) return out;
  for (const int way : {-1, 1}) {
    std::optional<DateValue> other;
    if (claim.told == DateTold::kWeekday) other = days_after(claim.date, way * kWeek);
    if (claim.told == DateTold::kDayOfMonth) other = months_after(claim.date, way);
    if (claim.told == DateTold::kMonth && month) other = months_after(claim.date, way * kMonths);
    if (claim.told == DateTold::kDay && claim.is_day) {
      other = months_after(claim.date, way * kMonths);
    }
    if (other) out.push_back(*other);
  }
  return out;
}

int64_t number_of(const DateValue& day) {
  return model::days_from_civil(day.year, day.month, day.day);
}

// Such a day of the year that is nearest to the news. A weekday is not lent: what an undated
// account tells may be of the week before or behind it.
std::optional<DateValue> lent_day(const knowledge::DateMatch& told, int64_t news) {
  constexpr int64_t kFarAhead = 60;
  if (!told.has_month || !told.has_day || told.has_year) return std::nullopt;
  DateValue day = model::civil_from_days(news);
  day.month = told.value.month;
  day.day = told.value.day;
  if (day.day > model::days_in_month(day.year, day.month)) return std::nullopt;
  if (number_of(day) > news + kFarAhead) --day.year;
  day.precision = Precision::kDay;
  return day;
}

// It says when the article was put out.
bool is_of_article(const Telling& telling, const Claim& claim, std::string_view lang) {
  const Sentence& sentence = telling.sentences[claim.sentence];
  const Range at = claim.at.range;
  if (sentence.stamp) return true;
  if (claim.sentence == 0 || at.begin < sentence.range.begin || at.end > sentence.range.end) {
    return false;
  }
  return knowledge::is_stamp_at(
      sentence.text, {at.begin - sentence.range.begin, at.end - sentence.range.begin}, lang);
}

class Settler {
 public:
  explicit Settler(Input& input) : input_(input) {
    for (const auto& telling : input.tellings) {
      for (const auto& claim : telling.claims) {
        if (claim.slot == "date") told_[claim.norm].push_back(&claim);
      }
    }
  }

  void settle() {
    std::vector<std::pair<Claim*, DateValue>> changed;
    for (auto& telling : input_.tellings) {
      for (auto& claim : telling.claims) {
        if (claim.slot != "date" || is_backed(claim)) continue;
        if (const auto other = better_reading(claim)) changed.emplace_back(&claim, *other);
      }
    }
    for (const auto& [claim, date] : changed) {
      claim->date = claim->until = date;
      set_norm(*claim);
    }
  }

 private:
  const std::vector<const Claim*>& claims_of(const std::string& norm) const {
    static const std::vector<const Claim*> kNone;
    const auto found = told_.find(norm);
    return found == told_.end() ? kNone : found->second;
  }

  bool is_backed(const Claim& claim) const {
    const auto& same = claims_of(claim.norm);
    return std::any_of(same.begin(), same.end(), [&](const Claim* other) {
      return other->account != claim.account || other->told > claim.told;
    });
  }

  double alike(const Claim& a, const Claim& b) const {
    const auto terms = [&](const Claim& claim) -> const Terms& {
      return input_.tellings[claim.article].sentences[claim.sentence].terms;
    };
    return likeness(terms(a), terms(b));
  }

  std::optional<DateValue> better_reading(const Claim& claim) const {
    std::optional<DateValue> best;
    double most = kAlike;
    for (const DateValue& other : other_readings(claim)) {
      const auto& same = claims_of(model::iso(cut_to_day(other)));
      std::set<uint32_t> accounts;
      bool fully = false;
      double nearest = 0;
      for (size_t i = 0; i < same.size() && i < kMostOfDay; ++i) {
        if (same[i]->account == claim.account && same[i]->told <= claim.told) continue;
        const double near = alike(claim, *same[i]);
        if (near < kAlike) continue;
        accounts.insert(same[i]->account);
        fully = fully || same[i]->told > claim.told;
        nearest = std::max(nearest, near);
      }
      if (!fully && accounts.size() < kEnoughVoices) continue;
      if (nearest < most) continue;
      most = nearest;
      best = other;
    }
    return best;
  }

  Input& input_;
  std::unordered_map<std::string, std::vector<const Claim*>> told_;
};

}  // namespace

std::optional<int> clock_of(const model::Article& article) {
  const auto stated = article.published ? article.published->value.offset_minutes : std::nullopt;
  if (stated.value_or(0) != 0) return stated;
  if (article.zone_inferred) return article.zone_inferred->offset_minutes;
  return std::nullopt;
}

float usual_hours(std::string_view lang) {
  using Hours = std::map<std::string, float, std::less<>>;
  static const Hours hours = [] {
    Hours out;
    for (const TableRow row : DataTable::embedded("compare/clocks.tsv", 2)) {
      out[std::string(row[0])] = std::strtof(std::string(row[1]).c_str(), nullptr);
    }
    return out;
  }();
  const auto found = hours.find(lang.substr(0, lang.find('-')));
  return found == hours.end() ? 0 : found->second;
}

bool tells_year(std::string_view text) {
  int digits = 0;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    digits = text::digit_value(c.value) >= 0 ? digits + 1 : 0;
    if (digits == 3) return true;
    at += c.length;
  }
  return false;
}

void collect_dates(Telling& telling, uint32_t index) {
  const auto lang = model::table_language(telling.annotated->article.lang);
  for (const auto& time : telling.annotated->times) {
    if (time.precision == "unresolved" || time.from.year == 0) continue;
    if (is_this_year(telling.annotated->article, time) || is_beyond(telling, time.at)) continue;
    if (is_of_any_day(time)) continue;
    Claim claim = claim_at(telling, index, time.at);
    if (is_of_article(telling, claim, lang)) continue;
    claim.slot = claim.sort = "date";
    claim.date = time.from;
    claim.until = time.to.year == 0 ? time.from : time.to;
    if (time.rule == kSince) claim.until = claim.date;
    if (time.rule == kUntil) claim.date = claim.until;
    claim.told = told_of(time, claim.date.precision);
    if (claim.date.precision == Precision::kDay &&
        model::iso(claim.date) == model::iso(claim.until) && is_night_to_day(time.text, lang)) {
      claim.date = days_after(claim.date, -1);
    }
    claim.text = time.text;
    claim.about = deed_at(telling, claim.sentence, time.at);
    set_norm(claim);
    claim.home_clock = claim.is_day && is_by_home_clock(telling, claim, lang);
    telling.claims.push_back(std::move(claim));
  }
}

void lend_days(Input& input) {
  constexpr int64_t kFewDays = 4;
  std::optional<int64_t> first, last;  // days on which accounts were put out
  for (const auto& telling : input.tellings) {
    const auto& published = telling.annotated->article.published;
    if (!published || published->value.precision < Precision::kDay) continue;
    const int64_t day = number_of(published->value);
    first = std::min(first.value_or(day), day);
    last = std::max(last.value_or(day), day);
  }
  if (!first || *last - *first > kFewDays) return;
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    Telling& telling = input.tellings[i];
    const auto& article = telling.annotated->article;
    if (article.published) continue;
    const auto lang = model::table_language(article.lang);
    for (const auto& time : telling.annotated->times) {
      if (time.precision != "unresolved" || is_beyond(telling, time.at)) continue;
      if (time.rule == "relative") continue;  // "yesterday": of a day that nobody knows
      const auto found = knowledge::find_dates(time.text, {.lang = lang, .allow_partial = true});
      if (found.size() != 1) continue;
      const auto day = lent_day(found[0], *first);
      if (!day) continue;
      Claim claim = claim_at(telling, i, time.at);
      if (is_of_article(telling, claim, lang)) continue;
      claim.slot = claim.sort = "date";
      claim.date = claim.until = *day;
      claim.told = DateTold::kDay;
      claim.text = time.text;
      claim.about = deed_at(telling, claim.sentence, time.at);
      set_norm(claim);
      telling.claims.push_back(std::move(claim));
    }
  }
}

void settle_dates(Input& input) { Settler(input).settle(); }

}  // namespace synoptic::compare
