// Checks of events: who did what to whom, with which polarity and certainty.
#include <algorithm>

#include "text/fold.h"
#include "world.h"

namespace synoptic::seeds {
namespace {

// The checklist's words for a deed, and our action names that mean it.
const std::map<std::string, std::vector<std::string>>& actions() {
  static const std::map<std::string, std::vector<std::string>> map{
      {"seek to persuade", {"persuade", "request", "urge"}},
      {"intend to invite", {"invite"}},
      {"submit for approval", {"submit"}},
      {"ban on government devices", {"ban", "sanction", "restrict"}},
      {"state visit", {"visit"}},
      {"seek to challenge", {"challenge"}},
      {"invade", {"invade", "attack"}},
      {"stop exporting chips to", {"stop_export", "stop", "suspend", "ban", "sanction", "halt"}},
      {"require", {"require", "demand", "request"}},
  };
  return map;
}

bool is_action(const model::Event& event, const std::string& wanted) {
  if (event.action == wanted) return true;
  const auto found = actions().find(wanted);
  return found != actions().end() &&
         std::find(found->second.begin(), found->second.end(), event.action) != found->second.end();
}

// Names that describe rather than name: what stands in the parenthesis, or any of ours.
bool is_argument(const World& world, const model::Argument& argument, std::string wanted) {
  if (wanted == "the West") wanted = "Western world";
  if (is_entity(world, argument.entity, argument.name, wanted)) return true;
  const size_t open = wanted.find('(');
  if (open == std::string::npos) return false;
  const std::string inner = wanted.substr(open + 1, wanted.find(')') - open - 1);
  if (inner == "unnamed") return argument.entity.empty();
  return is_entity(world, argument.entity, argument.name, inner);
}

bool has_all(const World& world, const std::vector<model::Argument>& arguments,
             const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
    if (name == "other countries" || name == "major chip companies") return true;  // not names
    return std::any_of(arguments.begin(), arguments.end(),
                       [&](const auto& argument) { return is_argument(world, argument, name); });
  });
}

// "largest_bank_of": what stands first of its kind somewhere.
bool has_standing(const World& world, const model::Annotated& annotated, const Row& row,
                  const std::vector<std::string>& fact) {
  return std::any_of(
      annotated.standings.begin(), annotated.standings.end(), [&](const model::Standing& standing) {
        return std::any_of(
                   row.spans.begin(), row.spans.end(),
                   [&](const auto& span) { return standing.at.span.overlaps(span.span); }) &&
               standing.rank == 1 && standing.order + "_" + standing.kind + "_of" == fact[1] &&
               is_argument(world, standing.subject, fact[0]) &&
               is_argument(world, standing.place, fact[2]);
      });
}

// What is expected or feared where the row stands, by nobody where it has no holder.
bool has_outlook(const model::Annotated& annotated, const Row& row, const std::string& modality) {
  return std::any_of(
      annotated.outlooks.begin(), annotated.outlooks.end(), [&](const model::Outlook& outlook) {
        return std::any_of(row.spans.begin(), row.spans.end(),
                           [&](const auto& span) { return outlook.at.span.overlaps(span.span); }) &&
               !outlook.holder && (modality.empty() || outlook.modality == modality);
      });
}

std::vector<model::Argument> towards(const model::Event& event) {
  std::vector<model::Argument> all = event.recipient;
  all.insert(all.end(), event.partner.begin(), event.partner.end());
  if (event.place) all.push_back(*event.place);
  return all;
}

std::string modality_of(const std::string& wanted) {
  return wanted == "rumour" ? "rumoured" : wanted;
}

bool in_spans(const model::Event& event, const Row& row) {
  return std::any_of(row.spans.begin(), row.spans.end(),
                     [&](const auto& span) { return event.at.span.overlaps(span.span); });
}

// The PLOVER type stands on the event or, for what was ordered, on an event inside its clause.
bool has_type(const model::Annotated& annotated, const model::Event& event, const Row& row,
              const Expected& expected) {
  auto types = expected.texts("accept");
  if (const std::string type = expected.text("plover"); !type.empty()) types.push_back(type);
  if (types.empty()) return true;
  return std::any_of(annotated.events.begin(), annotated.events.end(), [&](const auto& other) {
    return (&other == &event || in_spans(other, row)) &&
           std::find(types.begin(), types.end(), other.type) != types.end();
  });
}

std::string time_of(const model::Event& event) {
  if (!event.time || event.time->precision == "unresolved") return "";
  const std::string from = model::iso(event.time->from), to = model::iso(event.time->to);
  return from == to ? from : from + "/" + to;
}

bool holds(const World& world, const model::Annotated& annotated, const model::Event& event,
           const Row& row, const Expected& expected) {
  if (!in_spans(event, row) || !is_action(event, expected.text("action"))) return false;
  if (!has_all(world, event.actor, expected.texts("actor"))) return false;
  if (!has_all(world, towards(event), expected.texts("recipient"))) return false;
  const auto polarity =
      expected.text("polarity") == "-" ? model::Polarity::kNegative : model::Polarity::kPositive;
  if (event.polarity != polarity) return false;
  const std::string modality = modality_of(expected.text("modality"));
  if (!modality.empty() && event.modality != modality) return false;
  if (const std::string date = expected.text("date"); date.starts_with("20")) {
    if (time_of(event) != date) return false;
  }
  return has_type(annotated, event, row, expected);
}

bool any_event(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  return annotated != nullptr &&
         std::any_of(annotated->events.begin(), annotated->events.end(), [&](const auto& event) {
           return holds(world, *annotated, event, row, expected);
         });
}

// [actor, action, recipient, type] or [actor, action, object].
bool has_fact(const World& world, const Row& row, const std::vector<std::string>& fact) {
  const auto* annotated = world.article(row.doc);
  if (fact.size() == 3 && has_standing(world, *annotated, row, fact)) return true;
  return std::any_of(annotated->events.begin(), annotated->events.end(), [&](const auto& event) {
    if (!in_spans(event, row) || !has_all(world, event.actor, {fact[0]})) return false;
    if (fact.size() == 4) {
      return event.type == fact[3] && has_all(world, towards(event), {fact[2]});
    }
    const std::string action = fact[1].substr(0, fact[1].size() - (fact[1].ends_with('s') ? 1 : 0));
    return is_action(event, fact[1]) || is_action(event, action);
  });
}

bool relation(const World& world, const Row& row, const Expected& expected) {
  if (world.article(row.doc) == nullptr) return false;
  auto facts = expected.rows("events");
  if (facts.empty()) facts = expected.rows("facts");
  if (facts.empty()) return any_event(world, row, expected);
  return std::all_of(facts.begin(), facts.end(),
                     [&](const auto& fact) { return has_fact(world, row, fact); });
}

bool modality(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  if (!expected.text("actor").empty()) return any_event(world, row, expected);
  if (has_outlook(*annotated, row, modality_of(expected.text("modality")))) return true;
  return std::any_of(annotated->events.begin(), annotated->events.end(), [&](const auto& event) {
    return in_spans(event, row) && event.modality == modality_of(expected.text("modality"));
  });
}

bool comparison(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  // "Not only behind A and B, but also behind C and D" may be told as two events.
  std::vector<model::Argument> objects;
  for (const auto& event : annotated->events) {
    if (!in_spans(event, row) || !has_all(world, event.actor, expected.texts("subject"))) continue;
    objects.insert(objects.end(), event.recipient.begin(), event.recipient.end());
  }
  return has_all(world, objects, expected.texts("objects"));
}

// A claim that is no event by name: somebody's statement whose bytes are known.
bool claim(const World& world, const Row& row, const Expected& expected) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  const std::string source = expected.text("source");
  if (source.empty() && has_outlook(*annotated, row, "")) return true;
  return std::any_of(annotated->events.begin(), annotated->events.end(), [&](const auto& event) {
    return in_spans(event, row) && (source.empty() || has_all(world, event.actor, {source}));
  });
}

bool self_contradiction(const World& world, const Row& row, const Expected&) {
  const auto* annotated = world.article(row.doc);
  if (annotated == nullptr) return false;
  std::vector<bool> sure(2), unsure(2);
  for (const auto& event : annotated->events) {
    for (size_t i = 0; i < 2; ++i) {
      if (!event.at.span.overlaps(row.spans[i].span)) continue;
      (event.modality == "asserted" ? sure : unsure)[i] = true;
    }
  }
  return sure[0] && unsure[1];
}

}  // namespace

void add_event_checks(std::map<std::string, Check>& checks) {
  checks["relation"] = relation;
  checks["negation"] = any_event;
  checks["modality"] = modality;
  checks["comparison"] = comparison;
  checks["claim"] = claim;
  checks["self_contradiction"] = self_contradiction;
}

}  // namespace synoptic::seeds
