// Annotation in one thread: megabytes of text per second, by language and by step.
//
//   annotate_bench [PATH…]      documents or files of pages; without any the samples
//
// Times are of the processor, the best of SYNOPTIC_ROUNDS rounds (three by default).
#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "annotate/batch.h"
#include "base/memory.h"
#include "clean/clean.h"
#include "collect/collect.h"

namespace synoptic::bench {
namespace {

constexpr std::array<const char*, 11> kSteps{"sources",  "names",     "times",  "quantities",
                                             "origins",  "passages",  "quotes", "events",
                                             "outlooks", "standings", "topics"};
constexpr size_t kBatch = 32;  // articles, as flow::read_all takes them
using Times = std::array<double, kSteps.size()>;

// Of this thread, so that other work on the machine does not count.
double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

// annotate::annotate(), with the time of each step.
void annotate(std::span<const model::Article> articles, const knowledge::Knowledge& knowledge,
              Times& times) {
  annotate::Batch batch({articles.begin(), articles.end()});
  double last = cpu_ms();
  batch.run(knowledge, [&](annotate::Batch::Step step) {
    const double now = cpu_ms();
    times[static_cast<size_t>(step)] += now - last;
    last = now;
  });
}

struct Set {
  std::vector<model::Article> articles;
  double bytes = 0;
};

void print(const std::string& name, const Set& set, const knowledge::Knowledge& knowledge,
           int rounds) {
  Times best;
  best.fill(1e9);
  double best_total = 1e9;
  for (int round = 0; round < rounds; ++round) {
    Times times{};
    for (std::span<const model::Article> left(set.articles); !left.empty();) {
      const size_t count = std::min(left.size(), kBatch);
      annotate(left.first(count), knowledge, times);
      left = left.subspan(count);
    }
    double total = 0;
    for (const double ms : times) total += ms;
    if (total >= best_total) continue;
    best_total = total;
    best = times;
  }
  fmt::print("{:6} {:8} {:8.0f} {:7.2f} ", name, set.articles.size(), set.bytes / 1000,
             set.bytes / best_total / 1000);
  for (const double ms : best) fmt::print(" {:9.2f}%", 100 * ms / best_total);
  fmt::print("\n");
}

int run(int argc, char** argv) {
  std::vector<std::string> paths(argv + 1, argv + argc);
  if (paths.empty()) paths.emplace_back(SYNOPTIC_SAMPLES);
  const char* rounds = std::getenv("SYNOPTIC_ROUNDS");
  auto knowledge = knowledge::Knowledge::load();
  auto languages = text::LanguageId::embedded();
  if (!knowledge || !languages) return 1;
  std::map<std::string, Set> sets;
  collect::Sources files(collect::list_inputs(paths).files);
  while (const auto capture = files.next_capture()) {
    if (!*capture) continue;
    for (auto& article : clean::clean(**capture, **knowledge, *languages)) {
      const auto bytes = static_cast<double>(model::body_text(article).size());
      for (const std::string& name : {std::string("all"), article.lang}) {
        sets[name].bytes += bytes;
        sets[name].articles.push_back(article);
      }
    }
  }
  fmt::print("{:6} {:>8} {:>8} {:>7} ", "lang", "articles", "KB", "MB/s");
  for (const char* step : kSteps) fmt::print(" {:>10}", step);
  fmt::print("\n");
  for (const auto& [name, set] : sets) {
    if (set.bytes >= 2000) {
      print(name, set, **knowledge, rounds != nullptr ? std::max(1, std::atoi(rounds)) : 3);
    }
  }
  return 0;
}

}  // namespace
}  // namespace synoptic::bench

int main(int argc, char** argv) {
  synoptic::keep_freed_memory();
  return synoptic::bench::run(argc, argv);
}
