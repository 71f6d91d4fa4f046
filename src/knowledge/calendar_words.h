// The words of written dates (data/calendar) and a text cut into them. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/byte_trie.h"
#include "base/bytes.h"
#include "base/span.h"
#include "base/strings.h"
#include "text/fold.h"

namespace synoptic::knowledge {

enum class DateWord : uint8_t {
  kMonth,
  kPersianMonth,
  kHijriMonth,
  kWeekday,
  kAm,
  kPm,
  kNoon,
  kMidnight,
  kYearMark,
  kMonthMark,
  kDayMark,
  kHourMark,
  kMinuteMark,
  kSecondMark,
  kHalf,
  kStretch,
  kBesideDay,
  kMovesOn,
  kOf,
  kDayWord,
  kClock,
  kClockSure,
  kClockAbout,
  kLocal,
  kClockEnd,
  kClockNoun,
  kHourName,
  kClockAnd,
  kMinuteNoun,
  kPastHour,
  kPartOfHour,
  kOrdinal,
  kEra,
  kFirstYear,
  kFirstDay,
  kNamedDay,
  kZone
};

constexpr uint64_t bit_of(DateWord kind) { return uint64_t{1} << static_cast<unsigned>(kind); }

struct WordReading {
  DateWord kind = DateWord::kOf;
  std::string lang;  // "*": any
  int value = 0;     // month 1-12, weekday 0-6, era offset …
  bool abbreviated = false;
  std::string zone;                   // kZone: the name as kept
  std::optional<int> offset_minutes;  // kZone, where it is known
  bool brief = false;                 // kMonth: a name of at most three letters
};

class CalendarWords {
 public:
  static const CalendarWords& get();

  struct Found {
    size_t length = 0;  // bytes of the folded text; 0: nothing
    std::span<const WordReading> readings;
    uint64_t kinds = 0;  // a bit for each kind of them
  };
  // The longest word that the folded text has at `at`; words end where letters end, except in
  // scripts without spaces.
  Found longest(std::string_view folded, size_t at) const;
  // The same behind a glued one-letter prefix.
  Found behind_prefix(std::string_view folded, size_t at, size_t& prefix) const;

  // True: no word begins at the run of letters of a script with blanks, nor behind a prefix there;
  // told by its first bytes, so that most words need not be looked for.
  bool is_plain(std::string_view letters) const {
    return static_cast<unsigned char>(letters[0]) < kFirstLongLetter &&
           !has_front(front_of(letters));
  }

  // A sign of Han behind a number of a date or a clock: 年, 月, 日 …; 元 for a first year.
  bool is_date_mark(char32_t c) const { return date_marks_.find(c) != std::u32string::npos; }
  bool is_first_year(char32_t c) const { return first_years_.find(c) != std::u32string::npos; }

  // Its month names stand in dates of any language.
  bool is_everywhere(std::string_view lang) const { return lang == everywhere_; }
  std::string_view order(std::string_view lang) const;  // "123" = day month year
  int own_calendar(std::string_view lang) const;        // 543 Buddhist, 622 Persian, 0 none
  // Whether the language writes names of the kind with a capital.
  bool writes_capitals(std::string_view lang, DateWord kind) const;

 private:
  CalendarWords();
  void read_names();
  void read_words();
  void read_zones();
  void add(std::string_view word, WordReading reading);
  void make_trie();
  void add_front(std::string_view letters);

  // Letters from here on, Hangul among them, may go on behind a word.
  static constexpr unsigned char kFirstLongLetter = 0xE1;
  static constexpr unsigned kFrontBits = 16;
  static uint32_t front_of(std::string_view letters) {
    const uint64_t front = letters.size() < 4
                               ? load_few(letters.data(), letters.size()) << 8 | letters.size()
                               : uint64_t{load_bytes<uint32_t>(letters.data())} << 8;
    return static_cast<uint32_t>(front * 0x9E3779B97F4A7C15ULL >> (64 - kFrontBits));
  }
  bool has_front(uint32_t front) const { return (fronts_[front / 64] >> front % 64 & 1) != 0; }

  struct Word {
    std::vector<WordReading> readings;
    bool ends_in_digit = false, ends_in_letter = false;  // … of a script with blanks
    uint64_t kinds = 0;
  };
  std::map<std::string, std::vector<WordReading>, std::less<>> added_;  // until make_trie()
  ByteTrie trie_;
  std::vector<Word> words_;  // as the trie numbers them
  std::unordered_map<std::string, std::string, TransparentHash, std::equal_to<>> orders_;
  std::array<uint64_t, (size_t{1} << kFrontBits) / 64> fronts_{};
  std::u32string date_marks_, first_years_;
  std::string everywhere_;
  std::unordered_map<std::string, int, TransparentHash, std::equal_to<>> calendars_;
  std::vector<std::string> capitals_, month_capitals_, prefixes_;
};

struct DateToken {
  enum class Kind : uint8_t { kNumber, kWord, kMark } kind = Kind::kMark;
  Range range;  // in the source text
  bool space_before = false;
  bool capital = false;     // first letter, in the source
  bool one_letter = false;  // a word of one character
  bool han_number = false;  // 三, 二〇二五
  int64_t value = 0;        // numbers
  uint32_t digits = 0;
  char32_t mark = 0;  // kMark: the character, folded
  std::span<const WordReading> readings;
  uint64_t kinds = 0;  // a bit for each kind of them
};

// Every character of the text is in a token, except white space; but of words that follow each
// other, with nothing but white space between and none of them of a date, only the first is.
void date_tokens(std::string_view text, const text::Folded& folded, std::vector<DateToken>& tokens);

}  // namespace synoptic::knowledge
