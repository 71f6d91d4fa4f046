// Who said it: words that two accounts give to one speaker, or to two.
#include "compare/rules.h"
#include "compare/statements/wording.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

constexpr const char* kWords = "we will not reopen the tunnel before every metre is inspected";

Sample says(const std::string& key, const std::string& who, const std::string& words = kWords) {
  return Sample(key, "en", "Tunnel of " + key, "")
      .body("\"" + words + "\", " + who + " said on Friday.")
      .stranger(who)
      .quote(words, "?")
      .last_speaker(who);
}

const model::Fact* difference(const model::Synopsis& synopsis) {
  return find(synopsis.differ, "attribution", "statement");
}

TEST(Wording, TheSameWordForWordButForOne) {
  const Wording words("the bridge will stay closed until the end of the winter");
  EXPECT_TRUE(words.is_same_as(Wording("the bridge will stay closed until the end of winter")));
  EXPECT_TRUE(words.is_same_as(Wording("stay closed until the end of the winter")));
  EXPECT_FALSE(words.is_same_as(Wording("the end of the road is closed and it will stay so")));
  EXPECT_FALSE(words.is_same_as(Wording("until the end")));
}

TEST(Wording, CharactersWithoutSpacesArePartsOfWords) {
  const Wording words("桥梁将关闭至冬季结束为止");
  EXPECT_TRUE(words.is_same_as(Wording("桥梁将关闭至冬季结束")));
  EXPECT_FALSE(words.is_same_as(Wording("冬季结束")));
}

TEST(Quotes, SmallWordsInCommonMakeNoStatementOne) {
  const Sample a = says("a", "Martina Haller", "That is what we have to do for all of them");
  const Sample b = says("b", "Josef Auer", "We have all that it is for them to do what they like");
  EXPECT_EQ(difference(synopsis({&a, &b})), nullptr);
}

TEST(Quotes, APersonHasMoreThanOneName) {
  const Sample a = says("a", "Martina Haller");
  for (const std::string other : {"Haller", "Martina K. Haller", "Martina Haller Brandt"}) {
    const Sample b = says("b", other);
    const auto out = synopsis({&a, &b});
    EXPECT_EQ(difference(out), nullptr) << other;
    EXPECT_NE(find(out.agree, "attribution", "statement"), nullptr) << other;
  }
}

TEST(Quotes, ASpeakerWhoWasCarriedOverIsNoOther) {
  const Sample a = says("a", "Martina Haller");
  Sample b = says("b", "Josef Auer");
  EXPECT_NE(difference(synopsis({&a, &b})), nullptr);
  b.carried();
  EXPECT_EQ(difference(synopsis({&a, &b})), nullptr);
}

TEST(Quotes, AnOfficeMayBeHeldByWhomTheOtherNames) {
  const Sample a = says("a", "Martina Haller");
  const Sample b = Sample("b", "en", "Tunnel", "")
                       .body(std::string("\"") + kWords + "\", the minister said.")
                       .quote(kWords, "norland/transport-minister");
  EXPECT_EQ(difference(synopsis({&a, &b})), nullptr);
}

TEST(Quotes, WordsOfTheReporterMayBeToldByTwo) {
  Sample a = says("a", "Martina Haller"), b = says("b", "Josef Auer");
  a.indirect();
  EXPECT_EQ(difference(synopsis({&a, &b})), nullptr);
}

TEST(Quotes, TwoAccountsThatMixTwoPeopleUpDoSoOnce) {
  const std::string more = "nobody has asked us for the keys of the northern gate since spring";
  const auto account = [&](const std::string& key, const std::string& who) {
    Sample sample = says(key, who);
    sample.body("\"" + more + "\", " + who + " added.").quote(more, "?").last_speaker(who);
    return sample;
  };
  const Sample a = account("a", "Martina Haller"), b = account("b", "Josef Auer");
  const auto out = synopsis({&a, &b});
  EXPECT_EQ(std::count_if(out.differ.begin(), out.differ.end(),
                          [](const auto& fact) { return fact.slot == "attribution"; }),
            1);
}

TEST(Quotes, OneSpeakerHasMoreThanOneSaying) {
  const auto account = [](const std::string& key, const std::string& lang,
                          const std::string& words) {
    return Sample(key, lang, "Tunnel", "")
        .body("\"" + words + "\".")
        .quote(words, "martina-haller");
  };
  const Sample a = account("a", "en", "the tunnel stays closed until winter");
  const Sample same = account("b", "de", "der Tunnel bleibt bis zum Winter geschlossen");
  const Sample other = account("b", "de", "die Gewerkschaft bekommt mehr Lohn");
  const auto say_one_thing = [](const model::Synopsis& out) {
    return std::ranges::any_of(out.agree, [](const model::Fact& fact) {
      return fact.rule == rules::kSameSpeaker || fact.rule == rules::kOneStatement;
    });
  };
  EXPECT_TRUE(say_one_thing(synopsis({&a, &same})));
  EXPECT_FALSE(say_one_thing(synopsis({&a, &other})));
}

}  // namespace
}  // namespace synoptic::compare
