#include "annotate/times/times_doubts.h"

#include <algorithm>

#include "annotate/quantities/numerals.h"
#include "annotate/quantities/quantities_table.h"
#include "annotate/running_time.h"
#include "annotate/times/times_tense.h"
#include "text/utf8.h"

namespace synoptic::annotate {

using model::Precision;

// A year of the Iranian calendar, where that is the one in use.
bool TimeDoubts::is_solar_year(int year) const {
  constexpr int kFirstSolarYear = 1206, kLastSolarYear = 1498;
  return year >= kFirstSolarYear && year <= kLastSolarYear &&
         table_.has_words("solar_years", lang_);
}

// "de 1984 páginas"
bool TimeDoubts::counts_plurals(const PhraseFound& phrase) const {
  constexpr int kBeforeNoun = 3;  // "the 2019 election", "a 1958 photograph"
  if (phrase.value == kBeforeNoun) return !is_year_of_noun(phrase);
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

// A number behind an article is a year where it can be one and no round figure.
bool TimeDoubts::is_year_of_noun(const PhraseFound& phrase) const {
  constexpr int kFirst = 1900, kLast = 2050, kCentury = 100;
  const std::string_view folded = text_.folded().text;
  const size_t at = skip_blank(folded, phrase.folded.end);
  return phrase.year >= kFirst && phrase.year <= kLast && phrase.year % kCentury != 0 &&
         at > phrase.folded.end && at < folded.size() &&
         text::is_letter(text::decode(folded, at).value);
}

// "la mañana", "am Morgen": the morning, not tomorrow.
bool TimeDoubts::is_noun(const PhraseFound& phrase, Range range) const {
  if (phrase.kind != TimePhrase::kDay || phrase.value != 1) return false;
  if (!table_.has_words("noun_before", lang_)) return false;
  const uint32_t sentence = sentence_of(*text_.source, range.begin);
  const bool opens =
      text_.source->sentences.empty() || text_.source->sentences[sentence].begin == range.begin;
  const bool noun = table_.has_words("bare_year", lang_) && is_capital(range.begin) && !opens;
  const uint32_t end = phrase.folded.begin > 0 ? phrase.folded.begin - 1 : 0;
  return noun || table_.length_before("noun_before", lang_, text_.folded().text, end) > 0;
}

// 懲役29年に: what stands right before it says that years are counted; and 29年の is a year only
// where the sentence tells a whole one as well.
bool TimeDoubts::is_no_short_year(const PhraseFound& phrase) const {
  constexpr int kNeedsWhole = 1;
  if (phrase.kind != TimePhrase::kYearShort) return false;
  const std::string_view folded = text_.folded().text;
  if (phrase.year >= 100) return true;
  if (phrase.folded.begin > 0) {
    const char32_t before = text::decode_before(folded, phrase.folded.begin).value;
    constexpr std::u32string_view kGoesOn = U".~～〜-–/";
    if (text::is_han(before) || text::is_digit(before) ||
        kGoesOn.find(before) != std::u32string_view::npos) {
      return true;
    }
  }
  if (phrase.value != kNeedsWhole) return false;
  const uint32_t index = sentence_of(*text_.source, text_.folded().origin[phrase.folded.begin]);
  const auto& sentences = text_.source->sentences;
  const Range range = index < sentences.size()
                          ? sentences[index]
                          : Range{0, static_cast<uint32_t>(text_.raw().size())};
  const std::string_view sentence = range.of(text_.raw());
  const auto digit = [&](size_t at) { return sentence[at] >= '0' && sentence[at] <= '9'; };
  for (size_t at = 0; at + 4 < sentence.size(); ++at) {
    if (digit(at) && digit(at + 1) && digit(at + 2) && digit(at + 3) &&
        table_.length_behind("short_year_mark", lang_, sentence, at + 4) > 0) {
      return false;
    }
  }
  return true;
}

bool TimeDoubts::is_of_office(const PhraseFound& phrase) const {
  if (phrase.kind != TimePhrase::kYear || !table_.has_words("office_before", lang_)) return false;
  const uint32_t end = phrase.folded.begin > 0 ? phrase.folded.begin - 1 : 0;
  return table_.length_before("office_before", lang_, text_.folded().text, end) > 0;
}

// "a touchdown in the third quarter"
bool TimeDoubts::is_of_match(const PhraseFound& phrase) const {
  return phrase.kind == TimePhrase::kQuarterOf && phrase.year == 0 &&
         table_.has_stem("match", lang_, text_.folded().text);
}

// "13분 후셈": the last letters of the phrase are the first of a name, where nothing that follows
// them is a particle.
bool TimeDoubts::cuts_word(const PhraseFound& phrase) const {
  if (phrase.kind != TimePhrase::kAgo && phrase.kind != TimePhrase::kLater) return false;
  if (table_.length_behind("moves_on", lang_, text_.folded().text, phrase.folded.end) > 0) {
    return true;
  }
  if (!table_.has_words("tail", lang_)) return false;
  const std::string_view folded = text_.folded().text;
  const size_t begin = phrase.folded.end;
  size_t end = begin;
  while (end < folded.size() && text::is_letter(text::decode(folded, end).value)) {
    end += text::decode(folded, end).length;
  }
  return end > begin && !table_.is_word("tail", lang_, folded.substr(begin, end - begin));
}

// "Beim Brand der Fähre 2014 starben", "В 2014 погибли": right behind it the verb of the past, and
// before it what a year needs in the language.
bool TimeDoubts::is_year_of_verb(Range range) const {
  const std::string_view folded = text_.folded().text;
  const size_t next = skip_blank(folded, range.end);
  if (next == range.end || next >= folded.size() || is_capital(text_.folded().origin[next])) {
    return false;
  }
  size_t end = next;
  while (end < folded.size() && text::is_letter(text::decode(folded, end).value)) {
    end += text::decode(folded, end).length;
  }
  const bool anywhere = table_.has_words("bare_year", lang_);
  if (end == next || (!anywhere && table_.length_before("year_before_verb", lang_, folded,
                                                        range.begin - (range.begin > 0)) == 0)) {
    return false;
  }
  const Range verb{static_cast<uint32_t>(next), static_cast<uint32_t>(end)};
  return TenseTable::get().is_past(*text_.source, verb, lang_);
}

// Where a year needs no word before it: "2030 richtet es die Spiele aus", "wurde 2019 gewählt".
bool TimeDoubts::stands_as_year(Range range) const {
  if (is_year_of_verb(range)) return true;
  if (!table_.has_words("bare_year", lang_)) return false;
  const std::string_view folded = text_.folded().text;
  const Range raw = text_.folded().to_source(range);
  const std::string_view before = text::trim_space(text_.raw().substr(0, raw.begin));
  const size_t last_word = before.find_last_of(" \n(") + 1;
  const uint32_t sentence = sentence_of(*text_.source, raw.begin);
  // "Bereits 2019 hatte": the first word of a sentence has its capital from there.
  const bool first_word =
      !text_.source->sentences.empty() && text_.source->sentences[sentence].begin == last_word;
  const bool name_before =
      !before.empty() && is_capital(last_word) && !first_word && !before.ends_with(',');
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
  return opens || !table_.has_ending("adjective_ending", lang_, word);
}

// 《八月》: a work called after a month.
bool TimeDoubts::is_title(Range range) const {
  const std::string_view front = text_.raw().substr(0, range.begin);
  return front.ends_with("《") || front.ends_with("「") || front.ends_with("『");
}

bool TimeDoubts::is_capital(size_t at) const {
  return at < text_.raw().size() && text::is_upper(text::decode(text_.raw(), at).value);
}

// A weekday or month that is part of a name: "the Friday Mosque", "Julio Enero", "Mercredi
// Addams".
bool TimeDoubts::is_name(const knowledge::DateMatch& date, Range folded) const {
  const bool weekday = date.rule == "weekday";
  // "9to5Mac": the digits of a name.
  if (folded.begin > 0 && text::is_digit(text::decode(text_.folded().text, folded.begin).value) &&
      text::is_latin(text::decode_before(text_.folded().text, folded.begin).value)) {
    return true;
  }
  // "Long March 8A": a letter behind the day.
  const std::string_view written = date.range.of(text_.raw());
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (date.has_day && date.has_month && written.size() > 1 && written.back() >= 'A' &&
      written.back() <= 'Z' && digit(written[written.size() - 2])) {
    return true;
  }
  // "به بزرگی ۶٫۳ بامداد": the end of a decimal.
  const std::string_view before = std::string_view(text_.folded().text).substr(0, folded.begin);
  const auto point =
      before.empty() ? text::CodePoint{} : text::decode_before(before, before.size());
  constexpr std::u32string_view kPoints = U".,٫";
  if (!date.has_month && point.value != 0 &&
      kPoints.find(point.value) != std::u32string_view::npos && before.size() > point.length &&
      text::is_digit(text::decode_before(before, before.size() - point.length).value)) {
    return true;
  }
  const std::string_view front =
      std::string_view(text_.folded().text).substr(0, folded.begin > 0 ? folded.begin - 1 : 0);
  if (date.has_day && date.has_month && !date.has_year &&
      table_.length_before("street_before", lang_, front, front.size()) > 0) {
    return true;
  }
  // 第18号台风, 1日4時間: the number of something, or of no one day.
  if (date.has_day && !date.has_month && !date.has_year && !weekday) {
    const std::string_view all = text_.folded().text;
    if (table_.length_before("number_before", lang_, all, folded.begin) > 0 ||
        table_.length_behind("number_behind", lang_, all, folded.end) > 0 ||
        (text::is_hangul(text::decode_before(all, folded.end).value) &&
         table_.length_behind("number_behind", lang_, all, skip_blank(all, folded.end)) > 0)) {
      return true;
    }
  }
  const bool caseless = table_.has_words("name_before", lang_) && !is_capital(date.range.begin);
  if (weekday && caseless && table_.length_before("name_before", lang_, front, front.size()) > 0) {
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

// "en 2 horas, 27 minutos": how long something took, where "2 horas" alone may be a clock.
bool TimeDoubts::goes_on_with_minutes(Range folded) const {
  const std::string_view text = text_.folded().text;
  // The end of the number and its unit that begin at the byte; 0: there are none.
  const auto behind = [&](size_t at, std::string_view unit) -> size_t {
    const auto number = Numerals::get().at(text, at, lang_);
    if (!number || !number->digits) return 0;
    const auto hit = QuantityTable::get().at(NumberWord::kUnit, lang_, text,
                                             skip_blank(text, number->range.end));
    return hit && hit->entry->value.starts_with(unit) ? hit->range.end : 0;
  };
  size_t end = behind(folded.begin, "duration:hour");
  if (end == 0 || !QuantityTable::get().before(NumberWord::kRunTime, lang_, text, folded.begin)) {
    return false;
  }
  if (end < text.size() && text[end] == ',') ++end;
  return behind(skip_blank(text, end), "duration:minute") > 0;
}

bool TimeDoubts::is_measure(const knowledge::DateMatch& date, Range folded) const {
  constexpr uint32_t kShortUnit = 2;  // bytes: "7.30 h", "7.30 m"
  if (date.rule != "clock") return false;
  const std::string_view text = text_.folded().text;
  if (running_time_at(text, folded.begin, lang_) || goes_on_with_minutes(folded)) return true;
  const auto number = Numerals::get().at(text, folded.begin, lang_);
  if (!number || !number->decimal || !number->digits) return false;
  if (number->scaled) return true;
  const size_t next = skip_blank(text, number->range.end);
  const QuantityTable& table = QuantityTable::get();
  for (const NumberWord kind :
       {NumberWord::kPercent, NumberWord::kPoints, NumberWord::kMoney, NumberWord::kUnit}) {
    const auto hit = table.at(kind, lang_, text, next);
    if (hit && hit->range.size() > (kind == NumberWord::kUnit ? kShortUnit : 0) &&
        !hit->entry->value.starts_with("duration")) {
      return true;
    }
  }
  return false;
}

bool TimeDoubts::is_no_date(const knowledge::DateMatch& date, Range folded) const {
  const std::string_view text = text_.folded().text;
  if (date.rule == "clock") {
    // 印章11点: things are counted so.
    if (table_.length_before("no_clock_end", lang_, text, folded.end) > 0) return true;
    return table_.length_behind("no_clock", lang_, text, folded.begin) >= folded.size();
  }
  return date.has_day && !date.has_month && !date.weekday &&
         table_.length_before("no_day_end", lang_, text, folded.end) > 0;
}

// "ihrem Kollegen Sonntag": where nouns have capitals, a weekday right behind one is a surname.
bool TimeDoubts::follows_name(const knowledge::DateMatch& date) const {
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
bool TimeDoubts::stands_for_a_time(const knowledge::DateMatch& date, Range range) const {
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
bool TimeDoubts::beside_month(const knowledge::DateMatch& date) const {
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
bool TimeDoubts::weekday_is_meant(const knowledge::DateMatch& date, Range range) const {
  const std::string_view folded = text_.folded().text;
  if (date.value.precision > Precision::kDay) return true;
  const uint32_t doubtful = table_.length_behind("weekday_doubtful", lang_, folded, range.begin);
  if (doubtful == 0) return true;
  const size_t behind = skip_blank(folded, range.end);
  if (doubtful == range.size() &&
      table_.length_behind("weekday_not_behind", lang_, folded, behind) > 0) {
    return false;  // "a segunda volta"
  }
  uint32_t begin = range.begin;
  if (begin > 0 && folded[begin - 1] == ' ') --begin;
  if (table_.length_before("weekday_before", lang_, folded, begin) > 0) return true;
  if (table_.length_behind("weekday_behind", lang_, folded, behind) > 0) return true;
  if (doubtful < range.size()) return true;  // "pazar günü"
  return is_capital(date.range.begin) && range.end < folded.size() && folded[range.end] == '\'';
}

uint32_t TimeDoubts::folded_at(uint32_t source) const {
  const auto& origin = text_.folded().origin;
  return static_cast<uint32_t>(std::ranges::lower_bound(origin, source) - origin.begin());
}

}  // namespace synoptic::annotate
