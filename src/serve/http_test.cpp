// What the server makes of requests, good and bad: forms, encodings, hosts, parameters.
#include <gtest/gtest.h>
#include <zlib.h>

#include "serve/hosts.h"
#include "serve/negotiate.h"
#include "serve/page.h"
#include "serve/parameters.h"

namespace synoptic::serve {
namespace {

TEST(Hosts, OnlyItsOwnNamesReachAServerOnLoopback) {
  const Hosts hosts("127.0.0.1", {});
  for (const char* own : {"localhost", "LocalHost:8440", "news.localhost", "127.0.0.1:8440",
                          "[::1]:8440", "192.168.1.7", "localhost."}) {
    EXPECT_TRUE(hosts.answers_to(own)) << own;
  }
  for (const char* foreign : {"news.example", "localhost.example", "1.2.3.4.example", "", "a b",
                              "[::1", "x:port", "user@localhost"}) {
    EXPECT_FALSE(hosts.answers_to(foreign)) << foreign;
  }
}

TEST(Hosts, NamesCanBeGiven) {
  EXPECT_TRUE(Hosts("127.0.0.1", {"News.Example"}).answers_to("news.example:443"));
  EXPECT_TRUE(Hosts("0.0.0.0", {}).answers_to("news.example"));
  EXPECT_FALSE(Hosts("0.0.0.0", {"news.example"}).answers_to("evil.example"));
}

TEST(Accept, JsonWhereItIsAskedFor) {
  EXPECT_TRUE(prefers_json("application/json"));
  EXPECT_TRUE(prefers_json("text/html;q=0.5, application/problem+json"));
  for (const char* page : {"", "*/*", "text/html", "text/html,application/xhtml+xml,*/*;q=0.8",
                           "application/json;q=0.1, text/html"}) {
    EXPECT_FALSE(prefers_json(page)) << page;
  }
  Request request;
  request.accept = "application/json";
  const Response response = in_form(error_page(404, "There is no such page"), request);
  EXPECT_EQ(response.type, kProblemType);
  EXPECT_EQ(response.body, "{\"title\":\"There is no such page\",\"status\":404}");
}

TEST(Gzip, GivesTheSameBytesBack) {
  EXPECT_TRUE(accepts_gzip("deflate, gzip;q=0.8"));
  EXPECT_TRUE(accepts_gzip("*"));
  for (const char* none : {"", "identity", "gzip;q=0", "br, *;q=0"}) {
    EXPECT_FALSE(accepts_gzip(none)) << none;
  }
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "line " + std::to_string(i) + "\n";
  std::string packed = gzip(text);
  EXPECT_LT(packed.size(), text.size() / 2);
  EXPECT_EQ(packed, gzip(text));
  std::string back(text.size(), '\0');
  z_stream stream{};
  ASSERT_EQ(inflateInit2(&stream, 16 + 15), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(back.data());
  stream.avail_out = static_cast<uInt>(back.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  EXPECT_EQ(back, text);
}

TEST(Parameters, WhatIsWrongIsNamed) {
  for (const char* good : {"/", "/?page=2", "/?lang=zh-Hant&show=differ&sort=", "/feed/all.atom",
                           "/article/a1?from=0&to=9", "/?utm_source=x", "/story/s1?page=x"}) {
    EXPECT_EQ(wrong_parameter(parse_target(good)), "") << good;
  }
  for (const char* bad :
       {"/?page=0", "/?page=-1", "/?page=two", "/articles?page=99999999999", "/?lang=%22%3E",
        "/?sort=up", "/entities?page=0", "/feed/all.json?limit=0", "/feed/all.json?before=x",
        "/article/a1?from=x"}) {
    EXPECT_NE(wrong_parameter(parse_target(bad)), "") << bad;
  }
  EXPECT_EQ(wrong_parameter(parse_target("/?page=two")),
            "“page” in the address must be a whole number from 1 up; it is “two”");
}

}  // namespace
}  // namespace synoptic::serve
