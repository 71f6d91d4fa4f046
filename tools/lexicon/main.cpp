// Makes the cross-lingual lexicon of src/lexicon/lexicon.h. The recipe stands in sources.tsv, what
// came of it in data/models/lexicon.md.
//
//   train_lexicon SOURCES.tsv DATA_FOLDER OUT.bin [--sources permissive|by-sa]
//   train_lexicon SOURCES.tsv DATA_FOLDER OUT.bin --onto PACKAGE.bin --add it --add pl
//
// The second form gives a package tables of more languages and changes nothing else in it.
//
// Deterministic: the same data give the same bytes on any number of cores.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "lexicon/build.h"
#include "lexicon/lexicon.h"

namespace {

using namespace synoptic::lexicon;

// Empty where it cannot be read.
std::string extended_package(const std::vector<Source>& sources, const std::string& folder,
                             const std::string& path, const std::vector<std::string>& languages) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const auto package = Lexicon::from_bytes(bytes);
  if (!package) return {};
  std::vector<LanguageTable> more;
  for (const auto& code : languages) {
    if (package->knows(code)) return {};  // a table is made once
    more.push_back(build_table(sources, folder, code, *package));
  }
  return extended(bytes, more);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Makes the cross-lingual lexicon", "train_lexicon"};
  std::string recipe, folder, out, onto, kind = "permissive";
  std::vector<std::string> languages;
  app.add_option("SOURCES", recipe, "The table of sources (tools/lexicon/sources.tsv)")->required();
  app.add_option("FOLDER", folder, "The folder that holds them")->required();
  app.add_option("OUT", out, "The package to write")->required();
  app.add_option("--sources", kind, "Licences to use")
      ->check(CLI::IsMember({"permissive", "by-sa"}));
  auto* const base = app.add_option("--onto", onto, "A package that more languages are added to");
  app.add_option("--add", languages, "A language to add")->needs(base);
  CLI11_PARSE(app, argc, argv);
  const auto sources = read_sources(recipe, kind == "by-sa");
  if (sources.empty()) {
    std::fprintf(stderr, "train_lexicon: %s: no sources\n", recipe.c_str());
    return 1;
  }
  for (const auto& source : sources) {
    if (!std::ifstream(file_of(source, folder))) {
      std::fprintf(stderr, "train_lexicon: %s: not found, goes without\n", source.path.c_str());
    }
  }
  const std::string bytes = onto.empty() ? package_of(build_tables(sources, folder))
                                         : extended_package(sources, folder, onto, languages);
  std::ofstream(out, std::ios::binary) << bytes;
  const auto package = Lexicon::from_bytes(bytes);
  if (!package) {
    std::fprintf(stderr, "train_lexicon: %s\n", package.error().message().c_str());
    return 2;
  }
  std::printf("%zu languages, %zu terms, %zu bytes\n", package->languages().size(),
              package->term_count(), bytes.size());
}
