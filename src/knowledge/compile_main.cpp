// Run while the program is built: reads the tables of data/ and writes their names as a trie, and
// what else they are asked by.
#include <cstdio>
#include <fstream>

#include "knowledge/compiled_tables.h"
#include "knowledge/knowledge.h"

namespace synoptic::knowledge {
std::string_view compiled_tables() { return {}; }
}  // namespace synoptic::knowledge

int main(int argc, char** argv) {
  using namespace synoptic::knowledge;
  if (argc != 2) {
    std::fputs("usage: compile_tables FILE\n", stderr);
    return 1;
  }
  const auto knowledge = Knowledge::load();
  if (!knowledge) {
    std::fprintf(stderr, "compile_tables: %s\n", knowledge.error().message().c_str());
    return 2;
  }
  const std::string bytes = (*knowledge)->compiled();
  std::ofstream out(argv[1], std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    std::fprintf(stderr, "compile_tables: %s: cannot be written\n", argv[1]);
    return 2;
  }
  return 0;
}
