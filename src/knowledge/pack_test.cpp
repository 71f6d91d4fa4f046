#include "knowledge/pack.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>

#include "knowledge/knowledge.h"
#include "knowledge/name_index.h"

namespace synoptic::knowledge {
namespace {

using model::EntityType;

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kTables{{
    {"entities/test.txt",
     "@ freedonia COUNTRY Q1001\nen: Freedonia\n@ tara PERSON\nen: Tara Lind; Lind!\n"},
    {"languages.txt", "@ en\nname: English\n@ ru\nname: Russian\nsuffixes: ом\ndroppable: а я\n"},
}};

std::shared_ptr<const Knowledge> tables() {
  static const auto made = Knowledge::from_tables(kTables).value();
  return made;
}

std::vector<PackEntity> some() {
  return {
      {"Q7", EntityType::kOrg, "Q1001", 40, {{"en", "Harbour Bank", {}}, {"ru", "Портобанк", {}}}},
      {"Q5", EntityType::kPerson, "", 9, {{"en", "Tara Lind", {}}, {"en", "Tara Lind-Berg", {}}}},
      {"Q6", EntityType::kPerson, "", 30, {{"en", "Anna Holt", {}}}},
      {"Q8", EntityType::kPerson, "", 3, {{"en", "Anna Holt", {}}}},
      {"Q1001", EntityType::kCountry, "", 99, {{"en", "Republic of Freedonia", {}}}},
      {"own-1", EntityType::kOrg, "freedonia", 0, {{"en", "Acme", Strength::kBound}}},
  };
}

std::shared_ptr<const Knowledge> with_pack() {
  auto pack = Pack::from_bytes(make_pack(some(), *tables()), "test");
  EXPECT_TRUE(pack.has_value());
  return Knowledge::from_tables(kTables, {*pack}).value();
}

TEST(Pack, EntitiesAreFoundByIdAndName) {
  const auto knowledge = with_pack();
  EXPECT_EQ(knowledge->pack_entities(), 6u);
  const Entity* bank = knowledge->find("Q7");
  ASSERT_NE(bank, nullptr);
  EXPECT_EQ(bank->name, "Harbour Bank");
  EXPECT_EQ(bank->wikidata, "Q7");
  EXPECT_EQ(bank->country, "freedonia");  // by the Wikidata id that the table gives it
  EXPECT_EQ(bank->name_in("ru"), "Портобанк");
  EXPECT_EQ(knowledge->find_by_name("harbour bank"), std::vector<const Entity*>{bank});
  EXPECT_EQ(knowledge->find("Q999"), nullptr);
}

TEST(Pack, TheTablesKnowBetter) {
  const auto knowledge = with_pack();
  // Somebody else called Tara Lind keeps her other name only.
  const auto found = knowledge->find_by_name("Tara Lind");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->id, "tara");
  EXPECT_EQ(knowledge->find_by_name("Tara Lind-Berg").at(0)->id, "Q5");
}

TEST(Pack, AnEntityOfTheTablesOnlyGetsNames) {
  const auto knowledge = with_pack();
  const auto found = knowledge->find_by_name("Republic of Freedonia");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]->id, "freedonia");
  EXPECT_EQ(knowledge->find("Q1001")->id, "freedonia");
}

TEST(Pack, AProvinceMayBeCalledLikeItsTown) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kTown{{
      {"entities/test.txt",
       "@ freedonia COUNTRY Q1001\nen: Freedonia\n@ port CITY\nen: Portville\ncountry: "
       "freedonia\n"},
      {"languages.txt", "@ en\nname: English\n"},
  }};
  const auto known = Knowledge::from_tables(kTown).value();
  const auto entries_of = [&](std::optional<Strength> strength, std::string country) {
    const PackEntity region{"port-province",
                            EntityType::kRegion,
                            std::move(country),
                            1,
                            {{"en", "Portville", strength}}};
    const auto pack = Pack::from_bytes(make_pack({region}, *known), "test").value();
    return pack->names().entries(pack->names().walk("portville")).size();
  };
  EXPECT_EQ(entries_of(Strength::kAmbiguous, "freedonia"), 1u);
  EXPECT_EQ(entries_of(Strength::kPlain, "freedonia"), 0u);  // the town's where it stands alone
  EXPECT_EQ(entries_of(Strength::kAmbiguous, ""), 0u);
}

TEST(Pack, NamesOfTwoNeedSupportTheBetterKnownFirst) {
  const auto knowledge = with_pack();
  const NameSource& source = knowledge->names().sources()[1];
  const auto entries = source.trie->entries(source.trie->walk("anna holt"));
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].strength, Strength::kAmbiguous);
  EXPECT_EQ(knowledge->entity(source.global(entries[0].target)).id, "Q6");
  EXPECT_EQ(source.trie->entries(source.trie->walk("harbour bank"))[0].strength, Strength::kPlain);
  EXPECT_EQ(source.trie->entries(source.trie->walk("acme"))[0].strength, Strength::kBound);
}

TEST(Pack, OrderOfTheInputMakesNoDifference) {
  auto turned = some();
  std::ranges::reverse(turned);
  EXPECT_EQ(make_pack(some(), *tables()), make_pack(turned, *tables()));
}

TEST(Pack, ManyThreadsMayAsk) {
  const auto knowledge = with_pack();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (const char* id : {"Q5", "Q6", "Q7", "Q8"}) EXPECT_EQ(knowledge->find(id)->id, id);
    });
  }
  for (auto& thread : threads) thread.join();
}

TEST(Pack, DamagedBytesAreAnErrorOrHarmless) {
  const std::string whole = make_pack(some(), *tables());
  EXPECT_FALSE(Pack::from_bytes("", "x").has_value());
  EXPECT_FALSE(Pack::from_bytes(std::string(100, 'x'), "x").has_value());
  EXPECT_FALSE(Pack::from_bytes(whole.substr(0, whole.size() - 9), "x").has_value());
  std::string damaged = whole;  // one for all: copies of it were most of the time
  for (size_t at = 0; at < whole.size(); at += 3) {
    damaged[at] = static_cast<char>(~whole[at]);
    if (const auto pack = Pack::from_view(damaged, "x")) {
      for (uint32_t i = 0; i < 8; ++i) (void)(*pack)->entity(i);
      (void)(*pack)->find("Q7");
    }
    damaged[at] = whole[at];
  }
}

}  // namespace
}  // namespace synoptic::knowledge
