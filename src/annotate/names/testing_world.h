// For tests: a small world of names, and what the step that looks for names finds in a text of it.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/steps.h"
#include "base/data.h"
#include "knowledge/knowledge.h"

namespace synoptic::annotate::testing {

// A small world: the rules and cue tables are the program's own, the names are these.
inline constexpr std::string_view kEntities = R"(
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

inline constexpr std::string_view kRoles = R"(
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

inline constexpr std::string_view kInstitutions = R"(
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

inline const knowledge::Knowledge& world() {
  static const std::shared_ptr<const knowledge::Knowledge> loaded_once = [] {
    const std::array<std::pair<std::string_view, std::string_view>, 5> tables{{
        {"entities/test.txt", kEntities},
        {"roles.txt", kRoles},
        {"institutions.txt", kInstitutions},
        {"languages.txt", embedded_data("languages.txt")},
        {"cues/mentions.tsv", embedded_data("cues/mentions.tsv")},
    }};
    auto loaded = knowledge::Knowledge::from_tables(tables);
    return loaded ? *loaded : nullptr;
  }();
  return *loaded_once;
}

inline model::Annotated annotated(std::string lang, std::string title,
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
inline std::string found(const model::Annotated& annotated) {
  std::string list;
  for (const auto& mention : annotated.mentions) {
    if (!list.empty()) list += "; ";
    list += mention.text + "=" + (mention.entity.empty() ? "?" : mention.entity);
  }
  return list;
}

inline std::string found(std::string lang, std::string title,
                         std::vector<std::string> blocks = {}) {
  return found(annotated(std::move(lang), std::move(title), std::move(blocks)));
}

// Only those that the knowledge holds.
inline std::string known(std::string lang, std::string title,
                         std::vector<std::string> blocks = {}) {
  auto result = annotated(std::move(lang), std::move(title), std::move(blocks));
  std::erase_if(result.mentions, [](const auto& mention) { return mention.entity.empty(); });
  return found(result);
}

inline const model::Mention* mention_of(const model::Annotated& annotated, std::string_view text) {
  for (const auto& mention : annotated.mentions) {
    if (mention.text == text) return &mention;
  }
  return nullptr;
}

}  // namespace synoptic::annotate::testing
