#include "annotate/tagger.h"

#include <algorithm>
#include <utility>

#include "annotate/name_tags.h"
#include "annotate/tagger_memory.h"
#include "base/data.h"
#include "base/memory.h"
#include "text/sentences.h"

namespace synoptic::annotate {
namespace {

// A token on its way to its scores.
struct TokenSums {
  struct Part {
    uint64_t key = 0;  // 0: not to be kept
    size_t begin = 0, end = 0;
  };
  FeatureKeys keys;
  Features features;  // of the last group
  size_t features_read = 0;
  TaggerModel::Places places;
  std::array<Part, kFeatureGroups> parts;  // of the places that must be summed up
  size_t count = 0;
  TagSums sums;  // of the others
};

// Memory of one thread, kept from text to text.
struct Workspace {
  TagSentence sentence;
  std::vector<TagSums> scores;
  BestTags best;
  std::vector<uint8_t> tags;
  std::array<TokenSums, 8> tokens;  // in turn
  Features features;
  WordMemory words;
  SumMemory sums;
};

// Three steps, some tokens apart from each other, so that no step waits for memory: what is to be
// looked for is sent for; what is remembered or has no weights drops out, and the weights of the
// rest are sent for; they are added up.
void begin_token(const TaggerModel& model, const Workspace& work, size_t at, TokenSums& token) {
  token.features_read = read_features(work.sentence, at, FeatureGroup::kOthers, token.features, 0);
  for (size_t f = 0; f < token.features_read; ++f) model.prefetch_checks(token.features[f]);
  token.keys = feature_keys(work.sentence, at);
  for (const uint64_t key : token.keys) work.sums.prefetch(key);
}

// Notes the places of the features' weights as a part to be summed up.
void add_part(const TaggerModel& model, uint64_t key, const Features& features, size_t count,
              TokenSums& token) {
  const size_t begin = token.places.count;
  model.add_places(features.data(), count, token.places);
  token.parts[token.count++] = {key, begin, token.places.count};
}

void look_up_token(const TaggerModel& model, Workspace& work, size_t at, TokenSums& token) {
  token.sums = {};
  token.count = token.places.count = 0;
  add_part(model, 0, token.features, token.features_read, token);
  for (size_t group = 0; group < token.keys.size(); ++group) {
    const uint64_t key = token.keys[group];
    const TagSums* known = key == 0 ? nullptr : work.sums.find(key);
    if (known != nullptr) {
      token.sums.add(*known);
      continue;
    }
    const size_t count =
        read_features(work.sentence, at, static_cast<FeatureGroup>(group), work.features, 0);
    add_part(model, key, work.features, count, token);
  }
}

void end_token(const TaggerModel& model, SumMemory& memory, TokenSums& token, TagSums& scores) {
  for (size_t i = 0; i < token.count; ++i) {
    const TokenSums::Part& part = token.parts[i];
    WeightSums weights;
    for (size_t p = part.begin; p < part.end; ++p) {
      model.add_weights(token.places.list[p], weights);
    }
    const TagSums sums = weights.sums();
    if (part.key != 0) memory.keep(part.key, sums);
    token.sums.add(sums);
  }
  scores = token.sums;
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

// How much better the type of the tokens' tags is than the other types and than no name.
float margin_of(const Workspace& work, size_t first, size_t last) {
  std::array<int32_t, kNameTypes> sums{};
  for (size_t i = first; i <= last; ++i) {
    const TagPlace place = place_of_tag(work.tags[i]);
    for (size_t type = 0; type < kNameTypes; ++type) {
      sums[type] += work.scores[i].of(place, type) + openness(place);
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

Tagger::Tagger(TaggerModel model) : model_(std::move(model)) {
  for (const auto& kind : model_.transitions()) transitions_.emplace_back(kind);
}

const Tagger* Tagger::embedded() {
  static const Tagger* const tagger = []() -> const Tagger* {
    TaggerModel model;
    const std::string_view embedded = embedded_data("models/tagger.bin");
    static const Table<char> bytes(embedded.begin(), embedded.end());
    if (!model.open({bytes.data(), bytes.size()})) return nullptr;
    static const Tagger made(std::move(model));
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
    work.best.find(transitions_[work.sentence.kind], work.scores, work.tags);
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
