#include "compare/word_patterns.h"

#include <fmt/format.h>

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

constexpr uint32_t kNone = 0xFFFFFFFF;
constexpr size_t kWordsBetween = 4;      // for a star that stands alone: "nahm das neue Angebot an"
constexpr size_t kSpacelessBetween = 8;  // letters for a star in a script without blanks
// Folding leaves it behind the letter of a Turkish "İ", and a word that one begins is another.
constexpr std::string_view kDotAbove = "\u0307";

bool goes_on(char32_t c) {
  return (text::is_word(c) || text::is_letter(c)) && !text::is_spaceless(c);
}

// The same of ASCII, looked up.
const std::array<bool, 128> kGoesOnAscii = [] {
  std::array<bool, 128> out{};
  for (char32_t c = 0; c < out.size(); ++c) out[c] = goes_on(c);
  return out;
}();

// The first eight bytes as a number, so that two numbers stand as their texts do. Zeros stand
// behind a shorter text.
uint64_t front_of(std::string_view text) {
  uint64_t front = 0;
  if (text.size() >= sizeof front) {
    front = load_bytes<uint64_t>(text.data());
  } else {
    std::memcpy(&front, text.data(), text.size());
  }
  return __builtin_bswap64(front);
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

WordPatterns::WordPatterns(std::span<const List> lists, ReadWord read) {
  for (const List& list : lists) {
    const std::string folded = text::fold_copy(list.words);
    for (const auto written : split_trimmed(folded, ';')) {
      const PatternWord word{written, list.value};
      add(read == nullptr ? word : read(word));
    }
  }
  all_ = index_of(false);
  anywhere_ = index_of(true);
  for (size_t byte = 0; byte < bytes_.size(); ++byte) {
    const bool ascii = byte < kGoesOnAscii.size();
    if (!ascii || !all_.first[byte].empty()) bytes_[byte] |= kBegins;
    if (!ascii || !anywhere_.first[byte].empty()) bytes_[byte] |= kBeginsInside;
    if (ascii && kGoesOnAscii[byte]) bytes_[byte] |= kGoesOn;
  }
}

void WordPatterns::add(const PatternWord& word) {
  Pattern pattern;
  pattern.value = word.value;
  pattern.begins_inside = word.inside || word.written.starts_with('*');
  pattern.ends_inside = word.inside || word.written.ends_with('*');
  pattern.parts.begin = pattern.parts.end = static_cast<uint32_t>(parts_.size());
  for (std::string_view rest = word.written; !rest.empty();) {
    const std::string_view part = rest.substr(0, rest.find('*'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    if (!part.empty()) add_part(part, pattern);
  }
  if (pattern.parts.empty()) return;
  const std::string_view last = part(pattern.parts.end - 1);
  if (!pattern.begins_inside && takes_particles(last)) pattern.ends_inside = true;
  pattern.apart = pattern.parts.size() > 1 && word.written.find(" * ") != std::string_view::npos;
  const std::string first(part(pattern.parts.begin));
  if (first.starts_with('i')) {
    Pattern capital = pattern;
    capital.parts.begin = capital.parts.end = static_cast<uint32_t>(parts_.size());
    add_part(fmt::format("i{}{}", kDotAbove, first.substr(1)), capital);
    for (uint32_t i = pattern.parts.begin + 1; i < pattern.parts.end; ++i) {
      parts_.push_back(parts_[i]);
      ++capital.parts.end;
    }
    patterns_.push_back(capital);
  }
  patterns_.push_back(pattern);
}

void WordPatterns::add_part(std::string_view text, Pattern& pattern) {
  const auto begin = static_cast<uint32_t>(text_.size());
  text_.insert(text_.end(), text.begin(), text.end());
  parts_.push_back({begin, static_cast<uint32_t>(text_.size())});
  ++pattern.parts.end;
}

// Of all patterns, or of those that may begin inside a word.
WordPatterns::Index WordPatterns::index_of(bool inside) const {
  struct First {
    uint64_t front;
    std::string_view text;
    uint32_t pattern;
  };
  std::vector<First> firsts;
  for (uint32_t i = 0; i < patterns_.size(); ++i) {
    const std::string_view text = part(patterns_[i].parts.begin);
    if (patterns_[i].begins_inside || !inside) firsts.push_back({front_of(text), text, i});
  }
  std::sort(firsts.begin(), firsts.end(), [](const First& a, const First& b) {
    if (a.front != b.front) return a.front < b.front;
    return a.text != b.text ? a.text < b.text : a.pattern < b.pattern;
  });
  Index out;
  for (const First& one : firsts) {
    const auto next = static_cast<uint32_t>(out.openings.size());
    if (next == 0 || out.openings.back().text != one.text) {
      uint32_t shorter = next == 0 ? kNone : next - 1;
      while (shorter != kNone && !one.text.starts_with(out.openings[shorter].text)) {
        shorter = out.openings[shorter].shorter;
      }
      const auto pattern = static_cast<uint32_t>(out.patterns.size());
      out.openings.push_back({one.text, shorter, {pattern, pattern}});
      out.fronts.push_back(one.front);
      out.note_seen(one.text, one.front);
      Range& same = out.first[static_cast<unsigned char>(one.text[0])];
      if (same.empty()) same.begin = next;
      same.end = next + 1;
    }
    out.patterns.push_back(one.pattern);
    ++out.openings.back().patterns.end;
  }
  return out;
}

size_t WordPatterns::Index::seen_at(uint64_t front) {
  const auto three = static_cast<uint32_t>(front >> 40);
  return three * 0x9E3779B1U >> (32 - kSeenBits);
}

// Behind an opening of fewer bytes any others may stand.
void WordPatterns::Index::note_seen(std::string_view text, uint64_t front) {
  if (text.size() >= 3) {
    seen.set(seen_at(front));
  } else if (text.size() == 2) {
    for (uint64_t byte = 0; byte < 256; ++byte) seen.set(seen_at(front | byte << 40));
  } else {
    seen.set();
  }
}

// The patterns whose first parts the text begins with. All of these parts are the last one that is
// not behind the text, or what that one begins with.
void WordPatterns::Index::collect(std::string_view text, std::vector<uint32_t>& out) const {
  const Range same = first[static_cast<unsigned char>(text[0])];
  if (same.empty()) return;
  const uint64_t front = front_of(text);
  if (!seen[seen_at(front)]) return;
  const auto begin = fronts.begin() + same.begin;
  auto behind = std::upper_bound(begin, fronts.begin() + same.end, front);
  // Those with this front may be longer.
  while (behind != begin && behind[-1] == front &&
         openings[behind - 1 - fronts.begin()].text > text)
    --behind;
  if (behind == begin) return;
  uint32_t at = static_cast<uint32_t>(behind - 1 - fronts.begin());
  while (at != kNone && !text.starts_with(openings[at].text)) at = openings[at].shorter;
  for (; at != kNone; at = openings[at].shorter) {
    const Range own = openings[at].patterns;
    out.insert(out.end(), patterns.begin() + own.begin, patterns.begin() + own.end);
  }
}

// How far behind a part of a pattern, which ends there, its next part may begin.
size_t WordPatterns::reach_of(std::string_view folded, size_t at) {
  const std::string_view before = folded.substr(0, at);
  const bool apart = before.ends_with(' ');  // words may stand between, not only letters
  size_t words = apart ? kWordsBetween - 1 : 0;
  const bool spaceless = text::is_spaceless(text::decode_before(before, before.size()).value);
  size_t letters = spaceless ? kSpacelessBetween : 0;
  while (at < folded.size()) {
    const auto c = text::decode(folded, at);
    if (c.value == U' ' && words > 0) {
      --words;
    } else if (letters > 0 && (text::is_spaceless(c.value) || text::digit_value(c.value) >= 0 ||
                               is_one_of(c.value, U"·・"))) {
      --letters;
    } else if (!goes_on(c.value) && !is_ordinal_point(folded, at) &&
               !(apart && is_inner_mark(folded, at))) {
      break;
    }
    at += c.length;
  }
  return at;
}

// Of the pattern, whose first part stands there, if the others do; its end is npos otherwise.
WordPatterns::Place WordPatterns::place_of(const Pattern& pattern, std::string_view folded,
                                           size_t at, std::vector<Reach>& known) const {
  const uint32_t first = pattern.parts.begin, last = pattern.parts.end - 1;
  // That nothing goes on behind the last part.
  const auto ends = [&](size_t end) {
    return pattern.ends_inside || end >= folded.size() || !goes_on(text::decode(folded, end).value);
  };
  std::string_view before = part(first);
  at += before.size();
  Place out;
  out.between.begin = static_cast<uint32_t>(at);
  if (first == last && !ends(at)) return out;
  for (uint32_t i = first + 1; i <= last; ++i) {
    const std::string_view text = part(i);
    auto reach =
        std::find_if(known.begin(), known.end(), [&](const Reach& one) { return one.from == at; });
    if (reach == known.end()) {
      reach = known.insert(reach, Reach{at, reach_of(folded, at)});
    }
    const std::string_view there = folded.substr(0, reach->to + text.size());
    // No word at all may stand there, too: "fällt * flach", "fällt flach".
    if (before.ends_with(' ') && text.starts_with(' ')) --at;
    at = there.find(text, at);
    while (at != std::string_view::npos && i == last && !ends(at + text.size())) {
      at = there.find(text, at + 1);
    }
    if (at == std::string_view::npos) return out;
    out.between.end = static_cast<uint32_t>(at);
    at += text.size();
    before = text;
  }
  if (!pattern.apart) out.between = {};
  out.between.begin = std::min(out.between.begin, out.between.end);
  out.end = at;
  return out;
}

// Over letters of ASCII that begin nothing there, as most do.
size_t WordPatterns::skip(std::string_view folded, size_t at, bool& inside) const {
  for (; at < folded.size(); ++at) {
    const uint8_t flags = bytes_[static_cast<unsigned char>(folded[at])];
    if ((flags & (inside ? kBeginsInside : kBegins)) != 0) break;
    inside = (flags & kGoesOn) != 0;
  }
  return at;
}

std::vector<WordPatterns::Hit> WordPatterns::find(std::string_view folded) const {
  std::vector<Hit> out;
  std::vector<uint32_t> here;
  std::vector<Reach> known;
  bool inside = false;  // a word
  for (size_t at = 0; at < folded.size();) {
    at = skip(folded, at, inside);
    if (at == folded.size()) break;
    const Index& index = inside ? anywhere_ : all_;
    here.clear();
    known.clear();
    index.collect(folded.substr(at), here);
    if (here.size() > 1) std::sort(here.begin(), here.end());
    for (const uint32_t pattern : here) {
      const Place place = place_of(patterns_[pattern], folded, at, known);
      if (place.end == std::string_view::npos) continue;
      out.push_back({patterns_[pattern].value,
                     {static_cast<uint32_t>(at), static_cast<uint32_t>(place.end)},
                     patterns_[pattern].apart,
                     place.between});
    }
    const auto c = text::decode(folded, at);
    inside = c.value < kGoesOnAscii.size() ? kGoesOnAscii[c.value] : goes_on(c.value);
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

void LanguagePatterns::add(std::string_view lang, std::string_view words, uint32_t value) {
  words_[std::string(lang)].lists.push_back({words, value});
}

void LanguagePatterns::add_cell(std::string_view cell, uint32_t value) {
  const size_t sign = cell.find('=');
  if (sign != std::string_view::npos) add(cell.substr(0, sign), cell.substr(sign + 1), value);
}

const WordPatterns* LanguagePatterns::find(std::string_view lang) const {
  const auto found = words_.find(lang);
  if (found == words_.end()) return nullptr;
  return &found->second.patterns.get([&] { return WordPatterns(found->second.lists, read_); });
}

std::vector<std::string> LanguagePatterns::languages() const {
  std::vector<std::string> out;
  for (const auto& [lang, words] : words_) out.push_back(lang);
  return out;
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
