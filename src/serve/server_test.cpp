// The server itself, over real sockets.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <thread>

#include "serve/serve.h"
#include "store/store.h"

namespace synoptic::serve {
namespace {

constexpr auto kPatience = std::chrono::milliseconds(60);

class Server {
 public:
  explicit Server(const std::string& store) {
    Options options;
    options.store = store;
    options.port = 0;
    options.threads = 4;
    options.patience = kPatience;
    options.knowledge = knowledge::Knowledge::load().value();
    std::atomic<uint16_t> port = 0;  // of http://127.0.0.1:PORT/
    options.ready = [&](const std::string& url) {
      port = static_cast<uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
    };
    thread_ = std::jthread([options] { EXPECT_TRUE(serve(options)); });
    while (port == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    port_ = port;
  }
  ~Server() { std::raise(SIGTERM); }

  int connect() const {
    const int peer = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(peer, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    return peer;
  }

 private:
  uint16_t port_ = 0;
  std::jthread thread_;
};

void send_text(int peer, std::string_view text) {
  EXPECT_EQ(send(peer, text.data(), text.size(), MSG_NOSIGNAL), ssize_t(text.size()));
}

// What comes until the server closes; empty after five seconds without an end.
std::string receive(int peer) {
  std::string got;
  pollfd wait{peer, POLLIN, 0};
  while (poll(&wait, 1, 5000) > 0) {
    std::array<char, 4096> part;
    const ssize_t size = recv(peer, part.data(), part.size(), 0);
    if (size <= 0) return got + "|";
    got.append(part.data(), static_cast<size_t>(size));
  }
  return {};
}

TEST(Server, ClosesConnectionsThatRestWhileOthersAreAnswered) {
  const auto folder = std::filesystem::temp_directory_path() / "synoptic_server_test";
  std::filesystem::remove_all(folder);
  const std::string store = (folder / "s.db").string();
  ASSERT_TRUE(store::Store::open(store, store::Mode::kReadWrite));
  const Server server(store);
  // The clock of each goes off while half of them are being read.
  for (int round = 0; round < 4; ++round) {
    std::vector<int> peers;
    for (int i = 0; i < 200; ++i) {
      peers.push_back(server.connect());
      send_text(peers.back(), i % 2 == 0 ? "GET / HTTP/1.1\r\nHo"
                                         : "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    for (size_t i = 0; i < peers.size(); ++i) {
      const std::string got = receive(peers[i]);
      ASSERT_TRUE(got.ends_with('|')) << "round " << round << ", peer " << i;
      EXPECT_EQ(got.starts_with("HTTP/1.1 200"), i % 2 == 1) << got;
      close(peers[i]);
    }
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace synoptic::serve
