#include "eval/quantities.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "annotate/annotate.h"
#include "base/strings.h"
#include "eval/rows.h"

namespace synoptic::eval {
namespace {

using simdjson::dom::element;

struct QuantityGold {
  Range range;  // of the case's text
  std::string text, kind, unit, modifier, counted_class, scope;
  double value = 0;
  std::optional<double> max, of;
};

struct QuantityCase {
  std::string text, date;
  std::vector<QuantityGold> golds;
};

constexpr double kNearNumber = 1e-4;  // golds write fractions with four digits

bool is_digit_at(std::string_view text, size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool is_letter_at(std::string_view text, size_t at) {
  return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') ||
                              (text[at] >= 'A' && text[at] <= 'Z') || (text[at] & 0x80) != 0);
}

// Where the words stand, behind `from`; "3" is not the end of "43". Rather where a word begins.
size_t find_whole(std::string_view text, std::string_view words, size_t from) {
  for (size_t at = text.find(words, from); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const bool front = at == 0 || !(is_letter_at(text, at - 1) || is_digit_at(text, at - 1));
    const bool back =
        !(is_letter_at(text, at + words.size()) || is_digit_at(text, at + words.size()));
    if (front && back) return at;
  }
  for (size_t at = text.find(words, from); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const bool inside = at > 0 && is_digit_at(text, at - 1) && is_digit_at(words, 0);
    const bool goes_on =
        is_digit_at(text, at + words.size()) && is_digit_at(words, words.size() - 1);
    if (!inside && !goes_on) return at;
  }
  return std::string_view::npos;
}

bool same_number(double a, double b) {
  return std::abs(a - b) <= kNearNumber * std::max({std::abs(a), std::abs(b), 1e-9});
}

bool same_number(const std::optional<double>& a, const std::optional<double>& b) {
  return a.has_value() == b.has_value() && (!a || same_number(*a, *b));
}

bool matches(const QuantityGold& gold, const model::Quantity& found) {
  return gold.kind == found.kind && same_number(gold.value, found.value) &&
         same_number(gold.max, found.max) && same_number(gold.of, found.of) &&
         gold.unit == found.unit && gold.range.overlaps(found.at.range);
}

std::string shown(double value, const std::optional<double>& max, const std::optional<double>& of) {
  std::string out = fmt::format("{}", value);
  if (max) out += fmt::format("-{}", *max);
  if (of) out += fmt::format(" of {}", *of);
  return out;
}

std::string shown(const QuantityGold& gold) {
  return fmt::format("{} {} {} [{}] {} {} {}", gold.kind, shown(gold.value, gold.max, gold.of),
                     gold.unit, gold.text, gold.modifier, gold.counted_class, gold.scope);
}

std::string shown(const model::Quantity& found) {
  return fmt::format("{} {} {} [{}] {} {} {}", found.kind, shown(found.value, found.max, found.of),
                     found.unit, found.text, found.modifier, found.counted_class, found.scope);
}

Result<QuantityCase> quantity_case(const element& row) {
  QuantityCase one;
  one.text = string_at(row, "text");
  one.date = string_at(row, "date");
  const auto golds = golds_of(row, "quantities");
  if (!golds) return tl::unexpected(golds.error());
  size_t from = 0;
  for (const element item : *golds) {
    QuantityGold gold;
    gold.text = string_at(item, "text");
    gold.kind = string_at(item, "kind");
    gold.unit = string_at(item, "unit");
    gold.modifier = string_at(item, "modifier");
    gold.counted_class = string_at(item, "class");
    gold.scope = string_at(item, "scope");
    const auto value = number_at(item, "value");
    gold.max = number_at(item, "max");
    gold.of = number_at(item, "of");
    size_t at = gold.text.empty() ? std::string::npos : find_whole(one.text, gold.text, from);
    if (at == std::string::npos) at = find_whole(one.text, gold.text, 0);
    if (!value || gold.kind.empty() || at == std::string::npos) {
      return failure(ErrorCode::kMalformed, "", "a quantity lacks kind or value, or its text");
    }
    gold.value = *value;
    gold.range = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + gold.text.size())};
    from = gold.range.end;
    one.golds.push_back(std::move(gold));
  }
  return one;
}

// What the product finds in the case's text: an article of one block in the language.
std::vector<model::Quantity> quantities_in(const QuantityCase& one, const std::string& lang,
                                           const knowledge::Knowledge& knowledge) {
  return annotate::annotate(case_article(one.text, lang, one.date), knowledge).quantities;
}

// Each wrong quantity adds a line to `misses`.
QuantityFigures score(const QuantityCase& one, const std::vector<model::Quantity>& found,
                      const QuantityOptions& options, std::vector<std::string>& misses) {
  QuantityFigures figures;
  figures.cases = 1;
  figures.gold = one.golds.size();
  figures.found = found.size();
  std::vector<bool> used(found.size(), false);
  for (const QuantityGold& gold : one.golds) {
    size_t at = 0;
    while (at < found.size() && (used[at] || !matches(gold, found[at]))) ++at;
    if (at == found.size()) {
      misses.push_back("missed  " + shown(gold));
      continue;
    }
    used[at] = true;
    ++figures.matched;
    const model::Quantity& got = found[at];
    const std::string scope = got.scope == "background" ? "background" : "";
    const bool modifier = gold.modifier == got.modifier;
    const bool same_scope = gold.scope == scope;
    figures.modifier.add(modifier ? 1 : 0);
    figures.scope.add(same_scope ? 1 : 0);
    bool same_class = true;
    if (gold.kind == "count") {
      same_class = options.classes.same(gold.counted_class, got.counted_class);
      figures.counted_class.add(same_class ? 1 : 0);
    }
    if (options.details && !(modifier && same_scope && same_class)) {
      misses.push_back("differs " + shown(gold) + "  <>  " + shown(got));
    }
  }
  for (size_t i = 0; i < found.size(); ++i) {
    if (!used[i]) misses.push_back("wrong   " + shown(found[i]));
  }
  return figures;
}

}  // namespace

void QuantityFigures::add(const QuantityFigures& other) {
  cases += other.cases;
  gold += other.gold;
  found += other.found;
  matched += other.matched;
  modifier.add(other.modifier);
  counted_class.add(other.counted_class);
  scope.add(other.scope);
}

std::vector<std::pair<std::string_view, double>> QuantityFigures::named() const {
  return {{"f1", f1_of(matched, found, gold)}, {"precision", ratio(matched, found)},
          {"recall", ratio(matched, gold)},    {"modifier", modifier.value()},
          {"class", counted_class.value()},    {"scope", scope.value()}};
}

ClassNames::ClassNames(std::string_view table) {
  for (std::string_view line : lines(table)) {
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    std::vector<std::string>& group = groups_.emplace_back();
    for (const std::string_view name : split_trimmed(line, '\t')) group.emplace_back(name);
  }
}

bool ClassNames::same(std::string_view a, std::string_view b) const {
  if (a == b) return true;
  const auto has = [](const std::vector<std::string>& group, std::string_view name) {
    return std::ranges::find(group, name) != group.end();
  };
  return std::ranges::any_of(groups_, [&](const std::vector<std::string>& group) {
    return has(group, a) && has(group, b);
  });
}

CaseLog evaluate_quantities(const std::string& path, const CaseOptions& cases,
                            const QuantityOptions& options, const knowledge::Knowledge& knowledge,
                            QuantityFigures& figures) {
  const std::string lang = set_name(path);
  return each_case(path, cases, [&](const element& row) -> Result<CaseMisses> {
    const auto one = quantity_case(row);
    if (!one) return tl::unexpected(one.error());
    CaseMisses misses{one->text, {}};
    figures.add(score(*one, quantities_in(*one, lang, knowledge), options, misses.misses));
    return misses;
  });
}

}  // namespace synoptic::eval
