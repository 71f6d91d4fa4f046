// Numbers that are none: the rounds of a cup, and words that only begin as a number does.
#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

std::string cup_numbers(const std::string& lang, const std::string& text) {
  return numbers_told(lang, text, true);
}

TEST(CupRounds, CountNothing) {
  for (const auto& [lang, text] :
       {std::pair{"en", "The side reached the last 16 and plays on."},
        std::pair{"en", "They lost in the round of 32."},
        std::pair{"de", "Das Team steht in der Runde der letzten 16."},
        std::pair{"fr", "Le club est en quarts de finale."},
        std::pair{"es", "El equipo pasó a cuartos de final."},
        std::pair{"pt", "O time avançou às oitavas de final."},
        std::pair{"ru", "Команда вышла в 1/8 финала."},
        std::pair{"uk", "Команда вийшла до 1/4 фіналу."},
        std::pair{"ar", "بلغ الفريق ربع النهائي."},
        std::pair{"ar", "وصل المنتخب لنصف نهائي الكأس."},
        std::pair{"fa", "این تیم به یک‌هشتم نهایی رسید."},
        std::pair{"tr", "Takım yarı finale yükseldi."},
        std::pair{"tr", "Takım son 16 turunda elendi."},
        std::pair{"hi", "टीम क्वार्टर फाइनल में पहुंची।"},
        std::pair{"id", "Tim itu lolos ke babak 16 besar."},
        std::pair{"zh", "该队挺进四分之一决赛。"}, std::pair{"zh", "該隊晉級16強。"},
        std::pair{"ja", "チームは4強入りを決めた。"}, std::pair{"ko", "팀은 8강전에 올랐다."}}) {
    EXPECT_EQ(cup_numbers(lang, text), "") << text;
  }
}

TEST(CupRounds, OtherPartsAreNumbers) {
  EXPECT_EQ(cup_numbers("en", "They lost the last 16 games."), "count 16");
  EXPECT_EQ(cup_numbers("ar", "خسر ربع السكان منازلهم."), "count 0.25");
  EXPECT_EQ(cup_numbers("zh", "四分之一的家庭受影响。"), "count 0.25 households");
}

TEST(CupRounds, WordsThatBeginAsANumberDoes) {
  EXPECT_EQ(cup_numbers("zh", "公司从海外采购零件。"), "");
  EXPECT_EQ(cup_numbers("zh", "法院冻结三个账户。"), "count 3 accounts");
  EXPECT_EQ(cup_numbers("zh", "罚款减少了三分之一。"), "");
  EXPECT_EQ(cup_numbers("zh", "近三分之二周四没来。"), "count 0.6667 about");
}

}  // namespace
}  // namespace synoptic::annotate
