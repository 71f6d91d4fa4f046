#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "annotate/steps.h"
#include "base/data.h"

namespace synoptic::annotate {
namespace {

using knowledge::Knowledge;
using model::EntityType;

// A small world: the rules and cue tables are the program's own, the names are these.
constexpr std::string_view kEntities = R"(
@ russia COUNTRY Q159
name: Russia
iso: RU
capital: moscow
en: Russia; Russian Federation
adj.en: Russian; Russians
ar: روسيا
adj.ar: روسي; روسية
zh: 俄罗斯; 俄!
ru: Россия
adj.ru: российский; русский
es: Rusia
adj.es: ruso; rusa
fr: Russie
adj.fr: russe; russes
de: Russland
adj.de: russische; russischen; russischer
ja: ロシア
tr: Rusya
adj.tr: Rus
fa: روسیه
adj.fa: روسی
hi: रूस
adj.hi: रूसी
ko: 러시아
id: Rusia
@ china COUNTRY Q148
name: People's Republic of China
iso: CN
capital: beijing
en: China
adj.en: Chinese
ar: الصين
adj.ar: صيني; صينية
zh: 中国; 中!
ru: Китай
adj.ru: китайский
ja: 中国
@ japan COUNTRY Q17
name: Japan
iso: JP
capital: tokyo
en: Japan
adj.en: Japanese
ar: اليابان
adj.ar: ياباني; يابانية
zh: 日本; 日!
ru: Япония
ja: 日本
tr: Japonya
ko: 일본
id: Jepang
@ united-states COUNTRY Q30
name: United States
iso: US
capital: washington
en: United States; US; U.S.
adj.en: American
ar: أمريكا
adj.ar: أمريكي; أمريكية
zh: 美国; 美!
adj.ru: американский
adj.es: estadounidense
de: USA; US
adj.de: amerikanische; amerikanischer
ja: 米国
@ georgia COUNTRY Q230
name: Georgia
iso: GE
capital: tbilisi
en: Georgia?
@ mali COUNTRY Q912
name: Mali
iso: ML
en: Mali
ru: Мали
@ belarus COUNTRY Q184
name: Belarus
iso: BY
en: Belarus
ar: بيلاروس
@ moscow CITY Q649
name: Moscow
country: russia
en: Moscow
ar: موسكو
ru: Москва
@ beijing CITY Q956
name: Beijing
country: china
en: Beijing
ar: بكين
zh: 北京
@ tokyo CITY Q1490
name: Tokyo
country: japan
en: Tokyo
ar: طوكيو
ja: 東京
tr: Tokyo
@ washington CITY Q61
name: Washington
country: united-states
en: Washington
ar: واشنطن
@ tbilisi CITY Q994
name: Tbilisi
country: georgia
en: Tbilisi
@ putin PERSON Q7747
name: Vladimir Putin
role: president russia 2012-05-07..
en: Vladimir Putin; Putin
ar: فلاديمير بوتين; بوتين
zh: 普京
ru: Владимир Путин; Путин
ja: プーチン
es: Vladimir Putin; Putin
ko: 푸틴
hi: व्लादिमीर पुतिन; पुतिन
tr: Vladimir Putin; Putin
@ xi PERSON Q15031
name: Xi Jinping
role: president china 2013-03-14..
en: Xi Jinping; Xi!
ar: شي جين بينغ; شي!
zh: 习近平
@ wang PERSON
name: Wang Yi
role: foreign-minister china 2023-07-25..
en: Wang Yi
@ bank-of-russia ORG Q827011
name: Central Bank of the Russian Federation
kind: central-bank
country: russia
ar: البنك المركزي الروسي
ru: Центральный банк России; ЦБ РФ
@ apple ORG Q312
name: Apple Inc.
kind: company
country: united-states
en: Apple?; Apple Inc.
ar: آبل?
zh: 苹果?; 苹果公司
@ tencent ORG Q860580
name: Tencent
kind: company
en: Tencent
ar: تنسنت
@ sberbank ORG Q205012
name: Sberbank
kind: bank
en: Sberbank
zh: 联邦储蓄银行
@ corveo ORG
name: Corveo
kind: company
country: united-states
en: Corveo
ar: كورفيو
zh: 科尔韦
ru: Корвео
es: Corveo
de: Corveo
ja: クォーヴ
@ zhenli ORG
name: Zhenli
kind: company
country: china
en: Zhenli
ar: جينلي
zh: 真力
ru: Чжэньли
@ who ORG Q7817
name: World Health Organization
kind: agency
en: World Health Organization; WHO
@ ai CONCEPT Q11660
name: artificial intelligence
en: artificial intelligence; AI
ar: الذكاء الاصطناعي
zh: 人工智能; AI
)";

constexpr std::string_view kRoles = R"(
@ president
name: President of {country}
type: PERSON
en: President; President-elect
ar: الرئيس; رئيس
zh: 总统
ru: президент
ja: 大統領
es: presidente
fr: président
de: Präsident
tr: devlet başkanı
ko: 대통령
hi: राष्ट्रपति
id: presiden
fa: رئیس جمهور
@ foreign-minister
name: Minister of Foreign Affairs of {country}
type: PERSON
en: Foreign Minister; Foreign Ministers
ar: وزير الخارجية; وزيرا الخارجية
zh: 外长
ja: 外相
tr: Dışişleri Bakanı
@ government-spokesperson
name: Government spokesperson of {country}
type: PERSON
ar: المتحدث باسم الحكومة
@ minister
name: Minister of {country}
type: PERSON
fr: ministre
@ economy-minister
name: Minister of Economy of {country}
type: PERSON
fr: ministre de l'Économie
@ ceo
name: CEO of {country}
type: PERSON
en: CEO; chief executive
)";

constexpr std::string_view kInstitutions = R"(
@ government
name: Government of {country}
type: ORG
en: government
ar: الحكومة; حكومة
zh: 政府
ru: правительство
ja: 政府
es: gobierno
fr: gouvernement
de: Regierung
tr: hükümeti
fa: دولت
hi: सरकार
ko: 정부
id: pemerintah
@ armed-forces
name: Armed forces of {country}
type: ORG
en: military
ar: الجيش
zh: 军队; 军
@ central-bank
name: Central bank of {country}
type: ORG
en: central bank
)";

const Knowledge& world() {
  static const std::shared_ptr<const Knowledge> knowledge = [] {
    const std::array<std::pair<std::string_view, std::string_view>, 5> tables{{
        {"entities/test.txt", kEntities},
        {"roles.txt", kRoles},
        {"institutions.txt", kInstitutions},
        {"languages.txt", embedded_data("languages.txt")},
        {"cues/mentions.tsv", embedded_data("cues/mentions.tsv")},
    }};
    auto loaded = Knowledge::from_tables(tables);
    return loaded ? *loaded : nullptr;
  }();
  return *knowledge;
}

model::Annotated annotated(std::string lang, std::string title,
                           std::vector<std::string> blocks = {}) {
  model::Annotated result;
  result.article.lang = std::move(lang);
  result.article.title = std::move(title);
  for (auto& text : blocks) {
    model::Block block;
    block.text = std::move(text);
    result.article.blocks.push_back(std::move(block));
  }
  find_mentions(result, make_sources(result.article), world());
  return result;
}

// "text=entity" of each mention, NIL as "text=?".
std::string found(const model::Annotated& annotated) {
  std::string list;
  for (const auto& mention : annotated.mentions) {
    if (!list.empty()) list += "; ";
    list += mention.text + "=" + (mention.entity.empty() ? "?" : mention.entity);
  }
  return list;
}

std::string found(std::string lang, std::string title, std::vector<std::string> blocks = {}) {
  return found(annotated(std::move(lang), std::move(title), std::move(blocks)));
}

// Only those that the knowledge holds.
std::string known(std::string lang, std::string title, std::vector<std::string> blocks = {}) {
  auto result = annotated(std::move(lang), std::move(title), std::move(blocks));
  std::erase_if(result.mentions, [](const auto& mention) { return mention.entity.empty(); });
  return found(result);
}

const model::Mention* mention_of(const model::Annotated& annotated, std::string_view text) {
  for (const auto& mention : annotated.mentions) {
    if (mention.text == text) return &mention;
  }
  return nullptr;
}

TEST(Mentions, RangesPointAtTheText) {
  const auto result = annotated("en", "News", {"On Monday Vladimir Putin spoke."});
  ASSERT_EQ(result.mentions.size(), 1u);
  const auto& mention = result.mentions[0];
  EXPECT_EQ(mention.at.block, 0u);
  EXPECT_EQ(mention.at.range.of(result.article.blocks[0].text), "Vladimir Putin");
  EXPECT_EQ(mention.name, "Vladimir Putin");
  EXPECT_EQ(mention.type, EntityType::kPerson);
}

TEST(Mentions, ArabicProcliticsAreSeenThrough) {
  EXPECT_EQ(found("ar", "وبوتين للبنك المركزي الروسي بالصين"),
            "بوتين=putin; للبنك المركزي الروسي=bank-of-russia; الصين=china");
}

TEST(Mentions, RussianCaseEndings) {
  EXPECT_EQ(found("ru", "Встреча с Владимиром Путиным", {"Он говорил о России и Китае в Москве."}),
            "Владимиром Путиным=putin; России=russia; Китае=china; Москве=moscow");
}

TEST(Mentions, RussianAdjectivesNameTheCountry) {
  const auto result = annotated("ru", "Запуск российского спутника");
  ASSERT_EQ(found(result), "российского=russia");
  EXPECT_EQ(result.mentions[0].form, "adjective");
}

TEST(Mentions, NamesAreNotFoundInsideOtherWords) {
  EXPECT_EQ(known("en", "Belarusification or Chinatown or Putinism"), "");
  EXPECT_EQ(known("ja", "ロシアンルーレット"), "");
  EXPECT_EQ(known("zh", "其中国家队和每日本报"), "");
}

TEST(Mentions, CapitalsTellNamesFromWords) {
  EXPECT_EQ(found("en", "He who told us that the russian doll fell"), "");
  EXPECT_EQ(found("en", "News", {"The WHO told the US about it."}), "WHO=who; US=united-states");
  EXPECT_EQ(found("ru", "мали и москва"), "");
}

TEST(Mentions, ChineseNeedsNoBlanks) {
  EXPECT_EQ(found("zh", "俄罗斯总统普京访问中国"), "俄罗斯=russia; 普京=putin; 中国=china");
}

TEST(Mentions, OneHanLetterCountsOnlyBesideItsLike) {
  EXPECT_EQ(found("zh", "中国与美国", {"中美关系"}),
            "中国=china; 美国=united-states; 中=china; 美=united-states");
  EXPECT_EQ(found("zh", "中国", {"其中美好的中心"}), "中国=china");
}

TEST(Mentions, TwoHanLettersArePairedByWhatIsBetweenThem) {
  EXPECT_EQ(found("zh", "中美关系"), "中=china; 美=united-states");
  EXPECT_EQ(known("zh", "中美洲的中美食"), "");
  EXPECT_EQ(found("zh", "俄罗斯", {"中俄边境"}), "俄罗斯=russia; 中=china; 俄=russia");
}

TEST(Mentions, ProcliticsStandTogetherOnlyAsTheLanguageHasThem) {
  EXPECT_EQ(found("ar", "وبالصين"), "الصين=china");
  EXPECT_EQ(found("ar", "ببموسكو للبموسكو"), "");
}

TEST(Mentions, AmbiguousNamesNeedSupport) {
  EXPECT_EQ(found("en", "Apple harvest begins", {"The fruit is sweet."}), "");
  EXPECT_EQ(found("en", "Apple sales fall", {"Shares of Apple fell.", "Apple said nothing."}),
            "Apple=apple; Apple=apple; Apple=apple");
  EXPECT_EQ(found("zh", "今天吃了两个苹果"), "");
  EXPECT_EQ(found("zh", "苹果发布新手机", {"苹果公司表示"}), "苹果=apple; 苹果公司=apple");
  EXPECT_EQ(found("ar", "شركة آبل", {"قالت آبل"}), "آبل=apple; آبل=apple");
}

TEST(Mentions, AmbiguousCountryIsTakenWithItsCapital) {
  EXPECT_EQ(known("en", "Peaches in season", {"Georgia peaches are sweet."}), "");
  EXPECT_EQ(found("en", "Talks held", {"Leaders met in Tbilisi as Georgia voted."}),
            "Tbilisi=tbilisi; Georgia=georgia");
}

TEST(Mentions, BoundNamesNeedTheFullNameFirst) {
  EXPECT_EQ(known("ar", "ولم يجر شي شيئا"), "");
  EXPECT_EQ(found("ar", "زيارة", {"التقى شي جين بينغ الوفد.", "ولم يجر شي زيارة."}),
            "شي جين بينغ=xi; شي=xi");
}

TEST(Mentions, GluedWordsArePartedAtTheArticle) {
  const auto result = annotated("ar", "شركة آبل", {"خدمات آبلالذكية"});
  const auto* mention = mention_of(result, "آبل");
  ASSERT_NE(mention, nullptr);
  ASSERT_EQ(result.mentions.size(), 2u);
  EXPECT_EQ(result.mentions[1].form, "glued");
}

TEST(Mentions, InstitutionsAreComposedInEitherOrder) {
  const std::vector<std::pair<std::string, std::string>> claims{
      {"ar", "قررت الحكومة اليابانية"},
      {"zh", "日本政府决定"},
      {"ja", "日本政府は"},
      {"en", "The Japanese government met"},
      {"en", "The government of Japan met"},
      {"en", "Japan's government met"},
      {"tr", "Japonya hükümeti"},
      {"ko", "일본 정부는"},
      {"id", "Kata pemerintah Jepang"}};
  for (const auto& [lang, text] : claims) {
    const auto result = annotated(lang, text);
    ASSERT_FALSE(result.mentions.empty()) << text;
    EXPECT_EQ(result.mentions[0].entity, "japan/government") << text;
    EXPECT_EQ(result.mentions[0].name, "Government of Japan") << text;
    EXPECT_EQ(result.mentions[0].form, "composed") << text;
  }
  for (const auto& [lang, text] :
       std::vector<std::pair<std::string, std::string>>{{"ru", "Так решило правительство России"},
                                                        {"ru", "российское правительство"},
                                                        {"es", "el gobierno ruso"},
                                                        {"es", "el gobierno de Rusia"},
                                                        {"fr", "le gouvernement russe"},
                                                        {"de", "die russische Regierung"},
                                                        {"fa", "دولت روسیه"},
                                                        {"hi", "रूस की सरकार"}}) {
    const auto result = annotated(lang, text);
    ASSERT_FALSE(result.mentions.empty()) << text;
    EXPECT_EQ(result.mentions[0].entity, "russia/government") << text;
  }
}

TEST(Mentions, KnownInstitutionKeepsItsOwnId) {
  const auto result = annotated("en", "The Russian central bank raised rates");
  ASSERT_FALSE(result.mentions.empty());
  EXPECT_EQ(result.mentions[0].entity, "bank-of-russia");
}

TEST(Mentions, BareGovernmentIsThatOfTheSentencesOnlyCountry) {
  EXPECT_EQ(found("zh", "俄罗斯总统普京下令政府加强合作"),
            "俄罗斯=russia; 普京=putin; 政府=russia/government");
  EXPECT_EQ(found("zh", "日本与俄罗斯之间政府合作").find("/government"), std::string::npos);
}

TEST(Mentions, RoleGoesToThePersonBesideIt) {
  for (const auto& [lang, text] : std::vector<std::pair<std::string, std::string>>{
           {"ar", "أعلن الرئيس الروسي فلاديمير بوتين"},
           {"zh", "俄罗斯总统普京"},
           {"ru", "президент России Владимир Путин"},
           {"en", "Russian President Vladimir Putin"},
           {"en", "Vladimir Putin, the president of Russia, left"},
           {"ja", "ロシアのプーチン大統領"},
           {"ko", "러시아 푸틴 대통령"},
           {"es", "el presidente ruso Vladimir Putin"},
           {"hi", "रूस के राष्ट्रपति व्लादिमीर पुतिन"},
           {"tr", "Rusya Devlet Başkanı Vladimir Putin"}}) {
    const auto result = annotated(lang, text);
    const auto person =
        std::find_if(result.mentions.begin(), result.mentions.end(),
                     [](const model::Mention& mention) { return mention.entity == "putin"; });
    ASSERT_NE(person, result.mentions.end()) << text;
    EXPECT_EQ(person->role, "President of Russia") << text;
  }
}

TEST(Mentions, RoleAloneStandsForItsHolder) {
  auto result = annotated("ar", "زيارة", {"دعوة وزير الخارجية الصيني"});
  const auto* mention = mention_of(result, "وزير الخارجية الصيني");
  ASSERT_NE(mention, nullptr);
  EXPECT_EQ(mention->entity, "china/foreign-minister");
  EXPECT_EQ(mention->name, "Minister of Foreign Affairs of China");
  EXPECT_EQ(mention->stands_for, "wang");
  EXPECT_EQ(mention->form, "role");
}

TEST(Mentions, RoleIsReadAroundTheCountrysAdjective) {
  const auto result = annotated("fr", "", {"Le ministre russe de l’Économie a parlé."});
  const auto* mention = mention_of(result, "ministre russe de l’Économie");
  ASSERT_NE(mention, nullptr) << found(result);
  EXPECT_EQ(mention->name, "Minister of Economy of Russia");
  EXPECT_EQ(known("fr", "", {"Le ministre russe de l’Économiste"}),
            "ministre russe=russia/minister; russe=russia");
}

TEST(Mentions, DualRoleIsTwoHolders) {
  EXPECT_EQ(found("ar", "اجتمع وزيرا الخارجية الياباني والصيني"),
            "وزيرا الخارجية الياباني=japan/foreign-minister; الياباني=japan; "
            "الصيني=china/foreign-minister");
}

TEST(Mentions, UnknownPersonBehindRoleIsNilAndCarriesOn) {
  const auto result =
      annotated("ar", "بيان",
                {"وأفاد المتحدث باسم الحكومة اليابانية تارو ياماموتو، بأن الوفد وصل.",
                 "وفق ياماموتو.", "قال المتحدث باسم الحكومة اليابانية"});
  const auto* full = mention_of(result, "تارو ياماموتو");
  ASSERT_NE(full, nullptr);
  EXPECT_EQ(full->entity, "");
  EXPECT_EQ(full->type, EntityType::kPerson);
  EXPECT_EQ(full->role, "Government spokesperson of Japan");
  const auto* surname = mention_of(result, "ياماموتو");
  ASSERT_NE(surname, nullptr);
  EXPECT_EQ(surname->name, "تارو ياماموتو");
  EXPECT_EQ(surname->form, "short");
  const auto* role = mention_of(result, "المتحدث باسم الحكومة اليابانية");
  ASSERT_NE(role, nullptr);
  EXPECT_EQ(role->name, "تارو ياماموتو");
}

TEST(Mentions, FormsOfOneFullNameCarryItsSurname) {
  const auto result =
      annotated("ru", "Врачи",
                {"Об этом рассказала врач Анна Ковалевич. По словам Анны Ковалевич, "
                 "больных много.",
                 "Позднее Ковалевич уехала."});
  const auto* surname = mention_of(result, "Ковалевич");
  ASSERT_NE(surname, nullptr);
  EXPECT_EQ(surname->name, "Анна Ковалевич");
  EXPECT_EQ(surname->form, "short");
}

TEST(Mentions, GivenNameThatLooksLikeAnAdjective) {
  const auto result = annotated("zh", "消息", {"联邦储蓄银行 CEO German Kovalev 在 2023 年承认"});
  const auto* person = mention_of(result, "German Kovalev");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->entity, "");
  EXPECT_EQ(person->type, EntityType::kPerson);
  EXPECT_EQ(person->role, "CEO of Sberbank");
}

TEST(Mentions, ForeignCapitalsAreNilNeverTheNearestName) {
  const auto result = annotated("ar", "محادثات", {"مع شركات مثل AI Quorve و Vandelay Media"});
  EXPECT_EQ(found(result), "AI Quorve=?; Vandelay Media=?");
  EXPECT_EQ(result.mentions[0].type, EntityType::kOrg);
}

TEST(Mentions, AcronymsInForeignTextAreNoNames) {
  EXPECT_EQ(found("zh", "用于 AI 的 GPU 芯片"), "AI=ai");
}

TEST(Mentions, QuotedNameBehindNewspaperWord) {
  const auto result = annotated("ru", "Пресса", {"Об этом пишет газета «Вечерний Прилив»."});
  ASSERT_EQ(found(result), "Вечерний Прилив=?");
  EXPECT_EQ(result.mentions[0].type, EntityType::kOrg);
}

TEST(Mentions, ATeamGoesByItsCountrysId) {
  const auto result =
      annotated("en", "Friendlies", {"Japan beat Russia 2-1 in Moscow on Saturday."});
  EXPECT_EQ(found(result), "Japan=japan; Russia=russia; Moscow=moscow");
  EXPECT_EQ(result.mentions[0].type, EntityType::kOrg);
  EXPECT_EQ(result.mentions[2].type, EntityType::kCity);
}

TEST(Mentions, BracketsTeachTheOtherName) {
  const auto result = annotated("zh", "联邦储蓄银行(Sber)宣布", {"Sber 是最大银行"});
  EXPECT_EQ(found(result), "联邦储蓄银行=sberbank; Sber=sberbank; Sber=sberbank");
}

TEST(Mentions, OneSlipBehindACompanyWord) {
  const auto result = annotated("ar", "مفاوضات", {"قالت شركة تنسينت إن أرباحها ارتفعت."});
  const auto* mention = mention_of(result, "تنسينت");
  ASSERT_NE(mention, nullptr);
  EXPECT_EQ(mention->entity, "tencent");
  EXPECT_EQ(mention->form, "fuzzy");
  EXPECT_EQ(known("ar", "رأيت تنسينت اليوم"), "");
  EXPECT_EQ(known("ar", "", {"قال حزب تنسينت اليوم"}), "");
}

TEST(Mentions, CapitalThatActsStandsForItsCountry) {
  auto result = annotated("ar", "خبر", {"وتعتزم طوكيو دعوة الوزير."});
  ASSERT_NE(mention_of(result, "طوكيو"), nullptr);
  EXPECT_EQ(mention_of(result, "طوكيو")->entity, "tokyo");
  EXPECT_EQ(mention_of(result, "طوكيو")->stands_for, "japan");
  result = annotated("zh", "北京表示反对");
  ASSERT_EQ(found(result), "北京=beijing");
  EXPECT_EQ(result.mentions[0].stands_for, "china");
  result = annotated("en", "News", {"Relations between Moscow and Washington cooled."});
  ASSERT_NE(mention_of(result, "Moscow"), nullptr);
  EXPECT_EQ(mention_of(result, "Moscow")->stands_for, "russia");
  EXPECT_EQ(mention_of(result, "Washington")->stands_for, "united-states");
}

TEST(Mentions, CapitalThatIsAPlaceStaysOne) {
  const auto result = annotated("en", "News", {"A fire broke out in Moscow on Monday."});
  ASSERT_EQ(found(result), "Moscow=moscow");
  EXPECT_EQ(result.mentions[0].stands_for, "");
}

TEST(Mentions, LikelyStemBeatsTheShorterOne) {
  EXPECT_EQ(found("ru", "Мало кто знал", {"Он уехал из Мали."}), "Мали=mali");
}

TEST(Mentions, SecondRoleBehindACommaIsSomebodyElse) {
  const auto result =
      annotated("en", "Russian President Vladimir Putin, Japanese Foreign Minister to meet");
  const auto* putin = mention_of(result, "Vladimir Putin");
  ASSERT_NE(putin, nullptr);
  EXPECT_EQ(putin->role, "President of Russia");
  EXPECT_NE(mention_of(result, "Japanese Foreign Minister"), nullptr);
}

TEST(Mentions, UnknownPersonOfAnOrganisation) {
  const auto result =
      annotated("en", "News", {"It was late, analyst Jane Roe of Vandelay Corp said. Roe left."});
  EXPECT_EQ(found(result), "Jane Roe=?; Vandelay Corp=?; Roe=?");
  EXPECT_EQ(result.mentions[0].type, EntityType::kPerson);
  EXPECT_EQ(result.mentions[1].type, EntityType::kOrg);
  EXPECT_EQ(result.mentions[2].name, "Jane Roe");
}

TEST(Mentions, KoreanAndTurkishEndings) {
  EXPECT_EQ(found("ko", "푸틴은 러시아에서"), "푸틴=putin; 러시아=russia");
  EXPECT_EQ(found("tr", "Putin'in Rusya'daki konuşması"), "Putin=putin; Rusya=russia");
}

TEST(Descriptions, TheAmericanCompanyIsTheOnlyOneNamed) {
  const std::vector<std::tuple<std::string, std::string, std::string>> claims{
      {"en", "Corveo met Zhenli. Later the American company left.", "American company"},
      {"ar", "كورفيو مع جينلي. إن الشركة الأمريكية رحلت.", "الشركة الأمريكية"},
      {"zh", "科尔韦与真力会谈。这家美国公司离开了。", "美国公司"},
      {"ru", "Корвео и Чжэньли. Теперь американская компания ушла.", "американская компания"},
      {"es", "Corveo vino. Ahora la empresa estadounidense calla.", "empresa estadounidense"},
      {"de", "Corveo kam. Nun schweigt der amerikanische Konzern.", "amerikanische Konzern"}};
  for (const auto& [lang, text, words] : claims) {
    const auto result = annotated(lang, "", {text});
    const auto* mention = mention_of(result, words);
    ASSERT_NE(mention, nullptr) << text << "\n" << found(result);
    EXPECT_EQ(mention->entity, "corveo") << text;
    EXPECT_EQ(mention->form, "description");
    EXPECT_EQ(mention->rule, "only_organisation_that_fits");
  }
}

TEST(Descriptions, NobodyWhereTwoFitOrNoneIsNamedYet) {
  for (const std::string text :
       {"Apple Inc. met Corveo. Later the American company left.",
        "The American company left. Later Corveo came.", "Corveo met an American company.",
        "Corveo met the American company Vandelay."}) {
    for (const auto& mention : annotated("en", "", {text}).mentions) {
      EXPECT_NE(mention.form, "description") << text;
    }
  }
  for (const auto& mention : annotated("zh", "", {"科尔韦来了。美国公司很多。"}).mentions) {
    EXPECT_NE(mention.form, "description");
  }
}

TEST(Descriptions, ThisCompanyNeedsNoCountry) {
  EXPECT_EQ(found("zh", "", {"真力来了。该公司表示"}), "真力=zhenli; 该公司=zhenli");
  EXPECT_EQ(found("zh", "", {"真力和科尔韦来了。该公司表示"}), "真力=zhenli; 科尔韦=corveo");
  EXPECT_EQ(found("ja", "", {"クォーヴが来た。同社は"}), "クォーヴ=corveo; 同社=corveo");
}

TEST(Descriptions, TheCountryIsTheOneLastSpokenOf) {
  EXPECT_EQ(found("en", "", {"Aid reached Mali. The army guards the country."}),
            "Mali=mali; country=mali");
  EXPECT_EQ(found("en", "", {"Mali and Russia met. The army guards the country."}),
            "Mali=mali; Russia=russia");
  EXPECT_EQ(found("zh", "", {"他访问俄罗斯。该国很大。"}), "俄罗斯=russia; 该国=russia");
}

TEST(Mentions, OrderIsTitleThenBlocks) {
  const auto result = annotated("en", "Putin speaks", {"In Japan and China.", "Then Russia."});
  EXPECT_EQ(found(result), "Putin=putin; Japan=japan; China=china; Russia=russia");
}

TEST(Mentions, MalformedAndEmptyTextsAreSafe) {
  EXPECT_EQ(found("ar", ""), "");
  EXPECT_EQ(found("zh", "\xE4\xBF", {"\xFF\xFE(", "（", "\"", "总统"}), "");
  EXPECT_EQ(found("xx", "Putin ("), "Putin=putin");
}

}  // namespace
}  // namespace synoptic::annotate
