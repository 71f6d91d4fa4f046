// Synopses of made stories: 50, 200 and 1,000 accounts of one event, in English, German and
// Spanish, whose figures, days and names agree in most accounts and differ in some. Run:
// build/release/bin/compare_bench
// kB_each: the most memory that comparing takes beside the annotated articles, by the accounts.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "annotate/annotate.h"
#include "base/memory.h"
#include "compare/compare.h"
#include "memory.h"

namespace {

using synoptic::model::Annotated;

const synoptic::knowledge::Knowledge& known() {
  static const auto loaded = synoptic::knowledge::Knowledge::load();
  return **loaded;
}

std::vector<std::string> paragraphs(size_t i) {
  const size_t dead = i % 7 == 0 ? 29 : 27, hurt = 140 + i % 3, fled = 12000 + 500 * (i % 5);
  if (i % 3 == 1) {
    return {fmt::format("Bei einem Erdbeben in Peru sind {} Menschen ums Leben gekommen und {} "
                        "verletzt worden, teilte der Zivilschutz am Montag mit.",
                        dead, hurt),
            fmt::format("In Arequipa mussten {} Menschen ihre Häuser verlassen. Präsident "
                        "Emmanuel Macron sagte Hilfe von {} Millionen Euro zu.",
                        fled, 3 + i % 4),
            fmt::format("Die Schule Nummer {} wurde zerstört. »Wir haben nichts mehr«, sagte ein "
                        "Bewohner.",
                        i)};
  }
  if (i % 3 == 2) {
    return {fmt::format("Al menos {} personas murieron y {} resultaron heridas el lunes en un "
                        "terremoto en Perú, informó Defensa Civil.",
                        dead, hurt),
            fmt::format("En Arequipa, {} personas fueron evacuadas. El presidente Emmanuel Macron "
                        "prometió {} millones de euros.",
                        fled, 3 + i % 4),
            fmt::format("La escuela {} quedó destruida. «No nos queda nada», dijo un vecino.", i)};
  }
  return {
      fmt::format("At least {} people were killed and {} injured on Monday when an earthquake "
                  "struck Peru, the civil defence agency said.",
                  dead, hurt),
      fmt::format("Some {} people were evacuated in Arequipa. President Emmanuel Macron pledged "
                  "{} million euros in aid.",
                  fled, 3 + i % 4),
      fmt::format("School number {} was destroyed. \"We have nothing left,\" a resident said.", i)};
}

Annotated account(size_t i) {
  constexpr const char* kLanguages[] = {"en", "de", "es"};
  constexpr const char* kTitles[] = {"Earthquake kills {} in Peru", "Erdbeben in Peru: {} Tote",
                                     "Terremoto en Perú: {} muertos"};
  synoptic::model::Article article;
  article.id = fmt::format("{:016x}", i);
  article.lang = kLanguages[i % 3];
  article.title = fmt::format(fmt::runtime(kTitles[i % 3]), i % 7 == 0 ? 29 : 27);
  article.published.emplace();
  article.published->value =
      *synoptic::model::parse_iso(fmt::format("2026-03-02T{:02}:{:02}Z", 8 + i % 12, i % 60));
  for (auto& text : paragraphs(i)) {
    synoptic::model::Block block;
    block.source.append_linear(static_cast<uint32_t>(text.size()), 0);
    block.text = std::move(text);
    article.blocks.push_back(std::move(block));
  }
  article.title_source.append_linear(static_cast<uint32_t>(article.title.size()), 0);
  return synoptic::annotate::annotate(std::move(article), known());
}

void compare_story(benchmark::State& state) {
  const auto size = static_cast<size_t>(state.range(0));
  std::vector<Annotated> accounts;
  for (size_t i = 0; i < size; ++i) accounts.push_back(account(i));
  synoptic::model::Story story;
  story.id = "made";
  std::vector<const Annotated*> articles;
  for (const auto& one : accounts) {
    articles.push_back(&one);
    story.articles.push_back(one.article.id);
    story.accounts.push_back({one.article.id});
  }
  size_t facts = synoptic::compare::compare(story, articles, known()).agree.size();
  // Counted beside the rounds that are timed, in which the program's own small blocks serve.
  const size_t held = synoptic::bench::peak_memory(
      [&] { benchmark::DoNotOptimize(synoptic::compare::compare(story, articles, known())); });
  for (auto _ : state) {
    const auto synopsis = synoptic::compare::compare(story, articles, known());
    facts = synopsis.agree.size() + synopsis.differ.size() + synopsis.only.size();
    benchmark::DoNotOptimize(facts);
  }
  state.counters["facts"] = static_cast<double>(facts);
  state.counters["kB_each"] = static_cast<double>(held) / 1024 / static_cast<double>(size);
}

BENCHMARK(compare_story)->Arg(5)->Arg(50)->Arg(200)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  synoptic::keep_freed_memory();  // as the program does
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
