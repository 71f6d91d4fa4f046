// Which tables of phrases a word may open, for all tables of a language at once: most words open
// none, and need not be looked for in each. Private to the room.
#pragma once

#include <string_view>

#include "annotate/passage.h"

namespace synoptic::annotate {

class PlainWords;
struct TopicTable;

namespace syntax {

class EventLexicon;
struct OutlookTable;
struct QuoteCues;
struct StandingTable;

class TokenGate {
 public:
  explicit TokenGate(std::string_view lang);

  uint8_t opens(std::string_view folded) const;  // of Token::Opens

 private:
  uint8_t look_up(std::string_view folded) const;

  const EventLexicon* events_;
  const QuoteCues* cues_;
  const TopicTable *topics_, *second_topics_;
  const OutlookTable* outlooks_;
  const StandingTable* standings_;
  uint32_t language_;
  PlainWords& memory_;
};

}  // namespace syntax
}  // namespace synoptic::annotate
