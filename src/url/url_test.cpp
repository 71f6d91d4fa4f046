#include "url/url.h"

#include <gtest/gtest.h>

#include "url/credentials.h"

namespace synoptic::url {
namespace {

std::string href(std::string_view text) {
  const auto url = parse(text);
  return url ? url->href() : "no URL";
}

std::string seen_from(std::string_view base, std::string_view text) { return resolve(base, text); }

TEST(Parse, WritesTheNormalForm) {
  EXPECT_EQ(href("HTTP://Example.COM:80/a b"), "http://example.com/a%20b");
  EXPECT_EQ(href("https://example.com"), "https://example.com/");
  EXPECT_EQ(href("  https://example.com/x\n"), "https://example.com/x");
  EXPECT_EQ(href("https:\\\\example.com\\a"), "https://example.com/a");
  EXPECT_EQ(href("https://u:p@example.com:8443/?q=1#f"), "https://u:p@example.com:8443/?q=1#f");
  EXPECT_EQ(href("mailto:desk@example.com"), "mailto:desk@example.com");
  EXPECT_EQ(href("file:///tmp/a.html"), "file:///tmp/a.html");
}

TEST(Url, WhoMaySeeAPageIsNotHandedOn) {
  EXPECT_EQ(without_credentials("http://user:secret@b.org/x@y?m=a@b"), "http://b.org/x@y?m=a@b");
  EXPECT_EQ(without_credentials("//u@b.org"), "//b.org");
  EXPECT_EQ(without_credentials("https://b.org/@name"), "https://b.org/@name");
  EXPECT_EQ(without_credentials("mailto:a@b.org"), "mailto:a@b.org");
  EXPECT_EQ(canonical("http://user:secret@b.org/x#f"), "http://b.org/x");
  EXPECT_EQ(resolve("http://user:secret@b.org/x", "y"), "http://b.org/y");
  EXPECT_EQ(resolve("", "https://user@b.org/"), "https://b.org/");
}

TEST(Parse, TakesAwayDotSegments) {
  EXPECT_EQ(href("http://h/a/../b/./c/.."), "http://h/b/");
  EXPECT_EQ(href("http://h/../../x"), "http://h/x");
  EXPECT_EQ(href("http://h/a/%2e%2E/b"), "http://h/b");
}

TEST(Parse, LeavesOtherPathsAsTheyAre) {
  EXPECT_EQ(parse("http://h.example")->path, "/");
  EXPECT_EQ(parse("http://h.example/a//b/c.d")->path, "/a//b/c.d");
  EXPECT_EQ(parse("http://h.example/a b/\xC3\xA9%41")->path, "/a%20b/%C3%A9%41");
  EXPECT_EQ(parse("http://h.example\\a\\.\\b")->path, "/a/b");
  EXPECT_EQ(parse("http://h.example/a/%2E%2e/b")->path, "/b");
}

TEST(Parse, WritesForeignHostsInAscii) {
  EXPECT_EQ(parse("https://münchen.example/")->host, "xn--mnchen-3ya.example");
  EXPECT_EQ(parse("https://пример.рф/новость")->href(),
            "https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C");
  EXPECT_EQ(parse("http://www。example。com")->host, "www.example.com");
}

TEST(Parse, ReadsAddresses) {
  EXPECT_EQ(parse("http://0x7f.1/")->host, "127.0.0.1");
  EXPECT_EQ(parse("http://2130706433/")->host, "127.0.0.1");
  EXPECT_EQ(parse("http://[::1]:80/")->host, "[::1]");
  EXPECT_FALSE(parse("http://256.1.1.1/"));
  EXPECT_FALSE(parse("http://[::1/"));
}

TEST(Parse, TakesAPlainHostAsItIs) {
  EXPECT_EQ(parse("http://News.Example-Site.CO.uk/")->host, "news.example-site.co.uk");
  EXPECT_EQ(parse("http://4.example/")->host, "4.example");
  EXPECT_EQ(parse("http://a--b.example/")->host, "a--b.example");
  EXPECT_EQ(parse("http://example.com./")->host, "example.com.");
  EXPECT_EQ(parse("http://1.2.3/")->host, "1.2.0.3");
  EXPECT_FALSE(parse("http://1.2.3.400/"));
  EXPECT_FALSE(parse("http://a.example.1/"));
}

TEST(Parse, RefusesWhatIsNoUrl) {
  for (const char* text : {"", "story.html", "//h/x", "http://", "http://a b/", "http://h:99999/",
                           "http://h:x/", "://h", "http://a<b/"}) {
    EXPECT_FALSE(parse(text)) << text;
  }
}

TEST(Resolve, FollowsTheStandard) {
  const char* base = "http://h.example/a/b?q#f";
  EXPECT_EQ(seen_from(base, "c"), "http://h.example/a/c");
  EXPECT_EQ(seen_from(base, "/c"), "http://h.example/c");
  EXPECT_EQ(seen_from(base, "../c"), "http://h.example/c");
  EXPECT_EQ(seen_from(base, "?x=1"), "http://h.example/a/b?x=1");
  EXPECT_EQ(seen_from(base, "#top"), "http://h.example/a/b?q#top");
  EXPECT_EQ(seen_from(base, ""), "http://h.example/a/b?q");
  EXPECT_EQ(seen_from(base, "//o.example/x"), "http://o.example/x");
  EXPECT_EQ(seen_from(base, "https://o.example"), "https://o.example/");
  EXPECT_EQ(seen_from(base, "新闻/1.html"), "http://h.example/a/%E6%96%B0%E9%97%BB/1.html");
  EXPECT_EQ(seen_from("mailto:a@b", "c"), "");
}

TEST(Resolve, DoesWithoutABase) {
  EXPECT_EQ(seen_from("", "//o.example/x"), "https://o.example/x");
  EXPECT_EQ(seen_from("", "http://o.example/x"), "http://o.example/x");
  EXPECT_EQ(seen_from("", "x.html"), "");
}

TEST(Canonical, DropsTrackingAndKeepsIdentity) {
  EXPECT_EQ(canonical("https://a.example/s?sid=80222&utm_source=x&fbclid=1#c"),
            "https://a.example/s?sid=80222");
  EXPECT_EQ(canonical("https://a.example/s?UTM_Medium=x"), "https://a.example/s");
  EXPECT_EQ(canonical("https://a.example/s?gclid=x&gclid2=y"), "https://a.example/s?gclid2=y");
  EXPECT_EQ(canonical("https://a.example:443/s?a=1&b="), "https://a.example/s?a=1&b=");
  EXPECT_EQ(canonical("not a url"), "not a url");
}

TEST(RegistrableDomain, KnowsThePublicSuffixes) {
  EXPECT_EQ(registrable_domain("news.bbc.co.uk"), "bbc.co.uk");
  EXPECT_EQ(registrable_domain("www.people.com.cn"), "people.com.cn");
  EXPECT_EQ(registrable_domain("example.com"), "example.com");
  EXPECT_EQ(registrable_domain("127.0.0.1"), "127.0.0.1");
  EXPECT_EQ(registrable_domain("co.uk"), "co.uk");
  EXPECT_EQ(registrable_domain(""), "");
}

TEST(Percent, DecodesWhatIsEncodedAndLeavesTheRest) {
  EXPECT_EQ(percent_decode("a%20b%zz%4"), "a b%zz%4");
  EXPECT_EQ(percent_decode("%41"), "A");
}

TEST(IsWeb, AsksForTheScheme) {
  EXPECT_TRUE(is_web("HTTPS://x"));
  EXPECT_FALSE(is_web("ftp://x"));
  EXPECT_FALSE(is_web("www.example.com"));
}

}  // namespace
}  // namespace synoptic::url
