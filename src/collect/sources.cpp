// Which documents the files hold, one after another.
#include <fmt/format.h>

#include <filesystem>

#include "base/strings.h"
#include "collect/capture.h"
#include "collect/collect.h"
#include "collect/records.h"
#include "collect/stream.h"
#include "collect/warc.h"
#include "collect/warc_capture.h"
#include "text/utf8.h"

namespace synoptic::collect {
namespace {

bool is_named_file_of_pages(const std::string& path) {
  const std::string kind = kind_of(path);
  return kind == "jsonl" || kind == "ndjson";
}

// What has no name that tells what it holds: standard input, or <(a command) of a shell.
bool is_pipe(const std::string& file) {
  std::error_code error;
  return file == "-" || std::filesystem::is_fifo(file, error);
}

}  // namespace

bool may_hold_many(const std::string& file) {
  return is_pipe(file) || is_named_file_of_pages(file) || kind_of(file) == "warc";
}

std::optional<std::string> file_of_many(std::string_view path) {
  const size_t colon = path.rfind(':');
  if (colon == std::string_view::npos || !is_ascii_digits(path.substr(colon + 1))) {
    return std::nullopt;
  }
  std::string file(path.substr(0, colon));
  return may_hold_many(file) ? std::optional(std::move(file)) : std::nullopt;
}

struct Sources::State {
  std::vector<std::string> files;
  Limits limits;
  Records records = Records::kPages;
  size_t at = 0;                      // of `files`, the next to begin
  std::optional<LineReader> lines;    // of the file of pages that is being read
  std::optional<WarcReader> archive;  // the WARC file that is being read
  bool any = false;                   // it had a line that is not blank, or a record
  bool page = false;                  // of its records one held a page, or was broken

  const std::string& path() const { return files[at - 1]; }  // of that file
  std::optional<Result<Source>> next_line();
  std::optional<Result<Source>> next_record();
  std::optional<Result<Source>> begin(const std::string& file);
};

Sources::Sources(std::vector<std::string> files, const Limits& limits, Records records)
    : state_(std::make_unique<State>()) {
  state_->files = std::move(files);
  state_->limits = limits;
  state_->records = records;
}
Sources::Sources(Sources&&) noexcept = default;
Sources::~Sources() = default;

// nullopt: the file of pages is at its end.
std::optional<Result<Source>> Sources::State::next_line() {
  for (;;) {
    const auto step = lines->next();
    if (!step) {
      any = true;
      return tl::unexpected(step.error());
    }
    if (*step == LineReader::Step::kEnd) break;
    Source source{fmt::format("{}:{}", path(), lines->number()), lines->take(), true, {}};
    if (trim(source.bytes).empty()) continue;
    any = true;
    return source;
  }
  lines.reset();
  if (any) return std::nullopt;
  return failure(ErrorCode::kEmpty, path(), "is empty");
}

// nullopt: the WARC file is at its end.
std::optional<Result<Source>> Sources::State::next_record() {
  while (auto record = archive->next()) {
    any = true;
    page = page || !*record;
    if (!*record) return tl::unexpected(record->error());
    if (!holds_document((*record)->type)) continue;
    if (records == Records::kAll || holds_page(**record)) {
      page = true;
      return source_of(std::move(**record), path());
    }
  }
  any = any || archive->any();
  archive.reset();
  if (page || (any && records == Records::kAll)) return std::nullopt;
  return failure(ErrorCode::kEmpty, path(),
                 any ? "holds no page: none of its records is a response with status 200, or a "
                       "resource, that is HTML"
                     : "holds no WARC record");
}

// nullopt: it holds many documents, they come next.
std::optional<Result<Source>> Sources::State::begin(const std::string& file) {
  const bool pages = is_named_file_of_pages(file);
  if (!may_hold_many(file)) return Source{file, {}, false, {}};
  auto stream = ByteStream::open(file);
  if (!stream) return tl::unexpected(stream.error());
  any = page = false;
  bool archived = kind_of(file) == "warc";
  if (!pages && !archived) {
    const auto head = stream->peek();
    if (!head) return tl::unexpected(head.error());
    archived = head->starts_with("WARC/");
  }
  if (archived) {
    archive.emplace(std::move(*stream), file, limits.max_bytes);
    return std::nullopt;
  }
  lines.emplace(std::move(*stream), file, limits.max_bytes);
  if (pages) return std::nullopt;
  constexpr size_t kHead = 64;
  const auto head = lines->peek(kHead);
  if (head && looks_like_record(*head)) return std::nullopt;
  auto bytes = head ? lines->rest() : tl::unexpected(head.error());
  lines.reset();
  if (!bytes) return tl::unexpected(bytes.error());
  if (bytes->empty()) return failure(ErrorCode::kEmpty, file, "is empty");
  return Source{file, std::move(*bytes), false, {}};
}

std::optional<Result<Source>> Sources::next() {
  for (;;) {
    if (state_->lines) {
      if (auto source = state_->next_line()) return source;
    }
    if (state_->archive) {
      if (auto source = state_->next_record()) return source;
    }
    if (state_->at == state_->files.size()) return std::nullopt;
    const std::string& file = state_->files[state_->at++];
    if (auto source = state_->begin(file)) return source;
  }
}

std::optional<Result<model::Capture>> Sources::next_capture() {
  auto source = next();
  if (!source) return std::nullopt;
  if (!*source) return tl::unexpected(source->error());
  return read_source(std::move(**source), state_->limits);
}

double Sources::share() const {
  if (state_->files.empty()) return 1;
  double begun = 0;
  if (state_->lines) begun = state_->lines->share() - 1;
  if (state_->archive) begun = state_->archive->share() - 1;
  return (static_cast<double>(state_->at) + begun) / static_cast<double>(state_->files.size());
}

std::string shown_path(std::string_view path) {
  std::string out;
  for (size_t at = 0; at < path.size();) {
    const text::CodePoint c = text::decode(path, at);
    const std::string_view bytes = path.substr(at, c.length);
    if (c.value == text::kReplacement && bytes != "\xEF\xBF\xBD") {
      for (const char byte : bytes) out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    } else {
      out += bytes;
    }
    at += c.length;
  }
  return out;
}

Result<model::Capture> read_source(Source source, const Limits& limits) {
  Result<model::Capture> capture;
  if (source.is_record) {
    capture = capture_record(source.bytes, source.path);
  } else if (source.archived) {
    capture = capture_archived(std::move(source), limits);
  } else if (!source.bytes.empty()) {
    capture = capture_bytes(std::move(source.bytes), source.path);
  } else {
    capture = read_file(source.path, limits);
  }
  if (capture) capture->path = shown_path(capture->path);
  return capture;
}

Result<model::Capture> read_file(const std::string& path, const Limits& limits) {
  auto stream = ByteStream::open(path);
  if (!stream) return tl::unexpected(stream.error());
  auto bytes = LineReader(std::move(*stream), path, limits.max_bytes).rest();
  if (!bytes) return tl::unexpected(bytes.error());
  return capture_bytes(std::move(*bytes), path);
}

}  // namespace synoptic::collect
