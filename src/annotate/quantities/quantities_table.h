// The words around numbers: units, currencies, what is counted, what happened to it
// (data/annotate/units.tsv, counted.tsv). Words of listed kinds are looked for anywhere in a block,
// the others only right at a number. Private to the room.
#pragma once

#include <bitset>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/word_table.h"
#include "base/span.h"

namespace synoptic::annotate {

enum class NumberWord : uint8_t {
  kUnit,
  kAge,
  kPercent,
  kPercentBefore,
  kPoints,
  kMoney,
  kBefore,
  kBehind,
  kMany,
  kPart,
  kHalfPoint,
  kOfScale,
  kArticle,
  kRange,
  kBetween,
  kRangeAnd,
  kRank,
  kRankOf,
  kOrdinalSign,
  kOrdinal,
  kMagnitude,
  kQuake,
  kNotBefore,
  kArticleOf,
  kBackground,
  kScore,
  kNoun,
  kState,
  kPower,
  kMeasure,
  kCounter,
  kFrom,
  kStop,
  kNumberOf,
  kDisease,
  kCents,
  kAgeFront,
  kAgeOf,
  kTerm,
  kMinus,
  kBelowZero,
  kCollective,
  kDual,
  kHalfMore,
  kHalfOf,
  kTenths,
  kEvery,
  kOneIn,
  kScoreSign,
  kSpeedFront,
  kGlued,
  kFirst,
  kOfBehind,
  kMoneyScale,
  kMoved,
  kWeighs,
  kOrdinalDet,
  kCapitalNouns,
  kGenitive,
  kPointsBare,
  kNotOrdinal,
  kPerson,
  kOutOf,
  kOther,
  kRankWord,
  kAmong,
  kPersons,
  kNotHalf,
  kOnto,
  kPer,
  kThermo,
  kBetweenBehind,
  kGoal,
  kSentenced,
  kPhone,
  kTurn,
  kNoNumber,
  kPartSign,
  kDegree,
  kNotWeighed,
  kGoals,
  kAgainst,
  kNoGoal,
  kExpected,
  kFormer,
  kFromFront,
  kSpanTo,  // between the ends of a span of hours or days: "с 13 по 17"
  kFromBehind,
  kToFront,
  kToBehind,
  kVote,
  kMovedBy,
  kPaid,
  kNet,
  kCourse,
  kManner,
  kNoState,
  kFarBound,
  kVoteBehind,
  kNumbered,
  kNumberSign,
  kNotMeasure,
  kPrison,
  kMinuteFront,
  kMinuteBehind,
  kMinuteHalf,
  kAct,
  kPassive,
  kDowned,
  kThing,
  kNoCoin,
  kCountedBy,  // what a noun that is a counter, too, must be told of
  kIntensity,
  kDepth,
  kHead,        // right before a number: what it counts
  kCompared,    // before a number that another is compared with: "after", "against"
  kRound,       // a part of a cup with its number: "1/8 финала", 8강; no number of anything
  kBehindNoun,  // a modifier behind what is counted: "14 morts au moins"
  kAgeAt,       // in front of the age at which somebody died: "a los 87 años"
  kNoNoun,      // what looks like a noun that is counted and is none
  kLife,        // … where a word of dying or the like stands near
  kRankVerb,    // a cue of a rank that is a verb where a noun stands behind the number
  kOfFront,     // of how many a part is told, in front of them: "of the nine six died"
  kOfThose,     // in front of a number of what was counted before: "n'en compte que 12"
  kRateBehind,  // … of money in other money: "per dollar"
  kRateFront,   // … "exchange rate"
  kHolds,       // right before a number of members: a party holds their seats
  kHeadLink,  // … may stand between: 乗客ら3人, 乗客は3人; "open": where no kObject follows
  kRunTime,  // right before how long a run took: "in 2:08:41"
  kObject,   // behind a number: not what the word in front of it is
  kEarlier   // last; behind such a number: "a year earlier"
};
constexpr size_t kNumberWords = static_cast<size_t>(NumberWord::kEarlier) + 1;

struct NumberEntry {
  NumberWord kind = NumberWord::kUnit;
  std::string lang;
  std::string value;
};

struct NumberHit {
  Range range;  // folded
  const NumberEntry* entry = nullptr;
};

class QuantityTable {
 public:
  static const QuantityTable& get();

  // The longest word of the kind that begins at the byte.
  std::optional<NumberHit> at(NumberWord kind, std::string_view lang, std::string_view folded,
                              size_t at) const;
  // The longest word of the kind that ends at the byte, a blank allowed between.
  std::optional<NumberHit> before(NumberWord kind, std::string_view lang, std::string_view folded,
                                  size_t end) const;
  // Calls visit(NumberHit) for all words of all kinds that begin at the byte, or of listed kinds.
  template <typename Visit>
  void visit_at(std::string_view lang, std::string_view folded, size_t at, Visit visit) const {
    visit_in(words_, lang, folded, at, visit);
  }
  template <typename Visit>
  void visit_listed(std::string_view lang, std::string_view folded, size_t at, Visit visit) const {
    visit_in(listed_, lang, folded, at, visit);
  }
  // Whether a word of any kind begins at the byte.
  bool has_word(std::string_view lang, std::string_view folded, size_t at) const {
    return words_.visit_at(lang, folded, at, [](WordTable::Hit) { return true; });
  }
  // All words of all kinds that end at the byte, those that begin first before the others.
  void all_before(std::string_view lang, std::string_view folded, size_t end,
                  std::vector<NumberHit>& hits) const;
  // True: no word of a listed kind begins with the letters, whatever stands behind them.
  bool rejects(std::string_view lang, std::string_view letters) const {
    return listed_.rejects(lang, letters);
  }
  // Whether the language writes every noun with a capital, so that a capital tells no name.
  bool has_capital_nouns(std::string_view lang) const;
  // What the language does with its words, "trait" in the table: "head_last", "head_first",
  // "age_by_word".
  bool has_trait(std::string_view lang, std::string_view trait) const;
  // Whether what is folded to a word of the table is another word as written: "oldu", not "öldü".
  bool lacks_marks(std::string_view lang, std::string_view folded, std::string_view raw) const;
  // How many bytes before the byte say that a number behind them tells an order, in whatever
  // language: 第; 0: none do.
  size_t order_before(std::string_view folded, size_t end) const;
  // Whether the text ends as a genitive of the language does.
  bool ends_in_genitive(std::string_view lang, std::string_view text) const;
  // The ISO code of a currency that several countries have, in an article about the countries
  // (ISO 3166 alpha-2, lower case), told of most first; "" when none of them has it. The dollar
  // ("top" in the table) is that of the first alone, since it is told of everywhere.
  std::string currency_of(std::string_view shared, std::span<const std::string> countries) const;
  // Whether a measure is a rate, of which nothing is a share: "rate" in the table.
  bool is_rate(std::string_view measure) const;
  // Whether the word is a currency only in an article about a country that has it ("local").
  bool is_local(std::string_view shared) const;

 private:
  QuantityTable();
  void read(std::string_view path);
  template <typename Visit>
  void visit_in(const WordTable& words, std::string_view lang, std::string_view folded, size_t at,
                Visit& visit) const {
    words.visit_at(lang, folded, at, [&](WordTable::Hit hit) {
      const auto begin = static_cast<uint32_t>(at);
      visit(NumberHit{{begin, begin + hit.length}, &entries_[hit.id]});
      return false;
    });
  }

  WordTable words_, listed_;
  std::vector<NumberEntry> entries_;
  std::vector<NumberEntry> shared_;  // money_of
  std::vector<std::string> ordinal_fronts_;
  std::bitset<256> ordinal_ends_;      // their last bytes
  std::vector<std::string> of_first_;  // shared currencies that only the first country tells
  std::vector<std::string> local_;     // those that are none elsewhere
  std::vector<std::string> rates_;
  std::vector<NumberEntry> endings_;
  std::vector<std::string> capital_nouns_;  // languages
  struct MarkedWord {
    std::string lang, folded, written;  // how words begin
  };
  std::vector<MarkedWord> marked_;
  struct LanguageTrait {
    std::string lang, trait;
  };
  std::vector<LanguageTrait> traits_;
};

}  // namespace synoptic::annotate
