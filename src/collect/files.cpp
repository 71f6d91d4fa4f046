// Which files there are to read.
#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "base/strings.h"
#include "collect/capture.h"
#include "collect/collect.h"

namespace synoptic::collect {
namespace {

namespace fs = std::filesystem;

bool is_document(const fs::path& path) {
  constexpr std::string_view kKinds[] = {"html", "htm", "xhtml", "md",     "markdown", "txt",
                                         "text", "",    "jsonl", "ndjson", "warc"};
  const std::string name = path.filename().string();
  if (name.starts_with('.')) return false;
  return std::find(std::begin(kKinds), std::end(kKinds), kind_of(name)) != std::end(kKinds);
}

void list_folder(const std::string& folder, Inputs& inputs) {
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
      if (!link && !entry.filename().string().starts_with('.')) list_folder(entry.string(), inputs);
    } else if (!is_document(entry)) {
      continue;
    } else if (link && !fs::exists(entry, ignored)) {
      inputs.errors.push_back(
          {ErrorCode::kUnreadable, entry.string(), "is a link that leads nowhere"});
    } else if (fs::is_regular_file(entry, ignored)) {
      inputs.files.push_back(entry.string());
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
      list_folder(path, inputs);
    } else {
      inputs.files.push_back(path);
    }
  }
  drop_doubles(inputs.files);
  return inputs;
}

}  // namespace synoptic::collect
