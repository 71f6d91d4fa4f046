#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "clean/cue_match.h"
#include "clean/draft.h"
#include "clean/html/embedded_post.h"
#include "clean/people/about_writer.h"
#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const char* const kText =
    "<p>The town of Brelo opened its bridge on Monday, after eleven years of work and three "
    "winters in which the river took the piers away.</p>"
    "<p>Some nine hundred people crossed it within the first hour, most of them on foot, and the "
    "mayor carried a lamp from bank to bank.</p>"
    "<p>Buses are to follow in the autumn, when the road on the eastern side is finished and the "
    "last barriers have been taken down.</p>";

std::string page(std::string_view more) {
  return "<html><head><title>Bridge opens in Brelo</title></head><body><article>"
         "<h1>Bridge opens in Brelo</h1><div>" +
         std::string(kText) + std::string(more) + "</div></article></body></html>";
}

std::string reason(std::string_view more, std::string_view words) {
  const Draft draft = read_html(html_capture(page(more)), test_knowledge());
  const auto found =
      std::find_if(draft.pieces.begin(), draft.pieces.end(),
                   [&](const Piece& piece) { return piece.text.find(words) != std::string::npos; });
  if (found == draft.pieces.end()) return "absent";
  return std::string(found->outside ? found->reason : "inside");
}

std::string writer(std::string_view text) {
  const Line line = line_for_cues(text);
  const auto name = writer_told_of(line, test_knowledge());
  return name ? std::string(name->of(line.piece.text)) : "";
}

TEST(SideLines, CallsToOtherMedia) {
  const std::string last = "<p>The old ferry will be sold to whoever names the best price.</p>";
  const auto called = [&](const std::string& line) { return reason(line + last, "the bridge"); };
  EXPECT_EQ(called("<p><strong>WATCH: a walk over the bridge</strong></p>"), "related");
  EXPECT_EQ(called("<p><b>[영상] the bridge</b></p>"), "related");
  EXPECT_EQ(called("<p>FOTOS | <a href=/g/1>Las mejores fotos de the bridge</a></p>"), "related");
  EXPECT_EQ(called("<p><strong>İZLE: the bridge</strong></p>"), "related");
  EXPECT_EQ(called("<p><b>DIAPORAMA. <a href=/d/1>Photos of the bridge</a></b></p>"), "related");
  // A sentence, a subhead, a line that nothing sets apart.
  EXPECT_EQ(called("<p><strong>Watch the bridge: it moves.</strong></p>"), "inside");
  EXPECT_EQ(called("<h2>Video: what the bridge has changed</h2>"), "inside");
  EXPECT_EQ(called("<p>Watch: the bridge was how the rivals once called each other</p>"), "inside");
}

TEST(SideLines, ABoxWithAButtonForANewsletter) {
  const auto box = [](const std::string& words, const std::string& button) {
    return reason("<div class=q1><strong>The bridge in brief</strong><p>" + words + "</p>" +
                      button +
                      "</div><p>The old ferry will be sold to whoever names the best price.</p>",
                  "in brief");
  };
  const std::string button = "<button>Sign up</button>";
  EXPECT_EQ(box("All of it, every week in your inbox.", button), "control");
  EXPECT_EQ(box("Chaque jour dans votre boîte mail.", button), "control");
  EXPECT_EQ(box("All of it, every week in your inbox.", ""), "inside");
  EXPECT_EQ(box("It has nine piers and no lamps.", button), "inside");
}

TEST(SideLines, CorrectionsInItalicsBehindTheText) {
  EXPECT_EQ(reason("<p><em>Correction: the bridge has nine piers.</em></p>", "nine piers"), "note");
  EXPECT_EQ(reason("<p><em>Düzeltme: köprünün dokuz ayağı var.</em></p>", "dokuz"), "note");
  EXPECT_EQ(reason("<p>Correction: the bridge has nine piers.</p>", "nine piers"), "inside");
}

TEST(SideLines, EndOfARelease) {
  const std::string about = "<p><b>About Brelo Works</b></p><p>Brelo Works builds bridges.</p>";
  EXPECT_EQ(reason("<p>– ENDS –</p>" + about, "ENDS"), "residue");
  EXPECT_EQ(reason("<p>– ENDS –</p>" + about, "builds bridges"), "inside");
}

TEST(SideLines, WhoWroteIt) {
  const std::string bio = "<p>Anna Lenk is a reporter for the Brelo Post.</p>";
  EXPECT_EQ(reason(bio, "Anna Lenk"), "note");
  const auto articles = clean_capture(html_capture(page(bio)));
  ASSERT_EQ(articles.size(), 1U);
  ASSERT_EQ(articles[0].authors.size(), 1U);
  EXPECT_EQ(articles[0].authors[0].name, "Anna Lenk");
  // The text speaks of her.
  EXPECT_EQ(reason("<p>Anna Lenk was there.</p>" + bio, "is a reporter"), "inside");
}

TEST(SideLines, NamesOfWriters) {
  EXPECT_EQ(writer("Malte Friis ist Redakteur im Ressort Verkehr."), "Malte Friis");
  EXPECT_EQ(writer("Deniz Aksoy, Kıyı Postası’nda kültür muhabiri."), "Deniz Aksoy");
  EXPECT_EQ(writer("Марія Гнатюк – журналістка відділу освіти."), "Марія Гнатюк");
  EXPECT_EQ(writer("سلمى الحداد صحفية تغطي شؤون النقل."), "سلمى الحداد");
  EXPECT_EQ(writer("（作者简介：林若溪，本报城市新闻部记者，长期关注交通。）"), "林若溪");
  EXPECT_EQ(writer("오하늘 기자는 지역의 작은 가게를 취재합니다."), "오하늘");
  EXPECT_EQ(writer("The mayor told a reporter that the bridge is safe."), "");
  EXPECT_EQ(writer("此外，记者从报告中看到，桥是安全的。"), "");
  EXPECT_EQ(writer("顾文军也告诉记者，桥是安全的。"), "");
}

TEST(EmbeddedPosts, ByTheNamesOfElements) {
  for (const char* names : {"twitter-tweet", "fb-post", "tgme_widget_message js-widget_message",
                            "vk-post-embed", "embed embed--bluesky", "mastodon-embed",
                            "wp-block-embed is-provider-twitter", "text-post-media"}) {
    EXPECT_TRUE(names_embedded_post(names)) << names;
  }
  EXPECT_TRUE(names_embedded_post("weibo"));
  for (const char* names : {"twitter-share-button", "article-body has-twitter-embed", "post-media",
                            "telegram-follow-card", "fb-like-count", "feedback-card"}) {
    EXPECT_FALSE(names_embedded_post(names)) << names;
  }
}

TEST(EmbeddedPosts, ByTheLinkBelow) {
  EXPECT_TRUE(leads_to_post("https://www.x.com/ferry/status/77"));
  EXPECT_TRUE(leads_to_post("https://t.me/ferry/551"));
  EXPECT_TRUE(leads_to_post("https://vk.com/wall-44_8812"));
  for (const char* address : {"https://x.com/ferry", "https://t.me/ferry", "https://vk.com/ferry",
                              "https://example.com/status/77", "/status/77"}) {
    EXPECT_FALSE(leads_to_post(address)) << address;
  }
  const auto quoted = [](const std::string& address, const std::string& behind) {
    return "<blockquote><p>The bridge is ours.</p><p><a href='" + address + "'>Ferry Line</a>" +
           behind + "</p></blockquote>";
  };
  const std::string post = "https://t.me/ferry/551", account = "https://t.me/ferry";
  EXPECT_EQ(reason(quoted(post, ""), "is ours"), "embedded_post");
  EXPECT_EQ(reason(quoted(post, " said so, and laughed."), "is ours"), "inside");
  EXPECT_EQ(reason(quoted(account, ""), "is ours"), "inside");
}

TEST(SideLines, WhoSpeaksToThePressIsNotItsWriter) {
  for (const char* line : {"به گزارش خبرنگار مهر، وزیر نیرو از کاهش ذخیره سدها خبر داد.",
                           "पुलिस अधीक्षक ने संवाददाता सम्मेलन में यह जानकारी दी।",
                           "Budi Santoso mengatakan kepada wartawan bahwa jembatan itu aman.",
                           "Alan Whitcomb told a reporter that the pipe was old.",
                           "Об этом Ивану Смирнову сообщил корреспондент агентства."}) {
    EXPECT_EQ(writer(line), "") << line;
  }
  EXPECT_EQ(writer("Dana Whitfield is a reporter for the Record."), "Dana Whitfield");
}

TEST(EmbeddedPosts, TheCourseOfAnEventIsNoListOfNews) {
  const auto list = [](std::string_view open, std::string_view close) {
    std::string items;
    for (const char* time : {"18:40", "20:15", "22:30", "02:10"}) {
      items += "<li>" + std::string(open) + time + " The water at the piers is measured" +
               std::string(close) + "</li>";
    }
    return "<h3>The night</h3><ul>" + items +
           "</ul><p>The piers held, the engineers said on Monday.</p>";
  };
  EXPECT_EQ(reason(list("", ""), "22:30"), "inside");
  EXPECT_NE(reason(list("<a href=/n/1>", "</a>"), "22:30"), "inside");
}

TEST(EmbeddedPosts, NobodyInThemWroteTheArticle) {
  const std::string post =
      "<div class=tgme_widget_message><p>— Ferry Line (@ferry) 2 June 2025</p></div>";
  const std::string whole = "<html><body><article><h1>Bridge opens in Brelo</h1>" + post + kText +
                            "</article></body></html>";
  const auto articles = clean_capture(html_capture(whole));
  ASSERT_EQ(articles.size(), 1U);
  EXPECT_TRUE(articles[0].authors.empty());
}

}  // namespace
}  // namespace synoptic::clean
