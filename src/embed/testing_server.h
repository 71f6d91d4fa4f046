// A small model server for tests: a text's vector counts its letters by their remainder, so that
// the same text has the same vector. Private to tests.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <simdjson.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace synoptic::embed {

class TestingServer {
 public:
  // What to answer to the i-th request: empty means vectors; "silence" nothing for two seconds;
  // else a status line with a body behind a blank, "500 {\"error\":…}".
  using Answers = std::vector<std::string>;
  explicit TestingServer(Answers answers = {}) : answers_(std::move(answers)) {
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
  ~TestingServer() {
    shutdown(socket_, SHUT_RDWR);
    close(socket_);
    thread_.join();
  }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  std::vector<std::string> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }
  // Vectors for texts that hold these words, instead of the counted letters.
  std::map<std::string, std::vector<float>> fixed;

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
      {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
      }
      answer(peer, i < answers_.size() ? answers_[i] : "", request);
      close(peer);
    }
  }

  void answer(int peer, const std::string& told, const std::string& request) {
    if (told == "silence") {
      std::this_thread::sleep_for(std::chrono::seconds(2));
      return;
    }
    const std::string status = told.empty() ? "200" : told.substr(0, told.find(' '));
    const std::string body = told.empty() ? vectors(request)
                             : told.find(' ') == std::string::npos
                                 ? ""
                                 : told.substr(told.find(' ') + 1);
    const std::string text = "HTTP/1.1 " + status +
                             " X\r\nContent-Length: " + std::to_string(body.size()) +
                             "\r\nConnection: close\r\n\r\n" + body;
    (void)!write(peer, text.data(), text.size());
  }

  std::string vectors(const std::string& request) {
    simdjson::dom::parser parser;
    const auto root =
        parser.parse(simdjson::padded_string(request.substr(request.find("\r\n\r\n") + 4)));
    std::string out = "{\"data\":[";
    std::vector<std::string> rows;
    for (const auto text : root["input"].get_array()) rows.push_back(row(text, rows.size()));
    // Backwards: the index counts, not the order.
    for (size_t i = rows.size(); i-- > 0;) out += rows[i] + (i == 0 ? "" : ",");
    return out + "]}";
  }

  std::string row(std::string_view text, size_t index) const {
    std::vector<float> vector(8, 0.01F);
    for (const char c : text) vector[static_cast<unsigned char>(c) % 8] += 1;
    for (const auto& [word, given] : fixed) {
      if (text.find(word) != std::string_view::npos) vector = given;
    }
    std::string out = "{\"index\":" + std::to_string(index) + ",\"embedding\":[";
    for (size_t i = 0; i < vector.size(); ++i) {
      out += (i == 0 ? "" : ",") + std::to_string(vector[i]);
    }
    return out + "]}";
  }

  static bool is_whole(const std::string& request) {
    const size_t end = request.find("\r\n\r\n"), length = request.find("Content-Length: ");
    if (end == std::string::npos || length == std::string::npos) return false;
    return request.size() >= end + 4 + std::stoul(request.substr(length + 16));
  }

  Answers answers_;
  std::vector<std::string> requests_;
  std::mutex mutex_;
  int socket_ = -1, port_ = 0;
  std::thread thread_;
};

}  // namespace synoptic::embed
