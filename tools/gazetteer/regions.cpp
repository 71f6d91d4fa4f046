#include "gazetteer/regions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::gazetteer {
namespace {

using model::EntityType;

constexpr size_t kLeastLanguages = 12;  // of fifteen: further ones are not in the news of them
constexpr size_t kLeastPlain = 6;       // letters of a name that counts alone
constexpr size_t kLeastHan = 3;
constexpr int kLeastOfForm = 2;  // parts of the country that have it
// Languages in whose news any country's parts stand.
constexpr std::array<std::string_view, 7> kFarLanguages = {"en", "fr", "es", "pt",
                                                           "ar", "ru", "zh"};
constexpr std::array<std::string_view, 7> kLatin = {"en", "fr", "es", "pt", "de", "tr", "id"};
// Languages that write the word for a part of a country together with its name.
constexpr std::array<std::string_view, 3> kJoining = {"ja", "ko", "zh"};
// Names that need their word: with an adjective, "Винницкая область".
constexpr std::array<std::string_view, 4> kAdjectives = {"ая", "ий", "ый", "ка"};

struct Named {
  std::string bare;                 // without the word for a part
  std::optional<std::string> full;  // with it
  size_t form = 0;
  bool others = false;  // another thing is called so without more words
};

struct Part {
  std::string iso, english;
  Row titles;                                       // of the encyclopedia
  std::map<std::string, std::vector<Named>> names;  // by language
};

const Form* longest(const std::vector<Form>& forms, const std::string& name) {
  const Form* best = nullptr;
  const auto size = [](const Form& form) { return form.before.size() + form.behind.size(); };
  for (const Form& form : forms) {
    if ((best == nullptr || size(form) > size(*best)) && without(form, name)) best = &form;
  }
  return best;
}

bool is_cyrillic_adjective(const std::string& lang, const std::string& bare) {
  return (lang == "ru" || lang == "uk") &&
         std::ranges::any_of(kAdjectives, [&](auto ending) { return bare.ends_with(ending); });
}

// "新疆ウイグル自治区": tells what it is.
bool is_whole(const std::string& name) {
  constexpr std::array<std::string_view, 14> kEnds = {"区", "區", "国", "國", "島", "岛", "市",
                                                      "都", "道", "府", "구", "국", "시", "도"};
  return std::ranges::any_of(kEnds, [&](auto end) { return name.ends_with(end); });
}

// "Var": may be anything.
bool is_short(const std::string& name) {
  constexpr size_t kShort = 3;
  const char32_t first = text::decode(name, 0).value;
  return !text::is_han(first) && !text::is_hangul(first) && text::count_code_points(name) <= kShort;
}

class Regions {
 public:
  Regions(Maker& maker, const std::vector<Row>& rows, const FormsOfLanguages& forms)
      : maker_(maker), forms_(forms) {
    for (const Row& row : rows) {
      const std::string english = towns::value(row, "en");
      if (row.size() >= 5 && !english.empty()) by_english_[english].push_back(&row);
    }
  }

  void read(const Row& cells) {
    const std::string code = towns::value(cells, "code");
    if (code.size() < 4 || cells.size() < kLeastLanguages + 1) return;
    Part part{code.substr(0, 2), towns::value(cells, "en"), {}, {}};
    if (part.english.empty() || maker_.is_small_land(part.iso)) return;
    if (const Row* title = title_of(cells)) part.titles = *title;
    for (const Row* source : {&cells, static_cast<const Row*>(&part.titles)}) {
      for (const auto& [lang, name] : *source) {
        if (lang != "code") note(part, lang, name);
      }
    }
    parts_.push_back(std::move(part));
  }

  void finish() {
    for (Part& part : parts_) make(part);
  }

 private:
  // The title of the part: with a word for it, or so called in most languages.
  const Row* title_of(const Row& cells) const {
    const std::string english = towns::value(cells, "en");
    const Row* best = nullptr;
    size_t most = 3;  // at least so many agree, and one more
    std::vector<std::string> tried = {english};
    for (const Form& form : forms_.at("en")) tried.push_back(form.of(english));
    for (const std::string& name : tried) {
      const auto found = by_english_.find(name);
      if (found == by_english_.end()) continue;
      for (const Row* row : found->second) {
        size_t alike = 0;
        for (const auto& [lang, own] : cells) {
          const std::string title = towns::value(*row, lang);
          if (title.empty()) continue;
          alike += text::fold_copy(stripped(lang, title)) == text::fold_copy(stripped(lang, own));
        }
        // A title with the word is the likelier one.
        if (alike > most || (best != nullptr && alike == most && name != english)) {
          best = row;
          most = alike;
        }
      }
    }
    return best;
  }

  std::string stripped(const std::string& lang, const std::string& title) const {
    const std::string name = bare_title(title);
    const auto own = forms_.find(lang);
    const Form* form = own == forms_.end() ? nullptr : longest(own->second, name);
    return form == nullptr ? name : *without(*form, name);
  }

  void note(Part& part, const std::string& lang, const std::string& title) {
    Named named{bare_title(title), std::nullopt, 0, has_brackets(title)};
    const auto own = forms_.find(lang);
    if (own == forms_.end() || named.bare.empty()) return;
    if (const Form* form = longest(own->second, named.bare)) {
      named.full = named.bare;
      named.bare = *without(*form, named.bare);
      named.form = static_cast<size_t>(form - own->second.data());
      ++votes_[part.iso][lang][named.form];
    }
    part.names[lang].push_back(std::move(named));
  }

  // The usual word of the country's parts in the language.
  const Form* form_of(const std::string& iso, const std::string& lang) const {
    const auto own = forms_.find(lang);
    if (own == forms_.end()) return nullptr;
    const Form* best = nullptr;
    int most = kLeastOfForm - 1;
    const auto land = votes_.find(iso);
    if (land == votes_.end()) return nullptr;
    const auto votes = land->second.find(lang);
    if (votes == land->second.end()) return nullptr;
    for (const auto& [form, count] : votes->second) {
      if (count <= most) continue;
      best = &own->second[form];
      most = count;
    }
    return best;
  }

  // Whether the land's town is called so in the language: a word for a part of the country beside
  // the town's name leads to the part by the town.
  bool is_town(const std::string& lang, const std::string& name, const std::string& land) const {
    return std::ranges::any_of(maker_.called(name), [&](const knowledge::Entity* town) {
      return town->type == EntityType::kCity && town->country == land &&
             std::ranges::any_of(town->aliases, [&](const auto& alias) {
               return alias.lang == lang && text::fold_copy(alias.text) == text::fold_copy(name);
             });
    });
  }

  static std::string upper(std::string iso) {
    for (char& c : iso) c = static_cast<char>(c - 'a' + 'A');
    return iso;
  }

  std::optional<Strength> strength_of(const std::string& lang, const std::string& bare,
                                      const std::string& land) const {
    for (const knowledge::Entity* other : maker_.called(bare)) {
      if (other->type != EntityType::kRegion || other->country != land) return Strength::kAmbiguous;
    }
    const char32_t first = text::decode(bare, 0).value;
    const bool dense = text::is_han(first) || text::is_kana(first) || text::is_hangul(first);
    const size_t letters = text::count_code_points(bare);
    if (letters < (dense ? kLeastHan : kLeastPlain)) return Strength::kAmbiguous;
    if (maker_.is_surname(lang, bare) || maker_.phrases().is_plain(lang, bare)) {
      return Strength::kAmbiguous;
    }
    // An English name counts in all languages of its letters: "Manche".
    if (text::is_latin(first) && is_word_anywhere(bare)) return Strength::kAmbiguous;
    // Words of a language without capitals may be anything.
    const bool cased = text::is_latin(first) || text::is_cyrillic(first) || dense;
    return cased || bare.find(' ') != std::string::npos ? Strength::kPlain : Strength::kAmbiguous;
  }

  void make(Part& part) {
    const knowledge::Entity* land = maker_.known().find_by_iso(upper(part.iso));
    if (land == nullptr) return;
    Row bares;
    bool word = false, town = false;
    for (const auto& [lang, names] : part.names) {
      bares[lang] = names.front().full.value_or(names.front().bare);
      word |= std::ranges::any_of(names, [](const Named& named) { return named.full.has_value(); });
    }
    const knowledge::Entity* same = maker_.of_tables(bares);
    for (const knowledge::Entity* other : maker_.called(part.english)) {
      town |= other->type == EntityType::kCity;
    }
    if (!word && (town || (same != nullptr && same->type != EntityType::kRegion))) return;
    if (same != nullptr && same->type == EntityType::kCountry) return;
    const bool own = same != nullptr && same->type == EntityType::kRegion &&
                     (same->country == land->id || same->country.empty());
    if (!own) {
      same = nullptr;
    }
    // "Northern", "Littoral": words that any country has.
    if (maker_.phrases().is_plain("en", part.names.at("en").front().bare) ||
        maker_.is_word("en", part.names.at("en").front().bare)) {
      return;
    }
    std::set<std::string> bracketed;
    for (const auto& [lang, names] : part.names) {
      if (std::ranges::any_of(names, &Named::others)) bracketed.insert(lang);
    }
    PackEntity region;
    region.type = EntityType::kRegion;
    region.country = land->id;
    region.weight = static_cast<double>(part.titles.size());
    const Form* english = form_of(part.iso, "en");
    const std::string bare = part.names.at("en").front().bare;
    const std::string canonical = english != nullptr && town ? english->of(bare) : part.english;
    region.id = same != nullptr ? same->id : maker_.free_id(canonical, part.iso);
    const bool lends = same != nullptr;
    if (!lends)
      maker_.add(region, "en", canonical,
                 canonical != bare          ? Strength::kPlain
                 : bracketed.contains("en") ? Strength::kAmbiguous
                                            : strength_of("en", bare, land->id));
    const bool near = maker_.is_news_land(part.iso);
    for (const auto& [lang, names] : part.names) {
      if (!near && std::ranges::find(kFarLanguages, lang) == kFarLanguages.end()) continue;
      const Form* usual = form_of(part.iso, lang);
      const bool joining = std::ranges::find(kJoining, lang) != kJoining.end();
      for (const Named& named : names) {
        if (is_cyrillic_adjective(lang, named.bare) && named.full) {
          maker_.add(region, lang, *named.full, Strength::kPlain);
        } else if (joining && (named.full || (usual != nullptr && !is_whole(named.bare)))) {
          std::string full = named.full.value_or(usual == nullptr ? "" : usual->of(named.bare));
          if (lang == "ko") std::erase(full, ' ');
          maker_.add(region, lang, full, Strength::kPlain);
        } else if (is_short(named.bare) || maker_.is_common_noun(lang, named.bare, bare)) {
          if (named.full) maker_.add(region, lang, *named.full, Strength::kPlain);
        } else if (!is_town(lang, named.bare, land->id) &&
                   (!lends || maker_.called(named.bare).empty())) {
          maker_.add(region, lang, named.bare,
                     bracketed.contains(lang) ? Strength::kAmbiguous
                                              : strength_of(lang, named.bare, land->id));
        }
      }
    }
    if (!lends && town && !is_short(bare)) {
      maker_.add(region, is_word_anywhere(bare) ? "en" : "*", bare, Strength::kAmbiguous);
    }
    share(region);
    maker_.finish(std::move(region));
  }

  bool is_word_anywhere(const std::string& name) const {
    return std::ranges::any_of(kLatin, [&](std::string_view lang) {
      return maker_.is_word(std::string(lang), name) ||
             maker_.is_common_noun(std::string(lang), name, name);
    });
  }

  // A doubtful name that most languages of Latin letters have serves all.
  void share(PackEntity& region) const {
    constexpr size_t kMost = 4;
    std::map<std::string, std::vector<std::string>> languages;
    for (const auto& name : region.names) {
      if (std::ranges::find(kLatin, name.lang) != kLatin.end()) {
        languages[text::fold_copy(name.text)].push_back(name.lang);
      }
    }
    std::set<std::string> shared;
    for (const auto& name : region.names) {
      if (name.lang == "*") shared.insert(text::fold_copy(name.text));
    }
    std::erase_if(region.names, [&](knowledge::PackName& name) {
      if (std::ranges::find(kLatin, name.lang) == kLatin.end()) return false;
      const std::string folded = text::fold_copy(name.text);
      if (name.strength == Strength::kAmbiguous && shared.contains(folded)) return true;
      if (languages[folded].size() < kMost || is_word_anywhere(name.text)) return false;
      if (!shared.insert(folded).second) return true;
      name.lang = "*";
      return false;
    });
  }

  Maker& maker_;
  const FormsOfLanguages& forms_;
  std::unordered_map<std::string, std::vector<const Row*>> by_english_;
  std::vector<Part> parts_;
  std::map<std::string, std::map<std::string, std::map<size_t, int>>>
      votes_;  // land, language, form
};

}  // namespace

void add_regions(Maker& maker, const std::vector<Row>& rows, const std::vector<Row>& parts,
                 const FormsOfLanguages& forms) {
  Regions regions(maker, rows, forms);
  for (const Row& part : parts) regions.read(part);
  regions.finish();
}

}  // namespace synoptic::gazetteer
