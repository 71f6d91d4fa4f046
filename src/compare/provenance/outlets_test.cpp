// Which account of a story another one cites by its publisher's name.
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

Sample first_report() {
  Sample sample("a", "pt", "Presidente eleita", "2026-10-18T23:55");
  sample.publisher("A Voz das Ilhas").body("Helena Tavares venceu a segunda volta.");
  return sample;
}

std::string cited(const Sample& other) {
  const Sample voice = first_report();
  const model::Synopsis out = synopsis({&voice, &other});
  for (const auto& edge : out.provenance.edges) {
    if (edge.kind == "cites") return edge.to;
  }
  return "";
}

TEST(Outlets, CitedByName) {
  Sample other("b", "uk", "Вибори", "2026-10-19T15:10");
  other.publisher("Хвиля").body("Вона перемогла, повідомляє «Воз дас Ілас».");
  EXPECT_EQ(cited(other), "a");
}

TEST(Outlets, NotByWhatTheNameMeans) {
  Sample other("b", "uk", "Вибори", "2026-10-19T15:10");
  other.publisher("Хвиля").body("«Голос островів», — повідомляє агентство.");
  EXPECT_EQ(cited(other), "");
}

TEST(Outlets, TitlesInTitleMarksMayBeTranslated) {
  Sample other("b", "zh", "选举", "2026-10-19T15:10");
  other.publisher("观察").body("据《群岛之声》报道，塔瓦雷斯在第二轮投票中获胜。");
  EXPECT_EQ(cited(other), "a");
}

TEST(Outlets, NotInWhatSomebodySays) {
  Sample other("b", "uk", "Вибори", "2026-10-19T15:10");
  other.publisher("Хвиля")
      .body("«Воз дас Ілас, ми одна країна», — повідомляє Таваріш.")
      .quote("Воз дас Ілас, ми одна країна", "Таваріш");
  EXPECT_EQ(cited(other), "");
}

}  // namespace
}  // namespace synoptic::compare
