#include "annotate/events/denied_charges.h"

#include <algorithm>

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kToCharge = 3;  // tokens between a denial and the charges
constexpr size_t kToChargeTight = 5;
constexpr size_t kDenierReach = 12;  // the same where the subject stands behind its verb

bool only_small_words(const Sentence& s, size_t from, size_t to) {
  size_t unknown = 0;
  for (size_t at = from; at < to; ++at) {
    const TokenKind kind = s.token(at).kind;
    if (kind == TokenKind::kStop || kind == TokenKind::kComma) return false;
    const Mark& mark = s.mark(at);
    const bool small = mark.skip || mark.marker != Part::kNone || mark.name >= 0;
    if (kind == TokenKind::kWord && !small) ++unknown;
  }
  const bool tight = to > from && s.token(from).spaceless;
  return unknown <= (tight ? kToChargeTight : kToCharge);
}

// The word that denies these charges; nullptr: none does.
const DenialWord* denial_beside(const Sentence& s, size_t index) {
  const PhraseMatch& charge = s.denials[index].match;
  const bool verb_last = s.grammar->order == WordOrder::kVerbLast;
  if (verb_last) {
    if (index + 1 == s.denials.size()) return nullptr;
    const DenialWord& next = s.denials[index + 1];
    const bool fits = next.is_cue() && only_small_words(s, charge.end, next.match.begin);
    return fits ? &next : nullptr;
  }
  // "Denied accusations that it had …": what is denied is told there.
  if (index + 1 < s.denials.size() && s.denials[index + 1].kind == DenialKind::kThat &&
      only_small_words(s, charge.end, s.denials[index + 1].match.begin)) {
    return nullptr;
  }
  for (size_t i = index; i-- > 0;) {
    const DenialWord& cue = s.denials[i];
    if (!cue.is_cue()) return nullptr;
    const bool inside = cue.match.has_gap() && charge.end <= cue.match.gap_end;
    const size_t from = inside ? cue.match.gap_begin : cue.match.end;
    if (from > charge.begin) continue;
    const bool verb_first = s.grammar->order == WordOrder::kVerbFirst;
    const bool fits =
        verb_first ? charge.begin - from <= kDenierReach : only_small_words(s, from, charge.begin);
    return fits ? &cue : nullptr;
  }
  return nullptr;
}

bool matches_overlap(const PhraseMatch& a, const PhraseMatch& b) {
  return a.begin < b.end && b.begin < a.end;
}

}  // namespace

void take_deniers(Sentence& s, std::vector<Trigger>& triggers) {
  static const Action* const kDeny = action_of("deny");
  std::erase_if(triggers, [&](Trigger& trigger) {
    if (trigger.action != kDeny) return false;
    if (s.mark(trigger.match.begin).name < 0) s.deniers.push_back(trigger);
    return true;
  });
}

void read_denied_charges(Sentence& s, std::vector<Trigger>& triggers) {
  // 纯属捏造: what says that it was not so is no deed itself.
  for (const DenialWord& word : s.denials) {
    if (word.kind != DenialKind::kUntrue) continue;
    std::erase_if(triggers, [&](const Trigger& trigger) {
      return trigger.match.begin >= word.match.begin && trigger.match.end <= word.match.end;
    });
  }
  static const Action* const kDeny = action_of("deny");
  if (kDeny == nullptr || std::ranges::none_of(s.denials, &DenialWord::is_cue)) return;
  for (size_t i = 0; i < s.denials.size(); ++i) {
    if (s.denials[i].kind != DenialKind::kCharge) continue;
    const DenialWord* cue = denial_beside(s, i);
    if (cue == nullptr || cue->kind == DenialKind::kRefuse || cue->kind == DenialKind::kExclude) {
      continue;
    }
    std::erase_if(triggers, [&](const Trigger& trigger) {
      return matches_overlap(trigger.match, cue->match) ||
             (trigger.action->type == "ACCUSE" &&
              matches_overlap(trigger.match, s.denials[i].match));
    });
    std::erase_if(s.deniers,
                  [&](const Trigger& denier) { return matches_overlap(denier.match, cue->match); });
    triggers.push_back({kDeny, TriggerForm::kVerb, false, false, cue->match});
  }
  std::ranges::stable_sort(triggers, {}, [](const Trigger& it) { return it.match.begin; });
}

bool is_denier(const Sentence& s, size_t part, const Roles& roles) {
  if (roles.actor.empty() || roles.actor_rule == "adjective" || roles.actor_rule == "by") {
    return false;
  }
  return s.grammar->order != WordOrder::kSubjectFirst ||
         roles.actor.front().at.range.begin < s.token(part).at.begin;
}

void drop_charges(const Sentence& s, const Trigger& trigger, Roles& roles) {
  if (roles.actor_rule != "phrase" || s.grammar->order != WordOrder::kVerbLast) return;
  const bool denies = std::ranges::any_of(s.denials, [&](const DenialWord& word) {
    return word.is_cue() && word.match.begin == trigger.match.begin;
  });
  const bool charges = std::ranges::any_of(s.denials, [&](const DenialWord& word) {
    if (word.kind != DenialKind::kCharge) return false;
    const Range at = s.token(word.match.begin).at;
    return std::ranges::any_of(
        roles.actor, [&](const model::Argument& actor) { return actor.at.range.overlaps(at); });
  });
  if (!denies || !charges) return;
  roles.actor.clear();
  roles.actor_rule.clear();
}

bool rules_nothing_out(const Sentence& s, const Trigger& trigger) {
  constexpr size_t kReach = 3;  // tokens on either side
  const std::string& type = trigger.action->type;
  if (type != "REJECT" && type != "SANCTION" && type != "THREATEN") return false;
  const auto ends = [&](size_t at) {
    return s.token(at).kind == TokenKind::kStop || s.token(at).kind == TokenKind::kComma;
  };
  const auto denied = [&](size_t at) {
    const Mark& mark = s.mark(at);
    return mark.name < 0 && (mark.negation || mark.negation_after);
  };
  return std::ranges::any_of(s.denials, [&](const DenialWord& word) {
    const bool denies = (word.kind == DenialKind::kDeny || word.kind == DenialKind::kDenyClause) &&
                        type == "REJECT";
    if ((word.kind != DenialKind::kExclude && !denies) ||
        !matches_overlap(word.match, trigger.match)) {
      return false;
    }
    const size_t begin = std::min(word.match.begin, trigger.match.begin);
    const size_t end = std::max(word.match.end, trigger.match.end);
    for (size_t at = begin; at-- > s.begin && begin - at <= kReach && !ends(at);) {
      if (denied(at)) return true;
    }
    for (size_t at = begin; at < end; ++at) {
      if (denied(at)) return true;
    }
    const bool verb_last = s.grammar->order == WordOrder::kVerbLast;
    for (size_t at = end - 1; at < s.end && at < end + kReach && !ends(at); ++at) {
      if (denied(at)) return true;
      if (verb_last && s.grammar->ending(WordClass::kNegationAfter, s.token(at).folded)) {
        return true;
      }
    }
    return false;
  });
}

}  // namespace synoptic::annotate::syntax
