#include "compare/names/sounds.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "compare/names/spelling.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr float kSilent = 0.25F;    // a vowel more or less
constexpr float kKin = 0.4F;        // p for b
constexpr float kVowelFor = 0.15F;  // a vowel for another
constexpr size_t kMostWordsOfName = 6, kMostSounds = 48;

// Letters that scripts take for one another share a group.
constexpr std::string_view kGroups = "aeiou|hyw|pbfv|td|kgqxh|szcjx|lr|mn";

struct Costs {
  std::array<std::array<float, 26>, 26> change{};
  std::array<float, 26> alone{};

  constexpr Costs() {
    for (auto& row : change) row.fill(1);
    alone.fill(1);
    size_t begin = 0;
    for (size_t group = 0; begin < kGroups.size(); ++group) {
      const size_t end = std::min(kGroups.find('|', begin), kGroups.size());
      const auto letters = kGroups.substr(begin, end - begin);
      for (const char a : letters) {
        for (const char b : letters) change[a - 'a'][b - 'a'] = group == 0 ? kVowelFor : kKin;
        if (group < 2) alone[a - 'a'] = kSilent;
      }
      begin = end + 1;
    }
    change['v' - 'a']['w' - 'a'] = change['w' - 'a']['v' - 'a'] = kVowelFor;
    change['i' - 'a']['y' - 'a'] = change['y' - 'a']['i' - 'a'] = kVowelFor;
    // "Йей" is written "Yei"; transliteration makes it "Jej".
    change['j' - 'a']['y' - 'a'] = change['y' - 'a']['j' - 'a'] = 0;
    change['i' - 'a']['j' - 'a'] = change['j' - 'a']['i' - 'a'] = kVowelFor;
    change['u' - 'a']['w' - 'a'] = change['w' - 'a']['u' - 'a'] = kVowelFor;
    for (size_t i = 0; i < 26; ++i) change[i][i] = 0;
  }
};

constexpr Costs kCosts;

using Transliterator = std::unique_ptr<icu::Transliterator>;

Transliterator make(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  return Transliterator(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
}

// The text by the transliterator; as it is where ICU has none.
std::string spelled(std::string_view text, const Transliterator& by) {
  if (by == nullptr) return std::string(text);
  auto letters = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  by->transliterate(letters);
  std::string out;
  letters.toUTF8String(out);
  return out;
}

std::string to_latin(std::string_view text) {
  thread_local const Transliterator by = make("Any-Latin; Latin-ASCII; Lower");
  return spelled(text, by);
}

std::string to_simplified(std::string_view text) {
  thread_local const Transliterator by = make("Traditional-Simplified");
  return spelled(text, by);
}

std::string latin_of(std::string_view word) {
  const std::string spelled = text::is_all_ascii(word) ? std::string(word) : to_latin(word);
  std::string out;
  for (const char c : spelled) {
    if (c < 'a' || c > 'z' || out.size() == kMostSounds) continue;
    if (out.empty() || out.back() != c) out += c;  // "tt" sounds like "t"
  }
  return out;
}

std::u32string letters_of(std::string_view folded) {
  const bool spaceless = text::is_spaceless(text::decode(folded, 0).value);
  const std::string simple = spaceless ? to_simplified(folded) : std::string(folded);
  std::u32string out;
  for (const auto word : words_of_name(simple)) {
    for (size_t at = 0; at < word.size() && out.size() < kMostSounds;) {
      const auto one = text::decode(word, at);
      out += one.value;
      at += one.length;
    }
  }
  return out;
}

float weight_of(std::string_view row) {
  float sum = 0;
  for (const char c : row) sum += kCosts.alone[c - 'a'];
  return sum;
}

float distance(std::string_view a, std::string_view b) {
  constexpr size_t kMost = kMostSounds * kMostWordsOfName;
  std::array<float, kMost + 1> row;
  std::array<float, kMost> alone;  // of the letters of b
  std::array<uint8_t, kMost> letters;
  row[0] = 0;
  b = b.substr(0, kMost);
  for (size_t j = 0; j < b.size(); ++j) {
    letters[j] = static_cast<uint8_t>(b[j] - 'a');
    alone[j] = kCosts.alone[letters[j]];
    row[j + 1] = row[j] + alone[j];
  }
  for (const char c : a) {
    const auto& change = kCosts.change[c - 'a'];
    const float own = kCosts.alone[c - 'a'];
    float corner = row[0], left = row[0] + own;
    row[0] = left;
    for (size_t j = 0; j < b.size(); ++j) {
      const float above = row[j + 1];
      left = std::min(std::min(corner + change[letters[j]], above + own), left + alone[j]);
      corner = above;
      row[j + 1] = left;
    }
  }
  return row[b.size()];
}

}  // namespace

Sounds sounds_of(std::string_view folded) {
  Sounds out;
  for (const auto part : words_of_name(folded)) {
    if (out.words.size() == kMostWordsOfName) break;
    std::string word = latin_of(part);
    out.whole += word;
    if (!word.empty()) out.words.push_back(std::move(word));
  }
  out.letters = letters_of(folded);
  return out;
}

double alike_in_sound(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return 0;
  const float x = weight_of(a), y = weight_of(b);
  const float longer = std::max(x, y);
  if (longer <= 0) return 0;
  return std::max(0.0F, 1 - distance(a, b) / longer);
}

SoundSpan likest_span(const Sounds& a, const Sounds& b) {
  SoundSpan best;
  const auto try_spans = [&best](const std::string& whole, const Sounds& longer) {
    for (size_t first = 0; first < longer.words.size(); ++first) {
      std::string span;
      for (size_t last = first; last < longer.words.size(); ++last) {
        span += longer.words[last];
        if (span.size() > 2 * whole.size() + 4) break;
        if (2 * span.size() + 4 < whole.size()) continue;
        const double alike = alike_in_sound(whole, span);
        if (alike > best.alike) {
          best = {alike,
                  static_cast<double>(span.size()) / static_cast<double>(longer.whole.size())};
        }
      }
    }
  };
  if (a.whole.size() <= b.whole.size() || b.words.size() > 1) try_spans(a.whole, b);
  if (b.whole.size() < a.whole.size() || a.words.size() > 1) try_spans(b.whole, a);
  return best;
}

Wordwise word_by_word(const Sounds& a, const Sounds& b) {
  const auto& less = a.words.size() <= b.words.size() ? a.words : b.words;
  const auto& more = a.words.size() <= b.words.size() ? b.words : a.words;
  if (less.empty()) return {};
  Wordwise out{0, 1};
  for (const auto& word : less) {
    double best = 0;
    for (const auto& other : more) best = std::max(best, alike_in_sound(word, other));
    out.mean += best / static_cast<double>(less.size());
    out.least = std::min(out.least, best);
  }
  return out;
}

double same_letters(const Sounds& a, const Sounds& b) {
  const auto& less = a.letters.size() <= b.letters.size() ? a.letters : b.letters;
  const auto& more = a.letters.size() <= b.letters.size() ? b.letters : a.letters;
  if (less.empty()) return 0;
  std::array<uint16_t, kMostSounds + 1> row{};
  for (const char32_t letter : less) {
    uint16_t corner = 0;
    for (size_t j = 1; j <= more.size(); ++j) {
      const uint16_t here =
          letter == more[j - 1] ? static_cast<uint16_t>(corner + 1) : std::max(row[j], row[j - 1]);
      corner = row[j];
      row[j] = here;
    }
  }
  return static_cast<double>(row[more.size()]) / static_cast<double>(less.size());
}

bool is_short_for(const Sounds& a, const Sounds& b) {
  const auto stands_for = [](const Sounds& one, const Sounds& other) {
    if (one.words.size() != 1 || other.words.size() < 2 || one.letters.size() > kMostWordsOfName)
      return false;
    std::string initials;
    for (const auto& word : other.words) {
      if (initials.empty() || initials.back() != word[0]) initials += word[0];
    }
    return initials.size() > 1 && one.whole == initials;
  };
  return stands_for(a, b) || stands_for(b, a);
}

}  // namespace synoptic::compare
