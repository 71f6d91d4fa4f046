// Ranks: "31st out of 83", 在 83 个国家中排名第 31 位, المرتبة 31 من أصل 83, "fourth largest".
#include <algorithm>

#include "annotate/letters.h"
#include "annotate/quantities/quantity_draft.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr uint32_t kNearCue = 14;  // bytes between the ordinal and "place", "largest"
constexpr uint32_t kNearNumber = 8;
constexpr uint32_t kNearTotal = 24;   // bytes in which it stands behind, in brackets
constexpr uint32_t kTotalReach = 90;  // bytes in which "of m" stands

const QuantityTable& quantity_table() { return QuantityTable::get(); }

bool open_between(std::string_view folded, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; ++at) {
    const char c = folded[at];
    if ((c >= '0' && c <= '9') || c == ',' || c == ';' || c == '.' || c == '(') return false;
  }
  return true;
}

const NumberHit* cue_behind(const NumberContext& context, uint32_t end, uint32_t reach) {
  // "the fifth bank of the country": a longer way to the words that say among whom.
  constexpr uint32_t kFar = 32;
  const NumberHit* hit = context.first_behind(NumberWord::kRank, "0", end, end + reach);
  if (hit == nullptr) hit = context.first_behind(NumberWord::kRank, "3", end, end + kFar);
  return hit != nullptr && open_between(context.folded(), end, hit->range.begin) ? hit : nullptr;
}

const NumberHit* cue_before(const NumberContext& context, uint32_t begin, uint32_t reach) {
  const uint32_t low = begin > reach + 40 ? begin - reach - 40 : 0;
  const NumberHit* hit = context.last_before(NumberWord::kRank, "0", begin, low);
  if (hit == nullptr || begin - hit->range.end > reach) return nullptr;
  // "위성 6기": the cue is no more than how another word begins.
  const char32_t next = text::decode(context.folded(), hit->range.end).value;
  if (text::is_hangul(next)) return nullptr;
  return open_between(context.folded(), hit->range.end, begin) ? hit : nullptr;
}

// "To place 18 satellites": the cue is a verb, and the number has a noun.
bool is_verb_of_noun(const NumberContext& context, const NumberHit& cue, uint32_t end) {
  if (!context.at(NumberWord::kRankVerb, cue.range.begin)) return false;
  const std::string_view folded = context.folded();
  const size_t next = skip_blank(folded, end);
  return next > end && next < folded.size() && text::is_letter(text::decode(folded, next).value) &&
         !context.at(NumberWord::kStop, next) && !context.at(NumberWord::kRankOf, next);
}

// "Most of the 14 drivers", "the largest of 23 banks": the number is the whole.
bool is_whole_of(const NumberContext& context, const NumberHit& cue, uint32_t number) {
  const auto of = context.at(NumberWord::kRankOf, skip_blank(context.folded(), cue.range.end));
  return of && of->range.end <= number;
}

bool plausible_total(const std::optional<Numeral>& total, double rank,
                     const std::vector<Range>& consumed) {
  const auto told = [&](Range range) { return range.overlaps(total->range); };
  return total && std::ranges::none_of(consumed, told) && total->digits && !total->decimal &&
         total->value > rank && total->value < 100000 &&
         !(total->digit_count == 4 && total->value >= 1900 && total->value <= 2100);
}

// Whether a total belongs to the ordinal that ends at the byte: "the fourth largest economy of 20",
// not "the second largest city mourned the death of 32". A word that says little must be near.
bool is_in_phrase(const NumberContext& context, uint32_t end, const NumberHit& of) {
  if (!context.same_clause(end, of.range.begin)) return false;
  constexpr auto kMostBlanks = 4;
  const std::string_view between = context.folded().substr(end, of.range.begin - end);
  return of.entry->value != "2" || std::ranges::count(between, ' ') <= kMostBlanks;
}

// "out of 83", "из 83", "من أصل 83 دولة" behind; "83 个国家中", "83か国中" before.
void read_total(const NumberContext& context, QuantityDraft& draft, std::vector<Range>& consumed) {
  const std::string_view folded = context.folded();
  const Range sentence = context.sentence(draft.number.begin);
  const double rank = draft.quantity.value;
  uint32_t at = draft.after;
  const uint32_t high = std::min(sentence.end, draft.after + kTotalReach);
  for (const NumberHit* of = context.first_behind(NumberWord::kRankOf, at, high); of != nullptr;
       of = context.first_behind(NumberWord::kRankOf, at, high)) {
    at = of->range.end;
    if (!is_in_phrase(context, draft.after, *of)) break;
    // Another rank stands between, to which the total belongs.
    if (context.first_behind(NumberWord::kOrdinal, draft.after, of->range.begin) != nullptr) return;
    size_t next = skip_blank(folded, of->range.end);
    if (const auto article = context.at(NumberWord::kArticle, next)) {
      next = skip_blank(folded, article->range.end);
    }
    const auto total = Numerals::get().at(folded, next, context.lang());
    if (!plausible_total(total, rank, consumed) || context.is_excluded(total->range) ||
        has_ascii_digit(folded, draft.after, of->range.begin) ||
        word_behind(context, NumberWord::kUnit, total->range.end)) {
      continue;
    }
    draft.quantity.of = total->value;
    draft.whole.end = std::max(draft.whole.end, total->range.end);
    consumed.push_back(total->range);
    return;
  }
  const uint32_t begin = draft.whole.begin, end = draft.after;
  const uint32_t low = std::max(sentence.begin, begin > kTotalReach ? begin - kTotalReach : 0);
  for (uint32_t look = low; look < std::min<size_t>(end + kNearTotal, folded.size()); ++look) {
    if (look == begin) look = end;  // then "31位（83か国中）"
    if (look >= folded.size()) return;
    const uint32_t limit = look < begin ? begin : std::min(sentence.end, look + kNearTotal);
    const bool starts = folded[look] >= '0' && folded[look] <= '9' &&
                        (look == 0 || !(folded[look - 1] >= '0' && folded[look - 1] <= '9'));
    if (!starts) continue;
    const auto total = Numerals::get().at(folded, look, context.lang());
    if (!plausible_total(total, rank, consumed) || context.is_excluded(total->range) ||
        (total->range.end < folded.size() && folded[total->range.end] == '-')) {
      continue;
    }
    const NumberHit* of = context.first_behind(NumberWord::kRankOf, "1", total->range.end, limit);
    const bool among = context.before(NumberWord::kAmong, look).has_value();
    if (!among && (of == nullptr || !context.same_clause(total->range.end, of->range.begin))) {
      continue;
    }
    draft.quantity.of = total->value;
    // A total that stands further away is told for itself as well.
    constexpr uint32_t kNextTo = 24;
    if (look < begin && begin - total->range.end > kNextTo) return;
    draft.whole.begin = std::min(begin, total->range.begin);
    draft.whole.end = std::max(draft.whole.end, total->range.end);
    consumed.push_back(total->range);
    return;
  }
}

// "every third": one of three.
void read_every(const NumberContext& context, QuantityDraft& draft) {
  draft.quantity.kind = "count";
  draft.quantity.of = draft.quantity.value;
  draft.quantity.value = 1;
  if (const auto noun = noun_behind(context, draft.after)) {
    draft.quantity.counted_class = class_name(noun->entry->value);
    draft.quantity.counted = std::string(context.to_source(noun->range).of(context.raw()));
  }
}

// Whether an ordinal no cue stands near may be one: no part of a name, no time unit ("30 second").
bool is_plain_ordinal(const NumberContext& context, const QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const uint32_t begin = draft.number.begin, end = draft.after;
  if (context.is_excluded(draft.number) || is_capital_inside(context, begin)) return false;
  if (begin > 0 && folded[begin - 1] == '-') return false;
  if (begin >= 2 && folded[begin - 2] >= '0' && folded[begin - 2] <= '9') return false;
  // "Second, read this": a list.
  if (draft.words && begin <= context.sentence(begin).begin + 2 && end < folded.size() &&
      folded[end] == ',') {
    return false;
  }
  const size_t next = skip_blank(folded, end);
  if (context.at(NumberWord::kNotOrdinal, next)) return false;
  if (next >= folded.size()) return true;
  const Range source =
      context.to_source({static_cast<uint32_t>(next), static_cast<uint32_t>(next + 1)});
  const char32_t first = text::decode(context.raw(), source.begin).value;
  if (!text::is_upper(first) || quantity_table().has_capital_nouns(context.lang())) return true;
  // "Second Avenue" is a name, "второй Кубок" counts cups.
  const Range own = context.to_source({begin, begin + 1});
  return !text::is_upper(text::decode(context.raw(), own.begin).value);
}

// "She came third," "wurde Dritte": a word of the result before, and no noun behind.
bool is_result(const NumberContext& context, const QuantityDraft& draft) {
  constexpr uint32_t kReach = 44;
  const uint32_t begin = draft.number.begin;
  const uint32_t low = begin > kReach ? begin - kReach : 0;
  const std::string_view folded = context.folded();
  const auto behind = context.at(NumberWord::kRank, skip_blank(folded, draft.after));
  if (behind && behind->entry->value == "4") return true;  // "üçüncü oldu"
  const NumberHit* cue = context.last_before(NumberWord::kRank, "2", begin, low);
  if (cue == nullptr) return false;
  if (!open_between(folded, cue->range.end, begin)) return false;
  const size_t next = skip_blank(folded, draft.after);
  if (next >= folded.size() || !text::is_letter(text::decode(folded, next).value)) return true;
  return context.at(NumberWord::kStop, next).has_value();
}

// "quinta-feira" is Thursday.
bool goes_on(const NumberContext& context, uint32_t end) {
  const std::string_view folded = context.folded();
  return end + 1 < folded.size() && folded[end] == '-' &&
         text::is_letter(text::decode(folded, end + 1).value);
}

// "fourth", "الرابعة", "चौथे"
std::optional<QuantityDraft> in_words(const NumberContext& context, uint32_t at) {
  const NumberHit* ordinal = context.hit_at(NumberWord::kRankWord, at);
  if (ordinal == nullptr) ordinal = context.hit_at(NumberWord::kOrdinal, at);
  if (ordinal == nullptr) ordinal = context.hit_at(NumberWord::kFirst, at);
  if (ordinal == nullptr) return std::nullopt;
  QuantityDraft draft;
  draft.number = draft.whole = ordinal->range;
  draft.after = ordinal->range.end;
  draft.words = true;
  draft.quantity.value = std::stod(ordinal->entry->value);
  if (goes_on(context, draft.after)) return std::nullopt;
  const bool cue = ordinal->entry->kind == NumberWord::kRankWord ||
                   cue_behind(context, draft.after, kNearCue) != nullptr ||
                   cue_before(context, at, kNearNumber) != nullptr;
  if (cue || (draft.quantity.value >= 2 && is_result(context, draft))) {
    draft.quantity.kind = "rank";
    return draft;
  }
  // "ist Zweiter": where nouns have capitals, the rank itself is one.
  if (draft.quantity.value >= 2 && quantity_table().has_capital_nouns(context.lang()) &&
      is_capital_inside(context, at) && !context.is_excluded(draft.number)) {
    const auto next = static_cast<uint32_t>(skip_blank(context.folded(), draft.after));
    const Range source = context.to_source({next, next + 1});
    if (next >= context.folded().size() ||
        !text::is_upper(text::decode(context.raw(), source.begin).value)) {
      draft.quantity.kind = "rank";
      return draft;
    }
  }
  if (draft.quantity.value < 2 && ordinal->entry->kind != NumberWord::kFirst) return std::nullopt;
  if (!is_plain_ordinal(context, draft)) return std::nullopt;
  if (context.before(NumberWord::kEvery, at)) {
    read_every(context, draft);
    return draft;
  }
  draft.quantity.kind = "ordinal";
  return draft;
}

// "zum 3. Mal", "5. kez": behind a period a small letter, or a word that asks for an ordinal.
bool is_ordinal_period(const NumberContext& context, uint32_t begin, uint32_t end) {
  const std::string_view folded = context.folded();
  if (end + 2 >= folded.size() || folded[end] != '.' || folded[end + 1] != ' ') return false;
  if (context.before(NumberWord::kOrdinalDet, begin)) {
    // "zum 3. Mal", not "bis zum 10. eines Monats" nor "der 1. FC"
    const Range source = context.to_source({end + 2, end + 3});
    return text::is_upper(text::decode(context.raw(), source.begin).value) &&
           folded.substr(begin, end - begin) != "1";
  }
  const auto every = context.at(NumberWord::kOrdinalDet, end + 2);
  return every.has_value();
}

// "31st", 第31位, "место 31", "31-е"
std::optional<QuantityDraft> in_digits(const NumberContext& context, uint32_t at,
                                       const std::optional<Numeral>& number) {
  const std::string_view folded = context.folded();
  if (!number || number->decimal || number->grouped || number->scaled || number->value < 1 ||
      number->value > 9999) {
    return std::nullopt;
  }
  QuantityDraft draft;
  draft.number = draft.whole = number->range;
  draft.after = number->range.end;
  draft.quantity.value = number->value;
  draft.words = !number->digits;
  std::string_view front = folded.substr(0, at);
  if (front.ends_with(' ')) front.remove_suffix(1);
  const size_t order_size = QuantityTable::get().order_before(front, front.size());
  const bool order = order_size > 0;
  auto sign = context.at(NumberWord::kOrdinalSign, draft.after);
  // 38°C
  const auto unit = context.at(NumberWord::kUnit, draft.after);
  if (sign && unit && unit->range.end > sign->range.end) sign.reset();
  const bool period = sign && folded[sign->range.begin] == '.' && sign->range.size() == 1;
  // "Launch number 61", where another number behind that word is the name of something.
  constexpr size_t kOneSign = 3;  // bytes: 第
  const bool counted_through = order_size > kOneSign;
  const NumberHit* before = cue_before(context, at, kNearNumber);
  if (before != nullptr && is_verb_of_noun(context, *before, draft.after)) before = nullptr;
  if (before != nullptr && is_whole_of(context, *before, at)) before = nullptr;
  auto right_behind = context.at(NumberWord::kRank, skip_blank(folded, draft.after));
  // 第二大银行 may be taken for a name, and is the second bank.
  const bool great = order && right_behind && right_behind->entry->value == "1";
  if (context.is_excluded(number->range) && !great && !counted_through) return std::nullopt;
  // 12位议员 are twelve people, 第12位 is a rank.
  if (right_behind && right_behind->entry->value != "0" &&
      !(right_behind->entry->value == "1" && order)) {
    right_behind.reset();
  }
  // "31. sırada", "31. Platz", "31'inci oldu"
  if (sign && !right_behind) {
    right_behind = context.at(NumberWord::kRank, skip_blank(folded, sign->range.end));
    const std::string_view value =
        right_behind ? std::string_view(right_behind->entry->value) : std::string_view();
    if (value != "4" && !(value == "0" && period)) right_behind.reset();
  }
  if (!order && !sign && before == nullptr && !right_behind) {
    return std::nullopt;
  }
  // "yerin 500 metre altında": a place, and a distance from it.
  if (!order && !sign && !right_behind && word_behind(context, NumberWord::kUnit, draft.after)) {
    return std::nullopt;
  }
  // "Rang sieben"
  const bool named = before != nullptr && draft.number.begin - before->range.end <= 1;
  // "deuxième du classement avec 54 points": the points are counted.
  if (!order && !sign && !right_behind && !named &&
      context.at(NumberWord::kNoun, skip_blank(folded, draft.after))) {
    return std::nullopt;
  }
  if (draft.words && !order && !(named && !draft.article && !number->weak) && !(sign && !period)) {
    return std::nullopt;
  }
  if (order) draft.whole.begin = static_cast<uint32_t>(front.size() - order_size);
  if (sign && !period) draft.after = draft.whole.end = sign->range.end;
  const uint32_t reach = period ? 2 : kNearCue * 2;
  const NumberHit* behind = cue_behind(context, draft.after, reach);
  const bool marked = order || draft.words || (sign && !period) || right_behind.has_value();
  const bool ranked = marked ? behind != nullptr || right_behind ||
                                   cue_before(context, draft.whole.begin, kNearCue) != nullptr
                             : before != nullptr && !period;
  if (ranked) {
    draft.quantity.kind = "rank";
    if (right_behind) draft.after = draft.whole.end = right_behind->range.end;
    return draft;
  }
  const bool in_order =
      order && !context.at(NumberWord::kArticleOf, skip_blank(folded, draft.number.end));
  const bool dotted = period && is_ordinal_period(context, at, draft.after);
  if (!(sign && !period) && !dotted && !in_order) return std::nullopt;
  if (!counted_through && !is_plain_ordinal(context, draft)) return std::nullopt;
  if (context.before(NumberWord::kEvery, at)) {
    read_every(context, draft);
    return draft;
  }
  draft.quantity.kind = "ordinal";
  return draft;
}

}  // namespace

std::optional<QuantityDraft> rank_at(const NumberContext& context, uint32_t at,
                                     const std::optional<Numeral>& number,
                                     std::vector<Range>& consumed) {
  std::optional<QuantityDraft> draft = in_words(context, at);
  if (!draft) draft = in_digits(context, at, number);
  if (draft && draft->quantity.kind == "rank") read_total(context, *draft, consumed);
  return draft;
}

}  // namespace synoptic::annotate
