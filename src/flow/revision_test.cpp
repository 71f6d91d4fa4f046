// Two versions of a page read whole and compared, in several languages: what changed is told claim
// by claim, and every side stands in the bytes of its own capture.
#include "watch/revision.h"

#include <gtest/gtest.h>

#include <set>

#include "collect/collect.h"
#include "flow/flow.h"
#include "text/utf8.h"

namespace synoptic::flow {
namespace {

struct Read {
  model::Capture capture;
  model::Annotated annotated;
};

Read read(const std::string& text) {
  static const Engine engine = Engine::load().value();
  Document document = understand(engine, collect::capture_bytes(text, "page.txt").value());
  if (document.articles.empty()) throw std::runtime_error("no article: " + text);
  return {std::move(document.capture), std::move(document.articles[0])};
}

// White space in the capture may be more than in the clean text.
void expect_in_capture(const Read& read, Span span, const std::string& text) {
  ASSERT_LE(span.end, read.capture.text.size());
  const std::string there = read.capture.text.substr(span.begin, span.size());
  EXPECT_EQ(text::collapse_space(there), text::collapse_space(text));
}

void expect_sides(const Read& read, const std::optional<watch::Side>& side) {
  if (!side) return;
  EXPECT_EQ(side->article, read.annotated.article.id);
  expect_in_capture(read, side->at.span, side->text);
  expect_in_capture(read, side->evidence_span, side->evidence);
}

struct Case {
  const char* lang;
  const char* before;
  const char* after;
  std::vector<const char*> changes;  // "kind: before → after", each there
};

class Revisions : public testing::TestWithParam<Case> {};

TEST_P(Revisions, TellWhatChanged) {
  const Case& test = GetParam();
  const Read before = read(test.before), after = read(test.after);
  EXPECT_EQ(before.annotated.article.lang.substr(0, 2), test.lang);
  const watch::Revision revision = watch::diff(before.annotated, after.annotated);
  std::multiset<std::string> told;
  for (const auto& change : revision.changes) {
    expect_sides(before, change.before);
    expect_sides(after, change.after);
    std::string line = change.kind + ":";
    if (change.before) line += " " + change.before->text;
    if (change.before && change.after) line += " →";
    if (change.after) line += " " + change.after->text;
    told.insert(line);
  }
  std::string all;
  for (const auto& line : told) all += line + "\n";
  for (const char* expected : test.changes) {
    EXPECT_EQ(told.count(expected), 1u) << expected << "\nin\n" << all;
  }
  for (const Read* same : {&before, &after}) {
    EXPECT_TRUE(watch::diff(same->annotated, same->annotated).changes.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Languages, Revisions,
    testing::Values(
        Case{"en",
             "Twelve killed as ferry sinks off Sulawesi\n\n"
             "A ferry sank off Sulawesi on Tuesday and 12 people were killed, the coast guard "
             "said. The ship was overloaded.\n\n"
             "\"We did all we could,\" said captain Hasan Basri.\n\n"
             "The owner could not be reached for a comment on Tuesday evening.\n",
             "Ferry sinks off Sulawesi, several reportedly killed\n\n"
             "A ferry sank off Sulawesi on Tuesday and 15 people were killed, the coast guard "
             "said. The ship was allegedly overloaded.\n\n"
             "\"We did all that we could do,\" said captain Hasan Basri.\n\n"
             "Divers from Makassar joined the search, which goes on until Friday.\n",
             {"figure_changed: 12 → 15",
              "title_softened: Twelve killed as ferry sinks off Sulawesi → Ferry sinks off "
              "Sulawesi, several reportedly killed",
              "softened: The ship was overloaded. → The ship was allegedly overloaded.",
              "quote_changed: We did all we could → We did all that we could do",
              "place_added: Makassar",
              "paragraph_removed: The owner could not be reached for a comment on Tuesday "
              "evening.",
              "paragraph_added: Divers from Makassar joined the search, which goes on until "
              "Friday."}},
        Case{"ar",
             "زلزال يضرب شمال اليابان\n\n"
             "ضرب زلزال قوي جزيرة هوكايدو صباح السبت، وأصيب 12 شخصا بجروح، بحسب السلطات "
             "المحلية.\n\nوقالت وكالة الأرصاد إن قوة الزلزال بلغت 6.4 درجات على مقياس ريختر.\n",
             "زلزال يضرب شمال اليابان\n\n"
             "ضرب زلزال قوي جزيرة هوكايدو صباح السبت، وأصيب 14 شخصا بجروح، بحسب السلطات "
             "المحلية.\n\nوقالت وكالة الأرصاد إن قوة الزلزال بلغت 6.6 درجات على مقياس ريختر.\n",
             {"figure_changed: 12 → 14", "figure_changed: 6.4 درجات → 6.6 درجات"}},
        Case{"zh",
             "北海道发生地震\n\n"
             "日本北海道周六上午发生6.4级地震,造成12人受伤。当地政府说,没有人死亡。\n\n"
             "札幌的地铁一度停运,目前已经恢复。\n",
             "北海道发生地震\n\n"
             "日本北海道周六上午发生6.6级地震,造成14人受伤。当地政府说,没有人死亡。\n\n"
             "东京的地铁一度停运,目前已经恢复。\n",
             {"figure_changed: 12 → 14", "figure_changed: 6.4级 → 6.6级",
              "place_changed: 札幌 → 东京"}},
        Case{"ru",
             "Взрыв на заводе в Туле\n\n"
             "В Туле на заводе произошёл взрыв, погибли 3 человека. Директор завода арестован.\n\n"
             "Губернатор приехал на место происшествия в понедельник вечером.\n",
             "Взрыв на заводе в Туле\n\n"
             "В Туле на заводе произошёл взрыв, погибли 5 человек. Директор завода якобы "
             "арестован.\n\n"
             "Губернатор приехал на место происшествия во вторник вечером.\n",
             {"figure_changed: 3 → 5",
              "softened: Директор завода арестован. → Директор завода якобы арестован."}},
        Case{
            "de",
            "Bank senkt Zinsen um 0,5 Prozent\n\n"
            "Die Europäische Zentralbank hat am Donnerstag in Frankfurt die Zinsen um 0,5 Prozent "
            "gesenkt. Das teilte die Bank mit.\n\n"
            "Präsidentin Christine Lagarde sprach von einer schwierigen Lage für die Wirtschaft.\n",
            "Bank senkt Zinsen um 0,25 Prozent\n\n"
            "Die Europäische Zentralbank hat am Donnerstag in Frankfurt die Zinsen um 0,25 Prozent "
            "gesenkt. Das teilte die Bank mit.\n\n"
            "Isabel Schnabel sprach von einer schwierigen Lage für die Wirtschaft.\n",
            {"title_changed: Bank senkt Zinsen um 0,5 Prozent → Bank senkt Zinsen um 0,25 Prozent",
             "name_changed: Christine Lagarde → Isabel Schnabel"}}),
    [](const auto& info) { return std::string(info.param.lang); });

// The other ten languages: a higher toll, and a sentence that is less sure.
struct Softened {
  const char *lang, *title, *toll, *before, *after;  // "@" in `toll` is the number
};

class SoftenedRevisions : public testing::TestWithParam<Softened> {};

TEST_P(SoftenedRevisions, TellTheFigureAndTheDoubt) {
  const Softened& test = GetParam();
  const auto text = [&](const char* number, const char* last) {
    std::string toll = test.toll;
    toll.replace(toll.find('@'), 1, number);
    return std::string(test.title) + "\n\n" + toll + " " + last + "\n";
  };
  const Read before = read(text("12", test.before)), after = read(text("15", test.after));
  EXPECT_EQ(before.annotated.article.lang.substr(0, 2), test.lang);
  bool figure = false, softened = false;
  std::string all;
  for (const auto& change : watch::diff(before.annotated, after.annotated).changes) {
    expect_sides(before, change.before);
    expect_sides(after, change.after);
    all += watch::summary_of(change) + "\n";
    figure |= change.kind == "figure_changed" && change.before->norm == "12" &&
              change.after->norm == "15";
    softened |= change.kind == "softened" && change.after->text == test.after;
  }
  EXPECT_TRUE(figure) << all;
  EXPECT_TRUE(softened) << all;
}

INSTANTIATE_TEST_SUITE_P(
    Languages, SoftenedRevisions,
    testing::Values(
        Softened{
            "es", "Un transbordador se hunde frente a Sulawesi",
            "Un transbordador se hundió frente a Sulawesi el martes y murieron @ personas, dijo "
            "la guardia costera.",
            "El barco iba sobrecargado.", "El barco iba supuestamente sobrecargado."},
        Softened{"fr", "Un ferry coule au large de Sulawesi",
                 "Un ferry a coulé au large de Sulawesi mardi et @ personnes ont été tuées, selon "
                 "les garde-côtes.",
                 "Le navire était surchargé.", "Le navire était apparemment surchargé."},
        Softened{
            "pt", "Balsa afunda na costa de Sulawesi",
            "Uma balsa afundou na costa de Sulawesi na terça-feira e @ pessoas morreram, disse "
            "a guarda costeira.",
            "O navio estava sobrecarregado.", "O navio estava supostamente sobrecarregado."},
        Softened{"ja", "スラウェシ島沖でフェリーが沈没",
                 "火曜日、スラウェシ島沖でフェリーが沈没し、@人が死亡した。",
                 "船は定員を超えていた。", "船は定員を超えていたとみられる。"},
        Softened{"tr", "Sulawesi açıklarında feribot battı",
                 "Salı günü Sulawesi açıklarında bir feribot battı ve @ kişi öldü.",
                 "Gemi aşırı yüklüydü.", "Gemi iddiaya göre aşırı yüklüydü."},
        Softened{"fa", "یک کشتی در نزدیکی سولاوسی غرق شد",
                 "روز سه‌شنبه یک کشتی در نزدیکی سولاوسی غرق شد و @ نفر کشته "
                 "شدند.",
                 "کشتی بیش از حد بار داشت.", "کشتی احتمالا بیش از حد بار داشت."},
        Softened{"uk", "Біля Сулавесі затонув пором",
                 "У вівторок біля Сулавесі затонув пором, загинули @ людей.",
                 "Судно було перевантажене.", "Судно було нібито перевантажене."},
        Softened{"hi", "सुलावेसी के पास नौका डूबी",
                 "मंगलवार को सुलावेसी के पास एक नौका डूब गई और @ लोगों की मौत हो गई।",
                 "नौका में क्षमता से अधिक लोग सवार थे।", "नौका में कथित तौर पर क्षमता से अधिक लोग सवार थे।"},
        Softened{"ko", "술라웨시 앞바다에서 여객선 침몰",
                 "화요일 술라웨시 앞바다에서 여객선이 침몰해 @명이 숨졌다.",
                 "배는 정원을 초과했다.", "배는 정원을 초과한 것으로 보인다."},
        Softened{
            "id", "Feri tenggelam di lepas pantai Sulawesi",
            "Sebuah feri tenggelam di lepas pantai Sulawesi pada Selasa dan @ orang tewas, kata "
            "penjaga pantai.",
            "Kapal itu kelebihan muatan.", "Kapal itu diduga kelebihan muatan."}),
    [](const auto& info) { return std::string(info.param.lang); });

}  // namespace
}  // namespace synoptic::flow
