#include "gazetteer/features.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::gazetteer {
namespace {

using model::EntityType;

constexpr size_t kLeastTyped = 3;  // different titles with the kind's words
// Titles that a thing of the kind has at least; of what there are thousands news names few.
const std::map<std::string, size_t> kLeastTitles = {
    {"sea", 6},         {"ocean", 4},     {"strait", 6},   {"gulf", 7},       {"desert", 6},
    {"peninsula", 7},   {"club", 13},     {"stadium", 12}, {"island", 11},    {"river", 11},
    {"lake", 11},       {"mountain", 10}, {"party", 8},    {"cathedral", 11}, {"bridge", 12},
    {"theatre", 11},    {"cape", 11},     {"dam", 6},      {"nuclear", 4},    {"agency", 7},
    {"institute", 6},   {"company", 11},  {"union", 8},    {"federation", 9}, {"redcross", 3},
    {"railway", 4},     {"hospital", 3},  {"port", 5},     {"bank", 8},       {"exchange", 5},
    {"university", 10}, {"park", 11},     {"museum", 9},   {"airport", 10},   {"airline", 9},
    {"pass", 9},        {"glacier", 9},   {"canal", 7},    {"library", 8},    {"newspaper", 7}};
constexpr size_t kLeastTitlesOfAny = 6;
constexpr int kOftenPart = 3;     // titles that a phrase begins or ends
constexpr size_t kLeastBare = 6;  // letters of a name without the kind's word
constexpr size_t kLeastTitlesOfBare = 10;
// Languages that write the kind's word in small letters before the name.
constexpr std::array<std::string_view, 4> kSmallFronts = {"fr", "es", "pt", "ru"};

struct Typed {
  const Row* row = nullptr;
  const Kind* kind = nullptr;
};

bool has_capital_behind(std::string_view name, size_t begin) {
  for (size_t at = begin; at < name.size();) {
    const text::CodePoint c = text::decode(name, at);
    if (text::is_upper(c.value)) return true;
    at += c.length;
  }
  return false;
}

// "Mer de Corail" → "mer de Corail", which both spellings fit.
std::string with_small_front(const std::string& lang, const std::string& name, const Form& form) {
  if (std::ranges::find(kSmallFronts, lang) == kSmallFronts.end() || form.before.empty())
    return name;
  if (!has_capital_behind(name, form.before.size())) return name;
  if (text::is_upper(text::decode(name, text::decode(name, 0).length).value)) return name;  // "FC"
  const text::CodePoint first = text::decode(name, 0);
  if (!text::is_upper(first.value)) return name;
  constexpr char32_t kLatinCase = 0x20;
  std::string small;
  // Letters of the words in the tables: A-Z, À-Þ, А-Я.
  const bool shifted = first.value < 0xDF || (first.value >= 0x410 && first.value <= 0x42F);
  if (!shifted) return name;
  text::append_utf8(small, first.value + kLatinCase);
  return small + name.substr(first.length);
}

int count_capitals(std::string_view name) {
  int capitals = 0;
  for (size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::decode(name, at);
    const bool first = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
    capitals += first && text::is_upper(c.value) ? 1 : 0;
    at += c.length;
  }
  return capitals;
}

bool is_latin(const std::string& name) { return text::is_latin(text::decode(name, 0).value); }

class Features {
 public:
  Features(Maker& maker, const std::vector<Kind>& kinds) : maker_(maker), kinds_(kinds) {}

  void read(const Row& row) {
    if (row.size() < kLeastTyped) return;
    const Kind* kind = kind_of(row);
    if (kind == nullptr) return;
    const auto least = kLeastTitles.find(kind->name);
    if (row.size() < (least == kLeastTitles.end() ? kLeastTitlesOfAny : least->second)) return;
    if (maker_.is_left_out(row)) return;
    typed_.push_back({&row, kind});
    for (const auto& [lang, title] : row) maker_.phrases().watch(lang, bare_title(title));
  }

  void make() {
    // Of several titles that are called like an entity of the tables it has one.
    std::map<const knowledge::Entity*, size_t> most;
    for (const Typed& typed : typed_) {
      size_t alike = 0;
      const knowledge::Entity* same = maker_.of_tables(*typed.row, &alike);
      if (same == nullptr || alike <= most[same]) continue;
      most[same] = alike;
      best_of_[same] = typed.row;
    }
    for (const Typed& typed : typed_) make(typed);
  }

 private:
  // "Abelian group": English writes words of names with capitals.
  static bool has_small_word(const Kind& kind, const std::string& english) {
    const Form* form = kind.find("en", english);
    return form != nullptr &&
           !(english.starts_with(form->before) && english.ends_with(form->behind));
  }

  // What the titles tell it to be in most languages; those that only copy another count once.
  const Kind* kind_of(const Row& row) const {
    const Kind* best = nullptr;
    size_t most = kLeastTyped - 1;
    for (const Kind& kind : kinds_) {
      std::set<std::string> told;
      for (const auto& [lang, title] : row) {
        const std::string name = bare_title(title);
        if (kind.find(lang, name) != nullptr) told.insert(text::fold_copy(name));
      }
      if (told.size() > most) {
        best = &kind;
        most = told.size();
      }
    }
    return best;
  }

  static const std::string* english_of(const Row& row) {
    const auto found = row.find("en");
    return found == row.end() ? nullptr : &found->second;
  }

  // Whether the language's title is a phrase that stands in many titles, but the English is not.
  bool is_phrase(const std::string& lang, const std::string& name, const Row& row) const {
    const std::string* english = english_of(row);
    const int own = maker_.phrases().titles_with(lang, name);
    const int others = english == nullptr || lang == "en"
                           ? 0
                           : maker_.phrases().titles_with("en", bare_title(*english));
    return own >= kOftenPart && own > 2 * others + 2;
  }

  void make(const Typed& typed) {
    const Row& row = *typed.row;
    const EntityType type = type_of(typed.kind->type);
    const bool nature = type == EntityType::kRegion;
    const knowledge::Entity* same = maker_.of_tables(row);
    if (same != nullptr && best_of_[same] != &row) return;  // another's namesake
    if (same != nullptr && !fits(*same, type)) return;
    if (typed.kind->name == "federation" && english_of(row) != nullptr &&
        english_of(row)->find("Football") != std::string::npos) {
      return;  // those of countries are told by the country: institutions.txt
    }
    if (same == nullptr && maker_.is_near_table(row)) return;
    const std::string* english = english_of(row);
    // A phrase in English is one elsewhere: "National Museum".
    const bool plain_words =
        english != nullptr && maker_.phrases().is_plain("en", bare_title(*english));
    if (english != nullptr && has_small_word(*typed.kind, bare_title(*english))) return;
    const bool one_of_many = english != nullptr && has_brackets(*english);
    if (same == nullptr && !nature && (plain_words || one_of_many)) return;
    if (same == nullptr && nature && plain_words && row.size() < 9) return;
    std::string canonical;
    for (const char* lang : {"en", "de", "fr", "es", "pt", "id", "tr"}) {
      const std::string title = bare_title(towns::value(row, lang));
      if (canonical.empty() && !title.empty() && is_latin(title)) canonical = title;
    }
    if (canonical.empty()) return;
    PackEntity entity;
    entity.type = type;
    entity.weight = static_cast<double>(row.size());
    for (const char* lang : {"en", "ar", "de", "es", "fa", "fr", "hi", "id", "ja", "ko", "pt", "ru",
                             "tr", "uk", "zh"}) {
      const std::string title = towns::value(row, lang);
      if (!title.empty()) add(entity, typed, lang, title, same, plain_words || one_of_many);
    }
    if (entity.names.size() < 2 && same == nullptr) return;
    if (entity.names.empty()) return;
    const std::string made = same == nullptr && nature ? maker_.made_like(entity) : std::string();
    // The canonical name is the first of the entity's.
    if (!made.empty()) {
      entity.id = made;
    } else if (same == nullptr) {
      if (entity.names.front().lang != "en") {
        entity.names.insert(entity.names.begin(), {"en", canonical, Strength::kAmbiguous});
      }
      const std::string known = nature ? std::string() : maker_.registered(canonical);
      entity.id = known.empty() ? maker_.free_id(canonical, typed.kind->name) : known;
    } else {
      entity.id = same->id;
    }
    maker_.finish(std::move(entity));
  }

  static bool fits(const knowledge::Entity& entity, EntityType type) {
    if (entity.type == type) return true;
    const auto thing = [](EntityType t) {
      return t == EntityType::kOrg || t == EntityType::kFacility;
    };
    if (type == EntityType::kFacility && entity.type == EntityType::kRegion) return true;
    return thing(entity.type) && thing(type);
  }

  void add(PackEntity& entity, const Typed& typed, const std::string& lang,
           const std::string& title, const knowledge::Entity* same, bool doubtful) const {
    const std::string name = bare_title(title);
    const bool nature = entity.type == EntityType::kRegion;
    if (has_brackets(title) && !nature) return;
    if (name.empty() || has_marks(name)) return;
    const bool latin_script = lang == "en" || lang == "fr" || lang == "es" || lang == "pt" ||
                              lang == "de" || lang == "tr" || lang == "id";
    if (latin_script != is_latin(name)) {
      if (latin_script || typed.kind->find(lang, name) == nullptr) return;
    }
    // What another thing is called, too, if only now and then.
    for (const knowledge::Entity* other : maker_.called(name)) {
      if (same == nullptr || other->id != same->id) return;
    }
    const Form* form = typed.kind->find(lang, name);
    const size_t letters = text::count_code_points(name);
    const char32_t first = text::decode(name, 0).value;
    const bool dense = text::is_spaceless(first) || text::is_hangul(first);
    if (is_phrase(lang, name, *typed.row)) return;
    const bool plain = maker_.phrases().is_plain(lang, name);
    std::optional<Strength> strength = Strength::kPlain;
    if (form == nullptr) {
      const bool short_name = letters < (dense ? 3 : kLeastBare);
      const bool words = name.find(' ') != std::string::npos;
      if (typed.row->size() < kLeastTitlesOfBare && same == nullptr) return;
      if (short_name || plain || maker_.is_surname(lang, name)) return;
      const bool cased = text::is_latin(first) || text::is_cyrillic(first);
      if (!cased && !dense && !words) return;  // may be any word
      const bool full = entity.type == EntityType::kOrg && words && count_capitals(name) > 1;
      strength = full ? Strength::kPlain : Strength::kAmbiguous;
    } else {
      // "Demokratische Partei", "रिपब्लिकन पार्टी": any country's.
      if (typed.kind->name == "party" && std::ranges::count(name, ' ') < 2) return;
      if (plain && !nature) {
        if (std::ranges::count(name, ' ') < 2) return;
        strength = Strength::kAmbiguous;
      }
      if (plain && nature) strength = Strength::kAmbiguous;
      if (dense && letters < 3) strength = Strength::kAmbiguous;
      if (has_brackets(title)) strength = Strength::kAmbiguous;
    }
    if (doubtful) strength = Strength::kAmbiguous;
    maker_.add(entity, lang, form == nullptr ? name : with_small_front(lang, name, *form),
               strength);
  }

  Maker& maker_;
  const std::vector<Kind>& kinds_;
  std::vector<Typed> typed_;
  std::map<const knowledge::Entity*, const Row*> best_of_;
};

}  // namespace

void add_features(Maker& maker, const std::vector<Row>& rows, const std::vector<Kind>& kinds) {
  Features features(maker, kinds);
  for (const Row& row : rows) features.read(row);
  maker.phrases().count(rows);
  features.make();
}

}  // namespace synoptic::gazetteer
