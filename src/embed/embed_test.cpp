#include "embed/embed.h"

#include <gtest/gtest.h>

#include "embed/testing_server.h"

namespace synoptic::embed {
namespace {

Options options_for(const TestingServer& server) {
  Options options;
  options.url = server.url();
  options.model = "tiny";
  options.seconds_a_try = 1;
  return options;
}

TEST(Embed, TheAddressIsCompleted) {
  EXPECT_EQ(*endpoint_of("http://localhost:8080"), "http://localhost:8080/v1/embeddings");
  EXPECT_EQ(*endpoint_of("http://localhost:8080/v1/"), "http://localhost:8080/v1/embeddings");
  EXPECT_EQ(*endpoint_of("https://h/x/embeddings"), "https://h/x/embeddings");
  EXPECT_EQ(endpoint_of("file:///etc/passwd").error().code, ErrorCode::kUsage);
  EXPECT_EQ(endpoint_of("localhost").error().code, ErrorCode::kUsage);
}

TEST(Embed, TextsGoInBatchesAndComeBackInTheirOrder) {
  TestingServer server;
  server.fixed = {{"one", {1, 0}}, {"two", {0, 1}}, {"three", {1, 1}}};
  Options options = options_for(server);
  options.batch = 2;
  options.key = "secret";
  const auto vectors = Client(options).embed({"one", "two \"quoted\"", "three"});
  ASSERT_TRUE(vectors) << vectors.error().message();
  EXPECT_EQ(*vectors, (std::vector<Vector>{{1, 0}, {0, 1}, {1, 1}}));
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 2u);
  EXPECT_NE(requests[0].find("POST /v1/embeddings "), std::string::npos);
  EXPECT_NE(requests[0].find("{\"model\":\"tiny\",\"input\":[\"one\",\"two \\\"quoted\\\"\"]}"),
            std::string::npos);
  EXPECT_NE(requests[0].find("Authorization: Bearer secret\r\n"), std::string::npos);
}

TEST(Embed, AServerThatIsBusyIsAskedAgain) {
  TestingServer server({"503"});
  EXPECT_TRUE(Client(options_for(server)).embed({"text"}));
  EXPECT_EQ(server.requests().size(), 2u);
}

TEST(Embed, AServerThatIsSilentIsGivenUp) {
  TestingServer server({"silence", "silence"});
  Options options = options_for(server);
  options.tries = 1;
  const auto vectors = Client(options).embed({"text"});
  ASSERT_FALSE(vectors);
  EXPECT_EQ(vectors.error().code, ErrorCode::kNetwork);
}

TEST(Embed, AServerThatSaysNoIsNotAskedAgain) {
  TestingServer server({"404 {\"error\":{\"message\":\"no model 'tiny'\"}}"});
  const auto vectors = Client(options_for(server)).embed({"text"});
  ASSERT_FALSE(vectors);
  EXPECT_NE(vectors.error().message().find("answered 404: the server says: no model 'tiny'"),
            std::string::npos)
      << vectors.error().message();
  EXPECT_EQ(server.requests().size(), 1u);
}

TEST(Embed, NobodyThereIsAnError) {
  std::string url;
  { url = TestingServer().url(); }
  Options options;
  options.url = url;
  options.tries = 1;
  EXPECT_EQ(Client(options).embed({"text"}).error().code, ErrorCode::kNetwork);
}

TEST(Embed, AnAnswerThatIsNoneIsRefused) {
  const auto why = [](std::string_view answer, size_t count = 1) {
    const auto vectors = vectors_of(answer, count);
    return vectors ? std::string() : vectors.error().why;
  };
  EXPECT_EQ(why(R"({"data":[{"embedding":[1,2.5e-1]}]})"), "");
  EXPECT_EQ(why("<html>"), "the answer is no JSON");
  EXPECT_EQ(why("{}"), "the answer has no list \"data\"");
  EXPECT_EQ(why(R"({"data":[]})"), "1 texts were asked, 0 answered");
  EXPECT_EQ(why(R"({"data":[{"embedding":[]}]})"), "a vector is empty");
  EXPECT_EQ(why(R"({"data":[{"embedding":[0,0]}]})"), "a vector is empty");
  EXPECT_EQ(why(R"({"data":[{"embedding":["x"]}]})"), "a vector holds what is no number");
  EXPECT_EQ(why(R"({"data":[{"embedding":[1],"index":7}]})"), "the answer's indices are wrong");
  EXPECT_EQ(why(R"({"data":[{"embedding":[1]},{"embedding":[1,2]}]})", 2),
            "the vectors are not of one length");
}

TEST(Embed, TheKeyOfTheCacheKnowsModelAndText) {
  EXPECT_EQ(cache_key("m", "t").size(), 64u);
  EXPECT_NE(cache_key("m", "t"), cache_key("n", "t"));
  EXPECT_NE(cache_key("m", "t"), cache_key("m", "u"));
  EXPECT_NE(cache_key("m", "t"), cache_key("mt", ""));
}

}  // namespace
}  // namespace synoptic::embed
