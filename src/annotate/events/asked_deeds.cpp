#include "annotate/events/asked_deeds.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kToAsking = 2;  // tokens between a deed and the word that asks for it

bool asks_for_deed(const Trigger& trigger) {
  const std::string& type = trigger.action->type;
  return (trigger.action->controls || trigger.action->has_content) && !trigger.match.has_gap() &&
         (type == "REQUEST" || type == "THREATEN");
}

bool only_markers(const Sentence& s, size_t begin, size_t end) {
  for (size_t at = begin; at < end; ++at) {
    PhraseMatch found;
    if (!s.match(WordClass::kMarkerAfter, at, end, found)) return false;
  }
  return true;
}

}  // namespace

void mark_asked_deeds(Sentence& s) {
  if (s.grammar->order != WordOrder::kVerbLast) return;
  for (size_t i = 0; i + 1 < s.triggers.size(); ++i) {
    Trigger& deed = s.triggers[i];
    const Trigger& next = s.triggers[i + 1];
    const size_t begin = deed.match.end, end = next.match.begin;
    if (asks_for_deed(deed) || !asks_for_deed(next)) continue;
    // "जाँच के आदेश दिए": an inquiry that is ordered is on.
    if (next.action->has_content && deed.action->type == "ACCUSE") continue;
    deed.asked_for = end >= begin && end <= begin + kToAsking && only_markers(s, begin, end);
  }
}

}  // namespace synoptic::annotate::syntax
