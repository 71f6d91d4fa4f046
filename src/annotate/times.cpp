// Dates and periods spoken of in the title and the blocks.
#include <algorithm>

#include "annotate/steps.h"
#include "annotate/times_join.h"
#include "annotate/times_tense.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::DateValue;
using model::Precision;

constexpr uint32_t kDatelineReach = 90;  // bytes of the first block that a dateline may take
constexpr int kAnySeason = 9;            // value of the rows that do not say which year's
constexpr int kFirstBareYear = 1500, kLastBareYear = 2100;

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
    text_ = {&source, knowledge::find_folded_dates(source.raw, source.folded, {lang_, true}),
             lang_};
    clauses_.clear();
    found_.clear();
    phrases();
    plain_dates(source.block);
    bare_years();
    std::ranges::sort(found_, {}, [](const TimeFound& found) { return found.range; });
    TimeJoiner(text_, anchor(), this_week_).run(found_);
    for (TimeFound& found : found_) emit(source.block, found);
  }

  void phrases() {
    used_.clear();
    uint32_t from = 0;
    for (const uint32_t at : text_.source->starts) {
      if (at < from) continue;
      std::optional<PhraseFound> phrase = phrase_at(at);
      if (!phrase) continue;
      const Range range = text_.folded().to_source(phrase->folded);
      from = phrase->folded.end;
      if (inside_longer_date(range) || is_title(range)) continue;
      if (phrase->kind == TimePhrase::kNone || is_noun(*phrase, range)) continue;
      if (phrase->kind == TimePhrase::kInYear && counts_plurals(*phrase)) continue;
      if (phrase->kind == TimePhrase::kInYear && is_solar_year(phrase->year)) {
        phrase->kind = TimePhrase::kPersianYear;
      }
      if (phrase->kind == TimePhrase::kWeek && phrase->value == 0) this_week_ = true;
      const Direction way = direction(phrase->folded);
      // "rose by a third in five years" tells how long it took.
      if (phrase->kind == TimePhrase::kLater && phrase->value == 1 && way != Direction::kFuture) {
        continue;
      }
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
      // 昨晚9时: the evening is a part of both.
      const bool shared = near->rule == "clock" && near->range.begin > range.begin;
      if (near->range.overlaps(range) && !range.contains(near->range) && !shared) return true;
      if (near->has_year && near->has_month && near->range.overlaps(range)) return true;
    }
    return false;
  }

  void plain_dates(uint32_t index) {
    size_t used = 0;
    for (const knowledge::DateMatch& date : text_.dates) {
      while (used < used_.size() && used_[used].end <= date.range.begin) ++used;
      Range folded{folded_at(date.range.begin), folded_at(date.range.end)};
      if (used < used_.size() && used_[used].overlaps(date.range)) {
        if (date.rule != "clock" || used_[used].begin >= date.range.begin ||
            used_[used].end >= date.range.end) {
          continue;
        }
        folded.begin = folded_at(used_[used].end);
      }
      if (is_dateline(index, date) || is_title(date.range)) continue;
      if (is_name(date, folded) || !stands_for_a_time(date, folded)) continue;
      const Direction way =
          date.has_year ? Direction::kNear : direction(folded, date.has_day && !date.has_month);
      TimeFound found{text_.folded().to_source(folded),
                      folded,
                      resolve_date(date, anchor(), way),
                      date,
                      {},
                      way};
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
      if (marked || goes_on) continue;
      PhraseFound phrase;
      phrase.kind = TimePhrase::kInYear;
      phrase.year = (folded[at] - '0') * 1000 + (folded[at + 1] - '0') * 100 +
                    (folded[at + 2] - '0') * 10 + (folded[at + 3] - '0');
      const bool solar = is_solar_year(phrase.year);
      if (solar) phrase.kind = TimePhrase::kPersianYear;
      if (!solar && (phrase.year < kFirstBareYear || phrase.year > kLastBareYear)) continue;
      if (add_year_range(range, phrase.year)) continue;
      phrase.folded = range;
      TimeFound found{text_.folded().to_source(range),
                      range,
                      resolve_phrase(phrase, text_, anchor(), Direction::kNear),
                      {},
                      phrase};
      found.weak = !stands_as_year(range);
      found_.push_back(std::move(found));
    }
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

  // Where a year needs no word before it: "2030 richtet es die Spiele aus", "wurde 2019 gewählt".
  bool stands_as_year(Range range) const {
    if (!table_.has_words("bare_year", lang_)) return false;
    constexpr std::string_view kEndings[] = {"en", "e", "er", "es"};
    const std::string_view folded = text_.folded().text;
    const Range raw = text_.folded().to_source(range);
    const std::string_view before = text::trim_space(text_.raw().substr(0, raw.begin));
    const size_t last_word = before.find_last_of(" \n(") + 1;
    const bool name_before = !before.empty() && is_capital(last_word) && !before.ends_with(',');
    const uint32_t sentence = sentence_of(*text_.source, raw.begin);
    const bool opens = before.empty() || before.ends_with(',') ||
                       text_.source->sentences[sentence].begin == raw.begin;
    size_t next = skip_blank(folded, range.end);
    if (next >= folded.size() || (name_before && !opens)) return false;
    const char32_t c = text::decode(folded, next).value;
    if (!text::is_letter(c)) return next == range.end && !opens && (c == '.' || c == ',');
    if (next == range.end || is_capital(text_.folded().origin[next])) return false;
    size_t end = next;
    while (end < folded.size() && folded[end] != ' ' && folded[end] != ',') ++end;
    const std::string_view word = folded.substr(next, end - next);
    return opens || std::ranges::none_of(
                        kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
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

  // A year of the Iranian calendar, where that is the one in use.
  bool is_solar_year(int year) const {
    constexpr int kFirstSolarYear = 1206, kLastSolarYear = 1498;
    return year >= kFirstSolarYear && year <= kLastSolarYear &&
           table_.has_words("solar_years", lang_);
  }

  // "de 1984 páginas"
  bool counts_plurals(const PhraseFound& phrase) const {
    const bool no_word = phrase.value == 1;  // behind it in small letters
    if (!no_word && phrase.value != 2 && !table_.has_words("plural_counts", lang_)) return false;
    const std::string_view folded = text_.folded().text;
    size_t at = skip_blank(folded, phrase.folded.end);
    if (at == phrase.folded.end || at >= folded.size()) return false;
    if (is_capital(text_.folded().origin[at])) return false;
    if (no_word) return text::is_letter(text::decode(folded, at).value);
    const size_t begin = at;
    while (at < folded.size() && text::is_letter(text::decode(folded, at).value)) {
      at += text::decode(folded, at).length;
    }
    constexpr size_t kShortWord = 4;  // "las", "les", "dos"
    return at - begin > kShortWord && folded[at - 1] == 's';
  }

  // "la mañana", "am Morgen": the morning, not tomorrow.
  bool is_noun(const PhraseFound& phrase, Range range) const {
    if (phrase.kind != TimePhrase::kDay || phrase.value != 1) return false;
    if (!table_.has_words("noun_before", lang_)) return false;
    const uint32_t sentence = sentence_of(*text_.source, range.begin);
    const bool opens =
        text_.source->sentences.empty() || text_.source->sentences[sentence].begin == range.begin;
    const bool noun = table_.has_words("bare_year", lang_) && is_capital(range.begin) && !opens;
    const uint32_t end = phrase.folded.begin > 0 ? phrase.folded.begin - 1 : 0;
    return noun || table_.length_before("noun_before", lang_, text_.folded().text, end) > 0;
  }

  // 《八月》: a work called after a month.
  bool is_title(Range range) const {
    const std::string_view front = text_.raw().substr(0, range.begin);
    return front.ends_with("《") || front.ends_with("「") || front.ends_with("『");
  }

  bool is_capital(size_t at) const {
    return at < text_.raw().size() && text::is_upper(text::decode(text_.raw(), at).value);
  }

  // A weekday or month that is part of a name: "the Friday Mosque", "Julio Enero", "Mercredi
  // Addams".
  bool is_name(const knowledge::DateMatch& date, Range folded) const {
    const bool weekday = date.rule == "weekday";
    const std::string_view front =
        std::string_view(text_.folded().text).substr(0, folded.begin > 0 ? folded.begin - 1 : 0);
    if (date.has_day && date.has_month && !date.has_year &&
        table_.length_before("street_before", lang_, front, front.size()) > 0) {
      return true;
    }
    const bool caseless = table_.has_words("name_before", lang_) && !is_capital(date.range.begin);
    if (weekday && caseless &&
        table_.length_before("name_before", lang_, front, front.size()) > 0) {
      return true;
    }
    if (weekday && follows_name(date)) return true;
    if ((!weekday && date.rule != "month") || date.has_year || !is_capital(date.range.begin)) {
      return false;
    }
    const std::string_view raw = text_.raw();
    size_t behind = date.range.end;
    if (behind < raw.size() && raw[behind] == '-' && weekday) return true;
    if (behind < raw.size() && raw[behind] == ' ') ++behind;
    const bool capital_behind = behind > date.range.end && is_capital(behind);
    if (table_.has_words("capital_names", lang_)) {  // months and weekdays have capitals anyway
      if (!capital_behind) return false;
      return table_.length_before("name_before", lang_, front, front.size()) > 0;
    }
    const uint32_t sentence = sentence_of(*text_.source, date.range.begin);
    const bool opens = sentence < text_.source->sentences.size() &&
                       text_.source->sentences[sentence].begin + 4 > date.range.begin;
    return capital_behind || !opens;
  }

  // "ihrem Kollegen Sonntag": where nouns have capitals, a weekday right behind one is a surname.
  bool follows_name(const knowledge::DateMatch& date) const {
    if (!table_.has_words("names_follow_names", lang_)) return false;
    const std::string_view before = text_.raw().substr(0, date.range.begin);
    if (!before.ends_with(' ')) return false;
    const std::string_view words = text::trim_space(before);
    const size_t begin = words.find_last_of(" \n") + 1;
    const uint32_t sentence = sentence_of(*text_.source, date.range.begin);
    const bool opens =
        text_.source->sentences.empty() || text_.source->sentences[sentence].begin >= begin;
    return is_capital(begin) && !opens &&
           text::is_letter(text::decode_before(words, words.size()).value);
  }

  // A month alone needs a word that says so in most languages: "in May", "в мае".
  bool stands_for_a_time(const knowledge::DateMatch& date, Range range) const {
    if (date.rule == "weekday") return weekday_is_meant(date, range);
    // 五月 is a name, too; 5月 is none.
    const bool in_words = date.rule == "year month marks" && !date.has_day &&
                          !text::is_digit(text::decode(text_.raw(), date.range.begin).value);
    if ((date.rule != "month" && !in_words) || date.has_year) return true;
    const bool before = table_.has_words("month_before", lang_);
    const bool behind = table_.has_words("month_behind", lang_);
    if (!before && !behind) return true;
    const std::string_view folded = text_.folded().text;
    if (table_.length_behind("month_sure", lang_, folded, range.begin) > 0) return true;
    // Names have capitals where months have none.
    const char32_t first = text::decode(text_.raw(), date.range.begin).value;
    const bool cased = text::is_latin(first) || text::is_cyrillic(first);
    if (cased && !text::is_upper(first) && !table_.has_words("capital_names", lang_) &&
        table_.length_behind("month_doubtful", lang_, folded, range.begin) == 0) {
      return true;
    }
    uint32_t begin = range.begin;
    if (begin > 0 && folded[begin - 1] == ' ') --begin;
    if (before && table_.length_before("month_before", lang_, folded, begin) > 0) return true;
    if (beside_month(date)) return true;
    if (!behind) return false;
    const size_t next = skip_blank(folded, range.end);
    if (table_.length_behind("month_behind", lang_, folded, next) > 0) return true;
    return range.end < folded.size() && folded[range.end] == '\'' &&
           table_.has_words("bare_stretch", lang_);
  }

  // "January-March": one month says that the other is one.
  bool beside_month(const knowledge::DateMatch& date) const {
    const auto here =
        std::ranges::lower_bound(text_.dates, date.range.begin, {},
                                 [](const knowledge::DateMatch& m) { return m.range.begin; });
    const auto joined = [&](const knowledge::DateMatch& one, const knowledge::DateMatch& two) {
      if (!one.has_month || !two.has_month || one.has_day || two.has_day) return false;
      const uint32_t from = folded_at(one.range.end), to = folded_at(two.range.begin);
      constexpr uint32_t kLongest = 12;
      if (to < from || to - from > kLongest) return false;
      const std::string_view gap =
          text::trim_space(std::string_view(text_.folded().text).substr(from, to - from));
      return table_.is_word("until", lang_, gap);
    };
    if (here == text_.dates.end()) return false;
    if (here != text_.dates.begin() && joined(*(here - 1), *here)) return true;
    return here + 1 != text_.dates.end() && joined(*here, *(here + 1));
  }

  // "pazar" is a market, too, and "среда" the environment: what makes them days.
  bool weekday_is_meant(const knowledge::DateMatch& date, Range range) const {
    const std::string_view folded = text_.folded().text;
    if (date.value.precision > Precision::kDay) return true;
    const uint32_t doubtful = table_.length_behind("weekday_doubtful", lang_, folded, range.begin);
    if (doubtful == 0) return true;
    uint32_t begin = range.begin;
    if (begin > 0 && folded[begin - 1] == ' ') --begin;
    if (table_.length_before("weekday_before", lang_, folded, begin) > 0) return true;
    const size_t next = skip_blank(folded, range.end);
    if (table_.length_behind("weekday_behind", lang_, folded, next) > 0) return true;
    if (doubtful < range.size()) return true;  // "pazar günü"
    return is_capital(date.range.begin) && range.end < folded.size() && folded[range.end] == '\'';
  }

  // Which way the sentence looks, from its verbs.
  Direction direction(Range folded, bool bare_day = false) {
    const uint32_t index = sentence_of(*text_.source, text_.folded().origin[folded.begin]);
    const auto& sentences = text_.source->sentences;
    Range sentence{0, static_cast<uint32_t>(text_.folded().text.size())};
    if (index < sentences.size()) {
      sentence = {folded_at(sentences[index].begin), folded_at(sentences[index].end)};
    }
    if (clauses_.empty() || clauses_index_ != index) {
      clauses_.assign(1, TenseTable::get().clauses(*text_.source, sentence, lang_));
      clauses_index_ = index;
    }
    const Tense tense = tense_around(clauses_.front(), folded);
    if (is_beside("until_before", "until_behind", folded)) return Direction::kFuture;
    if (is_beside("since_before", "since_behind", folded) && tense != Tense::kFuture) {
      return Direction::kPast;
    }
    switch (tense) {
      case Tense::kPast:
        return Direction::kPast;
      case Tense::kPresent:
        if (bare_day) return Direction::kNear;  // "14日" says too little
        return Direction::kFuture;
      case Tense::kFuture:
        return Direction::kFuture;
      case Tense::kNone:
        break;
    }
    return Direction::kNear;
  }

  bool is_beside(std::string_view before, std::string_view behind, Range folded) const {
    const std::string_view text = text_.folded().text;
    const uint32_t begin =
        folded.begin - (folded.begin > 0 && text[folded.begin - 1] == ' ' ? 1 : 0);
    return table_.length_before(before, lang_, text, begin) > 0 ||
           table_.length_behind(behind, lang_, text, skip_blank(text, folded.end)) > 0;
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
    annotated_.times.push_back(std::move(time));
  }

  model::Annotated& annotated_;
  const TimesTable& table_;
  std::optional<DateValue> anchor_;
  std::string lang_;
  const knowledge::Language* language_ = nullptr;
  TimeText text_;
  std::vector<TimeFound> found_;
  std::vector<Range> used_;
  std::vector<Clauses> clauses_;  // of the sentence looked at last
  uint32_t clauses_index_ = 0;
  bool this_week_ = false;  // the article speaks of the week at hand
};

}  // namespace

void find_times(model::Annotated& annotated, const Sources& sources,
                const knowledge::Knowledge& knowledge) {
  annotated.times.clear();
  Finder(annotated, knowledge).run(sources);
}

}  // namespace synoptic::annotate
