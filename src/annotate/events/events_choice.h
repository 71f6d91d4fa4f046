// Which readings of a sentence are told, and with which type. Private to events*.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "annotate/events/events_reader.h"

namespace synoptic::annotate {

class EventChoice {
 public:
  explicit EventChoice(std::string_view lang) : lang_(model::table_language(lang)) {}

  // Adds the events of the sentence.
  void choose(const syntax::Sentence& sentence, const EventReader& reader,
              std::vector<syntax::Reading>& readings, std::vector<model::Event>& events);

 private:
  // Where the claimed readings are of several types: what the classifier thinks of it.
  void ask_about(const syntax::Sentence& sentence, std::vector<syntax::Reading>& readings);
  // What two known sides do though no trigger tells it.
  std::optional<model::Event> untold(const syntax::Sentence& sentence, const EventReader& reader,
                                     const std::vector<syntax::Reading>& readings);

  std::string lang_;
  std::vector<EventFeature> features_;
};

// PLOVER: what is to be done together is agreed upon, and a retreat to come is a concession.
std::string_view future_type(std::string_view type, std::string_view modality);

}  // namespace synoptic::annotate
