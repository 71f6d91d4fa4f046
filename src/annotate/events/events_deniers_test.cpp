// Who denies what is no deed, and who is told for a deed that is denied.
#include <gtest/gtest.h>

#include <string>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::event;
using testing::names;
using testing::TestArticle;
using Type = model::EntityType;

TEST(Deniers, WhatIsNoDeedIsRejectedByWhoDeniesIt) {
  const auto denier = [](const char* lang, const char* text, const char* name) {
    TestArticle article(lang, {text});
    article.mention(name, "it", Type::kOrg);
    const auto* found = event(article.events(), "reject");
    return found == nullptr ? std::string("none") : names(found->actor);
  };
  EXPECT_EQ(denier("en", "Lumora denied that it had delayed the opening.", "Lumora"), "it");
  EXPECT_EQ(denier("de", "Lumora dementierte den Bericht.", "Lumora"), "it");
  EXPECT_EQ(denier("fr", "Lumora a démenti ces informations.", "Lumora"), "it");
  EXPECT_EQ(denier("es", "Lumora desmintió la noticia.", "Lumora"), "it");
  EXPECT_EQ(denier("pt", "Lumora nega ter recebido o dinheiro.", "Lumora"), "it");
  EXPECT_EQ(denier("ru", "Лумора опровергла слухи о продаже.", "Лумора"), "it");
  EXPECT_EQ(denier("uk", "Лумора спростувала чутки про продаж.", "Лумора"), "it");
  EXPECT_EQ(denier("id", "Lumora membantah kabar tersebut.", "Lumora"), "it");
  EXPECT_EQ(denier("tr", "Lumora bu haberi yalanladı.", "Lumora"), "it");
  EXPECT_EQ(denier("zh", "卢莫拉否认工厂停产。", "卢莫拉"), "it");
  EXPECT_EQ(denier("ja", "ルモラは一部の報道を否定した。", "ルモラ"), "it");
  EXPECT_EQ(denier("ko", "루모라는 보도를 부인했다.", "루모라"), "it");
}

TEST(Deniers, ADeedIsToldAsDeniedAndNotTheDenial) {
  TestArticle article("en", {"Norland denied attacking the port."});
  article.mention("Norland", "no", Type::kCountry);
  const auto& read = article.events();
  EXPECT_EQ(event(read, "reject"), nullptr);
  const auto* attack = event(read, "attack");
  ASSERT_NE(attack, nullptr);
  EXPECT_EQ(attack->polarity, model::Polarity::kNegative);
  EXPECT_EQ(names(attack->actor), "no");
}

TEST(Deniers, NotToDenyIsNoRejection) {
  TestArticle article("en", {"Lumora did not deny the report."});
  article.mention("Lumora", "it", Type::kOrg);
  EXPECT_EQ(event(article.events(), "reject"), nullptr);
}

TEST(Deniers, WhatIsDeniedIsItsContent) {
  TestArticle article("en", {"Lumora denied that it had sold the mill."});
  article.mention("Lumora", "it", Type::kOrg);
  const auto* found = event(article.events(), "reject");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->object, "that it had sold the mill");
}

}  // namespace
}  // namespace synoptic::annotate
