// What names are, in whole articles: with the tables and the tagger as they are shipped.
#include <gtest/gtest.h>

#include "annotate/steps.h"
#include "knowledge/knowledge.h"

namespace synoptic::annotate {
namespace {

// "text=id or type", of all mentions.
std::string names(std::string_view lang, std::vector<std::string> blocks) {
  static const auto knowledge = knowledge::Knowledge::load();
  EXPECT_TRUE(knowledge.has_value());
  model::Annotated annotated;
  annotated.article.lang = std::string(lang);
  for (std::string& text : blocks) annotated.article.blocks.push_back({.text = std::move(text)});
  const Sources sources = make_sources(annotated.article);
  find_mentions(annotated, sources, **knowledge);
  std::string out;
  for (const model::Mention& mention : annotated.mentions) {
    if (!out.empty()) out += "; ";
    out += mention.text + "=";
    out += mention.entity.empty() ? std::string(model::entity_type_name(mention.type))
                                  : mention.entity;
  }
  return out;
}

TEST(NameTypes, TransliteratedNamesBeginBehindTheRole) {
  EXPECT_EQ(names("zh", {"谈判代表法蒂玛·科纳雷表示同意。", "科纳雷随后离开。"}),
            "法蒂玛·科纳雷=PERSON; 科纳雷=PERSON");
}

TEST(NameTypes, GermanNounsAreNoPlaces) {
  EXPECT_EQ(names("de", {"Feuer in Farbenfabrik", "Dabei geriet ein Schuppen in Brand.",
                         "In einer Farbenfabrik bei Porto brannte es."}),
            "Porto=porto");
}

TEST(NameTypes, ASurnameIsAPersonAndAFirmIsNone) {
  EXPECT_EQ(names("de", {"Die Ministerin Helena Barroso gewann die Wahl.",
                         "Vereidigt wird Barroso im Mai."}),
            "Helena Barroso=PERSON; Barroso=PERSON");
  EXPECT_EQ(names("de", {"Der Pumpenhersteller Kimura Seiko meldet Gewinne."}), "Kimura Seiko=ORG");
}

TEST(NameTypes, ASharedBodyIsTheArticlesOwn) {
  EXPECT_EQ(names("en", {"Ukraine charged a judge of the Supreme Court on Monday.",
                         "Kyiv and Kharkiv took part."})
                .find("us-supreme-court"),
            std::string::npos);
  EXPECT_EQ(names("es", {"El fuego destruyó naves en Oporto, en Braga y en Lisboa.",
                         "El director vio a dos españoles. Sus vecinos españoles esperan.",
                         "La policía llegó tarde."})
                .find("spain/police"),
            std::string::npos);
}

TEST(NameTypes, LocalAuthoritiesAreNoGovernment) {
  EXPECT_EQ(names("ja", {"中国で、地元当局は発表した。"}), "中国=china");
  EXPECT_EQ(names("zh", {"南苏丹反政府武装撤离。"}), "南苏丹=south-sudan");
}

}  // namespace
}  // namespace synoptic::annotate
