// Small blocks of memory that a thread gave back, kept by their size for its next ones: reading a
// page takes and gives back some two thousand, and the C library's own lists of them are too short
// for that. Every `new` of a program goes through them (small_blocks.cpp takes the place of the
// library's operator new), without a lock. What a thread keeps is bounded, 256 KB, and given back
// when it ends. Under sanitizers there are no lists, so that they see each block.
#pragma once

#include <cstddef>

namespace synoptic {

constexpr size_t kLargestSmallBlock = 248;  // bytes

// Gives back what this thread keeps: for who counts memory.
void give_back_small_blocks();

}  // namespace synoptic
