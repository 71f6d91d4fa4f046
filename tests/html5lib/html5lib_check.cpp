// SUITE EXCEPTIONS [-v]: the tokenizer's and tree constructor's tests of the html5lib project.
// All must pass but those that EXCEPTIONS names, one a line, with the reason behind a tab.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>

#include "cases.h"

namespace html5lib {

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder,
                                            std::string_view extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

namespace {

// Name to reason.
std::map<std::string, std::string> read_exceptions(const char* path) {
  std::map<std::string, std::string> exceptions;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    exceptions.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
  return exceptions;
}

// Whether only what is named failed, and all that is named did.
bool judge(const char* what, const Outcome& outcome, double floor,
           const std::map<std::string, std::string>& exceptions, bool show) {
  size_t unexpected = 0;
  for (const Failure& failure : outcome.failures) {
    if (exceptions.contains(failure.name)) continue;
    ++unexpected;
    std::printf("FAILED %s\n", failure.name.c_str());
    if (!show) continue;
    std::printf("--- input\n%s\n--- expected\n%s\n--- got\n%s\n\n", failure.input.c_str(),
                failure.expected.c_str(), failure.got.c_str());
  }
  const Score& score = outcome.score;
  std::printf("%s: %zu of %zu (%.2f %%), floor %.0f %%\n", what, score.passed, score.total,
              100 * score.share(), 100 * floor);
  return unexpected == 0 && score.total > 0 && score.share() >= floor;
}

}  // namespace
}  // namespace html5lib

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: html5lib_check SUITE EXCEPTIONS [-v]\n");
    return 2;
  }
  const std::filesystem::path suite = argv[1];
  if (!std::filesystem::exists(suite / "tokenizer")) return 77;
  const bool show = argc > 3 && std::strcmp(argv[3], "-v") == 0;
  const auto exceptions = html5lib::read_exceptions(argv[2]);
  const auto tokens = html5lib::check_tokenizer(suite / "tokenizer");
  const auto trees = html5lib::check_trees(suite / "tree-construction");
  const bool tokens_pass = html5lib::judge("tokenizer", tokens, 1.0, exceptions, show);
  const bool trees_pass = html5lib::judge("tree construction", trees, 0.99, exceptions, show);
  return tokens_pass && trees_pass ? 0 : 1;
}
