// What the stream may bring: wrong dates, masses of copies, scraps, two languages in one text.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "base/hash.h"
#include "group/explain.h"

namespace synoptic::group {
namespace {

using model::Annotated;

std::shared_ptr<const knowledge::Knowledge> knowledge() {
  static const auto loaded = std::make_shared<const knowledge::Knowledge>();
  return loaded;
}

Annotated article(const std::string& key, const std::string& lang, const std::string& title,
                  const std::string& text, const std::string& date) {
  Annotated made;
  made.article.id = sha256_hex(key).substr(0, 16);
  made.article.lang = lang;
  made.article.title = title;
  made.article.title_source.append_linear(static_cast<uint32_t>(title.size()), 0);
  model::Block block;
  block.text = text;
  block.source.append_linear(static_cast<uint32_t>(text.size()), 1000);
  made.article.blocks.push_back(block);
  if (!date.empty()) {
    made.article.published.emplace();
    made.article.published->value = *model::parse_iso(date);
  }
  return made;
}

constexpr const char* kFerry =
    "The ferry left the harbour of Quillmouth at dawn with a load of timber and forty passengers. "
    "An hour later smoke rose from the engine room and the captain turned back. Fishing boats took "
    "everyone off before the hull broke, and divers will look at the wreck on Monday.";
constexpr const char* kFerryArabic =
    "غادرت العبارة الميناء عند الفجر وعلى متنها أربعون راكبا وحمولة من الخشب. وبعد ساعة تصاعد "
    "الدخان من غرفة المحرك فعاد القبطان إلى الميناء، وأنقذت قوارب الصيد جميع الركاب.";

bool doubts(const Explanation& explanation, std::string_view code, uint32_t of) {
  return std::any_of(explanation.doubts.begin(), explanation.doubts.end(), [&](const auto& doubt) {
    return doubt.code == code && doubt.articles[0] == of;
  });
}

#ifdef __SANITIZE_ADDRESS__
constexpr size_t kCopies = 3000;  // every further copy goes the same way
#else
constexpr size_t kCopies = 10000;
#endif

TEST(Stress, ThousandsOfCopiesAreOneStoryAndOneAccount) {
  const auto start = std::chrono::steady_clock::now();
  Grouper grouper(knowledge());
  std::vector<Annotated> copies;
  for (size_t i = 0; i < kCopies; ++i) {
    copies.push_back(article("copy " + std::to_string(i), "en", "Ferry burns off Quillmouth",
                             kFerry, "2026-05-02"));
    grouper.add(copies.back());
  }
  const auto stories = grouper.stories();
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].articles.size(), kCopies);
  EXPECT_EQ(stories[0].accounts.size(), 1u);
  std::vector<const Annotated*> members;
  for (const auto& copy : copies) members.push_back(&copy);
  const auto why = explain(members, *knowledge(), &grouper);
  EXPECT_EQ(why.ties.size(), kCopies);
  EXPECT_TRUE(why.ties[77].copy);
  EXPECT_TRUE(why.doubts.empty());
  // Minutes would mean that each is compared with all; on a busy machine it takes some seconds.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(300));
}

TEST(Stress, AWrongDateDoesNotTearACopyAwayAndIsTold) {
  Grouper grouper(knowledge());
  std::vector<Annotated> articles = {
      article("a", "en", "Ferry burns off Quillmouth", kFerry, "2026-05-02"),
      article("b", "en", "Ferry burns off Quillmouth", kFerry, "2026-06-20"),
      article("c", "en", "Ferry burns off Quillmouth", kFerry, "")};
  articles[1].article.fetched = "2026-05-03T00:00:00Z";
  for (const auto& one : articles) grouper.add(one);
  ASSERT_EQ(grouper.stories().size(), 1u);
  EXPECT_EQ(grouper.stories()[0].articles[0], articles[0].article.id);
  EXPECT_EQ(grouper.stories()[0].articles[2], articles[2].article.id);  // without a date: last
  const auto why = explain({&articles[0], &articles[1], &articles[2]}, *knowledge(), &grouper);
  EXPECT_TRUE(doubts(why, "date_apart", 1));
  EXPECT_TRUE(doubts(why, "date_after_fetch", 1));
  EXPECT_TRUE(doubts(why, "undated", 2));
}

TEST(Stress, DatesOfOtherMillenniaAreBorne) {
  Grouper grouper(knowledge());
  const std::vector<Annotated> articles = {
      article("a", "en", "Ferry burns off Quillmouth", kFerry, "2026-05-02"),
      article("b", "en", "Bakers win a golden loaf", "The jury gave a golden loaf.", "9999-12-31"),
      article("c", "en", "Chess club loses its lease", "Members moved the boards.", "0001-01-01")};
  for (const auto& one : articles) grouper.add(one);
  EXPECT_EQ(grouper.stories().size(), 3u);
  const auto why = explain({&articles[1]}, *knowledge(), &grouper);
  EXPECT_TRUE(why.ties.empty());
}

TEST(Stress, ThousandsOfScrapsStayApartWhereTheyShareNoWord) {
  const std::vector<std::string> words = {
      "bridge", "mayor",   "ferry",   "bread",  "chess",  "flood",  "strike", "museum", "train",
      "vote",   "storm",   "oven",    "lamp",   "garden", "school", "prize",  "doctor", "island",
      "wheat",  "copper",  "theatre", "judge",  "orbit",  "salmon", "violin", "desert", "tunnel",
      "ticket", "glacier", "harbour", "pepper", "castle", "forest", "engine", "poetry", "rocket",
      "saddle", "market",  "winter",  "turtle", "mirror", "bishop", "cotton", "helmet", "jungle"};
  Grouper grouper(knowledge());
  std::vector<Annotated> scraps;
  for (size_t i = 0; i < 3000; ++i) {
    const size_t from = i * 3 % words.size();
    const std::string title = words[from] + " " + words[from + 1] + " " + words[from + 2];
    scraps.push_back(article("scrap " + std::to_string(i), "en", title, "", "2026-05-02"));
    grouper.add(scraps.back());
  }
  EXPECT_EQ(grouper.stories().size(), words.size() / 3);
  const auto why = explain({&scraps[0], &scraps[1]}, *knowledge(), &grouper);
  EXPECT_TRUE(doubts(why, "short", 0));
}

TEST(Stress, ScrapsThatShareSomeWordsDoNotChainIntoOneStory) {
  const std::vector<std::string> words = {"bridge", "mayor",  "ferry",  "bread",  "chess",
                                          "flood",  "strike", "museum", "train",  "vote",
                                          "storm",  "oven",   "lamp",   "garden", "school",
                                          "prize",  "doctor", "island", "wheat",  "copper"};
  Grouper grouper(knowledge());
  std::vector<Annotated> scraps;
  for (size_t i = 0; i < 400; ++i) {
    std::string title;
    for (size_t k = 0; k < 3; ++k) title += words[(i + k) % words.size()] + " ";
    scraps.push_back(article("scrap " + std::to_string(i), "en", title, "", "2026-05-02"));
    grouper.add(scraps.back());
  }
  EXPECT_EQ(grouper.stories().size(), words.size());  // those of the same three words
  const auto why = explain({&scraps[0], &scraps[1]}, *knowledge(), &grouper);
  EXPECT_TRUE(doubts(why, "short", 0));
  ASSERT_EQ(why.ties.size(), 2u);
  EXPECT_LT(why.ties[1].score, why.join);
}

TEST(Stress, OneArticleInTwoLanguagesFindsItsStoryAndIsTold) {
  const Annotated english = article("e", "en", "Ferry burns off Quillmouth", kFerry, "2026-05-02");
  const Annotated both = article("m", "en", "Ferry burns off Quillmouth",
                                 std::string(kFerry) + "\n" + kFerryArabic, "2026-05-02");
  Grouper grouper(knowledge());
  grouper.add(english);
  grouper.add(both);
  ASSERT_EQ(grouper.stories().size(), 1u);
  const auto why = explain({&english, &both}, *knowledge(), &grouper);
  EXPECT_TRUE(doubts(why, "language_mixed", 1));
  EXPECT_FALSE(doubts(why, "language_mixed", 0));
}

}  // namespace
}  // namespace synoptic::group
