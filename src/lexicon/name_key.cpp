#include "lexicon/name_key.h"

#include <map>

#include "base/data.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::lexicon {
namespace {

constexpr size_t kLongestSequence = 4;

const std::map<std::string, std::string, std::less<>>& sounds() {
  static const std::map<std::string, std::string, std::less<>> table = [] {
    std::map<std::string, std::string, std::less<>> read;
    for (const std::string_view line : lines(embedded_data("lexicon/name_sounds.tsv"))) {
      if (line.empty() || line[0] == '#') continue;
      const auto columns = split(line, '\t');
      if (columns.size() == 2) read.emplace(columns[0], columns[1]);
    }
    return read;
  }();
  return table;
}

// Unicode 15, 3.12: a Hangul syllable's parts by arithmetic.
constexpr char32_t kSyllables = 0xAC00, kSyllablesEnd = 0xD7A4;
constexpr char32_t kLeads = 0x1100, kVowels = 0x1161, kTails = 0x11A7;
constexpr char32_t kVowelCount = 21, kTailCount = 28;

}  // namespace

void latin_name_key(std::string_view folded, std::string& out) {
  out.clear();
  for (size_t at = 0; at < folded.size();) {
    size_t taken = 1;
    for (size_t n = std::min(kLongestSequence, folded.size() - at); n > 0; --n) {
      const auto found = sounds().find(folded.substr(at, n));
      if (found == sounds().end()) continue;
      for (const char sound : found->second) {
        if (out.empty() || out.back() != sound) out += sound;
      }
      taken = n;
      break;
    }
    at += taken;
  }
}

void name_letters(std::string_view folded, std::u32string& out) {
  out.clear();
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    at += c.length;
    if (c.value < kSyllables || c.value >= kSyllablesEnd) {
      if (text::is_letter(c.value)) out += c.value;
      continue;
    }
    const char32_t index = c.value - kSyllables;
    out += kLeads + index / (kVowelCount * kTailCount);
    out += kVowels + index % (kVowelCount * kTailCount) / kTailCount;
    if (index % kTailCount != 0) out += kTails + index % kTailCount;
  }
}

}  // namespace synoptic::lexicon
