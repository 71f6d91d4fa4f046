#include "compare/figures/moment_spots.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/table.h"
#include "compare/outcomes/polarity.h"
#include "compare/word_patterns.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kNear = 60, kNearSpaceless = 20;  // characters between the word and the day
constexpr size_t kMostSpots = 1200;

struct Row {
  std::vector<uint32_t> moments;
  bool until = false;
  bool end = false;  // of a stretch its last day is meant
};

struct MomentTable {
  std::vector<std::string> moments;
  std::vector<bool> bound;  // per moment: to a thing that the sentence must name
  std::vector<Row> rows;    // words that a day stands beside
  LanguagePatterns words;   // values: rows
  LanguagePatterns things;  // values: moments
};

uint32_t moment_of(MomentTable& table, std::string_view name) {
  const auto known = std::find(table.moments.begin(), table.moments.end(), name);
  if (known != table.moments.end()) return static_cast<uint32_t>(known - table.moments.begin());
  table.moments.emplace_back(name);
  table.bound.push_back(false);
  return static_cast<uint32_t>(table.moments.size() - 1);
}

MomentTable read_table() {
  MomentTable out;
  for (const TableRow row : DataTable::embedded("compare/moments.tsv", 3)) {
    Row words;
    for (const auto name : row.words(0)) words.moments.push_back(moment_of(out, name));
    const bool thing = row[1] == "thing";
    words.until = row[1] == "until";
    words.end = row[1] == "end";
    for (size_t i = 2; i < row.size(); ++i) {
      if (thing) {
        out.things.add_cell(row[i], words.moments.front());
      } else {
        out.words.add_cell(row[i], static_cast<uint32_t>(out.rows.size()));
      }
    }
    if (thing) {
      out.bound[words.moments.front()] = true;
    } else {
      out.rows.push_back(std::move(words));
    }
  }
  return out;
}

const MomentTable& table() {
  static const MomentTable table = read_table();
  return table;
}

// The day of the word's clause that stands nearest to it.
std::optional<MomentSpot> nearest(const Sentence& told, std::string_view lang, Range word,
                                  const std::vector<const Claim*>& claims) {
  const Range clause = clause_around(told.text, word);
  std::vector<Joint> joints;
  stance_cues(told.text, lang, &joints);
  const bool spaceless = text::is_spaceless(text::decode(told.text, word.begin).value);
  std::optional<MomentSpot> out;
  for (const Claim* claim : claims) {
    Range at = claim->at.range;
    at.begin -= std::min(at.begin, told.range.begin);
    at.end -= std::min(at.end, told.range.begin);
    if (!clause.overlaps(at)) continue;
    // "Closed on Tuesday and reopens at the end of the week."
    const Range between{std::min(at.end, word.end), std::max(at.begin, word.begin)};
    if (std::any_of(joints.begin(), joints.end(),
                    [&](const Joint& joint) { return between.overlaps(joint.range); })) {
      continue;
    }
    const size_t distance = characters_between(told.text, at, word);
    if (distance > (spaceless ? kNearSpaceless : kNear)) continue;
    if (!out || distance < out->distance) out = MomentSpot{claim, 0, false, distance};
  }
  return out;
}

}  // namespace

const std::vector<std::string>& moment_names() { return table().moments; }

MomentSpots::MomentSpots(const Input& input, const Passages& passages) : input_(input) {
  for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
    if (input_.tellings[i].original) read(i, passages.read_of(i));
  }
  if (spots_.size() > kMostSpots) spots_.clear();
}

void MomentSpots::read(uint32_t index, uint32_t sentences) {
  const auto& telling = input_.tellings[index];
  const auto lang = model::table_language(telling.annotated->article.lang);
  const WordPatterns* words = table().words.find(lang);
  const WordPatterns* things = table().things.find(lang);
  if (words == nullptr) return;
  std::map<uint32_t, std::vector<const Claim*>> days;  // by sentence
  for (const Claim& claim : telling.claims) {
    if (claim.slot == "date" && claim.sentence < sentences) days[claim.sentence].push_back(&claim);
  }
  for (const auto& [sentence, claims] : days) {
    const auto& told = telling.sentences[sentence];
    if (told.past) continue;
    const text::Folded& folded = told.folded;
    std::vector<bool> named(table().moments.size(), false);
    if (things != nullptr) {
      for (const auto& hit : things->find(folded.text)) named[hit.value] = true;
    }
    for (const auto& hit : words->find_longest(folded.text)) {
      const Row& row = table().rows[hit.value];
      const auto spot = nearest(told, lang, folded.to_source(hit.range), claims);
      if (!spot) continue;
      for (const uint32_t moment : row.moments) {
        if (table().bound[moment] && !named[moment]) continue;
        spots_.push_back(*spot);
        if (row.end) spots_.back().claim = last_of(*spot->claim);
        spots_.back().moment = moment;
        spots_.back().until = row.until;
      }
    }
  }
}

// "From 3 May to 9 June": the claim of the last day.
const Claim* MomentSpots::last_of(const Claim& claim) {
  if (claim.date == claim.until) return &claim;
  Claim last = claim;
  last.date = last.until;
  last.is_day = last.date.precision >= model::Precision::kDay;
  ends_.push_back(std::move(last));
  return &ends_.back();
}

}  // namespace synoptic::compare
