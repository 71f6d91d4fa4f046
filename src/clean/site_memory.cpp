#include "clean/site_memory.h"

#include <algorithm>

#include "clean/page.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

// A shorter line ("By our own correspondent") says nothing of the site, a longer one is no note.
constexpr uint32_t kNarrowest = 20, kWidest = 900;

uint64_t fnv1a(std::string_view bytes, uint64_t hash = 14695981039346656037ull) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ull;
  return hash;
}

}  // namespace

uint64_t block_key(std::string_view text) { return fnv1a(key_of(text)); }

SiteBlocks site_blocks(const model::Article& article) {
  SiteBlocks made;
  made.host = url::host_of(article.url.empty() ? article.capture_url : article.url);
  if (made.host.empty()) return made;
  size_t longest = 0;
  for (const model::Block& block : article.blocks) {
    const uint64_t key = block_key(block.text);
    // The page as a phone sees it, or fetched again, has the same longest paragraph.
    if (block.text.size() > longest) {
      longest = block.text.size();
      made.page = key;
    }
    const uint32_t width = width_of(block.text);
    if (width >= kNarrowest && width <= kWidest) made.blocks.push_back(key);
  }
  std::sort(made.blocks.begin(), made.blocks.end());
  made.blocks.erase(std::unique(made.blocks.begin(), made.blocks.end()), made.blocks.end());
  return made;
}

uint64_t SiteMemory::mix(std::string_view host, uint64_t block) { return fnv1a(host, block); }

void SiteMemory::add(std::string_view host, uint64_t block, uint32_t pages) {
  if (pages >= kLeastPages) pages_[mix(host, block)] = pages;
}

bool SiteMemory::repeats(std::string_view host, uint64_t block) const {
  return pages_.contains(mix(host, block));
}

}  // namespace synoptic::clean
