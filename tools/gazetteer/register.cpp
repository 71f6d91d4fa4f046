#include "gazetteer/register.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::gazetteer {
namespace {

using model::EntityType;

constexpr std::array<std::string_view, 15> kLanguages = {
    "en", "fr", "es", "pt", "de", "ru", "uk", "zh", "ja", "ko", "ar", "fa", "hi", "tr", "id"};
constexpr std::array<std::string_view, 3> kTypes = {"education", "government", "nonprofit"};
constexpr size_t kLeastLanguages = 2;
// Ids were given to what encyclopedias in many languages have first.
constexpr int kEarlyId = 2000000;
constexpr size_t kLeastWords = 2;
constexpr size_t kMostLetters = 48;  // longer ones are hardly written out
constexpr size_t kLeastDense = 5;    // letters of a name in Han, kana or Hangul
constexpr size_t kLeastAcronym = 3;  // letters
constexpr size_t kMostAcronym = 8;

struct Line {
  std::string_view lang, kinds, name;
};

class Register {
 public:
  explicit Register(Maker& maker) : maker_(maker) {}

  void read(std::string_view table) {
    std::string_view number, wikidata, types;
    std::vector<Line> names;
    for (const auto line : lines(table)) {
      const auto cells = split(line, '\t');
      if (cells.size() != 6) continue;
      if (cells[0] != number) {
        make(wikidata, types, names);
        number = cells[0];
        wikidata = cells[1];
        types = cells[2];
        names.clear();
      }
      names.push_back({cells[3], cells[4], cells[5]});
    }
    make(wikidata, types, names);
  }

 private:
  void make(std::string_view wikidata, std::string_view types, const std::vector<Line>& names) {
    if (wikidata.empty()) return;
    const knowledge::Entity* same = maker_.known().find(wikidata);
    if (same != nullptr && same->type != EntityType::kOrg && same->type != EntityType::kFacility)
      return;
    std::set<std::string_view> languages;
    for (const Line& line : names) {
      if (std::ranges::find(kLanguages, line.lang) != kLanguages.end()) languages.insert(line.lang);
    }
    if (languages.size() < kLeastLanguages && same == nullptr) return;
    if (to_int(wikidata.substr(1)) > kEarlyId && same == nullptr) return;
    // Laboratories, firms and funds are too many.
    const bool told = std::ranges::any_of(
        kTypes, [&](std::string_view type) { return types.find(type) != std::string_view::npos; });
    if (!told && same == nullptr) return;
    PackEntity entity;
    entity.id = std::string(wikidata);
    entity.type = EntityType::kOrg;
    entity.weight = 1;
    // English first: it is the canonical name.
    for (const bool english : {true, false}) {
      for (const Line& line : names) {
        const bool usual = line.kinds.find("label") != std::string_view::npos;
        if ((line.lang == "en") == english && usual) add(entity, line, same);
      }
    }
    const bool local = std::ranges::any_of(
        entity.names, [](const knowledge::PackName& name) { return name.lang != "en"; });
    if (entity.names.empty() || (!local && same == nullptr)) return;
    for (const Line& line : names) {
      if (line.kinds == "acronym") add_acronym(entity, line.name, same);
    }
    maker_.finish(std::move(entity));
  }

  void add(PackEntity& entity, const Line& line, const knowledge::Entity* same) const {
    const std::string lang(line.lang), name = bare_title(std::string(line.name));
    if (std::ranges::find(kLanguages, line.lang) == kLanguages.end()) return;
    if (name != line.name || has_marks(name) || name.find(',') != std::string::npos) return;
    const char32_t first = text::decode(name, 0).value;
    const bool dense = text::is_spaceless(first) || text::is_hangul(first);
    const size_t letters = text::count_code_points(name);
    const auto words = static_cast<size_t>(std::ranges::count(name, ' ')) + 1;
    if (letters > kMostLetters && same == nullptr) return;
    if (dense ? letters < kLeastDense : words < kLeastWords) return;
    if (maker_.phrases().is_plain(lang, name)) return;
    for (const knowledge::Entity* other : maker_.called(name)) {
      if (same == nullptr || other->id != same->id) return;
    }
    // Without capitals two words may be any: "مركز البحوث".
    const bool cased = text::is_latin(first) || text::is_cyrillic(first);
    const bool short_name = !cased && !dense && words < 3;
    maker_.add(entity, lang, name, short_name ? Strength::kAmbiguous : Strength::kPlain);
  }

  void add_acronym(PackEntity& entity, std::string_view name, const knowledge::Entity* same) const {
    const size_t letters = text::count_code_points(name);
    if (letters < kLeastAcronym || letters > kMostAcronym) return;
    for (size_t at = 0; at < name.size();) {
      const text::CodePoint c = text::decode(name, at);
      if (!text::is_upper(c.value) || !text::is_latin(c.value)) return;
      at += c.length;
    }
    for (const knowledge::Entity* other : maker_.called(name)) {
      if (same == nullptr || other->id != same->id) return;
    }
    maker_.add(entity, "*", std::string(name), Strength::kBound);
  }

  Maker& maker_;
};

}  // namespace

std::map<std::string, std::string> english_labels(std::string_view table) {
  std::map<std::string, std::string> ids;
  for (const auto line : lines(table)) {
    const auto cells = split(line, '\t');
    if (cells.size() != 6 || cells[1].empty() || cells[4] == "acronym") continue;
    if (cells[3] != "en" && !cells[3].empty()) continue;
    const auto [at, fresh] = ids.try_emplace(text::fold_copy(cells[5]), cells[1]);
    if (!fresh && at->second != cells[1]) at->second.clear();  // of two
  }
  return ids;
}

void add_register(Maker& maker, std::string_view table) { Register(maker).read(table); }

}  // namespace synoptic::gazetteer
