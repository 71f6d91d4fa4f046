#include "annotate/events/passives.h"

#include <algorithm>

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kVoiceReach = 5;    // tokens between a participle and the word before it
constexpr size_t kVoiceOthers = 1;   // of them such as are neither small nor adverbs
constexpr size_t kVoiceClause = 30;  // the same where the verb comes second
constexpr size_t kVoiceBehind = 2;   // "festgenommen worden ist"

enum class VoiceOfVerb : uint8_t { kOpen, kActive, kPassive };

std::string_view verb_as_written(const Sentence& s, size_t at) {
  return s.token(at).at.of(s.passage->text);
}

VoiceOfVerb voice_of(const Sentence& s, size_t at) {
  if (!s.is_word(at)) return VoiceOfVerb::kOpen;
  if (s.grammar->exact(WordClass::kPerfect, verb_as_written(s, at)) != nullptr)
    return VoiceOfVerb::kActive;
  if (s.grammar->exact(WordClass::kPassive, verb_as_written(s, at)) == nullptr)
    return VoiceOfVerb::kOpen;
  // "S'est imposé", "se ha reunido": they did it themselves.
  for (size_t before = at; before > s.begin && before + 2 > at;) {
    --before;
    if (s.token(before).kind == TokenKind::kOther) continue;
    PhraseMatch found;
    if (s.is_word(before) && s.match(WordClass::kReflexive, before, at, found)) {
      return VoiceOfVerb::kActive;
    }
    break;
  }
  return VoiceOfVerb::kPassive;
}

bool ends_voice(const Sentence& s, size_t at) {
  const Mark& mark = s.mark(at);
  const TokenKind kind = s.token(at).kind;
  return kind == TokenKind::kComma || kind == TokenKind::kStop || mark.boundary || mark.relative;
}

// What the nearest word before the participle makes of it.
VoiceOfVerb voice_before(const Sentence& s, const Trigger& trigger) {
  const size_t verb = trigger.match.begin;
  const bool second = s.grammar->verb_second;
  const size_t reach = second ? kVoiceClause : kVoiceReach;
  size_t others = 0;
  for (size_t at = verb; at-- > s.begin && verb - at <= reach;) {
    if (ends_voice(s, at)) return VoiceOfVerb::kOpen;
    if (const VoiceOfVerb voice = voice_of(s, at); voice != VoiceOfVerb::kOpen) return voice;
    const Mark& mark = s.mark(at);
    if (second) continue;
    if (mark.content || (mark.trigger >= 0 && s.token(at).kind == TokenKind::kWord)) {
      return VoiceOfVerb::kOpen;
    }
    const bool small = mark.adverb || mark.negation || mark.skip || mark.when;
    if (s.is_word(at) && !small && ++others > kVoiceOthers) return VoiceOfVerb::kOpen;
  }
  return VoiceOfVerb::kOpen;
}

bool is_headline(const Sentence& s) { return s.passage->kind == model::BlockKind::kHeading; }

// "Nine sailors seized in March": nothing stands there that it could have been done to.
bool is_closed_behind(const Sentence& s, const Trigger& trigger) {
  const size_t at = trigger.match.end;
  if (at >= s.end || s.token(at).kind == TokenKind::kStop || s.token(at).kind == TokenKind::kComma)
    return true;
  const Mark& mark = s.mark(at);
  // "Former mayor jailed over theft": a headline leaves the auxiliary out.
  if (is_headline(s) && mark.marker != Part::kNone && mark.marker != Part::kTo) return true;
  return mark.when || mark.marker == Part::kIn || mark.marker == Part::kBy ||
         mark.marker == Part::kFrom || (mark.boundary && !mark.relative);
}

// "A deal on grain signed in Lund": nothing that signs stands before it, but what is signed.
bool is_of_thing(const Sentence& s, const Trigger& trigger) {
  constexpr size_t kThing = 6;  // tokens between it and the verb
  for (size_t at = trigger.match.begin; at-- > s.begin && trigger.match.begin - at <= kThing;) {
    if (ends_voice(s, at) || s.mark(at).trigger >= 0) return false;
    PhraseMatch found;
    if (s.is_word(at) && s.match(WordClass::kThing, at, s.end, found)) return true;
  }
  return false;
}

bool is_passive(const Sentence& s, const Trigger& trigger) {
  const PhraseMatch& match = trigger.match;
  // "Accused of", "told to": whom it befell stands before.
  const size_t second = match.begin + 1;
  const bool led = !match.has_gap() && match.end <= second + 1 && second < s.end &&
                   (s.mark(second).marker == Part::kOf || s.mark(second).marker == Part::kTo);
  if (trigger.form != TriggerForm::kVerb || match.has_gap() || (match.end != second && !led) ||
      trigger.action->natural || trigger.action->swapped || trigger.action->moves) {
    return false;
  }
  const std::string_view word = verb_as_written(s, match.begin);
  const auto* ending = s.grammar->exact(WordClass::kParticiple, word);
  const bool whole = ending != nullptr;
  if (!whole) ending = s.grammar->ending(WordClass::kParticiple, word);
  if (ending == nullptr || ending->value == "none") return false;
  if (s.grammar->verb_second) {
    for (size_t at = match.end; at < std::min(s.end, match.end + kVoiceBehind); ++at) {
      if (const VoiceOfVerb voice = voice_of(s, at); voice != VoiceOfVerb::kOpen) {
        return voice == VoiceOfVerb::kPassive;
      }
    }
  }
  const VoiceOfVerb voice = voice_before(s, trigger);
  if (voice != VoiceOfVerb::kOpen) return voice == VoiceOfVerb::kPassive;
  // "Detenido un alcalde": whom it befell stands behind, as an object does.
  if (is_headline(s) && match.begin == s.begin && !is_closed_behind(s, trigger)) return false;
  if (ending->value == "bare") return true;
  if (ending->value != "closed" || match.begin == s.begin) return false;
  if (led && (whole || match.end > second)) return whole;
  return is_closed_behind(s, trigger) && (trigger.action->befalls || is_of_thing(s, trigger));
}

}  // namespace

bool is_no_verb(const Sentence& s, const Trigger& trigger) {
  const size_t at = trigger.match.begin;
  if (trigger.form != TriggerForm::kVerb || at == s.begin || trigger.match.has_gap()) return false;
  size_t before = at - 1;
  const auto* ending = s.grammar->ending(WordClass::kParticiple, verb_as_written(s, at));
  if (ending == nullptr || ending->value.empty() || ending->value == "none") return false;
  // "Lund-backed rebels" acted, and who backed them did so elsewhere.
  const bool hyphen = s.token(before).kind == TokenKind::kOther &&
                      verb_as_written(s, before) == "-" &&
                      s.token(before).at.end == s.token(at).at.begin;
  if (hyphen && ending->value == "closed") return true;
  if (s.token(before).kind == TokenKind::kOther && before > s.begin) --before;  // "l'accusé"
  PhraseMatch found;
  return s.is_word(before) && s.match(WordClass::kArticle, before, at, found);
}

void mark_passives(Sentence& sentence) {
  if (!sentence.grammar->has(WordClass::kParticiple)) return;
  for (Trigger& trigger : sentence.triggers) trigger.passive = is_passive(sentence, trigger);
}

}  // namespace synoptic::annotate::syntax
