// The bytes of one input, piece by piece, so that an input of any size needs little memory. What
// is packed with gzip (RFC 1952), bzip2 or Zstandard (RFC 8878) is unpacked on the way; the first
// bytes tell, not the name. Private to the room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace synoptic::collect {

class ByteStream {
 public:
  // Errors: kNotFound, kUnreadable (device, permission). "-" is standard input.
  static Result<ByteStream> open(const std::string& path);

  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ~ByteStream();

  // The next piece, valid until the next call; empty at the end. Errors: kUnreadable, kMalformed.
  Result<std::string_view> next();

  // The same, but the next call gives it again.
  Result<std::string_view> peek();

  // The size of the file as it lies there; 0: not known. Meaningful for what is_packed() denies.
  uint64_t size() const;
  bool is_packed() const;
  double share() const;  // of the file read so far, 0 … 1

  // Where in the file the gzip member begins that the last piece is of (a piece is never of two);
  // 0 for other packings.
  uint64_t member() const;
  // After an error in data packed with gzip: goes on at what looks like the next member. False when
  // there is none.
  Result<bool> skip_broken_member();

 private:
  struct State;
  explicit ByteStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Lines of a stream, without their line ends, at most so many bytes long.
class LineReader {
 public:
  LineReader(ByteStream stream, std::string path, size_t max_bytes);

  enum class Step { kLine, kEnd };
  // Fills line() and number(). Errors: kTooLarge (the line is passed over, the next call goes on)
  // and those of the stream, behind which only kEnd follows.
  Result<Step> next();

  std::string take() { return std::move(line_); }
  size_t number() const { return number_; }  // of the line, from 1
  double share() const { return stream_.share(); }

  // The first bytes that are not white space, before the first next(); fewer at the end.
  Result<std::string_view> peek(size_t count);
  // All that is left as one string; kTooLarge beyond the limit.
  Result<std::string> rest();

 private:
  Result<bool> fill();  // false at the end

  ByteStream stream_;
  std::string path_;
  size_t max_bytes_;
  std::string buffer_;  // read, not yet handed out from at_ on
  size_t at_ = 0;
  std::string line_;
  size_t number_ = 0;
  bool ended_ = false;
};

}  // namespace synoptic::collect
