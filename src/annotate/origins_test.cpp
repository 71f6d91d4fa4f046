#include <gtest/gtest.h>

#include "annotate/annotate.h"

namespace synoptic::annotate {
namespace {

std::vector<std::string> origins(const std::string& lang, const std::string& text) {
  static const auto knowledge = knowledge::Knowledge::load().value();
  model::Article article;
  article.lang = lang;
  article.title = "x";
  model::Block block;
  block.text = text;
  article.blocks.push_back(block);
  std::vector<std::string> names;
  for (const auto& origin : annotate(article, *knowledge).article.origins) {
    EXPECT_EQ(origin.kind, "text");
    names.push_back(origin.name);
  }
  return names;
}

using Names = std::vector<std::string>;

TEST(Origins, AreOutletsThatASentenceCites) {
  EXPECT_EQ(origins("en", "The dam will close, according to Reuters."), Names{"Reuters"});
  EXPECT_EQ(origins("en", "The dam will close, the newspaper Le Monde reported."),
            Names{"Le Monde"});
  EXPECT_EQ(origins("zh-Hans", "据路透社报道，大坝将关闭三个月。"), Names{"Reuters"});
  EXPECT_EQ(origins("es", "Dos trabajadores resultaron heridos, según la agencia Reuters."),
            Names{"Reuters"});
  EXPECT_EQ(origins("ru", "Плотину закроют, сообщает ТАСС."), Names{"TASS"});
  EXPECT_EQ(origins("ar", "سيغلق السد ثلاثة أشهر، نقلا عن وكالة رويترز."), Names{"Reuters"});
}

TEST(Origins, AreNotOutletsThatTheNewsIsAbout) {
  EXPECT_EQ(origins("en", "Reuters will cut 200 jobs, the union said."), Names{});
  EXPECT_EQ(origins("en", "The president ordered Reuters to leave the building."), Names{});
  EXPECT_EQ(origins("zh-Hans", "路透社计划裁员200人。"), Names{});
}

TEST(Origins, AreNamedOnce) {
  EXPECT_EQ(origins("en", "It will close, according to Reuters. Two are hurt, Reuters reported."),
            Names{"Reuters"});
}

}  // namespace
}  // namespace synoptic::annotate
