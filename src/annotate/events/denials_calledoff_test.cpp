// Deeds called off or put off, deeds said to be untrue, and what is not ruled out.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::event;
using testing::TestArticle;

struct CalledOffCase {
  const char* lang;
  const char* text;
  const char* action;
  std::vector<std::string> names;
};

std::string called_off_status(const CalledOffCase& test) {
  TestArticle article(test.lang, {test.text});
  for (const std::string& name : test.names) article.mention(name, name);
  const auto* found = event(article.events(), test.action);
  if (found == nullptr) return "";
  return (found->polarity == model::Polarity::kNegative ? "- " : "+ ") + found->modality;
}

TEST(CalledOff, WhatIsCalledOffIsNotDone) {
  const std::vector<CalledOffCase> cases = {
      {"en", "Kenya avoided meeting Sudan.", "meet", {"Kenya", "Sudan"}},
      {"id", "Kenya batal mengunjungi Jepang.", "visit", {"Kenya", "Jepang"}},
      {"es", "Kenia canceló la firma de un acuerdo.", "sign", {"Kenia"}},
      {"pt", "O Quénia desistiu de assinar um acordo.", "sign", {"Quénia"}},
      {"ru", "Кения отменила подписание соглашения.", "sign", {"Кения"}},
      {"ru", "Кения уклонилась от встречи с Суданом.", "meet", {"Кения", "Суданом"}},
      {"uk", "Кенія скасувала підписання угоди.", "sign", {"Кенія"}},
      {"ar", "ألغت كينيا زيارتها إلى السودان.", "visit", {"كينيا", "السودان"}},
      {"de", "Kenia sagte den Besuch in Japan ab.", "visit", {"Kenia", "Japan"}},
      {"tr", "Kenya anlaşmayı imzalamaktan vazgeçti.", "sign", {"Kenya"}},
      {"ja", "ケニアは協定の署名を取りやめた。", "sign", {"ケニア"}},
      {"ko", "케냐는 협정 서명을 취소했다.", "sign", {"케냐"}}};
  for (const CalledOffCase& test : cases) {
    EXPECT_EQ(called_off_status(test).substr(0, 2), "- ") << test.text;
  }
}

TEST(CalledOff, WhatIsPutOffIsToCome) {
  const std::vector<CalledOffCase> cases = {
      {"en", "Kenya postponed its attack on Sudan.", "attack", {"Kenya", "Sudan"}},
      {"es", "Kenia aplazó la firma de un acuerdo.", "sign", {"Kenia"}},
      {"ru", "Кения отложила подписание соглашения.", "sign", {"Кения"}},
      {"hi", "केन्या ने समझौते पर हस्ताक्षर टाल दिए।", "sign", {"केन्या"}}};
  for (const CalledOffCase& test : cases) {
    EXPECT_EQ(called_off_status(test), "+ planned") << test.text;
  }
  EXPECT_EQ(called_off_status({"en", "The visit to Sudan was postponed.", "visit", {"Sudan"}}),
            "+ planned");
  EXPECT_EQ(called_off_status({"en", "The strike on Sudan was called off.", "attack", {"Sudan"}})
                .substr(0, 2),
            "- ");
}

TEST(CalledOff, WhatWasNotEvenOfferedDidNotHappen) {
  const std::vector<CalledOffCase> cases = {
      {"en", "Iran received no offer of talks with Kenya.", "negotiate", {"Iran", "Kenya"}},
      {"ru",
       "Кения не получала от Судана приглашений на переговоры.",
       "negotiate",
       {"Кения", "Судана"}},
      {"fa",
       "کنیا پیشنهادی برای مذاکره با سودان دریافت نکرده است.",
       "negotiate",
       {"کنیا", "سودان"}},
      {"tr",
       "Kenya, Sudan ile müzakere için hiçbir teklif almadı.",
       "negotiate",
       {"Kenya", "Sudan"}}};
  for (const CalledOffCase& test : cases) {
    const std::string status = called_off_status(test);
    EXPECT_TRUE(status.empty() || status.starts_with("- ")) << test.text << status;
  }
}

TEST(CalledOff, WhatWasDoneBeforeWasDone) {
  const std::vector<CalledOffCase> cases = {
      {"en", "Kenya avoided arrest after it attacked Sudan.", "attack", {"Kenya", "Sudan"}},
      {"ja", "ケニアは港を攻撃し、会談を中止した。", "attack", {"ケニア"}},
      {"zh", "肯尼亚签署协议，取消关税。", "sign", {"肯尼亚"}},
      {"ru", "Кения подписала соглашение и отменила пошлины.", "sign", {"Кения"}}};
  for (const CalledOffCase& test : cases) {
    EXPECT_EQ(called_off_status(test), "+ asserted") << test.text;
  }
}

TEST(SaidToBeUntrue, IsDenied) {
  const std::vector<CalledOffCase> cases = {
      {"en", "Kenya said it was not true that it had attacked the hospital.", "attack", {"Kenya"}},
      {"en", "Kenya denied carrying out strikes on Sudan.", "attack", {"Kenya", "Sudan"}},
      {"es", "Kenia aseguró que es falso que haya atacado el hospital.", "attack", {"Kenia"}},
      {"pt", "O Quénia disse que é falso que tenha atacado o hospital.", "attack", {"Quénia"}},
      {"id",
       "Kenya menyatakan tidak benar bahwa tentara menyerang rumah sakit.",
       "attack",
       {"Kenya"}},
      {"uk", "Кенія назвала фейком повідомлення про удар по лікарні.", "attack", {"Кенія"}},
      {"hi", "केन्या ने कहा कि सूडान पर हमले की बात झूठ है।", "attack", {"केन्या", "सूडान"}},
      {"fa", "کنیا گفت خبر حمله به سودان صحت ندارد.", "attack", {"کنیا", "سودان"}},
      {"ja", "ケニア軍は「病院を攻撃した事実はない」と発表した。", "attack", {"ケニア軍"}},
      {"ko", "케냐는 병원을 공격한 적이 없다고 밝혔다.", "attack", {"케냐"}},
      {"zh", "肯尼亚称“不存在袭击医院的情况”。", "attack", {"肯尼亚"}},
      {"zh", "肯尼亚称，所谓袭击医院一事纯属捏造。", "attack", {"肯尼亚"}}};
  for (const CalledOffCase& test : cases) {
    EXPECT_EQ(called_off_status(test), "- denied") << test.text;
  }
  EXPECT_EQ(
      called_off_status(
          {"de", "Kenia erklärte, es habe den Hafen keineswegs angegriffen.", "attack", {"Kenia"}})
          .substr(0, 2),
      "- ");
  EXPECT_EQ(called_off_status({"zh", "肯尼亚称，所谓袭击医院一事纯属捏造。", "hack", {"肯尼亚"}}),
            "");
}

TEST(NotRuledOut, IsNeitherRejectedNorThreatened) {
  const std::vector<CalledOffCase> cases = {
      {"en", "Kenya did not rule out a referendum.", "reject", {"Kenya"}},
      {"fr", "Le Kenya n’exclut pas un référendum.", "reject", {"Kenya"}},
      {"de", "Kenia schließt ein Referendum nicht aus.", "reject", {"Kenia"}},
      {"es", "Kenia no descarta un referéndum.", "reject", {"Kenia"}},
      {"ru", "Кения не исключила референдум.", "reject", {"Кения"}},
      {"uk", "Кенія не виключила референдум.", "reject", {"Кенія"}},
      {"ar", "ولم تستبعد كينيا إجراء استفتاء.", "reject", {"كينيا"}},
      {"zh", "肯尼亚不排除举行公投。", "threaten", {"肯尼亚"}},
      {"zh", "气象局说台风不会登陆浙江。", "reject", {"气象局", "浙江"}},
      {"zh", "肯尼亚公布有关规定。", "require", {"肯尼亚"}},
      {"ja", "ケニアは国民投票を排除しなかった。", "expel", {"ケニア"}},
      {"ko", "케냐는 국민투표를 배제하지 않았다.", "expel", {"케냐"}}};
  for (const CalledOffCase& test : cases) EXPECT_EQ(called_off_status(test), "") << test.text;
  EXPECT_EQ(called_off_status({"en", "Kenya ruled out a referendum.", "reject", {"Kenya"}}),
            "+ asserted");
  EXPECT_EQ(called_off_status({"es", "Kenia descarta un referéndum.", "reject", {"Kenia"}}),
            "+ asserted");
}

}  // namespace
}  // namespace synoptic::annotate
