// What looks like a time and may be none: names that are months, counts that look like years, the
// morning that is no tomorrow. Private to the room.
#pragma once

#include "annotate/times/times_table.h"

namespace synoptic::annotate {

class TimeDoubts {
 public:
  explicit TimeDoubts(const TimeText& text)
      : text_(text), lang_(text.lang), table_(TimesTable::get()) {}

  bool is_solar_year(int year) const;
  bool counts_plurals(const PhraseFound& phrase) const;
  bool is_noun(const PhraseFound& phrase, Range range) const;
  bool is_no_short_year(const PhraseFound& phrase) const;
  // "المدير العام السابق": a word of an office that is the year as well.
  bool is_of_office(const PhraseFound& phrase) const;
  bool is_of_match(const PhraseFound& phrase) const;
  bool cuts_word(const PhraseFound& phrase) const;
  bool stands_as_year(Range range) const;
  bool is_title(Range range) const;
  bool is_name(const knowledge::DateMatch& date, Range folded) const;
  // "at 5.25 percent", "in 2:08:41": no clock.
  bool is_measure(const knowledge::DateMatch& date, Range folded) const;
  // What looks like a date or a clock in the language and is none: 一時 (for a while), 3号.
  bool is_no_date(const knowledge::DateMatch& date, Range folded) const;
  bool stands_for_a_time(const knowledge::DateMatch& date, Range range) const;

 private:
  bool is_year_of_noun(const PhraseFound& phrase) const;
  bool is_year_of_verb(Range range) const;
  bool goes_on_with_minutes(Range folded) const;
  bool is_capital(size_t at) const;
  bool follows_name(const knowledge::DateMatch& date) const;
  bool beside_month(const knowledge::DateMatch& date) const;
  bool weekday_is_meant(const knowledge::DateMatch& date, Range range) const;
  std::string_view raw() const { return text_.raw(); }
  uint32_t folded_at(uint32_t source) const;

  const TimeText& text_;
  const std::string& lang_;
  const TimesTable& table_;
};

}  // namespace synoptic::annotate
