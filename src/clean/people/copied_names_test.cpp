// Who wrote it, where a page was copied as text and nothing but the name's place tells.
#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

std::string writers(const std::vector<model::Article>& articles, size_t i = 0) {
  std::string all;
  if (i >= articles.size()) return "no article";
  for (const auto& author : articles[i].authors) all += (all.empty() ? "" : ", ") + author.name;
  return all;
}

const std::string kEnglish =
    "The old ferry between the two quays will sail for free until the end of next winter, the town "
    "council decided after a long debate on Monday.\nFishers had warned that a fee would leave the "
    "small harbour empty within a year, and the treasurer said he could live with the loss.\n";

TEST(CopiedNames, CountersWithoutTheirPicturesFollowTheName) {
  EXPECT_EQ(writers(clean_text(
                "# Паром до острова останется бесплатным ещё на год\n\n"
                "3 мая 2025, 10:15  Игорь Савельев  ![](/i/eye.svg)2310 ![](/i/c.svg)7\n\n"
                "Городской совет решил, что паром между двумя пристанями будет ходить бесплатно до "
                "конца зимы. Спор длился больше пяти часов.\n\nРыбаки предупреждали, что плата за "
                "переправу за год опустошит маленькую гавань.\n",
                model::Format::kMarkdown)),
            "Игорь Савельев");
}

TEST(CopiedNames, WhatSomebodyIsStandsBehindTheName) {
  const auto page = [](const std::string& line) {
    return "Ferry stays free until the winter ends\n" + line + "\nMon 5 May 2025 06.00 GMT\n" +
           kEnglish;
  };
  EXPECT_EQ(writers(clean_text(page("Ada Brook Harbour correspondent"))), "Ada Brook");
  EXPECT_EQ(writers(clean_text(page("Ada Brook Chief political correspondent"))), "Ada Brook");
  EXPECT_EQ(writers(clean_text(page("Ada Brook - norrvikpost"))), "Ada Brook");
}

TEST(CopiedNames, APlaceBehindAStrokeOverTheDay) {
  EXPECT_EQ(
      writers(clean_text(
          "पुराने घाट की नाव अगले साल भी मुफ्त चलेगी\nसुरेश वर्मा | नीलपुर\n12 मई 2025, 11:24 AM IST\n"
          "नगर परिषद ने सोमवार को फैसला किया कि दोनों घाटों के बीच चलने वाली पुरानी नाव अगली सर्दी तक मुफ्त "
          "रहेगी।\nमछुआरों ने चेतावनी दी थी कि किराया लगाने से छोटा बंदरगाह एक साल में सूना हो जाएगा।\n")),
      "सुरेश वर्मा");
}

TEST(CopiedNames, TheReporterInBracketsBelowTheText) {
  EXPECT_EQ(writers(clean_text(
                "旧港渡轮明年继续免费\n2025-05-12 09:10\n"
                "市议会周二深夜表决通过，前往离岛的渡轮明年继续免费，辩论持续超过五个小时才结束。\n"
                "渔民曾警告，收费将使小港口在一年内空无一人，财政局则说市府无力单独负担船只费用。\n"
                "（旧港晚报记者 林志远）\n举报/反馈\n")),
            "林志远");
}

TEST(CopiedNames, FamilyAndGivenNameWithABlankBetweenThem) {
  const std::string text =
      "町議会は１２日、島へ渡る船を来年度も無料で運航すると決めた。議論は５時間を超えた。\n\n"
      "漁師たちは、料金を取れば小さな港は１年で空になると訴えていた。船は月に４０便が出る。\n";
  EXPECT_EQ(writers(clean_text("# 島へ渡る船、来年度も無料に\n\n岡本 みさき　2025年5月12日 "
                               "19時20分\n\n" +
                                   text,
                               model::Format::kMarkdown)),
            "岡本 みさき");
  EXPECT_EQ(writers(clean_text("# 島へ渡る船、来年度も無料に\n\n2025年5月12日 19時20分\n\n" + text +
                                   "\n（岡本 岬）\n",
                               model::Format::kMarkdown)),
            "岡本 岬");
}

TEST(CopiedNames, AListOfWritersInTheDataOfAScript) {
  const auto articles =
      clean(html_capture(
                "<html><head><title>Ferry stays free</title></head><body><div "
                "id=app></div><script type='application/json'>{\"article\":{\"title\":\"Ferry "
                "stays free\",\"authors\":[{\"name\":\"Ada Brook\",\"slug\":\"ab\"},{\"name\":"
                "\"Milo Stone\",\"slug\":\"ms\"}],\"blocks\":[{\"type\":\"text\",\"body\":\"<p>" +
                kEnglish.substr(0, kEnglish.find('\n')) +
                "<\\/p>\"},{\"type\":\"text\",\"body\":\"<p>Fishers had warned that a fee would "
                "leave the small harbour empty within a year. The treasurer said he could live "
                "with it.<\\/p>\"}]}}</script></body></html>"),
            test_knowledge(), test_languages());
  EXPECT_EQ(writers(articles), "Ada Brook, Milo Stone");
}

}  // namespace
}  // namespace synoptic::clean
