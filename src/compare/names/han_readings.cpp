#include "compare/names/han_readings.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/table.h"
#include "compare/names/sounds.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr double kCalledAlike = 0.8;  // a reading and a word of the other name
constexpr size_t kMostOfFamily = 3;   // signs

using FamilyTable = std::unordered_map<std::string, std::vector<std::string_view>>;

const FamilyTable& family_table() {
  static const FamilyTable all = [] {
    FamilyTable made;
    for (const TableRow row : DataTable::embedded("compare/family_readings.tsv", 2)) {
      made.emplace(text::fold_copy(row[0]), row.words(1));
    }
    return made;
  }();
  return all;
}

bool is_in_han(std::string_view written) {
  return !written.empty() && text::is_han(text::decode(written, 0).value);
}

}  // namespace

const std::vector<std::string_view>& family_readings(std::string_view name) {
  static const std::vector<std::string_view> kNone;
  const std::string folded = text::fold_copy(name);
  const std::vector<std::string_view>* longest = &kNone;
  size_t end = 0;
  for (size_t signs = 0; signs < kMostOfFamily && end < folded.size(); ++signs) {
    end += text::decode(folded, end).length;
    const auto found = family_table().find(folded.substr(0, end));
    if (found != family_table().end()) longest = &found->second;
  }
  return *longest;
}

Read read_names(std::string_view key_a, std::string_view written_a, std::string_view key_b,
                std::string_view written_b) {
  const bool unknown = key_a.starts_with('?') && key_b.starts_with('?');
  if (!unknown || is_in_han(written_a) == is_in_han(written_b)) return Read::kElse;
  const auto& readings = family_readings(is_in_han(written_a) ? written_a : written_b);
  if (readings.empty()) return Read::kUnknown;
  const Sounds other = sounds_of(text::fold_copy(is_in_han(written_a) ? written_b : written_a));
  const bool called = std::ranges::any_of(other.words, [&](const std::string& word) {
    return std::ranges::any_of(readings, [&](std::string_view reading) {
      return alike_in_sound(word, reading) >= kCalledAlike;
    });
  });
  return called ? Read::kOne : Read::kTwo;
}

}  // namespace synoptic::compare
