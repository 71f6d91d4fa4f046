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
  std::vector<Feature> features;                // sorted by key
  std::vector<PartWeights> terms;               // sorted by term
  Keys phrases;                                 // the smallest hashes, sorted
  uint32_t phrase_count = 0;                    // before the cut
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

class Fingerprint {
 public:
  // Weights take half the room: 1/1024ths.
  struct PackedFeature {
    uint32_t key;
    FeatureKind kind;
    uint8_t spare;
    uint16_t milli;
    float weight() const { return static_cast<float>(milli) / 1024.0F; }
  };
  struct PackedTerm {
    uint32_t term;
    uint8_t title, lead, all, spare;  // of the heaviest in its part, in 1/255ths
  };

  Fingerprint() = default;
  explicit Fingerprint(const Draft& draft);
  // Errors are empty: what was cut off or is of another version.
  static std::optional<Fingerprint> from_bytes(std::string_view bytes);
  std::string_view bytes() const { return {data_.get(), size_}; }

  std::string_view article() const { return text(0); }
  std::string_view title() const { return text(1); }
  std::string_view published() const { return text(2); }
  std::string_view lang() const { return text(3); }
  std::optional<int64_t> minutes() const {
    return head().dated == 0 ? std::nullopt : std::optional(head().minutes);
  }
  bool lexical() const { return head().lexical != 0; }
  std::span<const PackedFeature> features() const { return list<PackedFeature>(0); }
  std::span<const PackedTerm> terms() const { return list<PackedTerm>(1); }
  std::span<const uint32_t> phrases() const { return list<uint32_t>(2); }
  std::span<const uint32_t> places() const { return list<uint32_t>(3); }
  std::span<const uint32_t> countries() const { return list<uint32_t>(4); }
  std::span<const int32_t> days() const { return list<int32_t>(5); }
  std::span<const Figure> figures() const { return list<Figure>(6); }
  std::span<const uint32_t> actors() const { return list<uint32_t>(7); }
  std::span<const uint32_t> strangers() const { return list<uint32_t>(8); }
  uint32_t phrase_count() const { return head().phrase_count; }
  // Lengths of the parts' vectors, in their own 1/255ths.
  float title_norm() const { return head().norms[0]; }
  float lead_norm() const { return head().norms[1]; }
  float all_norm() const { return head().norms[2]; }

 private:
  static constexpr size_t kLists = 9, kTexts = 4;
  struct Head {
    uint32_t version, phrase_count;
    int64_t minutes;
    float norms[3];
    uint16_t list_sizes[kLists];
    uint16_t text_sizes[kTexts];
    uint8_t dated, lexical;
  };
  const Head& head() const { return *reinterpret_cast<const Head*>(data_.get()); }
  static constexpr size_t kElementSizes[kLists] = {
      sizeof(PackedFeature), sizeof(PackedTerm), sizeof(uint32_t),
      sizeof(uint32_t),      sizeof(uint32_t),   sizeof(int32_t),
      sizeof(Figure),        sizeof(uint32_t),   sizeof(uint32_t)};
  // Here, so that the compiler sees through it: pairs are compared by the hundred per article.
  size_t offset_of(size_t list) const {
    const Head& sizes = head();
    size_t offset = sizeof(Head);
    for (size_t i = 0; i < list; ++i) offset += kElementSizes[i] * sizes.list_sizes[i];
    return offset;
  }
  template <typename Element>
  std::span<const Element> list(size_t index) const {
    return {reinterpret_cast<const Element*>(data_.get() + offset_of(index)),
            head().list_sizes[index]};
  }
  std::string_view text(size_t index) const;
  size_t size_by_head() const;

  std::unique_ptr<char[]> data_;
  uint32_t size_ = 0;
};

}  // namespace synoptic::group
