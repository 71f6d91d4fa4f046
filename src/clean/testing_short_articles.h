// A short article in each of the fifteen languages, for tests that put lines around and into it.
#pragma once

#include <map>
#include <string>

namespace synoptic::clean {

struct ShortArticle {
  std::string headline, day, first, last;
};

// By language.
inline const std::map<std::string, ShortArticle> kShortArticles{
    {"ar",
     {"البنك المركزي يخفض سعر الفائدة إلى 14 في المئة", "19 مارس 2026",
      "خفض البنك المركزي يوم الأربعاء سعر الفائدة الرئيسي إلى 14 في المئة، كما أعلن في بيان "
      "للصحافة.",
      "واتخذ القرار بالإجماع وكان المحللون في السوق يتوقعونه منذ أسابيع."}},
    {"zh",
     {"央行宣布下調基準利率至百分之十四", "2026年3月19日",
      "央行星期三将基准利率下调至百分之十四，该行在发给媒体的一份声明中表示。市场此前已经预期会有这"
      "次下调。",
      "这一决定是一致通过的，市场分析人士此前也有预期。声明没有提到今后是否会继续下调。"}},
    {"en",
     {"Central bank cuts its key rate to 14 percent", "19 March 2026",
      "The central bank cut its key interest rate to 14 percent on Wednesday, it said in a "
      "statement to the press.",
      "The decision was unanimous and had been expected by analysts in the market."}},
    {"ru",
     {"Центробанк снизил ключевую ставку до 14 процентов", "19 марта 2026",
      "Центральный банк в среду снизил ключевую ставку до 14 процентов, говорится в сообщении "
      "регулятора для прессы.",
      "Решение было единогласным, его ожидали аналитики рынка и участники опросов."}},
    {"es",
     {"El banco central baja la tasa al 14 por ciento", "19 de marzo de 2026",
      "El banco central redujo este miércoles la tasa de interés al 14 por ciento, según un "
      "comunicado difundido por la institución.",
      "La decisión fue unánime y los analistas del mercado la esperaban."}},
    {"fr",
     {"La banque centrale abaisse son taux à 14 %", "19 mars 2026",
      "La banque centrale a abaissé mercredi son taux directeur à 14 pour cent, a-t-elle indiqué "
      "dans un communiqué.",
      "La décision a été unanime et était attendue par les analystes du marché."}},
    {"de",
     {"Zentralbank senkt den Leitzins auf 14 Prozent", "19. März 2026",
      "Die Zentralbank hat den Leitzins am Mittwoch auf 14 Prozent gesenkt, wie sie in einer "
      "Erklärung mitteilte.",
      "Die Entscheidung war einstimmig und von Analysten am Markt erwartet worden."}},
    {"pt",
     {"Banco central corta os juros para 14 por cento", "19 de março de 2026",
      "O banco central reduziu a taxa básica de juros nesta quarta-feira para 14 por cento ao ano, "
      "afirmou a instituição em nota.",
      "A decisão foi unânime e era esperada pelos analistas do mercado financeiro."}},
    {"ja",
     {"中央銀行が政策金利を14％に引き下げ", "2026年3月19日",
      "中央銀行は水曜日、政策金利を14％に引き下げた。銀行が報道機関向けの声明で明らかにした。市場で"
      "は引き下げが見込まれていた。",
      "決定は全会一致で、市場のアナリストも予想していた。今後の追加の利下げについては触れなかった"
      "。"}},
    {"tr",
     {"Merkez bankası faizi yüzde 14 seviyesine indirdi", "19 Mart 2026",
      "Merkez bankası çarşamba günü politika faizini yüzde 14'e indirdi, kurum bunu basına yaptığı "
      "açıklamada duyurdu.",
      "Karar oybirliğiyle alındı ve piyasadaki analistler tarafından bekleniyordu."}},
    {"fa",
     {"بانک مرکزی نرخ بهره را به ۱۴ درصد کاهش داد", "۲۸ اسفند ۱۴۰۴",
      "بانک مرکزی روز چهارشنبه نرخ بهره را به ۱۴ درصد کاهش داد، این نهاد در "
      "بیانیه‌ای "
      "برای "
      "رسانه‌ها اعلام کرد.",
      "این تصمیم به اتفاق آرا گرفته شد و تحلیلگران بازار انتظار آن را داشتند."}},
    {"uk",
     {"Центробанк знизив облікову ставку до 14 відсотків", "19 березня 2026",
      "Центральний банк у середу знизив облікову ставку до 14 відсотків, ідеться в повідомленні "
      "регулятора для преси.",
      "Рішення було одностайним, його очікували аналітики ринку та учасники опитувань."}},
    {"hi",
     {"केंद्रीय बैंक ने ब्याज दर घटाकर 14 प्रतिशत की", "19 मार्च 2026",
      "केंद्रीय बैंक ने बुधवार को अपनी मुख्य ब्याज दर घटाकर 14 प्रतिशत कर दी, बैंक ने एक बयान में यह कहा।",
      "यह फैसला सर्वसम्मति से हुआ और बाजार के विश्लेषकों को इसकी उम्मीद थी।"}},
    {"ko",
     {"중앙은행 기준금리 14퍼센트로 인하", "2026년 3월 19일",
      "중앙은행이 수요일 기준금리를 14퍼센트로 내렸다고 언론에 보낸 성명에서 밝혔다. 시장은 인하를 "
      "예상하고 있었다.",
      "결정은 만장일치였으며 시장 분석가들도 이를 예상하고 있었다. 추가 인하에 대해서는 언급하지 "
      "않았다."}},
    {"id",
     {"Bank sentral pangkas suku bunga jadi 14 persen", "19 Maret 2026",
      "Bank sentral pada Rabu memangkas suku bunga acuan menjadi 14 persen, demikian pernyataan "
      "lembaga itu kepada pers.",
      "Keputusan itu diambil dengan suara bulat dan sudah diperkirakan para analis pasar."}},
};

}  // namespace synoptic::clean
