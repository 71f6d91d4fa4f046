// What a file is, told by its bytes: JSON, saved pages, archives, texts with stray zero bytes.
#include <gtest/gtest.h>

#include <string>

#include "base/hash.h"
#include "collect/collect.h"
#include "collect/mime.h"

namespace synoptic::collect {
namespace {

using namespace std::string_literals;

std::string refusal(std::string bytes, const std::string& path) {
  const auto capture = capture_bytes(std::move(bytes), path);
  return capture ? "is read" : capture.error().why;
}

void expect_refused(std::string bytes, const std::string& path, const std::string& why) {
  const std::string got = refusal(std::move(bytes), path);
  EXPECT_NE(got.find(why), std::string::npos) << path << ": " << got;
}

TEST(Zeros, AStrayZeroByteIsNoReasonToRefuse) {
  const std::string text(400, 'a');
  EXPECT_TRUE(capture_bytes("<html><p>" + text + "\0"s + text, "a.html"));
  EXPECT_TRUE(capture_bytes(text + "\0"s + text, "a.txt"));
  const auto capture = capture_bytes("\xEF\xBB\xBF" + text + "bar\0ge"s, "a.txt");
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->text, text + "barge");
  EXPECT_EQ(model::raw_offset(*capture, 402), 405u);
  EXPECT_EQ(model::raw_offset(*capture, 403), 407u);
  EXPECT_EQ(capture->warnings.size(), 1u);
  expect_refused(text + std::string(40, '\0') + text, "a.txt", "is binary");
}

TEST(Utf32, IsReadByItsMark) {
  const std::string text = "The bridge is closed — Мир";
  std::string little = "\xFF\xFE\0\0"s, big = "\0\0\xFE\xFF"s;
  for (const char32_t c : U"The bridge is closed — Мир"s) {
    for (const int shift : {0, 8, 16, 24}) little += static_cast<char>(c >> shift);
    for (const int shift : {24, 16, 8, 0}) big += static_cast<char>(c >> shift);
  }
  for (const auto& [bytes, charset] : {std::pair{little, "UTF-32LE"}, {big, "UTF-32BE"}}) {
    const auto capture = capture_bytes(bytes, "a.md");
    ASSERT_TRUE(capture) << capture.error().why;
    EXPECT_EQ(capture->text, text);
    EXPECT_EQ(capture->charset, charset);
    EXPECT_EQ(decode_as(capture->bytes(), charset), text);
    EXPECT_EQ(model::raw_offset(*capture, 4), 4u + 4 * 4);
  }
}

constexpr const char* kHead =
    "Received: from mx.example by inbox.example; Fri, 14 Mar 2025 10:00:09 +0100\r\n"
    "From: =?utf-8?Q?Hafen-Kurier_M=C3=BCnde?= <news@kurier.example>\r\n"
    "To: readers@kurier.example\r\n"
    "Subject: Fwd: =?utf-8?B?QnLDvGNrZQ==?= =?utf-8?Q?_wieder?=\r\n offen\r\n"
    "Date: Fri, 14 Mar 2025 10:00:00 +0100\r\nMIME-Version: 1.0\r\n";

std::string front(const model::Capture& capture, const char* key) {
  const auto* field = model::find_front_matter(capture, key);
  return field == nullptr ? "none" : field->value;
}

TEST(Mail, ItsTextIsReadWithoutItsCoding) {
  const std::string text(220, 'a');
  const std::string bytes = std::string(kHead) +
                            "Content-Type: text/plain; charset=iso-8859-1\r\n"
                            "Content-Transfer-Encoding: quoted-printable\r\n\r\n" +
                            text + "=\r\n Br=FCcke\r\n";
  for (const char* path : {"a.eml", "a.txt"}) {
    const auto capture = capture_bytes(bytes, path);
    ASSERT_TRUE(capture) << capture.error().why;
    EXPECT_EQ(capture->text, text + " Brücke\r\n");
    EXPECT_EQ(front(*capture, "title"), "Brücke wieder offen");
    EXPECT_EQ(front(*capture, "date"), "2025-03-14T10:00:00+01:00");
    EXPECT_EQ(front(*capture, "publisher"), "Hafen-Kurier Münde");
    EXPECT_EQ(capture->sha256, sha256_hex(bytes));
  }
}

TEST(Mail, OfItsPartsThePlainOneIsReadOrElseThePage) {
  const auto parts = [](const std::string& plain) {
    return std::string(kHead) + "Content-Type: multipart/alternative; boundary=\"x\"\r\n\r\n" +
           "--x\r\nContent-Type: text/plain\r\n\r\n" + plain +
           "\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
           "PGh0bWw+PHA+VGhlIGJyaWRnZQ==\r\n--x--\r\n";
  };
  EXPECT_EQ(capture_bytes(parts(std::string(300, 'b')), "a.eml")->text, std::string(300, 'b'));
  const auto page = capture_bytes(parts("See our page"), "a.eml");
  EXPECT_EQ(page->text, "<html><p>The bridge");
  EXPECT_EQ(page->format, model::Format::kHtml);
  expect_refused(std::string(kHead) + "Content-Type: application/pdf\r\n\r\n%PDF-", "a.eml",
                 "is a mail without a text");
}

TEST(Mail, OneThatIsCalledSoMayLackAPartOfItsHead) {
  const std::string body =
      "Subject: =?utf-8?B?RmVycnkgaGl0cyBwaWVy?=\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\nThe ferry =\r\nhit the pier.\r\n";
  const auto draft = capture_bytes("From: Desk <d@quay.example>\r\n" + body, "a.eml");
  ASSERT_TRUE(draft) << draft.error().why;
  EXPECT_EQ(draft->text, "The ferry hit the pier.\r\n");
  EXPECT_EQ(front(*draft, "title"), "Ferry hits pier");
  EXPECT_EQ(front(*draft, "date"), "none");
  EXPECT_EQ(front(*draft, "publisher"), "Desk");
  const auto dated = capture_bytes("Date: Fri, 14 Mar 2025 10:00:00 +0100\r\n" + body, "a.eml");
  EXPECT_EQ(dated->text, "The ferry hit the pier.\r\n");
}

TEST(Mail, ABoxOfThemIsTold) {
  expect_refused("From d@quay.example Tue Mar  3 08:00:00 2026\nTo: me\nSubject: a\n\nText.\n",
                 "box.txt", "is a box of mails");
  const std::string text = "From Riva to Porto at 8:00 by ferry.\nNote: it is @ the pier.\n";
  EXPECT_EQ(capture_bytes(text, "a.txt")->text, text);
}

TEST(Mail, WhatOnlyBeginsLikeOneIsNone) {
  const std::string plain = "From: a\nSubject: b\n\nThe bridge opens again on Monday.\n";
  EXPECT_EQ(capture_bytes(plain, "a.txt")->text, plain);
}

TEST(Records, AnAddressOrTimeThatIsNoneIsLeftOutAndTold) {
  const auto read = [](const std::string& more) {
    return read_source({"p.jsonl:7", "{\"text\":\"A bridge opens\"," + more + "}", true, {}})
        .value();
  };
  const auto good = read(R"("url":"https://quay.example/a","fetched":"2026-03-01T10:00:00Z")");
  EXPECT_EQ(good.url, "https://quay.example/a");
  EXPECT_TRUE(good.warnings.empty());
  const auto bad = read(R"("url":"not an address","fetched":"yesterday")");
  EXPECT_EQ(bad.url, "");
  EXPECT_EQ(bad.fetched, "");
  ASSERT_EQ(bad.warnings.size(), 2u);
  EXPECT_EQ(bad.warnings[0],
            "\"url\" is no address of the web and is left out: \"not an address\"");
  EXPECT_EQ(read(R"("url":null,"fetched":12)").warnings.size(), 1u);
  EXPECT_EQ(read(R"("fetched":"2026-13-45T10:00:00Z")").warnings.size(), 1u);
}

TEST(Foreign, ArchivesAndDocumentsAreTold) {
  const std::string zip = "PK\x03\x04"s + std::string(26, '\0');
  expect_refused(zip + "a.html", "a.zip", "is a ZIP archive");
  expect_refused(zip + "[Content_Types].xml", "a", "is an office document");
  expect_refused(zip + "_rels/.rels" + std::string(500, ' ') + "[Content_Types].xml", "a.docx",
                 "is an office document");
  expect_refused(zip + "mimetypeapplication/epub+zip", "a", "is an EPUB book");
  expect_refused(std::string(257, 'a') + "ustar" + std::string(300, ' '), "a", "is a tar archive");
  expect_refused("%PDF-1.7\n\0\0\0"s, "a.html", "is a PDF file");
  expect_refused("{\\rtf1 The bridge}", "a.txt", "is an RTF document");
  expect_refused("\x89PNG\r\n\x1A\n\0\0"s, "a.html", "is a picture");
}

TEST(Foreign, FeedsAreToldInAnyCodingAndUnderAnyPrefix) {
  const auto wide = [](std::string_view text, bool little) {
    std::string out;
    for (const char c : text) out += little ? std::string{c, '\0'} : std::string{'\0', c};
    return out;
  };
  const std::string feed =
      "<?xml version='1.0' encoding='utf-16'?>\n<rss version=\"2.0\"><channel><title>Quay";
  expect_refused("\xFF\xFE" + wide(feed, true), "a.xml", "is a feed");
  expect_refused("\xFE\xFF" + wide(feed, false), "a", "is a feed");
  expect_refused(wide(feed, true), "a.txt", "is a feed");
  expect_refused("<!DOCTYPE rss [<!ENTITY nbsp \"&#160;\">\n<!-- > -->]>\n<rss><channel>", "a.xml",
                 "is a feed");
  expect_refused("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>Quay", "a.xml",
                 "is a feed");
  EXPECT_TRUE(capture_bytes("<!DOCTYPE html [ ]><html><p>The bridge opens.", "a.html"));
}

TEST(Json, AFileThatIsAPageIsReadAsALineWouldBe) {
  const std::string page =
      "{\n \"url\": \"https://a.example/1\",\n \"html\": \"<p>The bridge is closed.\"}\n";
  for (const char* path : {"page.json", "page.txt", "page"}) {
    const auto capture = capture_bytes(page, path);
    ASSERT_TRUE(capture) << capture.error().why;
    EXPECT_EQ(capture->text, "<p>The bridge is closed.");
    EXPECT_EQ(capture->url, "https://a.example/1");
    EXPECT_EQ(capture->sha256, sha256_hex(page));
    EXPECT_EQ(capture->received(), page);
  }
}

TEST(Json, OtherJsonIsNoPage) {
  const std::string feed =
      R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"content_html": "<p>A"}]})";
  for (const char* path : {"feed.json", "feed.html", "feed"}) {
    expect_refused(feed, path, "is a feed");
  }
  expect_refused(R"([{"html": "<p>A"}, {"html": "<p>B"}])", "pages.json", "is a JSON list");
  expect_refused("{\"html\": \"<p>A\"}\n{\"html\": \"<p>B\"}\n", "pages.json", ".jsonl");
  expect_refused(R"({"name": "synoptic"})", "package.json", "is JSON, no page");
  expect_refused("{ not at all", "a.json", "is not JSON");
  EXPECT_EQ(refusal("[A link](https://a.example) in a text.", "a.md"), "is read");
  EXPECT_EQ(refusal("{\"A brace\" begins a sentence.", "a.txt"), "is read");
}

std::string saved(const std::string& part_head, const std::string& body) {
  return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/bridge\r\n"
         "Date: Fri, 14 Mar 2025 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
         "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--M\"\r\n\r\n"
         "\r\n----M\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
         "----M\r\n" +
         part_head + "\r\n" + body + "\r\n----M--\r\n";
}

TEST(Mhtml, ThePageIsTheFirstPartThatIsHtml) {
  const std::string file = saved(
      "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      "Content-Location: https://a.example/bridge?x\r\n",
      "<p class=3D\"x\">The port auth=\r\nority said caf=C3=A9.</p>\r\n----Mother");
  for (const char* path : {"page.mhtml", "page.mht", "page.html", "-"}) {
    const auto capture = capture_bytes(file, path);
    ASSERT_TRUE(capture) << capture.error().why;
    EXPECT_EQ(capture->text, "<p class=\"x\">The port authority said café.</p>\r\n----Mother");
    EXPECT_EQ(capture->format, model::Format::kHtml);
    EXPECT_EQ(capture->url, "https://a.example/bridge?x");
    EXPECT_EQ(capture->fetched, "2025-03-14T10:00:00+01:00");
    EXPECT_EQ(capture->sha256, sha256_hex(file));
    EXPECT_EQ(capture->received(), file);
    EXPECT_TRUE(capture->warnings.empty());
  }
}

TEST(Mhtml, TheCharsetOfThePartCounts) {
  const auto capture = capture_bytes(saved("Content-Type: text/html; charset=windows-1251\r\n"
                                           "Content-Transfer-Encoding: base64\r\n",
                                           "PHA+zOjwIMzo8DwvcD4=\r\n"),
                                     "page.mhtml");
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->text, "<p>Мир Мир</p>");
  EXPECT_EQ(capture->url, "https://a.example/bridge");
}

TEST(Mhtml, OnePageAloneAndPartsWithinPartsAreRead) {
  const auto alone = capture_bytes(
      "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n<p>One", "a");
  ASSERT_TRUE(alone);
  EXPECT_EQ(alone->text, "<p>One");
  const auto nested = capture_bytes(
      saved("Content-Type: multipart/alternative; boundary=in\r\n",
            "--in\r\nContent-Type: text/plain\r\n\r\nOne\r\n--in\r\nContent-Type: text/html\r\n"
            "\r\n<p>One\r\n--in--"),
      "a.mht");
  ASSERT_TRUE(nested);
  EXPECT_EQ(nested->text, "<p>One");
}

TEST(Mhtml, WhatIsCutIsReadAsFarAsItGoes) {
  std::string file = saved("Content-Type: text/html\r\n", "<p>The bridge is closed.");
  file.resize(file.find("closed"));
  const auto capture = capture_bytes(file, "a.mhtml");
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->text, "<p>The bridge is ");
  EXPECT_EQ(capture->warnings.size(), 1u);
}

TEST(Mhtml, WhatHoldsNoPageIsRefused) {
  expect_refused(saved("Content-Type: text/css\r\n", "p {}"), "a.mhtml", "without a part");
  expect_refused(saved("Content-Type: text/html\r\nContent-Transfer-Encoding: x-uuencode\r\n", "x"),
                 "a.mhtml", "unknown coding");
  // A text that begins like a head is a text.
  EXPECT_EQ(refusal("Note: the bridge\n\nMIME-Version: 1.0 is a line of it.", "a.txt"), "is read");
}

TEST(Codings, WhatIsMalformedStaysOrIsPassedOver) {
  EXPECT_EQ(decode_quoted_printable("a=3Db=3=zz= \r\nc=\nd="), "a=b=3=zzcd");
  EXPECT_EQ(decode_quoted_printable(""), "");
  EXPECT_EQ(decode_base64("QnJp\r\nZGdl"), "Bridge");
  EXPECT_EQ(decode_base64("QnJpZ!A=="), "Brid");
}

}  // namespace
}  // namespace synoptic::collect
