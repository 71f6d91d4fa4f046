// Whom a deed befalls and who does it, where only common nouns of persons and bodies tell it.
#include <gtest/gtest.h>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

std::string side_of(const std::vector<model::Argument>& side) {
  std::string all;
  for (const model::Argument& argument : side) all += (all.empty() ? "" : "+") + argument.text;
  return all.empty() ? "-" : all;
}

// "actor > recipient" of the first deed; "none" where no such deed is told.
std::string sides(const std::string& lang, const std::string& text, std::string_view action) {
  const model::Annotated read = testing::read_text(lang, text, "2026-03-18");
  for (const model::Event& event : read.events) {
    if (event.action == action) return side_of(event.actor) + " > " + side_of(event.recipient);
  }
  return "none";
}

TEST(ArgumentsPersons, ACommonNounBehindTheVerbIsWhomItBefalls) {
  EXPECT_EQ(sides("en", "The company sacked the director last week.", "dismiss"),
            "company > director");
  EXPECT_EQ(sides("de", "Die Firma entließ am Montag den Leiter.", "dismiss"), "Firma > Leiter");
  EXPECT_EQ(sides("pt", "A agência multou a companhia em 3 milhões.", "convict"),
            "agência > companhia");
  EXPECT_EQ(sides("ru", "Губернатор уволил двух начальников.", "dismiss"),
            "Губернатор > двух начальников");
  EXPECT_EQ(sides("id", "Gubernur memberhentikan dua kepala dinas.", "dismiss"),
            "Gubernur > dua kepala dinas");
  EXPECT_EQ(sides("ar", "وأقال الرئيس مدير الموانئ.", "dismiss"), "الرئيس > مدير الموانئ");
}

TEST(ArgumentsPersons, AMarkedNounIsWhomItIsAddressedTo) {
  EXPECT_EQ(sides("en", "The governor apologised to the families of the victims.", "apologise"),
            "governor > families of the victims");
  EXPECT_EQ(sides("fr", "Le ministre a promis aux salariés une hausse.", "promise"),
            "ministre > salariés");
  EXPECT_EQ(sides("es", "El alcalde pidió perdón a las víctimas.", "apologise"),
            "alcalde > víctimas");
  EXPECT_EQ(sides("uk", "Міністерка подякувала свідкам.", "praise"), "Міністерка > свідкам");
  EXPECT_EQ(sides("id", "Menteri berjanji kepada korban.", "promise"), "Menteri > korban");
  EXPECT_EQ(sides("fa", "رئیس جمهور به کارگران وعده داد.", "promise"), "رئیس جمهور > کارگران");
  EXPECT_EQ(sides("hi", "विपक्ष ने सरकार पर आरोप लगाया।", "accuse"), "विपक्ष > सरकार");
  EXPECT_EQ(sides("ja", "首相は遺族に謝罪した。", "apologise"), "首相 > 遺族");
  EXPECT_EQ(sides("ko", "야당은 정부를 비난했다.", "accuse"), "야당 > 정부");
  EXPECT_EQ(sides("zh", "总统向遗属道歉。", "apologise"), "总统 > 遗属");
}

TEST(ArgumentsPersons, AThingIsNobody) {
  EXPECT_EQ(sides("en", "The court sanctioned the use of force.", "sanction"), "court > -");
  EXPECT_EQ(sides("de", "Die Firma entließ die Hälfte der Produktion.", "dismiss"), "Firma > -");
  // Whom it is for, and not of whom it is asked.
  EXPECT_EQ(sides("es", "El sindicato exigió una subida para los maestros.", "demand"),
            "sindicato > -");
  // What follows goes on with the noun, or is what is to be done.
  EXPECT_EQ(sides("en", "Norway promised to rebuild schools.", "promise"), "Norway > -");
}

TEST(ArgumentsPersons, TwoCommonNounsWithoutAMarkerAreTwoSides) {
  EXPECT_EQ(sides("ar", "واعتقلت الشرطة ثلاثة مشتبه بهم.", "arrest"), "الشرطة > ثلاثة مشتبه بهم");
  EXPECT_EQ(sides("ar", "واتهم المحامي الحكومة بالفساد.", "accuse"), "المحامي > الحكومة");
  EXPECT_EQ(sides("fa", "پلیس دو نفر را بازداشت کرد.", "arrest"), "پلیس > دو نفر");
  // One noun that tells whose the other is.
  EXPECT_EQ(sides("ar", "وأعلن رئيس الحكومة استقالته.", "resign"), "رئيس الحكومة > -");
}

TEST(ArgumentsPersons, ADeedOfSomebodyAloneIsTold) {
  EXPECT_EQ(sides("ar", "وأضرب عمال الميناء.", "strike"), "عمال الميناء > -");
  EXPECT_EQ(sides("hi", "मंत्री ने इस्तीफा दे दिया।", "resign"), "मंत्री > -");
}

TEST(ArgumentsPersons, ADayBetweenVerbAndObjectIsPassedOver) {
  EXPECT_EQ(sides("es", "La Policía detuvo el domingo al alcalde.", "arrest"), "Policía > alcalde");
  EXPECT_EQ(sides("id", "Polisi menangkap pada Senin tiga tersangka.", "arrest"),
            "Polisi > tiga tersangka");
  EXPECT_EQ(sides("uk", "Поліція затримала у понеділок двох чоловіків.", "arrest"),
            "Поліція > двох чоловіків");
}

TEST(ArgumentsPersons, ACountedSubjectActs) {
  EXPECT_EQ(sides("en", "About a thousand supporters protested outside the court.", "protest"),
            "supporters > -");
  EXPECT_EQ(sides("de", "In Lund protestierten 4.000 Menschen.", "protest"), "4.000 Menschen > -");
  EXPECT_EQ(sides("uk", "Близько 300 людей протестували в суботу.", "protest"),
            "Близько 300 людей > -");
}

}  // namespace
}  // namespace synoptic::annotate
