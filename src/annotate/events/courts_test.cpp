// What a court condemns it convicts.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::TestArticle;

std::string deed_of(const std::string& lang, const std::string& text) {
  TestArticle article(lang, {text});
  article.mention("Karl Voss", "voss", model::EntityType::kPerson);
  for (const auto& event : article.events().events) {
    if (event.action == "condemn" || event.action == "convict") return event.action;
  }
  return "none";
}

TEST(Courts, ConvictWhomTheyCondemn) {
  EXPECT_EQ(deed_of("de", "Das Landgericht verurteilte Karl Voss am Montag."), "convict");
  EXPECT_EQ(deed_of("fr", "Le tribunal condamne Karl Voss."), "convict");
  EXPECT_EQ(deed_of("es", "La jueza condenó a Karl Voss."), "convict");
}

TEST(Courts, OthersOnlyCondemn) {
  EXPECT_EQ(deed_of("de", "Die Regierung verurteilte Karl Voss am Montag."), "condemn");
  EXPECT_EQ(deed_of("fr", "Le ministre condamne Karl Voss."), "condemn");
  EXPECT_EQ(deed_of("es", "La ministra condenó a Karl Voss."), "condemn");
}

}  // namespace
}  // namespace synoptic::annotate
