// Verbs behind the words that somebody said.
#include <gtest/gtest.h>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

TEST(SpeakerBehind, WhoAnnouncesStandsBehindTheVerb) {
  for (const auto& [lang, text, who] :
       std::vector<std::tuple<const char*, const char*, const char*>>{
           {"pt", "O exército libertou 26 reféns no norte do país, anunciou o governador.",
            "governador"},
           {"es", "El ejército liberó a 26 rehenes en el norte del país, anunció el gobernador.",
            "gobernador"},
           {"fr", "L'armée a libéré 26 otages dans le nord du pays, a annoncé le gouverneur.",
            "gouverneur"}}) {
    const auto annotated = testing::read_text(lang, text);
    for (const model::Event& event : annotated.events) {
      if (event.action != "announce") continue;
      ASSERT_FALSE(event.actor.empty()) << text;
      EXPECT_NE(event.actor.front().text.find(who), std::string::npos) << event.actor.front().text;
      EXPECT_TRUE(event.object.empty()) << event.object;
    }
  }
}

TEST(SpeakerBehind, AWordOfSayingIsNoDeed) {
  const auto annotated = testing::read_text(
      "es", "\"No tuve respuesta en la pista\", reconoció el español Iker Maestre.");
  for (const model::Event& event : annotated.events) EXPECT_NE(event.action, "recognise");
}

}  // namespace
}  // namespace synoptic::annotate
