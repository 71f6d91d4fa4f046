#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>

#include "base/hash.h"
#include "collect/collect.h"
#include "collect/lenient_json.h"

namespace synoptic::collect {
namespace {

namespace fs = std::filesystem;

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstandard(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
  return out;
}

class SourcesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_sources_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, std::string_view bytes) const {
    const std::string path = folder_ + "/" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  // "NAME:LINE text" of every capture, "NAME:LINE! why" of every error.
  std::vector<std::string> read(const std::vector<std::string>& files, Limits limits = {}) const {
    std::vector<std::string> all;
    const auto name = [&](const std::string& path) { return path.substr(folder_.size() + 1); };
    Sources sources(files, limits);
    while (const auto capture = sources.next_capture()) {
      all.push_back(*capture ? name((*capture)->path) + " " + (*capture)->text
                             : name(capture->error().where) + "! " + capture->error().why);
    }
    return all;
  }

  std::string folder_;
};

const char* const kThree =
    "{\"html\":\"<p>One\",\"url\":\"https://a.example/1\",\"fetched\":\"2025-01-02T03:04:05Z\"}\n"
    "\n"
    "{\"text\":\"Two\"}\r\n"
    "{\"html\":\"<p>Three\"}";
const std::vector<std::string> kThreeRead = {"p.jsonl:1 <p>One", "p.jsonl:3 Two",
                                             "p.jsonl:4 <p>Three"};

TEST_F(SourcesTest, EveryLineIsACapture) {
  EXPECT_EQ(read({write("p.jsonl", kThree)}), kThreeRead);
}

TEST_F(SourcesTest, PackedFilesGiveTheSame) {
  for (auto [ending, bytes] : {std::pair{".gz", gzipped(kThree)}, {".zst", zstandard(kThree)}}) {
    auto got = read({write(std::string("p.jsonl") + ending, bytes)});
    for (auto& line : got) line.erase(line.find(ending), std::string(ending).size());
    EXPECT_EQ(got, kThreeRead);
  }
}

TEST_F(SourcesTest, PackedMembersMayFollowEachOther) {
  EXPECT_EQ(
      read({write("p.ndjson.gz", gzipped("{\"text\":\"a\"}\n") + gzipped("{\"text\":\"b\"}"))}),
      (std::vector<std::string>{"p.ndjson.gz:1 a", "p.ndjson.gz:2 b"}));
  EXPECT_EQ(
      read({write("p.jsonl.zst", zstandard("{\"text\":\"a\"}\n{\"te") + zstandard("xt\":\"b\"}"))}),
      (std::vector<std::string>{"p.jsonl.zst:1 a", "p.jsonl.zst:2 b"}));
}

TEST_F(SourcesTest, APackedPageIsAPage) {
  const auto capture = read_file(write("page.html.gz", gzipped("<p>One")));
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->text, "<p>One");
  EXPECT_EQ(capture->format, model::Format::kHtml);
}

TEST_F(SourcesTest, WhatTheLineSaysOfItsPageIsTaken) {
  std::vector<model::Capture> got;
  Sources sources({write("p.jsonl", kThree)});
  while (auto capture = sources.next_capture()) got.push_back(std::move(capture->value()));
  ASSERT_EQ(got.size(), 3u);
  EXPECT_EQ(got[0].url, "https://a.example/1");
  EXPECT_EQ(got[0].fetched, "2025-01-02T03:04:05Z");
  EXPECT_EQ(got[0].format, model::Format::kHtml);
  EXPECT_EQ(got[0].charset, "UTF-8");
  EXPECT_TRUE(got[0].front_matter.empty());
  EXPECT_EQ(got[1].format, model::Format::kPlain);
  EXPECT_EQ(got[1].sha256, sha256_hex("{\"text\":\"Two\"}"));
}

TEST_F(SourcesTest, TheOtherKeysOfATextAreItsFrontMatter) {
  const auto capture = read_source(
      {"p.jsonl:1", R"({"text":"Two","title":"T","authors":["A","B"],"date":"2025-01-02","n":{}})",
       true});
  ASSERT_TRUE(capture);
  ASSERT_EQ(capture->front_matter.size(), 3u);
  EXPECT_EQ(capture->front_matter[1].value, "A; B");
  EXPECT_EQ(model::find_front_matter(*capture, "date")->value, "2025-01-02");
}

TEST_F(SourcesTest, CodePointsMayBeBytes) {
  const auto capture = read_source(
      {"p.jsonl:1",
       R"({"html_encoding":"latin-1-bytes","html":"<meta charset=windows-1251><p>\u00cc\u00e8\u00f0"})",
       true});
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->charset, "windows-1251");
  EXPECT_TRUE(capture->text.ends_with("Мир"));
  EXPECT_FALSE(read_source({"x:1", R"({"html_encoding":"latin-1-bytes","html":"\u0416"})", true}));
  const auto other = read_source({"p:1", R"({"html_encoding":"bogus","html":"<p>a"})", true});
  ASSERT_TRUE(other);
  EXPECT_EQ(other->warnings.size(), 1u);
}

TEST_F(SourcesTest, AnHtmlThatIsNoStringIsToldAsSuch) {
  const auto capture = read_source({"p:1", R"({"html":5})", true});
  ASSERT_FALSE(capture);
  EXPECT_EQ(capture.error().why, "\"html\" is no string: 5");
}

TEST_F(SourcesTest, ABadLineIsAnErrorWithItsPlaceAndTheRestGoesOn) {
  const auto got = read({write("p.jsonl",
                               "{\"text\":\n[1]\n{\"a\":1}\n{\"html\":\" \"}\n\"x\n"
                               "{\"text\":\"a\\u0000b\"}\n{\"text\":\"good\"}\n")});
  ASSERT_EQ(got.size(), 7u);
  EXPECT_TRUE(got[0].starts_with("p.jsonl:1! is not JSON ("));
  EXPECT_EQ(got[1], "p.jsonl:2! is not a JSON object");
  EXPECT_EQ(got[2], "p.jsonl:3! has neither \"html\" nor \"text\"");
  EXPECT_EQ(got[3], "p.jsonl:4! is empty");
  EXPECT_TRUE(got[4].starts_with("p.jsonl:5! is not JSON ("));
  EXPECT_EQ(got[5], "p.jsonl:6! is binary, not text");
  EXPECT_EQ(got[6], "p.jsonl:7 good");
}

TEST_F(SourcesTest, ALineOverTheLimitIsAnErrorAndTheRestGoesOn) {
  const std::string lines =
      "{\"text\":\"a\"}\n{\"text\":\"" + std::string(300000, 'x') + "\"}\n{\"text\":\"b\"}\n";
  const auto got = read({write("p.jsonl", lines)}, {1000});
  ASSERT_EQ(got.size(), 3u);
  EXPECT_TRUE(got[1].starts_with("p.jsonl:2! larger than the limit"));
  EXPECT_EQ(got[2], "p.jsonl:3 b");
}

TEST_F(SourcesTest, AnEmptyFileOfPagesIsAnError) {
  EXPECT_EQ(read({write("p.jsonl", ""), write("q.jsonl", "\n \n")}),
            (std::vector<std::string>{"p.jsonl! is empty", "q.jsonl! is empty"}));
}

TEST_F(SourcesTest, BrokenPackedDataIsToldAndTheNextFileIsRead) {
  std::string lines;
  for (int i = 0; i < 5000; ++i) lines += "{\"text\":\"" + sha256_hex(std::to_string(i)) + "\"}\n";
  for (const auto& packed : {gzipped(lines), zstandard(lines)}) {
    const auto cut = write("cut.jsonl", std::string_view(packed).substr(0, packed.size() / 2));
    const auto got = read({cut, write("good.txt", "Good")});
    ASSERT_GE(got.size(), 2u);
    EXPECT_NE(got[got.size() - 2].find("! ends in the middle of the compressed data"),
              std::string::npos);
    EXPECT_EQ(got.back(), "good.txt Good");
  }
  std::string broken = gzipped(lines);
  for (size_t i = 200; i < 260; ++i) broken[i] = static_cast<char>(~broken[i]);
  EXPECT_NE(read({write("broken.jsonl", broken)}).back().find("error in the compressed data"),
            std::string::npos);
}

TEST_F(SourcesTest, TheShareGrowsToOne) {
  Sources sources({write("p.jsonl", kThree), write("q.txt", "x")});
  double last = 0;
  while (sources.next()) {
    EXPECT_GE(sources.share(), last);
    last = sources.share();
  }
  EXPECT_EQ(last, 1);
}

TEST_F(SourcesTest, FoldersHoldFilesOfPages) {
  for (const char* name : {"a.jsonl", "b.ndjson.gz", "c.html.zst", "d.tar.gz", "e.gz", "f.json"}) {
    write(name, "x");
  }
  std::vector<std::string> names;
  for (const auto& file : list_inputs({folder_}).files) {
    names.push_back(file.substr(folder_.size() + 1));
  }
  EXPECT_EQ(names, (std::vector<std::string>{"a.jsonl", "b.ndjson.gz", "c.html.zst"}));
}

TEST(LenientJson, WhatPythonWritesIsRead) {
  EXPECT_EQ(strict_json(R"({"a":NaN,"b":-Infinity,"c":1e5,"d":true,"e":"NaN \" NaN"})"),
            R"({"a":null,"b":null,"c":1e5,"d":true,"e":"NaN \" NaN"})");
  EXPECT_EQ(strict_json(R"("\ud83d x \ude00 \ud83d\ude00 \\ud83d")"),
            R"("\ufffd x \ufffd \ud83d\ude00 \\ud83d")");
}

TEST(LenientJson, WhatIsNoJsonStaysAnError) {
  simdjson::dom::parser parser;
  for (const char* json : {"", "{", "{\"a\":}", "\"\\ud8\"", "-", "{\"a\" 1}"}) {
    EXPECT_NE(parse_lenient(parser, json).error(), simdjson::SUCCESS) << json;
  }
  EXPECT_EQ(parse_lenient(parser, "{\"a\":NaN}").error(), simdjson::SUCCESS);
}

}  // namespace
}  // namespace synoptic::collect
