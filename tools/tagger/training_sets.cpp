#include "tagger/training_sets.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "text/words.h"

namespace synoptic::tools {
namespace {

constexpr float kWikiWeight = 0.5F, kUniversalWeight = 1.5F;

}  // namespace

std::vector<Source> sources(const std::string& data) {
  std::vector<Source> all;
  const std::string uner = data + "/ner-universal/uner/UniversalNER+UNER_";
  const struct {
    const char *folder, *file, *lang;
  } kUniversal[] = {
      {"Chinese-GSD", "zh_gsd", "zh"},          {"Croatian-SET", "hr_set", "hr"},
      {"Danish-DDT", "da_ddt", "da"},           {"English-EWT", "en_ewt", "en"},
      {"Portuguese-Bosque", "pt_bosque", "pt"}, {"Serbian-SET", "sr_set", "sr"},
      {"Slovak-SNK", "sk_snk", "sk"},           {"Swedish-Talbanken", "sv_talbanken", "sv"}};
  for (const auto& set : kUniversal) {
    const std::string stem = fmt::format("{}{}/{}-ud-", uner, set.folder, set.file);
    if (std::string_view(set.lang) != "en")
      all.push_back({stem + "train.iob2", set.lang, kUniversalWeight});
    // The English training part is not at hand: its development part stands in.
    all.push_back(
        {stem + "dev.iob2", set.lang, kUniversalWeight, std::string_view(set.lang) != "en"});
  }
  for (const char* lang : {"de", "en", "es", "nl", "pl", "ru"}) {
    const std::string folder = fmt::format("{}/ner-wikiann/wikiann/{}/", data, lang);
    all.push_back({folder + "train.conllu", lang, kWikiWeight});
    all.push_back({folder + "val.conllu", lang, kWikiWeight, true});
  }
  for (const char* lang : {"fr", "pt"}) {
    const std::string folder = fmt::format("{}/ner-wikiann/wikiann/{}/", data, lang);
    all.push_back({folder + "train", lang, kWikiWeight});
    all.push_back({folder + "dev", lang, kWikiWeight, true});
  }
  return all;
}

eval::NamedSet make_fragments(const Training& training) {
  eval::NamedSet made{.name = "fragments", .lang = training.set.lang};
  uint64_t state = 0x9E3779B97F4A7C15ULL;
  for (size_t s = 0; s < training.set.sentences.size(); ++s) {
    const auto& from = training.set.sentences[s];
    if (!training.open.empty() && !training.open[s].empty()) continue;
    const auto words = text::words(from.text);
    if (words.size() < 6 || (!training.prose && !from.text.ends_with('.'))) continue;
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    const bool spaceless = words[0].spaceless;
    const size_t length = (spaceless ? 4 : 2) + state % (spaceless ? 14 : 7);
    if (words.size() <= length) continue;
    const size_t first = state / 64 % 3 == 0 ? 0 : state / 256 % (words.size() - length);
    const Range range{words[first].range.begin, words[first + length - 1].range.end};
    eval::NamedSentence to;
    to.text = range.of(from.text);
    bool cut = false;
    for (const auto& name : from.names) {
      if (!name.range.overlaps(range)) continue;
      cut |= !range.contains(name.range);
      to.names.push_back({.range = {name.range.begin - range.begin, name.range.end - range.begin},
                          .kind = name.kind});
    }
    if (cut) continue;
    if (to.text[0] >= 'a' && to.text[0] <= 'z') to.text[0] = static_cast<char>(to.text[0] - 32);
    made.sentences.push_back(std::move(to));
  }
  return made;
}

void keep_every(eval::NamedSet& set, size_t share) {
  if (share < 2) return;
  size_t kept = 0;
  for (size_t i = 0; i < set.sentences.size(); i += share) {
    std::swap(set.sentences[kept++], set.sentences[i]);
  }
  set.sentences.resize(kept);
}

}  // namespace synoptic::tools
