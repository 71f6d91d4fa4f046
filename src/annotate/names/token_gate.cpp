#include "annotate/names/token_gate.h"

#include "annotate/events/events_lexicon.h"
#include "annotate/outlooks_table.h"
#include "annotate/plain_words.h"
#include "annotate/quotes/quote_cues.h"
#include "annotate/standings_table.h"
#include "annotate/topics_table.h"
#include "model/article.h"

namespace synoptic::annotate::syntax {

TokenGate::TokenGate(std::string_view lang)
    : events_(event_lexicon(lang)),
      cues_(quote_cues(lang)),
      topics_(top_level_topics().language(model::table_language(lang))),
      second_topics_(second_level_topics().language(model::table_language(lang))),
      outlooks_(outlook_table(lang)),
      standings_(standing_table(lang)),
      language_(PlainWords::language(model::table_language(lang))),
      memory_(PlainWords::of_thread()) {}

uint8_t TokenGate::opens(std::string_view folded) const {
  return memory_.opens(language_, folded, [&] { return look_up(folded); });
}

uint8_t TokenGate::look_up(std::string_view folded) const {
  uint8_t opens = 0;
  const auto set = [&](Token::Opens table, bool on) {
    if (on) opens |= static_cast<uint8_t>(1u << table);
  };
  set(Token::kEvent, events_ != nullptr && events_->may_open(folded));
  set(Token::kTopic, topics_ != nullptr && topics_->phrases.may_open(folded));
  set(Token::kSecondTopic, second_topics_ != nullptr && second_topics_->phrases.may_open(folded));
  set(Token::kOutlook, outlooks_ != nullptr && outlooks_->phrases.may_open(folded));
  set(Token::kStanding, standings_ != nullptr && standings_->orders.may_open(folded));
  if (cues_ == nullptr) return opens;
  const auto cue = [&](CueClass kind) {
    return cues_->tables[static_cast<size_t>(kind)].may_open(folded);
  };
  set(Token::kCue, cues_->any.may_open(folded));
  set(Token::kCiting, cue(CueClass::kCiting));
  set(Token::kMedium, cue(CueClass::kStatement) || cue(CueClass::kTweet) ||
                          cue(CueClass::kInterview) || cue(CueClass::kLetter));
  return opens;
}

}  // namespace synoptic::annotate::syntax
