// The linear classifier of event types: a table of small weights, read where it lies in
// data/models/events.bin. tools/train_events.cpp writes it. Private to the room and to that tool.
//
//   header | weights: buckets x kEventClasses signed bytes
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace synoptic::annotate {

// PLOVER's types, and the last: no event between the two sides.
constexpr size_t kEventClasses = 17;
constexpr size_t kNoEvent = kEventClasses - 1;
constexpr std::array<std::string_view, kEventClasses> kEventTypes{
    "AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
    "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT", ""};

struct EventFeature {
  uint64_t hash = 0;
  float value = 1;
};

using EventScores = std::array<float, kEventClasses>;

constexpr char kEventMagic[8] = {'S', 'Y', 'N', 'E', 'V', 'T', '0', '1'};

struct EventModelHeader {
  char magic[8];
  uint32_t classes = kEventClasses;
  uint32_t bits = 0;  // of a bucket's number
  float unit = 1;     // what a weight of one stands for
  float slope = 1;    // the chance that the likeliest class is right:
  float offset = 0;   //   1 / (1 + exp(-(slope * logit(its probability) + offset)))
  char reserved[36] = {};
};
static_assert(sizeof(EventModelHeader) == 64);

class EventModel {
 public:
  // The model inside the program; one that knows nothing where there is none.
  static const EventModel& load();

  // False: these are no bytes of a model.
  bool open(std::string_view bytes);
  bool empty() const { return weights_ == nullptr; }

  EventScores probabilities(const std::vector<EventFeature>& features) const;
  // Of the likeliest class, from its probability.
  double confidence(double probability) const;
  // How much one feature speaks for a class.
  float weight(uint64_t hash, size_t type) const {
    return weights_ == nullptr ? 0 : header_.unit * static_cast<float>(row(hash)[type]);
  }

 private:
  const int8_t* row(uint64_t hash) const {
    return weights_ + (hash >> (64 - header_.bits)) * kEventClasses;
  }

  EventModelHeader header_{};
  const int8_t* weights_ = nullptr;
};

}  // namespace synoptic::annotate
