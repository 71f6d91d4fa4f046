#include "gloss/gloss.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "gloss/small_words.h"

namespace synoptic::gloss {
namespace {

// "source[gloss] source[gloss]", unknown words as "source[]".
std::string read(std::string_view sentence, std::string_view language, Known known = {}) {
  std::string out;
  for (const auto& word : words(sentence, language, std::move(known))) {
    out += (out.empty() ? "" : " ") + std::string(word.range.of(sentence)) + "[" + word.text + "]";
  }
  return out;
}

TEST(Gloss, EveryWordStandsWhereItStood) {
  EXPECT_EQ(read("El presidente dijo que no.", "es"),
            "El[the] presidente[president] dijo[said] que[that/which] no[not]");
  EXPECT_EQ(read("في باريس", "ar"), "في[in] باريس[paris]");
}

TEST(Gloss, WordsAreInOrderAndNoneLiesOverAnother) {
  for (const auto& [text, language] :
       {std::pair{"日本の電池大手ハンビットエナジーは10日、買収すると発表した。", "ja"},
        {"据秘鲁地球物理研究所消息，当地时间11日发生6.8级地震。", "zh-Hans"},
        {"인도네시아 대통령이 19일 자카르타에서 지시했다.", "ko"},
        {"قُتل عامل وأُصيب أربعة آخرون في هجوم", "ar"},
        {"آتش‌سوزی در یک ساختمان چهارطبقه", "fa"},
        {"\xFF\xFE broken \xC3 text", "fr"}}) {
    uint32_t at = 0;
    EXPECT_FALSE(words(text, language).empty()) << text;
    for (const auto& word : words(text, language)) {
      EXPECT_LE(at, word.range.begin) << text;
      EXPECT_LT(word.range.begin, word.range.end) << text;
      EXPECT_EQ(word.text.empty(), word.kind == Kind::kUnknown) << text;
      at = word.range.end;
    }
    EXPECT_LE(at, std::string_view(text).size());
  }
}

TEST(Gloss, TheReadersLanguageHasNone) {
  EXPECT_TRUE(words("The president said no.", "en").empty());
  EXPECT_TRUE(words("The president said no.", "en-GB").empty());
  EXPECT_TRUE(words("", "fr").empty());
}

TEST(Gloss, WhatIsKnownCountsBeforeTheTables) {
  const std::string text = "O presidente Lula disse";
  const auto at = static_cast<uint32_t>(text.find("Lula"));
  EXPECT_EQ(read(text, "pt", {{{at, at + 4}, "Luiz Inácio Lula da Silva", Kind::kName}}),
            "O[the] presidente[president] Lula[Luiz Inácio Lula da Silva] disse[said]");
}

TEST(Gloss, AStrangersNameIsNoCommonWord) {
  const auto stranger = [](std::string_view text, std::string_view name) -> Known {
    const auto at = static_cast<uint32_t>(text.find(name));
    return {{{at, at + static_cast<uint32_t>(name.size())}, {}, Kind::kUnknown}};
  };
  const std::string es = "dijo Molina Pescador";
  EXPECT_EQ(read(es, "es", stranger(es, "Molina Pescador")).find("fisher"), std::string::npos);
  const std::string de = "sagte Schneider";
  EXPECT_EQ(read(de, "de", stranger(de, "Schneider")).find("tailor"), std::string::npos);
  const std::string zh = "苏哈延多说";
  EXPECT_EQ(read(zh, "zh", stranger(zh, "苏哈延多")).substr(0, std::string("苏哈延多[]").size()),
            "苏哈延多[]");
  const std::string ru = "сказал Сергей";
  EXPECT_NE(read(ru, "ru", stranger(ru, "Сергей")).find("[serge"), std::string::npos);
}

TEST(Gloss, OfTwoKnownStretchesTheLongerCounts) {
  const std::string text = "Banco Central";
  EXPECT_EQ(
      read(text, "es", {{{0, 5}, "bank", Kind::kName}, {{0, 13}, "Central Bank", Kind::kName}}),
      "Banco Central[Central Bank]");
}

TEST(Gloss, ANameTakesItsParticlesWithIt) {
  const std::string text = "للبنك المركزي";
  const auto lam = static_cast<uint32_t>(std::string("لل").size());
  const auto end = static_cast<uint32_t>(std::string("للبنك").size());
  const auto found = words(text, "ar", {{{lam, end}, "Bank", Kind::kName}});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().range, (Range{0, end}));
}

TEST(Gloss, UnknownWordsStayAsTheyAre) {
  const auto found = words("Qwrtzplk", "de");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, Kind::kUnknown);
  EXPECT_TRUE(found[0].text.empty());
}

TEST(Gloss, ScriptsWithoutSpacesAreCutToWords) {
  EXPECT_EQ(read("发生地震", "zh-Hans"), "发生[occurred] 地震[earthquake]");
  EXPECT_EQ(read("地震は", "ja"), "地震[earthquake] は[(topic)]");
  EXPECT_EQ(read("ペルー", "ja"), "ペルー[peru]");
  // A thing in kana is not cut where it begins like a particle and ends like another word.
  EXPECT_EQ(read("はしけが", "ja"), "はしけ[barge] が[(subject)]");
}

TEST(Gloss, KoreanParticlesStandBehindTheWord) {
  const auto found = words("정부는", "ko");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].text, "government");
}

TEST(SmallWords, FoldedAndOfTheirLanguage) {
  EXPECT_EQ(small_word("es", "Según"), "according to");
  EXPECT_EQ(small_word("fr-CA", "plus de"), "more than");
  EXPECT_EQ(small_word("de", "Según"), "");
  EXPECT_TRUE(is_small("the"));
  EXPECT_FALSE(is_small("earthquake"));
}

model::Annotated article() {
  model::Annotated annotated;
  annotated.article.title = "Sismo en Arequipa";
  annotated.article.title_span = {0, 17};
  model::Block block;
  block.text = "Un sismo. Dos muertos en Arequipa.";
  block.span = {20, 20 + static_cast<uint32_t>(block.text.size())};
  block.source.append_linear(static_cast<uint32_t>(block.text.size()), 20);
  annotated.article.blocks.push_back(block);
  return annotated;
}

TEST(Sentence, IsFoundByItsBytes) {
  const auto annotated = article();
  const auto place = find_sentence(annotated.article, "Dos muertos en Arequipa.", {30, 54});
  EXPECT_EQ(place.block, 0u);
  EXPECT_EQ(place.range, (Range{10, 34}));
  EXPECT_TRUE(find_sentence(annotated.article, "Nada.", {30, 54}).range.empty());
  EXPECT_EQ(find_sentence(annotated.article, "Sismo en Arequipa", {0, 17}).block,
            model::kTitleBlock);
}

TEST(Known, NamesFiguresAndDaysOfTheSentence) {
  auto annotated = article();
  model::Mention mention;
  mention.at = {0, {25, 33}, {45, 53}};
  mention.entity = "arequipa";
  mention.name = "Arequipa";
  model::Mention nil = mention;
  nil.entity.clear();
  annotated.mentions = {mention, nil};
  model::Quantity two;
  two.at = {0, {10, 13}, {30, 33}};
  two.value = 12000;
  two.unit = "kg";
  model::Quantity elsewhere = two;
  elsewhere.at.range = {0, 2};
  annotated.quantities = {two, elsewhere};
  const auto known = known_of(annotated, {0, {10, 34}, {30, 54}});
  ASSERT_EQ(known.size(), 2u);
  EXPECT_EQ(known[0].text, "Arequipa");
  EXPECT_EQ(known[0].range, (Range{15, 23}));
  EXPECT_EQ(known[1].text, "12\u202F000 kg");
}

}  // namespace
}  // namespace synoptic::gloss
