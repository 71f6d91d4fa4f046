#include "group/explain.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace synoptic::group {
namespace {

using model::Annotated;

std::shared_ptr<const knowledge::Knowledge> knowledge() {
  static const auto loaded = std::make_shared<const knowledge::Knowledge>();
  return loaded;
}

Annotated article(const std::string& id, const std::string& lang, const std::string& title,
                  const std::string& text, const std::string& date) {
  Annotated made;
  made.article.id = id;
  made.article.lang = lang;
  made.article.title = title;
  made.article.title_source.append_linear(static_cast<uint32_t>(title.size()), 10);
  model::Block block;
  block.text = text;
  block.source.append_linear(static_cast<uint32_t>(text.size()), 500);
  made.article.blocks.push_back(block);
  if (!date.empty()) {
    made.article.published.emplace();
    made.article.published->value = *model::parse_iso(date);
  }
  return made;
}

Annotated& named(Annotated& made, const std::string& entity, const std::string& text) {
  model::Mention mention;
  mention.entity = mention.name = entity;
  mention.text = text;
  mention.type = model::EntityType::kOrg;
  mention.at.block = model::kTitleBlock;
  made.mentions.push_back(mention);
  return made;
}

Annotated& counted(Annotated& made, double value, const std::string& text) {
  model::Quantity quantity;
  quantity.kind = "count";
  quantity.value = value;
  quantity.text = text;
  quantity.scope = "event";
  made.quantities.push_back(quantity);
  return made;
}

const SharedItem* find(const Explanation& explanation, std::string_view kind,
                       std::string_view name) {
  for (const auto& item : explanation.shared) {
    if (item.kind == kind && item.name == name) return &item;
  }
  return nullptr;
}

bool doubts(const Explanation& explanation, std::string_view code) {
  return std::any_of(explanation.doubts.begin(), explanation.doubts.end(),
                     [&](const auto& doubt) { return doubt.code == code; });
}

TEST(Explain, SharedThingsAreToldAsEachLanguageWritesThem) {
  Annotated arabic =
      article("a", "ar", "زلزال يضرب الجزيرة", "ضرب زلزال قوي الجزيرة.", "2026-03-14");
  Annotated chinese = article("z", "zh", "岛上发生地震", "岛上发生强烈地震。", "2026-03-14");
  counted(named(arabic, "weather-agency", "الأرصاد"), 12000, "12 ألف");
  counted(named(chinese, "weather-agency", "气象厅"), 12000, "1.2万");
  const auto out = explain({&arabic, &chinese}, *knowledge());
  const auto* agency = find(out, "name", "weather-agency");
  ASSERT_NE(agency, nullptr);
  ASSERT_EQ(agency->sightings.size(), 2u);
  EXPECT_EQ(agency->sightings[0].text, "الأرصاد");
  EXPECT_EQ(agency->sightings[1].text, "气象厅");
  EXPECT_GT(agency->weight, 0);
  const auto* quake = find(out, "word", "earthquake");
  ASSERT_NE(quake, nullptr);
  ASSERT_EQ(quake->sightings.size(), 2u);
  EXPECT_EQ(quake->sightings[0].text, "زلزال");
  EXPECT_EQ(quake->sightings[1].text, "地震");
  EXPECT_EQ(quake->sightings[0].span.begin, 10u);  // in the title, which stands there
  const auto* people = find(out, "figure", "count 12000");
  ASSERT_NE(people, nullptr);
  EXPECT_EQ(people->sightings[1].text, "1.2万");
}

TEST(Explain, TheScoreIsTheSumOfItsFeatures) {
  Annotated one = article("a", "en", "Quake hits the island", "A strong quake.", "2026-03-14");
  Annotated two = article("b", "de", "Beben trifft die Insel", "Ein starkes Beben.", "2026-03-14");
  const auto out = explain({&one, &two}, *knowledge());
  ASSERT_EQ(out.ties.size(), 2u);
  double sum = 0;
  for (const auto& feature : out.ties[0].features) sum += feature.value * feature.weight;
  EXPECT_NEAR(sum, out.ties[0].score, 1e-3);
  EXPECT_EQ(out.ties[0].other, 1u);
}

TEST(Explain, DoubtIsTold) {
  const Annotated dated = article("a", "en", "Quake hits island", "A quake.", "2026-03-14");
  const Annotated undated = article("b", "en", "Quake hits island", "A quake.", "");
  Annotated future = article("c", "en", "Quake", "A quake hit the island.", "2031-01-01");
  future.article.fetched = "2026-03-15T10:00:00Z";
  const Annotated strange = article("d", "und", "Xqv", "", "2026-03-14");
  const auto out = explain({&dated, &undated, &future, &strange}, *knowledge());
  EXPECT_TRUE(doubts(out, "undated"));
  EXPECT_TRUE(doubts(out, "date_apart"));
  EXPECT_TRUE(doubts(out, "date_after_fetch"));
  EXPECT_TRUE(doubts(out, "language_unknown"));
  EXPECT_TRUE(doubts(out, "short"));
  EXPECT_TRUE(doubts(out, "weak_tie"));
}

TEST(Explain, AStoryOfOneHasNoTies) {
  const Annotated alone = article("a", "en", "Quake hits island", "A quake.", "2026-03-14");
  const auto out = explain({&alone}, *knowledge());
  EXPECT_TRUE(out.ties.empty());
  EXPECT_TRUE(out.shared.empty());
}

}  // namespace
}  // namespace synoptic::group
