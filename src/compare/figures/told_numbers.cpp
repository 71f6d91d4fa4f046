#include "compare/figures/told_numbers.h"

#include <algorithm>

#include "compare/figures/measures.h"
#include "compare/figures/ties.h"
#include "compare/match.h"
#include "text/utf8.h"

namespace synoptic::compare {

using namespace std::string_view_literals;  // compared in line, unlike a plain literal

namespace {

constexpr double kDays = 31;

// Rows of digits above what a day of the month can be: small ones are too often of dates.
void add_digits(std::string_view text, std::vector<double>& numbers) {
  double value = 0;
  int digits = 0;
  const auto end_row = [&] {
    if (digits > 0 && value > kDays) numbers.push_back(value);
    value = 0;
    digits = 0;
  };
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    const int digit = text::digit_value(c.value);
    if (digit < 0) {
      end_row();
    } else if (++digits < 16) {
      value = value * 10 + digit;
    }
    at += c.length;
  }
  end_row();
}

// "Three villages" say nothing of three dead: numbers as small as that are equal by chance.
bool counts_things_alone(const Telling& telling, const Claim& claim) {
  if (claim.value > kDays || claim.about.empty() || are_things(claim.about)) return false;
  bool things = false;
  for (const Claim& own : telling.claims) {
    if (own.sort != claim.sort || own.value != claim.value) continue;
    if (!are_things(own.about)) return false;
    things = true;
  }
  return things;
}

}  // namespace

void note_numbers(Telling& telling) {
  auto& numbers = telling.numbers;
  for (const auto& quantity : telling.annotated->quantities) {
    const double factor = measure(quantity).factor;
    const bool counted = quantity.kind == "count" || quantity.kind == "rank" ||
                         quantity.kind == "ordinal" || quantity.kind == "score";
    for (const double value : {quantity.value, quantity.max.value_or(quantity.value),
                               quantity.of.value_or(quantity.value)}) {
      telling.all_numbers.push_back(value);
      telling.all_numbers.push_back(value * factor);
      if (value <= kDays && !counted) continue;  // three hours say nothing of three people
      numbers.push_back(value);
      numbers.push_back(value * factor);
    }
  }
  for (const Sentence& sentence : telling.sentences) {
    if (!sentence.stamp) add_digits(sentence.text, numbers);
  }
  telling.all_numbers.insert(telling.all_numbers.end(), numbers.begin(), numbers.end());
  for (auto* list : {&telling.numbers, &telling.all_numbers}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
}

bool tells_number(const Telling& telling, const Claim& claim) {
  if (claim.sort != "rank"sv && claim.sort != "score"sv &&
      (claim.value > kDays || claim.sort == "count"sv)) {
    const auto has = [&](double value) {
      return std::binary_search(telling.numbers.begin(), telling.numbers.end(), value);
    };
    return (has(claim.value) && !counts_things_alone(telling, claim)) ||
           (claim.given > kDays && has(claim.given));
  }
  return std::any_of(telling.claims.begin(), telling.claims.end(), [&](const Claim& own) {
    return (!own.instead || claim.instead) && own.slot == claim.slot && own.sort == claim.sort &&
           is_same(own, claim);
  });
}

bool tells_value(const Telling* telling, const Claim& claim) {
  if (telling == nullptr) return false;
  if (claim.slot != "date"sv) return tells_number(*telling, claim);
  return std::any_of(telling->claims.begin(), telling->claims.end(), [&](const Claim& own) {
    return own.slot == "date"sv && match(own, claim) == Match::kSame;
  });
}

}  // namespace synoptic::compare
