#include "base/memory.h"

#include <sys/mman.h>

#include <cstdlib>  // says whether this is glibc
#include <mutex>
#include <new>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace synoptic {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLargest = 32 << 20;  // bytes; what is larger is mapped and given back alone
  mallopt(M_MMAP_THRESHOLD, kLargest);
  mallopt(M_TRIM_THRESHOLD, 4 * kLargest);
#endif
}

void* allocate_table(size_t bytes) {
  constexpr size_t kLargePage = 2 << 20;
  const size_t rounded = (bytes + kLargePage - 1) / kLargePage * kLargePage;
  void* const table = std::aligned_alloc(kLargePage, rounded);
  if (table == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  madvise(table, rounded, MADV_HUGEPAGE);  // where it fails the pages are small
#endif
  return table;
}

void free_table(void* table) { std::free(table); }

void* allocate_lasting(size_t bytes) {
  constexpr size_t kChunk = 2 << 20, kLine = 64;
  static std::mutex mutex;
  // Never destroyed: what lasts is no leak, whoever has forgotten it.
  static auto& chunks = *new std::vector<void*>;
  static char* next = nullptr;
  static size_t left = 0;
  bytes = (bytes + kLine - 1) / kLine * kLine;
  const std::lock_guard<std::mutex> lock(mutex);
  if (bytes > kChunk / 2) return chunks.emplace_back(allocate_table(bytes));
  if (bytes > left) {
    next = static_cast<char*>(chunks.emplace_back(allocate_table(kChunk)));
    left = kChunk;
  }
  char* const made = next;
  next += bytes;
  left -= bytes;
  return made;
}

}  // namespace synoptic
