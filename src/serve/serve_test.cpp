#include "serve/serve.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/hash.h"
#include "serve/change_words.h"
#include "serve/router.h"
#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

namespace fs = std::filesystem;

TEST(Request, TargetsAreDecodedOnce) {
  const Request request = parse_target("/story/a%20b%2525?page=2&x=%3Cb%3E&page=3#frag");
  EXPECT_EQ(request.path, "/story/a b%25");
  EXPECT_EQ(request.parameter("page"), "3");
  EXPECT_EQ(request.parameter("x"), "<b>");
  EXPECT_EQ(request.number("page", 1), 3u);
  EXPECT_EQ(request.number("x", 7), 7u);
}

TEST(Request, NonsenseIsNoNumber) {
  EXPECT_EQ(parse_target("/?page=-1").number("page", 1), 1u);
  EXPECT_EQ(parse_target("/?page=99999999999999999999").number("page", 1), 1u);
  EXPECT_EQ(parse_target("/?page=0").number("page", 1), 1u);
}

TEST(Escape, LeavesNoMarkup) {
  EXPECT_EQ(escape("<a href=\"x\">'&'</a>"),
            "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  EXPECT_EQ(url_part("a b/ü?"), "a%20b/%C3%BC%3F");
}

TEST(DateText, MachinesReadTheStatedZoneAndNoGuess) {
  EXPECT_EQ(date_text("2025-03-14"), "<time datetime=\"2025-03-14\">2025-03-14</time>");
  EXPECT_EQ(date_text("2025-03-14T21:10+01:00"),
            "<time datetime=\"2025-03-14T21:10+01:00\">2025-03-14 21:10</time> +01:00 <span "
            "class=\"quiet utc\">(20:10 UTC)</span>");
  EXPECT_EQ(date_text("2025-03-15T09:05+09:00?"),
            "<time datetime=\"2025-03-15T09:05\">2025-03-15 09:05</time> "
            "<span class=\"quiet\">zone not stated, perhaps +09:00</span>");
  model::Article article;
  article.published.emplace().value = *model::parse_iso("2025-03-14T21:10+01:00");
  EXPECT_TRUE(date_text(article).starts_with(
      "<time datetime=\"2025-03-14T21:10+01:00\">2025-03-14 21:10</time> +01:00"));
}

TEST(DateText, AHeadHasRoomForAClockOfOneZone) {
  EXPECT_EQ(short_date_text("2026-11-09T23:40:00-03:00"),
            "<time datetime=\"2026-11-09T23:40:00-03:00\" title=\"2026-11-09T23:40:00-03:00\">Nov "
            "10, 02:40 UTC</time>");
  EXPECT_NE(short_date_text("2026-11-09").find(">Nov 9</time>"), std::string::npos);
  EXPECT_NE(short_date_text("2026-11").find(">2026-11</time>"), std::string::npos);
  EXPECT_NE(short_date_text("").find("no date"), std::string::npos);
}

// These stories and no others.
Result<bool> have_stories(store::Store& store, const std::vector<model::Story>& stories,
                          const std::vector<model::Synopsis>& synopses) {
  store::Store::Update update;
  update.stories = stories;
  update.synopses = synopses;
  update.everything = true;
  return store.update_stories(update);
}

// A store with one article whose every text tries to break out of the page.
class PagesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_serve_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    path_ = folder_ + "/s.db";
    const std::string bad = "<script>alert(1)</script>\"'";
    model::Capture capture;
    capture.path = bad;
    capture.text = bad + " Oslo";
    capture.sha256 = sha256_hex(capture.text);
    model::Annotated annotated;
    model::Article& article = annotated.article;
    article.id = "a1";
    article.sha256 = capture.sha256;
    article.title = article.url = article.section = bad;
    article.path = bad;
    article.lang = bad;
    article.dir = "ltr";
    article.publisher = model::Publisher{bad, "", bad, bad, {}};
    article.origins.push_back({bad, "javascript:alert(1)", "", "link", {}, {}});
    article.keywords = {bad};
    article.removed.push_back({bad, {0, 3}, bad});
    model::Block block;
    block.text = capture.text;
    block.span = {0, static_cast<uint32_t>(capture.text.size())};
    block.source.append_linear(block.span.end, 0);
    article.blocks.push_back(block);
    model::Mention mention;
    const auto at = static_cast<uint32_t>(bad.size() + 1);
    mention.at = {0, {at, at + 4}, {at, at + 4}};
    mention.text = "Oslo";
    mention.entity = "oslo";
    mention.name = "Ósló " + bad;
    annotated.mentions = {mention};
    model::Story story;
    story.id = "s1";
    story.title = bad;
    story.articles = {"a1"};
    story.accounts = {{"a1"}};
    story.languages = {bad};
    story.evidence = {bad};
    auto store = store::Store::open(path_, store::Mode::kReadWrite);
    ASSERT_TRUE(store);
    ASSERT_TRUE(store->add(capture, {annotated}));
    ASSERT_TRUE(have_stories(*store, {story}, {{}}));
  }
  void TearDown() override { fs::remove_all(folder_); }

  Response get(const std::string& target) const {
    static const auto knowledge = knowledge::Knowledge::load().value();
    const auto router = Router::make(path_, knowledge);
    return router->handle(parse_target(target));
  }

  std::string folder_, path_;
};

TEST_F(PagesTest, NothingFromADocumentBecomesMarkup) {
  for (const char* target :
       {"/", "/articles", "/entities", "/?q=%3Cscript%3E", "/articles?q=%22%3E%3Cscript",
        "/story/s1", "/story/s1.md", "/story/s1/provenance.svg", "/article/a1",
        "/article/a1?from=1&to=9", "/entity/oslo"}) {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200u) << target;
    EXPECT_EQ(response.body.find("<script"), std::string::npos) << target;
    EXPECT_EQ(response.body.find("javascript:"), std::string::npos) << target;
  }
}

TEST_F(PagesTest, NothingNeedsScriptOrInlineStyle) {
  for (const char* target : {"/", "/story/s1", "/article/a1", "/story/s1/provenance.svg"}) {
    const std::string body = get(target).body;
    EXPECT_EQ(body.find(" style="), std::string::npos) << target;
    EXPECT_EQ(body.find("<style"), std::string::npos) << target;
    EXPECT_EQ(body.find(" onclick"), std::string::npos) << target;
  }
}

TEST_F(PagesTest, AStoryIsThereInEveryForm) {
  const Response page = get("/story/s1");
  EXPECT_NE(page.body.find("<link rel=\"canonical\" href=\"/story/s1\">"), std::string::npos);
  EXPECT_NE(page.body.find("There is one account only"), std::string::npos);
  EXPECT_EQ(get("/story/s1.md").type, "text/markdown; charset=utf-8");
  EXPECT_EQ(get("/story/s1/provenance.svg").type, "image/svg+xml; charset=utf-8");
  EXPECT_EQ(get("/story/s1/parties.svg").status, 404u);  // nobody does anything to anybody
  EXPECT_EQ(get("/api/story/s1").type, "application/json; charset=utf-8");
  EXPECT_NE(get("/api/story/s1").body.find("\"lineage\":{"), std::string::npos);
  EXPECT_EQ(get("/story/nope.md").status, 404u);
  EXPECT_EQ(get("/story/.md").status, 404u);
  EXPECT_EQ(get("/story/").status, 404u);
}

TEST_F(PagesTest, ListsAreNarrowed) {
  EXPECT_NE(get("/?q=OSLO+script").body.find("href=\"/story/s1\""),
            std::string::npos);  // a name in it
  EXPECT_EQ(get("/?q=bergen").body.find("href=\"/story/s1\""), std::string::npos);
  EXPECT_EQ(get("/?show=differ").body.find("href=\"/story/s1\""), std::string::npos);
  EXPECT_NE(get("/articles?q=oslo").body.find("href=\"/article/a1\""), std::string::npos);
  EXPECT_EQ(get("/articles?lang=sv").body.find("href=\"/article/a1\""), std::string::npos);
  EXPECT_EQ(get("/entities?q=berg").body.find("href=\"/entity/oslo\""), std::string::npos);
  EXPECT_NE(get("/article/a1").body.find("href=\"/story/s1\""), std::string::npos);
}

TEST_F(PagesTest, WordsOfATextAreFoundAndShown) {
  const std::string body = get("/?q=alert").body;
  EXPECT_NE(body.find("href=\"/story/s1\""), std::string::npos);
  EXPECT_NE(body.find("<mark>alert</mark>"), std::string::npos);
  EXPECT_NE(body.find("/article/a1?from="), std::string::npos);
  EXPECT_EQ(get("/?q=alert+nothing").body.find("href=\"/story/s1\""), std::string::npos);
  EXPECT_NE(get("/?q=%22script+alert%22").body.find("href=\"/story/s1\""), std::string::npos);
  EXPECT_NE(get("/entities?q=alert").body.find("href=\"/?q=alert\""), std::string::npos);
}

TEST_F(PagesTest, AWrongParameterIsSaidToBeWrong) {
  const Response response = get("/?page=two");
  EXPECT_EQ(response.status, 400u);
  EXPECT_NE(response.body.find("must be a whole number"), std::string::npos);
  EXPECT_EQ(get("/api/stories?page=0").type, "application/problem+json; charset=utf-8");
}

TEST_F(PagesTest, ANameIsFoundByWhateverItIsCalled) {
  for (const char* words : {"Осло", "%E5%A5%A5%E6%96%AF%E9%99%86", "أوسلو", "Oslos"}) {
    EXPECT_NE(get(std::string("/articles?q=") + words).body.find("href=\"/article/a1\""),
              std::string::npos)
        << words;
    EXPECT_NE(get(std::string("/entities?q=") + words).body.find("href=\"/entity/oslo\""),
              std::string::npos)
        << words;
  }
  EXPECT_EQ(get("/articles?q=Берген").body.find("href=\"/article/a1\""), std::string::npos);
}

TEST_F(PagesTest, BehindTheLastPageIsNothing) {
  for (const char* target : {"/?page=99", "/articles?page=99", "/entities?page=99"}) {
    const std::string body = get(target).body;
    EXPECT_NE(body.find("nothing this far down"), std::string::npos) << target;
    EXPECT_EQ(body.find("Newer"), std::string::npos) << target;
  }
}

TEST_F(PagesTest, NamesHaveFurtherPages) {
  {
    auto store = store::Store::open(path_, store::Mode::kReadWrite);
    ASSERT_TRUE(store);
    model::Capture capture;
    capture.text = "Names";
    capture.sha256 = sha256_hex(capture.text);
    model::Annotated annotated;
    annotated.article.id = "a2";
    annotated.article.sha256 = capture.sha256;
    for (int i = 0; i < 300; ++i) {
      model::Mention mention;
      mention.entity = mention.name = "name-" + std::to_string(i);
      annotated.mentions.push_back(mention);
    }
    ASSERT_TRUE(store->add(capture, {annotated}));
  }
  const auto count = [](const std::string& body) {
    size_t found = 0;
    for (size_t at = body.find("/entity/"); at != std::string::npos;
         at = body.find("/entity/", at + 1))
      ++found;
    return found;
  };
  const std::string first = get("/entities").body, second = get("/entities?page=2").body;
  EXPECT_EQ(count(first), 300u);
  EXPECT_NE(first.find("Names 1 to 300"), std::string::npos);
  EXPECT_NE(first.find("rel=\"next\" href=\"/entities?page=2\""), std::string::npos);
  EXPECT_EQ(count(second), 1u);
  EXPECT_NE(second.find("rel=\"prev\""), std::string::npos);
}

TEST_F(PagesTest, OneAccountHasNoOrder) {
  const std::string body = get("/story/s1").body;
  EXPECT_EQ(body.find("id=\"timeline\""), std::string::npos);
  EXPECT_NE(body.find("id=\"provenance\""), std::string::npos) << "it cites somebody";
  EXPECT_NE(body.find("href=\"/feed/story/s1.atom\">Feed"), std::string::npos);
}

TEST_F(PagesTest, AStoryLeadsToThoseAroundIt) {
  {
    auto store = store::Store::open(path_, store::Mode::kReadWrite);
    ASSERT_TRUE(store);
    model::Story story = store->story("s1")->story;
    story.first = "2026-03-02T10:00";
    story.links = {{"s2", "follow_up"}, {"gone", "follow_up"}};
    model::Story later;
    later.id = "s2";
    later.title = "Toll rises <b>";
    later.first = "2026-03-09T10:00";
    later.links = {{"s1", "follow_up"}};
    ASSERT_TRUE(have_stories(*store, {story, later}, {{}, {}}));
  }
  const std::string body = get("/story/s1").body;
  EXPECT_NE(body.find("Later, on the same subject:"), std::string::npos);
  EXPECT_NE(body.find("href=\"/story/s2\""), std::string::npos);
  EXPECT_NE(body.find("Toll rises &lt;b&gt;"), std::string::npos);
  const std::string other = get("/story/s2").body;
  EXPECT_NE(other.find("Earlier, on the same subject:"), std::string::npos);
  // It has no account at all: neither sources nor a line of the event are drawn around nothing.
  EXPECT_EQ(other.find("id=\"provenance\""), std::string::npos);
  EXPECT_EQ(other.find("id=\"event\""), std::string::npos);
}

TEST(Sides, TheColourIsThatOfMost) {
  model::Fact fact;
  for (const uint32_t side : {4u, 7u, 7u, 4u, 7u}) {
    model::FactValue value;
    value.side = side;
    value.account = static_cast<uint32_t>(fact.values.size());
    fact.values.push_back(value);
  }
  EXPECT_EQ(side_of(fact, fact.values[0]), 1u);
  EXPECT_EQ(side_of(fact, fact.values[1]), 0u);
}

TEST(Folds, NamesAndTheLikeShareALine) {
  model::Fact named, place, deed, denied, figure;
  named.about = "named";
  place.slot = "place";
  place.about = "mentioned";
  deed.slot = denied.slot = "outcome";
  deed.about = denied.about = "arrest";
  deed.values.resize(2);
  denied.values.resize(2);
  for (auto& value : deed.values) value.norm = "arrest: yes";
  for (auto& value : denied.values) value.norm = "arrest: no";
  figure.slot = "quantity";
  sheet::Section section{"several", "Several say", {&named, &figure, &place, &deed, &denied}};
  const auto folds = take_folds(section);
  ASSERT_EQ(folds.size(), 3u);
  EXPECT_EQ(folds[0].title, "Named by several");
  EXPECT_EQ(section.facts, (std::vector<const model::Fact*>{&figure, &denied}));
  sheet::Section differ{"differ", "They differ", {&named}};
  EXPECT_TRUE(take_folds(differ).empty());
}

TEST(ChangeWords, AreForPeople) {
  EXPECT_EQ(change_words("figure_changed"), "Another figure");
  EXPECT_EQ(sign_words("attribution_removed"), "no longer told in somebody's name");
  EXPECT_EQ(sign_words("asserted_to_planned"), "asserted to planned");
}

TEST_F(PagesTest, LanguagesHaveNames) {
  const auto knowledge = knowledge::Knowledge::load().value();
  EXPECT_EQ(language_name(*knowledge, "zh-Hant"), "Chinese (Traditional)");
  EXPECT_EQ(language_name(*knowledge, "ne"), "Nepali");
  EXPECT_EQ(language_name(*knowledge, "ar"), "Arabic");
  EXPECT_EQ(language_name(*knowledge, "<b>"), "<b>");
}

TEST_F(PagesTest, AnErrorHasATitle) {
  EXPECT_NE(get("/nope").body.find("<title>There is no such page — Synoptic</title>"),
            std::string::npos);
  EXPECT_EQ(get("/feed/nothing.atom").type, "text/plain; charset=utf-8");
}

TEST_F(PagesTest, TheSameEveryTime) {
  for (const char* target : {"/story/s1", "/story/s1.md", "/api/story/s1"}) {
    EXPECT_EQ(get(target).body, get(target).body) << target;
  }
}

TEST_F(PagesTest, WhatIsWrittenIsShownAtOnce) {
  EXPECT_EQ(get("/").body.find("Fire in Bergen"), std::string::npos);
  const std::string before = get("/story/s1").etag;
  EXPECT_FALSE(before.empty());
  EXPECT_EQ(get("/story/s1").etag, before);
  {
    auto store = store::Store::open(path_, store::Mode::kReadWrite);
    ASSERT_TRUE(store);
    model::Story story = store->story("s1")->story;
    story.title = "Fire in Bergen";
    model::Synopsis synopsis;
    synopsis.title = story.title;
    ASSERT_TRUE(have_stories(*store, {story}, {synopsis}));
  }
  EXPECT_NE(get("/").body.find("Fire in Bergen"), std::string::npos);
}

TEST(PageMemory, KeepsWhatWasReadSinceTheStoreChanged) {
  PageMemory memory(1 << 20);
  const Response page{200, "text/html", "a page", "", "", ""};
  const uint64_t since = memory.begin(true);
  memory.keep(since, "a", page);
  ASSERT_TRUE(memory.find("a"));
  EXPECT_EQ(memory.find("a")->body, "a page");
  EXPECT_EQ(memory.begin(false), since);
  EXPECT_TRUE(memory.find("a"));
  memory.begin(true);
  EXPECT_FALSE(memory.find("a"));
  memory.keep(since, "a", page);  // read before the change was seen
  EXPECT_FALSE(memory.find("a"));
}

TEST(PageMemory, TheLongestUnusedGivesWay) {
  PageMemory memory(10'000);
  const uint64_t since = memory.begin(true);
  const Response page{200, "text/html", std::string(2000, 'x'), "", "", ""};
  for (const char* key : {"a", "b", "c"}) memory.keep(since, key, page);
  EXPECT_TRUE(memory.find("a"));
  for (const char* key : {"d", "e"}) memory.keep(since, key, page);
  EXPECT_TRUE(memory.find("a"));
  EXPECT_FALSE(memory.find("b"));
  EXPECT_TRUE(memory.find("e"));
  memory.keep(since, "big", {200, "text/html", std::string(3000, 'x'), "", "", ""});
  EXPECT_FALSE(memory.find("big"));
}

TEST(PageMemory, RequestsAreToldApart) {
  const auto key = [](const char* target) { return key_of(parse_target(target)); };
  EXPECT_EQ(key("/?b=1&a=2"), key("/?a=2&b=1"));
  for (const char* other : {"/?a=12", "/?a1=2", "/?a=1%262", "/articles?a=1", "/", "/?a=1&b"}) {
    EXPECT_NE(key("/?a=1"), key(other)) << other;
  }
}

TEST_F(PagesTest, EvidenceIsMarkedInTheText) {
  const Response response = get("/article/a1?from=28&to=32");
  EXPECT_NE(response.body.find("<mark id=\"evidence\">"), std::string::npos);
  EXPECT_NE(response.body.find("href=\"/entity/oslo\""), std::string::npos);
  // Spans that lie outside the article, or are upside down, mark nothing and break nothing.
  for (const char* target : {"/article/a1?from=900&to=999", "/article/a1?from=9&to=3"}) {
    EXPECT_EQ(get(target).body.find("id=\"evidence\""), std::string::npos);
  }
}

TEST_F(PagesTest, MissingThingsAreSaidToBeMissing) {
  EXPECT_EQ(get("/story/nope").status, 404u);
  EXPECT_EQ(get("/article/nope").status, 404u);
  EXPECT_EQ(get("/entity/nope").status, 404u);
  EXPECT_EQ(get("/nope").status, 404u);
  EXPECT_EQ(get("/api/story/nope").type, "application/problem+json; charset=utf-8");
  EXPECT_EQ(get("/healthz").body, "ok\n");
  EXPECT_GT(get("/style.css").body.size(), 1000u);
}

}  // namespace
}  // namespace synoptic::serve
