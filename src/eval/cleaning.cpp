#include "eval/cleaning.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

namespace synoptic::eval {
namespace {

constexpr size_t kBatchPerThread = 16;  // pages in memory

struct Scored {
  std::string id, lang, misses;
  Figures figures;
  std::optional<Error> error;
  double seconds = 0;
};

class Evaluation {
 public:
  Evaluation(const CleaningOptions& options, const knowledge::Knowledge& knowledge,
             const text::LanguageId& languages)
      : options_(options), knowledge_(knowledge), languages_(languages) {}

  CleaningReport run(const std::string& path) {
    report_.figures.name = set_name(path);
    const unsigned threads =
        options_.threads > 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
    PageSet set(path, options_.part);
    std::vector<Result<Page>> batch;
    do {
      batch.clear();
      while (batch.size() < threads * kBatchPerThread) {
        auto page = set.next();
        if (!page) break;
        batch.push_back(std::move(*page));
      }
      // Added up in the order of the pages: sums of floating point depend on the order.
      for (Scored& scored : score_all(batch, threads)) add(std::move(scored));
    } while (!batch.empty());
    list_worst();
    return std::move(report_);
  }

 private:
  Scored score_one(const Result<Page>& page) const {
    Scored scored;
    if (!page) {
      scored.error = page.error();
      return scored;
    }
    const auto begin = std::chrono::steady_clock::now();
    const Cleaned got = clean_page(page->capture, knowledge_, languages_);
    const auto end = std::chrono::steady_clock::now();
    scored.seconds = std::chrono::duration<double>(end - begin).count();
    scored.id = page->gold.id;
    scored.lang = page->gold.lang;
    scored.figures = score(page->gold, got, options_.misses ? &scored.misses : nullptr);
    return scored;
  }

  std::vector<Scored> score_all(const std::vector<Result<Page>>& batch, unsigned threads) const {
    std::vector<Scored> all(batch.size());
    std::atomic<size_t> next = 0;
    {
      std::vector<std::jthread> workers;
      for (unsigned i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
          for (size_t k = next++; k < batch.size(); k = next++) all[k] = score_one(batch[k]);
        });
      }
    }
    return all;
  }

  void add(Scored scored) {
    if (scored.error) {
      report_.errors.push_back(std::move(*scored.error));
      return;
    }
    report_.figures.all.add(scored.figures);
    report_.figures.by_language[scored.lang.empty() ? "und" : scored.lang].add(scored.figures);
    report_.seconds += scored.seconds;
    report_.details += scored.misses;
    if (scored.figures.f1.count > 0 && options_.worst > 0) ranked_.push_back(std::move(scored));
  }

  void list_worst() {
    std::stable_sort(ranked_.begin(), ranked_.end(), [](const Scored& a, const Scored& b) {
      return a.figures.f1.sum < b.figures.f1.sum;
    });
    for (size_t i = 0; i < std::min(options_.worst, ranked_.size()); ++i) {
      const Figures& figures = ranked_[i].figures;
      report_.details +=
          fmt::format("    {:.3f} P {:.3f} R {:.3f}  {}\n", figures.f1.value(),
                      figures.precision.value(), figures.recall.value(), ranked_[i].id);
    }
  }

  const CleaningOptions& options_;
  const knowledge::Knowledge& knowledge_;
  const text::LanguageId& languages_;
  CleaningReport report_;
  std::vector<Scored> ranked_;
};

}  // namespace

CleaningReport evaluate_cleaning(const std::string& set, const CleaningOptions& options,
                                 const knowledge::Knowledge& knowledge,
                                 const text::LanguageId& languages) {
  return Evaluation(options, knowledge, languages).run(set);
}

}  // namespace synoptic::eval
