// Documents read on all cores and handed over in the order of the inputs.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <thread>

#include "flow/flow.h"
#include "flow/understand.h"

namespace synoptic::flow {
namespace {

using Clock = std::chrono::steady_clock;

// What a thread annotates at once: that is quicker than one by one, but keeps results waiting.
constexpr size_t kMostAtOnce = 32;            // documents
constexpr size_t kMostBytesAtOnce = 4 << 20;  // of captures
constexpr auto kLongestWait = std::chrono::milliseconds(200);

// Documents in memory per thread: enough that a slow one does not hold up the others.
constexpr size_t kWindowPerThread = 2 * kMostAtOnce;
constexpr size_t kMostBytesWaiting = 64 << 20;  // of captures that are read but not delivered

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
    room_.wait(lock, [&] { return ended_ || has_room(); });
    return next_job(lock);
  }
  // Without waiting; nullopt also where there is no room for its result now.
  std::optional<Job> try_take() {
    std::unique_lock lock(mutex_);
    return has_room() ? next_job(lock) : std::nullopt;
  }

  struct Done {
    Result<Document> result;
    double share = 0;
  };

  void put(size_t index, Done done) {
    {
      const std::lock_guard lock(mutex_);
      waiting_ += bytes_of(done);
      slots_[index % slots_.size()].emplace(std::move(done));
    }
    ready_.notify_one();
  }

  // Whoever waits for a document gets none.
  void stop() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    room_.notify_all();
  }

  // The next result in order; nullopt when all are delivered.
  std::optional<Done> next_result() {
    std::unique_lock lock(mutex_);
    auto& slot = slots_[delivered_ % slots_.size()];
    ready_.wait(lock, [&] { return slot.has_value() || (ended_ && delivered_ == taken_); });
    if (!slot) return std::nullopt;
    std::optional<Done> done = std::move(slot);
    slot.reset();
    waiting_ -= bytes_of(*done);
    ++delivered_;
    lock.unlock();
    room_.notify_all();
    return done;
  }

 private:
  // What is delivered next can always be taken.
  bool has_room() const {
    return taken_ == delivered_ ||
           (taken_ < delivered_ + slots_.size() && waiting_ < kMostBytesWaiting);
  }
  std::optional<Job> next_job(std::unique_lock<std::mutex>& lock) {
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
  static size_t bytes_of(const Done& done) {
    return done.result ? done.result->capture.bytes().size() : 0;
  }

  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::vector<std::optional<Done>> slots_;
  collect::Sources sources_;
  size_t taken_ = 0, delivered_ = 0;
  size_t waiting_ = 0;  // bytes
  bool ended_ = false;  // no more documents to take
};

tl::unexpected<Error> no_memory(const std::string& path) {
  return failure(ErrorCode::kTooLarge, path, "there is not enough memory to read it");
}

Result<Cleaned> read_one(const Engine& engine, Result<collect::Source> source,
                         const Options& options) {
  if (!source) return tl::unexpected(source.error());
  const std::string path = source->path;
  try {
    auto capture = collect::read_source(std::move(*source), options.limits);
    if (!capture) return tl::unexpected(capture.error());
    if (options.known.contains(capture->sha256)) return Cleaned{std::move(*capture), {}, true};
    return clean_capture(engine, std::move(*capture));
  } catch (const std::bad_alloc&) {
    return no_memory(path);
  }
}

// The job and those behind it that can be had at once, read and annotated together.
void work_from(Job first, const Engine& engine, const Options& options, size_t most,
               Pipeline& pipeline) {
  struct Place {
    size_t index = 0;
    double share = 0;
    std::string path;
  };
  std::vector<Place> places;
  std::vector<Cleaned> cleaned;
  size_t bytes = 0;
  const auto start = Clock::now();
  std::optional<Job> job = std::move(first);
  do {
    Result<Cleaned> read = read_one(engine, std::move(job->source), options);
    if (read) {
      bytes += read->capture.bytes().size();
      places.push_back({job->index, job->share, read->capture.path});
      cleaned.push_back(std::move(*read));
    } else {
      pipeline.put(job->index, {tl::unexpected(read.error()), job->share});
    }
    const bool go_on =
        cleaned.size() < most && bytes < kMostBytesAtOnce && Clock::now() - start < kLongestWait;
    job = go_on ? pipeline.try_take() : std::nullopt;
  } while (job);
  std::vector<Document> documents;
  try {
    documents = annotate_all(engine, std::move(cleaned));
  } catch (const std::bad_alloc&) {
    for (const Place& place : places) {
      pipeline.put(place.index, {no_memory(place.path), place.share});
    }
    return;
  }
  for (size_t i = 0; i < documents.size(); ++i) {
    pipeline.put(places[i].index, {std::move(documents[i]), places[i].share});
  }
}

struct Split {
  size_t threads = 1;
  size_t at_once = kMostAtOnce;  // documents that a thread takes at most
};

// No more threads than documents, and no thread with the others' share, where their number is
// known.
Split split_of(const std::vector<std::string>& files, const Options& options) {
  const size_t wanted =
      options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  if (std::any_of(files.begin(), files.end(), collect::may_hold_many)) return {wanted, kMostAtOnce};
  const size_t threads = std::clamp<size_t>(files.size(), 1, wanted);
  return {threads, std::clamp<size_t>(files.size() / threads, 1, kMostAtOnce)};
}

}  // namespace

Totals read_all(const Engine& engine, const std::vector<std::string>& paths, const Options& options,
                const std::function<void(Result<Document>)>& deliver) {
  const auto start = Clock::now();
  collect::Inputs inputs = collect::list_inputs(paths);
  Totals totals;
  for (const Error& error : inputs.errors) {
    ++totals.documents;
    ++totals.failed;
    deliver(tl::unexpected(error));
  }
  for (const std::string& note : inputs.notes) {
    if (options.note) options.note(note);
  }
  const Split split = split_of(inputs.files, options);
  Pipeline pipeline(collect::Sources(std::move(inputs.files), options.limits),
                    split.threads * kWindowPerThread);
  std::vector<std::jthread> workers;
  // Whatever is thrown here, the workers end before they are waited for.
  const std::unique_ptr<Pipeline, void (*)(Pipeline*)> stopper(&pipeline,
                                                               [](Pipeline* one) { one->stop(); });
  for (size_t i = 0; i < split.threads; ++i) {
    workers.emplace_back([&] {
      while (auto job = pipeline.take()) {
        work_from(std::move(*job), engine, options, split.at_once, pipeline);
      }
    });
  }
  Progress progress;
  while (auto done = pipeline.next_result()) {
    Result<Document>& result = done->result;
    ++totals.documents;
    if (result) {
      totals.known += result->known ? 1 : 0;
      if (!result->known && result->articles.empty() && totals.barren++ == 0) {
        totals.first_barren = result->capture.path;
      }
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
  totals.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return totals;
}

}  // namespace synoptic::flow
