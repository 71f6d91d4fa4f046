// Writes data/calendar/names.tsv: month and weekday names of the languages we read, from the CLDR
// data in ICU (Unicode License v3). Usage: make_calendar_table > data/calendar/names.tsv
#include <unicode/dtfmtsym.h>

#include <cstdio>
#include <set>
#include <string>
#include <vector>

namespace {

const char* const kLocales[] = {
    "ar", "ar_SY", "ar_DZ", "ar_MA", "zh", "en", "ru", "es", "fr", "de", "pt",      "ja",
    "tr", "fa_AF", "uk",    "hi",    "ko", "id", "it", "nl", "pl", "sv", "da",      "nb",
    "fi", "cs",    "sk",    "hu",    "ro", "bg", "el", "he", "vi", "th", "ms",      "bn",
    "ur", "sr",    "hr",    "sl",    "ca", "lt", "lv", "et", "sq", "sw", "sr_Latn", "mk",
    "hy", "is",    "az",    "kk",    "uz", "ta", "te", "mr", "ne", "gu", "ml",      "kn",
    "pa", "si",    "km",    "lo",    "eu", "gl", "af", "am", "ka", "be"};

void write_names(const char* kind, const char* locale, int number, std::set<std::string> names) {
  std::string list;
  for (const auto& name : names) {
    if (name.empty()) continue;
    list += (list.empty() ? "" : ";") + name;
  }
  std::string lang(locale);
  lang = lang.substr(0, lang.find('_'));
  // Locales of one language mostly have the same names.
  static std::set<std::string> written;
  const std::string row =
      std::string(kind) + "\t" + lang + "\t" + std::to_string(number) + "\t" + list + "\n";
  if (written.insert(row).second) std::fputs(row.c_str(), stdout);
}

}  // namespace

int main() {
  std::printf("# Made by tools/make_calendar_table from ICU's CLDR data (Unicode License v3).\n");
  std::printf("# kind\tlanguage\tnumber (months 1-12; weekdays 1 = Monday)\tnames\n");
  for (const char* locale : kLocales) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(locale), "gregorian", status);
    if (U_FAILURE(status)) return 1;
    using S = icu::DateFormatSymbols;
    for (int month = 0; month < 12; ++month) {
      std::set<std::string> names;
      for (const auto context : {S::FORMAT, S::STANDALONE}) {
        for (const auto width : {S::WIDE, S::ABBREVIATED}) {
          int32_t count = 0;
          const icu::UnicodeString* list = symbols.getMonths(count, context, width);
          std::string name;
          if (month < count) list[month].toUTF8String(name);
          if (!name.empty() && name.back() == '.') name.pop_back();
          // "1月" and numbers are read by rule.
          if (!name.empty() && !(name[0] >= '0' && name[0] <= '9')) names.insert(name);
        }
      }
      if (!names.empty()) write_names("month", locale, month + 1, names);
    }
    for (int day = 1; day <= 7; ++day) {  // ICU: 1 = Sunday
      std::set<std::string> names;
      for (const auto context : {S::FORMAT, S::STANDALONE}) {
        for (const auto width : {S::WIDE, S::ABBREVIATED}) {
          int32_t count = 0;
          const icu::UnicodeString* list = symbols.getWeekdays(count, context, width);
          std::string name;
          if (day < count) list[day].toUTF8String(name);
          if (!name.empty() && name.back() == '.') name.pop_back();
          names.insert(name);
        }
      }
      write_names("weekday", locale, day == 1 ? 7 : day - 1, names);
    }
  }
  return 0;
}
