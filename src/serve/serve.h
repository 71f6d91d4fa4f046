// The pages and the JSON of a store over HTTP (Boost.Beast). Server-rendered, complete without
// JavaScript. Reads only; listens where it is told and nowhere else.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"

namespace synoptic::serve {

struct Options {
  std::string store;
  std::string address = "127.0.0.1";
  // Names it answers to beside localhost and addresses; without any, it answers to every name where
  // the address is no loopback (docs/serve.md).
  std::vector<std::string> hosts;
  uint16_t port = 8440;  // 0: any free one; `ready` tells which
  unsigned threads = 2;
  std::chrono::milliseconds patience{15000};  // with a peer that sends no whole request
  std::shared_ptr<const knowledge::Knowledge> knowledge;
  std::function<void(const std::string& url)> ready;
};

// Serves until SIGINT or SIGTERM. Errors: kNetwork (address in use …), kStore, kNotFound.
Result<void> serve(const Options& options);

}  // namespace synoptic::serve
