#include "compare/outcomes/outcome_table.h"

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "base/table.h"

namespace synoptic::compare {
namespace {

constexpr std::array<std::string_view, kMatterFlags> kFlags{"state",  "once",  "sole",  "denied",
                                                            "loose",  "waits", "asked", "certainty",
                                                            "before", "rival", "bound", "disputed"};

uint32_t side_of(Outcome outcome) { return static_cast<uint32_t>(static_cast<int>(outcome) + 1); }

std::optional<uint32_t> side_named(std::string_view side) {
  if (side == "+") return side_of(Outcome::kYes);
  if (side == "-") return side_of(Outcome::kNo);
  if (side == "?") return side_of(Outcome::kOpen);
  if (side == "~") return Sense::kAbout;
  return std::nullopt;
}

void add_words(OutcomeTable& table, std::string_view name, uint32_t side, const TableRow& row) {
  auto matter = std::find(table.matters.begin(), table.matters.end(), name);
  if (matter == table.matters.end()) {
    matter = table.matters.insert(matter, std::string(name));
    table.bound.push_back(false);
  }
  const Sense sense{static_cast<uint32_t>(matter - table.matters.begin()), side};
  const uint32_t value = sense.value();
  if (sense.is_about()) table.bound[sense.matter] = true;
  if (row[2] == "*") {
    for (const auto word : row.words(3)) table.stems.add(word, value);
    return;
  }
  for (const auto lang : row.words(2, ',')) {
    table.languages[std::string(lang)].add(row[3], value);
  }
}

bool is_side(const MatterSide& one, std::string_view matter, uint32_t side) {
  return one.matter == matter && side_of(one.outcome) == side;
}

struct Derived {  // a matter that takes the words of its sides from sides of others
  std::string_view name;
  MatterSide yes, no;
};

void read_rows(std::string_view file, std::vector<Derived>& derived, OutcomeTable& out) {
  for (const TableRow row : DataTable::embedded(file, 4)) {
    if (row[0] == "against") {
      out.against.emplace_back(MatterSide(row[2]), MatterSide(row[3]));
      continue;
    }
    if (row[0] == "rival" || row[0] == "like") {
      if (row[0] == "rival") out.against.emplace_back(MatterSide(row[2]), MatterSide(row[3]));
      derived.push_back({row[1], MatterSide(row[2]), MatterSide(row[3])});
      if (row[0] == "like") continue;
      out.flagged[static_cast<size_t>(MatterFlag::kRival)].emplace_back(row[1]);
      continue;
    }
    if (row[0] == "flag") {
      const auto flag = std::find(kFlags.begin(), kFlags.end(), row[1]);
      if (flag == kFlags.end()) continue;
      auto& flagged = out.flagged[static_cast<size_t>(flag - kFlags.begin())];
      for (const auto matter : row.words(3)) flagged.emplace_back(matter);
      continue;
    }
    const auto side = side_named(row[1]);
    if (!side) continue;
    add_words(out, row[0], *side, row);
    for (const Derived& by : derived) {
      if (is_side(by.yes, row[0], *side)) add_words(out, by.name, side_of(Outcome::kYes), row);
      if (is_side(by.no, row[0], *side)) add_words(out, by.name, side_of(Outcome::kNo), row);
    }
  }
}

OutcomeTable read_outcomes() {
  OutcomeTable out;
  std::vector<Derived> derived;
  read_rows("compare/bound_outcomes.tsv", derived, out);
  read_rows("compare/outcomes.tsv", derived, out);
  read_rows("compare/outcome_stems.tsv", derived, out);
  for (size_t i = 0; i < out.matters.size(); ++i) {
    if (!out.bound[i]) continue;
    for (const auto flag : {MatterFlag::kBound, MatterFlag::kSole}) {
      out.flagged[static_cast<size_t>(flag)].push_back(out.matters[i]);
    }
  }
  return out;
}

}  // namespace

MatterSide::MatterSide(std::string_view written) : matter(written) {
  if (!written.ends_with('-')) return;
  matter.remove_suffix(1);
  outcome = Outcome::kNo;
}

const WordPatterns& OutcomeWords::patterns() const {
  std::call_once(made_, [&] {
    for (const auto& [words, value] : rows_) {
      for (const auto word : split_trimmed(words, ';')) patterns_.add(word, value);
    }
  });
  return patterns_;
}

const OutcomeTable& outcome_table() {
  static const OutcomeTable table = read_outcomes();
  return table;
}

bool has_flag(std::string_view name, MatterFlag flag) {
  const auto& flagged = outcome_table().flagged[static_cast<size_t>(flag)];
  return std::find(flagged.begin(), flagged.end(), name) != flagged.end();
}

}  // namespace synoptic::compare
