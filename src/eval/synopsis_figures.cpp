// The figures of synopses added up and named.
#include <algorithm>

#include "eval/synopsis.h"

namespace synoptic::eval {
namespace {

double share(size_t part, size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void Tally::add(const Tally& other) {
  told += other.told;
  right += other.right;
  gold += other.gold;
  found += other.found;
}

double Tally::precision() const { return share(right, told); }

double Tally::recall() const { return share(found, gold); }

void SynopsisFigures::add(const SynopsisFigures& other) {
  stories += other.stories;
  accounts += other.accounts;
  only_unlisted += other.only_unlisted;
  false_agreements += other.false_agreements;
  constexpr Tally SynopsisFigures::*kTallies[] = {
      &SynopsisFigures::differ, &SynopsisFigures::update,  &SynopsisFigures::attributed,
      &SynopsisFigures::sure,   &SynopsisFigures::broader, &SynopsisFigures::only,
      &SynopsisFigures::cites,  &SynopsisFigures::copies,  &SynopsisFigures::unattributed};
  for (const auto tally : kTallies) (this->*tally).add(other.*tally);
  for (const auto& [slot, tally] : other.by_slot) by_slot[slot].add(tally);
  for (const auto& [rule, tally] : other.by_rule) by_rule[rule].add(tally);
  dates.add(other.dates);
  alike.add(other.alike);
  alike_found.add(other.alike_found);
  first.add(other.first);
}

std::vector<std::pair<std::string_view, double>> SynopsisFigures::named() const {
  const double wrong = static_cast<double>(differ.told - differ.right);
  const double all = static_cast<double>(std::max<size_t>(1, stories));
  return {{"diff_precision", differ.precision()},
          {"diff_recall", differ.recall()},
          {"false_alarms", wrong / all},
          {"sure_precision", sure.precision()},
          {"sure_recall", sure.recall()},
          {"sure_false_alarms", static_cast<double>(sure.told - sure.right) / all},
          {"alike", alike.value()},
          {"alike_found", alike_found.value()},
          {"only_precision", only.precision()},
          {"only_recall", only.recall()},
          {"only_unlisted", static_cast<double>(only_unlisted) / all},
          {"false_agreements", static_cast<double>(false_agreements) / all},
          {"update_precision", update.precision()},
          {"update_recall", update.recall()},
          {"attributed_precision", attributed.precision()},
          {"attributed_recall", attributed.recall()},
          {"broader_precision", broader.precision()},
          {"broader_recall", broader.recall()},
          {"first", first.value()},
          {"cites_precision", cites.precision()},
          {"cites_recall", cites.recall()},
          {"copies_precision", copies.precision()},
          {"copies_recall", copies.recall()},
          {"unattributed_precision", unattributed.precision()},
          {"unattributed_recall", unattributed.recall()},
          {"dates_read", dates.all.count == 0 ? 1 : dates.all.value()}};
}

}  // namespace synoptic::eval
