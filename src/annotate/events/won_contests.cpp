#include "annotate/events/won_contests.h"

#include <algorithm>

namespace synoptic::annotate::syntax {
namespace {

bool is_contest(const Sentence& s, size_t begin, size_t end) {
  PhraseMatch found;
  for (size_t at = std::max(begin, s.begin); at < std::min(end, s.end); ++at) {
    if (s.match(WordClass::kContest, at, end, found)) return true;
  }
  return false;
}

bool may_act(const Name& name) {
  const bool subject = name.part == Part::kNone || name.part == Part::kSubject;
  return subject && !name.adjective && !name.bracketed && !name.negated;
}

// The first names of tokens [begin, end) that "and" joins, each of which may act.
std::vector<size_t> joined_names(const Sentence& s, size_t begin, size_t end) {
  std::vector<size_t> group;
  for (size_t i = 0; i < s.names.size(); ++i) {
    const Name& name = s.names[i];
    if (name.begin < begin || name.end > end) continue;
    const bool goes_on = !group.empty() && name.joined && !name.by_comma;
    if (!goes_on && group.size() >= 2) break;
    if (!goes_on) group.clear();
    if (goes_on || may_act(name)) group.push_back(i);
  }
  if (group.size() < 2) group.clear();
  return group;
}

}  // namespace

void drop_contest(const Sentence& s, const Trigger& trigger, Roles& roles) {
  if (!trigger.action->versus || roles.actor.empty()) return;
  const auto contest = [&](const model::Argument& who) {
    const auto& tokens = s.passage->tokens;
    return who.at.block == s.passage->block &&
           is_contest(s, token_at(tokens, who.at.range.begin), token_at(tokens, who.at.range.end));
  };
  if (!std::ranges::all_of(roles.actor, contest)) return;
  const uint32_t begin = roles.actor.front().at.range.begin;
  roles.actor.clear();
  roles.actor_rule.clear();
  for (size_t i = s.names.size(); i-- > 0;) {
    const Name& name = s.names[i];
    if (name.mention->at.range.begin >= begin || !may_act(name)) continue;
    if (is_contest(s, name.begin, name.end)) continue;
    roles.actor = {argument_of(name)};
    roles.actor_rule = "named";
    return;
  }
}

void take_agreed(const Sentence& s, const Trigger& trigger, Roles& roles) {
  const std::string& action = trigger.action->name;
  if ((action != "declare_truce" && action != "ceasefire") || roles.actor.size() != 1) return;
  const PhraseMatch& match = trigger.match;
  size_t begin = match.gap_begin, end = match.gap_end;
  if (!match.has_gap()) {
    if (trigger.form != TriggerForm::kNoun) return;
    begin = token_at(s.passage->tokens, roles.actor.front().at.range.end);
    end = match.begin;
  }
  const std::vector<size_t> group = joined_names(s, begin, end);
  if (group.empty()) return;
  const Range announcer = roles.actor.front().at.range;
  const bool own = std::ranges::any_of(
      group, [&](size_t i) { return s.names[i].mention->at.range.overlaps(announcer); });
  if (own) return;
  roles.actor.clear();
  for (const size_t i : group) roles.actor.push_back(argument_of(s.names[i]));
  roles.actor_rule = "named";
  const auto agreed = [&](const model::Argument& other) {
    return std::ranges::any_of(
        roles.actor, [&](const model::Argument& who) { return who.at.range == other.at.range; });
  };
  std::erase_if(roles.recipient, agreed);
  std::erase_if(roles.partner, agreed);
}

}  // namespace synoptic::annotate::syntax
