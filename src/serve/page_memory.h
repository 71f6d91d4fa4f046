// Answers as they were made, for as long as the store is as it was: a story's page compares its
// accounts anew, which takes some ten thousand times as long as to hand the same page out again.
// Few enough to be no matter of memory. Thread-safe. Private to the room.
#pragma once

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "serve/http.h"

namespace synoptic::serve {

class PageMemory {
 public:
  explicit PageMemory(size_t most_bytes) : most_bytes_(most_bytes) {}

  // To be called before the store is read. `changed`: the thread sees that the store was written
  // to, so all that was kept is forgotten. Returns what `keep` has to be given.
  uint64_t begin(bool changed);
  std::optional<Response> find(const std::string& key);
  // Not kept when the store was found changed since `begin`: what was read may be older.
  void keep(uint64_t since, const std::string& key, const Response& response);

 private:
  using Kept = std::list<std::pair<std::string, Response>>;  // the last used in front

  const size_t most_bytes_;
  std::mutex mutex_;
  uint64_t changes_ = 0;
  size_t bytes_ = 0;
  Kept kept_;
  std::unordered_map<std::string, Kept::iterator> places_;
};

// What tells a request from all that are answered otherwise.
std::string key_of(const Request& request);

}  // namespace synoptic::serve
