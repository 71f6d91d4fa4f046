#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace synoptic {

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::string& path) {
  const auto failed = [&] {
    return failure(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable, path,
                   errno == ENOENT ? "no such file" : std::strerror(errno));
  };
  // O_NONBLOCK: a FIFO must not make us wait.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return failed();
  struct stat info {};
  const bool known = ::fstat(descriptor, &info) == 0;
  void* address = MAP_FAILED;
  if (known && S_ISREG(info.st_mode) && info.st_size > 0) {
    address =
        ::mmap(nullptr, static_cast<size_t>(info.st_size), PROT_READ, MAP_SHARED, descriptor, 0);
  }
  const auto error = address == MAP_FAILED ? failed() : tl::unexpected<Error>(Error{});
  ::close(descriptor);
  if (known && !S_ISREG(info.st_mode)) {
    return failure(ErrorCode::kUnreadable, path, "is not a regular file");
  }
  if (known && info.st_size == 0) return failure(ErrorCode::kEmpty, path, "is empty");
  if (address == MAP_FAILED) return error;
  return std::shared_ptr<const MappedFile>(
      new MappedFile(address, static_cast<size_t>(info.st_size)));
}

MappedFile::~MappedFile() { ::munmap(address_, size_); }

}  // namespace synoptic
