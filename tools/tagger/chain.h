// A linear-chain conditional random field over the tags of the tagger (Lafferty et al. 2001),
// trained by AdaGrad, one sentence at a time. Tokens may leave their tag open: then all tags that
// are allowed count together.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "annotate/names/tagger_model.h"
#include "tagger/list_maker.h"

namespace synoptic::tools {

struct ChainSentence {
  size_t first = 0;  // index of its first token
  uint32_t tokens = 0;
  uint8_t kind = 0;
  float weight = 1;
};

// Sentences as feature numbers.
struct ChainData {
  std::vector<ChainSentence> sentences;
  std::vector<size_t> begins{0};  // of each token's features; one more than tokens
  std::vector<uint32_t> features;
  std::vector<uint16_t> allowed;  // bit of each tag that the token may have
};

constexpr uint16_t kAnyTag = (1u << annotate::kTags) - 1;

class Chain {
 public:
  explicit Chain(size_t features);

  void train(const ChainData& data, int epoch, float rate, float dropout);
  // From here on weights are averaged over the time of the training, which the order of the
  // sentences sways less than the last ones; take_average() puts the averages in their place.
  void begin_average();
  void take_average();
  std::vector<uint8_t> decode(const ChainData& data, const ChainSentence& sentence) const;
  // Forgets all features but the `most` that weigh most.
  void prune(size_t most);
  // The bytes of a model; `hashes`: of each feature.
  std::string to_bytes(const std::vector<uint64_t>& hashes, const MadeLists& lists) const;

 private:
  struct alignas(64) Row {
    float weights[annotate::kTags - 1] = {};
    float squares = 0;
    float alive = 1;
  };
  using Lattice = std::vector<std::array<float, annotate::kTags>>;

  void score(const ChainData& data, const ChainSentence& sentence, Lattice& out) const;
  void marginals(const ChainSentence& sentence, const Lattice& scores, const uint16_t* allowed,
                 Lattice& out, float (*pairs)[annotate::kTags + 1]) const;

  void add_to_average();

  std::vector<Row> rows_;
  float transitions_[annotate::kSentenceKinds][annotate::kTags + 1][annotate::kTags + 1] = {};
  float transition_squares_[annotate::kSentenceKinds][annotate::kTags + 1][annotate::kTags + 1] =
      {};
  // Sums of the weights of the rows that are alive, and how often they were added up.
  bool averages_ = false;
  std::vector<uint32_t> averaged_;
  std::vector<std::array<float, annotate::kTags - 1>> sums_;
  float transition_sums_[annotate::kSentenceKinds][annotate::kTags + 1][annotate::kTags + 1] = {};
  float added_ = 0;
  // Of the sentence in work: which features are left out this time.
  float keep_ = 1;
  uint64_t drop_seed_ = 0;
  bool dropped(size_t position) const {
    return keep_ < 1 && static_cast<float>(annotate::mix_hash(position * 0x9E37 + drop_seed_) >>
                                           40) >= keep_ * static_cast<float>(1 << 24);
  }
};

}  // namespace synoptic::tools
