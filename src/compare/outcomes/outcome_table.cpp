#include "compare/outcomes/outcome_table.h"

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "base/table.h"

namespace synoptic::compare {
namespace {

constexpr std::array<std::string_view, kMatterFlags> kFlags{
    "state",     "once",   "sole",   "denied", "loose", "waits",   "asked",
    "certainty", "before", "behind", "rival",  "bound", "disputed"};

uint32_t side_of(Outcome outcome) { return static_cast<uint32_t>(static_cast<int>(outcome) + 1); }

std::optional<uint32_t> side_named(std::string_view side) {
  if (side == "+") return side_of(Outcome::kYes);
  if (side == "-") return side_of(Outcome::kNo);
  if (side == "?") return side_of(Outcome::kOpen);
  if (side == "~") return Sense::kAbout;
  return std::nullopt;
}

bool is_side(const MatterSide& one, std::string_view matter, uint32_t side) {
  return one.matter == matter && side_of(one.outcome) == side;
}

struct Derived {  // a matter that takes the words of its sides from sides of others
  std::string_view name;
  MatterSide yes, no;
};

class OutcomeRows {
 public:
  void read(std::string_view file);
  OutcomeTable take();

 private:
  void add_words(std::string_view name, uint32_t side, const TableRow& row);
  void add_contraries(const MatterSide& a, const MatterSide& b);
  void add_flag(std::string_view name, MatterFlag flag) {
    out_.flags[name].set(static_cast<size_t>(flag));
  }

  OutcomeTable out_;
  // The places of matters in the table.
  std::unordered_map<std::string_view, uint32_t> matters_{{OutcomeTable::kNone, kNoMatter}};
  std::vector<Derived> derived_;
};

void OutcomeRows::add_words(std::string_view name, uint32_t side, const TableRow& row) {
  const auto next = static_cast<uint32_t>(out_.matters.size());
  const auto [matter, fresh] = matters_.try_emplace(name, next);
  if (fresh) {
    out_.matters.emplace_back(name);
    out_.bound.push_back(false);
  }
  const Sense sense{matter->second, side};
  const uint32_t value = sense.value();
  if (sense.is_about()) out_.bound[sense.matter] = true;
  if (row[2] == "*") {
    for (const auto word : row.words(3)) out_.stems.add(word, value);
    return;
  }
  for (const auto lang : row.words(2, ',')) out_.words.add(lang, row[3], value);
}

void OutcomeRows::add_contraries(const MatterSide& a, const MatterSide& b) {
  out_.against[a.matter].push_back({a.outcome, b});
  out_.against[b.matter].push_back({b.outcome, a});
}

void OutcomeRows::read(std::string_view file) {
  for (const TableRow row : DataTable::embedded(file, 4)) {
    if (row[0] == "against") {
      add_contraries(MatterSide(row[2]), MatterSide(row[3]));
      continue;
    }
    if (row[0] == "rival" || row[0] == "like") {
      derived_.push_back({row[1], MatterSide(row[2]), MatterSide(row[3])});
      if (row[0] == "like") continue;
      add_contraries(MatterSide(row[2]), MatterSide(row[3]));
      add_flag(row[1], MatterFlag::kRival);
      continue;
    }
    if (row[0] == "flag") {
      const auto flag = std::find(kFlags.begin(), kFlags.end(), row[1]);
      if (flag == kFlags.end()) continue;
      for (const auto matter : row.words(3)) {
        add_flag(matter, static_cast<MatterFlag>(flag - kFlags.begin()));
      }
      continue;
    }
    const auto side = side_named(row[1]);
    if (!side) continue;
    add_words(row[0], *side, row);
    for (const Derived& by : derived_) {
      if (is_side(by.yes, row[0], *side)) add_words(by.name, side_of(Outcome::kYes), row);
      if (is_side(by.no, row[0], *side)) add_words(by.name, side_of(Outcome::kNo), row);
    }
  }
}

OutcomeTable OutcomeRows::take() {
  for (const auto& [name, matter] : matters_) {
    if (!out_.bound[matter]) continue;
    add_flag(name, MatterFlag::kBound);
    add_flag(name, MatterFlag::kSole);
  }
  return std::move(out_);
}

OutcomeTable read_outcomes() {
  OutcomeRows rows;
  rows.read("compare/bound_outcomes.tsv");
  rows.read("compare/outcomes.tsv");
  rows.read("compare/outcome_stems.tsv");
  return rows.take();
}

}  // namespace

MatterSide::MatterSide(std::string_view written) : matter(written) {
  if (!written.ends_with('-')) return;
  matter.remove_suffix(1);
  outcome = Outcome::kNo;
}

const OutcomeTable& outcome_table() {
  static const OutcomeTable table = read_outcomes();
  return table;
}

bool has_flag(std::string_view name, MatterFlag flag) {
  const auto& flags = outcome_table().flags;
  const auto found = flags.find(name);
  return found != flags.end() && found->second[static_cast<size_t>(flag)];
}

}  // namespace synoptic::compare
