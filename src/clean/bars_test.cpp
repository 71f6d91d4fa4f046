#include "clean/bars.h"

#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

bool is_buttons(std::string text) {
  Piece piece;
  piece.text = std::move(text);
  return is_button_bar(test_knowledge(), measure(std::move(piece)));
}

TEST(Bars, ButtonsInFifteenLanguages) {
  for (const char* bar :
       {"Facebook X Copy link", "Listen 5 min · Share · Comments 31", "Auf Facebook teilen | X",
        "Partager sur X | Copier le lien", "Compartir en WhatsApp · Guardar",
        "Compartilhe: Facebook X Copiar link", "Telegram ВКонтакте Скопировать ссылку",
        "Поділитися у Facebook | Viber", "Facebook'ta paylaş | Yazdır", "شارك على فيسبوك | إكس",
        "تلگرام ایتا کپی لینک", "फेसबुक पर शेयर करें | व्हाट्सऐप", "Bagikan ke X | Salin tautan",
        "Facebookでシェア | リンクをコピー", "페이스북 카카오톡 링크복사",
        "分享到微信 朋友圈 复制链接"}) {
    EXPECT_TRUE(is_buttons(bar)) << bar;
  }
}

TEST(Bars, ButtonsThatNothingParts) {
  EXPECT_TRUE(is_buttons("FacebookWhatsAppXCopy link"));
  EXPECT_TRUE(is_buttons("FacebookXCopiar enlace"));
  EXPECT_FALSE(is_buttons("Facebooks Xylophon"));
}

TEST(Bars, SentencesAndHeadlinesAboutServicesAreNone) {
  for (const char* text :
       {"Facebook and X face fines in Brussels", "On this page by Anna", "Share prices fall again",
        "HTTP/1.1 200 OK", "X", "Telegram sperrt Kanäle", "分享爱心演唱会"}) {
    EXPECT_FALSE(is_buttons(text)) << text;
  }
}

TEST(Bars, CountersHaveAPictureAndANumber) {
  const auto is_counters = [](std::string text) {
    Piece piece;
    piece.text = std::move(text);
    return is_counter_bar(measure(std::move(piece)));
  };
  EXPECT_TRUE(is_counters("👁 8 120 · 💬 14"));
  EXPECT_TRUE(is_counters("❤ 12"));
  EXPECT_FALSE(is_counters("8 120"));
  EXPECT_FALSE(is_counters("👁"));
  EXPECT_FALSE(is_counters("👁 8 readers"));
}

TEST(Bars, NoneBecomesASubheadAboveTheText) {
  for (const char* bar : {"Teilen | WhatsApp | Link kopieren", "👁 8 120 · 💬 14"}) {
    const auto articles = clean_text(
        std::string("<html lang=\"en\"><title>Old mill turned into a school</title><body><article>"
                    "<h1>Old mill turned into a school</h1><p>") +
            bar +
            "</p><p>The old mill on the river was turned into a school this year, after the "
            "village "
            "had asked for one for decades.</p><p>Forty children will start there in autumn, the "
            "mayor said on Tuesday, and two teachers have moved to the village.</p></article>",
        model::Format::kHtml);
    ASSERT_EQ(articles.size(), 1u);
    EXPECT_EQ(kinds(articles[0]), "pP") << bar;
  }
}

TEST(Bars, ABoxWithAFieldForAnAddressIsASignUp) {
  const std::string text =
      "<p>The old mill on the river was turned into a school this year, after the village had "
      "asked "
      "for one for decades.</p>";
  const std::string box = "<div><h4>Mornings by mail</h4><p>Join the many who read us early.</p>";
  const std::string end =
      "<p>Forty children will start there in autumn, the mayor said on Tuesday, and two teachers "
      "have moved to the village with their families.</p></article>";
  const auto shape = [&](std::string_view field) {
    const auto articles = clean_text(
        "<html lang=en><body><article><h1>Old mill turned into a "
        "school</h1>" +
            text + box + std::string(field) + "</div>" + end,
        model::Format::kHtml);
    return articles.size() == 1 ? kinds(articles[0]) : std::string();
  };
  EXPECT_EQ(shape("<input type=email><button>Go</button>"), "pP");
  EXPECT_EQ(shape(""), "phpP") << "a subhead and its paragraph";
}

TEST(Bars, AMenuAboveAPlainTextIsNoTitle) {
  const std::string text =
      "\n\nOld mill turned into a school\n\nShare   Save   Aa\n\nThe old mill on the river was "
      "turned into a school this year, after the village had asked for one for decades.\n\nForty "
      "children will start there in autumn, the mayor said on Tuesday.\n";
  for (const char* menu :
       {"HOME   WORLD   MIDDLE EAST   LIVE TV", "Start\tPolitik\tSport\tKultur",
        "Home World Politics Business Sport", "Inicio Política Economía Deportes Cultura",
        "Главная Политика Экономика Спорт"}) {
    const auto articles = clean_text(menu + text);
    ASSERT_EQ(articles.size(), 1u) << menu;
    EXPECT_EQ(articles[0].title, "Old mill turned into a school") << menu;
    EXPECT_EQ(kinds(articles[0]), "pP") << menu;
  }
}

TEST(Bars, AHeadlineWithAWordOfMenusIsOne) {
  const auto articles = clean_text(
      "Home Office and World Bank sign sport deal\n\nThe two sides signed the deal on Monday after "
      "talks that had lasted for most of the year, both said.\n\nIt begins in autumn.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "Home Office and World Bank sign sport deal");
}

TEST(Bars, LinesThatForbidToPrintThemAgain) {
  for (const char* note :
       {"※ 本網站之文字與影音，不得轉載。", "Dilarang mengutip isi tanpa izin redaksi.",
        "Toute reproduction, même partielle, est interdite.",
        "При перепечатке ссылка обязательна."}) {
    const auto articles = clean_text(
        std::string(
            "# Old mill turned into a school\n\nThe old mill on the river was turned into a "
            "school this year, after the village had asked for one for decades.\n\nForty "
            "children will start there in autumn, the mayor said on Tuesday.\n\n") +
            note + "\n",
        model::Format::kMarkdown);
    ASSERT_EQ(articles.size(), 1u);
    EXPECT_EQ(kinds(articles[0]), "pP") << note;
  }
}

}  // namespace
}  // namespace synoptic::clean
