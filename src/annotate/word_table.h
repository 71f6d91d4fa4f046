// Words of a table found in folded text at a given byte, longest first. Words end where letters
// end, except in scripts written without spaces. Private to the room.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/front_filter.h"

namespace synoptic::annotate {

class WordTable {
 public:
  // `word` is folded here; `id` is the caller's. A star at its end stands for any more letters.
  void add(std::string_view word, uint32_t id);
  void finish();  // after the last add()

  // False: no word can begin at the byte, which must be inside.
  bool may_begin(std::string_view folded, size_t at) const {
    return filter_.may_begin(folded.substr(at));
  }

  struct Hit {
    uint32_t length = 0;  // bytes of the folded text
    uint32_t id = 0;
  };
  // Calls visit(Hit) for every word that begins at `at`, longest first, until it returns true.
  template <typename Visit>
  bool visit_at(std::string_view folded, size_t at, Visit&& visit) const {
    if (at >= folded.size() || buckets_.empty()) return false;
    const std::string_view rest = folded.substr(at);
    if (!filter_.may_begin(rest)) return false;
    for (size_t front = std::min(rest.size(), kFront); front > 0; --front) {
      for (const Word& word : buckets_[bucket_of(rest.substr(0, front))]) {
        if (std::min(word.text.size(), kFront) != front) continue;  // another front, same bucket
        if (!rest.starts_with(word.text)) continue;
        const size_t length = word.stem ? stem_length(rest, word.text.size()) : word.text.size();
        if (!word.stem && !ends_word(rest, length)) continue;
        if (visit(Hit{static_cast<uint32_t>(length), word.id})) return true;
      }
    }
    return false;
  }

 private:
  struct Word {
    std::string text;
    uint32_t id = 0;
    bool stem = false;
  };
  static size_t stem_length(std::string_view rest, size_t length);
  static constexpr size_t kFront = 4;  // bytes that choose the bucket; shorter words have their own
  static size_t bucket_of(std::string_view front);
  static bool ends_word(std::string_view rest, size_t length);

  FrontFilter<17> filter_;
  std::vector<std::vector<Word>> buckets_;  // by hash of the first bytes
};

// Whether a word may begin at the byte: no letter stands before it, or its script has no spaces.
bool begins_word(std::string_view folded, size_t at);
// Behind one blank where there is one.
size_t skip_blank(std::string_view folded, size_t at);
// Whether a list of languages ("en;de", "*") has the language.
bool lists_language(std::string_view list, std::string_view lang);

}  // namespace synoptic::annotate
