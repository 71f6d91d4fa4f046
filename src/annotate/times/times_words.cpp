// The lists of words in the table of times: "since", "until", parts of a day.
#include <algorithm>

#include "annotate/times/times_table.h"
#include "base/bytes.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

bool letter_at(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = text::decode(text, at).value;
  return text::is_letter(c) && !text::is_spaceless(c) && !text::is_hangul(c);
}

}  // namespace

bool edge(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const char32_t before = text::decode_before(text, at).value;
  return !(text::is_letter(before) && !text::is_spaceless(before) && !text::is_hangul(before)) ||
         !letter_at(text, at);
}

size_t TimesTable::slot_of(std::string_view kind, std::string_view lang) {
  const uint64_t hash =
      load_few(kind.data(), kind.size()) ^ kind.size() << 8 ^
      load_few(kind.data() + kind.size() / 2, kind.size() - kind.size() / 2) * 31 ^
      load_few(lang.data(), lang.size()) * 0xBF58476D1CE4E5B9ULL;
  return hash * 0x9E3779B97F4A7C15ULL >> 54;
}

void TimesTable::index_words() {
  for (uint16_t i = 0; i < words_.size(); ++i) {
    size_t slot = slot_of(words_[i].kind, words_[i].lang);
    while (word_slots_[slot] != 0) slot = (slot + 1) % kWordSlots;
    word_slots_[slot] = i + 1;
  }
}

const TimesTable::WordList* TimesTable::words(std::string_view kind, std::string_view lang) const {
  for (size_t slot = slot_of(kind, lang); word_slots_[slot] != 0; slot = (slot + 1) % kWordSlots) {
    const NamedWords& named = words_[word_slots_[slot] - 1u];
    if (named.kind.size() == kind.size() && named.lang.size() == lang.size() &&
        same_bytes(named.kind.data(), kind.data(), kind.size()) &&
        same_bytes(named.lang.data(), lang.data(), lang.size())) {
      return &named.list;
    }
  }
  return nullptr;
}

bool TimesTable::has_words(std::string_view kind, std::string_view lang) const {
  return words(kind, lang) != nullptr;
}

uint32_t TimesTable::length_behind(std::string_view kind, std::string_view lang,
                                   std::string_view folded, size_t at) const {
  const WordList* const list = words(kind, lang);
  if (list == nullptr || at > folded.size()) return 0;
  for (const std::string& word : *list) {
    if (!begins_with(folded.substr(at), word) || !edge(folded, at + word.size())) continue;
    // 22日|前往: "before" is a part of another word.
    if (kind == "until_behind" && length_behind("moves_on", lang, folded, at + word.size()) > 0) {
      continue;
    }
    return static_cast<uint32_t>(word.size());
  }
  return 0;
}

uint32_t TimesTable::length_before(std::string_view kind, std::string_view lang,
                                   std::string_view folded, size_t end) const {
  const WordList* const list = words(kind, lang);
  if (list == nullptr) return 0;
  const std::string_view front = folded.substr(0, end);
  for (const std::string& word : *list) {
    if (ends_with(front, word) && edge(front, front.size() - word.size()))
      return static_cast<uint32_t>(word.size());
  }
  return 0;
}

bool TimesTable::is_word(std::string_view kind, std::string_view lang,
                         std::string_view folded) const {
  for (const std::string_view of : {lang, std::string_view("*")}) {
    const WordList* const list = words(kind, of);
    if (list != nullptr && std::ranges::find(*list, folded) != list->end()) return true;
  }
  return false;
}

bool TimesTable::has_stem(std::string_view kind, std::string_view lang,
                          std::string_view folded) const {
  const WordList* const list = words(kind, lang);
  return list != nullptr && std::ranges::any_of(*list, [&](const std::string& stem) {
           for (size_t at = folded.find(stem); at != std::string_view::npos;
                at = folded.find(stem, at + 1)) {
             if (edge(folded, at)) return true;
           }
           return false;
         });
}

size_t TimesTable::stem_in(std::string_view kind, std::string_view lang, std::string_view folded,
                           bool last) const {
  size_t best = std::string_view::npos;
  const WordList* const list = words(kind, lang);
  if (list == nullptr) return best;
  for (const std::string& stem : *list) {
    for (size_t at = folded.find(stem); at != std::string_view::npos;
         at = folded.find(stem, at + 1)) {
      if (!edge(folded, at)) continue;
      const bool better = best == std::string_view::npos || (last ? at > best : at < best);
      if (better) best = at;
      if (!last) break;
    }
  }
  return best;
}

bool TimesTable::has_ending(std::string_view kind, std::string_view lang,
                            std::string_view folded) const {
  const WordList* const list = words(kind, lang);
  return list != nullptr && std::ranges::any_of(*list, [&](const std::string& ending) {
           return folded.ends_with(ending);
         });
}

}  // namespace synoptic::annotate
