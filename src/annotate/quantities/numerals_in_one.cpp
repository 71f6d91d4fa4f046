// Numbers whose parts are written in one word: fünfundzwanzig, zweihundertdreißig, dreitausend.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "annotate/quantities/numeral_sum.h"
#include "annotate/quantities/numerals.h"
#include "base/table.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {

void Numerals::add_parts() {
  for (const TableRow row : DataTable::embedded(kNumeralTable, 4)) {
    const Style* own = style(row[1]);
    if (own == nullptr || !own->words_in_one) continue;
    const double value = std::strtod(std::string(row[2]).c_str(), nullptr);
    Kind kind = Kind::kNumber;
    if (row[0] == "scale" && value <= 1000) {
      kind = Kind::kScale;
    } else if (row[0] == "one") {
      kind = Kind::kOne;
    } else if (row[0] != "number" || value < 1) {
      continue;
    }
    for (const std::string_view word : row.words(3)) {
      parts_.push_back({std::string(row[1]), text::fold_copy(word), kind, value});
    }
  }
  // The longest first: "einen" before "eine" before "ein".
  std::ranges::stable_sort(parts_, std::greater<>(), [](const Part& p) { return p.text.size(); });
  for (uint32_t i = 0; i < styles_.size(); ++i) {
    if (!styles_[i].words_in_one) continue;
    index_parts(styles_[i]);
    in_one_.push_back(i);
  }
}

void Numerals::index_parts(Style& style) const {
  std::map<std::string_view, uint32_t> first;  // of each text the one that stands first
  for (uint32_t i = 0; i < parts_.size(); ++i) {
    if (parts_[i].lang == style.lang && !parts_[i].text.empty()) first.emplace(parts_[i].text, i);
  }
  std::vector<std::string_view> keys;
  for (const auto& [text, part] : first) {
    keys.push_back(text);
    style.part_of_key.push_back(part);
  }
  style.parts = ByteTrie(keys);
}

std::optional<double> Numerals::sum_of_parts(std::string_view letters, const Style& style) const {
  NumeralSum sum;
  size_t at = 0;
  for (int count = 0; at < letters.size(); ++count) {
    if (count == kMostNumeralParts) return std::nullopt;
    if (count > 0 && letters.substr(at).starts_with(style.inner_and)) at += style.inner_and.size();
    const Part* part = nullptr;
    style.parts.each_front(letters.substr(at), [&](size_t, uint32_t key) {
      part = &parts_[style.part_of_key[key]];
      return false;
    });
    if (part == nullptr) return std::nullopt;
    const bool fits =
        part->kind == Kind::kScale ? sum.multiply(part->value) : sum.add(part->value, true);
    if (!fits) return std::nullopt;
    at += part->text.size();
  }
  if (sum.empty()) return std::nullopt;
  return sum.total();
}

bool Numerals::word_in_one(std::string_view folded, size_t at, const Style& style,
                           Found& found) const {
  constexpr size_t kLongest = 60;  // bytes
  bool begins = false;
  style.parts.each_front(folded.substr(at), [&](size_t, uint32_t) { return begins = true; });
  if (!begins) return false;
  size_t end = at;
  while (end < folded.size() && end - at < kLongest) {
    const text::CodePoint c = text::decode(folded, end);
    if (!text::is_letter(c.value)) break;
    end += c.length;
  }
  const auto value = sum_of_parts(folded.substr(at, end - at), style);
  if (!value) return false;
  found = {Kind::kNumber, *value, static_cast<uint32_t>(end - at)};
  return true;
}

}  // namespace synoptic::annotate
