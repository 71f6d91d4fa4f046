// What holds numbers that count nothing: times, datelines, addresses, names.
#include <algorithm>

#include "annotate/letters.h"
#include "annotate/quantities/number_context.h"
#include "annotate/quantities/numerals.h"
#include "annotate/quantities/quantity_draft.h"
#include "knowledge/calendar.h"
#include "text/dateline.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr int64_t kLongAgo = 60 * 24 * 60;  // minutes; older times are background
constexpr uint32_t kOpening = 24;           // bytes of a sentence that count as its beginning
constexpr size_t kMostPast = 64;

bool is_duration(const model::TimeMention& time) {
  return time.rule.starts_with("since") || time.rule == "later" || time.rule == "within";
}

}  // namespace

// "More than 1800 people", "1500 bis 2000 Stellen", "до 1950 рублей", "साल 2000 टन": years they
// only look like.
bool NumberContext::is_count(const model::TimeMention& time, Range range) const {
  if (time.precision != "year") return false;
  const std::string_view text = folded();
  uint32_t begin = range.end;
  while (begin > range.begin && is_ascii_digit(text[begin - 1])) --begin;
  if (begin == range.end) return false;
  const auto number = Numerals::get().at(text, begin, lang_);
  if (!number || !number->digits) return false;
  constexpr double kFirst = 1900;
  constexpr size_t kOneLetter = 2;  // "2000 г." is a year as well
  const size_t next = skip_blank(text, range.end);
  const auto unit = at(NumberWord::kUnit, next);
  if (unit && unit->range.size() > kOneLetter) return true;
  const bool announced = before(NumberWord::kBefore, begin).has_value();
  if (begin > range.begin && !announced) return false;
  if (number->range.end > range.end) return true;  // "2000 млн"
  if (at(NumberWord::kMoney, next) || at(NumberWord::kMagnitude, next)) return true;
  if (number->value >= kFirst && !announced) return false;
  return unit || at(NumberWord::kNoun, next);
}

void NumberContext::collect_times() {
  const auto& published = annotated_.article.published;
  for (const auto* found : times_.of(source_->block)) {
    const model::TimeMention& time = *found;
    const Range range{folded_at(time.at.range.begin), folded_at(time.at.range.end)};
    time_ends_.push_back(range.end);
    if (!is_duration(time) && !is_count(time, range)) excluded_.push_back(range);
    if (!published || time.precision == "unresolved" || is_duration(time)) continue;
    if (past_.size() >= kMostPast) continue;
    const int64_t age = model::minutes_since_epoch(published->value) -
                        model::minutes_since_epoch(model::last_day(time.to));
    if (age <= kLongAgo && !(time.precision == "year" && age > 0)) continue;
    past_.push_back({range, range.begin <= sentence(range.begin).begin + kOpening});
  }
}

// "ZAGREB, 12 October 2026 - ", 里昂15日电: the day of a dateline is none of the times (times.cpp).
void NumberContext::exclude_dateline() {
  constexpr size_t kReach = 90;  // bytes, as in times.cpp
  if (!source_->lead) return;
  const uint32_t end = text::dateline_end(source_->raw);
  for (const auto& date : knowledge::find_dates(source_->raw.substr(0, kReach), {lang_, true})) {
    if (!date.has_day || (!date.has_month && date.range.end > end)) continue;
    excluded_.push_back({folded_at(date.range.begin), folded_at(date.range.end)});
  }
}

// URLs, mail addresses, handles.
void NumberContext::exclude_addresses() {
  const std::string_view folded = source_->folded.text;
  const auto has = [&](auto what) { return folded.find(what) != std::string_view::npos; };
  if (!has('@') && !has("://") && !has("www.") && !has(".com/")) return;
  for (size_t begin = 0; begin < folded.size();) {
    const size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = folded.substr(begin, end - begin);
    const bool address =
        word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
        word.find('@') != std::string_view::npos || word.find(".com/") != std::string_view::npos;
    if (address) excluded_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    begin = end + 1;
  }
}

void NumberContext::exclude_mentions() {
  const uint32_t block = source_->block;
  for (auto mention =
           std::ranges::lower_bound(mentions_, block, {}, &std::pair<uint32_t, Range>::first);
       mention != mentions_.end() && mention->first == block; ++mention) {
    const Range range{folded_at(mention->second.begin), folded_at(mention->second.end)};
    const uint32_t number = counting_end(range);
    excluded_.push_back({range.begin, number < range.end ? number : end_of_model(range.end)});
  }
}

// "الشركة 2000 وظيفة", "Près de 2000 personnes": where the number begins that counts what follows
// the name it was taken for a part of; else where the name ends.
uint32_t NumberContext::counting_end(Range name) const {
  const std::string_view text = folded();
  uint32_t begin = name.end;
  while (begin > name.begin && is_ascii_digit(text[begin - 1])) --begin;
  if (begin == name.end || begin <= name.begin + 1 || text[begin - 1] != ' ') return name.end;
  // "Boeing 737 passengers", "Expo 2020 visitors": behind a capital it belongs to the name.
  const size_t blank = text.rfind(' ', begin - 2);
  const uint32_t word = std::max(name.begin, static_cast<uint32_t>(blank + 1));
  const char32_t first = text::decode(raw(), to_source({word, word + 1}).begin).value;
  if (text::is_upper(first) || text::is_digit(first) || text::is_spaceless(first)) return name.end;
  const size_t next = skip_blank(text, name.end);
  const bool counts = at(NumberWord::kNoun, next) || at(NumberWord::kUnit, next) ||
                      at(NumberWord::kMoney, next) || at(NumberWord::kMagnitude, next);
  return counts ? begin - 1 : name.end;
}

// "Boeing 737-800", where "Boeing 737" is the name: behind the number's hyphen it goes on.
uint32_t NumberContext::end_of_model(uint32_t end) const {
  const std::string_view text = folded();
  const auto is_digit = [&](uint32_t at) {
    return at < text.size() && text::digit_value(static_cast<unsigned char>(text[at])) >= 0;
  };
  if (end == 0 || end >= text.size() || !is_digit(end - 1) || text[end] != '-') return end;
  uint32_t last = end + 1;
  while (is_digit(last)) ++last;
  return last > end + 1 ? last : end;
}

}  // namespace synoptic::annotate
