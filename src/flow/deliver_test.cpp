// The outbox against a receiver of ours: what it gets, and what happens when it says no.
#include "flow/deliver.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "base/hash.h"
#include "flow/parcels.h"

namespace synoptic::flow {
namespace {

namespace fs = std::filesystem;

// Answers each request with the next of its answers, the last one for ever.
class Receiver {
 public:
  explicit Receiver(std::vector<std::string> answers) : answers_(std::move(answers)) {
    socket_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(socket_, reinterpret_cast<sockaddr*>(&address), size);
    listen(socket_, 16);
    getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { work(); });
  }
  ~Receiver() {
    shutdown(socket_, SHUT_RDWR);
    close(socket_);
    thread_.join();
  }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/hook"; }
  std::vector<std::string> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  void work() {
    for (size_t i = 0;; ++i) {
      const int peer = accept(socket_, nullptr, nullptr);
      if (peer < 0) return;
      std::string request;
      char buffer[4096];
      while (!is_whole(request)) {
        const ssize_t got = read(peer, buffer, sizeof buffer);
        if (got <= 0) break;
        request.append(buffer, static_cast<size_t>(got));
      }
      const std::string answer = answers_[std::min(i, answers_.size() - 1)];
      {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
      }
      if (answer == "silence") {
        std::this_thread::sleep_for(std::chrono::seconds(2));
      } else if (answer == "endless" || answer == "dripping") {
        const std::string head = "HTTP/1.1 200 OK\r\n\r\n";
        std::string more(answer == "endless" ? 4096 : 1, 'x');
        (void)!send(peer, head.data(), head.size(), MSG_NOSIGNAL);
        for (int left = 1000; left > 0; --left) {
          if (send(peer, more.data(), more.size(), MSG_NOSIGNAL) < 0) break;
          std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
      } else {
        const std::string text = "HTTP/1.1 " + answer +
                                 "\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n"
                                 "Connection: close\r\n\r\n";
        (void)!write(peer, text.data(), text.size());
      }
      close(peer);
    }
  }

  static bool is_whole(const std::string& request) {
    const size_t end = request.find("\r\n\r\n");
    const size_t length = request.find("Content-Length: ");
    if (end == std::string::npos || length == std::string::npos) return false;
    return request.size() >= end + 4 + std::stoul(request.substr(length + 16));
  }

  std::vector<std::string> answers_, requests_;
  std::mutex mutex_;
  int socket_ = -1;
  int port_ = 0;
  std::thread thread_;
};

std::string header(const std::string& request, const std::string& name) {
  const size_t at = request.find("\r\n" + name + ": ");
  if (at == std::string::npos) return "";
  const size_t begin = at + name.size() + 4;
  return request.substr(begin, request.find("\r\n", begin) - begin);
}

std::string body(const std::string& request) {
  return request.substr(request.find("\r\n\r\n") + 4);
}

class DeliverTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_deliver_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  store::Store open() const {
    return std::move(store::Store::open(folder_ + "/s.db", store::Mode::kReadWrite).value());
  }
  void put(const std::string& url, const std::vector<std::string>& ids) const {
    auto store = open();
    store::Store::Update update;
    std::vector<watch::Entry> entries;
    for (const auto& id : ids) {
      watch::Entry entry;
      entry.id = id;
      entry.json = "{\"id\":\"" + id + "\"}";
      update.parcels.push_back(parcels_of({entry}, url, "2026-03-10T09:00:00Z")[0]);
    }
    ASSERT_TRUE(store.update_stories(update));
  }
  Delivered send(unsigned tries = 3) const {
    auto store = open();
    Delivery delivery;
    delivery.secret = "s3cret";
    delivery.tries = tries;
    delivery.seconds_a_try = 1;
    const auto done = deliver(store, delivery);
    EXPECT_TRUE(done);
    return *done;
  }

  std::string folder_;
};

TEST_F(DeliverTest, AnAnswerWithoutEndIsTakenByItsHead) {
  for (const char* answer : {"endless", "dripping"}) {
    Receiver receiver({answer});
    put(receiver.url(), {std::string("urn:uuid:") + answer});
    const auto begin = std::chrono::steady_clock::now();
    const Delivered done = send(1);
    EXPECT_EQ(done.sent, 1u) << answer;
    EXPECT_EQ(done.waiting, 0u) << answer;
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(4)) << answer;
    EXPECT_EQ(receiver.requests().size(), 1u) << answer;
  }
}

TEST_F(DeliverTest, BodiesAreSignedAndKnownByTheirId) {
  Receiver receiver({"204 No Content"});
  put(receiver.url(), {"one", "two"});
  const Delivered done = send();
  EXPECT_EQ(done.sent, 2u);
  EXPECT_EQ(done.error, "");
  EXPECT_TRUE(open().outbox()->empty());
  const auto requests = receiver.requests();
  ASSERT_EQ(requests.size(), 2u);
  const std::string signature = header(requests[0], "X-Synoptic-Signature");
  ASSERT_TRUE(signature.starts_with("t="));
  const size_t comma = signature.find(",v1=");
  const std::string time = signature.substr(2, comma - 2);
  EXPECT_EQ(signature.substr(comma + 4), hmac_sha256_hex("s3cret", time + "." + body(requests[0])));
  EXPECT_NE(body(requests[0]).find(header(requests[0], "X-Synoptic-Delivery")), std::string::npos);
  EXPECT_NE(body(requests[0]).find("{\"id\":\"one\"}"), std::string::npos);
  EXPECT_NE(body(requests[1]).find("{\"id\":\"two\"}"), std::string::npos);
  EXPECT_EQ(header(requests[0], "Content-Type"), "application/json");
}

TEST_F(DeliverTest, APassingFailureIsTriedAgainWithTheSameBody) {
  Receiver receiver({"503 Later", "200 OK"});
  put(receiver.url(), {"one"});
  EXPECT_EQ(send().sent, 1u);
  const auto requests = receiver.requests();
  ASSERT_EQ(requests.size(), 2u);
  EXPECT_EQ(body(requests[0]), body(requests[1]));
  EXPECT_EQ(header(requests[0], "X-Synoptic-Delivery"), header(requests[1], "X-Synoptic-Delivery"));
}

TEST_F(DeliverTest, EveryTryIsCounted) {
  Receiver receiver({"503 Later", "503 Later", "503 Later", "503 Later"});
  put(receiver.url(), {"one"});
  EXPECT_EQ(send(2).waiting, 1u);
  EXPECT_EQ(open().outbox()->front().tries, 2);
  EXPECT_EQ(send(2).waiting, 1u);
  EXPECT_EQ(open().outbox()->front().tries, 4);
}

TEST_F(DeliverTest, WhatIsRefusedWaitsAndHoldsUpWhatIsBehindIt) {
  {
    Receiver receiver({"301 Moved", "400 No"});
    put(receiver.url(), {"one", "two"});
    const Delivered done = send();
    EXPECT_EQ(done.sent, 0u);
    EXPECT_EQ(done.waiting, 2u);
    EXPECT_NE(done.error.find("redirects are not followed"), std::string::npos);
    EXPECT_EQ(receiver.requests().size(), 1u);
    EXPECT_EQ(send().sent, 0u);
    EXPECT_EQ(open().outbox()->front().tries, 2);
    EXPECT_EQ(open().outbox()->front().error, "answered 400");
  }
  // The receiver is gone altogether, and another one is not held up.
  Receiver other({"200 OK"});
  put(other.url(), {"three"});
  const Delivered done = send(1);
  EXPECT_EQ(done.sent, 1u);
  EXPECT_EQ(done.waiting, 2u);
}

TEST_F(DeliverTest, ASilentReceiverCostsBoundedTime) {
  Receiver receiver({"silence"});
  put(receiver.url(), {"one"});
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(send(1).waiting, 1u);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST_F(DeliverTest, OnlyTheWebIsSpokenTo) {
  put("file:///etc/passwd", {"one"});
  EXPECT_NE(send(1).error.find("is no http"), std::string::npos);
}

TEST_F(DeliverTest, TheSecretIsTheFirstLineOfItsFile) {
  const std::string path = folder_ + "/secret";
  std::ofstream(path) << "  abc \nmore\n";
  EXPECT_EQ(*read_secret(path), "abc");
  std::ofstream(path, std::ios::trunc) << "\n";
  EXPECT_EQ(read_secret(path).error().code, ErrorCode::kEmpty);
  EXPECT_EQ(read_secret(folder_ + "/none").error().code, ErrorCode::kNotFound);
}

TEST(Parcels, AreBounded) {
  std::vector<watch::Entry> entries(450);
  for (size_t i = 0; i < entries.size(); ++i) {
    entries[i].id = std::to_string(i);
    entries[i].json = "{}";
  }
  EXPECT_EQ(parcels_of(entries, "u", "t").size(), 3u);
  entries.resize(3);
  for (auto& entry : entries) entry.json = "\"" + std::string(700'000, 'x') + "\"";
  EXPECT_EQ(parcels_of(entries, "u", "t").size(), 3u);
}

}  // namespace
}  // namespace synoptic::flow
