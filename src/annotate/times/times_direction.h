// Which way a time looks that is told without its year, month or week: from the verbs of its
// sentence and the words beside it. Private to the room.
#pragma once

#include <vector>

#include "annotate/times/times_resolve.h"
#include "annotate/times/times_tense.h"

namespace synoptic::annotate {

// Whether something is put off to the time: a word of that stands near, and "to" right beside it.
bool moves_to(const TimeText& text, Range folded);

class TimeDirections {
 public:
  enum class Form : uint8_t { kPhrase, kWeekday, kDay, kMonth };  // kMonth: a month or its day
  struct Answer {
    Direction way = Direction::kNear;
    bool firm = false;  // a verb in its own clause says so, or a word beside it
  };

  explicit TimeDirections(const TimeText& text) : text_(text), table_(TimesTable::get()) {}

  static Form form_of(const knowledge::DateMatch& date) {
    if (date.has_month) return Form::kMonth;
    return date.has_day ? Form::kDay : Form::kWeekday;
  }

  void begin_text() { clauses_.clear(); }  // the text is another one now
  // `day`: a month has its day, which stands for itself in what is promised.
  Answer of(Range folded, Form form, bool day = false);
  // Whether something is only compared with the day: "above Friday's closing price".
  bool is_compared(Range folded) const {
    return is_beside("compared_before", "compared_behind", folded);
  }
  // "Seventeen days after their abduction": behind "later" it is told of what.
  bool is_of_another(Range folded) const { return is_beside("", "later_of", folded); }
  // Whether the verb at the time says that it is to come.
  bool looks_ahead(Range folded);
  // "postponed to February", 12月20日に延期: the day or month that something was moved to.
  bool is_moved_to(Range folded) const { return moves_to(text_, folded); }
  // Whether the sentence has a word of ordering, asking or promising.
  bool is_ordered(Range folded) const;

 private:
  Range sentence_at(Range folded) const;
  const Clauses& clauses_of(Range sentence);
  bool comes_with(Range compared);  // a day of comparison that is to come
  bool is_since(const Clauses& clauses, TenseAround verb, Range folded) const;
  Direction by_tense(TenseAround verb, Range folded, Form form) const;
  bool is_until(Range folded) const;
  bool is_object_of(std::string_view verbs, Range folded);
  bool is_ruled_out(Range folded);
  bool is_set_for(Range folded, Form form);
  bool ends_stretch(Range folded) const;
  bool is_beside(std::string_view before, std::string_view behind, Range folded) const;
  uint32_t folded_at(uint32_t source) const;

  const TimeText& text_;
  const TimesTable& table_;
  std::vector<Clauses> clauses_;  // of the sentence looked at last
  uint32_t clauses_begin_ = 0;
};

}  // namespace synoptic::annotate
