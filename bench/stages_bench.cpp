// How fast each stage is on the demo documents: bytes of captures per second.
#include <benchmark/benchmark.h>

#include <memory>

#include "annotate/annotate.h"
#include "annotate/names/matcher.h"
#include "annotate/names/tagger.h"
#include "annotate/steps.h"
#include "clean/clean.h"
#include "compare/compare.h"
#include "flow/flow.h"
#include "group/group.h"
#include "html/html.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/sentences.h"

namespace {

using namespace synoptic;

struct Corpus {
  flow::Engine engine;
  std::vector<std::pair<std::string, std::string>> files;  // path, bytes
  std::vector<model::Capture> captures;
  std::vector<model::Article> articles;
  std::vector<model::Annotated> annotated;
  int64_t bytes = 0;
  int64_t text_bytes = 0;
};

const Corpus& corpus() {
  static const Corpus made = [] {
    Corpus all{flow::Engine::load().value(), {}, {}, {}, {}, 0, 0};
    for (const auto& path : collect::list_inputs({SYNOPTIC_SAMPLES}).files) {
      auto capture = collect::read_file(path);
      if (!capture) continue;
      all.files.emplace_back(path, capture->bytes());
      all.bytes += static_cast<int64_t>(capture->bytes().size());
      all.captures.push_back(std::move(*capture));
    }
    for (const auto& capture : all.captures) {
      for (auto& article : clean::clean(capture, *all.engine.knowledge, *all.engine.languages)) {
        all.text_bytes += static_cast<int64_t>(model::body_text(article).size());
        all.annotated.push_back(annotate::annotate(article, *all.engine.knowledge));
        all.articles.push_back(std::move(article));
      }
    }
    return all;
  }();
  return made;
}

void count(benchmark::State& state, int64_t bytes, size_t items) {
  state.SetBytesProcessed(state.iterations() * bytes);
  state.counters["articles/s"] =
      benchmark::Counter(static_cast<double>(items) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}

void load_engine(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(flow::Engine::load());
}

void collect_stage(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& [path, bytes] : corpus().files) {
      benchmark::DoNotOptimize(collect::capture_bytes(bytes, path));
    }
  }
  count(state, corpus().bytes, corpus().articles.size());
}

void html_reader(benchmark::State& state) {
  int64_t bytes = 0;
  for (const auto& capture : corpus().captures) {
    if (capture.format == model::Format::kHtml) bytes += static_cast<int64_t>(capture.text.size());
  }
  for (auto _ : state) {
    for (const auto& capture : corpus().captures) {
      if (capture.format != model::Format::kHtml) continue;
      benchmark::DoNotOptimize(html::Document::parse(capture.text));
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes);
}

void language_id(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& article : corpus().articles) {
      for (const auto& block : article.blocks) {
        benchmark::DoNotOptimize(corpus().engine.languages->identify(block.text));
      }
    }
  }
  count(state, corpus().text_bytes, corpus().articles.size());
}

// Whole articles: what a reader of documents asks for. Above: block by block, a sentence or two
// each.
void language_id_of_articles(benchmark::State& state) {
  std::vector<std::string> bodies;
  for (const auto& article : corpus().articles) bodies.push_back(model::body_text(article));
  for (auto _ : state) {
    for (const auto& body : bodies) {
      benchmark::DoNotOptimize(corpus().engine.languages->identify(body));
    }
  }
  count(state, corpus().text_bytes, corpus().articles.size());
}

void fold_text(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& article : corpus().articles) {
      for (const auto& block : article.blocks) benchmark::DoNotOptimize(text::fold(block.text));
    }
  }
  count(state, corpus().text_bytes, corpus().articles.size());
}

void lexicon_terms(benchmark::State& state) {
  std::vector<lexicon::WeightedTerm> terms;
  for (auto _ : state) {
    for (const auto& article : corpus().articles) {
      for (const auto& block : article.blocks) {
        lexicon::Lexicon::load().terms(block.text, article.lang, terms);
        benchmark::DoNotOptimize(terms.data());
      }
    }
  }
  count(state, corpus().text_bytes, corpus().articles.size());
}

void clean_stage(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& capture : corpus().captures) {
      benchmark::DoNotOptimize(
          clean::clean(capture, *corpus().engine.knowledge, *corpus().engine.languages));
    }
  }
  count(state, corpus().bytes, corpus().articles.size());
}

void annotate_stage(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& article : corpus().articles) {
      benchmark::DoNotOptimize(annotate::annotate(article, *corpus().engine.knowledge));
    }
  }
  count(state, corpus().text_bytes, corpus().articles.size());
}

// The steps of annotation one by one, each on what the steps before it found.
template <typename Step>
void each_annotated(benchmark::State& state, Step&& step) {
  struct Ready {
    model::Annotated annotated;
    annotate::Sources sources;
    annotate::Passages passages;
  };
  std::vector<std::unique_ptr<Ready>> all;  // passages point into the article
  for (const auto& annotated : corpus().annotated) {
    auto& ready = *all.emplace_back(std::make_unique<Ready>(Ready{annotated, {}, {}}));
    ready.sources = annotate::make_sources(ready.annotated.article);
    ready.passages = annotate::syntax::passages(ready.annotated, &ready.sources);
  }
  for (auto _ : state) {
    for (auto& ready : all) step(*ready);
  }
  count(state, corpus().text_bytes, corpus().articles.size());
}

void annotate_sources(benchmark::State& state) {
  each_annotated(state, [](auto& ready) {
    benchmark::DoNotOptimize(annotate::make_sources(ready.annotated.article));
  });
}

// A part of the names: the tables of names, found in the text.
void annotate_match(benchmark::State& state) {
  std::vector<annotate::Piece> pieces;
  each_annotated(state, [&](auto& ready) {
    const knowledge::NameIndex& names = corpus().engine.knowledge->names();
    annotate::MatchRules rules;
    rules.lang = knowledge::language_code(ready.annotated.article.lang);
    rules.latin_text = ready.annotated.article.script == "Latn";
    rules.affixes = &names.affixes(ready.annotated.article.lang);
    pieces.clear();
    for (const annotate::Source& source : ready.sources) {
      annotate::match_names(source, names.sources(), rules, pieces, names.number());
    }
    benchmark::DoNotOptimize(pieces.data());
  });
}

// Another part of them: the model of names.
void annotate_tagger(benchmark::State& state) {
  std::vector<annotate::TaggedName> names;
  const annotate::Tagger* const tagger = annotate::Tagger::embedded();
  if (tagger == nullptr) return state.SkipWithError("no model");
  each_annotated(state, [&](auto& ready) {
    names.clear();
    for (const annotate::Source& source : ready.sources) {
      tagger->tag(source.raw, source.sentences, ready.annotated.article.lang, names);
    }
    benchmark::DoNotOptimize(names.data());
  });
}

void annotate_names(benchmark::State& state) {
  each_annotated(state, [](auto& ready) {
    ready.annotated.mentions.clear();
    annotate::find_mentions(ready.annotated, ready.sources, *corpus().engine.knowledge);
  });
}

void annotate_times(benchmark::State& state) {
  each_annotated(state, [](auto& ready) {
    annotate::find_times(ready.annotated, ready.sources, *corpus().engine.knowledge);
  });
}

void annotate_quantities(benchmark::State& state) {
  each_annotated(state, [](auto& ready) {
    annotate::find_quantities(ready.annotated, ready.sources, *corpus().engine.knowledge);
  });
}

void annotate_passages(benchmark::State& state) {
  each_annotated(state, [](auto& ready) {
    benchmark::DoNotOptimize(annotate::syntax::passages(ready.annotated, &ready.sources));
  });
}

void annotate_quotes(benchmark::State& state) {
  each_annotated(state, [](auto& ready) {
    ready.annotated.quotes.clear();
    annotate::find_quotes(ready.annotated, ready.passages);
  });
}

void annotate_events(benchmark::State& state) {
  each_annotated(state, [](auto& ready) {
    annotate::find_events(ready.annotated, ready.passages, *corpus().engine.knowledge);
  });
}

void annotate_topics(benchmark::State& state) {
  each_annotated(state, [](auto& ready) {
    annotate::find_topics(ready.annotated, ready.passages, *corpus().engine.knowledge);
  });
}

void group_stage(benchmark::State& state) {
  for (auto _ : state) {
    group::Grouper grouper(corpus().engine.knowledge);
    for (const auto& annotated : corpus().annotated) grouper.add(annotated);
    benchmark::DoNotOptimize(grouper.stories());
  }
  count(state, corpus().text_bytes, corpus().articles.size());
}

void compare_stage(benchmark::State& state) {
  const flow::Grouped grouped = flow::group_and_compare(corpus().engine, corpus().annotated);
  for (auto _ : state) {
    for (const auto& story : grouped.stories) {
      benchmark::DoNotOptimize(flow::compare_story(corpus().engine, story, corpus().annotated));
    }
  }
  count(state, corpus().text_bytes, corpus().articles.size());
}

BENCHMARK(load_engine)->Unit(benchmark::kMillisecond);
BENCHMARK(collect_stage)->Unit(benchmark::kMillisecond);
BENCHMARK(html_reader)->Unit(benchmark::kMillisecond);
BENCHMARK(language_id)->Unit(benchmark::kMillisecond);
BENCHMARK(language_id_of_articles)->Unit(benchmark::kMillisecond);
BENCHMARK(fold_text)->Unit(benchmark::kMillisecond);
BENCHMARK(lexicon_terms)->Unit(benchmark::kMillisecond);
BENCHMARK(clean_stage)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_stage)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_sources)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_match)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_tagger)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_names)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_times)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_quantities)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_passages)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_quotes)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_events)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate_topics)->Unit(benchmark::kMillisecond);
BENCHMARK(group_stage)->Unit(benchmark::kMillisecond);
BENCHMARK(compare_stage)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  corpus();  // made before the clock starts
  benchmark::RunSpecifiedBenchmarks();
}
