// Any text as a document, cleaned and annotated: every place that an annotation names lies in its
// block, and its span in the capture.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "annotate/annotate.h"
#include "clean/clean.h"
#include "text/utf8.h"

using namespace synoptic;

namespace {

void require(bool claim) {
  if (!claim) std::abort();
}

void check(const model::Annotated& annotated, const model::Place& at, size_t size) {
  const auto& article = annotated.article;
  const bool title = at.block == model::kTitleBlock;
  require(title || at.block < article.blocks.size());
  const std::string& text = title ? article.title : article.blocks[at.block].text;
  require(at.range.begin <= at.range.end && at.range.end <= text.size());
  require(at.span.begin <= at.span.end && at.span.end <= size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto knowledge = knowledge::Knowledge::load();
  static const auto languages = text::LanguageId::embedded();
  require(knowledge.has_value() && languages.has_value());
  model::Capture capture;
  capture.text = text::replace_invalid_utf8({reinterpret_cast<const char*>(data), size});
  capture.sha256 = "0";
  for (auto& article : clean::clean(capture, **knowledge, *languages)) {
    const model::Annotated annotated = annotate::annotate(std::move(article), **knowledge);
    const size_t end = capture.text.size();
    for (const auto& mention : annotated.mentions) check(annotated, mention.at, end);
    for (const auto& quantity : annotated.quantities) check(annotated, quantity.at, end);
    for (const auto& time : annotated.times) check(annotated, time.at, end);
    for (const auto& quote : annotated.quotes) check(annotated, quote.at, end);
    for (const auto& event : annotated.events) check(annotated, event.at, end);
  }
  return 0;
}
