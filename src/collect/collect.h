// The outside world -> Capture: files, folders, files of many pages and standard input, decoded to
// UTF-8, with their front matter read. Nothing is thrown away: the raw bytes stay with the capture.
//
// A file holds one document; but a file of pages (.jsonl, .ndjson) holds one in every line, a JSON
// object with "html" or "text" (docs/json.md), and a WARC file (.warc) one in every record that
// holds a page. All may be packed with gzip, bzip2 or Zstandard.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/capture.h"

namespace synoptic::collect {

struct Limits {
  // Of one document, or one line of a file of pages; more is an error, so that memory stays
  // bounded.
  size_t max_bytes = 64 << 20;
};

struct Inputs {
  std::vector<std::string> files;  // in the order given, folders sorted by name
  std::vector<Error> errors;       // paths that cannot be listed, folders with nothing to read
  // Of folders with something to read: what lies beside it that may hold articles but cannot be
  // read, "news: 3 files passed over (pdf, rss)".
  std::vector<std::string> notes;
};

// Expands folders (recursively). Inside a folder only documents are taken, by their extension
// (html htm xhtml md markdown txt text mhtml mht eml jsonl ndjson warc, each also with .gz, .bz2 or
// .zst; or none); hidden files are passed over. A path given by name is always taken. "-" is
// standard input.
Inputs list_inputs(const std::vector<std::string>& paths);

// May the file hold many documents? Told by its name; standard input and pipes may.
bool may_hold_many(const std::string& file);

// One document that waits to be read.
struct Source {
  std::string path;   // "page.html", "pages.jsonl:7" (line 7), "crawl.warc.gz:9120" (offset), "-"
  std::string bytes;  // what was read already: a line, the block of a WARC record, standard input
  bool is_record = false;  // a line of a file of pages
  struct Archived {        // what a WARC record says of its block
    std::string url, date, media_type, truncated;
  };
  std::optional<Archived> archived;
};

// Which records of WARC files are documents.
enum class Records {
  kPages,  // HTML, and of responses those with status 200
  kAll,    // everything that was received: what can have been read under another name
};

// The documents of the files, one after another. Only a line at a time is read of a file of pages,
// however large; other files are not opened at all. Not for several threads at once: they may share
// it under a lock, next() is quick beside read_source().
class Sources {
 public:
  explicit Sources(std::vector<std::string> files, const Limits& limits = {},
                   Records records = Records::kPages);
  Sources(Sources&&) noexcept;
  ~Sources();

  // The next document, or why there is none where one should be; nullopt at the end. An error takes
  // nothing from the documents behind it, but those of a file whose packed data is broken.
  std::optional<Result<Source>> next();
  // The same, read at once: for those who go through all of them on one thread.
  std::optional<Result<model::Capture>> next_capture();
  double share() const;  // of the files gone through so far, 0 … 1

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A path as captures have it: bytes of its names that are no UTF-8 as %XX.
std::string shown_path(std::string_view path);

// Errors: those of read_file; kMalformed for a line that is no JSON object with a document, or a
// record whose payload cannot be unpacked.
Result<model::Capture> read_source(Source source, const Limits& limits = {});

// A file that holds one document.
// Errors: kNotFound, kUnreadable (device, permission), kTooLarge, kEmpty, kUnsupported,
// kMalformed (packed data that is broken).
Result<model::Capture> read_file(const std::string& path, const Limits& limits = {});

// The same from bytes in memory; `path` tells the format by its extension where it can.
Result<model::Capture> capture_bytes(std::string bytes, const std::string& path);

// Bytes in the charset of that name (Capture::charset), as the capture has them in UTF-8. nullopt:
// no such charset.
std::optional<std::string> decode_as(std::string_view bytes, std::string_view charset);

// "crawl.warc.gz" of "crawl.warc.gz:9120", "pages.jsonl" of "pages.jsonl:7": the file that holds
// the document. nullopt: the path is of a file that holds one document only.
std::optional<std::string> file_of_many(std::string_view path);

}  // namespace synoptic::collect
