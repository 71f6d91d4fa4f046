// Reads a folder of documents all the way and checks what must come out of them, row by row.
//
//   seeds_check DOCUMENTS CHECKLIST.jsonl FLOOR_TIER_1 FLOOR_TIER_2
//
// Prints the rows that fail and the score of each tier; exit code 1 below a floor.
#include <cstdio>
#include <cstdlib>

#include "world.h"

int main(int argc, char** argv) {
  using namespace synoptic::seeds;
  if (argc != 5) {
    std::fputs("usage: seeds_check DOCUMENTS CHECKLIST.jsonl FLOOR_TIER_1 FLOOR_TIER_2\n", stderr);
    return 2;
  }
  const auto rows = read_rows(argv[2]);
  if (!rows) {
    std::fprintf(stderr, "%s\n", rows.error().message().c_str());
    return 2;
  }
  const auto world = make_world(argv[1]);
  if (!world) {
    std::fprintf(stderr, "%s\n", world.error().message().c_str());
    return 2;
  }
  std::map<std::string, Check> checks;
  add_clean_checks(checks);
  add_annotation_checks(checks);
  add_event_checks(checks);
  add_synopsis_checks(checks);
  int right[4] = {}, count[4] = {};
  for (const auto& row : *rows) {
    const auto check = checks.find(row.field);
    const bool good = check != checks.end() && check->second(*world, row, Expected(row.expected));
    ++count[row.tier];
    right[row.tier] += good ? 1 : 0;
    if (!good) {
      std::printf("tier %d  %s %-18s %s\n", row.tier, row.id.c_str(), row.field.c_str(),
                  check == checks.end() ? "no such check" : row.expected.substr(0, 110).c_str());
    }
  }
  std::printf("tier 1: %d/%d  tier 2: %d/%d  tier 3: %d/%d\n", right[1], count[1], right[2],
              count[2], right[3], count[3]);
  return right[1] >= std::atoi(argv[3]) && right[2] >= std::atoi(argv[4]) ? 0 : 1;
}
