#include "group/group.h"

#include <gtest/gtest.h>

#include <set>

#include "base/hash.h"

namespace synoptic::group {
namespace {

using model::Annotated;
using model::EntityType;

std::shared_ptr<const knowledge::Knowledge> knowledge() {
  static const auto loaded = std::make_shared<const knowledge::Knowledge>();
  return loaded;
}

// An annotated article made by hand: only what the room reads.
class Sample {
 public:
  Sample(const std::string& key, std::string lang, std::string title, const std::string& date) {
    made_.article.id = sha256_hex(key).substr(0, 16);
    made_.article.lang = std::move(lang);
    made_.article.title = std::move(title);
    if (date.empty()) return;
    made_.article.published.emplace();
    made_.article.published->value = *model::parse_iso(date);
  }
  Sample& body(std::string text) {
    model::Block block;
    block.text = std::move(text);
    made_.article.blocks.push_back(std::move(block));
    return *this;
  }
  Sample& name(std::string entity, EntityType type, bool title = true) {
    model::Mention mention;
    mention.entity = mention.name = mention.text = std::move(entity);
    mention.type = type;
    mention.at.block = title ? model::kTitleBlock : 5;
    made_.mentions.push_back(std::move(mention));
    return *this;
  }
  Sample& deed(const std::string& action, const std::string& actor,
               const std::string& partner = {}) {
    model::Event event;
    event.action = action;
    event.modality = "asserted";
    if (!actor.empty()) event.actor.push_back({actor, actor, actor, {}});
    if (!partner.empty()) event.partner.push_back({partner, partner, partner, {}});
    event.at.block = model::kTitleBlock;
    made_.events.push_back(std::move(event));
    return *this;
  }
  Sample& figure(const std::string& kind, double value, const std::string& of_class) {
    model::Quantity quantity;
    quantity.kind = kind;
    quantity.value = value;
    quantity.counted_class = of_class;
    quantity.scope = "event";
    made_.quantities.push_back(std::move(quantity));
    return *this;
  }
  Sample& day(const std::string& iso) {
    model::TimeMention time;
    time.from = time.to = *model::parse_iso(iso);
    time.precision = "day";
    time.at.block = 0;
    made_.times.push_back(std::move(time));
    return *this;
  }
  Sample& printed_by(const std::string& outlet) {
    made_.article.publisher.emplace();
    made_.article.publisher->name = outlet;
    return *this;
  }
  Sample& crediting(const std::string& outlet) {
    model::Origin origin;
    origin.name = outlet;
    origin.kind = "label";
    made_.article.origins.push_back(std::move(origin));
    return *this;
  }
  operator const Annotated&() const { return made_; }  // NOLINT
  const std::string& id() const { return made_.article.id; }

 private:
  Annotated made_;
};

Sample pact_in_arabic() {
  return Sample("pact-ar", "ar", "اتفاق تعاون في الذكاء الاصطناعي بين البلدين", "2025-03-08T06:18")
      .name("norland-president", EntityType::kPerson)
      .name("norland", EntityType::kCountry)
      .name("sudland", EntityType::kCountry)
      .name("artificial-intelligence", EntityType::kConcept)
      .deed("order", "norland-president")
      .deed("cooperate", "norland-president", "sudland");
}

Sample pact_in_chinese() {
  return Sample("pact-zh", "zh", "两国签署人工智能合作协议", "2025-03-03T14:01")
      .name("norland-president", EntityType::kPerson)
      .name("norland", EntityType::kCountry)
      .name("sudland", EntityType::kCountry)
      .name("artificial-intelligence", EntityType::kConcept)
      .name("norland-bank", EntityType::kOrg)
      .deed("order", "norland-president")
      .deed("cooperate", "norland", "sudland");
}

Sample quake(const std::string& key, const std::string& lang, const std::string& place,
             const std::string& date, double magnitude) {
  return Sample(key, lang, key, date)
      .name("japan", EntityType::kCountry)
      .name(place, EntityType::kRegion)
      .name("japan-weather-agency", EntityType::kOrg, false)
      .name("earthquake", EntityType::kConcept)
      .deed("strike", "")
      .day(date.substr(0, 10))
      .figure("magnitude", magnitude, "earthquake");
}

std::vector<std::string> stories_of(const std::vector<Annotated>& articles) {
  Grouper grouper(knowledge());
  for (const auto& article : articles) grouper.add(article);
  std::vector<std::string> out;
  for (const auto& article : articles) out.push_back(grouper.add(article).story);
  return out;
}

TEST(Group, JoinsTwoLanguagesByWhoDidWhat) {
  const auto ids = stories_of({pact_in_arabic(), pact_in_chinese()});
  EXPECT_EQ(ids[0], ids[1]);
}

TEST(Group, KeepsApartWhatOnlySharesACountryOrAConcept) {
  const Sample visit = Sample("visit", "ar", "زيارة", "2025-03-15")
                           .name("sudland", EntityType::kCountry)
                           .name("ostland", EntityType::kCountry)
                           .deed("visit", "sudland");
  const Sample deal = Sample("deal", "ar", "شراكة", "2025-03-16")
                          .name("sudland", EntityType::kCountry)
                          .name("fruit-company", EntityType::kOrg)
                          .name("artificial-intelligence", EntityType::kConcept)
                          .deed("choose", "fruit-company");
  const auto ids = stories_of({pact_in_arabic(), pact_in_chinese(), visit, deal});
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 3u);
}

TEST(Group, LastWeeksQuakeIsAnotherStoryAndLinked) {
  Grouper grouper(knowledge());
  grouper.add(quake("north-en", "en", "northern-island", "2026-03-14T05:05", 6.4));
  grouper.add(quake("north-ja", "ja", "northern-island", "2026-03-14T09:00", 6.4));
  grouper.add(quake("south-en", "en", "southern-island", "2026-03-22T05:05", 5.8));
  grouper.add(quake("south-ru", "ru", "southern-island", "2026-03-22T11:05", 5.8));
  const auto stories = grouper.stories();
  ASSERT_EQ(stories.size(), 2u);
  EXPECT_EQ(stories[0].articles.size(), 2u);
  EXPECT_EQ(stories[0].last, "2026-03-22T11:05");  // latest first
  ASSERT_EQ(stories[0].links.size(), 1u);
  EXPECT_EQ(stories[0].links[0].kind, "similar");
  EXPECT_EQ(stories[0].links[0].story, stories[1].id);
}

TEST(Group, ArticlesWithoutEntitiesDoNotAllJoin) {
  const auto ids = stories_of({
      Sample("a", "en", "Bakers gather for the annual sourdough festival", "2026-01-02")
          .body("Hundreds of bakers brought loaves to the market hall."),
      Sample("b", "en", "Library reopens its reading room", "2026-01-02")
          .body("The reading room had been closed for repairs since spring."),
      Sample("c", "en", "Chess club loses its lease", "2026-01-02")
          .body("Members will move the boards to a school nearby."),
  });
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 3u);
}

TEST(Group, WordsOfOneLanguageJoinWhereNoNameIsKnown) {
  const auto ids = stories_of({
      Sample("a", "en", "Sourdough festival in Quillmouth draws record crowd", "2026-01-02")
          .body("The sourdough festival in Quillmouth drew a record crowd of bakers on Friday."),
      Sample("b", "en", "Record crowd of bakers at Quillmouth sourdough festival", "2026-01-03")
          .body("Bakers filled Quillmouth for its sourdough festival, a record crowd."),
  });
  EXPECT_EQ(ids[0], ids[1]);
}

constexpr const char* kReport =
    "The ferry left the harbour at dawn with a full load of timber and forty passengers. An hour "
    "later smoke rose from the engine room and the captain turned back. Fishing boats took "
    "everyone off before the hull broke. Divers will look at the wreck on Monday, the port "
    "authority said, and the owner will be asked for the papers of the ship.";

TEST(Group, FoldsACopyIntoItsOriginalAndPutsTheEarliestFirst) {
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

TEST(Group, OfCopiesOfOneMinuteTheSourceIsTheOriginal) {
  const std::string when = "2026-05-02T08:00";
  const auto plain = printed("Daily", when, ""), wire = printed("Harbour Wire", when, "");
  const auto credits = printed("Echo", when, "Harbour Wire");
  EXPECT_EQ(account_of({plain, credits, wire})[0], wire.id());
  EXPECT_EQ(account_of({plain, credits})[0], credits.id());
  const auto longer = printed("Mail", when, "", " Nobody was hurt.");
  EXPECT_EQ(account_of({plain, longer})[0], longer.id());
  EXPECT_EQ(account_of({plain, printed("Post", when, "")})[0], plain.id());
}

TEST(Group, TheEarliestCopyIsTheOriginalWhoeverIsCredited) {
  const auto early = printed("Daily", "2026-05-02T08:00", "");
  const auto wire = printed("Harbour Wire", "2026-05-02T08:10", "Harbour Wire");
  EXPECT_EQ(account_of({wire, early})[0], early.id());
  // That day may be before or after.
  const auto that_day = printed("Daily", "2026-05-02", "");
  EXPECT_EQ(account_of({that_day, wire})[0], wire.id());
  const auto undated = printed("Harbour Wire", "", "Harbour Wire");
  EXPECT_EQ(account_of({undated, that_day})[0], that_day.id());
}

TEST(Group, ALongTitleIsCutBetweenLetters) {
  std::string title = "a";
  while (title.size() < 400) title += "船";
  Grouper grouper(knowledge());
  grouper.add(Sample("long", "zh", title, "2026-05-02").body("渡轮起火。"));
  const auto told = grouper.stories()[0].title;
  EXPECT_EQ(told, title.substr(0, 298));
  EXPECT_LE(told.size(), 300u);
}

TEST(Group, AShortenedCopyIsACopy) {
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

TEST(Group, TheOrderOfArrivalDoesNotMatter) {
  const std::vector<Annotated> articles = {
      pact_in_arabic(), pact_in_chinese(),
      quake("north-en", "en", "northern-island", "2026-03-14T05:05", 6.4),
      quake("south-en", "en", "southern-island", "2026-03-22T05:05", 5.8),
      quake("north-ja", "ja", "northern-island", "2026-03-14T09:00", 6.4)};
  std::vector<size_t> order = {0, 1, 2, 3, 4};
  do {
    Grouper grouper(knowledge());
    for (const size_t i : order) grouper.add(articles[i]);
    EXPECT_EQ(grouper.stories().size(), 3u);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Group, AnArticleThatBridgesTwoStoriesMergesThem) {
  // The two first articles share too little; the third tells what both tell.
  const std::string ferry = "The ferry line from Quillmouth harbour to the island starts in May.";
  const std::string bridge = "Brackwater Steel builds the lifting bridge at the old shipyard.";
  const Sample left = Sample("left", "en", "Mayor announces a ferry line", "2026-02-01")
                          .body(ferry)
                          .name("harbour-mayor", EntityType::kPerson)
                          .deed("announce", "harbour-mayor");
  const Sample right = Sample("right", "en", "Lifting bridge to be built", "2026-02-01")
                           .body(bridge)
                           .name("bridge-company", EntityType::kOrg)
                           .deed("build", "bridge-company");
  const Sample both =
      Sample("both", "en", "Mayor announces a ferry line, lifting bridge to be built", "2026-02-01")
          .body(ferry + " " + bridge)
          .name("harbour-mayor", EntityType::kPerson)
          .name("bridge-company", EntityType::kOrg)
          .deed("announce", "harbour-mayor")
          .deed("build", "bridge-company");
  Grouper grouper(knowledge());
  const auto first = grouper.add(left);
  const auto second = grouper.add(right);
  const auto third = grouper.add(both);
  EXPECT_TRUE(first.founded);
  if (second.founded) {
    EXPECT_EQ(third.merged, std::vector<std::string>{second.story});
    EXPECT_EQ(grouper.resolve(second.story), first.story);
  }
  EXPECT_EQ(grouper.stories().size(), 1u);
}

TEST(Group, TheLinesOfASiteMakeNoCopies) {
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

TEST(Group, AnIdItHasSeenIsPassedOver) {
  Grouper grouper(knowledge());
  const auto first = grouper.add(pact_in_arabic());
  EXPECT_EQ(grouper.add(pact_in_arabic()).story, first.story);
  EXPECT_EQ(grouper.stories()[0].articles.size(), 1u);
  EXPECT_EQ(first.story.size(), 13u);
  EXPECT_EQ(grouper.resolve("nothing"), "");
}

TEST(Group, ARestoredGrouperContinuesWhereTheOtherStood) {
  const std::vector<Annotated> articles = {
      pact_in_arabic(), quake("north-en", "en", "northern-island", "2026-03-14T05:05", 6.4),
      quake("north-ja", "ja", "northern-island", "2026-03-14T09:00", 6.4),
      quake("south-en", "en", "southern-island", "2026-03-22T05:05", 5.8), pact_in_chinese()};
  Grouper whole(knowledge()), before(knowledge()), after(knowledge());
  for (const auto& article : articles) whole.add(article);
  for (size_t i = 0; i < 3; ++i) before.add(articles[i]);
  const auto changes = before.take_changes();
  ASSERT_EQ(changes.rows.size(), 3u);
  ASSERT_TRUE(after.restore(changes.first_row, changes.rows));
  for (size_t i = 3; i < articles.size(); ++i) after.add(articles[i]);
  EXPECT_EQ(after.take_changes().first_row, 3u);
  const auto one = whole.stories(), two = after.stories();
  ASSERT_EQ(one.size(), two.size());
  for (size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].id, two[i].id);
    EXPECT_EQ(one[i].articles, two[i].articles);
  }
  EXPECT_FALSE(after.restore(0, {"not a row"}));
}

TEST(Group, AStoryTellsWhatItsArticlesShare) {
  Grouper grouper(knowledge());
  grouper.add(pact_in_arabic());
  grouper.add(pact_in_chinese());
  const auto arabic = pact_in_arabic(), chinese = pact_in_chinese();
  const Annotated &one = arabic, &other = chinese;
  const auto lines = evidence({&one, &other}, *knowledge());
  ASSERT_FALSE(lines.empty());
  EXPECT_NE(lines[0].find("norland-president"), std::string::npos);
}

}  // namespace
}  // namespace synoptic::group
