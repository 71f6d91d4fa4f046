#include "serve/feeds.h"

#include <gtest/gtest.h>
#include <simdjson.h>
#include <unistd.h>

#include <filesystem>

#include "base/hash.h"
#include "serve/feed_entry.h"
#include "serve/router.h"

namespace synoptic::serve {
namespace {

namespace fs = std::filesystem;

// A store with three entries whose every text tries to break out of its feed.
class FeedsTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_feeds_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    path_ = folder_ + "/s.db";
    auto store = std::move(store::Store::open(path_, store::Mode::kReadWrite).value());
    const std::string bad = "]]></title><script>alert(1)</script>\"'&\x01";
    model::Story story;
    story.id = "s1";
    story.title = bad;
    story.articles = {"a1", "a2"};
    story.accounts = {{"a1"}, {"a2"}};
    model::Synopsis synopsis;
    synopsis.accounts = story.accounts;
    for (const char* about : {"killed", "missing"}) {
      model::Fact fact;
      fact.slot = "quantity";
      fact.about = about;
      fact.verdict = about[0] == 'k' ? "differ" : "only";
      model::FactValue value;
      value.article = "a1";
      value.span = {10, 12};
      value.text = value.norm = value.evidence = bad + about;
      fact.values = {value};
      (about[0] == 'k' ? synopsis.differ : synopsis.only).push_back(fact);
    }
    watch::Sight sight{&story,
                       &synopsis,
                       {{"a1", bad, bad, "javascript:alert(1)", "ar", "rtl"}},
                       {},
                       "2026-03-14T10:00:00Z"};
    store::Store::Update update;
    update.stories = {story};
    update.synopses = {synopsis};
    auto step = watch::watch({}, sight);
    update.facts = step.facts;
    update.entries = step.entries;
    model::Annotated before, after;
    before.article.id = "a0";
    after.article.id = "a1";
    before.article.title = "12 " + bad;
    after.article.title = "15 " + bad;
    update.entries.push_back(watch::revision_entry(watch::diff(before, after), story,
                                                   sight.tellers[0], "2026-03-14T11:00:00Z"));
    ASSERT_TRUE(store.update_stories(update));
  }
  void TearDown() override { fs::remove_all(folder_); }

  Response get(const std::string& target) const {
    static const auto knowledge = knowledge::Knowledge::load().value();
    const auto router = Router::make(path_, knowledge);
    Request request = parse_target(target);
    request.origin = "http://news.example:8440";
    return router->handle(request);
  }

  std::string folder_, path_;
};

size_t count(const std::string& text, const std::string& part) {
  size_t found = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST_F(FeedsTest, AtomIsWholeAndNothingBreaksOut) {
  const Response response = get("/feed/all.atom");
  EXPECT_EQ(response.status, 200u);
  EXPECT_EQ(response.type, "application/atom+xml; charset=utf-8");
  EXPECT_EQ(count(response.body, "<entry>"), 3u);
  EXPECT_EQ(count(response.body, "</title>"), 4u);
  EXPECT_EQ(count(response.body, "<id>urn:uuid:"), 4u);
  EXPECT_EQ(count(response.body, "<script"), 0u);
  EXPECT_GT(count(response.body, "&amp;lt;script"), 0u);  // text in content is escaped twice
  EXPECT_EQ(response.body.find('\x01'), std::string::npos);
  EXPECT_EQ(response.body.find("javascript:"), std::string::npos);
  EXPECT_NE(response.body.find("xml:lang=\"en\""), std::string::npos);
  EXPECT_NE(response.body.find("dir=&quot;rtl&quot;"), std::string::npos);
  EXPECT_NE(response.body.find("rel=\"self\" type=\"application/atom+xml\" "
                               "href=\"http://news.example:8440/feed/all.atom\""),
            std::string::npos);
}

TEST_F(FeedsTest, AreNotHeldBackByADateWhereTheClockWasSetBack) {
  const Response before = get("/feed/all.atom");
  {
    auto store = std::move(store::Store::open(path_, store::Mode::kReadWrite).value());
    store::Store::Update update;
    watch::Entry entry = store.log({}).value().front().entry;
    entry.id = "urn:uuid:later";
    entry.at = "2026-03-13T10:00:00Z";  // an earlier time than all that is there
    update.entries = {entry};
    ASSERT_TRUE(store.update_stories(update));
  }
  const Response after = get("/feed/all.atom");
  Request asked;
  asked.if_none_match = etag_of(before);
  EXPECT_FALSE(is_unchanged(asked, etag_of(after)));
  EXPECT_NE(after.body.find("urn:uuid:later"), std::string::npos);
  EXPECT_NE(after.body.find("<updated>2026-03-14T11:00:00Z</updated>\n<author>"),
            std::string::npos);
}

TEST_F(FeedsTest, AnEmptyFeedIsOfTheLastAdd) {
  const std::string path = folder_ + "/empty.db";
  {
    auto store = std::move(store::Store::open(path, store::Mode::kReadWrite).value());
    ASSERT_TRUE(store.begin_run("2026-03-01T10:00:00Z"));
  }
  const auto router = Router::make(path, knowledge::Knowledge::load().value());
  const Response response = router->handle(parse_target("/feed/all.atom"));
  EXPECT_NE(response.body.find("<updated>2026-03-01T10:00:00Z</updated>"), std::string::npos);
}

TEST_F(FeedsTest, SayTheirErrorsInPlainText) {
  for (const char* target :
       {"/feed/all.atom?limit=0", "/feed/all.json?before=x", "/feed/no.atom"}) {
    const Response response = get(target);
    EXPECT_GE(response.status, 400u) << target;
    EXPECT_EQ(response.type, "text/plain; charset=utf-8") << target;
    EXPECT_EQ(response.body.find('<'), std::string::npos) << target;
  }
}

TEST(EntryText, ATitleTellsWhichStoryAndWhat) {
  const model::Story story{"s1", "阿卡德", {}, {}, "", "", {}, {}, {}};
  model::Synopsis synopsis;
  synopsis.accounts = {{"a1"}, {"a2"}, {"a3"}};
  model::Fact fact;
  fact.id = "f7";
  fact.slot = "quantity";
  fact.about = "killed";
  fact.verdict = "differ";
  for (const char* article : {"a1", "a2", "a3"}) {
    model::FactValue value;
    value.article = article;
    value.account = static_cast<uint32_t>(fact.values.size());
    value.side = value.account == 2 ? 1 : 0;
    value.text = value.norm = value.side == 1 ? "17" : "14";
    fact.values.push_back(value);
  }
  synopsis.differ = {fact};
  watch::Sight sight{&story,
                     &synopsis,
                     {{"a1", "Fire", "Quay", "", "en", "ltr"},
                      {"a2", "Feuer", "Bote", "", "de", "ltr"},
                      {"a3", "Brand", "Kurier", "", "de", "ltr"}},
                     {},
                     "2026-03-14T10:00:00Z"};
  const auto step = watch::watch({}, sight);
  ASSERT_EQ(step.entries.size(), 1u);
  const EntryText text = entry_text(step.entries[0], "http://h");
  EXPECT_EQ(text.title, "Fire – they differ: how many killed: 14 (Quay and 1 more) / 17 (Kurier)");
  EXPECT_EQ(text.url, "http://h" + entry_path(step.entries[0].id));
}

// The story's one difference has this value now; the entries that were made of it.
std::vector<watch::Entry> tell(const std::string& path, const std::string& value,
                               const std::string& time) {
  auto store = std::move(store::Store::open(path, store::Mode::kReadWrite).value());
  model::Story story = store.story("s1")->story;
  model::Synopsis synopsis;
  synopsis.accounts = story.accounts;
  model::Fact fact;
  fact.id = "f" + value;
  fact.slot = "quantity";
  fact.about = "rescued";
  fact.verdict = "differ";
  for (const char* article : {"a1", "a2"}) {
    model::FactValue& told = fact.values.emplace_back();
    told.article = article;
    told.account = told.side = static_cast<uint32_t>(fact.values.size() - 1);
    told.span = {40, 42};
    told.text = told.norm = fact.values.size() == 1 ? "31" : value;
  }
  if (value != "gone") synopsis.differ = {fact};
  watch::Sight sight{&story, &synopsis, {{"a1", "Fire", "Quay", "", "en", "ltr"}}, {}, time};
  auto step = watch::watch(*store.watched("s1"), sight);
  store::Store::Update update;
  update.stories = {story};
  update.synopses = {synopsis};
  update.facts = step.facts;
  update.entries = step.entries;
  EXPECT_TRUE(store.update_stories(update));
  std::erase_if(step.entries,
                [](const auto& entry) { return entry.json.find("rescued") == std::string::npos; });
  return step.entries;
}

TEST_F(FeedsTest, AnEntryLeadsToItsFactAndLaterTellsWhatItWas) {
  const auto first = tell(path_, "34", "2026-03-15T10:00:00Z");
  ASSERT_EQ(first.size(), 1u);
  const std::string path = entry_path(first[0].id);
  EXPECT_EQ(get(path).status, 303u);
  EXPECT_EQ(get(path).location, "/story/s1#f34");
  const auto second = tell(path_, "38", "2026-03-16T10:00:00Z");
  ASSERT_EQ(second.size(), 1u);
  EXPECT_EQ(get(entry_path(second[0].id)).location, "/story/s1#f38");
  const Response then = get(path);
  EXPECT_EQ(then.status, 200u);
  EXPECT_NE(then.body.find("it has changed since. <a href=\"/story/s1#f38\""), std::string::npos);
  EXPECT_NE(then.body.find("<strong lang=\"en\" dir=\"ltr\">31</strong>"), std::string::npos);
  EXPECT_NE(then.body.find(entry_path(second[0].id)), std::string::npos);
  tell(path_, "gone", "2026-03-17T10:00:00Z");
  EXPECT_NE(get(path).body.find("no account tells it like this"), std::string::npos);
  EXPECT_EQ(get("/entry/nope").status, 404u);
}

TEST_F(FeedsTest, EachFeedHasItsKinds) {
  EXPECT_EQ(count(get("/feed/differences.atom").body, "<entry>"), 1u);
  EXPECT_EQ(count(get("/feed/singles.atom").body, "<entry>"), 1u);
  EXPECT_EQ(count(get("/feed/revisions.atom").body, "<entry>"), 1u);
  EXPECT_EQ(count(get("/feed/updates.atom").body, "<entry>"), 0u);
  EXPECT_EQ(count(get("/feed/story/s1.atom").body, "<entry>"), 3u);
  for (const char* none : {"/feed/nothing.atom", "/feed/all.rss", "/feed/story/nope.json"}) {
    EXPECT_EQ(get(none).status, 404u) << none;
  }
}

TEST_F(FeedsTest, JsonFeedReadsBackAndGoesOn) {
  const Response response = get("/feed/all.json?limit=2");
  simdjson::dom::parser parser;
  simdjson::dom::element root = parser.parse(response.body);
  EXPECT_EQ(std::string_view(root["version"]), "https://jsonfeed.org/version/1.1");
  simdjson::dom::array items = root["items"];
  EXPECT_EQ(items.size(), 2u);
  EXPECT_EQ(std::string_view(items.at(0)["_synoptic"]["kind"]), "revision");
  EXPECT_EQ(std::string_view(items.at(0)["url"]), "http://news.example:8440/article/a1/history");
  const std::string next{std::string_view(root["next_url"])};
  const Response rest = get(next.substr(next.find("/feed")));
  EXPECT_EQ(count(rest.body, "\"date_published\""), 1u);
}

TEST(Conditions, TagsCount) {
  Request request;
  EXPECT_FALSE(is_unchanged(request, "\"x\""));
  request.if_none_match = "\"y\"";
  EXPECT_FALSE(is_unchanged(request, "\"x\""));
  request.if_none_match = "\"y\", W/\"x\"";
  EXPECT_TRUE(is_unchanged(request, "\"x\""));
}

TEST(Origin, IsOnlyAHost) {
  EXPECT_EQ(origin_of("news.example:80", ""), "http://news.example:80");
  EXPECT_EQ(origin_of("news.example", "https"), "https://news.example");
  EXPECT_EQ(origin_of("x\"><script>", ""), "");
  EXPECT_EQ(origin_of("", ""), "");
}

}  // namespace
}  // namespace synoptic::serve
