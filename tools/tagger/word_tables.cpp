#include "tagger/word_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "read_file.h"
#include "tagger/list_maker.h"

namespace synoptic::tools {
namespace {

constexpr std::array<std::string_view, 3> kPatternKinds{"person", "org", "loc"};
constexpr std::array<std::string_view, 3> kBesideKinds{"role", "organisation", "place"};

template <typename Items>
const auto& pick(const Items& items, uint64_t& state) {
  return items[next_random(state) / 32 % items.size()];
}

void replace_all(std::string& text, std::string_view slot, const auto& made) {
  for (size_t at = text.find(slot); at != std::string::npos; at = text.find(slot)) {
    text.replace(at, slot.size(), made());
  }
}

}  // namespace

uint64_t next_random(uint64_t& state) {
  state ^= state << 13, state ^= state >> 7, state ^= state << 17;
  return state;
}

void NameComposer::add(std::string_view kind, int often, std::string_view words) {
  const auto pattern = std::find(kPatternKinds.begin(), kPatternKinds.end(), kind);
  std::vector<std::string>* into = kind == "given"    ? &given_
                                   : kind == "family" ? &family_
                                                      : nullptr;
  if (pattern != kPatternKinds.end()) {
    into = &patterns_[static_cast<size_t>(pattern - kPatternKinds.begin())];
  }
  if (into == nullptr) return;
  for (const auto word : split_trimmed(words, ';')) {
    into->insert(into->end(), static_cast<size_t>(often), std::string(word));
  }
}

std::string NameComposer::compose(size_t kind, const std::vector<const std::string*>& places,
                                  uint64_t& state) const {
  if (!has(kind)) return {};
  std::string name = pick(patterns_[kind], state);
  if (places.empty() && name.find("{LOC}") != std::string::npos) return {};
  replace_all(name, "{PER}", [&] { return compose(0, places, state); });
  replace_all(name, "{LOC}", [&] { return *pick(places, state); });
  replace_all(name, "{given}", [&] { return pick(given_, state); });
  replace_all(name, "{family}", [&] { return pick(family_, state); });
  return name;
}

WordTables WordTables::read(const std::string& path) {
  WordTables tables;
  const std::string content = tools::read_file(path);
  for (const auto line : lines(content)) {
    const auto cells = split(line, '\t');
    if (line.starts_with('#') || cells.size() < 3) continue;
    const auto kind = split_trimmed(cells[1], ' ');
    const auto beside = std::find(kBesideKinds.begin(), kBesideKinds.end(), kind[0]);
    if (beside != kBesideKinds.end()) {
      auto& into = tables.beside[static_cast<size_t>(beside - kBesideKinds.begin())];
      for (const auto word : split_trimmed(cells[2], ';')) into.emplace_back(word);
      continue;
    }
    const int often = kind.size() > 1 ? std::stoi(std::string(kind[1])) : 1;
    tables.composers[std::string(cells[0])].add(kind[0], often, cells[2]);
  }
  return tables;
}

void add_composed_persons(const WordTables& tables, std::vector<NamedThing>& things) {
  const auto& languages = thing_languages();
  uint64_t state = 0x9E3779B97F4A7C15ULL;
  for (const auto& [lang, composer] : tables.composers) {
    const auto column = std::find(languages.begin(), languages.end(), lang);
    if (column == languages.end() || !composer.has(0)) continue;
    for (size_t i = 0; i < composer.given_names() * 6; ++i) {
      NamedThing person;
      person.type = 0;
      person.names.resize(languages.size());
      person.names[static_cast<size_t>(column - languages.begin())] =
          composer.compose(0, {}, state);
      things.push_back(std::move(person));
    }
  }
}

}  // namespace synoptic::tools
