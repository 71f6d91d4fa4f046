#include "clean/people/sign_off.h"

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

// A report that ends with `end`.
model::Article report(const std::string& end) {
  auto articles = clean_text(
      "港の古い桟橋、来月閉鎖へ\n\n港湾評議会は月曜日、九時間にわたる議論の末、湾の古い桟橋を来月閉"
      "鎖することを決めた。\n\n" +
      end);
  return articles.size() == 1 ? std::move(articles[0]) : model::Article();
}

std::vector<std::string> names(const model::Article& article) {
  std::vector<std::string> found;
  for (const auto& author : article.authors) found.push_back(author.name);
  return found;
}

TEST(SignOff, IsCutAndNamesTheWriters) {
  using Names = std::vector<std::string>;
  const std::string last = "渡船は北岸から出る。";
  const std::vector<std::pair<std::string, Names>> ends = {
      {"【佐藤花子】", {"佐藤花子"}},
      {"（ソウル＝佐藤花子）", {"佐藤花子"}},
      {"【ロンドン佐藤花子、鈴木次郎】", {"佐藤花子", "鈴木次郎"}},
      {"（佐藤花子）", {"佐藤花子"}}};
  for (const auto& [end, who] : ends) {
    const model::Article article = report(last + end);
    ASSERT_EQ(kinds(article), "pP") << end;
    EXPECT_EQ(article.blocks.back().text, last);
    EXPECT_EQ(names(article), who) << end;
  }
}

TEST(SignOff, EditorsOfAnAgencyAndItsNumber) {
  const auto articles = clean_text(
      "港口舊碼頭下月關閉\n\n港務委員會星期一開會九個小時，決定下個月關閉海灣的舊碼頭，委員會發言人"
      "表示。\n\n"
      "渡輪今後將從北岸出發，直到新碼頭建成為止。（譯者：陳思遠／核稿：林若水）1140309");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].blocks.back().text, "渡輪今後將從北岸出發，直到新碼頭建成為止。");
  EXPECT_TRUE(articles[0].authors.empty());
}

TEST(SignOff, AgenciesBehindTheLastSentence) {
  struct Ended {
    const char *last, *end;
    std::vector<const char*> agencies;
  };
  for (const auto& [last, end, agencies] : std::vector<Ended>{
           {"渡船は北岸から出る。", "（共同）", {"kyodo"}},
           {"渡船は北岸から出る。", "（時事）", {"jiji-press"}},
           {"From next month the ferry will leave from the north shore of the bay.",
            " (AFP)",
            {"afp"}},
           {"From next month the ferry will leave from the north shore of the bay.",
            " (Reuters/AFP)",
            {"reuters", "afp"}},
           {"Ab dem nächsten Monat fährt die Fähre vom Nordufer der Bucht ab.", " (dpa)", {"dpa"}},
           {"Desde el próximo mes el barco saldrá de la orilla norte de la bahía, y hasta que "
            "terminen las obras los vecinos tendrán que caminar un cuarto de hora más, según "
            "explicó el consejo del puerto en una nota.",
            " EFE",
            {"efe"}}}) {
    const model::Article article = report(std::string(last) + end);
    ASSERT_FALSE(article.blocks.empty()) << end;
    EXPECT_EQ(article.blocks.back().text, last);
    ASSERT_EQ(article.origins.size(), agencies.size()) << end;
    for (size_t i = 0; i < agencies.size(); ++i) EXPECT_EQ(article.origins[i].entity, agencies[i]);
    EXPECT_TRUE(article.authors.empty()) << end;
  }
}

// Alone in the last line, in any form that a text comes in.
TEST(SignOff, AgenciesInALineOfTheirOwn) {
  const std::string title = "Harbour council closes the old pier";
  const std::string text =
      "The harbour council of the city decided on Monday after nine hours to close the old pier of "
      "the bay next month.";
  const auto ids = [](const std::vector<model::Article>& articles) {
    std::string found;
    for (const auto& article : articles) {
      for (const auto& origin : article.origins) found += origin.entity + " ";
    }
    return found;
  };
  for (const auto& [end, agencies] : std::vector<std::pair<std::string, std::string>>{
           {"(With Reuters)", "reuters "},
           {"With reporting by AFP", "afp "},
           {"(dpa/lnw)", "dpa "},
           {"(AFP/dpa)", "afp dpa "},
           {"(Mit Material von dpa)", "dpa "},
           {"(Avec AFP)", "afp "},
           {"(avec l’AFP)", "afp "},
           {"(Con información de EFE)", "efe "},
           {"(EFE/lv)", "efe "},
           {"(com Lusa)", "lusa "},
           {"(по материалам ТАСС)", "tass "},
           {"(за матеріалами Укрінформ)", "ukrinform "},
           {"(AA)", "anadolu-agency "},
           {"(AA'nın katkılarıyla)", "anadolu-agency "},
           {"(أ ف ب)", "afp "},
           {"(بالتعاون مع رويترز)", "reuters "},
           {"(به نقل از ایسنا)", "isna-iran "},
           {"(पीटीआई के इनपुट के साथ)", "press-trust-of-india "},
           {"(dengan laporan Reuters)", "reuters "},
           {"（ロイター協力）", "reuters "},
           {"（공동=연합뉴스）", ""},
           {"(로이터=연합뉴스)", "reuters yonhap "},
           {"（据新华社）", "xinhua "},
           {"（綜合中央社報導）", "taiwan-cna "},
           {"(with the mayor)", ""},
           {"(Paris/lv)", ""},
           {"With NATO", ""}}) {
    EXPECT_EQ(ids(clean_text(title + "\n\n" + text + "\n\n" + text + "\n\n" + end + "\n")),
              agencies)
        << end;
    EXPECT_EQ(ids(clean_text(title + "\n\n" + text + "\n\n" + text + " " + end + "\n")), agencies)
        << end;
    EXPECT_EQ(
        ids(clean_capture(html_capture("<article><h1>" + title + "</h1><p>" + text + "</p><p>" +
                                       text + "</p><p>" + end + "</p></article>"))),
        agencies)
        << end;
  }
}

TEST(SignOff, AgenciesAtTheHeadOfAReport) {
  const auto first = [](const std::string& text) {
    const auto articles = clean_text("The old pier closes\n\n" + text + "\n\n" + text + "\n");
    return articles.size() == 1 && !articles[0].origins.empty() ? articles[0].origins[0].entity
                                                                : std::string();
  };
  EXPECT_EQ(first("（中央社記者林若水花蓮縣9日電）港務委員會星期一開會九個小時，決定下個月關閉海灣"
                  "的舊碼頭。"),
            "taiwan-cna");
  EXPECT_EQ(first("【大阪共同】港湾評議会は月曜日、九時間にわたる議論の末、湾の古い桟橋を来月閉鎖す"
                  "ることを決めた。"),
            "kyodo");
  EXPECT_EQ(first("शिवपुरी (मप्र), 8 मार्च (भाषा)। बंदरगाह परिषद ने सोमवार को पुराने घाट को अगले महीने बंद "
                  "करने का फैसला किया।"),
            "press-trust-of-india");
}

TEST(SignOff, AnAgencyBesideAWriterIsNoWriter) {
  const auto articles = clean_text(
      "Alter Pier schließt\n\nVon Anna Berg und dpa\n\nDer Hafenrat hat am Montag nach neun "
      "Stunden "
      "beschlossen, den alten Pier der Bucht im nächsten Monat zu schließen.");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(names(articles[0]), std::vector<std::string>{"Anna Berg"});
  ASSERT_EQ(articles[0].origins.size(), 1u);
  EXPECT_EQ(articles[0].origins[0].entity, "dpa");
}

TEST(SignOff, OtherWordsInBracketsAreOfTheText) {
  const std::string last = "渡船は北岸から出る。";
  for (const std::string end : {"（以上）", "（敬称略）", "（ソウル）", "（東京）"}) {
    const model::Article article = report(last + end);
    ASSERT_FALSE(article.blocks.empty()) << end;
    EXPECT_EQ(article.blocks.back().text, last + end);
    EXPECT_TRUE(article.authors.empty()) << end;
  }
}

}  // namespace
}  // namespace synoptic::clean
