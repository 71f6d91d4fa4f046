#include "eval/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "annotate/annotate.h"
#include "base/strings.h"
#include "eval/rows.h"
#include "text/fold.h"

namespace synoptic::eval {
namespace {

using simdjson::dom::element;

constexpr std::array<std::string_view, 4> kQuads{"verbal_cooperation", "material_cooperation",
                                                 "verbal_conflict", "material_conflict"};

// "gave .. orders": a trigger in two words stands where the first does.
Range find_trigger(std::string_view text, std::string_view trigger, size_t from) {
  if (const Range whole = words_in(text, trigger, from); !whole.empty()) return whole;
  for (const std::string_view gap : {"...", "..", "…"}) {
    const size_t at = trigger.find(gap);
    if (at != std::string_view::npos) return words_in(text, trim(trigger.substr(0, at)));
  }
  return {};
}

bool same_name(const std::string& gold, const model::Argument& got) {
  const std::string a = text::fold_copy(gold);
  for (const std::string* name : {&got.text, &got.name}) {
    const std::string b = text::fold_copy(*name);
    if (!b.empty() && (a.find(b) != std::string::npos || b.find(a) != std::string::npos)) {
      return true;
    }
  }
  return false;
}

bool same_side(const std::string& gold, const std::vector<model::Argument>& got) {
  if (gold.empty()) return got.empty();
  return std::ranges::any_of(got, [&](const auto& argument) { return same_name(gold, argument); });
}

std::string shown(const EventGold& gold) {
  return fmt::format(
      "{:<9} [{}] {} -> {} {}{}", gold.type, gold.trigger, gold.actor.empty() ? "-" : gold.actor,
      gold.recipient.empty() ? "-" : gold.recipient, gold.negative ? "not " : "", gold.modality);
}

std::string shown(const std::vector<model::Argument>& side) {
  std::string out;
  for (const auto& argument : side) out += (out.empty() ? "" : " & ") + argument.text;
  return out.empty() ? "-" : out;
}

std::string shown(std::string_view text, const model::Event& got) {
  return fmt::format("{:<9} [{}] {} -> {} {}{} ({}; {}; {:.2f})", got.type,
                     got.trigger.range.of(text), shown(got.actor), shown(got.recipient),
                     got.polarity == model::Polarity::kNegative ? "not " : "", got.modality,
                     got.action, got.rule, got.confidence);
}

// What the product finds in the case's text: an article of one block in the language.
std::vector<model::Event> events_in(const EventCase& one, const std::string& lang,
                                    const knowledge::Knowledge& knowledge) {
  return annotate::annotate(case_article(one.text, lang, one.date), knowledge).events;
}

double accuracy(const std::vector<RootGuess>& roots, size_t count) {
  size_t right = 0;
  for (size_t i = 0; i < count; ++i) right += roots[i].gold == roots[i].type ? 1 : 0;
  return ratio(right, count);
}

}  // namespace

std::string_view quad_of(std::string_view type) {
  constexpr std::array<std::pair<std::string_view, size_t>, 16> kTypes{{{"AGREE", 0},
                                                                        {"CONSULT", 0},
                                                                        {"SUPPORT", 0},
                                                                        {"CONCEDE", 0},
                                                                        {"COOPERATE", 1},
                                                                        {"AID", 1},
                                                                        {"RETREAT", 1},
                                                                        {"REQUEST", 2},
                                                                        {"ACCUSE", 2},
                                                                        {"REJECT", 2},
                                                                        {"THREATEN", 2},
                                                                        {"PROTEST", 3},
                                                                        {"SANCTION", 3},
                                                                        {"MOBILIZE", 3},
                                                                        {"COERCE", 3},
                                                                        {"ASSAULT", 3}}};
  for (const auto& [name, quad] : kTypes) {
    if (name == type) return kQuads[quad];
  }
  return {};
}

void EventFigures::add(const EventFigures& other) {
  cases += other.cases;
  gold += other.gold;
  found += other.found;
  matched += other.matched;
  actor.add(other.actor);
  recipient.add(other.recipient);
  polarity.add(other.polarity);
  modality.add(other.modality);
  roots.insert(roots.end(), other.roots.begin(), other.roots.end());
}

double EventFigures::root() const { return accuracy(roots, roots.size()); }

double EventFigures::quad_f1() const {
  Mean mean;
  for (const std::string_view quad : kQuads) {
    size_t right = 0, sum = 0;
    for (const RootGuess& guess : roots) {
      const bool gold = quad_of(guess.gold) == quad, got = quad_of(guess.type) == quad;
      right += gold && got ? 1 : 0;
      sum += (gold ? 1 : 0) + (got ? 1 : 0);
    }
    if (sum > 0) mean.add(2 * ratio(right, sum));
  }
  return mean.count == 0 ? 1 : mean.value();
}

double EventFigures::confident() const {
  auto sorted = roots;
  std::ranges::stable_sort(sorted, std::greater<>(), &RootGuess::confidence);
  return accuracy(sorted, (sorted.size() + 1) / 2);
}

std::vector<std::pair<std::string_view, double>> EventFigures::named() const {
  const auto of = [](const Mean& mean) { return mean.count == 0 ? 1 : mean.value(); };
  return {{"root", root()},
          {"quad_f1", quad_f1()},
          {"confident", confident()},
          {"f1", f1_of(matched, found, gold)},
          {"precision", ratio(matched, found)},
          {"recall", ratio(matched, gold)},
          {"actor", of(actor)},
          {"recipient", of(recipient)},
          {"polarity", of(polarity)},
          {"modality", of(modality)}};
}

Result<EventCase> event_case(const element& row) {
  EventCase one;
  one.text = string_at(row, "text");
  one.date = string_at(row, "date");
  const auto golds = golds_of(row, "events");
  if (!golds) return tl::unexpected(golds.error());
  size_t from = 0;
  for (const element item : *golds) {
    EventGold gold;
    gold.type = string_at(item, "type");
    gold.actor = string_at(item, "actor");
    gold.recipient = string_at(item, "recipient");
    gold.trigger = string_at(item, "trigger");
    gold.modality = string_at(item, "modality");
    if (gold.modality.empty()) gold.modality = "asserted";
    const std::string polarity = string_at(item, "polarity");
    gold.negative = polarity.starts_with('n') || polarity == "-";
    gold.range = find_trigger(one.text, gold.trigger, from);
    if (quad_of(gold.type).empty() || gold.range.empty()) {
      return failure(ErrorCode::kMalformed, "",
                     fmt::format("an event has no type of PLOVER, or its trigger is not there: "
                                 "{} [{}]",
                                 gold.type, gold.trigger));
    }
    from = gold.range.end;
    one.golds.push_back(std::move(gold));
  }
  return one;
}

EventFigures score(const EventCase& one, const std::vector<model::Event>& found,
                   std::vector<std::string>& misses) {
  EventFigures figures;
  figures.cases = 1;
  figures.gold = one.golds.size();
  std::vector<bool> used(found.size(), false);
  for (size_t i = 0; i < found.size(); ++i) {
    used[i] = found[i].type.empty();  // none of PLOVER's: no gold tells of it
    figures.found += used[i] ? 0 : 1;
  }
  for (const EventGold& gold : one.golds) {
    const auto matches = [&](size_t at) {
      return !used[at] && found[at].type == gold.type &&
             found[at].trigger.range.overlaps(gold.range);
    };
    size_t at = 0;
    while (at < found.size() && !matches(at)) ++at;
    if (at == found.size()) {
      misses.push_back("missed  " + shown(gold));
      continue;
    }
    used[at] = true;
    ++figures.matched;
    const model::Event& got = found[at];
    const bool actor = same_side(gold.actor, got.actor);
    const bool recipient = same_side(gold.recipient, got.recipient);
    const bool polarity = gold.negative == (got.polarity == model::Polarity::kNegative);
    const bool modality = gold.modality == got.modality;
    figures.actor.add(actor ? 1 : 0);
    figures.recipient.add(recipient ? 1 : 0);
    figures.polarity.add(polarity ? 1 : 0);
    figures.modality.add(modality ? 1 : 0);
    if (!(actor && recipient && polarity && modality)) {
      misses.push_back("differs " + shown(gold) + "\n         <> " + shown(one.text, got));
    }
  }
  for (size_t i = 0; i < found.size(); ++i) {
    if (!used[i]) misses.push_back("wrong   " + shown(one.text, found[i]));
  }
  return figures;
}

CaseLog evaluate_events(const std::string& path, const CaseOptions& options, bool only_roots,
                        const knowledge::Knowledge& knowledge, EventFigures& figures) {
  const std::string lang = set_name(path);
  return each_case(path, options, [&](const element& row) -> Result<CaseMisses> {
    const auto one = event_case(row);
    if (!one) return tl::unexpected(one.error());
    CaseMisses told{one->text, {}};
    EventFigures found = score(*one, events_in(*one, lang, knowledge), told.misses);
    if (only_roots) told.misses.clear();
    if (!one->golds.empty()) {
      const EventGold& main = one->golds.front();
      const auto guess = annotate::guess_event(
          {one->text, lang, main.actor, main.recipient, one->date}, knowledge);
      found.roots.push_back({main.type, guess.type, guess.confidence});
      if (guess.type != main.type) {
        told.misses.insert(told.misses.begin(),
                           fmt::format("root    {} <> {} {:.2f} ({})", shown(main), guess.type,
                                       guess.confidence, guess.rule));
      }
    }
    figures.add(found);
    return told;
  });
}

}  // namespace synoptic::eval
