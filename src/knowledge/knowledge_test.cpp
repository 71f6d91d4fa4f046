#include "knowledge/knowledge.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <set>

#include "knowledge/blocks.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

const Knowledge& tables() {
  static const auto knowledge = Knowledge::load();
  if (!knowledge) {
    ADD_FAILURE() << knowledge.error().where << ": " << knowledge.error().why;
    static const Knowledge none;
    return none;
  }
  return **knowledge;
}

constexpr std::string_view kFirstRank[] = {"ar", "zh", "en", "ru", "es", "fr", "de", "pt",
                                           "ja", "tr", "fa", "uk", "hi", "ko", "id"};

std::set<UScriptCode> scripts_of(std::string_view lang) {
  const std::map<std::string_view, std::set<UScriptCode>> kScripts = {
      {"ar", {USCRIPT_ARABIC}},
      {"fa", {USCRIPT_ARABIC}},
      {"ur", {USCRIPT_ARABIC}},
      {"zh", {USCRIPT_HAN}},
      {"ru", {USCRIPT_CYRILLIC}},
      {"uk", {USCRIPT_CYRILLIC}},
      {"bg", {USCRIPT_CYRILLIC}},
      {"hi", {USCRIPT_DEVANAGARI}},
      {"ko", {USCRIPT_HANGUL, USCRIPT_HAN}},
      {"he", {USCRIPT_HEBREW}},
      {"el", {USCRIPT_GREEK}},
      {"bn", {USCRIPT_BENGALI}},
      {"th", {USCRIPT_THAI}},
      {"kk", {USCRIPT_CYRILLIC}},
      {"ja", {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA}},
      {"sr", {USCRIPT_CYRILLIC}}};
  const auto found = kScripts.find(lang.substr(0, lang.find('-')));
  return found == kScripts.end() ? std::set<UScriptCode>{} : found->second;
}

// Letters outside the language's script; Latin letters are at home everywhere ("BBC").
bool has_foreign_letters(std::string_view text, std::string_view lang) {
  const auto allowed = scripts_of(lang);
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    at += c.length;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c.value), &status);
    const bool neutral = script == USCRIPT_COMMON || script == USCRIPT_INHERITED ||
                         script == USCRIPT_LATIN || !u_isalpha(static_cast<UChar32>(c.value));
    if (!neutral && !allowed.contains(script)) return true;
  }
  return false;
}

std::string joined(const std::vector<std::string>& problems) {
  return fmt::format("{} problems:\n{}", problems.size(), join(problems, "\n"));
}

bool has_names(const Entity& entity, std::initializer_list<std::string_view> langs) {
  return std::all_of(langs.begin(), langs.end(), [&](std::string_view lang) {
    return std::any_of(entity.aliases.begin(), entity.aliases.end(), [&](const Alias& alias) {
      return !alias.adjective && model::primary_language(alias.lang) == lang;
    });
  });
}

model::DateValue day(int year, int month, int day) {
  return {.year = year, .month = month, .day = day};
}

std::string holder_id(std::string_view role, std::string_view of, const model::DateValue& at) {
  const Entity* holder = tables().holder(role, of, &at);
  return holder ? holder->id : "";
}

}  // namespace

TEST(Blocks, ReadHeaderFieldsAndSkipComments) {
  const auto blocks = read_blocks("t", "# note\n@ a ORG Q1\nname: A: the first\n\n@ b ORG\n");
  ASSERT_TRUE(blocks);
  ASSERT_EQ(blocks->size(), 2u);
  EXPECT_EQ((*blocks)[0].header[2], "Q1");
  EXPECT_EQ((*blocks)[0].fields[0].second, "A: the first");
  EXPECT_EQ((*blocks)[1].line, 5u);
}

TEST(Blocks, AreRefusedWithPathAndLine) {
  const auto stray = read_blocks("table", "\nname: A\n");
  ASSERT_FALSE(stray);
  EXPECT_EQ(stray.error().where, "table:2");
  EXPECT_FALSE(read_blocks("table", "@\n"));
  EXPECT_FALSE(read_blocks("table", "@ a ORG\nno colon\n"));
}

TEST(Entities, HaveIdsOfTheirOwn) {
  std::set<std::string> seen;
  std::vector<std::string> problems;
  for (const auto& entity : tables().entities()) {
    if (!seen.insert(entity.id).second) problems.push_back(entity.id);
    const bool slug = std::all_of(entity.id.begin(), entity.id.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!slug) problems.push_back(entity.id + ": not a slug");
  }
  EXPECT_TRUE(problems.empty()) << joined(problems);
}

TEST(Entities, HaveWikidataIdsOfTheirOwn) {
  std::map<std::string, std::string> seen;
  std::vector<std::string> problems;
  for (const auto& entity : tables().entities()) {
    if (entity.wikidata.empty()) continue;
    const std::string_view digits = std::string_view(entity.wikidata).substr(1);
    if (entity.wikidata[0] != 'Q' || !is_ascii_digits(digits)) {
      problems.push_back(entity.id + ": " + entity.wikidata);
    }
    const auto [at, fresh] = seen.emplace(entity.wikidata, entity.id);
    if (!fresh) problems.push_back(fmt::format("{} {} {}", entity.wikidata, at->second, entity.id));
  }
  EXPECT_TRUE(problems.empty()) << joined(problems);
}

TEST(Entities, ShareAnAliasOnlyWhereOneIsMarked) {
  // Of the entities that carry a word without mark there may be one: it is what the word means.
  std::map<std::string, std::set<std::string>> plain;
  std::map<std::string, std::set<std::string>> plain_adjectives;
  for (const auto& entity : tables().entities()) {
    for (const auto& alias : entity.aliases) {
      if (alias.strength != Strength::kPlain) continue;
      auto& list = alias.adjective ? plain_adjectives : plain;
      list[text::fold_copy(alias.text)].insert(entity.id);
    }
  }
  std::vector<std::string> problems;
  for (const auto* list : {&plain, &plain_adjectives}) {
    for (const auto& [text, ids] : *list) {
      if (ids.size() < 2) continue;
      problems.push_back(text + ": " + join({ids.begin(), ids.end()}, " "));
    }
  }
  EXPECT_TRUE(problems.empty()) << joined(problems);
}

TEST(Entities, ReferToEntitiesThatExist) {
  std::vector<std::string> problems;
  for (const auto& entity : tables().entities()) {
    const auto check = [&](std::string_view key, const std::string& id) {
      if (!id.empty() && !tables().find(id)) {
        problems.push_back(fmt::format("{}: {} {}", entity.id, key, id));
      }
    };
    check("country", entity.country);
    check("capital", entity.capital);
    check("owner", entity.owner);
    check("part_of", entity.part_of);
    for (const auto& term : entity.roles) {
      check("role of", term.of);
      if (!tables().find_role(term.role)) {
        problems.push_back(fmt::format("{}: role {}", entity.id, term.role));
      }
    }
  }
  EXPECT_TRUE(problems.empty()) << joined(problems);
}

TEST(Entities, HoldRolesFromBeforeTheirEnd) {
  for (const auto& entity : tables().entities()) {
    for (const auto& term : entity.roles) {
      const int year = term.from ? term.from->year : 2000;
      EXPECT_TRUE(year > 1900 && year < 2100) << entity.id;
      if (!term.from || !term.to) continue;
      EXPECT_LE(model::minutes_since_epoch(*term.from), model::minutes_since_epoch(*term.to))
          << entity.id << " " << term.role;
    }
  }
}

TEST(Entities, AreWrittenInTheScriptOfTheLanguage) {
  std::vector<std::string> problems;
  for (const auto& entity : tables().entities()) {
    for (const auto& alias : entity.aliases) {
      if (has_foreign_letters(alias.text, alias.lang)) {
        problems.push_back(fmt::format("{} {}: {}", entity.id, alias.lang, alias.text));
      }
    }
  }
  EXPECT_TRUE(problems.empty()) << joined(problems);
}

TEST(Entities, CarryTheirMarksOutsideTheText) {
  for (const auto& entity : tables().entities()) {
    for (const auto& alias : entity.aliases) {
      EXPECT_EQ(alias.text.find_first_of(";?\t"), std::string::npos) << entity.id << alias.text;
    }
  }
}

TEST(Entities, AreManyWithNamesInFourScripts) {
  const auto entities = tables().entities();
  const auto count = std::count_if(entities.begin(), entities.end(), [](const Entity& entity) {
    return has_names(entity, {"ar", "zh", "ru", "en"});
  });
  EXPECT_GE(count, 700);
}

TEST(People, AreNamedInFourScripts) {
  size_t people = 0;
  for (const auto& entity : tables().entities()) {
    if (entity.type != model::EntityType::kPerson) continue;
    ++people;
    EXPECT_TRUE(has_names(entity, {"ar", "zh", "ru", "en"})) << entity.id;
  }
  EXPECT_GE(people, 400u);
}

TEST(Words, OfRolesAndInstitutionsExistInTheFirstLanguages) {
  for (const auto terms : {tables().roles(), tables().institutions()}) {
    for (const auto& term : terms) {
      for (const auto lang : kFirstRank) {
        EXPECT_TRUE(std::any_of(term.words.begin(), term.words.end(),
                                [&](const Alias& word) { return word.lang == lang; }))
            << term.id << " " << lang;
      }
    }
  }
}

TEST(Words, AreWrittenInTheScriptOfTheLanguage) {
  std::vector<std::string> problems;
  for (const auto terms : {tables().roles(), tables().institutions()}) {
    for (const auto& term : terms) {
      for (const auto& word : term.words) {
        if (has_foreign_letters(word.text, word.lang)) {
          problems.push_back(fmt::format("{} {}: {}", term.id, word.lang, word.text));
        }
      }
    }
  }
  EXPECT_TRUE(problems.empty()) << joined(problems);
}

TEST(Words, MeanOneRoleOrOneInstitutionInALanguage) {
  std::vector<std::string> problems;
  for (const auto terms : {tables().roles(), tables().institutions()}) {
    std::map<std::string, std::set<std::string>> plain;
    for (const auto& term : terms) {
      for (const auto& word : term.words) {
        if (word.strength == Strength::kPlain) {
          plain[word.lang + " " + text::fold_copy(word.text)].insert(term.id);
        }
      }
    }
    for (const auto& [text, ids] : plain) {
      if (ids.size() > 1) problems.push_back(text + ": " + join({ids.begin(), ids.end()}, " "));
    }
  }
  EXPECT_TRUE(problems.empty()) << joined(problems);
}

TEST(Languages, CoverTheFirstRankAndMore) {
  for (const auto lang : kFirstRank) EXPECT_NE(tables().language(lang), nullptr) << lang;
  EXPECT_GE(tables().languages().size(), 25u);
  EXPECT_TRUE(tables().language("ar")->right_to_left);
  EXPECT_FALSE(tables().language("zh-Hant")->right_to_left);
}

TEST(Languages, TryLongerEndingsFirst) {
  for (const auto& language : tables().languages()) {
    for (const auto* list : {&language.prefixes, &language.suffixes, &language.droppable}) {
      EXPECT_TRUE(std::is_sorted(list->begin(), list->end(), [](const auto& a, const auto& b) {
        return a.size() > b.size();
      })) << language.code;
    }
  }
}

TEST(Lookup, FindsANameInAnyScript) {
  for (const std::string_view name : {"Vladimir Putin", "普京", "بوتين", "ПУТИН", "푸틴"}) {
    const auto found = tables().find_by_name(name);
    ASSERT_EQ(found.size(), 1u) << name;
    EXPECT_EQ(found[0]->id, "vladimir-putin");
  }
}

TEST(Lookup, FindsBodiesAndPlacesInSlavicLanguages) {
  const std::pair<std::string_view, std::string_view> kNames[] = {
      {"Komisja Europejska", "european-commission"},
      {"Evropská komise", "european-commission"},
      {"Rada Bezpieczeństwa ONZ", "un-security-council"},
      {"Световната банка", "world-bank"},
      {"Bijela kuća", "white-house"},
      {"Светска банка", "world-bank"}};
  for (const auto& [name, id] : kNames) {
    const auto found = tables().find_by_name(name);
    ASSERT_EQ(found.size(), 1u) << name;
    EXPECT_EQ(found[0]->id, id);
  }
}

TEST(Lookup, FindsCountriesThatOnlyTheCldrNames) {
  for (const std::string_view name : {"Brazilija", "Brazílie", "Бразилија"}) {
    const auto found = tables().find_by_name(name);
    ASSERT_EQ(found.size(), 1u) << name;
    EXPECT_EQ(found[0]->id, "brazil");
  }
}

TEST(Lookup, GivesTheNameInALanguage) {
  const Entity* entity = tables().find("vladimir-putin");
  ASSERT_NE(entity, nullptr);
  EXPECT_EQ(entity->name_in("ru"), "Владимир Путин");
  EXPECT_EQ(entity->name_in("sv"), "Vladimir Putin");
}

TEST(Holder, IsWhoHeldTheRoleAtTheDate) {
  EXPECT_EQ(holder_id("president", "united-states", day(2024, 6, 1)), "joe-biden");
  EXPECT_EQ(holder_id("president", "united-states", day(2025, 6, 1)), "donald-trump");
  EXPECT_EQ(holder_id("president", "united-states", day(2019, 6, 1)), "donald-trump");
  EXPECT_EQ(holder_id("government-spokesperson", "japan", day(2025, 1, 15)), "yoshimasa-hayashi");
  EXPECT_EQ(holder_id("prime-minister", "japan", day(1950, 1, 1)), "");
}

TEST(Holder, KeepsAnOfficeToTheEndOfTheMonthOrYearThatIsGiven) {
  const Entity* spokesperson = tables().find("tammy-bruce");
  ASSERT_NE(spokesperson, nullptr);
  ASSERT_TRUE(spokesperson->roles[0].to);
  EXPECT_EQ(model::iso(*spokesperson->roles[0].to), "2025-08-31");
}

TEST(Holder, WithoutDateIsTheLatest) {
  const Entity* holder = tables().holder("president", "united-states", nullptr);
  ASSERT_NE(holder, nullptr);
  EXPECT_EQ(holder->id, "donald-trump");
}

}  // namespace synoptic::knowledge
