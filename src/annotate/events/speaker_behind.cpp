#include "annotate/events/speaker_behind.h"

#include "text/fold.h"

namespace synoptic::annotate::syntax {

std::optional<model::Argument> speaker_behind(const Sentence& s, const Trigger& trigger,
                                              std::span<const model::Quote* const> quotes) {
  constexpr uint32_t kNear = 40;  // bytes between the verb and the speaker: "on Monday"
  if (trigger.form != TriggerForm::kVerb || s.grammar->order != WordOrder::kSubjectFirst) {
    return std::nullopt;
  }
  const Range verb = bytes_of(s.passage->tokens, trigger.match.begin, trigger.match.end);
  for (const model::Quote* quote : quotes) {
    if (!quote->speaker || quote->at.range.end > verb.begin) continue;
    const model::Place& who = quote->speaker->at;
    if (who.block != s.passage->block || who.range.begin < verb.end ||
        who.range.begin > verb.end + kNear || who.range.end > s.token(s.end - 1).at.end) {
      continue;
    }
    const std::string cue = text::fold_copy(quote->cue);
    const std::string_view last = s.token(trigger.match.end - 1).folded;
    if (cue.ends_with(last)) return quote->speaker;
  }
  return std::nullopt;
}

bool tells_by_saying(const Action& action) {
  const std::string& type = action.type;
  return action.has_content || type == "ACCUSE" || type == "REJECT" || type == "REQUEST" ||
         type == "THREATEN";
}

}  // namespace synoptic::annotate::syntax
