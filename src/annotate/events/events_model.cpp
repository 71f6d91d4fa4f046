#include "annotate/events/events_model.h"

#include <algorithm>
#include <cmath>

#include "base/data.h"

namespace synoptic::annotate {
namespace {

constexpr double kSurest = 0.995;  // no guess is surer than this

}  // namespace

const EventModel& EventModel::load() {
  static const EventModel model = [] {
    EventModel read;
    read.open(embedded_data("models/events.bin"));
    return read;
  }();
  return model;
}

bool EventModel::open(std::string_view bytes) {
  EventModelHeader header;
  if (bytes.size() < sizeof header) return false;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kEventMagic, sizeof kEventMagic) != 0 ||
      header.classes != kEventClasses || header.bits == 0 || header.bits > 24 ||
      bytes.size() < sizeof header + (size_t{kEventClasses} << header.bits)) {
    return false;
  }
  header_ = header;
  weights_ = reinterpret_cast<const int8_t*>(bytes.data() + sizeof header);
  return true;
}

EventScores EventModel::probabilities(const std::vector<EventFeature>& features) const {
  EventScores sums{};
  if (empty()) return sums;
  for (const EventFeature& feature : features) {
    const int8_t* weights = row(feature.hash);
    for (size_t i = 0; i < kEventClasses; ++i) {
      sums[i] += feature.value * static_cast<float>(weights[i]);
    }
  }
  const float most = *std::ranges::max_element(sums);
  float total = 0;
  for (float& sum : sums) {
    sum = std::exp((sum - most) * header_.unit);
    total += sum;
  }
  for (float& sum : sums) sum /= total;
  return sums;
}

double EventModel::confidence(double probability) const {
  const double p = std::clamp(probability, 1e-6, 1 - 1e-6);
  const double x = header_.slope * std::log(p / (1 - p)) + header_.offset;
  return std::min(kSurest, 1 / (1 + std::exp(-x)));
}

}  // namespace synoptic::annotate
