#include "compare/figures/figures.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "compare/figures/corrections.h"
#include "compare/figures/dates.h"
#include "compare/figures/measures.h"
#include "compare/figures/remainders.h"
#include "compare/figures/ruins.h"
#include "compare/figures/told_numbers.h"
#include "compare/match.h"
#include "compare/names/places.h"
#include "compare/outcomes/polarity.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

using model::DateValue;
using model::Precision;

std::string about_of(const model::Quantity& quantity) {
  if (!quantity.counted_class.empty()) {
    std::string name = class_of(quantity.counted_class).name;
    // "By 50 basis points": not the rate, but how far it moved.
    const bool moved = quantity.kind == "percent_points" && name == "interest rate";
    return moved ? "rate change" : name;
  }
  return quantity.kind == "magnitude" ? "magnitude" : std::string();
}

// "7.0": how many zeros stand behind the decimal sign of a whole number, and no thousands.
int zeros_of(const model::Quantity& quantity) {
  constexpr double kThousand = 1000;
  if (std::floor(quantity.value) != quantity.value || quantity.value >= kThousand) return 0;
  const std::string folded = text::fold_copy(quantity.text);
  const size_t begin = folded.find_first_of("0123456789"), sign = folded.find_first_of(".,", begin);
  if (sign == std::string::npos || std::strtod(folded.c_str() + begin, nullptr) != quantity.value) {
    return 0;
  }
  const size_t end = std::min(folded.size(), folded.find_first_not_of('0', sign + 1));
  const bool goes_on = end < folded.size() && folded[end] >= '0' && folded[end] <= '9';
  return goes_on ? 0 : static_cast<int>(end - sign - 1);
}

bool is_noise(const model::Quantity& quantity) {
  return quantity.kind == "age" || !std::isfinite(quantity.value);
}

// The nouns that are counted are few, and come again and again.
const Terms& terms_of_noun(const std::string& noun, const std::string& lang) {
  constexpr size_t kMost = 4096;
  thread_local std::map<std::pair<std::string, std::string>, Terms> known;
  if (known.size() > kMost) known.clear();
  const auto [found, fresh] = known.try_emplace({lang, noun});
  if (fresh) found->second = terms_of(noun, lang);
  return found->second;
}

std::string_view said_by(const model::Quote& quote) {
  return quote.speaker->entity.empty() ? quote.speaker->name : quote.speaker->entity;
}

// "The town hall offered 38 %": who offers or asks for it says nothing of it.
bool is_deed_of_speaker(const Telling& telling, const model::Quote& quote) {
  const auto& events = telling.annotated->events;
  return std::any_of(events.begin(), events.end(), [&](const model::Event& event) {
    if (event.action != "offer" && event.action != "demand") return false;
    return event.trigger.block == quote.at.block &&
           slice(telling.annotated->article, event.trigger) == quote.cue &&
           std::any_of(event.actor.begin(), event.actor.end(), [&](const auto& actor) {
             return actor.at.range.overlaps(quote.speaker->at.range);
           });
  });
}

// "Offered 38 %, the union demands 55 %": behind the comma somebody else does something, and no
// "that" holds both together.
bool is_in_clause_of_another(const Telling& telling, const model::Quote& quote,
                             const model::Place& at) {
  if (quote.form != "indirect" || quote.rule.starts_with("that")) return false;
  const auto& events = telling.annotated->events;
  return std::any_of(events.begin(), events.end(), [&](const model::Event& event) {
    if (event.at.block != at.block || !event.at.range.contains(at.range)) return false;
    if (event.at.range.begin <= quote.at.range.begin || event.actor.empty()) return false;
    const Range before{quote.at.range.begin, event.at.range.begin};
    return has_clause_end(slice(telling.annotated->article, {at.block, before, {}})) &&
           std::all_of(event.actor.begin(), event.actor.end(),
                       [&](const auto& actor) { return event.at.range.contains(actor.at.range); });
  });
}

bool is_said_in(const Telling& telling, const model::Quote& quote, const model::Place& at) {
  return quote.at.block == at.block && quote.at.range.contains(at.range) &&
         !is_in_clause_of_another(telling, quote, at) && !is_deed_of_speaker(telling, quote);
}

// Whose words it stands in.
std::string speaker_at(const Telling& telling, const model::Place& at) {
  for (const auto& quote : telling.annotated->quotes) {
    if (quote.speaker && is_said_in(telling, quote, at)) return std::string(said_by(quote));
  }
  return {};
}

// In whose name the article gives what stands there; empty: in its own. What is told beside
// somebody's words is not said by them.
std::string claimant_at(const Telling& telling, uint32_t sentence, const model::Place& at) {
  const auto is_beside_words = [&](const model::Event& event) {
    const auto& quotes = telling.annotated->quotes;
    return std::any_of(quotes.begin(), quotes.end(), [&](const model::Quote& quote) {
      return quote.speaker && quote.at.block == at.block &&
             quote.at.range.overlaps(event.at.range) && said_by(quote) == event.claimant &&
             !is_said_in(telling, quote, at);
    });
  };
  for (const uint32_t i : telling.sentences[sentence].events) {
    const auto& event = telling.annotated->events[i];
    if (!event.claimant.empty() && event.at.block == at.block &&
        event.at.range.contains(at.range) && !is_beside_words(event)) {
      return event.claimant;
    }
  }
  return {};
}

// "11 of the 23": the 23 are told, too.
Claim total_of(const Claim& part) {
  Claim total = part;
  total.value = total.given = *part.of;
  total.of.reset();
  total.max.reset();
  total.modifier.clear();
  total.about.clear();
  total.norm = plain_number(total.value);
  total.rising = total.falling = total.yielding = false;
  return total;
}

// "Thousands" in the headline says nothing beside "3,400" of the same in the text.
void drop_vague_figures(Telling& telling) {
  const auto exact = [&](const Claim& vague) {
    return std::any_of(telling.claims.begin(), telling.claims.end(), [&](const Claim& other) {
      return other.slot == vague.slot && other.sort == vague.sort && other.about == vague.about &&
             other.modifier != vague.modifier;
    });
  };
  std::vector<bool> idle;
  for (const Claim& claim : telling.claims)
    idle.push_back(is_vague(claim.modifier) && exact(claim));
  size_t at = 0;
  std::erase_if(telling.claims, [&](const Claim&) { return idle[at++]; });
}

// "From 33 to 31.5%, where 32 had been expected": the account's figure is the one that came to be.
void note_unreal_figures(Telling& telling, const std::vector<bool>& marked) {
  for (size_t i = 0; i < marked.size(); ++i) {
    Claim& claim = telling.claims[i];
    if (!marked[i]) continue;
    for (size_t j = 0; j < marked.size() && !claim.instead; ++j) {
      const Claim& real = telling.claims[j];
      const bool is_real = !marked[j] && !real.background && real.slot == claim.slot &&
                           real.sort == claim.sort && real.value != claim.value &&
                           (real.about == claim.about || real.about.empty() || claim.about.empty());
      if (is_real) claim.instead = real.value;
    }
  }
}

// The sentence speaks of another time than the news: "Back in 2019 …". A day near the news beside
// it says that both are meant, and nothing follows.
void note_past(Telling& telling) {
  constexpr int64_t kLongAgo = 45, kPastMonth = 31, kNear = 7;  // days
  std::vector<bool> past(telling.sentences.size(), false), near(telling.sentences.size(), false);
  const auto& published = telling.annotated->article.published;
  if (!published) return;
  const auto& now = published->value;
  const int64_t today = model::days_from_civil(now.year, now.month, now.day);
  for (const auto& time : telling.annotated->times) {
    if (time.precision == "unresolved" || time.from.year == 0 || is_beyond(telling, time.at)) {
      continue;
    }
    const uint32_t sentence = sentence_of(telling, time.at);
    const DateValue last = model::last_day(time.to.year == 0 ? time.from : time.to);
    const int64_t behind = today - model::days_from_civil(last.year, last.month, last.day);
    // "On June 1": the year was inferred, and may be the next one.
    const bool inferred = time.from.precision >= Precision::kDay && !tells_year(time.text);
    // "In November", told in the middle of January, is no longer the news either.
    const bool month = time.from.precision == Precision::kMonth && !inferred;
    if ((behind > kLongAgo && !inferred) || (month && behind > kPastMonth)) {
      past[sentence] = true;
    } else if (std::abs(behind) <= kNear && time.from.precision >= Precision::kDay) {
      near[sentence] = true;
    }
  }
  for (size_t i = 0; i < past.size(); ++i) telling.sentences[i].past = past[i] && !near[i];
}

// "7대 2", "7比2", "7-2": the numbers, whatever stands between them.
std::string score_of(std::string_view text) {
  std::string out;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    const int digit = text::digit_value(c.value);
    if (digit >= 0) {
      if (!inside && !out.empty()) out += '-';
      out += static_cast<char>('0' + digit);
    }
    inside = digit >= 0;
    at += c.length;
  }
  return out.find('-') == std::string::npos ? std::string() : out;
}

// "Split 3-2" are three votes, and two against.
std::vector<model::Quantity> parts_of(const model::Quantity& quantity) {
  if (quantity.kind != "score" || quantity.counted_class != "votes" || !quantity.max) {
    return {quantity};
  }
  std::vector<model::Quantity> parts(2, quantity);
  parts[1].value = *quantity.max;
  for (auto& part : parts) {
    part.kind = "count";
    part.max.reset();
  }
  return parts;
}

// "Hundreds", and no number: 100 is only what it is reckoned with.
std::string shown_of_vague(const model::Quantity& quantity) {
  constexpr double kDozen = 12, kHundred = 100, kThousand = 1000;
  const bool plain =
      quantity.value == kDozen || quantity.value == kHundred || quantity.value == kThousand;
  return plain ? quantity.modifier : quantity.text;
}

void add_quantities(Telling& telling, uint32_t index) {
  note_past(telling);
  std::vector<bool> marked(telling.claims.size(), false);  // expected or former, of each claim
  std::vector<model::Quantity> quantities;
  for (const auto& quantity : telling.annotated->quantities) {
    for (auto& part : parts_of(quantity)) quantities.push_back(std::move(part));
  }
  for (const auto& quantity : quantities) {
    if (is_noise(quantity) || is_beyond(telling, quantity.at)) continue;
    const Measure in = measure(quantity);
    Claim claim = claim_at(telling, index, quantity.at);
    if (telling.sentences[claim.sentence].stamp) continue;
    claim.slot = in.sort == "rank" ? "rank" : quantity.kind == "money" ? "money" : "quantity";
    claim.plain_ordinal = quantity.kind == "ordinal";
    claim.sort = in.sort;
    claim.about = quantity.kind == "score" ? "score" : about_of(quantity);
    const double factor = in.factor * (in.sort == "duration" ? days_of(in.unit) : 1);
    claim.value = quantity.value * factor;
    claim.given = quantity.value;
    claim.written = quantity.unit;
    if (quantity.max) claim.max = *quantity.max * factor;
    if (in.sort != "percent") claim.of = quantity.of;
    claim.modifier = quantity.modifier;
    claim.unit = in.unit;
    claim.text = quantity.text;
    claim.norm = quantity.kind == "score" ? score_of(quantity.text) : norm_of(quantity, in);
    if (claim.norm.empty() && quantity.max) {  // in words
      claim.norm = plain_number(quantity.value) + "-" + plain_number(*quantity.max);
    }
    if (claim.norm.empty()) continue;  // a score in words
    if (quantity.kind == "duration" || (in.factor != 1 && in.unit != "%")) {
      claim.shown = shown_of(quantity);
    }
    if (is_vague(claim.modifier) && claim.unit.empty()) claim.shown = shown_of_vague(quantity);
    claim.name = quantity.counted;  // the counted noun; the verdict puts the value's name in place
    claim.counted = terms_of_noun(claim.name, telling.annotated->article.lang);
    if (in.sort == "duration" && !claim.about.empty()) {
      // "14 years in prison", "14 years": one account names what the other leaves out, so that it
      // is how they are called and not by what they are told apart.
      claim.name = std::move(claim.about);
      claim.about.clear();
      claim.counted = {};
    }
    claim.former = quantity.scope == "former";
    claim.background = quantity.scope == "background" || telling.sentences[claim.sentence].past;
    claim.speaker = speaker_at(telling, quantity.at);
    claim.claimant = claimant_at(telling, claim.sentence, quantity.at);
    const CountClass count = class_of(quantity.counted_class);
    claim.rising = count.rising && !quantity.counted_class.empty();
    claim.falling = count.falling && !quantity.counted_class.empty();
    claim.yielding = count.yielding && !quantity.counted_class.empty();
    claim.exact = count.exact && !quantity.counted_class.empty();
    claim.zeros = zeros_of(quantity);
    claim.ruin = ruin_of(telling, claim);
    claim.remainder = claim.sort == "count" && is_remainder(telling, claim);
    claim.salience *= std::min(1.0, 0.7 + 0.3 * count.weight);
    if (claim.of && claim.sort == "count") telling.claims.push_back(total_of(claim));
    telling.claims.push_back(std::move(claim));
    marked.resize(telling.claims.size(),
                  quantity.scope == "expected" || quantity.scope == "former");
  }
  note_unreal_figures(telling, marked);
  drop_vague_figures(telling);
  note_taken_back(telling);
}

}  // namespace

void collect_figures(Telling& telling, uint32_t index, const knowledge::Knowledge& knowledge) {
  note_numbers(telling);
  add_quantities(telling, index);
  collect_dates(telling, index);
  collect_places(telling, index, knowledge);
}

}  // namespace synoptic::compare
