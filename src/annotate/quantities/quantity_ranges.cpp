// Two numbers that belong together: ranges, scores, and numbers that share one unit.
#include <cstdlib>

#include "annotate/quantities/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr double kHighestScore = 199;
constexpr double kHighestPlainScore = 99;  // without a word that tells of a match

const QuantityTable& table() { return QuantityTable::get(); }

size_t skip_article(const NumberContext& context, size_t at) {
  const auto article = context.at(NumberWord::kArticle, at);
  return article ? skip_blank(context.folded(), article->range.end) : at;
}

// The begin of what stands before the number and belongs to it: a currency, an article.
uint32_t front_of(const NumberContext& context, uint32_t begin) {
  if (const auto money = currency_before(context, begin)) begin = money->range.begin;
  const auto article = context.before(NumberWord::kArticle, begin);
  return article ? article->range.begin : begin;
}

bool is_between(const NumberContext& context, uint32_t begin) {
  uint32_t at = begin;
  if (context.before(NumberWord::kBetween, at)) return true;
  at = front_of(context, at);
  return at != begin && context.before(NumberWord::kBetween, at).has_value();
}

// "20 ile 35 arasında"
bool is_between_behind(const NumberContext& context, uint32_t end) {
  constexpr uint32_t kReach = 16;
  return context.first_behind(NumberWord::kBetweenBehind, end, end + kReach) != nullptr;
}

// The unit that the first of two numbers has itself: 10%至15%.
std::optional<NumberHit> own_unit(const NumberContext& context, uint32_t at) {
  for (const NumberWord kind : {NumberWord::kPercent, NumberWord::kMoney, NumberWord::kUnit}) {
    if (const auto hit = word_behind(context, kind, at)) return hit;
  }
  return std::nullopt;
}

// Where the second number begins: behind the joiner, an article and a currency.
size_t second_begin(const NumberContext& context, size_t at, bool* currency) {
  at = skip_article(context, skip_blank(context.folded(), at));
  const auto money = context.at(NumberWord::kMoney, at);
  const auto percent = context.at(NumberWord::kPercentBefore, at);
  const auto& hit = money ? money : percent;
  if (!hit) return at;
  *currency = true;
  return skip_blank(context.folded(), hit->range.end);
}

bool has_same(const NumberContext& context, const NumberHit& unit, uint32_t at) {
  const auto second = word_behind(context, unit.entry->kind, at);
  return second && second->entry->value == unit.entry->value;
}

// "rose from 4 to 5%" tells two figures, and so does "raised by 0.25% to 5.25%": by how much, and
// where it came to. Of a rate any such pair, of other things one whose second is far the larger.
bool has_moved(const NumberContext& context, const QuantityDraft& draft, double second) {
  constexpr double kFarLarger = 5;
  const uint32_t begin = draft.number.begin;
  const Range sentence = context.sentence(begin);
  const NumberHit* moved = context.last_before(NumberWord::kMoved, begin, sentence.begin);
  if (moved == nullptr) return false;
  const uint32_t front = front_of(context, begin);
  if (context.before(NumberWord::kFrom, front) || context.before(NumberWord::kFromFront, front)) {
    return true;
  }
  const bool rate =
      context.last_before(NumberWord::kMeasure, "interest_rate", begin, sentence.begin) != nullptr;
  if (rate) return context.same_clause(moved->range.end, begin);
  const bool by = context.before(NumberWord::kMovedBy, front).has_value();
  if (!by && skip_blank(context.folded(), moved->range.end) < front) return false;
  return second > draft.quantity.value * kFarLarger;
}

// "Voted five to one", "split 3-2", "the 7-4 decision".
bool is_vote(const NumberContext& context, uint32_t begin, uint32_t end) {
  return context.before(NumberWord::kVote, begin).has_value() ||
         word_behind(context, NumberWord::kVoteBehind, end).has_value();
}

}  // namespace

std::optional<Numeral> number_behind_and(const NumberContext& context, uint32_t at) {
  const std::string_view folded = context.folded();
  const size_t next = skip_blank(folded, at);
  const auto joiner = context.at(NumberWord::kRangeAnd, next);
  if (!joiner) {
    // "وخمس": the word for "and" is the first letter of the number.
    for (const uint32_t length : context.prefixes_at(static_cast<uint32_t>(next))) {
      const std::string_view front = folded.substr(0, next + length);
      if (!table().at(NumberWord::kRangeAnd, context.lang(), front, next)) continue;
      if (auto number = Numerals::get().at(folded, next + length, context.lang())) return number;
    }
    return std::nullopt;
  }
  return Numerals::get().at(folded, skip_blank(folded, joiner->range.end), context.lang());
}

void read_range(const NumberContext& context, QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const bool between = is_between(context, draft.number.begin);
  std::optional<NumberHit> unit;
  size_t at = skip_blank(folded, draft.after);
  const auto joiner_at = [&](size_t look) {
    auto joiner = context.at(NumberWord::kRange, look);
    if (!joiner && (between || context.block_has(NumberWord::kBetweenBehind))) {
      joiner = context.at(NumberWord::kRangeAnd, look);
    }
    return joiner;
  };
  auto joiner = joiner_at(at);
  if (!joiner) {
    unit = own_unit(context, draft.after);
    if (!unit) return;
    joiner = joiner_at(skip_blank(folded, unit->range.end));
    if (!joiner) return;
  }
  bool currency = false;
  const auto second = Numerals::get().at(
      folded, second_begin(context, joiner->range.end, &currency), context.lang());
  if (!second || context.is_excluded(second->range) || second->article) return;
  if (joiner->entry->kind == NumberWord::kRangeAnd && !between &&
      !is_between_behind(context, second->range.end)) {
    return;
  }
  if (currency && !currency_before(context, draft.number.begin) &&
      !context.before(NumberWord::kPercentBefore, draft.number.begin)) {
    return;
  }
  if (unit && !has_same(context, *unit, second->range.end)) return;
  // "10%에서 12%로 올렸다", "10%から12%に": two figures, the second of which it came to.
  const auto second_unit = own_unit(context, second->range.end);
  const uint32_t second_end = second_unit ? second_unit->range.end : second->range.end;
  if (context.at(NumberWord::kFromBehind, joiner->range.begin) &&
      context.at(NumberWord::kToBehind, skip_blank(folded, second_end))) {
    return;
  }
  if (!between && has_moved(context, draft, second->value)) return;
  double low = draft.quantity.value;
  // "2 to 3 million": the scale belongs to both.
  if (second->scaled && low < 1000) low *= second->scale;
  // "25-25 lakh": as much for each of several.
  const bool each = second->scaled && second->value == low;
  if (second->value <= low && !each) return;
  draft.quantity.value = low;
  if (each) {
    draft.after = draft.whole.end = second->range.end;
    return;
  }
  draft.quantity.max = second->value;
  draft.after = draft.whole.end = second->range.end;
}

bool read_score(const NumberContext& context, const Numeral& first, QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  if (first.decimal || first.scaled || first.value > kHighestScore || first.article) return false;
  const size_t at = skip_blank(folded, first.range.end);
  const auto sign = context.at(NumberWord::kScoreSign, at);
  if (!sign) return false;
  const bool word = sign->entry->value != "0";
  if (!word && (!first.digits || at != first.range.end)) return false;
  const auto second = Numerals::get().at(
      folded, word ? skip_blank(folded, sign->range.end) : sign->range.end, context.lang());
  if (!second || second->decimal || second->scaled || second->value > kHighestScore) return false;
  if (!word && !second->digits) return false;
  const auto letter = [&](size_t look) {
    return look < folded.size() && text::is_latin(text::decode(folded, look).value);
  };
  // "9to5Mac" is a name.
  if (letter(first.range.end) && letter(second->range.end)) return false;
  const Range sentence = context.sentence(first.range.begin);
  const bool cue =
      context.first_behind(NumberWord::kScore, first.range.begin, sentence.end) != nullptr ||
      context.last_before(NumberWord::kScore, first.range.begin, sentence.begin) != nullptr;
  const bool hyphen = folded[sign->range.begin] == '-';
  const bool plain = first.value <= kHighestPlainScore && second->value <= kHighestPlainScore;
  const bool vote = is_vote(context, first.range.begin, second->range.end);
  if (!cue && !vote && sign->entry->value == "2") return false;
  if (!cue && !(plain && (word || (hyphen && first.value > second->value)))) return false;
  // "2-3 weeks" in a report of a match are weeks.
  if ((hyphen || word) && first.value < second->value &&
      (own_unit(context, second->range.end) ||
       noun_behind(context, second->range.end).has_value())) {
    return false;
  }
  draft.quantity.kind = "score";
  draft.quantity.max = second->value;
  draft.after = draft.whole.end = second->range.end;
  if (vote) draft.quantity.counted_class = "votes";
  return true;
}

std::optional<QuantityDraft> goals_score_at(const NumberContext& context, uint32_t at,
                                            const std::optional<Numeral>& number) {
  if (!context.block_has(NumberWord::kGoals)) return std::nullopt;
  const std::string_view folded = context.folded();
  // "ثلاثة أهداف", "هدفين": their number, and where they end.
  const auto goals_at =
      [&](size_t from,
          const std::optional<Numeral>& count) -> std::optional<std::pair<double, uint32_t>> {
    const size_t next = count ? skip_blank(folded, count->range.end) : from;
    const auto goals = context.at(NumberWord::kGoals, next);
    if (!goals) return std::nullopt;
    const double own = std::strtod(goals->entry->value.c_str(), nullptr);
    if (count.has_value() == (own > 0)) return std::nullopt;
    return std::pair(count ? count->value : own, goals->range.end);
  };
  const auto first = goals_at(at, number);
  if (!first) return std::nullopt;
  const size_t next = skip_blank(folded, first->second);
  std::optional<std::pair<double, uint32_t>> second;
  if (const auto none = context.at(NumberWord::kNoGoal, next)) {
    second = std::pair(0.0, none->range.end);
  } else if (const auto against = context.at(NumberWord::kAgainst, next)) {
    const size_t from = skip_blank(folded, against->range.end);
    const auto count = Numerals::get().at(folded, from, context.lang());
    second = goals_at(from, count);
    if (!second && count) second = std::pair(count->value, count->range.end);
  }
  if (!second) return std::nullopt;
  QuantityDraft draft;
  draft.number = draft.whole = {at, second->second};
  draft.after = second->second;
  draft.quantity.kind = "score";
  draft.quantity.value = first->first;
  draft.quantity.max = second->first;
  return draft;
}

bool read_lent_unit(const NumberContext& context, const CountryHint& country,
                    QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const size_t next = skip_blank(folded, draft.after);
  auto joiner = context.at(NumberWord::kRange, next);
  if (!joiner) joiner = context.at(NumberWord::kRangeAnd, next);
  if (!joiner) joiner = context.at(NumberWord::kOnto, next);
  if (!joiner || joiner->range.end > next + 8) return false;
  bool currency = false;
  const auto second = Numerals::get().at(
      folded, second_begin(context, joiner->range.end, &currency), context.lang());
  if (!second || second->article || currency) return false;
  if (word_behind(context, NumberWord::kPercent, second->range.end)) {
    // "The forecast for 2026 to 1.6 percent": a year.
    constexpr double kFirstYear = 1900, kLastYear = 2100;
    const double value = draft.quantity.value;
    if (!draft.words && value >= kFirstYear && value <= kLastYear) return false;
    draft.quantity.kind = "percent";
    return true;
  }
  // "from 1.1 to 1.4 billion dollars"
  QuantityDraft other = draft_of(*second);
  if (read_money(context, country, other)) {
    if (second->scaled && draft.quantity.value < 1000) {
      draft.quantity.value *= second->scale;
      // The scale is part of what proves the number; the second one is read for itself all the
      // same.
      draft.whole.end = other.whole.end;
    }
    draft.quantity.kind = other.quantity.kind;
    draft.quantity.unit = other.quantity.unit;
    return true;
  }
  const auto unit = word_behind(context, NumberWord::kUnit, second->range.end);
  if (!unit) return false;
  const std::string_view value = unit->entry->value;
  const size_t colon = value.find(':');
  if (colon == std::string_view::npos) return false;
  // "sentenced to 12 and 15 years", but "killed 5 and 12 days later"
  if (value.starts_with("duration") && !context.before(NumberWord::kStop, draft.number.begin) &&
      !context.before(NumberWord::kFrom, draft.number.begin)) {
    return false;
  }
  draft.quantity.kind = std::string(value.substr(0, colon));
  draft.quantity.unit =
      std::string(value.substr(colon + 1, value.find(':', colon + 1) - colon - 1));
  return true;
}

}  // namespace synoptic::annotate
