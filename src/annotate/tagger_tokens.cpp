#include <algorithm>

#include "annotate/tagger_features.h"
#include "annotate/tagger_memory.h"
#include "base/data.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr size_t kLongestRun = 14;

enum class Script : uint8_t { kNone, kLatin, kCyrillic, kArabic, kHangul, kOther };

// Folded characters of the basic plane: 0 is dropped, as vowel marks are. Case and accents go, so
// that capitals are left to the shapes.
class FoldTable {
 public:
  FoldTable() {
    std::string character;
    for (char32_t c = 0; c < kSize; ++c) {
      table_[c] = static_cast<char16_t>(c);
      if (!text::is_word(c)) continue;
      if (text::is_hangul(c)) continue;
      character.clear();
      text::append_utf8(character, c);
      const std::string folded = text::fold_copy(character);
      if (folded.empty()) {
        table_[c] = 0;
        continue;
      }
      const text::CodePoint first = text::decode(folded, 0);
      if (first.value < kSize && first.value != text::kReplacement) {
        table_[c] = static_cast<char16_t>(first.value);
      }
    }
  }
  char32_t of(char32_t c) const { return c < kSize ? table_[c] : c; }

 private:
  static constexpr char32_t kSize = 0x10000;
  std::array<char16_t, kSize> table_;
};

const FoldTable& fold_table() {
  static const FoldTable table;
  return table;
}

// The particles that the table of languages has, of those written in syllables: sorted hashes.
constexpr size_t kLongestParticle = 4;
const std::vector<uint64_t>& particles() {
  static const std::vector<uint64_t> found = [] {
    std::vector<uint64_t> hashes;
    constexpr std::string_view kKey = "suffixes:";
    for (const std::string_view line : lines(embedded_data("languages.txt"))) {
      if (!line.starts_with(kKey)) continue;
      for (const auto suffix : split_trimmed(line.substr(kKey.size()), ' ')) {
        uint64_t hash = 0;
        size_t length = 0;
        for (size_t at = 0; at < suffix.size(); ++length) {
          const text::CodePoint c = text::decode(suffix, at);
          if (!text::is_hangul(c.value)) break;
          hash = add_to_hash(hash, c.value);
          at += c.length;
        }
        if (length > 0 && length <= kLongestParticle) hashes.push_back(hash);
      }
    }
    std::sort(hashes.begin(), hashes.end());
    return hashes;
  }();
  return found;
}

Script script_of(char32_t c) {
  if (text::is_latin(c)) return Script::kLatin;
  if (text::is_cyrillic(c)) return Script::kCyrillic;
  if (text::is_arabic(c)) return Script::kArabic;
  if (text::is_hangul(c)) return Script::kHangul;
  return Script::kOther;
}

Shape mark_shape(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x3002:
    case 0x61F:
    case 0x6D4:
    case 0x964:
    case 0xFF01:
    case 0xFF1F:
    case 0x2026:
      return Shape::kStop;
    case ',':
    case ';':
    case 0x3001:
    case 0x60C:
    case 0x61B:
    case 0xFF0C:
    case 0xFF1B:
      return Shape::kComma;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      return Shape::kHyphen;
    case '\'':
    case 0x2019:
      return Shape::kApostrophe;
    case '"':
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2018:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
      return Shape::kQuote;
    case '(':
    case '[':
    case 0xFF08:
    case 0x300A:
      return Shape::kOpen;
    case ')':
    case ']':
    case 0xFF09:
    case 0x300B:
      return Shape::kClose;
    case ':':
    case 0xFF1A:
      return Shape::kColon;
    case 0xB7:
    case 0x30FB:
    case 0x2022:
    case 0x2027:
      return Shape::kMiddleDot;
    case '/':
      return Shape::kSlash;
    default:
      return Shape::kOtherMark;
  }
}

bool joins_words(const TagToken& token) {
  return token.shape == Shape::kHyphen || token.shape == Shape::kApostrophe ||
         token.shape == Shape::kMiddleDot;
}

// Letters of one word, as they are read.
class WordReader {
 public:
  WordReader(const NameLists& lists) : lists_(lists) {}

  void add(char32_t raw) {
    ++letters_;
    if (text::is_digit(raw)) {
      ++digits_;
    } else if (text::is_upper(raw)) {
      ++uppers_;
      first_upper_ |= letters_ == 1;
    }
    const char32_t c = fold_table().of(raw);
    if (c == 0) return;
    if (length_ == 0) first_ = raw;
    hashes_[length_ < kKept ? length_ : kKept - 1] = hash_ = add_to_hash(hash_, c);
    folded_[length_ % kTail] = c;
    if (length_ < kKept) characters_[length_] = c;
    ++length_;
    last_hashes_[length_ % kTail] = hash_;
  }

  void finish(TagWord& token) const {
    token.word = hash_;
    token.first = first_;
    token.length = static_cast<uint8_t>(std::min<size_t>(length_, 255));
    for (size_t i = 0; i < 3; ++i) token.prefix[i] = length_ > i + 2 ? hashes_[i + 1] : 0;
    uint64_t suffix = 0x51;
    for (size_t i = 0; i < 4; ++i) {
      if (length_ <= i) {
        token.suffix[i] = 0;
        continue;
      }
      suffix = add_to_hash(suffix, folded_[(length_ - 1 - i) % kTail]);
      token.suffix[i] = length_ > i + 1 ? suffix : 0;
    }
    const Script script = script_of(first_);
    token.shape = shape(script);
    read_stems(script, token);
    if (script == Script::kHangul) read_bare(token);
    look_up(script, token);
  }

 private:
  Shape shape(Script script) const {
    if (digits_ > 0) {
      if (digits_ < letters_) return uppers_ > 0 ? Shape::kUpperDigit : Shape::kWithDigit;
      return letters_ == 1   ? Shape::kDigit
             : letters_ == 2 ? Shape::kDigits2
             : letters_ == 4 ? Shape::kYear
                             : Shape::kNumber;
    }
    if (script == Script::kArabic) return Shape::kArabic;
    if (script == Script::kHangul) return Shape::kHangul;
    if (script == Script::kOther && uppers_ == 0) {
      return text::is_upper(first_) || is_greek(first_) ? Shape::kLower : Shape::kOtherScript;
    }
    if (uppers_ == 0) return Shape::kLower;
    if (letters_ == 1) return Shape::kInitial;
    if (uppers_ == letters_) return Shape::kUpper;
    return first_upper_ && uppers_ == 1 ? Shape::kCapital : Shape::kMixed;
  }
  static bool is_greek(char32_t c) {
    return (c >= 0x370 && c < 0x400) || (c >= 0x530 && c < 0x590);
  }

  // Endings are longer than they seem, so phrases are found by the first letters of their words.
  // In the Arabic script the article is no part of the name.
  void read_stems(Script script, TagWord& token) const {
    size_t begin = 0;
    size_t kept = script == Script::kHangul ? 3 : script == Script::kCyrillic ? 4 : 5;
    if (script == Script::kArabic) kept = 7;
    const size_t length = std::min(length_, kKept);
    const auto stem_from = [&](size_t from) {
      uint64_t hash = 0x77;
      for (size_t i = from; i < std::min(length, from + kept); ++i) {
        hash = add_to_hash(hash, characters_[i]);
      }
      return hash;
    };
    const auto has_article = [&](size_t at) {
      return length > at + 3 && characters_[at] == kAlef && characters_[at + 1] == kLam;
    };
    token.stem[1] = 0;
    if (script != Script::kArabic) {
      token.stem[0] = stem_from(0);
      return;
    }
    token.stem[0] = stem_from(has_article(0) ? 2 : 0);
    if (length < 4) return;
    const char32_t c = characters_[0];
    if (c != kWaw && c != kFa && c != kBa && c != kLam && c != kKaf) return;
    begin = has_article(1) ? 3 : 1;
    if (c == kLam && characters_[1] == kLam) begin = 2;  // "لل" swallowed the article's alef
    token.stem[1] = stem_from(begin);
  }

  // Without the longest particle that leaves two syllables.
  void read_bare(TagWord& token) const {
    if (length_ > kKept) return;
    size_t end = length_;
    for (size_t begin = 2; begin < length_; ++begin) {
      if (length_ - begin > kLongestParticle) continue;
      uint64_t hash = 0;
      for (size_t i = begin; i < length_; ++i) hash = add_to_hash(hash, characters_[i]);
      if (!std::binary_search(particles().begin(), particles().end(), hash)) continue;
      end = begin;
      break;
    }
    token.bare = 0x42;
    for (size_t i = 0; i < end; ++i) token.bare = add_to_hash(token.bare, characters_[i]);
    if (end >= 2)
      token.bare_end = add_to_hash(add_to_hash(0x43, characters_[end - 2]), characters_[end - 1]);
    token.bare_last = end > 0 ? characters_[end - 1] : 0;
    token.bare_length = static_cast<uint8_t>(end);
  }

  void look_up(Script script, TagWord& token) const {
    token.word_class = static_cast<uint8_t>(lists_.words.find(mix_hash(hash_)));
    if (token.word_class != 0 || length_ < 4) return;
    if (script == Script::kArabic && length_ <= kKept) {
      // Behind a proclitic or an article, or both.
      const size_t begin = token.stem[1] != 0 ? (characters_[1] == kLam ? 2u : 1u) : 0u;
      for (size_t from : {begin, begin + 2}) {
        if (from == 0 || from + 3 > length_) continue;
        if (from > begin && !(characters_[begin] == kAlef && characters_[begin + 1] == kLam)) break;
        uint64_t hash = kSeed;
        for (size_t i = from; i < length_; ++i) hash = add_to_hash(hash, characters_[i]);
        token.word_class = static_cast<uint8_t>(lists_.words.find(mix_hash(hash)));
        token.cut = 1;
        if (token.word_class != 0) return;
      }
      token.cut = 0;
      return;
    }
    for (size_t cut = 1; cut <= 3 && length_ > cut + 2; ++cut) {
      if (script == Script::kHangul ? length_ < cut + 2 : length_ < cut + 4) break;
      const uint64_t hash = last_hashes_[(length_ - cut) % kTail];
      token.word_class = static_cast<uint8_t>(lists_.words.find(mix_hash(hash)));
      token.cut = static_cast<uint8_t>(cut);
      if (token.word_class != 0) return;
    }
    token.cut = 0;
  }

  static constexpr size_t kKept = 16, kTail = 8;
  static constexpr uint64_t kSeed = 0x1234567;
  static constexpr char32_t kAlef = 0x627, kLam = 0x644, kWaw = 0x648, kFa = 0x641, kBa = 0x628,
                            kKaf = 0x643;
  const NameLists& lists_;
  uint64_t hash_ = kSeed;
  std::array<uint64_t, kKept> hashes_{};
  std::array<uint64_t, kTail> last_hashes_{};
  std::array<char32_t, kKept> characters_{};
  std::array<char32_t, kTail> folded_{};
  char32_t first_ = 0;
  size_t letters_ = 0, length_ = 0, uppers_ = 0, digits_ = 0;
  bool first_upper_ = false;
};

Shape spaceless_shape(char32_t c) {
  if (text::is_han(c)) return Shape::kHan;
  if (c >= 0x3040 && c < 0x30A0) return Shape::kHiragana;
  if (text::is_kana(c) || c == 0x30FC) return Shape::kKatakana;
  return Shape::kOtherScript;
}

void read_word(std::string_view written, const NameLists& lists, TagWord& word) {
  WordReader reader(lists);
  for (size_t at = 0; at < written.size();) {
    const text::CodePoint c = text::decode(written, at);
    reader.add(c.value);
    at += c.length;
  }
  reader.finish(word);
}

// A character of a script without blanks, or a mark.
void read_character(char32_t c, const NameLists& lists, TagWord& word) {
  if (text::is_spaceless(c)) {
    WordReader reader(lists);
    reader.add(c);
    reader.finish(word);
    word.shape = spaceless_shape(c);
    word.spaceless = true;
    word.prefix = {};
    word.suffix = {};
    return;
  }
  word.shape = mark_shape(c);
  word.word =
      add_to_hash(0x99, word.shape == Shape::kOtherMark ? c : static_cast<char32_t>(word.shape));
  word.length = 1;
}

// A phrase of one word is found by the whole word, not by its first letters.
uint64_t one_word_key(const TagToken& token, uint64_t stem) {
  return mix_hash(add_to_hash(0x31, token.shape == Shape::kArabic ? stem : token.word));
}

// The phrases that may begin at a token.
struct PhraseStart {
  std::array<PhraseEnd, kLongestPhrase> ends;
  size_t count = 0;
};

void begin_phrases(const TagSentence& sentence, size_t begin, bool stripped, const NameLists& lists,
                   PhraseStart& start) {
  const Shape shape = sentence.tokens[begin].shape;
  const bool may_begin = !is_mark(shape) && shape != Shape::kLower && !is_digits(shape);
  start.count = may_begin ? phrase_ends(sentence, begin, stripped, start.ends) : 0;
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

void mark_phrase(TagSentence& sentence, size_t begin, const NameLists& lists,
                 const PhraseStart& start) {
  auto& tokens = sentence.tokens;
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
    }
    return;
  }
}

void mark_phrases(TagSentence& sentence, const NameLists& lists) {
  // In steps some tokens apart from each other, so that none waits for memory.
  constexpr size_t kLook = 2, kMark = 4;
  std::array<std::array<PhraseStart, 2>, 8> starts;  // in turn; whole, and without a proclitic
  const size_t count = sentence.tokens.size();
  for (size_t step = 0; step < count + kMark; ++step) {
    for (const bool stripped : {false, true}) {
      const auto start = [&](size_t back) -> PhraseStart& {
        return starts[(step - back) % starts.size()][stripped ? 1 : 0];
      };
      if (step < count) begin_phrases(sentence, step, stripped, lists, start(0));
      if (step >= kLook && step - kLook < count) look_up_phrases(lists, start(kLook));
      if (step >= kMark) mark_phrase(sentence, step - kMark, lists, start(kMark));
    }
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
  bool blank = true;
  for (uint32_t at = range.begin; at < range.end;) {
    text::CodePoint c = text::decode(text, at);
    if (text::is_space(c.value)) {
      blank = true;
      at += c.length;
      continue;
    }
    const uint32_t begin = at;
    const bool spaceless = text::is_spaceless(c.value);
    const bool word = !spaceless && text::is_word(c.value);
    do {
      at += c.length;
      if (!word || at >= range.end) break;
      c = text::decode(text, at);
    } while (text::is_word(c.value) && !text::is_spaceless(c.value));
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
      token.id = 0;
    }
    blank = false;
  }
  mark_phrases(sentence, lists);
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
