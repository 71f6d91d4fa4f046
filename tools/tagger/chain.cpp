#include "tagger/chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace synoptic::tools {
namespace {

using annotate::kTags;
using annotate::may_follow;

constexpr float kStill = 0.004F;       // gradients too small to matter
constexpr size_t kAddedPerEpoch = 16;  // times that weights are added to their average

}  // namespace

Chain::Chain(size_t features) : rows_(features) {}

void Chain::score(const ChainData& data, const ChainSentence& sentence, Lattice& out) const {
  out.assign(sentence.tokens, {});
  const float scale = 1 / keep_;
  for (uint32_t i = 0; i < sentence.tokens; ++i) {
    auto& sum = out[i];
    const size_t end = data.begins[sentence.first + i + 1];
    for (size_t f = data.begins[sentence.first + i]; f < end; ++f) {
      if (f + 8 < end) __builtin_prefetch(&rows_[data.features[f + 8]]);
      if (dropped(f)) continue;
      const float* weights = rows_[data.features[f]].weights;
      for (int t = 1; t < kTags; ++t) sum[static_cast<size_t>(t)] += weights[t - 1];
    }
    for (float& s : sum) s *= scale;
  }
}

// The probability of each tag of each token, and of each pair of tags summed over the sentence.
void Chain::marginals(const ChainSentence& sentence, const Lattice& scores, const uint16_t* allowed,
                      Lattice& out, float (*pairs)[annotate::kTags + 1]) const {
  const size_t count = sentence.tokens;
  static thread_local Lattice forward, backward, emission;
  forward.assign(count, {});
  backward.assign(count, {});
  emission.assign(count, {});
  out.assign(count, {});
  float step[kTags + 1][kTags + 1] = {};
  for (int a = 0; a <= kTags; ++a) {
    for (int b = 0; b <= kTags; ++b) {
      step[a][b] = may_follow(a, b) ? std::exp(transitions_[sentence.kind][a][b]) : 0;
    }
  }
  for (size_t i = 0; i < count; ++i) {
    const float most = *std::max_element(scores[i].begin(), scores[i].end());
    for (size_t t = 0; t < kTags; ++t) {
      emission[i][t] = (allowed == nullptr || (allowed[i] >> t & 1) != 0)
                           ? std::max(std::exp(scores[i][t] - most), 1e-12F)
                           : 0;
    }
  }
  const auto normalise = [](std::array<float, kTags>& values) {
    float sum = 0;
    for (const float v : values) sum += v;
    if (sum <= 0) sum = 1;
    for (float& v : values) v /= sum;
  };
  for (size_t t = 0; t < kTags; ++t) forward[0][t] = emission[0][t] * step[kTags][t];
  normalise(forward[0]);
  for (size_t i = 1; i < count; ++i) {
    for (size_t a = 0; a < kTags; ++a) {
      const float before = forward[i - 1][a];
      if (before == 0) continue;
      for (size_t b = 0; b < kTags; ++b) forward[i][b] += before * step[a][b];
    }
    for (size_t b = 0; b < kTags; ++b) forward[i][b] *= emission[i][b];
    normalise(forward[i]);
  }
  for (size_t t = 0; t < kTags; ++t) backward[count - 1][t] = step[t][kTags];
  for (size_t i = count - 1; i-- > 0;) {
    std::array<float, kTags> next{};
    for (size_t b = 0; b < kTags; ++b) next[b] = backward[i + 1][b] * emission[i + 1][b];
    for (size_t a = 0; a < kTags; ++a) {
      float sum = 0;
      for (size_t b = 0; b < kTags; ++b) sum += step[a][b] * next[b];
      backward[i][a] = sum;
    }
    normalise(backward[i]);
  }
  for (size_t i = 0; i < count; ++i) {
    for (size_t t = 0; t < kTags; ++t) out[i][t] = forward[i][t] * backward[i][t];
    normalise(out[i]);
  }
  for (size_t t = 0; t < kTags; ++t) {
    pairs[kTags][t] += out[0][t];
    pairs[t][kTags] += out[count - 1][t];
  }
  for (size_t i = 1; i < count; ++i) {
    float sum = 0;
    float mass[kTags][kTags];
    for (size_t a = 0; a < kTags; ++a) {
      for (size_t b = 0; b < kTags; ++b) {
        sum += mass[a][b] = forward[i - 1][a] * step[a][b] * emission[i][b] * backward[i][b];
      }
    }
    if (sum <= 0) continue;
    for (size_t a = 0; a < kTags; ++a) {
      for (size_t b = 0; b < kTags; ++b) pairs[a][b] += mass[a][b] / sum;
    }
  }
}

void Chain::train(const ChainData& data, int epoch, float rate, float dropout) {
  std::vector<uint32_t> order(data.sentences.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  uint64_t state = 88172645463325252ULL + static_cast<uint64_t>(epoch) * 7919;
  for (size_t i = order.size(); i > 1; --i) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    std::swap(order[i - 1], order[state % i]);
  }
  keep_ = 1 - dropout;
  Lattice scores, told, guessed;
  const size_t stretch = order.size() / kAddedPerEpoch + 1;
  size_t done = 0;
  for (const uint32_t index : order) {
    if (averages_ && ++done % stretch == 0) add_to_average();
    const ChainSentence& sentence = data.sentences[index];
    if (sentence.tokens == 0) continue;
    drop_seed_ = annotate::mix_hash(index + static_cast<uint64_t>(epoch) * 1000003);
    score(data, sentence, scores);
    float right[kTags + 1][kTags + 1] = {}, wrong[kTags + 1][kTags + 1] = {};
    marginals(sentence, scores, &data.allowed[sentence.first], told, right);
    marginals(sentence, scores, nullptr, guessed, wrong);
    for (uint32_t i = 0; i < sentence.tokens; ++i) {
      float step[kTags - 1], norm = 0, most = 0;
      for (int t = 1; t < kTags; ++t) {
        const auto tag = static_cast<size_t>(t);
        step[t - 1] = (told[i][tag] - guessed[i][tag]) * sentence.weight;
        norm += step[t - 1] * step[t - 1];
        most = std::max(most, std::abs(step[t - 1]));
      }
      if (most < kStill) continue;
      const size_t end = data.begins[sentence.first + i + 1];
      for (size_t f = data.begins[sentence.first + i]; f < end; ++f) {
        if (dropped(f)) continue;
        Row& row = rows_[data.features[f]];
        row.squares += norm;
        const float pace = rate / (0.5F + std::sqrt(row.squares)) * row.alive;
        for (int t = 0; t < kTags - 1; ++t) row.weights[t] += pace * step[t];
      }
    }
    auto& transitions = transitions_[sentence.kind];
    auto& squares = transition_squares_[sentence.kind];
    for (int a = 0; a <= kTags; ++a) {
      for (int b = 0; b <= kTags; ++b) {
        const float change = (right[a][b] - wrong[a][b]) * sentence.weight;
        if (change == 0) continue;
        squares[a][b] += change * change;
        transitions[a][b] += rate * change / (1 + std::sqrt(squares[a][b]));
      }
    }
  }
  keep_ = 1;
}

void Chain::begin_average() {
  averages_ = true;
  for (uint32_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].alive != 0) averaged_.push_back(i);
  }
  sums_.assign(averaged_.size(), {});
}

void Chain::add_to_average() {
  for (size_t i = 0; i < averaged_.size(); ++i) {
    const float* weights = rows_[averaged_[i]].weights;
    for (size_t t = 0; t < kTags - 1; ++t) sums_[i][t] += weights[t];
  }
  for (size_t k = 0; k < annotate::kSentenceKinds; ++k) {
    for (size_t a = 0; a <= kTags; ++a) {
      for (size_t b = 0; b <= kTags; ++b) transition_sums_[k][a][b] += transitions_[k][a][b];
    }
  }
  ++added_;
}

void Chain::take_average() {
  averages_ = false;
  if (added_ == 0) return;
  for (size_t i = 0; i < averaged_.size(); ++i) {
    float* weights = rows_[averaged_[i]].weights;
    for (size_t t = 0; t < kTags - 1; ++t) weights[t] = sums_[i][t] / added_;
  }
  for (size_t k = 0; k < annotate::kSentenceKinds; ++k) {
    for (size_t a = 0; a <= kTags; ++a) {
      for (size_t b = 0; b <= kTags; ++b)
        transitions_[k][a][b] = transition_sums_[k][a][b] / added_;
    }
  }
}

std::vector<uint8_t> Chain::decode(const ChainData& data, const ChainSentence& sentence) const {
  Lattice scores;
  score(data, sentence, scores);
  const size_t count = sentence.tokens;
  constexpr float kNever = -1e9F;
  std::vector<std::array<uint8_t, kTags>> from(count);
  std::array<float, kTags> best{}, next{};
  const auto& transitions = transitions_[sentence.kind];
  for (size_t t = 0; t < kTags; ++t) {
    best[t] =
        may_follow(kTags, static_cast<int>(t)) ? scores[0][t] + transitions[kTags][t] : kNever;
  }
  for (size_t i = 1; i < count; ++i) {
    for (size_t b = 0; b < kTags; ++b) {
      next[b] = kNever;
      for (size_t a = 0; a < kTags; ++a) {
        if (!may_follow(static_cast<int>(a), static_cast<int>(b))) continue;
        const float s = best[a] + transitions[a][b];
        if (s > next[b]) next[b] = s, from[i][b] = static_cast<uint8_t>(a);
      }
      next[b] += scores[i][b];
    }
    best = next;
  }
  uint8_t last = 0;
  float most = 2 * kNever;
  for (size_t t = 0; t < kTags; ++t) {
    if (!may_follow(static_cast<int>(t), kTags)) continue;
    if (best[t] + transitions[t][kTags] > most) {
      most = best[t] + transitions[t][kTags];
      last = static_cast<uint8_t>(t);
    }
  }
  std::vector<uint8_t> tags(count);
  for (size_t i = count; i-- > 0;) {
    tags[i] = last;
    last = from[i][last];
  }
  return tags;
}

void Chain::prune(size_t most) {
  if (rows_.size() <= most) return;
  std::vector<float> sizes;
  sizes.reserve(rows_.size());
  const auto size_of = [](const Row& row) {
    float size = 0;
    for (const float w : row.weights) size = std::max(size, std::abs(w));
    return size;
  };
  for (const Row& row : rows_) sizes.push_back(size_of(row));
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<long>(rows_.size() - most),
                   sizes.end());
  const float least = sizes[rows_.size() - most];
  fmt::print(stderr, "pruned at {:.3f}\n", least);
  for (Row& row : rows_) {
    if (size_of(row) > least) continue;
    std::fill(std::begin(row.weights), std::end(row.weights), 0.0F);
    row.alive = 0;
  }
}

std::string Chain::to_bytes(const std::vector<uint64_t>& hashes, const MadeLists& lists) const {
  using namespace annotate;
  constexpr float kUnit = 1.0F / 32;
  constexpr double kLoad = 0.86;
  struct Entry {
    uint64_t hash, packed;
  };
  std::vector<Entry> entries;
  for (size_t i = 0; i < rows_.size(); ++i) {
    float most = 0;
    for (const float w : rows_[i].weights) most = std::max(most, std::abs(w));
    if (most == 0) continue;
    int shift = 0;
    while (shift < kMostShift && most > 7.4F * kUnit * static_cast<float>(1 << shift)) ++shift;
    uint64_t packed = TaggerModel::check_of(hashes[i]) | static_cast<uint64_t>(shift) << 13;
    bool any = false;
    for (size_t t = 0; t < kTags - 1; ++t) {
      const float w = rows_[i].weights[t] / (kUnit * static_cast<float>(1 << shift));
      const int whole = static_cast<int>(std::clamp(std::round(w), -8.0F, 7.0F));
      any |= whole != 0;
      packed |= static_cast<uint64_t>(whole + kWeightBias) << (16 + 4 * t);
    }
    if (any) entries.push_back({hashes[i], packed});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
  TaggerHeader header;
  std::memcpy(header.magic, kTaggerMagic, sizeof kTaggerMagic);
  header.unit = kUnit;
  header.weight_buckets =
      static_cast<uint32_t>(static_cast<double>(entries.size()) / kLoad / kWeightsPerBucket) + 1;
  header.phrase_buckets = static_cast<uint32_t>(lists.phrases.size() / 64);
  header.word_buckets = static_cast<uint32_t>(lists.words.size() / 64);
  header.meaning_buckets = static_cast<uint32_t>(lists.meanings.size() / 64);
  header.meanings = static_cast<uint32_t>(lists.kinds.size() / sizeof(MeaningKinds));
  std::string table(size_t{header.weight_buckets} * 64, '\0');
  std::vector<uint8_t> used(header.weight_buckets);
  size_t lost = 0;
  for (const Entry& entry : entries) {
    uint32_t bucket = TaggerModel::bucket_of(entry.hash, header.weight_buckets);
    int steps = 0;
    while (used[bucket] == kWeightsPerBucket && steps < 3) {
      bucket = bucket + 1 == header.weight_buckets ? 0 : bucket + 1;
      ++steps;
    }
    if (used[bucket] == kWeightsPerBucket) {
      ++lost;
      continue;
    }
    std::memcpy(table.data() + size_t{bucket} * 64 + size_t{used[bucket]++} * sizeof(uint64_t),
                &entry.packed, sizeof(uint64_t));
  }
  Transitions transitions = {};
  for (int k = 0; k < kSentenceKinds; ++k) {
    for (int a = 0; a <= kTags; ++a) {
      for (int b = 0; b <= kTags; ++b) {
        transitions[k][a][b] = static_cast<int16_t>(std::round(transitions_[k][a][b] / kUnit));
      }
    }
  }
  fmt::print(stderr, "features kept: {}, {} lost\n", entries.size(), lost);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes.append(reinterpret_cast<const char*>(transitions), sizeof transitions);
  bytes.resize(sizeof header + align_to_bucket(sizeof transitions));
  bytes += table;
  bytes += lists.phrases;
  bytes += lists.words;
  bytes += lists.meanings;
  bytes += lists.kinds;
  return bytes;
}

}  // namespace synoptic::tools
