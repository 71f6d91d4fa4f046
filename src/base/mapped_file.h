// A file as bytes in memory, mapped: pages are read when they are touched, and shared by all
// processes that map them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace synoptic {

class MappedFile {
 public:
  // Errors: kNotFound, kUnreadable, kEmpty.
  static Result<std::shared_ptr<const MappedFile>> open(const std::string& path);

  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {static_cast<const char*>(address_), size_}; }

 private:
  MappedFile(void* address, size_t size) : address_(address), size_(size) {}

  void* address_;
  size_t size_;
};

}  // namespace synoptic
