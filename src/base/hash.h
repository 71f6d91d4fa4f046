// Hashes: SHA-256 (FIPS 180-4) for identities, FNV-1a for tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic {

std::string sha256_hex(std::string_view bytes);  // 64 lower-case hex digits
// HMAC (RFC 2104) with SHA-256, 64 lower-case hex digits.
std::string hmac_sha256_hex(std::string_view key, std::string_view message);

constexpr uint64_t fnv1a(std::string_view bytes, uint64_t seed = 14695981039346656037ULL) {
  for (const char byte : bytes) {
    seed ^= static_cast<unsigned char>(byte);
    seed *= 1099511628211ULL;
  }
  return seed;
}

}  // namespace synoptic
