#include "annotate/word_table.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr std::string_view kAny = "*";

bool joins(char32_t c) {
  return text::is_letter(c) && !text::is_spaceless(c) && !text::is_hangul(c);
}

}  // namespace

// A change to a script that has no blanks here ends a word as well: 10km였다.
bool WordTable::goes_on(std::string_view rest, size_t length) {
  return length < rest.size() && joins(text::decode(rest, length).value);
}

uint32_t WordTable::stem_length(std::string_view rest, const Word& word) {
  return word.joins ? letters_end(rest, word.length) : word.length;
}

uint32_t WordTable::letters_end(std::string_view rest, uint32_t at) {
  while (at < rest.size()) {
    const text::CodePoint c = text::decode(rest, at);
    if (!joins(c.value)) break;
    at += c.length;
  }
  return at;
}

uint32_t WordTable::tail_end(std::string_view rest, uint32_t at, std::string_view tail) {
  while (!tail.empty()) {
    const size_t star = tail.find('*');
    const std::string_view piece = tail.substr(0, star);
    if (!rest.substr(at).starts_with(piece)) return 0;
    at += static_cast<uint32_t>(piece.size());
    if (star == std::string_view::npos) {
      const bool open = joins(text::decode_before(piece, piece.size()).value) && goes_on(rest, at);
      return open ? 0 : at;
    }
    at = letters_end(rest, at);
    tail.remove_prefix(star + 1);
  }
  return at;
}

WordTable::TailHits WordTable::tail_hits(const Words& words, std::string_view rest,
                                         std::span<const uint32_t> keys) {
  TailHits found;
  for (const uint32_t key : keys) {
    for (uint32_t i = words.begins[key]; i < words.begins[key + 1]; ++i) {
      const Word& word = words.list[i];
      if (word.tail == 0 || found.count == kMostTails) break;
      const uint32_t end = tail_end(rest, stem_length(rest, word), words.tails[word.tail - 1]);
      if (end > 0) found.hits[found.count++] = {end, word.id};
    }
  }
  std::ranges::stable_sort(std::span(found.hits).first(found.count), std::ranges::greater{},
                           &Hit::length);
  return found;
}

uint32_t WordTable::code_of(std::string_view lang) {
  uint32_t code = static_cast<uint32_t>(lang.size());
  for (const char c : lang.substr(0, 3)) code = code << 8 | static_cast<unsigned char>(c);
  return code;
}

size_t WordTable::slot_of(std::string_view lang) const {
  const uint32_t code = code_of(lang);
  size_t slot = code % kMostLanguages;
  while (languages_[slot].code != code && languages_[slot].code != 0) {
    slot = (slot + 1) % kMostLanguages;
  }
  return languages_[slot].code == 0 ? kMostLanguages : slot;
}

void WordTable::add(std::string_view word, uint32_t id, std::string_view lang) {
  const size_t star = word.find('*');
  const bool stem = star != std::string_view::npos;
  std::string folded = text::fold_copy(word.substr(0, star));
  if (folded.empty()) return;
  std::string tail;
  for (size_t at = stem ? star + 1 : word.size(); at < word.size();) {
    const size_t end = std::min(word.find('*', at), word.size());
    tail += text::fold_copy(word.substr(at, end - at));
    if (end < word.size()) tail += '*';
    at = end + 1;
  }
  added_.push_back({std::move(folded), std::string(lang), id, stem, std::move(tail)});
  if (lang == kAny) return;
  const uint32_t code = code_of(lang);
  size_t slot = code % kMostLanguages;
  while (languages_[slot].code != code && languages_[slot].code != 0) {
    slot = (slot + 1) % kMostLanguages;
  }
  if (languages_[slot].code == code || language_count_ + 1 >= kMostLanguages) return;
  ++language_count_;
  languages_[slot].code = code;
  languages_[slot].lang = lang;
  if (lang.size() == 2 && is_small(lang[0]) && is_small(lang[1])) {
    short_slots_[short_index(lang)] = static_cast<uint8_t>(slot);
  }
}

WordTable::Words WordTable::make_words(std::string_view lang) const {
  std::vector<const Added*> added;
  for (const Added& word : added_) {
    if (word.lang == lang || word.lang == kAny) added.push_back(&word);
  }
  std::ranges::sort(added, [](const Added* a, const Added* b) {
    if (a->text != b->text) return a->text < b->text;
    return a->tail.empty() != b->tail.empty() ? b->tail.empty() : a->id < b->id;
  });
  Words words;
  std::vector<std::string_view> keys;
  for (const Added* word : added) {
    const std::string_view text = word->text;
    if (keys.empty() || keys.back() != text) {
      keys.push_back(text);
      words.begins.push_back(static_cast<uint32_t>(words.list.size()));
    }
    if (!word->tail.empty()) words.tails.push_back(word->tail);
    const size_t tail = word->tail.empty() ? 0 : words.tails.size();
    words.list.push_back({word->id, static_cast<uint16_t>(text.size()), static_cast<uint16_t>(tail),
                          word->stem, joins(text::decode_before(text, text.size()).value)});
  }
  words.begins.push_back(static_cast<uint32_t>(words.list.size()));
  words.trie = ByteTrie(keys);
  return words;
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

}  // namespace synoptic::annotate
