// What happened to those that a bare number counts: "killed" near it, on either side.
#include <algorithm>
#include <cmath>
#include <vector>

#include "annotate/quantities/quantity_draft.h"
#include "annotate/quantities/quantity_fronts.h"
#include "annotate/quantities/quantity_parts.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr uint32_t kNumberReach = 28;  // bytes in which a word's own number follows it

// Whether a number, or a word such as "dozens", follows closely in the same clause.
bool number_follows(const NumberContext& context, uint32_t at) {
  const auto limit = at + kNumberReach;
  const auto& starts = context.starts();
  for (auto start = std::ranges::lower_bound(starts, at); start != starts.end() && *start < limit;
       ++start) {
    if (!context.same_clause(at, *start)) return false;
    if (context.hit_at(NumberWord::kMany, *start) != nullptr) return true;
    const auto number = Numerals::get().at(context.folded(), *start, context.lang());
    if (number && !number->article && !context.is_excluded(number->range)) return true;
  }
  return false;
}

// "Left five trapped and two dead": a number in words right before the word.
bool has_number_word(const NumberContext& context, uint32_t from, uint32_t to) {
  const auto& starts = context.starts();
  for (auto start = std::ranges::lower_bound(starts, from); start != starts.end() && *start < to;
       ++start) {
    const auto number = Numerals::get().at(context.folded(), *start, context.lang());
    if (number && !number->article && number->range.end + 1 == to &&
        context.folded()[number->range.end] == ' ') {
      return true;
    }
  }
  return false;
}

}  // namespace

// "84 people aboard, killing 19", "of 84 people 21 died".
bool is_of_another_number(const NumberContext& context, uint32_t end, Range word) {
  constexpr uint32_t kCounter = 7;  // 21人が死亡
  const std::string_view folded = context.folded();
  const auto is_digit = [&](uint32_t at) { return folded[at] >= '0' && folded[at] <= '9'; };
  uint32_t at = word.begin;
  const bool spaceless = text::is_spaceless(text::decode(folded, at).value);
  const uint32_t low = std::max(end, at - std::min(at, spaceless ? kCounter : 2U));
  while (at > low && !is_digit(at - 1)) --at;
  if (at > low || has_number_word(context, end, word.begin)) return true;
  if (context.same_clause(end, word.begin)) return false;
  return number_follows(context, word.end);  // "killing at least 19"
}

namespace {

constexpr uint32_t kStateReach = 140;  // bytes on either side in which the state stands
constexpr int kClausePenalty = 40;
constexpr int kNumberPenalty = 60;
constexpr int kTooFar = 200;
constexpr uint32_t kPowerReach = 160;

bool is_number_between(std::string_view folded, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; ++at) {
    if (folded[at] >= '0' && folded[at] <= '9') return true;
  }
  return false;
}

struct StateFound {
  const NumberHit* hit = nullptr;
  int cost = kTooFar;
};

// "Killing at least 19 people and injuring 24": behind "and", and with a number of its own, the
// word is told of that number.
bool opens_next_count(const NumberContext& context, uint32_t end, Range word) {
  constexpr int kShortWords = 2;  // "et en a blessé 24"
  constexpr uint32_t kShort = 3;  // bytes
  const std::string_view folded = context.folded();
  uint32_t at = word.begin;
  for (int words = 0; !context.before(NumberWord::kRangeAnd, at); ++words) {
    if (words == kShortWords || at <= end + 1 || folded[at - 1] != ' ') return false;
    const size_t blank = folded.substr(end, at - 1 - end).rfind(' ');
    if (blank == std::string_view::npos || at - 2 - (end + blank) > kShort) return false;
    at = end + static_cast<uint32_t>(blank) + 1;
  }
  return at > end && number_follows(context, word.end);
}

// "Rescue team", "equipo de rescate" tell of no rescue.
bool is_no_state(const NumberContext& context, const NumberHit& hit) {
  constexpr uint32_t kLongest = 48;  // bytes of the whole before the state's word
  const uint32_t begin = hit.range.begin;
  const NumberHit* whole =
      context.first_behind(NumberWord::kNoState, begin - std::min(begin, kLongest), begin + 1);
  while (whole != nullptr && whole->range.end < hit.range.end) {
    whole = context.first_behind(NumberWord::kNoState, whole->range.begin + 1, begin + 1);
  }
  return whole != nullptr;
}

const NumberHit* state_behind(const NumberContext& context, uint32_t from, uint32_t limit) {
  const NumberHit* hit = context.first_behind(NumberWord::kState, from, limit);
  while (hit != nullptr && is_no_state(context, *hit)) {
    hit = context.first_behind(NumberWord::kState, hit->range.end, limit);
  }
  return hit;
}

const NumberHit* state_before(const NumberContext& context, uint32_t to, uint32_t limit) {
  const NumberHit* hit = context.last_before(NumberWord::kState, to, limit);
  while (hit != nullptr && is_no_state(context, *hit)) {
    hit = context.last_before(NumberWord::kState, hit->range.begin, limit);
  }
  // "أعيد القبض": the whole, and not its last word alone.
  return widest(context, NumberWord::kState, hit);
}

// How much text that is: letters, and bytes where a sign stands for a syllable or a word.
int extent(std::string_view text) {
  int size = 0;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    const bool dense = text::is_spaceless(c.value) || text::is_hangul(c.value);
    size += dense ? static_cast<int>(c.length) : 1;
    at += c.length;
  }
  return size;
}

// What stands between, without "seriously" and the like.
int distance(const NumberContext& context, uint32_t from, uint32_t to) {
  const std::string_view folded = context.folded();
  int size = extent(folded.substr(from, to - from));
  for (uint32_t at = from; context.block_has(NumberWord::kManner);) {
    const NumberHit* hit = context.first_behind(NumberWord::kManner, at, to);
    if (hit == nullptr || hit->range.end > to) break;
    size -= extent(hit->range.of(folded));
    at = hit->range.end;
  }
  return size;
}

// Where what is counted ends: "five others".
uint32_t noun_end(const NumberContext& context, const QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const std::string counted = text::fold_copy(draft.quantity.counted);
  const size_t at = skip_blank(folded, draft.after);
  const bool here = !counted.empty() && folded.substr(at).starts_with(counted);
  return here ? static_cast<uint32_t>(at + counted.size()) : draft.after;
}

// How far a state word is from the number: letters, and more for each clause or number between.
StateFound nearest_state(const NumberContext& context, const QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const Range sentence = context.sentence(draft.number.begin);
  uint32_t begin = draft.whole.begin;
  const uint32_t end = draft.after;
  // "At least" is no distance, and "ما لا يقل عن" holds a word that is a state elsewhere.
  if (const auto modifier = context.before(NumberWord::kBefore, begin)) {
    begin = modifier->range.begin;
  }
  StateFound best;
  const uint32_t limit = std::min(sentence.end, end + kStateReach);
  const NumberHit* hit = state_behind(context, end, limit);
  // "All 84 on board died."
  if (hit != nullptr && hit->entry->value == "people") {
    const NumberHit* next = state_behind(context, hit->range.end, limit);
    if (next != nullptr && context.same_clause(end, next->range.begin) &&
        !is_number_between(folded, end, next->range.begin)) {
      hit = next;
    }
  }
  if (hit != nullptr) {
    int cost = distance(context, end, hit->range.begin);
    if (!context.same_clause(end, hit->range.begin)) cost += kClausePenalty;
    if (is_number_between(folded, end, hit->range.begin)) cost += kNumberPenalty;
    if (is_of_another_number(context, end, hit->range) ||
        opens_next_count(context, end, hit->range) || is_told_of_object(context, end, hit->range)) {
      cost = kTooFar;
    }
    best = {hit, cost};
  }
  const uint32_t low = std::max(sentence.begin, begin > kStateReach ? begin - kStateReach : 0);
  hit = state_before(context, begin, low);
  if (hit != nullptr) {
    int cost = distance(context, hit->range.end, begin);
    if (!context.same_clause(hit->range.end, begin)) cost += kClausePenalty;
    if (is_number_between(folded, hit->range.end, begin)) cost += kNumberPenalty;
    // Between "died" and "12 injured" stands a word that parts the two.
    const bool parted = context.first_behind(NumberWord::kRangeAnd, hit->range.end, begin);
    if (parted) cost += kClausePenalty;
    // "Three were acquitted and five others were sentenced": these have a verb of their own.
    if (parted && context.is_verb_behind(skip_blank(folded, noun_end(context, draft)))) {
      cost = kTooFar;
    }
    // "8명 가운데 6명이 숨졌다": those aboard are the total.
    const bool of_total = draft.quantity.of && hit->entry->value == "people" &&
                          best.hit != nullptr && context.same_clause(end, best.hit->range.begin);
    if (cost < best.cost && !of_total) best = {hit, cost};
  }
  return best;
}

// "Killed by a .45-caliber bullet", "a 12-storey house": no number of those who were.
bool is_inside_word(const NumberContext& context, const QuantityDraft& draft) {
  const std::string_view folded = context.folded();
  const Range number = draft.number;
  if (number.begin > 0 && folded[number.begin - 1] == '.') return true;
  return number.end + 1 < folded.size() && folded[number.end] == '-' &&
         text::is_letter(text::decode(folded, number.end + 1).value);
}

// "20 crew members on board" are crew, "5 deputies voted" are deputies, and suspects of whom
// there is no trace are wanted, not missed.
bool tells_less(std::string_view counted, std::string_view state, bool people) {
  if (counted == "suspects" && state == "missing") return true;
  const bool kind = people && counted != "people" && !counted.empty();
  return kind && (state == "people" || state == "voters");
}

// "3 pupils were swept away by the river, and … are missing": no other number may be told of.
bool is_only_number_of(const NumberContext& context, const QuantityDraft& draft,
                       const NumberHit& state, int cost) {
  constexpr int kFar = 90;  // letters
  if (cost > kFar || state.range.begin < draft.after) return false;
  const Range sentence = context.sentence(draft.number.begin);
  return !context.has_number(sentence, draft.number);
}

void set_state(const NumberContext& context, QuantityDraft& draft) {
  std::string& counted = draft.quantity.counted_class;
  const bool of_people = draft.people || (counted.empty() && !draft.has_noun);
  if (!of_people) return;
  const StateFound state = nearest_state(context, draft);
  if (state.hit == nullptr || state.cost >= kTooFar) return;
  if (is_of_things(context, draft, state.hit->range)) return;
  if (happened_to_part(context, draft, state.hit->range)) return;
  const std::string_view told = state.hit->entry->value;
  // "The hunt for the missing, with 210 rescuers", "80 soldiers look for": who seeks is not missing.
  const bool saves = counted == "firefighters" || counted == "rescuers" || counted == "volunteers";
  const bool seeks = counted == "soldiers" || counted == "police";
  if (saves && (told == "rescued" || told == "missing")) return;
  if (seeks && told == "missing" && state.hit->range.begin > draft.number.begin) return;
  // Without a noun the state must be close: "with 17, …" says nothing of it.
  constexpr int kClose = 40;  // letters
  if (!draft.has_noun && !draft.has_counter && state.cost > kClose) return;
  // Kinds of people need it close too: "620 firefighters fight the fire that killed 3".
  // Not of patients what follows in the clause: "3名患者在当地医院不治身亡".
  const bool follows = counted == "patients" && state.hit->range.begin > draft.number.begin &&
                       context.same_clause(draft.after, state.hit->range.begin);
  if (draft.people && counted != "people" && state.cost > kClose && !follows &&
      !is_only_number_of(context, draft, *state.hit, state.cost)) {
    return;
  }
  // "evacuated from six hamlets": a noun we do not know, behind a word of origin.
  const bool unknown_noun =
      !draft.has_noun && !draft.has_counter && !draft.quantity.counted.empty();
  const bool front = state.hit->range.begin < draft.number.begin;
  if (unknown_noun && front &&
      context.first_behind(NumberWord::kFrom, state.hit->range.end, draft.number.begin)) {
    return;
  }
  // "The building held 180 patients."
  if (told == "arrested" && counted == "patients") return;
  // "8.4" are none that were killed.
  const double value = draft.quantity.value;
  const bool part = value > 1 && value != std::floor(value);
  if (part && !draft.has_noun && !draft.has_counter) return;
  if (!draft.people && is_inside_word(context, draft)) return;
  if (tells_less(counted, told, draft.people)) return;
  // Who they are is known, and nothing happened to them.
  const bool kind = draft.people && counted != "people" && !counted.empty();
  if (is_people(told) && (kind || head_before(context, draft))) return;
  const bool back = counted == "prisoners" && told == "arrested";
  counted = back ? "recaptured" : class_name(told);
  if (counted == "injured" && context.block_has(NumberWord::kDisease)) counted = "cases";
}

// "The number of deaths … stands at 6,200", 死者数は18人: what the number of was said before.
void set_subject(const NumberContext& context, QuantityDraft& draft) {
  if (!draft.quantity.counted_class.empty() || draft.quantity.of) return;
  constexpr uint32_t kNear = 40;
  const Range sentence = context.sentence(draft.number.begin);
  const uint32_t begin = draft.number.begin;
  const NumberHit* cue = widest(context, NumberWord::kNumberOf,
                                context.last_before(NumberWord::kNumberOf, begin, sentence.begin));
  if (cue == nullptr) return;
  const uint32_t limit = std::min(begin, cue->range.end + kNear);
  const NumberHit* what = context.first_behind(NumberWord::kState, cue->range.end, limit);
  if (what == nullptr) what = context.first_behind(NumberWord::kNoun, cue->range.end, limit);
  const uint32_t low =
      std::max(sentence.begin, cue->range.begin > kNear ? cue->range.begin - kNear : 0);
  if (what == nullptr) {
    what = context.last_before(NumberWord::kState, cue->range.begin + 1, low);
  }
  if (what == nullptr) what = context.last_before(NumberWord::kNoun, cue->range.begin + 1, low);
  // "The toll rises to 221": the word says itself of what, where nothing beside it does.
  if (what == nullptr && cue->entry->value != "0") {
    draft.quantity.counted_class = cue->entry->value;
    draft.quantity.counted = std::string(context.to_source(cue->range).of(context.raw()));
  }
  if (what == nullptr) return;
  draft.quantity.counted_class = class_name(what->entry->value);
  draft.quantity.counted = std::string(context.to_source(what->range).of(context.raw()));
}

// The numbers that stand between, without articles.
std::vector<Range> numbers_between(const NumberContext& context, uint32_t from, uint32_t to) {
  std::vector<Range> numbers;
  const auto& starts = context.starts();
  for (auto at = std::ranges::lower_bound(starts, from); at != starts.end() && *at < to; ++at) {
    if (*at < from) continue;
    const auto number = Numerals::get().at(context.folded(), *at, context.lang());
    if (!number || number->article || number->range.end > to) continue;
    numbers.push_back(number->range);
    from = number->range.end;
  }
  return numbers;
}

// What stands right at the word "number": "number of dead", "मृतकों की संख्या".
const NumberHit* head_of(const NumberContext& context, Range cue, Range sentence) {
  constexpr uint32_t kBeside = 12;  // bytes
  for (const NumberWord kind : {NumberWord::kState, NumberWord::kNoun}) {
    const NumberHit* what = context.first_behind(kind, cue.end, cue.end + kBeside);
    if (what != nullptr && context.same_clause(cue.end, what->range.begin)) return what;
    what = context.last_before(kind, cue.begin + 1, sentence.begin);
    const bool near = what != nullptr && what->range.end + kBeside >= cue.begin;
    if (near && context.same_clause(what->range.begin, cue.begin)) return what;
  }
  return nullptr;
}

// "With the death of one of the injured the toll rose from six to seven": who died, and no injured.
bool set_head(const NumberContext& context, QuantityDraft& draft) {
  const std::string& counted = draft.quantity.counted_class;
  if (draft.quantity.of || (!counted.empty() && counted != "people")) return false;
  const std::string_view folded = context.folded();
  const uint32_t begin = draft.number.begin;
  const size_t next = skip_blank(folded, draft.after);
  if (context.at(NumberWord::kState, next)) return false;
  const bool to =
      context.before(NumberWord::kToFront, begin) || context.at(NumberWord::kToBehind, next);
  const bool from =
      context.before(NumberWord::kFromFront, begin) || context.at(NumberWord::kFromBehind, next);
  if (!to && !from) return false;
  const Range sentence = context.sentence(begin);
  const NumberHit* cue = context.last_before(NumberWord::kNumberOf, begin, sentence.begin);
  if (cue == nullptr) return false;
  // "From six to seven", and no number of others: "and that of the injured to 30".
  const std::vector<Range> between = numbers_between(context, cue->range.end, begin);
  if (between.size() > (to ? 1U : 0U)) return false;
  if (!between.empty() &&
      context.first_behind(NumberWord::kState, between.front().end, begin) != nullptr) {
    return false;
  }
  const NumberHit* head = head_of(context, cue->range, sentence);
  if (head == nullptr && cue->entry->value == "0") return false;
  const NumberHit& what = head != nullptr ? *head : *cue;
  draft.quantity.counted_class = class_name(what.entry->value);
  draft.quantity.counted = std::string(context.to_source(what.range).of(context.raw()));
  return true;
}

// "64 houses were destroyed and 30,000 homes have no power": of the number beside the word.
bool is_power_of_another(const NumberContext& context, uint32_t from, uint32_t to) {
  const auto& starts = context.starts();
  for (auto at = std::ranges::lower_bound(starts, from); at != starts.end() && *at < to; ++at) {
    const auto number = Numerals::get().at(context.folded(), *at, context.lang());
    if (!number || number->article || context.is_excluded(number->range)) continue;
    const auto noun = noun_behind(context, number->range.end);
    if (noun && noun->entry->value == "households") return true;
  }
  return false;
}

// "56 منزلا انهارت وانقطعت الكهرباء عن 12 ألف أسرة": of the number right behind the word.
bool is_power_of_next(const NumberContext& context, uint32_t from) {
  constexpr uint32_t kNear = 60;  // bytes
  for (const uint32_t at : context.starts()) {
    if (at < from) continue;
    if (at > from + kNear || !context.same_clause(from, at)) return false;
    if (context.hit_at(NumberWord::kRangeAnd, at) != nullptr) return false;
    const auto number = Numerals::get().at(context.folded(), at, context.lang());
    if (!number || number->article || context.is_excluded(number->range)) continue;
    const auto noun = noun_behind(context, number->range.end);
    return noun && noun->entry->value == "households";
  }
  return false;
}

void set_power(const NumberContext& context, QuantityDraft& draft) {
  if (draft.quantity.counted_class != "households") return;
  const Range sentence = context.sentence(draft.number.begin);
  const uint32_t low = std::max(
      sentence.begin, draft.whole.begin > kPowerReach ? draft.whole.begin - kPowerReach : 0);
  const uint32_t high = std::min(sentence.end, draft.after + kPowerReach);
  const NumberHit* front = context.last_before(NumberWord::kPower, draft.whole.begin, low);
  const NumberHit* back = context.first_behind(NumberWord::kPower, draft.after, high);
  if ((front != nullptr && !is_power_of_another(context, front->range.end, draft.whole.begin)) ||
      (back != nullptr && !is_power_of_another(context, draft.after, back->range.begin) &&
       !is_power_of_next(context, back->range.end))) {
    draft.quantity.counted_class = "households_without_power";
  }
}

}  // namespace

void finish_count(const NumberContext& context, QuantityDraft& draft) {
  if (set_head(context, draft)) return;
  set_kind(context, draft);
  set_state(context, draft);
  set_subject(context, draft);
  set_front(context, draft);
  set_power(context, draft);
}

}  // namespace synoptic::annotate
