// The two halves of the suite. Each prints a line per file and returns what passed.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace html5lib {

struct Score {
  size_t passed = 0, total = 0;
  void add(bool pass) {
    passed += pass ? 1 : 0;
    ++total;
  }
  double share() const {
    return total == 0 ? 0 : static_cast<double>(passed) / static_cast<double>(total);
  }
};

struct Failure {
  std::string name;  // "tests1.dat:357", the line of the case
  std::string input, expected, got;
};

struct Outcome {
  Score score;
  std::vector<Failure> failures;
};

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder,
                                            std::string_view extension);
std::string read_file(const std::filesystem::path& path);
Outcome check_tokenizer(const std::filesystem::path& folder);
Outcome check_trees(const std::filesystem::path& folder);

}  // namespace html5lib
