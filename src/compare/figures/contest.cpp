#include "compare/figures/contest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "base/data.h"
#include "compare/figures/dates.h"
#include "compare/figures/ties.h"
#include "compare/figures/told_numbers.h"
#include "compare/match.h"
#include "text/utf8.h"

namespace synoptic::compare {

using namespace std::string_view_literals;  // compared in line, unlike a plain literal
namespace {

constexpr double kNever = -20;
constexpr float kMostShared = 4, kMostDays = 40, kMostValues = 10;
constexpr double kSmallest = 12;

double ratio_of(const Claim& a, const Claim& b) {
  constexpr double kFar = 9;
  const double low = std::min(std::abs(a.value), std::abs(b.value));
  const double high = std::max(std::abs(a.value), std::abs(b.value));
  if (low == 0) return high == 0 ? 0 : kFar;
  return std::log(high / low);
}

std::string digits_of(double value) {
  constexpr double kMost = 1e15;  // below it a whole number is exact
  value = std::abs(value);
  if (value < kMost && std::floor(value) == value)
    return fmt::format_int(static_cast<int64_t>(value)).str();
  return fmt::format("{:.0f}", value);
}

// How alike two numbers look: 3 the same digits in another order or with other zeros, 2 one digit
// is another, 1 as many digits.
float likeness_of_digits(double a, double b) {
  std::string x = digits_of(a), y = digits_of(b);
  const bool as_long = x.size() == y.size();
  for (auto* digits : {&x, &y}) {
    while (!digits->empty() && digits->back() == '0') digits->pop_back();
  }
  if (x.size() == y.size()) {
    size_t other = 0;
    for (size_t i = 0; i < x.size(); ++i) other += x[i] != y[i] ? 1 : 0;
    if (other == 1) return 2;
  }
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  if (x == y) return 3;
  return as_long ? 1 : 0;
}

float days_between(const Claim& a, const Claim& b) {
  const int64_t apart = std::abs(model::days_from_civil(a.date) - model::days_from_civil(b.date));
  return std::min(kMostDays, static_cast<float>(apart));
}

// 3 the same day of another month or year, 2 of its day one digit is another, 1 the same month.
float likeness_of_dates(const model::DateValue& a, const model::DateValue& b) {
  if (a.year == b.year && a.month == b.month) {
    return a.day % 10 == b.day % 10 || a.day / 10 == b.day / 10 ? 2 : 1;
  }
  if (a.day == b.day && (a.year == b.year || a.month == b.month)) return 3;
  return 0;
}

}  // namespace

const std::array<std::string_view, Contest::kFeatures>& Contest::names() {
  static const std::array<std::string_view, kFeatures> names{
      "clause",  "sentence",   "tie",        "margin",     "around", "beside", "context", "shared",
      "counted", "about",      "ratio",      "days",       "digits", "small",  "related", "most",
      "fewest",  "rest",       "others",     "first",      "apart",  "count",  "percent", "money",
      "date",    "duration",   "rank",       "inferred",   "grain",  "weeks",  "ahead",   "news",
      "east",    "class_more", "class_else", "background", "mixed",  "told",   "own",     "twins"};
  return names;
}

const Trees& Contest::shipped() {
  static const Trees trees(embedded_data("compare/contest.tsv"), names());
  return trees;
}

Contest::Contest(const Input& input, const Passages& passages, std::vector<const Claim*> claims,
                 const Trees& model)
    : input_(input),
      model_(model),
      surroundings_(input, passages, std::move(claims)),
      claims_(surroundings_.claims()) {
  telling_of_.assign(input.accounts, nullptr);
  for (const auto& telling : input.tellings) {
    if (telling.original) telling_of_[telling.account] = &telling;
  }
  count();
}

void Contest::count() {
  std::vector<std::vector<uint32_t>> accounts(claims_.size());
  std::map<uint32_t, std::set<std::string_view>> values;
  const auto note = [&](size_t i, uint32_t account) {
    if (accounts[i].empty() || accounts[i].back() != account) accounts[i].push_back(account);
  };
  for (size_t i = 0; i < claims_.size(); ++i) {
    values[claims_[i]->account].insert(claims_[i]->norm);
    if (!claims_[i]->about.empty() && !claims_[i]->background) {
      classes_[claims_[i]->about][claims_[i]->account].insert(claims_[i]->norm);
    }
    for (size_t j = 0; j < i; ++j) {
      if (!is_same(*claims_[i], *claims_[j])) continue;
      note(i, claims_[j]->account);
      note(j, claims_[i]->account);
    }
    note(i, claims_[i]->account);
  }
  for (size_t i = 0; i < claims_.size(); ++i) {
    std::sort(accounts[i].begin(), accounts[i].end());
    const auto end = std::unique(accounts[i].begin(), accounts[i].end());
    accounts_.push_back(static_cast<float>(end - accounts[i].begin()));
    values_.push_back(
        std::min(kMostValues, static_cast<float>(values[claims_[i]->account].size())));
  }
}

// "Eight were aboard, six of them died": the eight are people of no class, and the account has a
// count of the claim's.
bool Contest::counts_whole(const Telling& telling, const Claim& claim) {
  const Claim* whole = nullptr;
  for (const Claim& other : telling.claims) {
    if (other.sort != claim.sort || other.value != claim.value) continue;
    if (other.about == claim.about) return false;
    whole = &other;
  }
  return whole != nullptr &&
         std::any_of(telling.claims.begin(), telling.claims.end(), [&](const Claim& own) {
           return own.sort == claim.sort && own.about == claim.about && is_among(own, *whole);
         });
}

bool Contest::tells(uint32_t account, const Claim& claim) const {
  const Telling* telling = telling_of_[account];
  if (!tells_value(telling, claim)) return false;
  return claim.slot == "date"sv || !counts_whole(*telling, claim);
}

bool Contest::is_large() const {
  constexpr uint32_t kLarge = 12;  // accounts
  return input_.accounts > kLarge;
}

// The account gives the value itself, of what the claim counts; not as what it was before.
bool Contest::answers(uint32_t account, const Claim& claim) const {
  const Telling* telling = telling_of_[account];
  return telling != nullptr && !claim.about.empty() && claim.slot != "date"sv &&
         std::any_of(telling->claims.begin(), telling->claims.end(), [&](const Claim& own) {
           return (!own.former || !own.instead || claim.instead) && own.slot == claim.slot &&
                  own.sort == claim.sort && own.about == claim.about && is_same(own, claim);
         });
}

// In a large story everything is told by somebody: only what a part of the accounts has can be
// contradicted.
bool Contest::is_answer_of_many(size_t i, size_t j) const {
  constexpr float kPart = 0.3F;
  return !is_large() ||
         std::max(accounts_[i], accounts_[j]) >= kPart * static_cast<float>(input_.accounts);
}

bool Contest::may_differ(size_t i, size_t j) const {
  const Claim& a = *claims_[i];
  const Claim& b = *claims_[j];
  if (a.account == b.account || !is_answer_of_many(i, j)) return false;
  if (is_same(a, b) || same_about(a, b) < 0) return false;
  if (!is_large()) return !answers(a.account, b) && !answers(b.account, a);
  return a.background == b.background && !tells(a.account, b) && !tells(b.account, a);
}

Contest::Features Contest::features(size_t i, size_t j) const {
  const Claim& a = *claims_[i];
  const Claim& b = *claims_[j];
  const auto& x = surroundings_.of(i);
  const auto& y = surroundings_.of(j);
  const bool number = a.slot != "date"sv;
  Features out{};
  const auto set = [&](Feature feature, double value) { out[feature] = static_cast<float>(value); };
  set(kClause, surroundings_.clauses(i, j));
  set(kSentence, surroundings_.sentences(i, j));
  set(kTie, surroundings_.tie(i, j));
  set(kMargin, surroundings_.margin(i, j));
  set(kAround, likeness(x.around, y.around));
  set(kBeside, likeness(x.beside, y.beside));
  set(kContext, context(input_, a, b));
  out[kShared] = std::min(kMostShared, static_cast<float>(surroundings_.shared(i, j)));
  set(kCounted, likeness(a.counted, b.counted));
  set(kAbout, same_about(a, b));
  set(kRatio, number ? ratio_of(a, b) : -1);
  out[kDays] = a.slot == "date"sv ? days_between(a, b) : -1;
  out[kDigits] = number ? likeness_of_digits(a.value, b.value) : likeness_of_dates(a.date, b.date);
  set(Feature::kSmall, number && std::min(a.value, b.value) <= kSmallest);
  set(kRelated, match(a, b) == Match::kRelated);
  out[kMost] = std::max(accounts_[i], accounts_[j]);
  out[kFewest] = std::min(accounts_[i], accounts_[j]);
  out[kRest] = static_cast<float>(input_.accounts) - accounts_[i] - accounts_[j];
  out[kOthers] = values_[i] + values_[j];
  out[kFirst] = static_cast<float>(std::min(a.sentence, b.sentence));
  out[kApart] = static_cast<float>(std::max(a.sentence, b.sentence)) - out[kFirst];
  set(kCount, a.sort == "count"sv);
  set(kPercent, a.sort == "percent"sv);
  set(kMoney, a.slot == "money"sv);
  set(kDate, a.slot == "date"sv);
  set(kDuration, a.sort == "duration"sv);
  set(kRank, a.sort == "rank"sv);
  if (!number) set_dates(a, b, out);
  set_class(a, b, out);
  const auto past = [&](const Claim& claim) {
    return input_.tellings[claim.article].sentences[claim.sentence].past ? 1 : 2;
  };
  set(kBackground, int{a.background} + int{b.background});
  set(kMixed, a.background == b.background ? 0 : past(a.background ? a : b));
  set(kTold, int{tells(a.account, b)} + int{tells(b.account, a)});
  set(kOwn, surroundings_.own(i, j));
  set(kTwins, surroundings_.twins(i, j));
  return out;
}

// What else the two accounts count of the class, and how many others give neither value, but some
// of it.
void Contest::set_class(const Claim& a, const Claim& b, Features& out) const {
  out[kClassMore] = out[kClassElse] = -1;
  if (a.about.empty() || a.about != b.about) return;
  const auto found = classes_.find(a.about);
  if (found == classes_.end()) return;
  out[kClassMore] = out[kClassElse] = 0;
  for (const auto& [account, values] : found->second) {
    const bool one = values.contains(a.norm), other = values.contains(b.norm);
    const auto more = static_cast<float>(values.size());
    if (account == a.account || account == b.account) {
      out[kClassMore] += std::max(0.0F, more - 1);
    } else if (!one && !other) {
      ++out[kClassElse];
    }
  }
}

// Of the account's clock, as far as anything tells.
float Contest::hours_east(const Claim& claim) const {
  constexpr float kMinutes = 60;
  const auto& article = input_.tellings[claim.article].annotated->article;
  const auto minutes = clock_of(article);
  return minutes ? static_cast<float>(*minutes) / kMinutes : usual_hours(article.lang);
}

// How much of two dates is written, and how they lie to the days that the accounts are of.
void Contest::set_dates(const Claim& a, const Claim& b, Features& out) const {
  constexpr int kDaysOfWeek = 7;
  const auto grain = [](const Claim& claim) {
    if (claim.is_day) return 2.0F;
    return claim.date.precision == model::Precision::kYear ? 0.0F : 1.0F;
  };
  float inferred = 0, ahead = 0, news = 0;
  for (const Claim* claim : {&a, &b}) {
    inferred += claim->told <= DateTold::kMonth ? 1.0F : 0.0F;
    const auto& published = input_.tellings[claim->article].annotated->article.published;
    if (!published) continue;
    const int64_t days =
        model::days_from_civil(claim->date) - model::days_from_civil(published->value);
    ahead += days > 0 ? 1.0F : 0.0F;
    news += std::abs(days) <= 1 ? 1.0F : 0.0F;
  }
  out[kInferred] = inferred;
  out[kGrain] = std::min(grain(a), grain(b));
  out[kWeeks] = (model::days_from_civil(a.date) - model::days_from_civil(b.date)) % kDaysOfWeek == 0
                    ? 1.0F
                    : 0.0F;
  out[kAhead] = ahead;
  out[kNews] = news;
  const bool a_first = model::days_from_civil(a.date) < model::days_from_civil(b.date);
  out[kEast] =
      days_between(a, b) == 1 ? hours_east(a_first ? b : a) - hours_east(a_first ? a : b) : 0.0F;
}

double Contest::odds(size_t i, size_t j) const {
  if (!may_differ(i, j)) return kNever;
  const uint64_t pair = std::min(i, j) * claims_.size() + std::max(i, j);
  const auto [known, fresh] = asked_.try_emplace(pair, kNever);
  if (fresh) known->second = model_.odds(features(i, j));
  return known->second;
}

}  // namespace synoptic::compare
