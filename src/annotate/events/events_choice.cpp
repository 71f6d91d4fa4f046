#include "annotate/events/events_choice.h"

#include <algorithm>

namespace synoptic::annotate {

using namespace syntax;

namespace {

constexpr double kSure = 0.8;          // how sure the classifier is that speaks against a noun
constexpr double kWeakNoun = 0.65;     // and how unsure the noun
constexpr double kMostSure = 0.95;     // of an event
constexpr double kLeastUntold = 0.85;  // how sure it is that tells an event without any trigger

const Name* name_of(const Sentence& s, const std::vector<model::Argument>& side) {
  for (const auto& argument : side) {
    for (const Name& name : s.names) {
      if (name.mention->at.range.overlaps(argument.at.range)) return &name;
    }
  }
  return nullptr;
}

std::optional<Party> party_of(const Name* name) {
  if (name == nullptr) return std::nullopt;
  return Party{name->begin, name->end};
}

bool may_be_side(const Name& name) {
  using model::EntityType;
  const EntityType type = name.mention->type;
  return !name.bracketed && !name.negated &&
         (type == EntityType::kPerson || type == EntityType::kOrg || type == EntityType::kCountry);
}

}  // namespace

std::string_view future_type(std::string_view type, std::string_view modality) {
  if (modality != "planned" && modality != "expected") return type;
  if (type == "CONSULT" || type == "SUPPORT" || type == "COOPERATE" || type == "AID") {
    return "AGREE";
  }
  return type == "RETREAT" ? "CONCEDE" : type;
}

void EventChoice::ask_about(const Sentence& s, std::vector<Reading>& readings) {
  const EventModel& model = EventModel::load();
  if (model.empty()) return;
  std::string_view type;
  bool doubtful = false;  // of one mind, the words need nobody's opinion
  for (Reading& reading : readings) {
    reading.actor_fits = reading.claimed && !reading.event.actor.empty();
    reading.recipient_fits = reading.claimed && !reading.event.recipient.empty();
    if (!reading.claimed || reading.event.type.empty()) continue;
    doubtful = doubtful || (!type.empty() && type != reading.event.type);
    type = reading.event.type;
  }
  const Reading* best = doubtful ? best_reading(readings) : nullptr;
  if (best == nullptr || !best->claimed || best->event.actor.empty()) return;
  const Sides sides{party_of(name_of(s, best->event.actor)),
                    party_of(name_of(s, best->event.recipient))};
  event_features(s, sides, readings, lang_, features_);
  const EventScores chances = model.probabilities(features_);
  const auto most = static_cast<size_t>(std::ranges::max_element(chances) - chances.begin());
  const double sure = model.confidence(chances[most]);
  if (most == kNoEvent || sure < kSure) return;
  // A noun of doing beside a verb that surely tells what was done is no news of its own.
  for (Reading& reading : readings) {
    if (!reading.claimed || reading.event.type.empty()) continue;
    if (reading.event.type == kEventTypes[most]) {
      reading.event.confidence = std::max(reading.event.confidence, std::min(sure, kMostSure));
    } else if (s.triggers[reading.trigger].form == TriggerForm::kNoun &&
               reading.event.confidence < kWeakNoun) {
      reading.claimed = false;
    }
  }
}

std::optional<model::Event> EventChoice::untold(const Sentence& s, const EventReader& reader,
                                                const std::vector<Reading>& readings) {
  const EventModel& model = EventModel::load();
  if (model.empty()) return std::nullopt;
  const Name* first = nullptr;
  const Name* second = nullptr;
  for (const Name& name : s.names) {
    if (!may_be_side(name)) continue;
    if (name.mention->entity.empty()) return std::nullopt;
    if (first == nullptr) {
      if (name.adjective || name.begin > s.begin + 8) return std::nullopt;
      first = &name;
    } else if (second == nullptr && name.mention->entity != first->mention->entity) {
      second = &name;
    }
  }
  if (first == nullptr || second == nullptr) return std::nullopt;
  const Sides sides{party_of(first), party_of(second)};
  event_features(s, sides, readings, lang_, features_);
  const EventScores chances = model.probabilities(features_);
  const auto most = static_cast<size_t>(std::ranges::max_element(chances) - chances.begin());
  const double sure = model.confidence(chances[most]);
  if (most == kNoEvent || sure < kLeastUntold) return std::nullopt;
  const size_t word = telling_word(s, sides, lang_, model, most);
  if (word == s.end) return std::nullopt;
  model::Event event = reader.untold(s, word, kEventTypes[most]);
  event.actor.push_back(argument_of(*first));
  event.recipient.push_back(argument_of(*second));
  event.confidence = sure * 0.8;
  return event;
}

void EventChoice::choose(const Sentence& s, const EventReader& reader,
                         std::vector<Reading>& readings, std::vector<model::Event>& events) {
  ask_about(s, readings);
  bool typed = false;
  std::optional<model::Event> more;
  for (const Reading& reading : readings) {
    typed = typed || !reading.event.type.empty();
  }
  if (!typed && s.names.size() > 1) more = untold(s, reader, readings);
  for (Reading& reading : readings) {
    if (!reading.claimed) continue;
    reading.event.type = future_type(reading.event.type, reading.event.modality);
    events.push_back(std::move(reading.event));
  }
  if (more) events.push_back(std::move(*more));
}

}  // namespace synoptic::annotate
