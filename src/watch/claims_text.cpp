// The text around the claims: paragraphs and sentences that came, went or were reworded.
#include <algorithm>
#include <map>

#include "watch/claims.h"

namespace synoptic::watch {
namespace {

// Is the change told by a claim whose sentence it is?
bool is_told(const Changes& changes, const Side& side, std::optional<Side> Change::*which) {
  return std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
    const auto& told = change.*which;
    return told && change.before && change.after && told->evidence_span == side.evidence_span &&
           told->at.block == side.at.block;
  });
}

bool is_lone(const Unit& unit) { return !unit.twin; }

// Whole blocks of which no sentence is in the other version, then single sentences.
void report_lone(const Version& version, const char* verb, std::optional<Side> Change::*which,
                 Changes& out) {
  std::map<uint32_t, bool> whole;  // per block: no sentence has a twin
  for (const Unit& unit : version.units) {
    const auto [entry, fresh] = whole.try_emplace(unit.block, true);
    entry->second = entry->second && is_lone(unit);
  }
  uint32_t reported = model::kTitleBlock;
  for (const Unit& unit : version.units) {
    if (!is_lone(unit) || unit.block == reported) continue;
    Side side = version.side(unit);
    const bool paragraph = whole.at(unit.block);
    if (paragraph) {
      reported = unit.block;
      const model::Block& block = version.annotated.article.blocks[unit.block];
      const Range all{0, static_cast<uint32_t>(block.text.size())};
      side = version.side({unit.block, all, block.to_capture(all)}, block.text, "");
    }
    Change change;
    change.kind = std::string(paragraph ? "paragraph_" : "sentence_") + verb;
    change.*which = std::move(side);
    out.push_back(std::move(change));
  }
}

}  // namespace

void compare_text(const Pair& pair, Changes& out) {
  Changes text;
  report_lone(pair.before, "removed", &Change::before, text);
  report_lone(pair.after, "added", &Change::after, text);
  for (uint32_t i = 1; i < pair.before.units.size(); ++i) {
    const Unit& unit = pair.before.units[i];
    if (!unit.twin) continue;
    const Unit& twin = pair.after.units[*unit.twin];
    if (unit.key == twin.key) continue;
    Side before = pair.before.side(unit), after = pair.after.side(twin);
    if (is_told(out, before, &Change::before) && is_told(out, after, &Change::after)) continue;
    text.push_back(make_change("wording_changed", "", std::move(before), std::move(after)));
  }
  out.insert(out.end(), text.begin(), text.end());
}

}  // namespace synoptic::watch
