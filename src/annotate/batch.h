// The steps of the room over several articles at once: each step goes over all of them, language by
// language, so that the tables it reads stay in the caches. Private to the room and to bench/.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "annotate/steps.h"

namespace synoptic::annotate {

class Batch {
 public:
  enum class Step {
    kSources,
    kNames,
    kTimes,
    kQuantities,
    kOrigins,
    kPassages,
    kQuotes,
    kEvents,
    kOutlooks,
    kStandings,
    kTopics
  };

  explicit Batch(std::vector<model::Article> articles)
      : annotated_(articles.size()), sources_(articles.size()), passages_(articles.size()) {
    for (size_t i = 0; i < articles.size(); ++i) annotated_[i].article = std::move(articles[i]);
    order_.resize(articles.size());
    std::iota(order_.begin(), order_.end(), size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](size_t a, size_t b) {
      return annotated_[a].article.lang < annotated_[b].article.lang;
    });
  }

  // Takes the steps, once; tells done(step) behind each.
  template <typename Done>
  void run(const knowledge::Knowledge& knowledge, Done done) {
    const auto each = [&](Step step, auto take) {
      for (const size_t i : order_) take(annotated_[i], sources_[i], passages_[i]);
      done(step);
    };
    using model::Annotated;
    each(Step::kSources,
         [](Annotated& a, Sources& sources, Passages&) { sources = make_sources(a.article); });
    each(Step::kNames, [&](Annotated& a, const Sources& sources, Passages&) {
      find_mentions(a, sources, knowledge);
    });
    each(Step::kTimes, [&](Annotated& a, const Sources& sources, Passages&) {
      find_times(a, sources, knowledge);
    });
    each(Step::kQuantities, [&](Annotated& a, const Sources& sources, Passages&) {
      find_quantities(a, sources, knowledge);
    });
    each(Step::kOrigins,
         [&](Annotated& a, const Sources&, Passages&) { find_origins(a, knowledge); });
    each(Step::kPassages, [](Annotated& a, const Sources& sources, Passages& passages) {
      passages = syntax::passages(a, &sources);
    });
    each(Step::kQuotes,
         [](Annotated& a, const Sources&, const Passages& passages) { find_quotes(a, passages); });
    each(Step::kEvents, [&](Annotated& a, const Sources&, const Passages& passages) {
      find_events(a, passages, knowledge);
    });
    each(Step::kOutlooks, [](Annotated& a, const Sources&, const Passages& passages) {
      find_outlooks(a, passages);
    });
    each(Step::kStandings, [&](Annotated& a, const Sources&, const Passages& passages) {
      find_standings(a, passages, knowledge);
    });
    each(Step::kTopics, [&](Annotated& a, const Sources&, const Passages& passages) {
      find_topics(a, passages, knowledge);
    });
  }

  // In the order of the articles.
  std::vector<model::Annotated> take() { return std::move(annotated_); }

 private:
  std::vector<model::Annotated> annotated_;  // never moved while the others look into them
  std::vector<Sources> sources_;
  std::vector<Passages> passages_;
  std::vector<size_t> order_;
};

}  // namespace synoptic::annotate
