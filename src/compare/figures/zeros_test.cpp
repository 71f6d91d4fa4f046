// That nobody was killed or hurt, in one account, beside a count in another.
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

Sample fire(const std::string& key, const std::string& lang, const std::string& body,
            const std::string& hour = "12:00") {
  return Sample(key, lang, "Fire " + key, "2026-01-01T" + hour).body(body);
}

TEST(Zeros, NobodyHereAndSomeThereIsADifference) {
  const Sample none = fire("a", "en", "The fire was put out at noon. No one was killed.");
  const Sample one =
      fire("b", "en", "The fire killed one man before noon.").count("one", 1, "killed");
  const auto out = synopsis({&none, &one});
  const auto* fact = find(out.differ, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].norm, "0");
  EXPECT_EQ(fact->values[0].text, "No one was killed");
  EXPECT_EQ(fact->values[1].value, 1);
}

TEST(Zeros, ALaterCountIsAnUpdateOfNoneSoFar) {
  const Sample none = fire("a", "ru", "Пожар потушен. Пока никто не пострадал.", "08:00");
  const Sample later = fire("b", "en", "The fire hurt two people.").count("two", 2, "injured");
  const auto out = synopsis({&none, &later});
  EXPECT_NE(find(out.updates, "quantity", "injured"), nullptr);
  const Sample plain = fire("c", "ru", "Пожар потушен. Никто не пострадал.", "08:00");
  EXPECT_NE(find(synopsis({&plain, &later}).differ, "quantity", "injured"), nullptr);
  EXPECT_EQ(find(out.differ, "quantity", "injured"), nullptr);
}

TEST(Zeros, AccountsOfTwoLanguagesAgreeOnNone) {
  const Sample a = fire("a", "ja", "火は昼に消えた。死傷者はいない。");
  const Sample b = fire("b", "es", "El fuego se apagó. No hubo víctimas.");
  const auto out = synopsis({&a, &b});
  // One phrase for both is told once.
  EXPECT_NE(find(out.agree, "quantity", "killed") == nullptr,
            find(out.agree, "quantity", "injured") == nullptr);
}

TEST(Zeros, NoneOfSomeIsNoContradiction) {
  const Sample one = fire("b", "en", "The crash killed one man at noon.").count("one", 1, "killed");
  for (const std::string body :
       {"There were no casualties among the firefighters.", "No hubo víctimas mortales."}) {
    const Sample some = fire("a", body.starts_with("No hubo") ? "es" : "en", body);
    EXPECT_EQ(find(synopsis({&some, &one}).differ, "quantity", "injured"), nullptr);
  }
  const Sample some = fire("a", "en", "There were no casualties among the firefighters.");
  EXPECT_EQ(find(synopsis({&some, &one}).differ, "quantity", "killed"), nullptr);
  const Sample foreign = fire("d", "ru", "Пожар потушен. Туристов среди погибших нет.");
  EXPECT_EQ(find(synopsis({&foreign, &one}).differ, "quantity", "killed"), nullptr);
  const Sample both = fire("c", "en", "The crash killed one. On the road nobody was killed.")
                          .count("one", 1, "killed");
  EXPECT_EQ(find(synopsis({&both, &one}).differ, "quantity", "killed"), nullptr);
}

TEST(Zeros, NoneOfTwoMonthsAgoIsNoneOfTheNews) {
  const Sample one = fire("b", "en", "The fire hurt one man.").count("one", 1, "injured");
  const auto told_in = [&](const std::string& month, const std::string& iso) {
    const Sample none = fire("a", "ru", "Пожар потушен. В " + month + " обошлось без пострадавших.")
                            .day("В " + month, iso);
    return find(synopsis({&none, &one}).differ, "quantity", "injured") != nullptr;
  };
  EXPECT_TRUE(told_in("январе", "2026-01"));
  EXPECT_FALSE(told_in("октябре", "2025-10"));
}

}  // namespace
}  // namespace synoptic::compare
