#include "eval/cases.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "eval/rows.h"

namespace synoptic::eval {
namespace {

TEST(Cases, ALineThatIsNoCaseIsToldWithItsPlace) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("synoptic_cases_" + std::to_string(::getpid()) + ".jsonl");
  std::ofstream(path)
      << "{\"text\":\"A\",\"said\":[\"x\"]}\n\nno\n{\"said\":[]}\n{\"text\":\"B\"}\n";
  size_t said = 0;
  const CaseLog log = each_case(path, {.misses = true},
                                [&](const simdjson::dom::element& row) -> Result<CaseMisses> {
                                  const auto golds = golds_of(row, "said");
                                  if (!golds) return tl::unexpected(golds.error());
                                  said += golds->size();
                                  return CaseMisses{string_at(row, "text"), {"missed"}};
                                });
  std::filesystem::remove(path);
  EXPECT_EQ(said, 1u);
  EXPECT_NE(log.details.find(":1  A\n    missed\n"), std::string::npos) << log.details;
  ASSERT_EQ(log.errors.size(), 3u);
  const std::string lack = "is no case: 'text' or 'said' is missing";
  EXPECT_EQ(log.errors[0].where, path.string() + ":3");
  EXPECT_EQ(log.errors[0].why, "is not JSON");
  EXPECT_EQ(log.errors[1].where, path.string() + ":4");
  EXPECT_EQ(log.errors[1].why, lack);
  EXPECT_EQ(log.errors[2].why, lack);
}

TEST(Cases, WordsAreFoundBehindThoseBeforeThemWhereTheyStandThere) {
  const std::string text = "He won. She won.";
  EXPECT_EQ(words_in(text, "won").begin, 3u);
  EXPECT_EQ(words_in(text, "won", 6).begin, 12u);
  EXPECT_EQ(words_in(text, "He", 6).begin, 0u);
  EXPECT_TRUE(words_in(text, "lost").empty());
  EXPECT_TRUE(words_in(text, "").empty());
}

}  // namespace
}  // namespace synoptic::eval
