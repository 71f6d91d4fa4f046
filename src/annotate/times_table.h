// The phrases of data/annotate/times.tsv, compiled. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/numerals.h"
#include "annotate/source.h"
#include "annotate/word_table.h"
#include "base/strings.h"
#include "knowledge/calendar.h"

namespace synoptic::annotate {

enum class TimeUnit : uint8_t { kMinute, kHour, kDay, kWeek, kMonth, kYear, kDecade, kCentury };
enum class TimePhrase : uint8_t {
  kDay,
  kWeek,
  kWeekend,
  kMonth,
  kYear,
  kQuarter,
  kAgo,
  kLater,
  kSince,
  kNameLast,
  kNameNext,
  kNameWeek,
  kNameYear,
  kNameMonth,
  kInYear,
  kDecade
};

// A text of the article with the dates that stand in it.
struct TimeText {
  const Source* source = nullptr;
  std::vector<knowledge::DateMatch> dates;
  std::string lang;

  std::string_view raw() const { return source->raw; }
  const text::Folded& folded() const { return source->folded; }
};

struct PhraseFound {
  TimePhrase kind = TimePhrase::kDay;
  int value = 0;
  Range folded;
  double count = 1;                // {n}
  TimeUnit unit = TimeUnit::kDay;  // {u}
  int year = 0;                    // {y}
  std::optional<size_t> date;      // index of the {m}, {w} or {d}
  Range year_range;                // folded
};

class TimesTable {
 public:
  static const TimesTable& get();

  // The longest phrase that begins at the byte of the folded text.
  std::optional<PhraseFound> at(const TimeText& text, uint32_t at) const;
  // Is a word of the kind (month_before …) at the byte, or does it end there?
  bool word_ends_at(std::string_view kind, std::string_view lang, std::string_view folded,
                    size_t end) const;
  bool word_begins_at(std::string_view kind, std::string_view lang, std::string_view folded,
                      size_t at) const;
  bool has_words(std::string_view kind, std::string_view lang) const;
  // The text between two times joins them to a stretch: "to", "至".
  bool joins(std::string_view folded) const;
  // A future cue in the sentence, on the side where the language puts it.
  bool speaks_of_future(std::string_view lang, std::string_view before,
                        std::string_view after) const;
  std::optional<TimeUnit> unit_at(std::string_view folded, size_t at, uint32_t& length,
                                  std::string_view lang, bool& two) const;

 private:
  enum class Slot : uint8_t { kLiteral, kNumber, kUnit, kName, kDay, kYear };
  struct Element {
    Slot slot = Slot::kLiteral;
    std::string literal;
    bool blank_before = false;
  };
  struct Pattern {
    TimePhrase kind = TimePhrase::kDay;
    std::string lang;
    int value = 0;
    std::vector<Element> elements;
  };
  struct Word {
    std::string kind, lang, text;
    bool after = false;
  };
  struct UnitWord {
    TimeUnit unit;
    std::string lang;
    bool two;
  };

  TimesTable();
  bool may_fill_slot(const TimeText& text, uint32_t at) const;
  void add_pattern(TimePhrase kind, std::string_view lang, int value, std::string_view phrase);
  bool match(const Pattern& pattern, const TimeText& text, uint32_t at, PhraseFound& found) const;
  bool match_element(const Element& element, const TimeText& text, size_t& at,
                     PhraseFound& found) const;

  std::vector<Pattern> patterns_;
  WordTable openers_;  // first literals; ids of patterns
  // Patterns that begin with a slot, by language.
  std::unordered_map<std::string, std::vector<uint32_t>, TransparentHash, std::equal_to<>> by_slot_;
  WordTable units_;
  std::vector<UnitWord> unit_words_;
  std::vector<Word> words_;
};

}  // namespace synoptic::annotate
