#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unordered_set>

#include "base/hash.h"
#include "base/strings.h"
#include "collect/charset.h"
#include "collect/collect.h"
#include "collect/front_matter.h"

namespace synoptic::collect {
namespace {

namespace fs = std::filesystem;

std::string extension(const std::string& path) {
  return ascii_lower(fs::path(path).extension().string());
}

bool is_document(const fs::path& path) {
  constexpr std::string_view kKinds[] = {".html",     ".htm", ".xhtml", ".md",
                                         ".markdown", ".txt", ".text",  ""};
  const std::string name = path.filename().string();
  if (name.starts_with('.')) return false;
  return std::find(std::begin(kKinds), std::end(kKinds), extension(name)) != std::end(kKinds);
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

Result<std::string> read_descriptor(int descriptor, const std::string& path, const Limits& limits,
                                    size_t expected) {
  std::string bytes;
  bytes.reserve(std::min(expected + 1, limits.max_bytes + 1));
  char buffer[1 << 16];
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count < 0) {
      if (errno == EINTR) continue;
      return failure(ErrorCode::kUnreadable, path,
                     fmt::format("cannot be read ({})", std::strerror(errno)));
    }
    if (count == 0) return bytes;
    bytes.append(buffer, static_cast<size_t>(count));
    if (bytes.size() > limits.max_bytes) {
      return failure(ErrorCode::kTooLarge, path,
                     fmt::format("larger than the limit of {} MB", limits.max_bytes >> 20));
    }
  }
}

Result<std::string> read_path(const std::string& path, const Limits& limits) {
  if (path == "-") return read_descriptor(STDIN_FILENO, path, limits, 0);
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    return failure(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable, path,
                   errno == ENOENT ? "no such file" : std::strerror(errno));
  }
  if (!S_ISREG(info.st_mode)) {
    return failure(ErrorCode::kUnreadable, path,
                   S_ISFIFO(info.st_mode) ? "is a FIFO, not a file" : "is not a regular file");
  }
  if (static_cast<size_t>(info.st_size) > limits.max_bytes) {
    return failure(ErrorCode::kTooLarge, path,
                   fmt::format("{} MB, larger than the limit of {} MB", info.st_size >> 20,
                               limits.max_bytes >> 20));
  }
  // O_NONBLOCK: the path may have become a FIFO since stat.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    return failure(ErrorCode::kUnreadable, path,
                   fmt::format("cannot be opened ({})", std::strerror(errno)));
  }
  auto bytes = read_descriptor(descriptor, path, limits, static_cast<size_t>(info.st_size));
  ::close(descriptor);
  return bytes;
}

// The first byte under 0x20 at or behind `at`, or the end. Eight bytes at a time.
size_t next_control(std::string_view bytes, size_t at) {
  constexpr uint64_t kOnes = 0x0101010101010101, kHighBits = 0x80 * kOnes;
  for (uint64_t eight; at + sizeof eight <= bytes.size(); at += sizeof eight) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if (((eight - 0x20 * kOnes) & ~eight & kHighBits) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x20) ++at;
  return at;
}

bool looks_binary(std::string_view bytes) {
  if (!utf16_without_mark(bytes).empty()) return false;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;  // UTF-16
  const std::string_view head = bytes.substr(0, 1 << 16);
  size_t control = 0;
  for (size_t at = next_control(head, 0); at < head.size(); at = next_control(head, at + 1)) {
    const char c = head[at];
    control += c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B && c != 0x08;
  }
  return head.find('\0') != std::string_view::npos || control * 20 > head.size();
}

bool looks_like_html(std::string_view bytes) {
  std::string head = ascii_lower(bytes.substr(0, 4096));
  const std::string_view start = trim(std::string_view(head));
  if (start.starts_with("<!doctype html") || start.starts_with("<html")) return true;
  if (!start.starts_with("<")) return false;
  return head.find("<html") != std::string::npos || head.find("<body") != std::string::npos ||
         head.find("<div") != std::string::npos || head.find("<p>") != std::string::npos;
}

// Markdown shows in its links, headings and front matter; one sign may be chance.
bool looks_like_markdown(std::string_view text, bool has_front_matter) {
  size_t signs = has_front_matter ? 2 : 0;
  for (const auto line : lines(text.substr(0, 1 << 16))) {
    if (line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ")) ++signs;
    if (line.find("](") != std::string_view::npos) ++signs;
    if (signs >= 2) return true;
  }
  return false;
}

}  // namespace

namespace {

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

Result<model::Capture> capture_bytes(std::string bytes, const std::string& path) {
  if (trim(bytes).empty()) return failure(ErrorCode::kEmpty, path, "is empty");
  if (looks_binary(bytes)) return failure(ErrorCode::kUnsupported, path, "is binary, not text");
  model::Capture capture;
  capture.path = path;
  capture.sha256 = sha256_hex(bytes);
  const std::string kind = extension(path);
  const bool named_html = kind == ".html" || kind == ".htm" || kind == ".xhtml";
  const bool html = named_html || looks_like_html(bytes);
  decode_to_utf8(std::move(bytes), html, capture);
  if (html) {
    capture.format = model::Format::kHtml;
    return capture;
  }
  read_front_matter(capture);
  const bool named_markdown = kind == ".md" || kind == ".markdown";
  const std::string_view body = std::string_view(capture.text).substr(capture.body_begin);
  if (looks_like_html(body)) {
    capture.format = model::Format::kHtml;
  } else if (named_markdown || looks_like_markdown(body, !capture.front_matter.empty())) {
    capture.format = model::Format::kMarkdown;
  }
  for (const auto* key : {"url", "link", "source_url", "canonical"}) {
    const auto* field = model::find_front_matter(capture, key);
    if (field != nullptr && field->value.starts_with("http")) {
      capture.url = field->value;
      break;
    }
  }
  for (const auto* key : {"fetch_date", "fetched", "fetched_at", "crawled", "retrieved",
                          "crawl_date", "download_date", "accessed"}) {
    if (const auto* field = model::find_front_matter(capture, key)) {
      capture.fetched = field->value;
      break;
    }
  }
  return capture;
}

Result<model::Capture> read_file(const std::string& path, const Limits& limits) {
  auto bytes = read_path(path, limits);
  if (!bytes) return tl::unexpected(bytes.error());
  return capture_bytes(std::move(*bytes), path);
}

}  // namespace synoptic::collect
