// Persons with their titles: two joined by "and" are one list, and what marks the title marks them.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::names;

struct TitledCase {
  std::string lang, text, action, actor, recipient;
};

// Names, events: all that the program knows of the sentence.
model::Annotated told_of(const std::string& lang, const std::string& text) {
  model::Annotated result;
  result.article.lang = lang;
  model::Block block;
  block.text = text;
  result.article.blocks.push_back(std::move(block));
  find_mentions(result, make_sources(result.article), testing::knowledge());
  find_events(result, syntax::passages(result), testing::knowledge());
  return result;
}

const std::string kBothPresidents = "vladimir-putin|masoud-pezeshkian";

TEST(TitledPairs, BothDoIt) {
  const TitledCase cases[] = {
      {"en",
       "Russian President Vladimir Putin and Iranian President Masoud Pezeshkian signed a treaty.",
       "sign", kBothPresidents, ""},
      {"ru", "Президент России Владимир Путин и президент Ирана Масуд Пезешкиан подписали договор.",
       "sign", kBothPresidents, ""},
      {"uk",
       "Президент України Володимир Зеленський і президент Франції Емманюель Макрон підписали "
       "угоду.",
       "sign", "volodymyr-zelenskyy|emmanuel-macron", ""},
      {"es",
       "El presidente ruso Vladímir Putin y el presidente iraní Masud Pezeshkian firmaron un "
       "tratado.",
       "sign", kBothPresidents, ""},
      {"fr",
       "Le président russe Vladimir Poutine et le président iranien Massoud Pezeshkian ont signé "
       "un traité.",
       "sign", kBothPresidents, ""},
      {"de",
       "Der russische Präsident Wladimir Putin und der iranische Präsident Massud Peseschkian "
       "unterzeichneten einen Vertrag.",
       "sign", kBothPresidents, ""},
      {"pt",
       "O presidente russo Vladimir Putin e o presidente iraniano Masoud Pezeshkian assinaram um "
       "tratado.",
       "sign", kBothPresidents, ""},
      {"ar", "وقع الرئيس الروسي فلاديمير بوتين والرئيس الإيراني مسعود بزشكيان اتفاقا.", "sign",
       kBothPresidents, ""},
      {"zh", "俄罗斯总统普京和伊朗总统佩泽希齐扬签署条约。", "sign", kBothPresidents, ""},
      {"tr",
       "Rusya Devlet Başkanı Vladimir Putin ve İran Cumhurbaşkanı Mesud Pezeşkiyan anlaşma "
       "imzaladı.",
       "sign", kBothPresidents, ""},
      {"ja", "ロシアのプーチン大統領とイランのペゼシュキアン大統領は条約に署名した。", "sign",
       kBothPresidents, ""},
      {"ko", "푸틴 대통령과 모디 총리는 협정에 서명했다.", "sign", "vladimir-putin|narendra-modi",
       ""},
      {"id",
       "Presiden Rusia Vladimir Putin dan Presiden Iran Masoud Pezeshkian menandatangani "
       "perjanjian.",
       "sign", kBothPresidents, ""},
      {"fa",
       "ولادیمیر پوتین رئیس‌جمهور روسیه و مسعود پزشکیان "
       "رئیس‌جمهور "
       "ایران "
       "توافقنامه "
       "امضا "
       "کردند.",
       "sign", kBothPresidents, ""},
      {"hi", "रूस के राष्ट्रपति व्लादिमीर पुतिन और भारत के प्रधानमंत्री नरेंद्र मोदी ने समझौते पर हस्ताक्षर किए।",
       "sign", "vladimir-putin|narendra-modi", ""},
  };
  for (const TitledCase& one : cases) {
    const auto read = told_of(one.lang, one.text);
    const auto* event = testing::event(read, one.action);
    ASSERT_NE(event, nullptr) << one.text;
    EXPECT_EQ(names(event->actor), one.actor) << one.text;
  }
}

TEST(TitledPairs, ItIsDoneToBoth) {
  const std::string to = "vladimir-putin|narendra-modi";
  const TitledCase cases[] = {
      {"en",
       "Emmanuel Macron criticised Russian President Vladimir Putin and Indian Prime Minister "
       "Narendra Modi.",
       "condemn", "emmanuel-macron", to},
      {"fr",
       "Keir Starmer a critiqué le président russe Vladimir Poutine et le Premier ministre indien "
       "Narendra Modi.",
       "condemn", "keir-starmer", to},
      {"ru",
       "Макрон раскритиковал президента России Владимира Путина и премьер-министра Индии Нарендру "
       "Моди.",
       "condemn", "emmanuel-macron", to},
      {"id",
       "Macron mengecam Presiden Rusia Vladimir Putin dan Perdana Menteri India Narendra Modi.",
       "condemn", "emmanuel-macron", to},
      {"ja", "マクロン大統領はロシアのプーチン大統領とイランのペゼシュキアン大統領を批判した。",
       "condemn", "emmanuel-macron", kBothPresidents},
  };
  for (const TitledCase& one : cases) {
    const auto read = told_of(one.lang, one.text);
    const auto* event = testing::event(read, one.action);
    ASSERT_NE(event, nullptr) << one.text;
    EXPECT_EQ(names(event->actor), one.actor) << one.text;
    EXPECT_EQ(names(event->recipient), one.recipient) << one.text;
  }
}

TEST(TitledPairs, MarkersBehindTheTitleCount) {
  const auto korean = told_of("ko", "푸틴 대통령이 시진핑 주석을 비판했다.");
  const auto* condemn = testing::event(korean, "condemn");
  ASSERT_NE(condemn, nullptr);
  EXPECT_EQ(names(condemn->actor), "vladimir-putin");
  EXPECT_EQ(names(condemn->recipient), "xi-jinping");
  const auto japanese = told_of("ja", "石破首相はトランプ大統領と会談した。");
  const auto* meet = testing::event(japanese, "meet");
  ASSERT_NE(meet, nullptr);
  EXPECT_EQ(names(meet->recipient), "donald-trump");
}

TEST(TitledPairs, AnotherClauseIsNoList) {
  const auto read =
      told_of("en", "Keir Starmer visited Kyiv and President Volodymyr Zelensky signed a decree.");
  const auto* visit = testing::event(read, "visit");
  ASSERT_NE(visit, nullptr);
  EXPECT_EQ(names(visit->actor), "keir-starmer");
  const auto* sign = testing::event(read, "sign");
  ASSERT_NE(sign, nullptr);
  EXPECT_EQ(names(sign->actor).find("keir-starmer"), std::string::npos);
}

TEST(TitledPairs, ShortTitlesEndNothing) {
  const TitledCase cases[] = {
      {"fr", "Mme Le Pen a critiqué M. Macron mardi.", "condemn", "marine-le-pen",
       "emmanuel-macron"},
      {"en", "Mr. Starmer criticised Mr. Trump on Monday.", "condemn", "keir-starmer",
       "donald-trump"},
      {"en", "Sen. Rubio accused Gov. Newsom of lying.", "accuse", "marco-rubio", "gavin-newsom"},
      {"ru", "Путин обвинил г. Зеленского.", "accuse", "vladimir-putin", "volodymyr-zelenskyy"},
      {"uk", "Порошенко звинуватив п. Зеленського у брехні.", "accuse", "petro-poroshenko",
       "volodymyr-zelenskyy"},
      {"id", "Presiden Prabowo mengecam Dr. Anwar Ibrahim.", "condemn", "prabowo-subianto",
       "anwar-ibrahim"},
      {"de", "Olaf Scholz kritisierte Hr. Merz.", "condemn", "olaf-scholz", "friedrich-merz"},
  };
  for (const TitledCase& one : cases) {
    const auto read = told_of(one.lang, one.text);
    const auto* event = testing::event(read, one.action);
    ASSERT_NE(event, nullptr) << one.text;
    EXPECT_EQ(names(event->actor), one.actor) << one.text;
    EXPECT_EQ(names(event->recipient), one.recipient) << one.text;
  }
}

}  // namespace
}  // namespace synoptic::annotate
