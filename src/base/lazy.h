// A part of a read-only thing that is made when it is first asked for, by whichever thread that is.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

namespace synoptic {

template <typename T>
class Lazy {
 public:
  template <typename Make>
  const T& get(Make make) const {
    if (const T* made = made_.load(std::memory_order_acquire)) return *made;
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!owned_) {
      owned_ = std::make_unique<const T>(make());
      made_.store(owned_.get(), std::memory_order_release);
    }
    return *owned_;
  }

 private:
  mutable std::atomic<const T*> made_ = nullptr;
  mutable std::mutex mutex_;
  mutable std::unique_ptr<const T> owned_;
};

}  // namespace synoptic
