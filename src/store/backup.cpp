// A copy of a store that is whole, whoever writes meanwhile.
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "store/impl.h"
#include "store/statements.h"

namespace synoptic::store {
namespace {

namespace fs = std::filesystem;

// What was written to the file, or to a folder's list of files, is on the disk.
bool sync(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::fsync(file) == 0;
  return ::close(file) == 0 && done;
}

// Logs that a backup's state never had must not be taken for its own.
Result<void> mark_anew(const std::string& path) {
  auto made = Database::open(path, false);
  if (!made) return tl::unexpected(made.error());
  return begin_marks(*made);
}

}  // namespace

bool Store::was_moved() const { return impl_->database.was_moved(); }

Result<void> Store::back_up(const std::string& to) const {
  std::error_code error;
  for (const std::string& file : {to, to + "-wal", to + "-journal"}) {
    if (fs::exists(fs::symlink_status(file, error))) {
      return failure(ErrorCode::kUsage, file, "is there already: a backup replaces nothing");
    }
  }
  const std::string part = to + ".part";
  fs::remove(part, error);
  fs::remove(part + "-journal", error);
  const auto give_up = [&](const Error& reason) -> tl::unexpected<Error> {
    fs::remove(part, error);
    fs::remove(part + "-journal", error);
    return tl::unexpected(reason);
  };
  auto copy = impl_->database.prepare("VACUUM INTO $1");
  if (!copy) return tl::unexpected(copy.error());
  copy->bind(1, part);
  if (auto done = finish(impl_->database, *copy); !done) {
    const bool made = fs::exists(part, error);
    return give_up({made ? done.error().code : ErrorCode::kTooLarge, to,
                    made ? done.error().why : "cannot be written"});
  }
  if (auto done = mark_anew(part); !done) return give_up(done.error());
  const fs::path folder = fs::path(to).parent_path();
  if (!sync(part) || ::link(part.c_str(), to.c_str()) != 0) {
    return give_up({ErrorCode::kTooLarge, to, "cannot be written"});
  }
  fs::remove(part, error);
  (void)sync(folder.empty() ? "." : folder.string());
  return {};
}

}  // namespace synoptic::store
