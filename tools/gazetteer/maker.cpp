#include "gazetteer/maker.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/strings.h"
#include "knowledge/name_index.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::gazetteer {
namespace {

using knowledge::NameEntry;
using knowledge::PackName;
using model::EntityType;

constexpr size_t kLeastAgreeing = 2;  // languages that call an entity of the tables so

// "Türkischer Roter Halbmond" is written "der Türkische Rote Halbmond", too: endings of adjectives.
constexpr std::array<std::string_view, 14> kGermanAdjectives = {
    "ische",  "tsche", "rote", "oße",  "arze", "eiße",      "elbe",
    "tliche", "male",  "nale", "rale", "neue", "arabische", "eine"};

std::vector<std::string> german_cases(const std::string& name) {
  std::string weak, oblique;
  bool changed = false;
  const auto words = split(name, ' ');
  for (size_t i = 0; i < words.size(); ++i) {
    std::string word(words[i]), own(words[i]);
    const bool strong = i + 1 < words.size() && word.size() > 4 &&
                        (word.ends_with("er") || word.ends_with("es") || word.ends_with('e'));
    const std::string stem = word.ends_with('e') ? word : word.substr(0, word.size() - 1);
    const bool adjective = strong && std::ranges::any_of(kGermanAdjectives, [&](auto ending) {
                             return ascii_lower(stem).ends_with(ending);
                           });
    if (adjective) {
      word = stem;
      own = stem + "n";
      changed = true;
    }
    weak += (i == 0 ? "" : " ") + word;
    oblique += (i == 0 ? "" : " ") + own;
  }
  if (!changed) return {};
  return {weak, oblique};
}

}  // namespace

std::string bare_title(const std::string& title) {
  std::string bare = title;
  for (const std::string_view mark : {" (", "（", " （", "("}) {
    bare.resize(std::min(bare.size(), bare.find(mark)));
  }
  return std::string(trim(bare));
}

bool has_brackets(const std::string& title) { return bare_title(title) != title; }

bool has_marks(std::string_view name) {
  constexpr std::array<std::string_view, 6> kMarks = {":", ";", "\"", "/", "«", "»"};
  return std::ranges::any_of(
      kMarks, [&](std::string_view mark) { return name.find(mark) != std::string_view::npos; });
}

model::EntityType type_of(std::string_view name) {
  if (name == "REGION") return EntityType::kRegion;
  return name == "FACILITY" ? EntityType::kFacility : EntityType::kOrg;
}

Maker::Maker(const knowledge::Knowledge& known, const towns::Titles& titles, Phrases& phrases,
             std::string_view words, std::string_view town_words)
    : known_(known), titles_(titles), phrases_(phrases) {
  for (const auto line : lines(words)) {
    const auto cells = split(line, '\t');
    if (line.starts_with('#') || cells.size() != 3) continue;
    if (cells[0] == "land" || cells[0] == "news") {
      auto& lands = cells[0] == "land" ? lands_ : news_;
      for (const auto land : split_trimmed(cells[2], ' ')) lands.emplace(land);
      continue;
    }
    for (const auto word : split_trimmed(cells[2], ';')) {
      left_out_[std::string(cells[0])][std::string(cells[1])].emplace_back(word);
      if (cells[0] == "name") words_[std::string(cells[1])].insert(text::fold_copy(word));
    }
  }
  for (const auto line : lines(town_words)) {
    const auto cells = split(line, '\t');
    if (line.starts_with('#') || cells.size() != 2) continue;
    for (auto word : split_trimmed(cells[1], ';')) {
      if (word.ends_with('!')) word.remove_suffix(1);
      words_[std::string(cells[0])].insert(text::fold_copy(word));
    }
  }
  for (const knowledge::Entity& entity : known.entities()) ids_.insert(entity.id);
}

std::vector<const knowledge::Entity*> Maker::called(std::string_view name) const {
  std::set<uint32_t> found;
  const std::string folded = text::fold_copy(name);
  for (const knowledge::NameSource& source : known_.names().sources()) {
    const uint32_t node = source.trie->walk(folded);
    if (node == knowledge::NameTrie::kNone) continue;
    for (const NameEntry& entry : source.trie->entries(node)) {
      if (entry.kind == NameEntry::Kind::kEntity || entry.kind == NameEntry::Kind::kCanonical) {
        found.insert(source.global(entry.target));
      }
    }
  }
  std::vector<const knowledge::Entity*> entities;
  for (const uint32_t index : found) entities.push_back(&known_.entity(index));
  return entities;
}

const knowledge::Entity* Maker::of_tables(const Row& names, size_t* alike) const {
  std::map<const knowledge::Entity*, std::set<std::string>> agreeing;  // with the names that agree
  std::set<const knowledge::Entity*> english;
  for (const auto& [lang, title] : names) {
    const std::string name = bare_title(title);
    for (const knowledge::Entity* entity : called(name)) {
      if (!known_.is_of_tables(*entity)) continue;
      agreeing[entity].insert(text::fold_copy(name));
      if (lang == "en") english.insert(entity);
    }
  }
  const knowledge::Entity* best = nullptr;
  size_t most = 0;
  for (const knowledge::Entity& entity : known_.entities()) {
    const auto found = agreeing.find(&entity);
    if (found == agreeing.end()) continue;
    const bool in_english = english.contains(&entity);
    const bool long_name = in_english && std::ranges::count(bare_title(names.at("en")), ' ') >= 2;
    const size_t least = in_english ? kLeastAgreeing : kLeastAgreeing + 1;
    if (!long_name && found->second.size() < least) continue;
    if (found->second.size() <= most) continue;
    best = &entity;
    most = found->second.size();
  }
  if (alike != nullptr) *alike = most;
  return best;
}

bool Maker::is_near_table(const Row& names) const {
  return std::ranges::any_of(names, [&](const auto& cell) {
    return std::ranges::any_of(
        called(bare_title(cell.second)), [&](const knowledge::Entity* other) {
          return known_.is_of_tables(*other) && other->type != EntityType::kCity;
        });
  });
}

std::string Maker::registered(const std::string& english) const {
  const auto found = register_.find(text::fold_copy(english));
  return found == register_.end() ? std::string() : found->second;
}

bool Maker::is_left_out(const Row& row) const {
  const auto has_words = [](std::string_view title, std::string_view words) {
    const size_t at = title.find(words);
    if (at == std::string_view::npos) return false;
    const auto letter = [&](size_t i) {
      return i < title.size() && (std::isalnum(static_cast<unsigned char>(title[i])) != 0);
    };
    return (at == 0 || !letter(at - 1)) && !letter(at + words.size());
  };
  const auto& words = left_out_.at("not");
  const auto english = words.at("en");
  const std::string title = towns::value(row, "en");
  if (std::ranges::any_of(english, [&](const auto& word) { return has_words(title, word); })) {
    return true;
  }
  for (const auto& [lang, other] : row) {
    const size_t bracket = other.find('(');
    if (bracket == std::string::npos) continue;
    const std::string_view inside = std::string_view(other).substr(bracket);
    if (std::ranges::any_of(words.at("*"),
                            [&](const auto& word) { return has_words(inside, word); })) {
      return true;
    }
  }
  return false;
}

bool Maker::is_word(const std::string& lang, const std::string& name) const {
  const auto own = words_.find(lang);
  return own != words_.end() && own->second.contains(text::fold_copy(name));
}

std::string Maker::free_id(const std::string& english, std::string_view sort) {
  std::string id;
  for (const char c : text::fold_copy(english)) {
    if (c == ' ' || c == '-' || c == '/') {
      if (!id.empty() && id.back() != '-') id += '-';
    } else if (std::string_view(",.'()&!").find(c) == std::string_view::npos) {
      id += c;
    }
  }
  if (ids_.contains(id) || known_.find(id) != nullptr) id += "-" + std::string(sort);
  std::string free = id;
  for (int n = 2; !ids_.insert(free).second; ++n) free = id + "-" + std::to_string(n);
  return free;
}

void Maker::add(PackEntity& entity, const std::string& lang, const std::string& name,
                std::optional<Strength> strength) const {
  if (name.empty() || is_word(lang, name)) return;
  const auto put = [&](const std::string& text) {
    const std::string folded = text::fold_copy(text);
    const bool twice = std::ranges::any_of(entity.names, [&](const PackName& other) {
      // A plain name of several words counts in the other languages of its letters.
      const bool serves = other.lang == lang || other.lang == "*" ||
                          (other.lang == "en" && other.strength == Strength::kPlain &&
                           strength == Strength::kPlain && text.find(' ') != std::string::npos);
      return serves && text::fold_copy(other.text) == folded;
    });
    if (!twice) entity.names.push_back({lang, text, strength});
  };
  put(name);
  if (lang == "de") {
    for (const std::string& written : german_cases(name)) put(written);
  }
}

bool Maker::is_common_noun(const std::string& lang, const std::string& name,
                           const std::string& english) const {
  constexpr float kName = 0.25F;  // of what sounds like it
  if (name.find(' ') != std::string::npos) return false;
  const lexicon::Lexicon& words = lexicon::Lexicon::load();
  const std::string folded = text::fold_copy(name);
  if (lang == "en") return phrases_.is_plain(lang, name);
  const auto meanings = words.entry(folded, lang);
  if (meanings.empty()) return false;
  const std::set<std::string> sounds = {words.sounds_of(folded),
                                        words.sounds_of(text::fold_copy(english))};
  float alike = 0, all = 0;
  for (const lexicon::Translation& meaning : meanings) {
    all += meaning.weight;
    if (sounds.contains(words.sounds_of(meaning.word))) alike += meaning.weight;
  }
  return alike < kName * all;
}

std::string Maker::made_like(const PackEntity& entity) const {
  std::map<std::string, int> shared;
  for (const PackName& name : entity.names) {
    const auto found = regions_.find(text::fold_copy(name.text));
    if (found == regions_.end()) continue;
    for (const std::string& id : found->second) ++shared[id];
  }
  for (const auto& [id, count] : shared) {
    if (count >= 2) return id;
  }
  return {};
}

void Maker::finish(PackEntity entity) {
  // What the tables have is theirs.
  const knowledge::Entity* same = known_.find(entity.id);
  if (same != nullptr && known_.is_of_tables(*same)) {
    std::erase_if(entity.names, [&](const PackName& name) {
      return std::ranges::any_of(same->aliases, [&](const knowledge::Alias& alias) {
        const bool serves = alias.lang == name.lang || alias.lang == "en" || name.lang == "*";
        return serves && text::fold_copy(alias.text) == text::fold_copy(name.text);
      });
    });
  }
  if (entity.type == EntityType::kRegion) {
    for (const PackName& name : entity.names) {
      regions_[text::fold_copy(name.text)].insert(entity.id);
    }
  }
  if (!entity.names.empty()) entities_.push_back(std::move(entity));
}

std::vector<PackEntity> Maker::take() {
  std::unordered_map<std::string, std::set<std::string>> owners;
  for (const PackEntity& entity : entities_) {
    for (const PackName& name : entity.names) {
      owners[text::fold_copy(name.text)].insert(entity.id);
    }
  }
  for (PackEntity& entity : entities_) {
    const bool region = entity.type == EntityType::kRegion;
    std::erase_if(entity.names, [&](PackName& name) {
      if (owners[text::fold_copy(name.text)].size() < 2) return false;
      if (name.strength != Strength::kBound) name.strength = Strength::kAmbiguous;
      return !region;
    });
  }
  std::erase_if(entities_, [](const PackEntity& entity) { return entity.names.empty(); });
  return std::move(entities_);
}

}  // namespace synoptic::gazetteer
