#include "annotate/names/tagger_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/data.h"
#include "base/strings.h"
#include "text/fold_dots.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

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
      const std::string folded = text::fold_with_dots(character);
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
    look_up_class(script, token);
    look_up_meaning(script, token);
  }

  // The hash of the letters from one on to the end.
  uint64_t hash_from(size_t begin) const {
    uint64_t hash = kSeed;
    for (size_t i = begin; i < length_; ++i) hash = add_to_hash(hash, characters_[i]);
    return hash;
  }

  bool find_meaning(uint64_t hash, TagWord& token) const {
    const uint64_t key = meaning_key(hash);
    if (!lists_.meanings.may_have(key)) return false;
    token.meaning = static_cast<uint16_t>(lists_.meanings.find(key));
    if (token.meaning == 0) return false;
    token.kinds = lists_.kinds_of(token.meaning);
    return true;
  }

  // Of the word, or of what is left without a proclitic and an article, or without an ending.
  void look_up_meaning(Script script, TagWord& token) const {
    token.meaning = 0;
    token.kinds = {};
    if (find_meaning(hash_, token) || length_ < 4) return;
    if (script == Script::kArabic && length_ <= kKept) {
      const size_t begin = token.stem[1] != 0 ? (characters_[1] == kLam ? 2u : 1u) : 0u;
      const bool article =
          length_ > begin + 4 && characters_[begin] == kAlef && characters_[begin + 1] == kLam;
      if (begin > 0 && find_meaning(hash_from(begin), token)) return;
      if (article && find_meaning(hash_from(begin + 2), token)) return;
    }
    for (size_t cut = 1; cut <= 3 && length_ > cut + (script == Script::kHangul ? 1 : 3); ++cut) {
      if (find_meaning(last_hashes_[(length_ - cut) % kTail], token)) return;
    }
  }

  void look_up_class(Script script, TagWord& token) const {
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

}  // namespace

void read_word(std::string_view written, const NameLists& lists, TagWord& word) {
  WordReader reader(lists);
  for (size_t at = 0; at < written.size();) {
    const text::CodePoint c = text::decode(written, at);
    reader.add(c.value);
    at += c.length;
  }
  reader.finish(word);
}

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

}  // namespace synoptic::annotate
