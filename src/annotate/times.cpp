// Dates and periods spoken of in the title and the blocks.
#include <algorithm>

#include "annotate/steps.h"
#include "annotate/times_resolve.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::DateValue;
using model::Precision;

constexpr size_t kFutureBefore = 120;  // bytes in which a future cue is looked for
constexpr size_t kFutureAfter = 180;
constexpr uint32_t kDatelineReach = 90;  // bytes of the first block that a dateline may take
constexpr size_t kLongestJoiner = 24;

struct Found {
  Range range;  // in the raw text
  Resolved resolved;
  std::optional<knowledge::DateMatch> date;  // when it is one of find_dates()
};

class Finder {
 public:
  Finder(model::Annotated& annotated, const knowledge::Knowledge& knowledge)
      : annotated_(annotated), table_(TimesTable::get()) {
    const auto& published = annotated.article.published;
    if (published) anchor_ = published->value;
    lang_ = std::string(model::primary_language(annotated.article.lang));
    language_ = knowledge.language(lang_);
  }

  void run(const Sources& sources) {
    for (const Source& source : sources) block(source);
  }

 private:
  const DateValue* anchor() const { return anchor_ ? &*anchor_ : nullptr; }

  void block(const Source& source) {
    const uint32_t index = source.block;
    text_ = {&source, knowledge::find_folded_dates(source.raw, source.folded, {lang_, true}),
             lang_};
    sentence_ = 0;
    found_.clear();
    phrases();
    plain_dates(index);
    std::ranges::sort(found_, {}, [](const Found& found) { return found.range; });
    join_stretches();
    for (Found& found : found_) emit(index, found);
  }

  void phrases() {
    used_.clear();
    uint32_t from = 0;
    for (const uint32_t at : text_.source->starts) {
      if (at < from) continue;
      std::optional<PhraseFound> phrase = phrase_at(at);
      if (!phrase) continue;
      const Range range = text_.folded().to_source(phrase->folded);
      if (!inside_longer_date(range)) {
        if (phrase->kind == TimePhrase::kWeek && phrase->value == 0) this_week_ = true;
        if (phrase->kind == TimePhrase::kLater && phrase->value == 1 &&
            direction(range) == Direction::kPast) {
          phrase->kind = TimePhrase::kSince;
        }
        found_.push_back({range, resolve_phrase(*phrase, text_, anchor(), Direction::kPast), {}});
        used_.push_back(range);
      }
      from = phrase->folded.end;
    }
  }

  // At the byte, or behind the proclitics of the language there.
  std::optional<PhraseFound> phrase_at(uint32_t at) const {
    if (auto phrase = table_.at(text_, at)) return phrase;
    if (language_ == nullptr) return std::nullopt;
    for (const std::string& prefix : language_->prefixes) {
      const uint32_t behind = at + static_cast<uint32_t>(prefix.size());
      if (behind >= text_.folded().text.size() ||
          !std::string_view(text_.folded().text).substr(at).starts_with(prefix)) {
        continue;
      }
      if (auto phrase = table_.at(text_, behind)) return phrase;
    }
    return std::nullopt;
  }

  // "2026" of "14 March 2026" is no year by itself.
  bool inside_longer_date(Range range) const {
    const auto date = std::ranges::upper_bound(
        text_.dates, range.begin, {}, [](const knowledge::DateMatch& m) { return m.range.begin; });
    for (auto near = date == text_.dates.begin() ? date : date - 1;
         near != text_.dates.end() && near->range.begin < range.end; ++near) {
      if (near->range.overlaps(range) && !range.contains(near->range)) return true;
      if (near->has_year && near->has_month && near->range.overlaps(range)) return true;
    }
    return false;
  }

  void plain_dates(uint32_t index) {
    size_t used = 0;
    std::ranges::sort(used_);
    for (const knowledge::DateMatch& date : text_.dates) {
      while (used < used_.size() && used_[used].end <= date.range.begin) ++used;
      if (used < used_.size() && used_[used].overlaps(date.range)) continue;
      if (is_dateline(index, date) || !stands_for_a_time(date)) continue;
      found_.push_back({date.range, resolve_date(date, anchor(), direction(date.range)), date});
      reach_back(found_.back());
    }
  }

  // "CITY, March 14 (Agency) - The …": when the agency wrote, not what it wrote about.
  bool is_dateline(uint32_t index, const knowledge::DateMatch& date) const {
    if (index != 0 || date.range.end > kDatelineReach) return false;
    std::string_view rest = text_.raw().substr(date.range.end);
    rest = text::trim_space(rest.substr(0, kDatelineReach));
    for (const std::string_view wire : {"电", "電", "讯", "訊"}) {
      if (rest.starts_with(wire)) return true;
    }
    if (!rest.empty() && rest.front() == '(') {
      const size_t close = rest.find(')');
      if (close == std::string_view::npos) return false;
      rest = text::trim_space(rest.substr(close + 1));
    }
    for (const std::string_view dash : {"-", "–", "—", "--"}) {
      if (rest.starts_with(dash) && rest.substr(dash.size()).starts_with(" ")) return true;
    }
    return false;
  }

  uint32_t folded_at(uint32_t source) const {
    const auto& origin = text_.folded().origin;
    return static_cast<uint32_t>(std::ranges::lower_bound(origin, source) - origin.begin());
  }

  // A month alone needs a word that says so in most languages: "in May", "в мае".
  bool stands_for_a_time(const knowledge::DateMatch& date) const {
    if (date.rule == "year") return true;
    if (date.has_year || !date.has_month || date.has_day) return true;
    if (date.rule != "month") return true;
    const bool before = table_.has_words("month_before", lang_);
    const bool behind = table_.has_words("month_behind", lang_);
    if (!before && !behind) return true;
    const std::string_view folded = text_.folded().text;
    uint32_t begin = folded_at(date.range.begin);
    const uint32_t end = folded_at(date.range.end);
    if (begin > 0 && folded[begin - 1] == ' ') --begin;
    if (before && table_.word_ends_at("month_before", lang_, folded, begin)) return true;
    return behind && table_.word_begins_at("month_behind", lang_, folded, skip_blank(folded, end));
  }

  // "14-16 March", "from 14 to 16 March": the first day stands bare in front.
  void reach_back(Found& found) const {
    if (!found.date->has_day || !found.date->has_month || found.resolved.from.day < 2 ||
        found.date->weekday || found.resolved.precision != "day") {
      return;
    }
    const std::string_view folded = text_.folded().text;
    const uint32_t end = folded_at(found.range.begin);
    const uint32_t low = end > kLongestJoiner ? end - kLongestJoiner : 0;
    uint32_t digit = end;
    while (digit > low && !(folded[digit - 1] >= '0' && folded[digit - 1] <= '9')) --digit;
    if (digit == low || digit == end || !table_.joins(folded.substr(digit, end - digit))) return;
    uint32_t begin = digit;
    int day = 0;
    for (int place = 1; begin > low && folded[begin - 1] >= '0' && folded[begin - 1] <= '9';
         place *= 10) {
      day += (folded[--begin] - '0') * place;
      if (place > 10) return;
    }
    const bool bare = begin == 0 || folded[begin - 1] == ' ' || folded[begin - 1] == '(';
    if (!bare || day < 1 || day >= found.resolved.from.day) return;
    found.resolved.from.day = day;
    found.resolved.rule = "stretch";
    found.range.begin = text_.folded().origin[begin];
  }

  // The sentence is looked up from the last one used: ranges come left to right.
  Direction direction(Range range) {
    if (sentence_ < text_.source->sentences.size() &&
        text_.source->sentences[sentence_].begin > range.begin)
      sentence_ = 0;
    while (sentence_ + 1 < text_.source->sentences.size() &&
           text_.source->sentences[sentence_].end <= range.begin) {
      ++sentence_;
    }
    const Range sentence = text_.source->sentences.empty()
                               ? Range{0, static_cast<uint32_t>(text_.raw().size())}
                               : text_.source->sentences[sentence_];
    const std::string_view folded = text_.folded().text;
    const uint32_t begin = folded_at(sentence.begin), end = folded_at(sentence.end);
    const uint32_t from = folded_at(range.begin), to = folded_at(range.end);
    if (begin > from || to > end) return Direction::kPast;
    std::string_view before = folded.substr(begin, from - begin);
    if (before.size() > kFutureBefore) before.remove_prefix(before.size() - kFutureBefore);
    const std::string_view after = folded.substr(to, std::min<size_t>(end - to, kFutureAfter));
    if (table_.speaks_of_future(lang_, before, after)) return Direction::kFuture;
    return Direction::kPast;
  }

  // "from Monday to Friday", "14 to 16 March", "2019–2021": two neighbours become one.
  void join_stretches() {
    std::vector<Found> joined;
    for (Found& found : found_) {
      if (!joined.empty() && joins(joined.back(), found)) {
        Found& first = joined.back();
        const bool clock = first.date && first.date->rule == "clock";
        if (clock) first.resolved.from = found.resolved.to;
        if (clock) first.resolved.precision = model::precision_name(found.resolved.to.precision);
        first.resolved.to = found.resolved.to;
        first.resolved.rule = clock ? "clock of a day" : "stretch";
        first.range.end = found.range.end;
        first.date.reset();
        continue;
      }
      joined.push_back(std::move(found));
    }
    found_ = std::move(joined);
  }

  bool joins(Found& first, Found& second) {
    if (first.range.end > second.range.begin) return false;
    const uint32_t from = folded_at(first.range.end), to = folded_at(second.range.begin);
    if (to < from || to - from > kLongestJoiner) return false;
    const std::string_view between = std::string_view(text_.folded().text).substr(from, to - from);
    if (clock_of_day(first, second, between)) return true;
    if (!table_.joins(between)) return false;
    const bool weekdays = first.date && second.date && first.date->weekday &&
                          second.date->weekday && !first.date->has_day && !second.date->has_day;
    if (weekdays) return join_weekdays(first, second);
    if (first.resolved.precision != second.resolved.precision ||
        first.resolved.precision == "unresolved" || first.resolved.precision == "week") {
      return false;
    }
    if (first.date && second.date && second.date->has_day && !second.date->has_month &&
        first.date->has_month) {
      // 3月14日至16日: the second day lies in the first one's month.
      second.resolved.to = first.resolved.to;
      second.resolved.to.day = second.date->value.day;
    }
    return model::minutes_since_epoch(first.resolved.from) <
           model::minutes_since_epoch(second.resolved.to);
  }

  // "23:40 GMT on Friday": one point in time.
  bool clock_of_day(const Found& first, Found& second, std::string_view between) const {
    constexpr size_t kFewBytes = 8;
    if (!first.date || first.date->rule != "clock" || second.resolved.precision != "day" ||
        first.resolved.precision == "unresolved" || between.size() > kFewBytes ||
        between.find_first_of(".;:()") != std::string_view::npos) {
      return false;
    }
    const DateValue& clock = first.date->value;
    DateValue& day = second.resolved.to;
    day.hour = clock.hour;
    day.minute = clock.minute;
    day.second = clock.second;
    day.precision = clock.precision;
    day.zone = clock.zone;
    day.offset_minutes = clock.offset_minutes;
    return true;
  }

  bool join_weekdays(Found& first, Found& second) {
    if (anchor() == nullptr || first.resolved.precision == "unresolved") return true;
    const DateValue today = day_after(*anchor_, 0);
    const int now = model::weekday(today);
    const bool around = *first.date->weekday <= now && now <= *second.date->weekday;
    if (around || this_week_) {
      const DateValue monday = monday_of(today);
      first.resolved.from = day_after(monday, *first.date->weekday);
      second.resolved.to = day_after(monday, *second.date->weekday);
    }
    while (model::minutes_since_epoch(second.resolved.to) <
           model::minutes_since_epoch(first.resolved.from)) {
      second.resolved.to = day_after(second.resolved.to, 7);
    }
    return true;
  }

  void emit(uint32_t index, Found& found) {
    model::TimeMention time;
    time.at = place_of(annotated_.article, index, found.range);
    time.text = std::string(found.range.of(text_.raw()));
    time.from = found.resolved.from;
    time.to = found.resolved.to;
    time.precision = found.resolved.precision;
    time.rule = found.resolved.rule;
    annotated_.times.push_back(std::move(time));
  }

  model::Annotated& annotated_;
  const TimesTable& table_;
  std::optional<DateValue> anchor_;
  std::string lang_;
  const knowledge::Language* language_ = nullptr;
  TimeText text_;
  size_t sentence_ = 0;
  std::vector<Found> found_;
  std::vector<Range> used_;
  bool this_week_ = false;  // the article speaks of the week at hand
};

}  // namespace

void find_times(model::Annotated& annotated, const Sources& sources,
                const knowledge::Knowledge& knowledge) {
  annotated.times.clear();
  Finder(annotated, knowledge).run(sources);
}

}  // namespace synoptic::annotate
