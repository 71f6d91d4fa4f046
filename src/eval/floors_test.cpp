#include "eval/floors.h"

#include <gtest/gtest.h>

namespace synoptic::eval {
namespace {

SetFigures measured() {
  SetFigures set{"news", {}, {}};
  set.all.pages = 2;
  set.all.f1.add(0.5);
  set.all.f1.add(1.0);
  set.by_language["ar"].f1.add(0.5);
  return set;
}

TEST(Floors, AreReadFromATable) {
  const auto floors =
      parse_floors("# set\tfigure\tfloor\nnews\tf1\t0.75\n\nnews/ar\tday\t1\n", "f");
  ASSERT_TRUE(floors);
  ASSERT_EQ(floors->size(), 2u);
  EXPECT_EQ((*floors)[1].set, "news/ar");
  EXPECT_EQ((*floors)[0].least, 0.75);
}

TEST(Floors, ABrokenLineIsAnErrorWithItsNumber) {
  for (const char* table : {"a\tf1\t0.5\na\tf1\n", "#\na\tf1\thigh\n", "\na\tf1\t0.5x\n"}) {
    const auto floors = parse_floors(table, "floors.tsv");
    ASSERT_FALSE(floors);
    EXPECT_EQ(floors.error().where, "floors.tsv:2");
  }
}

TEST(Floors, HoldWhatIsAtLeastAsGood) {
  EXPECT_TRUE(below_floors({{"news", "f1", 0.75}, {"news/ar", "f1", 0.5}}, {measured()}).empty());
}

TEST(Floors, NameWhatFellBelow) {
  const auto failures = below_floors({{"news", "f1", 0.76}, {"news/ar", "f1", 0.6}}, {measured()});
  ASSERT_EQ(failures.size(), 2u);
  EXPECT_EQ(failures[0], "news f1: 0.7500 is below the floor of 0.76");
}

TEST(Floors, OfAMeasuredSetMustBeMeasured) {
  EXPECT_EQ(below_floors({{"news", "day", 0.1}}, {measured()}).size(), 1u);
  EXPECT_EQ(below_floors({{"news/zh", "f1", 0.1}}, {measured()}).size(), 1u);
  EXPECT_TRUE(below_floors({{"other", "f1", 0.1}}, {measured()}).empty());
}

}  // namespace
}  // namespace synoptic::eval
