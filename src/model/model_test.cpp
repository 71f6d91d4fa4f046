#include "model/model.h"

#include <gtest/gtest.h>

#include "model/stamp.h"

namespace synoptic::model {
namespace {

TEST(Date, IsoKeepsThePrecision) {
  for (const char* text :
       {"2019", "2024-11", "2025-W03", "2025-01-15", "2025-01-08T06:18", "2025-10-06T20:10:38"}) {
    const auto date = parse_iso(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(iso(*date), text);
  }
}

TEST(Date, ZoneIsKeptAsStated) {
  const auto date = parse_iso("2025-01-08T06:18:00+02:00");
  ASSERT_TRUE(date);
  EXPECT_EQ(date->zone, "+02:00");
  EXPECT_EQ(date->offset_minutes, 120);
  EXPECT_TRUE(parse_iso("2025-01-08")->zone.empty());
}

TEST(Stamp, HasTheOffsetThatIsStatedAndMarksAGuess) {
  Article article;
  EXPECT_EQ(stamp_of(article), "");
  article.published.emplace().value = *parse_iso("2025-03-14T21:10:05+01:00");
  EXPECT_EQ(stamp_of(article), "2025-03-14T21:10:05+01:00");
  article.published->value = *parse_iso("2025-03-14T21:10Z");
  EXPECT_EQ(stamp_of(article), "2025-03-14T21:10Z");
  article.published->value = *parse_iso("2025-03-15T09:05");
  EXPECT_EQ(stamp_of(article), "2025-03-15T09:05");
  article.zone_inferred = InferredZone{"Asia/Tokyo", 540, "language", "low"};
  EXPECT_EQ(stamp_of(article), "2025-03-15T09:05+09:00?");
  article.published->value = *parse_iso("2025-03-15");
  EXPECT_EQ(stamp_of(article), "2025-03-15");  // a day has no zone
}

TEST(Stamp, ComesApartAndTogether) {
  const StampParts guess = parts_of("2025-03-15T09:05+09:00?");
  EXPECT_EQ(guess.stated, "2025-03-15T09:05");
  EXPECT_EQ(guess.zone, "+09:00");
  EXPECT_TRUE(guess.guessed);
  EXPECT_EQ(stamp_of(guess.stated, guess.zone), "2025-03-15T09:05+09:00?");
  EXPECT_EQ(parts_of("2025-03-15T09:05-03:00").clock, "2025-03-15T09:05");
  EXPECT_EQ(parts_of("2025-03-15").stated, "2025-03-15");
  EXPECT_EQ(to_the_minute("2025-03-14T21:10:05+01:00"), "2025-03-14T21:10+01:00");
  EXPECT_EQ(minutes_of("2025-03-15T09:05+09:00?"), minutes_of("2025-03-15T00:05Z"));
  EXPECT_FALSE(minutes_of(""));
  JsonWriter json;
  json.begin_object();
  write_stamp(json, "time", "2025-03-15T09:05+09:00?");
  write_stamp(json, "last", "2025-03-15T09:05Z", "last_zone_inferred");
  write_stamp(json, "first", "");
  json.end_object();
  EXPECT_EQ(json.text(), R"({"time":"2025-03-15T09:05","zone_inferred":"+09:00",)"
                         R"("last":"2025-03-15T09:05Z","first":null})");
}

TEST(Date, RefusesWhatIsNoDate) {
  for (const char* text : {"2025-13", "2025-02-30", "20250101", "2025-1-1", "x", ""}) {
    EXPECT_FALSE(parse_iso(text)) << text;
  }
}

TEST(Date, WeekdayOfKnownDays) {
  EXPECT_EQ(weekday(*parse_iso("2025-01-03")), 4);  // Friday
  EXPECT_EQ(weekday(*parse_iso("2025-01-15")), 2);  // Wednesday
}

TEST(Json, AnArticleHasItsStableKeys) {
  Article article;
  article.id = "0123";
  article.title = "T";
  JsonWriter json;
  write_json(json, article);
  for (const char* key : {"\"id\"", "\"capture\"", "\"published\":null", "\"blocks\":[]",
                          "\"publisher\":null", "\"date_conflict\":false"}) {
    EXPECT_NE(json.text().find(key), std::string::npos) << key;
  }
}

Annotated full_example() {
  Annotated made;
  Article& article = made.article;
  article.id = "00ff";
  article.path = "a \"b\".txt";
  article.title = "عنوان";
  article.title_span = {3, 13};
  article.lang = "ar";
  article.dir = "rtl";
  article.blocks.push_back({BlockKind::kHeading, 2, "Head", {20, 24}, {}});
  article.blocks.push_back({BlockKind::kParagraph, 0, "He said \"no\".", {25, 38}, {}});
  article.title_source.append_linear(10, 3);
  article.blocks[1].source.append_linear(2, 25);
  article.blocks[1].source.append_whole(1, {27, 29});
  article.blocks[1].source.append_linear(11, 29);
  DateEvidence date;
  date.value = *parse_iso("2025-01-08T06:18:00+02:00");
  date.role = "published";
  date.where = "byline";
  date.weekday_agrees = true;
  article.published = date;
  article.dates = {date};
  article.authors = {{"Ann", "editor", "https://a.example/ann", "42", {1, 2}}};
  article.publisher = Publisher{"P", "p", "tag", "p.example", {0, 1}};
  article.origins = {{"R", "https://r.example/", "r", "link", {5, 9}, parse_iso("2025-01-01")}};
  article.metadata["one"] = {"1"};
  article.metadata["two"] = {"1", "2"};
  article.removed = {{"share", {50, 60}, "Share"}};
  const Argument who{"He", "x", "X", {1, {0, 2}, {25, 27}}};
  made.mentions.push_back({who.at, "He", "x", "X", EntityType::kPerson, "name", "r", "s", "rule"});
  Quantity rank{who.at,  "31 of 83", "rank",      31,  std::nullopt, "",
                "about", 83,         "countries", "c", "event"};
  made.quantities.push_back(rank);
  TimeMention time{who.at, "2023", *parse_iso("2023"), *parse_iso("2023"), "year", "year"};
  made.times.push_back(time);
  TimeMention clock{who.at, "23:40 GMT", *parse_iso("2023-03-13T23:40"), {}, "minute", "clock"};
  clock.from.zone = "GMT";
  clock.from.offset_minutes = 0;
  clock.to = clock.from;
  made.times.push_back(clock);
  made.quotes.push_back({who.at, "no", "direct", who, "said", "letter", "Reuters", "rule"});
  Event event;
  event.type = "REJECT";
  event.action = "reject";
  event.actor = {who};
  event.recipient = {who, who};
  event.time = time;
  event.polarity = Polarity::kNegative;
  event.at = {kTitleBlock, {0, 4}, {3, 7}};
  event.confidence = 0.75;
  made.events.push_back(event);
  made.outlooks.push_back(
      {who.at, "grow", "feared", Polarity::kNegative, who, "the pact", event.at, "clause"});
  made.standings.push_back({who.at, "second bank", who, "largest", 2, "bank", who, "comma"});
  made.topics.push_back({"medtop:11000000", 0.5, "", {"vote"}});
  made.topics.push_back({"medtop:16000000", 0.2, "", {"truce"}, true});
  made.topics.push_back({"medtop:20000574", 0.25, "medtop:11000000", {"election", "vote"}});
  return made;
}

TEST(Json, AnAnnotatedArticleReadsBackTheSame) {
  const std::string written = to_stored_json(full_example());
  const auto read = annotated_from_json(written);
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_EQ(to_stored_json(*read), written);
  EXPECT_EQ(read->article.blocks[1].to_capture({3, 7}), (Span{29, 33}));
  EXPECT_EQ(read->article.title_source.to_source({0, 10}), (Span{3, 13}));
}

TEST(Json, BrokenJsonIsAnError) {
  for (const char* text : {"", "{", "[]", "{\"id\":}"})
    EXPECT_FALSE(annotated_from_json(text)) << text;
  EXPECT_TRUE(annotated_from_json("{}"));
}

}  // namespace
}  // namespace synoptic::model
