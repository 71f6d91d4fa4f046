// Any bytes as plain text or Markdown: clean() must neither crash nor point outside the capture.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "clean/clean.h"
#include "text/utf8.h"

using namespace synoptic;

namespace {

void check(Span span, size_t size) {
  if (span.begin > span.end || span.end > size) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto knowledge = knowledge::Knowledge::load();
  static const auto languages = text::LanguageId::embedded();
  if (!knowledge || !languages || size == 0) return 0;
  model::Capture capture;
  capture.format = (data[0] & 1) != 0 ? model::Format::kMarkdown : model::Format::kPlain;
  capture.text = text::replace_invalid_utf8({reinterpret_cast<const char*>(data) + 1, size - 1});
  capture.sha256 = "0";
  for (const auto& article : clean::clean(capture, **knowledge, *languages)) {
    for (const auto& block : article.blocks) {
      check(block.span, capture.text.size());
      const auto end = static_cast<uint32_t>(block.text.size());
      check(block.to_capture({0, end}), capture.text.size());
    }
    for (const auto& removed : article.removed) check(removed.span, capture.text.size());
    for (const auto& date : article.dates) check(date.span, capture.text.size());
  }
  return 0;
}
