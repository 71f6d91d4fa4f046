// Parts of an event that bodies without a name of their own have: data/compare/bodies.tsv and
// doers/bodies.tsv.
#include <gtest/gtest.h>

#include <array>

#include "compare/names/body_table.h"
#include "compare/names/doer_table.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

struct Said {
  const char *lang, *text;
};

struct BodyCase {
  const char* part;  // null: no difference of bodies is told
  std::array<Said, 3> said;
};

Sample account(const std::string& key, const Said& said) {
  Sample sample(key, said.lang, "News", "2026-03-01");
  sample.body("It was announced on Sunday.").body(said.text);
  return sample;
}

bool is_told(const BodyCase& one, std::string_view part) {
  const Sample a = account("a", one.said[0]), b = account("b", one.said[1]),
               c = account("c", one.said[2]);
  const auto out = synopsis({&a, &b, &c});
  return find(out.differ, "actor", std::string(part)) != nullptr;
}

const std::vector<BodyCase> kTold{
    {"rescued by",
     {{{"en", "Fishermen rescued the nine sailors."},
       {"es", "Unos pescadores rescataron a los nueve marineros."},
       {"de", "Die Marine rettete die neun Seeleute."}}}},
    {"stopped by",
     {{{"zh", "海警昨晚拦下这艘货船。"},
       {"ja", "海上保安庁が貨物船を停船させた。"},
       {"ko", "해군은 2일 화물선을 나포했다."}}}},
    {"closed by",
     {{{"es", "El Ministerio del Ambiente ordenó el cierre de tres playas."},
       {"pt", "O Ministério do Ambiente fechou três praias."},
       {"fr", "La marine nationale a fermé trois plages."}}}},
    {"arrested by",
     {{{"tr", "Jandarma iki kişiyi yakaladı."},
       {"ru", "Жандармы задержали двух человек."},
       {"ar", "خفر السواحل اعتقل شخصين"}}}},
    {"emergency declared by",
     {{{"uk", "Кабінет міністрів оголосив надзвичайний стан."},
       {"id", "Pemerintah menetapkan keadaan darurat."},
       {"hi", "संसद ने आपातकाल की घोषणा की।"}}}},
    {"sentenced by",
     {{{"fa", "دیوان عالی او را محکوم کرد"},
       {"en", "The Supreme Court sentenced him to six years."},
       {"ko", "헌법재판소는 그에게 징역 6년을 선고했다."}}}},
};

TEST(Bodies, OneDeedOfTwoBodiesIsADifference) {
  for (const auto& one : kTold) EXPECT_TRUE(is_told(one, one.part)) << one.part;
}

TEST(Bodies, AGovernmentActsThroughItsMinisters) {
  const BodyCase one{nullptr,
                     {{{"en", "The government closed the schools."},
                       {"es", "El gobierno cerró las escuelas."},
                       {"de", "Das Bildungsministerium ließ die Schulen schließen."}}}};
  EXPECT_FALSE(is_told(one, "closed by"));
}

TEST(Bodies, TwoMinistersAreTwo) {
  const BodyCase one{nullptr,
                     {{{"en", "The health minister closed the schools."},
                       {"es", "El Ministerio de Salud cerró las escuelas."},
                       {"de", "Das Bildungsministerium ließ die Schulen schließen."}}}};
  EXPECT_TRUE(is_told(one, "closed by"));
}

TEST(Bodies, WhoIsArrestedArrestsNobody) {
  const BodyCase one{nullptr,
                     {{{"en", "Prosecutors arrested the deputy energy minister."},
                       {"fr", "Le ministre de l'énergie a été arrêté."},
                       {"es", "El ministro de energía fue detenido."}}}};
  EXPECT_FALSE(is_told(one, "arrested by"));
}

TEST(Bodies, TheMaritimePoliceIsACoastGuard) {
  const BodyCase one{nullptr,
                     {{{"en", "The coast guard rescued the nine sailors."},
                       {"es", "La guardia costera rescató a los nueve marineros."},
                       {"ja", "海洋警察が乗組員九人を救助した。"}}}};
  EXPECT_FALSE(is_told(one, "rescued by"));
}

TEST(Bodies, BothInOneClauseAreNoDifference) {
  const BodyCase one{nullptr,
                     {{{"en", "Fishermen rescued the nine sailors."},
                       {"es", "Unos pescadores rescataron a los nueve marineros."},
                       {"de", "Die Marine rettete mit Hilfe der Fischer die neun Seeleute."}}}};
  EXPECT_FALSE(is_told(one, "rescued by"));
}

TEST(Bodies, OfTheSameLanguagesAsTheParts) {
  EXPECT_EQ(body_table().languages.languages(), doer_table().languages.languages());
}

TEST(Bodies, EveryRowThatMakesBodiesOneNamesBodies) {
  for (const auto& pair : body_table().like) {
    const bool known = std::ranges::any_of(
        body_table().bodies, [&](const Body& body) { return body.name == pair.first; });
    EXPECT_TRUE(known) << pair.first;
  }
}

}  // namespace
}  // namespace synoptic::compare
