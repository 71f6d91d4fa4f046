#include "lexicon/name_key.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/table.h"
#include "text/utf8.h"

namespace synoptic::lexicon {
namespace {

struct Sound {
  std::string letters;
  std::string classes;
};

// By first letter, the longest sequence first.
using Sounds = std::array<std::vector<Sound>, 128>;

const Sounds& sounds() {
  static const Sounds table = [] {
    Sounds read;
    for (const TableRow row : DataTable::embedded("lexicon/name_sounds.tsv", 2)) {
      const bool usable = row.size() == 2 && !row[0].empty() && row[0][0] > 0;
      if (!usable) continue;
      read[static_cast<size_t>(row[0][0])].push_back({std::string(row[0]), std::string(row[1])});
    }
    for (auto& list : read) {
      std::stable_sort(list.begin(), list.end(), [](const Sound& a, const Sound& b) {
        return a.letters.size() > b.letters.size();
      });
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
  static const Sounds& table = sounds();
  out.clear();
  for (size_t at = 0; at < folded.size();) {
    const auto first = static_cast<unsigned char>(folded[at]);
    size_t taken = 1;
    for (const Sound& sound : first < table.size() ? table[first] : table[0]) {
      if (!folded.substr(at).starts_with(sound.letters)) continue;
      for (const char single : sound.classes) {
        if (out.empty() || out.back() != single) out += single;
      }
      taken = sound.letters.size();
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
