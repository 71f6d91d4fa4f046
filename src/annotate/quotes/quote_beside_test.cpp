// What stands between a speaker and the verb, and is none: a share's mark, who is told, a lead.
#include <gtest/gtest.h>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

// "words < speaker", a line a quotation.
std::string speakers_of(const std::string& lang, const std::string& text) {
  std::string all;
  for (const auto& quote : read_text(lang, text, "2025-03-03").quotes) {
    if (!all.empty()) all += '\n';
    all += quote.text + " < ";
    all += !quote.speaker                  ? "-"
           : quote.speaker->entity.empty() ? quote.speaker->name
                                           : quote.speaker->entity;
  }
  return all;
}

struct BesideCase {
  const char *lang, *text, *told;
};

void expect_told(const std::vector<BesideCase>& cases) {
  for (const BesideCase& one : cases)
    EXPECT_EQ(speakers_of(one.lang, one.text), one.told) << one.text;
}

TEST(QuoteBeside, AMarkOfASharesIsNoSpeaker) {
  expect_told({
      {"en", "Apple Inc (AAPL.O) said on Monday that it would build a plant.",
       "it would build a plant < apple"},
      {"en", "Northvale Robotics, Inc. (NYSE: NVRB) said it had sold a plant.",
       "it had sold a plant < Northvale Robotics, Inc."},
      {"en", "Northvale Robotics (NASDAQ: NVRB) today announced financial results.", ""},
      {"es", "Iberdrola (BME: IBE) anunció el lunes que construirá una planta.",
       "construirá una planta < iberdrola"},
      {"de", "Die Siemens AG (XETRA: SIE) teilte mit, dass sie ein Werk schließt.",
       "sie ein Werk schließt < siemens"},
      {"ru", "Газпром (MOEX: GAZP) сообщил, что построит завод.", "построит завод < gazprom"},
      {"tr", "Ford Otosan (FROTO.IS) yeni bir fabrika kuracağını açıkladı.",
       "yeni bir fabrika kuracağını < Ford Otosan"},
      {"zh", "小米集团（01810.HK）宣布将在北京建厂。", "将在北京建厂 < xiaomi"},
      {"ja", "トヨタ自動車（7203.T）は、新工場を建設すると発表した。", "新工場を建設する < toyota"},
      {"ko", "삼성전자(005930.KS)는 새 공장을 짓겠다고 밝혔다.", "새 공장을 짓겠다고 < samsung"},
      {"ar", "قالت شركة أرامكو السعودية (2222.SE) إنها ستبني مصنعا جديدا.",
       "ستبني مصنعا جديدا < شركة أرامكو السعودية"},
      {"fa",
       "شرکت فولاد مبارکه (TSE: FOLD) اعلام کرد که کارخانه "
       "می‌سازد.",
       "کارخانه می‌سازد < شرکت فولاد مبارکه"},
      {"de", "Anna Holt (SPD, Bremen) sagte, das Gesetz sei schlecht.",
       "das Gesetz sei schlecht < Anna Holt"},
  });
}

TEST(QuoteBeside, WhoIsToldDoesNotSpeak) {
  expect_told({
      {"ru", "Сайт заблокирован по ошибке, сообщила изданию адвокат Инга Карташова.",
       "Сайт заблокирован по ошибке < Инга Карташова"},
      {"ru", "«План плохой», — рассказал изданию «Вёрстка» адвокат Олег Сидоров.",
       "План плохой < Олег Сидоров"},
      {"ru",
       "Договор вступит в силу летом, сообщил журналистам представитель Кремля Дмитрий Песков.",
       "Договор вступит в силу летом < dmitry-peskov"},
      {"uk", "Сайт заблоковано помилково, повідомила виданню адвокатка Інна Карташова.",
       "Сайт заблоковано помилково < Інна Карташова"},
      {"es", "El sitio fue bloqueado por error, dijo al diario la abogada Ana Prado.",
       "El sitio fue bloqueado por error < Ana Prado"},
      {"es", "El plan es malo, dijo a EFE la abogada Ana Prado.", "El plan es malo < Ana Prado"},
      {"fr", "Le plan est mauvais, a déclaré à l'AFP l'avocate Anne Moreau.",
       "Le plan est mauvais < Anne Moreau"},
      {"pt", "O plano é ruim, disse à Reuters a advogada Ana Prado.", "O plano é ruim < Ana Prado"},
      {"de", "Der Plan sei schlecht, sagte der Zeitung die Anwältin Anna Holt.",
       "Der Plan sei schlecht < Anna Holt"},
      {"id", "Rencana itu buruk, ujar kepada wartawan pengacara Anna Holt.",
       "Rencana itu buruk < Anna Holt"},
      {"ar", "قال للصحفيين وزير الخارجية بدر عبد العاطي إن الاتفاق جاهز.",
       "الاتفاق جاهز < badr-abdelatty"},
      {"en", "Margins will recover, finance chief Marcus Yoon said on an earnings call.",
       "Margins will recover < Marcus Yoon"},
  });
}

TEST(QuoteBeside, WhoSpeaksInTurnSpeaks) {
  expect_told({
      {"ru",
       "Дмитрий Песков назвал договор важным. Масуд Пезешкиан, со своей стороны, призвал снять "
       "санкции. «Мы не хотим войны», — подчеркнул он.",
       "снять санкции < masoud-pezeshkian\nМы не хотим войны < masoud-pezeshkian"},
      {"ar", "أما مسعود بزشكيان فقال من جانبه إن المعاهدة مهمة.",
       "المعاهدة مهمة < masoud-pezeshkian"},
      {"tr", "Hakan Fidan, Türkiye'nin İsrail'e saldırdığını yalanladı.",
       "Türkiye'nin İsrail'e saldırdığını < hakan-fidan"},
  });
}

TEST(QuoteBeside, TwoQuotationsOfOneSentenceAreOfOneSpeaker) {
  expect_told({
      {"ko", "김영희 시장은 \"피해가 크다\"며 \"복구에 힘쓰겠다\"고 말했다.",
       "피해가 크다 < 김영희\n복구에 힘쓰겠다 < 김영희"},
      {"ko", "경찰은 사고 원인을 조사하며 현장을 통제했다.", ""},
  });
}

TEST(QuoteBeside, WhoUrgesStandsFirst) {
  expect_told({
      {"ar", "وكان صندوق النقد الدولي قد حث القاهرة الشهر الماضي على خفض الدعم.",
       "خفض الدعم < imf"},
      {"ar", "حث صندوق النقد الدولي القاهرة على خفض الدعم.", "خفض الدعم < imf"},
      {"ar", "الرئيس الفرنسي إيمانويل ماكرون يدعو إسرائيل إلى وقف القصف.",
       "وقف القصف < emmanuel-macron"},
      {"ar", "وفي القاهرة دعا وزير الخارجية بدر عبد العاطي إسرائيل إلى وقف القصف.",
       "وقف القصف < badr-abdelatty"},
  });
}

TEST(QuoteBeside, ChargesAndQuestionsAreNoWords) {
  expect_told({
      {"ar", "أصدرت محكمة أحكاما على 40 متهما في ما يعرف بقضية \"التآمر على أمن الدولة\".", ""},
      {"zh", "被問到北京會否同時制裁美國官員，毛寧沒有直接回應。", ""},
      {"zh", "被问及关税问题时，毛宁表示，中方将采取措施。", "中方将采取措施 < mao-ning"},
      {"es", "Unas 30.000 personas se manifestaron el sábado por la dana, que causó 227 muertos.",
       ""},
  });
}

}  // namespace
}  // namespace synoptic::annotate
