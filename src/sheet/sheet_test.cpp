#include "sheet/sheet.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>

#include "base/data.h"
#include "base/strings.h"
#include "sheet/markdown_text.h"

namespace synoptic::sheet {
namespace {

const knowledge::Knowledge& known() {
  static const auto loaded = knowledge::Knowledge::load().value();
  return *loaded;
}

// Where values know their side, those of another value stand on another.
void put_on_sides(std::vector<model::FactValue>& values) {
  std::vector<std::string> norms;
  for (auto& value : values) {
    auto at = std::find(norms.begin(), norms.end(), value.norm);
    if (at == norms.end()) at = norms.insert(norms.end(), value.norm);
    value.side = static_cast<uint32_t>(at - norms.begin());
  }
}

// An article of one sentence, its title; what stands in it is found by its words.
struct Told {
  model::Annotated annotated;

  Told(const std::string& id, const std::string& publisher, const std::string& text,
       const std::string& date) {
    model::Article& article = annotated.article;
    article.id = id;
    article.path = id + ".txt";
    article.sha256 = std::string(64, id.back());
    article.lang = "en";
    article.dir = "ltr";
    article.title = "Title of " + id;
    article.title_span = {0, static_cast<uint32_t>(article.title.size())};
    article.publisher = model::Publisher{publisher, "", "", "", {}};
    if (!date.empty()) {
      article.published = model::DateEvidence{};
      article.published->value = *model::parse_iso(date);
    }
    model::Block block;
    block.text = text;
    block.span = {100, 100 + static_cast<uint32_t>(text.size())};
    block.source.append_linear(static_cast<uint32_t>(text.size()), 100);
    article.blocks.push_back(block);
  }

  model::Place place(const std::string& words) const {
    const auto at = static_cast<uint32_t>(annotated.article.blocks[0].text.find(words));
    const auto end = at + static_cast<uint32_t>(words.size());
    return {0, {at, end}, {100 + at, 100 + end}};
  }

  model::Argument party(const std::string& words, const std::string& entity) const {
    return {words, entity, words, place(words)};
  }

  Told& deed(const std::string& actor, const std::string& verb, const std::string& recipient,
             bool denied = false) {
    model::Event event;
    event.action = "order";
    event.type = "REQUEST";
    event.modality = "asserted";
    event.polarity = denied ? model::Polarity::kNegative : model::Polarity::kPositive;
    event.actor = {party(actor, actor)};
    event.recipient = {party(recipient, recipient)};
    event.at = place(annotated.article.blocks[0].text);
    event.trigger = place(verb);
    event.confidence = 0.9;
    annotated.events.push_back(event);
    return *this;
  }

  model::FactValue value(uint32_t account, const std::string& words,
                         const std::string& norm) const {
    model::FactValue value;
    value.article = annotated.article.id;
    value.account = account;
    value.text = words;
    value.norm = norm;
    value.span = place(words).span;
    value.evidence = annotated.article.blocks[0].text;
    value.evidence_span = annotated.article.blocks[0].span;
    if (annotated.article.published) value.time = model::iso(annotated.article.published->value);
    return value;
  }
};

class SheetTest : public testing::Test {
 protected:
  SheetTest() {
    first_.deed("Alice", "ordered", "Bank");
    second_.deed("Alice", "ordered", "Bank");
    third_.deed("Alice", "ordered", "Army");
    synopsis_.story = "s1";
    synopsis_.title = "Title of a1";
    synopsis_.articles = {"a1", "a2", "a3", "a4"};
    synopsis_.accounts = {{"a1", "a4"}, {"a2"}, {"a3"}};
    synopsis_.provenance.first = "Wire";
    synopsis_.provenance.edges = {{"a1", "Wire", "cites", {110, 114}, ""},
                                  {"a2", "a1", "cites", {100, 105}, ""},
                                  {"a4", "a1", "copies", {}, ""}};
    synopsis_.provenance.unattributed = {"a3"};
    synopsis_.provenance.timeline = {
        {"a1", "2026-05-01T08:00"}, {"a2", "2026-05-01T09:00"}, {"a3", "2026-05-02"}};
    model::Fact killed;
    killed.id = "f1";
    killed.slot = "quantity";
    killed.about = "killed";
    killed.verdict = "differ";
    killed.confidence = 0.9;
    killed.values = {first_.value(0, "7", "7"), second_.value(1, "7", "7"),
                     third_.value(2, "9", "9")};
    put_on_sides(killed.values);
    synopsis_.differ = {killed};
    articles_ = {first_.annotated, second_.annotated, third_.annotated, copy_.annotated};
  }

  Accounts accounts() const { return {synopsis_, articles_, known()}; }

  Told first_{"a1", "Post", "Alice ordered the Bank to pay after 7 died.", "2026-05-01T08:00"};
  Told second_{"a2", "Times", "Alice has ordered the Bank, 7 died.", "2026-05-01T09:00"};
  Told third_{"a3", "Star", "Alice ordered the Army out, 9 died.", "2026-05-02"};
  Told copy_{"a4", "Echo", "Alice ordered the Bank to pay after 7 died.", "2026-05-01T10:00"};
  model::Synopsis synopsis_;
  std::vector<model::Annotated> articles_;
};

const LineCell* cell_of(const EventLine& line, Role role) {
  const auto found = std::find_if(line.cells.begin(), line.cells.end(),
                                  [&](const LineCell& cell) { return cell.role == role; });
  return found == line.cells.end() ? nullptr : &*found;
}

TEST_F(SheetTest, TheLineIsMadeOfExtractedCells) {
  const EventLine line = event_line(accounts());
  EXPECT_EQ(line.action, "order");
  EXPECT_EQ(line.type, "REQUEST");
  EXPECT_FALSE(line.denied);
  const LineCell* who = cell_of(line, Role::kWho);
  ASSERT_NE(who, nullptr);
  EXPECT_EQ(who->shown, "Alice");
  EXPECT_EQ(accounts_of(who->values).size(), 3u);
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

TEST_F(SheetTest, ATitleThatBeginsWithWhoIsReadAsASentence) {
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

TEST_F(SheetTest, ATitleThatMostContradictDoesNotTellTheEvent) {
  articles_[0].article.title = "9 dead in bank row";
  synopsis_.title = articles_[0].article.title;
  EXPECT_EQ(cell_of(event_line(accounts()), Role::kWhat)->shown, "9 dead in bank row");
  synopsis_.differ[0].values = {first_.value(0, "9", "9"), second_.value(1, "7", "7"),
                                third_.value(2, "7", "7")};
  put_on_sides(synopsis_.differ[0].values);
  EXPECT_NE(cell_of(event_line(accounts()), Role::kWhat)->shown, "9 dead in bank row");
}

TEST_F(SheetTest, AnUpdateIsToldInTheOrderOfTime) {
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

TEST_F(SheetTest, WhatAllSayStandsBeforeWhatSeveralDo) {
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

TEST_F(SheetTest, ADoubtfulDifferenceStandsByItself) {
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

TEST_F(SheetTest, WhatTheQuestionSaysIsNotSaidAgain) {
  model::Fact fact;
  fact.slot = "rank", fact.about = "rank";
  EXPECT_EQ(asked(fact).question, std::string("which rank"));
  EXPECT_EQ(asked(fact).about, "");
  fact.slot = "date", fact.about = "mentioned";
  EXPECT_EQ(asked(fact).question, std::string("day named"));
  fact.about = "beat_up";
  EXPECT_EQ(asked(fact).about, "beat up");
  EXPECT_EQ(label(asked(fact)), "when: beat up");
  fact.slot = "outcome", fact.about = "list";
  EXPECT_EQ(label(asked(fact)), "a list");
  fact.slot = "quantity", fact.about = "duration";
  EXPECT_EQ(label(asked(fact)), "how long");
  fact.about = "interest_rate";
  EXPECT_EQ(label(asked(fact)), "what interest rate");
}

TEST_F(SheetTest, AWordOfAnArticleIsToldFromOurs) {
  model::Fact fact;
  fact.slot = "quantity", fact.about = "casas";
  model::FactValue value;
  value.article = "b";
  value.text = "40";
  value.evidence = "El fuego quemó 40 casas.";
  fact.values = {value};
  const auto spanish = [](std::string_view id) { return std::string(id == "b" ? "es" : "en"); };
  Asked what = asked(fact, spanish);
  EXPECT_EQ(what.question, "how many");
  EXPECT_EQ(what.word.text, "casas");
  EXPECT_EQ(what.word.lang, "es");
  fact.about = "casa";  // stands in no text: nobody's word
  EXPECT_EQ(asked(fact, spanish).word.text, "");
  fact.about = "people";  // ours, whatever the articles say
  fact.values[0].evidence = "El equipo People ganó 40.";
  EXPECT_EQ(asked(fact, spanish).word.text, "");
  fact.about = "casas";  // an account in the reader's language has it, too
  fact.values[0].evidence = "40 casas";
  fact.values.push_back(fact.values[0]);
  fact.values[1].article = "a";
  EXPECT_EQ(asked(fact, spanish).word.text, "");
  EXPECT_EQ(asked(fact, spanish).about, "casas");
}

// A new class has its question as well.
TEST(Questions, AllThatIsCountedHasOne) {
  const auto check = [](std::string_view name) {
    std::string about(name.substr(name.find(':') + 1));
    if (about.empty()) return;
    model::Fact fact;
    fact.slot = "quantity", fact.about = about;
    model::FactValue value;
    std::replace(fact.about.begin(), fact.about.end(), '_', ' ');
    value.evidence = fact.about;
    fact.values = {value};
    const auto elsewhere = [](std::string_view) { return std::string("es"); };
    EXPECT_EQ(asked(fact, elsewhere).word.text, "")
        << about << " is not in data/sheet/questions.tsv";
  };
  for (const auto line : lines(embedded_data("compare/classes.tsv"))) {
    if (!line.empty() && line[0] != '#') check(split(line, '\t')[0]);
  }
  for (const auto line : lines(embedded_data("annotate/counted.tsv"))) {
    const auto cells = split(line, '\t');
    const bool named = cells.size() > 2 && (cells[0] == "noun" || cells[0] == "state" ||
                                            cells[0] == "power" || cells[0] == "measure");
    if (named) check(cells[2]);
  }
}

TEST_F(SheetTest, TheWordsAroundADayTellWhichOne) {
  model::Fact fact;
  fact.slot = "date", fact.about = "win";
  model::FactValue value;
  value.text = "20 January";
  value.evidence = "She will be sworn in on 20 January in Praia, it said.";
  fact.values = {value};
  EXPECT_EQ(asked(accounts(), fact).around.text, "will be sworn in on … in Praia, it");
  EXPECT_EQ(label(asked(accounts(), fact)), "when “will be sworn in on … in Praia, it”");
  fact.values[0].evidence = "20 January.";
  EXPECT_EQ(label(asked(accounts(), fact)), "when: win");
}

TEST_F(SheetTest, ABoundIsShownWithItsFigure) {
  model::FactValue value;
  value.name = "17000";
  value.modifier = "at_least";
  EXPECT_EQ(shown(value), "at least 17\u202f000");
  EXPECT_EQ(qualifiers(value), "");
}

TEST_F(SheetTest, WithoutADeedTheTitleTellsWhat) {
  for (auto& annotated : articles_) annotated.events.clear();
  const EventLine line = event_line(accounts());
  EXPECT_TRUE(line.action.empty());
  ASSERT_NE(cell_of(line, Role::kWhat), nullptr);
  EXPECT_EQ(cell_of(line, Role::kWhat)->shown, "Title of a1");
  EXPECT_EQ(cell_of(line, Role::kWho), nullptr);
}

TEST_F(SheetTest, ADenialIsSaidFirst) {
  for (auto& annotated : articles_) {
    for (auto& event : annotated.events) event.polarity = model::Polarity::kNegative;
  }
  EXPECT_TRUE(event_line(accounts()).denied);
}

TEST_F(SheetTest, DeedsOfTwoAccountsComeFirst) {
  const auto list = deeds(accounts());
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].recipient_name, "Bank");
  EXPECT_EQ(list[0].accounts, (std::vector<size_t>{0, 1}));
  EXPECT_FALSE(list[0].differs);
  EXPECT_EQ(list[1].recipient_name, "Army");
}

TEST_F(SheetTest, WhatOneAloneSeemsToTellIsNoDeed) {
  for (auto& event : articles_[2].events) event.confidence = 0.6;
  const auto list = deeds(accounts());
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].recipient_name, "Bank");
}

TEST_F(SheetTest, WhatOneDeniesDiffers) {
  articles_[2] = Told("a3", "Star", "Alice ordered no Bank.", "2026-05-02")
                     .deed("Alice", "ordered", "Bank", true)
                     .annotated;
  const auto list = deeds(accounts());
  ASSERT_EQ(list.size(), 2u);
  EXPECT_TRUE(list[0].differs);
  EXPECT_TRUE(list[1].differs);
  EXPECT_TRUE(list[1].denied);
}

TEST_F(SheetTest, ADifferenceOfTheSynopsisIsRed) {
  model::Fact whom;
  whom.slot = "recipient";
  whom.about = "order";
  whom.verdict = "differ";
  whom.values = {first_.value(0, "Bank", "Bank"), third_.value(2, "Army", "Army")};
  synopsis_.differ.push_back(whom);
  for (const auto& deed : deeds(accounts())) EXPECT_TRUE(deed.differs) << deed.recipient;
}

TEST_F(SheetTest, DistancesLeadToTheOrigin) {
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

TEST_F(SheetTest, ACircleHasNoOrigin) {
  synopsis_.provenance.edges = {{"a1", "a2", "cites", {}, ""}, {"a2", "a1", "cites", {}, ""}};
  const Lineage lineage = sheet::lineage(accounts());
  for (const auto& report : lineage.reports) {
    const bool circle = report.who == "a1" || report.who == "a2";
    EXPECT_EQ(report.distance.has_value(), !circle) << report.who;
  }
}

TEST_F(SheetTest, TheTimelineTellsWhoWasFirstToSay) {
  const auto moments = timeline(accounts());
  ASSERT_EQ(moments.size(), 3u);
  ASSERT_EQ(moments[0].news.size(), 1u);
  EXPECT_EQ(moments[0].news[0].value->norm, "7");
  EXPECT_TRUE(moments[1].news.empty());
  ASSERT_EQ(moments[2].news.size(), 1u);
  EXPECT_EQ(moments[2].news[0].value->norm, "9");
}

TEST_F(SheetTest, WhatACorrectedTextSaysItSaysSinceThen) {
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

TEST_F(SheetTest, ASideIsToldByWhoWritesTheReadersLanguage) {
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

TEST_F(SheetTest, AStateAndWhoActsForItTellOneDeed) {
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

TEST_F(SheetTest, ANewsAgencyThatIsNamedIsASource) {
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

TEST_F(SheetTest, AnAccountThatNamesTwoSaysBoth) {
  model::Fact fact = synopsis_.differ[0];
  fact.values = {first_.value(0, "7", "x"), first_.value(0, "died", "y"),
                 second_.value(1, "7", "x"), third_.value(2, "9", "z")};
  put_on_sides(fact.values);
  const auto groups = sides(fact);
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_EQ(shown(groups[0]), "7 + died");
}

TEST_F(SheetTest, WhatCannotBeComparedIsSaid) {
  EXPECT_TRUE(notes(accounts()).empty());
  articles_[1].article.published.reset();
  EXPECT_EQ(notes(accounts()).size(), 1u);
  synopsis_.accounts = {{"a1"}};
  EXPECT_EQ(notes(accounts()).size(), 1u);
}

TEST_F(SheetTest, MarkdownHasEveryCellWithItsBytes) {
  const std::string text = markdown(accounts());
  EXPECT_EQ(text, markdown(accounts()));
  EXPECT_EQ(text.rfind("# Title of a1\n", 0), 0u);
  for (const char* part :
       {"| What | A1 Post | A2 Times | A3 Star |", "how many killed (differ, 0.90)",
        "`1111111111111111111111111111111111111111111111111111111111111111` |",
        "Alice → Bank: REQUEST order, 2 of 3 accounts", "Star (A3) cites nobody",
        "Times (A2): 2 steps from Wire", "| A1 copy | Echo |"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
  // Every note that is called is there, once.
  for (size_t i = 1; text.find("[^" + std::to_string(i) + "]:") != std::string::npos; ++i) {
    const std::string mark = "[^" + std::to_string(i) + "]";
    EXPECT_LT(text.find(mark), text.find(mark + ":")) << i;
  }
}

TEST_F(SheetTest, NothingOfADocumentIsMarkdownOrMarkup) {
  const std::string bad = "<script>|`*[x](javascript:1)\n# head\u202E";
  for (auto& annotated : articles_) {
    annotated.article.title = bad;
    annotated.article.publisher->name = bad;
    annotated.article.url = "javascript:alert(1)";
  }
  synopsis_.title = bad;
  for (auto& value : synopsis_.differ[0].values) value.text = value.evidence = bad;
  const std::string text = markdown(accounts());
  EXPECT_EQ(text.find("<script"), std::string::npos);
  EXPECT_EQ(text.find("x](javascript"), std::string::npos);
  EXPECT_EQ(text.find("\n# head"), std::string::npos);
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
}

TEST(Markdown, TextIsEscapedOnOneLine) {
  EXPECT_EQ(plain("a_b *c* | `d` [e] <f>"), "a\\_b \\*c\\* \\| \\`d\\` \\[e\\] &lt;f&gt;");
  EXPECT_EQ(plain("  two\r\n lines "), "two lines");
  EXPECT_EQ(plain("سلام"), "\u2068سلام\u2069");
  EXPECT_EQ(code("a`b|c"), "`a'b\u00A6c`");
  EXPECT_EQ(link("t", "https://x.example/a b)"), "[t](https://x.example/a%20b%29)");
  EXPECT_EQ(link("t", "javascript:1"), "t");
}

TEST_F(SheetTest, JsonGoesOnWhereTheSynopsisEnds) {
  JsonWriter writer;
  model::write_json(writer, synopsis_);
  const std::string json = with_sheet(writer.take(), accounts());
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  ASSERT_EQ(parser.parse(json).get(root), simdjson::SUCCESS);
  for (const char* key : {"story", "differ", "event", "lineage", "deeds", "timeline"}) {
    EXPECT_EQ(root[key].error(), simdjson::SUCCESS) << key;
  }
  EXPECT_EQ(root["event"]["cells"].get_array().size(), 4u);
  EXPECT_EQ(root["lineage"]["reports"].get_array().size(), 5u);
}

TEST_F(SheetTest, AnEmptyStoryIsLaidOutToo) {
  synopsis_ = {};
  EXPECT_TRUE(event_line(accounts()).cells.empty());
  EXPECT_TRUE(deeds(accounts()).empty());
  EXPECT_TRUE(timeline(accounts()).empty());
  EXPECT_FALSE(markdown(accounts()).empty());
}

}  // namespace
}  // namespace synoptic::sheet
