#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "eval/cleaning.h"

namespace synoptic::eval {
namespace {

Gold gold() {
  return {"p1",
          "https://a.example/1",
          "en",
          "One two three four five.",
          "The bridge reopens today",
          "2025-03-04T10:00",
          {"Anna Berg"},
          {"two THREE"},
          {"cookie"}};
}

Cleaned right() {
  return {
      "One two three four five.", "The Bridge reopens today!", "2025-03-04", {"anna berg"}, false};
}

TEST(Score, WhatIsRightIsOne) {
  std::string misses;
  const Figures figures = score(gold(), right(), &misses);
  for (const auto& [name, value] : figures.named()) EXPECT_EQ(value, 1) << name;
  EXPECT_EQ(misses, "");
}

TEST(Score, WhatIsWrongIsToldBesideWhatIsRight) {
  Cleaned got = right();
  got.text += " Accept every cookie";
  got.title = "A ferry";
  got.date = "2025-03-05";
  got.authors.emplace_back("Reuters");
  std::string misses;
  const Figures figures = score(gold(), got, &misses);
  for (const char* name : {"title", "title_near", "day", "authors", "without"}) {
    EXPECT_EQ(figures.find(name), 0) << name;
  }
  EXPECT_EQ(figures.find("with"), 1);
  EXPECT_NE(misses.find("title p1\n      gold The bridge reopens today\n      got  A ferry"),
            std::string::npos);
}

TEST(Score, ATitleWithItsOutletIsNear) {
  Cleaned got = right();
  got.title += " - The Courier";
  const Figures figures = score(gold(), got, nullptr);
  EXPECT_EQ(figures.find("title"), 0);
  EXPECT_EQ(figures.find("title_near"), 1);
}

TEST(Score, WhatTheGoldDoesNotKnowIsNotMeasured) {
  const Figures figures = score({"p1", "", "", "", "", "", {}, {}, {}}, right(), nullptr);
  EXPECT_TRUE(figures.named().empty());
  EXPECT_EQ(figures.pages, 1u);
}

TEST(Score, AGoldThatBeginsWithTheHeadlineIsAlsoHeldAgainstTitleAndText) {
  Gold titled = gold();
  titled.title.clear();
  titled.body = "The Bridge reopens today!\n" + titled.body;
  const Figures figures = score(titled, right(), nullptr);
  EXPECT_LT(*figures.find("f1"), 1);
  EXPECT_EQ(figures.find("f1_titled"), 1);
  EXPECT_FALSE(score(gold(), right(), nullptr).find("f1_titled").has_value());
}

TEST(Score, AMissingDayAndAWrongOneCostTheF1OfDaysOnceEach) {
  for (const std::string day : {"", "2021-01-01"}) {
    Figures figures = score(gold(), right(), nullptr);
    Cleaned other = right();
    other.date = day;
    figures.add(score(gold(), other, nullptr));
    EXPECT_EQ(figures.find("day"), 0.5);
    EXPECT_NEAR(*figures.find("day_f1"), 2.0 / 3, 1e-9);
  }
}

TEST(Part, PagesOfOneHostAreOnOneSide) {
  size_t dev = 0;
  for (int i = 0; i < 1000; ++i) {
    Gold page = gold();
    page.url = "https://host" + std::to_string(i) + ".example/a";
    const bool first = is_in_part(page, Part::kDev);
    page.url = "https://host" + std::to_string(i) + ".example/b?c=d";
    EXPECT_EQ(is_in_part(page, Part::kDev), first);
    EXPECT_NE(is_in_part(page, Part::kTest), first);
    EXPECT_TRUE(is_in_part(page, Part::kAll));
    dev += first ? 1 : 0;
  }
  EXPECT_NEAR(static_cast<double>(dev), 600, 60);
}

TEST(SetName, IsTheFilesWithoutItsEndings) {
  EXPECT_EQ(set_name("a/b/news.jsonl.zst"), "news");
  EXPECT_EQ(set_name("news.jsonl"), "news");
}

TEST(Evaluation, GivesTheSameFiguresOnAnyNumberOfThreads) {
  const auto knowledge = knowledge::Knowledge::load();
  const auto languages = text::LanguageId::embedded();
  ASSERT_TRUE(knowledge && languages);
  const auto path = std::filesystem::temp_directory_path() /
                    ("synoptic_eval_" + std::to_string(::getpid()) + ".jsonl");
  {
    std::ofstream file(path);
    for (int i = 0; i < 70; ++i) {
      const std::string n = std::to_string(i);
      const std::string text = "The council said on Monday that bridge " + n +
                               " will open again after two years of work and much waiting.";
      file << R"({"id":")" << n << R"(","html":"<html><body><h1>Bridge )" << n
           << R"( reopens in the old town</h1><p>)" << text << R"(</p></body></html>",)"
           << R"("articleBody":")" << text << (i % 3 == 0 ? " More of it." : "")
           << R"(","lang":"en"})"
           << "\n";
    }
    file << "{broken\n";
  }
  std::string first;
  for (const unsigned threads : {1U, 2U, 5U}) {
    CleaningOptions options{Part::kAll, threads, 3, true};
    const auto report = evaluate_cleaning(path.string(), options, **knowledge, *languages);
    EXPECT_EQ(report.figures.all.pages, 70u);
    EXPECT_EQ(report.errors.size(), 1u);
    const std::string all = figures_as_json(report.figures, true) + report.details;
    if (first.empty()) first = all;
    EXPECT_EQ(all, first);
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace synoptic::eval
