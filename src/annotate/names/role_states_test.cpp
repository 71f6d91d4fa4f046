// Former, elected and acting holders of a role, and whom a bare role means.
#include <gtest/gtest.h>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

std::string role_in(const std::string& lang, const std::string& text, const std::string& name) {
  for (const auto& mention : read_text(lang, text, "2025-01-20").mentions) {
    if (mention.text == name) return mention.role;
  }
  return "-";
}

TEST(RoleStates, StandBesideTheRole) {
  struct Case {
    const char *lang, *text, *name, *role;
  };
  const Case cases[] = {
      {"en", "President-elect Donald Trump spoke.", "Donald Trump",
       "President-elect of United States"},
      {"en", "Former US President Barack Obama spoke.", "Barack Obama",
       "Former President of United States"},
      {"en", "President Emmanuel Macron met former soldiers.", "Emmanuel Macron",
       "President of France"},
      {"es", "El presidente interino Jhon Pérez habló.", "Jhon Pérez", "Acting President"},
      {"pt", "O ex-presidente Jair Bolsonaro falou.", "Jair Bolsonaro",
       "Former President of Brazil"},
      {"fr", "L'ancien président Nicolas Sarkozy a parlé.", "Nicolas Sarkozy",
       "Former President of France"},
      {"de", "Die frühere Kanzlerin Angela Merkel sprach.", "Angela Merkel",
       "Former Chancellor of Germany"},
      {"ru", "Бывший президент Дмитрий Медведев выступил.", "Дмитрий Медведев",
       "Former President of Russia"},
      {"uk", "Новообраний президент Дональд Трамп виступив.", "Дональд Трамп",
       "President-elect of United States"},
      {"ar", "تحدث الرئيس السابق باراك أوباما.", "باراك أوباما",
       "Former President of United States"},
      {"fa", "رئیس جمهور سابق حسن روحانی سخن گفت.", "حسن روحانی", "Former President of Iran"},
      {"tr", "Eski Başbakan Ahmet Davutoğlu konuştu.", "Ahmet Davutoğlu",
       "Former Prime Minister of Turkey"},
      {"hi", "पूर्व प्रधानमंत्री मनमोहन सिंह बोले।", "मनमोहन सिंह", "Former Prime Minister of India"},
      {"id", "Mantan Presiden Joko Widodo berbicara.", "Joko Widodo",
       "Former President of Indonesia"},
      {"ja", "岸田文雄前首相が出席した。", "岸田文雄", "Former Prime Minister of Japan"},
      {"ja", "韓悳洙大統領代行が出席した。", "韓悳洙", "Acting President"},
      {"ko", "문재인 전 대통령이 참석했다.", "문재인", "Former President of South Korea"},
      {"ko", "도널드 트럼프 대통령 당선인이 말했다.", "도널드 트럼프",
       "President-elect of United States"},
      {"ko", "더불어민주당 이재명 대표가 말했다.", "이재명", "Leader of Democratic Party of Korea"},
      {"zh", "前总统奥巴马发表讲话。", "奥巴马", "Former President of United States"},
      {"zh", "目前总统特朗普在访问。", "特朗普", "President of United States"},
      {"ru", "Заместитель министра Сергей Рябков прибыл.", "Сергей Рябков", "Deputy minister"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(role_in(one.lang, one.text, one.name), one.role) << one.text;
}

std::string speaker_in(const std::string& lang, const std::string& text) {
  const auto read = read_text(lang, text, "2025-01-20");
  for (const auto& quote : read.quotes) {
    if (quote.speaker) return quote.speaker->entity;
  }
  return "";
}

TEST(BareRoles, AreNotOfAForeignerNamedLater) {
  EXPECT_EQ(speaker_in("en",
                       "Keir Starmer spoke in parliament. \"We must move on,\" the prime "
                       "minister said. On Monday he will receive Indian Prime Minister "
                       "Narendra Modi."),
            "keir-starmer");
  EXPECT_EQ(speaker_in("fr",
                       "François Bayrou a parlé. « Il faut avancer », a déclaré le Premier "
                       "ministre. Lundi il recevra le Premier ministre indien Narendra Modi."),
            "francois-bayrou");
  EXPECT_EQ(speaker_in("ru",
                       "Михаил Мишустин выступил в Думе. «Надо идти дальше», — заявил "
                       "премьер-министр. Он примет премьер-министра Индии Нарендру Моди."),
            "mikhail-mishustin");
  EXPECT_EQ(speaker_in("tr",
                       "Recep Tayyip Erdoğan Meclis'te konuştu. Cumhurbaşkanı, \"İlerlemeliyiz\" "
                       "dedi. Fransa Cumhurbaşkanı Emmanuel Macron'u kabul edecek."),
            "recep-tayyip-erdogan");
  EXPECT_EQ(speaker_in("hi",
                       "नरेंद्र मोदी ने भाषण दिया। प्रधानमंत्री ने कहा, \"हमें आगे बढ़ना है।\" वे ब्रिटेन के "
                       "प्रधानमंत्री कीर स्टार्मर से मिलेंगे।"),
            "narendra-modi");
  EXPECT_EQ(
      speaker_in("zh", "石破茂在国会发表讲话。首相说：“我们必须前进。”他将会见印度总理莫迪。"),
      "shigeru-ishiba");
  // Who was named with the office before is meant, of whatever country.
  EXPECT_EQ(speaker_in("en",
                       "Indian Prime Minister Narendra Modi arrived in London. \"We must move "
                       "on,\" the prime minister said."),
            "narendra-modi");
  EXPECT_EQ(speaker_in("en",
                       "The prime minister said taxes would fall. Prime Minister Keir Starmer "
                       "spoke in parliament."),
            "keir-starmer");
  // A former holder is none.
  EXPECT_EQ(speaker_in("en",
                       "Former President Barack Obama spoke. \"We must move on,\" the "
                       "president said. A ship sank."),
            "");
}

TEST(BareRoles, AGovernmentIsOfWhoLeadsIt) {
  const auto read = read_text(
      "fr",
      "L'opposition a critiqué le gouvernement de François Bayrou. Le Premier ministre indien "
      "Narendra Modi et le président indien arrivent en Inde.",
      "2025-01-20");
  size_t met = 0;
  for (const auto& mention : read.mentions) {
    if (mention.text != "gouvernement") continue;
    ++met;
    EXPECT_EQ(mention.entity, "france/government");
  }
  EXPECT_EQ(met, 1u);
}

TEST(RoleStates, WhoIsElectedToAnOfficeIsNotItsHolder) {
  const auto id_of = [](const std::string& lang, const std::string& text) {
    for (const auto& mention : read_text(lang, text, "2025-01-20").mentions) {
      if (mention.form == "role") return mention.entity + " " + mention.stands_for;
    }
    return std::string("none");
  };
  const std::string office = "wto/director-general ";
  EXPECT_EQ(id_of("en", "Rini Sahar was elected director-general of the WTO on Monday."), office);
  EXPECT_EQ(id_of("id", "Rini Sahar terpilih sebagai Direktur Jenderal WTO pada Senin."), office);
  EXPECT_NE(id_of("en", "The director-general of the WTO spoke on Monday."), office);
}

}  // namespace
}  // namespace synoptic::annotate
