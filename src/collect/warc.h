// WARC files (ISO 28500:2017; WARC 1.0 and 1.1): records one after another, packed record by record
// with gzip as a rule. Private to the room.
//
// Records are read in a stream, so that a file of any size needs little memory. A record that is
// broken or cut is an error with the file and the offset, and reading goes on at the next one.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "collect/stream.h"

namespace synoptic::collect {

struct WarcRecord {
  // Where it begins in the file as it lies there: of a file packed record by record the offset of
  // its gzip member, as indexes of archives have it; else the offset in the unpacked data.
  uint64_t offset = 0;
  std::string type;  // warcinfo, response, resource, request, metadata, revisit, conversion …
  std::string url, date, media_type;  // WARC-Target-URI, WARC-Date, Content-Type
  std::string truncated;              // why the crawler cut it: length, time, disconnect …
  std::string block;                  // only of records that hold documents
};

// Records of these types hold documents; the others tell of them.
bool holds_document(std::string_view type);  // response, resource, conversion

class WarcReader {
 public:
  // `max_bytes`: of a block that is kept.
  WarcReader(ByteStream stream, std::string path, size_t max_bytes);

  // The next record, or what is wrong with it; nullopt at the end. Errors: kMalformed, kTooLarge,
  // kUnreadable; `where` is FILE:OFFSET.
  std::optional<Result<WarcRecord>> next();
  bool any() const { return any_; }  // records of any kind so far
  double share() const { return stream_.share(); }

 private:
  struct Mark {  // a gzip member
    uint64_t unpacked, packed;
  };

  bool fill();                // false at the end, or when the stream failed
  bool has(size_t count);     // so many bytes from at_ on
  bool skip(uint64_t count);  // false: the record ends before
  void skip_blank_lines();
  bool find_record();                   // goes on to a line that begins like a record, behind at_
  std::optional<size_t> end_of_head();  // from at_, its blank line in it; nullopt: no end
  std::optional<Error> take_block(size_t length, bool keep, WarcRecord& record);
  tl::unexpected<Error> cut_short();
  tl::unexpected<Error> broken(ErrorCode code, std::string why);
  const Mark* next_mark() const;                 // behind here
  const Mark* mark_at(uint64_t unpacked) const;  // nullptr: no member begins there
  uint64_t here() const { return base_ + at_; }
  uint64_t offset_of(uint64_t unpacked) const;
  std::string_view ahead() const { return std::string_view(buffer_).substr(at_); }

  ByteStream stream_;
  std::string path_;
  size_t max_bytes_;
  std::string buffer_;  // unpacked, not yet used from at_ on
  size_t at_ = 0;
  uint64_t base_ = 0;  // unpacked offset of the buffer's first byte
  std::deque<Mark> marks_;
  std::optional<Error> failed_;  // of the stream, not told yet
  bool any_ = false;
  bool ended_ = false;
  bool fresh_ = false;   // behind a broken member
  uint64_t record_ = 0;  // offset of the record that is being read
};

}  // namespace synoptic::collect
