#include "base/data.h"

#include "data_table.inc"

namespace synoptic {

std::string_view embedded_data(std::string_view path) {
  for (const EmbeddedFile* file = kFiles; file->path != nullptr; ++file) {
    if (path == file->path) return {file->begin, static_cast<size_t>(file->end - file->begin)};
  }
  return {};
}

std::vector<std::string_view> embedded_paths(std::string_view prefix) {
  std::vector<std::string_view> paths;
  for (const EmbeddedFile* file = kFiles; file->path != nullptr; ++file) {
    if (std::string_view(file->path).starts_with(prefix)) paths.emplace_back(file->path);
  }
  return paths;
}

}  // namespace synoptic
