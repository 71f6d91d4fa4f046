// Grouping as the stream grows: how many articles a second, what one costs, how much memory the
// window takes for each. The articles are made (made_news.h).
// Run: build/release/bin/group_bench [ARTICLES] (default 250,000); with --tsv a table for
// tools/plot_growth.py.
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "group/fingerprint.h"
#include "group/group.h"
#include "made_news.h"

namespace {

using namespace synoptic;

// Of this thread: what other programs do meanwhile does not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

size_t heap_in_use() {
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

// More than the window holds: what comes again has left it long before.
constexpr size_t kMade = 260'000;
constexpr int64_t kDaysLater = 60;

// The same article as news of another season.
group::Draft told_again(const group::Draft& draft, size_t number, size_t round) {
  group::Draft out = draft;
  out.article = fmt::format("{:016x}", number);
  const int64_t days = kDaysLater * static_cast<int64_t>(round);
  if (out.minutes) *out.minutes += 1440 * days;
  for (auto& day : out.days) day += static_cast<int32_t>(days);
  return out;
}

struct Step {
  double seconds = 0, slowest = 0;
};

}  // namespace

int main(int argc, char** argv) {
  size_t articles = 260'000;
  bool tsv = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--tsv") == 0) {
      tsv = true;
    } else {
      articles = static_cast<size_t>(std::atoll(argv[i]));
    }
  }
  const auto knowledge = std::make_shared<const knowledge::Knowledge>();
  std::vector<group::Draft> drafts;
  double drafting = 0;
  {
    bench::MadeNews stream(bench::languages_of_samples(SYNOPTIC_SAMPLES));
    for (size_t i = 0; i < std::min(articles, kMade); ++i) {
      const model::Annotated annotated = stream.next();
      const double start = cpu_seconds();
      drafts.push_back(group::draft(annotated, *knowledge));
      drafting += cpu_seconds() - start;
    }
  }
  const double draft_us = 1e6 * drafting / static_cast<double>(drafts.size());
  group::Grouper grouper(knowledge);
  grouper.forget_changes();
  const size_t before = heap_in_use();
  fmt::print("{}",
             tsv ? "articles\twindow\tper_second\tdraft_us\tgroup_us\tslowest_ms\tbytes\n"
                 : "articles   in window  grouped/s  draft us  group us  slowest ms  bytes each\n");
  uint64_t checksum = 0;
  Step step;
  const size_t each = std::min<size_t>(10'000, articles);
  for (size_t i = 0; i < articles; ++i) {
    auto draft = told_again(drafts[i % drafts.size()], i, i / drafts.size());
    const double start = cpu_seconds();
    const auto change = grouper.add(std::move(draft));
    const double took = cpu_seconds() - start;
    checksum = fnv1a(change.story, checksum + 1);
    step.seconds += took;
    step.slowest = std::max(step.slowest, took);
    if ((i + 1) % each != 0) continue;
    const Step done = std::exchange(step, {});
    if (!tsv && i >= 50'000 && (i + 1) % 50'000 != 0) continue;
    const size_t window = grouper.window_size();
    const double group_us = 1e6 * done.seconds / static_cast<double>(each);
    fmt::print(
        fmt::runtime(tsv ? "{}\t{}\t{:.0f}\t{:.1f}\t{:.1f}\t{:.1f}\t{}\n"
                         : "{:<9}  {:>9}  {:>9.0f}  {:>8.1f}  {:>8.1f}  {:>10.1f}  {:>10}\n"),
        i + 1, window, 1e6 / group_us, draft_us, group_us, 1e3 * done.slowest,
        (heap_in_use() - before) / window);
    std::fflush(stdout);
  }
  if (!tsv) fmt::print("checksum {:016x}, {} stories\n", checksum, grouper.stories().size());
}
