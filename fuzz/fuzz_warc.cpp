// Any bytes are an archive: records that lie in it, and errors that name an offset of it. Packed
// with gzip, record by record or not, it says the same as unpacked.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "collect/collect.h"
#include "collect/warc.h"
#include "collect/warc_http.h"
#include "text/utf8.h"

using namespace synoptic;

namespace {

void require(bool claim) {
  if (!claim) std::abort();
}

// A file in memory; its name ends like that of an archive only for those who look at names.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : number_(memfd_create("x", 0)) {
    require(number_ >= 0);
    require(write(number_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  ~MemoryFile() { close(number_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }

 private:
  int number_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kMostBytes = 1 << 16;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const MemoryFile file(bytes);
  auto stream = collect::ByteStream::open(file.path());
  if (!stream) return 0;
  const bool packed = stream->is_packed();
  collect::WarcReader reader(std::move(*stream), "x", kMostBytes);
  size_t records = 0;
  while (auto record = reader.next()) {
    // Each takes a byte at least, so that no input is read for ever.
    require(packed || ++records <= size);
    if (!*record) {
      require(record->error().where.starts_with("x:") && !record->error().why.empty());
      continue;
    }
    require((*record)->block.size() <= kMostBytes);
    require(packed || bytes.find((*record)->block) != std::string::npos);
    require(packed || bytes.substr((*record)->offset).starts_with("WARC/"));
    const std::string& block = (*record)->block;
    if (const auto head = collect::read_http_head(block)) {
      require(head->body <= block.size());
      const auto payload = collect::payload_of(*head, block, kMostBytes, "x");
      require(!payload || payload->bytes.size() <= kMostBytes);
    }
    collect::Source source{"x.warc:0", block, false, {}};
    source.archived.emplace();
    source.archived->media_type = (*record)->media_type;
    const auto capture = collect::read_source(std::move(source), {kMostBytes});
    require(!capture || text::is_valid_utf8(capture->text));
  }
  return 0;
}
