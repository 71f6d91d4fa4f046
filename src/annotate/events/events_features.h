// What the classifier of event types sees of a sentence with two sides: the readings of the event
// lexicon, words and pairs of words by where they stand to the sides, and English stems for them,
// by which one model serves all languages. Private to the room and to tools/train_events.cpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "annotate/events/clause.h"
#include "annotate/events/events_model.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

struct Reading {       // a trigger of the sentence, as the lexicon and the grammar have it
  size_t trigger = 0;  // index in Sentence::triggers
  model::Event event;
  bool claimed = false;    // sure enough to be told
  bool swallowed = false;  // told with the one that governs it
  bool aside = false;      // in a clause that another word opens: "though", "which"
  bool actor_fits = false, recipient_fits = false;  // it has the sides asked for
};

struct Party {
  size_t begin = 0, end = 0;  // tokens
};

struct Sides {
  std::optional<Party> actor, recipient;
};

// The typed reading that tells best what the sides do to each other; nullptr without any.
const Reading* best_reading(const std::vector<Reading>& readings);

void event_features(const Sentence& sentence, const Sides& sides,
                    const std::vector<Reading>& readings, std::string_view lang,
                    std::vector<EventFeature>& out);

// The word that speaks most for the type, outside the sides; sentence.end where none does.
size_t telling_word(const Sentence& sentence, const Sides& sides, std::string_view lang,
                    const EventModel& model, size_t type);

}  // namespace synoptic::annotate::syntax
