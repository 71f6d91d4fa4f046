#include "annotate/events/hollow_offers.h"

#include <algorithm>

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kOfferToDeed = 4;    // tokens between "offer" and what is offered
constexpr size_t kDenialToOffer = 8;  // tokens between a negation and "offer"

bool parts_offer(const Sentence& s, size_t at) {
  const TokenKind kind = s.token(at).kind;
  const Mark& mark = s.mark(at);
  return kind == TokenKind::kStop || kind == TokenKind::kComma ||
         (mark.name < 0 && (mark.boundary || mark.relative || mark.reason));
}

// A verb of the lexicon that is no part of the offer.
bool is_told_verb(const Sentence& s, size_t at, const Trigger& trigger) {
  const int index = s.mark(at).trigger;
  if (index < 0) return false;
  const Trigger& other = s.triggers[static_cast<size_t>(index)];
  const bool offers = other.action->name == "offer" || other.action->name == "invite";
  return &other != &trigger && other.form != TriggerForm::kNoun && !offers;
}

bool is_clear(const Sentence& s, size_t begin, size_t end, const Trigger& trigger) {
  for (size_t at = begin; at < end; ++at) {
    if (parts_offer(s, at) || is_told_verb(s, at, trigger)) return false;
  }
  return true;
}

bool denied_before(const Sentence& s, size_t offer, const Trigger& trigger) {
  for (size_t at = offer; at > s.begin && offer - at < kDenialToOffer;) {
    --at;
    if (parts_offer(s, at) || is_told_verb(s, at, trigger)) return false;
    const Mark& mark = s.mark(at);
    if (mark.name < 0 && mark.negation) return !mark.negation_next;
  }
  return false;
}

bool denied_behind(const Sentence& s, size_t from, const Trigger& trigger) {
  for (size_t at = from; at < s.end && at < from + kDenialToOffer; ++at) {
    if (parts_offer(s, at) || is_told_verb(s, at, trigger)) return false;
    const Mark& mark = s.mark(at);
    if (mark.name < 0 && (mark.negation || mark.negation_after)) return true;
    if (!s.token(at).spaceless && s.is_word(at) && mark.name < 0 &&
        s.grammar->ending(WordClass::kNegationAfter, s.token(at).folded) != nullptr) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_of_no_offer(const Sentence& s, const Trigger& trigger) {
  const std::string& type = trigger.action->type;
  if (type == "REQUEST" || type == "REJECT" || type == "ACCUSE" || type == "THREATEN") return false;
  if (trigger.action->name == "offer" || trigger.action->name == "invite") return false;
  const size_t first = trigger.match.begin, end = trigger.match.end;
  const bool verb_last = s.grammar->order == WordOrder::kVerbLast;
  return std::ranges::any_of(s.denials, [&](const DenialWord& word) {
    if (word.kind != DenialKind::kIdea) return false;
    const size_t begin = word.match.begin, behind = word.match.end;
    const bool before = behind <= first && first - behind <= kOfferToDeed;
    if (before && !is_clear(s, behind, first, trigger)) return false;
    if (!verb_last) return before && denied_before(s, begin, trigger);
    const bool after = begin >= end && begin - end <= kOfferToDeed;
    if (after && !is_clear(s, end, begin, trigger)) return false;
    return (before || after) && denied_behind(s, std::max(end, behind), trigger);
  });
}

}  // namespace synoptic::annotate::syntax
