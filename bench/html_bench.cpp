// The HTML reader beside those of others: bytes of HTML to a tree, per second, and the memory at
// the peak for each byte of the page. At the end a table of all, with the ratios.
//
//   SYNOPTIC_PAGES=/path/pages.jsonl[:/path/more.jsonl] html_bench [--benchmark_filter=…]
//
// Without the variable: the project's samples. Made pages that are hard in one way come with both.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "base/hash.h"
#include "collect/collect.h"
#include "html/html.h"
#include "html_peers.h"
#include "memory.h"
#include "pages.h"
#include "text/utf8.h"

namespace synoptic::bench {
namespace {

struct Texts {
  std::string name;
  std::vector<Page> pages;
  std::vector<std::string> utf8;
  size_t bytes = 0;  // of utf8
};

void parse_ours(std::string_view utf8) { benchmark::DoNotOptimize(html::Document::parse(utf8)); }

std::vector<Texts> read_texts() {
  std::vector<Texts> all;
  std::vector<PageSet> sets = page_sets(SYNOPTIC_SAMPLES);
  for (PageSet& made : made_sets()) sets.push_back(std::move(made));
  for (PageSet& set : sets) {
    Texts texts{set.name, {}, {}, 0};
    for (Page& page : set.pages) {
      auto capture = collect::capture_bytes(page.bytes, "page.html");
      if (!capture) continue;
      texts.bytes += capture->text.size();
      texts.utf8.push_back(std::move(capture->text));
      texts.pages.push_back(std::move(page));
    }
    all.push_back(std::move(texts));
  }
  return all;
}

// Work on every page of a set; what it did per second is in bytes of pages.
void measure(benchmark::State& state, const Texts& texts, void (*work)(std::string_view)) {
  for (auto _ : state) {
    for (const std::string& text : texts.utf8) work(text);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(texts.bytes));
  size_t peak = 0;
  for (const std::string& text : texts.utf8) peak += peak_memory([&] { work(text); });
  state.counters["peak_per_byte"] = static_cast<double>(peak) / static_cast<double>(texts.bytes);
}

// What collecting a page costs besides, and its parts.
void collect_pages(benchmark::State& state, const Texts& texts) {
  for (auto _ : state) {
    for (const Page& page : texts.pages) {
      std::string bytes = page.bytes;
      benchmark::DoNotOptimize(collect::capture_bytes(std::move(bytes), "page.html"));
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(texts.bytes));
  state.counters["us_per_page"] = benchmark::Counter(
      1e-6 * static_cast<double>(texts.pages.size()) * static_cast<double>(state.iterations()),
      benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void hash_page(std::string_view text) { benchmark::DoNotOptimize(sha256_hex(text)); }
void validate_page(std::string_view text) { benchmark::DoNotOptimize(text::is_valid_utf8(text)); }
void copy_page(std::string_view text) {
  std::string copy(text);
  benchmark::DoNotOptimize(copy.data());
}

// Prints as usual and keeps speed and memory for the table; names are "html/<set>/<reader>".
class TableReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      const std::string name = run.benchmark_name();
      const size_t second = name.rfind('/');
      if (!name.starts_with("html/") || run.error_occurred || run.run_type != Run::RT_Iteration) {
        continue;
      }
      const auto speed = run.counters.find("bytes_per_second");
      const auto peak = run.counters.find("peak_per_byte");
      if (speed == run.counters.end() || peak == run.counters.end()) continue;
      const std::string set = name.substr(5, second - 5), reader = name.substr(second + 1);
      if (rows_.empty() || rows_.back().set != set) rows_.push_back({set, {}});
      rows_.back().readers[reader] = {speed->second, peak->second};
    }
  }

  void print_table(const std::vector<std::string>& readers) const {
    fmt::print("\n{:18}", "MB/s (ours / peer)");
    for (const auto& reader : readers) fmt::print("{:>22}", reader);
    fmt::print("      peak bytes per byte of page\n");
    for (const Row& row : rows_) {
      fmt::print("{:18}", row.set);
      const auto ours = row.readers.find(readers.front());
      std::string memory;
      for (const auto& reader : readers) {
        const auto found = row.readers.find(reader);
        if (found == row.readers.end()) {
          fmt::print("{:>22}", "-");
          continue;
        }
        const double speed = found->second.speed;
        std::string cell = fmt::format("{:.0f}", speed / 1e6);
        if (ours != row.readers.end() && reader != readers.front()) {
          cell += fmt::format(" ({:.1f} x)", ours->second.speed / speed);
        }
        fmt::print("{:>22}", cell);
        memory += fmt::format("  {} {:.1f}", reader, found->second.peak);
      }
      fmt::print("    {}\n", memory);
    }
  }

 private:
  struct Figures {
    double speed = 0, peak = 0;
  };
  struct Row {
    std::string set;
    std::map<std::string, Figures> readers;
  };
  std::vector<Row> rows_;
};

int run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::vector<Texts> all = read_texts();
  std::vector<HtmlReader> readers = html_peers();
  readers.insert(readers.begin(), {"ours", parse_ours});
  std::vector<std::string> names;
  for (const HtmlReader& reader : readers) names.emplace_back(reader.name);
  for (const Texts& texts : all) {
    const auto add = [&](const std::string& name, auto work) {
      benchmark::RegisterBenchmark(name.c_str(), work)->Unit(benchmark::kMillisecond);
    };
    for (const HtmlReader& reader : readers) {
      add("html/" + texts.name + "/" + reader.name,
          [&texts, reader](benchmark::State& state) { measure(state, texts, reader.parse); });
    }
  }
  for (const Texts& texts : all) {
    if (texts.pages.size() < 2) continue;  // made pages say nothing about collecting
    const auto add = [&](const std::string& part, auto work) {
      const std::string name = "collect/" + texts.name + "/" + part;
      benchmark::RegisterBenchmark(name.c_str(), work)->Unit(benchmark::kMillisecond);
    };
    add("capture", [&texts](benchmark::State& state) { collect_pages(state, texts); });
    add("sha256", [&texts](benchmark::State& state) { measure(state, texts, hash_page); });
    add("utf8", [&texts](benchmark::State& state) { measure(state, texts, validate_page); });
    add("copy", [&texts](benchmark::State& state) { measure(state, texts, copy_page); });
  }
  TableReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  reporter.print_table(names);
  return 0;
}

}  // namespace
}  // namespace synoptic::bench

int main(int argc, char** argv) { return synoptic::bench::run(argc, argv); }
