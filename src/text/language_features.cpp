#include "text/language_features.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <memory>

#include "text/alike.h"
#include "text/ascii.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace synoptic::text {
namespace {

constexpr uint32_t kTableSize = 0x10000;  // the basic plane; the rest goes the slow way

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x02BB || c == 0x02BF || c == 0x02BE;
}

// Marks that texts carry or drop at will: Arabic vowels, tatweel, the stress mark, soft hyphen.
bool is_left_out(char32_t c) {
  return (c >= 0x064B && c <= 0x0652) || c == 0x0640 || c == 0x0670 || c == 0x0301 || c == 0x00AD;
}

Letter classify(char32_t c) {
  if (is_apostrophe(c)) return {U'\'', kScriptOfNeighbour};
  if (c == 0x200C) return {c, kScriptOfNeighbour};  // ZWNJ: frequent in Persian, rare elsewhere
  const uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) == 0) return {};
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  if (U_FAILURE(status)) return {};
  if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_BOPOMOFO ||
      is_kana(c)) {
    script = USCRIPT_HAN;
  }
  if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) {
    return {c, kScriptOfNeighbour};
  }
  if (static_cast<size_t>(script) >= kScriptCount) return {};
  return {static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))),
          static_cast<ScriptCode>(script)};
}

using LetterTable = std::array<Letter, kTableSize>;

const LetterTable& letter_table() {
  static const std::unique_ptr<const LetterTable> table = [] {
    auto made = std::make_unique<LetterTable>();
    for (char32_t c = 0; c < kTableSize; ++c) {
      if (!is_like_the_last(c)) {
        (*made)[c] = classify(c);
      } else if (const ScriptCode script = (*made)[c - 1].script; script != kNoScript) {
        (*made)[c] = {c, script};  // no letter of these runs has a case
      }
    }
    return made;
  }();
  return *table;
}

bool is_address_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && c != '<' && c != '>' && c != '"' && c != ')';
}

size_t run_of_address_bytes(std::string_view text) {
  size_t length = 0;
  while (length < text.size() && is_address_byte(text[length])) ++length;
  return length;
}

bool is_name_byte(char c) { return is_ascii_word(c) || c == '.' || c == '_' || c == '-'; }

uint32_t weight_of(ScriptCode script) {
  switch (script) {
    case USCRIPT_LATIN:
      return 1;
    case USCRIPT_HAN:
      return 6;
    case USCRIPT_HANGUL:
      return 5;
    default:
      return 2;
  }
}

}  // namespace

Letter letter_of(char32_t c) { return c < kTableSize ? letter_table()[c] : classify(c); }

ScriptCode han_script() { return USCRIPT_HAN; }

Letter next_letter(std::string_view text, size_t& at) {
  const LetterTable& table = letter_table();
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const auto trails = [&](size_t i) { return is_trail(bytes[i]); };
  while (at < text.size()) {
    const unsigned char first = bytes[at];
    const size_t left = text.size() - at;
    char32_t c = first;
    if (first < 0x80) {
      ++at;
      return table[first];
    }
    if (left >= 2 && first >= 0xC2 && first < 0xE0 && trails(at + 1)) {
      c = (first & 0x1Fu) << 6 | (bytes[at + 1] & 0x3Fu);
      at += 2;
    } else if (left >= 3 && first > 0xE0 && first < 0xF0 && trails(at + 1) && trails(at + 2)) {
      c = (first & 0x0Fu) << 12 | (bytes[at + 1] & 0x3Fu) << 6 | (bytes[at + 2] & 0x3Fu);
      at += 3;
    } else {
      const CodePoint decoded = decode(text, at);
      at += decoded.length;
      c = decoded.value;
    }
    if (!is_left_out(c)) return letter_of(c);
  }
  return {};
}

size_t address_length(std::string_view text) {
  const char first = text.front();
  if (first == '@' || first == '#') {
    size_t length = 1;
    while (length < text.size() && is_name_byte(text[length])) ++length;
    return length > 1 ? length : 0;
  }
  if (!is_name_byte(first)) return 0;
  if ((first == 'h' && (text.starts_with("http://") || text.starts_with("https://"))) ||
      (first == 'w' && text.starts_with("www."))) {
    return run_of_address_bytes(text);
  }
  // name@host, host.tld: a word with an inner '@', or with an inner '.' between letters.
  size_t length = end_of_run<is_ascii_word>(text, 0);
  bool dotted = false;
  while (length < text.size() && is_name_byte(text[length])) {
    if (text[length] == '.' && length + 1 < text.size() && length > 0 &&
        is_name_byte(text[length + 1]) && text[length + 1] >= 'a') {
      dotted = true;
    }
    ++length;
  }
  if (length < text.size() && text[length] == '@')
    return length + run_of_address_bytes(text.substr(length));
  return dotted ? run_of_address_bytes(text) : 0;
}

std::array<uint32_t, kScriptCount> count_scripts(std::string_view text) {
  std::array<uint32_t, kScriptCount> counts{};
  const LetterTable& table = letter_table();
  // What no address has behind its first letters and digits: most words are counted at once.
  const auto ends_word = [&](size_t end) {
    return end == text.size() || (!is_name_byte(text[end]) && text[end] != '@' && text[end] != ':');
  };
  bool in_word = false;
  for (size_t at = 0; at < text.size();) {
    if (const size_t end = end_of_run<is_ascii_word>(text, at); end > at && ends_word(end)) {
      for (; at < end; ++at) ++counts[table[static_cast<unsigned char>(text[at])].script];
      in_word = table[static_cast<unsigned char>(text[end - 1])].script != kNoScript;
      continue;
    }
    if (!in_word) {
      if (const size_t skip = address_length(text.substr(at)); skip > 0) {
        at += skip;
        continue;
      }
    }
    const Letter letter = next_letter(text, at);
    in_word = letter.script != kNoScript;
    ++counts[letter.script];
  }
  return counts;
}

ScriptCode dominant_script(const std::array<uint32_t, kScriptCount>& counts) {
  ScriptCode best = kNoScript;
  uint32_t best_weight = 0;
  for (size_t script = kScriptOfNeighbour + 1; script < kScriptCount; ++script) {
    const auto code = static_cast<ScriptCode>(script);
    const uint32_t weight = counts[script] * weight_of(code);
    if (weight > best_weight) {
      best = code;
      best_weight = weight;
    }
  }
  return best;
}

}  // namespace synoptic::text
