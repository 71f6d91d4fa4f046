// Numbers and what they count, in the title and the blocks.
#include <algorithm>
#include <cstdlib>

#include "annotate/quantity_draft.h"
#include "annotate/steps.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2100;
constexpr uint32_t kLongestCount = 6;  // ungrouped digits of a plain count; more are identifiers
constexpr double kHighestScore = 99;

const QuantityTable& table() { return QuantityTable::get(); }

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// The country most of whose names stand in the article; for "dollars" and "rupees".
CountryHint country_of(const model::Annotated& annotated, const knowledge::Knowledge& knowledge) {
  std::vector<std::pair<std::string, int>> counts;
  for (const model::Mention& mention : annotated.mentions) {
    const knowledge::Entity* entity = knowledge.find(mention.entity);
    if (entity == nullptr) continue;
    const knowledge::Entity* country =
        entity->iso.empty() ? knowledge.find(entity->country) : entity;
    if (country == nullptr || country->iso.empty()) continue;
    const std::string code = ascii_lower(country->iso);
    const auto known = std::ranges::find(counts, code, &std::pair<std::string, int>::first);
    if (known == counts.end()) {
      counts.emplace_back(code, 1);
    } else {
      ++known->second;
    }
  }
  if (counts.empty()) return {};
  return {std::ranges::max_element(counts, {}, &std::pair<std::string, int>::second)->first};
}

class Finder {
 public:
  Finder(model::Annotated& annotated, const knowledge::Knowledge& knowledge)
      : annotated_(annotated),
        language_(knowledge.language(annotated.article.lang)),
        country_(country_of(annotated, knowledge)) {}

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
  }

 private:
  void block(const Source& source) {
    const NumberContext context(annotated_, language_, source);
    consumed_.clear();
    block_ = source.block;
    const size_t first = annotated_.quantities.size();
    uint32_t from = 0;
    for (const uint32_t at : source.starts) {
      if (at >= from) from = quantity_at(context, at);
    }
    // A rank may name its total only after the total was read as a count of its own.
    auto& all = annotated_.quantities;
    const auto repeats = [&](const model::Quantity& quantity) {
      return quantity.kind != "rank" && std::ranges::any_of(consumed_, [&](Range total) {
               return context.to_source(total).overlaps(quantity.at.range);
             });
    };
    all.erase(std::remove_if(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(), repeats),
              all.end());
  }

  // Reads what begins at the byte; the byte to go on from, 0 when nothing does.
  uint32_t quantity_at(const NumberContext& context, uint32_t at) {
    const Range here{at, at + 1};
    const bool total = std::ranges::any_of(consumed_, [&](Range r) { return r.overlaps(here); });
    if (total) return 0;
    if (const auto draft = rank_at(context, at, consumed_)) {
      if (!skipped(context, draft->number) || draft->quantity.kind == "rank") {
        emit(context, *draft);
        return draft->after;
      }
    }
    if (const uint32_t end = vague_at(context, at); end > 0) return end;
    auto number = Numerals::get().at(context.folded(), at, context.lang());
    uint32_t prefix = 0;
    if (!number) number = behind_prefix(context, at, prefix);
    if (!number) return 0;
    if (skipped(context, number->range)) return number->range.end;
    QuantityDraft draft;
    draft.number = draft.whole = number->range;
    draft.after = number->range.end;
    draft.quantity.value = number->value;
    draft.words = !number->digits;
    draft.article = number->article || (draft.words && number->value == 1);
    if (score(context, *number, draft)) return draft.after;
    read_range(context, draft);
    if (!classify(context, *number, draft)) return number->range.end;
    emit(context, draft);
    return draft.after;
  }

  std::optional<Numeral> behind_prefix(const NumberContext& context, uint32_t at,
                                       uint32_t& length) const {
    if (language_ == nullptr) return std::nullopt;
    for (const std::string& prefix : language_->prefixes) {
      if (!context.folded().substr(at).starts_with(prefix)) continue;
      const auto number = Numerals::get().at(
          context.folded(), at + static_cast<uint32_t>(prefix.size()), context.lang());
      if (!number) continue;
      length = static_cast<uint32_t>(prefix.size());
      return number;
    }
    return std::nullopt;
  }

  // Dates, addresses, names, list numbers, identifiers, "No. 5", "G20", "F-35".
  bool skipped(const NumberContext& context, Range number) const {
    if (context.is_excluded(number)) return true;
    const std::string_view folded = context.folded();
    const bool digits = is_ascii_digit(folded[number.begin]);
    if (table().before(NumberWord::kNotBefore, context.lang(), folded, number.begin)) return true;
    if (!digits) return false;
    if (number.begin > 0) {
      const text::CodePoint before = text::decode_before(folded, number.begin);
      const bool packed = text::is_spaceless(before.value) || text::is_hangul(before.value) ||
                          text::is_arabic(before.value);
      const bool money =
          table().before(NumberWord::kMoney, context.lang(), folded, number.begin).has_value();
      if (text::is_letter(before.value) && !packed && !money) return true;
      const bool hyphen = before.value == U'-' && number.begin >= 2 &&
                          text::is_letter(text::decode_before(folded, number.begin - 1).value);
      if (hyphen || before.value == U'#' || before.value == U'+') return true;
      if ((before.value == U'/' || before.value == U'_') && number.begin >= 2 &&
          !text::is_space(text::decode_before(folded, number.begin - 1).value)) {
        return true;
      }
    }
    // "1. ", "2) " at the beginning of a block.
    if (number.begin == 0 && number.size() <= 2 && number.end + 1 < folded.size() &&
        (folded[number.end] == '.' || folded[number.end] == ')') && folded[number.end + 1] == ' ') {
      return true;
    }
    return folded[number.begin] == '0' && number.size() > 1 &&
           is_ascii_digit(folded[number.begin + 1]);
  }

  // "dozens", "half of", "half a percentage point".
  uint32_t vague_at(const NumberContext& context, uint32_t at) {
    constexpr NumberWord kKinds[] = {NumberWord::kHalfPoint, NumberWord::kMany, NumberWord::kPart};
    for (const NumberWord kind : kKinds) {
      const NumberHit* hit = context.hit_at(kind, at);
      if (hit == nullptr || context.is_excluded(hit->range)) continue;
      QuantityDraft draft;
      draft.number = draft.whole = hit->range;
      draft.after = hit->range.end;
      draft.quantity.value = std::strtod(hit->entry->value.c_str(), nullptr);
      draft.words = true;
      if (kind == NumberWord::kMany) {
        draft.quantity.modifier = "dozens";
        draft.quantity.scope = "approximation";
        if (read_money(context, country_, draft)) {
          emit(context, draft);
          return draft.after;
        }
        if (!read_count(context, draft) || draft.quantity.counted_class.empty()) continue;
      } else if (kind == NumberWord::kPart) {
        draft.quantity.kind = "percent";
        read_measure(context, draft);
        // "half" says how much only of something countable.
        if (draft.quantity.counted_class.empty()) continue;
        read_modifiers(context, draft);
      } else {
        draft.quantity.kind = "percent_points";
        read_measure(context, draft);
      }
      emit(context, draft);
      return draft.after;
    }
    return 0;
  }

  // 2-1, 3:0, where the sentence is about a match.
  bool score(const NumberContext& context, const Numeral& first, QuantityDraft& draft) {
    const std::string_view folded = context.folded();
    const uint32_t sign = first.range.end;
    if (!first.digits || first.decimal || first.value > kHighestScore || sign >= folded.size() ||
        (folded[sign] != '-' && folded[sign] != ':')) {
      return false;
    }
    const auto second = Numerals::get().at(folded, sign + 1, context.lang());
    if (!second || !second->digits || second->decimal || second->value > kHighestScore ||
        second->scaled) {
      return false;
    }
    const Range sentence = context.sentence(first.range.begin);
    const bool cue =
        context.first_behind(NumberWord::kScore, first.range.begin, sentence.end) != nullptr ||
        context.last_before(NumberWord::kScore, first.range.begin, sentence.begin) != nullptr;
    if (!cue && !(folded[sign] == '-' && first.value > second->value)) return false;
    draft.quantity.kind = "score";
    draft.quantity.max = second->value;
    draft.after = draft.whole.end = second->range.end;
    emit(context, draft);
    return true;
  }

  // 10-15, "10 to 15", "between 10 and 15", "from 10 to 15".
  void read_range(const NumberContext& context, QuantityDraft& draft) const {
    const std::string_view folded = context.folded();
    size_t at = skip_blank(folded, draft.after);
    auto joiner = table().at(NumberWord::kRange, context.lang(), folded, at);
    if (!joiner &&
        table().before(NumberWord::kBetween, context.lang(), folded, draft.number.begin)) {
      joiner = table().at(NumberWord::kRangeAnd, context.lang(), folded, at);
    }
    if (!joiner) return;
    const auto second =
        Numerals::get().at(folded, skip_blank(folded, joiner->range.end), context.lang());
    if (!second || context.is_excluded(second->range) || second->article) return;
    double low = draft.quantity.value;
    // "2 to 3 million": the scale belongs to both.
    if (second->scaled && low < 1000) low *= second->scale;
    if (second->value <= low) return;
    draft.quantity.value = low;
    draft.quantity.max = second->value;
    draft.after = draft.whole.end = second->range.end;
  }

  bool classify(const NumberContext& context, const Numeral& number, QuantityDraft& draft) {
    const bool year_like = number.digits && !number.grouped && !number.decimal && !number.scaled &&
                           number.digit_count == 4 && number.value >= kFirstYear &&
                           number.value <= kLastYear;
    if (read_percent(context, draft)) {
      read_modifiers(context, draft);
      read_measure(context, draft);
      return !draft.article;
    }
    if (read_money(context, country_, draft)) {
      read_modifiers(context, draft);
      return !draft.article;
    }
    if (read_magnitude(context, draft)) {
      read_modifiers(context, draft);
      return true;
    }
    const uint32_t plain = draft.after;
    const model::Quantity before = draft.quantity;
    read_modifier_behind(context, draft);
    if (read_unit(context, draft)) {
      const bool duration = draft.quantity.kind == "duration";
      if (draft.quantity.kind == "age" || (duration && year_like) || draft.article) return false;
      read_modifiers(context, draft);
      return true;
    }
    draft.quantity = before;
    draft.after = draft.whole.end = std::max(plain, draft.number.end);
    if (draft.quantity.max) draft.whole.end = draft.after;
    read_modifiers(context, draft);
    if (number.digits && !number.grouped && number.digit_count > kLongestCount) return false;
    if (!read_count(context, draft)) return false;
    const bool known = !draft.quantity.counted_class.empty();
    if (year_like && !known) return false;
    if (number.decimal && !known && draft.quantity.counted.empty()) return false;
    if (!known && !draft.has_counter && !draft.quantity.of) return plain_count(context, draft);
    return true;
  }

  // A number with no noun we know: kept with the word behind it; without one it counts what the
  // number before it in the sentence counted ("21 seats … with 17,").
  bool plain_count(const NumberContext& context, QuantityDraft& draft) const {
    const std::string_view folded = context.folded();
    if (draft.words) return false;
    if (!draft.quantity.counted.empty()) {
      // "Boeing 737 crashed": a name with a number behind it.
      return !follows_name(context, draft.number.begin);
    }
    const bool glued =
        draft.after < folded.size() && text::is_letter(text::decode(folded, draft.after).value);
    if (glued || follows_name(context, draft.number.begin)) return false;
    if (annotated_.quantities.empty()) return true;
    const model::Quantity& last = annotated_.quantities.back();
    const Range sentence = context.to_source(context.sentence(draft.number.begin));
    if (last.at.block == block_ && last.kind == "count" && last.at.range.begin >= sentence.begin &&
        last.at.range.end <= sentence.end) {
      draft.quantity.counted_class = last.counted_class;
      draft.quantity.counted = last.counted;
    }
    return true;
  }

  static bool follows_name(const NumberContext& context, uint32_t begin) {
    const uint32_t at = context.to_source({begin, begin + 1}).begin;
    std::string_view front = context.raw().substr(0, at);
    if (front.empty() || front.back() != ' ') return false;
    front.remove_suffix(1);
    uint32_t start = static_cast<uint32_t>(front.size());
    while (start > 0 && front[start - 1] != ' ' && start + 40 > front.size()) --start;
    if (start == 0 || start >= front.size()) return false;
    if (text::is_punctuation(text::decode_before(front, front.size()).value)) return false;
    for (size_t at = start; at < front.size();) {
      const text::CodePoint c = text::decode(front, at);
      if (text::is_upper(c.value)) return true;
      at += c.length;
    }
    return false;
  }

  void emit(const NumberContext& context, QuantityDraft& draft) {
    model::Quantity& quantity = draft.quantity;
    const Range range = context.to_source(draft.whole);
    quantity.at = place_of(annotated_.article, block_, range);
    quantity.text = std::string(range.of(context.raw()));
    if (quantity.scope.empty()) {
      quantity.scope = context.is_background(draft.number) ? "background" : "event";
    }
    annotated_.quantities.push_back(quantity);
  }
  void emit(const NumberContext& context, const QuantityDraft& draft) {
    QuantityDraft copy = draft;
    emit(context, copy);
  }

  model::Annotated& annotated_;
  const knowledge::Language* language_;
  CountryHint country_;
  uint32_t block_ = 0;
  std::vector<Range> consumed_;
};

}  // namespace

void find_quantities(model::Annotated& annotated, const Sources& sources,
                     const knowledge::Knowledge& knowledge) {
  annotated.quantities.clear();
  Finder(annotated, knowledge).run(sources);
}

}  // namespace synoptic::annotate
