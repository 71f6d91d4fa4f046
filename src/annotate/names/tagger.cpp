#include "annotate/names/tagger.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "annotate/names/name_tags.h"
#include "annotate/names/tagger_memory.h"
#include "base/data.h"
#include "base/memory.h"
#include "text/sentences.h"

namespace synoptic::annotate {
namespace {

// Where the groups of features that are quick to ask hold a token for no name by this much, the
// last group is not asked: a third of the work, and hardly a name of the golds is another one then.
constexpr int16_t kSure = 176;  // five and a half nats

// A token on its way to its scores.
struct TokenSums {
  struct Part {
    uint64_t key = 0;  // 0: not to be kept
    size_t begin = 0, end = 0;
  };
  FeatureKeys keys;
  Features others;  // the features of the last group
  size_t other_count = 0;
  TaggerModel::Places places;
  std::array<Part, kFeatureGroups - 1> parts;  // of the places that must be summed up
  size_t count = 0;
};

// Memory of one thread, kept from text to text.
struct Workspace {
  TagSentence sentence;
  std::vector<TagSums> scores;
  DoubtfulTokens doubts;
  std::vector<uint32_t> doubtful;
  BestTags best;
  std::vector<uint8_t> tags;
  std::array<TokenSums, 8> tokens;  // in turn
  Features features;
  WordMemory words;
  SumMemory sums;
};

// Does three things to each of so many tokens, the later ones some tokens behind, so that none of
// them waits for memory that the one before has sent for.
template <typename First, typename Second, typename Third>
void in_turn(Workspace& work, size_t count, First first, Second second, Third third) {
  constexpr size_t kSecond = 2, kThird = 5;  // so many tokens behind the first
  static_assert(kThird < std::tuple_size_v<decltype(work.tokens)>);
  const auto token = [&](size_t at) -> TokenSums& { return work.tokens[at % work.tokens.size()]; };
  for (size_t step = 0; step < count + kThird; ++step) {
    if (step < count) first(step, token(step));
    if (step >= kSecond && step - kSecond < count) second(step - kSecond, token(step - kSecond));
    if (step >= kThird) third(step - kThird, token(step - kThird));
  }
}

TagSums sum_up(const TaggerModel& model, const TaggerModel::Places& places, size_t begin,
               size_t end) {
  WeightSums weights;
  for (size_t p = begin; p < end; ++p) model.add_weights(places.list[p], weights);
  return weights.sums();
}

// What is remembered of a token, and the places of the weights of what is not.
void look_up_known(const TaggerModel& model, Workspace& work, size_t at, TokenSums& token) {
  TagSums& sums = work.scores[at] = {};
  token.count = token.places.count = 0;
  for (size_t group = 0; group < token.keys.size(); ++group) {
    const uint64_t key = token.keys[group];
    if (const TagSums* known = key == 0 ? nullptr : work.sums.find(key); known != nullptr) {
      sums.add(*known);
      continue;
    }
    const size_t count =
        read_features(work.sentence, at, static_cast<FeatureGroup>(group), work.features, 0);
    const size_t begin = token.places.count;
    model.add_places(work.features.data(), count, token.places);
    token.parts[token.count++] = {key, begin, token.places.count};
  }
}

// The scores by all groups of features but the last, which is the most costly one.
void score_by_known(const TaggerModel& model, Workspace& work) {
  work.scores.resize(work.sentence.tokens.size());
  FeatureKeyWalk keys(work.sentence);
  in_turn(
      work, work.scores.size(),
      [&](size_t, TokenSums& token) {
        token.keys = keys.next();
        for (const uint64_t key : token.keys) work.sums.prefetch(key);
      },
      [&](size_t at, TokenSums& token) { look_up_known(model, work, at, token); },
      [&](size_t at, TokenSums& token) {
        for (size_t i = 0; i < token.count; ++i) {
          const TokenSums::Part& part = token.parts[i];
          const TagSums sums = sum_up(model, token.places, part.begin, part.end);
          if (part.key != 0) work.sums.keep(part.key, sums);
          work.scores[at].add(sums);
        }
      });
}

// The rest of the scores of the tokens in doubt.
void score_doubtful(const TaggerModel& model, Workspace& work) {
  in_turn(
      work, work.doubtful.size(),
      [&](size_t i, TokenSums& token) {
        token.other_count =
            read_features(work.sentence, work.doubtful[i], FeatureGroup::kOthers, token.others, 0);
        for (size_t f = 0; f < token.other_count; ++f) model.prefetch_checks(token.others[f]);
      },
      [&](size_t, TokenSums& token) {
        token.places.count = 0;
        model.add_places(token.others.data(), token.other_count, token.places);
      },
      [&](size_t i, TokenSums& token) {
        work.scores[work.doubtful[i]].add(sum_up(model, token.places, 0, token.places.count));
      });
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
  for (const auto& kind : model_.transitions()) {
    transitions_.emplace_back(kind);
    costs_.emplace_back(kind);
  }
}

const Tagger* Tagger::embedded() {
  static const Tagger* const tagger = []() -> const Tagger* {
    TaggerModel model;
    const std::string_view embedded = embedded_data("models/tagger.bin");
    // As bytes, not as a table of characters, which is made and destroyed one by one.
    static char* const bytes = static_cast<char*>(allocate_table(embedded.size()));
    std::memcpy(bytes, embedded.data(), embedded.size());
    if (!model.open({bytes, embedded.size()})) return nullptr;
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
    score_by_known(model_, work);
    work.doubts.find(costs_[work.sentence.kind], work.scores, kSure, work.doubtful);
    if (work.doubtful.empty()) continue;
    score_doubtful(model_, work);
    work.best.find(transitions_[work.sentence.kind], work.scores, work.doubtful, work.tags);
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
