// Whole pages in one thread: bytes to articles with their dates and all that is said about them.
// For each set: pages and bytes per second, the slowest page, and the memory at the peak for each
// byte of the page. Reading the bytes hashes them (SHA-256), by which the store knows them again;
// "no hash" is the pages per second less the time of the hash, which is measured alone.
//
//   SYNOPTIC_PAGES=/path/pages.jsonl[:/path/more.jsonl] clean_bench [rounds]
//
// Times are of the processor; every page's is the best of the rounds (three by default).
#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/memory.h"
#include "clean/clean.h"
#include "collect/collect.h"
#include "memory.h"
#include "pages.h"

namespace synoptic::bench {
namespace {

struct Cost {
  double collect_ms = 1e9, clean_ms = 1e9, hash_ms = 1e9;
  size_t peak = 0, bytes = 0;
  const Page* page = nullptr;
  double ms() const { return collect_ms + clean_ms; }
  double peak_per_byte() const { return static_cast<double>(peak) / static_cast<double>(bytes); }
};

struct Program {
  std::shared_ptr<const knowledge::Knowledge> knowledge;
  text::LanguageId languages;
};

// Of this thread, so that other work on the machine does not count.
double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

void clean_page(const Program& program, const Page& page, Cost& cost) {
  std::string bytes = page.bytes;
  const double begin = cpu_ms();
  auto capture = collect::capture_bytes(std::move(bytes), "page.html");
  const double collected = cpu_ms();
  cost.collect_ms = std::min(cost.collect_ms, collected - begin);
  if (capture) {
    capture->url = page.url;
    const auto articles = clean::clean(*capture, *program.knowledge, program.languages);
  }
  cost.clean_ms = std::min(cost.clean_ms, cpu_ms() - collected);
}

void hash_page(const Page& page, Cost& cost) {
  const double begin = cpu_ms();
  const std::string hash = sha256_hex(page.bytes);
  if (hash.empty()) return;  // never; so that it is not left out
  cost.hash_ms = std::min(cost.hash_ms, cpu_ms() - begin);
}

Cost cost_of(const Program& program, const Page& page, int rounds) {
  Cost cost;
  cost.page = &page;
  cost.bytes = std::max<size_t>(1, page.bytes.size());
  for (int i = 0; i < rounds; ++i) {
    clean_page(program, page, cost);
    hash_page(page, cost);
  }
  Cost ignored;
  cost.peak = peak_memory([&] { clean_page(program, page, ignored); });
  return cost;
}

void print_set(const PageSet& set, const std::vector<Cost>& costs) {
  if (costs.empty()) return;
  double collect = 0, clean = 0, hash = 0, bytes = 0, peak = 0;
  for (const Cost& cost : costs) {
    collect += cost.collect_ms;
    clean += cost.clean_ms;
    hash += cost.hash_ms;
    bytes += static_cast<double>(cost.bytes);
    peak += static_cast<double>(cost.peak);
  }
  const auto by = [&](auto value) {
    return *std::max_element(costs.begin(), costs.end(),
                             [&](const Cost& a, const Cost& b) { return value(a) < value(b); });
  };
  const Cost slowest = by([](const Cost& cost) { return cost.ms(); });
  // Of pages that are not tiny: there a fixed cost is everything.
  const Cost largest =
      by([](const Cost& cost) { return cost.bytes < 20000 ? 0.0 : cost.peak_per_byte(); });
  const double n = static_cast<double>(costs.size()), total = collect + clean;
  fmt::print("{:16} {:5} {:8.0f} {:8.0f} {:7.1f} {:9.3f} {:9.3f} {:9.1f} {:9.1f} {:9.1f}  {}\n",
             set.name, costs.size(), 1000 * n / total, 1000 * n / (total - hash),
             bytes / total / 1000, collect / n, clean / n, slowest.ms(), peak / bytes,
             largest.peak_per_byte(),
             slowest.page->id + fmt::format(" ({} KB)", slowest.bytes / 1000));
}

int run(int argc, char** argv) {
  const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 3;
  auto knowledge = knowledge::Knowledge::load();
  auto languages = text::LanguageId::embedded();
  if (!knowledge || !languages) {
    fmt::print(stderr, "clean_bench: {}\n",
               knowledge ? languages.error().message() : knowledge.error().message());
    return 1;
  }
  const Program program{*knowledge, std::move(*languages)};
  std::vector<PageSet> sets = page_sets(SYNOPTIC_SAMPLES);
  for (PageSet& made : made_sets()) sets.push_back(std::move(made));
  fmt::print("{:16} {:>5} {:>8} {:>8} {:>7} {:>9} {:>9} {:>9} {:>9} {:>9}  {}\n", "set", "pages",
             "pages/s", "no hash", "MB/s", "ms collect", "ms clean", "ms worst", "peak/byte",
             "at most", "slowest page");
  for (const PageSet& set : sets) {
    std::vector<Cost> costs;
    for (const Page& page : set.pages) costs.push_back(cost_of(program, page, rounds));
    print_set(set, costs);
  }
  return 0;
}

}  // namespace
}  // namespace synoptic::bench

int main(int argc, char** argv) {
  synoptic::keep_freed_memory();
  return synoptic::bench::run(argc, argv);
}
