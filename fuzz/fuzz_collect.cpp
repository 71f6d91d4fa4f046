// Any bytes are a document, a refusal, or a document with warnings: never a crash, and what is told
// of its text lies in its text. The first byte chooses the name it was given.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "collect/collect.h"
#include "text/utf8.h"

using namespace synoptic;

namespace {

void require(bool claim) {
  if (!claim) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  constexpr std::array<const char*, 6> kNames{"a.html", "a.md", "a.txt", "-", "a.mhtml", "a.json"};
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto capture = collect::capture_bytes(bytes, kNames[data[0] % kNames.size()]);
  if (!capture) return 0;
  require(text::is_valid_utf8(capture->text));
  require(capture->received() == bytes);
  require(capture->body_begin <= capture->text.size());
  uint32_t last_text = 0, last_raw = 0;
  for (const auto& offset : capture->raw_offsets) {
    require(offset.text >= last_text && offset.text <= capture->text.size());
    require(offset.raw >= last_raw && offset.raw <= capture->bytes().size());
    last_text = offset.text, last_raw = offset.raw;
  }
  for (const auto& field : capture->front_matter) {
    require(field.span.begin <= field.span.end && field.span.end <= capture->body_begin);
  }
  for (const auto& warning : capture->warnings) require(!warning.empty());
  return 0;
}
