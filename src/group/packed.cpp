// A fingerprint as one piece of memory: its head, then its lists, then its texts.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "group/bounds.h"
#include "group/fingerprint.h"
#include "lexicon/lexicon.h"
#include "text/utf8.h"

namespace synoptic::group {
namespace {

constexpr uint32_t kVersion = 4;
constexpr float kSteps = 255.0F;
constexpr size_t kLongestList = 255, kMostSteps = 65535;

// Terms of another lexicon mean other words.
uint32_t version_now() { return kVersion ^ lexicon::Lexicon::load().mark(); }

uint8_t step_of(float weight, float most) {
  if (weight <= 0 || most <= 0) return 0;
  return static_cast<uint8_t>(std::clamp(std::lround(kSteps * weight / most), 1L, 255L));
}

// Codes of two or three letters are their own keys.
uint32_t lang_key_of(std::string_view lang) {
  if (lang.size() > sizeof(uint32_t)) return key_of(lang);
  uint32_t key = 0;
  for (const char letter : lang) key = key << 8 | static_cast<unsigned char>(letter);
  return key;
}

// The smallest: how many of a text's phrases are kept.
std::span<const uint32_t> kept_of(const Keys& phrases) {
  const size_t most = std::clamp(phrases.size() / 2, kMaxPhrases, kMostPhrases);
  return std::span(phrases).first(std::min(most, phrases.size()));
}

// Returns the last.
uint32_t put_steps(std::span<const uint32_t> phrases, std::vector<uint16_t>& out) {
  uint32_t last = 0;
  for (const uint32_t phrase : phrases) {
    const uint32_t value = phrase >> (32 - kPhraseBits), step = value - last;
    if (step < PhraseReader::kLongStep) {
      out.push_back(static_cast<uint16_t>(step));
    } else {
      out.push_back(PhraseReader::kLongStep);
      out.push_back(static_cast<uint16_t>(step >> 16));
      out.push_back(static_cast<uint16_t>(step & 0xFFFF));
    }
    last = value;
  }
  return last;
}

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
  const std::string_view texts[kTexts] = {
      text::first_bytes(draft.article, 200), text::first_bytes(draft.title, 300),
      text::first_bytes(draft.published, 40), text::first_bytes(draft.lang, 16)};
  Head head{};
  head.version = version_now();
  head.minutes = draft.minutes.value_or(0);
  head.flags = static_cast<uint8_t>((draft.minutes ? kDated : 0) | (draft.lexical ? kLexical : 0));
  head.lang_key = lang_key_of(texts[3]);
  head.publisher = draft.publisher;
  head.credited = draft.credited;
  std::vector<uint32_t> feature_keys, terms;
  std::vector<uint16_t> feature_values, steps;
  for (const auto& feature : draft.features) {
    const float thousandths = std::clamp(feature.weight * 1024.0F, 1.0F, 8191.0F);
    feature_keys.push_back(feature.key);
    feature_values.push_back(static_cast<uint16_t>(static_cast<unsigned>(thousandths) << 3 |
                                                   static_cast<unsigned>(feature.kind)));
    const float weight = weight_of(feature_values.back());
    if (is_party(feature.kind)) head.party_square += weight * weight;
    if (feature.kind == FeatureKind::kWord) head.word_square += weight * weight;
    if (feature.kind == FeatureKind::kToken) head.flags |= kLatin;
    if (is_specific(feature.kind)) ++head.specifics;
  }
  PartWeights most;
  for (const auto& term : draft.terms) {
    most.title = std::max(most.title, term.title);
    most.lead = std::max(most.lead, term.lead);
    most.all = std::max(most.all, term.all);
  }
  std::vector<uint8_t> parts[3];
  for (const auto& term : draft.terms) {
    terms.push_back(term.term);
    parts[0].push_back(step_of(term.title, most.title));
    parts[1].push_back(step_of(term.lead, most.lead));
    parts[2].push_back(step_of(term.all, most.all));
  }
  for (size_t i = 0; i < 3; ++i) {
    double square = 0;
    for (const uint8_t weight : parts[i]) square += weight * weight;
    head.norms[i] = static_cast<float>(std::sqrt(square));
  }
  const auto kept = kept_of(draft.phrases);
  head.phrase_count = static_cast<uint32_t>(draft.phrases.size());
  head.kept_phrases = static_cast<uint16_t>(kept.size());
  head.last_phrase = put_steps(kept, steps);
  const size_t index_size =
      std::clamp<size_t>(draft.phrases.size() / kPhrasesForOne, kIndexedPhrases, kMostIndexed);
  const auto indexed = kept.first(std::min(index_size, kept.size()));

  std::string lists;
  size_t number = 0;
  const auto put = [&](const auto& list) {
    using Element = std::decay_t<decltype(list[0])>;
    const size_t count = std::min(list.size(), number < kPhraseSteps ? kLongestList : kMostSteps);
    if (number < kPhraseSteps) head.list_sizes[number] = static_cast<uint8_t>(count);
    lists.append(reinterpret_cast<const char*>(list.data()), count * sizeof(Element));
    ++number;
  };
  put(feature_keys);
  put(terms);
  put(draft.places);
  put(draft.countries);
  put(draft.days);
  put(draft.actors);
  put(draft.strangers);
  put(draft.figures);
  put(feature_values);
  for (const auto& part : parts) put(part);
  lists.resize((sizeof(Head) + lists.size() + 3) / 4 * 4 - sizeof(Head));
  put(indexed);
  std::vector<uint16_t> opening;
  for (const uint32_t phrase : draft.opening) {
    if (opening.size() == kMaxOpening) break;
    opening.push_back(static_cast<uint16_t>(phrase >> (32 - kOpeningBits)));
  }
  put(opening);
  head.step_count = static_cast<uint16_t>(std::min(steps.size(), kMostSteps));
  put(steps);
  for (size_t i = 0; i < kTexts; ++i) {
    head.text_sizes[i] = static_cast<uint16_t>(texts[i].size());
    lists += texts[i];
  }
  data_ = std::make_unique_for_overwrite<char[]>(sizeof head + lists.size());
  std::memcpy(data_.get(), &head, sizeof head);
  std::memcpy(data_.get() + sizeof head, lists.data(), lists.size());
}

std::optional<Fingerprint> Fingerprint::from_bytes(std::string_view bytes) {
  if (bytes.size() < sizeof(Head)) return std::nullopt;
  Fingerprint out;
  out.data_ = std::make_unique_for_overwrite<char[]>(bytes.size());
  std::memcpy(out.data_.get(), bytes.data(), bytes.size());
  if (out.head().version != version_now() || out.size_by_head() != bytes.size())
    return std::nullopt;
  Head head = out.head();
  head.lang_key = lang_key_of(out.lang());
  std::memcpy(out.data_.get(), &head, sizeof head);
  return out;
}

}  // namespace synoptic::group
