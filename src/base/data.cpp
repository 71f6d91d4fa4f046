#include "base/data.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "data_table.inc"

namespace synoptic {

std::string_view embedded_data(std::string_view path) {
  // The build sorts them; behind the last stands one without a path.
  const std::span files(kFiles, std::size(kFiles) - 1);
  const auto path_of = [](const EmbeddedFile& file) { return std::string_view(file.path); };
  const auto file = std::ranges::lower_bound(files, path, {}, path_of);
  if (file == files.end() || path_of(*file) != path) return {};
  return {file->begin, static_cast<size_t>(file->end - file->begin)};
}

std::vector<std::string_view> embedded_paths(std::string_view prefix) {
  std::vector<std::string_view> paths;
  for (const EmbeddedFile* file = kFiles; file->path != nullptr; ++file) {
    if (std::string_view(file->path).starts_with(prefix)) paths.emplace_back(file->path);
  }
  return paths;
}

}  // namespace synoptic
