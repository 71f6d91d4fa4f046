#include "sheet/testing_story.h"

namespace synoptic::sheet {
namespace {

using testing_story::put_on_sides;
using testing_story::StoryTest;
using testing_story::Told;

const LineCell* cell_of(const EventLine& line, Role role) {
  const auto found = std::find_if(line.cells.begin(), line.cells.end(),
                                  [&](const LineCell& cell) { return cell.role == role; });
  return found == line.cells.end() ? nullptr : &*found;
}

TEST_F(StoryTest, TheLineIsMadeOfExtractedCells) {
  const EventLine line = event_line(accounts());
  EXPECT_EQ(line.action, "order");
  EXPECT_EQ(line.type, "REQUEST");
  EXPECT_FALSE(line.denied);
  const LineCell* who = cell_of(line, Role::kWho);
  ASSERT_NE(who, nullptr);
  EXPECT_EQ(who->shown, "Alice");
  EXPECT_EQ(tellers_of(accounts(), who->values).accounts.size(), 3u);
  const LineCell* whom = cell_of(line, Role::kWhom);
  ASSERT_NE(whom, nullptr);
  EXPECT_EQ(whom->shown, "Bank");
  EXPECT_EQ(whom->others, std::vector<std::string>{"Army"});
  const LineCell* what = cell_of(line, Role::kWhat);
  ASSERT_NE(what, nullptr);
  EXPECT_EQ(what->shown, "Title of a1");
  const LineCell* count = cell_of(line, Role::kHowMany);
  ASSERT_NE(count, nullptr);
  EXPECT_EQ(count->fact, "f1");
  EXPECT_EQ(count->shown, "7");
  EXPECT_EQ(count->others, std::vector<std::string>{"9"});
  // Every cell can be looked up in its capture.
  for (const auto& cell : line.cells) {
    if (cell.role == Role::kWhat) continue;
    const model::FactValue& value = cell.values.front();
    const auto& text = accounts().article(value.article)->blocks[0].text;
    EXPECT_EQ(text.substr(value.span.begin - 100, value.span.size()), value.text);
    EXPECT_FALSE(value.evidence.empty());
  }
}

TEST_F(StoryTest, APlaceBesideTheEventIsNotWhereItWas) {
  const auto where = [&] {
    const EventLine line = event_line(accounts());
    const LineCell* cell = cell_of(line, Role::kWhere);
    return cell == nullptr ? std::string() : cell->shown;
  };
  for (size_t i : {0, 1, 3}) {  // "the Bank" of all but one: it stands for a town here
    model::Mention town;
    town.at = i == 1 ? second_.place("Bank") : first_.place("Bank");
    town.text = "Bank";
    town.entity = "lyon";
    town.type = model::EntityType::kCity;
    articles_[i].mentions.push_back(town);
  }
  EXPECT_EQ(where(), "Lyon");
  model::Fact aside;
  aside.id = "f2", aside.slot = "place", aside.verdict = "differ", aside.about = "mentioned";
  aside.values = {first_.value(0, "Bank", "lyon"), third_.value(2, "Army", "nice")};
  put_on_sides(aside.values);
  synopsis_.differ.push_back(aside);
  EXPECT_EQ(where(), "");
  synopsis_.differ.back().about = "attack";
  EXPECT_EQ(where(), "Bank") << "as the fact has it";
  synopsis_.differ.back().about = "felt";
  EXPECT_EQ(where(), "");
}

// The deed of a title: who, and where the verb begins.
void tell_in_title(model::Annotated& annotated, const std::string& title, const std::string& who,
                   const std::string& verb) {
  model::Article& article = annotated.article;
  article.title = title;
  article.title_span = {0, static_cast<uint32_t>(title.size())};
  article.title_source = {};
  article.title_source.append_linear(static_cast<uint32_t>(title.size()), 0);
  const auto at = [&](const std::string& words) {
    const auto begin = static_cast<uint32_t>(title.find(words));
    const auto end = begin + static_cast<uint32_t>(words.size());
    return model::Place{model::kTitleBlock, {begin, end}, {begin, end}};
  };
  model::Event event = annotated.events.front();
  event.actor = {{who, who, who, at(who)}};
  event.at = at(title);
  event.trigger = at(verb);
  annotated.events.push_back(event);
}

TEST_F(StoryTest, ATitleThatBeginsWithWhoIsReadAsASentence) {
  tell_in_title(articles_[1], "Alice orders the Bank to pay", "Alice", "orders");
  const EventLine line = event_line(accounts());
  EXPECT_EQ(line.cells[0].role, Role::kWho);
  EXPECT_EQ(line.cells[0].shown, "Alice");
  EXPECT_EQ(line.cells[1].shown, "orders the Bank to pay");
  EXPECT_EQ(line.cells[1].values.front().span, (Span{6, 28}));
  articles_[1].events.pop_back();
  tell_in_title(articles_[1], "Why Alice orders the Bank to pay", "Alice", "orders");
  EXPECT_EQ(cell_of(event_line(accounts()), Role::kWhat)->shown,
            "Why Alice orders the Bank to pay");
}

TEST_F(StoryTest, NoWordOfATitleIsLostBetweenWhoAndWhat) {
  const auto what_of = [&](const std::string& title, const std::string& verb) {
    articles_[1].events.resize(1);
    tell_in_title(articles_[1], title, "Alice", verb);
    return cell_of(event_line(accounts()), Role::kWhat)->shown;
  };
  for (const char* title :
       {"Alice did not order the Bank to pay", "Alice calm after Times orders the Bank to pay",
        "Alice's bank orders the Bank to pay", "Alice says whether Bob orders the Bank to pay",
        "No Alice orders the Bank to pay"}) {
    EXPECT_EQ(what_of(title, "order"), title);
  }
  EXPECT_EQ(what_of("“Alice” orders the Bank to pay", "orders"), "“Alice” orders the Bank to pay")
      << "the mark behind the name has a twin before it";
  EXPECT_EQ(what_of("Alice: orders for the Bank to pay", "orders"), "orders for the Bank to pay");
}

TEST_F(StoryTest, APartyThatIsMoreThanItsNameIsNotCutFromTheTitle) {
  tell_in_title(articles_[1], "Wife of Alice orders the Bank to pay", "Wife of Alice", "orders");
  articles_[1].events.back().actor.front().entity = "alice";
  articles_[1].events.back().actor.front().name = "Alice";
  articles_[1].events.front().actor.front().entity = "alice";
  EXPECT_EQ(cell_of(event_line(accounts()), Role::kWhat)->shown,
            "Wife of Alice orders the Bank to pay");
}

TEST_F(StoryTest, ATitleThatMostContradictDoesNotTellTheEvent) {
  articles_[0].article.title = "9 dead in bank row";
  synopsis_.title = articles_[0].article.title;
  EXPECT_EQ(cell_of(event_line(accounts()), Role::kWhat)->shown, "9 dead in bank row");
  synopsis_.differ[0].values = {first_.value(0, "9", "9"), second_.value(1, "7", "7"),
                                third_.value(2, "7", "7")};
  put_on_sides(synopsis_.differ[0].values);
  EXPECT_NE(cell_of(event_line(accounts()), Role::kWhat)->shown, "9 dead in bank row");
}

TEST_F(StoryTest, AnUpdateIsToldInTheOrderOfTime) {
  model::Fact& killed = synopsis_.differ[0];
  killed.verdict = "update";
  killed.values = {third_.value(2, "9", "9"), second_.value(1, "7", "7"),
                   first_.value(0, "5", "5")};
  put_on_sides(killed.values);
  synopsis_.updates = {killed};
  synopsis_.differ.clear();
  const LineCell cell = *cell_of(event_line(accounts()), Role::kHowMany);
  EXPECT_EQ(cell.shown, "5");
  EXPECT_EQ(cell.others, (std::vector<std::string>{"7", "9"}));
}

TEST_F(StoryTest, WhatAllSayStandsBeforeWhatSeveralDo) {
  model::Fact all = synopsis_.differ[0], several = all;
  all.verdict = several.verdict = "agree";
  several.values.pop_back();
  synopsis_.agree = {several, all};
  const auto list = sections(accounts());
  ASSERT_EQ(list.size(), 3u);
  EXPECT_EQ(list[0].id, std::string("differ"));
  EXPECT_EQ(list[1].title, std::string("All say"));
  EXPECT_EQ(list[1].facts, std::vector<const model::Fact*>{&synopsis_.agree[1]});
  EXPECT_EQ(list[2].title, std::string("Several say"));
}

TEST_F(StoryTest, ADoubtfulDifferenceStandsByItself) {
  model::Fact doubtful = synopsis_.differ[0];
  doubtful.confidence = 0.6;
  synopsis_.differ.push_back(doubtful);
  const auto list = sections(accounts());
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].id, std::string("differ"));
  EXPECT_EQ(list[1].title, std::string("Perhaps they differ"));
  EXPECT_EQ(list[1].facts, std::vector<const model::Fact*>{&synopsis_.differ[1]});
  EXPECT_EQ(verdict_text(doubtful), std::string("perhaps differ"));
}

TEST_F(StoryTest, ABoundIsShownWithItsFigure) {
  model::FactValue value;
  value.name = "17000";
  value.modifier = "at_least";
  EXPECT_EQ(shown(value), "at least 17\u202f000");
  EXPECT_EQ(qualifiers(value), "");
}

TEST_F(StoryTest, DaysFromToAreShownWithADash) {
  model::FactValue value;
  value.name = "2027-01-26/2027-01-27";
  EXPECT_EQ(shown(value), "2027-01-26 – 2027-01-27");
  value.name = "2026-12/2027-02";
  EXPECT_EQ(shown(value), "2026-12 – 2027-02");
  for (const char* other : {"24/7", "2/3", "AC/DC", "2027-01-26/"}) {
    value.name = other;
    EXPECT_EQ(shown(value), other);
  }
}

TEST_F(StoryTest, WithoutADeedTheTitleTellsWhat) {
  for (auto& annotated : articles_) annotated.events.clear();
  const EventLine line = event_line(accounts());
  EXPECT_TRUE(line.action.empty());
  ASSERT_NE(cell_of(line, Role::kWhat), nullptr);
  EXPECT_EQ(cell_of(line, Role::kWhat)->shown, "Title of a1");
  EXPECT_EQ(cell_of(line, Role::kWho), nullptr);
}

TEST_F(StoryTest, ADenialIsSaidFirst) {
  for (auto& annotated : articles_) {
    for (auto& event : annotated.events) event.polarity = model::Polarity::kNegative;
  }
  EXPECT_TRUE(event_line(accounts()).denied);
}

TEST_F(StoryTest, WhatIsDeniedFurtherDownIsNotTheEvent) {
  for (auto& annotated : articles_) {
    model::Block behind = annotated.article.blocks[0];
    annotated.article.blocks.push_back(behind);
    for (auto& event : annotated.events) {
      event.polarity = model::Polarity::kNegative;
      event.at.block = 1;
    }
  }
  EXPECT_FALSE(event_line(accounts()).denied);
}

TEST_F(StoryTest, DeedsOfTwoAccountsComeFirst) {
  const auto list = deeds(accounts());
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].recipient_name, "Bank");
  EXPECT_EQ(list[0].accounts, (std::vector<size_t>{0, 1}));
  EXPECT_FALSE(list[0].differs);
  EXPECT_EQ(list[1].recipient_name, "Army");
}

TEST_F(StoryTest, WhatOneAloneSeemsToTellIsNoDeed) {
  for (auto& event : articles_[2].events) event.confidence = 0.6;
  const auto list = deeds(accounts());
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].recipient_name, "Bank");
}

TEST_F(StoryTest, WhatOneDeniesDiffers) {
  articles_[2] = Told("a3", "Star", "Alice ordered no Bank.", "2026-05-02")
                     .deed("Alice", "ordered", "Bank", true)
                     .annotated;
  const auto list = deeds(accounts());
  ASSERT_EQ(list.size(), 2u);
  EXPECT_TRUE(list[0].differs);
  EXPECT_TRUE(list[1].differs);
  EXPECT_TRUE(list[1].denied);
}

TEST_F(StoryTest, ADifferenceOfTheSynopsisIsRed) {
  model::Fact whom;
  whom.slot = "recipient";
  whom.about = "order";
  whom.verdict = "differ";
  whom.values = {first_.value(0, "Bank", "Bank"), third_.value(2, "Army", "Army")};
  synopsis_.differ.push_back(whom);
  for (const auto& deed : deeds(accounts())) EXPECT_TRUE(deed.differs) << deed.recipient;
}

TEST_F(StoryTest, DistancesLeadToTheOrigin) {
  const Lineage lineage = sheet::lineage(accounts());
  const auto report = [&](std::string_view who) {
    return *std::find_if(lineage.reports.begin(), lineage.reports.end(),
                         [&](const Report& one) { return one.who == who; });
  };
  EXPECT_TRUE(report("Wire").outside);
  EXPECT_TRUE(report("Wire").first);
  EXPECT_EQ(report("a1").distance, 1u);
  EXPECT_EQ(report("a2").distance, 2u);
  EXPECT_EQ(report("a2").origin, "Wire");
  EXPECT_EQ(report("a4").distance, 2u);
  EXPECT_TRUE(report("a4").copy);
  EXPECT_TRUE(report("a3").unattributed);
  EXPECT_EQ(report("a3").distance, 0u);
  EXPECT_EQ(lineage.reports.size(), 5u);
}

TEST_F(StoryTest, ACircleHasNoOrigin) {
  synopsis_.provenance.edges = {{"a1", "a2", "cites", {}, ""}, {"a2", "a1", "cites", {}, ""}};
  const Lineage lineage = sheet::lineage(accounts());
  for (const auto& report : lineage.reports) {
    const bool circle = report.who == "a1" || report.who == "a2";
    EXPECT_EQ(report.distance.has_value(), !circle) << report.who;
  }
}

TEST_F(StoryTest, TheTimelineTellsWhoWasFirstToSay) {
  const auto moments = timeline(accounts());
  ASSERT_EQ(moments.size(), 3u);
  ASSERT_EQ(moments[0].news.size(), 1u);
  EXPECT_EQ(moments[0].news[0].value->norm, "7");
  EXPECT_TRUE(moments[1].news.empty());
  ASSERT_EQ(moments[2].news.size(), 1u);
  EXPECT_EQ(moments[2].news[0].value->norm, "9");
}

TEST_F(StoryTest, WhatACorrectedTextSaysItSaysSinceThen) {
  articles_[0].article.revised = "2026-05-01T19:30Z";
  const auto moments = timeline(accounts());
  ASSERT_EQ(moments.size(), 4u);
  EXPECT_EQ(moments[0].who, "a1");
  EXPECT_TRUE(moments[0].news.empty());
  ASSERT_EQ(moments[1].news.size(), 1u) << "the second account was the first to say it";
  EXPECT_EQ(moments[2].who, "a1");
  EXPECT_TRUE(moments[2].revised);
  EXPECT_EQ(moments[2].date, "2026-05-01T19:30Z");
  EXPECT_EQ(moments[3].who, "a3");
}

TEST_F(StoryTest, ASideIsToldByWhoWritesTheReadersLanguage) {
  const auto side = sides(synopsis_.differ[0])[0];
  const auto language = [](std::string_view article) {
    return std::string(article == "a2" ? "en" : "ar");
  };
  auto values = synopsis_.differ[0].values;
  values[0].name = "سبعة";
  values[1].name = "seven";
  const std::vector<const model::FactValue*> two{&values[0], &values[1]};
  EXPECT_EQ(shown(two), "سبعة");
  EXPECT_EQ(shown(two, language), "seven");
  EXPECT_EQ(shown(side, [](std::string_view) { return std::string("ar"); }), "7");
}

TEST_F(StoryTest, AStateAndWhoActsForItTellOneDeed) {
  // Iran, and its minister whom nobody knows, sign the same; two people do not.
  articles_ = {Told("a1", "Post", "iran ordered iraq.", "2026-05-01")
                   .deed("iran", "ordered", "iraq")
                   .annotated,
               Told("a2", "Times", "Paknejad ordered iraq.", "2026-05-01")
                   .deed("Paknejad", "ordered", "iraq")
                   .annotated,
               Told("a3", "Star", "japan ordered iraq.", "2026-05-02")
                   .deed("japan", "ordered", "iraq")
                   .annotated};
  synopsis_.differ.clear();
  const auto list = deeds(accounts());
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].accounts, (std::vector<size_t>{0, 1}));
  EXPECT_NE(list[0].actor_name.find("Paknejad"), std::string::npos);
  EXPECT_NE(list[0].actor_name.find(" / "), std::string::npos);
  EXPECT_EQ(list[1].accounts, (std::vector<size_t>{2}));
}

TEST_F(StoryTest, ANewsAgencyThatIsNamedIsASource) {
  model::Mention mention;
  mention.entity = "anadolu-agency";
  mention.at = {0, {0, 5}, {100, 105}};
  articles_[2].mentions.push_back(mention);
  const Lineage lineage = sheet::lineage(accounts());
  const auto star = std::find_if(lineage.reports.begin(), lineage.reports.end(),
                                 [](const Report& one) { return one.who == "a3"; });
  ASSERT_NE(star, lineage.reports.end());
  EXPECT_FALSE(star->unattributed);
  EXPECT_EQ(star->distance, 1u);
  EXPECT_EQ(star->origin, "Anadolu Agency");
}

TEST_F(StoryTest, WhoseAPictureIsIsNoSource) {
  model::Mention mention;
  mention.entity = "anadolu-agency";
  mention.at = {0, {0, 5}, {100, 105}};
  articles_[2].mentions.push_back(mention);
  articles_[2].article.blocks[0].kind = model::BlockKind::kCaption;
  const Lineage lineage = sheet::lineage(accounts());
  EXPECT_TRUE(std::none_of(lineage.reports.begin(), lineage.reports.end(),
                           [](const Report& one) { return one.who == "Anadolu Agency"; }));
}

TEST_F(StoryTest, AnAccountThatNamesTwoSaysBoth) {
  model::Fact fact = synopsis_.differ[0];
  fact.values = {first_.value(0, "7", "x"), first_.value(0, "died", "y"),
                 second_.value(1, "7", "x"), third_.value(2, "9", "z")};
  put_on_sides(fact.values);
  const auto groups = sides(fact);
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_EQ(shown(groups[0]), "7 + died");
}

TEST_F(StoryTest, WhatACopyChangedIsASideOfItsOwn) {
  model::Fact fact = synopsis_.differ[0];
  model::FactValue copied = first_.value(0, "8", "y");
  copied.article = "copy";
  fact.values = {first_.value(0, "7", "x"), copied, second_.value(1, "7", "x")};
  put_on_sides(fact.values);
  const auto groups = sides(fact);
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(shown(groups[0]), "7");
  EXPECT_EQ(shown(groups[1]), "8");
}

TEST_F(StoryTest, WhatACopyChangedIsToldAsTheCopys) {
  synopsis_.articles = {"a1", "a4"};
  synopsis_.accounts = {{"a1", "a4"}};
  EXPECT_FALSE(is_of_copy(accounts(), synopsis_.differ[0].values[0]));
  model::FactValue changed = copy_.value(0, "7", "9");
  changed.text = changed.name = "9";
  EXPECT_TRUE(is_of_copy(accounts(), changed));
  synopsis_.differ[0].values = {first_.value(0, "7", "7"), changed};
  put_on_sides(synopsis_.differ[0].values);
  EXPECT_TRUE(has_two_sides(synopsis_));
  // The figure is in the title of one and the lead of both.
  articles_[0].article.title = "Bank row: 7 dead";
  const EventLine line = event_line(accounts());
  const LineCell* count = cell_of(line, Role::kHowMany);
  ASSERT_NE(count, nullptr);
  EXPECT_EQ(count->shown, "7");
  EXPECT_EQ(count->others, std::vector<std::string>{"9"});
  const auto moments = timeline(accounts());
  const auto copied = std::find_if(moments.begin(), moments.end(),
                                   [](const Moment& moment) { return moment.who == "a4"; });
  ASSERT_NE(copied, moments.end());
  ASSERT_EQ(copied->news.size(), 1u);
  EXPECT_EQ(copied->news[0].value->norm, "9");
  EXPECT_NE(markdown(accounts()).find("9, in the copy of Echo"), std::string::npos);
  synopsis_.differ.clear();
  EXPECT_FALSE(has_two_sides(synopsis_));
  for (const auto& moment : timeline(accounts())) {
    EXPECT_NE(moment.who, "a4") << "a copy that changed nothing has told nothing";
  }
}

TEST_F(StoryTest, AnUpdateStandsInTheOrderItWasToldInAnyZone) {
  model::Fact fact = synopsis_.differ[0];
  fact.verdict = "update";
  fact.values = {first_.value(0, "34", "x"), second_.value(1, "31", "y"),
                 third_.value(2, "38", "z")};
  fact.values[0].time = "2026-11-10T09:00:00Z";
  fact.values[1].time = "2026-11-10T11:00:00+07:00";  // five hours before
  fact.values[2].time = "2026-11-11T10:30:00+09:00";
  put_on_sides(fact.values);
  std::string told;
  for (const auto& side : sides(fact)) told += shown(side) + " ";
  EXPECT_EQ(told, "31 34 38 ");
}

TEST_F(StoryTest, WhatCannotBeComparedIsSaid) {
  EXPECT_TRUE(notes(accounts()).empty());
  articles_[1].article.published.reset();
  EXPECT_EQ(notes(accounts()).size(), 1u);
  synopsis_.accounts = {{"a1"}};
  EXPECT_EQ(notes(accounts()).size(), 1u);
}

TEST_F(StoryTest, AnEmptyStoryIsLaidOutToo) {
  synopsis_ = {};
  EXPECT_TRUE(event_line(accounts()).cells.empty());
  EXPECT_TRUE(deeds(accounts()).empty());
  EXPECT_TRUE(timeline(accounts()).empty());
  EXPECT_FALSE(markdown(accounts()).empty());
}

}  // namespace
}  // namespace synoptic::sheet
