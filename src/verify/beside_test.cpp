// What stands beside the facts is held against them and against its bytes.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "base/hash.h"
#include "verify/norm.h"
#include "verify/verify.h"

namespace synoptic::verify {
namespace {

const std::string kPage = "<p>The quake killed <b>45</b> people.</p><p>It killed 54 people.</p>";

std::string synopsis_with_all() {
  const std::string sha256 = sha256_hex(kPage);
  const auto id = [&](int index) {
    return sha256_hex(fmt::format("{}:{}", sha256, index)).substr(0, 16);
  };
  const auto source = [&](int index) {
    return fmt::format(R"({{"article":"{}","path":"p.html","sha256":"{}","charset":"UTF-8",)"
                       R"("bytes":{},"index":{},"title":"Quake {}","published":"2026-03-12"}})",
                       id(index), sha256, kPage.size(), index, index);
  };
  const auto value = [&](int index, int begin, const char* number) {
    return fmt::format(R"({{"article":"{}","account":{},"span":[{},{}],"text":"{}","norm":"{}",)"
                       R"("name":"{}","value":{},"time":"2026-03-12"}})",
                       id(index), index, begin, begin + 2, number, number, number, number);
  };
  const std::string a = value(0, 23, "45"), b = value(1, 54, "54");
  return fmt::format(
      R"({{"story":"s1","title":"Quake 0","articles":["{0}","{1}"],)"
      R"("accounts":[["{0}"],["{1}"]],"sources":[{2},{3}],)"
      R"("differ":[{{"id":"f1","slot":"quantity","verdict":"differ","values":[{4},{5}]}}],)"
      R"("event":{{"cells":[{{"role":"how_many","value":"about 45","fact":"f1",)"
      R"("verdict":"differ","others":["54"],"values":[{4}]}}]}},)"
      R"("deeds":[{{"accounts":[1],"values":[{5}]}}],)"
      R"("timeline":[{{"who":"{1}","first_to_say":[{{"fact":"f1","value":"54"}}]}}]}})",
      id(0), id(1), source(0), source(1), a, b);
}

// "FACT PART" of the failures, sorted, where the last `from` became `to`.
std::set<std::string> faults(std::string_view from, std::string_view to) {
  std::string json = synopsis_with_all();
  if (!from.empty()) json.replace(json.rfind(from), from.size(), to);
  const std::vector<Claims> claims{read_claims(json, "x").value()};
  Prover prover(claims);
  prover.offer_bytes(kPage, "p.html", "p.html");
  std::set<std::string> out;
  const Report report = prover.reports()[0];
  for (const Failure& failure : report.failures) {
    out.insert(failure.fact + " " + failure.part);
  }
  return out;
}

TEST(BesideFacts, WhatIsRightIsProven) { EXPECT_EQ(faults("", ""), std::set<std::string>()); }

TEST(BesideFacts, EachIsHeldAgainstItsBytesAndItsFact) {
  const auto fails = [](std::string_view from, std::string_view to, const std::string& as) {
    EXPECT_TRUE(faults(from, to).contains(as)) << from;
  };
  fails("\"value\":\"about 45\"", "\"value\":\"about 46\"", "event how_many value");
  fails("\"others\":[\"54\"]", "\"others\":[\"55\"]", "event how_many others");
  fails("\"verdict\":\"differ\",\"others\"", "\"verdict\":\"agree\",\"others\"",
        "event how_many verdict");
  fails("\"fact\":\"f1\",\"verdict\"", "\"fact\":\"f2\",\"verdict\"", "event how_many fact");
  fails("\"span\":[23,25],\"text\":\"45\"", "\"span\":[23,25],\"text\":\"46\"",
        "event how_many text");
  fails("\"span\":[23,25],\"text\":\"45\",\"norm\":\"45\",\"name\":\"45\"",
        "\"span\":[23,25],\"text\":\"45\",\"norm\":\"45\",\"name\":\"46\"", "event how_many name");
  fails("\"text\":\"54\"", "\"text\":\"55\"", "deed 0 text");
  fails("\"accounts\":[1]", "\"accounts\":[0,1]", "deed 0 accounts");
  fails("\"value\":\"54\"", "\"value\":\"45\"", "moment 0 first_to_say");
  fails("{\"fact\":\"f1\"", "{\"fact\":\"f3\"", "moment 0 fact");
  fails("\"title\":\"Quake 0\",\"articles\"", "\"title\":\"Flood\",\"articles\"", " title");
}

TEST(BesideFacts, TheNumberBesideANormIsTheNorms) {
  const double one = 1.8e9, two = 45, minus = -3;
  EXPECT_EQ(value_fault("money", "1800000000 EUR", &one), "");
  EXPECT_EQ(value_fault("quantity", "45", &two), "");
  EXPECT_NE(value_fault("quantity", "999", &two), "");
  EXPECT_EQ(value_fault("quantity", "-3", &minus), "");
  EXPECT_NE(value_fault("quantity", "3", &minus), "");
  EXPECT_EQ(value_fault("quantity", "2 week", &two), "") << "units are brought to one";
  EXPECT_EQ(value_fault("outcome", "yes", &two), "");
}

}  // namespace
}  // namespace synoptic::verify
