// Numbers and what they count, in the title and the blocks.
#include <algorithm>
#include <cstdlib>
#include <unordered_map>

#include "annotate/quantities/no_numbers.h"
#include "annotate/quantities/quantity_amounts.h"
#include "annotate/quantities/quantity_draft.h"
#include "annotate/quantities/settled_numbers.h"
#include "annotate/running_time.h"
#include "annotate/steps.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2100;
constexpr uint32_t kLongestCount = 6;  // ungrouped digits of a plain count; more are identifiers

// The countries whose names stand in the article, most often first; for "dollars" and "rupees".
CountryHint country_of(const model::Annotated& annotated, const knowledge::Knowledge& knowledge) {
  std::vector<std::pair<std::string, int>> counts;
  std::unordered_map<std::string_view, const knowledge::Entity*> countries;  // of the entities
  for (const model::Mention& mention : annotated.mentions) {
    const auto [seen, is_new] = countries.emplace(mention.entity, nullptr);
    if (is_new) {
      const knowledge::Entity* entity = knowledge.find(mention.entity);
      const bool is_country = entity == nullptr || !entity->iso.empty();
      seen->second = is_country ? entity : knowledge.find(entity->country);
    }
    const knowledge::Entity* country = seen->second;
    if (country == nullptr || country->iso.empty()) continue;
    const std::string code = ascii_lower(country->iso);
    const auto known = std::ranges::find(counts, code, &std::pair<std::string, int>::first);
    if (known == counts.end()) {
      counts.emplace_back(code, 1);
    } else {
      ++known->second;
    }
  }
  std::ranges::stable_sort(counts, std::ranges::greater{}, &std::pair<std::string, int>::second);
  CountryHint hint;
  for (auto& [code, count] : counts) hint.codes.push_back(std::move(code));
  return hint;
}

class Finder {
 public:
  Finder(model::Annotated& annotated, const knowledge::Knowledge& knowledge)
      : annotated_(annotated),
        country_(country_of(annotated, knowledge)),
        context_(annotated, knowledge.language(annotated.article.lang)) {}

  void run(const Sources& sources) {
    size_t of_title = 0;
    for (const Source& source : sources) {
      block(source);
      if (source.block == model::kTitleBlock) of_title = annotated_.quantities.size();
    }
    // What the title says is the news, even when it is about last year.
    for (size_t i = 0; i < annotated_.quantities.size(); ++i) {
      model::Quantity& quantity = annotated_.quantities[i];
      for (size_t t = 0; t < std::min<size_t>(of_title, 16); ++t) {
        const model::Quantity& title = annotated_.quantities[t];
        if (title.kind == quantity.kind && title.value == quantity.value &&
            quantity.scope == "background") {
          quantity.scope = "event";
        }
      }
    }
    amounts_.settle(annotated_.quantities);
  }

 private:
  void block(const Source& source) {
    context_.read(source);
    const NumberContext& context = context_;
    consumed_.clear();
    numbers_.clear();
    unsure_.clear();
    last_age_ = {};
    block_ = source.block;
    const size_t first = annotated_.quantities.size();
    // What is read where no number stands: rounds of a cup, goals ("hedfin"), "M7.1".
    const bool without_number = context.block_has(NumberWord::kRound) ||
                                context.block_has(NumberWord::kGoals) ||
                                context.block_has(NumberWord::kMagnitude);
    uint32_t from = 0;
    for (size_t start = 0; start < context.starts().size(); ++start) {
      const uint32_t at = context.starts()[start];
      if (at < from) continue;
      const bool opens = context.opens(start);
      // Most words are such as stand beside quantities, and begin none.
      const bool nothing = !opens && !without_number && !context.may_be_number(start);
      from = nothing ? 0 : quantity_at(context, at, opens);
    }
    // A rank may name its total only after the total was read as a count of its own.
    auto& all = annotated_.quantities;
    const auto repeats = [&](const model::Quantity& quantity) {
      return quantity.kind != "rank" && !quantity.of &&
             std::ranges::any_of(consumed_, [&](Range total) {
               return context.to_source(total).overlaps(quantity.at.range);
             });
    };
    size_t kept = first;
    for (size_t i = first; i < all.size(); ++i) {
      if (repeats(all[i])) {
        scores_ -= all[i].kind == "score" ? 1 : 0;
        continue;
      }
      numbers_[kept - first] = numbers_[i - first];
      if (kept != i) all[kept] = std::move(all[i]);
      ++kept;
    }
    all.resize(kept);
    numbers_.resize(kept - first);
    mark_standing(context, numbers_, std::span(all).subspan(first));
    amounts_.note(context, first, std::span(all).subspan(first), numbers_, unsure_);
  }

  // Reads what begins at the byte; the byte to go on from, 0 when nothing does. `opens`: a word at
  // which it may begin without a number stands there.
  uint32_t quantity_at(const NumberContext& context, uint32_t at, bool opens) {
    const Range here{at, at + 1};
    const bool total = std::ranges::any_of(consumed_, [&](Range r) { return r.overlaps(here); });
    if (total) return 0;
    if (const uint32_t end = round_of_cup(context, at); end > 0) return end;
    if (opens) {
      const NumberHit* front = context.hit_at(NumberWord::kPercentBefore, at);
      if (front == nullptr) front = context.hit_at(NumberWord::kMinus, at);
      if (front != nullptr) return front->range.end;
    }
    auto number = Numerals::get().at(context.folded(), at, context.lang());
    if (number) {
      if (const uint32_t end = word_of_digits(context, *number); end > 0) return end;
    }
    if (const auto draft = numbered_at(context, number)) {
      emit(context, *draft);
      return draft->after;
    }
    if (const auto run = running_time_at(context.folded(), at, context.lang())) {
      const QuantityDraft draft = draft_of(*run);
      emit(context, draft);
      return draft.after;
    }
    if (number && is_of_match(context)) {
      if (const auto draft = minute_at(context, *number, is_minute_told(context, at))) {
        emit(context, *draft);
        return draft->after;
      }
    }
    if (opens || (number && !is_coin(context, *number))) {
      const auto draft = rank_at(context, at, number, consumed_);
      if (draft && !begins_part(context, *draft, at, opens)) {
        const bool marked = draft->whole.begin < draft->number.begin;  // 第3次
        if (marked || draft->quantity.kind == "rank" || !is_skipped(context, draft->number)) {
          emit(context, *draft);
          return draft->after;
        }
      }
    }
    if (const auto score =
            goals_score_at(context, at, number ? number : behind_prefix(context, at))) {
      emit(context, *score);
      return score->after;
    }
    if (const auto draft =
            opens ? vague_at(context, country_, at, number) : glued_at(context, at)) {
      emit(context, *draft);
      return draft->after;
    }
    // 减少了三分之一: a part of nothing told, and no three points.
    if (const NumberHit* part = opens && number ? context.hit_at(NumberWord::kPart, at) : nullptr;
        part != nullptr && number->range.begin == at && part->range.end > number->range.end) {
      return part->range.end;
    }
    if (!number) number = behind_prefix(context, at);
    if (!number) return 0;
    if (is_skipped(context, number->range)) return number->range.end;
    QuantityDraft draft = annotate::draft_of(*number);
    if (read_score(context, *number, draft)) {
      emit(context, draft);
      return draft.after;
    }
    read_range(context, draft);
    if (!classify(context, *number, draft)) return number->range.end;
    emit(context, draft);
    return draft.after;
  }

  // "Почти пятая часть": no fifth one.
  static bool begins_part(const NumberContext& context, const QuantityDraft& draft, uint32_t at,
                          bool opens) {
    const NumberHit* part = opens ? context.hit_at(NumberWord::kPart, at) : nullptr;
    return part != nullptr && part->range.end > draft.whole.end;
  }

  // A text with the words of a game in it, or a score.
  bool is_of_match(const NumberContext& context) const {
    return context.block_has(NumberWord::kScore) || scores_ > 0;
  }

  // The number before, near by, is a minute.
  bool is_minute_told(const NumberContext& context, uint32_t at) const {
    constexpr uint32_t kReach = 160;  // bytes
    if (annotated_.quantities.empty()) return false;
    const model::Quantity& last = annotated_.quantities.back();
    return last.counted_class == "minute" && last.at.block == block_ &&
           context.to_source({at, at}).begin - last.at.range.end <= kReach;
  }

  static QuantityDraft draft_of(const RunningTime& run) {
    QuantityDraft draft;
    draft.number = draft.whole = run.range;
    draft.after = run.range.end;
    draft.quantity.kind = "duration";
    draft.quantity.unit = "second";
    draft.quantity.value = run.seconds;
    return draft;
  }

  static std::optional<Numeral> behind_prefix(const NumberContext& context, uint32_t at) {
    for (const uint32_t length : context.prefixes_at(at)) {
      if (auto number = Numerals::get().at(context.folded(), at + length, context.lang())) {
        return number;
      }
    }
    // "M7.1"
    const NumberHit* magnitude = context.hit_at(NumberWord::kMagnitude, at);
    if (magnitude == nullptr || !context.block_has(NumberWord::kQuake)) return std::nullopt;
    return Numerals::get().at(context.folded(), magnitude->range.end, context.lang());
  }

  bool classify(const NumberContext& context, const Numeral& number, QuantityDraft& draft) {
    const bool year_like = number.digits && !number.grouped && !number.decimal && !number.scaled &&
                           number.digit_count == 4 && number.value >= kFirstYear &&
                           number.value <= kLastYear;
    if (read_percent(context, draft)) {
      read_modifiers(context, draft);
      read_measure(context, draft);
      return !draft.article || draft.quantity.kind == "percent_points";
    }
    if (read_money(context, country_, draft)) {
      read_modifiers(context, draft);
      mark_exchange_rate(context, draft);
      return !draft.article;
    }
    if (!year_like && read_bare_rate(context, country_, number, draft)) {
      read_modifiers(context, draft);
      return true;
    }
    if (read_magnitude(context, draft)) {
      read_modifiers(context, draft);
      return true;
    }
    if (read_age(context, last_age_, draft)) {
      const uint32_t end = std::max(draft.number.end, draft.after);
      last_age_ = draft.after == draft.number.end ? Range{draft.number.begin, end} : Range{};
      read_modifiers(context, draft);
      return true;
    }
    const uint32_t plain = draft.after;
    const model::Quantity before = draft.quantity;
    read_modifier_behind(context, draft);
    if (read_unit(context, draft)) {
      const bool duration = draft.quantity.kind == "duration";
      if ((duration && year_like) || (draft.article && draft.quantity.value == 1)) return false;
      if (duration && is_year_of_month(context, draft)) return false;
      read_modifiers(context, draft);
      read_term(context, draft);
      return true;
    }
    draft.quantity = before;
    draft.after = draft.whole.end = std::max(plain, draft.number.end);
    if (draft.quantity.max) draft.whole.end = draft.after;
    read_collective(context, draft);
    read_modifiers(context, draft);
    if (read_lent_unit(context, country_, draft)) return !draft.article;
    if (number.digits && !number.grouped && number.digit_count > kLongestCount) return false;
    if (is_other_side(context, draft)) {
      draft.quantity.kind = "count";
      draft.quantity.counted_class = annotated_.quantities.back().counted_class;
      draft.quantity.counted = annotated_.quantities.back().counted;
      return true;
    }
    if (!read_count(context, draft, consumed_)) {
      // "por nueve millones."
      draft.unsure = number.scaled && !draft.article && !draft.weak &&
                     draft.quantity.counted_class.empty() && draft.quantity.counted.empty();
      return draft.unsure;
    }
    const bool known = !draft.quantity.counted_class.empty();
    if (year_like && (!known || !is_counted_year(context, draft))) return false;
    if (number.decimal && !known && draft.quantity.counted.empty()) {
      if (!number.scaled) return false;
      draft.unsure = !draft.has_counter;
    }
    if (!known && !draft.has_counter && !draft.quantity.of) return plain_count(context, draft);
    return true;
  }

  // "By three votes to two": votes as well.
  bool is_other_side(const NumberContext& context, const QuantityDraft& draft) const {
    constexpr uint32_t kNear = 16;  // bytes
    if (annotated_.quantities.empty() || draft.article) return false;
    const model::Quantity& last = annotated_.quantities.back();
    const uint32_t begin = context.to_source(draft.number).begin;
    return last.at.block == block_ && last.kind == "count" && last.counted_class == "votes" &&
           begin > last.at.range.end && begin - last.at.range.end < kNear &&
           (context.before(NumberWord::kScoreSign, draft.number.begin) ||
            context.before(NumberWord::kAgainst, draft.number.begin));
  }

  // A number with no noun we know: kept with the word behind it; without one it counts what the
  // number before it in the sentence counted ("21 seats … with 17,").
  bool plain_count(const NumberContext& context, QuantityDraft& draft) const {
    const std::string_view folded = context.folded();
    const bool joined = draft.after < folded.size() &&
                        text::is_letter(text::decode(folded, draft.after).value) &&
                        !text::is_spaceless(text::decode(folded, draft.after).value) &&
                        !text::is_hangul(text::decode(folded, draft.after).value);
    if (joined) return false;  // 14th
    if (draft.words) return plain_words(context, draft);
    if (!draft.quantity.counted.empty()) {
      // "Boeing 737 crashed": a name with a number behind it.
      return draft.scaled || !follows_name(context, draft.number.begin) ||
             is_of_noun(context, draft);
    }
    const bool glued =
        draft.after < folded.size() && text::is_letter(text::decode(folded, draft.after).value);
    if (glued || (!draft.scaled && follows_name(context, draft.number.begin))) return false;
    if (annotated_.quantities.empty()) return !is_label(context, draft.number);
    const model::Quantity& last = annotated_.quantities.back();
    const Range sentence = context.to_source(context.sentence(draft.number.begin));
    if (counts_those(context, draft.number.begin) && last.kind == "count") {
      draft.quantity.counted_class = last.counted_class;
      draft.quantity.counted = last.counted;
      return true;
    }
    if (last.at.block == block_ && last.kind == "count" && last.at.range.begin >= sentence.begin &&
        last.at.range.end <= sentence.end) {
      draft.quantity.counted_class = last.counted_class;
      draft.quantity.counted = last.counted;
      return true;
    }
    return !is_label(context, draft.number);
  }

  // "La direction n'en a compté que 2 800": of what was counted before.
  static bool counts_those(const NumberContext& context, uint32_t begin) {
    constexpr uint32_t kReach = 40;  // bytes
    const Range sentence = context.sentence(begin);
    const uint32_t low = std::max(sentence.begin, begin > kReach ? begin - kReach : 0);
    const NumberHit* those = context.last_before(NumberWord::kOfThose, begin, low);
    return those != nullptr && context.same_clause(those->range.end, begin);
  }

  // "baute das Werk 620 Instrumente": where nouns have capitals, a noun behind the number is
  // counted, unless a name stands in front: "Airbus 380 Maschinen".
  static bool is_of_noun(const NumberContext& context, const QuantityDraft& draft) {
    const uint32_t begin = draft.number.begin;
    return QuantityTable::get().has_capital_nouns(context.lang()) && begin > 1 &&
           text::is_upper(text::decode(draft.quantity.counted, 0).value) &&
           !context.is_excluded({begin - 2, begin - 1});
  }

  // "three helicopters", "two more": a number word with any word behind it, where words have
  // blanks between them and the number is not part of a name.
  static bool plain_words(const NumberContext& context, QuantityDraft& draft) {
    if (context.at(NumberWord::kPersons, draft.number.begin)) {
      draft.quantity.counted_class = "people";
      return true;
    }
    // "three-row", "four-wheel drive"
    const uint32_t end = draft.number.end;
    if (end < context.folded().size() && context.folded()[end] == '-') return false;
    const bool modified = !draft.quantity.modifier.empty();
    if ((draft.weak && !modified) || draft.article || draft.quantity.counted.empty()) return false;
    const char32_t first = text::decode(context.folded(), draft.number.begin).value;
    const bool blank =
        draft.number.end < context.folded().size() && context.folded()[draft.number.end] == ' ';
    if (text::is_spaceless(first) || (text::is_hangul(first) && !blank)) return false;
    return !is_capital_inside(context, draft.number.begin);
  }

  void emit(const NumberContext& context, QuantityDraft& draft) {
    model::Quantity& quantity = draft.quantity;
    const Range range = context.to_source(draft.whole);
    quantity.at = place_of(annotated_.article, block_, range);
    quantity.text = std::string(range.of(context.raw()));
    if (quantity.scope.empty()) {
      const size_t next = skip_blank(context.folded(), draft.whole.end);
      const bool earlier = context.at(NumberWord::kEarlier, next).has_value();
      const bool background = earlier || context.is_background(draft.number);
      quantity.scope = background ? "background" : "event";
    }
    scores_ += quantity.kind == "score" ? 1 : 0;
    annotated_.quantities.push_back(quantity);
    numbers_.push_back(draft.whole);
    if (draft.unsure) unsure_.push_back(draft.whole);
  }
  void emit(const NumberContext& context, const QuantityDraft& draft) {
    QuantityDraft copy = draft;
    emit(context, copy);
  }

  model::Annotated& annotated_;
  CountryHint country_;
  NumberContext context_;
  uint32_t block_ = 0;
  size_t scores_ = 0;           // among the quantities
  std::vector<Range> numbers_;  // of the block's quantities, folded
  std::vector<Range> unsure_;   // of those that are dropped where they are no money
  BareAmounts amounts_;
  std::vector<Range> consumed_;  // totals that another quantity has told
  Range last_age_;
};

}  // namespace

void find_quantities(model::Annotated& annotated, const Sources& sources,
                     const knowledge::Knowledge& knowledge) {
  annotated.quantities.clear();
  Finder(annotated, knowledge).run(sources);
  settle_numbers(annotated);
}

}  // namespace synoptic::annotate
