#include "base/small_blocks.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SYNOPTIC_EVERY_BLOCK_IS_WATCHED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(thread_sanitizer)
#define SYNOPTIC_EVERY_BLOCK_IS_WATCHED
#endif
#endif

#ifdef SYNOPTIC_EVERY_BLOCK_IS_WATCHED

namespace synoptic {
void give_back_small_blocks() {}
}  // namespace synoptic

#else

#include <array>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace synoptic {
namespace {

// Sizes of blocks as glibc has them, 8 bytes beyond a multiple of 16: rounding up to the next one
// costs no memory.
constexpr size_t kStep = 16, kExtra = 8;
constexpr size_t kSizes = (kLargestSmallBlock - kExtra) / kStep + 1;
constexpr size_t kKept = 16 << 10;  // bytes of each size

constexpr size_t index_of(size_t bytes) { return (bytes + kStep - kExtra - 1) / kStep; }
constexpr size_t size_at(size_t index) { return kStep * index + kExtra; }
static_assert(index_of(kLargestSmallBlock) + 1 == kSizes && size_at(index_of(24)) == 24);

struct Block {
  Block* next;
};
struct List {
  Block* first;
  uint32_t room;  // how many more it may hold
};

// Plain data, so that a look at it asks for nothing: a thread that ends runs the destructors of its
// other objects, which free memory, before and behind this.
struct Lists {
  std::array<List, kSizes> of_size;
  bool begun;
};
constinit thread_local Lists lists{};

void empty_lists() {
  for (List& list : lists.of_size) {
    while (list.first != nullptr) {
      Block* const block = list.first;
      list.first = block->next;
      ++list.room;
      std::free(block);
    }
  }
}

struct Ending {
  ~Ending() {
    empty_lists();
    for (List& list : lists.of_size) list.room = 0;
  }
};

// Lists have no room before the thread's first block is given back.
void begin_lists() {
  lists.begun = true;
  thread_local Ending ending;
  static_cast<void>(&ending);
  for (size_t i = 0; i < kSizes; ++i) {
    lists.of_size[i].room = static_cast<uint32_t>(kKept / size_at(i));
  }
}

[[gnu::noinline]] void give_back(void* block) {
  if (!lists.begun) begin_lists();
  std::free(block);
}

[[gnu::noinline]] void* take_anew(size_t bytes) {
  for (;;) {
    if (void* const block = std::malloc(bytes)) return block;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

}  // namespace

void give_back_small_blocks() { empty_lists(); }

}  // namespace synoptic

// All blocks are malloc's, so that those whose size is not told when they are freed may go there.
void* operator new(size_t bytes) {
  using namespace synoptic;
  if (bytes > kLargestSmallBlock) return take_anew(bytes);
  const size_t index = index_of(bytes);
  List& list = lists.of_size[index];
  if (list.first == nullptr) return take_anew(size_at(index));
  Block* const block = list.first;
  list.first = block->next;
  ++list.room;
  return block;
}

void operator delete(void* block) noexcept { std::free(block); }

void operator delete(void* block, size_t bytes) noexcept {
  using namespace synoptic;
  if (block == nullptr) return;
  if (bytes > kLargestSmallBlock) return std::free(block);
  List& list = lists.of_size[index_of(bytes)];
  if (list.room == 0) return give_back(block);
  --list.room;
  list.first = ::new (block) Block{list.first};
}

#endif
