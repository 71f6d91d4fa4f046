#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "flow/flow.h"

namespace synoptic::flow {
namespace {

// Documents in memory per thread: enough that a slow one does not hold up the others.
constexpr size_t kWindowPerThread = 8;

// Hands out the inputs in order and takes the results back in order. Workers run ahead of delivery
// by at most one window.
class Pipeline {
 public:
  Pipeline(size_t inputs, size_t window) : slots_(window), inputs_(inputs) {}

  // The next input to work on; nullopt when there are no more.
  std::optional<size_t> take() {
    std::unique_lock lock(mutex_);
    if (next_ == inputs_) return std::nullopt;
    const size_t index = next_++;
    room_.wait(lock, [&] { return index < delivered_ + slots_.size(); });
    return index;
  }

  void put(size_t index, Result<Document> result) {
    {
      const std::lock_guard lock(mutex_);
      slots_[index % slots_.size()].emplace(std::move(result));
    }
    ready_.notify_one();
  }

  Result<Document> next_result() {
    std::unique_lock lock(mutex_);
    auto& slot = slots_[delivered_ % slots_.size()];
    ready_.wait(lock, [&] { return slot.has_value(); });
    Result<Document> result = std::move(*slot);
    slot.reset();
    ++delivered_;
    lock.unlock();
    room_.notify_all();
    return result;
  }

 private:
  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::vector<std::optional<Result<Document>>> slots_;
  size_t inputs_ = 0, next_ = 0, delivered_ = 0;
};

Result<Document> read_one(const Engine& engine, const std::string& path, const Options& options) {
  auto capture = collect::read_file(path, options.limits);
  if (!capture) return tl::unexpected(capture.error());
  if (options.known.contains(capture->sha256)) return Document{std::move(*capture), {}, true};
  return understand(engine, std::move(*capture));
}

}  // namespace

Totals read_all(const Engine& engine, const std::vector<std::string>& paths, const Options& options,
                const std::function<void(Result<Document>)>& deliver) {
  const auto start = std::chrono::steady_clock::now();
  const collect::Inputs inputs = collect::list_inputs(paths);
  Totals totals;
  for (const Error& error : inputs.errors) {
    ++totals.failed;
    deliver(tl::unexpected(error));
  }
  const size_t count = inputs.files.size();
  const unsigned wanted =
      options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  const size_t threads = std::clamp<size_t>(wanted, 1, std::max<size_t>(count, 1));
  Pipeline pipeline(count, threads * kWindowPerThread);
  std::vector<std::jthread> workers;
  for (size_t i = 0; i < threads; ++i) {
    workers.emplace_back([&] {
      while (const auto index = pipeline.take()) {
        pipeline.put(*index, read_one(engine, inputs.files[*index], options));
      }
    });
  }
  Progress progress{0, count, 0, 0};
  for (size_t i = 0; i < count; ++i) {
    Result<Document> result = pipeline.next_result();
    ++progress.files_done;
    if (result) {
      totals.known += result->known ? 1 : 0;
      progress.articles += result->articles.size();
      progress.bytes += result->capture.bytes().size();
    } else {
      ++totals.failed;
    }
    deliver(std::move(result));
    if (options.progress) options.progress(progress);
  }
  totals.files = count + inputs.errors.size();
  totals.articles = progress.articles;
  totals.bytes = progress.bytes;
  totals.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return totals;
}

}  // namespace synoptic::flow
