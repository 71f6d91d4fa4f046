#include "collect/warc.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "base/hash.h"
#include "collect/collect.h"
#include "collect/warc_http.h"

namespace synoptic::collect {
namespace {

namespace fs = std::filesystem;

enum : int { kGzipWindow = 15 + 16, kZlibWindow = 15, kBareWindow = -15 };

std::string packed(std::string_view bytes, int window = kGzipWindow) {
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
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

std::string record(std::string_view type, std::string_view url, std::string_view media_type,
                   std::string_view block, std::string_view fields = "") {
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: 2026-03-12T04:10:00Z\r\n"
      "Content-Type: {}\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n",
      type, url, media_type, fields, block.size(), block);
}

std::string http(std::string_view body, std::string_view fields = "", int status = 200,
                 std::string_view media_type = "text/html; charset=utf-8") {
  return fmt::format("HTTP/1.1 {} Whatever\r\nContent-Type: {}\r\n{}\r\n{}", status, media_type,
                     fields, body);
}

std::string response(std::string_view url, std::string_view block) {
  return record("response", url, "application/http; msgtype=response", block);
}

std::string page(int number) {
  return fmt::format("<html><body><h1>Bridge {} reopens</h1><p>The council said so.</p>", number);
}

std::string answer(int number) {
  return response(fmt::format("https://quay.example/{}", number), http(page(number)));
}

class WarcTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_warc_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(std::string_view bytes, const std::string& name = "x.warc") const {
    const std::string path = folder_ + "/" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  std::vector<model::Capture> captures(const std::string& path) {
    std::vector<model::Capture> all;
    errors_.clear();
    Sources sources({path}, limits_);
    while (auto capture = sources.next_capture()) {
      if (*capture) {
        all.push_back(std::move(**capture));
      } else {
        errors_.push_back(capture->error().where.substr(folder_.size() + 1) + " " +
                          capture->error().why);
      }
    }
    return all;
  }
  std::vector<std::string> texts(std::string_view bytes, const std::string& name = "x.warc") {
    std::vector<std::string> all;
    for (auto& capture : captures(write(bytes, name))) all.push_back(std::move(capture.text));
    return all;
  }

  std::string folder_;
  Limits limits_;
  std::vector<std::string> errors_;
};

using Texts = std::vector<std::string>;

TEST_F(WarcTest, AResponseIsAPageWithItsAddressAndDate) {
  const auto all = captures(write(answer(1)));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].text, page(1));
  EXPECT_EQ(all[0].sha256, sha256_hex(page(1)));  // as of the page saved to a file
  EXPECT_EQ(all[0].url, "https://quay.example/1");
  EXPECT_EQ(all[0].fetched, "2026-03-12T04:10:00Z");
  EXPECT_EQ(all[0].path, folder_ + "/x.warc:0");
  EXPECT_EQ(all[0].format, model::Format::kHtml);
}

TEST_F(WarcTest, PackedRecordByRecordTheOffsetIsThatOfTheMember) {
  const std::string first = packed(answer(1));
  const auto all = captures(write(first + packed(answer(2)), "x.warc.gz"));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[1].text, page(2));
  EXPECT_EQ(all[1].path, fmt::format("{}/x.warc.gz:{}", folder_, first.size()));
}

TEST_F(WarcTest, PackedAsAWholeOrInPiecesIsTheSame) {
  const std::string all = answer(1) + answer(2);
  EXPECT_EQ(texts(packed(all), "x.warc.gz"), (Texts{page(1), page(2)}));
  const std::string pieces =
      packed(all.substr(0, 100)) + packed(all.substr(100, 300)) + packed(all.substr(400));
  EXPECT_EQ(texts(pieces, "x.warc.gz"), (Texts{page(1), page(2)}));
  EXPECT_EQ(errors_, Texts{});
}

TEST_F(WarcTest, OnlyPagesThatWereThereAreDocuments) {
  EXPECT_EQ(
      texts(record("warcinfo", "", "application/warc-fields", "software: x\r\n") +
            record("request", "https://quay.example/1", "application/http", "GET / HTTP/1.1") +
            response("https://quay.example/2", http("<p>Gone", "", 404)) +
            response("https://quay.example/3", http("{}", "", 200, "application/json")) +
            record("revisit", "https://quay.example/4", "application/http", http("")) +
            record("metadata", "https://quay.example/1", "text/html", page(7)) +
            record("conversion", "https://quay.example/1", "text/plain", "Bridge") +
            record("resource", "https://quay.example/5", "text/html", page(5)) + answer(6)),
      (Texts{page(5), page(6)}));
  EXPECT_EQ(errors_, Texts{});
}

TEST_F(WarcTest, AllThatWasReceivedIsThereForThoseWhoAsk) {
  const std::string path =
      write(response("https://quay.example/2", http("<p>Gone", "", 404)) +
            record("conversion", "https://quay.example/1", "text/plain", "Bridge reopens"));
  Sources sources({path}, {}, Records::kAll);
  EXPECT_EQ(read_source(sources.next()->value())->text, "<p>Gone");
  EXPECT_EQ(read_source(sources.next()->value())->text, "Bridge reopens");
  EXPECT_FALSE(sources.next());
}

TEST_F(WarcTest, ChunksAreJoinedAndCodingsUndone) {
  const std::string body = page(1);
  const std::string chunks = fmt::format("{:x};x=1\r\n{}\r\n{:X}\r\n{}\r\n0\r\nTrailer: 1\r\n\r\n",
                                         20, body.substr(0, 20), body.size() - 20, body.substr(20));
  const auto of = [&](std::string_view block) {
    const auto all = texts(response("https://quay.example/1", block));
    return all.size() == 1 ? all[0] : "";
  };
  EXPECT_EQ(of(http(chunks, "Transfer-Encoding: chunked\r\n")), body);
  EXPECT_EQ(of(http(packed(body), "Content-Encoding: gzip\r\n")), body);
  EXPECT_EQ(of(http(packed(body, kZlibWindow), "Content-Encoding: deflate\r\n")), body);
  EXPECT_EQ(of(http(packed(body, kBareWindow), "content-encoding: deflate\r\n")), body);
  EXPECT_EQ(of(http(packed(packed(body)), "Content-Encoding: gzip, x-gzip\r\n")), body);
}

TEST_F(WarcTest, AHeadThatNoLongerHoldsIsNotBelieved) {
  EXPECT_EQ(
      texts(response("https://quay.example/1",
                     http(page(1), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")) +
            response("https://quay.example/2", http(page(2), "Content-Encoding: br\r\n"))),
      (Texts{page(1), page(2)}));
}

// A stream of Brotli that holds the text as it is (RFC 7932, 9.2: an uncompressed meta-block).
std::string stored_by_brotli(const std::string& text) {
  const auto head = static_cast<uint32_t>(text.size() - 1) << 4 | 1U << 20;
  std::string out;
  for (const int shift : {0, 8, 16}) out += static_cast<char>(head >> shift);
  return out + text + "\x03";
}

TEST_F(WarcTest, BrotliIsUnpacked) {
  const auto of = [&](const std::string& body) {
    return texts(response("https://quay.example/1", http(body, "Content-Encoding: br\r\n")));
  };
  const std::string whole = stored_by_brotli(page(1));
  EXPECT_EQ(of(whole), Texts{page(1)});
  const std::string noise = "\x1B\x0E\x01\xF8\x8D\xD4" + std::string(80, '\x93');
  EXPECT_EQ(of(noise), Texts{});
  EXPECT_EQ(errors_, Texts{"x.warc:0 has an error in the compressed data"});
}

TEST_F(WarcTest, AnAnswerShorterThanItSaysIsMarked) {
  const std::string body = page(1);
  const auto of = [&](size_t length) {
    return captures(write(response("https://quay.example/1",
                                   http(body, fmt::format("Content-Length: {}\r\n", length)))));
  };
  EXPECT_EQ(of(body.size())[0].warnings, Texts{});
  EXPECT_EQ(of(body.size() - 9)[0].warnings, Texts{});  // unpacked by the crawler
  EXPECT_EQ(
      of(body.size() + 900)[0].warnings,
      Texts{fmt::format("is cut short: {} of {} bytes came", body.size(), body.size() + 900)});
}

TEST_F(WarcTest, AFileWithoutAPageIsTold) {
  EXPECT_EQ(texts(response("https://quay.example/2", http("<p>Gone", "", 404)) +
                  record("warcinfo", "", "application/warc-fields", "software: x\r\n")),
            Texts{});
  ASSERT_EQ(errors_.size(), 1u);
  EXPECT_NE(errors_[0].find("holds no page"), std::string::npos) << errors_[0];
}

TEST_F(WarcTest, WhatIsCutInsideIsReadAsFarAsItGoes) {
  const std::string whole = packed(page(1));
  const auto all =
      captures(write(response("https://quay.example/1", http(whole.substr(0, whole.size() - 12),
                                                             "Content-Encoding: gzip\r\n"))));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_TRUE(page(1).starts_with(all[0].text));
  EXPECT_EQ(all[0].warnings, Texts{"ends in the middle of the compressed data"});
}

TEST_F(WarcTest, WhatTheCrawlerCutIsTold) {
  const auto all = captures(write(record("response", "https://quay.example/1", "application/http",
                                         http(page(1)), "WARC-Truncated: length\r\n")));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].warnings, Texts{"was cut by the crawler (length)"});
}

TEST_F(WarcTest, TheCharsetOfTheAnswerCounts) {
  const std::string body =
      "<p>\xCC\xEE\xF1\xF2 \xEE\xF2\xEA\xF0\xFB\xF2 \xE4\xEB\xFF \xE2\xF1\xE5\xF5";
  const auto all = captures(write(
      response("https://quay.example/1", http(body, "", 200, "text/html; charset=windows-1251"))));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].text, "<p>Мост открыт для всех");
  EXPECT_EQ(all[0].charset_by, "header");
}

TEST_F(WarcTest, OtherVersionsAndWritersAreRead) {
  std::string bare = answer(1);
  for (size_t at = 0; (at = bare.find('\r')) != std::string::npos;) bare.erase(at, 1);
  // Without the carriage returns of its own head the block is shorter than it was.
  const size_t begin = bare.find("Content-Length: ");
  const size_t length = bare.size() - 2 - (bare.find("\n\n") + 2);
  bare.replace(begin, bare.find('\n', begin) - begin, fmt::format("Content-Length: {}", length));
  std::string newer = answer(2);
  newer.replace(0, 8, "WARC/1.1");
  std::string angled = answer(3);
  angled.replace(angled.find("https://quay.example/3"), 22, "<https://quay.example/3>");
  const auto all = captures(write(bare + newer + angled));
  ASSERT_EQ(all.size(), 3u) << errors_.size();
  EXPECT_EQ(all[2].url, "https://quay.example/3");
}

TEST_F(WarcTest, ABrokenMemberIsAnErrorAndTheRestGoesOn) {
  const std::string first = packed(answer(1)), third = packed(answer(3));
  std::string second = packed(answer(2));
  for (size_t at = second.size() / 3; at < second.size() / 2; ++at) second[at] = '\xFF';
  EXPECT_EQ(texts(first + second + third, "x.warc.gz"), (Texts{page(1), page(3)}));
  ASSERT_EQ(errors_.size(), 1u);
  EXPECT_EQ(errors_[0],
            fmt::format("x.warc.gz:{} has an error in the compressed data", first.size()));
}

TEST_F(WarcTest, AMemberThatEndsEarlyIsAnErrorAndTheRestGoesOn) {
  const std::string whole = answer(2);
  const std::string first = packed(answer(1)), second = packed(whole.substr(0, whole.size() - 40));
  EXPECT_EQ(texts(first + second + packed(answer(3)), "x.warc.gz"), (Texts{page(1), page(3)}));
  EXPECT_EQ(errors_,
            Texts{fmt::format("x.warc.gz:{} ends in the middle of the record", first.size())});
}

TEST_F(WarcTest, AFileThatWasCutEndsWithAnError) {
  const std::string first = answer(1);
  EXPECT_EQ(texts(first + answer(2).substr(0, 300)), Texts{page(1)});
  EXPECT_EQ(errors_,
            Texts{fmt::format("x.warc:{} ends in the middle of the record", first.size())});
  const std::string gzip = packed(answer(1)) + packed(answer(2)).substr(0, 60);
  EXPECT_EQ(texts(gzip, "x.warc.gz"), Texts{page(1)});
  EXPECT_EQ(errors_.size(), 1u);
}

TEST_F(WarcTest, AWrongLengthIsAnErrorAndTheRestGoesOn) {
  const std::string first = answer(1);
  for (const int by : {-30, 30, 400}) {
    std::string second = answer(2);
    const size_t at = second.find("Content-Length: ") + 16;
    const size_t end = second.find('\r', at);
    second.replace(at, end - at, std::to_string(std::stoi(second.substr(at, end - at)) + by));
    EXPECT_EQ(texts(first + second + answer(3) + answer(4)), (Texts{page(1), page(3), page(4)}))
        << by;
    EXPECT_EQ(errors_,
              Texts{fmt::format("x.warc:{} the record is not as long as it says", first.size())})
        << by;
  }
}

TEST_F(WarcTest, ALengthBeyondTheEndTakesNothingFromTheRecordsBehind) {
  const std::string first = answer(1);
  for (const char* type : {"response", "request"}) {
    for (const char* length : {"90000", "1999999999"}) {
      std::string second =
          record(type, "https://quay.example/2", "application/http", http(page(2)));
      const size_t at = second.find("Content-Length: ") + 16;
      second.replace(at, second.find('\r', at) - at, length);
      EXPECT_EQ(texts(first + second + answer(3) + answer(4)), (Texts{page(1), page(3), page(4)}));
      EXPECT_EQ(errors_,
                Texts{fmt::format("x.warc:{} ends in the middle of the record", first.size())});
    }
  }
}

TEST_F(WarcTest, NoiseBetweenRecordsIsAnErrorAndTheRestGoesOn) {
  const std::string noise(300000, 'x');
  // The record before them ends as it says, with two line ends.
  const std::string first = answer(1);
  EXPECT_EQ(texts(first + noise + "\n" + answer(2)), (Texts{page(1), page(2)}));
  EXPECT_EQ(errors_, Texts{fmt::format("x.warc:{} no WARC record begins here", first.size())});
  EXPECT_EQ(texts("no archive at all"), Texts{});
  EXPECT_EQ(errors_, Texts{"x.warc:0 no WARC record begins here"});
  EXPECT_EQ(texts(""), Texts{});
  EXPECT_EQ(errors_, Texts{"x.warc holds no WARC record"});
}

TEST_F(WarcTest, ARecordOverTheLimitIsAnErrorAndTheRestGoesOn) {
  limits_.max_bytes = 2000;
  const std::string large = page(1) + std::string(300000, 'x');
  EXPECT_EQ(texts(response("https://quay.example/1", http(large)) + answer(2)), Texts{page(2)});
  EXPECT_EQ(
      texts(response("https://quay.example/1", http(packed(large), "Content-Encoding: gzip\r\n")) +
            answer(2)),
      Texts{page(2)});
  EXPECT_EQ(errors_.size(), 1u);
}

TEST(HttpHead, AnAnswerWithoutABody) {
  const auto head = read_http_head("HTTP/1.1 204 No Content\r\nServer: x");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 204);
  EXPECT_EQ(head->body, 34u);
  EXPECT_FALSE(read_http_head("SSH-2.0-x\r\n\r\n"));
}

}  // namespace
}  // namespace synoptic::collect
