// What the text of one host's pages says again and again (a note on how to subscribe, a line about
// the editors) is not the article. Learnt from articles read earlier, used where it is given, never
// needed: `clean` works without it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/article.h"

namespace synoptic::clean {

struct SiteBlocks {   // what one article teaches
  std::string host;   // empty: nothing, the article's address is not known
  uint64_t page = 0;  // tells it from the host's other articles, and is the same for its copies
  std::vector<uint64_t> blocks;  // sorted, none twice
};
SiteBlocks site_blocks(const model::Article& article);

// Of a block's letters and digits, folded: FNV-1a, the same in every run.
uint64_t block_key(std::string_view text);

class SiteMemory {
 public:
  // Blocks that stood in fewer articles of their host may be quotations or corrections.
  static constexpr uint32_t kLeastPages = 3;

  void add(std::string_view host, uint64_t block, uint32_t pages);
  bool repeats(std::string_view host, uint64_t block) const;
  bool empty() const { return pages_.empty(); }

 private:
  static uint64_t mix(std::string_view host, uint64_t block);
  std::unordered_map<uint64_t, uint32_t> pages_;
};

}  // namespace synoptic::clean
