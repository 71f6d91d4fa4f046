// The encoding tests of html5lib-tests: every page's declared encoding (encoding/*.dat), and a text
// without a label whose encoding is to be told from its bytes (encoding/chardet). Those in
// encoding/scripted need scripts to run, and are left out.
//
//   html5lib_encoding_check ARCHIVE.tar.zst | FOLDER
//
// 0: all pass. 1: some fail. 77: there are no tests to run.
#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "collect/charset.h"
#include "html/encoding.h"

namespace {

namespace fs = std::filesystem;
using namespace synoptic;

constexpr int kSkipped = 77;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The standard's name, so that labels of one encoding compare equal.
std::string name_of(std::string_view label) {
  const auto encoding = html::encoding_of_label(label);
  return encoding ? std::string(encoding->name) : "unknown " + std::string(label);
}

struct Tally {
  size_t passed = 0, failed = 0;
  void add(bool right, const std::string& what) {
    ++(right ? passed : failed);
    if (!right) fmt::print("FAILED {}\n", what);
  }
};

// Cases are "#data\n<bytes>\n#encoding\n<label>\n", parted by empty lines.
void check_declared(const fs::path& path, Tally& tally) {
  constexpr std::string_view kData = "#data\n", kEncoding = "\n#encoding\n";
  const std::string all = read(path);
  const std::string_view rest = all;
  for (size_t at = rest.find(kData); at != std::string_view::npos;) {
    const size_t begin = at + kData.size(), end = rest.find(kEncoding, begin);
    if (end == std::string_view::npos) return;
    const size_t label = end + kEncoding.size();
    const size_t line_end = std::min(rest.find('\n', label), rest.size());
    const std::string_view page = rest.substr(begin, end - begin);
    const auto sniffed = html::sniff_encoding(page);
    // What nothing declares is windows-1252 for readers in the West (13.2.3.2, last step).
    const std::string got = sniffed ? std::string(sniffed->encoding.name) : "windows-1252";
    const std::string wanted = name_of(rest.substr(label, line_end - label));
    tally.add(got == wanted, fmt::format("{}: wanted {}, got {}: {}", path.filename().string(),
                                         wanted, got, page.substr(0, 200)));
    at = rest.find(kData, line_end);
  }
}

void check_detected(const fs::path& path, std::string_view wanted, Tally& tally) {
  model::Capture capture;
  collect::decode_to_utf8(read(path), false, capture);
  tally.add(capture.charset == wanted && capture.charset_by == "detected",
            fmt::format("{}: wanted {}, got {} ({})", path.filename().string(), wanted,
                        capture.charset, capture.charset_by));
}

int check(const fs::path& root) {
  const fs::path folder = root / "html5lib-tests" / "encoding";
  if (!fs::is_directory(folder)) {
    fmt::print("skipped: no {}\n", folder.string());
    return kSkipped;
  }
  Tally tally;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".dat") check_declared(entry.path(), tally);
  }
  check_detected(folder / "chardet" / "test_big5.txt", "Big5", tally);
  fmt::print("{} of {} encoding tests pass\n", tally.passed, tally.passed + tally.failed);
  return tally.failed == 0 && tally.passed > 0 ? 0 : 1;
}

// A folder of its own, gone with the object.
struct TemporaryFolder {
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "html5lib-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path.empty()) fs::remove_all(path, ignored);
  }
  fs::path path;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !fs::exists(argv[1])) {
    fmt::print("skipped: no html5lib-tests\n");
    return kSkipped;
  }
  if (fs::is_directory(argv[1])) return check(argv[1]);
  const TemporaryFolder folder;
  const std::string command =
      fmt::format("zstd -dc --long=27 '{}' | tar -xf - -C '{}'", argv[1], folder.path.string());
  if (folder.path.empty() || std::system(command.c_str()) != 0) {
    fmt::print("skipped: the archive cannot be unpacked (are zstd and tar there?)\n");
    return kSkipped;
  }
  return check(folder.path);
}
