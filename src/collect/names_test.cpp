#include "collect/names.h"

#include <bzlib.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace synoptic::collect {
namespace {

// Made up after the form of a dump: ids and names are of nobody.
constexpr std::string_view kDump = R"([
{"type":"item","id":"Q901","labels":{"en":{"language":"en","value":"Mira Tolan"},"ru":{"language":"ru","value":"Мира Толан"},"xx":{"language":"xx","value":"Nobody"}},"aliases":{"en":[{"language":"en","value":"M. Tolan"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}},"rank":"normal"}],"P27":[{"mainsnak":{"datavalue":{"value":{"id":"Q902"}}},"rank":"normal"}]},"sitelinks":{"enwiki":{},"ruwiki":{},"frwiki":{}}},
{"type":"item","id":"Q902","labels":{"en":{"language":"en","value":"Tolania"},"zh-hant":{"language":"zh-hant","value":"托蘭國"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q1"}}},"rank":"normal"},{"mainsnak":{"datavalue":{"value":{"id":"Q6256"}}},"rank":"preferred"}]},"sitelinks":{"enwiki":{},"dewiki":{},"eswiki":{}}},
{"type":"item","id":"Q903","labels":{"en":{"language":"en","value":"Little known"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}},"rank":"normal"}]},"sitelinks":{"enwiki":{}}},
{"type":"item","id":"Q904","labels":{"en":{"language":"en","value":"A gene"}},"claims":{},"sitelinks":{"enwiki":{},"dewiki":{},"eswiki":{}}},
{"type":"property","id":"P5","labels":{}},
{"broken
]
)";

class Names : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("synoptic-names-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, std::string_view bytes) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  static std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  Result<NamesTotals> run(const std::string& source, const std::string& target) {
    static const auto known = knowledge::Knowledge::load().value();
    errors_.clear();
    return import_names(source, target, *known, {}, {},
                        [&](const Error& error) { errors_.push_back(error.message()); });
  }

  std::filesystem::path folder_;
  std::vector<std::string> errors_;
};

std::string bzipped(std::string_view text) {
  std::string out(text.size() + 1000, '\0');
  auto size = static_cast<unsigned>(out.size());
  EXPECT_EQ(BZ2_bzBuffToBuffCompress(out.data(), &size, const_cast<char*>(text.data()),
                                     static_cast<unsigned>(text.size()), 9, 0, 0),
            BZ_OK);
  return out.substr(0, size);
}

TEST_F(Names, ADumpBecomesAPack) {
  const std::string target = (folder_ / "a.pack").string();
  const auto totals = run(write("dump.json", kDump), target);
  ASSERT_TRUE(totals.has_value()) << totals.error().message();
  EXPECT_EQ(totals->entities, 2u);
  EXPECT_EQ(totals->failed, 1u);
  ASSERT_EQ(errors_.size(), 1u);
  EXPECT_NE(errors_[0].find("dump.json:7: is no Wikidata item"), std::string::npos) << errors_[0];
  const auto pack = knowledge::Pack::open(target);
  ASSERT_TRUE(pack.has_value());
  const auto person = (*pack)->entity(*(*pack)->find("Q901"));
  EXPECT_EQ(person.type, model::EntityType::kPerson);
  EXPECT_EQ(person.country, "Q902");
  ASSERT_EQ(person.names.size(), 3u);
  EXPECT_EQ(person.names[2].text, "Мира Толан");
  EXPECT_EQ((*pack)->entity(*(*pack)->find("Q902")).names[1].lang, "zh-Hant");
  EXPECT_FALSE(std::filesystem::exists(target + ".rows"));
}

TEST_F(Names, PackedDumpsGiveTheSame) {
  const std::string plain = (folder_ / "a.pack").string(), packed = (folder_ / "b.pack").string();
  ASSERT_TRUE(run(write("dump.json", kDump), plain).has_value());
  // Two streams one behind the other, as parallel packers write them.
  ASSERT_TRUE(
      run(write("dump.json.bz2", bzipped(kDump.substr(0, 300)) + bzipped(kDump.substr(300))),
          packed)
          .has_value());
  EXPECT_EQ(bytes_of(plain), bytes_of(packed));
}

TEST_F(Names, ARunThatWasCutShortGoesOn) {
  const std::string whole = (folder_ / "whole.pack").string();
  const std::string target = (folder_ / "a.pack").string();
  ASSERT_TRUE(run(write("dump.json", kDump), whole).has_value());
  // Packed data that breaks off: what stood before is kept, with the place.
  const std::string packed = bzipped(kDump);
  const std::string source = write("dump.json.bz2", packed);
  const auto first = knowledge::PackEntity{
      "Q901",
      model::EntityType::kPerson,
      "Q902",
      3,
      {{"en", "Mira Tolan", {}}, {"en", "M. Tolan", {}}, {"ru", "Мира Толан", {}}}};
  const std::string rows = names_rows(first);
  write("a.pack.rows", rows + "half a row that was written behind the place");
  write("a.pack.place", "2 " + std::to_string(rows.size()) + " " + std::to_string(packed.size()) +
                            " " + source + "\n");
  const auto totals = run(source, target);
  ASSERT_TRUE(totals.has_value());
  EXPECT_EQ(totals->resumed, 2u);
  EXPECT_EQ(bytes_of(target), bytes_of(whole));
}

TEST_F(Names, ATableOfOnesOwn) {
  const std::string target = (folder_ / "a.pack").string();
  const auto totals =
      run(write("own.tsv",
                "# ours\nacme\tORG\ten\tAcme Works; Acme!\nacme\tORG\tar\tأكمي للأعمال\tfrance\t5\n"
                "bad row\nx\tTHING\ten\tName\n"),
          target);
  ASSERT_TRUE(totals.has_value());
  EXPECT_EQ(totals->entities, 1u);
  EXPECT_EQ(totals->failed, 2u);
  EXPECT_NE(errors_.at(1).find("own.tsv:5: unknown type 'THING'"), std::string::npos);
  const auto pack = knowledge::Pack::open(target);
  const auto entity = (*pack)->entity(0);
  EXPECT_EQ(entity.names.size(), 3u);
  EXPECT_EQ(entity.names[1].strength, knowledge::Strength::kBound);
  EXPECT_EQ(entity.country, "france");
}

TEST_F(Names, ATableWithoutAnEntityLeavesThePackThatIsThere) {
  const std::string target = (folder_ / "a.pack").string();
  ASSERT_TRUE(run(write("own.tsv", "acme\tORG\ten\tAcme Works\n"), target).has_value());
  const std::string before = bytes_of(target);
  const auto totals = run(write("broken.tsv", "bad row\n"), target);
  ASSERT_TRUE(totals.has_value());
  EXPECT_EQ(totals->entities, 0u);
  EXPECT_EQ(bytes_of(target), before);
}

TEST_F(Names, WhatCannotBeReadIsSaid) {
  EXPECT_EQ(run((folder_ / "none.json").string(), (folder_ / "a.pack").string()).error().code,
            ErrorCode::kNotFound);
  EXPECT_FALSE(run(write("dump.json.bz2", "BZh9 no such data"), (folder_ / "a.pack").string()));
}

}  // namespace
}  // namespace synoptic::collect
