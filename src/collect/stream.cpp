#include "collect/stream.h"

#include <bzlib.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace synoptic::collect {
namespace {

constexpr size_t kPiece = 1 << 17;
constexpr std::string_view kGzip = "\x1F\x8B\x08";
constexpr std::string_view kBzip2 = "BZh";
constexpr std::string_view kZstd = "\x28\xB5\x2F\xFD";
constexpr int kGzipWindow = 15 + 16;  // zlib's way to say: gzip, not zlib, with any window

// Closed when the owner goes, but never standard input.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDIN_FILENO) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

struct Inflater {
  z_stream stream{};
  bool ready = false;
  ~Inflater() {
    if (ready) inflateEnd(&stream);
  }
};

struct Bunzipper {
  bz_stream stream{};
  bool ready = false;
  bool begin() { return ready = BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK; }
  void end() {
    if (ready) BZ2_bzDecompressEnd(&stream);
    ready = false;
  }
  ~Bunzipper() { end(); }
};

struct FreeZstd {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

enum class Packing { kUnknown, kNone, kGzip, kBzip2, kZstd };

bool is_address(const std::string& path) {
  return path.starts_with("http://") || path.starts_with("https://");
}

}  // namespace

struct ByteStream::State {
  State(std::string from, int number, uint64_t bytes)
      : path(std::move(from)), descriptor(number), size(bytes) {}

  Result<void> read_piece();  // fills `input`; empty at the end
  Result<void> refill();      // the same where `input` is used up; packed data may not end inside
  Result<void> look();        // tells the packing by the first bytes
  Result<std::string_view> inflated();
  Result<std::string_view> unpacked_bzip2();
  Result<std::string_view> unpacked_zstd();
  Error broken(std::string_view why) const {
    return {ErrorCode::kMalformed, path, fmt::format("{} the compressed data", why)};
  }

  std::string path;
  Descriptor descriptor;
  uint64_t size = 0, taken = 0;
  std::optional<std::string_view> seen;  // a piece that was looked at and not handed out
  uint64_t member = 0;                   // where the gzip member begins that is being unpacked
  std::string raw;                       // as read
  std::string_view input;                // of `raw`, not yet unpacked
  std::string output;
  Packing packing = Packing::kUnknown;
  Inflater inflater;
  Bunzipper bunzipper;
  std::unique_ptr<ZSTD_DStream, FreeZstd> zstd;
  bool inside = false;  // a member or frame has begun and not ended
};

Result<void> ByteStream::State::read_piece() {
  raw.resize(kPiece);
  for (;;) {
    const ssize_t count = ::read(descriptor.number(), raw.data(), raw.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return failure(ErrorCode::kUnreadable, path,
                     fmt::format("cannot be read ({})", std::strerror(errno)));
    }
    taken += static_cast<uint64_t>(count);
    input = std::string_view(raw).substr(0, static_cast<size_t>(count));
    return {};
  }
}

Result<void> ByteStream::State::look() {
  // A pipe may give its first bytes one by one.
  std::string head;
  do {
    if (auto done = read_piece(); !done) return done;
    head += input;
  } while (!input.empty() && head.size() < kZstd.size());
  raw = std::move(head);
  input = raw;
  if (input.starts_with(kGzip)) {
    packing = Packing::kGzip;
    inflater.ready = inflateInit2(&inflater.stream, kGzipWindow) == Z_OK;
    if (!inflater.ready) return tl::unexpected(broken("there is no memory to unpack"));
  } else if (input.starts_with(kBzip2)) {
    packing = Packing::kBzip2;
    if (!bunzipper.begin()) return tl::unexpected(broken("there is no memory to unpack"));
  } else if (input.starts_with(kZstd)) {
    packing = Packing::kZstd;
    zstd.reset(ZSTD_createDStream());
    if (!zstd) return tl::unexpected(broken("there is no memory to unpack"));
  } else {
    packing = Packing::kNone;
  }
  return {};
}

Result<void> ByteStream::State::refill() {
  if (!input.empty()) return {};
  if (auto done = read_piece(); !done) return done;
  if (input.empty() && inside) return tl::unexpected(broken("ends in the middle of"));
  return {};
}

Result<std::string_view> ByteStream::State::inflated() {
  output.resize(kPiece);
  z_stream& stream = inflater.stream;
  for (;;) {
    if (auto done = refill(); !done) return tl::unexpected(done.error());
    if (input.empty()) return std::string_view();
    if (!inside) member = taken - input.size();
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    inside = true;
    const int code = inflate(&stream, Z_NO_FLUSH);
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
      return tl::unexpected(broken("has an error in"));
    }
    input.remove_prefix(input.size() - stream.avail_in);
    if (code == Z_STREAM_END) {
      // Members may follow each other (RFC 1952, 2.2); zeros behind the last are padding.
      inside = false;
      inflateReset(&stream);
      while (input.starts_with('\0')) input.remove_prefix(1);
    }
    const size_t made = output.size() - stream.avail_out;
    if (made > 0) return std::string_view(output).substr(0, made);
  }
}

Result<std::string_view> ByteStream::State::unpacked_bzip2() {
  output.resize(kPiece);
  bz_stream& stream = bunzipper.stream;
  for (;;) {
    if (auto done = refill(); !done) return tl::unexpected(done.error());
    if (input.empty()) return std::string_view();
    // Streams may follow each other, as parallel packers write them.
    if (!bunzipper.ready && !bunzipper.begin()) {
      return tl::unexpected(broken("there is no memory to unpack"));
    }
    stream.next_in = const_cast<char*>(input.data());
    stream.avail_in = static_cast<unsigned>(input.size());
    stream.next_out = output.data();
    stream.avail_out = static_cast<unsigned>(output.size());
    inside = true;
    const int code = BZ2_bzDecompress(&stream);
    if (code != BZ_OK && code != BZ_STREAM_END) return tl::unexpected(broken("has an error in"));
    input.remove_prefix(input.size() - stream.avail_in);
    const size_t made = output.size() - stream.avail_out;
    if (code == BZ_STREAM_END) {
      inside = false;
      bunzipper.end();
    }
    if (made > 0) return std::string_view(output).substr(0, made);
  }
}

Result<std::string_view> ByteStream::State::unpacked_zstd() {
  output.resize(kPiece);
  for (;;) {
    if (auto done = refill(); !done) return tl::unexpected(done.error());
    if (input.empty()) return std::string_view();
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{output.data(), output.size(), 0};
    const size_t code = ZSTD_decompressStream(zstd.get(), &out, &in);
    if (ZSTD_isError(code) != 0) return tl::unexpected(broken("has an error in"));
    inside = code != 0;  // 0: a frame is complete; another may follow
    input.remove_prefix(in.pos);
    if (out.pos > 0) return std::string_view(output).substr(0, out.pos);
  }
}

ByteStream::ByteStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;
ByteStream::~ByteStream() = default;

Result<ByteStream> ByteStream::open(const std::string& path) {
  const auto made = [&](int descriptor, uint64_t size) -> Result<ByteStream> {
    ByteStream stream(std::make_unique<State>(path, descriptor, size));
    if (auto done = stream.state_->look(); !done) return tl::unexpected(done.error());
    return stream;
  };
  if (path == "-") return made(STDIN_FILENO, 0);
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    if (is_address(path)) {
      return failure(ErrorCode::kNotFound, path,
                     "is an address; nothing is fetched. Save the page first (curl -o page.html "
                     "ADDRESS), or read a WARC file");
    }
    return failure(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable, path,
                   errno == ENOENT ? "no such file" : std::strerror(errno));
  }
  const bool is_pipe = S_ISFIFO(info.st_mode);  // "<(a command)" of a shell
  if (!S_ISREG(info.st_mode) && !is_pipe) {
    return failure(ErrorCode::kUnreadable, path, "is not a regular file");
  }
  // O_NONBLOCK: a file may have become a FIFO since stat, which nobody writes to.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | (is_pipe ? 0 : O_NONBLOCK));
  if (descriptor < 0) {
    return failure(ErrorCode::kUnreadable, path,
                   fmt::format("cannot be opened ({})", std::strerror(errno)));
  }
  return made(descriptor, is_pipe ? 0 : static_cast<uint64_t>(info.st_size));
}

Result<std::string_view> ByteStream::peek() {
  if (!state_->seen) {
    auto piece = next();
    if (!piece) return piece;
    state_->seen = *piece;
  }
  return *state_->seen;
}

Result<std::string_view> ByteStream::next() {
  State& state = *state_;
  if (state.seen) return *std::exchange(state.seen, std::nullopt);
  if (state.packing == Packing::kGzip) return state.inflated();
  if (state.packing == Packing::kBzip2) return state.unpacked_bzip2();
  if (state.packing == Packing::kZstd) return state.unpacked_zstd();
  if (state.input.empty()) {
    if (auto done = state.read_piece(); !done) return tl::unexpected(done.error());
  }
  return std::exchange(state.input, {});
}

uint64_t ByteStream::size() const { return state_->size; }
bool ByteStream::is_packed() const { return state_->packing > Packing::kNone; }

double ByteStream::share() const {
  if (state_->size == 0) return 0;
  return std::min(1.0, static_cast<double>(state_->taken) / static_cast<double>(state_->size));
}

uint64_t ByteStream::member() const { return state_->member; }

Result<bool> ByteStream::skip_broken_member() {
  State& state = *state_;
  if (state.packing != Packing::kGzip) return false;
  inflateReset(&state.inflater.stream);
  state.inside = false;
  size_t from = state.taken - state.input.size() == state.member ? 1 : 0;
  for (;;) {
    const size_t at = state.input.find(kGzip, from);
    if (at != std::string_view::npos) {
      state.input.remove_prefix(at);
      return true;
    }
    // The mark may lie across two pieces.
    const size_t kept =
        std::min(state.input.size() - std::min(from, state.input.size()), kGzip.size() - 1);
    const std::string tail(state.input.substr(state.input.size() - kept));
    if (auto done = state.read_piece(); !done) return tl::unexpected(done.error());
    if (state.input.empty()) return false;
    state.raw = tail + std::string(state.input);
    state.input = state.raw;
    from = 0;
  }
}

LineReader::LineReader(ByteStream stream, std::string path, size_t max_bytes)
    : stream_(std::move(stream)), path_(std::move(path)), max_bytes_(max_bytes) {}

Result<bool> LineReader::fill() {
  if (ended_) return false;
  const auto piece = stream_.next();
  ended_ = !piece || piece->empty();
  if (!piece) return tl::unexpected(piece.error());
  buffer_.erase(0, at_);
  at_ = 0;
  buffer_ += *piece;
  return !ended_;
}

Result<LineReader::Step> LineReader::next() {
  line_.clear();
  bool too_long = false;
  for (;;) {
    const size_t end = buffer_.find('\n', at_);
    const bool whole = end != std::string::npos;
    const size_t count = (whole ? end : buffer_.size()) - at_;
    too_long = too_long || line_.size() + count > max_bytes_;
    if (too_long)
      line_.clear();
    else
      line_.append(buffer_, at_, count);
    at_ += count + (whole ? 1 : 0);
    if (whole) break;
    const bool something = too_long || !line_.empty();
    const auto more = fill();
    if (!more) {
      ++number_;
      return tl::unexpected(
          Error{more.error().code, fmt::format("{}:{}", path_, number_), more.error().why});
    }
    if (!*more && !something) return Step::kEnd;
    if (!*more) break;
  }
  ++number_;
  if (too_long) {
    return failure(ErrorCode::kTooLarge, fmt::format("{}:{}", path_, number_),
                   fmt::format("larger than the limit of {} MB", max_bytes_ >> 20));
  }
  if (line_.ends_with('\r')) line_.pop_back();
  return Step::kLine;
}

Result<std::string_view> LineReader::peek(size_t count) {
  constexpr size_t kMostBlanks = 1 << 16;
  for (;;) {
    size_t from = buffer_.starts_with("\xEF\xBB\xBF") ? 3 : 0;  // byte order mark
    from = std::min(buffer_.find_first_not_of(" \t\r\n", from), buffer_.size());
    if (buffer_.size() >= from + count || buffer_.size() > kMostBlanks) {
      return std::string_view(buffer_).substr(from, count);
    }
    const auto more = fill();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return std::string_view(buffer_).substr(std::min(from, buffer_.size()));
  }
}

Result<std::string> LineReader::rest() {
  if (!stream_.is_packed() && stream_.size() > max_bytes_) {
    return failure(ErrorCode::kTooLarge, path_,
                   fmt::format("{} MB, larger than the limit of {} MB", stream_.size() >> 20,
                               max_bytes_ >> 20));
  }
  for (;;) {
    if (buffer_.size() > max_bytes_) {
      return failure(ErrorCode::kTooLarge, path_,
                     fmt::format("larger than the limit of {} MB", max_bytes_ >> 20));
    }
    const auto more = fill();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return std::move(buffer_);
  }
}

}  // namespace synoptic::collect
