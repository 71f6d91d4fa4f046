// How much memory a piece of work holds at its peak: every malloc of the program is counted.
#pragma once

#include <cstddef>
#include <functional>

namespace synoptic::bench {

// Bytes that `work` held at most, above what was held before it.
size_t peak_memory(const std::function<void()>& work);

}  // namespace synoptic::bench
