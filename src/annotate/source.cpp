#include "annotate/source.h"

#include <algorithm>

#include "model/lead.h"
#include "text/ascii.h"
#include "text/dateline.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

// Where the run of letters that goes on at the byte ends; those of scripts without spaces do too.
uint32_t end_of_letters(std::string_view text, size_t at) {
  for (;;) {
    at = text::end_of_run<text::is_ascii_letter>(text, at);
    if (at >= text.size() || text::is_ascii(text[at])) break;
    const text::CodePoint c = text::decode(text, at);
    if (!text::is_letter(c.value) || text::is_spaceless(c.value)) break;
    at += c.length;
  }
  return static_cast<uint32_t>(at);
}

void find_words(std::string_view folded, std::vector<uint32_t>& starts,
                std::vector<uint32_t>& ends) {
  starts.reserve(folded.size() / 5);
  ends.reserve(folded.size() / 5);
  bool digit_before = false;
  for (uint32_t at = 0; at < folded.size();) {
    if (folded[at] == ' ') {
      digit_before = false;
      ++at;
      continue;
    }
    const text::CodePoint c = text::decode(folded, at);
    const bool letter = text::is_letter(c.value);
    const bool digit = text::is_digit(c.value);
    if (digit ? !digit_before : letter) {
      starts.push_back(at);
      ends.push_back(at);
    }
    digit_before = digit;
    at += c.length;
    if (!letter || text::is_spaceless(c.value)) continue;
    at = end_of_letters(folded, at);
    if (at >= folded.size() || !text::is_digit(text::decode(folded, at).value)) ends.back() = at;
  }
}

}  // namespace

Source make_source(std::string_view raw, uint32_t block, bool lead) {
  Source source{block, lead, raw, text::fold(raw), text::sentences(raw), {}, {}};
  if (lead) text::part_dateline(raw, source.sentences);
  find_words(source.folded.text, source.starts, source.ends);
  return source;
}

Sources make_sources(const model::Article& article) {
  Sources sources;
  sources.reserve(article.blocks.size() + 1);
  sources.push_back(make_source(article.title, model::kTitleBlock));
  const uint32_t lead = model::lead_block(article);
  for (uint32_t i = 0; i < article.blocks.size(); ++i) {
    sources.push_back(make_source(article.blocks[i].text, i, i == lead));
  }
  return sources;
}

uint32_t sentence_of(const Source& source, uint32_t at) {
  const auto after = std::upper_bound(source.sentences.begin(), source.sentences.end(), at,
                                      [](uint32_t v, const Range& r) { return v < r.begin; });
  const auto count = static_cast<uint32_t>(after - source.sentences.begin());
  return count == 0 ? 0 : count - 1;
}

}  // namespace synoptic::annotate
