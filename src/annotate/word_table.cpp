#include "annotate/word_table.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr size_t kBuckets = 8192;

bool joins(char32_t c) {
  return text::is_letter(c) && !text::is_spaceless(c) && !text::is_hangul(c);
}

}  // namespace

size_t WordTable::bucket_of(std::string_view front) {
  return static_cast<size_t>(fnv1a(front)) % kBuckets;
}

bool WordTable::ends_word(std::string_view rest, size_t length) {
  if (rest.size() == length) return true;
  // A change to a script that has no blanks here ends a word as well: 10km였다.
  const char32_t next = text::decode(rest, length).value;
  return !joins(text::decode_before(rest, length).value) || !joins(next);
}

size_t WordTable::stem_length(std::string_view rest, size_t length) {
  if (!joins(text::decode_before(rest, length).value)) return length;
  while (length < rest.size()) {
    const text::CodePoint c = text::decode(rest, length);
    if (!joins(c.value)) break;
    length += c.length;
  }
  return length;
}

void WordTable::add(std::string_view word, uint32_t id) {
  const bool stem = word.ends_with('*');
  if (stem) word.remove_suffix(1);
  std::string folded = text::fold_copy(word);
  if (folded.empty()) return;
  if (buckets_.empty()) buckets_.resize(kBuckets);
  filter_.add(folded);
  const std::string_view front = std::string_view(folded).substr(0, kFront);
  buckets_[bucket_of(front)].push_back({std::move(folded), id, stem});
}

void WordTable::finish() {
  for (std::vector<Word>& bucket : buckets_) {
    std::ranges::sort(bucket, [](const Word& a, const Word& b) {
      if (a.text.size() != b.text.size()) return a.text.size() > b.text.size();
      return a.text != b.text ? a.text < b.text : a.id < b.id;
    });
  }
}

bool begins_word(std::string_view folded, size_t at) {
  if (at == 0) return true;
  if (at >= folded.size()) return false;
  const char32_t before = text::decode_before(folded, at).value;
  if (!text::is_letter(before)) return true;
  return text::is_spaceless(text::decode(folded, at).value) || text::is_spaceless(before);
}

size_t skip_blank(std::string_view folded, size_t at) {
  return at < folded.size() && folded[at] == ' ' ? at + 1 : at;
}

bool lists_language(std::string_view list, std::string_view lang) {
  if (list == "*" || list == lang) return true;
  for (const std::string_view part : split(list, ';')) {
    if (part == lang) return true;
  }
  return false;
}

}  // namespace synoptic::annotate
