// Words of a table found in folded text at a given byte, longest first. Words end where letters
// end, except in scripts written without spaces. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_trie.h"
#include "base/lazy.h"

namespace synoptic::annotate {

class WordTable {
 public:
  // `word` is folded here; `id` is the caller's; `lang`: a primary subtag, "*" any language. A star
  // at the end of a word, or of one of several words, stands for any more letters: "турецк* лир*".
  // All of them before the first look.
  void add(std::string_view word, uint32_t id, std::string_view lang);

  struct Hit {
    uint32_t length = 0;  // bytes of the folded text
    uint32_t id = 0;
  };
  // False: none of the language's words stands at the byte, ended or not.
  bool may_begin(std::string_view lang, std::string_view folded, size_t at) const {
    bool found = false;
    if (at < folded.size()) {
      words_of(lang).trie.each_front(folded.substr(at),
                                     [&](size_t, uint32_t) { return found = true; });
    }
    return found;
  }
  // True: no word of the language begins with the letters, whatever stands behind them, if it is no
  // letter that they could go on with (source.h).
  bool rejects(std::string_view lang, std::string_view letters) const {
    const Words& words = words_of(lang);
    return words.trie.rejects(letters, [&](size_t, uint32_t key) {
      for (uint32_t i = words.begins[key]; i < words.begins[key + 1]; ++i) {
        const Word& word = words.list[i];
        if (word.stem || !word.joins || !goes_on(letters, word.length)) return true;
      }
      return false;
    });
  }
  // Calls visit(Hit) for every word of the language that begins at `at`, longest first, until it
  // returns true.
  template <typename Visit>
  bool visit_at(std::string_view lang, std::string_view folded, size_t at, Visit&& visit) const {
    if (at >= folded.size()) return false;
    const Words& words = words_of(lang);
    const std::string_view rest = folded.substr(at);
    std::array<uint32_t, kMostFronts> fronts;
    size_t count = 0;
    bool tails = false;
    words.trie.each_front(rest, [&](size_t, uint32_t key) {
      tails = tails || words.list[words.begins[key]].tail != 0;
      fronts[count++] = key;
      return count == kMostFronts;
    });
    TailHits longer;
    if (tails) longer = tail_hits(words, rest, std::span(fronts).first(count));
    while (count-- > 0) {
      const uint32_t key = fronts[count], first = words.begins[key];
      // All words of the key are one text.
      const Word& written = words.list[first];
      const bool ends = !written.joins || !goes_on(rest, written.length);
      for (uint32_t i = first; i < words.begins[key + 1]; ++i) {
        const Word& word = words.list[i];
        if ((!word.stem && !ends) || word.tail != 0) continue;
        const uint32_t length = word.stem ? stem_length(rest, word) : word.length;
        while (longer.first < longer.count && longer.hits[longer.first].length >= length) {
          if (visit(longer.hits[longer.first++])) return true;
        }
        if (visit(Hit{length, word.id})) return true;
      }
    }
    while (longer.first < longer.count) {
      if (visit(longer.hits[longer.first++])) return true;
    }
    return false;
  }

 private:
  static constexpr size_t kMostFronts = 16;  // words that begin each other; real tables have few
  static constexpr size_t kMostTails = 8;    // words with a star inside that stand at one place
  struct Added {
    std::string text, lang;
    uint32_t id = 0;
    bool stem = false;
    std::string tail;  // what stands behind a star inside, with its own stars
  };
  struct Word {
    uint32_t id = 0;
    uint16_t length = 0;  // bytes
    uint16_t tail = 0;    // 1 + the place among the tails
    bool stem = false;
    bool joins = false;  // ends in a letter that another one could go on from
  };
  struct Words {  // of a language, with those of any
    ByteTrie trie;
    std::vector<uint32_t> begins;  // of each key in the list; one more
    std::vector<Word> list;        // of a key those with a tail first
    std::vector<std::string> tails;
  };
  struct TailHits {
    std::array<Hit, kMostTails> hits;  // longest first
    size_t first = 0, count = 0;
  };

  static uint32_t stem_length(std::string_view rest, const Word& word);
  static uint32_t letters_end(std::string_view rest, uint32_t at);
  // Where the tail that begins at the byte ends; 0: it does not stand there.
  static uint32_t tail_end(std::string_view rest, uint32_t at, std::string_view tail);
  static TailHits tail_hits(const Words& words, std::string_view rest,
                            std::span<const uint32_t> keys);
  static bool goes_on(std::string_view rest, size_t length);
  static uint32_t code_of(std::string_view lang);
  Words make_words(std::string_view lang) const;
  size_t slot_of(std::string_view lang) const;  // kMostLanguages: it has no words of its own
  const Words& words_of(std::string_view lang) const {
    const bool short_code = lang.size() == 2 && is_small(lang[0]) && is_small(lang[1]);
    const size_t slot = short_code ? short_slots_[short_index(lang)] : slot_of(lang);
    const Language& language = languages_[slot];
    return language.words.get([&] { return make_words(language.lang); });
  }
  static bool is_small(char c) { return c >= 'a' && c <= 'z'; }
  static size_t short_index(std::string_view lang) {
    return static_cast<size_t>(lang[0] - 'a') * 26 + static_cast<size_t>(lang[1] - 'a');
  }

  std::vector<Added> added_;
  static constexpr size_t kMostLanguages = 63;
  struct Language {
    uint32_t code = 0;  // 0: of words of any language
    std::string lang;
    Lazy<Words> words;
  };
  // By their codes, open addressing; those of any language behind all.
  std::array<Language, kMostLanguages + 1> languages_;
  size_t language_count_ = 0;
  // The places in it of the languages with two letters.
  std::array<uint8_t, size_t{26}* 26> short_slots_ = [] {
    std::array<uint8_t, size_t{26} * 26> slots;
    slots.fill(kMostLanguages);
    return slots;
  }();
};

// Whether a word may begin at the byte: no letter stands before it, or its script has no spaces.
bool begins_word(std::string_view folded, size_t at);
// Behind one blank where there is one.
size_t skip_blank(std::string_view folded, size_t at);

}  // namespace synoptic::annotate
