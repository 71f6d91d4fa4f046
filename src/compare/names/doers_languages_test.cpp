// Parts of data/compare/doers/ in all languages: an account of each gives the part to another name
// than two accounts in English and French do.
#include <gtest/gtest.h>

#include "compare/names/testing_doers.h"

namespace synoptic::compare {
namespace {

using model::EntityType;

struct PartTold {
  const char *slot, *about;
  EntityType type;
  std::vector<std::pair<const char*, const char*>> told;  // # is the name
};

constexpr auto kPerson = EntityType::kPerson;
constexpr auto kOrg = EntityType::kOrg;
constexpr auto kCity = EntityType::kCity;

const std::vector<PartTold> kParts{
    {"actor",
     "announced by",
     kPerson,
     {{"en", "The result was announced by #."},
      {"fr", "Le résultat a été annoncé par #."},
      {"es", "El resultado fue anunciado por #."},
      {"pt", "O resultado foi anunciado por #."},
      {"de", "Das teilte # am Abend mit."},
      {"ru", "Об этом сообщил #."},
      {"uk", "Про це повідомив #."},
      {"ar", "وأعلن القرار #."},
      {"fa", "# این خبر را اعلام کرد."},
      {"zh", "#宣布了这一决定。"},
      {"ja", "結果を発表したのは#氏だ。"},
      {"ko", "#는 이 같은 결정을 발표했다."},
      {"tr", "Kararı # duyurdu."},
      {"id", "Hal itu disampaikan #."},
      {"hi", "# ने यह जानकारी दी।"}}},
    {"actor",
     "consolation goal",
     kPerson,
     {{"en", "# pulled one back."},
      {"fr", "# a réduit l'écart."},
      {"es", "# recortó distancias."},
      {"pt", "# reduziu aos 80 minutos."},
      {"de", "# verkürzte noch."},
      {"ru", "# сократил разрыв."},
      {"uk", "# скоротив розрив."},
      {"ar", "وقلص # الفارق."},
      {"fa", "# اختلاف را کم کرد."},
      {"zh", "#扳回一球。"},
      {"ja", "#が1点を返した。"},
      {"ko", "#가 만회골을 넣었다."},
      {"tr", "# farkı bire indirdi."},
      {"id", "# memperkecil kedudukan."},
      {"hi", "# ने अंतर कम किया।"}}},
    {"actor",
     "lifted the trophy",
     kPerson,
     {{"en", "# lifted the trophy."},
      {"fr", "# a soulevé le trophée."},
      {"es", "# levantó la copa."},
      {"pt", "# ergueu a taça."},
      {"de", "# stemmte den Pokal."},
      {"ru", "# поднял кубок."},
      {"uk", "# підняв кубок."},
      {"ar", "رفع الكأس #."},
      {"fa", "# جام را بالای سر برد."},
      {"zh", "#捧起奖杯。"},
      {"ja", "#がトロフィーを掲げた。"},
      {"ko", "#가 트로피를 들어 올렸다."},
      {"tr", "# kupayı kaldırdı."},
      {"id", "# mengangkat trofi."},
      {"hi", "# ने ट्रॉफी उठाई।"}}},
    {"recipient",
     "money given to",
     kOrg,
     {{"en", "The prize money will be donated to #."},
      {"fr", "Le prix sera reversé à #."},
      {"es", "El dinero irá a #."},
      {"pt", "O dinheiro irá para #."},
      {"de", "Das Geld wird # gespendet."},
      {"ru", "Деньги перечислят #."},
      {"uk", "Гроші перерахують #."},
      {"ar", "ويعود المال لصالح #."},
      {"fa", "این پول را به # اهدا خواهد کرد."},
      {"zh", "奖金将捐给#。"},
      {"ja", "賞金は#に寄付する。"},
      {"ko", "상금은 #에 기부한다."},
      {"tr", "Para # bağışlanacak."},
      {"id", "Uang itu disumbangkan kepada #."},
      {"hi", "यह रकम # को दान की जाएगी।"}}},
    {"place",
     "on show in",
     kCity,
     {{"en", "The drum will be exhibited in #."},
      {"fr", "Le tambour sera exposé à #."},
      {"es", "El tambor se exhibirá en #."},
      {"pt", "O tambor será exposto em #."},
      {"de", "Die Trommel wird in # ausgestellt."},
      {"ru", "Барабан выставят в #."},
      {"uk", "Барабан покажуть у #."},
      {"ar", "ستعرض في #."},
      {"fa", "طبل در # به نمایش گذاشته می‌شود."},
      {"zh", "鼓将在#展出。"},
      {"ja", "太鼓は#で展示される。"},
      {"ko", "북은 #에서 전시된다."},
      {"tr", "Davul # sergilenecek."},
      {"id", "Genderang itu akan dipamerkan di #."},
      {"hi", "ढोल # में प्रदर्शित होगा।"}}},
    {"place",
     "it began in",
     kCity,
     {{"en", "The outbreak began in #."},
      {"fr", "L'épidémie a débuté à #."},
      {"es", "El brote se originó en #."},
      {"pt", "O surto teve início em #."},
      {"de", "Der Ausbruch begann in #."},
      {"ru", "Вспышка началась в #."},
      {"uk", "Спалах почався в #."},
      {"ar", "بدأ الوباء في #."},
      {"fa", "شیوع از # آغاز شد."},
      {"zh", "疫情最早出现在#。"},
      {"ja", "流行は#で始まった。"},
      {"ko", "발병은 #에서 시작됐다."},
      {"tr", "Salgın # başladı."},
      {"id", "Wabah itu bermula di #."},
      {"hi", "प्रकोप # में शुरू हुआ।"}}},
    {"place",
     "taken to",
     kCity,
     {{"en", "The workers were flown to #."},
      {"fr", "Les ouvriers ont été transférés à #."},
      {"es", "Los obreros fueron trasladados a #."},
      {"pt", "Os operários foram levados para #."},
      {"de", "Die Arbeiter wurden nach # gebracht."},
      {"ru", "Рабочих доставили в #."},
      {"uk", "Робітників доставили до #."},
      {"ar", "ونقلوا إلى #."},
      {"fa", "کارگران به # منتقل شدند."},
      {"zh", "工人被送往#。"},
      {"ja", "作業員は#に移送された。"},
      {"ko", "노동자들은 #로 이송됐다."},
      {"tr", "İşçiler # götürüldü."},
      {"id", "Para pekerja dibawa ke #."},
      {"hi", "मजदूरों को # ले जाया गया।"}}},
    {"actor",
     "arrested by",
     kOrg,
     {{"en", "He was arrested by #."},
      {"fr", "Il a été arrêté par #."},
      {"es", "Fue detenido por #."},
      {"pt", "Foi detido por #."},
      {"de", "Er wurde von # festgenommen."},
      {"ru", "Его задержали сотрудники #."},
      {"uk", "Його затримали співробітники #."},
      {"ar", "اعتقلته #."},
      {"fa", "او توسط # بازداشت شد."},
      {"zh", "他被#逮捕。"},
      {"ja", "男は#に逮捕された。"},
      {"ko", "그는 #에 체포됐다."},
      {"tr", "# tarafından gözaltına alındı."},
      {"id", "Ia ditangkap oleh #."},
      {"hi", "उसे # ने गिरफ्तार किया।"}}},
};

Sample account(const std::string& key, const PartTold& part, size_t index,
               const std::string& name) {
  return part_account(key, part.told[index].first, part.told[index].second, name, part.type);
}

TEST(DoersLanguages, EachGivesThePartToItsName) {
  for (const auto& part : kParts) {
    ASSERT_EQ(part.told.size(), 15u) << part.about;
    const Sample a = account("a", part, 0, "Otokar"), b = account("b", part, 1, "Otokar");
    for (size_t i = 2; i < part.told.size(); ++i) {
      const std::string_view lang = part.told[i].first;
      const Sample c = account("c", part, i,
                               lang == "zh"   ? "梅尔詹"
                               : lang == "ja" ? "メルジャン"
                                              : "Mercan");
      EXPECT_NE(find(synopsis({&a, &b, &c}).differ, part.slot, part.about), nullptr)
          << part.told[i].second;
    }
  }
}

TEST(DoersLanguages, TwoPeopleWhomAnotherAccountNamesBothMayHaveOneEach) {
  const PartTold film{"actor",
                      "announced by",
                      kPerson,
                      {{"en", "The result was announced by #."},
                       {"fr", "Le résultat a été annoncé par #."},
                       {"de", "Das teilte # am Abend mit."}}};
  const Sample a = account("a", film, 0, "Otokar"), b = account("b", film, 1, "Otokar");
  const Sample c = account("c", film, 2, "Mercan");
  Sample d("d", "es", "News", "2026-03-01");
  d.body("Fue el domingo.").body("Otokar y Mercan hablaron ayer.");
  d.names("Otokar", "Otokar", kPerson).names("Mercan", "Mercan", kPerson);
  EXPECT_NE(find(synopsis({&a, &b, &c}).differ, "actor", "announced by"), nullptr);
  EXPECT_EQ(find(synopsis({&a, &b, &c, &d}).differ, "actor", "announced by"), nullptr);
}

}  // namespace
}  // namespace synoptic::compare
