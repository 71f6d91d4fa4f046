// What is compiled when the program is built is what the tables say.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/data.h"
#include "knowledge/knowledge.h"
#include "knowledge/name_index.h"

namespace synoptic::knowledge {
namespace {

std::string told(const std::vector<Alias>& aliases) {
  std::string out;
  for (const Alias& alias : aliases) {
    out += fmt::format(" {}:{}:{}:{}", alias.lang, alias.text, static_cast<int>(alias.strength),
                       alias.adjective);
  }
  return out;
}

std::string told(const Entity& entity) {
  std::string out =
      fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|", entity.id, entity.name,
                  static_cast<int>(entity.type), entity.wikidata, entity.country, entity.kind,
                  entity.iso, entity.capital, entity.owner, entity.part_of);
  for (const auto& domain : entity.domains) out += domain + " ";
  for (const RoleTerm& role : entity.roles) {
    out += fmt::format("{} {} {} {};", role.role, role.of, role.from ? model::iso(*role.from) : "",
                       role.to ? model::iso(*role.to) : "");
  }
  return out + told(entity.aliases);
}

std::string told(const Term& term) {
  return fmt::format("{}|{}|{}|{}", term.id, term.name, static_cast<int>(term.type),
                     told(term.words));
}

// Without the packs: they are their own tables.
const Knowledge& read_now() {
  static const auto read = [] {
    std::vector<std::pair<std::string_view, std::string_view>> tables;
    for (const std::string_view path : embedded_paths("")) {
      if (!path.ends_with(".bin")) tables.emplace_back(path, embedded_data(path));
    }
    return Knowledge::from_tables(tables).value();
  }();
  return *read;
}

template <typename Row>
void expect_same(Rows<Row> compiled, Rows<Row> read) {
  ASSERT_EQ(compiled.size(), read.size());
  for (size_t i = 0; i < read.size(); ++i) EXPECT_EQ(told(compiled[i]), told(read[i]));
}

TEST(CompiledTables, HaveTheRowsOfTheTables) {
  const auto compiled = Knowledge::load().value();
  const Knowledge& read = read_now();
  expect_same(compiled->entities(), read.entities());
  expect_same(compiled->roles(), read.roles());
  expect_same(compiled->institutions(), read.institutions());
  for (const Entity& entity : read.entities()) {
    const Entity* found = compiled->find(entity.id);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->name, entity.name);
    EXPECT_TRUE(compiled->is_of_tables(*found));
    for (const auto& domain : entity.domains) {
      EXPECT_EQ(compiled->find_by_domain(domain)->id, read.find_by_domain(domain)->id);
    }
    for (const RoleTerm& term : entity.roles) {
      const Entity* holder = compiled->holder(term.role, term.of, nullptr);
      EXPECT_EQ(holder->id, read.holder(term.role, term.of, nullptr)->id);
    }
  }
  for (const Term& role : read.roles()) EXPECT_EQ(compiled->find_role(role.id)->name, role.name);
  EXPECT_EQ(compiled->find("no such id"), nullptr);
  EXPECT_EQ(compiled->find_role("no such role"), nullptr);
}

TEST(CompiledTables, HaveTheCuesOfTheTables) {
  const auto compiled = Knowledge::load().value();
  const Knowledge& read = read_now();
  size_t cues = 0;
  for (const std::string_view kind : {"read_also", "mention_trap", "origin_noun", "author_label"}) {
    const auto own = compiled->cues(kind), twin = read.cues(kind);
    ASSERT_EQ(own.size(), twin.size()) << kind;
    for (size_t i = 0; i < own.size(); ++i) {
      EXPECT_EQ(own[i].text, twin[i].text);
      EXPECT_EQ(own[i].lang, twin[i].lang);
      EXPECT_EQ(own[i].value, twin[i].value);
      EXPECT_LE(own[i].text.size(), own[i > 0 ? i - 1 : i].text.size()) << "longest first";
    }
    cues += own.size();
  }
  EXPECT_GT(cues, 100u);
}

}  // namespace
}  // namespace synoptic::knowledge
