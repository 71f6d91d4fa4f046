#include "compare/names/sounds.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <functional>
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

// Spells texts by a transliterator; as they are where ICU has none. The accounts of a story name
// the same people: texts that were spelled are remembered. What is forgotten is spelled anew, with
// the same result.
class Speller {
 public:
  explicit Speller(const char* id) : by_(make(id)), memory_(kRemembered) {}

  // Good until the next text.
  const std::string& operator()(std::string_view text) {
    Spelled& slot = memory_[std::hash<std::string_view>()(text) % kRemembered];
    if (slot.text != text) {
      slot.spelled = spell(text);
      slot.text = text;
    }
    return slot.spelled;
  }

 private:
  static constexpr size_t kRemembered = 1024;

  struct Spelled {
    std::string text, spelled;
  };

  std::string spell(std::string_view text) const {
    if (by_ == nullptr) return std::string(text);
    auto letters = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    by_->transliterate(letters);
    std::string out;
    letters.toUTF8String(out);
    return out;
  }

  Transliterator by_;
  std::vector<Spelled> memory_;
};

std::string_view to_latin(std::string_view text) {
  thread_local Speller speller("Any-Latin; Latin-ASCII; Lower");
  return speller(text);
}

std::string_view to_simplified(std::string_view text) {
  thread_local Speller speller("Traditional-Simplified");
  return speller(text);
}

std::string latin_of(std::string_view word) {
  const std::string_view spelled = text::is_all_ascii(word) ? word : to_latin(word);
  std::string out;
  for (const char c : spelled) {
    if (c < 'a' || c > 'z' || out.size() == kMostSounds) continue;
    if (out.empty() || out.back() != c) out += c;  // "tt" sounds like "t"
  }
  return out;
}

std::u32string letters_of(std::string_view folded) {
  const bool spaceless = text::is_spaceless(text::decode(folded, 0).value);
  const std::string_view simple = spaceless ? to_simplified(folded) : folded;
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

// Letter by letter, so that a row weighs the same however it came together.
float add_weight(float sum, std::string_view row) {
  for (const char c : row) sum += kCosts.alone[c - 'a'];
  return sum;
}

float weight_of(std::string_view row) { return add_weight(0, row); }

// How far a row of letters is from one that comes letter by letter.
class Distance {
 public:
  explicit Distance(std::string_view to) : size_(std::min(to.size(), kMost)) {
    for (size_t j = 0; j < size_; ++j) {
      letters_[j] = static_cast<uint8_t>(to[j] - 'a');
      alone_[j] = kCosts.alone[letters_[j]];
    }
    restart();
  }

  void restart() {  // none has come yet
    row_[0] = 0;
    for (size_t j = 0; j < size_; ++j) row_[j + 1] = row_[j] + alone_[j];
  }

  void add(std::string_view more) {
    for (const char c : more) {
      const auto& change = kCosts.change[c - 'a'];
      const float own = kCosts.alone[c - 'a'];
      float corner = row_[0], left = row_[0] + own;
      row_[0] = left;
      for (size_t j = 0; j < size_; ++j) {
        const float above = row_[j + 1];
        left = std::min(std::min(corner + change[letters_[j]], above + own), left + alone_[j]);
        corner = above;
        row_[j + 1] = left;
      }
    }
  }

  float value() const { return row_[size_]; }

 private:
  static constexpr size_t kMost = kMostSounds * kMostWordsOfName;

  size_t size_;
  std::array<float, kMost + 1> row_;  // the distance of each of its beginnings
  std::array<float, kMost> alone_;    // what each of its letters costs where it is left out
  std::array<uint8_t, kMost> letters_;
};

// 0 … 1: of two rows that are so far apart and weigh so much.
double likeness_of(float distance, float weight, float other_weight) {
  const float longer = std::max(weight, other_weight);
  return longer <= 0 ? 0 : std::max(0.0F, 1 - distance / longer);
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
  Distance distance(b);
  distance.add(a);
  return likeness_of(distance.value(), weight_of(a), weight_of(b));
}

SoundSpan likest_span(const Sounds& a, const Sounds& b) {
  SoundSpan best;
  const auto try_spans = [&best](const std::string& whole, const Sounds& longer) {
    if (whole.empty()) return;
    Distance distance(whole);
    const float weight = weight_of(whole);
    for (size_t first = 0; first < longer.words.size(); ++first) {
      distance.restart();
      size_t size = 0;
      float span_weight = 0;
      for (size_t last = first; last < longer.words.size(); ++last) {
        const auto& word = longer.words[last];
        size += word.size();
        if (size > 2 * whole.size() + 4) break;
        distance.add(word);
        span_weight = add_weight(span_weight, word);
        if (2 * size + 4 < whole.size()) continue;
        const double alike = likeness_of(distance.value(), weight, span_weight);
        if (alike > best.alike) {
          best = {alike, static_cast<double>(size) / static_cast<double>(longer.whole.size())};
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
