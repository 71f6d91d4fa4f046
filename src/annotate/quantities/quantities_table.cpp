#include "annotate/quantities/quantities_table.h"

#include <algorithm>
#include <array>

#include "base/bytes.h"
#include "base/table.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr size_t kLongestBefore = 48;  // bytes of a word that may stand before a number

struct KindName {
  std::string_view name;
  NumberWord kind;
};

constexpr std::array kKinds = {
    KindName{"unit", NumberWord::kUnit},
    KindName{"age", NumberWord::kAge},
    KindName{"percent", NumberWord::kPercent},
    KindName{"percent_before", NumberWord::kPercentBefore},
    KindName{"points", NumberWord::kPoints},
    KindName{"money", NumberWord::kMoney},
    KindName{"before", NumberWord::kBefore},
    KindName{"behind", NumberWord::kBehind},
    KindName{"many", NumberWord::kMany},
    KindName{"part", NumberWord::kPart},
    KindName{"half_point", NumberWord::kHalfPoint},
    KindName{"of_scale", NumberWord::kOfScale},
    KindName{"article", NumberWord::kArticle},
    KindName{"range", NumberWord::kRange},
    KindName{"between", NumberWord::kBetween},
    KindName{"range_and", NumberWord::kRangeAnd},
    KindName{"rank", NumberWord::kRank},
    KindName{"rank_of", NumberWord::kRankOf},
    KindName{"ordinal_sign", NumberWord::kOrdinalSign},
    KindName{"ordinal", NumberWord::kOrdinal},
    KindName{"magnitude", NumberWord::kMagnitude},
    KindName{"quake", NumberWord::kQuake},
    KindName{"not_before", NumberWord::kNotBefore},
    KindName{"article_of", NumberWord::kArticleOf},
    KindName{"background", NumberWord::kBackground},
    KindName{"score", NumberWord::kScore},
    KindName{"noun", NumberWord::kNoun},
    KindName{"state", NumberWord::kState},
    KindName{"power", NumberWord::kPower},
    KindName{"measure", NumberWord::kMeasure},
    KindName{"counter", NumberWord::kCounter},
    KindName{"from", NumberWord::kFrom},
    KindName{"stop", NumberWord::kStop},
    KindName{"number_of", NumberWord::kNumberOf},
    KindName{"disease", NumberWord::kDisease},
    KindName{"cents", NumberWord::kCents},
    KindName{"age_front", NumberWord::kAgeFront},
    KindName{"age_of", NumberWord::kAgeOf},
    KindName{"term", NumberWord::kTerm},
    KindName{"minus", NumberWord::kMinus},
    KindName{"below_zero", NumberWord::kBelowZero},
    KindName{"collective", NumberWord::kCollective},
    KindName{"dual", NumberWord::kDual},
    KindName{"half_more", NumberWord::kHalfMore},
    KindName{"half_of", NumberWord::kHalfOf},
    KindName{"tenths", NumberWord::kTenths},
    KindName{"every", NumberWord::kEvery},
    KindName{"one_in", NumberWord::kOneIn},
    KindName{"score_sign", NumberWord::kScoreSign},
    KindName{"speed_front", NumberWord::kSpeedFront},
    KindName{"glued", NumberWord::kGlued},
    KindName{"first", NumberWord::kFirst},
    KindName{"of_behind", NumberWord::kOfBehind},
    KindName{"money_scale", NumberWord::kMoneyScale},
    KindName{"moved", NumberWord::kMoved},
    KindName{"weighs", NumberWord::kWeighs},
    KindName{"ordinal_det", NumberWord::kOrdinalDet},
    KindName{"capital_nouns", NumberWord::kCapitalNouns},
    KindName{"genitive", NumberWord::kGenitive},
    KindName{"points_bare", NumberWord::kPointsBare},
    KindName{"not_ordinal", NumberWord::kNotOrdinal},
    KindName{"person", NumberWord::kPerson},
    KindName{"out_of", NumberWord::kOutOf},
    KindName{"other", NumberWord::kOther},
    KindName{"rank_word", NumberWord::kRankWord},
    KindName{"among", NumberWord::kAmong},
    KindName{"persons", NumberWord::kPersons},
    KindName{"not_half", NumberWord::kNotHalf},
    KindName{"onto", NumberWord::kOnto},
    KindName{"per", NumberWord::kPer},
    KindName{"thermo", NumberWord::kThermo},
    KindName{"between_behind", NumberWord::kBetweenBehind},
    KindName{"goal", NumberWord::kGoal},
    KindName{"sentenced", NumberWord::kSentenced},
    KindName{"phone", NumberWord::kPhone},
    KindName{"turn", NumberWord::kTurn},
    KindName{"no_number", NumberWord::kNoNumber},
    KindName{"part_sign", NumberWord::kPartSign},
    KindName{"degree", NumberWord::kDegree},
    KindName{"not_weighed", NumberWord::kNotWeighed},
    KindName{"goals", NumberWord::kGoals},
    KindName{"against", NumberWord::kAgainst},
    KindName{"no_goal", NumberWord::kNoGoal},
    KindName{"expected", NumberWord::kExpected},
    KindName{"former", NumberWord::kFormer},
    KindName{"from_front", NumberWord::kFromFront},
    KindName{"span_to", NumberWord::kSpanTo},
    KindName{"from_behind", NumberWord::kFromBehind},
    KindName{"to_front", NumberWord::kToFront},
    KindName{"to_behind", NumberWord::kToBehind},
    KindName{"vote", NumberWord::kVote},
    KindName{"moved_by", NumberWord::kMovedBy},
    KindName{"paid", NumberWord::kPaid},
    KindName{"net", NumberWord::kNet},
    KindName{"course", NumberWord::kCourse},
    KindName{"manner", NumberWord::kManner},
    KindName{"no_state", NumberWord::kNoState},
    KindName{"far_bound", NumberWord::kFarBound},
    KindName{"vote_behind", NumberWord::kVoteBehind},
    KindName{"numbered", NumberWord::kNumbered},
    KindName{"number_sign", NumberWord::kNumberSign},
    KindName{"not_measure", NumberWord::kNotMeasure},
    KindName{"prison", NumberWord::kPrison},
    KindName{"minute_front", NumberWord::kMinuteFront},
    KindName{"minute_behind", NumberWord::kMinuteBehind},
    KindName{"minute_half", NumberWord::kMinuteHalf},
    KindName{"act", NumberWord::kAct},
    KindName{"passive", NumberWord::kPassive},
    KindName{"downed", NumberWord::kDowned},
    KindName{"thing", NumberWord::kThing},
    KindName{"no_coin", NumberWord::kNoCoin},
    KindName{"counted_by", NumberWord::kCountedBy},
    KindName{"intensity", NumberWord::kIntensity},
    KindName{"depth", NumberWord::kDepth},
    KindName{"head", NumberWord::kHead},
    KindName{"compared", NumberWord::kCompared},
    KindName{"round", NumberWord::kRound},
    KindName{"behind_noun", NumberWord::kBehindNoun},
    KindName{"age_at", NumberWord::kAgeAt},
    KindName{"life", NumberWord::kLife},
    KindName{"no_noun", NumberWord::kNoNoun},
    KindName{"rank_verb", NumberWord::kRankVerb},
    KindName{"of_front", NumberWord::kOfFront},
    KindName{"of_those", NumberWord::kOfThose},
    KindName{"rate_behind", NumberWord::kRateBehind},
    KindName{"rate_front", NumberWord::kRateFront},
    KindName{"holds", NumberWord::kHolds},
    KindName{"head_link", NumberWord::kHeadLink},
    KindName{"object", NumberWord::kObject},
    KindName{"run_time", NumberWord::kRunTime},
    KindName{"earlier", NumberWord::kEarlier},
};

bool is_listed(NumberWord kind) {
  switch (kind) {
    case NumberWord::kStop:
    case NumberWord::kBefore:
    case NumberWord::kBehind:
    case NumberWord::kMoney:
    case NumberWord::kArticle:
    case NumberWord::kOfScale:
    case NumberWord::kRange:
    case NumberWord::kBetween:
    case NumberWord::kNotBefore:
    case NumberWord::kArticleOf:
    case NumberWord::kCounter:
    case NumberWord::kOnto:
    case NumberWord::kEvery:
    case NumberWord::kOneIn:
    case NumberWord::kOutOf:
    case NumberWord::kAmong:
    case NumberWord::kAgeOf:
    case NumberWord::kScoreSign:
    case NumberWord::kNotOrdinal:
    case NumberWord::kPerson:
    case NumberWord::kPersons:
    case NumberWord::kOrdinalSign:
    case NumberWord::kOrdinalDet:
    case NumberWord::kHalfMore:
    case NumberWord::kPointsBare:
    case NumberWord::kCents:
    case NumberWord::kMoneyScale:
    case NumberWord::kNotHalf:
    case NumberWord::kGoal:
    case NumberWord::kTurn:
    case NumberWord::kVote:
    case NumberWord::kMovedBy:
    case NumberWord::kNet:
    case NumberWord::kCourse:
    case NumberWord::kFarBound:
    case NumberWord::kVoteBehind:
    case NumberWord::kNumbered:
    case NumberWord::kNumberSign:
    case NumberWord::kNotMeasure:
    case NumberWord::kMinuteFront:
    case NumberWord::kMinuteBehind:
    case NumberWord::kMinuteHalf:
    case NumberWord::kAct:
    case NumberWord::kPassive:
    case NumberWord::kDowned:
    case NumberWord::kHead:
    case NumberWord::kCompared:
    case NumberWord::kHeadLink:
    case NumberWord::kObject:
    case NumberWord::kRunTime:
    case NumberWord::kEarlier:
    case NumberWord::kBehindNoun:
    case NumberWord::kAgeAt:
    case NumberWord::kNoNoun:
    case NumberWord::kRankVerb:
    case NumberWord::kRateBehind:
    case NumberWord::kHolds:
      return false;
    default:
      return true;
  }
}

}  // namespace

const QuantityTable& QuantityTable::get() {
  static const QuantityTable table;
  return table;
}

QuantityTable::QuantityTable() {
  read("annotate/units.tsv");
  read("annotate/counted.tsv");
}

void QuantityTable::read(std::string_view path) {
  for (const TableRow row : DataTable::embedded(path, 4)) {
    if (row[0] == "money_of") {
      if (row[1] == "top" || row[1] == "local") of_first_.emplace_back(row[2]);
      if (row[1] == "local") local_.emplace_back(row[2]);
      for (const std::string_view pair : row.words(3)) {
        shared_.push_back({NumberWord::kMoney, std::string(row[2]), std::string(pair)});
      }
      continue;
    }
    if (row[0] == "rate") {
      for (const std::string_view word : row.words(3)) rates_.emplace_back(word);
      continue;
    }
    if (row[0] == "ordinal_front") {
      for (const std::string_view word : row.words(3)) {
        ordinal_fronts_.push_back(text::fold_copy(word));
        ordinal_ends_.set(static_cast<unsigned char>(ordinal_fronts_.back().back()));
      }
      continue;
    }
    if (row[0] == "trait") {
      for (const std::string_view lang : row.words(1)) {
        traits_.push_back({std::string(lang), std::string(row[2])});
      }
      continue;
    }
    if (row[0] == "marks") {
      for (const std::string_view word : row.words(3)) {
        marked_.push_back({std::string(row[1]), std::string(row[2]), std::string(word)});
      }
      continue;
    }
    for (const KindName& kind : kKinds) {
      if (kind.name != row[0]) continue;
      for (const std::string_view word : row.words(3)) {
        const auto id = static_cast<uint32_t>(entries_.size());
        words_.add(word, id, row[1]);
        if (is_listed(kind.kind)) listed_.add(word, id, row[1]);
      }
      entries_.push_back({kind.kind, std::string(row[1]), std::string(row[2])});
      if (kind.kind == NumberWord::kGenitive) endings_.push_back(entries_.back());
      if (kind.kind == NumberWord::kCapitalNouns) capital_nouns_.emplace_back(row[1]);
    }
  }
}

size_t QuantityTable::order_before(std::string_view folded, size_t end) const {
  const std::string_view front = folded.substr(0, end);
  if (front.empty() || !ordinal_ends_[static_cast<unsigned char>(front.back())]) return 0;
  for (const std::string& word : ordinal_fronts_) {
    if (ends_with(front, word)) return word.size();
  }
  return 0;
}

std::optional<NumberHit> QuantityTable::at(NumberWord kind, std::string_view lang,
                                           std::string_view folded, size_t at) const {
  std::optional<NumberHit> found;
  words_.visit_at(lang, folded, at, [&](WordTable::Hit hit) {
    const NumberEntry& entry = entries_[hit.id];
    if (entry.kind != kind) return false;
    const auto begin = static_cast<uint32_t>(at);
    const bool own = found && hit.length == found->range.size() && found->entry->lang == "*" &&
                     entry.lang != "*";
    if (!found || own || hit.length > found->range.size()) {
      found = NumberHit{{begin, begin + hit.length}, &entry};
    }
    return false;
  });
  return found;
}

std::optional<NumberHit> QuantityTable::before(NumberWord kind, std::string_view lang,
                                               std::string_view folded, size_t end) const {
  if (end > 0 && folded[end - 1] == ' ') --end;
  for (size_t begin = end > kLongestBefore ? end - kLongestBefore : 0; begin < end; ++begin) {
    if ((static_cast<unsigned char>(folded[begin]) & 0xC0) == 0x80) continue;
    if (!begins_word(folded, begin) && text::is_letter(text::decode(folded, begin).value)) continue;
    const auto hit = at(kind, lang, folded.substr(0, end), begin);
    if (hit && hit->range.end == end) return hit;
  }
  return std::nullopt;
}

void QuantityTable::all_before(std::string_view lang, std::string_view folded, size_t end,
                               std::vector<NumberHit>& hits) const {
  const std::string_view front = folded.substr(0, end);
  size_t begin = end > kLongestBefore ? end - kLongestBefore : 0;
  while (begin < end && (static_cast<unsigned char>(folded[begin]) & 0xC0) == 0x80) ++begin;
  const char32_t before = begin > 0 ? text::decode_before(folded, begin).value : U' ';
  bool inside = text::is_letter(before) && !text::is_spaceless(before);
  while (begin < end) {
    if (inside) {  // the rest of a word at once
      begin = text::end_of_run<text::is_ascii_letter>(front, begin);
      if (begin == end) break;
    }
    const text::CodePoint c = text::decode(folded, begin);
    const bool letter = text::is_letter(c.value), spaceless = text::is_spaceless(c.value);
    if (c.value != U' ' && (!letter || spaceless || !inside)) {
      words_.visit_at(lang, front, begin, [&](WordTable::Hit hit) {
        if (begin + hit.length == end) {
          hits.push_back(
              {{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, &entries_[hit.id]});
        }
        return false;
      });
    }
    inside = letter && !spaceless;
    begin += c.length;
  }
}

bool QuantityTable::has_capital_nouns(std::string_view lang) const {
  return std::ranges::find(capital_nouns_, lang) != capital_nouns_.end();
}

bool QuantityTable::ends_in_genitive(std::string_view lang, std::string_view text) const {
  return std::ranges::any_of(endings_, [&](const NumberEntry& entry) {
    return entry.lang == lang && text.ends_with(entry.value);
  });
}

bool QuantityTable::has_trait(std::string_view lang, std::string_view trait) const {
  return std::ranges::any_of(traits_, [&](const LanguageTrait& known) {
    return known.lang == lang && known.trait == trait;
  });
}

bool QuantityTable::lacks_marks(std::string_view lang, std::string_view folded,
                                std::string_view raw) const {
  bool asks = false;
  for (const MarkedWord& word : marked_) {
    if (word.lang != lang || !folded.starts_with(word.folded)) continue;
    if (raw.starts_with(word.written)) return false;
    asks = true;
  }
  return asks;
}

bool QuantityTable::is_rate(std::string_view measure) const {
  return std::ranges::find(rates_, measure) != rates_.end();
}

bool QuantityTable::is_local(std::string_view shared) const {
  return std::ranges::find(local_, shared) != local_.end();
}

std::string QuantityTable::currency_of(std::string_view shared,
                                       std::span<const std::string> countries) const {
  const auto of = [&](std::string_view country) -> std::string_view {
    for (const NumberEntry& entry : shared_) {
      const std::string_view pair = entry.value;
      const size_t sign = pair.find('=');
      if (entry.lang == shared && sign != std::string_view::npos && pair.substr(0, sign) == country)
        return pair.substr(sign + 1);
    }
    return {};
  };
  const bool first = std::ranges::find(of_first_, shared) != of_first_.end();
  if (first && countries.size() > 1) countries = countries.first(1);
  for (const std::string& country : countries) {
    if (const std::string_view code = of(country); !code.empty()) return std::string(code);
  }
  return std::string(of("*"));
}

}  // namespace synoptic::annotate
