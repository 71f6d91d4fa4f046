#include <algorithm>
#include <cmath>
#include <cstring>

#include "group/fingerprint.h"
#include "lexicon/lexicon.h"

namespace synoptic::group {
namespace {

constexpr uint32_t kVersion = 1;
constexpr float kSteps = 255.0F;

// Terms of another lexicon mean other words.
uint32_t version_now() { return kVersion ^ lexicon::Lexicon::load().mark(); }

uint8_t step_of(float weight, float most) {
  if (weight <= 0 || most <= 0) return 0;
  return static_cast<uint8_t>(std::clamp(std::lround(kSteps * weight / most), 1L, 255L));
}

std::string_view cut(std::string_view text, size_t most) { return text.substr(0, most); }

}  // namespace

std::string_view Fingerprint::text(size_t index) const {
  if (data_ == nullptr) return {};
  size_t offset = offset_of(kLists);
  for (size_t i = 0; i < index; ++i) offset += head().text_sizes[i];
  return {data_.get() + offset, head().text_sizes[index]};
}

size_t Fingerprint::size_by_head() const {
  size_t size = offset_of(kLists);
  for (const auto length : head().text_sizes) size += length;
  return size;
}

Fingerprint::Fingerprint(const Draft& draft) {
  const std::string_view texts[kTexts] = {cut(draft.article, 200), cut(draft.title, 300),
                                          cut(draft.published, 40), cut(draft.lang, 16)};
  Head head{};
  head.version = version_now();
  head.phrase_count = draft.phrase_count;
  head.minutes = draft.minutes.value_or(0);
  head.dated = draft.minutes.has_value() ? 1 : 0;
  head.lexical = draft.lexical ? 1 : 0;
  const size_t sizes[kLists] = {
      draft.features.size(), draft.terms.size(),     draft.phrases.size(),
      draft.places.size(),   draft.countries.size(), draft.days.size(),
      draft.figures.size(),  draft.actors.size(),    draft.strangers.size()};
  size_t total = sizeof(Head);
  for (size_t i = 0; i < kLists; ++i) {
    head.list_sizes[i] = static_cast<uint16_t>(sizes[i]);
    total += sizes[i] * kElementSizes[i];
  }
  for (size_t i = 0; i < kTexts; ++i) {
    head.text_sizes[i] = static_cast<uint16_t>(texts[i].size());
    total += texts[i].size();
  }
  std::vector<PackedFeature> features;
  for (const auto& feature : draft.features) {
    const float milli = std::clamp(feature.weight * 1024.0F, 1.0F, 65535.0F);
    features.push_back({feature.key, feature.kind, 0, static_cast<uint16_t>(milli)});
  }
  PartWeights most;
  for (const auto& term : draft.terms) {
    most.title = std::max(most.title, term.title);
    most.lead = std::max(most.lead, term.lead);
    most.all = std::max(most.all, term.all);
  }
  std::vector<PackedTerm> terms;
  double squares[3] = {};
  for (const auto& term : draft.terms) {
    terms.push_back({term.term, step_of(term.title, most.title), step_of(term.lead, most.lead),
                     step_of(term.all, most.all), 0});
    squares[0] += terms.back().title * terms.back().title;
    squares[1] += terms.back().lead * terms.back().lead;
    squares[2] += terms.back().all * terms.back().all;
  }
  for (size_t i = 0; i < 3; ++i) head.norms[i] = static_cast<float>(std::sqrt(squares[i]));

  data_ = std::make_unique<char[]>(total);
  size_ = static_cast<uint32_t>(total);
  char* at = data_.get();
  const auto put = [&](const void* from, size_t bytes) {
    if (bytes > 0) std::memcpy(at, from, bytes);
    at += bytes;
  };
  put(&head, sizeof head);
  put(features.data(), features.size() * sizeof(PackedFeature));
  put(terms.data(), terms.size() * sizeof(PackedTerm));
  put(draft.phrases.data(), draft.phrases.size() * sizeof(uint32_t));
  put(draft.places.data(), draft.places.size() * sizeof(uint32_t));
  put(draft.countries.data(), draft.countries.size() * sizeof(uint32_t));
  put(draft.days.data(), draft.days.size() * sizeof(int32_t));
  put(draft.figures.data(), draft.figures.size() * sizeof(Figure));
  put(draft.actors.data(), draft.actors.size() * sizeof(uint32_t));
  put(draft.strangers.data(), draft.strangers.size() * sizeof(uint32_t));
  for (const auto text : texts) put(text.data(), text.size());
}

std::optional<Fingerprint> Fingerprint::from_bytes(std::string_view bytes) {
  if (bytes.size() < sizeof(Head)) return std::nullopt;
  Fingerprint out;
  out.data_ = std::make_unique<char[]>(bytes.size());
  out.size_ = static_cast<uint32_t>(bytes.size());
  std::memcpy(out.data_.get(), bytes.data(), bytes.size());
  if (out.head().version != version_now() || out.size_by_head() != bytes.size())
    return std::nullopt;
  return out;
}

}  // namespace synoptic::group
