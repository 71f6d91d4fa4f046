// Dictionary matching with a million names: a pack of made-up persons, organisations and places,
// the articles of the paths (or the samples), names of the pack strewn into them.
//
//   names_bench [NAMES [PATH…]]       a million where nothing is said
//
// Prints how long the pack takes to make, its size, what the process holds, and megabytes of text
// per second for matching alone, without the pack and with it. Times are of the processor.
#include <fmt/format.h>
#include <malloc.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "annotate/names/matcher.h"
#include "base/memory.h"
#include "clean/clean.h"
#include "collect/collect.h"
#include "knowledge/pack.h"

namespace synoptic::bench {
namespace {

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

long resident_mb() {
  malloc_trim(0);
  long size = 0, resident = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%ld %ld", &size, &resident) != 2) resident = 0;
    std::fclose(file);
  }
  return resident * sysconf(_SC_PAGESIZE) / (1 << 20);
}

class Random {
 public:
  uint32_t below(uint32_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>((state_ >> 33) % limit);
  }

 private:
  uint64_t state_ = 20260101;
};

// "Talmiro Vesekan": words of syllables, most of them in a few thousand entities each.
std::string made_up_word(Random& random) {
  constexpr const char* kBegins[] = {"Ba", "Ve",  "Tal", "Mor", "Ki",
                                     "Sa", "Dru", "Len", "Pha", "Or"};
  constexpr const char* kMiddles[] = {"mi",  "ro", "sek", "lan", "du",
                                      "ver", "ti", "gha", "no",  "ste"};
  constexpr const char* kEnds[] = {"n",  "ro",   "kan", "sky",  "dez",
                                   "ia", "berg", "li",  "mann", "os"};
  std::string word = kBegins[random.below(10)];
  for (uint32_t i = 0; i <= random.below(3); ++i) word += kMiddles[random.below(10)];
  return word + kEnds[random.below(10)];
}

std::vector<knowledge::PackEntity> made_up_entities(size_t names) {
  constexpr const char* kKinds[] = {"", "", " Group", " University", " County"};
  constexpr model::EntityType kTypes[] = {model::EntityType::kPerson, model::EntityType::kPerson,
                                          model::EntityType::kOrg, model::EntityType::kOrg,
                                          model::EntityType::kRegion};
  Random random;
  std::vector<knowledge::PackEntity> entities;
  for (size_t i = 0; i < names; ++i) {
    const uint32_t kind = random.below(5);
    knowledge::PackEntity entity;
    entity.id = fmt::format("Q9{:08}", i);
    entity.type = kTypes[kind];
    entity.weight = random.below(1000);
    std::string name = made_up_word(random) + " " + made_up_word(random);
    if (random.below(4) == 0) name += " " + made_up_word(random);
    entity.names.push_back({"en", name + kKinds[kind], std::nullopt});
    entities.push_back(std::move(entity));
  }
  return entities;
}

struct Texts {
  std::vector<model::Article> articles;
  std::vector<annotate::Sources> sources;
  double bytes = 0;
};

// A name of the pack behind every third sentence.
Texts read_texts(const std::vector<std::string>& paths, const knowledge::Knowledge& knowledge,
                 const std::vector<knowledge::PackEntity>& entities) {
  Texts texts;
  const auto languages = text::LanguageId::embedded();
  Random random;
  collect::Sources files(collect::list_inputs(paths).files);
  while (const auto capture = files.next_capture()) {
    if (!*capture) continue;
    for (auto& article : clean::clean(**capture, knowledge, *languages)) {
      for (auto& block : article.blocks) {
        const auto index = random.below(static_cast<uint32_t>(entities.size()));
        if (random.below(3) == 0) block.text += " " + entities[index].names[0].text + ".";
        texts.bytes += static_cast<double>(block.text.size());
      }
      texts.articles.push_back(std::move(article));
    }
  }
  for (const auto& article : texts.articles)
    texts.sources.push_back(annotate::make_sources(article));
  return texts;
}

// With the thread's memory of words (annotate/plain_words.h), as annotation has it, the first round
// is the one that tells: later ones know all words.
void match(const char* what, const Texts& texts, const knowledge::Knowledge& knowledge,
           bool with_memory) {
  const uint64_t index = with_memory ? knowledge.names().number() : 0;
  double best = 1e18, first = 0;
  size_t found = 0;
  for (int round = 0; round < 5; ++round) {
    found = 0;
    const double begin = cpu_ms();
    for (size_t i = 0; i < texts.articles.size(); ++i) {
      annotate::MatchRules rules;
      rules.lang = knowledge::language_code(texts.articles[i].lang);
      rules.latin_text = texts.articles[i].script == "Latn";
      rules.affixes = &knowledge.names().affixes(texts.articles[i].lang);
      std::vector<annotate::Piece> pieces;
      for (const annotate::Source& source : texts.sources[i]) {
        annotate::match_names(source, knowledge.names().sources(), rules, pieces, index);
      }
      found += pieces.size();
    }
    best = std::min(best, cpu_ms() - begin);
    if (round == 0) first = best;
  }
  fmt::print("{:12} {:7.2f} MB/s, {:7.2f} in the first round, {} found; {} MB resident\n", what,
             texts.bytes / best / 1000, texts.bytes / first / 1000, found, resident_mb());
}

int run(int argc, char** argv) {
  const size_t names = argc > 1 ? static_cast<size_t>(std::atol(argv[1])) : 1000000;
  std::vector<std::string> paths(argv + std::min(argc, 2), argv + argc);
  if (paths.empty()) paths.emplace_back(SYNOPTIC_SAMPLES);
  const auto plain = knowledge::Knowledge::load();
  if (!plain || names == 0) return 1;
  auto entities = made_up_entities(names);
  const Texts texts = read_texts(paths, **plain, entities);
  match("tables", texts, **plain, false);
  match("  memory", texts, **plain, true);
  double begin = cpu_ms();
  const std::string path = fmt::format("/tmp/synoptic-names-bench-{}.pack", getpid());
  {
    const std::string bytes = knowledge::make_pack(entities, **plain);
    if (std::FILE* file = std::fopen(path.c_str(), "wb")) {
      std::fwrite(bytes.data(), 1, bytes.size(), file);
      std::fclose(file);
    }
    fmt::print("pack         {} names, {:.1f} MB, made in {:.1f} s\n", names,
               static_cast<double>(bytes.size()) / 1e6, (cpu_ms() - begin) / 1e3);
  }
  entities = {};  // what is measured is the program with a pack
  begin = cpu_ms();
  const auto pack = knowledge::Pack::open(path);
  if (!pack) return 1;
  const auto both = knowledge::Knowledge::load({*pack});
  if (!both) return 1;
  fmt::print("loaded       in {:.0f} ms\n", cpu_ms() - begin);
  match("with pack", texts, **both, false);
  match("  memory", texts, **both, true);
  std::remove(path.c_str());
  return 0;
}

}  // namespace
}  // namespace synoptic::bench

int main(int argc, char** argv) {
  synoptic::keep_freed_memory();
  return synoptic::bench::run(argc, argv);
}
