#include "base/memory.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>  // says whether this is glibc
#include <mutex>
#include <new>
#include <thread>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace synoptic {
namespace {

constexpr size_t kLargePage = 2 << 20;

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
// Lets the heap grow by so many bytes at once, of which the system gives what is written to, and in
// large pages where it has them: finding small ones takes much of the time of reading.
void grow_heap(int bytes) {
  constexpr int kUsual = 128 << 10;  // by which it grows otherwise
  const auto address = [](void* at) { return reinterpret_cast<uintptr_t>(at); };
  const uintptr_t before = address(sbrk(0));
  mallopt(M_TOP_PAD, bytes);
  void* volatile more = std::malloc(4 * kUsual);  // than there is room for
  std::free(more);
  mallopt(M_TOP_PAD, kUsual);
  const uintptr_t begin = (before + kLargePage - 1) / kLargePage * kLargePage;
  const uintptr_t end = address(sbrk(0)) / kLargePage * kLargePage;
  // Where it has not grown, the heap is not the C library's.
  if (end > begin) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}
#endif

}  // namespace

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLargest = 32 << 20;  // bytes; what is larger is mapped and given back alone
  constexpr int kHeap = 256 << 20;    // as much as most documents need
  mallopt(M_MMAP_THRESHOLD, kLargest);
  mallopt(M_TRIM_THRESHOLD, kHeap + 4 * kLargest);
#ifdef MADV_HUGEPAGE
  grow_heap(kHeap);
  // Threads share that heap where they are few: large pages are worth more to them than waiting for
  // one another costs. Small blocks they keep themselves (small_blocks.h).
  constexpr unsigned kFew = 8;
  if (std::thread::hardware_concurrency() <= kFew) mallopt(M_ARENA_MAX, 1);
#endif
#endif
}

void* allocate_table(size_t bytes) {
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

unsigned memory_bits(unsigned most) {
  constexpr unsigned kFewProcessors = 4;
  static const bool few = std::thread::hardware_concurrency() <= kFewProcessors;
  return few ? most : most - 2;
}

}  // namespace synoptic
