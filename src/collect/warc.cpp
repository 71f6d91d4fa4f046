#include "collect/warc.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "collect/warc_http.h"

namespace synoptic::collect {
namespace {

constexpr std::string_view kVersion = "WARC/";
constexpr size_t kLongestRecordHead = 1 << 20;

// The next line from `at` on, without its end; `at` goes behind it.
std::string_view take_line(std::string_view text, size_t& at) {
  const size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct RecordHead {
  WarcRecord record;
  std::optional<uint64_t> length;
};

RecordHead read_record_head(std::string_view text) {
  RecordHead head;
  size_t at = 0;
  take_line(text, at);  // the version
  while (at < text.size()) {
    const std::string_view line = take_line(text, at);
    const size_t colon = line.find(':');
    // A line that begins with a blank goes on with the field above; none that we read is so long.
    if (colon == std::string_view::npos || line.starts_with(' ') || line.starts_with('\t'))
      continue;
    const std::string name = ascii_lower(trim(line.substr(0, colon)));
    std::string_view value = trim(line.substr(colon + 1));
    if (name == "warc-type") {
      head.record.type = ascii_lower(value);
    } else if (name == "warc-target-uri") {
      // WARC 1.0 writes "<" uri ">" in its grammar, and some writers do.
      if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
      head.record.url = value;
    } else if (name == "warc-date") {
      head.record.date = value;
    } else if (name == "content-type") {
      head.record.media_type = ascii_lower(value);
    } else if (name == "warc-truncated") {
      head.record.truncated = ascii_lower(value);
    } else if (name == "content-length") {
      if (const auto length = content_length(value)) head.length = *length;
    }
  }
  return head;
}

bool begins_record(std::string_view text) {
  return text.starts_with(kVersion) && text.size() > kVersion.size() &&
         text[kVersion.size()] >= '0' && text[kVersion.size()] <= '9';
}

}  // namespace

bool holds_document(std::string_view type) {
  return type == "response" || type == "resource" || type == "conversion";
}

WarcReader::WarcReader(ByteStream stream, std::string path, size_t max_bytes)
    : stream_(std::move(stream)), path_(std::move(path)), max_bytes_(max_bytes) {}

bool WarcReader::fill() {
  if (ended_ || failed_) return false;
  // What is kept is moved seldom: records that lie about their length may keep much of it.
  if (at_ > buffer_.size() / 2) {
    buffer_.erase(0, at_);
    base_ += at_;
    at_ = 0;
  }
  while (marks_.size() > 1 && marks_[1].unpacked <= base_) marks_.pop_front();
  const auto piece = stream_.next();
  if (!piece) {
    failed_ = piece.error();
    return false;
  }
  if (piece->empty()) {
    ended_ = true;
    return false;
  }
  if (fresh_ || marks_.empty() || marks_.back().packed != stream_.member()) {
    marks_.push_back({base_ + buffer_.size(), stream_.member()});
  }
  fresh_ = false;
  buffer_ += *piece;
  return true;
}

bool WarcReader::has(size_t count) {
  while (buffer_.size() - at_ < count) {
    if (!fill()) return false;
  }
  return true;
}

const WarcReader::Mark* WarcReader::next_mark() const {
  const auto mark = std::upper_bound(marks_.begin(), marks_.end(), here(),
                                     [](uint64_t at, const Mark& m) { return at < m.unpacked; });
  return mark == marks_.end() ? nullptr : &*mark;
}

const WarcReader::Mark* WarcReader::mark_at(uint64_t unpacked) const {
  const auto mark = std::lower_bound(marks_.begin(), marks_.end(), unpacked,
                                     [](const Mark& m, uint64_t at) { return m.unpacked < at; });
  return mark == marks_.end() || mark->unpacked != unpacked ? nullptr : &*mark;
}

bool WarcReader::skip(uint64_t count) {
  while (count > 0) {
    if (ahead().empty() && !fill()) return false;
    uint64_t step = std::min<uint64_t>(count, ahead().size());
    const Mark* mark = next_mark();
    if (mark != nullptr) step = std::min(step, mark->unpacked - here());
    at_ += step;
    count -= step;
    // A record that was cut ends with its member, whatever its head says of its length.
    if (count > 0 && mark_at(here()) != nullptr && has(kVersion.size() + 1) &&
        begins_record(ahead()))
      return false;
  }
  return true;
}

void WarcReader::skip_blank_lines() {
  for (;;) {
    while (at_ < buffer_.size() && (buffer_[at_] == '\r' || buffer_[at_] == '\n')) ++at_;
    if (at_ < buffer_.size() || !fill()) return;
  }
}

bool WarcReader::find_record() {
  size_t from = at_ + 1;
  for (;;) {
    for (size_t at = buffer_.find(kVersion, from); at != std::string::npos;
         at = buffer_.find(kVersion, at + 1)) {
      const bool begins_line = at > 0 && buffer_[at - 1] == '\n';
      const bool begins_member = mark_at(base_ + at) != nullptr;
      at_ = at;
      if ((begins_line || begins_member) && has(kVersion.size() + 1) && begins_record(ahead())) {
        return true;
      }
      at = at_;  // has() may have moved what lies in the buffer
    }
    const size_t kept = std::min(kVersion.size(), buffer_.size() - std::min(from, buffer_.size()));
    at_ = buffer_.size() - kept;
    if (!fill()) {
      at_ = buffer_.size();
      return false;
    }
    from = at_;
  }
}

std::optional<size_t> WarcReader::end_of_head() {
  // Lines end with CR LF; some writers leave the CR out.
  for (size_t line = 0;;) {
    const size_t end = ahead().find('\n', line);
    if (end == std::string_view::npos) {
      if (ahead().size() > kLongestRecordHead || !fill()) return std::nullopt;
      continue;
    }
    const size_t length = end - line;
    if (length == 0 || (length == 1 && ahead()[line] == '\r')) return end + 1;
    line = end + 1;
  }
}

uint64_t WarcReader::offset_of(uint64_t unpacked) const {
  const Mark* mark = mark_at(unpacked);
  return mark == nullptr ? unpacked : mark->packed;
}

tl::unexpected<Error> WarcReader::broken(ErrorCode code, std::string why) {
  if (failed_) {
    // What is left of the member cannot be told from what is lost.
    why = std::exchange(failed_, std::nullopt)->why;
    base_ += buffer_.size();
    buffer_.clear();
    at_ = 0;
    const auto more = stream_.skip_broken_member();
    ended_ = !more || !*more;
    fresh_ = true;
  }
  return failure(code, fmt::format("{}:{}", path_, record_), std::move(why));
}

std::optional<Result<WarcRecord>> WarcReader::next() {
  for (;;) {
    record_ = offset_of(here());
    skip_blank_lines();
    if (failed_) {
      if (stream_.is_packed()) record_ = stream_.member();
      return broken(ErrorCode::kMalformed, {});
    }
    if (ahead().empty()) return std::nullopt;
    record_ = offset_of(here());
    if (!has(kVersion.size() + 1) || !begins_record(ahead())) {
      find_record();
      return broken(ErrorCode::kMalformed, "no WARC record begins here");
    }
    const auto head_end = end_of_head();
    if (!head_end) {
      if (!failed_) find_record();
      return broken(ErrorCode::kMalformed, "the head of the record has no end");
    }
    RecordHead head = read_record_head(ahead().substr(0, *head_end));
    head.record.offset = record_;
    if (!head.length) {
      find_record();
      return broken(ErrorCode::kMalformed, "the record does not say how long it is");
    }
    at_ += *head_end;
    any_ = true;
    const bool is_document = holds_document(head.record.type);
    if (*head.length > max_bytes_) {
      // One that ends before the limit is looked through for the next record; a longer one is not.
      if (!has(max_bytes_)) return cut_short();
      if (!skip(*head.length)) {
        return broken(ErrorCode::kMalformed, "ends in the middle of the record");
      }
      if (!is_document) continue;
      return broken(ErrorCode::kTooLarge,
                    fmt::format("larger than the limit of {} MB", max_bytes_ >> 20));
    }
    if (auto error = take_block(static_cast<size_t>(*head.length), is_document, head.record)) {
      return tl::unexpected(std::move(*error));
    }
    if (is_document) return std::move(head.record);
  }
}

// The data ends before the record does, or its length is wrong: then the next one may stand in
// what it counts.
tl::unexpected<Error> WarcReader::cut_short() {
  if (!failed_) find_record();
  return broken(ErrorCode::kMalformed, "ends in the middle of the record");
}

// Reads the block and makes sure that it ends where its head says.
std::optional<Error> WarcReader::take_block(size_t length, bool keep, WarcRecord& record) {
  const uint64_t end = here() + length;
  const bool whole = has(length);
  for (const Mark& mark : marks_) {
    if (mark.unpacked <= here() || mark.unpacked >= end || mark.unpacked < base_) continue;
    const size_t at = mark.unpacked - base_;
    if (begins_record(std::string_view(buffer_).substr(at))) {
      at_ = at;
      return broken(ErrorCode::kMalformed, "ends in the middle of the record").value();
    }
  }
  if (!whole) return cut_short().value();
  size_t behind = length, line_ends = 0;
  while (has(behind + 1) && (ahead()[behind] == '\r' || ahead()[behind] == '\n')) {
    line_ends += ahead()[behind++] == '\n';
  }
  has(behind + kVersion.size() + 1);
  // A record ends with two line ends (ISO 28500, 4): what stands behind them is none of it, and if
  // it is no record, that is told when it comes.
  constexpr size_t kEnds = 2;
  if (line_ends < kEnds && ahead().size() > behind && !begins_record(ahead().substr(behind))) {
    // The length is wrong. The next record may stand inside what it counts.
    find_record();
    return broken(ErrorCode::kMalformed, "the record is not as long as it says").value();
  }
  if (keep) record.block = ahead().substr(0, length);
  at_ += behind;
  return std::nullopt;
}

}  // namespace synoptic::collect
