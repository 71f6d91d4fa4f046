// Dates and periods spoken of in the title and the blocks.
#include <algorithm>
#include <cstdlib>

#include "annotate/letters.h"
#include "annotate/plain_words.h"
#include "annotate/steps.h"
#include "annotate/times/times_agree.h"
#include "annotate/times/times_direction.h"
#include "annotate/times/times_doubts.h"
#include "annotate/times/times_join.h"
#include "annotate/times/times_told_before.h"
#include "text/dateline.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::DateValue;
using model::Precision;

constexpr uint32_t kDatelineReach = 90;  // bytes of the lead that a dateline may take
constexpr int kAnySeason = 9;            // value of the rows that do not say which year's
constexpr int kFirstBareYear = 1500, kLastBareYear = 2100;

class Finder {
 public:
  Finder(model::Annotated& annotated, const knowledge::Knowledge& knowledge)
      : annotated_(annotated), table_(TimesTable::get()) {
    const auto& published = annotated.article.published;
    if (published) anchor_ = published->value;
    lang_ = std::string(model::table_language(annotated.article.lang));
    language_ = knowledge.language(lang_);
    memory_lang_ = PlainWords::language(lang_);
  }

  void run(const Sources& sources) {
    for (const Source& source : sources) block(source);
    if (anchor_ && anchor_->precision >= Precision::kDay) agree_.settle(annotated_.times, *anchor_);
  }

 private:
  const DateValue* anchor() const { return anchor_ ? &*anchor_ : nullptr; }

  void block(const Source& source) {
    text_ = {&source, knowledge::find_folded_dates(source.raw, source.folded, {lang_, true}),
             lang_};
    directions_.begin_text();
    found_.clear();
    phrases();
    plain_dates(source.lead);
    bare_years();
    std::ranges::sort(found_, {}, [](const TimeFound& found) { return found.range; });
    told_before_.days(found_, source.block == model::kTitleBlock);
    TimeJoiner(text_, anchor(), this_week_, recent_day_).run(found_);
    told_before_.clocks(found_);
    note_recent_day();
    for (TimeFound& found : found_) emit(source.block, found);
  }

  void phrases() {
    used_.clear();
    uint32_t from = 0;
    next_date_ = 0;
    for (size_t start = 0; start < text_.source->starts.size(); ++start) {
      const uint32_t at = text_.source->starts[start];
      if (at < from || begins_none(start)) continue;
      std::optional<PhraseFound> phrase = phrase_at(at, fills_slot(start));
      if (!phrase) continue;
      const Range range = text_.folded().to_source(phrase->folded);
      from = phrase->folded.end;
      if (inside_longer_date(range) || doubts_.is_title(range)) continue;
      if (phrase->kind == TimePhrase::kNone || doubts_.is_noun(*phrase, range) ||
          doubts_.cuts_word(*phrase) || doubts_.is_no_short_year(*phrase) ||
          doubts_.is_of_match(*phrase) || doubts_.is_of_office(*phrase)) {
        continue;
      }
      if (phrase->kind == TimePhrase::kInYear && doubts_.counts_plurals(*phrase)) continue;
      if (phrase->kind == TimePhrase::kInYear && doubts_.is_solar_year(phrase->year)) {
        phrase->kind = TimePhrase::kPersianYear;
      }
      // "زمستان ۱۴۰۲": their year begins in spring, with the seasons of ours.
      constexpr int kSolarEra = 621;
      if (phrase->kind == TimePhrase::kSeason && doubts_.is_solar_year(phrase->year)) {
        phrase->year += kSolarEra;
      }
      if (phrase->kind == TimePhrase::kWeek && phrase->value == 0) this_week_ = true;
      const Direction way = directions_.of(phrase->folded, TimeDirections::Form::kPhrase).way;
      // "rose by a third in five years" tells how long it took.
      if (phrase->kind == TimePhrase::kLater && phrase->value == 1 && way != Direction::kFuture) {
        continue;
      }
      if (phrase->kind == TimePhrase::kWithin && is_length(*phrase, way)) continue;
      // "in winter" of a sentence without a verb tells of any.
      const bool any_season =
          phrase->kind == TimePhrase::kSeason && phrase->value == kAnySeason && phrase->year == 0;
      TimeFound found{range, phrase->folded, resolve_phrase(*phrase, text_, anchor(), way),
                      {},    phrase,         way};
      found.weak = any_season && way == Direction::kNear;
      if (phrase->date) found.date = text_.dates[*phrase->date];
      found_.push_back(std::move(found));
      used_.push_back(range);
    }
    std::ranges::sort(used_);
  }

  // "within an hour the town was cut off": how long it took; not so what was ordered or promised.
  bool is_length(const PhraseFound& within, Direction way) const {
    const bool short_one = within.unit <= TimeUnit::kHour || within.value == 1;
    const bool ahead = way == Direction::kFuture || (way == Direction::kNear && !short_one);
    return !ahead && !directions_.is_ordered(within.folded);
  }

  // Most words: neither a date nor a phrase begins there.
  bool begins_none(size_t start) {
    const std::string_view word = text_.source->word(start);
    if (word.empty()) return false;
    const auto& origin = text_.folded().origin;
    const uint32_t at = text_.source->starts[start];
    const auto& dates = text_.dates;
    while (next_date_ < dates.size() && dates[next_date_].range.begin < origin[at]) ++next_date_;
    if (next_date_ < dates.size() &&
        dates[next_date_].range.begin < origin[at + static_cast<uint32_t>(word.size())]) {
      return false;
    }
    const auto rejects = [&](std::string_view text) { return table_.rejects(lang_, text); };
    return memory_.is_plain(PlainWords::Step::kTimes, memory_lang_, word, [&] {
      return begins_no_number(lang_, memory_lang_, word, proclitics()) &&
             begins_nothing(word, proclitics(), rejects);
    });
  }

  // False: the word is no number, unit or season, nor behind a proclitic; its phrases are those
  // that begin with it as it is.
  bool fills_slot(size_t start) {
    const std::string_view word = text_.source->word(start);
    if (word.empty()) return true;
    const auto rejects = [&](std::string_view text) { return table_.rejects_slots(lang_, text); };
    return !memory_.is_plain(PlainWords::Step::kTimeSlots, memory_lang_, word, [&] {
      return begins_no_number(lang_, memory_lang_, word, proclitics()) &&
             begins_nothing(word, proclitics(), rejects);
    });
  }

  const std::vector<std::string>* proclitics() const {
    return language_ == nullptr ? nullptr : &language_->prefixes;
  }

  // The day that a clock of a later text may belong to.
  void note_recent_day() {
    constexpr int64_t kRecent = 3;
    if (!anchor_ || anchor_->precision < Precision::kDay) return;
    for (const TimeFound& found : found_) {
      if (!found.resolved.is_point() || found.resolved.from.precision < Precision::kDay) continue;
      const int64_t ago =
          model::days_from_civil(*anchor_) - model::days_from_civil(found.resolved.from);
      if (ago >= 0 && ago <= kRecent) recent_day_ = cut_to(found.resolved.from, Precision::kDay);
    }
  }

  // At the byte, or behind the proclitics of the language there.
  std::optional<PhraseFound> phrase_at(uint32_t at, bool fills_slot) const {
    if (auto phrase = table_.at(text_, at, fills_slot)) return phrase;
    if (language_ == nullptr) return std::nullopt;
    for (const std::string& prefix : language_->prefixes) {
      if (prefix.front() != text_.folded().text[at]) continue;
      const uint32_t behind = at + static_cast<uint32_t>(prefix.size());
      if (behind >= text_.folded().text.size() ||
          !std::string_view(text_.folded().text).substr(at).starts_with(prefix)) {
        continue;
      }
      if (auto phrase = table_.at(text_, behind, fills_slot)) return phrase;
    }
    return std::nullopt;
  }

  // "2026" of "14 March 2026" is no year by itself.
  bool inside_longer_date(Range range) const {
    const auto date = std::ranges::upper_bound(
        text_.dates, range.begin, {}, [](const knowledge::DateMatch& m) { return m.range.begin; });
    for (auto near = date == text_.dates.begin() ? date : date - 1;
         near != text_.dates.end() && near->range.begin < range.end; ++near) {
      // 昨晚9时: the evening is a part of both.
      const bool shared = near->rule == "clock" && near->range.begin > range.begin;
      if (near->range.overlaps(range) && !range.contains(near->range) && !shared) return true;
      if (near->has_year && near->has_month && near->range.overlaps(range)) return true;
    }
    return false;
  }

  // "Nesta sexta-feira (13)": which Friday, where the 13th nearest to the article is one.
  void read_day_in_brackets(knowledge::DateMatch& date, Range& folded) const {
    if (!date.weekday || date.has_day || date.has_month || anchor() == nullptr) return;
    const std::string_view text = text_.folded().text;
    size_t at = skip_blank(text, folded.end);
    if (at >= text.size() || text[at] != '(') return;
    const size_t begin = ++at;
    int day = 0;
    while (at < text.size() && is_ascii_digit(text[at])) day = day * 10 + (text[at++] - '0');
    if (at == begin || at > begin + 2 || at >= text.size() || text[at] != ')') return;
    knowledge::DateMatch told = date;
    told.has_day = true;
    told.value.day = day;
    const Resolved found = resolve_date(told, anchor(), Direction::kNearest);
    if (day == 0 || found.is_open() || model::weekday(found.from) != *date.weekday) return;
    date = std::move(told);
    folded.end = static_cast<uint32_t>(at + 1);
  }

  void plain_dates(bool lead) {
    size_t used = 0;
    for (knowledge::DateMatch date : text_.dates) {
      while (used < used_.size() && used_[used].end <= date.range.begin) ++used;
      Range folded{folded_at(date.range.begin), folded_at(date.range.end)};
      read_day_in_brackets(date, folded);
      if (used < used_.size() && used_[used].overlaps(date.range)) {
        if (date.rule != "clock" || used_[used].begin >= date.range.begin ||
            used_[used].end >= date.range.end) {
          continue;
        }
        folded.begin = folded_at(used_[used].end);
      }
      if (is_dateline(lead, date) || doubts_.is_title(date.range)) continue;
      if (doubts_.is_measure(date, folded) || doubts_.is_no_date(date, folded)) continue;
      if (doubts_.is_name(date, folded) || !doubts_.stands_for_a_time(date, folded)) continue;
      TimeDirections::Answer answer;
      if (!date.has_year)
        answer = directions_.of(folded, TimeDirections::form_of(date), date.has_day);
      TimeFound found{text_.folded().to_source(folded),
                      folded,
                      resolve_date(date, anchor(), answer.way),
                      date,
                      {},
                      answer.way};
      found.firm = answer.firm || date.has_year;
      if (date.rule == "year" && date.has_year) add_decade(found);
      if (date.named_hour && !found.resolved.is_open()) {
        found.resolved.from = cut_to(found.resolved.from, Precision::kHour);
        found.resolved.to = found.resolved.from;
        found.resolved.precision = model::precision_name(Precision::kHour);
      }
      found_.push_back(std::move(found));
    }
  }

  // 昭和30年代: the ten years from then on; 令和6年度: a fiscal year.
  void add_decade(TimeFound& found) const {
    uint32_t length =
        table_.length_behind("fiscal_mark", lang_, text_.folded().text, found.folded.end);
    const bool fiscal = length > 0;
    if (!fiscal) {
      length = table_.length_behind("decade_mark", lang_, text_.folded().text, found.folded.end);
    }
    if (length == 0) return;
    constexpr int kYears = 10;
    found.folded.end += length;
    found.whole = true;
    if (fiscal) {
      found.range = text_.folded().to_source(found.folded);
      found.resolved = fiscal_year(found.resolved.from.year);
      return;
    }
    found.range = text_.folded().to_source(found.folded);
    found.resolved.to = year_value(found.resolved.from.year + kYears - 1);
    found.resolved.rule = "decade";
  }

  // Numbers that may be years; they count only beside something that makes them one.
  void bare_years() {
    const std::string_view folded = text_.folded().text;
    const auto digit = [&](size_t at) {
      return at < folded.size() && folded[at] >= '0' && folded[at] <= '9';
    };
    std::vector<Range> taken;
    for (const TimeFound& found : found_) taken.push_back(found.folded);
    std::ranges::sort(taken);
    size_t next = 0;
    for (const uint32_t at : text_.source->starts) {
      if (!digit(at) || !digit(at + 1) || !digit(at + 2) || !digit(at + 3) || digit(at + 4))
        continue;
      const Range range{at, at + 4};
      while (next < taken.size() && taken[next].end <= at) ++next;
      if (next < taken.size() && taken[next].overlaps(range)) continue;
      const bool marked =
          at > 0 && std::string_view(".,/$#:").find(folded[at - 1]) != std::string_view::npos;
      const bool goes_on = at + 5 < folded.size() && digit(at + 5) &&
                           std::string_view(".,:").find(folded[at + 4]) != std::string_view::npos;
      if (marked || goes_on || counts(range)) continue;
      PhraseFound phrase;
      phrase.kind = TimePhrase::kInYear;
      phrase.year = (folded[at] - '0') * 1000 + (folded[at + 1] - '0') * 100 +
                    (folded[at + 2] - '0') * 10 + (folded[at + 3] - '0');
      const bool solar = doubts_.is_solar_year(phrase.year);
      if (solar) phrase.kind = TimePhrase::kPersianYear;
      if (!solar && (phrase.year < kFirstBareYear || phrase.year > kLastBareYear)) continue;
      if (add_year_range(range, phrase.year)) continue;
      phrase.folded = range;
      TimeFound found{text_.folded().to_source(range),
                      range,
                      resolve_phrase(phrase, text_, anchor(), Direction::kNear),
                      {},
                      phrase};
      found.weak = !doubts_.stands_as_year(range);
      found_.push_back(std::move(found));
    }
  }

  // 到1700亿, 达到1800人: a sign glued to the number says what is counted, where none of a stretch
  // does.
  bool counts(Range number) const {
    const std::string_view folded = text_.folded().text;
    return number.end < folded.size() && text::is_han(text::decode(folded, number.end).value) &&
           table_.length_behind("until", text_.lang, folded, number.end) == 0;
  }

  // 2027/28, 2011~14: two years, the second without its century.
  bool add_year_range(Range year, int first) {
    const std::string_view folded = text_.folded().text;
    const auto digit = [&](size_t at) {
      return at < folded.size() && folded[at] >= '0' && folded[at] <= '9';
    };
    const size_t at = year.end;
    if (at >= folded.size() || std::string_view("/~-").find(folded[at]) == std::string_view::npos) {
      return false;
    }
    if (!digit(at + 1) || !digit(at + 2) || digit(at + 3)) return false;
    constexpr int kCentury = 100;
    const int second =
        first - first % kCentury + (folded[at + 1] - '0') * 10 + folded[at + 2] - '0';
    const bool month = folded[at] == '-' && second % kCentury <= 12;  // 2011-12
    const bool longer = at + 3 < folded.size() && folded[at + 3] == folded[at] && digit(at + 4);
    if (second <= first || month || longer) return false;
    const Range range{year.begin, static_cast<uint32_t>(at + 3)};
    TimeFound found{text_.folded().to_source(range),
                    range,
                    {year_value(first), year_value(second), "year", "stretch"},
                    {},
                    {}};
    found.whole = true;
    found_.push_back(std::move(found));
    return true;
  }

  // "Lyon, 18 novembre 2026." in front of all.
  bool is_own_sentence(const knowledge::DateMatch& date) const {
    constexpr size_t kYearWord = 9;  // bytes of "года."
    const auto& sentences = text_.source->sentences;
    if (!date.has_year || !date.has_day || sentences.empty()) return false;
    const Range first = sentences.front();
    if (date.range.end > first.end || date.range.begin < first.begin) return false;
    const std::string_view before = text_.raw().substr(first.begin, date.range.begin - first.begin);
    const std::string_view behind = text_.raw().substr(date.range.end, first.end - date.range.end);
    const bool place = before.empty() || before.find(',') != std::string_view::npos;
    return place && before.size() <= kDatelineReach / 2 &&
           text::trim_space(behind).size() <= kYearWord;
  }

  // "CITY, March 14 (Agency) - The …": when the agency wrote, not what it wrote about.
  bool is_dateline(bool lead, const knowledge::DateMatch& date) const {
    if (!lead || date.range.end > kDatelineReach) return false;
    if (is_own_sentence(date)) return true;
    return date.range.end <= text::dateline_end(text_.raw());
  }

  uint32_t folded_at(uint32_t source) const {
    const auto& origin = text_.folded().origin;
    return static_cast<uint32_t>(std::ranges::lower_bound(origin, source) - origin.begin());
  }

  void emit(uint32_t index, TimeFound& found) {
    model::TimeMention time;
    time.at = place_of(annotated_.article, index, found.range);
    time.text = std::string(found.range.of(text_.raw()));
    time.from = found.resolved.from;
    time.to = found.resolved.to;
    time.precision = found.resolved.precision;
    time.approximate = found.resolved.approximate;
    time.rule = found.resolved.rule;
    agree_.note(found, annotated_.times.size());
    annotated_.times.push_back(std::move(time));
  }

  model::Annotated& annotated_;
  const TimesTable& table_;
  std::optional<DateValue> anchor_;
  std::string lang_;
  const knowledge::Language* language_ = nullptr;
  PlainWords& memory_ = PlainWords::of_thread();
  uint32_t memory_lang_ = 0;
  TimeText text_;
  size_t next_date_ = 0;  // the first that begins at the start looked at or behind it
  TimeDoubts doubts_{text_};
  TimeDirections directions_{text_};
  std::vector<TimeFound> found_;
  std::vector<Range> used_;
  TimesOfArticle agree_;
  TimesToldBefore told_before_{text_, anchor_, directions_};
  std::optional<DateValue> recent_day_;
  bool this_week_ = false;  // the article speaks of the week at hand
};

}  // namespace

void find_times(model::Annotated& annotated, const Sources& sources,
                const knowledge::Knowledge& knowledge) {
  annotated.times.clear();
  Finder(annotated, knowledge).run(sources);
}

}  // namespace synoptic::annotate
