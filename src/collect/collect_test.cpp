#include "collect/collect.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace synoptic::collect {
namespace {

TEST(Capture, FrontMatterIsReadAsWritten) {
  const auto capture = capture_bytes(
      "---\ntitle: Foo: bar\nauthor: @x\nurl: https://a.example/s?sid=1\ntags:\n- a\n- b\n---\n# "
      "T\n",
      "a.md");
  ASSERT_TRUE(capture);
  ASSERT_EQ(capture->front_matter.size(), 4u);
  EXPECT_EQ(capture->front_matter[0].value, "Foo: bar");
  EXPECT_EQ(capture->front_matter[3].value, "a; b");
  EXPECT_EQ(capture->url, "https://a.example/s?sid=1");
  EXPECT_EQ(capture->text.substr(capture->body_begin, 3), "# T");
}

TEST(Capture, ACarriageReturnAloneEndsALine) {
  const std::string bytes = "---\rtitle: Talks\rdate: 2025-03-01\r---\r# Talks\r\rThey met.\r\n";
  const auto capture = capture_bytes(bytes, "a.md");
  ASSERT_TRUE(capture);
  ASSERT_EQ(capture->front_matter.size(), 2u);
  EXPECT_EQ(capture->front_matter[0].value, "Talks");
  EXPECT_EQ(capture->text.substr(capture->body_begin), "# Talks\n\nThey met.\r\n");
  EXPECT_EQ(capture->bytes(), bytes);
}

TEST(Capture, FrontMatterThatIsNotYamlIsTextWithAWarning) {
  const auto capture = capture_bytes("---\njust words\nand more\n---\nBody\n", "a.md");
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->body_begin, 0u);
  EXPECT_EQ(capture->warnings.size(), 1u);
}

TEST(Capture, BinaryAndEmptyAreErrors) {
  EXPECT_EQ(capture_bytes(std::string("\x7F"
                                      "ELF\0\0\0",
                                      7),
                          "x")
                .error()
                .code,
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

struct Legacy {
  const char* label;
  const char* word;   // that stands in the text, in UTF-8
  const char* bytes;  // a sentence in that charset
};

// A minister arrives in the capital and gives a press conference.
const std::vector<Legacy>& legacy_texts() {
  static const std::vector<Legacy> texts{
      {"windows-1256", "الوزير",
       "\346\325\341\040\307\341\346\322\355\321\040\305\341\354\040\307\341\332\307\325"
       "\343\311\040\325\310\307\315\040\307\341\355\346\343\040\346\307\341\312\336\354"
       "\040\310\321\306\355\323\040\307\341\315\337\346\343\311\040\335\355\040\343\336"
       "\321\040\307\341\310\321\341\343\307\344\040\313\343\040\332\336\317\040\343\304"
       "\312\343\321\307\040\325\315\335\355\307\040\336\325\355\321\307"},
      {"windows-1251", "столицу",
       "\314\350\355\350\361\362\360\040\357\360\350\341\373\353\040\342\040\361\362\356"
       "\353\350\366\363\040\361\345\343\356\344\355\377\040\363\362\360\356\354\040\350"
       "\040\342\361\362\360\345\362\350\353\361\377\040\361\040\343\353\340\342\356\351"
       "\040\357\360\340\342\350\362\345\353\374\361\362\342\340\040\342\040\347\344\340"
       "\355\350\350\040\357\340\360\353\340\354\345\355\362\340"},
      {"windows-1252", "l’hôtel",
       "\114\145\040\155\151\156\151\163\164\162\145\040\141\040\351\164\351\040\162\145"
       "\347\165\040\340\040\154\222\150\364\164\145\154\040\144\145\040\166\151\154\154"
       "\145\040\144\350\163\040\163\157\156\040\141\162\162\151\166\351\145\054\040\157"
       "\371\040\151\154\040\141\040\160\162\351\163\145\156\164\351\040\163\145\163\040"
       "\166\234\165\170\040\340\040\154\141\040\155\141\151\162\145\163\163\145"},
      {"gb18030", "首都",
       "\262\277\263\244\275\361\314\354\311\317\316\347\265\326\264\357\312\327\266\274"
       "\243\254\262\242\324\332\322\351\273\341\264\363\302\245\273\341\274\373\301\313"
       "\325\376\270\256\312\327\304\324\243\254\313\346\272\363\276\331\320\320\301\313"
       "\274\362\266\314\265\304\320\302\316\305\267\242\262\274\273\341\241\243"},
      {"big5", "首都",
       "\263\241\252\370\244\265\244\321\244\127\244\310\251\350\271\106\255\272\263\243"
       "\241\101\250\303\246\142\304\263\267\174\244\152\274\323\267\174\250\243\244\106"
       "\254\106\251\262\255\272\270\243\241\101\300\110\253\341\301\174\246\346\244\106"
       "\302\262\265\165\252\272\267\163\273\104\265\157\245\254\267\174\241\103"},
      {"shift_jis", "首都",
       "\221\345\220\142\202\315\215\241\222\251\216\361\223\163\202\311\223\236\222\205"
       "\202\265\201\101\213\143\211\357\202\314\214\232\225\250\202\305\220\255\225\173"
       "\202\314\216\361\224\135\202\306\211\357\222\153\202\265\202\275\202\240\202\306"
       "\201\101\222\132\202\242\213\114\216\322\211\357\214\251\202\360\212\112\202\253"
       "\202\334\202\265\202\275\201\102"},
      {"euc-kr", "수도",
       "\300\345\260\374\300\272\040\277\300\264\303\040\276\306\304\247\040\274\366\265"
       "\265\277\241\040\265\265\302\370\307\330\040\300\307\310\270\040\260\307\271\260"
       "\277\241\274\255\040\301\244\272\316\040\274\366\271\335\300\273\040\270\270\263"
       "\255\040\265\332\040\302\252\300\272\040\261\342\300\332\310\270\260\337\300\273"
       "\040\277\255\276\372\264\331"},
  };
  return texts;
}

TEST(Charset, LegacyPagesAreReadByTheirLabel) {
  for (const Legacy& text : legacy_texts()) {
    const auto capture =
        capture_bytes(std::string("<html><head><meta charset=\"") + text.label +
                          "\"></head><body><p>" + text.bytes + "</p></body></html>",
                      "a.html");
    ASSERT_TRUE(capture) << text.label;
    EXPECT_NE(capture->text.find(text.word), std::string::npos) << text.label;
    EXPECT_EQ(capture->charset_by, "meta") << text.label;
    EXPECT_TRUE(capture->warnings.empty()) << text.label;
  }
}

TEST(Charset, LegacyTextsWithoutLabelAreTold) {
  for (const Legacy& text : legacy_texts()) {
    const auto capture = capture_bytes(text.bytes, "a.txt");
    ASSERT_TRUE(capture) << text.label;
    EXPECT_NE(capture->text.find(text.word), std::string::npos)
        << text.label << ": " << capture->charset;
  }
}

TEST(Charset, AWrongLabelIsNotBelieved) {
  const Legacy& russian = legacy_texts()[1];
  const auto labelled = capture_bytes(
      std::string("<html><meta charset=utf-8><p>") + russian.bytes + "</p></html>", "a.html");
  ASSERT_TRUE(labelled);
  EXPECT_NE(labelled->text.find(russian.word), std::string::npos);
  EXPECT_EQ(labelled->warnings.size(), 1u);
  const auto utf8 =
      capture_bytes("<html><meta charset=windows-1251><p>Привет, столица</p></html>", "a.html");
  ASSERT_TRUE(utf8);
  EXPECT_NE(utf8->text.find("столица"), std::string::npos);
}

std::string utf16(std::u16string_view text, bool big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST(Charset, Utf16IsReadWithAndWithoutItsMark) {
  for (const std::u16string_view text :
       {u"The minister arrived.\nShe spoke.", u"Министр прибыл в город",
        u"部长今天抵达首都。\n她发表讲话。"}) {
    for (const bool big : {false, true}) {
      const auto bare = capture_bytes(utf16(text, big), "a.txt");
      ASSERT_TRUE(bare);
      EXPECT_EQ(bare->charset, big ? "UTF-16BE" : "UTF-16LE");
      const auto marked =
          capture_bytes(utf16(std::u16string(1, 0xFEFF).append(text), big), "a.txt");
      ASSERT_TRUE(marked);
      EXPECT_EQ(marked->text, bare->text);
      EXPECT_EQ(marked->charset_by, "bom");
    }
  }
}

class Folder : public ::testing::Test {
 protected:
  void SetUp() override {
    path_ =
        std::filesystem::temp_directory_path() / ("synoptic_folder_" + std::to_string(::getpid()));
    std::filesystem::create_directories(path_ / "inner");
    for (const char* name : {"b.txt", "a.md", "inner/c.html", "notes.pdf", ".hidden.txt"}) {
      std::ofstream(path_ / name) << "Some words.";
    }
  }
  void TearDown() override { std::filesystem::remove_all(path_); }
  std::vector<std::string> names(const Inputs& inputs) const {
    std::vector<std::string> found;
    for (const auto& file : inputs.files) {
      found.push_back(std::filesystem::path(file).filename().string());
    }
    return found;
  }
  std::filesystem::path path_;
};

TEST_F(Folder, HoldsItsDocumentsInOrder) {
  EXPECT_EQ(names(list_inputs({path_.string()})),
            (std::vector<std::string>{"a.md", "b.txt", "c.html"}));
}

TEST_F(Folder, AFileReachedTwiceIsReadOnce) {
  const std::string file = (path_ / "b.txt").string();
  std::filesystem::create_symlink(file, path_ / "again.txt");
  EXPECT_EQ(
      names(list_inputs({file, path_.string(), file, (path_ / "inner" / ".." / "b.txt").string()})),
      (std::vector<std::string>{"b.txt", "a.md", "c.html"}));
}

TEST_F(Folder, LinksInACircleAndIntoNothingDoNoHarm) {
  std::filesystem::create_directory_symlink(path_, path_ / "inner" / "up");
  std::filesystem::create_symlink(path_ / "loop", path_ / "loop");
  std::filesystem::create_symlink("gone", path_ / "dangling.txt");
  const Inputs inputs = list_inputs({path_.string()});
  EXPECT_EQ(names(inputs), (std::vector<std::string>{"a.md", "b.txt", "c.html"}));
  EXPECT_EQ(inputs.errors.size(), 2u);
}

TEST_F(Folder, ALinkToAFolderIsPassedOverWithAWord) {
  std::filesystem::create_directory_symlink(path_ / "inner", path_ / "other");
  const auto inputs = list_inputs({path_.string()});
  EXPECT_TRUE(std::any_of(inputs.notes.begin(), inputs.notes.end(), [](const std::string& note) {
    return note.find("other: a link to a folder passed over") != std::string::npos;
  }));
}

TEST_F(Folder, AnUnreadableFolderIsToldAndTheRestIsRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  std::filesystem::permissions(path_ / "inner", std::filesystem::perms::none);
  const Inputs inputs = list_inputs({path_.string()});
  std::filesystem::permissions(path_ / "inner", std::filesystem::perms::owner_all);
  EXPECT_EQ(names(inputs), (std::vector<std::string>{"a.md", "b.txt"}));
  EXPECT_EQ(inputs.errors.size(), 1u);
}

TEST_F(Folder, ProgramsInsideArePassedOver) {
  std::ofstream(path_ / "program", std::ios::binary) << "\x7F"
                                                     << "ELF" << std::string(60, '\0');
  std::ofstream(path_ / "notes") << "A text without an ending.";
  EXPECT_EQ(names(list_inputs({path_.string()})),
            (std::vector<std::string>{"a.md", "b.txt", "c.html", "notes"}));
}

TEST_F(Folder, AFifoInsideIsPassedOver) {
  ASSERT_EQ(::mkfifo((path_ / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(list_inputs({path_.string()}).files.size(), 3u);
}

TEST(ReadFile, AFifoIsReadAsStandardInputIs) {
  const std::string path =
      (std::filesystem::temp_directory_path() / ("synoptic_fifo_" + std::to_string(::getpid())))
          .string();
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const auto read = [&](const std::string& bytes) {
    std::thread writer([&] { std::ofstream(path) << bytes; });
    std::vector<std::string> texts;
    Sources sources({path});
    while (const auto capture = sources.next_capture()) {
      texts.push_back(*capture ? (*capture)->text : capture->error().why);
    }
    writer.join();
    return texts;
  };
  EXPECT_EQ(read("A bridge opens\n"), std::vector<std::string>{"A bridge opens\n"});
  EXPECT_EQ(read("{\"text\":\"One\"}\n{\"text\":\"Two\"}\n"),
            (std::vector<std::string>{"One", "Two"}));
  std::filesystem::remove(path);
}

TEST(ReadFile, ANameThatIsNoUtf8IsShownInBytes) {
  EXPECT_EQ(shown_path("a/caf\xE9.html"), "a/caf%E9.html");
  EXPECT_EQ(shown_path("a/café \xEF\xBF\xBD.html"), "a/café \xEF\xBF\xBD.html");
}

}  // namespace
}  // namespace synoptic::collect
