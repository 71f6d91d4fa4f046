// Makes the hash tables of annotate/names/tagger_lists.h.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace synoptic::tools {

// A table of fixed-size entries in buckets of 64 bytes.
template <typename Set, int kBytes, int kValueBits>
std::string make_table(const std::map<uint64_t, uint32_t>& entries) {
  constexpr double kLoad = 0.86;
  const auto buckets =
      static_cast<uint32_t>(static_cast<double>(entries.size()) / kLoad / Set::kPerBucket) + 1;
  std::string bytes(size_t{buckets} * 64, '\0');
  std::vector<uint8_t> used(buckets);
  size_t lost = 0;
  for (const auto& [hash, value] : entries) {
    uint32_t bucket = Set::bucket_of(hash, buckets);
    int steps = 0;
    while (used[bucket] == Set::kPerBucket && steps < 3) {
      bucket = bucket + 1 == buckets ? 0 : bucket + 1;
      ++steps;
    }
    if (used[bucket] == Set::kPerBucket) {
      ++lost;
      continue;
    }
    const uint32_t entry = Set::check_of(hash) << kValueBits | value;
    std::memcpy(bytes.data() + size_t{bucket} * 64 + size_t{used[bucket]++} * kBytes, &entry,
                kBytes);
  }
  fmt::print(stderr, "table: {} entries, {} bytes, {} lost\n", entries.size(), bytes.size(), lost);
  return bytes;
}

}  // namespace synoptic::tools
