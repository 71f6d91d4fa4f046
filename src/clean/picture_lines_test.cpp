#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

model::Article with_line(std::string line) {
  auto articles = clean_text(
      "# Old mill turned into a school\n\nThe old mill on the river was turned into a school this "
      "year, after the village had asked for one for decades.\n\n" +
          line +
          "\n\nForty children will start there in autumn, the mayor said on Tuesday, and two "
          "teachers "
          "have moved to the village.\n",
      model::Format::kMarkdown);
  return articles.size() == 1 ? std::move(articles[0]) : model::Article{};
}

TEST(PictureLines, ATrianglePointsAtThePicture) {
  const auto article = with_line("▲河邊的老磨坊改成學校。（圖／路透）");
  EXPECT_EQ(kinds(article), "pcP");
  ASSERT_EQ(article.blocks.size(), 3u);
  EXPECT_EQ(article.blocks[1].text, "▲河邊的老磨坊改成學校。") << "without its credit";
}

TEST(PictureLines, TwoTrianglesAreAList) {
  EXPECT_EQ(kinds(with_line("▲ The wheel was kept.\n\n▲ The stones were sold.")).find('c'),
            std::string::npos);
  EXPECT_EQ(kinds(with_line("▲ 0.5 percent more pupils came this year.")).find('c'),
            std::string::npos)
      << "a rise";
}

TEST(PictureLines, ACreditInBracketsAtTheEnd) {
  for (const char* line :
       {"The wheel of the mill still turns. (Photo: AP)",
        "FILE - The wheel of the mill. (AP Photo/Ann Gull, File)",
        "The wheel of the mill. (Courier photo by Ann Gull)",
        "Das Rad dreht sich noch. (Foto: dpa)", "La roue tourne encore. (Crédit : Sipa)",
        "Колесо всё ещё вращается. (Фото: ТАСС)", "العجلة ما زالت تدور. (تصوير: رويترز)",
        "चक्की अब भी घूमती है। (फोटो: पीटीआई)", "Roda itu masih berputar (dok. Antara)",
        "水車は今も回る（写真＝共同）", "물레방아는 아직 돈다. (사진=연합뉴스)",
        "물레방아는 아직 돈다. 사진 제공=방앗간"}) {
    EXPECT_EQ(kinds(with_line(line)), "pcP") << line;
  }
}

TEST(PictureLines, OtherBracketsAreText) {
  for (const char* line : {"The wheel of the mill still turns (since 1790).",
                           "The pupils keep a picture book (photos of the mill and its owners).",
                           "The pupils won a prize (for their photo by the river).",
                           "Die Zeitung schrieb darüber (Bild und Welt auch)."}) {
    EXPECT_EQ(kinds(with_line(line)).find('c'), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace synoptic::clean
