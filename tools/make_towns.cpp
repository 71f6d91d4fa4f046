// Makes data/towns/towns.bin, the pack of towns. Its card, data/towns/towns.md, tells of the
// sources.
//
//   make_towns NAMES_FOLDER TOWNS_MORE.tsv TOWNS_WORDS.tsv OUT.bin
//
// Towns are those of Natural Earth, of our table and of GeoNames; what other languages call them
// tell the titles of the encyclopedia that stand for the same place, and GeoNames. Deterministic.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/data.h"
#include "base/strings.h"
#include "knowledge/knowledge.h"
#include "knowledge/pack.h"
#include "read_file.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "towns/devanagari.h"
#include "towns/geo_towns.h"
#include "towns/geonames.h"
#include "towns/titles.h"

namespace {

using namespace synoptic;
using knowledge::PackEntity;
using tools::read_file;
using towns::bare;
using towns::GeoTown;
using towns::GeoTowns;
using towns::Row;
using towns::Titles;
using towns::value;

constexpr double kWeightOfMore = 50000;  // a town of the table, where its people are not counted
constexpr int kLeastPeople = 8000;
constexpr double kLeastOfGeoNames = 100000;
constexpr double kLeastOfNewsLands = 25000;
constexpr double kLeastOfWord = 500000;      // of a town whose name is a word
constexpr double kLeastOfPlain = 100000;     // of a town whose name needs no support
constexpr double kLeastOfNameless = 150000;  // where no other language names it
// Lands whose news the program reads in their own languages.
const std::set<std::string_view> kNewsLands = {
    "UA", "RU", "IR", "ID", "KR", "TR", "IL", "PS", "SY", "LB", "IQ", "YE", "JP", "PT", "FR", "ES",
    "DE", "GB", "IT", "AT", "CH", "SD", "LY", "JO", "SA", "AF", "PK", "TN", "DZ", "MA", "EG", "BY"};
// Words for "city" that names are written with and without.
const std::map<std::string, std::vector<std::string>> kTownWords = {
    {"ja", {"市", "町"}}, {"zh", {"市", "县"}}, {"ko", {"시", "군"}}};
constexpr size_t kLeastChanging = 5;  // letters
struct ChangingEnding {
  std::string_view lang, ending, other;
};
constexpr std::array kChangingEndings = std::to_array<ChangingEnding>({
    {"uk", "їв", "єва"},
    {"uk", "чів", "чева"},
    {"uk", "шів", "шева"},
    {"uk", "жів", "жева"},
    {"uk", "ів", "ова"},
    {"uk", "піль", "поля"},
    {"uk", "нець", "нця"},
    {"uk", "рець", "рця"},
    {"uk", "пінь", "пеня"},
    {"uk", "ка", "ці"},
    {"uk", "га", "зі"},
    {"ru", "лец", "льца"},
    {"ru", "ец", "ца"},
});
// Quarters of cities that the sources count as towns.
const std::set<std::string_view> kQuarters = {
    "Brooklyn",     "Manhattan",   "Queens",
    "Bronx",        "The Bronx",   "Staten Island",
    "Çankaya",      "Bağcılar",    "Bahçelievler",
    "Umraniye",     "Ümraniye",    "Esenler",
    "Karabağlar",   "Muratpaşa",   "Sultangazi",
    "Maltepe",      "Üsküdar",     "Ataşehir",
    "Şişli",        "Zeytinburnu", "Sultanbeyli",
    "Merkezefendi", "Kadıköy",     "Beyoğlu",
    "Etobicoke",    "Iztapalapa",  "Gustavo Adolfo Madero",
    "Minato",       "Shinagawa",   "Ōta",
    "Katsushika",   "Kotō",        "Kita",
    "Nakano",       "Shinjuku",    "Shibuya",
    "Ikebukuro"};
// Languages that spell one foreign name in several ways.
const std::set<std::string> kManySpellings = {"ar", "fa", "hi", "ko"};
// Languages of news in Latin letters.
const std::vector<std::string> kLatin = {"en", "fr", "es", "de", "pt", "id", "tr"};

bool is_language(const std::vector<std::string_view>& cells) {
  return cells.size() == 2 && cells[0].size() == 2 && cells[0][0] >= 'a' && cells[0][0] <= 'z';
}

// Names that are words or surnames of a language.
class Words {
 public:
  explicit Words(std::string_view table) {
    for (const auto line : lines(table)) {
      const auto cells = split(line, '\t');
      if (line.starts_with('#') || cells.size() != 2) continue;
      for (auto word : split_trimmed(cells[1], ';')) {
        const bool plain = word.ends_with('!');
        if (plain) word.remove_suffix(1);
        words_[std::string(cells[0])].insert(text::fold_copy(word));
        if (plain) plain_[std::string(cells[0])].insert(text::fold_copy(word));
      }
    }
  }

  bool has(const std::string& lang, const std::string& name) const {
    return contains(words_, lang, name);
  }
  // A word so usual that it is no town's name, whichever town.
  bool is_plain(const std::string& lang, const std::string& name) const {
    return contains(plain_, lang, name);
  }

 private:
  using Lists = std::map<std::string, std::set<std::string>>;
  static bool contains(const Lists& lists, const std::string& lang, const std::string& name) {
    const auto found = lists.find(lang);
    return found != lists.end() && found->second.contains(text::fold_copy(name));
  }

  Lists words_, plain_;
};

// "熊本県", "セブ島": a title that stands for more than the town.
bool is_region(const std::string& lang, std::string_view name) {
  if (lang != "ja") return false;
  if (name.ends_with("県")) return true;
  constexpr std::string_view kIsland = "島";
  return name.ends_with(kIsland) && name.size() > kIsland.size() &&
         text::is_kana(text::decode_before(name, name.size() - kIsland.size()).value);
}

class Maker {
 public:
  Maker(const knowledge::Knowledge& known, const Titles& titles, GeoTowns& geo, const Words& words,
        std::string_view more)
      : known_(known), titles_(titles), geo_(geo), words_(words), more_(more) {
    for (const auto line : lines(more)) {
      const auto cells = split(line, '\t');
      if (!is_language(cells)) continue;
      for (const auto name : split_trimmed(cells[1], ';')) {
        const size_t mark = name.find(" = ");
        if (mark == std::string_view::npos) continue;
        told_[std::string(name.substr(0, mark))].emplace_back(cells[0], name.substr(mark + 3));
      }
    }
    for (const knowledge::Entity& entity : known.entities()) ids_.insert(entity.id);
  }

  // Cities of the tables, to which GeoNames lends names.
  void tables() {
    for (const knowledge::Entity& city : known_.entities()) {
      if (city.type != model::EntityType::kCity) continue;
      const knowledge::Entity* country = known_.find(city.country);
      if (country == nullptr || country->iso.empty()) continue;
      PackEntity town = begin(city.id, bare(city.name), country->iso);
      int at = geo_.take(country->iso, city.name);
      for (const auto& alias : city.aliases) {
        if (at < 0 && alias.lang == "en") at = geo_.take(country->iso, alias.text);
      }
      add_told(town, city.name);
      if (at >= 0) add_geo(town, static_cast<size_t>(at));
      named_.insert(country->iso + text::fold_copy(city.name));
      for (const auto& alias : city.aliases) {
        if (alias.lang == "en") named_.insert(country->iso + text::fold_copy(alias.text));
      }
      drop_known(town, city);
      towns_.push_back(std::move(town));
    }
  }

  void natural_earth(std::vector<Row> rows) {
    // The largest of a name has its title.
    std::ranges::stable_sort(rows, [](const Row& a, const Row& b) {
      return std::atoi(value(a, "pop").c_str()) > std::atoi(value(b, "pop").c_str());
    });
    for (const Row& row : rows) {
      const std::string english = row.contains("en") ? value(row, "en") : value(row, "name");
      const std::string id = value(row, "qid"), iso = value(row, "cc");
      if (english.empty() || id.empty()) continue;
      if (std::atoi(value(row, "pop").c_str()) < kLeastPeople || kQuarters.contains(english))
        continue;
      PackEntity town = begin(id, english, iso);
      town.weight = std::atof(value(row, "pop").c_str());
      for (const char* lang : {"zh", "ru", "fr", "es", "de", "pt"}) {
        add(town, lang, value(row, lang));
      }
      fill(town, english, iso, value(row, "name"));
      named_.insert(iso + text::fold_copy(bare(english)));
      finish(std::move(town));
    }
  }

  void more() {
    for (const auto line : lines(more_)) {
      const auto cells = split(line, '\t');
      if (line.starts_with('#') || cells.size() < 2 || is_language(cells)) continue;
      for (const auto name : split_trimmed(cells[1], ';')) {
        const std::string english(name), iso(cells[0]);
        if (!named_.insert(iso + text::fold_copy(bare(english))).second) continue;
        PackEntity town = begin(free_id(bare(english), iso), bare(english), iso);
        town.weight = kWeightOfMore;
        fill(town, english, iso, bare(english));
        finish(std::move(town));
      }
    }
  }

  // All towns of GeoNames that no other source has.
  void geonames() {
    for (size_t i = 0; i < geo_.size(); ++i) {
      const GeoTown& town = geo_.town(i);
      const bool news = kNewsLands.contains(town.country);
      if (geo_.is_used(i) || town.people < (news ? kLeastOfNewsLands : kLeastOfGeoNames)) continue;
      const std::string english = english_of(i);
      if (kQuarters.contains(english)) continue;
      if (!named_.insert(town.country + text::fold_copy(english)).second) continue;
      PackEntity made = begin(free_id(english, town.country), english, town.country);
      if (made.names.empty()) continue;
      add_told(made, english);
      add_geo(made, i);
      if (made.names.size() < 2 && town.people < kLeastOfNameless) continue;
      finish(std::move(made));
    }
  }

  std::vector<PackEntity> take() {
    for (PackEntity& town : towns_) {
      add_cases(town);
      drop_words(town);
    }
    count_owners();
    for (PackEntity& town : towns_) {
      for (knowledge::PackName& name : town.names) {
        if (stands_alone(town, name)) name.strength = knowledge::Strength::kPlain;
      }
    }
    return std::move(towns_);
  }

 private:
  // What the encyclopedia says in English, if GeoNames knows it too; "Seville", not "Sevilla".
  std::string english_of(size_t i) const {
    const GeoTown& town = geo_.town(i);
    if (geo_.title(i) == nullptr) return town.name;
    const std::string title = bare(value(*geo_.title(i), "en"));
    const std::string folded = text::fold_copy(title);
    const bool known = std::ranges::any_of(
        town.latin, [&](const std::string& name) { return text::fold_copy(name) == folded; });
    return known ? title : town.name;
  }

  bool is_word(const std::string& lang, const std::string& name) const {
    // A plain name counts in the other languages of its letters, too.
    constexpr std::array<std::string_view, 2> kArabicLetters = {"ar", "fa"};
    if (std::ranges::find(kArabicLetters, lang) != kArabicLetters.end() &&
        std::ranges::any_of(kArabicLetters, [&](std::string_view other) {
          return words_.is_plain(std::string(other), name);
        })) {
      return true;
    }
    if (lang != "*") return words_.has(lang, name);
    return std::ranges::any_of(kLatin,
                               [&](const std::string& own) { return words_.has(own, name); });
  }

  // Ukrainian and Russian names change inside: "Львів", "Львова". One such case has the stem of
  // all.
  static void add_cases(PackEntity& town) {
    const size_t count = town.names.size();
    for (size_t i = 0; i < count; ++i) {
      const knowledge::PackName name = town.names[i];
      if (text::count_code_points(name.text) < kLeastChanging) continue;
      for (const auto& [lang, ending, other] : kChangingEndings) {
        if (name.lang != lang || !name.text.ends_with(ending)) continue;
        const std::string stem = name.text.substr(0, name.text.size() - ending.size());
        add(town, std::string(lang), stem + std::string(other));
        break;
      }
    }
  }

  // A small town is not looked for under a name that is a word.
  void drop_words(PackEntity& town) const {
    const auto drops = [&](const std::string& lang, const std::string& name) {
      return town.weight < kLeastOfWord ? words_.has(lang, name) : words_.is_plain(lang, name);
    };
    std::vector<knowledge::PackName> kept;
    for (knowledge::PackName& name : town.names) {
      if (name.lang != "*") {
        if (!drops(name.lang, name.text)) kept.push_back(std::move(name));
      } else if (std::ranges::none_of(
                     kLatin, [&](const std::string& lang) { return drops(lang, name.text); })) {
        kept.push_back(std::move(name));
      } else {
        for (const std::string& lang : kLatin) {
          if (!drops(lang, name.text)) kept.push_back({lang, name.text, name.strength});
        }
      }
    }
    town.names = std::move(kept);
  }

  void count_owners() {
    for (const PackEntity& town : towns_) {
      std::set<std::string> own;
      for (const auto& name : town.names) own.insert(text::fold_copy(name.text));
      for (const std::string& name : own) ++owners_[name];
    }
  }

  // A large town's name that nothing else has, that is no word and nobody's surname.
  bool stands_alone(const PackEntity& town, const knowledge::PackName& name) const {
    if (town.weight < kLeastOfPlain || owners_.at(text::fold_copy(name.text)) > 1) return false;
    const size_t letters = text::count_code_points(name.text);
    const char32_t first = text::decode(name.text, 0).value;
    const size_t least = text::is_han(first) || text::is_hangul(first) ? 3 : 5;
    if (letters < least || is_word(name.lang, name.text)) return false;
    if (name.lang != "*") return !titles_.is_surname(name.lang, name.text);
    return std::ranges::none_of(
        kLatin, [&](const std::string& lang) { return titles_.is_surname(lang, name.text); });
  }

  std::string free_id(const std::string& english, const std::string& iso) {
    std::string id = text::fold_copy(english);
    std::erase_if(id, [](char c) { return c == ',' || c == '.' || c == '\''; });
    std::ranges::replace(id, ' ', '-');
    if (given_.contains(id) || ids_.contains(id)) id += "-" + ascii_lower(iso);
    given_.insert(id);
    return id;
  }

  PackEntity begin(const std::string& id, const std::string& english, const std::string& iso) {
    PackEntity town;
    town.id = id;
    town.type = model::EntityType::kCity;
    const knowledge::Entity* country = known_.find_by_iso(iso);
    if (country != nullptr) town.country = country->id;
    add(town, "*", english);  // other languages write mostly so too, where their letters are Latin
    return town;
  }

  // Names from all sources for a town of Natural Earth or of our table.
  void fill(PackEntity& town, const std::string& english, const std::string& iso,
            const std::string& local) {
    if (seen_.insert(bare(english)).second) {
      add_told(town, bare(english));
      if (const Row* title = titles_.find(english)) add_title(town, *title);
    }
    if (city_of_tables(town) != nullptr) return;
    int at = geo_.take(iso, bare(english));
    if (at < 0 && local != english) at = geo_.take(iso, local);
    if (at >= 0) add_geo(town, static_cast<size_t>(at));
  }

  void add_told(PackEntity& town, const std::string& english) const {
    const auto told = told_.find(bare(english));
    if (told == told_.end()) return;
    for (const auto& [lang, name] : told->second) add(town, lang, name);
  }

  void add_title(PackEntity& town, const Row& title) const {
    for (const auto& [lang, name] : title) {
      if (lang != "en") add(town, lang, bare(name));
    }
  }

  void add_geo(PackEntity& town, size_t i) const {
    const GeoTown& geo = geo_.town(i);
    town.weight = std::max(town.weight, geo.people);
    add(town, "*", geo.name);
    if (geo_.title(i) != nullptr) add_title(town, *geo_.title(i));
    std::map<std::string, size_t> of_language;
    for (const auto& name : town.names) ++of_language[name.lang];
    for (const auto& [lang, name] : geo.others) {
      // Where a usual name is known, others are mostly old or of a language with the same letters.
      if (of_language[lang] >= (kManySpellings.contains(lang) ? 3U : 1U)) continue;
      const size_t before = town.names.size();
      add(town, lang, name);
      if (!kManySpellings.contains(lang)) continue;
      of_language[lang] += town.names.size() - before;
    }
  }

  static void add(PackEntity& town, const std::string& lang, const std::string& name) {
    const bool known = std::ranges::any_of(town.names, [&](const auto& other) {
      return (other.lang == lang || other.lang == "*") &&
             text::fold_copy(other.text) == text::fold_copy(name);
    });
    if (name.empty() || known || is_region(lang, name)) return;
    town.names.push_back({lang, name, knowledge::Strength::kAmbiguous});
    if (lang == "hi") {
      if (const std::string plain = towns::plain_devanagari(name); plain != name)
        add(town, lang, plain);
      const std::string english = town.names.front().text;
      const std::string dotted = towns::dotted_devanagari(name, english);
      if (dotted != name && towns::plain_devanagari(dotted) == name) add(town, lang, dotted);
    }
    const auto words = kTownWords.find(lang);
    if (words == kTownWords.end()) return;
    if (lang == "ko" && town.country == "south-korea" && !name.ends_with("시")) {
      town.names.push_back({lang, name + "시", knowledge::Strength::kAmbiguous});
    }
    for (const std::string& word : words->second) {
      if (!name.ends_with(word) || text::count_code_points(name) < 3) continue;
      const std::string without(trim(name.substr(0, name.size() - word.size())));
      town.names.push_back({lang, without, knowledge::Strength::kAmbiguous});
    }
  }

  // What the tables have under the name is theirs, if it is a place of the country.
  void finish(PackEntity town) {
    if (town.names.empty()) return;
    if (ids_.contains(town.id)) town.id += "-town";
    if (const knowledge::Entity* city = city_of_tables(town)) town.id = city->id;
    towns_.push_back(std::move(town));
  }

  const knowledge::Entity* city_of_tables(const PackEntity& town) const {
    const knowledge::Entity* city = nullptr;
    for (const knowledge::Entity* entity : known_.find_by_name(town.names.front().text)) {
      const bool same = entity->type == model::EntityType::kCity && entity->country == town.country;
      if (same) city = entity;
    }
    return city;
  }

  static void drop_known(PackEntity& town, const knowledge::Entity& city) {
    std::erase_if(town.names, [&](const knowledge::PackName& name) {
      return std::ranges::any_of(city.aliases, [&](const knowledge::Alias& alias) {
        return alias.lang == name.lang && text::fold_copy(alias.text) == text::fold_copy(name.text);
      });
    });
  }

  const knowledge::Knowledge& known_;
  const Titles& titles_;
  GeoTowns& geo_;
  const Words& words_;
  std::string_view more_;
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> told_;
  std::unordered_map<std::string, size_t> owners_;  // towns by folded name
  std::set<std::string> ids_, given_;               // of the tables; of the pack
  std::set<std::string> seen_;                      // names that have had their title
  std::set<std::string> named_;                     // country and folded name
  std::vector<PackEntity> towns_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    fmt::print(stderr, "usage: make_towns NAMES_FOLDER TOWNS_MORE.tsv TOWNS_WORDS.tsv OUT.bin\n");
    return 1;
  }
  // Without the pack that is made now, and the one that is made after it.
  std::vector<std::pair<std::string_view, std::string_view>> tables;
  for (const std::string_view path : embedded_paths("")) {
    if (!path.starts_with("towns/") && !path.starts_with("gazetteer/")) {
      tables.emplace_back(path, embedded_data(path));
    }
  }
  const auto known = knowledge::Knowledge::from_tables(tables);
  if (!known) {
    fmt::print(stderr, "{}\n", known.error().message());
    return 2;
  }
  const std::string folder = argv[1], more = read_file(argv[2]);
  const Titles titles(folder + "/gaz/wikipedia_titles_2016.tsv");
  const std::vector<GeoTown> geonames = towns::read_geonames(folder + "/gaz/cities15000.txt");
  GeoTowns geo(geonames, titles);
  const Words words(read_file(argv[3]));
  Maker maker(**known, titles, geo, words, more);
  maker.tables();
  maker.natural_earth(towns::read_table(folder + "/gaz/natural_earth_places.tsv"));
  maker.more();
  maker.geonames();
  const std::vector<PackEntity> made = maker.take();
  size_t names = 0;
  for (const PackEntity& town : made) names += town.names.size();
  fmt::print("{} towns, {} names\n", made.size(), names);
  std::ofstream(argv[4], std::ios::binary) << knowledge::make_pack(made, **known);
  return 0;
}
