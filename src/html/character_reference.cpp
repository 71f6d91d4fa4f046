#include "html/character_reference.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "base/data.h"
#include "base/strings.h"
#include "html/bytes.h"
#include "html/scan.h"
#include "text/utf8.h"

namespace synoptic::html {
namespace {

constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";

struct NamedReference {
  std::string_view name;  // without '&'; the last byte is ';' or may be left out
  std::array<char, 7> text{};
  uint8_t length = 0;
};

// data/html/character_references.tsv: all names of the standard, in the order of their bytes.
struct NamedReferences {
  std::vector<NamedReference> rows;
  std::array<uint16_t, 129> first{};  // by first byte: where its names begin
  // By a hash of the name, for those that end with ';': its place in the rows and one more.
  static constexpr int kSlotBits = 13;
  std::array<uint16_t, size_t{1} << kSlotBits> slots{};

  static size_t slot_of(std::string_view name) {
    uint64_t mixed = name.size();
    for (const char c : name) mixed = mixed * 31 + static_cast<unsigned char>(c);
    return mixed * 0x9E3779B97F4A7C15u >> (64 - kSlotBits);
  }
  static size_t behind(size_t slot) { return (slot + 1) % (size_t{1} << kSlotBits); }
  // nullptr: there is none of that very name.
  const NamedReference* find(std::string_view name) const {
    for (size_t slot = slot_of(name); slots[slot] != 0; slot = behind(slot)) {
      if (const NamedReference& row = rows[slots[slot] - 1u]; row.name == name) return &row;
    }
    return nullptr;
  }
  void fill_slots() {
    for (size_t row = 0; row < rows.size(); ++row) {
      if (!rows[row].name.ends_with(';')) continue;
      size_t slot = slot_of(rows[row].name);
      while (slots[slot] != 0) slot = behind(slot);
      slots[slot] = static_cast<uint16_t>(row + 1);
    }
  }
};

const NamedReferences& named_references() {
  static const NamedReferences table = [] {
    NamedReferences made;
    for (const auto line : lines(embedded_data("html/character_references.tsv"))) {
      const size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      std::string text;
      for (const auto hex : split_trimmed(line.substr(tab + 1), ' ')) {
        text::append_utf8(text, static_cast<char32_t>(std::stoul(std::string(hex), nullptr, 16)));
      }
      NamedReference row{line.substr(0, tab), {}, static_cast<uint8_t>(text.size())};
      std::memcpy(row.text.data(), text.data(), std::min(text.size(), row.text.size()));
      made.rows.push_back(row);
    }
    std::sort(made.rows.begin(), made.rows.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    size_t row = 0;
    for (size_t byte = 0; byte <= 128; ++byte) {
      while (row < made.rows.size() && static_cast<uint8_t>(made.rows[row].name[0]) < byte) ++row;
      made.first[byte] = static_cast<uint16_t>(row);
    }
    made.fill_slots();
    return made;
  }();
  return table;
}

// Windows-1252 bytes written as numeric references, as the standard maps them.
constexpr std::array<uint16_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

struct Reference {
  std::array<char, 7> text{};
  uint8_t text_length = 0;
  size_t length = 0;  // source bytes with '&'; 0: no reference

  std::string_view view() const { return {text.data(), text_length}; }
};

char32_t numeric_value(uint32_t value) {
  if (value >= 0x80 && value < 0xA0) return kWindows[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
    return text::kReplacement;
  }
  return value;
}

Reference read_numeric(std::string_view raw) {  // begins with "&#"
  const bool hex = raw.size() > 2 && (raw[2] == 'x' || raw[2] == 'X');
  size_t i = hex ? 3 : 2;
  const size_t first = i;
  uint32_t value = 0;
  for (; i < raw.size(); ++i) {
    const char c = raw[i];
    uint32_t digit = 99;
    if (c >= '0' && c <= '9') digit = static_cast<uint32_t>(c - '0');
    if (hex && c >= 'a' && c <= 'f') digit = static_cast<uint32_t>(c - 'a' + 10);
    if (hex && c >= 'A' && c <= 'F') digit = static_cast<uint32_t>(c - 'A' + 10);
    if (digit == 99) break;
    if (value <= 0x10FFFF) value = value * (hex ? 16 : 10) + digit;
  }
  if (i == first) return {};
  if (i < raw.size() && raw[i] == ';') ++i;
  std::string text;
  text::append_utf8(text, numeric_value(value));
  Reference found;
  std::memcpy(found.text.data(), text.data(), text.size());
  found.text_length = static_cast<uint8_t>(text.size());
  found.length = i;
  return found;
}

// The longest name that the bytes behind '&' begin with: the rows are narrowed byte by byte.
Reference read_named(std::string_view raw, TextMode mode) {
  if (raw.size() < 3 || !is_alpha(raw[1])) return {};
  // The commonest, which are no beginning of a longer name.
  constexpr std::array<std::pair<std::string_view, char>, 4> kCommon = {
      {{"&amp;", '&'}, {"&quot;", '"'}, {"&lt;", '<'}, {"&gt;", '>'}}};
  for (const auto& [name, text] : kCommon) {
    if (raw.starts_with(name)) return {{text}, 1, name.size()};
  }
  const NamedReferences& table = named_references();
  // Written as they should be: with the ';', behind which no name goes on.
  constexpr size_t kLongestName = 32;
  for (size_t i = 2; i < std::min(raw.size(), kLongestName); ++i) {
    if (raw[i] == ';') {
      if (const NamedReference* row = table.find(raw.substr(1, i))) {
        return {row->text, row->length, i + 1};
      }
      break;
    }
    if (!is_alnum(raw[i])) break;
  }
  size_t low = table.first[static_cast<uint8_t>(raw[1])];
  size_t high = table.first[static_cast<uint8_t>(raw[1]) + 1];
  const NamedReference* longest = nullptr;
  for (size_t i = 1; low < high; ++i) {
    if (table.rows[low].name.size() == i) longest = &table.rows[low++];
    if (i + 1 >= raw.size()) break;
    const char c = raw[i + 1];
    const auto begin = table.rows.begin();
    const auto at = [i](const NamedReference& row) { return row.name[i]; };
    low =
        static_cast<size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(low),
                                             begin + static_cast<std::ptrdiff_t>(high), c,
                                             [&](const auto& row, char x) { return at(row) < x; }) -
                            begin);
    high =
        static_cast<size_t>(std::upper_bound(begin + static_cast<std::ptrdiff_t>(low),
                                             begin + static_cast<std::ptrdiff_t>(high), c,
                                             [&](char x, const auto& row) { return x < at(row); }) -
                            begin);
  }
  if (longest == nullptr) return {};
  const size_t end = longest->name.size() + 1;
  // "&copy=1" in an address is a parameter, not a sign.
  if (mode == TextMode::kAttribute && longest->name.back() != ';' && end < raw.size() &&
      (raw[end] == '=' || is_alnum(raw[end]))) {
    return {};
  }
  return {longest->text, longest->length, end};
}

Reference read_reference(std::string_view raw, TextMode mode) {
  if (raw.size() < 3) return {};
  return raw[1] == '#' ? read_numeric(raw) : read_named(raw, mode);
}

size_t next_special(std::string_view raw, size_t from, TextMode mode) {
  const char* at = raw.data() + from;
  const char* end = raw.data() + raw.size();
  at = mode == TextMode::kRaw ? find_any(at, end, '\r', '\0') : find_any(at, end, '&', '\r', '\0');
  return static_cast<size_t>(at - raw.data());
}

// At a carriage return or a NUL.
Reference read_control(std::string_view raw, size_t at, TextMode mode) {
  Reference found;
  found.length = 1;
  std::string_view text = "\n";
  if (raw[at] == '\0')
    text = mode == TextMode::kData ? std::string_view() : kReplacementBytes;
  else if (at + 1 < raw.size() && raw[at + 1] == '\n')
    found.length = 2;
  std::copy(text.begin(), text.end(), found.text.begin());
  found.text_length = static_cast<uint8_t>(text.size());
  return found;
}

// Cuts `raw` into runs taken over as they are, linear(begin, end), and bytes that mean another
// text, whole(text, begin, end).
template <typename Linear, typename Whole>
void walk(std::string_view raw, TextMode mode, Linear linear, Whole whole) {
  size_t run = 0;
  for (size_t at = next_special(raw, 0, mode); at < raw.size(); at = next_special(raw, at, mode)) {
    const Reference found =
        raw[at] == '&' ? read_reference(raw.substr(at), mode) : read_control(raw, at, mode);
    if (found.length == 0) {
      ++at;
      continue;
    }
    if (run < at) linear(run, at);
    whole(found.view(), at, at + found.length);
    at = run = at + found.length;
  }
  if (run < raw.size()) linear(run, raw.size());
}

// Copies up to the first byte that next_special() would find; returns how many bytes these are. May
// write kCopied bytes more.
constexpr size_t kCopied = 16;
size_t copy_to_special(std::string_view raw, TextMode mode, char* out) {
  size_t at = 0;
#if defined(__SSE2__)
  const __m128i reference = _mm_set1_epi8(mode == TextMode::kRaw ? '\r' : '&');
  for (; at + kCopied <= raw.size(); at += kCopied) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(raw.data() + at));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + at), bytes);
    const __m128i special = _mm_or_si128(_mm_cmpeq_epi8(bytes, reference),
                                         _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')),
                                                      _mm_cmpeq_epi8(bytes, _mm_setzero_si128())));
    if (const auto hits = static_cast<uint32_t>(_mm_movemask_epi8(special)); hits != 0) {
      return at + static_cast<size_t>(std::countr_zero(hits));
    }
  }
#endif
  const auto is_special = [mode](char c) {
    return c == '\r' || c == '\0' || (c == '&' && mode != TextMode::kRaw);
  };
  for (; at < raw.size() && !is_special(raw[at]); ++at) out[at] = raw[at];
  return at;
}

}  // namespace

std::string_view decode_text(std::string_view raw, TextMode mode, TextArena& arena) {
  // Room is taken before anything is known to change: for a long text that would be a waste.
  constexpr size_t kLong = 1024;
  if (raw.size() > kLong && next_special(raw, 0, mode) == raw.size()) return raw;
  // The longest reference for its text is "&nGt;": five bytes for six. A NUL is three.
  char* const begin = arena.room(raw.size() * 3 + kCopied);
  char* out = begin;
  bool changed = false;
  for (size_t at = 0; at < raw.size();) {
    const size_t run = copy_to_special(raw.substr(at), mode, out);
    at += run;
    out += run;
    if (at == raw.size()) break;
    if (raw[at] != '&') {
      const Reference found = read_control(raw, at, mode);
      out = std::copy_n(found.text.data(), found.text_length, out);
      at += found.length;
    } else if (raw.substr(at).starts_with("&amp;")) {  // in addresses
      *out++ = '&';
      at += 5;
    } else {
      const Reference found = read_reference(raw.substr(at), mode);
      if (found.length == 0) {
        *out++ = raw[at++];
        continue;
      }
      out = std::copy_n(found.text.data(), found.text_length, out);
      at += found.length;
    }
    changed = true;
  }
  return changed ? arena.keep(static_cast<size_t>(out - begin)) : raw;
}

text::OffsetMap map_of_text(std::string_view raw, uint32_t begin, TextMode mode) {
  text::OffsetMap map;
  walk(
      raw, mode,
      [&](size_t from, size_t to) {
        map.append_linear(static_cast<uint32_t>(to - from), begin + static_cast<uint32_t>(from));
      },
      [&](std::string_view text, size_t from, size_t to) {
        if (text.empty()) return;
        map.append_whole(static_cast<uint32_t>(text.size()),
                         {begin + static_cast<uint32_t>(from), begin + static_cast<uint32_t>(to)});
      });
  return map;
}

size_t leading_space(std::string_view raw, bool references) {
  size_t at = 0;
  while (at < raw.size()) {
    if (is_space(raw[at])) {
      ++at;
    } else if (references && raw[at] == '&') {
      const Reference found = read_reference(raw.substr(at), TextMode::kData);
      if (found.text_length != 1 || !is_space(found.text[0])) break;
      at += found.length;
    } else {
      break;
    }
  }
  return at;
}

size_t leading_newline(std::string_view raw, bool references) {
  if (raw.empty()) return 0;
  if (raw[0] == '\n') return 1;
  if (raw[0] == '\r') return raw.size() > 1 && raw[1] == '\n' ? 2 : 1;
  if (!references || raw[0] != '&') return 0;
  const Reference found = read_reference(raw, TextMode::kData);
  return found.view() == "\n" ? found.length : 0;
}

Meant meant_by_reference(std::string_view raw) {
  if (!raw.starts_with('&')) return {};
  const Reference found = read_reference(raw, TextMode::kData);
  if (found.length == 0 || raw[found.length - 1] != ';') return {};
  return {std::string(found.view()), found.length};
}

}  // namespace synoptic::html
