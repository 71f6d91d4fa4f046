// Writes data/entities/countries.txt: the names of all states and territories in the languages we
// read, from the CLDR data in ICU (Unicode License v3). Demonyms, capitals and short forms stand in
// demonyms.txt, written by hand. Usage: make_country_table > data/entities/countries.txt
#include <unicode/locdspnm.h>
#include <unicode/uloc.h>

#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#include "text/fold.h"

namespace {

const char* const kLanguages[] = {"ar", "zh_Hans", "zh_Hant", "ru", "en", "es", "fr",
                                  "de", "pt",      "ja",      "tr", "fa", "uk", "hi",
                                  "ko", "id",      "it",      "pl", "nl"};

std::string slug(const std::string& name) {
  std::string id;
  for (const char c : synoptic::text::fold_copy(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

// CLDR's English name where it is not the one that news uses.
std::string english_name(const std::string& code, const std::string& cldr) {
  struct Better {
    const char* code;
    const char* name;
  };
  constexpr Better kBetter[] = {{"CN", "People's Republic of China"},
                                {"HK", "Hong Kong"},
                                {"MO", "Macau"},
                                {"PS", "Palestine"},
                                {"MM", "Myanmar"},
                                {"TR", "Turkey"},
                                {"CZ", "Czech Republic"},
                                {"CD", "Democratic Republic of the Congo"},
                                {"CG", "Republic of the Congo"},
                                {"CI", "Ivory Coast"},
                                {"BA", "Bosnia and Herzegovina"},
                                {"TT", "Trinidad and Tobago"}};
  for (const auto& better : kBetter) {
    if (code == better.code) return better.name;
  }
  return cldr;
}

}  // namespace

int main() {
  std::printf("# Made by tools/make_country_table from ICU's CLDR data (Unicode License v3).\n");
  UErrorCode status = U_ZERO_ERROR;
  const char* const* codes = uloc_getISOCountries();
  for (; *codes != nullptr; ++codes) {
    const std::string code = *codes;
    const auto name_in = [&](const char* language) {
      const std::unique_ptr<icu::LocaleDisplayNames> names(
          icu::LocaleDisplayNames::createInstance(icu::Locale(language), ULDN_STANDARD_NAMES));
      icu::UnicodeString name;
      names->regionDisplayName(code.c_str(), name);
      std::string utf8;
      name.toUTF8String(utf8);
      // "Hong Kong SAR China", "香港（中国特别行政区）": the news says less.
      for (const char* cut : {" SAR", "（", " ("}) {
        if (const size_t at = utf8.find(cut); at != std::string::npos) utf8.resize(at);
      }
      return utf8;
    };
    const std::string cldr = name_in("en");
    if (cldr.empty() || cldr == code) continue;
    const std::string name = english_name(code, cldr);
    std::string id = slug(code == "CN" ? "china" : name);
    std::printf("\n@ %s COUNTRY\nname: %s\niso: %s\n", id.c_str(), name.c_str(), code.c_str());
    for (const char* language : kLanguages) {
      std::string local = name_in(language);
      if (local.empty() || local == code) continue;
      std::string tag(language);
      if (tag == "zh_Hans") tag = "zh";
      if (tag == "zh_Hant") tag = "zh-Hant";
      if (tag == "en" && name != cldr) local = name + "; " + cldr;
      std::printf("%s: %s\n", tag.c_str(), local.c_str());
    }
  }
  return U_FAILURE(status) ? 1 : 0;
}
