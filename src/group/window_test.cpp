#include "group/window.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "group/bounds.h"

namespace synoptic::group {
namespace {

class Maker {
 public:
  Draft draft(size_t number) {
    Draft out;
    out.article = std::to_string(number);
    out.lang = "en";
    out.minutes = static_cast<int64_t>(number);
    for (size_t i = 0; i < 20; ++i) {
      out.features.push_back(
          {key(400), FeatureKind::kEntity, 0.1F + 0.01F * static_cast<float>(i)});
    }
    sort(out.features, [](const Feature& feature) { return feature.key; });
    for (size_t i = 0; i < 30; ++i) {
      const auto weight = static_cast<float>(1 + random_() % 9);
      out.terms.push_back({key(500), 0, weight, weight});
    }
    sort(out.terms, [](const PartWeights& term) { return term.term; });
    // Whole stretches of a text, so that some are copies.
    const uint32_t text = key(60);
    for (uint32_t i = 0; i < 100; ++i) out.phrases.push_back((text + i * 7919U) * 2654435761U);
    sort(out.phrases, [](uint32_t phrase) { return phrase; });
    return out;
  }

 private:
  uint32_t key(uint32_t below) { return static_cast<uint32_t>(random_() % below) * 40503U; }
  template <typename List, typename Key>
  static void sort(List& list, const Key& key) {
    std::sort(list.begin(), list.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    list.erase(std::unique(list.begin(), list.end(),
                           [&](const auto& a, const auto& b) { return key(a) == key(b); }),
               list.end());
  }
  std::mt19937_64 random_{7};
};

// A window that has let articles go stands where one stands that never saw them: a restart goes on
// as if nothing had been.
TEST(Window, WhatHasLeftLeavesNoTrace) {
  Maker maker;
  Window old, fresh;
  constexpr uint32_t kFirst = 700, kLast = 1200;
  fresh.drop_before(kFirst);
  for (uint32_t i = 0; i < kLast; ++i) {
    const Draft draft = maker.draft(i);
    old.enter(Fingerprint(draft), i % 5 != 0);
    if (i >= kFirst) fresh.enter(Fingerprint(draft), i % 5 != 0);
    if (i % 50 == 0 && i > 300) old.drop_before(std::min(i - 300, kFirst));
  }
  old.drop_before(kFirst);
  ASSERT_EQ(old.begin(), fresh.begin());
  ASSERT_EQ(old.end(), fresh.end());
  for (uint32_t i = 0; i < 50; ++i) {
    Draft one = maker.draft(kLast + i), other = one;
    old.weigh(one);
    fresh.weigh(other);
    for (size_t k = 0; k < one.terms.size(); ++k) EXPECT_EQ(one.terms[k].all, other.terms[k].all);
    const Fingerprint article(one);
    const auto left = old.candidates(article, 100), right = fresh.candidates(article, 100);
    ASSERT_EQ(left.size(), right.size());
    ASSERT_FALSE(left.empty());
    for (size_t k = 0; k < left.size(); ++k) {
      EXPECT_EQ(left[k].article, right[k].article);
      EXPECT_EQ(left[k].weight, right[k].weight);
    }
    const auto copies = old.copies_of(article, one.phrases);
    EXPECT_EQ(copies.articles, fresh.copies_of(article, one.phrases).articles);
    EXPECT_FALSE(copies.articles.empty());
    EXPECT_GE(copies.articles.empty() ? kFirst : copies.articles[0], kFirst);
  }
}

// More phrases lie close together than are counted.
TEST(PhraseIndex, FindsWhatIsLeftOfMany) {
  PhraseIndex index;
  constexpr uint32_t kMany = 600;
  for (uint32_t i = 0; i < kMany; ++i) index.add(i, i);
  for (uint32_t i = 0; i + 1 < kMany; ++i) index.remove(i, i);
  std::vector<uint32_t> found;
  index.each({1, kMany - 1, kMany, ~0U}, [&](uint32_t article) { found.push_back(article); });
  EXPECT_EQ(found, std::vector<uint32_t>{kMany - 1});
}

// `own` phrases of its own, and the first so many that all such texts share.
Draft text_of(const std::string& id, uint32_t own, uint32_t shared) {
  Draft out;
  out.article = id;
  out.lang = "en";
  const uint32_t seed = key_of(id);
  for (uint32_t i = 0; i < own; ++i) out.phrases.push_back((seed + i * 7919U) * 2654435761U);
  for (uint32_t i = 0; i < shared; ++i) out.phrases.push_back((77U + i * 104729U) * 2246822519U);
  std::sort(out.phrases.begin(), out.phrases.end());
  return out;
}

bool finds_a_copy(const Draft& old, const Draft& newcomer) {
  Window window;
  window.enter(Fingerprint(old), true);
  return !window.copies_of(Fingerprint(newcomer), newcomer.phrases).articles.empty();
}

// Of the long text one phrase in ten is kept, by which 0.45 and 0.55 are hard to tell apart; when
// it comes all are at hand.
TEST(Window, WhatOfAShortTextStandsInALongNewcomerIsKnownExactly) {
  for (int i = 0; i < 40; ++i) {
    const Draft newcomer = text_of("long" + std::to_string(i), 4000, 110);
    EXPECT_TRUE(finds_a_copy(text_of("more" + std::to_string(i), 90, 110), newcomer)) << i;
    EXPECT_FALSE(finds_a_copy(text_of("less" + std::to_string(i), 90, 74), newcomer)) << i;
  }
}

TEST(Window, ANoticeInAFewLinesMakesNoCopy) {
  const Draft article = text_of("article", 300, 14);
  EXPECT_FALSE(finds_a_copy(article, text_of("lines", 12, 14)));
  EXPECT_TRUE(finds_a_copy(article, text_of("notice", 0, 14)));  // it is all there is
}

TEST(Window, AFingerprintIsReadBackFromItsBytes) {
  Maker maker;
  const Draft draft = maker.draft(1);
  const Fingerprint made(draft);
  const auto read = Fingerprint::from_bytes(made.bytes());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->article(), "1");
  EXPECT_EQ(read->feature_keys().size(), draft.features.size());
  ASSERT_EQ(read->terms().size(), draft.terms.size());
  EXPECT_EQ(read->terms()[3], draft.terms[3].term);
  size_t at = 0;
  for (auto phrases = read->phrases(); !phrases.done(); phrases.next(), ++at) {
    EXPECT_EQ(phrases.value(), draft.phrases[at] >> (32 - kPhraseBits));
  }
  EXPECT_EQ(at, draft.phrases.size());
  EXPECT_DOUBLE_EQ(overlap(made, *read).jaccard, 1.0);
  EXPECT_FALSE(Fingerprint::from_bytes(made.bytes().substr(0, 100)));
}

}  // namespace
}  // namespace synoptic::group
