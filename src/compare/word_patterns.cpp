#include "compare/word_patterns.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/bytes.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kKeyBytes = 3;
constexpr size_t kWordsBetween = 4;      // for a star that stands alone: "nahm das neue Angebot an"
constexpr size_t kSpacelessBetween = 8;  // letters for a star in a script without blanks
// Folding leaves it behind the letter of a Turkish "İ", and a word that one begins is another.
constexpr std::string_view kDotAbove = "\u0307";

bool goes_on(char32_t c) {
  return (text::is_word(c) || text::is_letter(c)) && !text::is_spaceless(c);
}

// The same of ASCII, looked up.
const std::array<bool, 128> kGoesOn = [] {
  std::array<bool, 128> out{};
  for (char32_t c = 0; c < out.size(); ++c) out[c] = goes_on(c);
  return out;
}();

// The first eight bytes; of a shorter text zeros stand behind.
uint64_t front_of(std::string_view text) {
  if (text.size() >= sizeof(uint64_t)) return load_bytes<uint64_t>(text.data());
  uint64_t front = 0;
  std::memcpy(&front, text.data(), text.size());
  return front;
}

// Of the first bytes of a text, of which no one is zero.
uint32_t key_of(uint64_t front, size_t bytes) {
  return static_cast<uint32_t>(front & ((uint64_t{1} << 8 * bytes) - 1));
}

// "Am 4. Dezember": the point ends no sentence.
bool is_ordinal_point(std::string_view text, size_t at) {
  return at > 0 && text[at] == '.' && text[at - 1] >= '0' && text[at - 1] <= '9' &&
         at + 1 < text.size() && text[at + 1] == ' ';
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

// Inside a word or a number, "terça-feira", "l'équipe", "9,5"; or around one: "«Vento»".
bool is_inner_mark(std::string_view text, size_t at) {
  const auto c = text::decode(text, at);
  if (is_one_of(c.value, U"«»“”„\"")) return true;
  if (at == 0 || at + c.length >= text.size()) return false;
  const char32_t before = text::decode_before(text, at).value;
  const char32_t behind = text::decode(text, at + c.length).value;
  if (is_one_of(c.value, U".,")) {
    return text::digit_value(before) >= 0 && text::digit_value(behind) >= 0;
  }
  return is_one_of(c.value, U"'’ʼ-‑–·・") && goes_on(before) && goes_on(behind);
}

// Behind a word of Hangul particles are written without a blank: "블랙박스가". One syllable alone
// begins too many words, and an ending ("*면") is none.
bool takes_particles(std::string_view word) {
  const auto last = text::decode_before(word, word.size());
  if (!text::is_hangul(last.value)) return false;
  const std::string_view before = word.substr(0, word.size() - last.length);
  return !before.empty() && text::is_hangul(text::decode_before(before, before.size()).value);
}

}  // namespace

void WordPatterns::Index::add(std::string_view part, uint32_t pattern) {
  constexpr std::string_view kAll = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
  const size_t bytes = std::min(part.size(), kKeyBytes);
  const uint32_t key = key_of(front_of(part), bytes);
  patterns[key].push_back(
      {front_of(part), front_of(kAll.substr(0, std::min(part.size(), kAll.size()))), pattern});
  seen.set(seen_at(key));
  sizes.set(bytes);
  first[static_cast<unsigned char>(part[0])] = true;
}

void WordPatterns::add(std::string_view written, uint32_t value) {
  Pattern pattern;
  pattern.value = value;
  pattern.begins_inside = written.starts_with('*');
  pattern.ends_inside = written.ends_with('*');
  for (const auto part : split(written, '*')) {
    std::string folded = text::fold_copy(part);
    if (!folded.empty()) pattern.parts.push_back(std::move(folded));
  }
  if (pattern.parts.empty()) return;
  if (!pattern.begins_inside && takes_particles(pattern.parts.back())) pattern.ends_inside = true;
  pattern.apart = pattern.parts.size() > 1 && written.find(" * ") != std::string_view::npos;
  if (pattern.parts[0][0] == 'i') {
    Pattern capital = pattern;
    capital.parts[0].insert(1, kDotAbove);
    add(std::move(capital));
  }
  add(std::move(pattern));
}

void WordPatterns::add(Pattern pattern) {
  const auto index = static_cast<uint32_t>(patterns_.size());
  all_.add(pattern.parts[0], index);
  if (pattern.begins_inside) anywhere_.add(pattern.parts[0], index);
  patterns_.push_back(std::move(pattern));
}

// Of the pattern, if it stands there; its end is npos otherwise.
WordPatterns::Place WordPatterns::place_of(const Pattern& pattern, std::string_view folded,
                                           size_t at) {
  Place out;
  const auto stands = [&](size_t part) {
    const std::string& text = pattern.parts[part];
    if (!folded.substr(std::min(at, folded.size())).starts_with(text)) return false;
    const size_t end = at + text.size();
    return part + 1 < pattern.parts.size() || pattern.ends_inside || end >= folded.size() ||
           !goes_on(text::decode(folded, end).value);
  };
  for (size_t i = 0; i < pattern.parts.size(); ++i) {
    const std::string_view before = i > 0 ? std::string_view(pattern.parts[i - 1]) : "";
    const bool apart = before.ends_with(' ');  // words may stand between, not only letters
    size_t words = apart ? kWordsBetween - 1 : 0;
    const bool spaceless =
        !before.empty() && text::is_spaceless(text::decode_before(before, before.size()).value);
    size_t letters = spaceless ? kSpacelessBetween : 0;
    // No word at all may stand there, too: "fällt * flach", "fällt flach".
    if (words > 0 && pattern.parts[i].starts_with(' ')) {
      --at;
      ++words;
    }
    while (!stands(i)) {
      if (i == 0 || at >= folded.size()) return {};
      const auto c = text::decode(folded, at);
      if (c.value == U' ' && words > 0) {
        --words;
      } else if (letters > 0 && (text::is_spaceless(c.value) || text::digit_value(c.value) >= 0 ||
                                 is_one_of(c.value, U"·・"))) {
        --letters;
      } else if (!goes_on(c.value) && !is_ordinal_point(folded, at) &&
                 !(apart && is_inner_mark(folded, at))) {
        return {};
      }
      at += c.length;
    }
    if (i + 1 == pattern.parts.size()) out.between.end = static_cast<uint32_t>(at);
    at += pattern.parts[i].size();
    if (i == 0) out.between.begin = static_cast<uint32_t>(at);
  }
  if (!pattern.apart) out.between = {};
  out.between.begin = std::min(out.between.begin, out.between.end);
  out.end = at;
  return out;
}

// Over letters of ASCII that begin nothing there, as most do.
size_t WordPatterns::skip(std::string_view folded, size_t at, bool& inside) const {
  for (; at < folded.size(); ++at) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    if (byte >= kGoesOn.size() || (inside ? anywhere_ : all_).first[byte]) break;
    inside = kGoesOn[byte];
  }
  return at;
}

std::vector<WordPatterns::Hit> WordPatterns::find(std::string_view folded) const {
  std::vector<Hit> out;
  std::vector<uint32_t> here;
  bool inside = false;  // a word
  for (size_t at = 0; at < folded.size();) {
    at = skip(folded, at, inside);
    if (at == folded.size()) break;
    const Index& index = inside ? anywhere_ : all_;
    here.clear();
    if (index.first[static_cast<unsigned char>(folded[at])]) {
      const uint64_t front = front_of(folded.substr(at));
      for (size_t bytes = 1; bytes <= kKeyBytes && at + bytes <= folded.size(); ++bytes) {
        if (folded[at + bytes - 1] == '\0') break;
        if (!index.sizes[bytes]) continue;
        const uint32_t key = key_of(front, bytes);
        if (!index.seen[Index::seen_at(key)]) continue;
        const auto found = index.patterns.find(key);
        if (found == index.patterns.end()) continue;
        for (const Opening& opening : found->second) {
          if ((front & opening.mask) == opening.bytes) here.push_back(opening.pattern);
        }
      }
    }
    if (here.size() > 1) std::sort(here.begin(), here.end());
    for (const uint32_t pattern : here) {
      const Place place = place_of(patterns_[pattern], folded, at);
      if (place.end == std::string_view::npos) continue;
      out.push_back({patterns_[pattern].value,
                     {static_cast<uint32_t>(at), static_cast<uint32_t>(place.end)},
                     patterns_[pattern].apart,
                     place.between});
    }
    const auto c = text::decode(folded, at);
    inside = c.value < kGoesOn.size() ? kGoesOn[c.value] : goes_on(c.value);
    at += c.length;
  }
  return out;
}

std::vector<WordPatterns::Hit> WordPatterns::find_longest(std::string_view folded) const {
  const auto hits = find(folded);
  std::vector<Hit> out;
  std::copy_if(hits.begin(), hits.end(), std::back_inserter(out), [&](const Hit& hit) {
    return std::none_of(hits.begin(), hits.end(), [&](const Hit& other) {
      return other.range.overlaps(hit.range) && other.range.size() > hit.range.size();
    });
  });
  return out;
}

void add_words(LanguagePatterns& languages, std::string_view cell, uint32_t value) {
  const size_t sign = cell.find('=');
  if (sign == std::string_view::npos) return;
  WordPatterns& words = languages[std::string(cell.substr(0, sign))];
  for (const auto word : split_trimmed(cell.substr(sign + 1), ';')) words.add(word, value);
}

size_t characters_between(std::string_view text, Range a, Range b) {
  if (a.overlaps(b)) return 0;
  if (b.begin < a.end) std::swap(a, b);
  const auto between = text.substr(a.end, b.begin - a.end);
  return static_cast<size_t>(std::count_if(between.begin(), between.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace synoptic::compare
