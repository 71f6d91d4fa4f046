// Who denies: the deed that he denies is told as denied, by him where nobody else does it; of what
// is no deed ("denied the report", "denied that it was late") only that he denies it.
#include <algorithm>

#include "annotate/events/events_reader.h"

namespace synoptic::annotate {

using namespace syntax;

namespace {

// "В министерстве опровергли": a verb of many without a subject is the body's in which they are.
void name_body(const Sentence& s, Reading& reading) {
  const Trigger& trigger = s.triggers[reading.trigger];
  model::Event& event = reading.event;
  if (!event.actor.empty() || s.grammar->order != WordOrder::kSubjectFirst || s.names.empty() ||
      s.grammar->ending(WordClass::kPluralVerb, s.token(trigger.match.begin).folded) == nullptr) {
    return;
  }
  const Name& first = s.names.front();
  if (first.full_begin > s.begin + 1 || first.part != Part::kIn ||
      first.mention->type != model::EntityType::kOrg) {
    return;
  }
  event.actor = {argument_of(first)};
  event.confidence = std::max(event.confidence, kLeastConfidence);
  reading.claimed = true;
}

}  // namespace

void EventReader::tell_deniers(Sentence& s, Told& told, std::vector<Reading>& readings) {
  for (const Trigger& denier : s.deniers) {
    const auto is_denied = [&](const Reading& reading) {
      if (reading.event.type.empty()) return false;
      const PhraseMatch* by = denial_of(s, s.triggers[reading.trigger]).by;
      return by != nullptr && by->begin < denier.match.end && denier.match.begin < by->end;
    };
    const size_t index = s.triggers.size();
    s.triggers.push_back(denier);
    swallowed_.push_back(false);
    Reading own = read_trigger(s, index, told);
    // 検討しているとの報道を否定: where the verb is last, what is denied stands before it.
    if (grammar_.order == WordOrder::kVerbLast) own.event.modality = "asserted";
    name_body(s, own);
    bool deed = false;
    for (Reading& reading : readings) {
      if (!is_denied(reading)) continue;
      model::Event& event = reading.event;
      if (!reading.claimed && event.actor.empty() && own.claimed && !own.event.actor.empty() &&
          event.modality == "denied") {
        event.actor = own.event.actor;
        event.confidence = own.event.confidence;
        reading.claimed = true;
      }
      deed = deed || reading.claimed;
    }
    if (deed) {
      s.triggers.pop_back();
      swallowed_.pop_back();
    } else {
      readings.push_back(std::move(own));
    }
  }
}

}  // namespace synoptic::annotate
