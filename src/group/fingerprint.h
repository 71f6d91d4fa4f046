// What the room keeps of an article: weighted features and terms that two accounts of one event
// share in any language, the specifics that tell two like events apart, and its phrases for finding
// copies. A Draft is filled freely; a Fingerprint is the same in one piece of memory, which is also
// its form at rest. Private to the room.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::group {

enum class FeatureKind : uint8_t {
  kEntity,
  kCountry,
  kName,
  kDeed,
  kFigure,
  kTopic,
  kWord,
  kToken
};
constexpr size_t kFeatureKinds = 8;
inline bool is_party(FeatureKind kind) {
  return kind == FeatureKind::kEntity || kind == FeatureKind::kCountry;
}

// What is seldom the same in two events: names and figures.
inline bool is_specific(FeatureKind kind) {
  return kind == FeatureKind::kEntity || kind == FeatureKind::kName || kind == FeatureKind::kFigure;
}

struct Feature {
  uint32_t key = 0;
  FeatureKind kind = FeatureKind::kWord;
  float weight = 0;  // rarity in it once the article has entered the window
};

// A term of the lexicon with its weight in the three parts of the article.
struct PartWeights {
  uint32_t term = 0;
  float title = 0, lead = 0, all = 0;
};

struct Figure {
  uint32_t sort = 0;  // what is counted
  float value = 0;
  auto operator<=>(const Figure&) const = default;
};

using Keys = std::vector<uint32_t>;  // sorted, each once

struct Draft {
  std::string article, title, published, lang;  // lang: primary subtag
  std::optional<int64_t> minutes;               // of `published`, in UTC where that is known
  bool lexical = false;                         // the lexicon reads the language
  uint32_t publisher = 0, credited = 0;         // keys: who printed it, whom it has its text from
  std::vector<Feature> features;                // sorted by key
  std::vector<PartWeights> terms;               // sorted by term
  Keys phrases;                                 // their hashes, all of them
  Keys opening;                                 // those of them with which the text begins
  Keys places, countries;                       // of the title and the lead
  Keys actors, strangers;                       // likewise: people and organisations, known and not
  std::vector<int32_t> days;                    // the event's own dates, as days since 1970
  std::vector<Figure> figures;                  // sorted
};

// `labels`, where given, gets the name of every feature, for explain.
using Labels = std::vector<std::pair<uint32_t, std::string>>;
Draft draft(const model::Annotated& annotated, const knowledge::Knowledge& knowledge,
            Labels* labels = nullptr);

uint32_t key_of(std::string_view name);

// The lexical half (lexical.cpp).
void add_words(const model::Annotated& annotated, const knowledge::Knowledge& knowledge, Draft& out,
               Labels* labels);
void add_terms(const model::Annotated& annotated, Draft& out);
void add_phrases(const model::Article& article, Draft& out);

// The hashes of an article's phrases, rising, from their steps. They are kept to kPhraseBits: two
// articles share about 0.02 of them by chance.
constexpr uint32_t kPhraseBits = 21;
class PhraseReader {
 public:
  explicit PhraseReader(std::span<const uint16_t> steps)
      : at_(steps.data()), end_(steps.data() + steps.size()) {
    next();
  }
  static constexpr uint16_t kLongStep = 0xFFFF;  // the step is in the two numbers behind

  bool done() const { return done_; }
  uint32_t value() const { return value_; }
  void next() {
    done_ = at_ == end_;
    if (done_) return;
    uint32_t step = *at_++;
    if (step == kLongStep && end_ - at_ >= 2) {
      step = static_cast<uint32_t>(at_[0]) << 16 | at_[1];
      at_ += 2;
    }
    value_ += step;
  }

 private:
  const uint16_t* at_;
  const uint16_t* end_;
  uint32_t value_ = 0;
  bool done_ = false;
};

class Fingerprint {
 public:
  Fingerprint() = default;
  explicit Fingerprint(const Draft& draft);
  // Errors are empty: what was cut off or is of another version.
  static std::optional<Fingerprint> from_bytes(std::string_view bytes);
  std::string_view bytes() const { return {data_.get(), data_ == nullptr ? 0 : size_by_head()}; }
  const char* data() const { return data_.get(); }

  std::string_view article() const { return text(0); }
  std::string_view title() const { return text(1); }
  std::string_view published() const { return text(2); }
  std::string_view lang() const { return text(3); }
  // Two languages are one where their keys are: the texts lie far from what a pair is compared by.
  uint32_t lang_key() const { return head().lang_key; }
  std::optional<int64_t> minutes() const {
    return (head().flags & kDated) == 0 ? std::nullopt : std::optional(head().minutes);
  }
  bool lexical() const { return (head().flags & kLexical) != 0; }
  bool latin() const { return (head().flags & kLatin) != 0; }  // names in Latin letters
  size_t specifics() const { return head().specifics; }        // names and figures
  // 0: nobody. The same outlet has the same key in both.
  uint32_t publisher() const { return head().publisher; }
  uint32_t credited() const { return head().credited; }

  // Features, sorted by key; kind and weight share 16 bits.
  std::span<const uint32_t> feature_keys() const { return list<uint32_t>(kFeatureKeys); }
  std::span<const uint16_t> feature_values() const { return list<uint16_t>(kFeatureValues); }
  static FeatureKind kind_of(uint16_t value) { return static_cast<FeatureKind>(value & 7U); }
  static float weight_of(uint16_t value) { return static_cast<float>(value >> 3) / 1024.0F; }
  Feature feature(size_t i) const {
    const uint16_t value = feature_values()[i];
    return {feature_keys()[i], kind_of(value), weight_of(value)};
  }
  // Sums of the squared weights of entities and countries, and of words.
  float party_square() const { return head().party_square; }
  float word_square() const { return head().word_square; }

  // Terms, sorted; their weights in each part in 1/255ths of the heaviest there.
  std::span<const uint32_t> terms() const { return list<uint32_t>(kTerms); }
  std::span<const uint8_t> in_title() const { return list<uint8_t>(kInTitle); }
  std::span<const uint8_t> in_lead() const { return list<uint8_t>(kInLead); }
  std::span<const uint8_t> in_all() const { return list<uint8_t>(kInAll); }
  // Lengths of the parts' vectors, in their own 1/255ths.
  float title_norm() const { return head().norms[0]; }
  float lead_norm() const { return head().norms[1]; }
  float all_norm() const { return head().norms[2]; }

  std::span<const uint32_t> places() const { return list<uint32_t>(kPlaces); }
  std::span<const uint32_t> countries() const { return list<uint32_t>(kCountries); }
  std::span<const int32_t> days() const { return list<int32_t>(kDays); }
  std::span<const uint32_t> actors() const { return list<uint32_t>(kActors); }
  std::span<const uint32_t> strangers() const { return list<uint32_t>(kStrangers); }
  std::span<const Figure> figures() const { return list<Figure>(kFigures); }

  // What a pair is compared by, found in one go.
  struct Lists {
    std::span<const uint32_t> feature_keys, terms, places, countries;
    std::span<const int32_t> days;
    std::span<const uint32_t> actors, strangers;
    std::span<const Figure> figures;
    std::span<const uint16_t> feature_values;
    std::span<const uint8_t> in_title, in_lead, in_all;
  };
  Lists lists() const {
    const char* at = data_.get() + sizeof(Head);
    size_t index = 0;
    const auto next = [&]<typename Element>(std::span<const Element>& list) {
      list = {reinterpret_cast<const Element*>(at), head().list_sizes[index++]};
      at += list.size_bytes();
    };
    Lists out;
    next(out.feature_keys), next(out.terms), next(out.places), next(out.countries);
    next(out.days), next(out.actors), next(out.strangers), next(out.figures);
    next(out.feature_values), next(out.in_title), next(out.in_lead), next(out.in_all);
    return out;
  }

  PhraseReader phrases() const { return PhraseReader(list<uint16_t>(kPhraseSteps)); }
  std::span<const uint32_t> indexed_phrases() const { return list<uint32_t>(kIndexed); }  // whole
  // The smallest of those with which the text begins, without their lowest bits; sorted.
  static constexpr uint32_t kOpeningBits = 16;
  std::span<const uint16_t> opening() const { return list<uint16_t>(kOpening); }
  uint32_t phrase_count() const { return head().phrase_count; }  // of the text
  uint32_t kept_phrases() const { return head().kept_phrases; }
  uint32_t last_phrase() const { return head().last_phrase; }  // the largest that is kept

 private:
  // In the order in which they lie; what a pair is compared by comes first.
  enum List : size_t {
    kFeatureKeys,
    kTerms,
    kPlaces,
    kCountries,
    kDays,
    kActors,
    kStrangers,
    kFigures,
    kFeatureValues,
    kInTitle,
    kInLead,
    kInAll,
    kIndexed,
    kOpening,
    kPhraseSteps,
    kLists
  };
  static constexpr size_t kTexts = 4;
  enum Flag : uint8_t { kDated = 1, kLexical = 2, kLatin = 4 };
  static constexpr size_t kElementSizes[kLists] = {4, 4, 4, 4, 4, 4, 4, sizeof(Figure),
                                                   2, 1, 1, 1, 4, 2, 2};
  struct Head {
    uint32_t version, phrase_count, last_phrase;
    float norms[3], party_square, word_square;
    int64_t minutes;
    uint16_t text_sizes[kTexts];
    uint16_t kept_phrases, step_count;
    uint8_t list_sizes[kPhraseSteps];  // the last list's is step_count
    uint8_t flags, specifics;
    uint32_t lang_key;  // follows from the text; 0 in bytes that are older than it
    uint32_t publisher, credited;

    size_t size_of(size_t list) const {
      return list < kPhraseSteps ? list_sizes[list] : step_count;
    }
  };
  static_assert(sizeof(Head) == 80);
  const Head& head() const { return *reinterpret_cast<const Head*>(data_.get()); }
  // Here, so that the compiler sees through it: pairs are compared by the hundred per article.
  size_t offset_of(size_t list) const {
    const Head& sizes = head();
    size_t offset = sizeof(Head);
    for (size_t i = 0; i < list; ++i) {
      offset += kElementSizes[i] * sizes.size_of(i);
      if (i == kInAll) offset = (offset + 3) & ~size_t{3};
    }
    return offset;
  }
  template <typename Element>
  std::span<const Element> list(size_t index) const {
    return {reinterpret_cast<const Element*>(data_.get() + offset_of(index)),
            head().size_of(index)};
  }
  std::string_view text(size_t index) const;
  size_t size_by_head() const;

  std::unique_ptr<char[]> data_;
};

}  // namespace synoptic::group
