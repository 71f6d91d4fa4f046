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

struct Job {
  size_t index = 0;
  Result<collect::Source> source;
  double share = 0;  // of the inputs gone through when it was taken
};

// Hands out the documents in order and takes the results back in order. Workers run ahead of
// delivery by at most one window, so that no more than that is in memory; a file of pages is read
// on no faster.
class Pipeline {
 public:
  Pipeline(collect::Sources sources, size_t window)
      : slots_(window), sources_(std::move(sources)) {}

  // The next document to work on; nullopt when there are no more.
  std::optional<Job> take() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return ended_ || taken_ < delivered_ + slots_.size(); });
    if (ended_) return std::nullopt;
    auto source = sources_.next();
    if (!source) {
      ended_ = true;
      lock.unlock();
      room_.notify_all();
      ready_.notify_one();
      return std::nullopt;
    }
    return Job{taken_++, std::move(*source), sources_.share()};
  }

  struct Done {
    Result<Document> result;
    double share = 0;
  };

  void put(size_t index, Done done) {
    {
      const std::lock_guard lock(mutex_);
      slots_[index % slots_.size()].emplace(std::move(done));
    }
    ready_.notify_one();
  }

  // The next result in order; nullopt when all are delivered.
  std::optional<Done> next_result() {
    std::unique_lock lock(mutex_);
    auto& slot = slots_[delivered_ % slots_.size()];
    ready_.wait(lock, [&] { return slot.has_value() || (ended_ && delivered_ == taken_); });
    if (!slot) return std::nullopt;
    std::optional<Done> done = std::move(slot);
    slot.reset();
    ++delivered_;
    lock.unlock();
    room_.notify_all();
    return done;
  }

 private:
  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::vector<std::optional<Done>> slots_;
  collect::Sources sources_;
  size_t taken_ = 0, delivered_ = 0;
  bool ended_ = false;  // no more documents to take
};

Result<Document> read_one(const Engine& engine, Result<collect::Source> source,
                          const Options& options) {
  if (!source) return tl::unexpected(source.error());
  auto capture = collect::read_source(std::move(*source), options.limits);
  if (!capture) return tl::unexpected(capture.error());
  if (options.known.contains(capture->sha256)) return Document{std::move(*capture), {}, true};
  return understand(engine, std::move(*capture));
}

// No more threads than documents, where their number is known.
size_t threads_for(const std::vector<std::string>& files, const Options& options) {
  const unsigned wanted =
      options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  if (std::any_of(files.begin(), files.end(), collect::may_hold_many)) return wanted;
  return std::clamp<size_t>(files.size(), 1, wanted);
}

}  // namespace

Totals read_all(const Engine& engine, const std::vector<std::string>& paths, const Options& options,
                const std::function<void(Result<Document>)>& deliver) {
  const auto start = std::chrono::steady_clock::now();
  collect::Inputs inputs = collect::list_inputs(paths);
  Totals totals;
  for (const Error& error : inputs.errors) {
    ++totals.documents;
    ++totals.failed;
    deliver(tl::unexpected(error));
  }
  const size_t threads = threads_for(inputs.files, options);
  Pipeline pipeline(collect::Sources(std::move(inputs.files), options.limits),
                    threads * kWindowPerThread);
  std::vector<std::jthread> workers;
  for (size_t i = 0; i < threads; ++i) {
    workers.emplace_back([&] {
      while (auto job = pipeline.take()) {
        const size_t index = job->index;
        pipeline.put(index, {read_one(engine, std::move(job->source), options), job->share});
      }
    });
  }
  Progress progress;
  while (auto done = pipeline.next_result()) {
    Result<Document>& result = done->result;
    ++totals.documents;
    if (result) {
      totals.known += result->known ? 1 : 0;
      progress.articles += result->articles.size();
      progress.bytes += result->capture.bytes().size();
    } else {
      ++totals.failed;
    }
    deliver(std::move(result));
    progress.share = done->share;
    if (options.progress) options.progress(progress);
  }
  totals.articles = progress.articles;
  totals.bytes = progress.bytes;
  totals.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return totals;
}

}  // namespace synoptic::flow
