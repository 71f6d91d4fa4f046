// How the process deals with memory.
#pragma once

#include <cstddef>
#include <vector>

namespace synoptic {

// Keeps what one document took for the next one instead of handing it back to the system: getting
// pages anew costs more than a tenth of the time of reading a document. For a program's main().
void keep_freed_memory();

// For tables of a megabyte and more that are read here and there: in large pages where the system
// has them, since half the time of such a look goes into finding the page.
void* allocate_table(size_t bytes);  // throws std::bad_alloc
void free_table(void* table);

template <typename T>
struct TableAllocator {
  using value_type = T;
  TableAllocator() = default;
  template <typename U>
  TableAllocator(const TableAllocator<U>&) {}
  T* allocate(size_t count) { return static_cast<T*>(allocate_table(count * sizeof(T))); }
  void deallocate(T* table, size_t) { free_table(table); }
  bool operator==(const TableAllocator&) const = default;
};
template <typename T>
using Table = std::vector<T, TableAllocator<T>>;

// How many bits tell the places of a memory that each thread has for itself: `most`, and a quarter
// of the places on machines of many processors, where a program has as many threads.
unsigned memory_bits(unsigned most);

// For tables that are too small for large pages of their own and last as long as the process: they
// lie together in some. Never given back.
void* allocate_lasting(size_t bytes);  // throws std::bad_alloc

template <typename T>
struct LastingAllocator {
  using value_type = T;
  LastingAllocator() = default;
  template <typename U>
  LastingAllocator(const LastingAllocator<U>&) {}
  T* allocate(size_t count) { return static_cast<T*>(allocate_lasting(count * sizeof(T))); }
  void deallocate(T*, size_t) {}
  bool operator==(const LastingAllocator&) const = default;
};
template <typename T>
using LastingTable = std::vector<T, LastingAllocator<T>>;

}  // namespace synoptic
