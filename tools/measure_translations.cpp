// Writes data/group/translations.tsv: what a text and its translation have in common by the
// lexicon, for each two languages. Sentences of SIB-200 (a folder per language, rows of index,
// topic and text), eight together as a text.
// Usage: measure_translations FOLDER en=eng_Latn ar=arb_Arab … > data/group/translations.tsv
#include <fmt/core.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/strings.h"
#include "lexicon/lexicon.h"

namespace {

using namespace synoptic;

constexpr size_t kTogether = 8;
using Sentences = std::map<std::string, std::string>;  // by index

Sentences read_sentences(const std::string& folder) {
  Sentences out;
  for (const char* part : {"train", "dev", "test"}) {
    std::ifstream in(folder + "/" + part + ".tsv");
    for (std::string line; std::getline(in, line);) {
      const auto cells = split(line, '\t');
      if (cells.size() >= 3 && cells[0] != "index_id") {
        out.emplace(std::string(cells[0]), std::string(cells[2]));
      }
    }
  }
  return out;
}

using Texts = std::vector<std::vector<lexicon::WeightedTerm>>;

Texts read_texts(const std::string& folder, std::string_view language) {
  Texts out;
  std::string text;
  size_t count = 0;
  for (const auto& [index, sentence] : read_sentences(folder)) {
    text += sentence + "\n";
    if (++count % kTogether != 0) continue;
    lexicon::Lexicon::load().terms(text, language, out.emplace_back(), lexicon::kForContent);
    text.clear();
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    fmt::print(stderr, "Usage: measure_translations FOLDER LANGUAGE=FOLDER LANGUAGE=FOLDER ...\n");
    return 2;
  }
  fmt::print(
      "# What a text and its translation have in common (cosine of the lexicon's terms): made by\n"
      "# tools/measure_translations, see similarity.md.\n");
  std::vector<std::pair<std::string, Texts>> read;
  for (int i = 2; i < argc; ++i) {
    const auto parts = split(argv[i], '=');
    if (parts.size() != 2) return 2;
    const std::string language(parts[0]);
    Texts texts = read_texts(std::string(argv[1]) + "/" + std::string(parts[1]), language);
    for (const auto& [other, others] : read) {
      if (texts.empty() || others.size() != texts.size()) {
        fmt::print(stderr, "{} and {} are not side by side\n", other, language);
        return 1;
      }
      double sum = 0;
      for (size_t k = 0; k < texts.size(); ++k) sum += lexicon::cosine(texts[k], others[k]);
      fmt::print("{}\t{}\t{:.2f}\n", other, language, sum / static_cast<double>(texts.size()));
    }
    read.emplace_back(language, std::move(texts));
  }
  return 0;
}
