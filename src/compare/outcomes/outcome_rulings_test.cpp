// Matters bound to what a court is asked for, a medicine does, a rival answers and a leader sees.
#include "compare/outcomes/testing_outcomes.h"

namespace synoptic::compare {
namespace {

TEST(RulingMatters, WhetherAnInjunctionWasGranted) {
  expect_sides("injunction", {{"en", "+", "The judge granted the tenants an injunction"},
                              {"en", "-", "The judge denied the tenants an injunction"},
                              {"en", "", "The judge denied the tenants a hearing"},
                              {"pt", "-", "O juiz negou a liminar pedida pela empresa"},
                              {"de", "+", "Das Gericht hat die einstweilige Verfügung erlassen"},
                              {"es", "-", "La jueza rechazó la medida cautelar"},
                              {"ja", "-", "裁判所は仮処分の申し立てを却下した"},
                              {"ko", "+", "법원은 가처분 신청을 인용했다"}});
}

TEST(RulingMatters, WhetherAMedicineDidHarm) {
  expect_sides("side_effects", {{"en", "-", "No side effects have been seen in the pupils"},
                                {"en", "+", "Two pupils were hospitalised with severe reactions"},
                                {"fr", "-", "Aucun effet indésirable n'a été signalé"},
                                {"id", "+", "Seorang lansia dirawat akibat reaksi berat"},
                                {"zh", "-", "目前未收到严重不良反应报告"},
                                {"zh", "+", "一名老人因严重不良反应住院"}});
}

TEST(RulingMatters, WhetherTheOtherSideHasAnswered) {
  expect_sides("retaliated", {{"en", "-", "The ministry has not retaliated so far"},
                              {"fr", "+", "Le royaume a déjà riposté en expulsant deux consuls"},
                              {"de", "-", "Das Königreich hat noch nicht reagiert"},
                              {"zh", "-", "该国尚未反制"}});
}

TEST(RulingMatters, WhetherTheLeaderCame) {
  expect_sides("visit", {{"es", "+", "El presidente visitó los pueblos inundados"},
                         {"fr", "-", "Le roi a annulé la visite prévue dans la vallée"},
                         {"fa", "+", "رئیس‌جمهور از منطقه بازدید کرد"},
                         {"hi", "+", "मंत्री ने बाढ़ वाले गांवों का दौरा किया"}});
}

TEST(RulingMatters, ADissentIsNoUnanimity) {
  expect_sides("unanimous", {{"id", "-", "Dua hakim menyampaikan pendapat berbeda"},
                             {"ja", "-", "裁判官の1人は少数意見を付けた"},
                             {"hi", "-", "समिति के 11 में से नौ सदस्यों ने साथ दिया"},
                             {"tr", "-", "Bir üye karara şerh düştü"}});
}

}  // namespace
}  // namespace synoptic::compare
