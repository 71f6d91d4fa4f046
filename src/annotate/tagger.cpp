#include "annotate/tagger.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "annotate/name_tags.h"
#include "annotate/tagger_memory.h"
#include "base/data.h"
#include "base/memory.h"
#include "text/sentences.h"

namespace synoptic::annotate {
namespace {

// Given to the begin of every name, since names are missed more often than made up. In units of the
// weights, fitted on development sentences: three quarters of a nat.
constexpr int32_t kOpenness = 24;
constexpr int32_t kNever = std::numeric_limits<int32_t>::min() / 4;

// Which tags may precede a tag, so that the search does not try the others.
struct Predecessors {
  std::array<std::array<uint8_t, kTags>, kTags + 1> tags{};
  std::array<uint8_t, kTags + 1> count{};
};
constexpr Predecessors make_predecessors() {
  Predecessors made;
  for (int tag = 0; tag <= kTags; ++tag) {
    for (int before = 0; before < kTags; ++before) {
      if (may_follow(before, tag)) {
        made.tags[static_cast<size_t>(tag)][made.count[static_cast<size_t>(tag)]++] =
            static_cast<uint8_t>(before);
      }
    }
  }
  return made;
}
constexpr Predecessors kPredecessors = make_predecessors();

using Scores = std::array<int32_t, kTags>;

// A token on its way to its scores.
struct TokenSums {
  struct Part {
    uint64_t key = 0;  // 0: not to be kept
    size_t begin = 0, end = 0;
  };
  std::array<uint64_t, kFeatureGroups> keys;
  Features features;
  size_t features_read = 0;
  std::array<Part, kFeatureGroups> parts;  // that must be summed up
  size_t count = 0;
  TagSums sums;  // of the others
};

// Memory of one thread, kept from text to text.
struct Workspace {
  TagSentence sentence;
  std::vector<Scores> scores, best;
  std::vector<std::array<uint8_t, kTags>> from;
  std::vector<uint8_t> tags;
  std::array<TokenSums, 8> tokens;  // in turn
  WordMemory words;
  SumMemory sums;
};

void add_to(TagSums& sums, const TagSums& more) {
  for (size_t i = 0; i < sums.size(); ++i) sums[i] = static_cast<int16_t>(sums[i] + more[i]);
}

// Three steps, some tokens apart from each other, so that no step waits for memory: what is to be
// looked for is sent for; what is remembered or has no weights drops out, and the weights of the
// rest are sent for; they are added up.
void begin_token(const TaggerModel& model, const Workspace& work, size_t at, TokenSums& token) {
  token.features_read = read_features(work.sentence, at, FeatureGroup::kOthers, token.features, 0);
  for (size_t f = 0; f < token.features_read; ++f) model.prefetch_filter(token.features[f]);
  for (size_t group = 0; group + 1 < kFeatureGroups; ++group) {
    token.keys[group] = features_key(work.sentence, at, static_cast<FeatureGroup>(group));
    work.sums.prefetch(token.keys[group]);
  }
}

// Leaves out, from `begin` on, those that have no weights, and sends for the weights of the others.
size_t keep_weighty(const TaggerModel& model, Features& features, size_t begin, size_t end) {
  size_t kept = begin;
  for (size_t f = begin; f < end; ++f) {
    const uint64_t feature = features[f];
    features[kept] = feature;
    kept += model.may_weigh(feature);
  }
  for (size_t f = begin; f < kept; ++f) model.prefetch(features[f]);
  return kept;
}

void look_up_token(const TaggerModel& model, const Workspace& work, size_t at, TokenSums& token) {
  token.sums = {};
  size_t count = keep_weighty(model, token.features, 0, token.features_read);
  token.parts[0] = {0, 0, count};
  token.count = 1;
  for (size_t group = 0; group + 1 < kFeatureGroups; ++group) {
    const uint64_t key = token.keys[group];
    const TagSums* known = key == 0 ? nullptr : work.sums.find(key);
    if (known != nullptr) {
      add_to(token.sums, *known);
      continue;
    }
    const size_t begin = count;
    count =
        read_features(work.sentence, at, static_cast<FeatureGroup>(group), token.features, count);
    count = keep_weighty(model, token.features, begin, count);
    token.parts[token.count++] = {key, begin, count};
  }
}

void end_token(const TaggerModel& model, SumMemory& memory, TokenSums& token, Scores& scores) {
  for (size_t i = 0; i < token.count; ++i) {
    const TokenSums::Part& part = token.parts[i];
    WeightSums weights;
    for (size_t f = part.begin; f < part.end; ++f) model.add_weights(token.features[f], weights);
    TagSums sums;
    for (size_t tag = 0; tag < sums.size(); ++tag) {
      sums[tag] = static_cast<int16_t>(weights.of(tag));
    }
    if (part.key != 0) memory.keep(part.key, sums);
    add_to(token.sums, sums);
  }
  scores[kOutsideTag] = 0;
  for (size_t tag = 1; tag < kTags; ++tag) scores[tag] = token.sums[tag - 1];
  for (int type = 0; type < kNameTypes; ++type) {
    for (const TagPlace place : {TagPlace::kFirst, TagPlace::kOnly}) {
      scores[static_cast<size_t>(tag_of(static_cast<NameType>(type), place))] += kOpenness;
    }
  }
}

void score_tokens(const TaggerModel& model, Workspace& work) {
  constexpr size_t kLook = 2, kEnd = 5;  // so many tokens behind the first step
  static_assert(kEnd < std::tuple_size_v<decltype(work.tokens)>);
  const size_t count = work.sentence.tokens.size();
  work.scores.resize(count);
  const auto token = [&](size_t at) -> TokenSums& { return work.tokens[at % work.tokens.size()]; };
  for (size_t step = 0; step < count + kEnd; ++step) {
    if (step < count) begin_token(model, work, step, token(step));
    if (step >= kLook && step - kLook < count) {
      look_up_token(model, work, step - kLook, token(step - kLook));
    }
    if (step < kEnd) continue;
    end_token(model, work.sums, token(step - kEnd), work.scores[step - kEnd]);
  }
}

template <size_t tag>
void find_best_before(const Scores& before, const int16_t (&transitions)[kTags + 1][kTags + 1],
                      const Scores& scores, Scores& best, std::array<uint8_t, kTags>& from) {
  int32_t most = kNever;
  uint8_t most_from = 0;
  const auto consider = [&](uint8_t other) {
    const int32_t score = before[other] + transitions[other][tag];
    most_from = score > most ? other : most_from;
    most = std::max(score, most);
  };
  [&]<size_t... p>(std::index_sequence<p...>) { (consider(kPredecessors.tags[tag][p]), ...); }
  (std::make_index_sequence<kPredecessors.count[tag]>());
  best[tag] = std::max(most + scores[tag], kNever);
  from[tag] = most_from;
}

void find_best_tags(const TaggerModel& model, Workspace& work) {
  const size_t count = work.sentence.tokens.size();
  const auto& transitions = model.transitions()[work.sentence.kind];
  work.best.resize(count);
  work.from.resize(count);
  work.tags.resize(count);
  for (size_t tag = 0; tag < kTags; ++tag) {
    work.best[0][tag] = may_follow(kTags, static_cast<int>(tag))
                            ? work.scores[0][tag] + transitions[kTags][tag]
                            : kNever;
  }
  for (size_t i = 1; i < count; ++i) {
    const Scores& before = work.best[i - 1];
    // Each tag is a case of its own, so that which tags may precede it is known beforehand.
    [&]<size_t... tag>(std::index_sequence<tag...>) {
      (find_best_before<tag>(before, transitions, work.scores[i], work.best[i], work.from[i]), ...);
    }
    (std::make_index_sequence<kTags>());
  }
  int32_t best = kNever;
  uint8_t last = kOutsideTag;
  for (size_t p = 0; p < kPredecessors.count[kTags]; ++p) {
    const uint8_t tag = kPredecessors.tags[kTags][p];
    const int32_t score = work.best[count - 1][tag] + transitions[tag][kTags];
    if (score > best) {
      best = score;
      last = tag;
    }
  }
  for (size_t i = count; i-- > 0;) {
    work.tags[i] = last;
    last = work.from[i][last];
  }
}

// How much better the type of the tokens' tags is than the other types and than no name.
float margin_of(const Workspace& work, size_t first, size_t last) {
  std::array<int32_t, kNameTypes> sums{};
  for (size_t i = first; i <= last; ++i) {
    const TagPlace place = place_of_tag(work.tags[i]);
    for (int type = 0; type < kNameTypes; ++type) {
      const auto tag = static_cast<size_t>(tag_of(static_cast<NameType>(type), place));
      sums[static_cast<size_t>(type)] += work.scores[i][tag];
    }
  }
  const auto own = static_cast<size_t>(type_of_tag(work.tags[first]));
  int32_t other = 0;
  for (size_t type = 0; type < kNameTypes; ++type) {
    if (type != own) other = std::max(other, sums[type]);
  }
  return static_cast<float>(sums[own] - other);
}

}  // namespace

const Tagger* Tagger::embedded() {
  static const Tagger* const tagger = []() -> const Tagger* {
    TaggerModel model;
    const std::string_view embedded = embedded_data("models/tagger.bin");
    static const Table<char> bytes(embedded.begin(), embedded.end());
    if (!model.open({bytes.data(), bytes.size()})) return nullptr;
    static const Tagger made(model);
    return &made;
  }();
  return tagger;
}

void Tagger::tag(std::string_view text, const std::vector<Range>& sentences,
                 std::string_view language, std::vector<TaggedName>& names) const {
  thread_local Workspace work;
  if (work.words.is_full()) {
    work.words.forget();
    work.sums.forget();
  }
  for (const Range& range : sentences) {
    read_tokens(text, range, language, model_.lists(), work.sentence, &work.words);
    const auto& tokens = work.sentence.tokens;
    if (tokens.empty()) continue;
    score_tokens(model_, work);
    find_best_tags(model_, work);
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (work.tags[i] == kOutsideTag) continue;
      size_t last = i;
      while (place_of_tag(work.tags[last]) != TagPlace::kLast &&
             place_of_tag(work.tags[last]) != TagPlace::kOnly && last + 1 < tokens.size()) {
        ++last;
      }
      names.push_back({.range = {tokens[i].range.begin, tokens[last].range.end},
                       .type = type_of_tag(work.tags[i]),
                       .margin = margin_of(work, i, last) * model_.unit()});
      i = last;
    }
  }
}

model::EntityType entity_type(NameType type) {
  return type == NameType::kPerson         ? model::EntityType::kPerson
         : type == NameType::kOrganisation ? model::EntityType::kOrg
                                           : model::EntityType::kRegion;
}

std::vector<NameTag> tag_names(std::string_view text, std::string_view language) {
  std::vector<NameTag> tags;
  const Tagger* tagger = Tagger::embedded();
  if (tagger == nullptr) return tags;
  std::vector<TaggedName> names;
  tagger->tag(text, text::sentences(text), language, names);
  for (const TaggedName& name : names) tags.push_back({name.range, entity_type(name.type)});
  return tags;
}

}  // namespace synoptic::annotate
