// Which of several words a number counts: of two nouns, of a noun in front and one behind, of who
// they are and what happened to others.
#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

TEST(CountedHeads, TheLastOrTheFirstOfTwoNounsByLanguage) {
  EXPECT_EQ(classes_of("Kasabada 45 otobüs yolcusu sabahı bekledi.", "tr"), "45 passengers");
  EXPECT_EQ(classes_of("Kasabada 45 yolcu köyde bekledi.", "tr"), "45 passengers");
  EXPECT_EQ(classes_of("Sebanyak 45 penumpang kapal menunggu pagi.", "id"), "45 passengers");
}

TEST(CountedHeads, YearsAloneAreNoAgeWhereAgesHaveWords) {
  EXPECT_EQ(numbers_told("tr", "Bu savcı 14 yıl istedi.", false), "duration 14 year");
  EXPECT_EQ(numbers_told("tr", "Bu savcı 41 yaşında.", false), "age 41 year");
  EXPECT_EQ(numbers_told("id", "Seorang pria 45 tahun.", false), "age 45 year");
}

TEST(CountedHeads, AWordInFrontCountsOverWhatLinksIt) {
  EXPECT_EQ(classes_of("現場には消防士ら17人が入った。", "ja"), "17 firefighters");
  EXPECT_EQ(classes_of("折れた街路樹は6本だった。", "ja"), "6 trees");
  EXPECT_EQ(classes_of("集落4カ所に水を届けた。", "ja"), "4 villages");
  // Not what the subject does to others.
  EXPECT_EQ(classes_of("警察官は7人を見た。", "ja"), "7 people");
}

TEST(CountedHeads, AWordInFrontOfACounterGoesBeforeWhatIsFarther) {
  EXPECT_EQ(classes_of("학교 세 곳이 문을 닫고 환자가 늘었다.", "ko"), "3 schools");
  EXPECT_EQ(classes_of("서류 45건이 사라졌다.", "ko"), "45 documents");
  EXPECT_EQ(classes_of("여진이 23차례 이어졌다.", "ko"), "23 aftershocks");
}

TEST(CountedHeads, WhatIsToldOfKindsOfPeople) {
  EXPECT_EQ(classes_of("Kaçan 4 mahkûm dün gece yakalandı.", "tr"), "4 recaptured");
  EXPECT_EQ(classes_of("Polise göre 4 zanlı hâlâ aranıyor.", "tr"), "4 suspects");
  EXPECT_EQ(classes_of("Kayıp balıkçılar için 35 kurtarıcı yola çıktı.", "tr"), "35 rescuers");
  // Far behind, but no other number is there.
  EXPECT_EQ(classes_of("中学生2人が川に流され、夜になっても行方不明となっている。", "ja"),
            "2 missing");
}

// "In hospital" says what happened to them, and counts no hospitals.
TEST(CountedHeads, WhatHappenedInSeveralWordsHoldsNoNoun) {
  EXPECT_EQ(numbers_told("uk", "Троє наших туристів досі у лікарні.", false), "count 3 in_hospital");
}

}  // namespace
}  // namespace synoptic::annotate
