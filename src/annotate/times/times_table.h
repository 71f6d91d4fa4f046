// The phrases of data/annotate/times.tsv, compiled. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/quantities/numerals.h"
#include "annotate/source.h"
#include "annotate/word_table.h"
#include "base/strings.h"
#include "knowledge/calendar.h"

namespace synoptic::annotate {

enum class TimeUnit : uint8_t { kMinute, kHour, kDay, kWeek, kMonth, kYear, kDecade, kCentury };
enum class TimePhrase : uint8_t {
  kDay,
  kSameDay,  // as many days from the one told last
  kWeek,
  kWeekend,
  kMonth,
  kYear,
  kQuarter,
  kAgo,
  kLater,
  kWithin,  // from the article's day to {n} {u} later
  kSince,
  kNameLast,
  kNameNext,
  kNameWeek,
  kNameYear,
  kNameMonth,
  kInYear,
  kDecade,
  kQuarterOf,    // {q}, or the value; the year is told beside it or not at all
  kHalfOf,       // the value; nothing without a year
  kSeason,       // {s}
  kYearEnd,      // its last month
  kDecadeNamed,  // the value is its first year
  kDecadeShort,  // {n} tens of the century that the value begins
  kHijriYear,    // {h}
  kYearShort,    // {h}: of its century only the last two digits
  kPersianYear,
  kPersianDecade,
  kFiscalYear,  // from April to March
  kNone         // no time: "la veille de"
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
  int year = 0;                    // {y}, {h}
  int part = 0;                    // {q}, {s}
  std::optional<size_t> date;      // index of the {m}, {w} or {d}
  Range year_range;                // folded
};

// No letter of a spaced script runs over the edge.
bool edge(std::string_view text, size_t at);

class TimesTable {
 public:
  static const TimesTable& get();

  // The longest phrase that begins at the byte of the folded text. `fills_slot`: false where
  // rejects_slots() said so of the letters there.
  std::optional<PhraseFound> at(const TimeText& text, uint32_t at, bool fills_slot = true) const;
  // True: no phrase begins with the letters, whatever stands behind them, if no date or number
  // does.
  bool rejects(std::string_view lang, std::string_view letters) const {
    return openers_.rejects(lang, letters) && rejects_slots(lang, letters);
  }
  // True: no unit, season or quarter begins with the letters, whatever stands behind them.
  bool rejects_slots(std::string_view lang, std::string_view letters) const {
    return parts_.rejects(lang, letters) && units_.rejects(lang, letters);
  }
  bool has_words(std::string_view kind, std::string_view lang) const;
  // How many bytes of a word of the kind end at the byte (or begin there); 0: none does.
  uint32_t length_before(std::string_view kind, std::string_view lang, std::string_view folded,
                         size_t end) const;
  uint32_t length_behind(std::string_view kind, std::string_view lang, std::string_view folded,
                         size_t at) const;
  // Whether the text is a word of the kind: "to", "至" between two times (until).
  bool is_word(std::string_view kind, std::string_view lang, std::string_view folded) const;
  // Whether a word of the kind, or its beginning, stands anywhere in the text.
  bool has_stem(std::string_view kind, std::string_view lang, std::string_view folded) const;
  // Where the last (or the first) word with a stem of the kind begins; npos: there is none.
  size_t stem_in(std::string_view kind, std::string_view lang, std::string_view folded,
                 bool last) const;
  // Whether the text ends with an ending of the kind.
  bool has_ending(std::string_view kind, std::string_view lang, std::string_view folded) const;
  std::optional<TimeUnit> unit_at(std::string_view folded, size_t at, uint32_t& length,
                                  std::string_view lang, bool& two) const;

 private:
  enum class Slot : uint8_t { kLiteral, kNumber, kUnit, kName, kDay, kYear, kPart, kEra, kEnd };
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
  struct PartWord {
    bool season;
    std::string lang;
    int value;
  };
  struct UnitWord {
    TimeUnit unit;
    std::string lang;
    bool two;
  };

  // Patterns that begin with one slot (of a season or of a quarter): what stands there is read
  // once.
  struct SlotPatterns {
    Slot slot = Slot::kLiteral;
    bool season = false;
    std::vector<uint32_t> ids;
  };
  struct NumberRead {  // the number looked for last
    size_t at = SIZE_MAX;
    std::optional<Numeral> number;
  };

  TimesTable();
  bool may_fill_slot(const TimeText& text, uint32_t at, NumberRead& last) const;
  static bool date_begins(const TimeText& text, uint32_t at);
  void add_by_slot(const Pattern& pattern, uint32_t id);
  static const std::optional<Numeral>& number_at(const TimeText& text, size_t at, NumberRead& last);
  void add_pattern(TimePhrase kind, std::string_view lang, int value, std::string_view phrase);
  // From element `first` on, which begins at `at` or behind a blank there.
  bool match(const Pattern& pattern, const TimeText& text, uint32_t begin, size_t first, size_t at,
             NumberRead& last, PhraseFound& found) const;
  bool match_element(const Pattern& pattern, const Element& element, const TimeText& text,
                     NumberRead& last, size_t& at, PhraseFound& found) const;

  std::vector<Pattern> patterns_;
  WordTable openers_;  // first literals; ids of patterns
  // Patterns that begin with a slot, by language.
  std::unordered_map<std::string, std::vector<SlotPatterns>, TransparentHash, std::equal_to<>>
      by_slot_;
  WordTable units_;
  std::vector<UnitWord> unit_words_;
  WordTable parts_;  // ordinals of quarters, names of seasons
  std::vector<PartWord> part_words_;
  using WordList = std::vector<std::string>;  // the longest first
  struct NamedWords {
    std::string kind, lang;
    WordList list;
  };
  void index_words();
  static size_t slot_of(std::string_view kind, std::string_view lang);
  const WordList* words(std::string_view kind, std::string_view lang) const;

  std::vector<NamedWords> words_;
  static constexpr size_t kWordSlots = 1024;       // a power of two
  std::array<uint16_t, kWordSlots> word_slots_{};  // one more than their places; 0: none
};

}  // namespace synoptic::annotate
