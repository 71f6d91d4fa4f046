// What one side does to the other in a sentence: the likeliest of PLOVER's types, however unsure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/events/events_model.h"
#include "knowledge/knowledge.h"

namespace synoptic::annotate {

struct GuessInput {
  std::string_view text, lang;
  std::string_view actor, recipient;  // pieces of the text; may be empty
  std::string_view date;              // of the text, ISO 8601; may be empty
};

struct EventGuess {
  std::string type;
  double confidence = 0;
  std::string rule;  // why, for explain
};

EventGuess guess_event(const GuessInput& input, const knowledge::Knowledge& knowledge);

// What the classifier sees of it; for tools/train_events.cpp.
std::vector<EventFeature> features_of(const GuessInput& input,
                                      const knowledge::Knowledge& knowledge);

}  // namespace synoptic::annotate
