#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

TEST(Compare, EqualNumbersOfOneClassAgreeAcrossLanguages) {
  const Sample a = Sample("a", "en", "Storm", "2026-01-01")
                       .body("Some 12,000 homes lost power.")
                       .count("12,000", 12000, "households without power");
  const Sample b = Sample("b", "zh", "风暴", "2026-01-01")
                       .body("约1.2万户停电。")
                       .count("1.2万", 12043, "homes without power", "about");
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.agree, "quantity", "households");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 2u);
  EXPECT_TRUE(out.differ.empty());
}

TEST(Compare, TwoVillagesAreNotTwice) {
  const Sample a =
      Sample("a", "en", "Bridge falls", "2026-01-01")
          .body(
              "The mayor saw two villages without water, power, bread or doctors after heavy rain.")
          .names("The mayor", "olvera", model::EntityType::kPerson)
          .count("two", 2, "")
          .counting("villages");
  const Sample b = Sample("b", "es", "Cae un puente", "2026-01-01")
                       .body(
                           "Olvera pidió dos veces al gobierno federal que reparara el puente "
                           "carretero del sur.")
                       .names("Olvera", "olvera", model::EntityType::kPerson)
                       .count("dos", 2, "")
                       .counting("veces");
  for (const auto& fact : synopsis({&a, &b}).agree) EXPECT_NE(fact.slot, "quantity");
}

TEST(Compare, EveryValueHasItsBytesAndItsSentence) {
  const Sample a = toll("a", "2026-01-01", 12), b = toll("b", "2026-01-01", 12);
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.agree, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  const auto& value = fact->values[0];
  EXPECT_EQ(a.capture().substr(value.span.begin, value.span.size()), "this many");
  EXPECT_EQ(value.evidence, "The storm killed this many people on the coast.");
  EXPECT_EQ(a.capture().substr(value.evidence_span.begin, value.evidence_span.size()),
            value.evidence);
}

TEST(Compare, ALaterHigherTollIsAnUpdate) {
  const Sample a = toll("a", "2026-01-01T08:00", 12), b = toll("b", "2026-01-01T18:00", 18);
  const auto out = synopsis({&a, &b});
  ASSERT_NE(find(out.updates, "quantity", "killed"), nullptr);
  EXPECT_TRUE(out.differ.empty());
}

TEST(Compare, ASoonHigherTollIsAnUpdateOnlyWhereAnythingSaysSo) {
  const Sample a = toll("a", "2026-01-01T08:00", 12), b = toll("b", "2026-01-01T10:00", 18);
  EXPECT_EQ(find(synopsis({&a, &b}).updates, "quantity", "killed"), nullptr);
  const Sample risen = Sample("c", "en", "Storm", "2026-01-01T10:00")
                           .body("The toll of the storm on the coast has risen to 18.")
                           .count("18", 18, "killed");
  EXPECT_NE(find(synopsis({&a, &risen}).updates, "quantity", "killed"), nullptr);
  const Sample first = Sample("d", "en", "Storm", "2026-01-01T08:00")
                           .body("So far the storm on the coast has killed 12.")
                           .count("12", 12, "killed");
  EXPECT_NE(find(synopsis({&first, &b}).updates, "quantity", "killed"), nullptr);
}

TEST(Compare, CountsThatChangeTogetherAreUpdates) {
  const Sample a = Sample("a", "en", "Storm", "2026-01-01T08:00")
                       .body("The storm on the coast killed two and hurt ten people.")
                       .count("two", 2, "killed")
                       .count("ten", 10, "injured");
  const Sample b = Sample("b", "en", "Storm", "2026-01-01T10:00")
                       .body("The storm on the coast killed three and hurt nine people.")
                       .count("three", 3, "killed")
                       .count("nine", 9, "injured");
  const auto out = synopsis({&a, &b});
  EXPECT_NE(find(out.updates, "quantity", "killed"), nullptr);
  EXPECT_NE(find(out.updates, "quantity", "injured"), nullptr);
}

TEST(Compare, ALaterLowerTollIsADifference) {
  const Sample a = toll("a", "2026-01-01T08:00", 18), b = toll("b", "2026-01-01T18:00", 12);
  EXPECT_NE(find(synopsis({&a, &b}).differ, "quantity", "killed"), nullptr);
}

TEST(Compare, AtLeastTwelveHoldsFourteen) {
  const Sample a = toll("a", "", 12, "at_least"), b = toll("b", "", 14);
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->verdict, "broader_narrower");
}

TEST(Compare, BackgroundFiguresAreNotMixedWithTheEvents) {
  const Sample a = toll("a", "", 12);
  const Sample b = Sample("b", "en", "Storm", "")
                       .body("A storm killed 40 people ten years ago.")
                       .count("40", 40, "killed")
                       .in_background();
  EXPECT_TRUE(synopsis({&a, &b}).differ.empty());
}

TEST(Compare, FiguresOfTwoOtherYearsDoNotContradict) {
  const auto arrests = [](const char* id, const char* day, const char* number, double value) {
    const std::string said = std::string("The court charged ") + number +
                             " officers of the army with spying on " + day + ".";
    return Sample(id, "en", "Spies", "2026-06-01")
        .body(said)
        .count(number, value, "arrested")
        .counting("officers")
        .in_background()
        .day(day, day);
  };
  const Sample a = arrests("a", "2025-03-04", "41", 41);
  const Sample b = arrests("b", "2024-03-04", "64", 64),
               same = arrests("b", "2025-03-04", "64", 64);
  EXPECT_EQ(find(synopsis({&a, &b}).differ, "quantity", "arrested"), nullptr);
  EXPECT_NE(find(synopsis({&a, &same}).differ, "quantity", "arrested"), nullptr);
}

TEST(Compare, AnOlderTollBearsNoneOfTheNewOut) {
  const Sample a = Sample("a", "en", "Fire", "")
                       .body("A fire on a ferry killed 7 people. In 2014 a fire killed 9 people.")
                       .count("7", 7, "killed")
                       .count("9", 9, "killed")
                       .in_background();
  const Sample b = Sample("b", "en", "Fire", "")
                       .body("A fire on a ferry killed 9 people.")
                       .count("9", 9, "killed");
  EXPECT_EQ(find(synopsis({&a, &b}).agree, "quantity", "killed"), nullptr);
}

TEST(Compare, WhatWasBeforeIsNotWhatAnotherTellsAsTheValueNow) {
  const Sample a = Sample("a", "en", "Rate", "")
                       .body("The bank cut its key rate from 33 to 31.5 percent.")
                       .count("33", 33, "interest_rate", "", "percent")
                       .no_more()
                       .count("31.5 percent", 31.5, "interest_rate", "", "percent");
  const Sample b = Sample("b", "en", "Rate", "")
                       .body("The bank cut its key rate to 33 percent.")
                       .count("33 percent", 33, "interest_rate", "", "percent");
  const auto apart = synopsis({&a, &b});
  EXPECT_EQ(find(apart.agree, "quantity", "interest rate"), nullptr);
  // Where the other tells the new value as well, both tell of the old one.
  const Sample c = Sample("c", "en", "Rate", "")
                       .body("The key rate is 31.5 percent now; it stood at 33 percent.")
                       .count("31.5 percent", 31.5, "interest_rate", "", "percent")
                       .count("33 percent", 33, "interest_rate", "", "percent");
  const auto told = synopsis({&a, &c});
  EXPECT_NE(find(told.agree, "quantity", "interest rate"), nullptr);
  EXPECT_EQ(find(told.differ, "quantity", "interest rate"), nullptr);
}

TEST(Compare, ARankThatOneAccountGivesIsSingle) {
  const Sample a = toll("a", "", 12);
  const Sample b =
      Sample("b", "zh", "指数", "").body("在83个国家中排名第31位。").rank("31", 31, 83);
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.only, "rank", "rank");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].name, "31 of 83");
}

TEST(Compare, AnOrdinalAloneIsNoRank) {
  const Sample a = toll("a", "", 12);
  const Sample b = Sample("b", "en", "Cup", "")
                       .body("It is the third time.")
                       .count("third", 3, "", "", "ordinal");
  const auto out = synopsis({&a, &b});
  EXPECT_EQ(std::count_if(out.only.begin(), out.only.end(),
                          [](const model::Fact& fact) { return fact.slot == "rank"; }),
            0);
}

TEST(Compare, AnUnknownNameIsOneInEveryScript) {
  const auto person = model::EntityType::kPerson;
  const Sample a = Sample("a", "id", "Papua", "")
                       .body("Pilot Serhii Bondar tiba di Timika.")
                       .names("Serhii Bondar", "", person);
  const Sample b = Sample("b", "uk", "Папуа", "")
                       .body("Сергій Бондар повернувся.")
                       .names("Сергій Бондар", "", person);
  const Sample c =
      Sample("c", "zh", "巴布亚", "").body("邦达尔昨日获释。").names("邦达尔", "", person);
  const auto out = synopsis({&a, &b, &c});
  const auto one = std::find_if(out.agree.begin(), out.agree.end(), [](const model::Fact& fact) {
    return fact.about == "named" && fact.values.size() == 3;
  });
  EXPECT_NE(one, out.agree.end());
}

TEST(Compare, MoneyOfOneCurrencyIsCompared) {
  const auto make = [](const std::string& key, double value) {
    return Sample(key, "en", "Aid", "")
        .body("The government will give money to the towns.")
        .count("money", value, "aid", "", "money", "BRL");
  };
  const Sample a = make("a", 4e8), b = make("b", 6e8), c = make("c", 4e8);
  const auto out = synopsis({&a, &b, &c});
  const auto* fact = find(out.differ, "money", "aid");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 3u);
  EXPECT_EQ(fact->values[1].norm, "600000000 BRL");
}

TEST(Compare, TheSameDayAgrees) {
  const Sample a =
      Sample("a", "en", "Vote", "").body("It was held on 3 May.").day("3 May", "2026-05-03");
  const Sample b = Sample("b", "fr", "Vote", "").body("Tenu le 3 mai.").day("3 mai", "2026-05-03");
  const auto out = synopsis({&a, &b});
  const auto day = std::find_if(out.agree.begin(), out.agree.end(),
                                [](const model::Fact& fact) { return fact.slot == "date"; });
  ASSERT_NE(day, out.agree.end());
  EXPECT_EQ(day->values[0].norm, "2026-05-03");
}

TEST(Compare, AQuoteInTwoLanguagesGivenToTwoOfficesDiffers) {
  const std::string english = "This is a win for our farmers";
  const std::string german = "Das ist ein Gewinn für die Bauern";
  const Sample a = Sample("a", "en", "Pact", "")
                       .body("\"" + english + "\", she said.")
                       .quote(english, "norland/trade-minister");
  const Sample b = Sample("b", "de", "Pakt", "")
                       .body("\"" + german + "\", sagte er.")
                       .quote(german, "norland/president");
  EXPECT_NE(find(synopsis({&a, &b}).differ, "attribution", "statement"), nullptr);
}

TEST(Compare, TheTollInTheTitleCountsNotAnEarlierOneFurtherDown) {
  const Sample a = toll("a", "2026-01-01T08:00", 7);
  const Sample b = Sample("b", "ar", "عاصفة", "2026-01-02T08:00")
                       .body("تسعة قتلى.")
                       .body("سبعة أمس.")
                       .count("تسعة", 9, "killed")
                       .count("سبعة", 7, "killed");
  EXPECT_NE(find(synopsis({&a, &b}).updates, "quantity", "killed"), nullptr);
}

TEST(Compare, OneQuoteWithTwoSpeakersDiffers) {
  const std::string words = "this is a great day for our farmers";
  const Sample a =
      Sample("a", "en", "Pact", "").body("\"" + words + "\", she said.").quote(words, "minister");
  const Sample b =
      Sample("b", "en", "Pact", "").body("\"" + words + "\", he said.").quote(words, "president");
  EXPECT_NE(find(synopsis({&a, &b}).differ, "attribution", "statement"), nullptr);
}

TEST(Compare, OneStatementOfTwoPeopleWithoutAnIdDiffers) {
  const auto account = [](const std::string& key, const std::string& who) {
    const std::string words = "we will not reopen the tunnel before every metre is inspected";
    return Sample(key, "en", "Tunnel of " + key, "")
        .body("\"" + words + "\", " + who + " said on Friday.")
        .stranger(who)
        .quote(words, "?")
        .last_speaker(who);
  };
  const Sample a = account("a", "Martina Haller"), b = account("b", "Martina Haller");
  const Sample c = account("c", "Josef Auer");
  const auto out = synopsis({&a, &b, &c});
  const auto* fact = find(out.differ, "attribution", "statement");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].claimant, fact->values[0].name);
}

TEST(Compare, AListOfOneAccountIsOneFact) {
  const auto item = model::BlockKind::kListItem;
  const Sample a = Sample("a", "en", "Pact", "")
                       .body("The areas are:")
                       .body("machine learning", item)
                       .body("computer vision", item);
  const Sample b = toll("b", "", 3);
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.only, "outcome", "list");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 2u);
}

TEST(Compare, AWorryOfOneAccountIsShownByItsClause) {
  const Sample a = Sample("a", "en", "Pact", "")
                       .body("The pact faces tests, and fears of more surveillance, for now.");
  const Sample b = toll("b", "", 30);
  const auto out = synopsis({&a, &b});
  const auto found = std::find_if(out.only.begin(), out.only.end(), [](const auto& fact) {
    return fact.values[0].text == "and fears of more surveillance";
  });
  EXPECT_NE(found, out.only.end());
}

TEST(Compare, ACopyIsNoSecondAccount) {
  const Sample a = toll("a", "2026-01-01", 12), copy = toll("copy", "2026-01-02", 12);
  const auto out = synopsis({&a, &copy}, {{"a", "copy"}});
  EXPECT_TRUE(out.agree.empty());
  ASSERT_EQ(out.provenance.edges.size(), 1u);
  EXPECT_EQ(out.provenance.edges[0].kind, "copies");
}

TEST(Compare, ACitedReportWithAnEarlierDateIsTheFirst) {
  const Sample a =
      Sample("a", "zh", "一", "2025-01-03T14:01").body("一").origin("Reuters", "2025-01-01");
  const Sample b = Sample("b", "ar", "ب", "2025-01-08T06:18").body("ب");
  const auto out = synopsis({&a, &b});
  EXPECT_EQ(out.provenance.first, "Reuters");
  ASSERT_EQ(out.provenance.timeline.size(), 3u);
  EXPECT_EQ(out.provenance.timeline[0].date, "2025-01-01");
  EXPECT_EQ(out.provenance.timeline[2].who, "b");
  EXPECT_EQ(out.provenance.unattributed, std::vector<std::string>{"b"});
}

TEST(Compare, AReportWithoutAnHourIsNotFirstOnItsDay) {
  const Sample day = toll("day", "2026-01-01", 3), noon = toll("noon", "2026-01-01T12:00", 3);
  EXPECT_EQ(synopsis({&day, &noon}).provenance.first, "noon");
  const Sample later = toll("later", "2026-01-02T00:10", 3);
  EXPECT_EQ(synopsis({&later, &day}).provenance.first, "day");
}

TEST(Compare, AFigureOfTheTitleIsShownInTheBodysSentence) {
  Sample a = toll("a", "", 12);
  Sample b = Sample("b", "en", "Storm kills 12", "")
                 .count_in_title("12", 12, "killed")
                 .body("The storm killed 12 people on the coast.")
                 .count("12", 12, "killed");
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.agree, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[1].evidence, "The storm killed 12 people on the coast.");
}

TEST(Compare, AWordThatAllAccountsAnswerIsNoWorryOfOne) {
  const auto make = [](const std::string& key, const std::string& text) {
    return Sample(key, "en", "Quake", "").body(text).concept_at("tsunami");
  };
  const Sample a = make("a", "No tsunami warning was issued for now.");
  const Sample b = make("b", "There was no tsunami after it.");
  for (const auto& fact : synopsis({&a, &b}).only) {
    EXPECT_EQ(fact.values[0].text.find("tsunami"), std::string::npos);
  }
}

TEST(Compare, AnUnclearTranslationIsNotCalledOneAccountsOwn) {
  const std::string english = "A small device changed our city";
  const std::string german = "Ein kleines Gerät hat die Stadt verändert";
  const Sample a = Sample("a", "en", "Prize", "").body(english).quote(english, "?");
  const Sample b = Sample("b", "de", "Preis", "").body(german).quote(german, "?");
  for (const auto& fact : synopsis({&a, &b}).only) EXPECT_NE(fact.slot, "attribution");
}

TEST(Compare, AStoryOfManyAccountsIsComparedWhole) {
  std::vector<Sample> samples;
  for (int i = 0; i < 320; ++i) samples.push_back(toll("a" + std::to_string(i), "", 12));
  std::vector<const Sample*> all;
  for (const auto& sample : samples) all.push_back(&sample);
  const auto out = synopsis(all);
  const auto* fact = find(out.agree, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 320u);
}

TEST(Compare, NothingIsSaidOfNothing) {
  const auto out = synopsis({});
  EXPECT_TRUE(out.agree.empty());
  EXPECT_TRUE(out.provenance.first.empty());
}

bool has_note(const model::Synopsis& synopsis, std::string_view code) {
  return std::any_of(synopsis.notes.begin(), synopsis.notes.end(),
                     [&](const auto& note) { return note.code == code; });
}

TEST(Notes, OneAccountAndItsCopiesAreSaidToBeOne) {
  const Sample a = toll("a", "2026-03-01T10:00Z", 12);
  const Sample b = toll("b", "2026-03-01T11:00Z", 12);
  const auto alone = synopsis({&a});
  EXPECT_TRUE(has_note(alone, "single_account"));
  EXPECT_FALSE(has_note(alone, "only_copies"));
  const auto copied = synopsis({&a, &b}, {{"a", "b"}});
  EXPECT_TRUE(has_note(copied, "single_account"));
  EXPECT_TRUE(has_note(copied, "only_copies"));
  EXPECT_TRUE(copied.agree.empty());
  EXPECT_FALSE(has_note(synopsis({&a, &b}), "single_account"));
}

TEST(Notes, AccountsWithoutDatesAreNamed) {
  const Sample a = toll("a", "2026-03-01T10:00Z", 12);
  const Sample b = toll("b", "", 14);
  const auto story = synopsis({&a, &b});
  ASSERT_TRUE(has_note(story, "undated"));
  EXPECT_EQ(story.notes[0].accounts, (std::vector<std::vector<uint32_t>>{{1}}));
  EXPECT_TRUE(story.updates.empty());  // nobody knows which is the later
}

TEST(Notes, TwoEventsAreNotComparedWithEachOther) {
  const Sample storm = toll("a", "2026-03-01T10:00Z", 12);
  Sample fire("b", "en", "Factory blaze", "2026-04-20T10:00Z");
  fire.body("Flames at a mill killed a dozen and five workers at night.")
      .count("a dozen and five", 17, "killed");
  const auto story = synopsis({&storm, &fire});
  ASSERT_TRUE(has_note(story, "two_events"));
  EXPECT_EQ(story.notes[0].accounts, (std::vector<std::vector<uint32_t>>{{0}, {1}}));
  EXPECT_TRUE(story.differ.empty());
  EXPECT_TRUE(story.updates.empty());
  const Sample later = toll("c", "2026-03-02T10:00Z", 14);
  EXPECT_FALSE(has_note(synopsis({&storm, &later}), "two_events"));
}

TEST(Compare, AFigureKeepsItsMeasure) {
  const Sample a = toll("a", "2026-03-01T10:00Z", 12, "at_least");
  const Sample b = toll("b", "2026-03-01T10:10Z", 14);
  const auto story = synopsis({&a, &b});
  const auto* fact = find(story.differ, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].value, 12);
  EXPECT_EQ(fact->values[0].modifier, "at_least");
  EXPECT_EQ(fact->values[0].scope, "event");
  EXPECT_NE(fact->values[0].side, fact->values[1].side);
}

}  // namespace
}  // namespace synoptic::compare
