// Which files there are to read.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <unordered_set>

#include "base/strings.h"
#include "collect/capture.h"
#include "collect/collect.h"

namespace synoptic::collect {
namespace {

namespace fs = std::filesystem;

// A program or a library without an ending.
bool is_program(const fs::path& path) {
  std::array<char, 512> head{};
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), head.size());
  const std::string_view begin(head.data(), static_cast<size_t>(in.gcount()));
  return begin.starts_with(
             "\x7F"
             "ELF") ||
         begin.starts_with("!<arch>");
}

bool is_document(const fs::path& path) {
  constexpr std::string_view kKinds[] = {"html", "htm",   "xhtml", "md",    "markdown",
                                         "txt",  "text",  "",      "jsonl", "ndjson",
                                         "warc", "mhtml", "mht",   "eml"};
  const std::string name = path.filename().string();
  if (name.starts_with('.')) return false;
  return std::find(std::begin(kKinds), std::end(kKinds), kind_of(name)) != std::end(kKinds);
}

// Kinds that may hold articles, of which people will want to know that they are not read.
bool may_be_wanted(const std::string& kind) {
  constexpr std::string_view kKinds[] = {"pdf", "rss",  "atom",  "xml",  "rdf", "json",
                                         "php", "asp",  "doc",   "docx", "odt", "epub",
                                         "rtf", "aspx", "shtml", "zip",  "tar", "tgz"};
  return std::find(std::begin(kKinds), std::end(kKinds), kind) != std::end(kKinds);
}

struct PassedOver {
  size_t files = 0, wanted = 0;
  std::set<std::string> kinds;  // of the wanted

  void add(const fs::path& file) {
    const std::string name = file.filename().string();
    if (name.starts_with('.')) return;
    ++files;
    const std::string kind = kind_of(name);
    if (!may_be_wanted(kind)) return;
    ++wanted;
    kinds.insert(kind);
  }
  std::string in_words(size_t count) const {
    std::string out =
        fmt::format("{} file{} of other kinds passed over", count, count == 1 ? "" : "s");
    if (!kinds.empty()) out += fmt::format(" ({})", fmt::join(kinds, ", "));
    return out;
  }
};

void list_folder(const std::string& folder, Inputs& inputs, PassedOver& passed) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    entries.push_back(it->path());
  }
  if (error) {
    inputs.errors.push_back(
        {ErrorCode::kUnreadable, folder, "cannot be listed (" + error.message() + ")"});
    return;
  }
  std::sort(entries.begin(), entries.end());
  for (const auto& entry : entries) {
    std::error_code ignored;
    const bool link = fs::is_symlink(entry, ignored);
    if (fs::is_directory(entry, ignored)) {
      // Links to folders may lead in a circle; what they lead to can be named.
      if (entry.filename().string().starts_with('.')) continue;
      if (!link) {
        list_folder(entry.string(), inputs, passed);
      } else {
        inputs.notes.push_back(entry.string() +
                               ": a link to a folder passed over; name it to have it read");
      }
    } else if (!is_document(entry)) {
      passed.add(entry);
    } else if (link && !fs::exists(entry, ignored)) {
      inputs.errors.push_back(
          {ErrorCode::kUnreadable, entry.string(), "is a link that leads nowhere"});
    } else if (fs::is_regular_file(entry, ignored)) {
      if (kind_of(entry.string()).empty() && is_program(entry)) {
        passed.add(entry);
      } else {
        inputs.files.push_back(entry.string());
      }
    }
  }
}

// The same file by two ways, or named twice, is read once: the first time.
void drop_doubles(std::vector<std::string>& files) {
  std::unordered_set<std::string> seen;
  std::erase_if(files, [&](const std::string& path) {
    std::error_code error;
    const fs::path real = path == "-" ? fs::path(path) : fs::weakly_canonical(path, error);
    return !seen.insert(error ? path : real.string()).second;
  });
}

}  // namespace

Inputs list_inputs(const std::vector<std::string>& paths) {
  Inputs inputs;
  for (const auto& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      PassedOver passed;
      const size_t before = inputs.files.size() + inputs.errors.size();
      list_folder(path, inputs, passed);
      if (inputs.files.size() + inputs.errors.size() == before) {
        inputs.errors.push_back({ErrorCode::kEmpty, path,
                                 passed.files == 0
                                     ? "is a folder without files"
                                     : "holds nothing to read; " + passed.in_words(passed.files)});
      } else if (passed.wanted > 0) {
        inputs.notes.push_back(fmt::format("{}: {}", path, passed.in_words(passed.wanted)));
      }
    } else {
      inputs.files.push_back(path);
    }
  }
  drop_doubles(inputs.files);
  return inputs;
}

}  // namespace synoptic::collect
