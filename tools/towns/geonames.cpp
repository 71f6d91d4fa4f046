#include "towns/geonames.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/strings.h"
#include "read_file.h"
#include "text/utf8.h"

namespace synoptic::towns {
namespace {

enum Column : size_t {
  kName = 1,
  kAscii,
  kAlternates,
  kFeature = 7,
  kCountry,
  kSecondLevel = 11,
  kPeople = 14
};

// City states, whose other towns are quarters.
const std::set<std::string_view> kCityStates = {"HK", "MO", "SG", "MC", "VA"};
// Where names in Han letters are written so in Japanese too.
const std::set<std::string_view> kHanLands = {"JP", "CN", "TW", "KR", "KP"};

bool is_town(std::string_view feature) {
  static const std::set<std::string_view> kFeatures = {"PPL",   "PPLA",  "PPLA2", "PPLA3",
                                                       "PPLA4", "PPLA5", "PPLC",  "PPLG"};
  return kFeatures.contains(feature);
}

enum class Script { kNone, kLatin, kCyrillic, kArabic, kHan, kKana, kHangul, kDevanagari, kMixed };

Script script_of(char32_t c) {
  if (text::is_latin(c)) return Script::kLatin;
  if (text::is_cyrillic(c)) return Script::kCyrillic;
  if (text::is_arabic(c)) return Script::kArabic;
  if (text::is_kana(c)) return Script::kKana;
  if (text::is_han(c)) return Script::kHan;
  if (text::is_hangul(c)) return Script::kHangul;
  if (c >= 0x900 && c < 0x980) return Script::kDevanagari;
  const bool mark =
      c == ' ' || c == '-' || c == '\'' || c == 0x2019 || c == 0x30FB || c == 0xB7 || c == 0x200C;
  return mark ? Script::kNone : Script::kMixed;
}

Script script_of(std::string_view name) {
  Script script = Script::kNone;
  for (size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::decode(name, at);
    at += c.length;
    const Script own = script_of(c.value);
    if (own == Script::kNone || own == script) continue;
    // "さいたま市"
    const bool japanese = (own == Script::kKana || own == Script::kHan) &&
                          (script == Script::kKana || script == Script::kHan);
    if (script != Script::kNone && !japanese) return Script::kMixed;
    script = japanese ? Script::kKana : own;
  }
  return script;
}

bool has_any(std::string_view name, std::u32string_view letters) {
  for (size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::decode(name, at);
    if (letters.find(c.value) != std::u32string_view::npos) return true;
    at += c.length;
  }
  return false;
}

bool has_other(std::string_view name, std::u32string_view letters) {
  for (size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::decode(name, at);
    at += c.length;
    if (script_of(c.value) != Script::kNone && letters.find(c.value) == std::u32string_view::npos) {
      return true;
    }
  }
  return false;
}

// "Арлингтън": a hard sign that stands before no vowel is a letter of Bulgarian.
bool has_bulgarian_sign(std::string_view name) {
  constexpr std::string_view kSign = "ъ";
  for (size_t at = name.find(kSign); at != std::string_view::npos;) {
    at += kSign.size();
    if (at >= name.size()) return true;
    if (std::u32string_view(U"еёюяЕЁЮЯ").find(text::decode(name, at).value) ==
        std::u32string_view::npos) {
      return true;
    }
    at = name.find(kSign, at);
  }
  return false;
}

std::vector<std::string> cyrillic_languages(std::string_view name) {
  constexpr std::u32string_view kBoth =
      U"абвгдежзийклмнопрстуфхцчшщьюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЮЯ";
  constexpr std::u32string_view kRussian = U"ыэёъЫЭЁЪ", kUkrainian = U"іїєґІЇЄҐ";
  if (has_other(name, std::u32string(kBoth).append(kRussian).append(kUkrainian))) return {};
  if (has_bulgarian_sign(name)) return {};
  const bool russian = has_any(name, kRussian);
  const bool ukrainian = has_any(name, kUkrainian) || name.find("ськ") != std::string_view::npos ||
                         name.find("цьк") != std::string_view::npos;
  if (russian && ukrainian) return {};
  if (russian) return {"ru"};
  if (ukrainian) return {"uk"};
  return {"ru", "uk"};
}

std::vector<std::string> arabic_languages(std::string_view name) {
  constexpr std::u32string_view kBoth = U"ابتثجحخدذرزسشصضطظعغفقلمنهوآئءؤ";
  constexpr std::u32string_view kArabic = U"كيةىأإ", kPersian = U"پچژگکی";
  if (has_other(name, std::u32string(kBoth).append(kArabic).append(kPersian))) return {};
  const bool arabic = has_any(name, kArabic), persian = has_any(name, kPersian);
  if (arabic && persian) return {};
  if (arabic) return {"ar"};
  if (persian) return {"fa"};
  return {"ar", "fa"};
}

bool has_han(std::string_view name) {
  for (size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::decode(name, at);
    if (text::is_han(c.value)) return true;
    at += c.length;
  }
  return false;
}

// Names that are spelt like one language's are none of the other's, and a town written in Han
// letters is seldom written by its sound.
void tidy(GeoTown& town) {
  const bool han = std::ranges::any_of(town.others, [](const auto& other) {
    return other.first == "ja" && script_of(other.second) == Script::kHan;
  });
  bool ukrainian = false;
  for (const auto& [lang, name] : town.others) {
    const auto langs = languages_of(name, town.country);
    ukrainian |= langs.size() == 1 && langs[0] == "uk";
  }
  std::erase_if(town.others, [&](const auto& other) {
    const auto& [lang, name] = other;
    if (lang == "uk") return ukrainian && languages_of(name, town.country).size() > 1;
    return lang == "ja" && han && !has_han(name);
  });
}

GeoTown town_of(const std::vector<std::string_view>& cells) {
  GeoTown town{.name = std::string(cells[kName]),
               .ascii = std::string(cells[kAscii]),
               .country = std::string(cells[kCountry]),
               .people = std::atof(std::string(cells[kPeople]).c_str())};
  for (const auto name : split_trimmed(cells[kAlternates], ',')) {
    if (script_of(name) == Script::kLatin) town.latin.emplace_back(name);
    for (std::string& lang : languages_of(name, town.country)) {
      town.others.emplace_back(std::move(lang), name);
    }
  }
  tidy(town);
  return town;
}

}  // namespace

std::vector<std::string> languages_of(std::string_view name, std::string_view country) {
  const size_t letters = text::count_code_points(name);
  switch (script_of(name)) {
    case Script::kCyrillic:
      return letters < 3 ? std::vector<std::string>() : cyrillic_languages(name);
    case Script::kArabic:
      return letters < 3 ? std::vector<std::string>() : arabic_languages(name);
    case Script::kHan:
      if (letters < 2) return {};
      if (kHanLands.contains(country)) return {"zh", "ja"};
      return {"zh"};
    case Script::kKana:
      return letters < 2 ? std::vector<std::string>() : std::vector<std::string>{"ja"};
    case Script::kHangul:
      return letters < 2 ? std::vector<std::string>() : std::vector<std::string>{"ko"};
    case Script::kDevanagari:
      return letters < 3 ? std::vector<std::string>() : std::vector<std::string>{"hi"};
    default:
      return {};
  }
}

std::vector<GeoTown> read_geonames(const std::string& path) {
  const std::string content = tools::read_file(path);
  std::vector<GeoTown> towns;
  for (const auto line : lines(content)) {
    const auto cells = split(line, '\t');
    if (cells.size() <= kPeople || !is_town(cells[kFeature])) continue;
    const bool london = cells[kCountry] == "GB" && cells[kSecondLevel] == "GLA";  // its boroughs
    if (london && cells[kFeature] != "PPLC") continue;
    if (kCityStates.contains(cells[kCountry]) && cells[kFeature] != "PPLC") continue;
    towns.push_back(town_of(cells));
  }
  std::ranges::stable_sort(towns,
                           [](const GeoTown& a, const GeoTown& b) { return a.people > b.people; });
  return towns;
}

}  // namespace synoptic::towns
