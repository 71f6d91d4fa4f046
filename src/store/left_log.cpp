#include "store/left_log.h"

#include <chrono>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>
#include <thread>

#include "store/sqlite.h"

namespace synoptic::store {
namespace {

// The file formats of SQLite, https://sqlite.org/fileformat2.html, 1.3 and 4.1.
constexpr size_t kFileHead = 100, kLogHead = 32, kFrameHead = 24;
constexpr size_t kPagesAt = 28, kMarkAt = 40;  // how many there are; the "schema cookie"
constexpr uint32_t kLogMagic = 0x377f0682;     // the last bit: sums are of big-endian words
constexpr uint32_t kSmallestPage = 512, kLargestPage = 65536;

uint32_t big_endian(const char* bytes) {
  uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

uint32_t little_endian(const char* bytes) {
  uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

struct Sum {
  uint32_t a = 0, b = 0;
  bool big = false;

  void add(const char* bytes, size_t size) {
    for (size_t i = 0; i + 8 <= size; i += 8) {
      a += (big ? big_endian(bytes + i) : little_endian(bytes + i)) + b;
      b += (big ? big_endian(bytes + i + 4) : little_endian(bytes + i + 4)) + a;
    }
  }
  bool is(const char* stated) const {
    return big_endian(stated) == a && big_endian(stated + 4) == b;
  }
};

struct Marks {  // of the transactions that are whole in the log: the first one's, the last one's
  uint32_t first = 0, last = 0;
};

std::optional<Marks> marks_in(const std::string& log) {
  std::optional<Marks> marks;
  std::ifstream file(log, std::ios::binary);
  char head[kLogHead];
  if (!file.read(head, kLogHead)) return marks;
  const uint32_t magic = big_endian(head), page = big_endian(head + 8);
  if ((magic & ~1u) != kLogMagic || page < kSmallestPage || page > kLargestPage) return marks;
  Sum sum{0, 0, (magic & 1) != 0};
  sum.add(head, 24);
  if (!sum.is(head + 24)) return marks;
  std::string frame(kFrameHead + page, '\0');
  std::optional<uint32_t> waiting;  // for the end of its transaction
  while (file.read(frame.data(), static_cast<std::streamsize>(frame.size()))) {
    if (std::memcmp(frame.data() + 8, head + 16, 8) != 0) break;  // of an older round
    sum.add(frame.data(), 8);
    sum.add(frame.data() + kFrameHead, page);
    if (!sum.is(frame.data() + 16)) break;
    if (big_endian(frame.data()) == 1) waiting = big_endian(frame.data() + kFrameHead + kMarkAt);
    const bool ends = big_endian(frame.data() + 4) != 0;
    if (!ends || !waiting) continue;
    marks = Marks{marks ? marks->first : *waiting, *waiting};
    waiting.reset();
  }
  return marks;
}

// The first bytes of the file as they are on the disk; false: there are none yet.
bool read_head(const Database& database, char* head) {
  sqlite3_file* file = nullptr;
  const int code =
      sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  return code == SQLITE_OK && file != nullptr && file->pMethods != nullptr &&
         file->pMethods->xRead(file, head, kFileHead, 0) == SQLITE_OK;
}

bool fits(const Database& database) {
  char head[kFileHead];
  if (!read_head(database, head)) return true;        // a new one
  if (big_endian(head + kPagesAt) <= 1) return true;  // all it has stands in the log still
  const auto marks = marks_in(database.path() + "-wal");
  // A transaction makes more than one step where it makes tables.
  constexpr uint32_t kFarthest = 2 * kMarkStep - 1;
  return !marks ||
         marks->last - big_endian(head + kMarkAt) <= marks->last - marks->first + kFarthest;
}

}  // namespace

bool is_own_log(const Database& database) {
  // Another process may be at work on both; what it does takes no longer than a moment.
  constexpr int kTries = 5;
  constexpr auto kRest = std::chrono::milliseconds(20);
  for (int i = 0; i < kTries; ++i) {
    if (fits(database)) return true;
    std::this_thread::sleep_for(kRest);
  }
  return false;
}

}  // namespace synoptic::store
