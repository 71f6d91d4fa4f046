#include "eval/synopsis.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace synoptic::eval {
namespace {

// Three accounts and a copy; pieces are told apart by where they stand.
Piece piece(size_t article, std::string text, uint32_t at) {
  const auto end = static_cast<uint32_t>(at + text.size());
  return {article, std::move(text), {{at, end}}, {}};
}

SynopsisGold gold() {
  SynopsisGold out;
  out.name = "04-bus";
  for (const char* id : {"a", "b", "c", "d"}) {
    out.articles.push_back({id, "en", "", "", "", "", out.articles.size(), std::string("k") + id});
  }
  out.articles[3].account = 0;  // d copies a
  out.facts = {
      {"differ",
       "quantity",
       "killed",
       {{"27", {piece(0, "27", 10), piece(1, "twenty-seven", 10)}}, {"29", {piece(2, "29", 10)}}}},
      {"agree", "quantity", "injured", {{"14", {piece(0, "14", 30), piece(1, "fourteen", 30)}}}},
      {"only", "outcome", "asleep", {{"+", {piece(2, "slept", 50)}}}},
      {"broader",
       "quantity",
       "aboard",
       {{"40+", {piece(0, "over 40", 70)}}, {"41", {piece(1, "41", 70)}}}}};
  out.lookalikes = {{"killed", "background", {piece(2, "12", 90)}, {piece(2, "29", 10)}},
                    {"killed", "words", {piece(0, "27", 10), piece(1, "twenty-seven", 10)}, {}}};
  out.provenance = {"a", {{"b", "a"}, {"c", "Reuters"}}, {{"d", "a"}}, {"c"}};
  return out;
}

model::FactValue value(const char* article, uint32_t at, uint32_t side = 0) {
  model::FactValue out;
  out.article = article;
  out.span = {at, at + 2};
  out.side = side;
  return out;
}

model::Fact fact(const char* verdict, const char* slot, std::vector<model::FactValue> values) {
  model::Fact out;
  out.verdict = verdict;
  out.slot = slot;
  out.values = std::move(values);
  out.confidence = 0.9;
  return out;
}

model::Synopsis right() {
  model::Synopsis out;
  out.differ = {fact("differ", "quantity", {value("ka", 10), value("kb", 10), value("kc", 10, 1)}),
                fact("broader_narrower", "quantity", {value("ka", 70), value("kb", 70, 1)})};
  out.agree = {fact("agree", "quantity", {value("ka", 30), value("kb", 30)})};
  out.only = {fact("only", "outcome", {value("kc", 50)}),
              fact("only", "quantity", {value("kc", 90)})};
  out.provenance.first = "ka";
  out.provenance.edges = {{"kb", "ka", "cites", {}, ""},
                          {"kc", "REUTERS", "cites", {}, ""},
                          {"kd", "ka", "copies", {}, ""}};
  out.provenance.unattributed = {"kc"};
  return out;
}

double figure(const SynopsisFigures& figures, std::string_view name) {
  for (const auto& [key, value] : figures.named()) {
    if (key == name) return value;
  }
  ADD_FAILURE() << "no figure " << name;
  return -1;
}

SynopsisFigures scored(const model::Synopsis& synopsis) {
  std::vector<std::string> misses;
  return score(gold(), synopsis, misses);
}

TEST(SynopsisScore, WhatIsRightIsOne) {
  std::vector<std::string> misses;
  const auto figures = score(gold(), right(), misses);
  for (const auto& [name, value] : figures.named()) {
    const bool none =
        name.ends_with("false_alarms") || name == "only_unlisted" || name == "false_agreements";
    EXPECT_EQ(value, name == "only_unlisted" ? 1 : none ? 0 : 1) << name;
  }
  EXPECT_TRUE(misses.empty()) << misses[0];
  auto doubtful = right();
  doubtful.differ[0].confidence = 0.6;
  EXPECT_EQ(figure(scored(doubtful), "diff_recall"), 1);
  EXPECT_EQ(figure(scored(doubtful), "sure_recall"), 0);
  EXPECT_EQ(figures.accounts, 3u);
}

TEST(SynopsisScore, ADifferenceOfOneSideIsAFalseAlarm) {
  auto synopsis = right();
  synopsis.differ[0].values[2] = value("kc", 500, 1);
  const auto figures = scored(synopsis);
  EXPECT_EQ(figure(figures, "diff_precision"), 0);
  EXPECT_EQ(figure(figures, "diff_recall"), 0);
  EXPECT_EQ(figure(figures, "false_alarms"), 1);
}

TEST(SynopsisScore, ADifferenceOfAnotherKindOfSlotIsNone) {
  auto synopsis = right();
  synopsis.differ[0].slot = "date";
  EXPECT_EQ(figure(scored(synopsis), "diff_precision"), 0);
}

TEST(SynopsisScore, ASpeakerMayBeNamedInTheSentenceAlone) {
  std::vector<std::string> misses;
  SynopsisGold one = gold();
  one.facts[2] = {"only", "attribution", "statement", {{"Lee", {piece(2, "Lee", 300)}}}};
  auto told = right();
  told.only = {fact("only", "attribution", {value("kc", 320)})};
  told.only[0].values[0].evidence_span = {295, 340};
  EXPECT_EQ(figure(score(one, told, misses), "only_recall"), 1);
  told.only[0].values[0].evidence_span = {310, 340};
  EXPECT_EQ(figure(score(one, told, misses), "only_recall"), 0);
}

TEST(SynopsisScore, AnUpdateIsNoDifference) {
  auto synopsis = right();
  synopsis.differ[0].verdict = "update";
  const auto figures = scored(synopsis);
  EXPECT_EQ(figure(figures, "diff_recall"), 0);
  EXPECT_EQ(figure(figures, "update_precision"), 0);
}

TEST(SynopsisScore, LookalikesCalledDifferentAreWrong) {
  auto synopsis = right();
  synopsis.differ[0].values[1].side = 2;  // 27 and "twenty-seven"
  const auto figures = scored(synopsis);
  EXPECT_EQ(figures.alike.count, 3u);  // two look-alikes and a pair that agrees
  EXPECT_NEAR(figure(figures, "alike"), 2.0 / 3, 1e-9);
}

TEST(SynopsisScore, WhatAgreesButStandsApartIsWrong) {
  auto synopsis = right();
  synopsis.agree.clear();
  synopsis.only.push_back(fact("only", "quantity", {value("ka", 30)}));
  synopsis.only.push_back(fact("only", "quantity", {value("kb", 30)}));
  const auto figures = scored(synopsis);
  EXPECT_NEAR(figure(figures, "alike"), 2.0 / 3, 1e-9);
  EXPECT_EQ(figure(figures, "alike_found"), 0);
  EXPECT_NEAR(figure(figures, "only_precision"), 1.0 / 3, 1e-9);
}

TEST(SynopsisScore, WhatDoesNotAppearIsNotJudged) {
  auto synopsis = right();
  synopsis.agree.clear();
  const auto figures = scored(synopsis);
  EXPECT_EQ(figures.alike.count, 2u);
  EXPECT_EQ(figure(figures, "alike_found"), 0);
}

TEST(SynopsisScore, ACopyMakesNoAgreement) {
  auto synopsis = right();
  synopsis.agree[0].values[1] = value("kd", 30);
  EXPECT_EQ(figure(scored(synopsis), "alike_found"), 0);
}

TEST(SynopsisScore, WhoHadItFromWhom) {
  auto synopsis = right();
  synopsis.provenance.first = "kb";
  synopsis.provenance.edges[1].to = "AFP";
  synopsis.provenance.unattributed = {"ka", "kc"};
  const auto figures = scored(synopsis);
  EXPECT_EQ(figure(figures, "first"), 0);
  EXPECT_EQ(figure(figures, "cites_precision"), 0.5);
  EXPECT_EQ(figure(figures, "unattributed_precision"), 0.5);
  EXPECT_EQ(figure(figures, "unattributed_recall"), 1);
}

TEST(SynopsisDates, ATimeOnThePieceSaysWhatTheGoldSays) {
  SynopsisGold story = gold();
  story.articles.resize(1);
  AnnotatedStory annotated;
  annotated.articles.resize(1);
  const auto read = [&](const char* norm, const char* from, const char* to) {
    story.facts = {{"agree", "date", "when", {{norm, {piece(0, "Monday", 10)}}}}};
    model::TimeMention time;
    time.at.span = {12, 20};
    time.from = model::parse_iso(from).value();
    time.to = model::parse_iso(to).value();
    time.precision = model::precision_name(time.from.precision);
    annotated.articles[0].times = {time};
    std::vector<std::string> misses;
    const DatesRead dates = dates_read(story, annotated, misses);
    EXPECT_EQ(misses.size(), dates.all.count - static_cast<size_t>(dates.all.sum));
    return dates.all.count == 0 ? -1 : static_cast<int>(dates.all.sum);
  };
  EXPECT_EQ(read("2026-03-09", "2026-03-09", "2026-03-09"), 1);
  EXPECT_EQ(read("2026-03-09", "2026-03-02", "2026-03-02"), 0);
  EXPECT_EQ(read("2026-03-09", "2026-03", "2026-03"), 1);
  EXPECT_EQ(read("2026-03", "2025-03", "2025-03"), 0);
  EXPECT_EQ(read("2031", "2026-07-14", "2031-06-30"), 1);
  EXPECT_EQ(read("2026-03-09T23:30Z", "2026-03-10T01:30", "2026-03-10T01:30"), 1);
  EXPECT_EQ(read("2026-03-02/2026-03-09", "2026-03-09", "2026-03-09"), 1);
  EXPECT_EQ(read("2030-Q4", "2030-10", "2030-12"), 1);
  EXPECT_EQ(read("within two weeks", "2026-03-09", "2026-03-09"), -1);
}

TEST(SynopsisStages, HowFarADifferenceComes) {
  AnnotatedStory story;
  story.articles.resize(4);
  const auto stage = [&](const model::Synopsis& synopsis) {
    const auto counts = stages_of(gold(), story, synopsis).at("quantity");
    return static_cast<Stage>(std::find(counts.begin(), counts.end(), 1U) - counts.begin());
  };
  EXPECT_EQ(stage(right()), Stage::kTold);
  EXPECT_EQ(stage({}), Stage::kUnread);
  for (const size_t article : {0U, 2U}) {
    model::Quantity quantity;
    quantity.at.span = {10, 12};
    story.articles[article].quantities = {quantity};
  }
  EXPECT_EQ(stage({}), Stage::kUnused);
  model::Synopsis synopsis;
  synopsis.agree = {fact("agree", "quantity", {value("ka", 10), value("kb", 10)})};
  synopsis.only = {fact("only", "quantity", {value("kc", 10)})};
  EXPECT_EQ(stage(synopsis), Stage::kApart);
  synopsis.agree[0].values.push_back(value("kc", 10));
  EXPECT_EQ(stage(synopsis), Stage::kJudged);
}

TEST(SynopsisGold, PartsAreToldByTheStorysNumber) {
  EXPECT_TRUE(is_in_part("04-bus", SynopsisPart::kDev));
  EXPECT_FALSE(is_in_part("04-bus", SynopsisPart::kTest));
  EXPECT_TRUE(is_in_part("13-cup", SynopsisPart::kTest));
  EXPECT_TRUE(is_in_part("13-cup", SynopsisPart::kAll));
}

TEST(SynopsisGold, WhatIsNoStoryIsAnError) {
  EXPECT_FALSE(parse_synopsis_gold("{broken", "1"));
  EXPECT_FALSE(parse_synopsis_gold(R"({"articles":[{"id":"a"}]})", "1"));
  EXPECT_TRUE(parse_synopsis_gold(R"({"articles":[{"id":"a"}],"facts":[]})", "1"));
  EXPECT_FALSE(
      parse_synopsis_gold(R"({"articles":[{"id":"a"}],"facts":[{"verdict":"only","slot":"date",)"
                          R"("values":[{"norm":"1","in":{"z":"1"}}]}]})",
                          "1"));
}

TEST(SynopsisGold, AStoryGoesTheWayOfADocument) {
  const auto knowledge = knowledge::Knowledge::load();
  const auto languages = text::LanguageId::embedded();
  ASSERT_TRUE(knowledge && languages);
  auto story = parse_synopsis_gold(
      R"({"articles":[{"id":"a","lang":"en","publisher":"Herald","published":"2026-03-04T10:00",)"
      R"("title":"Bus crash kills 27 people","text":"A bus fell into a gorge on Wednesday. )"
      R"(At least 27 people were killed and 14 others were injured."},)"
      R"({"id":"b","lang":"en","publisher":"Courier","published":"2026-03-04T12:00",)"
      R"("title":"Bus falls into gorge","text":"The bus left the road in the morning. )"
      R"(The crash killed 29 people and injured 14."}],"facts":[{"verdict":"agree",)"
      R"("slot":"quantity","about":"injured","values":[{"norm":"14","in":)"
      R"({"a":"14 others were injured","b":"injured 14"}}]}]})",
      "1");
  ASSERT_TRUE(story);
  const auto synopsis = synopsis_of(*story, **knowledge, *languages);
  ASSERT_TRUE(synopsis) << synopsis.error().why;
  std::vector<std::string> misses;
  EXPECT_EQ(figure(score(*story, *synopsis, misses), "alike_found"), 1);

  story->facts[0].sides[0].pieces[0].text = "15 others";
  EXPECT_FALSE(synopsis_of(*story, **knowledge, *languages));
}

TEST(SynopsisGold, ANumberOfTheTitleIsThatOfTheText) {
  const auto knowledge = knowledge::Knowledge::load();
  const auto languages = text::LanguageId::embedded();
  ASSERT_TRUE(knowledge && languages);
  auto story = parse_synopsis_gold(
      R"({"articles":[{"id":"a","lang":"en","publisher":"Herald","published":"2026-03-04T10:00",)"
      R"("title":"Bus crash kills 27 people","text":"A bus fell into a gorge on Wednesday. )"
      R"(At least 27 people were killed and 4 others were hurt."}],"facts":[{"verdict":"only",)"
      R"("slot":"quantity","about":"killed","values":[{"norm":"27","in":)"
      R"({"a":"27 people were killed"}}]},{"verdict":"only","slot":"quantity","about":"hurt",)"
      R"("values":[{"norm":"4","in":{"a":"4 others"}}]}]})",
      "1");
  ASSERT_TRUE(story);
  ASSERT_TRUE(annotate_story(*story, **knowledge, *languages));
  EXPECT_EQ(story->facts[0].sides[0].pieces[0].again.size(), 2u);
  EXPECT_TRUE(story->facts[1].sides[0].pieces[0].again.empty());
}

}  // namespace
}  // namespace synoptic::eval
