#include "serve/page_memory.h"

#include <fmt/format.h>

namespace synoptic::serve {
namespace {

constexpr size_t kLargestShare = 4;  // of all memory for one page: a quarter

size_t size_of(const std::string& key, const Response& response) {
  return 2 * key.size() + response.body.size() + sizeof(Response);
}

}  // namespace

uint64_t PageMemory::begin(bool changed) {
  const std::lock_guard lock(mutex_);
  if (changed) {
    ++changes_;
    kept_.clear();
    places_.clear();
    bytes_ = 0;
  }
  return changes_;
}

std::optional<Response> PageMemory::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = places_.find(key);
  if (found == places_.end()) return std::nullopt;
  kept_.splice(kept_.begin(), kept_, found->second);
  return found->second->second;
}

void PageMemory::keep(uint64_t since, const std::string& key, const Response& response) {
  const size_t size = size_of(key, response);
  if (size > most_bytes_ / kLargestShare) return;
  const std::lock_guard lock(mutex_);
  if (since != changes_ || places_.contains(key)) return;
  while (!kept_.empty() && bytes_ + size > most_bytes_) {
    bytes_ -= size_of(kept_.back().first, kept_.back().second);
    places_.erase(kept_.back().first);
    kept_.pop_back();
  }
  kept_.emplace_front(key, response);
  places_.emplace(key, kept_.begin());
  bytes_ += size;
}

std::string key_of(const Request& request) {
  std::string key = fmt::format("{}:{}", request.path.size(), request.path);
  for (const auto& [name, value] : request.query) {
    key += fmt::format("{}:{}{}:{}", name.size(), name, value.size(), value);
  }
  return key;
}

}  // namespace synoptic::serve
