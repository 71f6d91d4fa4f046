#include <fmt/format.h>

#include "base/strings.h"
#include "collect/capture.h"
#include "collect/collect.h"
#include "collect/records.h"
#include "collect/stream.h"

namespace synoptic::collect {
namespace {

bool is_named_file_of_pages(const std::string& path) {
  const std::string kind = kind_of(path);
  return kind == "jsonl" || kind == "ndjson";
}

}  // namespace

bool may_hold_many(const std::string& file) { return file == "-" || is_named_file_of_pages(file); }

struct Sources::State {
  std::vector<std::string> files;
  Limits limits;
  size_t at = 0;                    // of `files`, the next to begin
  std::optional<LineReader> lines;  // of the file of pages that is being read
  bool any = false;                 // it had a line that is not blank

  const std::string& path() const { return files[at - 1]; }  // of that file
  std::optional<Result<Source>> next_line();
  std::optional<Result<Source>> begin(const std::string& file);
};

Sources::Sources(std::vector<std::string> files, const Limits& limits)
    : state_(std::make_unique<State>()) {
  state_->files = std::move(files);
  state_->limits = limits;
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
    Source source{fmt::format("{}:{}", path(), lines->number()), lines->take(), true};
    if (trim(source.bytes).empty()) continue;
    any = true;
    return source;
  }
  lines.reset();
  if (any) return std::nullopt;
  return failure(ErrorCode::kEmpty, path(), "is empty");
}

// nullopt: it is a file of pages, its lines come next.
std::optional<Result<Source>> Sources::State::begin(const std::string& file) {
  const bool pages = is_named_file_of_pages(file);
  if (!pages && file != "-") return Source{file, {}, false};
  auto stream = ByteStream::open(file);
  if (!stream) return tl::unexpected(stream.error());
  any = false;
  lines.emplace(std::move(*stream), file, limits.max_bytes);
  if (pages) return std::nullopt;
  // Standard input has no name that tells.
  constexpr size_t kHead = 64;
  const auto head = lines->peek(kHead);
  if (head && looks_like_record(*head)) return std::nullopt;
  auto bytes = head ? lines->rest() : tl::unexpected(head.error());
  lines.reset();
  if (!bytes) return tl::unexpected(bytes.error());
  if (bytes->empty()) return failure(ErrorCode::kEmpty, file, "is empty");
  return Source{file, std::move(*bytes), false};
}

std::optional<Result<Source>> Sources::next() {
  for (;;) {
    if (state_->lines) {
      if (auto source = state_->next_line()) return source;
    }
    if (state_->at == state_->files.size()) return std::nullopt;
    const std::string& file = state_->files[state_->at++];
    if (auto source = state_->begin(file)) return source;
  }
}

double Sources::share() const {
  if (state_->files.empty()) return 1;
  const double begun = state_->lines ? state_->lines->share() - 1 : 0;
  return (static_cast<double>(state_->at) + begun) / static_cast<double>(state_->files.size());
}

Result<model::Capture> read_source(Source source, const Limits& limits) {
  if (source.is_record) return capture_record(source.bytes, source.path);
  if (!source.bytes.empty()) return capture_bytes(std::move(source.bytes), source.path);
  return read_file(source.path, limits);
}

void for_each_capture(const std::vector<std::string>& files, const Limits& limits,
                      const std::function<void(Result<model::Capture>)>& deliver) {
  Sources sources(files, limits);
  while (auto source = sources.next()) {
    deliver(*source ? read_source(std::move(**source), limits)
                    : Result<model::Capture>(tl::unexpected(source->error())));
  }
}

Result<model::Capture> read_file(const std::string& path, const Limits& limits) {
  auto stream = ByteStream::open(path);
  if (!stream) return tl::unexpected(stream.error());
  auto bytes = LineReader(std::move(*stream), path, limits.max_bytes).rest();
  if (!bytes) return tl::unexpected(bytes.error());
  return capture_bytes(std::move(*bytes), path);
}

}  // namespace synoptic::collect
