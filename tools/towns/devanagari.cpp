#include "towns/devanagari.h"

#include <string_view>

namespace synoptic::towns {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

std::string plain_devanagari(const std::string& name) {
  std::string plain = name;
  for (const char* letter : {"क", "ख", "ग", "ज", "फ"}) {
    plain = replaced(plain, std::string(letter) + "़", letter);
  }
  for (const char* nasal : {"न्", "म्", "ण्", "ञ्", "ङ्"}) {
    for (const char* behind : {"क", "ख", "ग", "घ", "च", "छ", "ज", "झ", "ट", "ठ", "ड",
                               "ढ", "त", "थ", "द", "ध", "प", "फ", "ब", "भ", "स"}) {
      plain = replaced(plain, std::string(nasal) + behind, std::string("ं") + behind);
    }
  }
  return replaced(plain, "ँ", "ं");
}

std::string dotted_devanagari(const std::string& name, const std::string& english) {
  if (name.find("़") != std::string::npos) return name;
  std::string dotted = name;
  if (english.find_first_of("zZ") != std::string::npos) dotted = replaced(dotted, "ज", "ज़");
  if (english.find_first_of("fF") != std::string::npos) dotted = replaced(dotted, "फ", "फ़");
  return dotted;
}

}  // namespace synoptic::towns
