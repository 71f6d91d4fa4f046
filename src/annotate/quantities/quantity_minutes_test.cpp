#include <fmt/format.h>
#include <gtest/gtest.h>

#include "annotate/steps.h"

namespace synoptic::annotate {
namespace {

std::vector<model::Quantity> read(std::string_view title, std::string_view text,
                                  std::string_view lang) {
  static const auto knowledge = knowledge::Knowledge::load();
  EXPECT_TRUE(knowledge.has_value());
  model::Annotated annotated;
  annotated.article.lang = std::string(lang);
  annotated.article.title = std::string(title);
  annotated.article.blocks.resize(1);
  annotated.article.blocks[0].text = std::string(text);
  const Sources sources = make_sources(annotated.article);
  find_times(annotated, sources, **knowledge);
  find_quantities(annotated, sources, **knowledge);
  return annotated.quantities;
}

// The minutes of a game that the text tells.
std::string minutes(std::string_view text, std::string_view lang) {
  std::string out;
  for (const model::Quantity& quantity : read("Germany 2-1 Brazil", text, lang)) {
    EXPECT_NE(quantity.kind, "rank") << text;
    if (quantity.counted_class == "minute") out += fmt::format("{} ", quantity.value);
  }
  return out;
}

TEST(Minutes, OfAGameInManyLanguages) {
  EXPECT_EQ(minutes("He scored the goal in the 92nd minute.", "en"), "92 ");
  EXPECT_EQ(minutes("Wirtz traf in der 92. Minute, Havertz in der 23. Minute.", "de"), "92 23 ");
  EXPECT_EQ(minutes("Wirtz a marqué un but à la 92e minute.", "fr"), "92 ");
  EXPECT_EQ(minutes("Marcó el gol en el minuto 23, empató en el 60 y ganó en el 88.", "es"),
            "23 60 88 ");
  EXPECT_EQ(minutes("Vinícius empatou aos 60 minutos e Wirtz fez o gol aos 92 minutos.", "pt"),
            "60 92 ");
  EXPECT_EQ(minutes("Вирц забил гол на 92-й минуте.", "ru"), "92 ");
  EXPECT_EQ(minutes("Вірц забив гол на 92-й хвилині.", "uk"), "92 ");
  EXPECT_EQ(minutes("سجل فيرتز هدف الفوز في الدقيقة 92.", "ar"), "92 ");
  EXPECT_EQ(minutes("ویرتز در دقیقه ۹۲ گل زد.", "fa"), "92 ");
  EXPECT_EQ(minutes("Wirtz 92. dakikada gol attı.", "tr"), "92 ");
  EXPECT_EQ(minutes("Vinicius mencetak gol pada menit ke-60.", "id"), "60 ");
  EXPECT_EQ(minutes("विर्ट्ज़ ने 92वें मिनट में गोल किया।", "hi"), "92 ");
  EXPECT_EQ(minutes("维尔茨在第92分钟打入制胜进球。", "zh"), "92 ");
  EXPECT_EQ(minutes("ビルツが60分に決勝ゴールを決めた。", "ja"), "60 ");
  EXPECT_EQ(minutes("비르츠가 60분에 결승골을 넣었다.", "ko"), "60 ");
}

TEST(Minutes, OfAHalfAreThoseOfTheGame) {
  EXPECT_EQ(minutes("ビルツが後半47分に決勝ゴールを決めた。", "ja"), "92 ");
  EXPECT_EQ(minutes("비르츠가 후반 29분 결승골을 넣었다.", "ko"), "74 ");
  EXPECT_EQ(minutes("Fez o gol aos 22 minutos do segundo tempo.", "pt"), "67 ");
  EXPECT_EQ(minutes("The goal came at 90+2'.", "en"), "92 ");
}

TEST(Minutes, SpansOfTimeAndRanksAreNone) {
  EXPECT_EQ(minutes("The final lasted 90 minutes, their 3rd match.", "en"), "");
  EXPECT_EQ(minutes("Maç 90 dakika sürdü.", "tr"), "");
  EXPECT_EQ(minutes("경기는 90분 동안 진행됐다.", "ko"), "");
}

TEST(Depths, AreNoDistances) {
  const auto classes = [](std::string_view text, std::string_view lang) {
    std::string out;
    for (const auto& quantity : read("", text, lang)) out += quantity.counted_class + ";";
    return out;
  };
  EXPECT_EQ(classes("It struck at a depth of 10 km, 40 km from the town.", "en"), "depth;;");
  EXPECT_EQ(classes("Das Beben lag in einer Tiefe von 10 Kilometern.", "de"), "depth;");
  EXPECT_EQ(classes("À une profondeur de 10 kilomètres.", "fr"), "depth;");
  EXPECT_EQ(classes("A una profundidad de 10 kilómetros.", "es"), "depth;");
  EXPECT_EQ(classes("Очаг находился на глубине 10 километров.", "ru"), "depth;");
  EXPECT_EQ(classes("震源の深さは10キロ。", "ja"), "depth;");
  EXPECT_EQ(classes("震源深度10公里。", "zh"), "depth;");
  EXPECT_EQ(classes("وقع على عمق 10 كيلومترات.", "ar"), "depth;");
}

TEST(Modifiers, NearbyIsNotNearly) {
  const auto modifier = [](std::string_view text) { return read("", text, "zh").at(0).modifier; };
  EXPECT_EQ(modifier("附近1200名居民被疏散。"), "");
  EXPECT_EQ(modifier("近1200名居民被疏散。"), "about");
}

}  // namespace
}  // namespace synoptic::annotate
