// What words far from an outcome make of it: what has to be done, what a denial is about.
#include "compare/outcomes/outcome_words.h"
#include "compare/outcomes/outcomes.h"
#include "compare/outcomes/polarity.h"
#include "compare/outcomes/testing_outcomes.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

struct TurnedClause {
  std::string_view matter, lang, said, text;
};

void expect_turned(std::initializer_list<TurnedClause> clauses) {
  for (const TurnedClause& one : clauses) {
    EXPECT_EQ(side_told(one.matter, one.lang, one.text), one.said) << one.text;
  }
}

TEST(TurnedOutcomes, WhatHasToBeDoneIsNotDoneYet) {
  expect_turned({
      {"sign", "en", "?", "The deal must be signed within a week"},
      {"resign", "en", "+", "The minister resigned on Tuesday"},
      {"resign", "en", "+", "The minister must have resigned overnight"},
      {"sign", "fr", "?", "Le président doit avoir signé le texte avant lundi"},
      {"sign", "es", "?", "El presidente debe dejar firmado el texto"},
      {"sign", "pt", "?", "O presidente tem de deixar assinado o texto"},
      {"sign", "de", "?", "Der Präsident muss das Gesetz unterzeichnen"},
      {"sign", "ru", "?", "Документ должен быть подписан за 15 дней"},
      {"sign", "ru", "+", "Президент подписал документ"},
      {"sign", "uk", "?", "Президент має підписати його протягом 15 днів"},
      {"sign", "ar", "?", "يجب توقيع القانون خلال أسبوع"},
      {"sign", "fa", "?", "رئیس جمهور باید امضا کند"},
      {"sign", "tr", "?", "Cumhurbaşkanı yasayı imzalamak zorunda"},
      {"sign", "id", "?", "Presiden harus menandatangani undang-undang itu"},
      {"sign", "hi", "?", "राष्ट्रपति को विधेयक पर हस्ताक्षर करना होगा"},
      {"sign", "ja", "?", "大統領は条約に調印しなければならない"},
      {"sign", "ko", "?", "대통령은 15일 안에 법안에 서명해야 한다"},
      {"sign", "zh", "?", "总统必须签署该法案"},
  });
}

TEST(TurnedOutcomes, ADenialReachesWhatItIsAbout) {
  expect_turned({
      {"dismiss", "en", "-",
       "Al-Hilal denied reports that the coach of its first team had been sacked"},
      {"dismiss", "en", "+", "The coach was sacked on Sunday by the board of the club"},
      {"dismiss", "es", "-",
       "El club desmintió que el entrenador del primer equipo masculino fuera destituido"},
      {"dismiss", "de", "-",
       "Der Verein dementierte, dass der Trainer der Mannschaft entlassen wurde"},
      {"dismiss", "ru", "-", "Клуб опроверг сообщения о том, что главный тренер команды уволен"},
      {"dismiss", "id", "-",
       "Klub membantah laporan bahwa pelatih kepala tim utama mereka telah dipecat"},
      {"dismiss", "zh", "-", "俱乐部否认一线队主教练因战绩不佳已被解雇"},
  });
}

// Its own word tells the side; it does not turn another word that says the same.
TEST(TurnedOutcomes, ADenialBelongsToTheWordThatHoldsIt) {
  expect_turned({
      {"water", "fa", "-", "آب آشامیدنی روستا آلوده است و قابل شرب نیست"},
      {"water", "hi", "-", "गांव का पेयजल प्रदूषित है और पीने योग्य नहीं"},
      {"march_peaceful", "fa", "+", "راهپیمایی کارگران در آرامش و بدون درگیری پایان یافت"},
      {"official_warning", "ar", "-", "لم يصدر المركز أي تحذير من تسونامي"},
  });
}

// "And did not", "without": what stands before them is not denied.
TEST(TurnedOutcomes, AWordOfDenialMayOpenAClause) {
  expect_turned({
      {"alone", "ar", "+", "تصرف الشاب بمفرده ولم يكن على صلة بأحد"},
      {"free", "ar", "-", "بقي الكاتب رهن الاحتجاز دون توجيه تهمة"},
      {"hurt", "ar", "-", "انقلبت الحافلة دون أن يصاب أحد"},
  });
}

TEST(TurnedOutcomes, ADenialEndsWithItsClause) {
  expect_turned({{"resign", "en", "+",
                  "The company denied reports of a fire at the plant, and its head resigned"}});
}

bool tells(std::string_view clause, std::string_view lang, std::string_view matter) {
  const auto cues = outcome_cues(clause, lang);
  return std::any_of(cues.begin(), cues.end(),
                     [&](const auto& cue) { return cue.matter == matter; });
}

TEST(TurnedOutcomes, WhatIsCaughtOrStoppedOtherwiseIsNotArrested) {
  EXPECT_TRUE(tells("The captain was caught on Monday", "en", "arrest"));
  EXPECT_FALSE(tells("The ferry caught fire on Monday", "en", "arrest"));
  EXPECT_TRUE(tells("Kaptan yakalandı", "tr", "arrest"));
  EXPECT_FALSE(tells("Feribot fırtınaya yakalandı", "tr", "arrest"));
  EXPECT_TRUE(tells("Капитана задержали в порту", "ru", "arrest"));
  EXPECT_FALSE(tells("Паром задержали в порту на час", "ru", "arrest"));
  EXPECT_FALSE(tells("Поезд задержали в пути на час", "ru", "arrest"));
  EXPECT_FALSE(tells("У порту затримали поїзд до Львова", "uk", "arrest"));
  EXPECT_FALSE(tells("وأوقفت السلطات الملاحة", "ar", "arrest"));
  EXPECT_FALSE(tells("Zwei Verletzte wurden aus dem Krankenhaus entlassen", "de", "office"));
  EXPECT_FALSE(tells("The minister dismissed the claims of negligence", "en", "office"));
}

TEST(TurnedOutcomes, WhomGunmenSeizedIsNotArrested) {
  EXPECT_FALSE(tells("The engineers were seized by gunmen on the road", "en", "arrest"));
  EXPECT_TRUE(tells("The engineers were arrested by police on the road", "en", "arrest"));
}

TEST(TurnedOutcomes, ABillAndItsAmendmentAreTwoMatters) {
  expect_turned({
      {"bill", "en", "+", "Parliament passed the bill in its second reading"},
      {"bill", "uk", "+", "Рада ухвалила законопроєкт про рекламу"},
      {"bill", "fr", "-", "Les députés ont rejeté une proposition de loi"},
      {"bill", "ja", "+", "法案は可決された"},
      {"amendment", "ru", "-", "Поправку депутаты отклонили"},
      {"bill", "ru", "", "Поправку депутаты отклонили"},
      {"board", "de", "-", "Vorstand und Aufsichtsrat wiesen das Angebot zurück"},
      {"board", "ko", "+", "이사회는 인수 제안을 지지했다"},
      {"board", "en", "+", "The board recommends the offer to shareholders"},
  });
}

TEST(TurnedOutcomes, TwoMattersMayExcludeEachOther) {
  const auto spot = [](uint32_t article, std::string_view matter, Outcome outcome) {
    OutcomeSpot out;
    out.article = out.account = article;
    out.matter = matter;
    out.outcome = outcome;
    out.word = {10, 20};
    out.clause = {0, 40};
    return out;
  };
  const ToldAt a{0, 0, {0, 40}}, b{1, 0, {0, 40}};
  const auto otherwise = [&](const OutcomeSpot& x, const OutcomeSpot& y) {
    return come_out_otherwise({x, y}, a, b);
  };
  // No exemptions; hospitals are not affected.
  EXPECT_TRUE(otherwise(spot(0, "include", Outcome::kYes), spot(1, "affect", Outcome::kNo)));
  EXPECT_TRUE(otherwise(spot(0, "affect", Outcome::kNo), spot(1, "include", Outcome::kYes)));
  EXPECT_FALSE(otherwise(spot(0, "include", Outcome::kNo), spot(1, "affect", Outcome::kNo)));
  EXPECT_TRUE(otherwise(spot(0, "layoff", Outcome::kNo), spot(1, "layoff", Outcome::kYes)));
  EXPECT_FALSE(otherwise(spot(0, "layoff", Outcome::kNo), spot(1, "layoff", Outcome::kNo)));
  EXPECT_TRUE(otherwise(spot(0, "arrest", Outcome::kYes), spot(1, "flee", Outcome::kYes)));
}

TEST(TurnedOutcomes, ClosedForSomeHoursIsOpenAgain) {
  expect_turned({
      {"open", "en", "-", "The airport was closed on Friday"},
      {"open", "en", "", "The airport was closed for 18 hours"},
      {"open", "id", "", "Bandara itu ditutup selama 18 jam"},
      {"open", "id", "-", "Bandara itu ditutup pada Jumat"},
      {"open", "fr", "", "L'aéroport a été fermé pendant 18 heures"},
      {"open", "es", "", "El aeropuerto estuvo cerrado durante 18 horas"},
      {"open", "de", "", "Der Flughafen war 18 Stunden geschlossen"},
      {"open", "ru", "", "Аэропорт был закрыт на 18 часов"},
      {"open", "tr", "", "Havalimanı 18 saat kapalı kaldı"},
      {"open", "hi", "", "हवाई अड्डा 18 घंटे तक बंद रहा"},
      {"open", "ko", "", "공항은 18시간 동안 폐쇄됐다"},
  });
}

TEST(TurnedOutcomes, OpenAgainTellsOfNoChangeAfterIt) {
  const auto of = [](const std::string& key, const std::string& hour, const std::string& text) {
    return Sample(key, "en", "Storm " + key, "2027-10-29T" + hour).body(text);
  };
  const auto updates = [](const Sample& a, const Sample& b) {
    return synopsis({&a, &b}).updates.size();
  };
  const std::string open = "The airport of Norby is open again since Friday morning.";
  const std::string closed = "The airport of Norby is closed since Friday morning.";
  const Sample before = of("a", "04:30", closed), now = of("b", "06:00", open);
  EXPECT_EQ(updates(before, now), 1u);
  const Sample first = of("a", "04:30", open), then = of("b", "06:00", closed);
  EXPECT_EQ(updates(first, then), 0u);
}

TEST(TurnedOutcomes, WhatHangsOnAConditionIsNotTold) {
  EXPECT_EQ(side_told("handover", "id", "Cabral akan diekstradisi bila pengadilan menyetujui."),
            "");
  EXPECT_EQ(side_told("handover", "id", "Cabral diekstradisi setelah pengadilan menyetujui."), "+");
  EXPECT_EQ(side_told("resign", "en", "The minister resigned on Monday"), "+");
  EXPECT_EQ(side_told("resign", "en", "He resigned if the report is to be believed"), "");
  EXPECT_EQ(side_told("resign", "de", "Der Minister ist zurückgetreten, falls der Bericht stimmt"),
            "+")
      << "another clause";
  EXPECT_EQ(side_told("appeal", "fr", "La défense n'a pas souhaité dire si elle ferait appel"),
            side_told("appeal", "fr", "La défense n'a pas souhaité dire quand elle ferait appel"))
      << "whether, not if";
  EXPECT_EQ(side_told("force", "ar", "المعاهدة تدخل حيز التنفيذ بعد تصديق ست دول"), "-");
  EXPECT_EQ(side_told("force", "en", "The treaty takes effect after six states ratify it"), "-");
  EXPECT_EQ(side_told("force", "uk", "Договір набирає чинності після схвалення шістьма країнами"),
            "-");
  EXPECT_EQ(side_told("force", "ar", "دخلت المعاهدة حيز التنفيذ"), "+");
}

TEST(TurnedOutcomes, ADenialStandsBetweenThePartsOfAWord) {
  expect_turned({
      {"find", "en", "-", "The weapon was never found by the investigators"},
      {"find", "en", "-", "The two boats weren't found before the storm"},
      {"find", "en", "+", "The weapon was found by the investigators"},
      {"shots", "fr", "-", "Les gendarmes n'ont pas tiré sur la foule"},
      {"force", "fr", "-", "La loi n'est pas en vigueur dans ce pays"},
      {"identify", "de", "-",
       "Die Identität des Opfers ist nicht bekannt, die Identität nicht geklärt"},
      {"identify", "de", "-", "Ihre Identität steht nicht fest"},
      {"identify", "ru", "-", "Личность не установлена следствием"},
      {"identify", "hi", "-", "मृतकों की पहचान नहीं हुई"},
      {"shots", "hi", "-", "पुलिस ने भीड़ पर गोली नहीं चलाई"},
      {"identify", "ru", "+", "Личность установлена следствием"},
  });
}

TEST(TurnedOutcomes, ADenialBeforeTheWordIsOfAnotherWhereItStandsBehind) {
  expect_turned({
      {"find", "ko", "+", "휴대전화가 없는 남매가 산장에서 발견됐다"},
      {"find", "ko", "-", "경찰은 지갑을 못 찾았다"},
      {"arrest", "ko", "+", "조사를 거부한 사장이 체포됐다"},
      {"arrest", "ko", "-", "사장은 체포되지 않았다"},
      {"arrest", "ja", "+", "質問に答えず立ち去った男が逮捕された"},
      {"arrest", "ja", "-", "男は逮捕されなかった"},
      {"convict", "zh", "-", "国会没有通过不信任案，前部长获判无罪"},
      {"motion", "zh", "+", "议会通过不信任案，内阁垮台"},
  });
}

TEST(TurnedOutcomes, WhatGoesOnIsNotDenied) {
  const auto denies = [](std::string_view lang, std::string_view text) {
    const auto words = turners(text, lang).stances;
    return std::any_of(words.begin(), words.end(),
                       [](const StanceCue& cue) { return cue.stance != Stance::kMaybe; });
  };
  EXPECT_FALSE(denies("ar", "ولا تزال الطرق مغلقة"));
  EXPECT_FALSE(denies("ar", "فلا يزالون في المستشفى"));
  EXPECT_FALSE(denies("ar", "ولم تزل النيران مشتعلة"));
  EXPECT_TRUE(denies("ar", "ولا تعمل المدارس اليوم"));
  EXPECT_FALSE(denies("fr", "Les prix ne cessent d'augmenter"));
  EXPECT_TRUE(denies("fr", "Les prix ne baissent plus"));
  EXPECT_FALSE(denies("es", "Los precios no dejan de subir"));
  EXPECT_FALSE(denies("pt", "Os preços não param de subir"));
  EXPECT_FALSE(denies("de", "Der Regen hört nicht auf"));
  EXPECT_FALSE(denies("ru", "Споры не утихают"));
  EXPECT_FALSE(denies("uk", "Суперечки не вщухають"));
  EXPECT_FALSE(denies("fa", "راه هنوز بسته است"));
  EXPECT_TRUE(denies("fa", "راه هنوز باز نشده است"));
  EXPECT_FALSE(denies("ja", "停電はまだ続いている"));
  EXPECT_TRUE(denies("ja", "被害はまだ分からない"));
  EXPECT_FALSE(denies("ko", "실종자가 아직 남아 있다"));
  EXPECT_FALSE(denies("hi", "अभी तक 12 शव मिले"));
  EXPECT_FALSE(denies("zh", "雨下个不停"));
}

// Where words of the table stand apart, what denies them stands between; a denial that is one of
// those words is what the table gives them for.
TEST(TurnedOutcomes, ADenialOfTheWordItselfDoesNotTurnIt) {
  expect_turned({
      {"accept", "de", "-", "Der Verein nahm das neue Angebot nicht an"},
      {"guard", "ru", "+", "Охранник ранен ножом, его жизни сейчас ничто не угрожает"},
      {"air_defence", "uk", "+", "Жоден із двадцяти дронів не долетів до порту"},
      {"air_defence", "uk", "-", "Кілька дронів долетіли до порту"},
  });
}

// "Was not moved, stays in the ward": the denial in the first word is that word's own.
TEST(TurnedOutcomes, ADenialInAWordDoesNotTurnTheNextThatSaysTheSame) {
  expect_turned({
      {"hospital_evacuated", "tr", "-", "Hastalar tahliye edilmedi, odalarında kaldı"},
      {"demolish", "tr", "-", "Konak yıkılmayacak, restore edilecek"},
      {"demolish", "tr", "-", "Konak restore edilecek"},
  });
}

TEST(TurnedOutcomes, ToDenyWhoDidItIsNotToDenyThatItWasDone) {
  expect_turned({
      {"cancel", "tr", "+", "Konseri iptal eden biz değiliz"},
      {"cancel", "tr", "-", "Konser iptal değil"},
  });
}

TEST(TurnedOutcomes, TheStemOfAWordThatDeniesAtItsEndTellsTheContrary) {
  const auto told = [](std::string_view matter, std::string_view text) {
    for (const auto& cue : outcome_cues(text, "tr")) {
      if (cue.matter == matter) return cue.outcome;
    }
    return Outcome::kOpen;
  };
  EXPECT_EQ(told("rise", "Fiyatlar yükselmedi"), Outcome::kNo);
  EXPECT_EQ(told("accept", "Anlaşma onaylanmadı"), Outcome::kNo);
  EXPECT_EQ(told("accept", "Anlaşma onaylandı"), Outcome::kYes);
}

TEST(OutcomeWords, ATurkishCapitalWithADotBeginsTheSameWord) {
  expect_sides("resignation", {{"tr", "+", "Bakanın istifası kabul edildi"},
                               {"tr", "+", "İstifası dün kabul edildi"},
                               {"tr", "-", "İstifa kabul edilmedi"}});
}

}  // namespace
}  // namespace synoptic::compare
