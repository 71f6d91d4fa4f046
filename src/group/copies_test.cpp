// Which articles are copies of one, and which of them is the original.
#include <gtest/gtest.h>

#include "group/testing_sample.h"

namespace synoptic::group {
namespace {

constexpr const char* kReport =
    "The ferry left the harbour at dawn with a full load of timber and forty passengers. An hour "
    "later smoke rose from the engine room and the captain turned back. Fishing boats took "
    "everyone off before the hull broke. Divers will look at the wreck on Monday, the port "
    "authority said, and the owner will be asked for the papers of the ship.";

TEST(Copies, FoldsACopyIntoItsOriginalAndPutsTheEarliestFirst) {
  const Sample copy = Sample("copy", "en", "All saved as ferry burns", "2026-05-02T12:00")
                          .body(kReport)
                          .body("Source: Harbour Wire");
  const Sample original =
      Sample("original", "en", "Ferry burns off the coast", "2026-05-02T08:00").body(kReport);
  Grouper grouper(knowledge());
  grouper.add(copy);
  grouper.add(original);
  const auto stories = grouper.stories();
  ASSERT_EQ(stories.size(), 1u);
  ASSERT_EQ(stories[0].accounts.size(), 1u);
  EXPECT_EQ(stories[0].accounts[0], (std::vector<std::string>{original.id(), copy.id()}));
  EXPECT_EQ(stories[0].title, "Ferry burns off the coast");
}

Sample printed(const std::string& outlet, const std::string& date, const std::string& credit,
               const std::string& more = "") {
  Sample out = Sample(outlet + date, "en", "Ferry burns off the coast", date);
  out.body(kReport + more).printed_by(outlet);
  if (!credit.empty()) out.crediting(credit);
  return out;
}

std::vector<std::string> account_of(const std::vector<Sample>& copies) {
  Grouper grouper(knowledge());
  for (const auto& copy : copies) grouper.add(copy);
  const auto stories = grouper.stories();
  EXPECT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].accounts.size(), 1u);
  return stories[0].accounts[0];
}

TEST(Copies, OfCopiesOfOneMinuteTheSourceIsTheOriginal) {
  const std::string when = "2026-05-02T08:00";
  const auto plain = printed("Daily", when, ""), wire = printed("Harbour Wire", when, "");
  const auto credits = printed("Echo", when, "Harbour Wire");
  EXPECT_EQ(account_of({plain, credits, wire})[0], wire.id());
  EXPECT_EQ(account_of({plain, credits})[0], credits.id());
  const auto longer = printed("Mail", when, "", " Nobody was hurt.");
  EXPECT_EQ(account_of({plain, longer})[0], longer.id());
  EXPECT_EQ(account_of({plain, printed("Post", when, "")})[0], plain.id());
}

TEST(Copies, TheEarliestCopyIsTheOriginalWhoeverIsCredited) {
  const auto early = printed("Daily", "2026-05-02T08:00", "");
  const auto wire = printed("Harbour Wire", "2026-05-02T08:10", "Harbour Wire");
  EXPECT_EQ(account_of({wire, early})[0], early.id());
  // That day may be before or after.
  const auto that_day = printed("Daily", "2026-05-02", "");
  EXPECT_EQ(account_of({that_day, wire})[0], wire.id());
  const auto undated = printed("Harbour Wire", "", "Harbour Wire");
  EXPECT_EQ(account_of({undated, that_day})[0], that_day.id());
}

TEST(Copies, ALaterTextOfOneOutletIsNoCopyThoughItRepeatsMuch) {
  const std::string news =
      "Divers who went down to the ferry on Monday found the engine room open and a fuel line cut "
      "with a saw, the port authority said. Police took the engineer of the ship to Quillmouth and "
      "asked him about the night before the fire. His lawyer would not say a word to reporters. ";
  const auto before = printed("Daily", "2026-05-02T08:00", "");
  const auto other = [&](const std::string& outlet, const std::string& date) {
    return Sample(outlet + date, "en", "Ferry fire: engineer asked about a cut fuel line", date)
        .body("Smoke rises from the ferry off Quillmouth harbour in the morning")
        .body(news)
        .body(kReport)
        .printed_by(outlet);
  };
  const auto accounts = [&](const Sample& a, const Sample& b) {
    Grouper grouper(knowledge());
    grouper.add(a);
    grouper.add(b);
    EXPECT_EQ(grouper.stories().size(), 1u);
    return grouper.stories()[0].accounts.size();
  };
  const auto later = other("Daily", "2026-05-04T08:00");
  EXPECT_EQ(accounts(before, later), 2u);
  EXPECT_EQ(accounts(later, before), 2u);
  EXPECT_EQ(accounts(before, other("Echo", "2026-05-04T08:00")), 1u);
  // A new caption above the old text is no news.
  EXPECT_EQ(accounts(before, Sample("again", "en", "Ferry burns off the coast", "2026-05-04")
                                 .body("A picture of the ferry that was taken on the day before")
                                 .body(kReport)
                                 .printed_by("Daily")),
            1u);
}

TEST(Copies, AShortenedCopyIsACopy) {
  const std::string half = std::string(kReport).substr(0, 190);
  const Sample original =
      Sample("original", "en", "Ferry burns off the coast", "2026-05-02").body(kReport);
  const Sample copy = Sample("short", "en", "Ferry fire", "2026-05-02").body(half);
  Grouper grouper(knowledge());
  grouper.add(original);
  grouper.add(copy);
  ASSERT_EQ(grouper.stories().size(), 1u);
  EXPECT_EQ(grouper.stories()[0].accounts.size(), 1u);
}

TEST(Copies, TheLinesOfASiteMakeNoCopies) {
  const std::string site =
      "All rights reserved; nothing here may be printed elsewhere without leave of the house, "
      "which "
      "is given on paper and on working days only.";
  const std::string ferry =
      "The ferry line from Quillmouth harbour to the island of Sandholm starts in May, the mayor "
      "told the council on Sunday. Two boats will cross the sound nine times a day and carry forty "
      "cars each. Islanders had asked for them since a winter storm broke the old pier, and school "
      "children had to be flown to their lessons. Tickets cost four crowns, half of it for "
      "pensioners. "
      "Fishermen fear for their nets; the mayor promised them a lane of their own.";
  Grouper grouper(knowledge());
  grouper.add(Sample("long", "en", "Mayor announces a ferry line to Sandholm", "2026-02-01")
                  .body(ferry + " " + site)
                  .name("harbour-mayor", EntityType::kPerson));
  grouper.add(
      Sample("short", "en", "Brackwater Steel doubles its profit", "2026-02-02")
          .body("Brackwater Steel earned nine million last year, twice what it had before. " + site)
          .name("bridge-company", EntityType::kOrg));
  EXPECT_EQ(grouper.stories().size(), 2u);
}

// A report of a bus crash: the words of the mould, with names and figures of its own.
Sample crash(const std::string& key, const std::string& day, const std::string& town,
             const std::string& driver, int killed, int injured) {
  const std::string dead = std::to_string(killed), hurt = std::to_string(injured);
  Sample out(key, "en", dead + " killed in bus crash near " + town, day);
  out.body("At least " + dead + " people were killed and " + hurt +
           " injured when a bus collided with a truck on a wet road near " + town +
           ", the police said. The driver, " + driver +
           ", was taken to hospital. The cause of the accident is being investigated by experts. "
           "The road was closed for several hours.");
  out.named(town, EntityType::kCity).named(driver, EntityType::kPerson);
  return out.figure("count", killed, "killed").figure("count", injured, "injured");
}

TEST(Copies, ItemsOfOneMouldAreNeitherCopiesNorOneStory) {
  Grouper grouper(knowledge());
  grouper.add(crash("a", "2026-05-02T08:00", "Quillmouth", "Ada Brandt", 13, 41));
  grouper.add(crash("b", "2026-05-03T09:00", "Norhaven", "Ole Lind", 24, 37));
  grouper.add(crash("c", "2026-05-05T09:00", "Sandholm", "Eva Roth", 19, 56));
  EXPECT_EQ(grouper.stories().size(), 3u);
  grouper.add(crash("d", "2026-05-03T10:00", "Norhaven", "Ole Lind", 27, 37));
  const auto stories = grouper.stories();
  ASSERT_EQ(stories.size(), 3u);
  for (const auto& story : stories) EXPECT_EQ(story.accounts.size(), 1u);
}

// Written by a program; what changes is where, when and how strong.
Sample quake(const std::string& key, const std::string& day, const std::string& town) {
  Sample out(key, "en", "Earthquake strikes near " + town, day);
  out.body("An earthquake was reported a few miles from " + town +
           ", according to the survey. In the past days there have been some earthquakes of "
           "magnitude three or greater centered nearby. Did you feel this earthquake? Consider "
           "reporting what you felt to the survey. This story was automatically generated by a "
           "computer application that monitors the latest earthquakes detected by the survey.");
  return out.named(town, EntityType::kCity).day(day.substr(0, 10));
}

TEST(Copies, WhatAProgramWritesOfAnotherDayAndTownIsNoCopy) {
  Grouper grouper(knowledge());
  grouper.add(quake("a", "2026-05-02T08:00", "Quillmouth"));
  grouper.add(quake("b", "2026-05-08T09:00", "Norhaven"));
  EXPECT_EQ(grouper.stories().size(), 2u);
  grouper.add(quake("c", "2026-05-08T10:00", "Norhaven"));
  EXPECT_EQ(grouper.stories().size(), 2u);
}

// Short items of a site whose own lines are longer than they are.
TEST(Copies, WhatASiteSaysBelowAllOfItsItemsMakesThemNoCopies) {
  const std::string site =
      "This report is part of our local news service. We bring you the latest from the region "
      "every "
      "day of the week. If you have a tip for our editors, write to the newsroom or call us on the "
      "number that you find below. Our journalists answer every letter and check every claim "
      "before it is printed.";
  const auto item = [&](const std::string& key, const std::string& title, const std::string& text) {
    return Sample(key, "en", title, "").body(text).body(site);
  };
  Grouper grouper(knowledge());
  grouper.add(item("a", "Bakery wins county prize",
                   "The family bakery on Mill Street won the county prize for its rye bread. Its "
                   "owner said he would share it with his staff."));
  grouper.add(item("b", "Library roof to be mended",
                   "The town library will close for two weeks in June while its roof is mended. "
                   "The work costs much, the council said."));
  grouper.add(item("c", "Cyclist hurt at crossing",
                   "A cyclist was hurt when a van struck her at the crossing of two lanes in the "
                   "evening. Police look for witnesses."));
  EXPECT_EQ(grouper.stories().size(), 3u);
  // A copy shares its own words, too, under whatever title.
  grouper.add(item("d", "Sweet success",
                   "The family bakery on Mill Street won the county prize for "
                   "its rye bread. Its owner said he would share it with his staff."));
  EXPECT_EQ(grouper.stories().size(), 3u);
}

}  // namespace
}  // namespace synoptic::group
