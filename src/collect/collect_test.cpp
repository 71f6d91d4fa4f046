#include "collect/collect.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace synoptic::collect {
namespace {

TEST(Capture, FrontMatterIsReadAsWritten) {
  const auto capture = capture_bytes(
      "---\ntitle: Foo: bar\nauthor: @x\nurl: https://a.example/s?sid=1\ntags:\n- a\n- b\n---\n# T\n",
      "a.md");
  ASSERT_TRUE(capture);
  ASSERT_EQ(capture->front_matter.size(), 4u);
  EXPECT_EQ(capture->front_matter[0].value, "Foo: bar");
  EXPECT_EQ(capture->front_matter[3].value, "a; b");
  EXPECT_EQ(capture->url, "https://a.example/s?sid=1");
  EXPECT_EQ(capture->text.substr(capture->body_begin, 3), "# T");
}

TEST(Capture, FrontMatterThatIsNotYamlIsTextWithAWarning) {
  const auto capture = capture_bytes("---\njust words\nand more\n---\nBody\n", "a.md");
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->body_begin, 0u);
  EXPECT_EQ(capture->warnings.size(), 1u);
}

TEST(Capture, BinaryAndEmptyAreErrors) {
  EXPECT_EQ(capture_bytes(std::string("\x7F""ELF\0\0\0", 7), "x").error().code,
            ErrorCode::kUnsupported);
  EXPECT_EQ(capture_bytes(" \n", "x").error().code, ErrorCode::kEmpty);
}

TEST(Capture, LegacyCharsetKeepsRawOffsets) {
  // "Мир" in windows-1251.
  const auto capture =
      capture_bytes("<html><meta charset=windows-1251><p>\xCC\xE8\xF0</p></html>", "a.html");
  ASSERT_TRUE(capture);
  EXPECT_NE(capture->text.find("Мир"), std::string::npos);
  EXPECT_EQ(capture->charset, "windows-1251");
  EXPECT_FALSE(capture->raw_offsets.empty());
}

TEST(Capture, TruncatedUtf8IsReplacedAndTold) {
  const auto capture = capture_bytes("Это достаточно длинный русский текст, об\xD0", "a.txt");
  ASSERT_TRUE(capture);
  EXPECT_TRUE(capture->text.ends_with("\xEF\xBF\xBD"));
  EXPECT_EQ(capture->warnings.size(), 1u);
}

TEST(ReadFile, FifoIsRefusedWithoutBlocking) {
  const std::string path = (std::filesystem::temp_directory_path() /
                            ("synoptic_fifo_" + std::to_string(::getpid()))).string();
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const auto capture = read_file(path);
  ::unlink(path.c_str());
  ASSERT_FALSE(capture);
  EXPECT_EQ(capture.error().code, ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace synoptic::collect
