// The small steps of the room, one claim each.
#include <gtest/gtest.h>

#include "clean/copyright.h"
#include "clean/inline_markdown.h"
#include "clean/keywords.h"
#include "clean/leaked_code.h"
#include "clean/origins.h"
#include "clean/page.h"
#include "clean/people.h"
#include "clean/test_support.h"
#include "clean/wrap.h"

namespace synoptic::clean {
namespace {

std::string code_in(std::string_view text) {
  return std::string(find_code(text, 0).range.of(text));
}

TEST(LeakedCode, RunsFromTheSelectorToTheLastBrace) {
  EXPECT_EQ(code_in(".a{b:c} .a img{d:e; } Words"), ".a{b:c} .a img{d:e; }");
  EXPECT_EQ(code_in("Words .a .b{c:d}"), ".a .b{c:d}");
  EXPECT_EQ(code_in("@media print{.a{display:none}} Words"), "@media print{.a{display:none}}");
  EXPECT_EQ(code_in("var id='v1;2'; Words"), "var id='v1;2';");
}

TEST(LeakedCode, BracesInWordsAreNoCode) {
  EXPECT_EQ(code_in("The set {1, 2} has two members"), "");
  EXPECT_EQ(code_in("We let the dog (a setter) out; it ran"), "");
  EXPECT_EQ(code_in("It cost $(5) = five"), "");
}

TEST(Page, KeysAreTheSameWhateverStandsBeside) {
  EXPECT_EQ(key_of("The Wall-\tof 1871, `rebuilt`"), "thewallof1871rebuilt");
  EXPECT_EQ(key_of("The Wall-\tof 1871, `rebuilt` …"), "thewallof1871rebuilt");
}

TEST(Page, APartOfAMapLeadsWhereTheWholeDoes) {
  text::OffsetMap whole;
  whole.append_linear(4, 10);
  whole.append_whole(2, {14, 22});
  whole.append_whole(3, {22, 22});
  whole.append_linear(5, 30);
  for (uint32_t begin = 0; begin < whole.size(); ++begin) {
    for (uint32_t end = begin + 1; end <= whole.size(); ++end) {
      text::OffsetMap part;
      append_part(part, whole, {begin, end});
      ASSERT_EQ(part.size(), end - begin);
      EXPECT_EQ(part.to_source({0, end - begin}), whole.to_source({begin, end}));
    }
  }
}

TEST(Keywords, AreCutAtSeparatorsOrByTheArticlesOwnPhrases) {
  const auto read = [](std::string_view list, std::string_view article) {
    return read_keywords(list, article, test_knowledge(), "en");
  };
  EXPECT_EQ(read("ferry, terminal, old town", ""),
            (std::vector<std::string>{"ferry", "terminal", "old town"}));
  EXPECT_EQ(
      read("ferry terminal brown bear mayor", "The mayor saw a brown bear at the ferry terminal."),
      (std::vector<std::string>{"ferry terminal", "brown bear", "mayor"}));
}

TEST(Publisher, ATaglineIsNoPartOfTheName) {
  EXPECT_EQ(publisher_of("Shore Digest – all about the sea", {}).name, "Shore Digest");
  EXPECT_EQ(publisher_of("拾光–每日读报", {}).tagline, "每日读报");
  EXPECT_EQ(publisher_of("Al-Marsa", {}).name, "Al-Marsa")
      << "a hyphen inside a word parts nothing";
}

TEST(People, APublisherIsNeverAnAuthor) {
  const auto kept =
      people_only(test_knowledge(), {{"Shore Digest", "", "", "", {}}, {"Ann Lee", "", "", "", {}}},
                  model::Publisher{"Shore Digest", "", "", "", {}});
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].name, "Ann Lee");
}

TEST(InlineMarkdown, KeepsWordsDropsImagesAndKnowsWhereLinksStand) {
  const std::string text =
      "A **bold** [link](/x \"t\") ![alt](/i.png) a_b \\* [![pic](/p)](/tag \"T\")";
  const InlineText read = read_inline(text, {0, static_cast<uint32_t>(text.size())});
  EXPECT_EQ(read.piece.text, "A bold link a_b *");
  ASSERT_EQ(read.piece.links.size(), 1u);
  EXPECT_EQ(read.piece.links[0].range.of(read.piece.text), "link");
  ASSERT_EQ(read.images.size(), 1u);
  EXPECT_EQ(read.images[0].label, "T");
}

TEST(Wrap, JoinsLinesOfOneWidthOnly) {
  const std::string a(60, 'a'), b(62, 'b'), c(20, 'c');
  const std::string text = a + "\n" + b + "\n" + c;
  const std::vector<Span> lines{{0, 60}, {61, 123}, {124, 144}};
  EXPECT_EQ(unwrap(text, lines).size(), 1u);
  EXPECT_EQ(unwrap("one\ntwo", {{0, 3}, {4, 7}}).size(), 2u);
}

Line line_of(std::string text) {
  Piece piece;
  piece.text = std::move(text);
  return measure(std::move(piece));
}

TEST(Copyright, NamesAYearAndAnOwner) {
  const auto whole = read_copyright(line_of("© 2026 Harbour News. All rights reserved"), nullptr,
                                    test_knowledge());
  ASSERT_TRUE(whole.year && whole.owner);
  EXPECT_EQ(whole.year->value.year, 2026);
  EXPECT_EQ(whole.owner->name, "Harbour News");
  const auto behind = read_copyright(line_of("© Harbour News 2026"), nullptr, test_knowledge());
  ASSERT_TRUE(behind.owner);
  EXPECT_EQ(behind.owner->name, "Harbour News");
}

TEST(Copyright, OfAPictureIsNoOwner) {
  EXPECT_FALSE(read_copyright(line_of("© Reuters / Ann Smith"), nullptr, test_knowledge()).owner);
}

TEST(Origins, ALabelNamesAnOutletOrAnAddress) {
  const Line name = line_of("Source: Harbour News.");
  EXPECT_EQ(labelled_origin(name, {7, 21})->name, "Harbour News");
  const Line address = line_of("Source: https://example.org/a");
  const auto origin = labelled_origin(address, {7, 29});
  EXPECT_EQ(origin->url, "https://example.org/a");
  EXPECT_EQ(origin->name, "");
  EXPECT_FALSE(labelled_origin(line_of("Source: ."), {7, 9}));
}

}  // namespace
}  // namespace synoptic::clean
