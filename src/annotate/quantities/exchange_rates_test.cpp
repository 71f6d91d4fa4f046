// What money is worth in other money is no sum, and numbers that look like something else.
#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

TEST(ExchangeRates, AreTheirOwnClass) {
  EXPECT_EQ(numbers_told("en", "The peso slid to 19.25 per dollar.", false),
            "count 19.25 exchange_rate");
  EXPECT_EQ(numbers_told("es", "La divisa cerró a 19,25 pesos por dólar.", false),
            "money 19.25 MXN exchange_rate");
  EXPECT_EQ(numbers_told("ar", "تراجعت الليرة إلى 41.5 للدولار.", false),
            "count 41.5 exchange_rate");
  EXPECT_EQ(numbers_told("zh", "人民币兑美元汇率报7.1425。", false), "count 7.1425 exchange_rate");
  EXPECT_EQ(numbers_told("hi", "रुपया डॉलर के मुकाबले 87.6 पर रहा।", false),
            "count 87.6 exchange_rate");
}

TEST(ExchangeRates, SumsStaySums) {
  EXPECT_EQ(numbers_told("en", "The bank paid 19 dollars for each share.", false), "money 19 USD");
}

TEST(PlainNumbers, AreNoRanksYearsOrDays) {
  EXPECT_EQ(numbers_told("en", "The rocket was to place 12 satellites in orbit.", false),
            "count 12 satellites");
  EXPECT_EQ(numbers_told("en", "It cut the outlook for 2026 to 2.1 percent.", false),
            "percent 2.1");
  EXPECT_EQ(numbers_told("de", "Das Amt gab den Wert mit 7,4 an.", false), "count 7.4");
}

TEST(PlainNumbers, OneUnitInAWord) {
  EXPECT_EQ(numbers_told("ko", "공사는 일주일 안에 끝난다.", false), "duration 1 week");
  EXPECT_EQ(numbers_told("ar", "تعود الخدمة خلال أسبوع.", false), "duration 1 week");
}

}  // namespace
}  // namespace synoptic::annotate
