// Makes the cross-lingual lexicon of src/lexicon/lexicon.h. The recipe stands in sources.tsv, what
// came of it in data/models/lexicon.md.
//
//   train_lexicon SOURCES.tsv DATA_FOLDER OUT.bin [--sources permissive|by-sa]
//
// Deterministic: the same data give the same bytes on any number of cores.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>

#include "lexicon/build.h"
#include "lexicon/lexicon.h"

int main(int argc, char** argv) {
  using namespace synoptic::lexicon;
  CLI::App app{"Makes the cross-lingual lexicon", "train_lexicon"};
  std::string recipe, folder, out, kind = "permissive";
  app.add_option("SOURCES", recipe, "The table of sources (tools/lexicon/sources.tsv)")->required();
  app.add_option("FOLDER", folder, "The folder that holds them")->required();
  app.add_option("OUT", out, "The package to write")->required();
  app.add_option("--sources", kind, "Licences to use")
      ->check(CLI::IsMember({"permissive", "by-sa"}));
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
  const std::string bytes = package_of(build_tables(sources, folder));
  std::ofstream(out, std::ios::binary) << bytes;
  const auto package = Lexicon::from_bytes(bytes);
  if (!package) {
    std::fprintf(stderr, "train_lexicon: %s\n", package.error().message().c_str());
    return 2;
  }
  std::printf("%zu languages, %zu terms, %zu bytes\n", package->languages().size(),
              package->term_count(), bytes.size());
}
