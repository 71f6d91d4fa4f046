#include <algorithm>

#include "annotate/names/tagger_features.h"
#include "annotate/names/tagger_memory.h"
#include "annotate/names/tagger_words.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr size_t kLongestRun = 14;

bool joins_words(const TagToken& token) {
  return token.shape == Shape::kHyphen || token.shape == Shape::kApostrophe ||
         token.shape == Shape::kMiddleDot;
}

// A phrase of one word is found by the whole word, not by its first letters.
uint64_t one_word_key(const TagToken& token, uint64_t stem) {
  return mix_hash(add_to_hash(0x31, token.shape == Shape::kArabic ? stem : token.word));
}

// The phrases that may begin at a token.
struct PhraseStart {
  size_t begin = 0;
  std::array<PhraseEnd, kLongestPhrase> ends;
  size_t count = 0;
};

bool may_begin_phrase(Shape shape) {
  return !is_mark(shape) && shape != Shape::kLower && !is_digits(shape);
}

void begin_phrases(const TagSentence& sentence, size_t begin, bool stripped, const NameLists& lists,
                   PhraseStart& start) {
  start.begin = begin;
  start.count = phrase_ends(sentence, begin, stripped, start.ends);
  for (size_t i = 0; i < start.count; ++i) lists.phrases.prefetch_filter(start.ends[i].key);
}

// Leaves out what the lists cannot have, and sends for the rest.
void look_up_phrases(const NameLists& lists, PhraseStart& start) {
  const size_t count = start.count;
  start.count = 0;
  for (size_t i = 0; i < count; ++i) {
    start.ends[start.count] = start.ends[i];
    start.count += lists.phrases.may_have(start.ends[i].key);
  }
  for (size_t i = 0; i < start.count; ++i) lists.phrases.prefetch(start.ends[i].key);
}

void mark_phrase(TagSentence& sentence, const NameLists& lists, const PhraseStart& start) {
  auto& tokens = sentence.tokens;
  const size_t begin = start.begin;
  for (size_t i = start.count; i-- > 0;) {
    const uint32_t bits = lists.phrases.find(start.ends[i].key);
    if (bits == 0) continue;
    const size_t end = start.ends[i].end, length = end - begin;
    for (size_t at = begin; at < end; ++at) {
      if (tokens[at].phrase_length >= length) return;
    }
    for (size_t at = begin; at < end; ++at) {
      TagToken& token = tokens[at];
      token.phrase = static_cast<uint8_t>(bits);
      token.phrase_length = static_cast<uint8_t>(length);
      token.phrase_place = length == 1 ? 4 : at == begin ? 1 : at + 1 == end ? 3 : 2;
      token.known = static_cast<uint16_t>(token.phrase | token.phrase_place << 4 |
                                          std::min<int>(token.phrase_length, 3) << 8);
    }
    return;
  }
}

void mark_phrases(TagSentence& sentence, const NameLists& lists) {
  // In steps some starts apart from each other, so that none waits for memory.
  constexpr size_t kLook = 4, kMark = 8;
  std::array<PhraseStart, 16> starts;  // in turn
  const auto start = [&](size_t at) -> PhraseStart& { return starts[at % starts.size()]; };
  size_t count = 0;  // of the starts so far
  const auto look_and_mark = [&](size_t step, size_t begun) {
    if (step >= kLook && step - kLook < begun) look_up_phrases(lists, start(step - kLook));
    if (step >= kMark) mark_phrase(sentence, lists, start(step - kMark));
  };
  for (size_t begin = 0; begin < sentence.tokens.size(); ++begin) {
    const TagToken& token = sentence.tokens[begin];
    if (!may_begin_phrase(token.shape)) continue;
    for (const bool stripped : {false, true}) {  // whole, and without a proclitic
      if (token.stem[stripped ? 1 : 0] == 0) continue;
      begin_phrases(sentence, begin, stripped, lists, start(count));
      look_and_mark(count, count + 1);
      ++count;
    }
  }
  for (size_t step = count; step < count + kMark; ++step) look_and_mark(step, count);
}

// The longest known words from the left on.
void mark_grams(TagSentence& sentence, const NameLists& lists) {
  auto& tokens = sentence.tokens;
  for (size_t begin = 0; begin < tokens.size();) {
    if (!tokens[begin].spaceless) {
      ++begin;
      continue;
    }
    uint64_t gram = 0, keys[kLongestGram];
    size_t length = 0;
    while (length < kLongestGram && begin + length < tokens.size() &&
           tokens[begin + length].spaceless) {
      gram = add_to_gram(gram, tokens[begin + length].word);
      keys[length++] = gram_key(gram);
    }
    uint32_t meaning = 0;
    for (; length > 0; --length) {
      if (!lists.meanings.may_have(keys[length - 1])) continue;
      meaning = lists.meanings.find(keys[length - 1]);
      if (meaning != 0) break;
    }
    length = std::max<size_t>(length, 1);
    const MeaningKinds kinds = lists.kinds_of(meaning);
    for (size_t i = 0; i < length; ++i) {
      TagToken& token = tokens[begin + i];
      token.meaning = static_cast<uint16_t>(meaning);
      token.kinds = kinds;
      token.gram_before = static_cast<uint8_t>(i);
      token.gram_behind = static_cast<uint8_t>(length - 1 - i);
    }
    begin += length;
  }
}

void mark_runs(TagSentence& sentence) {
  auto& tokens = sentence.tokens;
  for (size_t begin = 0; begin < tokens.size();) {
    if (!is_capital(tokens[begin].shape)) {
      ++begin;
      continue;
    }
    size_t end = begin + 1;
    while (end < tokens.size() && end - begin < kLongestRun) {
      const TagToken& token = tokens[end];
      if (is_capital(token.shape)) {
        ++end;
        continue;
      }
      if (end + 1 >= tokens.size()) break;
      const bool glue = joins_words(token) ||
                        (token.shape == Shape::kStop && token.glued && tokens[end - 1].length <= 3);
      if (glue && is_capital(tokens[end + 1].shape)) {
        end += 2;
        continue;
      }
      // "Bank of China", "Rio de la Plata": short small words between capitals.
      size_t next = end;
      while (next < tokens.size() && next < end + 2 && tokens[next].shape == Shape::kLower &&
             tokens[next].length <= 3) {
        ++next;
      }
      if (next == end || next >= tokens.size() || !is_capital(tokens[next].shape)) break;
      end = next + 1;
    }
    for (size_t i = begin; i < end; ++i) {
      tokens[i].run_begin = static_cast<int16_t>(begin);
      tokens[i].run_end = static_cast<int16_t>(end);
    }
    begin = end;
  }
}

uint8_t kind_of(const TagSentence& sentence) {
  size_t words = 0, capitals = 0, upper = 0, caseless = 0;
  for (const TagToken& token : sentence.tokens) {
    if (is_mark(token.shape) || is_digits(token.shape)) continue;
    ++words;
    capitals += is_capital(token.shape);
    upper += token.shape == Shape::kUpper;
    caseless += token.shape >= Shape::kArabic && token.shape <= Shape::kOtherScript;
  }
  if (caseless * 2 > words) return 1;
  if (words >= 3 && upper * 3 > words * 2) return 3;
  if (words >= 4 && capitals * 4 > words * 3) return 2;
  return 0;
}

}  // namespace

uint64_t language_hash(std::string_view tag) {
  uint64_t hash = 0x4C;
  for (const char c : tag.substr(0, tag.find('-')))
    hash = add_to_hash(hash, static_cast<unsigned char>(c));
  return hash;
}

void read_tokens(std::string_view text, Range range, std::string_view language,
                 const NameLists& lists, TagSentence& sentence, WordMemory* memory) {
  auto& tokens = sentence.tokens;
  tokens.clear();
  sentence.language = language_hash(language);
  sentence.language_id = memory == nullptr ? 0 : memory->language_id(sentence.language);
  const std::string_view within = text.substr(0, range.end);
  bool blank = true;
  for (uint32_t at = range.begin; at < range.end;) {
    const text::CodePoint c = text::decode(text, at);
    if (text::is_space(c.value)) {
      blank = true;
      at += c.length;
      continue;
    }
    const uint32_t begin = at;
    const bool spaceless = text::is_spaceless(c.value);
    const bool word = !spaceless && text::is_word(c.value);
    at += c.length;
    while (word) {
      at = static_cast<uint32_t>(text::end_of_run<text::is_ascii_word>(within, at));
      if (at >= range.end || text::is_ascii(text[at])) break;
      const text::CodePoint next = text::decode(text, at);
      if (!text::is_word(next.value) || text::is_spaceless(next.value)) break;
      at += next.length;
    }
    TagToken& token = tokens.emplace_back();
    token.range = {begin, at};
    token.glued = !blank;
    const auto make = [&](TagWord& made) {
      word ? read_word(token.range.of(text), lists, made) : read_character(c.value, lists, made);
    };
    if (memory == nullptr) {
      make(token);
    } else {
      memory->read(token.range.of(text), token, make);
    }
    // Words and commas parted by blanks are another style of text than a written one.
    if (token.shape == Shape::kComma && token.glued) {
      token.word += 1;
      if (token.id != 0) token.id |= kGluedId;
    }
    blank = false;
  }
  mark_phrases(sentence, lists);
  mark_grams(sentence, lists);
  mark_runs(sentence);
  sentence.kind = kind_of(sentence);
}

size_t phrase_ends(const TagSentence& sentence, size_t begin, bool stripped,
                   std::array<PhraseEnd, kLongestPhrase>& ends) {
  const auto& tokens = sentence.tokens;
  const uint64_t stem = tokens[begin].stem[stripped ? 1 : 0];
  if (stem == 0) return 0;
  uint64_t hash = 0;
  size_t words = 0;
  for (size_t at = begin; at < tokens.size() && words < kLongestPhrase; ++at) {
    const TagToken& token = tokens[at];
    if (at > begin && joins_words(token)) continue;
    if (is_mark(token.shape)) {
      // "St. Louis": a full stop within a name.
      const bool inside = at > begin && token.shape == Shape::kStop && token.glued;
      if (inside && tokens[at - 1].length < 4) continue;
      break;
    }
    hash = add_to_hash(hash, at == begin ? stem : token.stem[0]);
    ends[words] = {words == 0 ? one_word_key(token, stem) : mix_hash(hash), at + 1};
    ++words;
  }
  return words;
}

uint64_t phrase_key(std::string_view name, const NameLists& lists) {
  TagSentence sentence;
  read_tokens(name, {0, static_cast<uint32_t>(name.size())}, "", lists, sentence);
  uint64_t hash = 0;
  size_t words = 0;
  const TagToken* last = nullptr;
  for (const TagToken& token : sentence.tokens) {
    if (is_mark(token.shape)) continue;
    hash = add_to_hash(hash, token.stem[0]);
    last = &token;
    ++words;
  }
  if (words == 0) return 0;
  return words == 1 ? one_word_key(*last, last->stem[0]) : mix_hash(hash);
}

}  // namespace synoptic::annotate
