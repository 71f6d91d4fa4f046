#include "tagger/fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "annotate/names/tagger_features.h"
#include "tagger/chain.h"

namespace synoptic::tools {
namespace {

using annotate::NameLists;

constexpr int kLastEpochs = 2;
constexpr float kRate = 0.35F, kDropout = 0.15F;
constexpr size_t kMostFeatures = 1100000;

uint16_t only(int tag) { return static_cast<uint16_t>(1u << tag); }

// The tags that the gold gives the tokens. A name whose edge lies inside a token takes all of it.
std::vector<uint16_t> allowed_tags(const annotate::TagSentence& sentence,
                                   const eval::NamedSentence& gold,
                                   const std::vector<Range>* open) {
  using namespace annotate;
  std::vector<uint16_t> allowed(sentence.tokens.size(), only(kOutsideTag));
  for (const auto& name : gold.names) {
    size_t begin = sentence.tokens.size(), end = 0;
    for (size_t i = 0; i < sentence.tokens.size(); ++i) {
      if (!sentence.tokens[i].range.overlaps(name.range)) continue;
      begin = std::min(begin, i);
      end = i + 1;
    }
    const auto type = static_cast<NameType>(name.kind);
    for (size_t i = begin; i < end; ++i) {
      const TagPlace place = end - begin == 1 ? TagPlace::kOnly
                             : i == begin     ? TagPlace::kFirst
                             : i + 1 == end   ? TagPlace::kLast
                                              : TagPlace::kInside;
      allowed[i] = only(tag_of(type, place));
    }
  }
  if (open == nullptr) return allowed;
  for (size_t i = 0; i < sentence.tokens.size(); ++i) {
    for (const Range& range : *open) {
      if (!range.overlaps(sentence.tokens[i].range)) continue;
      if (allowed[i] == only(kOutsideTag)) allowed[i] = kAnyTag;
    }
  }
  return allowed;
}

// A name on its own teaches little of texts, and that whatever stands alone is a name.
float weight_of(const eval::NamedSentence& gold) {
  size_t covered = 0;
  for (const auto& name : gold.names) covered += name.range.size();
  return covered * 10 > gold.text.size() * 9 ? 0.25F : 1;
}

// Numbers for the features that are seen often enough.
class FeatureNumbers {
 public:
  FeatureNumbers() : seen_(size_t{1} << 28), keys_(size_t{1} << 26), numbers_(keys_.size()) {}
  void count(uint64_t hash, bool in_name) {
    uint8_t& seen = seen_[hash >> 36];
    // Seen beside names or within counts more than seen elsewhere.
    seen = static_cast<uint8_t>(std::min(255, seen + (in_name ? 3 : 1)));
  }
  bool often(uint64_t hash) const { return seen_[hash >> 36] >= 4; }
  uint32_t number(uint64_t hash, bool make) {
    size_t at = hash >> 38;
    while (keys_[at] != 0 && keys_[at] != hash) at = (at + 1) & (keys_.size() - 1);
    if (keys_[at] == 0) {
      if (!make || !often(hash)) return UINT32_MAX;
      keys_[at] = hash;
      numbers_[at] = static_cast<uint32_t>(hashes_.size());
      hashes_.push_back(hash);
    }
    return numbers_[at];
  }
  const std::vector<uint64_t>& hashes() const { return hashes_; }

 private:
  std::vector<uint8_t> seen_;
  std::vector<uint64_t> keys_;
  std::vector<uint32_t> numbers_;
  std::vector<uint64_t> hashes_;
};

// Each sentence of the set: its tokens, the tags that each may have, and the gold's own.
template <typename Do>
void each_sentence(const Training& training, const NameLists& lists, Do use) {
  const eval::NamedSet& set = training.set;
  annotate::TagSentence sentence;
  for (size_t s = 0; s < set.sentences.size(); ++s) {
    const auto& gold = set.sentences[s];
    annotate::read_tokens(gold.text, {0, static_cast<uint32_t>(gold.text.size())}, set.lang, lists,
                          sentence);
    if (sentence.tokens.empty()) continue;
    use(sentence, allowed_tags(sentence, gold, training.open_of(s)), gold);
  }
}

void count_features(const Training& training, const NameLists& lists, FeatureNumbers& numbers) {
  std::array<uint64_t, annotate::kMostFeatures> features;
  each_sentence(training, lists, [&](const auto& sentence, const auto& allowed, const auto&) {
    for (size_t i = 0; i < sentence.tokens.size(); ++i) {
      const size_t count = read_features(sentence, i, features);
      for (size_t f = 0; f < count; ++f) {
        numbers.count(features[f], allowed[i] != only(annotate::kOutsideTag));
      }
    }
  });
}

void add_set(const Training& training, const NameLists& lists, FeatureNumbers& numbers, bool make,
             ChainData& data) {
  std::array<uint64_t, annotate::kMostFeatures> features;
  each_sentence(training, lists, [&](const auto& sentence, const auto& allowed, const auto& gold) {
    data.sentences.push_back({.first = data.allowed.size(),
                              .tokens = static_cast<uint32_t>(sentence.tokens.size()),
                              .kind = sentence.kind,
                              .weight = training.weight * weight_of(gold)});
    for (size_t i = 0; i < sentence.tokens.size(); ++i) {
      const size_t count = read_features(sentence, i, features);
      for (size_t f = 0; f < count; ++f) {
        const uint32_t number = numbers.number(features[f], make);
        if (number != UINT32_MAX) data.features.push_back(number);
      }
      data.begins.push_back(data.features.size());
      data.allowed.push_back(allowed[i]);
    }
  });
}

struct Counts {
  size_t right = 0, found = 0, gold = 0;
  double f1() const {
    return found + gold == 0
               ? 0
               : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};

// Names of a row of tags, as (first token, tag of the last token, length).
void read_names(const std::vector<uint8_t>& tags, std::vector<std::array<size_t, 3>>& names) {
  using namespace annotate;
  size_t begin = 0;
  for (size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == kOutsideTag) continue;
    const TagPlace place = place_of_tag(tags[i]);
    if (place == TagPlace::kFirst) begin = i;
    if (place == TagPlace::kOnly) begin = i;
    if (place == TagPlace::kLast || place == TagPlace::kOnly) {
      names.push_back({begin, static_cast<size_t>(type_of_tag(tags[i])), i + 1 - begin});
    }
  }
}

Counts measure(const Chain& chain, const ChainData& data) {
  Counts counts;
  std::vector<std::array<size_t, 3>> gold, found;
  for (const auto& sentence : data.sentences) {
    gold.clear();
    found.clear();
    read_names(chain.decode(data, sentence), found);
    std::vector<uint8_t> tags(sentence.tokens);
    for (size_t i = 0; i < tags.size(); ++i) {
      tags[i] = static_cast<uint8_t>(__builtin_ctz(data.allowed[sentence.first + i]));
    }
    read_names(tags, gold);
    counts.found += found.size();
    counts.gold += gold.size();
    for (const auto& name : found) {
      counts.right += std::find(gold.begin(), gold.end(), name) != gold.end();
    }
  }
  return counts;
}

}  // namespace

std::string fit(const std::vector<Training>& sets, const std::vector<Training>& measured,
                int epochs, const MadeLists& lists, const std::function<double()>& seconds) {
  FeatureNumbers numbers;
  for (const auto& set : sets) count_features(set, lists.view(), numbers);
  ChainData data;
  for (const auto& set : sets) add_set(set, lists.view(), numbers, true, data);
  std::vector<ChainData> dev(measured.size());
  for (size_t i = 0; i < measured.size(); ++i) {
    add_set(measured[i], lists.view(), numbers, false, dev[i]);
  }
  fmt::print(stderr, "{:.0f} s: {} sentences, {} tokens, {} features of {} kinds\n", seconds(),
             data.sentences.size(), data.allowed.size(), data.features.size(),
             numbers.hashes().size());
  Chain chain(numbers.hashes().size());
  const auto report = [&](int epoch) {
    std::string line;
    for (size_t i = 0; i < measured.size(); ++i) {
      line += fmt::format(" {}:{:.1f}", measured[i].set.lang, measure(chain, dev[i]).f1());
    }
    fmt::print(stderr, "{:.0f} s: epoch {}{}\n", seconds(), epoch, line);
  };
  for (int epoch = 0; epoch < epochs; ++epoch) {
    chain.train(data, epoch, kRate, kDropout);
    if (epoch + 1 == epochs) report(epoch);
  }
  chain.prune(kMostFeatures);
  for (int epoch = epochs; epoch < epochs + kLastEpochs; ++epoch) {
    if (epoch + 1 == epochs + kLastEpochs) chain.begin_average();
    chain.train(data, epoch, kRate / 2, kDropout / 2);
  }
  chain.take_average();
  report(epochs + kLastEpochs);
  return chain.to_bytes(numbers.hashes(), lists);
}

}  // namespace synoptic::tools
