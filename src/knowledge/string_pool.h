// Strings of a file to be written, each kept once. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace synoptic::knowledge {

class StringPool {
 public:
  // Where it stands in `bytes`, and how many bytes it has.
  std::pair<uint32_t, uint32_t> keep(std::string_view text) {
    const auto [known, fresh] =
        places_.try_emplace(std::string(text), static_cast<uint32_t>(bytes_.size()));
    if (fresh) bytes_ += text;
    return {known->second, static_cast<uint32_t>(text.size())};
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::unordered_map<std::string, uint32_t> places_;
  std::string bytes_;
};

}  // namespace synoptic::knowledge
