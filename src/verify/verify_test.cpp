#include "verify/verify.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "verify/norm.h"
#include "verify/slice.h"

namespace synoptic::verify {
namespace {

bool says(std::string_view slice, std::string_view words) { return match(slice, words).holds; }

TEST(Slice, SaysItsOwnWordsAndNoOthers) {
  EXPECT_TRUE(says("Bridge reopens", "Bridge reopens"));
  EXPECT_FALSE(says("Bridge reopens", "Bridge reopen"));
  EXPECT_FALSE(says("Bridge reopens", "Bridge reopens soon"));
  EXPECT_FALSE(says("Bridge soon reopens", "Bridge reopens"));
  EXPECT_FALSE(says("Bridge reopens", "bridge reopens"));
  EXPECT_FALSE(says("Bridge reopens", "reopens Bridge"));
  EXPECT_FALSE(says("", "Bridge"));
}

TEST(Slice, MarkupIsNoWord) {
  EXPECT_TRUE(says("Bridge</b> <a href=\"x>y\">re\nopens", "Bridge re opens"));
  EXPECT_TRUE(says("Bridge<br>reopens", "Bridge reopens"));
  EXPECT_TRUE(says("Bri<i>dg</i>e", "Bridge"));
  EXPECT_TRUE(says("Bridge<!-- not --> <script>if (a<b) x()</script>reopens", "Bridge reopens"));
  EXPECT_TRUE(says("5 &lt; 6 &amp; &eacute;&#x2019;", "5 < 6 & é’"));
  EXPECT_TRUE(says("a < b", "a < b"));
  EXPECT_FALSE(says("Bridge <b>not</b> reopened", "Bridge reopened"));
  EXPECT_FALSE(says("<a title=\"Bridge\">x</a>", "Bridge"));
}

TEST(Slice, ATagInATitleIsText) {
  EXPECT_TRUE(says("12 &amp 14 <title>firms", "12 & 14 <title>firms"));
  EXPECT_TRUE(says("Old <math><mi>x</mi></math> pier", "Old pier"));
  EXPECT_FALSE(says("12 &amp 14 firms", "12 & 15 firms"));
}

TEST(Slice, CellsOfATableHaveABarBetweenThem) {
  EXPECT_TRUE(says("Votes</td><td>12", "Votes | 12"));
  EXPECT_FALSE(says("Votes</b><b>12", "Votes | 12"));
}

TEST(Slice, SignsOfMarkdownAreNoWordsUnlessTheyAreTold) {
  EXPECT_TRUE(
      says("the **old** [bridge](http://x.example/a_(b)) _re_opens", "the old bridge reopens"));
  EXPECT_TRUE(says("5 * 3 and snake_case", "5 * 3 and snake_case"));
  EXPECT_TRUE(says("1\\. January &amp; more", "1. January & more"));
  EXPECT_TRUE(says("seen ![a bridge](b.jpg) here", "seen here"));
  EXPECT_TRUE(says("one\n> two\n- three", "one two three"));
  EXPECT_FALSE(says("the [bridge](http://x.example)", "the bridge http://x.example"));
}

TEST(Slice, StringsOfScriptsAreRead) {
  EXPECT_TRUE(says("Mayor \\\"Anna\\\" \\u003cb\\u003e\\u00c9va", "Mayor \"Anna\" Éva"));
  EXPECT_TRUE(says("\\ud83d\\ude00!", "😀!"));
}

TEST(Slice, TextInATreeIsRead) {
  constexpr std::string_view kTree =
      R"(said the \"Fed\" "},{"type":"link","data":{"href":"http://x"},"value":"in New)"
      R"(","n":[1,"no"]},{"value":" York)";
  EXPECT_TRUE(says(kTree, "said the \"Fed\" in New York"));
  EXPECT_FALSE(says(kTree, "said the \"Fed\" link in New York"));
  EXPECT_FALSE(says(kTree, "said the \"Fed\" New York"));
}

TEST(Slice, WhatNobodySeesCountsForNothing) {
  EXPECT_TRUE(says("brid\u00ADge\u200B", "bridge"));
  EXPECT_TRUE(says("brid&shy;ge", "bridge"));
  EXPECT_TRUE(says("\u200Eabc", "abc"));
}

TEST(Slice, BlanksMustAgree) {
  EXPECT_TRUE(says("12\u00A0000", "12 000"));
  EXPECT_FALSE(says("bridge\",", "bridge"));
  EXPECT_FALSE(says("<b>bridge", "bridge"));
  EXPECT_FALSE(says("**bridge", "bridge"));
  EXPECT_FALSE(says("bridge ", "bridge"));
  EXPECT_FALSE(says("\nbridge", "bridge"));
  EXPECT_FALSE(says("12 000", "12000"));
  EXPECT_FALSE(says("12000", "1 2000"));
  EXPECT_FALSE(says("not able", "notable"));
  EXPECT_TRUE(says("東京\n都", "東京都"));  // a wrapped line
  EXPECT_TRUE(says("endThe", "end The"));   // glued words, parted
}

TEST(Slice, MarksOfNotesAndHyphensOfTheMarginAreNoWords) {
  EXPECT_TRUE(says("It cost 180 million[1].", "It cost 180 million."));
  EXPECT_TRUE(says("denied it.[^suit] The trial", "denied it. The trial"));
  EXPECT_FALSE(says("He met [3] people", "He met people"));
  EXPECT_FALSE(says("It cost 180 million[not so].", "It cost 180 million."));
  EXPECT_TRUE(says("a brew-\nery there", "a brewery there"));
  EXPECT_FALSE(says("a re-entry", "a reentry"));
  EXPECT_FALSE(says("3-\n4 dead", "34 dead"));
  EXPECT_TRUE(says("who &amp;#8211; was&lt;/b&gt; asked", "who – was asked"));
}

TEST(Slice, AFailureTellsWhatStandsThere) {
  const Match made = match("46</b> people", "45 people");
  EXPECT_FALSE(made.holds);
  EXPECT_EQ(made.stands, "46 people");
  EXPECT_EQ(made.reason, "another sign stands there (6 for 5)");
}

TEST(Norm, FollowsFromTheDigitsWhereTheyTellIt) {
  EXPECT_EQ(norm_fault("quantity", "45", "45"), "");
  EXPECT_EQ(norm_fault("quantity", "1.500", "1500"), "");
  EXPECT_EQ(norm_fault("quantity", "1,5 %", "1.5%"), "");
  EXPECT_EQ(norm_fault("quantity", "12 000", "12000"), "");
  EXPECT_EQ(norm_fault("quantity", "1.2万", "12000"), "");
  EXPECT_EQ(norm_fault("quantity", "٩٦", "96"), "");
  EXPECT_EQ(norm_fault("money", "1.8 billion euros", "1800000000 EUR"), "");
  EXPECT_EQ(norm_fault("money", "1.2 cents", "0.012 USD"), "");
  EXPECT_NE(norm_fault("money", "20 cents", "2 USD"), "");
  EXPECT_EQ(norm_fault("quantity", "22 minutos do segundo tempo", "67"), "");
  EXPECT_NE(norm_fault("quantity", "22", "67"), "");
  EXPECT_NE(norm_fault("quantity", "22 minutos do segundo tempo", "68"), "");
  EXPECT_NE(norm_fault("quantity", "1.2 m", "0.012"), "");
  EXPECT_EQ(norm_fault("quantity", "a dozen", "12"), "");      // no digits
  EXPECT_EQ(norm_fault("quantity", "35 miles", "56 km"), "");  // takes a factor
  EXPECT_EQ(norm_fault("quantity", "3 and a half million", "3500000"), "");
  EXPECT_EQ(norm_fault("quantity", "50 points de base", "0.5 percentage points"), "");
  EXPECT_EQ(norm_fault("quantity", "1碼", "0.25 percentage points"), "");
  EXPECT_NE(norm_fault("quantity", "2碼", "0.25 percentage points"), "");
  EXPECT_EQ(norm_fault("quantity", "two million 20", "2000020"), "");
  EXPECT_EQ(norm_fault("quantity", "2 to 3", "2-3"), "");  // two numbers
  EXPECT_NE(norm_fault("quantity", "45", "54"), "");
  EXPECT_NE(norm_fault("quantity", "45", "450"), "");
  EXPECT_NE(norm_fault("quantity", "1.2万", "13000"), "");
  EXPECT_NE(norm_fault("money", "500,000", "5000 USD"), "");
}

TEST(Norm, DatesAreDatesOfTheYearThatIsTold) {
  EXPECT_EQ(norm_fault("date", "14 марта", "2026-03-14"), "");
  EXPECT_EQ(norm_fault("date", "13日至14日", "2026-04-13/2026-04-14"), "");
  EXPECT_EQ(norm_fault("date", "۱۴۰۴", "2025/2026"), "");
  EXPECT_EQ(norm_fault("date", "de 2021 à 2023", "2021"), "");
  EXPECT_EQ(norm_fault("date", "de 2021 à 2023", "2023"), "");
  EXPECT_NE(norm_fault("date", "14 mars 2025", "2026-03-14"), "");
  EXPECT_NE(norm_fault("date", "14 March", "2026-03-34"), "");
  EXPECT_NE(norm_fault("date", "14 March", "soon"), "");
}

// A capture, and a synopsis of two articles of it with one fact.
struct Case {
  std::string text = "<p>The quake killed <b>45</b> people.</p><p>It killed 54 people.</p>";
  std::string sha256 = sha256_hex(text);
  std::string one = sha256_hex(sha256 + ":0").substr(0, 16);
  std::string two = sha256_hex(sha256 + ":1").substr(0, 16);

  std::string json(std::string_view list = "differ") const {
    const auto source = [&](const std::string& id, int index) {
      return fmt::format(R"({{"article":"{}","path":"p.html","sha256":"{}","charset":"UTF-8",)"
                         R"("bytes":{},"index":{},"published":"2026-03-12"}})",
                         id, sha256, text.size(), index);
    };
    const auto value = [&](const std::string& id, int account, int begin, const char* number) {
      return fmt::format(R"({{"article":"{}","account":{},"span":[{},{}],"text":"{}","norm":"{}",)"
                         R"("time":"2026-03-12"}})",
                         id, account, begin, begin + 2, number, number);
    };
    return fmt::format(
        R"({{"story":"s1","title":"Quake","articles":["{0}","{1}"],"accounts":[["{0}"],["{1}"]],)"
        R"("sources":[{2},{3}],"{4}":[{{"id":"f1","slot":"quantity","verdict":"{4}","values":[{5},{6}]}}]}})",
        one, two, source(one, 0), source(two, 1), list, value(one, 0, 23, "45"),
        value(two, 1, 54, "54"));
  }
  Report report(const std::string& json) const {
    const std::vector<Claims> claims{read_claims(json, "x").value()};
    Prover prover(claims);
    prover.offer_bytes(text, "p.html", "p.html");
    return prover.reports()[0];
  }
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(Verify, ACellThatStandsAtItsBytesIsProven) {
  const Case made;
  const Report report = made.report(made.json());
  EXPECT_EQ(report.cells, 2u);
  EXPECT_EQ(report.proven, 2u);
  EXPECT_TRUE(report.failures.empty()) << report.failures[0].part << report.failures[0].reason;
}

TEST(Verify, ACellThatDoesNotIsNamed) {
  const Case made;
  const auto wrong = [&](std::string_view from, std::string_view to, std::string_view part) {
    const Report report = made.report(replaced(made.json(), from, to));
    ASSERT_FALSE(report.failures.empty()) << from;
    EXPECT_EQ(report.failures[0].fact, "f1") << from;
    EXPECT_EQ(report.failures[0].part, part) << from;
  };
  wrong("[23,25]", "[24,25]", "text");
  wrong("[23,25]", "[23,99]", "text");
  wrong("\"text\":\"45\",\"norm\":\"45\"", "\"text\":\"46\",\"norm\":\"46\"", "text");
  wrong("\"norm\":\"45\"", "\"norm\":\"46\"", "norm");
  wrong("\"account\":1", "\"account\":0", "account");
  wrong("\"time\":\"2026-03-12\"", "\"time\":\"2026-03-13\"", "time");
  wrong("\"verdict\":\"differ\"", "\"verdict\":\"agree\"", "verdict");
  EXPECT_EQ(made.report(made.json("only")).failures[0].part, "verdict");  // two accounts
}

TEST(Verify, ACaptureThatIsAnotherIsNotBelieved) {
  const Case made;
  const std::vector<Claims> claims{read_claims(made.json(), "x").value()};
  Prover prover(claims);
  model::Capture capture;
  capture.sha256 = made.sha256;
  capture.text = replaced(made.text, "45", "46");
  prover.offer(capture, "p.html");
  const Report report = prover.reports()[0];
  EXPECT_EQ(report.proven, 0u);
  EXPECT_EQ(report.failures[0].reason, "the capture was not found");
}

TEST(Verify, AnArticleOfAnotherCaptureIsFound) {
  const Case made;
  const Report report = made.report(replaced(made.json(), "\"index\":1", "\"index\":2"));
  ASSERT_FALSE(report.failures.empty());
  EXPECT_EQ(report.failures[0].part, "article");
  EXPECT_EQ(report.failures[0].article, made.two);
}

TEST(Verify, AnnotationsOfAnArticleAreCells) {
  const Case made;
  const std::string json = fmt::format(
      R"({{"id":"{}","index":0,"capture":{{"path":"p.html","sha256":"{}","charset":"UTF-8"}},)"
      R"("title":"","blocks":[{{"text":"The quake killed 45 people.","span":[3,37]}}],)"
      R"("quantities":[{{"span":[23,25],"at":[0,17,19],"text":"45"}},)"
      R"({{"span":[23,25],"at":[0,18,20],"text":"45"}}]}})",
      made.one, made.sha256);
  const Report report = made.report(json);
  EXPECT_EQ(report.cells, 3u);
  EXPECT_EQ(report.proven, 2u);
  ASSERT_EQ(report.failures.size(), 1u);
  EXPECT_EQ(report.failures[0].fact, "quantity 1");
  EXPECT_EQ(report.failures[0].stands, "5 ");
}

TEST(Verify, WhatStandsInATitleBesideTheTextIsProvenByThatTitle) {
  const std::string line =
      R"({"title":"Quake kills 45 &amp; hurts 12","text":"The quake came at night."})";
  const auto sha256 = sha256_hex(line);
  const auto id = sha256_hex(sha256 + ":0").substr(0, 16);
  const auto report_of = [&](std::string_view title, std::string_view span, std::string_view text) {
    const auto claims = read_claims(
        fmt::format(
            R"({{"id":"{}","index":0,"capture":{{"path":"p.jsonl:1","sha256":"{}","charset":"UTF-8"}},)"
            R"("title":"{}","title_span":{},"mentions":[{{"span":[0,0],"at":[-1,12,14],)"
            R"("text":"{}"}}],"blocks":[]}})",
            id, sha256, title, span, text),
        "x");
    EXPECT_TRUE(claims);
    const std::vector<Claims> all(1, *claims);
    Prover prover(all);
    prover.offer_bytes(line, "p.jsonl:1", "here");
    return prover.reports().front();
  };
  const Report report = report_of("Quake kills 45 & hurts 12", "[0,0]", "45");
  EXPECT_TRUE(report.failures.empty());
  EXPECT_EQ(report.cells, 2u);
  EXPECT_EQ(report.proven, 2u);
  EXPECT_TRUE(report.notes.empty());
  // Another title came with the text; another word stands there; the title is said to have bytes.
  EXPECT_EQ(report_of("Quake kills 46 & hurts 12", "[0,0]", "46").proven, 0u);
  EXPECT_FALSE(report_of("Quake kills 45 & hurts 12", "[0,0]", "46").failures.empty());
  EXPECT_FALSE(report_of("Quake kills 45 & hurts 12", "[3,17]", "45").failures.empty());
}

TEST(Verify, ATitleThatDidNotComeWithTheCaptureIsTakenAsToldAndSaidSo) {
  const Case made;
  const Report report = made.report(fmt::format(
      R"({{"id":"{}","index":0,"capture":{{"path":"p.html","sha256":"{}","charset":"UTF-8"}},)"
      R"("title":"Quake kills 45","title_span":[0,0],"mentions":[{{"span":[0,0],"at":[-1,12,14],)"
      R"("text":"45"}}],"blocks":[]}})",
      made.one, made.sha256));
  EXPECT_TRUE(report.failures.empty());
  EXPECT_EQ(report.cells, 0u);
  ASSERT_EQ(report.notes.size(), 1u);
}

TEST(Verify, CellsOfASynopsisInATitleBesideTheText) {
  const std::string line = R"({"title":"Quake kills 45","text":"The quake came at night."})";
  const auto sha256 = sha256_hex(line);
  const auto id = sha256_hex(sha256 + ":0").substr(0, 16);
  const auto report_of = [&](std::string_view text, std::string_view evidence) {
    const auto claims = read_claims(
        fmt::format(
            R"({{"story":"s1","title":"Quake kills 45","articles":["{0}"],"accounts":[["{0}"]],)"
            R"("sources":[)"
            R"({{"article":"{0}","index":0,"path":"p.jsonl:1","sha256":"{1}","charset":"UTF-8",)"
            R"("title":"Quake kills 45","title_span":[0,0],"published":null}}],"only":[{{"id":"f1",)"
            R"("slot":"quantity","verdict":"only","values":[{{"article":"{0}","account":0,)"
            R"("span":[0,0],"text":"{2}","norm":"{2}","time":"","evidence":"{3}",)"
            R"("evidence_span":[0,0]}}]}}]}})",
            id, sha256, text, evidence),
        "x");
    EXPECT_TRUE(claims);
    const std::vector<Claims> all(1, *claims);
    Prover prover(all);
    prover.offer_bytes(line, "p.jsonl:1", "here");
    return prover.reports().front();
  };
  const Report report = report_of("45", "Quake kills 45");
  EXPECT_TRUE(report.failures.empty());
  EXPECT_EQ(report.proven, 2u);
  EXPECT_FALSE(report_of("46", "Quake kills 45").failures.empty());
  EXPECT_FALSE(report_of("46", "Quake kills 46").failures.empty());
}

TEST(Verify, AKeyThatIsToldTwiceTellsTwoThings) {
  const Case made;
  for (const auto& json :
       {replaced(made.json(), "\"text\":\"45\"", R"("text":"45","text":"46")"),
        replaced(made.json(), "\"norm\":\"45\"", R"("norm":"45","no\u0072m":"46")"),
        replaced(made.json(), "{\"story\"", R"({"agree":[],"agree":[],"story")")}) {
    const auto claims = read_claims(json, "x");
    ASSERT_FALSE(claims);
    EXPECT_EQ(claims.error().code, ErrorCode::kMalformed);
  }
}

TEST(Verify, WhatTellsOfNoArticleProvesNothing) {
  const auto claims = read_claims(R"({"story":"s1","sources":[],"agree":[]})", "x");
  ASSERT_TRUE(claims);
  ASSERT_EQ(claims->failures.size(), 1u);
  EXPECT_EQ(claims->failures[0].part, "sources");
}

// "FACT PART" of each difference.
std::vector<std::string> told(std::string_view stated, std::string_view made) {
  std::vector<std::string> all;
  for (const Failure& failure : differences(stated, made, {"sources[].path"})) {
    all.push_back(failure.fact.empty() ? failure.part : failure.fact + " " + failure.part);
  }
  return all;
}

TEST(Differences, AreNamedWhereTheyAre) {
  using Names = std::vector<std::string>;
  constexpr std::string_view kMade =
      R"({"title":"a","sources":[{"path":"p","url":null}],"differ":[{"id":"f1","side":0},)"
      R"({"id":"f2","values":[{"value":12},{"value":0.9}]}]})";
  EXPECT_EQ(told(kMade, kMade), Names());
  EXPECT_EQ(told(R"({"sources":[{"url":null,"path":"q"}],"title":"\u0061","differ":)"
                 R"([{"id":"f1","side":0},{"values":[{"value":12},{"value":0.90}],"id":"f2"}]})",
                 kMade),
            Names());  // order of keys, escapes, zeros, and what is taken as told
  EXPECT_EQ(told(replaced(std::string(kMade), "\"side\":0", "\"side\":1"), kMade),
            Names{"f1 side"});
  EXPECT_EQ(told(replaced(std::string(kMade), "12", "9999"), kMade), Names{"f2 values[0].value"});
  EXPECT_EQ(told(replaced(std::string(kMade), "null", "\"x\""), kMade), Names{"sources[0].url"});
  EXPECT_EQ(told(replaced(std::string(kMade), "{\"title\"", "{\"more\":1,\"title\""), kMade),
            Names{"more"});
  EXPECT_EQ(told(replaced(std::string(kMade), ",\"side\":0", ""), kMade), Names{"f1 side"});
  EXPECT_EQ(told(replaced(std::string(kMade), "{\"id\":\"f1\",\"side\":0},", ""), kMade),
            Names{"f1 fact"});  // left out
  EXPECT_EQ(told(replaced(std::string(kMade), ",{\"value\":0.9}", ""), kMade),
            Names{"f2 values[1]"});
}

TEST(Differences, OfFactsTheOrderCounts) {
  const auto all = differences(R"({"agree":[{"id":"f2"},{"id":"f1"}]})",
                               R"({"agree":[{"id":"f1"},{"id":"f2"}]})", {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].reason, "made anew they stand in another order");
}

TEST(Verify, OtherJsonIsNoClaim) {
  EXPECT_EQ(read_claims("{", "x").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(read_claims("[]", "x").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(read_claims("{}", "x").error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(read_claims(R"({"story":"s1","agree":[]})", "x").error().code, ErrorCode::kUnsupported);
}

}  // namespace
}  // namespace synoptic::verify
