#include "memory.h"

#include <malloc.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>

#include "base/small_blocks.h"

// glibc lets a program put its own functions in place of these; C libraries call them too, so that
// peers are counted alike. Counting is off but for the time of peak_memory, and single-threaded.
extern "C" {
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* block, size_t size);
void* __libc_memalign(size_t alignment, size_t size);
void __libc_free(void* block);
}

namespace {

bool g_counting = false;
int64_t g_held = 0, g_peak = 0;

void* grown(void* block) {
  if (g_counting && block != nullptr) {
    g_held += static_cast<int64_t>(malloc_usable_size(block));
    g_peak = std::max(g_peak, g_held);
  }
  return block;
}

void shrunk(void* block) {
  if (g_counting && block != nullptr) g_held -= static_cast<int64_t>(malloc_usable_size(block));
}

}  // namespace

extern "C" {
void* malloc(size_t size) { return grown(__libc_malloc(size)); }
void* calloc(size_t count, size_t size) { return grown(__libc_calloc(count, size)); }
void* realloc(void* block, size_t size) {
  shrunk(block);
  void* moved = __libc_realloc(block, size);
  return grown(moved == nullptr && size > 0 ? block : moved) == nullptr ? nullptr : moved;
}
void* memalign(size_t alignment, size_t size) { return grown(__libc_memalign(alignment, size)); }
void* aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
int posix_memalign(void** block, size_t alignment, size_t size) {
  *block = memalign(alignment, size);
  return *block == nullptr ? ENOMEM : 0;
}
void free(void* block) {
  shrunk(block);
  __libc_free(block);
}
}

namespace synoptic::bench {

size_t peak_memory(const std::function<void()>& work) {
  give_back_small_blocks();  // what is taken from those that are kept is not seen here
  g_held = g_peak = 0;
  g_counting = true;
  work();
  g_counting = false;
  return static_cast<size_t>(g_peak);
}

}  // namespace synoptic::bench
