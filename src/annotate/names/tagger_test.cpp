#include "annotate/names/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "annotate/names/name_tags.h"

namespace synoptic::annotate {
namespace {

// "PER Jane Roe; LOC Oslo"
std::string tagged(std::string_view lang, std::string_view text) {
  std::string all;
  for (const NameTag& name : tag_names(text, lang)) {
    if (!all.empty()) all += "; ";
    all += name.type == model::EntityType::kPerson ? "PER "
           : name.type == model::EntityType::kOrg  ? "ORG "
                                                   : "LOC ";
    all += name.range.of(text);
  }
  return all;
}

TEST(Tagger, NamesThatNoTableHolds) {
  EXPECT_EQ(tagged("en", "The mayor, Jonathan Harwick, said on Tuesday he would resign."),
            "PER Jonathan Harwick");
  EXPECT_EQ(tagged("de", "Der Bürgermeister Jonas Habermehl trat am Dienstag zurück."),
            "PER Jonas Habermehl");
  EXPECT_EQ(tagged("en", "Nobody was hurt, and work went on the next day."), "");
}

TEST(Tagger, TheSameTextGivesTheSameNames) {
  const std::string text = "Marta Kowalska met officials of the University of Leeds in Kraków.";
  const std::string first = tagged("en", text);
  EXPECT_FALSE(first.empty());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(tagged("en", text), first);
}

TEST(Tagger, OddTextsDoNoHarm) {
  for (const std::string_view text : {"", " ", "\xff\xfe", "...", "\xe2\x80", "a\0b"}) {
    EXPECT_EQ(tagged("en", text), "") << text;
    EXPECT_EQ(tagged("", text), "") << text;
  }
}

TEST(TaggerTags, NamesOpenAndClose) {
  const int first = tag_of(NameType::kPlace, TagPlace::kFirst);
  const int last = tag_of(NameType::kPlace, TagPlace::kLast);
  EXPECT_TRUE(may_follow(first, last));
  EXPECT_FALSE(may_follow(first, kOutsideTag));
  EXPECT_FALSE(may_follow(first, tag_of(NameType::kPerson, TagPlace::kLast)));
  EXPECT_FALSE(may_follow(kTags, last));   // at the begin
  EXPECT_FALSE(may_follow(first, kTags));  // at the end
  EXPECT_TRUE(may_follow(last, tag_of(NameType::kPerson, TagPlace::kOnly)));
}

TEST(TaggerFeatures, PhrasesAreFoundInOtherForms) {
  const NameLists none;
  EXPECT_EQ(phrase_key("Нижний Новгород", none), phrase_key("Нижнего Новгорода", none));
  EXPECT_EQ(phrase_key("Alma-Ata", none), phrase_key("Alma Ata", none));
  EXPECT_NE(phrase_key("Paris", none), phrase_key("Parisian", none));
  EXPECT_EQ(phrase_key("«»", none), 0U);
}

// A table with one entry.
template <typename Set, int kValueBits>
std::string table_of(uint64_t key, uint32_t value) {
  std::string bytes(64, '\0');
  const uint32_t entry = Set::check_of(key) << kValueBits | value;
  std::memcpy(bytes.data(), &entry, sizeof entry);
  return bytes;
}

TEST(TaggerFeatures, WordsAndCharactersHaveMeanings) {
  const NameLists none;
  TagSentence sentence;
  read_tokens("ministers", {0, 8}, "en", none, sentence);
  const std::string of_word = table_of<MeaningSet, 16>(meaning_key(sentence.tokens[0].word), 1);
  const MeaningKinds kinds[2] = {{0, 0}, {7, 3}};
  NameLists lists;
  lists.kinds = reinterpret_cast<const char*>(kinds);
  lists.meaning_count = 2;
  lists.meanings = MeaningSet(of_word.data(), 1);
  for (const std::string_view word : {"minister", "Minister", "ministers", "ministerial"}) {
    read_tokens(word, {0, static_cast<uint32_t>(word.size())}, "en", lists, sentence);
    EXPECT_EQ(sentence.tokens[0].meaning, 1) << word;
    EXPECT_EQ(sentence.tokens[0].kinds.fine, 7) << word;
  }
  read_tokens("minimal", {0, 7}, "en", lists, sentence);
  EXPECT_EQ(sentence.tokens[0].meaning, 0);

  const std::string_view text = "新总统说";
  read_tokens(text, {0, static_cast<uint32_t>(text.size())}, "zh", none, sentence);
  uint64_t gram = 0;
  for (const size_t i : {1, 2}) gram = add_to_gram(gram, sentence.tokens[i].word);
  const std::string of_gram = table_of<MeaningSet, 16>(gram_key(gram), 1);
  lists.meanings = MeaningSet(of_gram.data(), 1);
  read_tokens(text, {0, static_cast<uint32_t>(text.size())}, "zh", lists, sentence);
  const auto meaning = [&](size_t i) { return sentence.tokens[i].meaning; };
  EXPECT_EQ(meaning(0), 0);
  EXPECT_EQ(meaning(1), 1);
  EXPECT_EQ(meaning(2), 1);
  EXPECT_EQ(meaning(3), 0);
  EXPECT_EQ(sentence.tokens[1].gram_behind, 1);
  EXPECT_EQ(sentence.tokens[2].gram_before, 1);
}

TEST(WeightSums, AddUpSignedWeights) {
  // Weights -8, -7 … of twelve tags, once plain and once shifted by two.
  uint64_t packed = 1;
  for (uint64_t t = 0; t < 12; ++t) packed |= t << (16 + 4 * t);
  WeightSums weights;
  weights.add(packed);
  weights.add(packed | uint64_t{2} << 13);
  const TagSums sums = weights.sums();
  for (int t = 0; t < 12; ++t) EXPECT_EQ(sums.of(t + 1), (t - 8) * 5);
  TagSums twice = sums;
  twice.add(sums);
  for (int t = 0; t < 12; ++t) EXPECT_EQ(twice.of(t + 1), (t - 8) * 10);
  const TagRow only = sums.row(TagPlace::kOnly);
  for (int type = 0; type < kNameTypes; ++type) EXPECT_EQ(only[type], (4 * type + 3 - 8) * 5);
  EXPECT_EQ(only[kOutsideLane], 0);
}

// The best of all ways that take only doubtful tokens for a name's.
std::vector<uint8_t> best_by_trial(const Transitions& transitions,
                                   const std::vector<std::array<int, kTags>>& scores,
                                   const std::vector<uint32_t>& doubtful) {
  const auto& moves = transitions[0];
  int best = std::numeric_limits<int>::min();
  std::vector<uint8_t> tags(scores.size()), found;
  const auto walk = [&](auto& self, size_t at, int before, int sum) -> void {
    if (at == scores.size()) {
      if (may_follow(before, kTags) && sum + moves[before][kTags] > best) {
        best = sum + moves[before][kTags];
        found = tags;
      }
      return;
    }
    const bool sure = std::none_of(doubtful.begin(), doubtful.end(), [&](uint32_t near) {
      return std::max<size_t>(near, at) - std::min<size_t>(near, at) <= BestTags::kBeside;
    });
    for (int tag = 0; tag < (sure ? 1 : kTags); ++tag) {
      if (!may_follow(before, tag)) continue;
      tags[at] = static_cast<uint8_t>(tag);
      self(self, at + 1, tag, sum + moves[before][tag] + scores[at][static_cast<size_t>(tag)]);
    }
  };
  walk(walk, 0, kTags, 0);
  return found;
}

TEST(BestTags, NoOtherWayIsBetter) {
  uint64_t state = 7;
  const auto draw = [&](int most) {
    state = mix_hash(state + kHashFactor);
    return static_cast<int>(state % (2 * static_cast<uint64_t>(most) + 1)) - most;
  };
  for (int trial = 0; trial < 200; ++trial) {
    Transitions transitions = {};
    for (auto& row : transitions[0]) {
      for (int16_t& move : row) move = static_cast<int16_t>(draw(200));
    }
    std::vector<std::array<int, kTags>> scores(1 + static_cast<size_t>(trial % 5));
    std::vector<TagSums> sums;
    std::vector<uint32_t> doubtful;
    for (auto& own : scores) {
      if (trial % 2 == 0 || (trial / 2 % 2 == 0 && sums.empty()))
        doubtful.push_back(static_cast<uint32_t>(sums.size()));
      // Weights are between -8 and 7.
      uint64_t packed = 1 | uint64_t{4} << 13;
      for (int tag = 1; tag < kTags; ++tag) {
        const int weight = draw(7);
        packed |= static_cast<uint64_t>(weight + 8) << (12 + 4 * tag);
        own[static_cast<size_t>(tag)] = (weight << 4) + openness(place_of_tag(tag));
      }
      WeightSums weights;
      weights.add(packed);
      sums.push_back(weights.sums());
    }
    BestTags best;
    std::vector<uint8_t> tags;
    best.find(TransitionRows(transitions[0]), sums, doubtful, tags);
    EXPECT_EQ(tags, best_by_trial(transitions, scores, doubtful)) << trial;
  }
}

}  // namespace
}  // namespace synoptic::annotate
