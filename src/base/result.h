// Errors as values at room borders: Result<T> holds a T or an Error that a user understands.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace synoptic {

enum class ErrorCode {
  kNotFound,     // no such file, article or story
  kUnreadable,   // exists but cannot be read (permission, FIFO, device)
  kTooLarge,     // over a stated limit
  kUnsupported,  // binary or otherwise not text
  kEmpty,        // nothing in it
  kMalformed,    // broken beyond use
  kStore,        // the database said no
  kNetwork,      // address in use, connection lost
  kUsage,        // the caller asked for something that does not exist
};

struct Error {
  ErrorCode code = ErrorCode::kMalformed;
  std::string where;  // path, URL or id
  std::string why;    // one clause, no full stop

  // "PATH: what went wrong", the text after "synoptic: " on stderr.
  std::string message() const { return where.empty() ? why : where + ": " + why; }
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, std::string where, std::string why) {
  return tl::unexpected<Error>(Error{code, std::move(where), std::move(why)});
}

}  // namespace synoptic
